"""Which of the actions of a sentence are promised to a place that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from analysis.judgements.action_lists import load_actions
from analysis.judgements.actions import Action, actions
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import regions, short_divisions
from analysis.judgements.role_phrases import Role

_SEGMENT = re.compile(r"[；;。！？]")
_CLAUSE = re.compile(r"[，,；;。！？：:]")
_EXCELS = re.compile(
    r"(?<!所)在[^，；。]{1,40}(?:走在前列|争先|前列|当先锋|[中上](?:继续|更好|进一步)?(?:发挥|[作做]出|展现|体现))"
)
_FAR = 60  # characters around a place in which its clause lies
_PUTS = ("放在:", "摆在:")  # 把湖北工作放在全国大局中: the object is where, and not what
_ENDS = re.compile(  # behind the end of a line of which another place has a part: 黔江至吉首高铁重庆段
    r"(?:[至到—－-][一-龥]{2,5})?(?:高铁|铁路|高速公路|高速|公路|城际|快线|高铁线)[一-龥]{2,6}段"
)
_LIST = "(?:[一-龥（）“”]{2,12}[、和与及]){0,5}"  # of places, before one that stands in it
_NEAR = re.compile(  # who is dealt with, leaned on or learnt from, and is done nothing for
    "(?:毗邻|邻近|紧邻|比邻|背靠|对标|比照|参照|借鉴|学习|复制|接轨|媲美|对接|衔接|融入|面向|承接|会同|联合|携手|联手|引进|引入|来自|赴|前往"
    f"|(?<![自来])从){_LIST}$"
)
_ROUTE = re.compile(r"[一-龥]{0,4}?[到至]")  # behind 从: it says from where to where a line goes
_SENDS = re.compile(
    "[^，；。向]{0,8}向[^，；。]{1,30}(?:转移|疏解|投资|流动|溢出|布局)"
)  # behind where it comes from
_OF_SPEECH = re.compile("[^，；。]{0,8}的?重要(?:讲话|指示|批示)")  # behind whom a speech was about
_STATE = re.compile("(?:更加|深入|扎实|持续|不断|明显|显著|稳步)[一-龥]{2,4}$")
_IN = re.compile(f"(?:^|[、地])(?:继续|积极|率先|重点|优先|加快|同时|分别)*在{_LIST}$")
_ALSO = re.compile("(?:[、和与及][一-龥]{2,8})?等(?:地区?|区域|城市|[市县区])?")  # behind a list of places
_BACKGROUND = re.compile("(?:[上中下时后前里内]|期间|以来|方面|领域)$")
_AND_ALSO = re.compile("，(?=以及)")
_WITH = re.compile("(?<![协共合相不会一等])[与同](?![期步样时志胞业城类意际此其])")
_TOGETHER = re.compile(
    "合作|协作|协同|联动|对接|交流|往来|互动|联通|共同|联合|共建|共享|共商|携手|衔接|各扬|一道|结对|互利|联系|融合|通办|互认|互通"
)
_PAIRED = "对口"
_OURS = re.compile("[我本全][省市区县州]$")
_AS = re.compile("(?:(?<![可予加得难给足])以|^以)(?![及上下内外来])")
_OUTWARD = frozenset(("对接", "融入", "服务和融入", "接轨", "衔接"))
_SPREADS = re.compile("推广|学习|借鉴|复制")
_LEARNT = re.compile("[^，；。]{0,24}(?:经验|模式|做法)")
_TOP = re.compile(r"最|领先|一流|首[个家]")
_DOCTRINE = re.compile(
    r"(?:贯彻|贯彻落实|落实|学习贯彻|践行):.*(?:方略|思想|方针|精神|政策|指示|批示|战略部署)$"
)
_VERBS = range(4, 0, -1)  # characters of a verb or manner before 与


def promised(
    text: str, place: PlaceName, places: Places, told: Sequence[Role], done: Sequence[Action], home: str
) -> list[Action]:
    """
    The actions of a sentence that are for a place: done at it, and not with it, from it or by it.

    `told` are the sentence's roles, `done` its actions in their order; `home` is the document's place.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> text = "加强与江苏合作。"
    >>> here = Places([PlaceName("江苏", "province", 3, 5)])
    >>> promised(text, here.all[0], here, [], actions(text), "")
    []
    """
    if is_scope(text, place, places, told) or is_partner(text, place, home) or _is_means(text, place):
        return []
    found = done_at(text, place, places, done) or done_in(text, place, places)
    return [one for one in found if not is_of_all(one) and not _is_outward(text, place, one)]


def with_also(text: str, action: Action) -> Action:
    """
    An action with the clause that goes on with its object (支持甲市，以及乙市等发展).

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> text = "支持甲市，以及乙市等发展。"
    >>> with_also(text, actions(text)[0]).object
    '甲市，以及乙市等发展'
    """
    if _AND_ALSO.match(text, action.end) is None:
        return action
    stop = _CLAUSE.search(text, action.end + 1)
    end = stop.start() if stop else len(text)
    return replace(action, object=action.object + text[action.end : end], end=end)


def done_in(text: str, place: PlaceName, places: Places) -> list[Action]:
    """
    What is done in a place whose clause says where before anything else.

    Examples
    --------
    >>> yulin = PlaceName("榆林", "prefecture", 1, 3)
    >>> [one.written for one in done_in("在榆林建设能源基地。", yulin, Places([yulin]))]
    ['建设:能源基地']
    """
    begin, end = _clause(text, place)
    if not _IN.search(text[begin : place.start]) or _BACKGROUND.search(text[place.end : end]):
        return []
    at = _behind_list(text, place, places)
    return [replace(one, start=at, end=end) for one in actions(text[at:end])]


def _behind_list(text: str, place: PlaceName, places: Places) -> int:
    """Where the list of places ends that a place stands in."""
    at = place.end
    for other in places.behind(place.start):
        if other.start != at + 1 or text[at] not in "、和与及":
            break
        at = other.end
    also = _ALSO.match(text, at)
    return also.end() if also else at


def is_partner(text: str, place: PlaceName, home: str) -> bool:
    """
    Whether something is done together with a place: 加强与江苏的合作, but not 推动苏州与无锡协同发展.

    Examples
    --------
    >>> jiangsu = PlaceName("江苏", "province", 5, 7)
    >>> is_partner("深化上海与江苏合作。", jiangsu, "上海市"), is_partner("深化上海与江苏合作。", jiangsu, "")
    (True, False)
    """
    begin, end = _clause(text, place)
    if place.type == "province" and _WITH.match(text, place.end) and _is_above(text, place, end, home):
        return True
    joins = list(_WITH.finditer(text, begin, place.start))
    if not joins or not _TOGETHER.search(text, place.end, end) or _WITH.match(text, place.end):
        return False
    between, lead = text[joins[-1].end() : place.start], text[begin : joins[-1].start()]
    listed = between.rpartition("、")[2]
    if "的" in between or _TOGETHER.search(listed) or load_actions().verbs.at(listed, 0):
        return False
    paired = _PAIRED in text[place.end : end] and not _ends_with_province(lead)
    return _is_led(lead) or paired or _is_ours(lead, home)


def _is_above(text: str, place: PlaceName, end: int, home: str) -> bool:
    """Whether a province that is not the document's is paired with one of its cities (上海与六安对口合作)."""
    other = text[place.end + 1 : end]
    lower = short_divisions().values.get(short_divisions().at(other, 0), "province") != "province"
    return lower and _PAIRED in other and not (home and home.startswith(place.name))


