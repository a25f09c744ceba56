"""
Whether a text is Chinese, by its characters: another language, or what a wrong decoding or a PDF's fonts
leave.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from analysis.prose import Case
from analysis.reading.characters import COMMON, TRADITIONAL

LEAST_HAN = 0.2  # share of Chinese among all characters
LEAST_CHINESE = 0.5  # share of Chinese among letters
LEAST_COMMON = (
    0.5  # share of frequent characters among the Chinese; of fifty real documents the least has 0.88
)
_JUDGED = 20  # Chinese characters from which that share is judged

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s")


LEAST_TRADITIONAL = 0.03  # share of characters that simplified texts do not use; names alone hold fewer


def traditional(text: str) -> float:
    """
    The share of characters of traditional script among the Chinese ones; 0 where they are single ones.

    Examples
    --------
    >>> traditional("加快數字化轉型，改善民生。") > 0.1, traditional("加快数字化转型，乾隆年间。")
    (True, 0.0)
    """
    counts = Counter(text)
    han = sum(n for character, n in counts.items() if _HAN.match(character))
    share = sum(n for character, n in counts.items() if character in TRADITIONAL) / max(1, han)
    return share if share >= LEAST_TRADITIONAL else 0.0


def not_chinese(text: str, *, pdf: bool = False) -> dict[str, Any] | None:
    """
    What speaks against a text's being Chinese, as the values of its sentence; None when nothing does.

    A `pdf` may show characters that its codes do not name.

    Examples
    --------
    >>> not_chinese("Правительство района утвердило план.")
    {'kind': 'garbled', 'measure': 'Chinese', 'share': 0.0}
    >>> not_chinese("长宁区数字化转型")
    """
    counts = Counter(text)  # each pattern looks at a character once
    letters, han, kana, hangul, blank = (
        sum(n for character, n in counts.items() if pattern.match(character))
        for pattern in (_LETTER, _HAN, _KANA, _HANGUL, _SPACE)
    )
    common = sum(n for character, n in counts.items() if character in COMMON)
    characters = max(1, len(text) - blank)
    if han >= LEAST_CHINESE * letters and kana < 0.1 * letters and han >= LEAST_HAN * characters:
        if han < _JUDGED or common >= LEAST_COMMON * han:
            return None
        measure, share = "frequent", common / han
    else:
        measure, share = "Chinese", han / characters
    kind = "pdf" if pdf else "garbled"
    if kana >= 0.1 * letters > 0 or hangul >= 0.1 * letters > 0:
        kind = "Japanese" if kana > hangul else "Korean"
    return {"kind": Case(kind), "measure": Case(measure), "share": share}
