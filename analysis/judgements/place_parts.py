"""
Places that are parts: what a name has behind it that says which part is meant (大运河（安徽段）, 长江池州段,
德钦县城), a division before the place in it (天津滨海新区), and towns that dashes join (青浦白鹤-苏州花桥).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_compounds import field_zone
from analysis.judgements.place_fronts import with_front
from analysis.judgements.place_tails import with_tail
from analysis.judgements.register_lists import PROVINCES, divisions, entries, short_divisions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_SECTION = re.compile("（[^（）]{1,12}(?:段|部分|境内)）")
_REACH = re.compile("[上中下]{1,2}游|干流(?![^，,；。、]{0,8}段)|[东南西北两]岸|沿[岸线](?:地区|区域)?")
_ON_SHORE = re.compile("(?:(?![、，,；;。的建打等])[一-龥]){0,8}?(?:产业基地|基地|产业园|商务区|新城|片区)")
_QUOTED_REACH = re.compile("“[^“”，。；、]{1,6}[段弯口滩湾曲洲源]”")  # 黄河“几字弯”
_AROUND = re.compile("区(?![域县间分划级])")  # 罗霄山|区, 三江源|区: all of it
_ECOLOGY = re.compile(  # 黄河重点保护区, 青藏高原生态屏障区（湟水流域）
    "(?:源?(?:国家)?(?:重点|重要|关键|核心)(?:生态|防洪|水源|水土流失|水土保持|沙化)?|生态(?:安全|环境)?)"
    "(?:保护|防护|屏障|功能|修复|敏感|源头|缓冲|治理|涵养|保育|管控|控制|退化|湿地){0,2}(?<!要)(?<!点)(?<!键)(?<!心)区(?![域县分划])(?:（[^（）]{2,12}）)?"
)
_SHORE = re.compile("[东南西北]岸|沿岸|湖区|水质|水环境|流域|退渔|清淤|水体|治理|湿地")
_MARKED = 12  # characters before a name in which its mark opens
_INITIALS = re.compile(f"[{PROVINCES}甬杭宁苏通锡嘉温台金衢合芜]{{2}}[湖江]")  # cities that a line joins
_OF_LINE = re.compile("[0-9]号线|圈环线")
_LAND = re.compile("(?:沿岸|沿线|两岸|[东西南北]岸|沿江|滨江|江滩|湖畔|沿江地区)$")  # land beside a water
_OF_RIVER = re.compile("（[^（）]{2,10}流域）")  # behind a zone
_REFORM = re.compile(  # 赣州|普惠金融改革试验区: of whatever field, of no grade
    "(?!国家|全国|世界|国际|省级|省域|市级|区域|全省|全市|高质量|高水平|新|首|各|多|两|[一二三四五六七八九十])"
    "(?:(?!建设|打造|创建|设立|推进|推动|支持|加快|申报|争创|争取|探索|获批|入选|列[入为]|纳入|成为|落地|试点|开展|实施|深化|作为|要(?!素)|(?<!城)市(?!场))"
    "[一-龥](?<![的等和与及为将把在对被是省县区州])){2,14}?"
    "(?:改革(?:创新|开放|综合){0,2}(?:试验区|示范区|先行区|实验区)|(?<=实现|体制|管理|配置|城市)(?:试验区|示范区|先行区|实验区))(?![域])"
)
_LAKES = ("湖区", "源区", "库区")
_ADVANCED = re.compile("(?:经济)?欠?发达(?:地区|省份|城市)")  # behind a point of the compass
_ENDS_IN = re.compile("[-—－–][一-龥]{2,4}(?=等)")  # 黄浦江-大治河等
_STRETCH = re.compile("[省市区县州]?段(?![时落级])")
_HARBOUR = re.compile("[一-龥]{2}港(?=[、和与及等，。区])")
_STATION = re.compile("[东西南北]?站(?=[、，,。；等和及与至到改扩]|联络线|枢纽|片区)")
_IN_A_ROW = "".join(sorted(set(PROVINCES) - set("蒙辽吉黑藏甘青宁新港澳台")))  # others begin words as often
_ROW = re.compile(f"[{_IN_A_ROW}]{{2,4}}")
_ROW_GOES_ON = re.compile(f"[{_IN_A_ROW}]{{1,3}}")  # 川渝|黔鄂
_TOWN = re.compile("城(?!市|乡|镇|区|建|关)")
_TAIL = re.compile("(?P<tail>[一-龥]{0,3}?)[-—－–]")
_FIRST = re.compile("(?<=[、，,和及与])[一-龥]{2,5}[-—－–]$")
_LEVELS = {"province": 3, "prefecture": 2, "county": 1, "division": 0}
_TOWN_SIZE = 2  # characters of the name of a town, at least
_INNER = frozenset(("zone", "hub", "street", "park", "area"))


def with_parts(text: str, found: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """
    The places, each with what says which part of it is meant, and none that only says so.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> river, city = PlaceName("赤水河", "water", 0, 3), PlaceName("昭通", "prefecture", 4, 6)
    >>> [one.name for one in with_parts("赤水河（昭通段）清澈。", [river, city])]
    ['赤水河（昭通段）']
    """
    held = list(_chained(text, list(found)))
    at, reach = 0, -1
    while at < len(held):
        taken, place = _taken(text, held, at)
        if place.start >= reach:
            whole = _with_section(text, place)
            reach = whole.end
            if marked := _with_marks(text, whole):
                if _INITIALS.fullmatch(marked.name) and marked.type == "water":
                    marked = replace(marked, type="corridor")  # 沪苏湖, a line
                land = marked.type in ("water", "corridor") and _LAND.search(marked.name)
                yield replace(marked, type="region") if land else marked
        at += taken


def _with_marks(text: str, place: PlaceName) -> PlaceName | None:
    """A place with the mark that opens before its name (“五眼桥-滘口”示范区); none where one is lost."""
    if place.name.count("“") == place.name.count("”"):
        return place
    opened = text.rfind("“", max(0, place.start - _MARKED), place.start)
    if "”" not in place.name or opened < 0 or "”" in text[opened : place.start]:
        return None
    return replace(place, name=text[opened : place.end], start=opened)


def _taken(text: str, found: Sequence[PlaceName], at: int) -> tuple[int, PlaceName]:
    """How many places are one name from one on, and that name."""
    place, taken = found[at], 1
    for other in found[at + 1 : at + 4]:
        if other.start != place.end:
            break
        stretch = _STRETCH.match(text, other.end) if place.type == "water" else None
        if stretch and other.type in _LEVELS:
            return taken + 1, _until(text, place, stretch.end(), place.type)
        if not _holds(place, other):
            break
        type_ = place.type if other.type == "area" else other.type
        type_ = "hub" if other.name.endswith(("站", "港")) else type_
        type_ = "region" if other.name.endswith("山") and len(other.name) > _TOWN_SIZE else type_
        place, taken = _until(text, place, other.end, type_), taken + 1
    return taken, place


def _holds(place: PlaceName, other: PlaceName) -> bool:
    """Whether a division stands right before a place that lies in it."""
    level = _LEVELS.get(place.type)
    inner = other.type in _INNER or (other.type == "region" and other.name.endswith("山"))
    return level is not None and (inner or _LEVELS.get(other.type, level) < level)


def _until(text: str, place: PlaceName, end: int, type_: str) -> PlaceName:
    return replace(place, name=text[place.start : end], type=type_, end=end)


def _with_section(text: str, place: PlaceName) -> PlaceName:
    """A place with the section, reach, harbour or town behind it."""
    place = with_front(text, with_tail(text, place))
    if place.type == "street" and _OF_LINE.search(text, place.start, place.end):
        place = replace(place, type="corridor")  # 3号线东南环线
    if place.name.endswith("等区"):
        return replace(place, name=place.name[:-2], end=place.end - 2)
    if place.type == "zone" and (river := _OF_RIVER.match(text, place.end)):
        return _until(text, place, river.end(), "zone")
    if section := _SECTION.match(text, place.end):
        return _until(text, place, section.end(), place.type)
    if place.type == "water" and (reach := _REACH.match(text, place.end)):
        zone = _ON_SHORE.match(text, reach.end())
        return _until(text, place, (zone or reach).end(), "zone" if zone else place.type)
    if wider := _with_area(text, place):
        return wider
    if place.name.endswith("县") and (town := _TOWN.match(text, place.end)):
        return _until(text, place, town.end(), "zone")
    advanced = _ADVANCED.match(text, place.end) if place.type == "region" else None
    if ends := advanced or _ENDS_IN.match(text, place.end):
        return _until(text, place, ends.end(), "region")
    station = _STATION.match(text, place.end) if place.type in _LEVELS else None
    if station:
        return _until(text, place, station.end(), "hub")
    zone = field_zone().match(text, place.end) if place.type in (*_LEVELS, "area") else None
    if zone:
        return _until(text, place, zone.end(), "zone")
    reform = _REFORM.match(text, place.end) if place.type in _LEVELS else None
    if reform and not _acts(text, place.end):
        return _until(text, place, reform.end(), "zone")
    row = _ROW_GOES_ON.match(text, place.end) if _ROW.fullmatch(place.name) else None
    if row:
        return _until(text, place, row.end(), place.type)
    harbour = _HARBOUR.match(text, place.end) if place.type in _LEVELS else None
    if harbour and not load_actions().verbs.at(text, place.end):
        return _until(text, place, harbour.end(), "hub")
    return place


def _acts(text: str, at: int) -> bool:
    """Whether a verb that is no noun as well stands at a place of a text."""
    verb = load_actions().verbs.at(text, at)
    return len(verb) > 1 and verb not in load_actions().nouns


def _with_area(text: str, place: PlaceName) -> PlaceName | None:
    """A river, mountains or a plateau with the stretch, area or protected zone that its name goes on to."""
    if place.type == "division" and place.name.endswith(_LAKES):
        return replace(place, type="region")
    if (
        place.type == "county"
        and place.name.endswith("湖")
        and (place.name in entries("common_counties", "word") or _SHORE.match(text, place.end))
        and text[place.end : place.end + 1] not in tuple("至到区")
    ):
        return replace(place, type="water")
    town = place.type == "county" and place.name.endswith("山") and len(place.name) > _TOWN_SIZE
    if place.type not in ("water", "region") and not (town and place.name + "区" not in divisions().values):
        return None
    if zone := _ECOLOGY.match(text, place.end):
        return _until(text, place, zone.end(), "zone")
    if quoted := _QUOTED_REACH.match(text, place.end) if place.type == "water" else None:
        return _until(text, place, quoted.end(), "water")
    around = _AROUND.match(text, place.end) if place.name[-1] in "山源湖" else None
    return _until(text, place, around.end(), "region") if around else None


def _chained(text: str, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The places, towns of several divisions that dashes join put together."""
    at = 0
    while at < len(found):
        end, size = found[at].end, 0
        last = at
        while (tail := _TAIL.match(text, end)) and (next_ := _at(found, last + 1, tail.end())) >= 0:
            size, last = max(_TOWN_SIZE, len(tail["tail"])), next_
            end = found[last].end
        if last == at:
            yield found[at]
            at += 1
            continue
        inner = _at(found, last + 1, end)  # 嘉兴平湖: the last town is a place that is known
        stop = found[inner].end if inner >= 0 else end + size
        start = _division_before(text, found[at].start)
        yield replace(found[at], name=text[start:stop], type="region", start=start, end=stop)
        at = next((i for i in range(last, len(found)) if found[i].start >= stop), len(found))


def _at(found: Sequence[PlaceName], first: int, start: int) -> int:
    """Which of the next places begins at `start`; -1 when none does."""
    near = range(first, min(first + 2, len(found)))
    return next((at for at in near if found[at].start == start), -1)


def _division_before(text: str, start: int) -> int:
    """Where a row of towns begins whose first was not found (、崇明东平-|南通海永), or a division."""
    if first := _FIRST.search(text, max(0, start - 7), start):
        return first.start()
    return start - 2 if start > 1 and text[start - 2 : start] in short_divisions().values else start
