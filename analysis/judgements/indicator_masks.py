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
# What is said of a thing before its number is told, with its mark: 收入再创新高，|达到980亿元.
_SAID_BEFORE = re.compile(
    "(?<=[一-鿿])(?:[再连又屡双]{0,2}(?:"
    "创下?[历史同期近新年来有以造 ]{0,8}(?:新[高低]|最[高好]水平|[纪记]录)|"
    "刷新[历史]{0,2}[纪记]录)|"
    "(?:稳步|持续|节节)攀升|[再迈登跨]{1,2}上新?的?台阶|位居[全国省市]{0,2}前列)[，、](?=达|突破|超过|[升降增减]至)"
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

    for circumstance in (WHILE, _SAID_BEFORE):
        masked = circumstance.sub(lambda found: " " * len(found[0]), masked)
    return _ASIDE.sub(blank, masked)


def without_digits(masked: str, found: Sequence[Quantity]) -> str:
    """A sentence whose names have no digits: they are words, and end no phrase."""
    pieces, at = [], 0
    for one in found:
        if one.in_name and one.start >= at:
            pieces += [masked[at : one.start], DIGITS.sub("甲", masked[one.start : one.end])]
            at = one.end
    return "".join((*pieces, masked[at:]))
