"""
Goals that are told of a place without a verb that acts: 平安云南建设扎实推进, 淮河流域水质持续改善,
使上海位于最安全城市之列, 在推动东北全面振兴取得新突破上勇于争先.
"""

from __future__ import annotations

import re

from analysis.judgements.action_lists import load_actions
from analysis.judgements.actions import Action
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_partners import clause_of
from analysis.judgements.place_shapes import BEGUN, list_around

_GOES_ON = re.compile(  # what is pushed on stands before
    "(?P<what>[^，,；;。]{2,60}?(?:建设|发展|振兴|改革|治理|保护|一体化|合作|融合|转型|更新|改造|整治|修复))"
    "(?:扎实|深入|全面|稳步|持续|加快|一体|向?纵深|有序|协同|统筹|高质量|高水平|不断|进一步){1,3}(?P<verb>推进|推动|实施|展开|加强|深化)$"
)
_PACE = re.compile(
    "(?P<what>[^，,；;。]{2,60}?(?:步伐|进程|速度))(?:明显|显著|进一步|全面|不断|持续){0,2}(?P<verb>加快)$"
)
_HURRIES = re.compile(  # 甲新城、乙大道等项目建设要加快进度
    "(?P<what>[^，,；;。]{2,60}?(?:建设|改造|工程|项目|开发))(?:要|应当?|须|必须)?(?P<verb>加快)(?:建设)?(?:进度|步伐|速度)$"
)
_GAINS = re.compile(  # a matter of a place's that is to get on
    "(?P<what>[^，,；;。]{2,60}?(?:建设|发展|振兴|改革|治理|保护|一体化|合作|融合|转型))"
    "(?P<verb>取得(?:新的?|重大|重要|更大|明显|显著|积极|实质性|决定性){0,2}(?:突破|进展|成效|成果|胜利))$"
)
_VIRTUES = "法治|平安|信用|诚信|清廉|数字|数智|智慧|健康|美丽|幸福|文化|人才|质量" + (
    "|善治|和谐|活力|书香|节水|无废|绿色|文明"
)
_CALLED = re.compile(  # 平安天津建设: what is built in a place, by its virtue
    f"(?P<what>(?:更高水平的?|更高质量的?)?(?:{_VIRTUES})[一-龥]{{2,8}}建设(?:目标|水平)?)"
    "(?:不断|持续|进一步|加快|全面)*"
    "(?P<verb>(?:达到|跃上|再上|迈上|迈向|登上|跨上|迈入|走向)[^，,；;。]{0,6}(?:水平|高度|台阶|阶段|层次|前列)"
    "|走在[^，,；;。]{0,4}前列|(?:实现|取得)新的?(?:突破|跨越|提升|进展|成效)|(?:再创|开创|呈现)[^，,；;。]{0,4}(?:佳绩|局面|气象|辉煌)"
    "|(?:如期|基本|全面)?(?:实现|建成)|提升|加强|深化)$"
)
_STEPS = re.compile(
    "(?P<what>[^，,；;。]{2,60}?(?:建设|发展|振兴|改革|治理|保护|一体化|合作|融合|转型|开放|开发|水平))"
    "(?P<verb>(?:再上|迈上|跃上|登上)新的?台阶|迈出(?:新的|坚实|更大|重大|实质性){1,2}步伐|开创新局面)$"
)
_REACHES = re.compile(  # a figure of a place's
    "(?P<what>(?!等|将|为|在|以|与|和)(?:(?![，,；;。为将把对])[一-龥A-Za-z0-9“”（）]){2,30}?)"
    "(?:年均|稳定|力争|累计|总体|基本|保持|继续){0,2}(?P<verb>达到|提高到|提升到|提升至|降至|降到|突破|超过|控制在|保持在|增长|增加|新增|下降)"
    "(?:[0-9０-９一二三四五六七八九十百千万两Ⅰ-Ⅴ]|百分之)[^，,；;。]{0,16}$"
)
_ALSO = re.compile("(?:等[一-龥]{0,4}?)?(?:[一二三两四五六七八九十]{1,2}[省市区县州地])?(?:分别|均|都)?")
_RISES = re.compile(  # what of a place is to become better
    "(?P<what>(?!等|将|为|在|以|与|和)(?:(?![，,；;。为将把对])[一-龥A-Za-z0-9“”]){1,24}?)"
    "(?:加快|持续|不断|基本|全面|进一步|稳步|初步|明显|显著|大幅|整体|根本|有效|切实|更好|得到|实现|稳定){1,3}"
    "(?P<verb>改善|提升|提高|增强|好转|优化|改观|建成|完善|巩固|向好|恢复|扩大|缩小|下降|降低|贯通|畅通|达标|形成|构建)$"
)
_LETS = re.compile("(?P<verb>使|让|推动使|确保让)(?!我们|大家|[得用])")
_BECOMES = re.compile("成为|[变建]成|变为")
_STANDS_OUT = re.compile(
    "(?:努力|奋力|要|必须|更好|继续){0,2}在(?P<what>[^，,；;。]{4,60}?)(?:[上中](?:勇|奋|争|走|当|展|实|继续|更好|率先|作|取得|迈出|开创))"
)


