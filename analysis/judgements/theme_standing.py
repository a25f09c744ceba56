"""How listed expressions stand in the clauses of a sentence: as its matter, one among several, or a means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from analysis.judgements.clauses import clauses, closed

Listed = tuple[tuple[str, ...], int, int]  # themes of an expression, and where it stands
PARTS = ("cover", "last", "alone", "among", "means")

_MEANS = re.compile(r"(?:以|用|运用|利用|依托|通过|借助|凭借)[^，,；;、。：:]{0,6}$")
_REACH = 8  # characters before an expression in which a means is announced
_NEAR = 20  # characters before an “and” in which its list is looked for
_BEFORE, _AFTER = "“‘《（(", "”’》）)"


def standing(text: str, listed: Sequence[Listed]) -> dict[str, float]:
    """
    Features of how listed expressions, in reading order, stand in clauses, named ``part:theme``.

    ``cover`` is the largest share of a clause that expressions of the theme fill; ``last`` that one is the
    last of its clause (where the object stands), ``alone`` or ``among`` that one stands by itself or in an
    enumeration, ``means`` that 以, 运用 … stand shortly before one: what the codebook's rules 1 to 3 ask.

    Examples
    --------
    >>> sorted(standing("以数据管好水、电。", [(("digital",), 1, 3)]))
    ['alone:digital', 'cover:digital', 'last:digital', 'means:digital']
    """
    if not listed:
        return {}
    found: dict[str, float] = {}
    for (start, end), inside in _by_clause(text, listed):
        filled: Counter[str] = Counter()
        for themes, a, b in inside:
            stands = _places(text, start, a, b)
            for theme in themes:
                filled[theme] += b - a
                found.update({f"{part}:{theme}": 1.0 for part in stands})
        found.update({f"last:{theme}": 1.0 for theme in inside[-1][0]})
        for theme, size in filled.items():
            name = f"cover:{theme}"
            found[name] = max(found.get(name, 0.0), min(1.0, size / (end - start)))
    return found


def _by_clause(text: str, listed: Sequence[Listed]) -> Iterator[tuple[tuple[int, int], list[Listed]]]:
    """Clauses in which listed expressions stand, with these; what opens a clause belongs to it."""
    parts = list(clauses(closed(text))) or [(0, len(text))]
    starts = [start for start, _ in parts]
    for at, inside in groupby(listed, key=lambda one: max(0, bisect_right(starts, one[1]) - 1)):
        yield parts[at], list(inside)


def _places(text: str, start: int, a: int, b: int) -> list[str]:
    """How the expression from a to b stands in the clause that begins at start."""
    stands = ["among" if _is_among(text, start, a, b) else "alone"]
    if _MEANS.search(text, max(start, a - _REACH), a):
        stands.append("means")
    return stands


def _is_among(text: str, start: int, a: int, b: int) -> bool:
    before, after = text[a - 1 : a], text[b : b + 1]
    if before and before in _BEFORE:
        before = text[max(0, a - 2) : a - 1]
    if after and after in _AFTER:
        after = text[b + 1 : b + 2]
    if "、" in (before, after):
        return True
    return before in ("和", "与", "及") and "、" in text[max(start, a - _NEAR) : a]
