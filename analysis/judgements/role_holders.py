"""
Whose a role is: the place before its verb, of a list all of them; what is made into it; or what an earlier
clause begins with. Where another place than the document's stands near, nobody is said.
"""

from __future__ import annotations

import re

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import place_heads

_SEGMENT = re.compile(r"[；;。！？]")
_LEADS = re.compile(
    r"^[—\s]*(?:全力|聚力|奋力|高标准|高水平|高起点|高质量|扎实|有序|稳步|继续|进一步|积极|深入|切实|规划|抓好|做好|抓紧|启动|统筹|科学|支持|推动|推进|加快|加快推进|把|将|使|让|促进|鼓励|深化|做强|做优|提升|优化|完善|强化|建设|全面|深入|持续|大力|着力|努力|要"
    r"|一是|二是|三是|四是|五是|其中)*$"
)
_HANDLED = re.compile(r"(?:把|将)(?P<what>[^，。；]{2,24})$")
_TITLED = re.compile(r"[—\s]*(?P<what>[^，,。；;：:]{2,20})[：:]")
_MEANS = re.compile(
    r"(?:依托|利用|借助|围绕|对接|服务|面向|辐射|通过|按照|融入|立足|以|与|同|在|从|链接|联结|联通|连接)$"
)
_HELPED = re.compile(r"(?:支持|推动|推进|启动|鼓励|引导|助力|带动|促进|确保|使|让)")
_WE = re.compile(r"(?:我国|中国|我们|全[国省市区县]|[我本][省市区县州]|国家)?")
_TIME = re.compile(r"(?:到|力争|争取)?(?:20\d\d年|[一二三四五六七八九十]{1,3}五)?(?:时期|期间|底|末|前)?")
_CLASSES = (  # of places, as a list of them ends (等5个县区)
    "(?:县市区|市县区|区市县|县区|区县|县市|市县|市州|州市|地市|盟市|旗县|设区市|师市|乡镇|镇街|城区|城市|地区"
    "|[县市]（[^（）]{1,6}）|[省市县区州地旗])"
)
_BY_WHOM = "被(?:国务院|国家|中央|[一-龥]{1,8}(?:部|委|局|办|厅|院|会|政府))$"  # who names it
_FREE = re.compile(
    rf"(?:等?[两三四五六七八九][省市地县区州]|等?[0-9一二两三四五六七八九十]{{1,3}}个?{_CLASSES}|等{_CLASSES}?|{_BY_WHOM}|分别|努力|力争|争取|着眼|致力于?|高起点|高位|提质|整体|超常规|率先|必将|正在|正|也|都|还|则|就|已|将|要|可|能|真正|共同|一体化|一体|布局|获批|成功|合力|协同|联合|谋划"
    r"|推进|加快|推动|深化|加强|支持|促进|全力|聚力|倾力|着力|奋力|锚定|聚焦|探索|规划|系统)"
)
_OTHER = re.compile(  # what a clause before may speak of, that has a role of its own
    r"开发区|园区|县域|区县|县城|城区|都市圈|城市群|机场|港口|口岸|自贸|社区|街区|企业|高校|医院|片区|毗邻地区|各地|中心城市|校区|景区"
)
_BUILT_THERE = re.compile(  # of which the clauses behind may tell what it is to become
    "(?:打造|建设|建好|推进|加快)[^，,；;。]{0,12}(?:(?:健康|科学|科技|大学|数字|文化|未来)城|产业园|综合体|小镇)"
)
_HANDS = re.compile("[把将](?![握军])")  # a clause that is about what it handles: 把新城摆在突出位置
_JOINT = re.compile("共同|携手|联手|联合")  # with others, whose role it is as well
_NAMES = re.compile(r"(?:[一-龥]{2,3}[、和与]){1,8}")
_RISES = re.compile(r"[一-龥]{0,4}(?:崛起|振兴)")  # a wide place that is helped up: what follows is its own
_ALSO = re.compile(  # names that no list has behind one that is known, to 等
    "(?:[、和与](?:(?![、和与等的])[一-龥]){2,6}){1,8}(?=等)"
)
_AND = re.compile(r"[、和与及暨\-—－–]|以及")
_WIDE = frozenset(("region", "corridor"))  # in which a place may be, and whose role it is not then
_CHAIN = re.compile(  # what clauses between a topic and its next role do: 支持上饶…，打造先行区，建设…
    "(?:加快|努力|积极|全力|着力|奋力|大力|深入|扎实|持续|不断)*(?:真正)?(?:成为|打造|建设|争创|创建|建成|培育|构建|联动|携手|联合|对接|融入|提升|做强|壮大)(?!全[省市区县])"
)
_FAR = 300  # characters before a clause in which its topic is looked for
_LEAD = 40  # and before a place in which its clause begins
_NEAR = 10  # characters between a place and the verb whose subject it is
_MANNERS = 12  # that lead to a subject or verb

