"""Whether a clause says of itself that it is to come, and whether a sentence that looks back ends so."""

from __future__ import annotations

import re

from analysis.judgements.action_lists import load_actions

# 未来 is a time (未来五年), not what something is called (未来产业, 未来社区).
_OF_TIME = "未来(?=[，,、几的我将]|[一二三四五六七八九十两\\d]|(?:一段|一个|时期)|发展(?![规局基]))"
_WILL = re.compile(
    f"下一步|今后|{_OF_TIME}|力争(?!上游)|(?<![重主需首概纲摘必紧险次提])要(?![求素件点害闻是])"
)
_OF_WHAT_COMES = re.compile(f"(?:对|为|就)[^，。；！？,;]{{0,10}}(?:今后|{_OF_TIME})")
_HANDLING = re.compile("将(?![军领士])")
_LED = re.compile("[会于在是有达超到为由从成以更再不也全进继陆逐分]")
_CITED = re.compile("目标|任务|要求|承诺")
_CLAUSE = re.compile("[^，。；！？,;]+")
_NEXT = re.compile("下一步|今后|接下来|明年|力争(?!上游)")
_NEXT_YEARS = re.compile(f"^(?:在)?(?:下一步|接下来|明年|{_OF_TIME})")
_REACH = 120  # characters to a turn
_TURN = re.compile("[，,；;](?:下一步|今后|明年|接下来)")


def looks_ahead(clause: str) -> bool:
    """
    Whether a clause says of itself that it is to come: by 将, 要, 力争.

    将 that only brings an object before its verb (将税率降至3%) says nothing of a time, nor does what is
    drawn up for a time to come (对未来五年作出部署).

    Examples
    --------
    >>> [looks_ahead(text) for text in ("将新增5万张", "将税率降至3%", "建设未来产业园", "未来五年新增5个")]
    [True, False, False, True]
    """
    if _WILL.search(_OF_WHAT_COMES.sub("", clause)):
        return True
    return any(_is_will(clause, found.end()) for found in _HANDLING.finditer(clause))


def _is_will(clause: str, at: int) -> bool:
    """Whether 将 before this place is followed by what will be done, not by an object."""
    lists = load_actions()
    verb = lists.verbs.at(clause, at)
    acting = bool(verb) and verb not in lists.nouns
    return bool(acting or lists.manners.at(clause, at) or _LED.match(clause, at))


def comes_next(sentence: str) -> bool:
    """
    Whether a sentence opens with a time to come, or its last clause of several says what comes next.

    Examples
    --------
    >>> comes_next("未来五年将新增5家。"), comes_next("建成中心5个，力争到2030年达到8个。")
    (True, True)
    >>> comes_next("对未来五年作出部署。"), comes_next("完成改造，力争实现5%的目标。")
    (False, False)
    """
    *before, last = _CLAUSE.findall(sentence) or [""]
    if _NEXT_YEARS.search(sentence):
        return True
    return bool(before and _NEXT.search(last)) and not is_cited(last)


def is_cited(clause: str) -> bool:
    """
    Whether a clause speaks of a target as of something that there is.

    Examples
    --------
    >>> is_cited("要完成5%的目标"), is_cited("要增长5%")
    (True, False)
    """
    return bool(_CITED.search(clause))


def turns(sentence: str, at: int) -> bool:
    """
    Whether a sentence turns, behind a place and not far, from what was done to what comes next.

    Examples
    --------
    >>> turns("新增床位5万张，下一步将再增3万张。", 6), turns("下一步将新增3万张。", 8)
    (True, False)
    """
    return bool(_TURN.search(sentence, at, at + _REACH))
