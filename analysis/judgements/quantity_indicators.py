"""
What a number measures, in the words of its sentence: 全社会研发投入强度, 城镇新增就业, 国家医学中心.

Where the sentence comes with its words, an indicator is whole words and a noun phrase, else there is none.
Of a list with 分别 each number has its own; a side alone (规模, 总数) is one of what is told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analysis.judgements.dealt_indicators import dealt
from analysis.judgements.indicator_masks import WHILE, without_asides, without_dates, without_digits
from analysis.judgements.indicator_none import none_of
from analysis.judgements.indicator_sides import (
    REACHED,
    REACHES,
    begins_anew,
    each_first,
    of_any_size,
    of_whole,
)
from analysis.judgements.indicator_spans import (
    ANOTHER,
    BEFORE,
    LONGEST,
    RANKED,
    TIMED,
    Span,
    counted,
    honoured,
    is_attribute,
    is_called,
    is_of_its_own,
    names_something,
    stated,
    tells_side,
    without_predicate,
)
from analysis.judgements.indicator_words import RATE, SAME, SIDE, SPENT, front, whole
from analysis.judgements.name_words import Word
from analysis.judgements.quantities import Quantity
from analysis.judgements.quantity_limits import is_limit, with_size
from analysis.judgements.ranked_things import assessed, is_first, is_place, names_place, tells_of_rank

_REACH = 60  # characters before a number in which what it measures stands
_UNCUT = 5  # characters that are surely more than a verb
_PLACE = re.compile("全[国省市区县]|我[国省市区县]")
_PREDICATE = re.compile("实现|保持|达到|获得|成为|由负转正|止跌回[升稳]|企稳")
_NEW = "新增|净增|新设|新登记"
_OF_AGED = re.compile(f"(?:{_NEW}|每[百千万]{{1,2}}(?:名|人口?)?(?:拥有)?)$")  # 每千名65岁以上老年人
_BY = re.compile("按照?(?:不超过)?([^，按的]{1,12})的?$")  # 按展位费的70%给予补助
_GIVEN = re.compile("(?:的比例|的标准)?[^，。]{0,4}(?:给予|予以|补[助贴]|奖[励补]|支持)")
_GIVES_PART = re.compile(
    "(?:贡献|创造|吸纳|容纳|承担|集聚|聚集|覆盖|取消|解决|生产|掌握)了?(?:全[国省市区县球]的?)?$"
)
_ADDED, _IS_ADDED = re.compile(f"(?:{_NEW})$"), re.compile(f"^(?:{_NEW})")
_STILL_OF = re.compile("[、 ]+")
_VERBS_LEFT = (*"达到为至超近升降增减比", "减少", "增加", "下降", "上升")
_CLAUSES, _STILL = re.compile("[。；;]"), re.compile("[、和及与]")


@dataclass
class _Reader:
    """Reads the numbers of a sentence in their order, each knowing what the ones before measured."""

    masked: str  # dates are blank: what is measured may stand before them
    shape: str  # and the digits of names are no digits
    words: Sequence[Word]
    previous: Quantity | None = None
    floor: int = 0  # where what the number before measures ends
    behind: bool = False  # that it stands behind its number
    last: str = ""
    added: str = ""  # 新增, where the number before was of what is new
    stated: str = ""  # what stands before the number before, where that is what it measures
    made: list[str] = field(default_factory=list)

    def read(self, one: Quantity, following: Quantity | None) -> None:
        """Add what a number measures."""
        if one.in_name or one.kind == "date":
            self.made.append("")
        elif one.kind == "rank":
            self.made.append(self._ranked(one))
        elif one.kind == "period":
            before = self._before(one)
            told = TIMED.search(before) or one.expression.startswith("连续")
            span = stated(before, one.start) if told else (one.start, one.start)
            text = self._with_added(self._text(span), one, span)
            still = told and _STILL_OF.fullmatch(self.shape, self.floor, one.start)
            self.made.append(text or (self.last if still else ""))
        else:
            self.made.append(self._measured(one, following))
            self.previous = one
        self.last = self.made[-1] or self.last

    def _before(self, one: Quantity) -> str:
        """The clause before a number, from the one before it on."""
        found = BEFORE.search(self.shape[max(self.floor, one.start - _REACH) : one.start])
        return found[0] if found else ""

    def _ranked(self, one: Quantity) -> str:
        """What holds a place among others; nothing where none are ranked (首批, 第一资源)."""
        before = self._before(one)
        span = stated(before, one.start, RANKED)
        told = before[span[1] - one.start + len(before) :]
        if not is_place(one, self.shape):
            self.floor = max(self.floor, one.end) if is_first(one.core) else self.floor
            return ""
        if not tells_of_rank(told):
            return ""
        text = self._with_added(self._text(span), one, span)
        text = assessed(before) or ("" if names_place(text) else text)
        self.floor = max(self.floor, one.end)
        return self._of_side(text or self.last, one)

    def _measured(self, one: Quantity, following: Quantity | None) -> str:
        before = self._before(one)
        first, span = self._beside(one, before, following)
        if is_attribute(one, before, self.shape):
            span = counted(self.shape, replace(one, kind="count", end=one.end + 1, unit=""), following)
            first = (one.start, one.start)
        others = one.kind == "count" and not (self.previous and self.previous.unit in ("", one.unit))
        reached = others and REACHED.search(before)  # 、惠及5万户, of no road that was told before
        first = (one.start, one.start) if reached else first
        inherited = "" if reached or self._is_of_another(first, one) else self._inherited(one)
        behind = span[0] < span[1]
        text = self._text(span, behind=True) if behind else ""
        behind = bool(text) and not (
            not one.unit and len(text) == 1 and first[0] < first[1]
        )  # 供餐能力25万客
        text = (
            with_size(text, span, following, self.masked)
            if behind
            else self._of_size(self._text(first), first)
        )
        text = self._of_thing(text or self._clause_before(one, before), one, following)
        self.stated = "" if behind else text
        if behind and is_called(one, before, first):
            text = front(self._text(first), first, self.words) + text
        named = self._with_added(text, one, first if not behind else (one.start, one.start))
        gap = self.shape[span[1] : following.start] if following else ""
        self.behind = behind and not tells_side(gap) and not is_limit(one, self.masked)
        self.floor = max(self.floor, self._ends(span) if self.behind else one.end)
        return self._of_side(self._of_whole(named, inherited, one) or inherited, one)

    def _beside(self, one: Quantity, before: str, following: Quantity | None) -> tuple[Span, Span]:
        """Where the noun before a number stands, and the one behind it; of a share one of them alone."""
        joined = self.behind and len(before) == one.start - self.floor
        first = stated(without_predicate(before) if joined else before, one.start)
        span = counted(self.shape, one, following)
        paid = _BY.search(self.shape, one.start - len(before), one.start)
        if one.kind == "proportion" and paid and _GIVEN.match(self.shape, one.end):
            return paid.span(1), (one.end, one.end)
        sized = self.previous is not None and is_limit(self.previous, self.masked)
        given = _GIVES_PART.search(before) and span[0] < span[1]
        if one.kind == "proportion" and (given or (before.startswith("的") and not sized)):
            return (one.start, one.start), span  # 1%的土地、5%的人口
        if one.kind == "proportion" and first[0] < first[1] and not _PLACE.fullmatch(self._text(first)):
            return first, (one.end, one.end)  # the noun behind is what the share is of, where none is before
        return first, span

    def _is_of_another(self, first: Span, one: Quantity) -> bool:
        """Whether a clause of its own names, before a growth, what could not be cut as a name."""
        named = one.kind == "growth" and first[1] - first[0] >= _UNCUT and not self._text(first)
        opens = self.shape[first[0] - 1 : first[0]] == "，" and self.shape[first[0]] not in "比较同"
        return bool(named and opens)

    def _inherited(self, one: Quantity) -> str:
        """What the number before measured, where no clause of something else has begun."""
        another = one.kind == "count" and ANOTHER.search(self.masked[self._since(one) : one.start + 1])
        if another or is_of_its_own(one, self.shape):
            return ""
        if self.behind and self.floor == one.start and self.previous and self.previous.core.endswith("大"):
            return self.previous.core + self.last  # 六大系统251个
        if self.previous and self.previous.end == one.start and is_limit(self.previous, self.masked):
            return self.previous.expression + of_any_size(self.last)
        return self.last

    def _of_whole(self, named: str, inherited: str, one: Quantity) -> str:
        """The name of a share with what it is spent on, or with the whole that was told before it."""
        named = of_whole(each_first(named), self.last)
        spent = SPENT.match(self.shape, one.end) if one.kind == "proportion" else None
        return (named or inherited) + spent[0] if spent else named

    def _of_size(self, text: str, span: Span) -> str:
        """The name of things with the size right before it that says which (总投资超10亿元项目50个)."""
        size = self.previous
        beside = size is not None and self.masked[size.end : span[0]] in ("", "的")
        told = beside and self.masked.startswith(text, span[0])
        if not text or size is None or not told or not is_limit(size, self.masked):
            return text
        if not size.unit.endswith("岁"):
            return f"{self.stated}{size.expression}{self.masked[size.end : span[0]]}{text}"
        added = _OF_AGED.search(self.shape[max(0, size.start - 8) : size.start])
        return f"{added[0] if added else ''}{size.expression}{text}"

    def _of_thing(self, text: str, one: Quantity, following: Quantity | None) -> str:
        """The name of a side with the thing that it is told before: 总规模500亿元的产业投资基金."""
        if not SIDE.fullmatch(text) or not self.shape.startswith("的", one.end):
            return text
        span = counted(self.shape, replace(one, end=one.end + 1, unit=""), following)
        return self._text(span, behind=True) + text

    def _clause_before(self, one: Quantity, before: str) -> str:
        """The clause before one that only says how much, where it is a name: 教育投入，将由100亿元增加到."""
        stop = one.start - len(before) - 1
        start, end = stated(before, one.start)
        if (
            start < end
            or one.expression.startswith("连续")
            or REACHES.search(before)
            or self.shape[stop : stop + 1] != "，"
            or not self.words
            or stop <= self.floor
        ):
            return ""
        found = BEFORE.search(self.shape[max(self.floor, stop - _REACH) : stop])
        span = stated(found[0], stop) if found else (stop, stop)
        of_itself = span[0] > self.floor or not self.floor
        if said := _PREDICATE.search(self.shape, *span):
            span = span[0], said.start()
        return self._text(span) if of_itself and whole(span, self.words) == span else ""

    def _ends(self, span: Span) -> int:
        """Where the noun behind a number ends: before a verb that counts more (25个县|建成公园3个)."""
        more = self.words and self.shape[span[1] : span[1] + 1].isdigit()
        return min(span[1], whole(span, self.words, behind=True)[1]) if more else span[1]

    def _since(self, one: Quantity) -> int:
        return self.previous.end if self.previous and self.previous.end <= one.start else 0

    def _text(self, span: Span, *, behind: bool = False) -> str:
        """What stands in a span, dates left out; where words are known, as much as is a noun phrase."""
        start, end = whole(span, self.words, behind=behind) if self.words else span
        end = span[1] if self.masked[span[1] : end] in _VERBS_LEFT else end  # 占比|达, cut as 占|比达
        text = self.masked[start:end].replace(" ", "")[-LONGEST:]
        return text if names_something(text) else ""

    def _with_added(self, text: str, one: Quantity, span: Span) -> str:
        """The name with the 新增 that stands right before it, or before the list that it stands in."""
        found = _ADDED.search(self.shape[max(0, span[0] - 3) : span[0]])
        listed = self.added if _STILL.fullmatch(self.shape[self.floor : span[0]]) else ""
        self.added = found[0] if found else "" if SIDE.fullmatch(text) else listed
        return self.added + text if text and not text.startswith(("新", "净")) else text

    def _of_side(self, text: str, one: Quantity) -> str:
        """The name of a side (规模, 总数) with that of which it is a side, told just before."""
        whose = self.made[-1] if self.made else ""
        between = self.masked[self._since(one) : one.start]
        paid = one.kind == "proportion" and text.endswith("投资")  # 按不超过总投资30%的比例给予补助
        side = SIDE.fullmatch(text) and not paid and not begins_anew(between, text)
        if not side or not self.previous or not whose or _CLAUSES.search(between):
            return text
        whose = _IS_ADDED.sub("", whose)
        if not RATE.match(text) and (SIDE.search(whose) or SAME.search(whose)):
            return whose
        return whose + text


def indicators(sentence: str, found: Sequence[Quantity], words: Sequence[Word] = ()) -> list[str]:
    """
    What each quantity of a sentence measures, empty where nothing says so.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "地区生产总值5.3万亿元、增长5.5%，新增养老床位5万张，设置13个国家医学中心。"
    >>> indicators(text, quantities(text))
    ['地区生产总值', '地区生产总值', '新增养老床位', '国家医学中心']
    """
    masked = without_asides(without_dates(sentence, found), found)
    shape = without_digits(masked, found)
    reader = _Reader(masked, shape, words)
    for one, following in pairwise([*found, None]):
        if one is not None:
            reader.read(one, following)
    named = honoured(shape, found, dealt(masked, shape, found, reader.made, words))
    named = none_of(shape, found, named, words)
    for circumstance in WHILE.finditer(sentence):
        for at, text in _within(sentence, found, *circumstance.span()):
            named[at] = text
    return named


def _within(sentence: str, found: Sequence[Quantity], start: int, end: int) -> Iterator[tuple[int, str]]:
    """What the numbers of a circumstance measure there (在对美贸易下降三成的情况下)."""
    start += 1  # behind 在
    places = [at for at, one in enumerate(found) if start <= one.start and one.end <= end]
    here = [replace(found[at], start=found[at].start - start, end=found[at].end - start) for at in places]
    towards = "对" if sentence.startswith("对", start) else ""
    for at, text in zip(places, indicators(sentence[start:end], here), strict=True):
        yield at, towards + text if text and sentence.startswith(text, start + len(towards)) else text
