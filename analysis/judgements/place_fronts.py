"""
What a name begins with that stands before the part of it that is known: the zone of a part
(自贸区|郑州片区), the line of a section (武深高速|武汉段).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.register_lists import short_divisions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_OF_ZONE = re.compile("(?:自由贸易试验区|自贸试验区|自贸区|综合保税区|综保区|示范区)$")
_PART = re.compile("(?:片区|分区|园区)$")
_DASHED = re.compile("[一-龥]{2,6}[—－-](?:[一-龥]{2,4}[—－-]){1,3}$")  # 青山-阳逻-|鄂州
_RAIL = re.compile("(?:轨道交通|地铁|轻轨)")
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
    if dashed := _DASHED.search(text, before, place.start):
        start = _behind_verb(text, dashed.start(), place.start - 1)
        return replace(place, name=text[start : place.end], start=start)
    if _RAIL.match(place.name) and (city := _city_before(text, place.start)):
        return replace(place, name=text[place.start - city : place.end], start=place.start - city)
    station = _STATION_OF.search(text, before, place.start) if _STATION.match(place.name) else None
    if station:
        return replace(place, name=text[station.start() : place.end], start=station.start())
    section = _SECTION.match(text, place.end) if place.type in _DIVISIONS else None
    line = _LINE.search(text, before, place.start) if section else None
    if line is None or section is None:
        return place
    start = _behind_verb(text, line.start("line"), line.end("line") - 2)
    return replace(place, name=text[start : section.end()], type="corridor", start=start, end=section.end())


def _city_before(text: str, start: int) -> int:
    """How long the short name of a division is that stands right before a place; 0 where none does."""
    return next(
        (size for size in (3, 2) if text[max(0, start - size) : start] in short_divisions().values), 0
    )


def _behind_verb(text: str, start: int, end: int) -> int:
    """Where a name begins behind the verbs and manners that a stretch begins with."""
    lists = load_actions()
    for at in range(end - 2, start - 1, -1):
        found = max((lists.verbs.at(text, at), lists.manners.at(text, at)), key=len)
        if len(found) > 1 and at + len(found) <= end:
            return at + len(found)
    return start
