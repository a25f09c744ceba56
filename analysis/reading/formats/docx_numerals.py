"""Numbers as Word prints them, by the name of their format in the file (``w:numFmt``)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 10_000  # from which on Word's Chinese formats and ours would part


def printed(value: int, kind: str) -> str:
    """
    A counter as Word prints it; what a format has no number for is printed in digits.

    Examples
    --------
    >>> printed(12, "chineseCounting"), printed(105, "chineseCountingThousand"), printed(7, "decimal")
    ('十二', '一百零五', '7')
    >>> printed(3, "decimalEnclosedCircle"), printed(14, "upperRoman"), printed(28, "lowerLetter")
    ('③', 'XIV', 'bb')
    """
    made = _FORMATS[kind](value) if kind in _FORMATS and 0 < value < _MOST else ""
    return made or str(value)


def _counted(digits: str, units: str, *, from_ten: bool) -> Callable[[int], str]:
    """Numbers with their units: 十二, 一百零五; legal ones say 壹拾贰."""

    def counted(value: int) -> str:
        text, gap = "", False
        for place in range(3, -1, -1):
            digit = value // 10**place % 10
            if digit:
                text += digits[0] * gap + digits[digit] + units[place].strip()
            gap = bool(text) and not digit
        return text[1:] if from_ten and text.startswith("一十") else text

    return counted


def _placed(value: int) -> str:
    """Digit by digit: 一〇."""
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _chinese(value: int) -> str:
    return _COUNTED(value) if value < 100 else _placed(value)


def _taken(characters: str) -> Callable[[int], str]:
    """The n-th of some characters; none behind the last."""
    return lambda value: characters[value - 1 : value]


def _from(first: str, most: int) -> Callable[[int], str]:
    """Characters that follow one another in Unicode."""
    return _taken("".join(chr(ord(first) + at) for at in range(most)))


def _letters(value: int) -> str:
    """Behind z come aa, bb …: a letter as often as the alphabet has been gone through."""
    again, at = divmod(value - 1, 26)
    return chr(97 + at) * (again + 1)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (value // worth)
        value %= worth
    return text


_COUNTED = _counted("零" + _DIGITS[1:], " 十百千", from_ten=True)
_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": _COUNTED,
    "taiwaneseCountingThousand": _COUNTED,
    "japaneseCounting": _COUNTED,
    "ideographDigital": _placed,
    "japaneseDigitalTenThousand": _placed,
    "taiwaneseDigital": _placed,
    "chineseLegalSimplified": _counted(_LEGAL, " 拾佰仟", from_ten=False),
    "ideographLegalTraditional": _counted(_LEGAL_TRADITIONAL, " 拾佰仟", from_ten=False),
    "ideographTraditional": _taken(_STEMS),
    "ideographZodiac": _taken(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}
