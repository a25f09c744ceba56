"""
Whether a sentence looks ahead, back, at the situation or at none of them: by its headings and marks in it.

Rough, for the status of numbers; a table of sentences that has a column ``mode`` is taken at its word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from analysis.judgements.action_lists import load_actions
from analysis.judgements.quantity_dates import YEAR
from analysis.judgements.quantity_values import value

Mode = Literal["forward", "backward", "situation", "other"]

# What a heading says outright, and what it only suggests.
_REVIEW = re.compile(
    "回顾|[完执][成行]情况|如期[实完]|胜利完成|总结(?!推广)|[一二三四五六七八九十]年来|过去.{1,3}年"
)
_PLAN = re.compile("任务|目标|安排|部署|重点工作|工作重点|建议|今后|下一步|展望|打算|要求|工作思路")
_SITUATION = re.compile("形势|(?:发展|外部|国际|面临的?)环境|存在的?问题|面临的?(?:挑战|困难)|发展背景")
_RESULT = re.compile(
    "取得|成就|成绩|历史性|迈上|再上|发展基础|基础和条件|(?:大幅|整体|明显|显著|持续|不断|稳步)[一-鿿]{2}$"
)
_IMPERATIVE = re.compile(
    "推[动进]|促进|加快|加大|坚[持定]|努力|[着全大]力|确保|"
    "^(?:实现|保持|建设|打造|深化|扩大|提[升高]|加强|进一步|不断|持续|全面|切实)"
)

# Marks in a sentence.
# 未来 is a time (未来五年), not what something is called (未来产业, 未来社区).
_OF_TIME = "未来(?=[，,、几的我将]|[一二三四五六七八九十两\\d]|(?:一段|一个|时期)|发展(?![规局基]))"
_OF_FUTURE = re.compile(f"将(?![军领士])|下一步|今后|{_OF_TIME}|力争(?!上游)|确保")
_WILL = re.compile(
    f"下一步|今后|{_OF_TIME}|力争(?!上游)|(?<![重主需首概纲摘必紧险次提])要(?![求素件点害闻是])"
)
_HANDLING = re.compile("将(?![军领士])")
_LED = re.compile("[会于在是有达超到为由从成以更再不也全进继陆逐分]")
_CITED = re.compile("目标|任务|要求|承诺")
_CLAUSE = re.compile("[^，。；！？,;]+")
_STOPS = re.compile("[，。；！？,;]")
_REACH = 60  # characters of a clause before and behind a number
_AHEAD = re.compile(
    f"{_OF_FUTURE.pattern}|(?<![重主需])要(?![求素件点害闻是])|必须|应当|应该|争取|还要|拟|年内|力求|"
    "努力(?:实现|做到|使)|在\\d{4}年(?:前|底)"
)
_DONE = re.compile("了(?![解望结])|已")
# What is past wherever it stands (累计达到 may be a target, 已建设施 is what there is).
_GONE = "已经?(?![婚建有])|以来|去年|过去|曾|[一二三四五六七八九十\\d]多?年多?来"
_PAST = re.compile(_GONE)
_BACK = re.compile(
    f"{_DONE.pattern}|{_GONE}|累计|先后|[比较][上去]年|同比|荣获|获批|获得|获评|获国|圆满|达到了"
)
_TROUBLE = re.compile(
    "问题|不足|困难|短板|差距|挑战|矛盾|薄弱|严峻|冲击|不平衡|不充分|压力|风险|制约|隐患|下行"
)
_ADMITTED = re.compile("仍|还(?:存在|有|不)|面临|存在|清醒|不容忽视|有待|尚未|亟待|遇到|不[够足强高优平]")
_DEFINED = re.compile(
    "^“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间|规划|计划)?[，,]?是|^[^，。,]{1,24}是[^，。,]{0,30}"
    "(?:之年|一年|时期|阶段|年份|五年|规划|任务|关键|保证|内容|关系)"
)
_OPENING = re.compile("^(?:现在|在此)[，,]我(?:谨)?代表|请予审议|[？?]$")
_GENERAL = re.compile(
    "^[^，。,]{0,40}(?:(?<![别其还但于凡只或一二三四五六七八九十])是(?![否：:])|在于|属于|才能|关系到)"
)
_SPOKEN = re.compile("^各位代表|！$|(?:表示|致以).{0,12}(?:感谢|敬意|祝贺|慰问)")
_YEARS = re.compile(f"(?<!\\d)({YEAR})年")
_DUE = re.compile(f"到({YEAR})年")
# What only is compared with (在2018年基础上翻两番, 比2015年增加) says not when.
_SINCE_WHEN = re.compile(f"(?:[比较同与]|相比)(?:{YEAR})年|(?:{YEAR})年(?:[水的]平?)?(?:的?基础上|相比)")


def mode_of(sentence: str, headings: Sequence[str] = (), written: int = 0) -> Mode:
    """
    Whether a sentence looks ahead, back, at the situation or at none of them.

    Parameters
    ----------
    sentence
        Its text.
    headings
        The headings above it, the outer first.
    written
        The year of the document, 0 where it is not known.

    Examples
    --------
    >>> mode_of("新增养老床位5万张。", ["2025年工作回顾"]), mode_of("新增养老床位5万张。", ["2026年重点任务"])
    ('backward', 'forward')
    >>> mode_of("下一步将新增5万张。", ["2025年工作回顾"]), mode_of("发展不平衡问题仍然突出。")
    ('forward', 'situation')
    >>> mode_of("2020年达到3.87万亿元。", ["发展目标"], 2021)
    'backward'
    """
    place = _place(headings)
    if _DEFINED.search(sentence) or _OPENING.search(sentence):
        return "other"
    if _is_trouble(sentence, place):
        return "situation"
    if _is_past(sentence, written):
        return "backward"
    if place == "backward":
        return "forward" if _begins_ahead(sentence) and not _BACK.search(sentence) else "backward"
    if not (_AHEAD.search(sentence) or _BACK.search(sentence)) and _is_general(sentence):
        return "other"
    if place == "forward":
        return "backward" if _PAST.search(sentence) and not _AHEAD.search(sentence) else "forward"
    return _by_marks(sentence, written) or place or "forward"


def _begins_ahead(sentence: str) -> bool:
    """Whether the first clause of a sentence looks ahead, which the others then do with it."""
    first = _CLAUSE.search(sentence)
    return first is not None and looks_ahead(first[0])


def looks_ahead(clause: str, written: int = 0) -> bool:
    """
    Whether a clause says of itself that it is to come: by 将, 要, 力争 or a year after `written`.

    将 that only brings an object before its verb (将税率降至3%) says nothing of a time.

    Examples
    --------
    >>> [looks_ahead(text) for text in ("将新增5万张", "将税率降至3%", "建设未来产业园", "未来五年新增5个")]
    [True, False, False, True]
    """
    due = _DUE.search(clause)
    if _WILL.search(clause) or (due and 0 < written < int(value(due[1]))):
        return True
    return any(_is_will(clause, found.end()) for found in _HANDLING.finditer(clause))


def _is_will(clause: str, at: int) -> bool:
    """Whether 将 before this place is followed by what will be done, not by an object."""
    lists = load_actions()
    verb = lists.verbs.at(clause, at)
    acting = bool(verb) and verb not in lists.nouns
    return bool(acting or lists.manners.at(clause, at) or _LED.match(clause, at))


def clause_at(sentence: str, start: int, end: int) -> str:
    """
    The clause that a number stands in, no further than a clause is long.

    Examples
    --------
    >>> clause_at("过去增长5%，将建成5个中心。", 7, 9)
    '将建成5个中心'
    """
    before = _STOPS.split(sentence[max(0, start - _REACH) : start])[-1]
    behind = _STOPS.split(sentence[end : end + _REACH])[0]
    return f"{before}{sentence[start:end]}{behind}"


def is_cited(clause: str) -> bool:
    """Whether a clause speaks of a target as of something that there is (完成5%的目标)."""
    return bool(_CITED.search(clause))


def _is_trouble(sentence: str, place: Mode | None) -> bool:
    """Whether it admits what is wrong, and neither says what is done about it nor that it was."""
    admitted = _TROUBLE.search(sentence) and _ADMITTED.search(sentence) and not _AHEAD.search(sentence)
    return bool(admitted) and not (place and _DONE.search(sentence))


def _is_past(sentence: str, written: int) -> bool:
    """Whether every year that it names lies before its document's, and nothing in it looks ahead."""
    years = _years(_SINCE_WHEN.sub("，", sentence))
    return bool(years and written) and max(years) < written and not _OF_FUTURE.search(sentence)


