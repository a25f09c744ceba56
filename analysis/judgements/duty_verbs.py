"""
The verb of a duty as rules word it: whoever bears it, 应当 or 不得, when, how, to whom, then the verb.

市气象台应当按照规定向社会发布预报 does 发布; what stands between is circumstance, whatever verbs are in it.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, Clause, behind_manners
from analysis.judgements.duty_rows import ILLICIT, whole_verb

_MODAL = re.compile(r"应当(?![看认承])|不得(?!不|已)|不予|(?<![尽])可以(?!说|看|预|肯|相信)|有权")
_CIRCUMSTANCE = re.compile(
    r"在[^，,；;。在]{1,40}?(?:以?前|之?后|时(?![间期代段空])|以?内(?![部容])|期间|过程中|范围内|基础上|前提下|条件下|(?:网站|网页|平台|场所|位置|媒体|系统)[上中])(?!的)"
    r"|自[^，,；;。]{2,30}?(?:日内|日起|时起|小时内)|[一二三四五六七八九十\d]{1,3}个?(?:工作)?日内|于[^，,；;。]{2,24}?(?:季度|[日月底年]前|日|时)"
    r"|(?:及时|定期|统一|主动|同步|同时|一并|即时|分别|优先|单独|自行|擅自|另行|随时|全程|至少|共同|具体|重点|逐级|按时|按期|就近|当场"
    r"|如实|免费|无偿|先行|适时|不定期|定时|滚动|必要时|立即|尽快|随即|每年|每月|每半年|每季度|妥善)"
)
_BY = re.compile(r"(?:按照|根据|依据|依照|参照|遵照|按|通过|采用|采取|运用|利用|以|依托)(?=[^，,；;。]{2})")
_BY_WHAT = re.compile(
    r"(?:规定|要求|标准|规范|约定|程序|职责|原则|情况|需要|预案|规划|分工|方案|权限|办法|条件|特点|实际|比例|计划|目录|结果|意见|证明|材料|依据|数据|档案"
    r"|方式|形式|途径|手段|渠道|平台|系统|网站|中心|机制)(?![的、和与及])"
)
_FAR_BY = 60  # characters that a ground or means may take up
_ATTAINED = frozenset(("取得", "符合", "享受", "具备", "达到"))  # a result that can be a duty
_ON = re.compile(
    r"(?:并|并且|或者|同时|及时|定期)?(?:根据|按照|依照|依据|按|向|对|为|在|将|由|通过|同步|及时|适时|与|会同)"
)
_TO = re.compile(r"凭|向|对|为|与|将|会同|由|从|给|同|就|经|随|以|通过|因")
_BINDS = ("应当", "不得")
BANS = ("不得", "不予")
_BANNED = re.compile("有(?![权关效])|[\u4e00-\u9fff]{2}")  # 不得有, 不得低于: of verbs that no list has
_CONDITION = re.compile(r"(?:[^是]{2,})的$|除[^，]{2,}外$|未经[^，]{2,}$")


def is_condition(clause: Clause) -> bool:
    """Whether a clause only says in what case something holds (需要改造的，, 除另有规定外，)."""
    behind = clause.masked[clause.end : clause.end + 1]
    if behind not in ("，", ","):
        return False
    owed = _MODAL.search(clause.masked, clause.end, clause.end + 2 * FAR) is not None
    return owed and _CONDITION.match(clause.masked, clause.start, clause.end) is not None


def has_duty(clause: Clause, *, bound: bool = False) -> bool:
    """Whether a clause words a duty, a permission or a ban; no permission where it must be `bound`."""
    modal = _MODAL.search(clause.masked, clause.start, clause.end)
    return modal is not None and not (bound and modal[0] not in _BINDS)


def duty_verb(clause: Clause, *, owed: bool) -> tuple[int, str, str]:
    """
    The place of the verb that 应当, 不得 or 可以 calls for, the verb, and the modal; empty where none is.

    Where a duty is `owed` since a clause before, one that goes on with it (并根据…, 向…) needs no modal.
    """
    modal = _MODAL.search(clause.masked, clause.start, min(clause.end, clause.start + 2 * FAR))
    if modal is None and not (owed and _ON.match(clause.masked, clause.start, clause.end)):
        return clause.start, "", ""
    begin = modal.end() if modal else clause.start + clause.masked.startswith("并", clause.start)
    called = modal[0] if modal else ""
    place = _behind_circumstances(clause, begin)
    place = _behind_illicit(clause, place) if called in BANS else place
    moved = clause.masked[place - 1 : place] == "将"
    verb = _called(clause, place, banned=called in BANS and not moved)
    if not verb and (moved or _TO.match(clause.masked, place, clause.end)):
        place, verb = _behind_whom(clause, place)
    return place, verb, called


def ban_of(clause: Clause, place: int, modal: str) -> str:
    """A ban as it is worded before the verb at `place` (不得擅自); empty where `modal` is none."""
    if modal not in BANS:
        return ""
    before = clause.masked[max(clause.start, place - 2) : place]
    return modal + (before if ILLICIT.fullmatch(before) else "")


def _behind_illicit(clause: Clause, at: int) -> int:
    way = ILLICIT.match(clause.masked, at, clause.end)
    return way.end() if way else at


def _called(clause: Clause, at: int, *, banned: bool) -> str:
    """The verb right at a place; behind a ban whatever stands there, for nothing is but what is banned."""
    if _does(clause, at, led=True):
        return whole_verb(clause, at)
    if not banned or _TO.match(clause.masked, at, clause.end):
        return ""
    found = _BANNED.match(clause.masked, at, clause.end)
    return found[0] if found else ""


def _does(clause: Clause, at: int, *, led: bool) -> bool:
    """Whether a verb of the list stands at a place, as the end of its clause too."""
    verb = clause.one_verb(at)
    if len(verb) < 2 or (verb in clause.lists.nouns and not led):
        return False
    if clause.level(verb)[0] == "result" and verb not in _ATTAINED:
        return False  # 可以得到改善
    behind = at + len(verb)
    return behind >= clause.end or not (clause.masked[behind] in "的者" or clause.lacks_object(behind))


def _behind_circumstances(clause: Clause, at: int) -> int:
    """The place behind when and how something is to be done."""
    while at < clause.end:
        passed, _ = behind_manners(clause, at)
        found = _CIRCUMSTANCE.match(clause.masked, passed, clause.end)
        behind = found.end() if found else _behind_ground(clause, passed)
        if behind == at or behind >= clause.end:
            return at
        at = behind
    return at


def _behind_ground(clause: Clause, at: int) -> int:
    """The place behind 按照…规定 or 通过…平台: the first such noun with a verb there, else the first."""
    by = _BY.match(clause.masked, at, clause.end)
    if by is None:
        return at
    ends = [one.end() for one in _BY_WHAT.finditer(clause.masked, by.end(), min(clause.end, at + _FAR_BY))]
    led = (end for end in ends if _does(clause, behind_manners(clause, end)[0], led=False))
    return next(led, ends[0] if ends else at)


def _behind_whom(clause: Clause, at: int) -> tuple[int, str]:
    """The verb behind to whom or with what: the last that is no part of an attribute."""
    found, stop = (at, ""), min(clause.end, at + 2 * FAR)
    to, place = clause.masked.startswith("向", at), at + 1
    while place < stop:
        how = _CIRCUMSTANCE.match(clause.masked, place, clause.end)
        passed, _ = behind_manners(clause, how.end() if how else place)
        verb = clause.one_verb(passed)
        told = (
            passed > place
            or passed + len(verb) == clause.end
            or (to and clause.masked[passed - 1] not in "的、和")
        )
        if verb and _does(clause, passed, led=told):
            if found[1] and "的" not in clause.masked[found[0] : passed]:
                return found  # what stands behind a verb without 的 between is its object
            found = passed, whole_verb(clause, passed)
        place = max(passed, place) + (len(verb) or passed == place)
    return found


def duty_object(clause: Clause, place: int) -> tuple[int, int]:
    """Where what a duty is about stands when nothing follows its verb: behind 将, else nowhere."""
    moved = clause.masked.rfind("将", clause.start, place)
    if moved < 0:
        return place, place
    to = clause.masked.find("向", moved, place)
    return moved + 1, to if to > 0 else _before_manners(clause, moved + 1, place)


def _before_manners(clause: Clause, begin: int, place: int) -> int:
    """Where the manners of the verb at `place` begin, from `begin` on; the place itself where it has none."""
    led = (at for at in range(begin + 1, place) if behind_manners(clause, at)[0] == place)
    return next(led, place)
