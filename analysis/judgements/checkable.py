"""What lets one check whether a promise was kept: a number, a date, full coverage, a named work completed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from analysis.judgements.clauses import closed
from analysis.judgements.penalties import FINE
from analysis.judgements.quantities import Quantity, quantities
from analysis.judgements.quantity_kinds import measures
from analysis.judgements.quantity_limits import is_limit
from analysis.judgements.quantity_status import is_of_text, status_of

_DIGITS = r"\d[\d,.]{0,20}(?:[～~—－-]\d[\d,.]{0,20})?(?: ?(?=[万亿]))?"
_CHINESE = r"[一二三四五六七八九十百千万两〇○零]{1,12}"
_MUCH = rf"[一二三四五六七八九十两](?:{_CHINESE})?[百千万亿](?:{_CHINESE})?(?:左右|以上|多|余)?"
_COUNT = rf"(?:{_DIGITS}(?:多|余)?[万亿千百]{{0,3}}|百分之{_CHINESE}|{_MUCH})"
_NAMED = (  # 2号线, 2.0版, 30周年, 500强
    r"(?:号|版|期(?!间|限|末)|G(?![一-龥])|级|师|强|大(?!于|型|批)|大会|周年|届|个方面|方面|重[大点]|次全会|条|R|D|[.．]\d)"
)
_NUMBER = re.compile(rf"(?<![\dA-Za-z第]){_COUNT}(?!{_NAMED})(?:%|％|个百分点|[\u4e00-\u9fff]|$)")
_PERCENT = re.compile(rf"百分之{_CHINESE}")
_THIS_YEAR = re.compile(  # and in its first clause a number, that is no count of those there are
    r"^(今年|明年|全年)(?!以来|初|[一二三四]季度|上半年)[，,]?(?=[^，,；;。\d]{1,24}\d)(?![^。]{0,60}(?:新高|同比))"
)
_YEAR = re.compile(r"(?:\d{4}|[一二〇○零九三四五六七八]{4})年")
_PLAN = re.compile(r"(?:“[^”]{1,4}”|[一二三四五六七八九十]{1,3}个五年计划)(?:时期|期间|规划|计划)?")
_DEADLINE = re.compile(
    r"(?:到|在|于|力争到|力争)?(?P<date>(?:(?:\d{4}|[一二〇○零九三四五六七八]{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|今年|明年|本世纪末?|“[^”]{2,4}”)(?:底|末|中|初)?(?:前|以前|之前|内)"
    r"|(?:\d{4}|[一二〇○零九三四五六七八]{4})年(?:\d{1,2}月)?(?:底|末)|\d{1,2}月(?:底|末)|(?:\d{1,2}|[一二三四五六七八九十两]{1,3})年内(?!乱)"
    r"|(?<![\d一二三四五六七八九十两几数百千])年(?:内|底前?|末)|今明两年|本世纪末)"
    r"|到(?P<age>[^，,；;。、的]{0,8}一百年(?:时|之际))|(?:到|至)(?P<year>(?:\d{4}|[二一][○〇零九][○〇零一二三四五六七八九]{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:[底末初]|中旬)?)"
)
_YEAR_OF = r"(?:\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年"
# A year that opens a clause says by when (二○○○年，普及教育), as does one that opens what the goals are.
_OPENING_DATE = re.compile(
    rf"(?:^|(?<=[，,；;。：:]))(?P<opening>{_YEAR_OF})(?=[，,])"
    rf"|^(?P<goals>{_YEAR_OF}|今年|明年)(?=[^，,；;。：:]{{0,24}}(?:目标|任务|指标)(?:是|为|[：:]))"
)
_COMPLETED = re.compile(
    r"覆盖(?:全部|所有|全体)(?![^，,；;。、]{0,16}的)|一律(?:取消|停[止办用建]|清退|关闭|退出|免[费收]|淘汰|拆除)"
    r"|全部[^，,；;。、]{0,8}(?:开放|取消|关闭|退出|脱贫|入网|整改到位)(?=[，,；;。、]|$)"
    r"|(?<!决胜)(?:基本|全面|全部)(?:实现(?![^，,；;。]{0,16}(?:取得|迈出|进程))|覆盖(?!、[^，。；]{0,10}的)|建成|完成|达标|清零|消除)|(?<!禁区、)全覆盖(?=[，,；;。！]|、(?!全)|$)|达标(?=[，,；;。、]|$)|(?<!责令)限期(?!内|[^，。；]{0,8}的)|翻[一两]番|清零(?=[，,；;。、]|$)|动态清零|零增长"
    r"|(?:^|[，,；;、]|[一-龥]地|如期|按期|高质量|全面|确保|坚决|圆满|年内|推动)(?:完成|建成)(?=[^的，,；;。])|(?<=[一-龥])(?:建成投用|建成投产|建成|竣工|通车|投产|投用|投运)(?=[，,；;。、]|$)"
)
_N = r"(?:\d[\d,.]{0,12}|[一二三四五六七八九十百两]{1,6})"
_WITHIN = re.compile(  # in thirty days, no less than ninety, no lower than one to three
    rf"{_N}个?(?:工作日|小时|日|天|个月|分钟|周)(?:之?内|以内)(?![^，,；;。]{{0,8}}的)"
    rf"|不(?:得?(?:少于|低于|超过|高于|短于|多于|迟于))(?:{_N}个?(?:工作日|小时|日|天|月|个月|年|分钟|倍)|{_N}比{_N})"
)
_COUNTED = re.compile(r"[一两二三四五六七八九十]+(?:是|要|则)|万家|万户|千家|百年|千方百计|百万|亿万")


def checkable(sentence: str) -> list[tuple[int, int]]:
    """
    Where the words stand by which one can check whether what the sentence promises came about.

    Examples
    --------
    >>> [text[a:b] for text in ["新增企业1000家左右，完善2.0版。"] for a, b in checkable(text)]
    ['1000家左右']
    >>> checkable("完善企业全覆盖走访的机制。"), len(checkable("实现走访全覆盖。"))
    ([], 1)
    """
    masked = closed(sentence)
    for aside in (_LISTED, _PLAN, _WISHED, FINE, _AIMS, _TERM):  # the price of a breach is no target
        masked = aside.sub(lambda found: "○" * len(found[0]), masked)
    return sorted(_places(sentence, masked))


_LISTED = re.compile(r"^\s*\d{1,3}[.．、](?!\d)")  # the number of an item
_TERM = re.compile(  # how long a contract is to run is what a policy is of (再延长30年试点)
    rf"延长{_N}年(?=[^，,；;。]{{0,6}}(?:试点|政策|工作|的))"
)
_WISHED = re.compile(
    r"决胜全面建成|对标达标|(?:^|[，,；;])为(?:决胜|实现|夺取|把|加快|全面|推进|谱写)[^，,；;。]*"
    r"|(?:^|[，,；;])(?:针对|围绕)[^，,；;。]*"
    r"|(?:落实|执行|贯彻|实施)[^，,；;。]{2,40}的(?:政策|规定|制度|措施|要求|办法)"
    r"|(?:^|[，,；;])为[^，,；;。]{2,60}?(?:奠定|打下|创造|提供|积蓄|赢得)[^，,；;。]*"
)  # what one strives for, what it is good for, on what occasion, and what a policy is of
_REACHES = r"(?:基本|全面|全部|如期|圆满|确保|坚决|高质量)?(?:实现|完成)(?:好|了)?"
_AIMS = re.compile(
    rf"{_REACHES}(?![^，,；;。、]{{0,16}}(?:下达|约束性))[^，,；;。、\d]{{0,16}}?目标"
    rf"|{_REACHES}(?:[^，,；;。、\d]{{0,12}}各项|(?:今年|全年|明年|年度|既定|主要|目标)+)任务"
)  # a plan's aims are no named work


def _places(sentence: str, masked: str) -> Iterator[tuple[int, int]]:
    every = [one for one in quantities(sentence) if _is_open(one, sentence, masked)]
    numbers = list(_numbers(masked, every))
    yield from numbers
    known = {start for start, _ in numbers}
    for one in every:
        if _measures(one, masked) and known.isdisjoint(range(one.start, one.end)):
            yield one.start, one.end
    for pattern in (_COMPLETED, _DEADLINE, _PERCENT, _OPENING_DATE, _WITHIN):
        yield from (found.span() for found in pattern.finditer(masked))


def _numbers(masked: str, every: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Numbers with what they count, but for those in names (12345热线) and sizes (沿线1公里用地)."""
    named = {
        at
        for one in every
        if one.in_name or is_of_text(one, masked) or is_limit(one, masked)
        for at in range(one.start, one.end)
    }
    around = {at: one for one in reversed(every) for at in range(one.start, one.end)}
    for found in _NUMBER.finditer(masked):
        told = _COUNTED.match(masked, found.start()) or _YEAR.match(masked, found.start())
        if not told and found.start() not in named:
            yield _whole(found.span(), around)


