"""
Verbs that say little by themselves, with what they carry: 进行监督, 予以配合, 负责…, 报…批准, 由…承担.

对验收进行监督 does 进行监督, never 验收; 由业主委员会另行制定 does 制定.
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import FAR, Clause
from analysis.judgements.duty_circumstances import behind_circumstances, behind_ways, does

_CARRIERS = re.compile("进行|予以|加以|给予|[作做]出|采取|实施|实行|开展")
_LIGHT = re.compile(f"(?:{_CARRIERS.pattern})(?![的中过])")
_GIVEN = re.compile("(?:提供|创造|发放)(?![的中过])")
_JUDGED = "批准|备案|同意|审批|确定|审核|审查|核准|决定|认可|审定|备查|核定|登记|核备|批复|审议"
_REPORTED = re.compile(
    rf"报经?(?![告送请名警酬刊纸废考批备社表导道价关验])(?=[^，,；;。]{{2,60}}?(?:{_JUDGED})|[^，,；;。]{{1,40}}(?:部门|政府|委员会|机关|机构|办公室|领导小组)$)"
    r"|报经(?=批准|同意)"
)
_IN_CHARGE = re.compile("(?<!不)负责(?![任人的、制]|同志|干部|部门|单位)")
_BY_WHOM = re.compile(r"(?<![自理缘事])由(?![于此来衷]|[^，,；;。]{2,60}[构组]成(?:的|$))")
BODY = "府门构位业会人关员方院局委厅办社校者众处象部民户师室"  # with which those who do something end
_LEADS_END = BODY + "组其中定由"  # or what stands before a verb at the end
_WORK = ("", "工作", "的工作", "活动", "事务", "事宜")
_WHO = re.compile(
    "政府|部门|机关|机构|单位|企业|委员会|公司|申请人|所有人|成员|办事处|管理人|业主|[局厅]|法院|检察院|学校|医院|银行|协会|村委会|居委会|街道|乡镇"
)
_NOUNS = re.compile(
    "[和与、及等的团书证款费品]|企业|合同[中里内]|机构|部门|单位|人|平台|系统|中心|工作|活动|结果|意见|方案"
)
_PLACES = "）镇乡村县市区道"  # that are in charge of something as bodies are (各镇负责)
_WHO_REACH = 20  # characters that somebody of no listed kind takes up behind 由 (采购人)
_TO_WHAT = re.compile("(?<![针相面反])对(?![象外应接口])[^，,；;。]{2,60}$")
_BY_ROLE = re.compile("(?:分工|职责|规定|要求|权限|范围内|区域内)$")
_VERB_LENGTHS = (4, 3, 2)


def reported(clause: Clause, at: int) -> str:
    """报 or 报经 where what is to be approved or filed is named behind it (报上级机关批准)."""
    found = _REPORTED.match(clause.masked, at, clause.end)
    return found[0] if found else ""


def carried(clause: Clause, at: int) -> str:
    """A light verb with the verb that it carries: 予以配合, and 进行监督 behind 对; empty where none is."""
    light = _CARRIERS.match(clause.masked, at, clause.end)
    if light is None or light[0] not in ("进行", "予以", "加以"):
        return ""
    if light[0] == "进行" and clause.masked.find("对", clause.start, at) < 0:
        return ""
    end = _behind_verbs(clause, light.end())
    return clause.masked[at:end] if end > light.end() else ""


def _behind_verbs(clause: Clause, at: int, *, rows: bool = False) -> int:
    """The place behind verbs side by side, or in `rows` too."""
    while at < clause.end and (verb := clause.one_verb(at)) and len(verb) > 1:
        at += len(verb)
        at += rows and at < clause.end and clause.masked[at] in "、和与及并"
    return at


def behind_about(clause: Clause, at: int) -> int:
    """The place of the light verb behind 对 or 为 and what it is about; `at` itself where none is."""
    pattern = {"对": _LIGHT, "为": _GIVEN}.get(clause.masked[at : at + 1])
    if pattern is None:
        return at
    found = pattern.search(clause.masked, at + 2, min(clause.end, at + 2 * FAR))
    return found.start() if found else at


def in_charge(clause: Clause) -> tuple[int, str]:
    """The verb of a clause with 负责: what one is charged to do with an object, else 负责 itself."""
    found = _IN_CHARGE.search(clause.masked, clause.start, min(clause.end, clause.start + 2 * FAR))
    roled = found and _BY_ROLE.search(clause.masked, clause.start, found.start())
    if found and found.end() == clause.end and _TO_WHAT.search(clause.masked, clause.start, found.start()):
        return found.start(), found[0]  # 对工程质量负责
    if found is None or not (
        found.start() == clause.start
        or roled
        or _is_led(clause, found.start())
        or clause.masked[found.start() - 1] in _PLACES
    ):
        return clause.start, ""
    place = behind_ways(clause, found.end())
    verb = clause.one_verb(place)
    deeds = clause.masked.rfind("的", place, clause.end) + 1  # 保障工作的组织协调
    named = deeds > 0 and _behind_verbs(clause, deeds, rows=True) == clause.end
    named = named or clause.masked[_behind_verbs(clause, place, rows=True) : clause.end] in _WORK
    alone = (
        place + len(clause.one_verb(place)) == clause.end
        and clause.masked.find("由", clause.start, place) >= 0
    )
    if does(clause, place, led=True) and (alone or not named):
        return place, verb
    return found.start(), found[0]  # 负责维护和管理


def by_whom(clause: Clause) -> tuple[int, str]:
    """The verb behind 由 and who does it (由县政府另行规定): right behind them, or at the end; else empty."""
    found = _BY_WHOM.search(clause.masked, clause.start, min(clause.end, clause.start + FAR))
    if found is None or clause.end - found.end() > 2 * FAR:
        return clause.start, ""
    after = clause.masked.find("后", found.end(), min(clause.end, found.end() + FAR))
    for begun in range(after + 1, min(clause.end, after + FAR) if after > 0 else 0):
        listed = clause.one_verb(begun) in clause.lists.verbs.values
        if reported(clause, begun) or (listed and does(clause, begun, led=False)):
            return begun, reported(clause, begun) or clause.one_verb(begun)
    for body in _WHO.finditer(clause.masked, found.end(), min(clause.end, found.end() + FAR)):
        place = _behind_body(clause, body.end())
        if place < clause.end and does(clause, place, led=place > body.end() or _is_deed(clause, place)):
            return place, clause.one_verb(place)
    for place in range(found.end() + 2, min(clause.end, found.end() + _WHO_REACH)):
        if clause.masked[place - 1] not in BODY:
            continue
        begun = _behind_body(clause, place)
        if begun < clause.end and does(clause, begun, led=begun > place or _is_deed(clause, begun)):
            return begun, clause.one_verb(begun)
    return _last_of(clause, found.end() + 1)


def _behind_body(clause: Clause, at: int) -> int:
    """The place behind how bodies that end at a place do something, unless a verb has it (统一管理)."""
    return at if len(clause.one_verb(at)) > 2 else behind_circumstances(clause, at)


def _is_deed(clause: Clause, at: int) -> bool:
    """Whether a word that is a noun as well stands as a verb behind who does it (由校方组织抽检)."""
    behind = at + len(clause.one_verb(at))
    return clause.end - behind > 1 and _NOUNS.match(clause.masked, behind, clause.end) is None


def _last_of(clause: Clause, begin: int) -> tuple[int, str]:
    """The verb that ends a clause, or the first of a row that does (确定、公布)."""
    place = _verb_before(clause, clause.end, begin)
    led = place < clause.end and _is_led(clause, place)
    while (
        clause.masked[place - 1] in "、和并" and (other := _verb_before(clause, place - 1, begin)) < place - 1
    ):
        place, led = other, led or clause.masked[other - 1] != "的"
    return (place, clause.one_verb(place)) if led else (clause.start, "")


def _verb_before(clause: Clause, end: int, begin: int) -> int:
    """Where the longest verb that ends at a place begins; the place itself where none does."""
    starts = (end - length for length in _VERB_LENGTHS if end - length > begin)
    return next((at for at in starts if len(clause.one_verb(at)) == end - at), end)


def _is_led(clause: Clause, place: int) -> bool:
    """Whether who does something, or how, ends right before a place."""
    ways = (at for at in range(max(clause.start, place - 4), place) if behind_ways(clause, at) == place)
    return clause.masked[place - 1] in _LEADS_END or next(ways, None) is not None
