"""
Names as they are found, made right by their form: none that is cut at a mark or only tells a kind
(豫章古道）街区, 次支路), no word too many or too few (海口区域, 新|华西街), and the type that a list tells
(金沙湾、江东等片区).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.place_compounds import is_class
from analysis.judgements.register_lists import PROVINCES, divisions, regions, short_divisions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_PAIRS = (("（", "）"), ("“", "”"), ("(", ")"), ("《", "》"))
_KIND = re.compile(  # that a name ends in, or is: no place's own
    "宅基地$|式(?:公园|社区|街区|校园|小区)$|^“[空水铁公海陆]{2,4}”|”以[上下]|^(?:大?都市[区圈]|城市群)$|企业[一-龥]{0,8}基地$|^(?:主?次支路|支路|主?次干[路道]|断头路|背街小巷|微循环道?路)$"
)
_SEVERAL = re.compile("(?:[0-9]{1,3}|[两三四五六七八九十]{1,3})[个条座](?:[^，；。]{0,16}的)?$")
_SWALLOWED = re.compile(
    "区域(?![、，；。的和与及（]|协调(?!发展(?:综合)?(?:改革|试点|机制|战略))|一体|合作|经济|发展|中心|性)"
)  # 海口区域|文化产业
_LISTED = re.compile(  # behind a name: the list is of such, whatever each is called by
    "(?:[、和与](?:(?![、，；。和与等])[一-龥]){2,8}){0,8}等(?:[0-9一二三四五六七八九十两多]{1,3}[个大条座处家]|一批|城市|重点|主要)?(?:(?P<zone>片区|组团|板块|旅游(?:项目|景区|度假区))"
    "|(?P<corridor>国省干线|国省道|国道|省道|干线公路|高速公路|公路|铁路|(?:省市共建|环城|绕城)?高速(?!发展|增长))|(?P<water>河道|河流|江河|水系|湖泊|水库)|(?P<park>公园)"
    "|(?P<none>(?:(?!区)[一-龥]){0,6}(?:[厂站馆桥院校楼所]|水厂|泵站|电站|码头|隧道|立交)(?![一-龥]?[区点])))"
)
_NAMED_BY_LIST = {  # the types of names that a list gives another
    "zone": frozenset(("water", "region", "area", "street")),
    "corridor": frozenset(("street",)),
    "water": frozenset(("prefecture", "county", "area")),
    "park": frozenset(("zone", "water", "street")),
}
_FEATURES = frozenset(("water", "area", "street"))
_VERB_INSIDE = re.compile("(?<=[区城园])(?:培育|打造|建设|创建|争创|申报|建成|提升|发展)(?=[一-龥]{4})")
_JOINED = re.compile("(?:中心|基地|枢纽)[和与及]")  # 昆明区域性金融中心|和金融产业园区
_LOCALITY = re.compile("[一-龥]{2,3}地区(?=综合改造|改造|更新|拆迁|征收|棚户)")  # of a city
_WIDER = re.compile("(?:城市群|都市圈|经济[圈区])$")  # than a city
_NEW = re.compile("(?<![更创翻出焕全最革维重刷])新$")  # before a street: 新华西街
_PART_OF_HOME = re.compile("城市副中心$")  # what another is to be (打造广州城市副中心), by itself a place
_MADE = re.compile("(?:打造|成为|建成|建设成为?|打造成为?|建设为)$")
_OF_CITY = re.compile(
    "(?:(?![和与及])[一-龥]{1,4}(?:自治)?[县旗]|(?!三角)[一-龥]{2,3}[市区])$"
)  # also those of former days
_SLOGAN = re.compile("[一-龥]{2}[兴强立富活][市省县区]$")  # 科教兴市
_PAIR = re.compile("双城经济圈$")  # of two cities: one alone is cut
_CUT = re.compile("新城[东西南北]")  # 东部新|城东片区
_WATERSIDE = re.compile("(?:公共)?空间(?:绿带|绿廊)?|绿[带廊地道]|岸线|(?:景观|休闲|风光|生态)带")
_ECONOMIC = re.compile(  # 川南经济区, 北部湾经济区
    f"(?P<front>(?P<compass>[{PROVINCES}][东西南北中]{{1,2}})|[一-龥]{{2,4}})经济区$"
)
_STRETCH = re.compile("[上中下]{1,2}游$")
_NEAR = 24  # characters before a name in which it is told how many there are


def well_formed(text: str, places: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """
    The places whose names are whole and their own.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> text = "推进金沙湾、江东等片区开发。"
    >>> bay, east = PlaceName("金沙湾", "water", 2, 5), PlaceName("江东", "area", 6, 8)
    >>> [(one.name, one.type) for one in well_formed(text, [bay, east])]
    [('金沙湾', 'zone'), ('江东', 'zone')]
    """
    for place in places:
        if not (is_class(text, place.start, place.end) or is_kind(text, place)):
            yield _retyped(text, _own(text, place))


def is_kind(text: str, place: PlaceName) -> bool:
    """
    Whether a name is cut at a mark, tells a kind of places, or is in marks one of several.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> is_kind("加密次支路。", PlaceName("次支路", "street", 2, 5))
    True
    """
    if any(place.name.count(opens) != place.name.count(closes) for opens, closes in _PAIRS):
        return True
    if _KIND.search(place.name) or _JOINED.search(place.name):
        return True
    if place.type == "division" and _SLOGAN.fullmatch(place.name):
        return True
    if _PAIR.search(place.name) and text[place.start - 1 : place.start] == "、":
        return True
    if place.start and _CUT.match(text, place.start - 1):
        return True
    listed = _LISTED.match(text, place.end) if place.type in _FEATURES else None
    if listed and listed["none"]:
        return True  # 沈水湾等4座污水处理厂
    if _PART_OF_HOME.search(place.name) and _MADE.search(text, max(0, place.start - 5), place.start):
        return True
    counted = place.name.startswith("“") and _SEVERAL.search(text, max(0, place.start - _NEAR), place.start)
    return bool(counted)


def _own(text: str, place: PlaceName) -> PlaceName:
    """
    A division without the word behind it that is of what follows (海口|区域文化产业), a zone without what it
    is to do (长春新区|培育引领区), a street with the character before it that no verb ends in.
    """
    if acts := _VERB_INSIDE.search(place.name) if place.type == "zone" else None:
        return replace(place, name=place.name[: acts.start()], end=place.start + acts.start())
    city = short_divisions().at(place.name, 0) if _WIDER.search(place.name) else ""
    if city and regions().at(place.name, len(city)):  # 提升洛阳|中原城市群副中心城市地位
        type_ = short_divisions().values[city]
        return replace(place, name=city, type=type_, end=place.start + len(city))
    if place.name.endswith("滨水") and (more := _WATERSIDE.match(text, place.end)):
        return replace(place, name=place.name + more[0], type="corridor", end=more.end())
    if place.type == "street" and _NEW.search(text, max(0, place.start - 2), place.start):
        return replace(place, name="新" + place.name, start=place.start - 1)
    name = place.name.removesuffix("区域")
    known = short_divisions().values.get(name) or divisions().values.get(name)
    if name == place.name or known is None or not _SWALLOWED.match(text, place.end - 2):
        return place
    return replace(place, name=name, type=known, end=place.end - 2)


def _retyped(text: str, place: PlaceName) -> PlaceName:
    """A place with the type that its list tells; 半岛 that no list of regions has is a zone."""
    listed = _LISTED.match(text, place.end)
    told = listed.lastgroup or "" if listed else ""
    if place.type in _NAMED_BY_LIST.get(told, ()):
        return replace(place, type=told)
    if place.type in ("division", "area") and _OF_CITY.fullmatch(place.name):
        level = short_divisions().values.get(place.name[:-1], "")
        if level or place.name[-1] in ("县旗区" if place.type == "division" else "县旗"):
            return replace(place, type=level or "county")
    economic = _ECONOMIC.fullmatch(place.name) if place.type == "zone" else None
    if economic and (economic["compass"] or economic["front"] in regions().values):
        return replace(place, type="region")
    if (
        place.type == "water"
        and _STRETCH.search(place.name)
        and text[place.start - 1 : place.start] in "与同"
    ):
        return replace(place, type="region")  # 与长江中上游合作
    local = place.name.endswith("半岛") or _LOCALITY.match(text, place.start)
    if place.type == "region" and local and place.name not in regions().values:
        return replace(place, type="zone")
    return place
