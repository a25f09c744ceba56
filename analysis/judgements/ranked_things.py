"""Whether an ordinal is a place that something holds (居全国第三位), and not a name or a first of a row."""

from __future__ import annotations

import re

from analysis.judgements.indicator_spans import STOPS
from analysis.judgements.quantities import Quantity

_RANK = re.compile("第[^，。批个次轮期届代]{1,4}?[位名]?|首位|前.*|.*强")
_FIRST = re.compile("首[^次]")  # 成为首个总量过3万亿元的城市: what is measured stands behind it
_RANK_ENDS = re.compile(f"[{STOPS}、”和与升降跃退]|上升|下降|以内|的?(?:位置|位次|水平)|档|梯队|方阵|$")
_TOLD = re.compile("居|列|排|位|名|全|世界|大陆|部|连|升|进|入")  # that something is ranked


def is_place(one: Quantity, shape: str) -> bool:
    """
    Whether an ordinal is a place among others where its phrase ends.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> texts = ("产量居全国第三位，", "第三支柱养老保险")
    >>> [is_place(quantities(text)[0], text) for text in texts]
    [True, False]
    """
    return bool(_RANK.fullmatch(one.core) and _RANK_ENDS.match(shape, one.end))


def is_first(core: str) -> bool:
    """Whether an ordinal is the first of its kind (首个)."""
    return bool(_FIRST.fullmatch(core))


def names_place(text: str) -> bool:
    """Whether a text is itself a place among others, and so nothing that is ranked (从第8位、第4位跃居)."""
    return bool(_RANK.fullmatch(text))


def tells_of_rank(told: str) -> bool:
    """Whether what stands between a noun and an ordinal says that the noun is ranked."""
    return bool(_TOLD.search(told))
