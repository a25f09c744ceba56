"""What kind of quantity it is, and whether it tells of a rise or fall, by its unit and the clause before."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from analysis.judgements.quantity_units import TIME

Kind = Literal["date", "period", "count", "proportion", "growth", "rank", "name"]
Direction = Literal["up", "down", "level", ""]

_WINDOW = 60  # characters before a number in which its verb is looked for
_STOPS = re.compile("[，。；：！？,;（(]")
_UP = (
    "增长|增加(?!值)|提高|提升|上升|上涨|上浮|上调|回升|扩大|涨|递增|翻|加快|"
    "(?<!新)增(?=[^加长值量收产资速幅设强进持至到])"
)
_DOWN = (
    "下降|降低|减少|节约(?![集型用能])|缩减|削减|裁减|压减|压缩|压降|精简|回落|下调|下浮|递减|缩短|收窄|"
    "减(?=[^排碳税按])|降(?=[^水雨准本])"
)
# What is done away with: the verb may stand before what it is done to (取消审批事项500项).
_REMOVED = (
    "减少|压减|削减|缩减|裁减|精简|压缩|压降|减排|取消|淘汰|关停|清退|退出|撤销|撤并|化解|核减|"
    "降低(?!到)|减免"
)
_LEVEL = "持平|零增长"
_RATE = "增速|增长率|增幅|涨幅|增长速度|降幅|跌幅|增长目标|年均增长"
_CHANGE = re.compile(f"(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<level>{_LEVEL})")
_CHANGED_BY = re.compile(f"(?:(?P<up>{_UP}|增产)|(?P<down>{_DOWN}|减产))了?(?=0$)")  # 0 stands for the number
_DONE_TO = re.compile("提[升高]|扩大|加快")  # 提升100所学校 makes nothing more
_THINGS = re.compile("(?!以[上下内]|左右|[和至到])[一-鿿]")
# Projects that are begun or done; what stands before 等 names some of them: 压缩机等10个项目|投产.
_COMES = re.compile(
    "[^，。；、]{0,12}?(?:[动开完竣]工|投[产用运]|落[地户]|建[成设]|签约|结题|验收|开放|开园|启动|启用|并网|下线|上线)"
)
_ITEM = re.compile("[、和及与]")
_AND_REMOVED = re.compile(f"^[^，。；、]{{0,6}}?(?:{_REMOVED})(?![到至为率])")
_AND_MADE = re.compile(
    "^(?:新|建|培育|增加|完成|实施|设立|改造|推[进动出]|开展|安排|落实|提高|提升|发放|引进)|投入|建成|新增"
)
_HELD = re.compile(
    "占|比重|比例|率(?!先|领)|达|到(?!位)|至(?!少)|为(?![了主])|控制在|保持在|稳定在|覆盖|完成"
)
_OF_RATE = re.compile(_RATE)
_FALLING_RATE = re.compile("降幅|跌幅|下降率")
_BEHIND = re.compile(
    "(?:左右|以上|以内)?的?(?:(?:年均|平均|目标|预期)*(?:增长(?![点极到至])|增速|增幅|速度)|涨幅)"
)
_FALLEN = re.compile("(?:左右|以上|以内)?的?(?:降幅|下降(?![到至为]))")
_APART = re.compile(
    "(?:[高低快慢优]于|高出|领先|好于)[^，]{0,14}$|(?<![占之])[比较](?![例重率])[^，]{2,14}(?<![提降])[高低快慢]$"
)  # how far one is from another
_EACH = re.compile("每(?:[十百千万]|\\d{1,4}[百千万]?(?:人|名|户|平方公里))")
_PARENTHESIS = re.compile("[（(][^（()）]{1,12}[)）]")
# A level that is told as so many times another (是全国平均的1.5倍), and no change (提高到原来的2倍).
_OF_ANOTHER = re.compile(
    "(?:[是为达到]|相当于)[^，]{2,20}(?<!原来)(?<!上年)(?<!去年)(?<!同期)(?<!年)(?<!时)(?<!期)(?<!末)(?<!前)的$"
)
_BARE_RATIO = re.compile("(?:之比|比值|收入比|系数|倍差)[^，、]{0,14}$")
# What a short verb says of the number right behind it: 提速30%, 节能15%.
_SHORT = re.compile(
    "(?:(?P<up>提速|增收|增产|增效)|(?P<down>降本|降耗|节能|节水|节电|节地|减排|减产|减负))(?=0$)"
)
# What has got better by so much: less where less is better, more where more is.
_BETTER = re.compile("(?:改善|好转|优化)了?$")
_LESS_IS_BETTER = re.compile(
    "浓度|噪声|污染|高锰酸盐|负债|不良|线损|能耗|物耗|时延|赤字|逆差|死亡|事故|失业|(?:空气|水质|环境)[^，]{0,6}指数"
)
_MORE_IS_BETTER = re.compile("优良|得分|评分|满意|达标|合格|[良好]率|完好")
_TIME = re.compile(TIME)
_TIMES = ("倍", "番")
# Units in which things are listed, not measured, where they are few.
_LISTED = ("", "方面", *"大项个级类种方者国手支步轮岸面股")
_REFERRED_TO = tuple("件次档省角")  # and where they are few and in Chinese numerals (两件大事)
_FEW = 10
_DIGIT = re.compile(r"\d")
_SAID_ALONE = re.compile("[百千万亿]+")
_POINTS = ("个百分点", "百分点", "个点")


class Judged(NamedTuple):
    """The kind of a quantity and its direction."""

    kind: Kind
    direction: Direction = ""


def judged(unit: str, before: str, behind: str) -> Judged:
    """
    The kind of a quantity with its `unit` (``ratio`` of a share), by what stands before and behind it.

    Examples
    --------
    >>> judged("ratio", "地区生产总值增长", "左右"), judged("ratio", "毛入学率提高到", "以上")
    (Judged(kind='growth', direction='up'), Judged(kind='proportion', direction=''))
    >>> judged("年", "近", ""), judged("人", "累计培训", "。")
    (Judged(kind='period', direction=''), Judged(kind='count', direction=''))
    """
    clause = _clause(_PARENTHESIS.sub("", before))
    if unit in _TIMES and _OF_ANOTHER.search(clause):
        return Judged("proportion")
    if unit in _TIMES:
        return Judged("growth", _direction(clause) or "up")
    if unit == "ratio" or unit in _POINTS:
        return _share(clause, behind, points=unit in _POINTS)
    if unit and _TIME.fullmatch(unit):
        return Judged("period")
    shared = (_EACH.search(clause) and "岁" not in unit) or (not unit and _BARE_RATIO.search(clause))
    return Judged("proportion") if shared else Judged("count", _way(clause, behind))


def _way(clause: str, behind: str) -> Direction:
    """Whether a count is of what has come or gone: told right before it, or by a verb that opens its list."""
    changed = _CHANGED_BY.search(f"{clause}0")
    if changed and _DONE_TO.match(changed[0]) and _THINGS.match(behind):
        return ""
    examples = clause.endswith("等") and _COMES.match(behind)
    return _name(changed) if changed else "down" if _is_removed(clause) and not examples else ""


def _is_removed(clause: str) -> bool:
    """Whether a clause opens with what is done away with, and no later item of its list with another verb."""
    for item in reversed(_ITEM.split(clause)):
        if _AND_REMOVED.match(item):
            return True
        if _AND_MADE.search(item):
            return False
    return False


def _clause(before: str) -> str:
    """The clause that a number stands in, up to the number."""
    return _STOPS.split(before[-_WINDOW:])[-1]


def _share(clause: str, behind: str, *, points: bool) -> Judged:
    """A per cent: a rate of change where the last word that tells is one of change."""
    if _BEHIND.match(behind):
        return Judged("growth", "up")
    if _FALLEN.match(behind):
        return Judged("growth", "down")
    if _BETTER.search(clause):
        return Judged("growth", _bettered(clause))
    if short := _SHORT.search(f"{clause}0"):
        return Judged("growth", _name(short))
    last = clause.rpartition("、")[2] if _telling(clause.rpartition("、")[2]) else clause
    if points and _APART.search(last):
        return Judged("proportion")
    if _OF_RATE.search(last):
        falls = _FALLING_RATE.search(last) or (points and _direction(last) == "down")
        return Judged("growth", "down" if falls else "up")
    if last.endswith("的"):
        return Judged("proportion")
    change, held = _last(_CHANGE, last), _last(_HELD, last)
    if change and (points or held is None or held.start() < change.start()):
        return Judged("growth", _name(change))
    return Judged("growth", "down") if held is None and _is_removed(clause) else Judged("proportion")


def _bettered(clause: str) -> Direction:
    """Which way goes what has got better; empty where its name tells neither."""
    if _MORE_IS_BETTER.search(clause):
        return "up"
    return "down" if _LESS_IS_BETTER.search(clause) else ""


def _telling(text: str) -> bool:
    return bool(_CHANGE.search(text) or _HELD.search(text) or _OF_RATE.search(text))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 (the last one)
        pass
    return found


def _direction(text: str) -> Direction:
    found = _last(_CHANGE, text)
    return _name(found) if found else ""


def _name(found: re.Match[str]) -> Direction:
    return "up" if found["up"] else "down" if found["down"] else "level"


def measures(kind: str, unit: str, value: str, core: str) -> bool:
    """
    Whether a number measures something: no date, rank or name, nor few things listed (三大) or 万亿 alone.

    Examples
    --------
    >>> measures("count", "家", "70", "70家"), measures("count", "", "10", "十大")
    (True, False)
    """
    if kind != "count":
        return kind in ("proportion", "growth")
    few = value.isdigit() and int(value) < _FEW
    listed = unit in _LISTED or (unit in _REFERRED_TO and not _DIGIT.search(core))
    return not ((few and listed) or core.endswith("大") or _SAID_ALONE.fullmatch(core))
