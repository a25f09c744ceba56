"""Numbering styles of Chinese documents, described once; which of them a document uses, and at which level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_TITLE = 60  # characters; a longer numbered line is a paragraph that happens to begin with a number

_CHINESE = "零〇一二三四五六七八九十百"
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Style:
    """A way of numbering headings: its name as printed, and the pattern of its label at a line's start."""

    name: str
    label: re.Pattern[str]


STYLES = (
    Style("第X篇", re.compile(rf"第([{_CHINESE}\d]{{1,5}})[篇编部]\s*")),
    Style("第X章", re.compile(rf"第([{_CHINESE}\d]{{1,5}})章\s*")),
    Style("第X节", re.compile(rf"第([{_CHINESE}\d]{{1,5}})节\s*")),
    Style("第X条", re.compile(rf"第([{_CHINESE}\d]{{1,5}})条\s*")),
    Style("一、", re.compile(rf"([{_CHINESE}]{{1,5}})、\s*")),
    Style("（一）", re.compile(rf"[（(]([{_CHINESE}]{{1,5}})[）)]\s*")),
    Style("1.", re.compile(r"(\d{1,3})[.．、](?!\d)\s*")),
)

_TITLE = re.compile(r"[^。！？!?]+[。]?")


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line that reads as a heading: its place among the lines, style, printed label and title."""

    index: int
    style: str
    label: str
    title: str


def numbered_line(index: int, line: str) -> NumberedLine | None:
    """
    Read a line as a heading: a label of a known style, then one short title without inner stops.

    Examples
    --------
    >>> numbered_line(0, "十、推动全区上下团结一心").label
    '十'
    >>> numbered_line(0, "24.6万平方米非成套房屋综合改造基本完成。") is None
    True
    """
    for style in STYLES:
        match = style.label.match(line)
        if match is None:
            continue
        title = line[match.end() :]
        if len(title) <= LONGEST_TITLE and _TITLE.fullmatch(title):
            return NumberedLine(index, style.name, match[1], title.removesuffix("。"))
    return None


def levels(lines: Iterable[NumberedLine]) -> list[str]:
    """
    Styles in the order of their first use: what comes first encloses what comes later.

    Examples
    --------
    >>> levels([numbered_line(0, "一、总体要求"), numbered_line(1, "1.指导思想。"), numbered_line(2, "二、目标")])
    ['一、', '1.']
    """
    return list(dict.fromkeys(line.style for line in lines))


def number(label: str) -> int:
    """
    The value of a printed label in Arabic or Chinese numerals up to 999.

    Examples
    --------
    >>> number("37"), number("十"), number("二十一"), number("一百零二")
    (37, 10, 21, 102)
    """
    if label.isdecimal():
        return int(label)
    total, digit = 0, 0
    for character in label:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * (10 if digit else 1) + _DIGITS[character]
    return total + digit


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
