"""
The verb of a duty behind to whom, with whom or with what it is done (将名单报送, 向学生推销, 与他馆共享).
"""

from __future__ import annotations

import re

from analysis.judgements.clause_subjects import MOVED
from analysis.judgements.clause_verbs import FAR, Clause
from analysis.judgements.duty_circumstances import behind_ways, does
from analysis.judgements.duty_light import BODY, carried, reported
from analysis.judgements.duty_rows import whole_verb

NAMES = re.compile("企业|机构|部门|单位|人|行业|者|商|局|委员会|对象|平台|系统|窗口|设施")
_WITH_WHOM = re.compile(r"[\u4e00-\u9fff]{2}(?<![、和与等及的制]..)")  # 与他馆共享书目
_MUTUAL = re.compile("(?<=相)(?:协调|衔接|适应|结合|匹配|配套|呼应|符合)$|(?<!协商|达成|取得|保持|意见)一致$")


def behind_whom(clause: Clause, at: int) -> tuple[int, str]:
    """The verb behind to whom or with what: the last that is no part of an attribute, nouns if none else."""
    mutual = _MUTUAL.search(clause.masked, max(at, clause.end - 4), clause.end)
    if mutual:
        return mutual.start(), mutual[0]
    moved = MOVED.search(clause.masked, at + 2, min(clause.end, at + FAR))
    if moved and clause.masked[at - 1] == "将":
        return moved.start(), whole_verb(clause, moved.start()) or moved[0]
    found = last_verb(clause, at, noun=False)
    return found if found[1] else last_verb(clause, at, noun=True)


def last_verb(clause: Clause, at: int, *, noun: bool) -> tuple[int, str]:
    """The last verb from a place on that no object parts from the one before; of nouns too where told."""
    found, stop = (at, ""), min(clause.end, at + 2 * FAR)
    to, place = clause.masked.startswith("向", at), at + 2
    withal = clause.masked.startswith(("与", "同"), at)
    while place < stop:
        passed = behind_ways(clause, place)
        verb = reported(clause, passed) or clause.one_verb(passed)
        ends = noun and passed + len(verb) == clause.end
        told = to and clause.masked[passed - 1] in BODY
        told = told or (withal and noun and _WITH_WHOM.match(clause.masked, passed + len(verb)) is not None)
        led = told or passed > place or ends or (to and noun and clause.masked[passed - 1] not in "的、和")
        if NAMES.match(clause.masked, passed + len(verb)) or clause.masked.startswith(
            "等", passed + len(verb)
        ):
            verb = ""  # 服务企业
        if verb and (verb.startswith("报") or does(clause, passed, led=led)):
            if found[1] and "的" not in clause.masked[found[0] : passed]:
                return found  # what stands behind a verb without 的 between is its object
            found = passed, reported(clause, passed) or carried(clause, passed) or whole_verb(clause, passed)
        place = max(passed, place) + (len(verb) or passed == place)
    return found
