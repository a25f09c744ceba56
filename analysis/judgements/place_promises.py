"""Which of the actions of a sentence are promised to a place that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from analysis.judgements.actions import Action
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.register_lists import regions
from analysis.judgements.role_phrases import Role

_SEGMENT = re.compile(r"[；;。！？]")
_EXCELS = re.compile(r"在[^，；。]{1,40}(?:走在前列|争先|前列|当先锋)")
_FAR = 60  # characters around a place in which its clause lies
_PUTS = ("放在:", "摆在:")  # 把湖北工作放在全国大局中: the object is where, and not what
_ENDS = re.compile(  # behind the end of a line of which another place has a part: 黔江至吉首高铁重庆段
    r"(?:[至到—－-][一-龥]{2,5})?(?:高铁|铁路|高速公路|高速|公路|城际|快线|高铁线)[一-龥]{2,6}段"
)
_NEAR = re.compile(r"(?:毗邻|邻近|紧邻|比邻|背靠|对标|借鉴|接轨|媲美)(?:[一-龥]{2,4}、){0,3}$")
_TOP = re.compile(r"最|领先|一流|首[个家]")
_DOCTRINE = re.compile(
    r"(?:贯彻|贯彻落实|落实|学习贯彻|践行):.*(?:方略|思想|方针|精神|政策|指示|批示|战略部署)$"
)


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
    if _ENDS.match(text, place.end) or _NEAR.search(text, max(0, place.start - _FAR), place.start):
        return True
    if not _is_wide(place):
        return False
    if _TOP.match(text, place.end):
        return True
    begun = max(text.rfind(mark, max(0, place.start - _FAR), place.start) for mark in "，；。：") + 1
    before = [one for one in places.between(begun, place.start) if not _is_wide(one)]
    return bool(before) or bool(_EXCELS.search(text, place.start - 1, place.end + _FAR))


def _is_wide(place: PlaceName) -> bool:
    """Whether a place is a region or a great river, in which others are."""
    return place.type == "region" or place.name in regions().values


def _begins_clause(text: str, place: PlaceName) -> bool:
    return place.start == 0 or text[place.start - 1] in "，,；;。：:—"


def is_of_all(action: Action) -> bool:
    """
    Whether an action is done to no place: a doctrine is followed, a matter is put somewhere.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> [is_of_all(one) for one in actions("落实国家方略，提升虹桥能级。")]
    [True, False]
    """
    return action.written.startswith(_PUTS) or _DOCTRINE.match(action.written) is not None