def _whole(span: tuple[int, int], around: Mapping[int, Quantity]) -> tuple[int, int]:
    """A number with the whole of its unit and bound (2.1:1左右, 50万标箱)."""
    one = around.get(span[0])
    return (one.start, max(one.end, span[1])) if one else span


def _is_open(one: Quantity, sentence: str, masked: str) -> bool:
    """Whether a quantity stands outside of what is closed, whose fill looks like a numeral."""
    return masked[one.start : one.end] == sentence[one.start : one.end]


def _measures(one: Quantity, masked: str) -> bool:
    """Whether a quantity is promised and measures something."""
    told = measures(one.kind, one.unit, one.value, one.core)
    return told and not one.in_name and status_of(one, masked, "forward") == "promised"


def by_when(sentence: str) -> str:
    """
    The date by which a sentence says outright that something is to be; empty when it names none.

    Examples
    --------
    >>> by_when("力争到2025年底前建成投用。"), by_when("2025年，建成投用。")
    ('2025年底前', '')
    """
    found = _DEADLINE.search(sentence)
    return next(filter(None, found.groups()), "") if found else ""


def deadline(sentence: str) -> str:
    """
    The deadline of a sentence that looks ahead, as written, a year that opens it too; empty when it has none.

    Examples
    --------
    >>> deadline("力争到2025年底前建成投用。"), deadline("每年新开工100万平方米。")
    ('2025年底前', '')
    >>> deadline("2030年，普及教育。"), deadline("2030年工业的目标是：增长。")
    ('2030年', '2030年')
    >>> deadline("力争五年内建成。"), deadline("年内开工。"), deadline("十年内乱造成损失。")
    ('五年内', '年内', '')
    >>> deadline("今年再减税8000亿元。"), deadline("今年毕业生820万人，再创新高。")
    ('今年', '')
    """
    if outright := by_when(sentence):
        return outright
    found = _OPENING_DATE.search(sentence) or _THIS_YEAR.search(sentence)
    return next(filter(None, found.groups()), "") if found else ""
