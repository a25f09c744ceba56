"""
The part of an object that is one place's, where it lists what several places get
(建设秦皇岛港四期、黄骅港一期: the fourth stage is Qinhuangdao's alone).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions

if TYPE_CHECKING:
    from analysis.judgements.actions import Action
    from analysis.judgements.place_names import PlaceName

_SEPARATOR = re.compile("，?以及|[、，]|和|与|及(?!其)")
_BEFORE = re.compile("(?:^|，?以及|[、，和与及])$")
_DIVISIONS = frozenset(("province", "prefecture", "county", "division", "area", "region", "water"))
_BUILDS = re.compile("建成|建设|新建|续建|打造|开工|构建|建好|布局")
_COMES = re.compile(
    "(?:全线|全面|如期|年内|正式)?(?:载客|通车|试?运[营行]|开工|建成|投用|投产|竣工|完工|开通|启用|通航)"
)
_MOST = 40  # places of an object
_MADE = "[一-龥（）]{2,24}?(?:加快|重点)?(?:打造|建设|创建|争创|建成|成为)(?=[一-龥])"
_EACH = re.compile(f"、(?={_MADE})")  # 支持锡山打造引领区、惠山打造模范区
_MAKES = re.compile(_MADE)
_WITH = re.compile("[与同]$")
_TOGETHER = re.compile("[^、，]{0,16}(?:合作|交流|协作|联动|对接|共建|共享|协同|一体化|结对)")

Span = tuple[int, int, bool]  # of a place in an object, and whether it is all of its element


def own_share(verb: str, what: str, place: PlaceName, places: Iterable[PlaceName]) -> str:
    """
    The part of the object `what` of a verb that is about a place; all where places share a noun or verb.

    Of what is built each element is whole; else what ends the list is of all (推动甲机场二期、乙机场通航).

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> one, two = PlaceName("芜湖", "prefecture", 0, 2), PlaceName("宣城", "prefecture", 6, 8)
    >>> [own_share(verb, "芜湖港二期、宣城机场", one, [one, two]) for verb in ("建设", "推动")]
    ['芜湖港二期', '芜湖港二期、宣城机场']
    """
    parts = _EACH.split(what)
    if len(parts) > 1 and all(_MAKES.match(part) for part in parts):
        own = [part for part in parts if place.name in part]
        return str(own[0]) if len(own) == 1 else what
    spans = _spans(what, places)
    if len(spans) < 2 or not all(_BEFORE.search(what[max(0, start - 3) : start]) for start, _, _ in spans):
        return what
    groups = _groups(spans)
    mine = [at for at, group in enumerate(groups) if any(what[a:b] == place.name for a, b, _ in group)]
    if len(groups) < 2 or len(mine) != 1:
        return what
    at = mine[0]
    mine_begins, mine_ends = groups[at][0][0], groups[at][-1][1]
    if at and _WITH.search(what[:mine_begins]) and _TOGETHER.match(what, mine_ends):
        return what  # 支持葫芦岛等市与京津冀地区开展合作: with it, and not it alone
    begin = groups[at][0][0] if at else 0
    if at + 1 == len(groups):
        return what[begin:]
    acts = load_actions().verbs.at(what, groups[at][-1][1])
    if not (_BUILDS.search(verb) or len(acts) > 1 or _COMES.match(what, groups[at][-1][1])):
        return what
    return _without_separator(what[begin : groups[at + 1][0][0]])


def _spans(what: str, places: Iterable[PlaceName]) -> list[Span]:
    """Where the places stand in an object, none inside another, in their order."""
    types = {place.name: place.type for place in places}
    found = sorted(
        (at.start(), -at.end(), types[name]) for name in types for at in re.finditer(re.escape(name), what)
    )
    kept, reach = list[tuple[int, int, str]](), 0
    for start, end, type_ in found[:_MOST]:
        if start >= reach:
            kept.append((start, -end, type_))
            reach = -end
    listed = bool(kept) and kept[-1][1] == len(what)  # the list ends with a name: they share no noun
    return [(start, end, _is_bare(what, end, type_, listed)) for start, end, type_ in kept]


def _is_bare(what: str, end: int, type_: str, listed: bool) -> bool:
    """Whether a place has no noun of its own: it is all of its element and no name of what is built."""
    if listed and type_ not in _DIVISIONS:
        return False
    return end < len(what) and bool(_SEPARATOR.match(what, end))


def _groups(spans: Sequence[Span]) -> list[list[Span]]:
    """The places that share a noun: up to the next that has one behind it."""
    groups: list[list[Span]] = [[]]
    for span in spans:
        groups[-1].append(span)
        if not span[2]:
            groups.append([])
    return [group for group in groups if group]


def _without_separator(share: str) -> str:
    last = max(
        (found.start() for found in _SEPARATOR.finditer(share) if found.end() == len(share)), default=-1
    )
    return share[:last] if last >= 0 else share


def of_its_verb(found: Iterable[Action], place: PlaceName) -> list[Action]:
    """
    The actions for a way from one place to another: those of its own verb alone, where it has one.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> from analysis.judgements.place_names import PlaceName
    >>> text = "启动绩溪至泾县、续建芜湖至宣城等铁路。"
    >>> way = PlaceName("绩溪至泾县", "corridor", 2, 7)
    >>> [one.written for one in of_its_verb(actions(text), way)]
    ['启动:绩溪至泾县']
    """
    all_ = list(found)
    if place.type != "corridor" or not re.search("[至到]", place.name):
        return all_
    return [one for one in all_ if place.name in one.object] or all_


def without_others(found: Sequence[Action], place: PlaceName, places: Iterable[PlaceName]) -> list[Action]:
    """
    The actions without those of the place's own clause that are done to another place, where one names it.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> from analysis.judgements.place_names import PlaceName
    >>> text = "打通直达眉山的中轴线、完成成都环线前期工作。"
    >>> here = [PlaceName("眉山", "prefecture", 4, 6), PlaceName("成都", "prefecture", 13, 15)]
    >>> [one.written for one in without_others(actions(text), here[0], here)]
    ['打通:直达眉山的中轴线']
    """
    own = [one for one in found if one.start <= place.start < one.end]
    if not any(place.name in one.object for one in own):
        return list(found)
    others = {one.name for one in places} - {place.name}
    return [
        one
        for one in found
        if one not in own or place.name in one.object or not any(name in one.object for name in others)
    ]
