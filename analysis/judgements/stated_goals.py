"""Whether a sentence sets goals though worded as a statement (主要目标是…), or views how things stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

_GOAL = "目标|指标|任务|指导思想|思路|重点|着力点"
_NAMED = f"(?:{_GOAL}|要求|方针|原则)"
_SET_AT = "(?:设?定|确定|安排)?(?:为|在)"
_PRAISED = r"(?!能够?|可以|完全|正确|切实可行|符合|我们|由|经过|[^，,；;。：:]{0,12}的(?:[，,；;。]|$))"
_GOAL_IS = re.compile(
    rf"^[^，,；;。：:]{{0,40}}(?:{_NAMED}(?:就?是|{_SET_AT}|安排如下|如下)?[：:]|(?:{_GOAL})[，,]?(?:就?是|{_SET_AT})[，,]?{_PRAISED})"
)
_GOAL_OF_YEAR = re.compile(  # 综合各方面因素，建议今年主要预期目标是：
    r"(?!去年|上年|年初)(?:[^，,；;。：:]{1,30}[，,]){1,3}(?:建议|(?:初步)?确定|提出|安排)?(?:今年|明年|全年|20\d\d年|(?:今后|未来)[一二三四五]年|“?十[一二三四五六七八]五”?)"
    rf"[^，,；;。：:]{{0,24}}(?:{_GOAL})[^，,；;。：:]{{0,4}}(?:是|为)[：:]"
)
_FORESEEN = re.compile(r"^展望(?:到)?(?:\d{4}|[一二〇○零三四五六七八九]{4}|“|未来|本世纪)")
_FOCUS = re.compile(r"[，,；;](?:其中)?(?:重点|关键|目标|任务|目的)(?:就?是|在于)")
_FOCUS_FIRST = re.compile(r"^(?:重点|关键)(?:就?是|在于)")
_DUTY_IS = re.compile(  # 保护水源，是各级河长的职责: to do it is what is asked
    r"^(?![^。]{0,60}(?:关系|意义))[^。]{2,60}，是[^，。]{2,30}(?:任务|职责|责任)。?$"
    r"|^(?![^。]{0,40}所称)[^，。]{2,30}是[^。]{2,60}，(?:负责[^，。的]{2,60}|由[^，。]{2,14}(?:会同|负责|组织)[^。]{2,60})"
    r"|^[^。]{0,60}已[^，。]{2,40}的[^，。]{1,10}，不再[^，。]{2,30}。?$"
)
_OF_PLAN = re.compile(
    r"《[^《》]{0,60}(?:纲要|规划|计划|草案)[^《》]{0,20}》[^，,；;。：:的]{0,6}(?:提出|明确|确定|设定|安排|部署)了?(?!的)"
    rf"[^。]{{0,80}}?(?:{_GOAL})"
)
_FIGURE_AIMED_AT = re.compile(
    r"(?:左右|以上|以内|以下|[%％])的?[^，,；;。：:]{0,6}目标(?:[，,]|体现|考虑|兼顾|符合|立足|与)"
    r"|^(?:确定|设定|提出)[^，,；;。：:]{0,20}目标\d"
)
_EXPLAINS = re.compile(  # 上述目标，体现了…: its figures stand in another sentence, which sets them
    r"^(?:确定|提出|设定|制定|安排|以上|上述|这些|这一)[^，。；\d]{0,24}(?:目标|指标|任务)[^，。；\d]{0,4}，?(?:[^。\d]{0,60}，)?"
    r"(?:既|也|都|主要是?|统筹|充分|综合){0,3}(?P<mark>考虑[了到]?|兼顾了|体现了|突出了|着眼|符合|由于)"
)
_MET = re.compile(r"完成|达到|实现了|超过|超额|如期")
_VIEWED = re.compile(r"^(?:从|就)[^，,；;。：:]{1,14}(?:来?看|而言|来说)[，,]|^(?:综合|总的|总体)来?看[，,]")
_NOW = re.compile(r"^(?:当前|目前|现在|如今|今天的)")
# 将, 继续 and the like also stand in what is said of how things are and go on.
GOING_ON = frozenset(("继续", "努力", "要求"))
_SOFT = GOING_ON | frozenset(("将", "将会", "可以", "力争", "需要", "不能", "希望"))


def sets_goals(text: str) -> str:
    """
    By which words a sentence sets goals, though it says what they are; empty where it does not.

    Examples
    --------
    >>> sets_goals("今年主要预期目标是：地区生产总值增长5%。"), sets_goals("这个目标是能够达到的。")
    ('今年主要预期目标是：', '')
    >>> sets_goals("《纲要》提出6项指标。"), sets_goals("落实《纲要》确定的任务。")
    ('《纲要》提出6项指标', '')
    >>> sets_goals("就业45万人以上的目标，体现了导向。"), sets_goals("完成了45万人以上的目标，体现了担当。")
    ('以上的目标，', '')
    """
    found = (
        _FORESEEN.search(text)
        or _GOAL_IS.search(text)
        or _GOAL_OF_YEAR.match(text)
        or _OF_PLAN.search(text)
        or _FIGURE_AIMED_AT.search(text)
    )
    if found is None or (found.re is _FIGURE_AIMED_AT and _MET.search(text, 0, found.start())):
        return ""
    return found[0]


def names_duty(text: str) -> str:
    """
    By which words a sentence says that something is someone's task; empty where it does not.

    Examples
    --------
    >>> names_duty("保护水源，是各级河长的职责。"), names_duty("保护水源，是群众的需要。")
    ('保护水源，是各级河长的职责。', '')
    """
    found = _DUTY_IS.search(text)
    return found[0] if found else ""


def explains_goal(text: str) -> str:
    """
    By which word a sentence says what targets rest on that stand elsewhere; empty where it does not.

    Examples
    --------
    >>> explains_goal("上述目标，充分考虑了多种因素。"), explains_goal("完成上述目标，符合预期。")
    ('考虑了', '')
    """
    found = _EXPLAINS.search(text)
    return "" if found is None or _MET.search(text, 0, found.start("mark")) else found["mark"]


def focuses(text: str, *, acts: bool) -> str:
    """
    What says on which point it is done (…，重点是…); with no act before only where it opens.

    Examples
    --------
    >>> focuses("加快新产品开发，重点是高纯度材料。", acts=True), focuses("重点是技改项目。", acts=False)
    ('，重点是', '重点是')
    """
    found = _FOCUS_FIRST.search(text) or (_FOCUS.search(text) if acts else None)
    return found[0] if found else ""


def views(text: str, forward: Iterable[str]) -> bool:
    """
    Whether a sentence with these marks of what is ahead views how things stand: none of them calls for more.

    Examples
    --------
    >>> views("从环境看，国家继续实施宏观政策。", ["继续"]), views("从长远看，必须改革。", ["必须"])
    (True, False)
    >>> views("当前，加强管理。", []), views("当前矛盾将越来越突出。", ["将"])
    (False, True)
    """
    marks = set(forward)
    if not marks <= _SOFT:
        return False
    return bool(_VIEWED.search(text) or (marks and _NOW.search(text)))
