"""
What places are called without a verb that makes them so: 依托合肥、芜湖等国家物流枢纽, 亳州“世界中医药之都”,
发挥武汉龙头引领作用, 以上海为中心, 长江流域为腹地.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_object_lists import in_lists
from analysis.judgements.register_lists import role_heads
from analysis.judgements.role_kinds import Role, is_base_of_trade, is_house

_TYPES = frozenset(("hub", "centre", "highland", "model", "destination", "power"))
_SPANS = re.compile(
    "(?:走廊|屏障|腹地|承载区|核心功能区|(?:承接|新)载体)$"
)  # what carries, and yet says what a place is for others
_NOUN = re.compile(
    "(?:目的地|(?!获批|入选|列入|建设(?!试点|示范)|打造|成为|形成|建成|[省市县区]{2})[^的、和与及为等，○0-9]){0,16}"
)
_NO_NOUN = frozenset(("示范", "链接", "纽带", "窗口", "阵地", "地标", "名片"))  # none of these by itself
_ALSO = re.compile(  # names that no list has, to 等 and how many there are; 这一 behind one
    "(?:(?:[、和与](?:(?![、和与及等的])[一-龥]){2,10}){0,8}等|这(?=[一个座块]))(?:[0-9一两二三四五六七八九十]{0,2}[个大座]|多个|一批|一系列|这?[一])?"
)
_QUOTED = re.compile("“(?P<role>(?![0-9一二两三四五六七八九十])[^“”，。；、]{3,16}(?<!走廊))”")
_FIGURE = re.compile(  # 发挥洛阳、南阳“双核引领”作用
    "“(?P<role>[双两三多一主](?:引擎|支点|轮|核|极|心|翼|城)(?:引领|带动|支撑|驱动|联动|辐射|牵引)?)”(?:的|[一-龥]{2})?(?:作用|效应|功能)"
)
_LINKS = "(?:对接|承接|联通|连通|融入|联动|面向|通达|衔接|链接|连接|服务|辐射|毗邻)"
_LINKED = re.compile(
    f"{_LINKS}[^，,；;。“”]{{2,16}}“(?P<role>[^“”，。；、]{{2,16}})”"
)  # 对接海峡西岸“新门户”
_LINKS_TO = re.compile(f"{_LINKS}$")
_MADE = re.compile("(?:打造|建设|创建|建成)$")
_AFTER = re.compile(  # a noun ends before these
    "$|[，,；;。：:！、和与及”（的为在]|(?:功能|地位|作用|能级|建设|合作|优势|城市群|布局|集群|之间|发展|改革|特色|错位|联动|协同)"
)
_ABILITY = re.compile(  # 发挥武汉龙头引领作用, 保持香港的国际金融、贸易、航运中心的地位
    "(?:的|等|作为|[两三四五]大|(?:进一步|加快|持续)?(?:巩固提升|巩固|提升|增强|强化|保持))?(?P<role>(?!自身|独特)(?:(?:面向|连接|链接|通向|服务|辐射|联通|沟通)[^，,；;。的]{2,20}的)?(?:(?![的等])[一-龥○、“”]){2,28}?)"
    "(?:[和、]?(?:引领|带动|牵引|辐射|示范|支撑|集聚|集散|主体|骨干|旗舰)){0,3}(?:的?(?:综合)?(?:功能|地位|作用))"
    "(?:[和与、][一-龥]{2,10})?$"
)
_RAISES = re.compile(
    "(?:发挥好?|强化|提升|巩固|增强|保持|放大|突出|凸显|彰显|完善|优化|拓展|提高|培育|做强|加强|确立|突显)$"
)
_HELPS = re.compile("(?:支持|推动|促进|鼓励|助力)$")  # 支持昆明增强区域性中心城市功能
_BY = re.compile(  # 以宜昌为区域增长极, 以张江等重点区域为核心加快建设
    "(?:等[一-龥]{0,6})?为(?P<role>(?:(?![的、和与及为])[一-龥]){2,16}?)"
    "(?=$|[、，,；;的]|加快|推进|推动|带动|提升|打造|建设|构建|形成|辐射|引领|促进|强化|联动|培育)"
)
_MOST = 12  # places of a clause that are looked at
_LONGEST = 16  # characters of a noun behind 等

Span = tuple[int, int, str]  # of a role, with its kind


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that may call its places something; `masked` is its sentence without what is quoted."""

    text: str
    masked: str
    start: int
    end: int


