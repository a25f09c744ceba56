"""
Whether a place that was found is the whole of a name: none cut out of a longer word (雷|龙湾, 山城|巷), and
what is joined by dashes (贵阳—贵安—安顺都市圈) all of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.name_words import Word
from analysis.judgements.place_namesakes import is_called_by_it
from analysis.judgements.place_unlisted import whole_start
from analysis.judgements.register_lists import PROVINCES, divisions, place_heads, short_divisions

if TYPE_CHECKING:
    from analysis.judgements.place_names import PlaceName

_HAN = re.compile("[一-鿿]")
_OF_NAMES = re.compile("n|j|g|z")  # tags of a single character that may be the front of a name
_SIZES = frozenset("大小")
_NUMBERS, _CURVES = frozenset("一二三四五六七八九十"), frozenset("湾山河江湖沙门")
# Single characters that stand before a place and are no part of it, whatever their tag.
_APART = frozenset("经支证新老好省市县区州盟旗港内外全本我各由从自在到赴驻援入出至沿")
_SURNAMES = frozenset("定雷白黄青红黑")  # tagged as verbs or nouns, and front of names as often
_PROVINCES = frozenset(PROVINCES) - frozenset("新港澳台")  # which begin other words as often
_ABBREVIATIONS = _PROVINCES | frozenset("泛汉")
_AROUND, _AROUND_WHAT = "环", ("water", "region", "zone", "corridor")
_CITIES = _ABBREVIATIONS | frozenset("昌福厦杭温甬蓉沈哈长徐郑武宜襄贵昆广深珠西银兰包合张成")
_COMPASS = frozenset(("东北", "西北", "东南", "西南"))
_NATIONAL = re.compile("中国|中[日德新韩法以俄英意瑞荷美加澳巴老缅越泰马印哈蒙]")
_HONGKONG = frozenset("港")  # 港深西部铁路
_GOES_ON = re.compile(
    "文化遗[址产]|遗址|(?<=河)泊所|(?<=东至)[一-鿿]{2,4}(?:段|铁路|高铁|公路|高速)|(?<=[河江])谷|(?<=[河江])口(?!岸)|港(?=[、和与等，。区码合联])|[巷泉湾岛峡墓庙寺桥堡寨沟坝](?![一-鿿]?[区县市])|(?<=安)全(?![市省区县面程长部力球国年民])"
)
_LINK = "(?:[-—－–·~～]|――)"
_JOINT = re.compile(f"(?:{_LINK}[一-鿿]{{2,4}})?{_LINK}")  # between the places of one name
_PARTS = re.compile(f"[一-鿿]{{2,3}}{_LINK}")
_FIRST = re.compile(f"(?P<name>[一-鿿]{{2}}){_LINK}$")
_LONG = ("street", "corridor")
_BUILT = ("zone", "park", "hub", "street")
_OF_WAYS = re.compile(
    "段|[^，,。；;]{0,60}?(?:高铁|铁路|高速|公路|城际|客专|航线|动车|管道)"
)  # what dashes list
_LAST = re.compile(f"{_LINK}[一-鿿]{{2,3}}(?=[等、，,。；])")
_SIDE = re.compile(
    "(?:[东南西北]{1,2}|[东南西北]{1,2}侧|以[东南西北])(?:片区?|区域|地区)"
)  # a part of a place, or beside it
_TO = re.compile("[至到]")
_LINE_TO = re.compile(
    f"(?:[至到]|{_LINK})(?:(?!等)[一-鿿]){{2,4}}?(?:城际|高速)?(?:铁路|高铁|高速公路|高速|公路|(?:(?!等)[一-鿿]){{0,5}}(?:管道|管线))"
)
_WAYS = "(?:铁路|高铁|公路|高速|城际|快线|[国省县]道|航道|快速路|管道|管线|线路|通道)"
_WAY_TO = re.compile(  # 启动绩溪至泾县、续建芜湖至宣城等铁路: a way each, whose kind all share
    "(?P<to>[至到](?P<last>(?:(?![等、至到])[一-鿿]){2,4}?))"
    f"(?:等[一-鿿]{{0,5}}?{_WAYS}|(?:、[一-鿿]{{2,8}}[至到][一-鿿]{{2,4}}){{1,4}}?等?[一-鿿]{{0,4}}?{_WAYS})"
)
_LINES = ("铁路", "高铁", "高速", "公路", "城际")
_DIVISIONS = frozenset(("province", "prefecture", "county", "area"))
_LISTED = re.compile("[、和与及]")
_SWALLOWED = re.compile(  # what a division is to be
    "(?:省域|区域性?|全国性?|国家级?|国际性?|世界级?|[一-龥]{0,6}重要)[一-龥]{0,8}(?:副中心|副中心城市|中心城市|物流枢纽|交通枢纽)"
    "|等?[两三四五六七八九]大[一-龥]{2,14}"
)
_ENDS_WAY = re.compile("[至到](?:[一-龥]{2,4}、)?$")
_BEGINS_WAY = re.compile(
    "(?:^|[，、；：。]|建设|推进|加快|新建|完成|启动|建成|开通|推动)(?P<from>(?![至到])[一-龥]{2,4})[至到]$"
)
_COUNTED_WAYS = re.compile("[两二三四五六七八九十][条座个](?:城际|经济|高速)?")
_GRADED = re.compile("(?<=[路街])(?:国家级|省级|市级|世界级)")  # 天津街|国家级示范步行街
_MODELS, _FREE = ("示范区", "试验区", "先行区"), re.compile("自贸|自由贸易|自主创新")
_RANKED = re.compile("省级|国家级?|全国|市级|区域|国际")  # behind a division: of what each in its list has


def whole_places(text: str, words: Sequence[Word], found: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """The places that are whole names, those of a row of provinces with all of it (闽粤港澳)."""
    ends = [word.end for word in words]
    for place in found:
        last = bisect_left(ends, place.start)
        before = words[last] if last < len(words) and ends[last] == place.start else None
        front = _front(words, last, place) if before else ""
        if before and (_is_fronted(before, text, place) or _is_national(before, place)):
            front = before.text
        if front == _AROUND and place.type == "water":
            place = replace(place, type="region")
        if not front and place.type in _BUILT:
            start = whole_start(text, words, place.start)
            front, before = text[start : place.start], before if start == place.start else None
        cut = before is not None and not front and (_is_front(before, place) or _is_end_of(before, place))
        whole = replace(place, name=front + place.name, start=place.start - len(front))
        if not cut and not (_is_part(text, place) if not front else is_called_by_it(text, whole)):
            yield whole


def _front(words: Sequence[Word], last: int, place: PlaceName) -> str:
    """What stands before a place and is part of its name: provinces in a row, cities of a line, 大."""
    before = words[last].text
    if _is_great(before, place):
        return before
    if place.type in _AROUND_WHAT and _is_around(before):
        return _AROUND
    if place.type == "zone" and (pair := _pair(words, last)):
        return pair
    row = _ABBREVIATIONS if place.type in ("region", "corridor") else frozenset[str]()
    if place.name.endswith(_LINES) and place.name[0] in _CITIES:
        row = _CITIES | _HONGKONG
    front = ""
    while last >= 0 and row.issuperset(words[last].text):
        front, last = words[last].text + front, last - 1
    return front


def _pair(words: Sequence[Word], last: int) -> str:
    """The two places that a zone is built by, each by a single character (沪明临港产业园)."""
    pair = words[max(0, last - 1) : last + 1]
    single = len(pair) == 2 and all(len(word.text) == 1 and _HAN.match(word.text) for word in pair)
    own = single and pair[0].text in _PROVINCES and not _APART.issuperset(pair[1].text)
    return "".join(word.text for word in pair) if own and pair[1].tag[0] in "najgz" else ""


def _is_around(before: str) -> bool:
    """Whether 环 begins a name, by itself or where the dictionary has it end a verb (保护环|太湖)."""
    verb = before.removesuffix(_AROUND)
    return verb != before and (not verb or verb in load_actions().verbs.values)


def _is_great(single: str, place: PlaceName) -> bool:
    """Whether 大 begins the name of a zone (大武夷文化旅游圈)."""
    wide = len(place.name) > 4 or place.name.endswith(("地区", "片区"))
    return single == "大" and place.type in ("zone", "corridor", "region") and wide


def _is_national(before: Word, place: PlaceName) -> bool:
    """Whether 中国, or 中 with another country, begins a zone's name (中国西部音乐谷, 中日生态园)."""
    return _NATIONAL.fullmatch(before.text) is not None and place.type in ("zone", "hub", "park")