def goals(text: str, place: PlaceName, places: Places) -> list[Action]:
    """
    What a clause says a place is to come to, where nobody acts in it.

    Examples
    --------
    >>> huai = PlaceName("淮河流域", "water", 0, 4)
    >>> [one.written for one in goals("淮河流域水质持续改善，", huai, Places([huai]))]
    ['改善:水质']
    """
    first, last = list_around(text, place, places)
    begin, end = clause_of(text, first)[0], clause_of(text, last)[1]
    return (
        _let(text, begin, end)
        or _rising(text, begin, first, last, end)
        or _told(text, place, begin, end, _GAINS)
    )


def aims(text: str, place: PlaceName) -> list[Action]:
    """
    What a place is to gain where a clause says in what somebody is to stand out.

    Examples
    --------
    >>> text = "在推动东北振兴取得新突破上勇于争先。"
    >>> [one.written for one in aims(text, PlaceName("东北", "region", 3, 5))]
    ['推动:东北振兴取得新突破']
    """
    begin, end = clause_of(text, place)
    found = _STANDS_OUT.match(text, begin, end)
    if found is None or not found.start("what") < place.start < found.end("what"):
        return []
    verb = load_actions().verbs.at(found["what"], 0)
    what = found["what"][len(verb) :]
    acts = verb == "服务" or verb not in load_actions().nouns
    if len(verb) < 2 or not acts or len(what) <= len(place.name):
        return []
    return [Action(verb, what, 2, verb, begin, end)]


def going_on(text: str, place: PlaceName) -> list[Action]:
    """
    What is pushed on, where a clause tells it as a state that is to come.

    Examples
    --------
    >>> text = "更高水平的平安云南建设扎实推进。"
    >>> [one.written for one in going_on(text, PlaceName("云南", "province", 7, 9))]
    ['推进:更高水平的平安云南建设']
    """
    begin, end = clause_of(text, place)
    told = (_told(text, place, begin, end, one) for one in (_GOES_ON, _PACE, _STEPS, _CALLED, _HURRIES))
    return next(filter(None, told), [])


def _told(text: str, place: PlaceName, begin: int, end: int, pattern: re.Pattern[str]) -> list[Action]:
    """What stands before the verb of a clause, where a place is in it and nobody acts."""
    begun = BEGUN.match(text, begin, end)
    at = begun.end() if begun else begin
    found = pattern.fullmatch(text, at, end)
    lists = load_actions()
    verb = lists.verbs.at(text, at)
    if found is None or place.start >= found.end("what") or (len(verb) > 1 and verb not in lists.nouns):
        return []
    return [Action(found["verb"], found["what"], 2, found["verb"], begin, end)]


def _let(text: str, begin: int, end: int) -> list[Action]:
    """What something is to make possible (让长宁群众享有文化产品)."""
    lets = _LETS.match(text, begin, end)
    if lets is None or _BECOMES.search(text, begin, end):
        return []  # what it is to become is its role
    return [Action(lets["verb"], text[lets.end() : end], 2, lets["verb"], begin, end)]


def _rising(text: str, begin: int, first: PlaceName, last: PlaceName, end: int) -> list[Action]:
    """What of a place, or of all in a list that begins the clause, is to become better."""
    also = _ALSO.match(text, last.end, end)
    at = also.end() if also else last.end
    at += text.startswith("的", at)
    found = _RISES.fullmatch(text, at, end) or _REACHES.fullmatch(text, at, end)
    if found is None or not BEGUN.fullmatch(text, begin, first.start):
        return []
    return [Action(found["verb"], found["what"], 2, found["verb"], begin, end)]
