"""
What a place is to be or is said to be: 打造国内大循环的中心节点, 成为长三角的重要门户.

A role is the noun behind 打造, 建设成, 成为 whose head says what a place is for others (节点, 高地, 样板).
Whose it is stands before the verb, in its clause or as what an earlier clause begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.judgements.action_lists import load_actions
from analysis.judgements.clauses import clauses, closed
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import role_heads
from analysis.judgements.role_apposed import apposed
from analysis.judgements.role_holders import Holders, holders, listed
from analysis.judgements.role_kinds import Role, is_base, is_role
from analysis.judgements.role_lifts import dealt_roles, lifted

_TURNS_INTO = re.compile(
    r"(?:打造|建设|培育|发展|提升|塑造|转变|定位|升级|成长|建|变|做|构建|形成)(?:成为|成(?![渝都功果熟效片员立])|为)(?!本|了|主)"
    r"|(?<!使)成为|[争勇]当|[争勇]做|当好|争创"
)
_NAMED = re.compile(
    r"被?(?:命名|认定|评|列|授予|确定|批准|誉)为|(?:列入|纳入)(?=国家|全国|首批|世界|省级|国际)|(?:成功)?(?:获评|入选|荣获|荣膺|喜获|获授|摘得|创成|跻身(?=国家|全国|世界|全球)|获得(?=[^，；。]{2,24}称号)|获批(?!创建|建设|设立))(?:为|成为)?"
)
_BUILDS = re.compile(r"打造|建设|建成|创建|建好")
_MAKES = re.compile("(?:加快|率先|积极)?(?:打造|建设|创建|争创|建成|成为)")
_MADE_OF = re.compile(
    r"(?:使|让|把|将)(?P<what>[^，。；]{2,24}?)(?:[从由][^，。；的]{2,14})?$"
)  # 从大市|变成强市
_MODIFIES = re.compile(
    r"(?:具有|拥有|承载|体现|引领|服务|兼具|彰显|融合|富有|充满|集聚)"
)  # begins a modifier
_MODIFIED = re.compile(
    rf"[，,]{_MODIFIES.pattern}[^，,；;。的]{{2,40}}的[^，,；;。的]{{2,20}}(?=[，,；;。]|$)"
)
_FIRST_OF = re.compile(r"最[^，。；]{2,50}之一$")
_PART_OF_MAP = re.compile("(?:区域|地区|片区|板块|地带|[一-龥]{2}[地城园港区带镇市]|基地|城市)$")
_ZONE_FOR = re.compile("(?:集聚|聚集|拓展|承载|策源)区$")  # what a zone is to be
_SHAPES = re.compile(r"形成|构筑")
_GUARDS = re.compile("筑牢|筑强|构筑|守牢|守好|构建")
_BARRIER = re.compile(  # of more than the place itself
    "(?:[江河]|西南|西北|东北|北方|南方|祖国|国家|我国|全国|[上中下]游|边疆|[东西中南北]部|首都|京津冀|青藏)[^，“”]{0,16}屏障$"
)
_IS = re.compile(r"(?<![不还就可而但若只都也正凡更总])是|作为(?!主要|重要抓手)")
_BUILT = re.compile(
    r"(?:加快推进|加快推动|大力推进|推进|加快|推动|深化|加强|支持|促进)"
    r"(?P<role>(?:(?!推进|推动|加快|支持|打造|建设|促进|加强|深化)[^，。；]){4,40})建设$"
)
_TITLED = re.compile(
    "(?:试验区|示范区|先行区|示范基地)$"
)  # a zone that has its title does not strive for another
_TOWARDS = re.compile("(?<![由从以])向(?P<role>[^，。；]{4,48}?)(?:转型升级|转型|转变|迈进|跨越|升级)$")
_NO_ROLE = re.compile(
    r"^(?:[一二三四五六七八九十百]|\d(?!A级)|若干|更多|各类|各级|各具|一批|并|以|由|为|了|试点|投用|投运)(?!流|体|省(?!级))|个|(?<!首)批|等(?!级)|^[^，]{0,2}建设"
)
_JOIN = re.compile(r"[、和与及暨]|以及")
_NOT_LAST = re.compile(
    r"(?:[区带圈港城谷园廊]|廊道|三角|新去处|镇|村|县|省份)[”]?$"
)  # a noun of its own before a join
_THEN = re.compile("、|并(?=[^列])")
_GOES_ON = re.compile(r"新的|重要|主要")
_OF_PLACE = frozenset(("hub", "centre", "highland", "model", "city", "power", "destination"))
_POINTS = frozenset(("hub", "highland"))
_REACHES = re.compile(  # behind a role: how far it has come
    "(?:取得|迈出|初见|获得)[^，,；;。、]{0,8}(?:成效|进展|突破|成果|步伐)$|(?:步伐加快|成效明显|成效显著|全面提速|稳步推进|扎实推进)$"
    "|(?:建设|培育|创建)?(?:名单|行列|序列)$|(?:荣誉)?称号$|而(?:不懈|共同|团结|一起)?(?:努力)?奋斗$"
    "|[、和与](?:平安|法治|数字|健康|美丽|清洁|智慧|信用|文明|幸福)[一-龥]{2,4}$"
)
_LONGEST = 60  # characters of a role
_SHORTEST = 3
_WHOLE = 4  # characters of a head that is a role by itself (核心节点)


_FORMS = (
    (_TURNS_INTO, None),
    (_NAMED, None),
    (_BUILT, _OF_PLACE),
    (_TOWARDS, None),
    (_BUILDS, _OF_PLACE),
    (_IS, _OF_PLACE),
    (_SHAPES, _POINTS),
    (_GUARDS, frozenset(("carrier",))),
)

_DIVISIONS = frozenset(("province", "prefecture", "county", "division"))
_LISTED = re.compile("[、和与及][一-龥]{2,4}?(?:等)?(?:[两二三四五六七八九](?:大|个))")  # 、高淳三大|副城
_LIES = ("地处", "位于", "处于", "位居")
_LEAST = 4  # characters of a role behind the place that it begins with


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
    spans = [part for span in clauses(masked) for part in _parts(masked, span, here)]
    told = (role for span in spans for role in _of_clause(text, masked, span, here, home))
    return [held for role in told if (held := _held(role, here, home))]


def _held(role: Role, places: Places, home: str) -> Role | None:
    """A role that begins with the place whose it is; none where that place only does something there."""
    if role.role.startswith(_LIES):
        return None  # 地处东北亚中心
    if listed := _LISTED.match(role.role):
        role = replace(role, role=role.role[listed.end() :], start=role.start + listed.end())
    first = next((one for one in places.between(role.start, role.start + 1) if one.type in _DIVISIONS), None)
    rest = role.role.removeprefix(first.name) if first else ""
    if (
        first is None
        or role.holders
        or home.startswith(first.name)
        or len(rest) < _LEAST
        or rest == role.role
        or rest[0] in "的等、和与及"
    ):
        return role
    lists = load_actions()
    if (verb := lists.verbs.at(rest, 0)) and len(verb) > 1 and verb not in lists.nouns:
        return None  # 浙江开展试验区建设
    return replace(role, holders=(first.name,), role=rest, start=first.end)


def _parts(masked: str, span: tuple[int, int], places: Places) -> Iterator[tuple[int, int]]:
    """A clause in the parts that tell of a place each (支持沈阳建设航空基地、大连打造海工基地)."""
    begin, end = span
    for place in places.between(*span):
        told = masked[place.start - 1 : place.start] == "、" and _MAKES.match(masked, place.end, end)
        if told and _MAKES.search(masked, begin, place.start):
            yield begin, place.start - 1
            begin = place.start
    yield begin, end


def _of_clause(text: str, masked: str, span: tuple[int, int], places: Places, home: str) -> list[Role]:
    """
    The roles that a clause tells; where no verb gives one, that in the noun behind its places; and what it
    calls them besides.
    """
    told = list(_in_clause(text, masked, span, places, home)) or list(
        lifted(text, masked, span, places, home)
    )
    return [*told, *_besides(told, apposed(text, masked, span, places))]


def _besides(told: list[Role], more: Iterable[Role]) -> Iterator[Role]:
    """The roles that are told beside others, of other words."""
    for role in more:
        if not any(one.start < role.end and role.start < one.end for one in told):
            yield role


def _in_clause(text: str, masked: str, span: tuple[int, int], places: Places, home: str) -> Iterator[Role]:
    start, end = span
    for pattern, types in _FORMS:
        found = pattern.search(masked, start, end)
        if pattern is _TOWARDS and found and re.search("[由从]", masked[start : found.start()]):
            continue  # 由大市向强市转变: who it is stands elsewhere
        if found is None or (pattern in (_BUILT, _TOWARDS) and not list(_nouns(masked, *found.span("role")))):
            continue  # 建设海洋城市、加快“三个中心”建设: what is built stands behind the verb before
        whose = holders(text, masked, start, found.start(), places, home)
        if whose is None or (pattern in (_IS, _NAMED) and not whose):
            return
        verb, noun = found[0], (found.end(), end)
        if pattern in (_BUILT, _TOWARDS):
            noun = found.span("role")
            verb = "建设" if pattern is _BUILT else masked[noun[1] : found.end()]
        if (pattern is _NAMED or "首批" in masked[noun[0] : noun[1]]) and not places.between(
            start, found.start()
        ):
            return  # who was named stands in the clause
        turned = pattern in (_TURNS_INTO, _NAMED, _TOWARDS)
        nouns = list(_nouns(masked, *noun))
        if turned and not nouns:
            made = _is_made(masked, start, found.start(), places)
            nouns = list(_whole_noun(text, masked, *noun) if made else _over_comma(masked, *noun))
        if not nouns and whose and pattern is _BUILDS and _is_quoted(text, *noun):
            nouns = list(_whole_noun(text, masked, *noun))  # 支持沈阳建设“无废城市”
        if masked.endswith("分别", start, found.start()) and len(whose) > 1:
            yield from _dealt(text, whose, verb, nouns, places, start)
            return
        for role_start, role_end, type_ in nouns:
            role = Role(whose, verb, text[role_start:role_end], type_, role_start, role_end, start)
            if pattern is _GUARDS and not _BARRIER.search(role.role):
                continue
            fits = types is None or type_ in types or is_base(role) or _is_for_zone(role, places)
            titled = found[0] in ("争创", "创建") and any(_TITLED.search(one) for one in whose)
            if fits and not titled and is_role(role, turned, places, home):
                yield role
        return


def _is_for_zone(role: Role, places: Places) -> bool:
    """Whether a zone is made into one for something (加快东部新城建设，打造创新要素聚集区)."""
    zones = (one.name for one in places.all if one.type == "zone")
    return (
        bool(_ZONE_FOR.search(role.role))
        and role.verb != "建设"
        and any(name in role.holders for name in zones)
    )


def _dealt(
    text: str, whose: Holders, verb: str, nouns: list[tuple[int, int, str]], places: Places, clause: int
) -> Iterator[Role]:
    """The roles behind 分别, one for each: the first for who is named first."""
    if not nouns:
        return
    begin, end, type_ = nouns[0][0], nouns[-1][1], nouns[-1][2]
    inside = [(one.start - begin, one.end - begin) for one in places.between(begin, end)]
    told = dealt_roles(text[begin:end], whose, inside)
    for holder, role in zip(whose, told, strict=bool(told)):
        yield Role((holder,), verb, role, type_, begin, end, clause)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether what is built ends in marks, and is one thing."""
    return text.endswith("”", start, end) and "、" not in text[text.rfind("“", start, end) : end]


