"""A string in a text: where it is of whole words or within one, and where a word's border cuts it."""

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
    holding, borders = _held(string, tokens, sentences)
    n = [
        sum(_of_words(start + found.start(), start + found.end(), borders) for found in _found(string, text))
        for start, text in zip(holding["start"], holding["text"], strict=True)
    ]
    counts = holding.assign(n=n).set_index("sentence_id")["n"].astype("int64")
    return counts[counts > 0]


def cut_strings(string: str, tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    What ``string_counts`` leaves out: one row per place where a word reaches over one end of the string only.

    Columns ``sentence_id``, ``words`` (the words it stands in, together).

    Examples
    --------
    >>> from analysis.study import Study
    >>> study = Study.open()
    >>> cut_strings("民生", study.tokens, study.sentences)["words"].tolist()
    ['人民生活']
    """
    import pandas as pd

    holding, borders = _held(string, tokens, sentences)
    rows = [
        (id_, text[borders[_first(borders, at)] - start : borders[_last(borders, behind)] - start])
        for id_, start, text in holding[["sentence_id", "start", "text"]].itertuples(index=False, name=None)
        for at, behind in ((start + one.start(), start + one.end()) for one in _found(string, text))
        if not _of_words(at, behind, borders)
    ]
    return pd.DataFrame(rows, columns=["sentence_id", "words"])


def _held(string: str, tokens: pd.DataFrame, sentences: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """The sentences that have the string, and the borders of their words."""
    holding = sentences[sentences["text"].str.contains(string, regex=False)] if string else sentences.head(0)
    words = tokens[tokens["sentence_id"].isin(holding["sentence_id"])]
    return holding, sorted({*words["start"], *words["end"]})


def _first(borders: list[int], at: int) -> int:
    """Which border is the last at or before a place."""
    return bisect_right(borders, at) - 1


def _last(borders: list[int], at: int) -> int:
    """Which border is the first at or behind a place."""
    return bisect_left(borders, at)


def _found(string: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(re.escape(string), text))


def _of_words(start: int, end: int, borders: list[int]) -> bool:
    """Whether no word reaches over one end only: no border is inside, or both ends are borders."""
    inside = bisect_right(borders, start), bisect_left(borders, end)
    return inside[0] == inside[1] or all(
        at in borders[max(0, inside[0] - 1) : inside[1] + 1] for at in (start, end)
    )
