"""
Names of places in a sentence: divisions, zones, corridors, hubs, streets and waters.

A division is known by name. Any other place ends in a head (示范区, 走廊, 枢纽, 路) and begins with a proper
name: what has none (产业园区, 滨水空间) is a kind of place and no place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from analysis.judgements.action_lists import Words, load_actions
from analysis.judgements.name_words import Word, partner
from analysis.judgements.place_borders import joint_names, whole_places, with_shared_heads
from analysis.judgements.place_compounds import is_engineering, is_join
from analysis.judgements.place_counties import with_counties
from analysis.judgements.place_forms import well_formed
from analysis.judgements.place_namesakes import is_in_marks, is_of_others
from analysis.judgements.place_parts import with_parts
from analysis.judgements.place_tails import is_street
from analysis.judgements.place_unlisted import unlisted
from analysis.judgements.register_lists import (
    PROVINCES,
    Heads,
    divisions,
    entries,
    place_heads,
    regions,
    short_divisions,
)

_PROPER = "proper"  # tag of a word known to be a place's name
_MOST = 8  # words of a name before its head
_QUOTED = 6  # words in marks inside a name
_LINKS = frozenset("-—－–·~～")
_CLOSES = {"”": "“", "）": "（", ")": "(", "’": "‘"}
_MAYBE = re.compile(r"n[rz]|x|nrt|nrfg")
_LINE = re.compile(r"[0-9一二三四五六七八九十]{1,3}号线?")
_DIRECTION = re.compile(r"(?:[东西南北中]{1,2}|[东西南北]?[西东]?)部")
_ABBREVIATED = re.compile(f"[{PROVINCES}]{{2,4}}")
_NEVER_INSIDE = (
    frozenset("经通至到")
    | frozenset(("建设", "加快", "全面", "重点", "一批", "推进", "体制", "机制", "改造", "新建", "管理"))
    | frozenset(("布局", "重要", "主要", "申报", "申建", "争创", "创建", "获批", "入选", "创成"))
)
_COUNTED = re.compile(r"[0-9一二三四五六七八九十双]")  # in a word in marks: it tells a kind, “五型”枢纽
_OF_DIVISIONS = re.compile("一带一路|[地县市省]")  # “一地六县” names where the zone lies
_KINDS = re.compile("社区|通道|体育公园|公园|基地|园区|中心城区|示范点|(?:示范|联动|试点)")  # kinds of places
_ALIKE = frozenset(
    ("region", "government")
)  # types of places whose head must stand right behind the proper name
_ABBREVIATIONS = PROVINCES.rstrip("港澳台") + "贵"
_PART = re.compile(f"[{_ABBREVIATIONS}](?:[东西南北中]|东北|东南|西北|西南)")  # 皖北, 渝东北
_OF_REGION = re.compile("区域|地区|片区|城市群|各[市县]")  # behind 宁南, a county's short name as well
_COMPASS = re.compile(r"[东南西北中]部|[东西][南北]|革命老区|(?:民族|贫困|沿海|边境)地区")
_LONGER = re.compile(
    r"(?<=铁路)港|综合体|直通线|联络线|节点|(?<=枢纽)平台|(?<=港枢纽)(?:作用|功能|地位)|专用线|群|网|(?<=公园)绿地|(?<=区域)(?:引领|辐射|(?:性|国家)?[一-龥]{0,4}(?:中心|高地|支点))|城市(?!群|化)|骨架|线\d|大保护"
)  # behind a head: the name is longer
_BETWEEN = re.compile(r"(?:链接|联结|连接|联通|沟通|贯通|辐射|面向)$")
_CLASS = re.compile("(?:国家|世界|[省市县州高])级$")
_OF_KIND = re.compile(
    "[两三四五六七八九十]大[^一二三四五六七八九十]|国家级|[A-Z]{2,5}(?=社区)"
)  # a kind, and no name
_LONG_WAYS = ("百里", "千里", "万里")
_ANY = frozenset("各本该全每")  # 各乡镇 is no place
_WIDE = frozenset(("都市区", "经济圈", "都市连绵区"))
_SHORT = 1  # characters of a head that a proper name alone may stand before


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place named in a sentence, with what it is."""

    name: str
    type: str
    start: int
    end: int