Holders = tuple[str, ...]


def holders(text: str, masked: str, clause: int, verb: int, places: Places, home: str) -> Holders | None:
    """
    Whose a role is whose verb stands at `verb`: empty for the place of the document; None when unsaid.

    `home` is that place, so that its short name is no other place.

    Examples
    --------
    >>> text = "青年夜校成为新阵地。"
    >>> holders(text, text, 0, 4, Places([]), "") is None
    True
    """
    if handled := _HANDLED.search(masked, clause, verb):
        start, end = handled.span("what")
        if names := listed(masked, places.between(start, end), start, end):
            return names  # 将洛阳、襄阳列为副中心
        place = place_heads().before(text, end) or any(one.end == end for one in places.between(start, end))
        return (text[start:end],) if place else None  # 将“四大品牌”塑造成名片
    if titled := _TITLED.match(masked):  # 松江新城：依托…建设…
        whole = places.around(*titled.span("what"))
        if whole and (whole.start, whole.end) == titled.span("what"):
            return (whole.name,)
    near = [one for one in places.between(clause, verb) if one.end <= verb]
    if near:
        return _subject(masked, clause, verb, near)
    return _unplaced(text, masked, clause, verb, places, home)


def listed(masked: str, inside: list[PlaceName], start: int, end: int) -> Holders:
    """The places that a stretch lists, where it is nothing but several of them."""
    at = start
    for one in inside:
        if one.start != at:
            return ()
        join = _AND.match(masked, one.end, end)
        at = join.end() if join else one.end
    return tuple(one.name for one in inside) if len(inside) > 1 and at == end else ()


def _subject(masked: str, clause: int, verb: int, near: list[PlaceName]) -> Holders | None:
    """The place right before a verb, with those that it stands in a list with."""
    also = _ALSO.match(masked, near[-1].end, verb)
    between = masked[also.end() if also else near[-1].end : verb]
    listed = [near[-1]]
    for one in reversed(near[:-1]):
        if not _AND.fullmatch(masked[one.end : listed[0].start]):
            break
        listed.insert(0, one)
    if _MEANS.search(masked, clause, listed[0].start):
        return () if _begins_with_verb(masked, clause) else None
    if len(between) > _NEAR or re.search("[的、]", between) or not _is_free(between):
        return None
    unknown = _unknown(masked, clause, listed[0].start)
    return None if unknown is None else (*unknown, *(one.name for one in listed))


def _unknown(masked: str, clause: int, first: int) -> Holders | None:
    """Names that no list has before the first place of a list (支持仙桃、京山); None where it is no list."""
    if first == clause or masked[first - 1] not in "、和与的":
        return ()
    helped = _HELPED.match(masked, clause, first)
    names = _NAMES.fullmatch(masked, helped.end() if helped else clause, first)
    return tuple(re.split("[、和与]", names[0][:-1])) if names else None


def _begins_with_verb(masked: str, clause: int) -> bool:
    return bool(_MEANS.match(masked[clause : clause + 2]) or load_actions().verbs.at(masked, clause))


def _is_free(between: str) -> bool:
    """Whether nothing but manners stands between a subject and its verb."""
    return not between[_led(between, 0, len(between)) :]


