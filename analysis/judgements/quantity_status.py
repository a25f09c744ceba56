"""
Whether a number tells what was achieved, what is diagnosed or what is promised, and by when.

The status follows the mode of the sentence: only one that looks ahead promises. Names, dates and numbers that
are mere background have none; what a task starts from (由60%提高到70%) or what it says was done is achieved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from analysis.judgements.ahead_clauses import is_cited, looks_ahead, turns
from analysis.judgements.mode_marks import Mode
from analysis.judgements.quantities import Quantity
from analysis.judgements.quantity_background import is_background

Status = Literal["achieved", "diagnosed", "promised", "none"]

_ESTIMATED = re.compile("预计|初步核算|初步统计|预估|快报|预测")
_BASELINE = re.compile("(?:由|从)(?:[^，。；,;]{0,14})$")
_COMPARED = re.compile("(?:比|与|同)[^，。；,;]{0,10}年的?$")
_RISES = re.compile(
    "^[^，。；,;]{0,14}?(?:提高|增加|上升|提升|减少|下降|降低|降|压缩|压减|缩小|缩短|延长|扩大|拓展|整合|增长|升|增|减)?[到至为]"
)
_MERGED = re.compile("^[并变合](?:为|成)?[一两二三四五六七八九十\\d]")  # 三档并两档
_REACHED = re.compile("提前|如期|按期|年底.{0,8}(?:建成|完成|实现)|[底末]")
_OPENED = re.compile(  # what was done on a day: 于2024年12月26日建成通车
    "[^，。；0-9]{0,8}?(?:建成|竣工|通车|投产|投用|投运|投入使用|开通|开园|完工|贯通|封顶|揭牌|交付|启用)"
)
_FROM = re.compile("[从自由比较按]$")
_COMPARED_WITH = re.compile(
    "的?[^，,。；]{0,10}(?:持平|相比|比较)|(?:年的?)?(?:不变|可比)价|[初末]?的?[一-鿿]{0,4}水平|的?(?:水平的?)?基础上|为(?:基期|基数|基准|起点)"
)
_CLAUSE_ENDS = re.compile("[，。；,;]")
_NEAR = 20  # characters before and behind a number that tell what it is
_REACH = 60  # characters of a clause before and behind a number
_DONE = re.compile("(?<![为除罢])了(?![解望结])|已经?(?![婚有]|建(?!成))|曾经?|[年月天]多?来|以来")
_DEBT = re.compile("欠[^，。；,;]{0,19}$")  # of which a part alone is still to be paid
_CALLED_SO = re.compile("是[^，。；,;]{0,40}的$")  # 是极不平凡的五年
# 两国 and 三者 are no results; 30周年 and 第三轮督察 are called so.
_BARE = (("count", "者"), ("count", "国"), ("period", "周年"), ("rank", "轮"))
# What a text counts of its own (九条方针, 两个大局, 十一个方面) is neither done nor promised.
_OF_TEXT = re.compile(
    "(?:[一二两三四五六七八九十]{1,3}|1?\\d)(?:个|条|点|项|大)?(?:方面|(?:重要|基本|主要|根本|重大)*(?:原则|方针|基本点|战线|大局|方面))"
    "|[一二两三四五六七八九十\\d]{1,3}件事(?!项)"
    "|[一二两三四五六七八九十]{1,3}条(?=[，。：；、]|$|[一-鿿]{0,6}(?:方针|原则))"
)
_OF_AIMS = re.compile(
    "[一二三四五六七八九十\\d]{1,3}(?:个|项|类)(?:(?:主要|预期性|约束性|核心)*指标|(?:领域|方面)的?(?:重点|主要)?(?:任务|工作))"
)
_PROGRAMME = re.compile(
    "[百千万亿]+[^，,；;。、\\d百千万亿]{1,14}(?:行动|工程|计划)"
)  # 千亿斤粮食产能提升行动
_OF_PLAN = re.compile("远景(?:发展)?目标")
_BY_MODE: dict[Mode, Status] = {
    "forward": "promised", "backward": "achieved", "situation": "diagnosed", "other": "none",
}  # fmt: skip


def status_of(quantity: Quantity, sentence: str, mode: Mode, written: int = 0) -> Status:
    """
    The status of a quantity in a sentence of a mode, in a document of the year `written`.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "使复种指数由155%提高到160%以上"
    >>> [status_of(one, text, "forward") for one in quantities(text)]
    ['achieved', 'promised']
    """
    if quantity.in_name or (quantity.kind, quantity.unit) in _BARE or mode == "other":
        return "none"
    before = sentence[max(0, quantity.start - _NEAR) : quantity.start]
    behind = sentence[quantity.end : quantity.end + _NEAR]
    if quantity.kind == "date":
        titled = _is_in_title(quantity, sentence, behind)
        return "none" if titled else _of_date(quantity, before, behind, mode, written)
    if _is_aside(quantity, sentence, before, ahead=mode == "forward"):
        return "none"
    if mode == "forward" and (_COMPARED.search(before) or is_start(before, behind)):
        return "achieved"
    if mode == "forward" and _is_done(quantity, sentence):
        return "achieved"
    return _BY_MODE[mode]


def _is_aside(quantity: Quantity, sentence: str, before: str, *, ahead: bool) -> bool:
    """Whether a number is background, or what a text counts of its own."""
    if is_background(quantity, sentence, ahead=ahead):
        return True
    if _DEBT.search(before):
        return True
    called = quantity.kind == "period" and _CALLED_SO.search(before)
    return bool(called) or is_of_text(quantity, sentence, ahead=ahead)


def is_of_text(quantity: Quantity, sentence: str, *, ahead: bool = True) -> bool:
    """
    Whether a text counts its own points, looking `ahead` its plan's indicators, or names a programme.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "提出6项指标，抓好9个方面，建成5个中心"
    >>> [is_of_text(one, text) for one in quantities(text)]
    [True, True, False]
    """
    if quantity.kind != "count":
        return False
    counted = quantity.core + sentence[quantity.end : quantity.end + _NEAR]
    aims = _OF_AIMS.match(counted) or sentence.endswith("指标", 0, quantity.start)
    return bool((ahead and aims) or _OF_TEXT.match(counted) or _PROGRAMME.match(counted))


def _is_done(quantity: Quantity, sentence: str) -> bool:
    """Whether a number in a sentence that looks ahead tells what was done until then."""
    if turns(sentence, quantity.end):
        return True
    clause = _clause_at(sentence, quantity.start, quantity.end)
    return bool(_DONE.search(clause)) and not (looks_ahead(clause) or is_cited(clause))


def _clause_at(sentence: str, start: int, end: int) -> str:
    """The clause that a number stands in, no further than a clause is long."""
    before = _CLAUSE_ENDS.split(sentence[max(0, start - _REACH) : start])[-1]
    behind = _CLAUSE_ENDS.split(sentence[end : end + _REACH], maxsplit=1)[0]
    return f"{before}{sentence[start:end]}{behind}"


def is_start(before: str, behind: str) -> bool:
    """
    Whether a number is what a change starts from, by what stands before and behind it.

    Examples
    --------
    >>> is_start("复种指数由", "提高到160%"), is_start("复种指数由155%提高到", "以上")
    (True, False)
    """
    return bool(_MERGED.match(behind) or (_BASELINE.search(before) and _RISES.search(behind)))


def _is_in_title(date: Quantity, sentence: str, behind: str) -> bool:
    """Whether a date is part of what a plan or its aims are called (规划和二〇三五年远景目标)."""
    opened, closed = (sentence.rfind(mark, 0, date.start) for mark in "《》")
    bare = not date.expression.startswith(("到", "至"))  # 到2035年远景目标基本实现 says by when
    return opened > closed or bool(bare and _OF_PLAN.match(behind))


def _of_date(quantity: Quantity, before: str, behind: str, mode: Mode, written: int) -> Status:
    if mode == "forward":
        return "none" if _is_start(quantity, before, behind, written) else "promised"
    reached = _REACHED.search(quantity.expression + behind) or _OPENED.match(behind)
    return "achieved" if mode == "backward" and reached else "none"


def _is_start(date: Quantity, before: str, behind: str, written: int) -> bool:
    """Whether a date is none to be done by: what something is counted from, or a year that is past."""
    year = date.value[:4]
    if _FROM.search(before) or _COMPARED_WITH.match(behind):
        return True
    return len(year) == 4 and year.isdecimal() and int(year) < written


def estimates(sentence: str, found: Sequence[Quantity], statuses: Sequence[Status]) -> list[bool]:
    """
    Whether each number is a result by a forecast or a first count alone, as its sentence says before it.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "到2025年末，预计地区生产总值增长5%"
    >>> estimates(text, quantities(text), ["achieved", "achieved"])
    [False, True]
    """
    mark = _ESTIMATED.search(sentence)
    begun = mark.start() if mark else len(sentence)
    return [status == "achieved" and one.start >= begun for one, status in zip(found, statuses, strict=True)]


def deadlines(
    sentence: str, found: Sequence[Quantity], statuses: Sequence[Status], listed: str = ""
) -> list[str]:
    """
    By when each promise is due, as written: the last date promised before it, else one behind in its clause.

    Where the sentence names none, it is what the head of its list says (`listed`).

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "到2030年，建成5个中心"
    >>> deadlines(text, quantities(text), ["promised", "promised"])
    ['2030年', '2030年']
    """
    due = [
        one if one.kind == "date" and status == "promised" else None
        for one, status in zip(found, statuses, strict=True)
    ]
    made, last, following = [""] * len(found), None, _following(sentence, found, due)
    for at, status in enumerate(statuses):
        last = due[at] or last
        chosen = (last or following[at]) if status == "promised" else None
        made[at] = chosen.expression.lstrip("到至") if chosen else listed if status == "promised" else ""
    return made


def _following(
    sentence: str, found: Sequence[Quantity], due: Sequence[Quantity | None]
) -> list[Quantity | None]:
    """For each quantity the next date in its clause, read from the end."""
    made: list[Quantity | None] = [None] * len(found)
    coming: Quantity | None = None
    for at in range(len(found) - 1, -1, -1):
        behind = found[at + 1].start if at + 1 < len(found) else len(sentence)
        if _CLAUSE_ENDS.search(sentence, found[at].end, behind):
            coming = None
        made[at] = coming
        coming = due[at] or coming
    return made