def _is_fronted(before: Word, text: str, place: PlaceName) -> bool:
    """Whether 老, 大 or 小 begins the name of a street or park in a list (、老海埂路, 、大兰山景区)."""
    listed = text[before.start - 1 : before.start] in ("、", "和", "，") or place.type == "park"
    return before.text in "老大小" and listed and place.type in ("street", "zone", "park", "water")


def _is_front(before: Word, place: PlaceName) -> bool:
    """Whether a single character is the front of the name that a place was cut out of."""
    if len(before.text) > 1 or not _HAN.match(before.text):
        return False
    if place.type == "region" and place.name in _COMPASS:
        return before.text not in _APART and bool(
            _OF_NAMES.match(before.tag) or before.tag[0] == "a"
        )  # 长|东北
    if before.text in _SIZES:
        return place.type in ("county", "area", "water")
    if before.text in _NUMBERS and place.type == "county":
        return place.name[-1] in _CURVES  # 佛山三|龙湾
    if before.text in _APART or len(place.name) > 3:
        return False
    return bool(_OF_NAMES.match(before.tag)) or before.text in _SURNAMES


def _is_end_of(before: Word, place: PlaceName) -> bool:
    """Whether a zone is the end of a longer name that begins with a thing (养护设备|昆明产业基地)."""
    thing = before.tag in ("n", "nz", "vn") and len(before.text) > 1 and place.type == "zone"
    lists = load_actions()
    known = before.text in lists.verbs.values or before.text in lists.manners.values
    return (
        thing
        and not known
        and place.name.endswith("基地")
        and not place_heads().before(before.text, len(before.text))
    )