def _years(sentence: str) -> list[int]:
    return [int(value(year)) for year in _YEARS.findall(sentence)]


def _is_general(sentence: str) -> bool:
    return bool(_GENERAL.search(sentence) or _SPOKEN.search(sentence))


def _by_marks(sentence: str, written: int) -> Mode | None:
    """What marks say where headings say nothing: of two that disagree the last."""
    if _OF_FUTURE.search(sentence) or (written and max(_years(sentence), default=0) > written):
        return "forward"
    ahead, back = _last(_AHEAD, sentence), _last(_BACK, sentence)
    if ahead == back:
        return None
    return "forward" if ahead > back else "backward"


def _last(pattern: re.Pattern[str], sentence: str) -> int:
    return max((found.start() for found in pattern.finditer(sentence)), default=-1)


def _place(headings: Sequence[str]) -> Mode | None:
    """What the headings say: outright the innermost first, else what the outermost suggests."""
    for heading in reversed(headings):
        told = [mode for mode, pattern in _OUTRIGHT if pattern.search(heading)]
        if len(told) == 1:
            return told[0]
    result = any(_RESULT.search(heading) and not _IMPERATIVE.search(heading) for heading in headings)
    return "backward" if result else None


_OUTRIGHT: tuple[tuple[Mode, re.Pattern[str]], ...] = (
    ("backward", _REVIEW), ("forward", _PLAN), ("situation", _SITUATION),
)  # fmt: skip
