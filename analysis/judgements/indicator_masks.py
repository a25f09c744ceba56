"""A sentence with blanks for what is no part of an indicator: dates, asides, the digits of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.judgements.quantities import Quantity

DIGITS = re.compile("[0-9]")
# A short bracket in a phrase, and by which prices a growth is told.
_ASIDE = re.compile(
    "(?<=[一-鿿])（[^（），。；、]{1,12}）(?=[一-鿿])"
    "|，?(?:扣除|剔除)[^，。；、]{0,4}(?:物价|价格)[^，。；、]{0,4}因素(?:影响)?，?"
    "|，?按(?:可比|不变)(?:价格|价|口径)(?:计算)?，?"
)
WHILE = re.compile("在[^，。；]{2,24}的?(?:情况|背景|形势)下，?")  # 外贸在对美贸易下降三成的情况下增长12%


def without_dates(sentence: str, found: Sequence[Quantity]) -> str:
    """A sentence with blanks for its dates and periods, but for those in a name (学前一年教育)."""
    pieces, at = [], 0
    for one in found:
        named = sentence.endswith("学前", 0, one.start)
        if one.kind in ("date", "period") and one.start >= at and not named:
            pieces += [sentence[at : one.start], " " * (one.end - one.start)]
            at = one.end
    return "".join((*pieces, sentence[at:]))


def without_asides(masked: str, found: Sequence[Quantity]) -> str:
    """A sentence with blanks for circumstances and short brackets in a phrase, those with numbers kept."""
    held = {place for one in found if not one.in_name for place in range(one.start, one.end)}

    def blank(aside: re.Match[str]) -> str:
        return aside[0] if held & set(range(*aside.span())) else " " * len(aside[0])

    return _ASIDE.sub(blank, WHILE.sub(lambda circumstance: " " * len(circumstance[0]), masked))


def without_digits(masked: str, found: Sequence[Quantity]) -> str:
    """A sentence whose names have no digits: they are words, and end no phrase."""
    pieces, at = [], 0
    for one in found:
        if one.in_name and one.start >= at:
            pieces += [masked[at : one.start], DIGITS.sub("甲", masked[one.start : one.end])]
            at = one.end
    return "".join((*pieces, masked[at:]))
