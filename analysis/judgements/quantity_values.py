"""
What a written number is worth: 1.3万亿, 三分之一, 百分之五, 二〇三五, 99.3%, 5,000.

Own and short, since the library at hand falls short of it: cn2an refuses a decimal before two places
(1.3万亿), places alone (百亿), commas, fractions, per cent and the round zero of old print (二○○○).
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import prod

_ZERO = "〇零○ＯO"
_DIGITS = {digit: at for at, digit in enumerate("〇一二三四五六七八九")} | {"两": 2} | dict.fromkeys(_ZERO, 0)
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_PLACES = _TENS | _MYRIADS
_SHARES = {"%": 100, "％": 100, "‰": 1000}
_LOOSE = str.maketrans({"．": ".", ",": None, "多": None, "余": None, "来": None, " ": None, "\u3000": None})

# 千 belongs to the unit in 千瓦, 千米 and 千克, 百 in 百分点 and 百分之.
HUNDREDS = "百(?!分)|千(?![瓦米克卡伏赫帕])"
PLACE = rf"(?:[十万亿]|{HUNDREDS})"
GAP = "[ \u3000]?"  # as old print and text from PDF leave it between a number and its unit
DIGIT = "[一二两三四五六七八九]"
_PLACES_BEHIND = rf"[多余]?{PLACE}{{1,3}}(?:[多余]{PLACE}{{1,2}})?"  # 万亿, and 万多亿
ARABIC = (
    r"(?<![\d.．])(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:[.．]\d{1,10})?(?![.．]?\d)"
    rf"(?:{GAP}{_PLACES_BEHIND}(?:(?<=[万亿])\d{{1,4}}{_PLACES_BEHIND})?)?"
)
CHINESE = (
    rf"(?:[一二两三四五六七八九{_ZERO}十廿卅万亿]|{HUNDREDS}|(?<=[十百千万])[多余](?=[万亿])){{1,28}}"
    rf"(?:点[一二三四五六七八九{_ZERO}]{{1,8}}[万亿]{{0,2}})?"
)
NUMBER = rf"(?:{ARABIC}|{CHINESE})"
DASH = "[—–―~～至到-]{1,2}"

_ARABIC = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿兆]*)")
_PAIR = re.compile(
    r"([十百千万亿]?)([一二两三四五六七八九])([二两三四五六七八九])((?:[十百千](?![一二三四五六七八九]))?[万亿]*)"
)
_COMPOUND = re.compile(r"(\d.*?[万亿])(\d.*)")  # 2万5千
_DIVIDED = re.compile(rf"([\d.]+)[/∶:：]([\d.]+万?)|({DIGIT}{{1,2}})比((?:{DIGIT}|十){{1,3}})")
_PARTS = re.compile(r"[\d.]+(?:[∶:：][\d.]+){2,}")  # 6∶40∶54
_WRITTEN = re.compile(f"([{''.join(_DIGITS)}{''.join(_PLACES)}]+)(?:点([{''.join(_DIGITS)}]+)([万亿]*))?")
_BETWEEN = re.compile(r"[—–―~～至到-]+")


def number(text: str) -> Fraction:
    """
    A number as written, in digits or numerals, with places, as a share or a fraction.

    Raises
    ------
    ValueError
        For what is no number.

    Examples
    --------
    >>> [str(number(text)) for text in ("1.3万亿", "三分之一", "百分之五", "二〇三五", "两千零五", "5,000")]
    ['1300000000000', '1/3', '1/20', '2035', '2005', '5000']
    """
    bare = text.translate(_LOOSE)
    if slash := _DIVIDED.fullmatch(bare):
        first, second = (part for part in slash.groups() if part)
        return number(first) / (number(second) or 1)
    whole, parted, share = bare.partition("分之")
    if parted and (parts := number(whole)):
        return number(share) / parts
    if bare[-1:] in _SHARES:
        return number(bare[:-1]) / _SHARES[bare[-1]]
    if compound := _COMPOUND.fullmatch(bare):
        return number(compound[1]) + number(compound[2])
    if found := _ARABIC.fullmatch(bare):
        return Fraction(found[1]) * prod(_PLACES[place] for place in found[2])
    return _numerals(bare)


def _numerals(text: str) -> Fraction:
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(f"no number: {text!r}")
    decimals, places = found[2] or "零", found[3] or ""
    worth = _integer(found[1]) + Fraction(_in_a_row(decimals), 10 ** len(decimals))
    return worth * prod(_MYRIADS[place] for place in places)


def _integer(text: str) -> int:
    if not any(character in _PLACES for character in text):
        return _in_a_row(text)
    total = section = 0
    digit: int | None = None
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += _TENS[character] * (digit or 1)
            digit = None
        else:
            section += digit or 0
            total = (
                (total + section) * _MYRIADS[character]
                if _larger(character, total)
                else total + ((section or 1) * _MYRIADS[character])
            )
            section, digit = 0, None
    return total + section + (digit or 0) * _unsaid(text)


def _larger(place: str, total: int) -> bool:
    """Whether a place raises all that stands before it: 亿 in 一万亿, and in 三千万亿."""
    return 0 < total < _MYRIADS[place]


def _unsaid(text: str) -> int:
    """The place that the last digit leaves unsaid: 1,000 in 三万二, 1 in 三万零二."""
    before = text[-2:-1]
    return _PLACES[before] // 10 if before in _PLACES and before not in "十廿卅" else 1


def _in_a_row(text: str) -> int:
    return int("".join(str(_DIGITS[character]) for character in text))


def numbers(text: str) -> list[Fraction]:
    """
    The number that a text says, the two ends of a range (3%—4%, 四百～五百亿, 三四千), the parts of 6∶40∶54.

    Examples
    --------
    >>> [[str(one) for one in numbers(text)] for text in ("3%—4%", "四百～五百亿", "三四千", "4-5万")]
    [['3/100', '1/25'], ['40000000000', '50000000000'], ['3000', '4000'], ['40000', '50000']]
    """
    if _PARTS.fullmatch(text):
        return [number(part) for part in re.split("[∶:：]", text)]
    first, *others = _BETWEEN.split(text.translate(_LOOSE))
    if others and others[-1]:
        return [number(first + _shared(first, others[-1])), number(others[-1])]
    if (pair := _PAIR.fullmatch(first)) and _apart(pair[2], pair[3]):
        return [number(pair[1] + digit + pair[4]) for digit in (pair[2], pair[3])]
    return [number(first)]


def _shared(first: str, last: str) -> str:
    """What the first number leaves to the last: 亿 in 四百～五百亿, % in 3—4%."""
    end = last[-1:] if last[-1:] in _SHARES else last[len(last.rstrip("万亿")) :]
    if not end or end in first or first[-1:] in _SHARES or any(place in first for place in _MYRIADS):
        return ""
    return end if number(first) <= number(last[: -len(end)] or "1") else ""


def _apart(first: str, second: str) -> bool:
    """Whether two digits side by side say between: 三四 (and 三五), not 二九."""
    return _DIGITS[second] - _DIGITS[first] == 1 or first + second == "三五"


def shown(value: Fraction) -> str:
    """
    A number as the table has it: whole, or with six decimals at most.

    Examples
    --------
    >>> shown(Fraction(1, 3)), shown(Fraction(246000)), shown(Fraction(993, 1000))
    ('0.333333', '246000', '0.993')
    """
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def value(text: str) -> str:
    """
    What a core number is worth, two numbers joined by a semicolon where it is a range.

    Examples
    --------
    >>> value("24.6万"), value("百分之一百六十"), value("3%—4%"), value("一亿零五十")
    ('246000', '1.6', '0.03;0.04', '100000050')
    """
    return ";".join(map(shown, numbers(text)))
