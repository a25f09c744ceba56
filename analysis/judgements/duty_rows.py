"""
Verbs in a row behind a duty, each an action of its own: 检查、养护和维修设施 does three things to one object.

Those set side by side without a mark stay whole (组织实施). What has an object of its own begins anew
(占用场地或者改变用途); inside 禁止…的行为 nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements.clause_verbs import FAR, Clause, behind_manners
from analysis.judgements.duty_circumstances import behind_circumstances
from analysis.judgements.duty_light import reported

Piece = tuple[int, int, str]  # where the object begins, where it ends, and the verb
_LINK = re.compile("或者|以及|并且|[、和并及与或]")
_PARTS = re.compile(
    "(?<!的)(?:、|或者|以及|并且?(?![联列网购轨行发]))|(?<=措施)(?=.)|(?<=后)(?=公布|公示|公开|印发|发布)"
)
_WITH = re.compile("同时|同步|一并|及时|定期")
ILLICIT = re.compile(
    "擅自|随意|变相|私自|非法|违法|违规|恶意|无故|故意|盲目|轻易|片面|一味|过度|过分|私下|强行|强制|多头"
)
_DEEDS = re.compile(
    r"的(?:[^，,；;。的]{0,8})(?:行为|活动|情形|事项|材料|资料|信息|责任|义务|能力|要求|规定|内容|工作|措施|方式|方案|办法|制度|机制|职责|条件|标准|设施|设备|装置)"
)
_PLAIN = frozenset(
    ("包括", "符合", "满足", "负责", "遵守", "作为", "滥用", "列明", "载明", "注明")
)  # whose object names nothing else that is done
_LEADING = frozenset((  # verbs that others are set beside to make one (协调配合)
    "组织", "配合", "协助", "协调", "督促", "指导", "监督", "规划", "配套", "统筹", "收集", "整理", "吸收",
    "建档", "公布", "公告", "鼓励", "引导", "支持", "教育", "检查", "巡查", "清理", "研究", "设计",
    "建立", "健全", "探索", "监测", "管理", "调查", "救助", "宣传", "保护", "保障", "帮助", "照顾", "抢修",
    "推广",
))  # fmt: skip
_NAMED = re.compile(
    "期限|时限|情况|比例|进度|时间|费用|方式|标准|数量|条件|中心|站|场所|平台|机构|单位|企业|部门|人员"
)
_OTHERS = re.compile("单位|企业|机构|部门|人员?|者")
_MOST = 8  # verbs in a row


def whole_verb(clause: Clause, at: int) -> str:
    """The verb at a place with those set side by side with it (督促检查); none behind a mark."""
    one, verb = clause.one_verb(at), clause.verb_at(at)
    link = _LINK.search(verb, 2)
    whole = verb[: max(link.start(), len(one))] if link else verb
    named = _OTHERS.match(clause.masked, at + len(whole)) is not None  # 检查测绘单位
    return whole if one in _LEADING and not named else one  # 移交承接查验资料 does 移交


def duty_row(clause: Clause, at: int, verb: str) -> tuple[list[str], int]:
    """The verbs in a row that begins with one at a place, and where their common object begins."""
    row, behind = [verb], at + len(verb)
    while len(row) < _MOST and (link := _LINK.match(clause.masked, behind, clause.end)):
        place = _behind_way(clause, link.end())
        other = _illicit(clause, place) or whole_verb(clause, place)
        if link[0] in ("并", "并且") and (handed := reported(clause, place)):
            return [*row, handed], place + len(handed)
        if len(other) < 2 or not _shares(clause, place + len(other)):
            break
        row.append(other)
        behind = place + len(other)
    return row, behind


def _behind_way(clause: Clause, at: int) -> int:
    """The place behind in what way a further verb is done (同步设计、同步建设)."""
    way = _WITH.match(clause.masked, at, clause.end)
    return way.end() if way else behind_manners(clause, at)[0]


def _illicit(clause: Clause, at: int) -> str:
    """How a verb must not be done, with the verb (变相转让); empty where no such way stands there."""
    way = ILLICIT.match(clause.masked, at, clause.end)
    verb = clause.one_verb(way.end()) if way else ""
    return way[0] + verb if way and verb else ""


def _shares(clause: Clause, behind: int) -> bool:
    """Whether a verb that ends there has an object, or ends its clause, and is no attribute itself."""
    return behind >= clause.end or clause.masked[behind] not in "的者性率"


def duty_pieces(clause: Clause, at: int, verb: str) -> Iterator[Piece]:
    """The actions of a duty whose first verb stands at a place, each with its object."""
    row, begin = duty_row(clause, at, verb)
    stop = begin
    while (found := _anew(clause, begin, stop, row[-1])) is not None:
        ends, place, other = found
        yield from ((begin, ends, one) for one in row)
        row, begin = duty_row(clause, place, other)
        stop = begin
    yield from ((begin, clause.end, one) for one in row)


def _anew(clause: Clause, begin: int, at: int, verb: str) -> tuple[int, int, str] | None:
    """Where an object ends since a further verb with an object of its own follows, its place, and it."""
    if verb in _PLAIN or clause.lists.takes(verb) == "clause":
        return None
    for link in _PARTS.finditer(clause.masked, begin + 2, min(clause.end, begin + 2 * FAR)):
        place = behind_circumstances(clause, link.end())
        other = _illicit(clause, place) or whole_verb(clause, place)
        if handed := reported(clause, place):
            return link.start(), place, handed
        if _begins(clause, other, place, led=place > link.end() or link[0] != "、"):
            return link.start(), place, other
    return None


def _begins(clause: Clause, verb: str, at: int, *, led: bool) -> bool:
    """Whether a verb behind a mark begins a new action: no noun of a row, no part of what names a deed."""
    behind = at + len(verb)
    if len(verb) < 2 or (verb in clause.lists.nouns and not led):
        return False
    if clause.level(verb)[0] in ("stance", "result") or clause.lacks_object(behind):
        return False
    if _NAMED.match(clause.masked, behind, clause.end):
        return False
    if _DEEDS.search(clause.masked, behind, min(clause.end, behind + FAR)):
        return False
    return behind >= clause.end or (clause.masked[behind] not in "的者、和等" and clause.end - behind >= 2)
