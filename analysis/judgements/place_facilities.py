"""
A place that only begins or stands in the name of a house, platform, body, event or campaign
(上海天文馆, 武汉多式联运服务中心, 长江大保护, 华商聚云南): it is no place that gets something.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.register_lists import PROVINCES, divisions, entries, regions, short_divisions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_STOPS = re.compile("[^一-龥（）]|[的了和与及等为将把在向对让使]")
_CAMPAIGN = re.compile(
    "(?:共抓|“)?大保护|“?(?:十年)?禁渔|会晤|分会场|之夜|行(?=[、等，。]|活动)|(?:国民党)?当局"
    "|(?:(?!的|在|将)[一-龥]){0,12}?第[一二三四五六七八九十百0-9]{1,4}届"
)  # behind a place
_LED = re.compile("(?:聚|对话|遇见|走进|优选|知音|创业|惠购|乐购|嗨购)$")  # before one, in an event's name
_LEADS_TO = re.compile("”?[、·”]|系列|活动|大赛|行动|[^，。；、的]{0,4}(?:行动|计划|大赛)")
_RENEWED = re.compile("[新老]$")
_ABBREVIATED = re.compile(f"[{PROVINCES}]{{2,4}}")
_COOPERATION = re.compile("[一-龥]{0,8}?(?:合作|协作|交流)(?![区示])")
_SHARED = re.compile("[一-龥]{2}[、和与][一-龥]{2,4}?(?:国际)?机场")  # 合肥新桥、芜宣机场
_BODY = re.compile("(?:中心|平台|实验室|基地|枢纽|[院所馆局])$")
_CLOSED = re.compile("(?:地区|区域)?）")
_SECTION = re.compile("[省市区县州]?(?:段|部分)）")
_SPAN = re.compile("(?:[至到—－~～-](?:(?![，；。）])[一-龥0-9]){2,12}|以[东西南北][一-龥]{0,2})）")
_STRETCH = re.compile("东?[至到][一-龥]{2,4}?段")  # 重庆至武汉段 of a channel
_STRETCH_END = re.compile("[至到]$")
_BRANDS = re.compile("[一-龥]{2,3}(?:、[一-龥]{4,6}){0,4}等[一-龥]{0,6}品牌")  # 涪陵榨菜、奉节脐橙等品牌
_LINE = re.compile("复线|支线管网")
_MOST = 18  # characters between a place and the head of the name
_INNER = frozenset(
    ("联合", "研究", "集结", "回迁", "安置")
)  # verbs that names of houses have besides those of places
_COINED = re.compile(  # 企信融平台, 征信链平台: a coined word, and no kind of platform (供应链平台)
    "(?:(?<![交流联沟贯互畅普融])通|(?<![业应块值])链|(?<![金投])融|(?<![衣制])服|(?<!信)贷|(?<![交贸])易|码|(?<![承举主])办)平台"
)
_DASHED = re.compile("(?P<first>[一-龥]{2,4})[-—－–]$")
_PLANT = re.compile("(?:(?![，,；;。、的])[一-龥]){2,16}?(?:产业园|项目|基地|工厂|生产线|园区)")
_STANDING = re.compile(  # 巩固华北区域数据枢纽功能: what the place of the document is there
    "(?:华[北东南中]|[东西]北|[东西]南|[东西中]部|长三角|珠三角|环渤海)(?:区域|地区)"
    "(?:(?![，,；;。、的等和与及])[一-龥]){2,8}?(?:枢纽|中心|门户|节点)的?(?:地位|功能|作用)(?!区)"
)
_COMPASS = re.compile("[东西中]部|[东西][南北]")


@cache
def _heads() -> tuple[frozenset[str], tuple[int, ...]]:
    heads = entries("facility_heads", "head")
    return heads, tuple(sorted({len(head) for head in heads}))


def is_in_facility(text: str, place: PlaceName) -> bool:
    """
    Whether a place begins the name of a house or platform: no verb, comma or 的 stands before its head.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> wuhan = PlaceName("武汉", "prefecture", 2, 4)
    >>> is_in_facility("支持武汉物流服务中心。", wuhan), is_in_facility("支持武汉建设服务中心。", wuhan)
    (True, False)
    """
    heads, sizes = _heads()
    verbs, inner = load_actions().verbs, entries("inner_verbs", "word")
    for at in range(place.end, min(place.end + _MOST, len(text))):
        if any(text[at : at + size] in heads for size in sizes) or _COINED.match(text, at):
            return True
        verb = verbs.at(text, at)
        if _STOPS.match(text, at) or (len(verb) > 1 and verb not in inner | _INNER):
            return False
    return False


def is_campaign(text: str, place: PlaceName) -> bool:
    """Whether a place is in the name of an event or campaign (3届华商聚云南, 长江大保护, 合肥分会场)."""
    if _CAMPAIGN.match(text, place.end) or (_COMPASS.fullmatch(place.name) and _LINE.match(text, place.end)):
        return True
    led = _LED.search(text, max(0, place.start - 4), place.start)
    return led is not None and bool(_LEADS_TO.match(text, place.end))


def is_aside(text: str, place: PlaceName) -> bool:
    """Whether a place in brackets only says which body (国家碳计量中心（辽宁）) or section is meant."""
    if text[place.start - 1 : place.start] != "（" or place.start < 2:
        return False
    if _SPAN.match(text, place.end):
        return True  # 快速路（东明路至永乐路）
    closed = _CLOSED.match(text, place.end)
    body = _BODY.search(text, max(0, place.start - 5), place.start - 1)
    return bool((closed and body) or _SECTION.match(text, place.end))


def is_of_stretch(text: str, place: PlaceName) -> bool:
    """Whether a place is only an end of a stretch of a line: 重庆至武汉段."""
    led = _STRETCH_END.search(text, max(0, place.start - 1), place.start)
    return bool(_STRETCH.match(text, place.end) or (led and text.startswith("段", place.end)))


def is_cut(text: str, place: PlaceName) -> bool:
    """Whether a place is cut out of what is called after it (新虹桥, 合肥新桥、芜宣机场, 皖港澳合作)."""
    if place.type == "area" and _RENEWED.search(text, max(0, place.start - 1), place.start):
        return True
    if _BRANDS.match(text, place.end) or is_of_stretch(text, place):
        return True
    if _is_of_firm(text, place) or _STANDING.match(text, place.start):
        return True
    row = _ABBREVIATED.fullmatch(place.name) and place.name not in regions().values
    if row and _COOPERATION.match(text, place.end):
        return True
    return place.type in ("prefecture", "county") and bool(_SHARED.match(text, place.end))


def _is_of_firm(text: str, place: PlaceName) -> bool:
    """Whether a county's short name hangs by a dash to a firm, in what both build (卫星—平湖光学膜产业园)."""
    dashed = _DASHED.search(text, max(0, place.start - 5), place.start) if place.type == "county" else None
    if dashed is None or not _PLANT.match(text, place.end):
        return False
    return not any(_is_known(dashed["first"][-size:]) for size in (2, 3, 4))


def _is_known(name: str) -> bool:
    return any(name in known().values for known in (divisions, short_divisions, regions))
