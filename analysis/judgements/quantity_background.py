"""
Numbers that are neither done nor promised, whichever way their sentence looks.

An ordinal that ranks nothing, a level (县乡两级), what only says which things are meant, and a time that is
told of itself (五千年文明, 新的一年), and what a clause is about (针对关税为零的2034种商品).
"""

from __future__ import annotations

import re

from analysis.judgements.quantities import Quantity
from analysis.judgements.quantity_limits import is_limit
from analysis.judgements.quantity_ranks import is_standing

_REACH = 24  # characters before a number that say what it is
_NEAR = 14  # characters behind it
_OCCASION = 60  # characters in which it is said that a clause is about something
_MEANT = re.compile("(?:^|[，；。：])针对[^，。；：]{0,56}$")
_CLAUSE_ENDS = re.compile("[，。；：！？,;]")
# What a sanction or reward hangs on: 连续两次考核不合格的，取消资格.
_CONDITION = re.compile(
    "[^，。；、]{0,16}?的(?:单位|企业|园区|机构|地区|项目|人员|个人|部门)?，[一-鿿]{0,3}?(?:取消|终止|撤销|约谈|通报|清退|注销|吊销|"
    "责令|列入|纳入|暂停|收回|警告|予以|给予|优先|摘牌|问责|追责|停止)"
)
_HELD_AGAINST = frozenset(("次", "年", "季度", "个季度", "月", "个月", "日", "天", "起", "例"))
_FLOOR = ("地下", "地上")
_TOLD_OF = re.compile("(?:的[一-鿿]{0,8}?|历程)?，?(?:是(?!为)|极|很不|令人|来之不易)")
_NAMED = re.compile("的?(?:中华民族|漫长|悠久|历史|文明|发展史|一遇|禁渔|发展规划期|一贯制)")
_NEW_YEAR = re.compile("(?:新的|关键|重要|的)$")
_ROUND_THE_CLOCK = re.compile("(?:24|二十四)小时")
_COMPARED = ("学前", "比", "较")


def is_background(quantity: Quantity, sentence: str, *, ahead: bool) -> bool:
    """
    Whether a number only numbers, describes or names the time of what its sentence tells.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "坚持质量第一，实施第四批项目，为65岁以上老年人体检，产量居全国第一"
    >>> [is_background(one, text, ahead=True) for one in quantities(text)]
    [True, True, True, False]
    """
    if _MEANT.search(sentence, max(0, quantity.start - _OCCASION), quantity.start):
        return True
    before = _CLAUSE_ENDS.split(sentence[max(0, quantity.start - _REACH) : quantity.start])[-1]
    behind = sentence[quantity.end : quantity.end + _NEAR]
    held = quantity.kind in ("count", "period") and quantity.unit in _HELD_AGAINST
    if held and _CONDITION.match(sentence, quantity.end):
        return True
    if quantity.kind == "rank":
        return not is_standing(quantity.core, before, behind, ahead=ahead)
    if quantity.kind == "period":
        return _is_told_of_itself(quantity, before, behind) or (ahead and _is_past(quantity, before, behind))
    level = quantity.kind == "count" and quantity.unit == "级"
    return level or (quantity.unit == "层" and before.endswith(_FLOOR)) or is_limit(quantity, sentence)


def _is_told_of_itself(period: Quantity, before: str, behind: str) -> bool:
    """Whether a period is the subject, or part of a name, and no time in which something is done."""
    if before.endswith(_COMPARED) or _NAMED.match(behind) or _ROUND_THE_CLOCK.match(period.core):
        return True
    told = _TOLD_OF.match(behind) and not period.expression.startswith("连续")
    those = period.expression.startswith("这") and behind.startswith("的")
    return bool(told or those or (period.core == "一百年" and behind.startswith("奋斗目标")))


def _is_past(period: Quantity, before: str, behind: str) -> bool:
    """Whether a period in a sentence that looks ahead is what it looks back on, or a year by its rank."""
    called = period.core == "一年" and _NEW_YEAR.search(before) and not behind.startswith("间")
    return bool(called or period.expression.startswith("过去") or before.endswith("回顾"))
