"""
What a number measures, in the words of its sentence: 全社会研发投入强度, 城镇新增就业, 国家医学中心.

Where the sentence comes with its words, an indicator is whole words and a noun phrase, else there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.judgements.indicator_words import whole
from analysis.judgements.name_words import Word
from analysis.judgements.quantities import Quantity

_LONGEST = 40  # characters of an indicator
_MEASURED = ("count", "proportion", "growth")
_STOPS = "，。；：！？,;:（(）)"
_BEFORE = re.compile(f"[^{_STOPS}]*$")
_BEHIND = re.compile(f"[^{_STOPS}、\n]{{1,{_LONGEST}}}")
# What states a number, stripped from behind; what is done, from before, but where it is part of a noun.
_STATED = (
    "(?:提升|提高|上升|增加|扩大|减少|下降|降低|缩短|压缩|压减)[到至]|削减|新增|新建|上涨|下调|上调|比上年|较上年|分别|累计|同比|年均|每年|平均|预计|已经?|实际|总体|均|共计?|合计|总计|全部|再|又|也|"
    "就|都|仅|只|超额|大幅|持续|稳步|进一步|达到|达|为|是|有|占|位?居|升至|降至|增至|减至|增长|增加|提高|提升|上升|下降|降低|减少|"
    "压减|压缩|缩短|扩大|翻|增|降|到|至|由|从|突破|超过?|保持在?|控制在|稳定在|稳居|实现|完成|的|了|约|近|不低于|不少于|在|目前|(?<![一-鿿])[比较与]|"
    "之?一|年度"
)
_DOING = (
    "期间|时期|全年|去年|今年|平均每年|每年|新增|新建|建成|建设(?!用地|规模)|新开工|新培育|培育|打造|引进|引育|实施|开展|组织(?!部)|举办|"
    "设置|设立|布局|建立|创建|完成|实现|推动|推进|确保|力争|支持|投入(?!强度|占)|投资(?!额|者|规模|占|总)|安排|筹集|新改扩建|改扩建|"
    "扩建|改造|落实|发放|办好|办成|办理|取消|下放|调整|出台|制定|编制(?!数)|修订|推出|发布|签约(?!率)|签订|落地|开工(?!率)|投产|争取|"
    "获得|获批|入选|评选|认定|选派|选聘|培训(?!基地)|招聘|吸引|集聚(?!区)|汇聚|拥有|形成|带动|帮助|惠及|"
    "服务(?![业器区贸消机网设中平站满质])|覆盖(?![率面])|解决|整治|查处|修复(?!率)|治理(?!率)|关停|淘汰|处置(?!率)|化解|压减|减少|"
    "增加(?!值)|提高|提升|使(?!用)|让|将|把|对(?![外口接])|其中|并|和(?!谐)|与|及|以及|再(?!生)|集中(?![式供度])|全面|加快|继续|努力|"
    "要(?!素)|我们|确定|抓好|做好|补齐|配备|新设|共(?![享同有建])|累计|深入|高质量|高标准(?!农田)|高水平|了|有(?![效色机])|达|已|坚持|退出|减轻|降低|启动|提前|安置|新签|裁减"
)
_TAIL = re.compile(f"(?:{_STATED}| )$")
_HEAD = re.compile(f"^(?:{_DOING}|、|到| )(?=.)")
_ONLY_DONE = re.compile(f"(?:{_DOING})")
_NOUNS = ("投资", "投入", "服务", "支持", "建设", "培训", "改造", "治理")
_NO_NOUN = re.compile(
    "^(?:[以左上内的）等和及并用投增达提降是为在至到后前起减压缩扩升涨回]|下降|高于|低于|中[，的]|[^一-鿿“‘A-Z])"
)
_UNTIL = re.compile(
    "[\\d和]|(?<=..)(?:开工|投产|落地|获|入选|进入|达|增长|实现|基本(?=[完建实形覆消])|特别是|尤其是|全面|逐步|持续|显著|有序|顺利|列入|纳入|被|突破|超过|占)|(?<=..)[近约超](?=\\d|$)"
)
# What begins a clause of something else: not ，比上年增加.
_ANOTHER = re.compile(f"[{_STOPS}](?!比|较|同比|增|减|净|累计|年均|达|约|超|近)")
_TIMED = re.compile("时间|时限|期限|周期|时长|压缩|缩短|延长|寿命|年限")


_Span = tuple[int, int]


def indicators(sentence: str, found: Sequence[Quantity], words: Sequence[Word] = ()) -> list[str]:
    """
    What each quantity of a sentence measures, empty where nothing says so.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "地区生产总值5.3万亿元、增长5.5%，新增养老床位5万张，设置13个国家医学中心。"
    >>> indicators(text, quantities(text))
    ['地区生产总值', '地区生产总值', '养老床位', '国家医学中心']
    """
    made: list[str] = []
    masked, previous, last = _without_dates(sentence, found), None, ""
    for one in found:
        made.append(_indicator(masked, one, previous, last, words))
        previous, last = (one if one.kind in _MEASURED else previous), made[-1] or last
    return made


def _without_dates(sentence: str, found: Sequence[Quantity]) -> str:
    """A sentence with blanks for its dates and periods: what is measured may stand before them."""
    pieces, at = [], 0
    for one in found:
        if one.kind in ("date", "period") and one.start >= at:
            pieces += [sentence[at : one.start], " " * (one.end - one.start)]
            at = one.end
    return "".join((*pieces, sentence[at:]))


def _indicator(
    masked: str, one: Quantity, previous: Quantity | None, inherited: str, words: Sequence[Word]
) -> str:
    if one.kind not in (*_MEASURED, "period") or one.in_name:
        return ""
    floor = previous.end if previous and previous.end <= one.start else 0
    begin = max(floor, one.start - 60)
    before = _BEFORE.search(masked[begin : one.start])[0]  # type: ignore[index]
    stated = _read(masked, _stated(before, one.start), words)
    if one.kind == "period":
        return stated if _TIMED.search(before) else ""
    if one.kind == "count" and _ANOTHER.search(masked[floor : one.start]):
        inherited = ""
    counted = _counted(masked, one)
    if counted[0] < counted[1]:
        return _read(masked, counted, words, behind=True)
    return stated or inherited


def _read(masked: str, span: _Span, words: Sequence[Word], *, behind: bool = False) -> str:
    """What stands in a span, dates left out; where words are known, as much of it as is a noun phrase."""
    start, end = whole(span, words, behind=behind) if words else span
    return masked[start:end].replace(" ", "")[-_LONGEST:]


def _counted(sentence: str, one: Quantity) -> _Span:
    """Where the noun behind a measure word stands: 国家医学中心 in 13个国家医学中心."""
    found = None if one.kind != "count" or one.unit in ("元", "美元") else _BEHIND.match(sentence, one.end)
    if found is None or _NO_NOUN.match(found[0]):
        return one.end, one.end
    noun = _UNTIL.split(found[0])[0]
    if noun.count("“") != noun.count("”"):
        noun = noun.partition("”")[0]
    start = one.end + (1 if noun.startswith("“") and "”" not in noun else 0)
    return start, one.end + len(noun)


def _stated(before: str, end: int) -> _Span:
    """Where the noun before a number stands, without the verbs around it; `before` ends at `end`."""
    text = before.rpartition("”")[2] if before.count("”") > before.count("“") else before
    text = text.lstrip("、和及与")
    while found := _TAIL.search(text):
        text, end = text[: found.start()], end - len(found[0])
    while found := _HEAD.match(text):
        text = text[found.end() :]
    return (end, end) if _ONLY_DONE.fullmatch(text) and text not in _NOUNS else (end - len(text), end)