def _ends_with_province(lead: str) -> bool:
    return any(short_divisions().values.get(lead[-size:]) == "province" for size in (2, 3))


def _is_led(lead: str) -> bool:
    """Whether nobody stands before 与: a clause begins there, or a verb or manner leads to it."""
    lists = load_actions()
    known = (lists.verbs.values, lists.manners.values)
    return not lead or lead[-1] in "、—" or any(lead[-size:] in words for size in _VERBS for words in known)


def _is_ours(lead: str, home: str) -> bool:
    return bool(_OURS.search(lead)) or (bool(home) and lead.endswith((home, home[:-1])))


def _is_means(text: str, place: PlaceName) -> bool:
    """
    Whether a place only describes by what something is done (以疏解北京功能为重点推进协同) or what is done
    (打造以武汉为中心的城市群). What is done 以武汉为重点 is done there.
    """
    begin, end = _clause(text, place)
    opened = max((found.end() for found in _AS.finditer(text[begin : place.start])), default=-1)
    as_ = text.find("为", place.end, end)
    if opened < 0 or as_ < 0 or "为" in text[begin + opened : place.start]:
        return False
    whole = re.fullmatch(_LIST, text[begin + opened : place.start])
    return whole is None or "的" in text[as_ : min(end, as_ + 8)]


