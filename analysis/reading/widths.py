"""At which widths a text is broken: the body's, and those of boxes that are set wider or narrower."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.reading.lines import Line

NEARLY = 6  # half-widths by which a full line may fall short (a word or a mark that would not fit)
LEAST, _MOST = 30, 160  # half-widths; no page is as narrow, or as wide
_SHARE, _FEWEST = 0.1, 2  # of the lines, which a width must hold to be one
_ENDS = "。！？!?；;：:）)”’"
_STOPPED = 0.03  # of the lines, which end so in any text that has stops
_MOST_BEYOND = 0.15  # of the lines, which may be wider than any


def full_widths(lines: Sequence[Line]) -> tuple[int, ...]:
    """
    The widths at which lines are broken, the widest first: frequent ones, nearly full lines counted too.

    A quantile of all lines would be spoilt by some boxes that are set wider; the most frequent width is not.

    Examples
    --------
    >>> lines = [Line("", (), width=width) for width in (50, 54, 54, 54, 12, 62, 66, 66, 8)]
    >>> full_widths(lines)
    (66, 54)
    """
    counts = Counter(line.width for line in lines if LEAST <= line.width <= _MOST)
    least = max(_FEWEST, _SHARE * len(lines))
    found: list[int] = []
    while counts:
        held = {width: _held(counts, width) for width in counts}
        best = max(held, key=lambda width: (held[width], counts[width], width))
        if held[best] < least:
            break
        found.append(_upper(counts, best))
        counts = Counter({width: n for width, n in counts.items() if abs(width - best) > NEARLY})
    return tuple(sorted(found, reverse=True))


def _held(counts: Counter[int], width: int) -> int:
    return sum(counts[near] for near in range(width - NEARLY, width + 1))


def _upper(counts: Counter[int], width: int) -> int:
    """What few of the lines held exceed, by a mark that may hang over."""
    held = sorted(near for near in range(width - NEARLY, width + 1) for _ in range(counts[near]))
    return held[int(0.85 * (len(held) - 1))]


def full_at(width: int, fulls: Sequence[int]) -> int | None:
    """
    The full width that a line fills; None when it ends before.

    Examples
    --------
    >>> [full_at(width, (66, 54)) for width in (70, 64, 58, 52, 40)]
    [66, 66, None, 54, None]
    """
    if fulls and width >= fulls[0] - NEARLY:
        return fulls[0]
    return next((full for full in fulls if full - NEARLY <= width <= full + 2), None)


def breaks_lines(lines: Sequence[Line], open_: Sequence[Line]) -> bool:
    """Whether widths break the lines of a text; `open_` are those that end within a sentence."""
    fulls = full_widths(lines)
    ended = sum(line.text[-1:] in _ENDS for line in lines)
    if not fulls or ended < _STOPPED * len(lines):
        return False  # where no line ends in a stop, lines that do not are no sign
    beyond = sum(line.width > fulls[0] + NEARLY for line in lines)
    full = sum(full_at(line.width, fulls) is not None for line in lines) - beyond
    inside = sum(full_at(line.width, fulls) is not None for line in open_ if line.width <= fulls[0] + NEARLY)
    return full >= 0.3 * len(lines) and inside >= 0.5 * full and beyond <= _MOST_BEYOND * len(lines)
