"""What counts as a word: shared by all measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_WORD = re.compile(r"\w")  # a token with a letter, a digit or a Chinese character; all else is punctuation


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
