"""Who is to do it: subjects that are an office, a body or a group, and units named in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements.action_lists import ActionLists, load_actions
from analysis.judgements.clauses import clauses, closed

_UNITS = re.compile(r"(?:牵头|责任|配合|主管|实施)(?:单位|部门)[：:](?P<units>[^；;，,。）)]{2,80})")
_IN_CHARGE = re.compile(
    r"[（(](?P<units>[^（）()：:。]{2,200}?)(?:按照?职责(?:分工)?|分别|共同|等)*(?:负责|牵头|配合)(?:落实|实施)?[）)]"
)
_ROLES = re.compile(
    r"(?:牵头|配合|负责|按照?职责分工|分别)(?:$|[，,、；;]+)|、"
)  # between the units of a bracket
_BODY = re.compile(  # what the name of one who acts ends with
    r"经营者|处理者|运营者|提供者|生产者|使用者|部门|委员会|[改健]委|(?<![布格大全破开僵变时结])局|厅|(?<![好各到用长益难深四出相])处|(?<!部)署|办公室|政府|单位|企业|机构|机关|组织"
    r"|党委|党组|干部|领导同志|主要领导|公司|学校|高校|医院|银行|协会|法院|检察院|人民|地区|地方|[区县市省]|乡镇|街道|各地|各级|社区"
    r"|公民|个人|(?<!产)业主|申请人|当事人|管理人|所有人|使用人|权人|代表人|[承发]包人|[受委]托人|负责人|人员|党"
    r"|国家(?![级科公])|国务院|各方面|社会(?![科主])|同胞|系统|中国|部队|战线"
)
_PLACES = re.compile(r"(?:城区|园区|开发区|片区)$|能级|重点|加大")
_MODAL = re.compile(
    r"一定(?!程度|规模|的)|决不|还将|也将|还要|既要|都要|也要|要(?!素|是)|必须|应当|应该|应(?![用急对运])|须|负责|牵头|可以|不得|禁止|有权|将|会同|当然|都"
)
_GOES_BY = re.compile(
    r"按照|根据|依照|依据|依法|结合|围绕|把|对[^，。；]{2,40}(?:给予|实行|进行|予以|实施|加以|负责|开展|作出)"
)  # by which a subject then acts
_LED_BY = re.compile(
    r"(?:今后|目前|现在|当前|同时|此外|但是?|而且|并且|因此|今年|明年|一般来说|(?:这就|我们(?:殷切)?)(?:要求|希望)|禁止|严禁)+"
)
_NO_SUBJECT = re.compile(
    r"[为从到把将对以在向与由要按据用通依使让给跨整]|根据|支持|只有|我们(?!党|全党|各级|国家)|去年"
)
_INSIDE = re.compile(  # who has one of these before him is acted for, with or upon
    r"(?<!数)据|在(?![校线岗职])|把|将(?!军)|对(?![外口接])|以(?![上下内外及])|为(?![民主])|面向|朝着|从(?!业)|由|使(?!用|馆|者)|让"
    r"|给(?!水|排)|被|经过|通过|按|了|要(?!素|领)|应(?![用急运])|须|能(?!源)|是(?!特)|无论|不论|除|(?<![共协合])同(?![志胞业级])|带领|都|也|再"
)
_IN_A_WORD = re.compile(
    r"特别是|尤其是|组织"
)  # 是 that is none, and a word that acts only where it is no head
_HEADS = re.compile(  # with which a verb makes the name of a body: 建设单位
    r"(?:行政|主管)?(?:部门|单位|机构|机关|企业|人员|组织|干部|公司|地区|委员会|委|局|厅|处|署|办公室|者|人)"
)
_WHOLE = re.compile(r"[一-龥]{0,8}(?:人民|国家|社会|党|中国|同胞)|全.政府")
_RELATIVE = re.compile(
    r"[^，。；]{0,40}的[^，。；的]{1,10}是|[^，。；]{2,40}取得[一-龥]{0,6}(?:进展|突破|成效|成果)"
)
_CHARGED = re.compile(
    r"(?:共同|统一|分别|集中|具体|依法)?(?:负责|牵头|承担|组织|主管|办理|决定|制定|批准|审批|责令|处以|给予|会同)"
)
_BY = re.compile(r"(?<![自缘理来事])由(?P<who>[^，,。；;：由]{2,30})")
_WHERE = ("", "全省", "全市", "全县", "全区", "全国", "有条件的", "我们")
_DO = frozenset(("组织", "系统"))  # which do something where they stand alone
_NOBODY = frozenset(("政府", "我们", "全省", "全市", "全县", "全区", "全国", "各级"))
_MOST = 30  # characters of a subject


def actor(sentence: str, lists: ActionLists | None = None) -> list[str]:
    """
    Those who are named as acting, in their order; nobody where it is not sure.

    Examples
    --------
    >>> actor("市教育局应当加强管理（责任单位：各区教育局）。"), actor("加强企业管理。")
    (['市教育局', '各区教育局'], [])
    >>> actor("支持出口。（商务厅牵头，海关、贸促会按职责分工配合）")
    ['商务厅', '海关', '贸促会']
    >>> actor("面向小微企业发放贷款，由市人民政府负责组织实施。")
    ['市人民政府']
    """
    lists = load_actions() if lists is None else lists
    named = [*_subjects(sentence, lists), *_charged(sentence), *_units(sentence)]
    return [name for name in dict.fromkeys(named) if name not in _NOBODY]


def _units(sentence: str) -> Iterator[str]:
    """The units that a bracket or a line of units names, what each does left out."""
    for pattern in (_UNITS, _IN_CHARGE):
        for found in pattern.finditer(sentence):
            yield from (unit for one in _ROLES.split(found["units"]) if len(unit := one.strip("，、； ")) > 1)


def _charged(sentence: str) -> Iterator[str]:
    """Those by whom something is said to be done: 由…负责."""
    for found in _BY.finditer(closed(sentence)):
        for body in _BODY.finditer(found["who"]):
            if _CHARGED.match(found["who"], body.end()):
                name = sentence[found.start("who") : found.start("who") + body.end()]
                if not _INSIDE.search(name):
                    yield name
                break


def _subjects(sentence: str, lists: ActionLists) -> Iterator[str]:
    masked = closed(sentence)
    for start, end in clauses(masked):
        led = _LED_BY.match(masked, start, end)
        start = led.end() if led else start
        if _NO_SUBJECT.match(masked, start, end) or lists.manners.at(masked, start) not in _WHERE:
            continue
        for found in _BODY.finditer(masked, start, min(end, start + _MOST)):
            if _ends_a_name(masked, start, found, lists) and _acts(masked, found.end(), end, lists):
                yield from _named(sentence, masked, (start, found.end()), lists)
                break


def _ends_a_name(masked: str, start: int, found: re.Match[str], lists: ActionLists) -> bool:
    """Whether a head ends the name it stands in: not 政府 in 政府系统, nor 组织 that does something."""
    verb = lists.verbs.at(masked, found.end())
    does = found[0] in _DO and (found.start() == start or bool(verb and verb not in lists.nouns))
    return not does and not _BODY.match(masked, found.end())


def _named(sentence: str, masked: str, span: tuple[int, int], lists: ActionLists) -> Iterator[str]:
    """The subject where it is a name, and not what something is done with, for or to."""
    start, end = span
    subject = sentence[start:end]
    if _PLACES.search(subject) or ("的" in subject and not subject.startswith("有条件的")):
        return
    if not _INSIDE.search(_IN_A_WORD.sub("", subject)) and not _does(masked, span, lists):
        yield subject


def _does(masked: str, span: tuple[int, int], lists: ActionLists) -> bool:
    """
    Whether what stands before a head says that something is done: 激发全社会, but not 建设单位.

    A verb at the very beginning is part of a name only where a modal follows it (建设单位应当).
    """
    start, end = span
    for at in range(start, end - 1):
        verb = lists.verbs.at(masked, at)
        rest = masked[at + len(verb) : end]
        if len(verb) < 2 or not rest:
            continue
        helps = lists.takes(verb) == "clause" or lists.verbs.values[verb] in ("1", "3")
        if _WHOLE.fullmatch(rest) or (at == start and (helps or not _MODAL.match(masked, end))):
            return True
        if verb not in lists.nouns and not _HEADS.fullmatch(rest):
            return True
    return False


def _acts(masked: str, at: int, end: int, lists: ActionLists) -> bool:
    """Whether what follows a name is a modal, or a verb that has an object, manners before it or none."""
    if _RELATIVE.match(masked, at, end):
        return False
    if _MODAL.match(masked, at, end) or _GOES_BY.match(masked, at, end):
        return True
    led = False
    while not _is_verb(masked, at, end, lists, led=led) and (manner := lists.manners.at(masked, at)):
        at, led = at + len(manner), True
        at += masked[at : at + 1] == "地"
    return bool(_MODAL.match(masked, at, end)) or _is_verb(masked, at, end, lists, led=led)


def _is_verb(masked: str, at: int, end: int, lists: ActionLists, *, led: bool) -> bool:
    """Whether a verb that acts stands there; one that is a noun too must be led to by a manner."""
    verb = lists.verbs.at(masked, at)
    behind = at + len(verb)
    if len(verb) < 2 or verb == "实现" or behind >= end or masked[behind] in "的者、和到至":
        return False
    if verb in lists.nouns and (not led or _MODAL.match(masked, behind) or lists.manners.at(masked, behind)):
        return False
    return lists.verbs.values[verb] not in ("stance", "result")
