"""
Counties by their short names where the dictionary knows none: in a list with other places (赣州、于都等),
on a way (南丰至广昌), before 等县, and where only a place can be helped (支持义乌打造…).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from analysis.judgements.action_lists import load_actions
from analysis.judgements.name_words import Word
from analysis.judgements.register_lists import divisions, entries, short_divisions

_JOINS = frozenset("、和与及")
_TO = frozenset("至到")
_BEFORE = re.compile(
    "(?:^$|[、和与及，,；;：:。“（在于向对赴至到从为以由把将]|支持|推动|推进|加快|做强|做优|提升|促进)$"
)
_BEHIND = re.compile(  # what may follow a whole name in a list
    "$|[、和与及，,；;。：:）]|等|[0-9两二三四五六七八九十]{1,3}(?:个|地|市|县|区|大)|以及"
)
_ROAD = re.compile("(?:城际|高速|一级|二级|干线|旅游|快速|普速)?(?:铁路|高铁|公路|高速)|[至到]")
_CLASSED = re.compile(  # behind a list of counties alone
    "等?(?:[0-9一二两三四五六七八九十]{0,3}个?)(?:重点|试点|山区|产粮|贫困|脱贫|边境|示范)?"
    "(?:县[、（(]|(?:县市区|县区|区县|县市|市县|县|旗县)(?![域级城委政])|市(?![场级民政委域]))"
)
_HELPED = re.compile("(?:支持|推动|推进|鼓励|引导|助力|促进|帮助|[在把将赴])$")
_SIZES = (4, 3, 2)
_NAMELIKE = re.compile("n[rz]|nrt|nrfg|nt|x")
_MOST = 40  # places of a list, to each side of one that is known
_NEVER_LED = frozenset("大小老新")

Span = tuple[int, int]


def with_counties(text: str, words: Sequence[Word], tag: str) -> list[Word]:
    """
    The words, with counties that only their frame tells made one word each, tagged as `tag` and their level.

    Examples
    --------
    >>> words = [Word("赣州", 0, 2, "known prefecture"), Word("、", 2, 3, "x"), Word("于", 3, 4, "p")]
    >>> words += [Word("都", 4, 5, "d"), Word("等", 5, 6, "u")]
    >>> [word.text for word in with_counties("赣州、于都等", words, "known")]
    ['赣州', '、', '于都', '等']
    """
    known = {(one.start, one.end) for one in words if _is_known(one, tag)}
    starts, ends = {one.start for one in words}, {one.end for one in words}
    found = dict[Span, None]()
    for span in known:
        found |= dict.fromkeys(_beside(text, span, starts, ends))
    found |= dict.fromkeys(_classed(text, starts))
    found |= dict.fromkeys(_helped(text, words))
    taken = {at for start, end in known for at in range(start, end)}
    new = sorted(span for span in found if taken.isdisjoint(range(*span)))
    return list(_recut(text, words, new, tag)) if new else list(words)


def _is_known(word: Word, tag: str) -> bool:
    return word.tag.startswith(tag) and word.tag.split()[-1] in ("province", "prefecture", "county")


def _beside(text: str, span: Span, starts: set[int], ends: set[int]) -> Iterator[Span]:
    """The names of a list to both sides of one that is known."""
    for step in (_next, _last):
        at: Span | None = span
        for _ in range(_MOST):
            at = step(text, at, starts, ends) if at else None
            if at is None:
                break
            yield at


def _next(text: str, span: Span, starts: set[int], ends: set[int]) -> Span | None:
    """The place that follows one in a list, or to which a road goes from it."""
    join = text[span[1] : span[1] + 1]
    if not join or join not in _JOINS | _TO:
        return None
    start = span[1] + 1
    if start in starts and divisions().at(text, start):
        return (start, start + len(divisions().at(text, start)))
    for size in _SIZES:
        end = start + size
        if not _is_short(text[start:end]) or (join in "和与及" and end not in ends):
            continue
        led = _ROAD.match(text, end) if join in _TO else None
        if led or _BEHIND.match(text, end) or (end in ends and len(load_actions().verbs.at(text, end)) > 1):
            return (start, end)
    return None


def _last(text: str, span: Span, starts: set[int], ends: set[int]) -> Span | None:
    """The place before one in a list."""
    if span[0] < 3 or text[span[0] - 1] not in _JOINS | _TO:
        return None
    end = span[0] - 1
    for size in _SIZES:
        start = end - size
        if start < 0 or not _is_short(text[start:end]):
            continue
        apart = start in starts and text[start - 1 : start] not in _NEVER_LED
        if apart or _BEFORE.search(text[max(0, start - 2) : start]):
            return (start, end)
    return None


def _is_short(name: str) -> bool:
    """Whether a stretch is a division's short name, and no common word."""
    return name in short_divisions().values and name not in _common()


@cache
def _common() -> frozenset[str]:
    return entries("common_counties", "word")


def _classed(text: str, starts: set[int]) -> Iterator[Span]:
    """The counties of a list that says itself that all are (在寻乌、安远等县)."""
    for closed in _CLASSED.finditer(text):
        end, listed = closed.start(), list[Span]()
        for _ in range(_MOST):
            start = next((end - size for size in _SIZES if _is_short(text[max(0, end - size) : end])), -1)
            if start < 0:
                break
            listed.append((start, end))
            if not start or text[start - 1] not in _JOINS:
                break
            end = start - 1
        if not listed:
            continue
        first = listed[-1][0]
        several = len(listed) > 1 or closed[0].startswith("等")
        if several and (first in starts or _BEFORE.search(text[max(0, first - 2) : first])):
            yield from listed


def _helped(text: str, words: Iterable[Word]) -> Iterator[Span]:
    """A word that is a county's name, between who helps it and what it does (支持义乌打造…)."""
    for word in words:
        if not _NAMELIKE.match(word.tag) or not _is_short(word.text):
            continue
        led = _HELPED.search(text[max(0, word.start - 2) : word.start])
        if led and len(load_actions().verbs.at(text, word.end)) > 1:
            yield (word.start, word.end)


def _recut(text: str, words: Sequence[Word], spans: Sequence[Span], tag: str) -> Iterator[Word]:
    """The words with each span one word; what is left of a word that a span cuts keeps its tag."""
    rest = list(spans)
    at = 0
    for word in words:
        while rest and rest[0][1] <= word.start:
            rest.pop(0)
        begin = max(at, word.start)
        for start, end in rest:
            if start >= word.end:
                break
            if begin < start:
                yield replace(word, text=text[begin:start], start=begin, end=start)
            if at < end and start >= at:
                yield Word(text[start:end], start, end, f"{tag} {_level(text[start:end])}")
            begin = at = max(begin, end)
        if begin < word.end:
            yield replace(word, text=text[begin : word.end], start=begin)


def _level(name: str) -> str:
    return short_divisions().values.get(name) or divisions().values[name]
