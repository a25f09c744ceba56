"""What counts as a word: shared by all measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_DIGITS = re.compile(r"[\d.．,，]{1,20}")
_WORD = re.compile(r"\w")  # a token with a letter, a digit or a Chinese character; all else is punctuation


def bare_numbers(tokens: pd.Series) -> set[str]:
    """
    Tokens that are digits alone: numbers of lists (1．加强), and what is left of 24小时.

    Examples
    --------
    >>> import pandas as pd
    >>> sorted(bare_numbers(pd.Series(["1", "民生", "2025年", "3.5", "一"])))
    ['1', '3.5']
    """
    return set(tokens[tokens.str.fullmatch(_DIGITS)])


def is_word(tokens: pd.Series) -> pd.Series:
    """
    Which tokens are words: those with a letter, digit or Chinese character.

    Examples
    --------
    >>> import pandas as pd
    >>> is_word(pd.Series(["民生", "99.3%", "——", "+"])).tolist()
    [True, True, False, False]
    """
    return tokens.str.contains(_WORD)
