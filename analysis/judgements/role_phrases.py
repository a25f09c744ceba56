"""
What a place is to be or is said to be: 打造国内大循环的中心节点, 成为长三角的重要门户.

A role is the noun behind 打造, 建设成, 成为 whose head says what a place is for others (节点, 高地, 样板).
Whose it is stands before the verb, in its clause or as what an earlier clause begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.judgements.action_lists import load_actions
from analysis.judgements.clauses import clauses, closed
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import role_heads
from analysis.judgements.role_holders import holders

_TURNS_INTO = re.compile(
    r"(?:打造|建设|培育|发展|提升|塑造|转变|定位|升级|建|变|做|构建|形成)(?:成为|成(?![渝都功果熟效片员立])|为)(?!本|了|主)"
    r"|(?<!使)成为|争当|当好|争创"
)
_BECOMES = re.compile(r"成为|[变做]成|转变|定位|当")  # who becomes something need be no house that is built
_BUILDS = re.compile(r"打造|建设|建成|创建")
_MADE_OF = re.compile(r"(?:使|让|把|将)(?P<what>[^，。；]{2,24})$")
_MODIFIES = re.compile(
    r"(?:具有|拥有|承载|体现|引领|服务|兼具|彰显|融合|富有|充满|集聚)"
)  # begins a modifier
_MODIFIED = re.compile(
    rf"[，,]{_MODIFIES.pattern}[^，,；;。的]{{2,40}}的[^，,；;。的]{{2,20}}(?=[，,；;。]|$)"
)
_FIRST_OF = re.compile(r"最[^，。；]{2,50}之一$")
_SHAPES = re.compile(r"形成|构筑")
_IS = re.compile(r"(?<![不还就可而但若只都也正凡更总])是|作为(?!主要|重要抓手)")
_BUILT = re.compile(
    r"(?:加快推进|加快推动|大力推进|推进|加快|推动|深化|加强|支持|促进)"
    r"(?P<role>(?:(?!推进|推动|加快|支持|打造|建设|促进|加强|深化)[^，。；]){4,40})建设$"
)
_NO_ROLE = re.compile(
    r"^(?:[一二三四五六七八九十百\d]|若干|更多|各类|各级|各具|一批|并|以|由|为|了|试点|投用|投运)(?!流|体)|个|批|等(?!级)|^[^，]{0,2}建设"
)
_JOIN = re.compile(r"[、和与及暨]|以及")
_NOT_LAST = re.compile(
    r"(?:[区带圈港城谷园廊]|廊道|三角|新去处|镇|村|县|省份)[”]?$"
)  # a noun of its own before a join
_THEN = re.compile("、|并(?=[^列])")
_GOES_ON = re.compile(r"新的|重要|主要")
_OF_PLACE = frozenset(("hub", "centre", "highland", "model", "city", "power", "destination"))
_POINTS = frozenset(("hub", "highland"))
_WHERE = re.compile(
    r"国际|全球|世界|全国|国家|亚太|区域|长三角|东盟|亚洲|中国|西部|东部|中部|东北|中心城市|之都|之城|之乡|核心区"
)
_HOUSE = re.compile(  # what is built in a place and run there
    r"(?:医学|医疗|演训|检测|检验|培训|服务|数据|会展|会议|活动|体育|展示|展览|研究|审评|检查|应急|救援|调度|指挥|技术创新|临床|综合性国家科学|标准化|鉴定"
    r"|交易|结算|分拨|托育|养老|康复|实训|实验|技术转移|转化|备份|算力|计算|仿真|测试|中试|公证|仲裁|保障|维权|援助|监测|预警|评价)[一-龥]{0,4}中心$"
    r"|分中心$|实验室$|平台$|孵化器$|加速器$|基地$|载体$"
)
_FAME = re.compile(r"具有.{0,60}(?:影响力|竞争力)|中心城市")
_PARTS_OF_HOME = re.compile(r"副中心|区域性?中心城市")
_NAMING = frozenset(("prefecture", "county", "hub", "zone", "corridor"))  # 建设福州、厦门示范区 names a zone
# What a role whose holder nobody names must be, to be one of the document's whole place.
_MADE = re.compile(r"打造|成为|当好|争当|(?<!建)成$|为$|转变|定位")
_ZONE = re.compile(r"(?:示范区|试验区|先行区|先导区|引领区|实验区|示范带)$")
_ZONE_OF_WHOLE = re.compile(r"[省市]域|两岸|国家[^、]{0,14}(?:综合|文明)[^、]{0,8}$")
_FACILITY = re.compile(
    r"(?:物流|货运|交通|航空|航运|邮政|电信|快递|算力|数据|供应链)[^、]{0,4}(?:枢纽|节点)$"
)
_WHOLE_CENTRE = re.compile(
    r"(?:国际|全球|世界|亚太|东盟|[西中]部|全国|影响力|竞争力)[^、]{0,30}(?:经济|金融|贸易|航运|创新|消费|人才|制造业?|物流|交往|文化|保险"
    r"|会展|旅游|定价)(?:中心|中心城市)$|之[都城]$"
)
_ONE_FACE = re.compile(r"海绵|智慧|韧性|无碍|无废|节水|文明城市$")  # a side of a city's life, no role
_KNOWN = re.compile(r"世界|国际|全国|国家|全球|知名")
_NO_CITY = re.compile(r"省$|自治区$")
_LONGEST = 60  # characters of a role
_SHORTEST = 3
_WHOLE = 4  # characters of a head that is a role by itself (核心节点)


@dataclass(frozen=True, slots=True)
class Role:
    """What a place is to be: `holders` are empty where the sentence names none; offsets are the role's."""

    holders: tuple[str, ...]
    verb: str
    role: str
    type: str
    start: int
    end: int
    clause: int  # where its clause begins

    @property
    def holder(self) -> str:
        """Whose it is, joined as a list is written."""
        return "、".join(self.holders)


