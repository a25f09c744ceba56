"""
Where a clause turns: from a case to what is then to be done, from one deed to the next with 并.

发现隐患要立即报告 does 报告; 将名单发至街道并征求意见 does both; 变被动管理为主动服务 does 变.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.judgements.clause_verbs import FAR, Clause, acts, behind_manners

_CASE = re.compile(
    r"(?:对|一旦|凡|凡是|如|若|如果)?(?:发现|遇有|遇到|接到|收到|出现|发生|从事|涉及|需要?|确需)(?![和与、了着的])[^，,；;。的应]{2,30}?"
    r"(?P<call>(?<![需重主只想不紧简首必])(?:要(?![求素点害领])|必须|须(?!知)|应(?![急用对变当付])|立即|第一时间|及时))(?![性])"
)
_TURN = re.compile(
    r"[变化](?!化|革|更|成|为|动|电|工|学|肥|解|债|石|纤|妆|险|验)[^，,；;。、为]{2,12}为[^，,；;。]{2,20}$"
)
_COUNT = "[一二三四五六七八九十两几半\\d]{1,4}"
_TRIES = re.compile(  # until when one strives: 力争年内, 争取到2027年底
    rf"(?:力争|争取|力求)(?:通过|到|在|用|于|至)?(?:“[^”]{{1,8}}”(?=时期|期|末)(?:时期|期)?|20\d\d年(?:\d{{1,2}}月份?)?|[今明本当]年|年(?=[底末内中初前])|[上下]半年"
    rf"|第?[一二三四]季度|\d{{1,2}}月份?|{_COUNT}(?:[至到]{_COUNT})?个?(?:年|月|季度|天|周)(?:左右)?(?:的?时间)?)"
    r"(?:时间|左右|期间|以前|之前|之内|以内|[底末前内初中]){0,3}(?!有)"
)
_AND = re.compile(r"(?<=[\u4e00-\u9fff）])并(?![列联网购轨行发且非不])")


def behind_case(clause: Clause) -> Clause:
    """
    The clause from what calls for something in a case that it begins with on; itself where it names none.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "发现隐患要立即报告"
    >>> behind_case(Clause(text, text, 0, len(text), load_actions())).start
    5
    """
    found = _CASE.match(clause.masked, clause.start, clause.end)
    if found is None or found.end() >= clause.end:
        return clause
    bare = found["call"] in ("要", "须", "应")
    return replace(clause, start=found.end() if bare else found.start("call"))


def turned(clause: Clause, at: int) -> str:
    """
    The verb of what is made another thing (变消极空间为积极空间, 化危机为契机); empty elsewhere.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "变被动管理为主动服务"
    >>> turned(Clause(text, text, 0, len(text), load_actions()), 0)
    '变'
    """
    return clause.masked[at] if _TURN.match(clause.masked, at, clause.end) else ""


def and_then(clause: Clause, at: int) -> Iterator[int]:
    """The place of the last 并 from `at` on with a verb behind it (将名单发至街道并征求意见), if any."""
    ends = [found.start() for found in _AND.finditer(clause.masked, at, min(clause.end, at + 2 * FAR))]
    for place in ends[-1:] if clause.end - at <= 2 * FAR else ():
        passed, _ = behind_manners(clause, place + 1)
        if acts(clause, clause.one_verb(passed), passed, led=True):
            yield place


def behind_tries(clause: Clause, at: int) -> int:
    """
    The place behind until when one strives for something; `at` itself where nothing says so.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "力争年内建成大桥"
    >>> behind_tries(Clause(text, text, 0, len(text), load_actions()), 0)
    4
    """
    found = _TRIES.match(clause.masked, at, clause.end)
    return found.end() if found else at
