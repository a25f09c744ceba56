"""
Which number of a row is which thing's: A、B分别增长5%、3% gives A the first and B the second.

Where the clause of a row names nothing (，分别达到…; ，比上年增长5%、3%), its things are those of the row
before, or the list that the clause before is about. What things share is told in `shared_heads`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from analysis.judgements.contracted_words import members_of
from analysis.judgements.indicator_spans import BEFORE, Span, stated
from analysis.judgements.name_words import Word
from analysis.judgements.quantities import Quantity
from analysis.judgements.shared_heads import headed, of_people
from analysis.judgements.shared_work import worked_on

_MEASURED = ("count", "proportion", "growth")
_DEALS, _DEALT = re.compile("分别|依次"), 2  # and its length
_STOPS = re.compile("[，。；：！？,;]")
_TO = "(?:提[高升]|增[加长]|上升|扩大|下降|降低|减少|压[缩减]|缩[小短]|[增升减降])?[到至为]"
_OPENS = re.compile(f"[以上下]{{0,2}}(?:，|、|(?=分别|依次|{_TO}))[ ]*")
_SIDE = re.compile(
    "(?:占比|增速|增幅|数量|总数|总量|规模|产值|金额|比重|投资|占[^，、和与及]{1,20})?"  # 占全市的比重分别为
)
_RANKS = re.compile("(?:新增)?(?:国家|世界|区域|[省市县部]|[十百千万]{1,2}亿)级")
_CLASS = re.compile(
    r"^(?:\d{1,5}|[一二三四五六七八九])?[十百千万亿]{1,4}(?:元|美元|斤|公斤|亩|吨|千瓦|兆瓦|立方米|平方米)(?:及?以上)?"
)
_CLASS_ALONE = re.compile(f"({_CLASS.pattern[1:]})(?:、|[和及与])")  # 8个百亿元、40个十亿元以上企业
_WHOLE = re.compile("其中")
_NEXT = re.compile("(?:以[上下]|左右)?(?:[、和与及]|以及)约?")
_NEXT_GROWN = re.compile(
    f"{_NEXT.pattern}(?:(?:同比)?(?:增长|上升|提高|增加|下降|降低|减少)约?)?"
)  # 增长5%和下降3%
_PLACED = re.compile("(?:分别|稳|高)?(?:居|位居|列|位列|名列|排名?|排在|跃居)[^，、]{0,12}")
_LISTED = (re.compile("、"), re.compile("[、和]"), re.compile("、|以及|[和与及]"))
_REACH = 90  # characters before 分别 in which its list stands
_PREDICATE = re.compile(  # what a list is said to do before its numbers are told
    "(?<=..)(?:均|都|双双|双|全部|[近多]年来?|[首再]次|实现|出现|取得|保持|持续|稳步|稳定|明显|显著|继续|大幅|快速|较快|"
    "进一步|不断|逐步|[位稳高]?居(?![民家住])|排名|[高低优好快]于|“)"
)
_ADDED = re.compile("新增|净增")
_TOTALS = ("总数", "总量", "规模")
_SECTORS, _OF_SECTORS = re.compile("(?:^|全[国省市区县])三次产业(增加值|投资|比重|占比|)$"), "一二三"
_AND_OTHERS = re.compile("等[^、等]{0,6}指标$")


class Sentence(NamedTuple):
    """A sentence, what it looks like without the digits of its names, and its words."""

    text: str
    shape: str
    words: Sequence[Word]


def dealt(
    text: str, shape: str, found: Sequence[Quantity], made: Sequence[str], words: Sequence[Word]
) -> list[str]:
    """
    The indicators that were read in a text, those of a row each by its own thing; `shape` has no digits.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "食品、药品合格率分别达99%、98%，提高2%、1%"
    >>> dealt(text, text, quantities(text), ["", "", "", ""], [])
    ['食品合格率', '药品合格率', '食品合格率', '药品合格率']
    """
    named, at, sentence = _shared(text, found, list(made)), 0, Sentence(text, shape, words)
    while at < len(found):
        row = list(_row(found, shape, at))
        if len(row) > 1:
            for place, thing in zip(row, _things(sentence, found, named, row), strict=False):
                named[place] = thing
        at = row[-1] + 1 if row else at + 1
    return named


def _row(found: Sequence[Quantity], shape: str, first: int) -> Iterator[int]:
    """The places of the numbers that follow from one on, one joined to the other."""
    end = last = -1
    for at in range(first, len(found)):
        one = found[at]
        if one.kind == "date" or one.in_name:
            if end < 0:
                return
            continue
        # 第二、第四位 share where they stand
        grown = end >= 0 and found[last].kind == one.kind == "growth"
        joined = (_NEXT_GROWN if grown else _NEXT).fullmatch(shape, end, one.start) if end >= 0 else None
        if not (end < 0 or one.start < end or joined):
            return
        yield at
        end, last = one.end, at


def _things(
    sentence: Sentence, found: Sequence[Quantity], named: Sequence[str], row: Sequence[int]
) -> list[str]:
    """The things that a row of numbers is of, where they are as many; else none."""
    start, before = found[row[0]].start, _measured_before(found, row[0], len(row))
    floor = found[before[-1]].end if before else 0
    shape = sentence.shape
    deals = [deal.start() for deal in _DEALS.finditer(shape, floor, start)]
    deals = deals if deals and not _STOPS.search(shape, deals[-1], start) else []
    end = deals[-1] if deals else start
    if listed := _listed(sentence, end, floor, len(row)):
        told = _side(shape[end + _DEALT : start]) if deals else None  # A、B分别占比达30%、20%
        listed = [thing if thing.endswith(told or "") else thing + (told or "") for thing in listed]
        return _of_whole(listed, shape[floor:end], named[before[-1]] if before else "")
    opens = _OPENS.match(shape, floor)
    last = [named[at] for at in before] if floor and opens else []
    ranked = opens and found[row[0]].kind == "rank" and _PLACED.fullmatch(shape, opens.end(), start)
    side = "" if ranked else _side(shape[opens.end() : end]) if opens else None
    if side is not None and len(set(last)) == len(row) and all(last):
        told = _side(shape[end + _DEALT : start]) if deals and not ranked else ""  # 分别占全市的28%、14%
        return [_whole_of(thing, side) + side + (told or "") for thing in last]
    if not deals:
        return []
    told = _side(shape[end + _DEALT : start]) or ""
    return _contracted([named[at] for at in row], told) or _of_clause_before(sentence, end, floor, len(row))


def _contracted(names: list[str], told: str) -> list[str]:
    """The members of the one word that all numbers of a row are of: 内外资分别增长8%、3%."""
    name = _DEALS.split(names[0])[0]
    things = members_of(name, len(names)) if len(set(names)) == 1 else []
    return [thing if thing.endswith(told) else thing + told for thing in things]


def _whole_of(thing: str, side: str) -> str:
    """A thing as its side is told: the total of what was added is that of all (新增企业5家…总数)."""
    added = _ADDED.match(thing) if side in _TOTALS else None
    return thing[added.end() :] if added else thing


def _measured_before(found: Sequence[Quantity], first: int, many: int) -> list[int]:
    """The places of as many numbers that measure something before one."""
    told = (at for at in range(first - 1, -1, -1) if found[at].kind in _MEASURED)
    return [*islice(told, many)][::-1]


def _side(between: str) -> str | None:
    """Which side of a thing is told before a number, if nothing else is (占比分别为; 比上年增长)."""
    begin, end = stated(between, len(between))
    return between[begin:end] if _SIDE.fullmatch(between, begin, end) else None


def _of_clause_before(sentence: Sentence, start: int, floor: int, many: int) -> list[str]:
    """The list that the clause before one without a subject is about: A、B均居首位，分别达到…."""
    clause = sentence.shape[floor:start]
    stop = max((found.start() for found in _STOPS.finditer(clause)), default=-1)
    if stop < 0 or _side(clause[stop + 1 :]) != "":
        return []
    begin = max((found.end() for found in _STOPS.finditer(clause[:stop])), default=0)
    said = _PREDICATE.search(clause, begin, stop)
    return _listed(sentence, floor + (said.start() if said else stop), floor + begin, many)


def _of_whole(things: list[str], before: str, last: str) -> list[str]:
    """The things of a list, those that are people with what was told of all before (其中城镇、农村居民)."""
    return [of_people(thing, last) for thing in things] if _WHOLE.search(before) else things


def _listed(sentence: Sentence, end: int, floor: int, many: int) -> list[str]:
    """The things of a list that ends at a place, where they are as many as the numbers; else none."""
    shape = sentence.shape
    stop, found = end, BEFORE.search(shape[max(floor, end - _REACH) : end])
    start, end = stated(found[0] if found else "", end)
    start -= 2 * bool(_ADDED.fullmatch(shape[max(0, start - 2) : start]))
    end -= len(others[0]) if (others := _AND_OTHERS.search(shape[start:end])) else 0
    if (sectors := _SECTORS.search(shape[start:end])) and many == len(_OF_SECTORS):
        return [f"第{one}产业{sectors[1]}" for one in _OF_SECTORS]
    for listed in _LISTED:
        spans = list(_cut(shape, start, end, listed))
        if len(spans) == many:
            work = worked_on(sentence.text, spans, sentence.words) if _DEALS.match(shape, stop) else []
            texts = work or headed(sentence.text, spans, sentence.words)
            return [_with_added(shape, at, text) for (at, _), text in zip(spans, texts, strict=False)]
    return []


def _with_added(shape: str, start: int, text: str) -> str:
    """A thing with the 新增 that it begins with."""
    added = _ADDED.match(shape, start)
    return added[0] + text if added and not text.startswith(added[0]) else text


def _cut(shape: str, start: int, end: int, listed: re.Pattern[str]) -> Iterator[Span]:
    for join in listed.finditer(shape, start, end):
        yield start, join.start()
        start = join.end()
    yield start, end


def _shared(text: str, found: Sequence[Quantity], made: list[str]) -> list[str]:
    """The names, numbers before others by the noun behind both (10大类55项实事, 2个国家级、3个省级县)."""
    counted = [at for at, one in enumerate(found) if not one.in_name]
    for at, behind in reversed([*pairwise(counted)]):
        one, other = found[at], found[behind]
        paid = not made[at] and one.unit == other.unit == "元" and other.start - one.end == 1
        if (one.end == other.start or paid) and one.kind == other.kind == "count":
            made[at] = made[behind]
        elif (size := _CLASS_ALONE.fullmatch(text, one.end, other.start)) and one.unit == other.unit:
            made[at] = size[1] + _CLASS.sub("", made[behind])
        elif _RANKS.fullmatch(made[at]) and (called := _RANKS.match(made[behind])):
            made[at] += made[behind][called.end() :]
    return made
