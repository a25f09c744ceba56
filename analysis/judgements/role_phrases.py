"""
What a place is to be or is said to be: 打造国内大循环的中心节点, 成为长三角的重要门户.

A role is the noun behind 打造, 建设成, 成为 whose head says what a place is for others (节点, 高地, 样板).
Whose it is stands before the verb, in its clause or as what an earlier clause begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.judgements.clauses import clauses, closed
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import role_heads

_TURNS_INTO = re.compile(
    r"(?:打造|建设|培育|发展|提升|塑造|转变|定位|升级|建|变|做|构建|形成)(?:成为|成|为)(?!本|了|主)|(?<!使)成为|争当|当好|争创"
)
_BUILDS = re.compile(r"打造|建设|建成|创建")
_SHAPES = re.compile(r"形成|构筑")
_IS = re.compile(r"(?<![不还就可而但若只都也正凡更总])是|作为(?!主要|重要抓手)")
_BUILT = re.compile(r"(?:加快推进|加快推动|推进|加快|推动|深化|加强|支持|促进)(?P<role>[^，。；]{4,40})建设$")
_NO_ROLE = re.compile(
    r"^(?:[一二三四五六七八九十百\d]|若干|更多|各类|各级|各具|一批|并|以|由|为|了|试点)(?!流|体)|个|批"
)
_JOIN = re.compile(r"[、和与及暨]|以及")
_SEGMENT = re.compile(r"[；;。！？]")
_LEADS = re.compile(
    r"^[—\s]*(?:支持|推动|推进|加快|加快推进|把|将|使|让|促进|鼓励|深化|做强|做优|提升|优化|完善|强化|建设|全面|深入|持续|大力|着力|努力|要|在|从"
    r"|一是|二是|三是|四是|五是|其中)*$"
)
_OF_PLACE = frozenset(("hub", "centre", "highland", "model", "city"))
_POINTS = frozenset(("hub", "highland"))
_WHERE = re.compile(
    r"国际|全球|世界|全国|国家|亚太|区域|长三角|东盟|亚洲|中国|西部|东部|中部|东北|中心城市|之都|之城|之乡|核心区"
)
_HANDLED = re.compile(r"(?:把|将)(?P<what>[^，。；]{2,24})$")
_TITLED = re.compile(r"[—\s]*(?P<what>[^，,。；;：:]{2,20})[：:]")
_MEANS = re.compile(r"(?:依托|利用|借助|围绕|对接|服务|面向|辐射|通过|按照|融入|立足|以|与|同)$")
_FAR = 300  # characters before a clause in which its topic is looked for
_LEAD = 40  # and before a place in which its clause begins
_NEAR = 10  # characters between a place and the verb whose subject it is
_LONGEST = 60  # characters of a role
_SHORTEST = 3
_WHOLE = 4  # characters of a head that is a role by itself (核心节点)


@dataclass(frozen=True, slots=True)
class Role:
    """What a place is to be: `holder` is empty where the sentence names none; offsets are the role's."""

    holder: str
    verb: str
    role: str
    type: str
    start: int
    end: int
    clause: int  # where its clause begins


_FORMS = (
    (_TURNS_INTO, None),
    (_BUILT, _OF_PLACE),
    (_BUILDS, _OF_PLACE),
    (_IS, _OF_PLACE),
    (_SHAPES, _POINTS),
)


def roles(text: str, places: Iterable[PlaceName]) -> list[Role]:
    """
    The roles that a sentence gives, in their order.

    Examples
    --------
    >>> place = PlaceName("长宁", "county", 2, 4)
    >>> [(one.holder, one.verb, one.role) for one in roles("推动长宁成为虹桥枢纽的核心节点。", [place])]
    [('长宁', '成为', '虹桥枢纽的核心节点')]
    """
    masked, here = closed(text), Places(places)
    return [role for start, end in clauses(masked) for role in _in_clause(text, masked, start, end, here)]


def _in_clause(text: str, masked: str, start: int, end: int, places: Places) -> Iterator[Role]:
    for pattern, types in _FORMS:
        found = pattern.search(masked, start, end)
        if found is None:
            continue
        holder = _holder(text, masked, start, found.start(), places)
        if pattern is _IS and not holder:
            return
        verb, noun = ("建设", found.span("role")) if pattern is _BUILT else (found[0], (found.end(), end))
        for role_start, role_end, type_ in _nouns(masked, *noun):
            role = Role(holder, verb, text[role_start:role_end], type_, role_start, role_end, start)
            if (types is None or type_ in types) and _is_role(role, pattern is _TURNS_INTO, places):
                yield role
        return


def _is_role(role: Role, turned: bool, places: Places) -> bool:
    """
    Whether a noun is what a place is for others: no place's name (to build 张江科学城 gives nothing a role),
    and no house of which it is not said for whom it is a centre (建设老年医学中心).
    """
    if places.around(role.start, role.end):
        return False
    return turned or role.type != "centre" or bool(_WHERE.search(role.role))


def _nouns(masked: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The nouns behind a verb that are roles, each with its kind; none unless the clause ends with one."""
    if not role_heads().before(masked, end) or end - start > _LONGEST or _NO_ROLE.search(masked[start:end]):
        return
    at = start
    for join in [*_JOIN.finditer(masked, start, end), None]:
        stop = join.start() if join else end
        head = role_heads().before(masked, stop)
        if head and stop - at >= min(max(_SHORTEST, len(head) + 1), _WHOLE):
            yield at, stop, role_heads().types[head]
            at = join.end() if join else end
    return


def _holder(text: str, masked: str, clause: int, verb: int, places: Places) -> str:
    """
    Whose role it is: the place before its verb, what is made into it (把五大新城建设成…), or what an earlier
    clause of the segment begins with.
    """
    if handled := _HANDLED.search(masked, clause, verb):
        return text[slice(*handled.span("what"))]
    if titled := _TITLED.match(masked):  # 松江新城：依托…建设…
        whole = places.around(*titled.span("what"))
        if whole and (whole.start, whole.end) == titled.span("what"):
            return whole.name
    near = [one for one in places.between(clause, verb) if one.end <= verb]
    if near:
        between = masked[near[-1].end : verb]
        close = len(between) <= _NEAR and "的" not in between and "、" not in between
        return near[-1].name if close and not _MEANS.search(masked, clause, near[-1].start) else ""
    return _topic(masked, clause, places)


def _topic(masked: str, clause: int, places: Places) -> str:
    """What an earlier clause of the segment begins with, not too far before."""
    floor = max(0, clause - _FAR)
    begun = max((found.end() for found in _SEGMENT.finditer(masked, floor, clause)), default=floor)
    topics = (one for one in reversed(places.between(begun, clause)) if _is_topic(masked, one))
    topic = next(topics, None)
    return topic.name if topic else ""


def _is_topic(masked: str, place: PlaceName) -> bool:
    """Whether a clause begins with a place, leading verbs aside."""
    floor = max(0, place.start - _LEAD)
    begun = max((masked.rfind(mark, floor, place.start) for mark in "，,；;。：:"), default=-1) + 1
    if not begun and floor:
        return False
    behind = masked[place.end : place.end + 1]
    return bool(_LEADS.match(masked[begun : place.start])) and behind not in ("的", "、", "和", "与")
