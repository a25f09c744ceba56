"""Where paragraphs of a PDF begin, by how their lines stand on the page: indents, ends, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from analysis.reading.lines import display_width
from analysis.reading.paragraphs import NUMBERS, ends_sentence
from analysis.reading.widths import LEAST

_LEAST_INDENT, _MOST_INDENT = 1.4, 3.3  # characters by which a first line stands in
_SHORT = 2  # characters of room that a line leaves when its paragraph ends there
_FAR = 0.4  # of the measure; a line that leaves as much ends its paragraph even without a stop
_GAP = 1.35  # of the usual distance of two lines
_SMALL = 0.75  # of the usual height: subscripts and the like
_ALIGNED = 1.5  # characters by which right edges differ that are one
_NARROW = 0.3  # of a line's height that a character is wide; less, and lines do not run across
_UPWARDS = 2  # heights by which a line may stand above the one before it; more is the next column
_LEAST_MEASURE = 0.6  # of the page between margins that are alike
_LONG_PAGE, _RARE = 20, 0.05  # lines from which on an edge must be that of a share of them
_WORD = re.compile(r"[0-9A-Za-z%.,/:_-]+")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a page and where it stands, in points; its right is its left where that is not known."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0

    @property
    def is_placed(self) -> bool:
        """Whether it is known where the line stands."""
        return self.right > self.left


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its width in points, the share that pictures cover, its lines."""

    lines: tuple[PlacedLine, ...]
    width: float = 0.0
    pictured: float = 0.0


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a page is set: a character's width and a line's height, the edges, the distance of lines."""

    em: float
    height: float
    left: float
    right: float
    pitch: float
    aligned: bool = field(default=False)  # whether several lines end at the right edge

    def is_indented(self, line: PlacedLine) -> bool:
        return _LEAST_INDENT * self.em <= line.left - self.left <= _MOST_INDENT * self.em

    def is_small(self, line: PlacedLine) -> bool:
        return line.top - line.bottom < _SMALL * self.height or bool(NUMBERS.fullmatch(line.text.strip()))

    def is_flush(self, line: PlacedLine, other: PlacedLine) -> bool:
        """Whether two lines are of a block that is set narrower than the page."""
        near = self.em / 2
        return (
            line is not other and abs(line.left - other.left) < near and abs(line.right - other.right) < near
        )

    def room(self, line: PlacedLine, below: PlacedLine) -> float:
        """How many characters would have stood behind a line, beyond what the next one begins with."""
        word = _WORD.match(below.text.strip())
        return (self.right - line.right) / self.em - (len(word[0]) / 2 if word else 1)


_Place = tuple[int, PlacedLine, _Measure | None]  # number of the line


def beginnings(pages: Sequence[Page], dropped: frozenset[int]) -> frozenset[int]:
    """
    The numbers of the lines (from 1, through all pages) with which a paragraph certainly begins.

    Nothing is said of pages in columns, nor of those that do not tell where their lines stand.
    """
    found = list(_placed(pages, dropped))
    return frozenset(found[at][0] for at in range(1, len(found)) if _begins(found[max(0, at - 2) : at + 1]))


def _placed(pages: Sequence[Page], dropped: frozenset[int]) -> Iterator[_Place]:
    number = 0
    for page in pages:
        found = list(enumerate(page.lines, start=number + 1))
        number += len(found)
        body = [(at, line) for at, line in found if at not in dropped and line.text.strip()]
        measure = _measure([line for _, line in body], page.width)
        yield from ((at, line, measure) for at, line in body)


def _begins(found: Sequence[_Place]) -> bool:
    """Whether the last of two or three lines begins a paragraph."""
    (_, above, measure), (_, line, own) = found[-2:]
    if measure is None or own is None or measure.is_small(above) or own.is_small(line):
        return False
    room, ended = measure.room(above, line), ends_sentence(above.text)
    if room > _FAR * (measure.right - measure.left) / measure.em:
        return ended or not any(measure.is_flush(above, beside) for _, beside, _ in (found[0], found[-1]))
    wide = measure is own and above.bottom - line.bottom > _GAP * measure.pitch
    if wide or own.is_indented(line):
        return ended or room > 2 * _SHORT
    return ended and measure.aligned and room > _SHORT


def _measure(lines: Sequence[PlacedLine], width: float) -> _Measure | None:
    """How a page's text is set; None where that cannot be said, or it stands in columns."""
    if len(lines) < 2 or not all(line.is_placed for line in lines):
        return None
    em = median((line.right - line.left) / max(1, display_width(line.text.strip()) / 2) for line in lines)
    left = _left(lines, em)
    aligned = _right(lines, left, width, _ALIGNED * em)
    right = aligned or max(width - left, *(line.right for line in lines))  # margins are mostly alike
    pitches = sorted(above.bottom - below.bottom for above, below in pairwise(lines))
    height = median(line.top - line.bottom for line in lines)
    if pitches[0] < -_UPWARDS * height or em < _NARROW * height:
        return None
    return _Measure(em, height, left, right, pitches[len(pitches) // 4], aligned > 0)


def _left(lines: Sequence[PlacedLine], em: float) -> float:
    """The left edge: the leftmost at which not only a stray line begins."""
    lefts = sorted(line.left for line in lines)
    least = _RARE * len(lines) if len(lines) >= _LONG_PAGE else 1
    return next(left for left in lefts if sum(abs(other - left) < em / 2 for other in lefts) >= least)


def _right(lines: Sequence[PlacedLine], left: float, width: float, near: float) -> float:
    """
    The rightmost edge at which several lines end; 0 where none is, or none that breaks lines.

    Paragraphs of a line each may end at one place by chance, but not far out, nor within a sentence.
    """
    rights = sorted((line.right for line in lines), reverse=True)
    edge = next((right for right, next_ in pairwise(rights) if right - next_ < near), 0.0)
    broken = any(
        abs(line.right - edge) < near and display_width(line.text) >= LEAST and not ends_sentence(line.text)
        for line in lines
    )
    return edge if broken or edge - left > _LEAST_MEASURE * (width - 2 * left) else 0.0
