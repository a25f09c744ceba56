"""Numbers written out, against which reading them is tried: 246000 as 二十四万六千 and as 24.6万."""

from __future__ import annotations

from fractions import Fraction

_DIGITS = "零一二三四五六七八九"
_GROUPS = ((10**8, "亿"), (10**4, "万"))
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def in_numerals(n: int) -> str:
    """
    A whole number in Chinese numerals.

    >>> in_numerals(246000), in_numerals(100000050), in_numerals(12)
    ('二十四万六千', '一亿零五十', '十二')
    """
    return _written(n).removeprefix("一") if 10 <= _head(n) < 20 else _written(n)


def _head(n: int) -> int:
    """The leading group of up to four digits, before which 一 falls away in 十二万."""
    return _head(n // 10**8) if n >= 10**8 else n // 10**4 if n >= 10**4 else n


def _written(n: int) -> str:
    if n == 0:
        return _DIGITS[0]
    for size, place in _GROUPS:
        if n >= size:
            high, low = divmod(n, size)
            return _written(high) + place + _rest(low, size)
    text, behind = "", n
    for size, place in _PLACES:
        digit, behind = divmod(behind, size)
        gap = text and digit and not text.endswith(_before(size))
        text += ("零" if gap else "") + (_DIGITS[digit] + place if digit else "")
    return text


def _before(size: int) -> str:
    """The place above `size`: without it a 零 stands between."""
    return {100: "千", 10: "百", 1: "十"}.get(size, "")


def _rest(low: int, size: int) -> str:
    return "" if low == 0 else ("零" if low < size // 10 else "") + _written(low)


def with_places(n: int) -> str:
    """
    A number in digits with 万, 亿 or 万亿, as reports write it.

    >>> with_places(246000), with_places(1300000000000), with_places(691)
    ('24.6万', '1.3万亿', '691')
    """
    for size, place in ((10**12, "万亿"), *_GROUPS):
        if n >= size:
            whole, part = divmod(n, size)
            decimals = f"{float(Fraction(part, size)):.10f}"[1:].rstrip("0").rstrip(".")
            return f"{whole}{decimals}{place}"
    return str(n)
