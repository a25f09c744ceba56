"""What names a trouble, and what says that one is overcome."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

_TROUBLES = (
    "存在的?问题|不足|短板|不平衡|不充分|不够|不高|不强|不优|不适应|不稳定|不完善|不健全|有待|亟待|尚未|问题|滞后|薄弱|差距|困难|难题|矛盾|制约|约束|欠缺|短缺|缺乏"
    "|缺口|隐患|风险|压力|弱项|挑战|瓶颈|偏低|偏少|偏重|过低|较低|粗放|下滑|下行|突出的是|腐败|不力|不严|堵点|痛点|卡点|低下|严峻"
    "|不满意|意见(?:较|很|比较)?[多大]|反映强烈|时有发生|不容忽视|不到位|疲弱|低迷|难度(?:较|很|加)大"
)
_TROUBLE = re.compile(_TROUBLES)
_OVERCOME = re.compile(
    "(?:[顶扛]住|经受住|不怕|(?<!不)(?:重视|关心)|化解|防范|防(?=风险)|解决(?!不)|整治|治理|缓解|缩小|破解|克服|应对|遏制|补齐|消除|反腐|防控|抵御|转化为|清除|清零|出清|压降)"
    f"(?!的(?:{_TROUBLES}))"  # what is still to be solved
)
_REMAINS = re.compile(r"仍|还|尚|依然|不够|不足|有待|亟待|突出")
_CLAUSE = re.compile(r"[^，,；;。：:]+")
_STATE = r"复杂|严峻|增多|增加|加剧|加深|上升|加大|交织|叠加|凸显|显现|突出|趋紧|多变|动荡|演变|繁重|艰巨"
_ABOUT = "形势|局势|环境|变局|格局|趋势|因素|挑战|压力|风险|困难|矛盾|冲突"
_CONDITION = re.compile(
    rf"(?:{_ABOUT})[^，,；;。：:、]{{0,12}}(?:{_STATE})(?:多变|严峻|复杂)?(?=[，,；;。]|$)"
)
_FACED = re.compile(r"^(?:面对|面临|随着|针对|应对|由于|在|围绕|坚持|根据|适应)")
_REACHES = "完成|达到|达成|实现|达标|解决|落实|到位|兑现"
_SHORT = re.compile(
    rf"(?:未能?|没有|没能)(?:(?:如期|按期|按时|全面|完全|很好|根本|得到|充分)地?){{0,2}}(?:{_REACHES})"
    rf"|(?:未达|低于|不及|不如)(?:年初|全年|原定|既定)?的?(?:预期|目标|计划|序时|进度)"
)
_OF_SOMETHING = re.compile(r"[^，,；;。]{0,16}的(?![；;。]|$)|[^，,；;。]{0,16}者")
_IN_CASE = re.compile(  # 尚未实现的，鼓励…; 尚未实现供水的村，支持…: of whom it goes on to speak
    r"(?:^|[，,；;。])(?:对于?)?[^，,；;。：:]{0,12}?尚未[^，,；;。]{2,24}?的[^，,；;。]{0,6}[，,](?=[^，,；;。]{4})"
)


def admits(text: str) -> bool:
    """
    Whether a text names a trouble, in a clause that does not say that it is overcome.

    Examples
    --------
    >>> admits("优质教育资源不足。"), admits("有效化解重大风险。"), admits("防范风险能力仍有不足。")
    (True, False, True)
    """
    clauses = (one[0] for one in _CLAUSE.finditer(text))
    return any(_TROUBLE.search(one) and not _overcomes(one) for one in clauses)


def _overcomes(clause: str) -> bool:
    return bool(_OVERCOME.search(clause)) and not _REMAINS.search(clause)


def overcome(text: str, places: Iterable[int]) -> set[int]:
    """
    Those of some places, in their order, that stand in a clause which says that a trouble is overcome.

    Examples
    --------
    >>> overcome("地区发展差距逐步缩小", [4]), overcome("地区发展差距依然较大", [4])
    ({4}, set())
    """
    clauses = [one for one in _CLAUSE.finditer(text) if _TROUBLE.search(one[0]) and _overcomes(one[0])]
    starts = [one.start() for one in clauses]
    return {
        place
        for place in places
        for at in [bisect_right(starts, place) - 1]
        if at >= 0 and place < clauses[at].end() and _TROUBLE.match(text, place)
    }


def in_case(text: str, places: Iterable[int]) -> set[int]:
    """
    Those of some places that stand in a clause which names a case, not how things are (尚未供水的，支持…).

    Examples
    --------
    >>> in_case("尚未供水的村，支持建设蓄水池。", [0]), in_case("供水尚未实现，影响春灌。", [2])
    ({0}, set())
    """
    named = [found.span() for found in _IN_CASE.finditer(text)]
    return {place for place in places if any(start <= place < end for start, end in named)}


def condition(text: str) -> str:
    """
    What a sentence says of the circumstances in its first clauses, no answer to them before.

    Examples
    --------
    >>> condition("国际形势异常复杂严峻，不确定因素增多。"), condition("面对形势复杂严峻，加强研判。")
    ('形势异常复杂严峻', '')
    """
    found = _CONDITION.search(text)
    return found[0] if found and not _FACED.search(text) else ""


def falls_short(text: str) -> tuple[str, int]:
    """
    What says that something was not attained, the last of it, and where it ends; no attribute (未完成的任务).

    Examples
    --------
    >>> falls_short("5项指标未能如期完成。"), falls_short("处理未完成任务的单位。")
    (('未能如期完成', 10), ('', 0))
    """
    found = [one for one in _SHORT.finditer(text) if not _OF_SOMETHING.match(text, one.end())]
    return (found[-1][0], found[-1].end()) if found else ("", 0)
