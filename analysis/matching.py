"""
Where the expressions of themes stand in a sentence, and what they weigh.

An expression is found where it stands between edges of words, so that 民生 is not found in 人民生活; what stands only
inside a longer word is counted apart and shown. Expressions of four characters or more need only begin at
an edge: the dictionary has compounds that would hide their end (健康|服务体系), and that long a string
hardly arises by chance.

What counts is the clause: in a sentence of 500 characters that lists everything, every theme has some word. And in a
clause, an item of an enumeration of other things (总部经济、平台经济、专业服务) weighs less than what the
clause is about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    from analysis.codebook import Theme

LONG = 4  # characters from which an expression needs an edge only where it begins
WEAK = 0.4  # weight of a weak expression, and of an item among other things: two make no theme, three do
ITEMS = 3  # from so many items on, an enumeration may be a list of other things
TAIL = 8  # characters behind the last 、 or 和 within which the last item begins
NEAR = 2  # characters that may stand between an expression and the first 、 (数字化建设、)

CLAUSE = re.compile(r"[^，；：。！？,;:!?]+")
_CLOSING = re.compile(r"等|方面|领域|的")
_JOINT = re.compile(r"以及|[和与及]")


@dataclass(frozen=True, slots=True)
class Place:
    """An expression where it stands in a sentence, offsets from its beginning; see `occurrences`."""

    start: int
    end: int
    expression: str
    whole: bool
    longest: bool = False
    clause: int = -1
    item: int = -1
    items: int = 0
    counts: bool = False


class Finder:
    """Looks for the expressions of `themes` in sentences, all of them in one pass."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.themes = tuple(themes)
        every = {text for theme in themes for text in (*theme.expressions, *theme.not_within)}
        self._by_first: dict[str, list[str]] = {}
        for text in sorted(every, key=lambda text: (-len(text), text)):
            self._by_first.setdefault(text[0], []).append(text)
        self._theme_of: dict[str, list[int]] = {}
        self._not_within: dict[str, list[int]] = {}
        for rank, theme in enumerate(themes):
            for text in theme.expressions:
                self._theme_of.setdefault(text, []).append(rank)
            for text in theme.not_within:
                self._not_within.setdefault(text, []).append(rank)

    def places(self, sentence: str, edges: set[int], context: str) -> Iterator[tuple[Theme, list[Place]]]:
        """
        For each theme with a string in the sentence: where, in reading order, longer ones first.

        `edges` are the offsets at which words begin or end; `context` is the text in which companions are
        looked for.
        """
        found: dict[int, list[tuple[int, int, str]]] = {}
        excluded: dict[int, list[tuple[int, int]]] = {}
        for start, end, text in self._strings(sentence):
            for rank in self._theme_of.get(text, ()):
                found.setdefault(rank, []).append((start, end, text))
            for rank in self._not_within.get(text, ()):
                excluded.setdefault(rank, []).append((start, end))
        clauses = [match.span() for match in CLAUSE.finditer(sentence)] if found else []
        for rank in sorted(found):
            free = [one for one in found[rank] if not _inside(one[:2], excluded.get(rank, ()))]
            if free:
                theme = self.themes[rank]
                yield theme, list(_places(theme, free, sentence, edges, clauses, context))

    def _strings(self, sentence: str) -> Iterator[tuple[int, int, str]]:
        for start, first in enumerate(sentence):
            for text in self._by_first.get(first, ()):
                if sentence.startswith(text, start):
                    yield start, start + len(text), text


def _places(
    theme: Theme,
    found: Sequence[tuple[int, int, str]],
    sentence: str,
    edges: set[int],
    clauses: Sequence[tuple[int, int]],
    context: str,
) -> Iterator[Place]:
    whole = [(s, e) for s, e, _ in found if s in edges and (e - s >= LONG or e in edges)]
    for start, end, text in found:
        span = (start, end)
        if span not in whole:
            yield Place(start, end, text, False)
            continue
        longest = not _inside(span, [other for other in whole if other != span])
        at = next(n for n, (first, last) in enumerate(clauses) if first <= start < last)
        clause = sentence[slice(*clauses[at])]
        counts = longest and _together(theme, text, context) and not any(w in clause for w in theme.unless)
        item, items = _item(clause, start - clauses[at][0], end - clauses[at][0])
        yield Place(start, end, text, True, longest, at, item, items, counts)


