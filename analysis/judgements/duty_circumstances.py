"""
What stands between 应当 and its verb: when, where, on what ground, by what means, however long it is.

在显著位置, 自签订之日起三十日内, 按照合同的约定, 提前三个月: verbs inside them do nothing.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, Clause, behind_manners

_WHEN = re.compile(
    r"自[^，,；;。]{2,30}?(?:日内|日起|时起|小时内|[年月]起)|[一二三四五六七八九十\d]{1,3}个?(?:工作)?日内|于[^，,；;。]{2,30}?后[一二三四五六七八九十两\d]{1,3}个?(?:工作)?(?:日|月|年)内|于[^，,；;。]{2,24}?(?:季度|[日月底年]?前|日|时)"
    r"|提前[一二三四五六七八九十\d]{1,3}个?(?:工作)?(?:日|天|月|小时)|每[一二三四五六七八九十半两\d]{0,3}个?(?:年|月|季度|日|周|学期)度?(?:(?:至少|不少于)[一二两三四五六七八九十\d]{1,2}次)?"
    r"|经[^，,；;。]{2,40}?(?:同意|批准|审核|审查|验收|合格|认可|确认|核准|公示)后(?!实施)|(?:至少|不少于)[一二两三四五六七八九十\d]{1,2}次"
)
_WAY = re.compile(
    r"及时|定期|统一|主动|同步|同时|一并|即时|分别|优先|单独|自行|另行|随时|全程|至少|共同|具体|重点|逐级|按时|按期|就近|当场"
    r"|统筹(?=使用|安排|调配|分配|管理)|如实|免费|无偿|先行|适时|不定期|定时|滚动|必要时|立即|尽快|随即|妥善|足额|书面|口头|独立|事先|预先|事后|现场|直接|严格|按规定|按要求|分步"
    r"|采取(?:必要)?的?措施(?=[\u4e00-\u9fff]{3})|相应|连续|实时|专门|充分|合理|重新|依法|一次性|紧急|重复|间接"
)
_ALSO = re.compile("(?:、[\u4e00-\u9fff]{2}){1,3}地(?![方区位方块带下面理质价产铁标球])")
_ENDS = re.compile(
    r"之?[前后]|时(?![间期代段空])|内(?![部容])|[上中下处旁里](?!心)|位置|[公宣]?[告传示]栏|场所|部位|地点|网站|媒体|平台|期间|区域|地段|路段|社区|乡村"
)
LEADS = re.compile(
    r"向|对(?![外象应])|与|将|会同|由(?!于)|从(?![事业])|就(?![业近地])|通过(?!审|验)|按照?|根据|依[照据]|以(?![下上内外及前后])|为(?!主)|经(?![营济])"
)
_GROUNDED = re.compile("就(?![业近地])|按照?(?![时期质量])")
_BY = re.compile(
    r"(?:按照|根据|依据|依照|参照|遵照|按|通过|采用|采取|运用|利用|以|依托|结合)(?=[^，,；;。]{2})"
)
_GROUND = (
    r"规定|要求|标准|规范|约定|程序|职责|原则|情况|需要|预案|规划|分工|方案|权限|办法|条件|特点|实际|比例|计划|目录|结果|意见|证明|材料|依据|数据|档案"
    r"|方式|形式|途径|手段|渠道|平台|系统|网站|中心|机制|指标|合同|协议|施工图|图纸|条款|顺序|时限|期限|频次|需求|变化|规程|规则|章程|法规|批复|指令|资料|记录|制度|媒体|网络|报刊|广播|电视|热线|公告栏|用途|路线|频率|地点|方法"
)
_BY_WHAT = re.compile(rf"(?:{_GROUND})(?![的、和与或等]|及(?!时)|{_GROUND})")
_FAR_BY = 80  # characters that a ground or means may take up
_ATTAINED = frozenset(("取得", "符合", "享受", "具备", "达到"))  # a result that can be a duty


def does(clause: Clause, at: int, *, led: bool) -> bool:
    """Whether a verb of the list stands at a place, as the end of its clause too."""
    verb = clause.one_verb(at)
    if len(verb) < 2 or (verb in clause.lists.nouns and not led):
        return False
    if clause.level(verb)[0] == "result" and verb not in _ATTAINED:
        return False  # 可以得到改善
    behind = at + len(verb)
    return behind >= clause.end or not (clause.masked[behind] in "的者" or clause.lacks_object(behind))


def behind_circumstances(clause: Clause, at: int) -> int:
    """The place behind when, where and how something is to be done."""
    while at < clause.end:
        timed = _behind_when(clause, at)  # 提前 is a manner too
        passed = behind_ways(clause, timed)
        behind = _behind_when(clause, passed)
        behind = behind if behind > passed else _behind_place(clause, passed)
        behind = behind if behind > passed else _behind_ground(clause, passed)
        if behind >= clause.end and does(clause, passed, led=passed > at):
            return passed  # 充分利用公共数据
        if behind == at or behind >= clause.end:
            return at
        at = behind
    return at


def behind_ways(clause: Clause, at: int) -> int:
    """The place behind manners, of the list and those of rules (足额, 书面)."""
    while at < clause.end:
        grounded = _GROUNDED.match(clause.masked, at, clause.end)  # 按规定 is a manner too
        passed = at if grounded else behind_manners(clause, at)[0]
        way = None if grounded else _WAY.match(clause.masked, passed, clause.end)
        also = _ALSO.match(clause.masked, way.end() if way else passed, clause.end)
        way = also if also and (way or passed > at) else way  # 及时、准确地公开
        if (way is None and passed == at) or (way and way.end() >= clause.end):
            return passed
        at = way.end() if way else passed
    return at


def _behind_when(clause: Clause, at: int) -> int:
    found = _WHEN.match(clause.masked, at, clause.end)
    return found.end() if found else at


def _behind_place(clause: Clause, at: int) -> int:
    """The place behind 在… with what is done there, or to whom, right behind it; else the same place."""
    if not clause.masked.startswith("在", at):
        return at
    ends = (one.end() for one in _ENDS.finditer(clause.masked, at + 2, min(clause.end, at + FAR)))
    return next((end for end in ends if _leads_on(clause, end)), at)


def _leads_on(clause: Clause, at: int) -> bool:
    """Whether what a duty calls for, or to whom or when, stands at a place."""
    if _WHEN.match(clause.masked, at, clause.end) or LEADS.match(clause.masked, at, clause.end):
        return True
    passed = behind_ways(clause, at)
    return LEADS.match(clause.masked, passed, clause.end) is not None or does(clause, passed, led=True)


def _behind_ground(clause: Clause, at: int) -> int:
    """The place behind 按照…规定 or 通过…平台: the first such noun with a verb there, else the first."""
    by = _BY.match(clause.masked, at, clause.end)
    if by is None:
        return at
    ends = [one.end() for one in _BY_WHAT.finditer(clause.masked, by.end(), min(clause.end, at + _FAR_BY))]
    passed = ((end, behind_ways(clause, end)) for end in ends)
    last = (clause.end - length for length in (2, 3, 4))
    ends_at = next((at for at in last if at in ends and len(clause.one_verb(at)) == clause.end - at), -1)
    led = (end for end, place in passed if does(clause, place, led=place > end or end == ends_at))
    nouns = (end for end in reversed(ends) if _leads_on(clause, end))
    return next(led, next(nouns, ends[0] if ends else at))
