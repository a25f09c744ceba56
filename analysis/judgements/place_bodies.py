"""
Places that are named only as those of a body: governments in a row that answer for a measure, the committee
that runs a zone, a branch of an office (浦东新区、长宁区政府, 新片区管委会, 广东省分行).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_ALSO = "[、和与及][一-龥]{1,10}?[区县市省州旗镇乡城]"  # another whose government it is
_GOVERNMENT = re.compile(
    f"(?:{_ALSO}){{0,30}}(?:[、和与及][一-龥]{{2,6}}?(?:地区|新区|片区|园区)管委会|(?:人民)?政府(?![性采购投资补贴引导部购债融间主职])|[区县市省州]?[委]办公室|[区县市省]委(?![员托派屈])|党委)"
)
_COMMITTEE = re.compile(
    "(?:[、和与及][一-龥]{2,16}?[区园城港]){0,6}(?:地区|区域)?(?:党工委|管委会|管理委员会|管理局(?=[、，）。；和与及]))"
)
_BRANCH = re.compile(
    "[省市区县州]?(?:(?![，,；;。、的在为将等和与及把由向要应])[一-龥]){0,8}?"
    "(?:监管局|监督局|分行|支行|分局|银保监局|证监局|税务局|海关(?!特殊|监管|总)|海事局|总队|支队|调查队|警备区|通信局|邮政局|气象局)"
    "(?=[、，,；;。）牵等和与及按]|要|应|负责|配合|$)"
)
_BUREAU = re.compile(
    "(?:(?![、，,；;。的在])[一-龥]){2,6}(?<![布格结全大新破])局(?=[、，,；;。：:）等要应负会牵]|$)"
)  # 西咸新区教育体育局
_CALLED = re.compile("(?:银行|证监会|银保监会|总局)$")  # a body whose name goes on: 人民银行广东省分行
_PART = re.compile("[省市区县]?分[行局]")


def is_of_government(text: str, place: PlaceName) -> bool:
    """
    Whether a place stands for a body of its: its government, be it in a row, or the committee that runs it.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> text = "（牵头单位：浦东新区、长宁区政府）"
    >>> is_of_government(text, PlaceName("浦东新区", "county", 6, 10))
    True
    >>> is_of_government("支持浦东新区、长宁区发展。", PlaceName("浦东新区", "county", 2, 6))
    False
    """
    rows = (_COMMITTEE, _BRANCH, _BUREAU) if place.type == "zone" else (_GOVERNMENT, _BRANCH, _COMMITTEE)
    if any(row.match(text, place.end) for row in rows):
        return True
    called = _CALLED.search(text, max(0, place.start - 4), place.start)
    return called is not None and bool(_PART.match(text, place.end))
