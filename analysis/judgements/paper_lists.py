"""
Papers that are handed in, each in a clause of its own: （一）申请书；（二）审计报告 does nothing.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import Clause

_ASKED = re.compile("(?:材料|文件|资料|证件|证明)(?:包括|如下|为|有)?$")
_PAPER = re.compile(
    "[^，,；;。：:]{0,40}(?:书|表|证|报告|材料|证明|复印件|原件|合同|协议|章程|方案|计划|图纸?|清单|执照|票据|凭证"
    "|说明|简介|名单|文件|资料|档案|照片|[（(]○{1,80}[）)])等?$"
)


def are_asked(clause: Clause) -> bool:
    """
    Whether a clause asks for papers that are then named, one by one.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "应当提交下列材料：（一）申请书"
    >>> are_asked(Clause(text, text, 0, 8, load_actions()))
    True
    """
    named = clause.masked[clause.end : clause.end + 1] in ("：", ":")
    tail = (clause.masked, max(clause.start, clause.end - 6), clause.end)
    return named and _ASKED.search(*tail) is not None


def is_paper(clause: Clause) -> bool:
    """
    Whether a clause names a paper.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> is_paper(Clause("审计报告", "审计报告", 0, 4, load_actions()))
    True
    """
    return _PAPER.match(clause.masked, clause.start, clause.end) is not None