def _is_part(text: str, place: PlaceName) -> bool:
    """Whether what stands around a place makes it a part of something else."""
    if len(place.name) < 4 and _GOES_ON.match(text, place.end):
        return True
    head = place_heads().before(text, place.start + 1) if place.type == "county" else ""
    if place.type == "county" and text[place.start - 1 : place.start + 1] == "振兴" and place.start:
        return True  # 振|兴县域经济
    if text.startswith("环", max(0, place.start - 1)) and text.startswith(("路", "线"), place.end):
        return True  # 环|山东路
    return len(head) > 1 or is_called_by_it(text, place)  # 科学城|北区 is no 城北区


def joint_names(text: str, found: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """The places, those that dashes join one name with all of them (贵阳—贵安—安顺都市圈)."""
    held: PlaceName | None = None
    for place in found:
        if held and _is_joined(text, held, place):
            way = "corridor" if _OF_WAYS.match(text, place.end) else "region"
            division = place.type in _DIVISIONS or place.name in short_divisions().values
            type_ = way if division else place.type
            held = replace(held, name=text[held.start : place.end], type=type_, end=place.end)
            continue
        if held:
            yield _with_last(text, held)
        held = _with_first(text, place)
    if held:
        yield _with_last(text, held)


def _is_joined(text: str, place: PlaceName, other: PlaceName) -> bool:
    """Whether two places are one name; not where each is only the first part of what dashes join."""
    if place.end == other.start:  # a zone of a zone: 虹桥国际开放枢纽安徽联动发展区
        return place.type in ("zone", "hub") and other.type == "zone"
    if _TO.fullmatch(text, place.end, other.start):
        return other.name.endswith(_LINES)
    return bool(_JOINT.fullmatch(text, place.end, other.start)) and not _PARTS.match(text, other.end)


def _with_first(text: str, place: PlaceName) -> PlaceName:
    """A line with the division before its dash that the dictionary has no place by (神木—黄骅铁路)."""
    first = _FIRST.search(text, max(0, place.start - 5), place.start) if place.type in _LONG else None
    if first is None or first["name"] not in short_divisions().values:
        return place
    return replace(place, name=text[first.start() : place.end], start=first.start())


def _with_last(text: str, place: PlaceName) -> PlaceName:
    """A name with what ends it and no list has: 虹桥-嘉定-相城, 兰州—合作铁路, 浦东机场南侧区域."""
    if place.type in _DIVISIONS and (line := _LINE_TO.match(text, place.end)):
        return replace(place, name=place.name + line[0], type="corridor", end=line.end())
    if place.type in _DIVISIONS and (way := _WAY_TO.match(text, place.end)) and _is_end(way["last"]):
        return replace(place, name=place.name + way["to"], type="corridor", end=way.end("to"))
    if side := _SIDE.match(text, place.end):
        return replace(place, name=place.name + side[0], type="region", end=side.end())
    last = _LAST.match(text, place.end) if re.search(_LINK, place.name) else None
    return replace(place, name=place.name + last[0], end=last.end()) if last else place


def _is_end(name: str) -> bool:
    """Whether a way can lead to what is called so: a division, in short or in full."""
    return name in short_divisions().values or name in divisions().values


def _until(text: str, place: PlaceName, start: int) -> PlaceName:
    return replace(place, name=text[start : place.end], start=start)


def with_shared_heads(
    text: str, headed: Iterable[PlaceName], bare: Sequence[PlaceName]
) -> Iterator[PlaceName]:
    """
    The headed names, but where others before share the head (福州、泉州省级产业园) the division that they
    begin with: each is a place of its own then.
    """
    starts, ends = {one.start: one for one in bare}, {one.end: one for one in bare}
    for place in headed:
        own, before = starts.get(place.start), place.start - 1
        listed = before in ends and _LISTED.match(text, before)
        alike = own is not None and text[before - 1] == own.name[-1] and own.name[-1] in "区县市省州"
        wide = own is not None and own.type == "region" != place.type
        if place.type == "corridor" and _ENDS_WAY.search(text, max(0, place.start - 6), place.start):
            begun = _BEGINS_WAY.search(text, max(0, place.start - 12), place.start)
            # 清源至平阳高速 is a way; of 成都至西宁、至格尔木铁路 the last is only where one ends
            if begun:
                led = len(load_actions().verbs.at(begun["from"], 0))
                yield _until(text, place, begun.start("from") + led)
            elif own:
                yield own
            continue
        if own and _COUNTED_WAYS.search(place.name):
            yield own  # 黄冈四条城际铁路
            continue
        if cut := _GRADED.search(place.name) if place.type == "street" else None:
            yield replace(place, name=place.name[: cut.start()], end=place.start + cut.start())
            continue
        if own and own.type in _DIVISIONS and _SWALLOWED.fullmatch(text, own.end, place.end):
            yield own  # 芜湖省域副中心: what it is to be, and no name
            continue
        peers = own is not None and before in ends and ends[before].type == own.type
        model = peers and place.name.endswith(_MODELS) and not _FREE.search(place.name)
        shares = own is not None and (
            place.name.endswith("基地") or wide or alike or model or _RANKED.match(text, own.end)
        )
        yield own if own and own.end < place.end and listed and shares else place
