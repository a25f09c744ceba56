"""
How a place stands aside in a clause: something is done with it, from it or by it, and nothing for it
(加强与江苏合作, 从上海引进人才, 打造以武汉为中心的城市群).
"""

from __future__ import annotations

import re

from analysis.judgements.action_lists import load_actions
from analysis.judgements.actions import Action
from analysis.judgements.place_names import PlaceName
from analysis.judgements.register_lists import short_divisions

LISTED = "(?:(?:(?![和与及])[一-龥（）“”]){2,12}[、和与及]){0,5}"  # of places, before one that stands in it
_AUTHOR = re.compile(  # behind who makes or shows something: 中国式现代化安徽篇章, 具有长宁特色的改革
    "(?:(?:生动|新)?(?:实践|篇章|样板|样本|范例|方案|故事|答卷|智慧|力量|担当|贡献|元素)(?![中里上点区基])|作为(?=[、，,；;。和与]|$)"
    "|味[、的]|(?:特色|优势|特点|气派|韵味)的)"
)
_ASIDE = re.compile(f"(?:服务|辐射|支撑|引领|连接|联结|沟通){LISTED}$")  # before whom another serves
_OF_USE = re.compile("[^，,；。]{0,16}?(?:能力|功能|作用|能级|地位|水平|格局)(?:$|[，,；。])")
_NEAR = re.compile(  # who is dealt with, leaned on or learnt from, and is done nothing for
    "(?:毗邻|邻近|紧邻|比邻|背靠|对标|比照|参照|借鉴|学习|复制|接轨|媲美|对接|衔接|融入|面向|承接|会同|联合|携手|联手|引进|引入|链接|运用|来自|赴|前往|可达|立足服务"
    f"|(?<![自来增])从(?!莞|化|[一-龥]?高速)){LISTED}$"
)
_ENTERS = re.compile(
    "(?:接入|并入|汇入|入驻|登录|上线|归集[到至]|汇聚[到至]|上传[到至]?|用好|用足)$"
)  # before a platform
_PLATFORM = re.compile(
    "[一-龥“”]{0,16}?(?:平台|系统|网络|网)(?=[、，,；;。和与及]|$|开展|办理|推进|实现|发展)"
)
_ROUTE = re.compile(r"[一-龥]{0,4}?[到至]")  # behind 从: it says from where to where a line goes
_SENDS = re.compile(
    "[^，,；。向到]{0,8}[向到][^，,；。]{1,30}(?:转移|疏解|投资|流动|溢出|布局)"
)  # behind where it comes from
_HELPS = re.compile(  # behind who helps another: 沪苏浙城市结对帮扶皖北
    "[^，,；。、]{0,12}(?:帮扶|支援|援助|援建)(?!合作|协作|力度|工作|机制|任务|资金|项目|政策|协作|[的和与、，。；])[一-龥]{2}"
)
_LEAVES = re.compile(
    "[^，,；。]{0,4}(?:转移?|疏解|迁移?|流|输|扩散)(?:到|至|向|往|入|进)"
)  # behind 由 and a place: where it came from
_OF_SPEECH = re.compile("[^，,；。]{0,8}的?重要(?:讲话|指示|批示)")  # behind whom a speech was about
_TOOL = re.compile(  # by what something is done, and not where
    "(?:[、和与及](?:(?![和与及等])[一-龥]){2,12})*(?:等[一-龥]{0,6})?为(?:抓手|纽带|支撑|依托|引领|龙头|载体|契机|牵引|底蕴|参照|突破)"
)
_WITH = re.compile("(?<![协共合相不会一等])[与同](?![期步样时志胞业城类意际此其])")
_TOGETHER = re.compile(
    "合作|协作|协同|联动|对接|交流|往来|互动|联通|共同|联合|共建|共享|共商|携手|衔接|各扬|一道|结对|互利|联系|融合|通办|直联|直通|通勤|互认|互通|互联"
)
_GENERIC = (
    "示范区",
    "园区",
    "郊区",
    "城区",
    "中心城",
    "功能区",
    "城镇",
    "网络",
    "开发区",
    "各地",
    "枢纽",
    "港口",
    "企业",
    "高校",
)  # no place's name
_PAIRED = "对口"
_OURS = re.compile("[我本全][省市区县州]$")
_AS = re.compile("(?:(?<![可予加得难给足])以|^以)(?![及下内外来]|上(?!海))")
_REACHES = (
    "(?:立足|面向|协同|辐射|服务|背靠|联通|对接|依托|链接|连接|贯通|通达|引领|支撑|覆盖)"
    "(?:(?!设立|建设|打造|发展)[^，,；;。、的]){2,12}"
)
_DESCRIBES = re.compile(f"(?:{_REACHES}、){{1,4}}{_REACHES}的")  # 立足湾区、协同港澳、面向世界的平台
_OUTWARD = frozenset(("对接", "融入", "服务和融入", "接轨", "衔接", "参与", "融合"))
_DOERS = frozenset(
    ("协同", "会同", "组织", "动员", "发动", "号召")
)  # who helps or takes part, and is not helped
_ENDS = re.compile(
    "(?:[、和与及](?:(?![和与及等])[一-龥]){2,8}){0,20}(?:等[一-龥]{0,3})?$"
)  # behind the last of a list
_DRAWN_ON = re.compile(
    "(?:充分|积极|进一步|更好)*(?:利用|运用|借助|依托|凭借|通过|根据|以(?![及下内外来]|上(?!海)))"
)
_GROUNDS = ("zone", "park", "hub")  # on which something can stand: 依托虹桥商务区发展航空服务业
_AT = re.compile(  # from a ground to the verb of what is done there
    "(?:[、和与及](?:(?![、和与及等])[一-龥]){2,12}){0,6}(?:等[一-龥]{0,6})?(?:建设|开发)?(?:加快|大力|积极|重点|集中)?"
)
_SPREADS = re.compile("推广|学习|借鉴|复制")
_LEARNT = re.compile("[^，,；。]{0,24}(?:经验|模式|做法)")
_VERBS = range(4, 0, -1)  # characters of a verb or manner before 与
CLAUSE_END = re.compile(r"[，,；;。！？：:→]")
FAR = 60  # characters around a place in which its clause lies


