"""
Why a row of the table of places may be wrong, by how the sentence names the place.

What a row says is read from its sentence by rules, and some ways of writing carry them better than others.
Where the action itself names the place (推进虹桥商务区建设) and nothing hangs on the name, a row is right far
more often than where the name runs on, or where the promise stands in another part of the sentence. The
reason is told with the row: whoever counts can leave such rows out, and whoever reads knows where to look
twice.
To leave open what is likely wrong is an old way to fewer errors (Chow 1970).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_runs import is_fronted, words_before
from analysis.judgements.register_lists import divisions, short_divisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.judgements.place_names import PlaceName

UNSAID, MORE = "unsaid", "more"
DOUBTS = (UNSAID, "class", "aim", "apart", "inside", "cut", "joined", "again", MORE)
_CLASS = re.compile(  # of places, and no place's own name
    "(?:革命老区|老区|(?:边远|偏远|边疆|边境|少数|民族|深度|集中|连片|特困|贫困|沿海|沿边|内陆|欠发达|困难|艰苦){1,4}地区|山区|林区|牧区|库区|城区|主城区|老城区)"
)
_AIM = re.compile("(?:[一-龥]{0,4}(?:成为|建成|争创|创建|申报|申创|争取))")  # 成为:国家级示范区
_BARE = frozenset(("province", "prefecture", "county", "division", "region", "area", "water"))
_LEVELS = frozenset(("province", "prefecture", "county"))
_LEVEL = re.compile("[省市区县州盟旗]$|自治|地区$")
_RUNS_ON = re.compile("[·•—－–~～-]")  # whatever the place is
_ENDS_WAY = re.compile("[至到]$")  # a place where a way ends, and nothing is done
_WAY_TO = re.compile(
    "[至到](?:(?![，；。])[一-龥、]){2,60}?(?:铁路|高铁|公路|高速|城际|轨道|快速路|航线|管道)"
)
_OF_ONE_KIND = re.compile(  # 福州、厦漳泉两大都市区: each is the front of a longer name
    "(?:[、和与](?:(?![、，；。和与])[一-龥]){2,6}?){1,5}[两三四五六]大(?:都市[区圈]|城市群|经济[区圈带]|组团|片区)"
    "|[、和与][一-龥]{2,4}双城经济圈|(?:[、和与](?:(?![、，；。和与])[一-龥]){2,5}?){1,5}(?<![省市区县])(?:经济(?:技术)?开发区|经开区|高新区|高新技术(?:产业)?开发区|综合保税区|综保区|保税港?区"
    "|机场|航空港)(?![一-龥]{0,4}[、和与])"
)
_DASHED = re.compile("[—－–~～-]")
_CUT = re.compile("[—－–～~经-](?=[一-龥]{2,})")  # the front of a way is missing
_PIPES = re.compile("(?:(?![、，；。的和与及])[一-龥]){0,6}(?:管道|管线|航线|班列|列车|通道|铁路)")
_NAME = re.compile("[一-鿿“（A-Za-z0-9]")
_NO_NAME = re.compile("[的和与及或等在是为将要应须已向对到至把被从由以各两三四有]|全[省市区县境域]|地区|境内")
_CLOSED = re.compile("地区$|区域$|沿线$|沿岸$|两岸$|^..[河湖江溪]$")  # a name that is at its end
_ABSTRACT = re.compile(  # what a place has or undergoes, up to where that ends
    "(?:(?![、，；。的和与及等“”])[一-龥]){0,14}?(?:改革|试点|保护|修复|治理|作用|一体化|优势|水平|能力|市场|工作|政策|发展|精神)"
    "(?=[、，；。等和与及]|$)"
)
_OWN = re.compile(  # what a place has, and what is no part of a name
    "城市(?!群|圈|带|广场|公园|轨道)|区位|市民|群众|居民|人民(?!公园|广场|路)|百姓|优势|经济社会|农村|农业(?!大学|园)|生态环境|水环境"
    "|水质|水生态|水污染|干流|支流|上游|中下游|下游|航道|岸线|防洪|堤防|禁捕|禁渔|形象|知名度|品质|影响力|竞争力|水系|全域|籍"
)
_WHERE = re.compile("[在来到赴至]$")  # before a place: what follows is done there
_JOINED = re.compile("[和与及的]")
_HANDLED = re.compile("[将把](?:(?:(?![，；。将把])[一-龥、]){2,30}[、和与])?$")  # 将九江|建成节点城市
_LIST = 40  # characters before a place in which its list begins
_OVER = re.compile("[、，,；;。！）和与及等的]|$")
_CLAUSE = re.compile("[，；;。]")
_WORD = 2  # characters of a verb, at least


def doubt_of(text: str, found: Sequence[PlaceName], acted: Sequence[str], *, role: bool, told: str) -> str:
    """
    Why a row may be wrong: one of `DOUBTS`, or empty where nothing speaks against it.

    `found` are the place's mentions in the sentence, `acted` the row's actions, `role` whether it has one,
    `told` its mode.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> here = [PlaceName("上海", "province", 2, 4)]
    >>> for text in ("推进上海建设。", "推进上海科创中心建设。"):
    ...     print(doubt_of(text, here, ["推进:" + text[2:-1]], role=False, told="forward") or "-")
    -
    inside
    """
    if told == "other" or (told == "forward" and not (acted or role)):
        return UNSAID
    ahead = told == "forward"
    if _CLASS.fullmatch(found[0].name):
        return "class"
    if acted and all(_AIM.fullmatch(one.removesuffix(f":{found[0].name}")) for one in acted):
        return "aim"
    titled = any(text[one.end : one.end + 1] in tuple("：:→") for one in found)
    made = role and any(_is_handled(text, one) for one in found)
    if ahead and not (titled or made or any(found[0].name in one for one in acted)):
        return "apart"
    if any(runs_on(text, one) for one in found):
        return "inside"
    if any(is_fronted(text, one) or _CUT.match(text, one.start - 1) for one in found if one.start):
        return "cut"
    if any(_JOINED.match(text, one.end) for one in found):
        return "joined"
    if len(found) > 1:
        return "again"
    return MORE if ahead and tells_more(text, found[0], acted) else ""


def runs_on(text: str, place: PlaceName) -> bool:
    """
    Whether a name goes on behind its end: it may be no place there, but the front of a longer name.

    A name that is known by itself runs on into a noun (珠江科技新星), or into a verb that no clause is led to
    by (组建杭州出版总社, and not 支持杭州出版).
    """
    known = any(place.name in one().values for one in (divisions, short_divisions))
    if place.type in _LEVELS and not known and not _LEVEL.search(place.name):
        return True
    if _ENDS_WAY.search(text, max(0, place.start - 1), place.start) or _WAY_TO.match(text, place.end):
        return True
    if place.type in _LEVELS and _OF_ONE_KIND.match(text, place.end):
        return True
    if _DASHED.search(place.name) and text.startswith("段", place.end):
        return True
    if _RUNS_ON.match(text, place.end) or (_DASHED.search(place.name) and _PIPES.match(text, place.end)):
        return True
    if place.type not in _BARE or _NO_NAME.match(text, place.end) or not _NAME.match(text, place.end):
        return False
    if (
        _CLOSED.search(place.name)
        or _ABSTRACT.match(text, place.end)
        or _OWN.match(text, place.end)
        or _WHERE.search(text, max(0, place.start - 1), place.start)
    ):
        return False
    lists = load_actions()
    at = place.end + len(lists.manners.at(text, place.end))
    verb = lists.verbs.at(text, at)
    if len(verb) < _WORD:
        return True
    led = next((one for one in words_before(text, place.start) if one in lists.verbs.values), "")
    leads = _is_handled(text, place) or (bool(led) and lists.takes(led) == "clause")
    begins = not place.start or bool(_CLAUSE.match(text, place.start - 1))
    return not (leads or begins or _OVER.match(text, at + len(verb)))


def _is_handled(text: str, place: PlaceName) -> bool:
    """Whether 将 or 把 leads to a place, of a list to any of it: what follows is what it is made into."""
    return bool(_HANDLED.search(text, max(0, place.start - _LIST), place.start))


def tells_more(text: str, place: PlaceName, acted: Sequence[str]) -> bool:
    """
    Whether the clauses behind may tell more of a place: its own is the first of the sentence's part, and none
    of its actions stands behind it.
    """
    begin = max(text.rfind(mark, 0, place.start) for mark in "；;。") + 1
    end = next((at for at in range(place.end, len(text)) if text[at] in "；;。"), len(text))
    comma = text.find("，", place.end, end)
    if comma < 0 or "，" in text[begin : place.start]:
        return False
    return all(place.name in one for one in acted)
