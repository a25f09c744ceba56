"""Dates as Chinese documents write them, in digits or numerals, to the day or the month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from analysis.reading.numbering import number

_YEAR = r"(?:(?:19|20)\d{2}|[一二][〇○零ОＯ0O一二三四五六七八九]{3})"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_GAP = r"[ \u3000]?"
_DATE = (
    rf"(?P<y>{_YEAR}){_GAP}年{_GAP}(?P<m>{_MONTH}){_GAP}月(?:{_GAP}(?P<d>{_DAY}){_GAP}[日号])?"
    r"|(?<![\d.])(?P<y2>(?:19|20)\d{2})(?P<mark>[-./．])(?P<m2>\d{1,2})(?P=mark)(?P<d2>\d{1,2})(?![\d.])"
)
_ANY = re.compile(_DATE)
_ALONE = re.compile(rf"[（(\[【]?[ \u3000]*(?:{_DATE})[ \u3000]*[）)\]】]?")
_ZEROS = str.maketrans("○零ОＯ0O", "〇" * 6)
_LONGEST = 40  # characters of a line that is a date and nothing else


class Day(NamedTuple):
    """A date in a text: as YYYY-MM-DD, or YYYY-MM where no day is given, and where it stands."""

    iso: str
    start: int
    end: int

    @property
    def full(self) -> bool:
        """Whether the day is given."""
        return len(self.iso) == 10


def dates(text: str) -> Iterator[Day]:
    """
    Every date in a text that the calendar knows.

    Examples
    --------
    >>> [day.iso for day in dates("二〇二一年十月十一日印发，2021.10.12公布，2021年3月编，2021年2月31日")]
    ['2021-10-11', '2021-10-12', '2021-03']
    """
    for match in _ANY.finditer(text):
        if iso := _iso(match):
            yield Day(iso, match.start(), match.end())


def date_alone(text: str) -> Day | None:
    """
    The date that a line is, when it is nothing else.

    Examples
    --------
    >>> date_alone("（2021年10月11日）").iso, date_alone("2021年10月11日印发")
    ('2021-10-11', None)
    """
    found = _ALONE.fullmatch(text) if len(text) <= _LONGEST else None
    iso = _iso(found) if found else ""
    return Day(iso, 0, len(text)) if iso else None


def _iso(match: re.Match[str]) -> str:
    """The date of a match; empty for one that does not exist."""
    year, month, day = (match[f"{part}2"] or match[part] for part in "ymd")
    values = [_value(part) for part in (year, month, day or "1")]
    with suppress(ValueError):
        found = date(*values).isoformat()
        return found if day else found[:7]
    return ""


def _value(printed: str) -> int:
    return number(printed if printed.isdecimal() else printed.translate(_ZEROS))