def _together(theme: Theme, text: str, context: str) -> bool:
    """Whether the companions that an expression needs are there."""
    words = theme.companions.get(text, ())
    return not words or any(word in context for word in words)


def _inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _enumeration(clause: str) -> tuple[list[int], int] | None:
    """
    Where the items of an enumeration of three or more are parted in a clause, and where its last item ends.

    Items are parted by 、, the last two perhaps by 和, 与 or 及. The enumeration ends before 等, 方面, 领域 or
    的: what follows is what it is about, no item of it.
    """
    marks = [at for at, letter in enumerate(clause) if letter == "、"]
    if not marks:
        return None
    closing = _CLOSING.search(clause, marks[-1])
    end = min(marks[-1] + TAIL, len(clause)) if closing is None else closing.start()
    joint = _JOINT.search(clause, marks[-1] + 2, min(end, marks[-1] + TAIL))
    if joint is not None:
        marks.append(joint.start())
        end = max(end, min(joint.end() + TAIL, len(clause)) if closing is None else closing.start())
    return (marks, end) if len(marks) + 1 >= ITEMS else None


def _item(clause: str, start: int, end: int) -> tuple[int, int]:
    """
    Which item of an enumeration stands at that place of a clause, and of how many; −1 of 0 outside enumerations.

    The first item is what stands right before the first mark: 互联网 in 互联网等企业的技术创新、模式创新 is none.
    """
    found = _enumeration(clause)
    if found is None or start > found[1] or end < found[0][0] - NEAR:
        return -1, 0
    return sum(mark < start for mark in found[0]), len(found[0]) + 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a theme in one clause: its expressions in reading order, their groups, and their weight."""

    clause: int
    expressions: tuple[str, ...]
    groups: tuple[str, ...]
    weight: float


def weigh(theme: Theme, places: Iterable[Place]) -> list[Evidence]:
    """
    The evidence of a theme in each clause of a sentence.

    Different expressions add up: 1 each, .4 for a weak one. An enumeration speaks of a theme when half of its
    items, two at least, do; otherwise each item weighs .4 like a weak word. A group that gathers (services in
    the life circle of a neighbourhood) takes the enumerated items of other groups in its sentence.
    """
    counted = [place for place in places if place.counts]
    gathering = {
        theme.expressions[place.expression].id
        for place in counted
        if theme.expressions[place.expression].gathers
        and place.item < 0
        and place.expression not in theme.weak
    }
    clauses: dict[int, dict[str, Place]] = {}
    for place in counted:
        clauses.setdefault(place.clause, {}).setdefault(place.expression, place)
    return [_evidence(theme, at, clause, gathering) for at, clause in sorted(clauses.items())]


def _evidence(theme: Theme, at: int, clause: Mapping[str, Place], gathering: Collection[str]) -> Evidence:
    items = {place.item for place in clause.values()} - {-1}
    scattered = len(items) < 2 or 2 * len(items) < max(place.items for place in clause.values())
    total, groups = 0.0, dict.fromkeys((theme.expressions[text].id for text in clause), 0.0)
    for text, place in clause.items():
        weight = WEAK if text in theme.weak or (place.item >= 0 and scattered) else 1.0
        total += weight
        group = theme.expressions[text].id
        if place.item < 0 or not gathering or group in gathering:
            groups[group] += weight
    enough = tuple(group for group, weight in groups.items() if weight >= 1)
    held = enough or tuple(group for group, weight in groups.items() if weight > 0 and not gathering)
    return Evidence(at, tuple(clause), held, round(total, 1))


def joined(cells: Iterable[str]) -> str:
    """The different values of several cells in one, in order."""
    return SEPARATOR.join(dict.fromkeys(text for cell in cells for text in cell.split(SEPARATOR) if text))
