"""
Every quantity of a sentence: dates, periods, counts, shares, growth, ranks and numerals in names.

One row is one core number, by the rules of ``corpus/codebook/quantities.md``. A sentence is scanned once by
one pattern; what looks like a number and is none (统一, 一是) is passed. What stands in quotation marks with
a numeral is a name, unless it is a quantity and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from analysis.judgements.quantity_dates import read_date
from analysis.judgements.quantity_forms import COUNT, FORMS, NUMBER, ORDINAL, UNIT_BEHIND
from analysis.judgements.quantity_kinds import Direction, Kind, judged
from analysis.judgements.quantity_names import QUOTED, is_called_by_articles, name_value, numerals_of
from analysis.judgements.quantity_units import LOOSE_UNIT, TIME, Comparator, comparator
from analysis.judgements.quantity_values import number, shown, value

_HAN = re.compile("[一-鿿]")
_REACHING = re.compile("^(?:到|至|截至)")
_TIME, _LOOSE = re.compile(TIME), re.compile(LOOSE_UNIT)
_ALONE = re.compile("[百千万亿十]")
_SAID = re.compile("[一二两三四五六七八九十\\d][百千万亿]|[十百千万]亿")
_LABEL = re.compile("[十百千万]{1,2}亿")
_ROW, _ROW_BEFORE = re.compile("[一-鿿]{2,3}、[十百千万]{1,2}亿"), re.compile("[十百千万]亿[一-鿿]{2,3}、$")
_SLOGAN = 8  # characters before a label in which the one before it stands
_RATIO = re.compile(r"[\d.]+(?:[∶:：][\d.]+)+")
_LATIN = re.compile("(?<=[\\d万亿多余])[A-Za-zμ][A-Za-zμ·²³]*(?:/.*)?$")
_COMPOSITE = re.compile("[十百千万][万亿]+")
_YEAR = re.compile("20\\d\\d")
_LISTING = ("、", "和", "及", "与", "、约", "、近", "、超")
_PLACES = "0123456789百千万亿"  # that end a number without a unit
_ENDS = re.compile("[，,。；;：:]")
_EXTENTS = frozenset(("公里", "千米", "米", "亩", "公顷", "平方米", "平方公里"))
_OF_SIZE = re.compile("[一-鿿“A-Za-z]")
_OF_THINGS = re.compile("[个件家座条项台套所处片只艘种类批辆架]|大?类")
_DOUBLES = re.compile("翻[^，,；;。]{0,3}$")
_DOUBLINGS = 10  # more is none that anyone writes
_AROUND = 80  # characters before a number that tell its kind


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A core number, with where its expression starts and ends in the sentence; `core` is number and unit.

    `value` is a number, several joined by semicolons, or a date as 2020-11-30.
    """

    start: int
    end: int
    expression: str
    core: str
    value: str
    unit: str
    kind: Kind
    comparator: Comparator = ""
    direction: Direction = ""
    is_figure: bool = (
        False  # a name by its form alone (四梁八柱), which a longer one in quotation marks takes in
    )

    @property
    def in_name(self) -> bool:
        """Whether it is a numeral inside a name."""
        return self.kind == "name"


def quantities(sentence: str) -> list[Quantity]:
    """
    The quantities of a sentence in reading order, one by core number.

    Examples
    --------
    >>> [(one.expression, one.value, one.kind) for one in quantities("到2025年，粮食产量达到1.3万亿斤以上")]
    [('到2025年', '2025', 'date'), ('1.3万亿斤以上', '1300000000000', 'count')]
    >>> [(one.core, one.value) for one in quantities("分别位居全市第二、第四位")]
    [('第二', '2'), ('第四位', '4')]
    >>> quantities("进一步统一思想，解决一系列问题，一是抓学习")
    []
    """
    if not _HAN.search(sentence):
        return []
    found = [one for match in FORMS.finditer(sentence) for one in _read(match)]
    return _with_sizes(sentence, _with_units(sentence, _with_quoted(sentence, found)))


def _read(match: re.Match[str]) -> Iterator[Quantity]:
    reader = _READERS.get(str(match.lastgroup))
    return reader(match) if reader else iter(())


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    text = match.group()
    written = _REACHING.sub("", text)
    if found := read_date(written):
        start, end = match.start(), match.end() - len(written) + found.size
        bound: Comparator = "exactly" if found.kind == "period" else ""
        kind: Kind = "period" if found.kind == "period" else "date"
        core = written[: found.size]
        yield Quantity(start, end, match.string[start:end], core, found.value, found.unit, kind, bound)


