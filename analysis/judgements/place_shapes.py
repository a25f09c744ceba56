"""
What a promise to a place is where the clause puts it otherwise than verb and object: what is spent on places
(资金用于中西部地区), a product that is to grow (生产总值翻两番), several of one kind that are formed.
"""

from __future__ import annotations

import re

from analysis.judgements.actions import Action
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_partners import LISTED, clause_of

_MANNERS = "(?:继续|进一步|更多|更加|重点|主要|优先|全部|集中|要|将|应当|应|必须|都|也|还|同时)*"
_SPENT = re.compile(
    f"(?P<what>(?!引导|鼓励|推动|促进|支持|动员|把|将|使)[^，,；;。]{{2,40}}?){_MANNERS}(?P<verb>用于|用在|用到|投向|投入到?|投放到?|安排给|分配给){LISTED}$"
)
_LAST = re.compile(
    "(?:[、和与及](?:(?![、和与及])[一-龥]){2,8}){0,6}?(?:等?[一-龥]{0,3}(?:地区|省区|省份|县市|市县))?$"
)
_LEANS = re.compile(
    f"(?P<what>[^，,；。]{{0,30}}?)(?:继续|进一步|更多|重点|优先|要|将|应当|应|必须|也|还)*向{LISTED}$"
)
_INCLINES = re.compile(
    "(?:[、和与及](?:(?![和与及])[一-龥]){2,8})*?(?:等[一-龥]{0,4}|[两三四五六七][省市区县州地])?倾斜"
)
_GROWS = re.compile(
    "(?P<what>(?:人均|地区|区域|全部)?(?:国民)?(?:生产总值|经济总量|产值|总产值))"
    "(?:[^，,；;。]{0,16}?)(?P<verb>(?:实现)?翻[一两三]?番)"
)
_FORMS = re.compile("(?:(?:逐步|初步|基本|加快|努力|着力|重点)?(?:形成|建成))$")
_NAMES = re.compile("(?<=[形建]成)(?:[一-龥]{2,4}[、和]){1,6}$")
_SEVERAL = re.compile("等?[两二三四五六七八九]{1,2}[个大]")
_IN_NOUN = re.compile(
    "增加[值额量]|发展中国家|管理[局处者]|服务[业商员]|建设[者厅局]|发展改革|规划[局院]|保护[区地]|监管局|生产总值|开发[区商]"
)
_ALSO = re.compile(
    "(?:[、和与及][一-龥]{2,8})?等(?:[0-9一二两三四五六七八九十百]{1,5}[个大])?(?:重点)?(?:地区?|区域|城市|[省市县区])?"
)  # behind a list of places
_AIMS = re.compile("用于|用在|用到|投向|投入到?|投放到?|安排给|分配给")
BEGUN = re.compile(
    r"(?:到|至)?(?:20\d\d年|[一二三四五六七八九十]{1,3}五)?(?:底|末|前|时|期末)?(?:[一二三四五六七]是)?(?:力争|争取|努力|确保|实现|推动|促进|使|让)?"
)
_COMES = re.compile(  # what comes of a place, or of what is its
    "(?:随[一-龥]{2,8}?(?=建成))?(?P<what>(?![的等、和与及为将在以随]|打造|创建)(?:(?![，,；;。为将把对])[一-龥A-Za-z0-9]){0,20}?)"
    "(?:加快|持续|不断|基本|全面|全线|顺利|如期|进一步|稳步|初步|明显|显著|更好){0,2}"
    "(?P<verb>(?:启动|运营)(?=$)|建成运营|投入使用|投入运营|建成通车|建成投用|建成投产|通车|投用|投产|投运|开通|竣工|开工|成型|落地|见效|崛起|提速|提质|向好"
    "|取得(?:新的?|重大|重要|更大|明显|显著|积极|实质性)?(?:突破|进展|成效))"
)
_MOST = 40  # places of a list


_BREAKS = re.compile(  # what a place is to get on with: 铁西区要在引进项目上取得新突破
    "(?:、[^，；。]{2,40})?(?:等[^，；。]{0,6})?(?:要|应|必须|力争|争取|努力)在(?P<what>[^，；。]{2,24})[上中](?P<verb>取得[^，；。]{0,4}(?:突破|成效|进展))"
)


_OTHERS = re.compile(
    "(?:[、和与](?:(?![、和与路道街河湖区园城市县镇港])[一-龥]){1,7}[路道街河湖区园城市县镇港](?!流域)){1,5}"
)
_LIST_BEFORE = re.compile("(?:(?:(?![和与])[一-龥]){2,8}[、和与]){1,6}")


def come(text: str, place: PlaceName) -> list[Action]:
    """
    What a clause that begins with a place says will come of it, or of a thing of its.

    Examples
    --------
    >>> text = "力争昆明机场东跑道投入使用。"
    >>> [one.written for one in come(text, PlaceName("昆明机场", "hub", 2, 6))]
    ['投入使用:东跑道']
    """
    begin, end = clause_of(text, place)
    opened = BEGUN.match(text, begin, place.start)
    led = opened.end() if opened else begin
    listed = led == place.start or _LIST_BEFORE.fullmatch(text, led, place.start)
    if breaks := _BREAKS.fullmatch(text, place.end, end):
        return [Action(breaks["verb"], breaks["what"], 2, breaks["verb"], begin, end)]
    others = _OTHERS.match(text, place.end, end)
    found = _COMES.fullmatch(text, others.end() if others else place.end, end)
    if found is None or not listed:
        return []
    if found["verb"].startswith("取得") and not found["what"]:
        return []  # it says nothing of the place but that it gets on
    return [Action(found["verb"], found["what"] or place.name, 2, found["verb"], begin, end)]