def clause_of(text: str, place: PlaceName) -> tuple[int, int]:
    """Where the clause of a place begins and ends, in a bounded stretch around it."""
    floor = max(0, place.start - FAR)
    begin = max((found.end() for found in CLAUSE_END.finditer(text, floor, place.start)), default=floor)
    stop = CLAUSE_END.search(text, place.end, place.end + FAR)
    return begin, stop.start() if stop else min(len(text), place.end + FAR)


def is_partner(text: str, place: PlaceName, home: str) -> bool:
    """
    Whether something is done together with a place: 加强与江苏的合作, but not 推动苏州与无锡协同发展.

    Examples
    --------
    >>> jiangsu = PlaceName("江苏", "province", 5, 7)
    >>> is_partner("深化上海与江苏合作。", jiangsu, "上海市"), is_partner("深化上海与江苏合作。", jiangsu, "")
    (True, False)
    """
    begin, end = clause_of(text, place)
    if place.type == "province" and _WITH.match(text, place.end) and _is_above(text, place, end, home):
        return True
    joins = list(_WITH.finditer(text, begin, place.start))
    if not joins or not _TOGETHER.search(text, place.end, end) or _WITH.match(text, place.end):
        return False
    between, lead = text[joins[-1].end() : place.start], text[begin : joins[-1].start()]
    listed = between.rpartition("、")[2]
    if "的" in between or _TOGETHER.search(listed) or load_actions().verbs.at(listed, 0):
        return False
    if lead.endswith(_GENERIC):
        return True
    paired = _PAIRED in text[place.end : end] and not _ends_with_province(lead)
    return _is_led(lead) or paired or _is_ours(lead, home)


def _is_led(lead: str) -> bool:
    """Whether nobody stands before 与: a clause begins there, or a verb or manner leads to it."""
    lists = load_actions()
    known = (lists.verbs.values, lists.manners.values)
    return not lead or lead[-1] in "、—" or any(lead[-size:] in words for size in _VERBS for words in known)


def _is_ours(lead: str, home: str) -> bool:
    return bool(_OURS.search(lead)) or (bool(home) and lead.endswith((home, home[:-1])))


def _is_above(text: str, place: PlaceName, end: int, home: str) -> bool:
    """Whether a province that is not the document's is paired with one of its cities (上海与六安对口合作)."""
    other = text[place.end + 1 : end]
    lower = short_divisions().values.get(short_divisions().at(other, 0), "province") != "province"
    return lower and _PAIRED in other and not (home and home.startswith(place.name))


