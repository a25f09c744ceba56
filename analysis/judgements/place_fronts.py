"""
What a name begins with that stands before the part of it that is known: the zone of a part
(自贸区|郑州片区), the line of a section (武深高速|武汉段).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_OF_ZONE = re.compile("(?:自由贸易试验区|自贸试验区|自贸区|综合保税区|综保区|示范区)$")
_PART = re.compile("(?:片区|分区|园区)$")
_STATION, _STATION_OF = re.compile("[东西南北]站"), re.compile("(?:火车|汽车|高铁|客运|长途汽车)$")
_LINE = re.compile(
    "(?P<line>(?:(?![、，；。和与及在的])[一-龥]){2,8}(?:高速公路|快速路|高速|铁路|高铁|城际|公路|国道|运河|干线))$"
)
_SECTION = re.compile("[省市区县]?段")
_DIVISIONS = frozenset(("province", "prefecture", "county", "area"))
_FAR = 14  # characters before a place in which its front stands


def with_front(text: str, place: PlaceName) -> PlaceName:
    """
    The place with the front of its name.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> city = PlaceName("武汉", "prefecture", 6, 8)
    >>> with_front("建成武深高速武汉段。", city).name, with_front("建成武深高速武汉站。", city).name
    ('武深高速武汉段', '武汉')
    """
    before = max(0, place.start - _FAR)
    if (
        place.type == "zone"
        and _PART.search(place.name)
        and (zone := _OF_ZONE.search(text, before, place.start))
    ):
        return replace(place, name=text[zone.start() : place.end], start=zone.start())
    station = _STATION_OF.search(text, before, place.start) if _STATION.match(place.name) else None
    if station:
        return replace(place, name=text[station.start() : place.end], start=station.start())
    section = _SECTION.match(text, place.end) if place.type in _DIVISIONS else None
    line = _LINE.search(text, before, place.start) if section else None
    if line is None or section is None:
        return place
    start = _behind_verb(text, line.start("line"), line.end("line") - 2)
    return replace(place, name=text[start : section.end()], type="corridor", start=start, end=section.end())


def _behind_verb(text: str, start: int, end: int) -> int:
    """Where a name begins behind the verbs and manners that a stretch begins with."""
    lists = load_actions()
    for at in range(end - 2, start - 1, -1):
        found = max((lists.verbs.at(text, at), lists.manners.at(text, at)), key=len)
        if len(found) > 1 and at + len(found) <= end:
            return at + len(found)
    return start
