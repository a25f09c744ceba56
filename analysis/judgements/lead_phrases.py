"""
Phrases that lead a clause: from when, by when, within what time, with whom, by what work, and after what.

自明年起执行标准, 用三年时间完成改厕, 与高校共建基地, 以改革带动发展 do what stands behind the phrase.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import Clause, acts, behind_manners

_MOVES = "牵引|带动|引领|撬动|促进|推动|拉动|驱动|倒逼|助推|助力|赋能|激活|吸引|破解"
_BY_WORK = re.compile(  # by what work another is moved: 以深化户籍改革带动城镇化
    rf"以(?![下上内外及前后]|[^，,；;。]{{0,60}}为)[^，,；;。]{{2,40}}?(?<![、和与及的以等])(?=(?:{_MOVES})(?!{_MOVES}|提升|推进|提高|加快|实现|增强|优化|[、和与及的等区行])[^，,；;。]{{2}})"
)
_SINCE = re.compile(r"自[^，,；;。]{2,30}?起(?=[\u4e00-\u9fff]{2})")
_WITHIN = re.compile(
    "(?:利用|用|花)[一二三四五六七八九十两几半\\d]{1,4}(?:年|个月|天|周|个季度)(?:左右)?的?时间(?=[\u4e00-\u9fff]{3})"
)
_WITH_WHOM = re.compile(  # 与高校共建基地
    r"与[^，,；;。的、]{2,24}?(?=(?:共建|共享|签订|签署|联合开展|联合共建|联合培养|联合举办|开展|建立)(?![、的和与])[^，,；;。]{2})"
)
_BY_DATE = re.compile(r"于[^，,；;。]{2,16}?[年月日底末]前(?=[\u4e00-\u9fff]{2})")
_ONCE = re.compile(  # when something is over: 竣工后及时清理现场
    r"[^，,；;。的]{0,10}(?:竣工|完工|结束|完成|发生|启动|到期|期满|合格|通过|批准|公布|备案|成立|入学|上岗|施工)后(?=(?:及时|立即|尽快|再|随即|第一时间|统一|组织|按)?[\u4e00-\u9fff]{3})"
)
# each with whether the verb must stand right behind it
LEADS = ((_SINCE, False), (_BY_DATE, False), (_WITHIN, True), (_WITH_WHOM, True), (_BY_WORK, True))


def behind_once(clause: Clause, at: int) -> int:
    """
    The place behind what must be over before something is done; 0 where no such phrase leads.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "竣工后及时清理现场"
    >>> behind_once(Clause(text, text, 0, len(text), load_actions()), 0)
    3
    """
    opened = clause.one_verb(at)
    once = _ONCE.match(clause.masked, at, clause.end)
    if once is None or (opened and not clause.masked.startswith("后", at + len(opened))):
        return 0
    passed, _ = behind_manners(clause, once.end())
    led = passed > once.end()
    return once.end() if acts(clause, clause.one_verb(passed), passed, led=led) else 0