class Places:
    """The places of a sentence in their order, found by halving by where they stand."""

    def __init__(self, places: Iterable[PlaceName]) -> None:
        self.all = sorted(places, key=lambda one: one.start)
        self._starts = [one.start for one in self.all]

    def between(self, start: int, end: int) -> list[PlaceName]:
        """Those that begin at `start` or behind, before `end`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def behind(self, start: int) -> Iterator[PlaceName]:
        """Those that begin behind `start`, one after the other."""
        return islice(self.all, bisect_right(self._starts, start), None)

    def around(self, start: int, end: int) -> PlaceName | None:
        """The one that reaches from `start` or before to `end` or behind."""
        at = bisect_right(self._starts, start) - 1
        return self.all[at] if at >= 0 and self.all[at].end >= end else None


class PlaceReader:
    """
    Finds the places of a sentence.

    `terms` are policy terms of the kind place, those of a local list among them; `common` are words that are
    no proper names, whatever the dictionary's tag.
    """

    own_tags: tuple[str, ...] = ("ns",)  # tags of a word that ends in a head and is a name by itself
    also_proper: frozenset[str] = frozenset()  # words that are proper names here

    def __init__(
        self, terms: Iterable[str] = (), common: Iterable[str] = (), heads: Heads | None = None
    ) -> None:
        self._heads = place_heads() if heads is None else heads
        known = place_heads().types
        named = {term: _type_of(term) for term in terms if len(term) > 2 and term not in known}
        self._terms = Words({term: type_ for term, type_ in named.items() if type_})
        self._no_places = entries("no_places", "word")
        self._inner = entries("inner_verbs", "word")
        self._common = frozenset(common) | load_actions().verbs.values.keys() | self._no_places

    def places(self, text: str, words: Sequence[Word]) -> list[PlaceName]:
        """The places that a sentence names, none inside another, in their order."""
        merged = with_counties(text, list(self.merged(text, words)), _PROPER)
        bare = list(self._bare(text, merged))
        headed = with_shared_heads(text, self.headed(text, merged), bare)
        others = [
            PlaceName(text[start:end], type_, start, end) for start, end, type_ in unlisted(text, words)
        ]
        found = whole_places(text, merged, [*headed, *bare, *others])
        whole = with_parts(text, joint_names(text, outermost(found)))
        return list(well_formed(text, (one for one in outermost(whole) if one.name[0] not in _ANY)))

    # what is known by name

    def merged(self, text: str, words: Sequence[Word]) -> Iterator[Word]:
        """The words, those of a known name put together and tagged."""
        edges = {word.end: at for at, word in enumerate(words)}
        at = 0
        while at < len(words):
            known, kind = self._known(text, words, at, edges)
            if known:
                start = words[at].start
                yield Word(known, start, start + len(known), f"{_PROPER} {kind}")
                at = edges[start + len(known)] + 1
            else:
                yield words[at]
                at += 1

    def _known(self, text: str, words: Sequence[Word], at: int, edges: dict[int, int]) -> tuple[str, str]:
        """The longest known name that begins at a word and ends with one."""
        start = words[at].start
        found = [
            (name, listed.values[name])
            for listed in (divisions(), regions(), short_divisions(), self._terms)
            if (name := listed.at(text, start)) and start + len(name) in edges
        ]
        found = [one for one in found if self._is_sure(*one, words, at)]
        return max(found, key=lambda one: len(one[0]), default=("", ""))

    def _is_sure(self, name: str, kind: str, words: Sequence[Word], at: int) -> bool:
        """Whether a name that may be a common word is a place here: a county's short one must be tagged."""
        if name in self._no_places or is_join(name, words, at):
            return False
        short = name in short_divisions().values
        return not (short and kind == "county") or (words[at].text == name and words[at].tag == "ns")

    def _bare(self, text: str, merged: Sequence[Word]) -> Iterator[PlaceName]:
        for at, word in enumerate(merged):
            known = word.tag.startswith(_PROPER)
            tagged = word.tag == "ns" and len(word.text) > 1 and word.text not in self._no_places
            if not (known or tagged) or is_of_others(text, word):
                continue
            part = _PART.fullmatch(word.text) and (not known or _OF_REGION.match(text, word.end))
            type_ = "region" if part else word.tag.split()[1] if known else "area"
            start = _compass_start(text, merged, at)
            yield PlaceName(text[start : word.end], type_, start, word.end)

    # what has a head

    def headed(self, text: str, merged: Sequence[Word]) -> Iterator[PlaceName]:
        """The names that end in a head and begin with a proper name."""
        heads = self._heads
        for at, word in enumerate(merged):
            head = heads.before(text, word.end)
            if not head or word.tag.startswith(_PROPER) or _LONGER.match(text, word.end):
                continue
            start = self._start(merged, at, word.end - len(head), head)
            if start >= 0 and not (heads.types[head] == "hub" and _BETWEEN.search(text[:start])):
                start -= 2 * (text[:start].endswith(_LONG_WAYS) and heads.types[head] != "water")
                if _OF_KIND.match(text, start) or is_engineering(text[start : word.end], heads.types[head]):
                    continue  # 三大功能区, TOD社区
                classed = head != "新区" and _CLASS.search(text, max(0, start - 3), start)
                if is_in_marks(text, start, word.end) or classed:
                    continue  # “昆明陆港号”班列; of a class (国家级菱镁基地) is a kind
                type_ = "region" if head in _WIDE else heads.types[head]
                yield PlaceName(text[start : word.end], type_, start, word.end)

    def _start(self, words: Sequence[Word], at: int, head_start: int, head: str) -> int:
        """Where the name begins that ends in the head of the word at `at`; -1 where it names no place."""
        while at > 0 and words[at].start > head_start:
            at -= 1
        own = words[at].start < head_start and self._is_name(words[at])
        begun = words[at].start if own else -1
        if not own and len(head) <= _SHORT:
            near = at > 0 and self._is_proper(words[at - 1], near=True) and words[at].start == head_start
            called = near and (not words[at - 1].tag.startswith(_PROPER) or is_street(words, at))
            return words[at - 1].start if called else -1
        near = self._heads.types[head] in _ALIKE
        return self._walked(words, at - 1, begun, most=1 if near and begun < 0 else _MOST)

    def _walked(self, words: Sequence[Word], at: int, begun: int, most: int) -> int:
        last = at
        while at >= 0 and (last - at < most or begun >= 0):
            word = words[at]
            opened = self._opened(words, at)
            if opened >= 0 and most > 1:
                begun, at = words[opened].start, opened - 1
                continue
            if self._is_proper(word, near=at == last or begun >= 0):
                begun = word.start
            elif begun >= 0 and word.text in _LINKS:
                pass
            elif begun >= 0 or not self._fills(word):
                break
            at -= 1
        return begun

    def _opened(self, words: Sequence[Word], at: int) -> int:
        """Where marks or brackets open that the word at `at` closes around a name."""
        opening = _CLOSES.get(words[at].text)
        if opening is None:
            return -1
        opened = partner(words, at, opening, _QUOTED)
        if opening in "（(":
            inside = words[opened + 1 : at]
            named = opened > 0 and all(self._is_proper(one, near=True) for one in inside)
            before = words[opened - 1]
            led = before.text in ("中国", "全国") or before.tag.startswith(_PROPER)
            return opened - 1 if named and led else -1
        inside = words[opened + 1 : at] if opened >= 0 else ()
        quoted = "".join(one.text for one in inside)
        kind = _KINDS.match("".join(one.text for one in words[at + 1 : at + 3]))
        placed = any(self._is_proper(one, near=False) for one in inside)
        counted = _COUNTED.search(quoted) and not _OF_DIVISIONS.search(quoted)
        return -1 if counted or (kind and not placed) else opened

    def _fills(self, word: Word) -> bool:
        """Whether a word may stand between proper name and head: no verb but of what is done there."""
        if word.tag.startswith("v") and word.tag != "vn" and word.text not in self._inner:
            return False
        return word.may_be_inside and word.text not in _NEVER_INSIDE and not word.text[0].isdigit()

    def _is_name(self, word: Word) -> bool:
        """Whether a word that ends in a head is a name by itself (苏州河, 愚园路)."""
        return word.tag in self.own_tags and len(word.text) > 2 and word.text not in self._no_places

    def _is_proper(self, word: Word, *, near: bool) -> bool:
        if word.tag.startswith(_PROPER) or _LINE.fullmatch(word.text) or word.text in self.also_proper:
            return True
        if len(word.text) < 2 or word.text in self._no_places or not word.text.isalnum():
            return False
        if word.tag == "ns" or _DIRECTION.fullmatch(word.text) or _PART.fullmatch(word.text):
            return True
        if _ABBREVIATED.fullmatch(word.text):
            return True
        return near and bool(_MAYBE.fullmatch(word.tag)) and word.text not in self._common


def _type_of(term: str) -> str:
    """What a policy term names by its head; empty where no place's name ends so."""
    return place_heads().types.get(place_heads().before(term, len(term)), "")


def _compass_start(text: str, words: Sequence[Word], at: int) -> int:
    """Where a region begins whose name ends in a point of the compass or a kind: 渝东北, 大别山革命老区."""
    start = words[at].start
    if not start or not _COMPASS.fullmatch(words[at].text):
        return start
    before = words[at - 1] if at else None
    if before and before.end == start:
        known = before.tag.startswith(_PROPER) or _PART.fullmatch(before.text)
        if known or _ABBREVIATED.fullmatch(before.text):
            return before.start
    return start - 1 if text[start - 1] in _ABBREVIATIONS else start


def outermost(found: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """Names that stand inside no longer one."""
    ordered = sorted(found, key=lambda one: (one.start, -one.end))
    reach = -1
    for one in ordered:
        if one.end > reach:
            yield one
            reach = one.end
