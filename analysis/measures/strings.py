"""A string in a text, where it consists of whole words or lies within one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def string_counts(string: str, tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.Series:
    """
    How often a string stands in each sentence that has it, by sentence id, in reading order.

    An occurrence that takes a part of one word and a part of the next is none: 民生 does not stand in
    人民生活. One that lies within a word, or consists of whole words, is.

    Parameters
    ----------
    string
        What to count, as characters.
    tokens, sentences
        Tables of those names; ``start`` and ``end`` are places in the document's text.

    Examples
    --------
    >>> from analysis.study import Study
    >>> study = Study.open()
    >>> string_counts("民生", study.tokens, study.sentences).to_dict()
    {'1.1.3': 1, '1.4.1': 1, '1.4.2': 2, '2.1.6': 1, 'c8.1.1': 3}
    """
    holding = sentences[sentences["text"].str.contains(string, regex=False)] if string else sentences.head(0)
    words = tokens[tokens["sentence_id"].isin(holding["sentence_id"])]
    borders = sorted({*words["start"], *words["end"]})
    n = [
        sum(_of_words(start + found.start(), start + found.end(), borders) for found in _found(string, text))
        for start, text in zip(holding["start"], holding["text"], strict=True)
    ]
    counts = holding.assign(n=n).set_index("sentence_id")["n"].astype("int64")
    return counts[counts > 0]


def _found(string: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(re.escape(string), text))


def _of_words(start: int, end: int, borders: list[int]) -> bool:
    """Whether no word reaches over one end only: no border is inside, or both ends are borders."""
    inside = bisect_right(borders, start), bisect_left(borders, end)
    return inside[0] == inside[1] or all(
        at in borders[max(0, inside[0] - 1) : inside[1] + 1] for at in (start, end)
    )
