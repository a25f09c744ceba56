"""
Verbs of clauses whose object is their subject: what rises to a number, stays below one, or must be removed.

粮食产量达到五百万吨, 租期不超过二十年, 收入翻一番: the number makes a target of what else is a mere result.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import Clause

_COUNTED = r"(?:\d|百分之|[一二三四五六七八九十两]{1,4}[百千万亿成倍])"
_TARGET = re.compile(
    rf"(?P<verb>增长|下降|压缩|缩短|提升|降低|增加|减少|提高|达到|控制|保持|压减|稳定|新增)(?:到|至|在)?(?:不少于|不超过|约)?{_COUNTED}"
)
_REACHED = re.compile(  # what a number alone makes a target; 超过三千万元的企业 is none
    rf"(?P<verb>达到|突破|不?超过|不低于|不高于|不少于|不多于|高于|低于)(?=(?:约|或超过|或者超过|每[人户亩年月学期天名个每]{{1,8}})?(?:[一二三四五六七八九十两][次节名人场套处册]$|{_COUNTED}|[二三四五六七八九十两][年个天日项家]|[一二三四五六七八九十]{{2,4}}[\u4e00-\u9fff])"
    r"[^的，,；;。]{0,14}$)|(?P<doubled>翻[一两]?番)(?=半?以?上?$)"
    r"|(?P<beside>高于|低于|快于|大于)(?=[^，,；;。]{2,24}(?:平均|平均水平|增速|增幅|增长|增长速度|涨幅|水平|幅度|上年)$)"
)
LIMITS = frozenset(("突破", "超过", "不超过", "不低于", "不高于", "不少于", "不多于", "高于", "低于"))
SIZED = re.compile(  # what is no object of a verb before it: 合同履行期限一般不超过一年
    "(?:期限|时限|比例|人数|面积|数量|金额|总额|次数|频次|年龄|高度|距离|费用|单价|时间|规模|占比)(?:一般|原则上|均|应当?|分别|最长|最高|最多){0,2}$"
)
_CALLED_FOR = re.compile(
    r"(?P<call>(?:(?<![重需主首])要|须|必须|应当|应该|应|需要|努力|坚决|严肃|下决心|抓紧|一律|依法){1,3})(?P<verb>[\u4e00-\u9fff]{2,4})$"
)
_CALL = 8  # characters at the end of a clause in which a verb that is called for is looked for


def reached(clause: Clause) -> re.Match[str] | None:
    """
    A number that something is to come to, in the masked sentence; none where no verb says so by a number.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> clause = Clause("良种覆盖率达到90%", "良种覆盖率达到90%", 0, 10, load_actions())
    >>> reached(clause)["verb"]
    '达到'
    """
    return _REACHED.search(clause.masked, clause.start, clause.end)


def told(clause: Clause) -> tuple[int, int, str] | None:
    """Where what tells the verb of a clause begins, where the verb does, and it; none where nothing does."""
    text = clause.masked[clause.start : clause.end]
    found = _TARGET.search(text, 2)
    if found and found["verb"] != "达到":
        return clause.start + found.start(), clause.start + found.start("verb"), found["verb"]
    if came := reached(clause):
        return came.start(), came.start(), came[0]
    called = _CALLED_FOR.search(text, max(0, len(text) - _CALL))
    if called is None or called["verb"] not in clause.lists.verbs.values:
        return None
    return clause.start + called.start(), clause.start + called.start("verb"), called["verb"]
