"""Where words begin and end in a document's sentences, short enough to stand in a page."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.study import Study

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def borders(study: Study) -> dict[str, set[int]]:
    """Where words begin and end, by sentence."""
    tokens = study.token_index
    found: dict[str, set[int]] = {}
    for id_, (_, start, end) in zip(tokens.ids, tokens.places.tolist(), strict=True):
        found.setdefault(id_, set()).update((start, end))
    return found


def spans(borders: set[int] | tuple[int, ...], start: int, length: int) -> str:
    """
    The lengths between borders as digits of base 36; z is 35 and goes on with the next.

    Examples
    --------
    >>> spans({10, 12, 15}, 10, 6)
    '231'
    >>> spans({75}, 0, 77)
    'zz52'
    """
    places = sorted({0, length, *(border - start for border in borders)})
    lengths = [after - before for before, after in itertools.pairwise(places)]
    return "".join("z" * (one // 35) + _DIGITS[one % 35] for one in lengths)