def _is_outward(text: str, place: PlaceName, action: Action) -> bool:
    """Whether an action lets the document's place join another (对接京津冀协同发展) or learn from it."""
    verb = text.find(action.verb, action.start, place.end + len(action.verb))
    if place.start < verb < place.end:
        return True  # 长三角一体化发展示范区取得突破: a part of the name is no verb
    if verb == place.end and text[place.start - 1 : place.start] in ("对", "为"):
        return True  # 对辽宁振兴发展的指示: what follows is of the place, and no verb
    if not 0 <= verb < place.start:
        return False
    learnt = _SPREADS.search(action.verb) and _LEARNT.match(text, place.end)
    return action.verb in _OUTWARD or bool(learnt) or _is_made_of(text, place, action)


def _is_made_of(text: str, place: PlaceName, action: Action) -> bool:
    """Whether a place only tells what another is made into: 把商洛建成秦岭康养基地."""
    behind = text.find(action.verb, action.start, place.start) + len(action.verb)
    handled = re.search("[把将]", text[action.start : action.start + _FAR])
    into = any(mark in text[behind - 1 : behind + 1] for mark in "成为")
    return bool(handled and into and action.object) and place.name not in action.object


def _clause(text: str, place: PlaceName) -> tuple[int, int]:
    """Where the clause of a place begins and ends, in a bounded stretch around it."""
    floor = max(0, place.start - _FAR)
    begin = max((found.end() for found in _CLAUSE.finditer(text, floor, place.start)), default=floor)
    stop = _CLAUSE.search(text, place.end, place.end + _FAR)
    return begin, stop.start() if stop else min(len(text), place.end + _FAR)


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
    if _begins_clause(text, place):
        next_ = next(
            (one.start for one in places.behind(place.start) if _begins_clause(text, one)), len(text)
        )
        segment = _SEGMENT.search(text, place.end, next_)
        last = segment.start() if segment else next_
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
    if _ENDS.match(text, place.end) or _leans_on(text, place):
        return True
    joined = any(one.end == place.start for one in places.between(place.start - _FAR, place.start))
    if not _is_wide(place) or joined or text[place.start - 1 : place.start] in tuple("、和与及向"):
        return False
    if _TOP.match(text, place.end):
        return True
    begun, _ = _clause(text, place)
    before = [one for one in places.between(begun, place.start) if not _is_wide(one)]
    excels = _EXCELS.search(text, begun, place.end + _FAR)
    return bool(before) or (excels is not None and excels.start() < place.start < excels.end())


def _leans_on(text: str, place: PlaceName) -> bool:
    """Whether a verb or 从 right before a place, or the list that it stands in, makes it no one's gain."""
    if _SENDS.match(text, place.end) or _OF_SPEECH.match(text, place.end):
        return True
    found = _NEAR.search(text, max(0, place.start - _FAR), place.start)
    return found is not None and not (found[0].startswith("从") and _ROUTE.match(text, place.end))


def _is_wide(place: PlaceName) -> bool:
    """Whether a place is a region or a great river, in which others are."""
    return place.type == "region" or place.name in regions().values


def _begins_clause(text: str, place: PlaceName) -> bool:
    return place.start == 0 or text[place.start - 1] in "，,；;。：:—"


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
    state = _STATE.search(action.object) and load_actions().takes(action.verb) != "clause"
    return bool(action.written.startswith(_PUTS) or _DOCTRINE.match(action.written) or state)
