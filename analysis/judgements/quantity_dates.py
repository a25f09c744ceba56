"""Points in time, and spans between two years: 2020年11月30日, 二〇三五年, “十四五”末, 1—9月, 2016—2020年."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from analysis.judgements.quantity_values import number, shown

YEAR = "(?:(?:1[5-9]|20|21)\\d{2}|[一二][〇○零ОＯO一二三四五六七八九]{3})"
_SMALL = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_DIGITS = "\\d一二三四五六七八九十"
_GAP = "[ \\u3000]?"
_TO = "[—–―~～至到－-]{1,2}"
_PART = "(?:[上中下]旬|年?[底末初](?![心级])|[上下]半年|年中)"
_PLAN = "(?:十[一二三四五六七八]?|[六七八九])五"
_QUARTER = "第?[一二三四1-4]季度"
_ROUND = str.maketrans("○ОＯO零", "〇〇〇〇〇")
_WRITTEN = re.compile("\\d+|[〇○零ОＯO一二两三四五六七八九十百]+")
_SIXTH = 1981  # when the sixth plan began; every plan since has taken five years


class Date(NamedTuple):
    """A date or a span of years, as far as the calendar knows it: `size` characters of what was matched."""

    value: str
    unit: str
    kind: str
    size: int


def _numbers(text: str) -> list[int]:
    return [int(number(found.translate(_ROUND))) for found in _WRITTEN.findall(text)]


def _years(text: str) -> Date | None:
    first, last = _numbers(text)
    return Date(f"{first};{last}", "年", "period", len(text)) if first <= last else None


def _day(text: str) -> Date | None:
    numbers = _numbers(text)
    with suppress(ValueError):
        found = date(*numbers[:2], *(numbers[2:3] or [1])).isoformat()
        return Date(found if numbers[2:] else found[:7], "日" if numbers[2:] else "月", "date", len(text))
    return Date(str(numbers[0]), "年", "date", text.index("年") + 1)


def _numeric(text: str) -> Date | None:
    with suppress(ValueError):
        return Date(date(*map(int, re.split("[-./]", text))).isoformat(), "日", "date", len(text))
    return None


def _year(text: str) -> Date | None:
    return Date(str(_numbers(text)[0]), "年", "date", len(text))


def _quarter(text: str) -> Date | None:
    return Date(str(_numbers(text)[-1]), "季度", "date", len(text))


def _month(text: str) -> Date | None:
    numbers = _numbers(text)
    month, day = numbers[0], (numbers[1:] or [1])[0]
    if month > 12 or day > 31:
        return None
    return Date(
        f"{month}-{day}" if numbers[1:] else str(month), "日" if numbers[1:] else "月", "date", len(text)
    )


def _months(text: str) -> Date | None:
    first, last = _numbers(text)[:2]
    return Date(f"{first};{last}", "月", "date", len(text)) if first < last <= 12 else None


def _days(text: str) -> Date | None:
    month, first, last = _numbers(text)
    if month > 12 or not first < last <= 31:
        return None
    return Date(f"{month}-{first};{month}-{last}", "日", "date", len(text))


def _century(text: str) -> Date | None:
    century, *decade = _numbers(text)
    unit, years = ("年代", (century - 1) * 100 + decade[0]) if decade else ("世纪", century)
    return Date(str(years), unit, "date", len(text))


def _decade(text: str) -> Date | None:
    return Date(str(_numbers(text)[0]), "年代", "date", len(text))


def _plan(text: str) -> Date | None:
    ordinal = int(number(text.lstrip("“‘").rpartition("五")[0]))
    begun = _SIXTH + 5 * (ordinal - 6)
    return Date(str(begun if "初" in text else begun + 4), "年", "date", len(text))


def _away(text: str) -> Date | None:
    return Date(shown(number(re.split("[多余]?年", text)[0])), "年", "date", len(text))


# The first that fits is taken.
_FORMS: tuple[tuple[str, Callable[[str], Date | None]], ...] = (
    (f"{YEAR}年?{_TO}{YEAR}年", _years),
    (f"{YEAR}{_GAP}年{_GAP}{_SMALL}{_GAP}月(?:份|{_GAP}{_SMALL}{_GAP}[日号]|{_PART})?", _day),
    ("(?<![\\d./-])(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}(?![\\d./-])", _numeric),
    (f"(?:{YEAR}{_GAP}年|前|头)?{_QUARTER}(?:末|初|底)?", _quarter),
    (f"{YEAR}{_GAP}年{_PART}?(?![来间代])", _year),
    (f"{_SMALL}月?{_TO}{_SMALL}月份?{_PART}?(?![{_DIGITS}])", _months),
    (f"{_SMALL}月{_SMALL}日?{_TO}{_SMALL}日", _days),
    (f"(?<![个\\d一二三四五六七八九十]){_SMALL}月(?:份|{_GAP}{_SMALL}[日号]|{_PART})?(?![饼亮球薪])", _month),
    ("(?:[12]\\d|[一二]?十[一二三四五六七八九]?)世纪(?:(?:[一二三四五六七八九]十|[1-9]0)年代)?", _century),
    ("(?:[一二三四五六七八九]十|(?:19|20)?[1-9]0)年代", _decade),
    (f"[“‘]?{_PLAN}[”’]?(?:规划|时期)?期?[末初](?![期步])", _plan),
    (
        "(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})[多余]?年(?:[以之]?[前后]|时(?![间期代光]))(?![期续果])",
        _away,
    ),
)
_PATTERNS = [(re.compile(pattern), read) for pattern, read in _FORMS]
DATE = "|".join(f"(?:{pattern})" for pattern, _ in _FORMS)


def read_date(text: str) -> Date | None:
    """
    What a text that `DATE` found says; of a date that does not exist its year, or nothing.

    Examples
    --------
    >>> [read_date(text).value for text in ("2020年11月30日", "二〇三五年", "“十四五”末", "2016—2020年")]
    ['2020-11-30', '2035', '2025', '2016;2020']
    >>> read_date("2020年13月45日").value, read_date("13月")
    ('2020', None)
    """
    for pattern, read in _PATTERNS:
        if pattern.fullmatch(text):
            return read(text)
    return None
