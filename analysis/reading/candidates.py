"""Lines that read as numbered headings, each taken alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.reading.numbering import LONGEST_TITLE, Label, label_of, numbers

_LONGEST_RUN_IN = 60  # characters of a title that runs into its paragraph
_FIGURES = re.compile(r"\d[^\s\d]* +[^\s\d]*\d\S* ")  # cells
END = re.compile(r"[。！？!?]")
_OPEN = "；;，,、"
_ARTICLE_TITLE = re.compile(r"[【〔［\[（(]([^】〕］\]）)]{1,30})[】〕］\]）)][ \u3000]*")
STOPS = "。；;！？!?：:，,"


@dataclass(frozen=True, slots=True)
class Heading:
    """
    A heading: in which line, its style, number as printed, title, level (1 = highest) and where it ends.

    Text after `end` in the same line is its paragraph: the title runs into it.
    """

    index: int
    style: str
    label: str
    title: str
    end: int
    level: int = 0

    @property
    def values(self) -> tuple[int, ...]:
        """What its number counts; empty without a number."""
        return numbers(self.label) if self.label else ()


def numbered_heading(at: int, text: str, set_off: bool) -> Heading | None:
    """
    Read a line as a numbered heading: the whole line, or a title that runs into its paragraph.

    A line that is set off by its setting may be twice as long.

    Examples
    --------
    >>> found = numbered_heading(0, "（一）坚持以人民为中心。人民是历史的创造者。", set_off=False)
    >>> found.label, found.title, found.end
    ('一', '坚持以人民为中心', 12)
    """
    label = label_of(text)
    if label is None or (label.style.ordinal and "\n" in text):
        return None
    if label.style.article:
        return _article(at, text, label)
    first = END.search(text, label.end)
    title = text[label.end : first.start() if first else len(text)]
    own_line = first is None or not text[first.end() :].strip("”’」』）)")
    longest = (1 + set_off) * LONGEST_TITLE if own_line else _LONGEST_RUN_IN
    if (
        label.style.name[:2] == "第X"
        and "，" in title
        and text[-1] == "。"
        and text[label.end - 1] not in " \u3000"
    ):
        return None  # 第三章提出的任务，由各部门落实。
    if len(title) > longest:
        return None
    decimal = "." in label.printed and (0 in label.values or re.match(r"\d{1,3}(\D|$)", title))
    if decimal or _FIGURES.search(title):  # 6.0级地震; a row of a table
        return None
    if "；" in title or (own_line and text[-1] in _OPEN) or (not title and not own_line):
        return None
    end = len(text) if own_line or first is None else first.end()
    return Heading(at, label.style.name, label.printed, title.rstrip("：: "), end)


def _article(at: int, text: str, label: Label) -> Heading:
    """第X条: the text begins at once, unless a short line without a stop is its title."""
    rest = text[label.end :]
    if match := _ARTICLE_TITLE.match(rest):
        return Heading(at, label.style.name, label.printed, match[1], label.end + match.end())
    if len(rest) <= LONGEST_TITLE // 2 and rest[-1:] not in STOPS:
        return Heading(at, label.style.name, label.printed, rest, len(text))
    return Heading(at, label.style.name, label.printed, "", label.end)
