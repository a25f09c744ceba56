"""Which of the actions of a sentence are promised to a place that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from analysis.judgements.action_lists import load_actions
from analysis.judgements.actions import Action, actions
from analysis.judgements.clause_phrases import AS
from analysis.judgements.objects import head
from analysis.judgements.place_clauses import begins_clause, begins_list, is_title, other_subject
from analysis.judgements.place_cooperation import joint
from analysis.judgements.place_goals import aims, goals, going_on
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_partners import (
    FAR,
    LISTED,
    clause_of,
    is_means,
    is_outward,
    is_partner,
    leans_on,
)
from analysis.judgements.place_shapes import (
    aims_only,
    behind_list,
    come,
    formed_together,
    grown,
    inclined,
    list_around,
    spent,
)
from analysis.judgements.place_shares import of_its_verb, own_share, without_others
from analysis.judgements.register_lists import regions
from analysis.judgements.role_holders import is_home
from analysis.judgements.role_kinds import Role

_SEGMENT = re.compile(r"[；;。！？]")
_EXCELS = re.compile(
    r"(?<!所)在[^，,；。]{1,40}(?:走在前列|争先|前列|当先锋|[中上](?:继续|更好|进一步)?(?:发挥|[作做]出|展现|体现))"
)
_PUTS = ("放在:", "摆在:", "作为:")  # 把湖北工作放在全国大局中: the object is where, and not what
_ENDS = re.compile(  # behind the end of a line of which another place has a part: 黔江至吉首高铁重庆段
    r"(?:[至到—－-][一-龥]{2,5})?(?:高铁|铁路|高速公路|高速|公路|城际|快线|高铁线)[一-龥]{2,6}段"
)
_STATE = re.compile("(?:更加|深入|扎实|持续|不断|明显|显著|稳步)[一-龥]{2,4}$")
_IN = re.compile(f"(?:^|[、地])(?:继续|积极|率先|重点|优先|加快|同时|分别)*在{LISTED}$")
_AS_FOCUS = re.compile(  # a clause that only says where the next one is carried out: 以临港为重点，
    "(?:[、和与及](?:(?![和与及等])[一-龥]){2,12})*(?:等[一-龥]{0,6})?为(?:重点|核心|试点|支点|节点|主体?|先导|示范|突破口)$"
)
_LIST_ENDS = re.compile(  # 聚焦昆明、曲靖三市， 围绕虹桥枢纽等主要节点，
    "(?:[、和与及](?:(?![和与及等])[一-龥]){2,12})*(?:等(?:[一-龥]{0,4}(?:地区|区域|城市|节点|枢纽|园区|片区|[省市县区]))?|[两三四五六七八九][省市区县州地])?$"
)
_FORMS = re.compile(r"(?:[一-龥]{2}){0,3}?(?P<verb>形成|成为)(?![的了])")
_BUILT = ("zone", "corridor", "hub", "region")
_BUILT_ON = ("street", "corridor", "park", "water")  # on which something is done, and which do nothing
_CENTRED = re.compile("以[^，,；。]{2,40}为[^，,；。的]{1,10}的$")  # 以上海、杭州为节点的长三角创新圈
_BACKGROUND = re.compile("(?:[上中下时后前里内]|期间|以来|方面|领域)$")
_REACHED = re.compile(r"取得[^，,；。]{0,8}(?:进展|突破|成效|成果|进步|胜利)$")
_TOP = re.compile(r"最|领先|一流|首[个家]")
_DOCTRINE = re.compile(
    r"(?:贯彻|贯彻落实|落实|学习贯彻|践行):(?!支持|促进|扶持).*(?:方略|思想|方针|精神|政策|指示|批示|(?:央|院|国家|书记|委|政府|大|关于|定|系列|[和、])的?战略部署)$"
)
_DUTY = re.compile("要|应|必须|将|正|愿|各领域|经济社会发展(?:各领域)?(?:都)?(?:要|应|必须)")
_BY_ITS_OWN = re.compile("(?:努力|更好|积极|充分)*以")
_WRITTEN = re.compile("(?:篇章|答卷|新局面|新奇迹|新气象|故事)$")  # what is written or told is no one's gain
_AGAINST = re.compile("企图|妄图|图谋|绝不|决不|不允许|阴谋")
_ABOVE = re.compile(
    "[上中](?:[开闯走当争勇展作实见出求下]|取得|发挥|迈)"
)  # 在乡村振兴上开新局: 振兴 is no verb
_MOST = 9  # actions of one clause


def promised(
    text: str, place: PlaceName, places: Places, told: Sequence[Role], done: Sequence[Action], home: str
) -> list[Action]:
    """
    The actions of a sentence that are for a place: done at it or with it, and not from it or by it.

    `told` are the sentence's roles, `done` its actions in their order; `home` is the document's place.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> text = "加强与江苏合作。"
    >>> here = Places([PlaceName("江苏", "province", 3, 5)])
    >>> [one.written for one in promised(text, here.all[0], here, [], actions(text), "")]
    ['加强:与江苏合作']
    """
    if told_of := _together(text, place, places, told, done, home) or aims(text, place):
        return told_of
    if is_scope(text, place, places, told) or is_partner(text, place, home) or is_means(text, place):
        return []
    if is_home(place, home) and _is_doer(text, place):
        return []
    found = (
        going_on(text, place)
        or inclined(text, place)
        or spent(text, place)
        or grown(text, place)
        or done_at(text, place, places, done)
        or done_in(text, place, places)
        or _done_behind(text, place, done)
        or _formed(text, place)
        or formed_together(text, place, places)
    )
    mine = [
        one
        for one in without_others(of_its_verb(found, place), place, places.all)
        if not any(role.start < one.start < role.end for role in told)
    ]
    kept = [
        one
        for one in mine
        if not (is_of_all(one) or aims_only(one, place))
        and not is_outward(text, place, one)
        and not _is_against(text, one)
    ]
    shares = [replace(one, object=own_share(one.verb, one.object, place, places.all)) for one in kept]
    goal = goals(text, place, places)  # where 达到 has the place's own figure as its object
    own = {one.verb for one in goal}
    shares = [one for one in shares if one.start > place.end or one.verb not in own]
    if shares and all(one.start > place.end for one in shares):  # what the clauses behind its own tell
        came = come(text, place)
        return [*came, *goal] if came and place.type in _BUILT_ON else [*came, *goal, *shares]
    return shares or come(text, place) or goal


def _together(
    text: str, place: PlaceName, places: Places, told: Sequence[Role], done: Sequence[Action], home: str
) -> list[Action]:
    """What is done with a place that is not the document's own, a role and what is warded off aside."""
    if is_home(place, home):
        return []
    return [
        one
        for one in joint(text, place, places, done, home)
        if not is_of_all(one)
        and not _is_against(text, one)
        and not any(role.start <= place.start < role.end for role in told)
    ]


