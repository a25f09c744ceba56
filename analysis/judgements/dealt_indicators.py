"""
Which number of a row is which thing's: A、B分别增长5%、3% gives A the first and B the second.

Things that share their head have it each: 城镇居民、农村居民人均可支配收入 are two incomes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from analysis.judgements.indicator_spans import BEFORE, Span, stated
from analysis.judgements.indicator_words import whole
from analysis.judgements.name_words import Word
from analysis.judgements.quantities import Quantity

_DEALS = re.compile("分别|依次")
_STOPS = re.compile("[，。；：！？,;]")
_OPENS = re.compile("[以上下]{0,2}[，、 ]*")
_NEXT = re.compile("[、和与及]|以及")
_LISTED = (re.compile("、"), re.compile("[、和]"), re.compile("、|以及|[和与及]"))
_REACH = 90  # characters before 分别 in which its list stands
_KIND = re.compile("(?:行业|产业|领域)")
_HEADED = re.compile(
    "(?:[率量额数值比度重耗积长速价]|收入|支出|投[资入]|贷款|[出进]口|零售|消费|里程|规模|成本|时间|能力|水平|人次|利润|税收|存款|"
    "经营主体|企业|案件|事故|用户|用电|用水)$"
)


def dealt(shape: str, found: Sequence[Quantity], made: Sequence[str], words: Sequence[Word]) -> list[str]:
    """
    The indicators that were read, those of a row behind 分别 each by its own thing.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "食品、药品合格率分别达99%、98%"
    >>> dealt(text, quantities(text), ["", ""], [])
    ['食品合格率', '药品合格率']
    """
    named, ends = list(made), [one.end for one in found]
    for deal in _DEALS.finditer(shape):
        first = bisect_right(ends, deal.end())
        floor = ends[first - 1] if first else 0
        row = list(_row(shape, found, first, deal.end()))
        things = _things(shape, deal.start(), floor, len(row), words) if len(row) > 1 else []
        things = things or _told_before(shape[floor : deal.start()], named, found, row)
        for at, thing in zip(row, things, strict=False):
            named[at] = thing
    return named


def _row(shape: str, found: Sequence[Quantity], first: int, start: int) -> Iterator[int]:
    """The places of the numbers that follow from one on, one joined to the other."""
    end = -1
    for at in range(first, len(found)):
        one = found[at]
        between = shape[start if end < 0 else end : one.start]
        joined = end < 0 or one.start < end or _NEXT.fullmatch(between)  # 第二、第四位 share where they stand
        if _STOPS.search(between) or not joined:
            return
        if one.kind != "date" and not one.in_name:
            yield at
            end = one.end


def _told_before(
    between: str, named: Sequence[str], found: Sequence[Quantity], row: Sequence[int]
) -> list[str]:
    """What as many numbers before measured, where 分别 opens its clause: A 5亿元、B 3亿元，分别增长5%、3%."""
    measured = [at for at in range(row[0] if row else 0) if found[at].kind in ("count", "proportion")]
    last = [named[at] for at in measured[-len(row) :]]
    opens = _OPENS.fullmatch(between) and len(set(last)) == len(row) > 1
    return last if opens and all(last) else []


def _things(shape: str, end: int, floor: int, many: int, words: Sequence[Word]) -> list[str]:
    """The things of a list that ends at 分别, where they are as many as the numbers; else none."""
    found = BEFORE.search(shape[max(floor, end - _REACH) : end])
    start, end = stated(found[0] if found else "", end)
    for listed in _LISTED:
        spans = list(_cut(shape, start, end, listed))
        if len(spans) == many:
            cut = [whole(span, words) if words else span for span in spans]
            texts = [shape[begin:stop].replace(" ", "") for begin, stop in cut]
            return _headed(texts, cut, words) if all(texts) else []
    return []


def _cut(shape: str, start: int, end: int, listed: re.Pattern[str]) -> Iterator[Span]:
    for join in listed.finditer(shape, start, end):
        yield start, join.start()
        start = join.end()
    yield start, end


def _headed(texts: list[str], spans: Sequence[Span], words: Sequence[Word]) -> list[str]:
    """The things, those without a head of their own with that of the last, or the front of the first."""
    last = texts[-1]
    if _HEADED.search(last):
        tails = [_tail(text, last, span, spans[-1], words) for text, span in zip(texts, spans, strict=True)]
        texts = [
            text if _HEADED.search(text) else text + tail for text, tail in zip(texts, tails, strict=True)
        ]
    inside = _within(spans[0], words)
    if len(inside) > 1 and all(len(_within(span, words)) == 1 for span in spans[1:]):
        front, head = texts[0][: -len(inside[-1].text)], inside[-1].text
        texts = [texts[0], *(front + text if text[-1] == head[-1] else text for text in texts[1:])]
    return texts


def _tail(text: str, last: str, own: Span, of_last: Span, words: Sequence[Word]) -> str:
    """What a thing leaves to the last one of its list: behind the word that both end in, or as many words."""
    for size in range(len(text), 0, -1):
        at = last.find(text[-size:])
        if at > 0 and size < len(text) and at + size < len(last):
            return last[at + size :]
    kind = _KIND.search(last)
    if kind and kind.start():
        return last[kind.start() :]  # 船舶、航空航天|行业增加值
    rest = last[len(text) :]
    if len(_within(of_last, words)) == 1 and _HEADED.fullmatch(rest):
        return rest  # 刑事、治安案件
    count = len(_within(own, words)) or 1
    inside = _within(of_last, words)
    count += bool(inside) and len(inside[0].text) == 1  # 小|浆果
    return "".join(word.text for word in inside[count:]) if len(inside) > count else ""


def _within(span: Span, words: Sequence[Word]) -> list[Word]:
    first = bisect_left(words, span[0], key=lambda word: word.start)
    return list(words[first : bisect_right(words, span[1], key=lambda word: word.end)])
