"""Numbering styles of Chinese documents, described once: how a label looks, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_TITLE = 60  # characters; a longer numbered line is a paragraph that happens to begin with a number

_CHINESE = "零〇○一二三四五六七八九十百"
_N = rf"(?P<n>[{_CHINESE}]{{1,7}})"
_D = r"(?P<n>\d{1,3})"
_PAIRS = "|".join(
    f"{a}、{b}" for a, b in zip("一二三四五六七八九", "二三四五六七八九十", strict=True)
)  # 一、二月
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_DOT = ".．﹒･•·・"  # full stops of all sorts, and the dots that are printed or scanned in their place
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARENTHESISED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_WITH_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"


@dataclass(frozen=True, slots=True)
class Style:
    """
    A way of numbering headings.

    `label` matches it at the beginning of a line; its group ``n`` is the number. `article` marks 第X条, whose
    text begins on its own line without a title. `ordinal` marks styles that number sentences as often as
    headings (第一，), and are believed only when they stand alone. `parent` names a style without which this
    one is none (a bare ``1 总则`` needs ``1.1``).
    """

    name: str
    label: re.Pattern[str]
    article: bool = False
    ordinal: bool = False
    parent: str = ""


def _style(name: str, label: str, **kinds: bool | str) -> Style:
    return Style(name, re.compile(rf"{label}[ \u3000]*"), **kinds)  # type: ignore[arg-type]


OF_SECTIONS = frozenset(("一、", "（一）", "㈠", "甲、"))  # styles of which nobody calls a part an article

# 一、 is no label in 一、二产业 (but in 一、四年来的工作), nor 1. in 1.5万, nor 第三条 in 第三条第一款.
STYLES = (
    _style("第X篇", rf"第(?:{_N}|\d{{1,3}})[ \u3000]?(?:篇|编|部分)(?![章节有章])"),
    _style("第X章", rf"第(?:{_N}|\d{{1,3}})[ \u3000]?章(?![节程第])"),
    _style("第X节", rf"第(?:{_N}|\d{{1,3}})[ \u3000]?节(?![课第])"),
    _style("第X条", (
        rf"第(?:{_N}|\d{{1,4}})[ \u3000]?条(?P<beside>之[{_CHINESE}]{{1,2}})?(?![第规款项中所的、，和或之至])"
    ), article=True),
    _style("一、", rf"(?!(?:{_PAIRS})[、产级线是月日年天次两类项季期]){_N}[ \u3000]?[、．.﹒･]"),
    _style("甲、", rf"(?P<n>[{_STEMS}])[、．]"),
    _style("（一）", rf"[（(][ \u3000]?{_N}[ \u3000]?[）)]"),
    _style("㈠", rf"(?P<n>[{_PARENTHESISED}])"),
    _style("1.1.1.1", rf"(?P<n>\d{{1,3}}(?:[{_DOT}]\d{{1,3}}){{3}})[{_DOT}、]?(?![\d{_DOT}%％])"),
    _style("1.1.1", rf"(?P<n>\d{{1,3}}(?:[{_DOT}]\d{{1,3}}){{2}})[{_DOT}、]?(?![\d{_DOT}%％])"),
    _style("1.1", r"(?P<n>\d{1,3}[.．﹒]\d{1,3})[.．、﹒]?(?![\d.．%％万亿倍个元年月])"),
    _style("1.", rf"(?:{_D}[{_DOT}、](?!\d)|(?P<w>[{_WITH_STOP}]))"),
    _style("（1）", (
        rf"(?:[（(][ \u3000]?{_D}[ \u3000]?[）)]|{_D.replace('<n>', '<m>')}[）)]|(?P<b>[{_IN_BRACKETS}]))"
    )),
    _style("①", rf"(?P<n>[{_CIRCLED}])"),
    _style("第一，", rf"第{_N}[，、：:]", ordinal=True),
    _style("1 ", r"(?P<n>\d{1,2})[ \u3000]+(?=[^\d\s.．、，。%％处个户人万亿元吨年月日])", parent="1.1"),
)  # fmt: skip
BY_NAME = {style.name: style for style in STYLES}
# The styles whose label can begin with a character: most lines begin with none of these.
_BEGINS = {
    "第": [style for style in STYLES if style.name[0] == "第"],
    "（(": [BY_NAME["（一）"], BY_NAME["（1）"]],
    _CHINESE: [BY_NAME["一、"]],
    _STEMS: [BY_NAME["甲、"]],
    "0123456789": [BY_NAME[name] for name in ("1.1.1.1", "1.1.1", "1.1", "1.", "（1）", "1 ")],
    _PARENTHESISED: [BY_NAME["㈠"]],
    _WITH_STOP: [BY_NAME["1."]],
    _IN_BRACKETS: [BY_NAME["（1）"]],
    _CIRCLED: [BY_NAME["①"]],
}
_BY_FIRST = {character: styles for characters, styles in _BEGINS.items() for character in characters}


@dataclass(frozen=True, slots=True)
class Label:
    """
    A printed number at the beginning of a line: its style, as printed, and where the text after it begins.
    """

    style: Style
    printed: str
    end: int

    @property
    def values(self) -> tuple[int, ...]:
        """What it counts: ``(3,)`` for 三、, ``(3, 2)`` for 3.2."""
        return numbers(self.printed)


def label_of(text: str) -> Label | None:
    """
    The label at the beginning of a line, of whatever style.

    Examples
    --------
    >>> label_of("第三十二条之一 地下建设").printed, label_of("24.6万平方米"), label_of("㈡发展").style.name
    ('三十二之一', None, '㈠')
    """
    for style in _BY_FIRST.get(text[:1], ()):
        if match := style.label.match(text):
            return Label(style, _printed(match), match.end())
    return None


def _printed(match: re.Match[str]) -> str:
    """The number of a label, with what says that an article was put in behind it: 十一之一."""
    named = match.groupdict()
    beside = named.pop("beside", None) or ""
    return (next(filter(None, named.values()), "") or re.sub(r"\D", "", match[0])) + beside


_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


def number(label: str) -> int:
    """
    The value of a printed label in Arabic, Chinese or enclosed numerals up to 999.

    Examples
    --------
    >>> number("37"), number("十"), number("二十一"), number("一百零二"), number("⑫"), number("㈢")
    (37, 10, 21, 102, 12, 3)
    """
    if label.isdecimal():
        return int(label)
    for enclosed in (_STEMS, _CIRCLED, _PARENTHESISED, _IN_BRACKETS, _WITH_STOP):
        if label in enclosed:
            return enclosed.index(label) + 1
    total, digit = 0, 0
    for character in label:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * (10 if digit else 1) + _DIGITS[character]
    return total + digit


def numbers(printed: str) -> tuple[int, ...]:
    """
    The values of a printed label, one for each of its levels; an article put in later counts as that before.

    Examples
    --------
    >>> numbers("3.2.1"), numbers("十一"), numbers("十一之一")
    ((3, 2, 1), (11,), (11,))
    """
    return tuple(number(part) for part in re.split(rf"[{_DOT}]", printed.partition("之")[0]) if part)


def breaks(values: Sequence[int]) -> list[tuple[int, int, int]]:
    """
    Where a sequence of numbers does not go on by one: (position, number before, number found).

    A return to 1 is a restart, not a break.

    Examples
    --------
    >>> breaks([1, 2, 4, 4, 1, 2])
    [(2, 2, 4), (3, 4, 4)]
    """
    pairs = enumerate(pairwise(values), start=1)
    return [(at, before, found) for at, (before, found) in pairs if found not in (before + 1, 1)]
