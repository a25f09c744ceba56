"""
What is promised together with a place: 加强与江苏的合作, 对接上海“五个中心”建设, 携手浙江，打造世界级湾区.

Such a promise is for both sides: the whole of its verb and object is the place's as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from analysis.judgements.action_lists import load_actions
from analysis.judgements.actions import Action
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_partners import clause_of, is_partner
from analysis.judgements.place_shapes import list_around

JOINS = frozenset(
    ("对接", "主动对接", "对接服务", "融入", "服务和融入", "服务融入", "接轨", "衔接", "参与", "承接")
)
_HAND_IN_HAND = frozenset(("携手", "联合", "联手", "协同", "会同"))
_HELPS = frozenset(("支持", "推动", "推进", "促进", "引导", "鼓励", "加快", "助力"))
_JOINED = re.compile(
    "(?:融入|对接|接轨)(?:(?:(?![和与及的])[一-龥]){2,12}[、和与及]){0,5}$"
)  # 推动长治融入中原城市群
_WITH = re.compile("[与同和]")
_ENDS = re.compile(  # behind the last of a list of places, and nothing more
    "(?:[、和与及](?:(?![、和与及等])[一-龥]){2,8}){0,20}(?:等[一-龥]{0,4})?(?:[一二两三四五六七八九十]?[省市区县州地]{1,2})?"
)
_BODIES = re.compile(  # behind a list of places: with them in name only, as 与苏州等国家实验室合作
    "(?:[、和与及](?:(?![、和与及])[一-龥]){2,8}){0,6}(?:等[一-龥]{0,2})?(?:国家|有关|相关|各)?(?:实验室|部门|机构|单位|团队|海关|大学|高校|研究院|医院|企业|学校)"
)
_LED = re.compile(  # from a partner to the verb: 与江苏、浙江等省联合实施
    "(?:(?:[、和与及](?:(?![、和与及等])[一-龥]){2,8}){0,8}等[一-龥]{0,4}?)?(?:[两三四五六七八九]?[省市区县州地]){0,2}"
    "(?:联合|共同|携手|合力|协同|一道|加快|积极|合作|深入)?"
)
_SHARED = re.compile("共同|合作|携手|联合|共建|共享|协同")
_NEAR = 40  # characters behind a clause in which what follows from it begins
_MOST = 9  # actions of one clause


def joint(text: str, place: PlaceName, places: Places, done: Sequence[Action], home: str) -> list[Action]:
    """
    The actions that are done together with a place, or that lead the document's place into it.

    `done` are the sentence's actions in their order; `home` is the document's place.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> for text, at in (("加强与江苏合作。", 3), ("对接江苏的园区。", 2), ("打造对接江苏的园区。", 4)):
    ...     place = PlaceName("江苏", "province", at, at + 2)
    ...     print([one.written for one in joint(text, place, Places([place]), actions(text), "")])
    ['加强:与江苏合作']
    ['对接:江苏的园区']
    []
    """
    begin, end = clause_of(text, place)
    at = bisect_left(done, begin, key=lambda one: one.start)
    here = list(takewhile(lambda one: one.start < end, done[at : at + _MOST]))
    led = _led_into(text, place, here)
    if led:
        return led
    if is_partner(text, place, home) and not _BODIES.match(text, place.end):
        return _with(text, place, places, here) or _next_together(
            text, begin, end, done[at + len(here) :][:_MOST]
        )
    if _BODIES.match(text, place.end):
        return []
    return _hand_in_hand(place, here, done[at + len(here) : at + len(here) + _MOST])


def _led_into(text: str, place: PlaceName, here: Iterable[Action]) -> list[Action]:
    """What joins a place by its verb, where the place or the list it stands in is right behind the verb."""
    for one in here:
        verb = text.find(one.verb, one.start, place.start)
        listed = text[verb + len(one.verb) : place.start]
        if verb < 0 or place.name not in one.object:
            continue
        if (one.verb in JOINS and _is_list(listed)) or (one.verb in _HELPS and _JOINED.search(listed)):
            return [one]
    return []


def _is_list(before: str) -> bool:
    """Whether nothing but other members of a list stands between a verb and a place."""
    return not before or (before[-1] in "、和与及" and "的" not in before)


def _with(text: str, place: PlaceName, places: Places, here: Iterable[Action]) -> list[Action]:
    """What is done with a partner: what has it in its object, or is behind 与 and its name (与江苏共建)."""
    begin, end = clause_of(text, place)
    if not _WITH.match(text, begin):
        return [one for one in (_whole(text, place, end, one) for one in here) if place.name in one.object]
    last = list_around(text, place, places)[1]
    led = _LED.match(text, last.end, end)
    at = led.end() if led else last.end
    verb = load_actions().verbs.at(text, at)
    if len(verb) < 2 or at + len(verb) >= end:
        return []
    return [Action(verb, text[at + len(verb) : end], 2, verb, begin, end)]


def _whole(text: str, place: PlaceName, end: int, action: Action) -> Action:
    """An action whose object was cut behind a partner (加快与江苏、浙江的|交流合作), with all of it."""
    verb = text.find(action.verb, action.start, place.start)
    behind = text.find(action.object, place.end, end)
    if verb < 0 or behind < 0 or not _WITH.search(text, verb, place.start) or place.name in action.object:
        return action
    return replace(action, object=text[verb + len(action.verb) : behind + len(action.object)])


def _next_together(text: str, begin: int, end: int, behind: Sequence[Action]) -> list[Action]:
    """What the clauses behind one that only names a partner do together (与浙江各扬所长，深化分工合作)."""
    if not _WITH.match(text, begin):
        return []
    near = takewhile(lambda one: one.start < end + _NEAR, behind)
    return [one for one in near if _SHARED.search(text, one.start, one.end)]


def _hand_in_hand(place: PlaceName, here: Sequence[Action], behind: Sequence[Action]) -> list[Action]:
    """What is done 携手 a place: it stands behind it, in the clause or in the next (携手浙江，打造湾区)."""
    led = next((one for one in here if one.verb in _HAND_IN_HAND and place.name in one.object), None)
    if led is None:
        return []
    rest = led.object.partition(place.name)[2]
    if not _ENDS.fullmatch(rest):
        return [led]
    return list(takewhile(lambda one: one.start == led.end + 1, behind))