def spent(text: str, place: PlaceName) -> list[Action]:
    """
    What is spent on or turned to a place that ends its clause; nobody's where the clause does not say what.

    Examples
    --------
    >>> west = PlaceName("中西部地区", "region", 12, 17)
    >>> [one.written for one in spent("百分之六十以上的资金用于中西部地区。", west)]
    ['用于:百分之六十以上的资金']
    """
    begin, end = clause_of(text, place)
    found = _SPENT.fullmatch(text, begin, place.start)
    if found is None or not _LAST.fullmatch(text, place.end, end):
        return []
    return [Action(found["verb"], found["what"], 2, found["verb"], begin, end)]


def inclined(text: str, place: PlaceName) -> list[Action]:
    """
    What is turned to a place.

    Examples
    --------
    >>> text = "资金继续向中西部地区倾斜。"
    >>> [one.written for one in inclined(text, PlaceName("中西部地区", "region", 5, 10))]
    ['倾斜:资金']
    """
    begin, end = clause_of(text, place)
    what, inclines = _LEANS.fullmatch(text, begin, place.start), _INCLINES.match(text, place.end, end)
    if what is None or inclines is None:
        return []
    turned = what["what"] or text[inclines.end() : end]
    return [Action("倾斜", turned, 2, "倾斜", begin, end)]


def grown(text: str, place: PlaceName) -> list[Action]:
    """
    What of a place is to double.

    Examples
    --------
    >>> [one.written for one in grown("合肥生产总值翻两番。", PlaceName("合肥", "prefecture", 0, 2))]
    ['翻两番:生产总值']
    """
    begin, end = clause_of(text, place)
    found = _GROWS.match(text, place.end, end)
    return [Action(found["verb"], found["what"], 2, found["verb"], begin, end)] if found else []


def formed_together(text: str, place: PlaceName, places: Places) -> list[Action]:
    """
    What several places in a row are formed as (形成芜湖、蚌埠两个基地).

    Examples
    --------
    >>> wuhu, bengbu = PlaceName("芜湖", "prefecture", 2, 4), PlaceName("蚌埠", "prefecture", 5, 7)
    >>> here = Places([wuhu, bengbu])
    >>> [one.written for one in formed_together("形成芜湖、蚌埠两个基地。", bengbu, here)]
    ['形成:芜湖、蚌埠两个基地']
    """
    first, last = list_around(text, place, places)
    begin, end = clause_of(text, first)[0], clause_of(text, last)[1]
    names = _NAMES.search(text, max(begin, first.start - _MOST), first.start)  # that no list has
    at = names.start() if names else first.start
    forms = _FORMS.search(text, begin, at)
    if forms is None or (first == last and not names) or not _SEVERAL.match(text, last.end, end):
        return []
    return [Action("形成", text[forms.end() : end], 2, "形成", begin, end)]


def list_around(text: str, place: PlaceName, places: Places) -> tuple[PlaceName, PlaceName]:
    """
    The first and the last place of the list that a place stands in.

    Examples
    --------
    >>> one, two = PlaceName("芜湖", "prefecture", 0, 2), PlaceName("蚌埠", "prefecture", 3, 5)
    >>> [found.name for found in list_around("芜湖、蚌埠。", one, Places([one, two]))]
    ['芜湖', '蚌埠']
    """
    near = places.between(place.start - 8 * _MOST, place.end + 8 * _MOST)
    at = near.index(place)
    first = last = at
    while first > 0 and _is_next(text, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _is_next(text, near[last], near[last + 1]):
        last += 1
    return near[first], near[last]


def _is_next(text: str, one: PlaceName, other: PlaceName) -> bool:
    return other.start == one.end + 1 and text[one.end] in "、和与及"


def begins_noun(text: str, at: int) -> bool:
    """
    Whether a noun begins at a place of a text that begins as a verb does.

    Examples
    --------
    >>> begins_noun("服务业开放", 0), begins_noun("服务企业", 0)
    (True, False)
    """
    return bool(_IN_NOUN.match(text, at))


def aims_only(action: Action, place: PlaceName) -> bool:
    """
    Whether an action says only where something goes, and not what.

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> text = "用于中西部地区。"
    >>> [aims_only(one, PlaceName("中西部地区", "region", 2, 7)) for one in actions(text)]
    [True]
    """
    return action.object == place.name and bool(_AIMS.fullmatch(action.verb))


def behind_list(text: str, place: PlaceName, places: Places) -> int:
    """Where the list of places ends that a place stands in.

    Examples
    --------
    >>> one = PlaceName("芜湖", "prefecture", 1, 3)
    >>> behind_list("在芜湖等市建设。", one, Places([one]))
    5
    """
    at = place.end
    for other in places.behind(place.start):
        if other.start != at + 1 or text[at] not in "、和与及":
            break
        at = other.end
    also = _ALSO.match(text, at)
    return also.end() if also else at
