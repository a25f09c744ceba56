"""
What a known name runs on to, up to a head that ends the name: 大鹏半岛国家地质公园, 黄河滩区, 长江主轴,
深圳湾—后海总部基地. What begins with a known place and ends as places do before a border is one name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.register_lists import (
    Heads,
    divisions,
    entries,
    place_heads,
    short_divisions,
)

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_RUN = re.compile("(?:(?![的了和与及等为将把在对从至到由各个][一-龥]?)[一-龥A-Za-z0-9“”（）—－-]){1,16}")
_OVER = re.compile(
    "[、，,；;。：:）（→]|等|[和与及]|$|(?:规划|开发|综合)?(?:建设|改造|开发(?!区)|整治|治理|保护(?!区)|提升)|项目|工程|[一二三四]期|扩建|改扩建"
    "|总体规划|规划|居民|范围|城市设计|环境|前期"
)
_TYPES = frozenset(("zone", "park", "hub", "corridor", "street"))
_SHORT = frozenset(
    ("站", "港", "路", "街", "巷", "河", "江", "湖", "湾", "溪", "岛")
)  # which features end in
_BARE = frozenset(("province", "prefecture", "county", "region", "area", "water"))
_NO_NAME = re.compile(  # what a place has, gets or is to be, and no part of a name
    "^(?:区域|全国|国家(?!地质|森林|湿地|海洋|矿山|公园|高新|经济|级?风景|自主)|世界|国际|省级?|市级?|首批|一批|多个|行政|经济增|[一二两三四五六七八九十0-9])"
    "|重要|主要|重点(?!实验)|入选|获评|获批|支撑|战略枢纽|国家级|全国|省级|世界级|千亿|百亿|[两二三四五六七八九十]大|首个|唯一|成为|列入"
)
_MADE = re.compile("(?:打造|建设成?|建成|成为|争创|培育)$")  # before a region: a role in it
_WIDE = re.compile("[东西中]{1,2}部|[东西]北|[东西]南|华[东北南中]")
_LISTED = re.compile("[、和与及]")  # before a place: what ends the list may be of all
_HAN = re.compile("[一-鿿]")
_BORDER = frozenset("的和与及或在对把将从由向到至以为是让使经用给等各全及以个条座是")
_QUALITIES = re.compile(  # 平安佛山, 落户厦门
    "(?:绿色|平安|美丽|森林|特色|法治|健康|智慧|数字|清洁|信用|文明|幸福|海绵|活力|创新|诚信|气化|落户|落地|国家|高铁|全省|全市|跨|新|过|进)$"
)
_FIRMS = re.compile("(?:联通|移动|电信|铁塔|石油|石化|通用|大众|集团|公司|银行|大学|学院|研究院|汽车|火车)$")
_LONGEST = 6  # characters of a word before a place


@cache
def _heads() -> Heads:
    kept = {
        head: type_ for head, type_ in place_heads().types.items() if type_ in _TYPES and head not in _SHORT
    }
    return Heads({**kept, "主轴": "zone", "城市群": "region", "都市圈": "region", "城镇群": "region"})


def run_of(text: str, place: PlaceName) -> tuple[int, str] | None:
    """
    Where a name ends that a known place begins, and its type; none where no head ends it before a border.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> river = PlaceName("黄河", "water", 2, 4)
    >>> run_of("推进黄河滩区居民迁建。", river), run_of("推进黄河治理。", river)
    ((6, 'zone'), None)
    """
    run = _RUN.match(text, place.end) if place.type in _BARE else None
    if run is None or _NO_NAME.search(run[0]) or _LISTED.search(text, max(0, place.start - 1), place.start):
        return None
    if is_fronted(text, place) or (
        _WIDE.match(place.name) and _MADE.search(text, max(0, place.start - 3), place.start)
    ):
        return None
    for end in range(place.end + 2, run.end() + 1):
        head = _heads().before(text, end)
        if not head or end - len(head) < place.end or not _OVER.match(text, end):
            continue
        inside = text[place.end : end - len(head)]
        if _is_name(inside):
            return end, _heads().types[head]
        return None
    return None


def _is_name(inside: str) -> bool:
    """Whether what stands between a place and a head is all of the name: no verb, no other division."""
    lists, inner = load_actions(), entries("inner_verbs", "word")
    for at in range(len(inside)):
        verb = lists.verbs.at(inside, at)
        if len(verb) > 1 and verb not in inner:
            return False
        if any(len(known().at(inside, at)) > 1 for known in (divisions, short_divisions)):
            return False
    return True


def is_fronted(text: str, place: PlaceName) -> bool:
    """Whether what stands right before a name is neither a mark nor a word that leads to it."""
    before = text[place.start - 1 : place.start]
    if not _HAN.match(before) or before in _BORDER:
        return False
    if _FIRMS.search(text, max(0, place.start - _LONGEST), place.start):
        return True
    if _QUALITIES.search(text, max(0, place.start - _LONGEST), place.start):
        return False
    lists = load_actions()
    leads = (one for one in words_before(text, place.start) if len(one) > 1 or _leads(text, place.start - 2))
    return not any(one in lists.verbs.values or one in lists.manners.values for one in leads)


def _leads(text: str, at: int) -> bool:
    """Whether a single character behind `at` is a word of its own: a border stands before it."""
    return at < 0 or not _HAN.match(text, at) or text[at] in _BORDER


def words_before(text: str, at: int) -> list[str]:
    """The stretches that end at a place in a text, the longest first."""
    return [text[at - size : at] for size in range(min(_LONGEST, at), 0, -1)]
