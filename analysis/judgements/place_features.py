"""
What a short name goes on to where it only begins the name of a feature: a street, a river, a lake, a port, an
old town (白银路, 江安河, 东川港, 河口古镇). A bridge or waterworks so called is no place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.judgements.register_lists import divisions, short_divisions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_OVER = (
    "(?=[、，,；;。：:）（“”0-9]|等|集装箱|吞吐量|[和与及至到沿及]|$|建设|改造|整治|治理|综合|拓宽|延伸|开工|保护|开发|项目|工程|段|[一二三]期"
    "|南北|东西|上?[跨穿]|下穿|流域|两岸|水质|生态|投入|提升|扩建|改扩建|水上|港口|[东西南北][段延]|启动|实现|打造|为)"
)
_ROAD = "(?:[东西南北中]|[一二三四五])?(?:路|大路|大道|大街|环路|快速路|连接线|街)(?![道区镇头坊网])"
_OLD = "(?:古镇|古城|古村|老街|老城|古街|风情街|产业城|科学城|副中心)(?:核心区)?"
_KINDS = (
    ("street", re.compile(f"{_ROAD}{_OVER}")),
    ("water", re.compile(f"(?:河|湖|江|溪|渠|水库|运河|北溪|西溪)(?:湿地|流域)?{_OVER}")),
    ("hub", re.compile("(?:国际)?(?:铁路|公路|内河|空)?[陆新]?港(?![区口澳深珠务湾城币股元航府人式中商资])")),
    ("hub", re.compile("“(?:无水|陆|公路|铁路|内陆)港”")),
    ("zone", re.compile(f"{_OLD}{_OVER}")),
    ("division", re.compile("(?:镇|乡|街道)(?![域政委级企所办亲村愁土])")),
    ("zone", re.compile("片(?=[、，,；;。）等和与及])")),
    ("corridor", re.compile(f"(?:快轨|轻轨|云轨|城际(?:铁路)?){_OVER}")),
)
_STREET, _PAIR = re.compile(f"(?:路|大道|大街){_OVER}"), 2
_WORKS = re.compile(  # and what is no place
    "(?:[河湖江海岛港湾溪渠]|黄河|长江|金沙江|跨海|跨江|北口|南口|公铁|铁路|公路)?(?:特?大桥|[一二三四五六七八九十]桥|涵闸|船闸|泵站|立交桥?|过江通道|隧道|水厂|电厂|主题乐园|海底世界)"
    "|(?:、[一-龥]{2,4}){1,4}(?:水厂|电厂|污水处理厂|大桥|变电站)"
    "|[东西南北中]?路(?:越江)?(?:隧道|立交|高架桥)"
    "|(?:、[一-龥]{2,4}){0,4}等(?:[0-9一二三四五六七八九十两]{1,3}[个座处])?(?:大型|大中型|重点|骨干)?(?:水利枢纽|水电站|变电站|灌区)"
    "|(?:旅游|沿湖|滨湖|环湖|沿江|沿河)(?:公路|铁路|高速)"
)
_OF_WATER = re.compile("水生态(?:治理|修复|保护)")
_CROSSES = re.compile("[一-龥]{1,3}[江河湖](?:隧道|大桥|通道)")  # behind a street: 南湖路湘江隧道
_BRIDGE = re.compile("(?:(?![、，；。的和与及等])[一-龥]){0,6}(?:特?大桥|公铁桥)(?![头下区镇街])")
_DIVISIONS = frozenset(("province", "prefecture", "county", "area"))
_BASINS = re.compile(  # 太湖、巢湖等湖泊, 锦江、沱江流域
    "(?:、[一-龥]{1,6}){0,8}等[一-龥]{0,4}(?:水库|湖泊|河流|河道|河渠|水系)"
    "|(?:[、和与][一-龥]{1,5}[江河湖溪渠]){0,8}(?:流域|干流|支流)"
)


def feature_of(text: str, place: PlaceName) -> tuple[int, str] | None:
    """
    Where the name of a feature ends that a place begins, and its type; none where it begins none.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> county = PlaceName("江安", "county", 2, 4)
    >>> [feature_of(text, county) for text in ("治理江安河、毗河。", "支持江安发展。", "支持江安河东新区。")]
    [(5, 'water'), None, None]
    """
    if place.type == "region" and len(place.name) == _PAIR and (road := _STREET.match(text, place.end)):
        return road.end(), "street"  # 华南路
    if place.type not in _DIVISIONS or _is_division(text, place.end):
        return None
    for type_, pattern in _KINDS:
        if found := pattern.match(text, place.end):
            return found.end(), type_
    basin = (
        _BASINS.match(text, place.end) if place.type == "county" and place.name[-1] in "湖河江溪" else None
    )
    of_water = place.type == "county" and place.name[-1] in "湖河江溪" and _OF_WATER.match(text, place.end)
    return (place.end, "water") if basin or of_water else None


def _is_division(text: str, at: int) -> bool:
    """Whether another division begins behind a place (武汉|江夏区)."""
    return any(len(known().at(text, at)) > 1 for known in (divisions, short_divisions))


def is_works(text: str, place: PlaceName) -> bool:
    """
    Whether a place only begins the name of a bridge, tunnel or waterworks.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> is_works("建设长海大桥。", PlaceName("长海", "county", 2, 4))
    True
    """
    crosses = {"water": _BRIDGE, "street": _CROSSES}.get(place.type)
    if crosses and crosses.match(text, place.end):
        return True
    return _WORKS.match(text, place.end) is not None
