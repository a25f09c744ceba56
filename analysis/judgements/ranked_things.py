"""Whether an ordinal is a place that something holds (居全国第三位), and not a name or a first of a row."""

from __future__ import annotations

import re

from analysis.judgements.indicator_spans import STOPS
from analysis.judgements.quantities import Quantity

_RANK = re.compile("第[^，。批个次轮期届代]{1,4}?[位名]?|首位|前.*|.*强")
_FIRST = re.compile("首[^次]")  # 成为首个总量过3万亿元的城市: what is measured stands behind it
_RANK_ENDS = re.compile(f"[{STOPS}、”和与升降跃退]|上升|下降|以内|的?(?:位置|位次|水平)|档|梯队|方阵|$")
_ASSESSED = re.compile(
    "在(?:全[国省市区县]|国家|世界|全球)?([^，。、在]{2,16}(?:评价|考核|排名|测评|评估|考评|督查|监测))中"
    "(?:均|再次|继续|连续)?(?:[位名]?列|[位稳高]?居|排名?|获得?|获评|跃居|升至)(?:全[国省市区县]|世界|全球)?$"
)
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


def assessed(before: str) -> str:
    """
    What a place is held in, where only that is told: 在全省营商环境评价中位列|第二.

    Examples
    --------
    >>> assessed("在全省营商环境评价中位列"), assessed("营商环境评价中心居")
    ('营商环境评价', '')
    """
    found = _ASSESSED.search(before)
    return found[1] if found else ""


def is_first(core: str) -> bool:
    """Whether an ordinal is the first of its kind (首个)."""
    return bool(_FIRST.fullmatch(core))


def names_place(text: str) -> bool:
    """Whether a text is itself a place among others, and so nothing that is ranked (从第8位、第4位跃居)."""
    return bool(_RANK.fullmatch(text))


def tells_of_rank(told: str) -> bool:
    """Whether what stands between a noun and an ordinal says that the noun is ranked."""
    return bool(_TOLD.search(told))