_FORMS = (
    (_TURNS_INTO, None),
    (_BUILT, _OF_PLACE),
    (_BUILDS, _OF_PLACE),
    (_IS, _OF_PLACE),
    (_SHAPES, _POINTS),
)


def roles(text: str, places: Iterable[PlaceName], home: str = "") -> list[Role]:
    """
    The roles that a sentence gives, in their order; `home` is the place that the document is of.

    Examples
    --------
    >>> place = PlaceName("长宁", "county", 2, 4)
    >>> [(one.holder, one.verb, one.role) for one in roles("推动长宁成为虹桥枢纽的核心节点。", [place])]
    [('长宁', '成为', '虹桥枢纽的核心节点')]
    """
    masked, here = closed(text), Places(places)
    return [
        role for start, end in clauses(masked) for role in _in_clause(text, masked, (start, end), here, home)
    ]


def _in_clause(text: str, masked: str, span: tuple[int, int], places: Places, home: str) -> Iterator[Role]:
    start, end = span
    for pattern, types in _FORMS:
        found = pattern.search(masked, start, end)
        if found is None or (pattern is _BUILT and not list(_nouns(masked, *found.span("role")))):
            continue  # 建设海洋城市、加快“三个中心”建设: what is built stands behind the verb before
        whose = holders(text, masked, start, found.start(), places, home)
        if whose is None or (pattern is _IS and not whose):
            return
        verb, noun = ("建设", found.span("role")) if pattern is _BUILT else (found[0], (found.end(), end))
        turned = pattern is _TURNS_INTO
        nouns = list(_nouns(masked, *noun))
        if turned and not nouns:
            made = _is_made(masked, start, found.start(), places)
            nouns = list(_whole_noun(text, masked, *noun) if made else _over_comma(masked, *noun))
        dealt = masked.endswith("分别", start, found.start()) and len(whose) == len(nouns)
        for at, (role_start, role_end, type_) in enumerate(nouns):
            role = Role(
                (whose[at],) if dealt else whose,
                verb,
                text[role_start:role_end],
                type_,
                role_start,
                role_end,
                start,
            )
            if (types is None or type_ in types) and _is_role(role, turned, places, home):
                yield role
        return


def _is_made(masked: str, clause: int, verb: int, places: Places) -> bool:
    """Whether just a place is made into something: then that is its role, however it is called."""
    made = _MADE_OF.search(masked, clause, verb)
    what = made.span("what") if made else (0, 0)
    place = places.around(*what) if made else None
    return place is not None and (place.start, place.end) == what