def _name(match: re.Match[str]) -> Iterator[Quantity]:
    yield _named(match.start(), match.group())


def _figure(match: re.Match[str]) -> Iterator[Quantity]:
    yield replace(_named(match.start(), match.group()), is_figure=True)


def _named(start: int, text: str, *, quoted: bool = False) -> Quantity:
    return Quantity(start, start + len(text), text, text, name_value(text, quoted=quoted), "", "name")


def _nothing(match: re.Match[str]) -> Iterator[Quantity]:
    span, rate = match.span(), match.string.startswith("增长", match.end())
    if rate:
        yield Quantity(*span, "零", "零", "0", "ratio", "growth", "exactly", "level")
    else:
        yield Quantity(*span, "零", "零", "0", "", "count", "exactly")


def _digits(match: re.Match[str]) -> Iterator[Quantity]:
    """Growth of two digits: a tenth at least."""
    core = match.group()
    least = shown(Fraction(1, 10 if core.startswith("两") else 1))
    yield Quantity(*match.span(), core, core, least, "ratio", "growth", "at_least", "up")


def _rank(match: re.Match[str]) -> Iterator[Quantity]:
    for found in ORDINAL.finditer(match.string, match.start()):
        if found.end() > match.end():
            return
        core, place = found.group(), NUMBER.search(found.group())
        worth, unit = (value(place.group()), core[place.end() :]) if place else ("1", core[1:].strip("要"))
        unit = "ratio" if core[-1] in "%％‰" else unit
        yield Quantity(*match.span(), match.group(), core, worth, unit, "rank", "exactly")


def _count(match: re.Match[str]) -> Iterator[Quantity]:
    parts = COUNT.match(match.string, match.start())
    if parts is None:
        return
    leading, core, behind = parts["leading"], parts["core"], parts["behind"] or ""
    before = parts["before"] or (leading if leading == "近" else "")
    worth, unit = _measured(core)
    if not unit and _YEAR.fullmatch(core):
        yield _named(match.start(), match.group())  # 中国制造2025
        return
    if not _is_one(core, unit, before):
        return
    if _LABEL.fullmatch(core) and _is_slogan(match):
        yield _named(match.start(), match.group())
        return
    after = match.string[match.end() - len(behind) : match.end() + 20]
    ahead = match.string[max(0, match.start() - _AROUND) : match.start()]
    if core.endswith("番") and not _DOUBLES.search(ahead):
        return  # 干出一番事业
    if unit == "条" and not behind and is_called_by_articles(_ENDS.split(ahead)[-1], after):
        yield from _figure(match)
        return
    kind, direction = judged(unit, ahead, after)
    bound = comparator("" if kind == "period" and before == "近" else before, core, behind)
    yield Quantity(*match.span(), match.group(), core, worth, unit, kind, bound, direction)


def _is_slogan(label: re.Match[str]) -> bool:
    """Whether a bare size stands in a row of such with one word each (万亿立柱、千亿提升、百亿成势)."""
    before = label.string[max(0, label.start() - _SLOGAN) : label.start()]
    return bool(_ROW.match(label.string, label.end()) or _ROW_BEFORE.search(before))


_READERS: dict[str, Callable[[re.Match[str]], Iterator[Quantity]]] = {
    "date": _date, "name": _name, "figure": _figure, "nothing": _nothing, "digits": _digits, "rank": _rank,
    "count": _count,
}  # fmt: skip


def _measured(core: str) -> tuple[str, str]:
    """Value and unit of a core number; the unit of a share is ``ratio``."""
    if core == "一半":
        return "0.5", "ratio"
    if "成" in core:
        tenths = [number(one) / 10 for one in re.findall("[一二两三四五六七八九\\d]", core)]
        return ";".join(map(shown, tenths)), "ratio"
    if "比" in core or _RATIO.fullmatch(core):
        return value(core), "ratio"
    written = NUMBER.findall(_LATIN.sub("", core))  # O is a zero of old print, and none of EFLOPS
    worth = value("—".join(written[-2:]))
    unit = UNIT_BEHIND.search(core)
    measure = (unit[1] or "") if unit else ""
    if measure == "番" and number(written[0]) <= _DOUBLINGS:
        return shown(Fraction(2 ** int(number(written[0])))), "倍"
    if re.search("分之|[/∶:：]\\d|[%％‰]$", core):
        return worth, "ratio"
    return worth, measure.replace("大", "")


