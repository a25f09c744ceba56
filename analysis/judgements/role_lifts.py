"""
Roles that a clause tells without making anybody anything: in the noun behind the places themselves
(做强襄阳、宜昌等区域中心城市, 提升芜湖省域副中心能级).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_object_lists import in_lists
from analysis.judgements.place_shapes import begins_noun
from analysis.judgements.register_lists import role_heads
from analysis.judgements.role_kinds import Role, is_role

_TYPES = frozenset(("hub", "centre", "highland", "city", "destination"))
_CARRIER = "carrier"
_ZONE = re.compile(
    "^(?:国家|全国|世界|国际|省级|区域).*(?:示范区|先行区|试验区|引领区|实验区)$"
    "|^(?!城市|文化|旅游|经济)[一-龥]{2,12}(?:示范区|示范城市|示范市|试点城市|示范县|示范园区)$"
)
_PILOT = re.compile("[一-龥]{2,20}试点[县市区镇]?$")
_BASE = re.compile("[一-龥]{2,10}基地$")
_CLUSTER = re.compile(
    "[一-龥]{0,8}(?:总部|产业|经济|服务业|制造业?|创新|金融|企业|贸易|文化)(?:集聚|聚集|承载)区"
)
_HOLDERS = frozenset(("province", "prefecture", "county", "division"))
_LED = re.compile(
    "(?P<verb>做强做优做大|做大做强|做强|做优|做大|提升|提高|建设|推进|推动|加快推进|加快|打造|支持|培育|增强|强化|加强|构建|形成"
    "|搞好|做好|开展|争创|争取|申报|申建|巩固|深化|壮大|布局|建成|发挥|筑牢|构筑|守牢|夯实|巩固提升|放大|落实|细化|实施|完成|制定|编制|抓好|启动)"
    "(?:[^，,；;。：、]{2,20}[和与])?$"  # 推进古镇改造和桂林、北海等宜居城市建设
)
_COUNT = re.compile("等?(?:[两二三四五六七八九十]{1,2}[个大座]|多个|一批)?")
_SEVERAL = re.compile(
    "等?[两二三四五六七八九十]{1,2}[大个](?P<role>门户|引擎|枢纽|支点|节点|龙头|核心|高地|窗口|支柱|极核|屏障|腹地|样板|先锋|中心)(?=[的能功作地辐，。]|$)"
)
_NOUN = re.compile(  # up to what only says that it is built or raised
    "(?P<role>(?!重要|核心|主要|重点|有关|其他|周边|沿线)(?:(?:面向|连接|链接|通向|联通|沟通)[^，,；;。的]{2,20}的)?(?:(?![的等、和与及])[一-龥○“”]){3,24}?)"
    "(?:的?(?:综合)?(?:能级|地位|功能|作用|水平|竞争力|影响力|辐射力|辐射带动力|辐射带动作用|枢纽功能|带动力|承载力|承载能力|支撑力|牵引力|集散力|能力|效应|(?:[一-龥]{2})?优势)"
    "|的(?:(?![的等、])[一-龥]){2,6}?(?:能力|作用|效应|功能|水平|力)|的(?:协同|联动|融合|错位|一体化|高质量){1,2}发展"
    "|(?:加快)?(?:建设|发展)(?:提质增效|提速|(?:各项|年度|重点|行动|实施|三年|目标|阶段性|若干|提升|标志性){0,2}(?:任务|举措|方案|行动|规划|要点|清单|部署|目标|事项|工程|项目|计划|措施|工作))?)?$"
)
_BARRIER = re.compile("[一-龥]{0,8}屏障$")
_BY = re.compile(
    "为(?P<role>(?!重点|主[要体线力])(?:(?![的、和与及])[一-龥]){3,16})(?=的|$)"
)  # 以宜昌为区域增长极
_BUILT_BY = re.compile(  # 以武汉国家创意高地建设为引领
    "(?P<role>(?:(?![的、和与及为])[一-龥]){3,16}?)(?:建设|打造)为(?:[一-龥]{0,2})(?:引领|抓手|龙头|牵引|契机|重点|核心|主线|载体|突破口|支撑|依托)(?:$|的)"
)
_SHARED = re.compile(  # behind what is dealt out: 国家现代流通、绿色矿山|试点城市
    "(?:试点|培育|示范|创建|建设|创新型|先行|节点|枢纽型|支撑|承载|引领型){1,2}(?:城市|县|区|地区|园区)$"
)
_SUBJECT = re.compile(  # 襄阳、宜昌两大增长极加快崛起
    "(?P<role>(?:(?![的等、和与及])[一-龥]){3,16}?)(?:能级|地位|功能|作用|建设)?"
    "(?:加快|持续|不断|更加|稳步|全面|初步|显著|明显|进一步|取得|迈)"
)
_MOST = 6  # clauses' places that are looked at


def lifted(text: str, masked: str, span: tuple[int, int], places: Places, home: str) -> Iterator[Role]:
    """
    The role in the noun behind the places of a clause, which all of a list have.

    Examples
    --------
    >>> text = "做强襄阳、宜昌等区域中心城市。"
    >>> here = Places([PlaceName("襄阳", "prefecture", 2, 4), PlaceName("宜昌", "prefecture", 5, 7)])
    >>> [(one.holder, one.role) for one in lifted(text, text, (0, 14), here, "")]
    [('襄阳、宜昌', '区域中心城市')]
    """
    groups = list(in_lists(masked, places.between(*span)[:_MOST]))
    verb = _LED.search(masked, span[0], groups[0][0].start) if groups else None
    if verb is None:
        yield from _unled(text, masked, span, groups[0] if groups else [])
        return
    for listed, next_ in zip(groups, [*groups[1:], []], strict=True):
        joined = bool(next_) and masked[next_[0].start - 1] in "、和与及"
        found = _noun(masked, listed, next_[0].start - 1 if joined else span[1])
        if found is None:
            return
        start, stop, type_ = found
        names = tuple(one.name for one in listed)
        role = Role(names, verb["verb"], text[start:stop], type_, start, stop, span[0])
        if type_ == _CARRIER or is_role(role, False, places, home):
            yield role
        if not joined:
            return


def _unled(text: str, masked: str, span: tuple[int, int], listed: Sequence[PlaceName]) -> Iterator[Role]:
    """The role of the places that a clause begins with, or by which something is done (以宜昌为增长极)."""
    if not listed:
        return
    by = masked[listed[0].start - 1 : listed[0].start] == "以"
    count = _COUNT.match(masked, listed[-1].end)
    begin = count.end() if count else listed[-1].end
    led = _BY.match(masked, begin, span[1]) or _BUILT_BY.match(masked, begin, span[1]) if by else None
    told = led if by else _SUBJECT.match(masked, begin, span[1])
    if told is None or not (by or listed[0].start == span[0]):
        return
    start, stop = told.span("role")
    type_ = _type(masked, start, stop, listed)
    barrier = not by and _BARRIER.fullmatch(masked, start, stop)  # that rivers and mountains can be as well
    if barrier or (type_ in _TYPES and all(one.type in _HOLDERS for one in listed)):
        names = tuple(one.name for one in listed)
        yield Role(names, "以…为" if by else "", text[start:stop], type_, start, stop, span[0])


def _noun(masked: str, listed: Sequence[PlaceName], end: int) -> tuple[int, int, str] | None:
    """The noun behind divisions that says what they are, with its kind."""
    count = _COUNT.match(masked, listed[-1].end)
    begin = count.end() if count else listed[-1].end
    several = _SEVERAL.match(masked, listed[-1].end, end) if len(listed) > 1 else None
    noun = several or _NOUN.match(masked, begin, end)
    barrier = noun is not None and _BARRIER.fullmatch(noun["role"])
    pilot = noun is not None and (_PILOT.fullmatch(noun["role"]) or _CLUSTER.fullmatch(noun["role"]))
    if noun is None or not (barrier or pilot or all(one.type in _HOLDERS for one in listed)):
        return None
    type_ = _type(masked, *noun.span("role"), listed)
    acts = len(load_actions().verbs.at(masked, begin)) > 1 and not begins_noun(masked, begin)
    return (*noun.span("role"), type_) if type_ and not acts else None


def _type(masked: str, start: int, end: int, listed: Sequence[PlaceName]) -> str:
    """The kind of a role that a noun is; empty where it is none. Bases are one of several places' only."""
    type_ = role_heads().types.get(role_heads().before(masked, end), "")
    noun = masked[start:end]
    if type_ in _TYPES or _ZONE.search(noun) or _PILOT.search(noun) or _BARRIER.fullmatch(masked, start, end):
        return type_
    of_several = _BASE.fullmatch(masked, start, end) or _CLUSTER.fullmatch(masked, start, end)
    return _CARRIER if len(listed) > 1 and of_several else ""