def _led(text: str, at: int, end: int) -> int:
    """The place behind the manners and adverbs that begin at `at`."""
    manners = load_actions().manners
    for _ in range(_MANNERS):
        free = _FREE.match(text, at, end)
        step = len(free[0]) if free else len(manners.at(text, at)) or text.startswith("地", at)
        if not step or at + step > end:
            break
        at += step
    return at


def _unplaced(text: str, masked: str, clause: int, verb: int, places: Places, home: str) -> Holders | None:
    """Whose a role is in a clause that names no place before the verb: what is its subject, or its topic."""
    if _JOINT.search(masked, clause, verb):
        return None
    begun = _TIME.match(masked, clause, verb)
    at = begun.end() if begun else clause
    we = _WE.match(masked, at, verb)
    if we and we[0] and _is_free(masked[we.end() : verb]):
        return ("我国",) if we[0] in ("我国", "中国") else ()
    helped = _HELPED.match(masked, _led(masked, at, verb), verb) or _HELPED.match(masked, at, verb)
    rest = _led(masked, helped.end() if helped else at, verb)
    if rest < verb and (helped or not _begins_with_verb(masked, rest)):
        what = text[rest:verb].rstrip()
        named = len(what) > 1 and place_heads().before(what, len(what)) and "的" not in what
        return (what,) if named else None
    return _topic(masked, clause, verb, places, home)


def _topic(masked: str, clause: int, verb: int, places: Places, home: str) -> Holders | None:
    """What an earlier clause of the segment begins with; nobody where others stand in it."""
    floor = max(0, clause - _FAR)
    begun = max((found.end() for found in _SEGMENT.finditer(masked, floor, clause)), default=floor)
    before = places.between(begun, clause)
    topic = next((one for one in reversed(before) if _is_topic(masked, one, clause)), None)
    if topic:
        return (topic.name,)
    last = max((masked.rfind(mark, begun, clause - 1) for mark in "，,"), default=-1) + 1
    told = max(begun, last)
    if begun < clause and (_OTHER.search(masked, told, clause) or _HANDS.match(masked, told)):
        return None
    if _BUILT_THERE.search(masked, begun, clause) and masked.startswith("成为", verb):
        return None
    others = [
        one
        for one in before
        if not is_home(one, home) and (one.type not in _WIDE or _RISES.match(masked, one.end))
    ]
    return None if others or _is_told_behind(masked, verb, places, home) else ()


def _is_told_behind(masked: str, verb: int, places: Places, home: str) -> bool:
    """Whether the next clause helps another place to be something (着眼建设…，支持武汉打造…)."""
    stop = re.compile(r"[，；。]").search(masked, verb)
    if stop is None or not (helped := _HELPED.match(masked, stop.end())):
        return False
    first = places.between(helped.end(), helped.end() + 1)
    return bool(first) and not is_home(first[0], home)


def is_home(place: PlaceName, home: str) -> bool:
    """
    Whether a place is the document's own, which is called `home`.

    Examples
    --------
    >>> shanghai = PlaceName("上海", "province", 0, 2)
    >>> is_home(shanghai, "上海市"), is_home(shanghai, "")
    (True, False)
    """
    return bool(home) and (home.startswith(place.name) or place.name.endswith(home))


def _is_topic(masked: str, place: PlaceName, clause: int) -> bool:
    """
    Whether a clause begins with a place: any clause where the place is its first word, the one right before
    where verbs lead to it (支持长宁发展，打造…).
    """
    floor = max(0, place.start - _LEAD)
    begun = max((masked.rfind(mark, floor, place.start) for mark in "，,；;。：:"), default=-1) + 1
    if not begun and floor:
        return False
    lead, behind = masked[begun : place.start], masked[place.end : place.end + 1]
    if lead and not all(
        _CHAIN.match(one) for one in re.split("[，,：:]", masked[place.end : clause - 1])[1:]
    ):
        return False
    wide = place.type in _WIDE and bool(lead) and not place.name.endswith("经济区")
    return not wide and bool(_LEADS.match(lead)) and behind not in ("的", "、", "和", "与")
