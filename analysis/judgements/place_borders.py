"""
Whether a place that was found is the whole of a name: none cut out of a longer word (雷|龙湾, 山城|巷), in a
title (《…岁月》) or in what is called by places and is none of them (东西部协作, 中欧班列（成渝）).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.name_words import Word
from analysis.judgements.register_lists import place_heads

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_HAN = re.compile("[一-鿿]")
_OF_NAMES = re.compile("n|j|g|z")  # tags of a single character that may be the front of a name
_SIZES = frozenset("大小")
# Single characters that stand before a place and are no part of it, whatever their tag.
_APART = frozenset("经支证新老好省市县区州盟旗港内外全本我各由从自在到赴驻援入出至沿")
_SURNAMES = frozenset("定雷")  # tagged as verbs or nouns, and front of names as often
_ABBREVIATIONS = frozenset("泛京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁汉")
_GOES_ON = re.compile(
    "文化遗[址产]|遗址|(?<=[河江])口(?!岸)|港(?=[、和与等，。区码合联])|[巷泉湾岛峡墓庙寺桥堡寨沟坝](?![一-鿿]?[区县市])|(?<=安)全(?![市省区县面程长部力球国年民])"
)
_INDUSTRY = re.compile(
    "(?:工业|产业|经济|石化|化工|重工|装备|制造|物流|服务业)"
)  # behind 临港, 临空: of a kind
_BESIDE = re.compile("临[港空海]")
_BRACKETED = re.compile(
    "（[^（）]{2,8}(?<!段)）(?![等和与及的段])[一-鿿]"
)  # behind a place whose name goes on: 西部（重庆）科学城
_POINT = re.compile("[西东中]部")
_FACILITY = re.compile(  # what is called by a point of the compass: 西部科技影视城, 西部金融中心
    "(?!地区|大开发|崛起|率先|各?省)[一-鿿]{2,8}?(?:中心|影视城|基地|平台|实验室|论坛|博览会)"
)
_EVENT = re.compile(
    "(?!.{0,4}(?:举办|承办|召开|办好))(?:国际|世界|全球|中国)?[一-鿿]{0,6}(?:论坛|峰会|博览会|交易会|洽谈会|艺博会|交易中心|[告食游物酒花茶]节)"
)
_NO_PLACE = re.compile("(?:扶贫|对口)?协作")  # behind 东西部
_TRAIN = "班列（"
_FIRMS = re.compile("(?:、[一-鿿]{2,6}){0,4}等(?:[一-鿿]{0,4})(?:车企|央企|民企|企业集团|品牌)")
_TITLE = 40  # characters of a title before a place in it
_LISTED = re.compile("[、和与及]")
_RANKED = re.compile("省级|国家级?|全国|市级|区域|国际")  # behind a division: of what each in its list has


def whole_places(text: str, words: Sequence[Word], found: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """The places that are whole names, those of a row of provinces with all of it (闽粤港澳)."""
    ends = [word.end for word in words]
    for place in found:
        before = _word_ending(words, ends, place.start)
        single = before.text if before and len(before.text) == 1 and _HAN.match(before.text) else ""
        if (single in _ABBREVIATIONS and place.type in ("region", "corridor")) or _is_great(single, place):
            yield replace(place, name=single + place.name, start=place.start - 1)
        elif not (before and single and _is_front(before, place)) and not _is_part(text, place):
            yield place


def _word_ending(words: Sequence[Word], ends: Sequence[int], at: int) -> Word | None:
    found = bisect_left(ends, at)
    return words[found] if found < len(words) and ends[found] == at else None


def _is_great(single: str, place: PlaceName) -> bool:
    """Whether 大 begins the name of a zone (大武夷文化旅游圈)."""
    return single == "大" and place.type in ("zone", "corridor") and len(place.name) > 4


def _is_front(before: Word, place: PlaceName) -> bool:
    """Whether a single character is the front of the name that a place was cut out of."""
    if before.text in _SIZES:
        return place.type in ("county", "area", "water")
    if before.text in _APART or len(place.name) > 3:
        return False
    return bool(_OF_NAMES.match(before.tag)) or before.text in _SURNAMES


def _is_part(text: str, place: PlaceName) -> bool:
    """Whether what stands around a place makes it a part of something else."""
    opened = text.rfind("《", max(0, place.start - _TITLE), place.start)
    if opened >= 0 and "》" not in text[opened : place.start]:
        return True
    if len(place.name) < 4 and _GOES_ON.match(text, place.end):
        return True
    if _is_called_by(text, place):
        return True
    head = place_heads().before(text, place.start + 1) if place.type == "county" else ""
    if len(head) > 1:  # 科学城|北区 is no 城北区
        return True
    if place.name.endswith("东西部") and _NO_PLACE.match(text, place.end):
        return True
    return text.endswith(_TRAIN, 0, place.start) or bool(_FIRMS.match(text, place.end))


def _is_called_by(text: str, place: PlaceName) -> bool:
    """Whether what follows a place, or stands around it in brackets, is no place and only called by it."""
    if _BRACKETED.match(text, place.end) or _EVENT.match(text, place.end):
        return True
    inside = text[place.start - 1 : place.start] == "（" and text[place.end : place.end + 1] == "）"
    if inside and _HAN.match(text, place.end + 1) and _HAN.match(text, max(0, place.start - 2)):
        return True
    behind = _INDUSTRY if _BESIDE.fullmatch(place.name) else _FACILITY
    known = _BESIDE.fullmatch(place.name) or _POINT.fullmatch(place.name)
    return known is not None and behind.match(text, place.end) is not None


def with_shared_heads(
    text: str, headed: Iterable[PlaceName], divisions: Sequence[PlaceName]
) -> Iterator[PlaceName]:
    """
    The headed names, but where others before share the head (福州、泉州省级产业园) the division that they
    begin with: each is a place of its own then.
    """
    starts, ends = {one.start: one for one in divisions}, {one.end for one in divisions}
    for place in headed:
        own, before = starts.get(place.start), place.start - 1
        listed = before in ends and _LISTED.match(text, before)
        shares = own is not None and (own.type == "region" or _RANKED.match(text, own.end))
        yield own if own and own.end < place.end and listed and shares else place