def _is_one(core: str, unit: str, before: str) -> bool:
    """Whether a core number counts: 一 alone is an article, 百 alone a figure of speech."""
    if unit == "ratio" or core[0].isdigit():
        return True
    written = NUMBER.match(core)
    numeral = written.group() if written else core
    if unit and (_TIME.fullmatch(unit) or unit in ("倍", "百分点", "个百分点")):
        return numeral not in "百千万亿" or bool(before)
    if numeral in "一百千万亿" and len(numeral) == 1:
        return bool(before and unit and numeral != "一")
    if _LOOSE.fullmatch(unit):
        return False
    if not unit and not core.endswith("大"):
        return bool(_COMPOSITE.fullmatch(numeral) and "亿" in numeral) or bool(_SAID.search(numeral))
    return True


def _with_quoted(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """What was found, with names in quotation marks put together."""
    starts, made, at = [one.start for one in found], [], 0
    for quoted in QUOTED.finditer(sentence):
        start, end = quoted.span(1)
        first, behind = bisect_left(starts, start), bisect_left(starts, end)
        across = (first and found[first - 1].end > start) or (behind > first and found[behind - 1].end > end)
        if not across and _is_name(quoted[1], found[first:behind]):
            made += [*found[at:first], _named(start, quoted[1], quoted=True)]
            at = behind
    return [*made, *found[at:]]


def _with_units(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """What was found, with the unit of a list's last number for those before it (提高15、22个百分点)."""
    made = found[-1:]
    for one in reversed(found[:-1]):
        between = sentence[one.end : made[-1].start]
        told = made[-1]
        bare = (not one.unit and one.core[-1] in _PLACES) or (one.unit, told.unit) == ("个", "个百分点")
        if one.kind == "count" and bare and between in _LISTING:
            way = told.direction or one.direction
            one = replace(one, unit=told.unit, kind=told.kind, direction=way)
        made.append(one)
    return _with_ways(sentence, made[::-1])


def _with_ways(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """What was found, with the way that a list is told to go for all its numbers (分别提高30元和5元)."""
    made = found[:1]
    for one in found[1:]:
        last = made[-1]
        alike = one.kind == last.kind == "count" and one.unit == last.unit and not one.direction
        listed = alike and sentence[last.end : one.start] in _LISTING
        made.append(replace(one, direction=last.direction) if listed else one)
    return made


def _with_sizes(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """What was found, with the size of what is counted as a part of its name (4个千亿县, 3个百兆瓦项目)."""
    pairs = zip([None, *found], found, strict=False)
    return [
        _named(one.start, one.expression) if _is_size(one, last) and not _is_extent(one, sentence) else one
        for last, one in pairs
    ]


def _is_extent(one: Quantity, sentence: str) -> bool:
    """Whether a number says how far all of them go together, with no thing behind it (道路12条18公里)."""
    return one.unit in _EXTENTS and not _OF_SIZE.match(sentence, one.end)


def _is_size(one: Quantity, before: Quantity | None) -> bool:
    """Whether a number says how large the things are that the number right before it counts."""
    if before is None or before.end != one.start or (before.kind, one.kind) != ("count", "count"):
        return False
    things = _OF_THINGS.fullmatch(before.unit) or before.core.endswith("大")
    return bool(things) and not _OF_THINGS.fullmatch(one.unit)


def _is_name(text: str, inside: list[Quantity]) -> bool:
    """Whether quoted text is a name with a numeral, not a date or quantity of its own."""
    left = text
    for one in inside:
        if one.is_figure and one.expression != text:
            continue  # “一极三区一高地” is one name
        if one.kind in ("name", "date", "rank") or one.core == "零" or _is_all(one, text):
            left = left.replace(one.expression, "，")
    return bool(numerals_of(left))


def _is_all(one: Quantity, text: str) -> bool:
    """Whether quoted text is a quantity and nothing else; “三区” is a name."""
    measured = one.kind not in ("count", "period") or one.core[0].isdigit()
    return one.expression == text and bool(one.unit) and measured