def done_in(text: str, place: PlaceName, places: Places) -> list[Action]:
    """
    What is done in a place whose clause says where before anything else.

    Examples
    --------
    >>> yulin = PlaceName("榆林", "prefecture", 1, 3)
    >>> [one.written for one in done_in("在榆林建设能源基地。", yulin, Places([yulin]))]
    ['建设:能源基地']
    """
    first, last = list_around(text, place, places)
    begin, end = clause_of(text, first)[0], clause_of(text, last)[1]
    led = _IN.search(text[begin : first.start]) or _IN.search(text[clause_of(text, place)[0] : place.start])
    if not led or _BACKGROUND.search(text[place.end : end]):
        return []
    at = behind_list(text, place, places)
    return [replace(one, start=at, end=end) for one in actions(text[at:end])]


def _done_behind(text: str, place: PlaceName, done: Sequence[Action]) -> list[Action]:
    """What the next clause does where the place's clause says that it is the focus (以临港为重点，…)."""
    begin, end = clause_of(text, place)
    led = re.fullmatch(f"(?:以|聚焦|围绕|针?对|在){LISTED}", text[begin : place.start])
    focus = _AS_FOCUS if text.startswith("以", begin) else _LIST_ENDS
    if not led or not focus.match(text, place.end, end):
        return []
    at = bisect_left(done, end, key=lambda one: one.start)
    return list(takewhile(lambda one: one.start == end + 1, done[at : at + _MOST]))


