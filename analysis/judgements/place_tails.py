"""
What a division's name goes on to, where a list or a verb behind it shows that all of it is one name: a bay, a
zone whose field has 与 or 及 in it, a port of two cities, a circle of cities by their short names:
东莞滨海湾, 汕尾装备制造及工程基地, 宁波舟山港, 京津石保沧经济圈.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_features import feature_of
from analysis.judgements.place_runs import run_of
from analysis.judgements.register_lists import divisions, short_divisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.judgements.name_words import Word
    from analysis.judgements.place_names import PlaceName

_NO_VERB = "(?!建设|发展|开发|治理|保护|整治|规划|打造|创建|世界级|国家级|具有)"
_OVER = "(?=[、，,；;。）]|等|[和与及]|建设|开发|发展|$)"
_BAY = re.compile(
    f"{_NO_VERB}(?:(?![、，,；;。等和与及的在为将把对到至沿])[一-龥]){{1,3}}(?:湾|半岛)(?:新城|新区|片区|经济区|科技城)?{_OVER}"
)
_FIELD = r"(?:(?![、，,；;。等的在为将把对从向和与及])[一-龥]){2,12}"
_ZONE = re.compile(
    f"{_NO_VERB}(?P<left>{_FIELD})[和与及](?P<right>{_FIELD}?)(?:产业)?(?:基地|示范区|试验区|产业园区?|开发区|先行区|实验区|集聚区){_OVER}"
)
_HELD = re.compile("(?:园区?|基地|[区市县港城])$")  # what is a name by itself, before 与 and another
_OVERHAUL = re.compile(
    "(?:国家)?重点开发开放(?:试验区|实验区)|(?:资源型经济)?(?:转型)?综合?(?:配套)?改革?(?:示范区|试验区)"
)
_AIRPORT = re.compile(
    "(?:(?![、，,；;。等和与及的在为将把对到至沿])[一-龥]){2,3}?(?:国际)?机场(?=[、，,；;。）（等和与及]|建设|改扩建|扩建|[一二三]期|航站楼|[货客]运)"
)
_METROPOLIS = re.compile("(?:现代化|国际化|国家级|大)(?:都市圈|城市群|都市区)")
_POINTS = ("东部", "西部", "南部", "北部", "中部")
_POINTED = re.compile(  # 东部综合商务城, 西部山前区: of a city
    f"(?!地区|沿海|各|大开发|陆海|民族|边境|边疆|重点|欠|省|城市|县){_NO_VERB}(?:(?![、，,；;。等和与及的在为将把对])[一-龥]){{2,8}}?(?:新城|商务城|科技城|产业区|[^地城老灾郊社园片牧矿山林市]区|产业园|产业带|基地){_OVER}"
)
_CORE = re.compile("(?:先行)?(?:核心区|起步区|启动区|拓展区)")
_OF_HUB = re.compile("(?:(?![、，,；;。等和与及的])[一-龥]){1,3}站(?=[、，,；;。）等和与及改扩]|建设|$)")
_PORT = re.compile("港(?![区口澳航深珠城府币股元])")
_CIRCLE = re.compile(
    "[一-龥]{1,4}?(?:[一二三四五六七八九十百\\d]{0,3}分钟|[半一两]?小时)?(?:经济圈|都市圈|城市群|生活圈|通勤圈)"
)
_NO_STREET = frozenset("网线段面程灯基桥由政途演子况障")  # behind 路 it is another word
_PAIR = 2  # characters of a region's short name
_CITY = frozenset(("prefecture", "county"))
_DIVISIONS = frozenset(("province", "prefecture", "county"))


def with_tail(text: str, place: PlaceName) -> PlaceName:
    """
    The place with what its name goes on to.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> here = PlaceName("东莞", "prefecture", 2, 4)
    >>> with_tail("推动东莞滨海湾、南沙建设。", here).name, with_tail("推动东莞建设海湾。", here).name
    ('东莞滨海湾', '东莞')
    """
    if place.type == "region" and (circle := _CIRCLE.match(text, place.end)) and _is_row(text, place, circle):
        return _until(text, place, circle.end(), "region")
    if place.name in _POINTS and (zone := _POINTED.match(text, place.end)):
        return _until(text, place, zone.end(), "zone")
    if place.name.endswith(("新区", "开发区", "试验区")) and (core := _CORE.match(text, place.end)):
        return _until(text, place, core.end(), "zone")
    if place.type == "region" and len(place.name) == _PAIR and (airport := _AIRPORT.match(text, place.end)):
        return _until(text, place, airport.end(), "hub")
    if place.name.endswith("枢纽") and (station := _OF_HUB.match(text, place.end)):
        return _until(text, place, station.end(), "hub")
    if feature := feature_of(text, place):
        return _until(text, place, *feature)
    if re.search("[—－-]", place.name) and (dashed := _PORT.match(text, place.end)):
        return _until(text, place, dashed.end(), "hub")
    if place.type not in _DIVISIONS:
        run = run_of(text, place)
        return _until(text, place, *run) if run else place
    if (bay := _BAY.match(text, place.end)) and not _does(bay[0]):
        return _until(text, place, bay.end(), "zone")
    airport = _AIRPORT.match(text, place.end)
    if airport and not _does(airport[0]):
        return _until(text, place, airport.end(), "hub")
    if overhaul := _OVERHAUL.match(text, place.end):
        return _until(text, place, overhaul.end(), "zone")
    if metropolis := _METROPOLIS.match(text, place.end):
        return _until(text, place, metropolis.end(), "region")
    if port := _port(text, place):
        return _until(text, place, port, "hub")
    zone = _ZONE.match(text, place.end)
    if zone and not (_HELD.search(zone["left"]) or _does(zone["left"]) or _is_place(zone["right"])):
        return _until(text, place, zone.end(), "zone")
    run = run_of(text, place)
    return _until(text, place, *run) if run else place


def is_street(words: Sequence[Word], at: int) -> bool:
    """
    Whether 路 or 街 behind a place is a street called after it (南昌路), and begins no other word (南昌路网).

    Told by words, before what only begins a name is left out (绍兴路沿线老旧小区); `feature_of` finds by text
    those that the words do not show (白银|路上|跨, 吉林大路).

    Examples
    --------
    >>> from analysis.judgements.name_words import Word
    >>> road, net = Word("路", 2, 3, "n"), Word("网", 3, 4, "n")
    >>> is_street([Word("南昌", 0, 2, "ns"), road], 1), is_street([Word("南昌", 0, 2, "ns"), road, net], 1)
    (True, False)
    """
    behind = words[at + 1].text if at + 1 < len(words) and words[at + 1].start == words[at].end else ""
    return words[at].text in ("路", "街") and behind[:1] not in _NO_STREET


def _until(text: str, place: PlaceName, end: int, type_: str) -> PlaceName:
    return replace(place, name=text[place.start : end], type=type_, end=end)


def _is_row(text: str, place: PlaceName, circle: re.Match[str]) -> bool:
    """Whether a region's short names go on with those of others (京津|石保沧), and with no word."""
    verb = load_actions().verbs.at(text, place.end)
    return len(place.name) == _PAIR and len(verb) < 2 and len(circle[0]) > len("经济圈")


def _does(text: str) -> bool:
    """Whether a stretch begins with what is done, or has it in it (建设…, 产业发展打造…)."""
    lists = load_actions()
    begun = (lists.verbs.at(text, at) for at in range(min(len(text), 8)))
    return any(len(verb) > 1 and verb not in lists.nouns for verb in begun)


def _is_place(text: str) -> bool:
    return any(len(known().at(text, 0)) > 1 for known in (divisions, short_divisions))


def _port(text: str, place: PlaceName) -> int:
    """Where the name of a port ends that two cities share; 0 where there is none."""
    other = short_divisions().at(text, place.end) if place.type in _CITY else ""
    found = _PORT.match(text, place.end + len(other)) if other else None
    return found.end() if found else 0