def _ends_with_province(lead: str) -> bool:
    return any(short_divisions().values.get(lead[-size:]) == "province" for size in (2, 3))


def is_means(text: str, place: PlaceName) -> bool:
    """
    Whether a place only describes by what something is done (以疏解北京功能为重点推进协同) or what is done
    (打造以武汉为中心的城市群). What is done 以武汉为重点 is done there.
    """
    begin, end = clause_of(text, place)
    opened = max((found.end() for found in _AS.finditer(text[begin : place.start])), default=-1)
    as_ = text.find("为", place.end, end)
    if opened < 0 or as_ < 0 or "为" in text[begin + opened : place.start]:
        return False
    if _TOOL.match(text, place.end, end):
        return True
    whole = re.fullmatch(LISTED, text[begin + opened : place.start])
    return whole is None or "的" in text[as_ : min(end, as_ + 8)]


def leans_on(text: str, place: PlaceName) -> bool:
    """Whether a verb or 从 right before a place, or the list that it stands in, makes it no one's gain."""
    if _AUTHOR.match(text, place.end) or _is_served(text, place):
        return True
    if _HELPS.match(text, place.end) or _is_platform(text, place):
        return True
    row = _DESCRIBES.search(text, max(0, place.start - FAR), place.end + FAR)
    if row and row.start() < place.start < row.end():
        return True
    if _SENDS.match(text, place.end) or _OF_SPEECH.match(text, place.end):
        return True
    if _LEAVES.match(text, place.end) and text[place.start - 1 : place.start] in ("由", "从"):
        return True
    found = _NEAR.search(text, max(0, place.start - FAR), place.start)
    return found is not None and not (found[0].startswith("从") and _ROUTE.match(text, place.end))


def _is_platform(text: str, place: PlaceName) -> bool:
    """Whether a place begins the name of a platform that is only used or joined (入驻江苏工业互联网平台)."""
    led = _ENTERS.search(text, max(0, place.start - 4), place.start)
    return led is not None and bool(_PLATFORM.match(text, place.end))


def _is_served(text: str, place: PlaceName) -> bool:
    """Whether a place tells what another is good for: 提升服务长三角的能力, 发挥虹桥引领长三角开放的作用."""
    before = _ASIDE.search(text, max(0, place.start - FAR), place.start)
    return (
        before is not None
        and before.start() > 0
        and bool(_OF_USE.match(text, place.end))
        and (text[before.start() - 1] not in "，,；。：:")
    )


def is_outward(text: str, place: PlaceName, action: Action) -> bool:
    """Whether an action lets the document's place join another (对接京津冀协同发展) or learn from it."""
    verb = text.find(action.verb, action.start, place.end + len(action.verb))
    if place.start < verb < place.end:
        return True  # 长三角一体化发展示范区取得突破: a part of the name is no verb
    if verb == place.end and text[place.start - 1 : place.start] in ("对", "为"):
        return True  # 对辽宁振兴发展的指示: what follows is of the place, and no verb
    if not 0 <= verb < place.start:
        return _is_drawn_on(text, place, action)
    learnt = _SPREADS.search(action.verb) and _LEARNT.match(text, place.end)
    helps = action.verb in _DOERS and _ENDS.match(action.object.rpartition(place.name)[2])
    return action.verb in _OUTWARD or bool(helps or learnt) or _is_made_of(text, place, action)


def _is_drawn_on(text: str, place: PlaceName, action: Action) -> bool:
    """Whether a place is behind what is only used for an action (利用海南天然气建设基地)."""
    begin, end = clause_of(text, place)
    verb = text.find(action.verb, place.end, end)
    used = _DRAWN_ON.match(text, begin, place.start)
    if used is None or verb < 0 or "为" in text[place.end : verb]:
        return False
    return not (place.type in _GROUNDS and _AT.fullmatch(text, place.end, verb) and used[0].endswith("依托"))


def _is_made_of(text: str, place: PlaceName, action: Action) -> bool:
    """Whether a place only tells what another is made into: 把商洛建成秦岭康养基地."""
    behind = text.find(action.verb, action.start, place.start) + len(action.verb)
    handled = re.search("[把将]", text[action.start : action.start + FAR])
    into = any(mark in text[behind - 1 : behind + 1] for mark in "成为")
    return bool(handled and into and action.object) and place.name not in action.object