def _formed(text: str, place: PlaceName) -> list[Action]:
    """What a clause forms, where that is the place itself (形成以辽东半岛为主的环渤海综合经济圈)."""
    begin, end = clause_of(text, place)
    forms = _FORMS.match(text, begin, place.start)
    if forms is None or place.end != end or place.type not in _BUILT:
        return []
    return [Action(forms["verb"], head(text[forms.end() : end], whole=False), 0, forms["verb"], begin, end)]


def done_at(text: str, place: PlaceName, places: Places, done: Sequence[Action]) -> list[Action]:
    """
    The actions that a sentence tells of a place: those of its clause, and those behind it where the clause
    begins with the place, up to the next place that a clause begins with. `done` are in their order.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> text = "虹桥商务区提升能级，优化服务；支持张江创新。"
    >>> here = Places([PlaceName("虹桥商务区", "zone", 0, 5), PlaceName("张江", "area", 17, 19)])
    >>> [action.written for action in done_at(text, here.all[0], here, actions(text))]
    ['提升:能级', '优化:服务']
    """
    last = place.start + 1
    first, listed = list_around(text, place, places)
    if begins_list(text, first):  # of 郑州、洛阳等市要加快转型，… it is told of both
        titles = is_title(text, place)
        begins = is_title if titles else begins_clause
        next_ = next((one.start for one in places.behind(listed.start) if begins(text, one)), len(text))
        ends = (_SEGMENT.search(text, place.end, next_), other_subject(text, place.end, next_))
        last = min((one.start() for one in ends if one and not titles), default=next_)
    found = done[bisect_left(done, place.end, key=lambda one: one.end) :]
    return list(takewhile(lambda one: one.start < last, found))


def is_scope(text: str, place: PlaceName, places: Places, told: Sequence[Role]) -> bool:
    """
    Whether a place only says how far a role of another reaches (打造中西部的中心城市), or where one excels.

    Examples
    --------
    >>> west = PlaceName("西部", "region", 1, 3)
    >>> is_scope("在西部走在前列。", west, Places([west]), [])
    True
    """
    if any(role.start <= place.start < role.end and place.name not in role.holders for role in told):
        return True
    if _ENDS.match(text, place.end) or leans_on(text, place):
        return True
    excels = _EXCELS.search(text, clause_of(text, place)[0], place.end + FAR) if _is_wide(place) else None
    if excels and excels.start() < place.start < excels.end():
        return True
    joined = any(one.end == place.start for one in places.between(place.start - FAR, place.start))
    if not _is_wide(place) or joined or text[place.start - 1 : place.start] in tuple("、和与及向等"):
        return False
    if _TOP.match(text, place.end):
        return True
    begun, _ = clause_of(text, place)
    led = AS.match(text, begun, place.start) or _CENTRED.search(text, begun, place.start)
    aside = led.span() if led else (place.start, place.start)  # by what it is done lies not where it is done
    before = [*places.between(begun, aside[0]), *places.between(aside[1], place.start)]
    return not all(_is_wide(one) for one in before)


def _is_wide(place: PlaceName) -> bool:
    """Whether a place is a region or a great river, in which others are."""
    return place.type == "region" or place.name in regions().values


def _is_doer(text: str, place: PlaceName) -> bool:
    """Whether the document's own place acts (上海要创新), or it is done by what it has (以上海发展服务)."""
    begun, _ = clause_of(text, place)
    acts = begun == place.start and _DUTY.match(text, place.end)
    return bool(acts or _BY_ITS_OWN.fullmatch(text, begun, place.start))


def _is_against(text: str, action: Action) -> bool:
    """Whether a clause tells what others are up to or what is not to be (企图改变台湾的现状)."""
    return bool(_AGAINST.search(text, action.start, action.end))


def is_of_all(action: Action) -> bool:
    """
    Whether an action is done to no place: a doctrine is followed, a matter is put somewhere, or how something
    has become is told (安全稳定屏障更加稳固).

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> [is_of_all(one) for one in actions("落实国家方略，提升虹桥能级。")]
    [True, False]
    """
    state = (_STATE.search(action.object) or _REACHED.search(action.object)) and load_actions().takes(
        action.verb
    ) != "clause"
    told = _WRITTEN.search(action.object)
    chance = action.object.endswith("机遇")  # 抓住虹桥枢纽建设重大机遇
    return bool(
        _ABOVE.match(action.object)
        or action.written.startswith(_PUTS)
        or _DOCTRINE.match(action.written)
        or state
        or told
        or chance
    )