def _over_comma(masked: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The noun of a role whose modifier has a comma (成为承载战略功能，引领绿色发展的生态之城)."""
    more = _MODIFIED.match(masked, end) if _MODIFIES.match(masked, start) else None
    if more is None or "的" in masked[start:end] or more.end() - start > _LONGEST:
        return
    if head := role_heads().before(masked, more.end()):
        yield start, more.end(), role_heads().types[head]


def _whole_noun(text: str, masked: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What a place is made into, where the head stands in marks (“世界花园”) or before 之一."""
    if not _SHORTEST <= end - start <= _LONGEST or _NO_ROLE.search(masked[start:end]):
        return
    if _FIRST_OF.search(masked, start, end):
        yield start, end, "highland"
    elif head := role_heads().before(text, end - masked.endswith("”", start, end)):
        yield start, end, role_heads().types[head]


def _is_role(role: Role, turned: bool, places: Places, home: str) -> bool:
    """
    Whether a noun is what a place is for others: no place's name (to build 张江科学城 gives nothing a role),
    no house or platform in a place (建设老年医学中心, 争创国家医学中心) unless somebody becomes it, and
    not what only a part of the document's place can be.
    """
    if not turned and any(_is_named(one, role) for one in places.between(role.start, role.end)):
        return False
    if not role.holders and role.type == "city" and _NO_CITY.search(home):
        return False
    if places.around(role.start, role.end) or (not role.holders and _PARTS_OF_HOME.search(role.role)):
        return False
    if not role.holders and not _is_of_whole(role):
        return False
    if _HOUSE.search(role.role) and not (_BECOMES.search(role.verb) or _FAME.search(role.role)):
        return False
    return turned or role.type != "centre" or bool(_WHERE.search(role.role))


def _is_named(place: PlaceName, role: Role) -> bool:
    """Whether a place makes what is built a name or a list of names: 建设东庄水库、古贤水利枢纽."""
    if place.start > role.start:
        return place.end == role.end
    return place.type in _NAMING or role.role[place.end - role.start :][:1] in tuple("、和与及")


def _is_of_whole(role: Role) -> bool:
    """
    Whether a role can be one of the whole place that a document is of: 打造开放高地, no hub or zone that is
    built somewhere in it (统筹建设国家物流枢纽, 争创农业示范区).
    """
    if _ZONE.search(role.role):
        return role.verb != "争创" and bool(_ZONE_OF_WHOLE.search(role.role))
    if _FACILITY.search(role.role) or (role.verb == "争创" and role.type != "highland"):
        return False
    if role.type == "destination":
        return bool(_KNOWN.search(role.role))
    if role.type == "city" and _ONE_FACE.search(role.role):
        return False
    return bool(role.type != "centre" or _MADE.search(role.verb) or _WHOLE_CENTRE.search(role.role))


def _before_verb(masked: str, start: int, end: int) -> int:
    """Where the nouns behind a verb end: before another verb (打造中心城市、带动城市群发展)."""
    if role_heads().before(masked, end):
        return end
    lists = load_actions()
    for join in _THEN.finditer(masked, start, end):
        verb = lists.verbs.at(masked, join.end())
        also = lists.manners.at(masked, join.end())
        acts = len(verb) > 1 and verb not in lists.nouns and not _BUILDS.match(masked, join.end())
        if (acts or len(also) > 1) and role_heads().before(masked, join.start()):
            return join.start()
    return end


def _nouns(masked: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The nouns behind a verb that are roles, each with its kind; none unless the clause ends with one."""
    end = _before_verb(masked, start, end)
    if not role_heads().before(masked, end) or end - start > _LONGEST or _NO_ROLE.search(masked[start:end]):
        return
    at, found = start, list[tuple[int, int, str]]()
    for join in [*_JOIN.finditer(masked, start, end), None]:
        stop, next_ = (join.start(), join.end()) if join else (end, end)
        head = role_heads().before(masked, stop)
        if head and found and _GOES_ON.match(masked, at):
            found[-1] = (found[-1][0], stop, found[-1][2])  # 增长极和新的动力源: one role of the same words
        elif head and stop - at >= min(max(_SHORTEST, len(head) + 1), _WHOLE):
            found.append((at, stop, role_heads().types[head]))
        elif not (stop - at > _SHORTEST and _NOT_LAST.search(masked, at, stop)):
            continue
        built = _BUILDS.match(masked, next_, end)  # 建设中心城市、打造高地: a verb to each
        at = built.end() if built else next_
    yield from found