def _is_made(masked: str, clause: int, verb: int, places: Places) -> bool:
    """Whether just a place is made into something: then that is its role, however it is called."""
    made = _MADE_OF.search(masked, clause, verb)
    if made is None:
        return False
    place = places.around(*made.span("what"))
    alone = place is not None and (place.start, place.end) == made.span("what")
    return alone or bool(listed(masked, places.between(*made.span("what")), *made.span("what")))


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
    elif _PART_OF_MAP.search(masked, start, end):
        yield start, end, "carrier"


def _before_verb(masked: str, start: int, end: int) -> int:
    """Where the nouns behind a verb end: before another verb (打造中心城市、带动城市群发展)."""
    if role_heads().before(masked, end):
        return end
    lists = load_actions()
    for join in _THEN.finditer(masked, start, end):
        verb = lists.verbs.at(masked, join.end())
        also = lists.manners.at(masked, join.end())
        acts = len(verb) > 1 and verb not in lists.nouns
        if (acts or len(also) > 1) and role_heads().before(masked, join.start()):
            return join.start()
    return end


def _nouns(masked: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The nouns behind a verb that are roles, each with its kind; none unless the clause ends with one."""
    reached = _REACHES.search(masked, start, end)
    end = _before_verb(masked, start, reached.start() if reached else end)
    if not role_heads().before(masked, end) or end - start > _LONGEST or _NO_ROLE.search(masked[start:end]):
        return
    at, found = start, list[tuple[int, int, str]]()
    for join in [*_JOIN.finditer(masked, start, end), None]:
        stop, next_ = (join.start(), join.end()) if join else (end, end)
        head = role_heads().before(masked, stop)
        if head and found and _GOES_ON.match(masked, at):
            found[-1] = (found[-1][0], stop, found[-1][2])  # 增长极和新的动力源: one role of the same words
        elif head and found and stop - at == len(head) and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], stop, found[-1][2])  # 城镇化试验区和示范区
        elif head and stop - at >= min(max(_SHORTEST, len(head) + 1), _WHOLE):
            found.append((at, stop, role_heads().types[head]))
        elif not (stop - at > _SHORTEST and _NOT_LAST.search(masked, at, stop)):
            continue
        built = _BUILDS.match(masked, next_, end)  # 建设中心城市、打造高地: a verb to each
        at = built.end() if built else next_
    yield from found