def dealt_roles(role: str, whose: tuple[str, ...], inside: Sequence[tuple[int, int]]) -> list[str]:
    """
    The roles behind 分别, one for each of those who become something, with the head that all share; none
    where their numbers differ. `inside` is where places stand in `role`.

    Examples
    --------
    >>> dealt_roles("汉江流域、长江中上游区域性中心城市", ("襄阳", "宜昌"), [(0, 4), (5, 10)])
    ['汉江流域区域性中心城市', '长江中上游区域性中心城市']
    >>> dealt_roles("国家现代流通、绿色矿山试点城市", ("赣州", "吉安"), [])
    ['国家现代流通试点城市', '绿色矿山试点城市']
    >>> dealt_roles("汉江流域、长江中上游区域性中心城市", ("襄阳", "宜昌", "荆州"), [(0, 4), (5, 10)])
    []
    """
    parts = re.split("[、和与]", role)
    if len(parts) != len(whose):
        return []
    heads = role_heads()
    if all(heads.before(part, len(part)) for part in parts):
        return parts
    begin = len(role) - len(parts[-1])
    named = [end for start, end in inside if start == begin]
    shared = _SHARED.search(role, begin)
    head = role[named[0] :] if named else shared[0] if shared else heads.before(role, len(role))
    return [part if heads.before(part, len(part)) else part + head for part in parts]
