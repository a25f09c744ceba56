"""
What a place is made or comes to, where the object of the action is the place itself: 把涿州建设成为桥头堡
promises the bridgehead, and 高新区达到2000亿元 the sum. What has no object at all promises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.judgements.actions import Action
from analysis.judgements.place_names import PlaceName

_SEPARATOR = re.compile("[、，和与及等]|以及|分别|[0-9一二三四五六七八九十两]{1,2}[省市区县州地个]")
_ITEM_ENDS = ("园", "区", "港", "城", "基地")
_INTO = re.compile("(?P<into>成为|成|为)(?P<what>[^，,；;。]{2,60})")
_AMOUNT = re.compile(
    "(?:约|至|到)?(?P<what>(?:[0-9]|百分之|[一二三四五六七八九十百千万两])[^，,；;。]{0,20})"
)
_CALLS = re.compile("(?:要|应|须|必须|应当|将|均|都|分别){1,3}$")
_COMES = frozenset(("达到", "突破", "超过", "提高", "增长", "下降", "控制", "保持", "增加", "减少"))
_GIVES = re.compile("给(?=[^，,；;。])")
_LIGHT = re.compile("予以|加以|进行|给予|落户|投产|开工|通车|建成|投用|运营|合作|联动|先行先试|崛起|支持")
_FAR = 12  # characters behind a place in which the verb stands


def told(text: str, found: Iterable[Action], places: Sequence[PlaceName]) -> Iterator[Action]:
    """
    The actions with what is told of a place as their object, and none without one.

    Examples
    --------
    >>> text = "把涿州建设成为桥头堡。"
    >>> here = PlaceName("涿州", "county", 1, 3)
    >>> [one.written for one in told(text, [Action("建设", "涿州", 2, "建设", 0, 10)], [here])]
    ['建设成为:桥头堡']
    """
    for action in found:
        thing = _CALLS.sub("", action.object) if action.verb in _COMES else action.object
        if not thing and not _LIGHT.search(action.verb):
            continue
        if _are_all(thing, places) and (whole := _whole(text, action)):
            yield whole
        elif _GIVES.match(thing):
            yield replace(action, verb=f"{action.verb}给", object=thing[1:])  # 下放给:临港管理
        else:
            yield replace(action, object=thing)


def _are_all(thing: str, places: Iterable[PlaceName]) -> bool:
    """Whether nothing but places stands in an object."""
    for name in sorted({one.name for one in places}, key=len, reverse=True):
        thing = thing.replace(name, "")
    return all(not item or item.endswith(_ITEM_ENDS) for item in _SEPARATOR.split(thing))


def _whole(text: str, action: Action) -> Action | None:
    """The action with what stands behind its verb, be it what something is made into or an amount."""
    at = text.find(action.verb, action.start, action.end + _FAR)
    behind = at + len(action.verb)
    if not 0 <= text.find(action.object, action.start) < at:
        return None  # what follows the verb is its object already
    if into := _INTO.match(text, behind):
        return replace(action, verb=action.verb + into["into"], object=into["what"])
    amount = _AMOUNT.match(text, behind)
    return replace(action, object=amount["what"]) if amount else None
