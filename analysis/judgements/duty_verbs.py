"""
The verb of a duty as rules word it: whoever bears it, 应当 or 不得, when, how, to whom, then the verb.

市气象台应当按照规定向社会发布预报 does 发布; what stands between is circumstance, whatever verbs are in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements.ban_verbs import banned_verb, behind_direct, last_pair
from analysis.judgements.clause_verbs import FAR, Clause, behind_manners
from analysis.judgements.duty_circumstances import behind_circumstances, does
from analysis.judgements.duty_light import behind_about, by_whom, carried, in_charge, reported
from analysis.judgements.duty_modals import BANS, MODAL
from analysis.judgements.duty_rows import ILLICIT, duty_row, whole_verb
from analysis.judgements.duty_whom import NAMES, behind_whom

_ON = re.compile(
    r"(?:并|并且|或者|同时|及时|定期)?(?:根据|按照|依照|依据|按|向|对|为|在|将|由|通过|同步|及时|适时|与|会同)"
)
_AND = re.compile("并且?|或者|同时|以及")
_NAMED = re.compile(
    f"{NAMES.pattern}|合格|结果|报告|工作|活动|过程|期间|费用?|场所|方案|计划|标准|[和与、及后前时中]|行为|项目|工程|合同|协议|方式|情况|质量|条件"
)
_TO = re.compile(r"凭|持(?![续久])|向|对|为|与|将|会同|由|从|给|同|就|随")
_HANDED = re.compile(r"(?<=后)(?=报)|(?<=[将由])[^，,；;。将报并]{2,30}(?=报)")
_BY_TO = re.compile(
    r"(?:[（(]○{1,3}[）)])?由(?![于此来衷])[^，,；;。]{1,24}?[府门构位业会人关员方院局委厅办社校者户主]向"
)  # 由业主向水务部门申请
_NOWHERE = re.compile("[在自于以从向对为与将由给同就随因凭按]|经(?!商)|通过|会同|根据|依")
_REFUSED = re.compile("(?:依法|一律)?(?P<ban>不予|不得)")  # what 应当 itself bans
_BANNED = re.compile(
    "有(?![权关效])|设(?![立置施计备定])|收(?![取费购集养回受留])|建(?![设立造筑成])|[\u4e00-\u9fff]{2}"
)  # 不得有, 不得低于: of verbs that no list has


def duty_verb(clause: Clause, *, owed: bool) -> tuple[int, str, str]:
    """
    The place of the verb that 应当, 不得 or 可以 calls for, the verb, and the modal; empty where none is.

    Where a duty is `owed` since a clause before, one that goes on with it (并根据…, 向…) needs no modal.
    """
    modal = MODAL.search(clause.masked, clause.start, min(clause.end, clause.start + 2 * FAR))
    link = _AND.match(clause.masked, clause.start, clause.end)
    begin = modal.end() if modal else (link.end() if link else clause.start)
    if modal is None and not (owed and _goes_on(clause, begin)):
        return *_unmodalled(clause, begin), ""
    called = modal[0] if modal else ""
    if called == "应当" and (refused := _REFUSED.match(clause.masked, begin, clause.end)):
        begin, called = refused.end(), refused["ban"]
    if called in BANS and (ban := _ban(clause, begin))[1]:
        return *ban, called
    place = behind_about(clause, behind_circumstances(clause, begin))
    place = _behind_illicit(clause, place) if called in BANS else place
    moved = clause.masked[place - 1 : place] == "将"
    verb = "" if moved else _called(clause, place, banned=called in BANS)  # 将防护设施纳入
    if not verb and (moved or _TO.match(clause.masked, place, clause.end)):
        place, verb = behind_whom(clause, place)
    if not verb and called in BANS:
        place, verb = last_pair(clause, place)
    if not verb and modal is None:
        place, verb = _unmodalled(clause, begin)
    return place, verb, called


def _ban(clause: Clause, begin: int) -> tuple[int, str]:
    """The place and verb of a ban that is not worded as duties are: behind its means, or of no list."""
    begun = behind_direct(clause, begin)
    place, verb = banned_verb(clause, begun)
    if not verb and begun > begin:
        place, verb = begun, _called(clause, begun, banned=True)
    return place, verb


def _unmodalled(clause: Clause, begin: int) -> tuple[int, str]:
    """The verb of a duty that no modal words: 报…批准, 由…负责, 由…承担."""
    for place in (begin, *_ahead_of_report(clause, begin)):
        if verb := reported(clause, place):
            return place, verb
    place, verb = in_charge(clause)
    place, verb = (place, verb) if verb else by_whom(clause)
    to = None if verb else _BY_TO.match(clause.masked, clause.start, clause.end)
    return behind_whom(clause, to.end() - 1) if to else (place, verb)


def _ahead_of_report(clause: Clause, begin: int) -> Iterator[int]:
    """The places of 报 behind what went before it (经讨论后报) or what is handed up (将方案报)."""
    for found in _HANDED.finditer(clause.masked, begin, min(clause.end, begin + 2 * FAR)):
        yield found.end()


def _goes_on(clause: Clause, begin: int) -> bool:
    """Whether a clause goes on with a duty before it: its verb or a circumstance comes first, no subject."""
    if _ON.match(clause.masked, clause.start, clause.end):
        return True
    place = behind_circumstances(clause, begin)
    moved = clause.masked[place - 1 : place] == "将"
    return moved or does(clause, place, led=place > clause.start or _is_bare(clause, place))


def _is_bare(clause: Clause, at: int) -> bool:
    """Whether a word that is a noun as well begins a clause as its verb: 查验设备, but not 查验机构."""
    verb = clause.one_verb(at)
    behind = duty_row(clause, at, verb)[1]
    return clause.is_acting(verb, at) and _NAMED.match(clause.masked, behind, clause.end) is None


def _behind_illicit(clause: Clause, at: int) -> int:
    way = ILLICIT.match(clause.masked, at, clause.end)
    return way.end() if way else at


def _called(clause: Clause, at: int, *, banned: bool) -> str:
    """The verb right at a place; behind a ban whatever stands there, for nothing is but what is banned."""
    if verb := reported(clause, at) or carried(clause, at):
        return verb
    if does(clause, at, led=True):
        return whole_verb(clause, at)
    if not banned or _NOWHERE.match(clause.masked, at, clause.end):
        return ""
    found = _BANNED.match(clause.masked, at, clause.end)
    return found[0] if found else ""


def is_mutual(clause: Clause, place: int, verb: str) -> bool:
    """Whether 相 belongs to the verb at a place (与街景相协调), and is not that of 互相."""
    return (
        clause.masked[place - 1] == "相"
        and clause.masked[place - 2] not in "互变"
        and clause.masked.startswith(verb, place)
    )


def duty_object(clause: Clause, place: int) -> tuple[int, int]:
    """Where what a duty is about stands when nothing follows its verb: behind 将 or 对, else nowhere."""
    moved = clause.masked.rfind("将", clause.start, place)
    moved = moved if moved >= 0 else clause.masked.rfind("对", clause.start, place)
    if moved < 0:
        return place, place
    to = clause.masked.find("向", moved, place)
    return moved + 1, to if to > 0 else _before_manners(clause, moved + 1, place)


def _before_manners(clause: Clause, begin: int, place: int) -> int:
    """Where the manners of the verb at `place` begin, from `begin` on; the place itself where it has none."""
    led = (at for at in range(begin + 1, place) if behind_manners(clause, at)[0] == place)
    return next(led, place)