def apposed(text: str, masked: str, span: tuple[int, int], places: Places) -> Iterator[Role]:
    """
    What a clause calls its places, a role for those of a list together.

    Examples
    --------
    >>> text = "依托合肥、芜湖等国家物流枢纽，"
    >>> here = Places([PlaceName("合肥", "prefecture", 2, 4), PlaceName("芜湖", "prefecture", 5, 7)])
    >>> [(one.holder, one.role) for one in apposed(text, text, (0, 14), here)]
    [('合肥、芜湖', '国家物流枢纽')]
    """
    clause = _Clause(text, masked, *span)
    for listed in in_lists(masked, places.between(*span)[:_MOST]):
        verb = "以…为" if _stands_as(clause, listed) else ""
        for start, end, type_ in _told(clause, listed):
            names = tuple(one.name for one in listed)
            yield Role(names, verb, text[start:end], type_, start, end, span[0])


def _told(clause: _Clause, listed: Sequence[PlaceName]) -> Iterator[Span]:
    """The roles that stand behind the last of a list of places."""
    last = listed[-1].end
    if also := _ALSO.match(clause.masked, last, clause.end):
        yield from _noun(clause, also.end())
    if quoted := _quoted(clause, listed):
        yield from _kind(clause, *quoted)
    if figure := _figure(clause, listed):
        yield (*figure, "highland")
    if ability := _ability(clause, listed):
        yield from _kind(clause, *ability)
    if _stands_as(clause, listed) and (by := _BY.match(clause.masked, last, clause.end)):
        yield from _kind(clause, *by.span("role"))


def _quoted(clause: _Clause, listed: Sequence[PlaceName]) -> tuple[int, int] | None:
    """What stands in marks behind places: what they are, or what those are whom they link to others."""
    first, last = listed[0].start, listed[-1].end
    if _MADE.search(clause.masked, clause.start, first) and (linked := _LINKED.match(clause.text, last)):
        return linked.span("role")
    if _LINKS_TO.search(clause.masked, clause.start, first):
        return None
    quoted = _QUOTED.match(clause.text, last)
    return quoted.span("role") if quoted else None


def _figure(clause: _Clause, listed: Sequence[PlaceName]) -> tuple[int, int] | None:
    """The figure in marks of which places have the part (发挥洛阳、南阳“双核引领”作用)."""
    raised = _RAISES.search(clause.masked, clause.start, listed[0].start)
    figure = _FIGURE.match(clause.text, listed[-1].end) if raised else None
    return figure.span("role") if figure else None


def _ability(clause: _Clause, listed: Sequence[PlaceName]) -> tuple[int, int] | None:
    """What a place is whose function, standing or part in something is raised (发挥武汉龙头引领作用)."""
    if not _RAISES.search(clause.masked, clause.start, listed[0].start) and not _HELPS.search(
        clause.masked, clause.start, listed[0].start
    ):
        return None
    found = _ABILITY.match(clause.masked, listed[-1].end, clause.end)
    return found.span("role") if found else None


def _stands_as(clause: _Clause, listed: Sequence[PlaceName]) -> bool:
    """Whether a list is what 以 names, itself or behind another (以上海为中心、长江流域为腹地)."""
    before = clause.masked[clause.start : listed[0].start]
    return before.endswith("以") or (before.endswith("、") and "以" in before and "为" in before)


def _noun(clause: _Clause, begin: int) -> Iterator[Span]:
    """The longest noun from `begin` that is a role and whole: a mark, its function or a verb follows."""
    noun = _NOUN.match(clause.masked, begin, min(clause.end, begin + _LONGEST))
    for end in range(noun.end() if noun else begin, begin + 1, -1):
        found = list(_kind(clause, begin, end)) if _is_end(clause, end) else []
        if found:
            yield from found
            return


def _is_end(clause: _Clause, at: int) -> bool:
    if _AFTER.match(clause.masked, at, clause.end) or at == clause.end:
        return True
    return len(load_actions().verbs.at(clause.masked, at)) > 1


def _kind(clause: _Clause, start: int, end: int) -> Iterator[Span]:
    """A noun with its kind, where it says what a place is for others."""
    noun = clause.text[start:end]
    head = role_heads().before(clause.text, end)
    if not head or len(noun) < len(head) or noun in _NO_NOUN:
        return
    of_others = role_heads().types[head] in _TYPES or _SPANS.search(noun)
    if is_base_of_trade(noun) or (of_others and not is_house(noun)):
        yield start, end, role_heads().types[head]
