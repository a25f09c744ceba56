"""Sequences of words that recur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.columns import N, evidence, minimum
from analysis.tables import SEPARATOR, Column, Option, at_least, require, table, typed
from analysis.words.kinds import is_word

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def n_grams(tokens: pd.DataFrame, *, size: int = 2, minimum: int = 2) -> pd.DataFrame:
    """
    Sequences of words within sentences and punctuation: one row per sequence, the most frequent first.

    ``term`` (the words parted by spaces), ``n`` and ``sentence_ids``. Sequences do not run over punctuation.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1", 1, 0, 2, "改善", "v", None, None), ("1", 2, 2, 4, "民生", "n", None, None)]
    >>> n_grams(build("tokens", rows), minimum=1).values.tolist()
    [['改善 民生', 1, '1']]
    """
    import pandas as pd

    require(tokens, "tokens", ["sentence_id", "token"])
    at_least(1, size=size, minimum=minimum)
    sentence = tokens["sentence_id"].to_numpy(dtype=object)
    text = tokens["token"].to_numpy(dtype=object)
    starts = np.flatnonzero(_words_on(tokens) >= size)
    codes, types = pd.factorize(text)
    keys = codes[starts]
    for at in range(1, size):  # a number for each sequence so far, never larger than the table is long
        often = np.bincount(keys)[keys] >= minimum  # what is rare so far is rare when it goes on
        keys, starts = keys[often], starts[often]
        if not len(starts):
            break
        keys, _ = pd.factorize(keys.astype("int64") * len(types) + codes[starts + at])
    table = pd.DataFrame({"key": keys, "start": starts, "sentence_id": sentence[starts]})
    table = table[table.groupby("key")["key"].transform("size") >= minimum]
    table = table.groupby("key", sort=False).agg(
        start=("start", "first"),
        n=("start", "size"),
        sentence_ids=("sentence_id", lambda found: SEPARATOR.join(dict.fromkeys(found))),
    )
    table["term"] = [" ".join(text[start : start + size]) for start in table["start"]]
    return typed("ngrams", table.sort_values(["n", "term"], ascending=[False, True]))


def _words_on(tokens: pd.DataFrame) -> np.ndarray:
    """How many words follow without a break from each place on, itself included; 0 at punctuation."""
    word = is_word(tokens["token"]).to_numpy(dtype=bool)
    sentence = tokens["sentence_id"].to_numpy(dtype=object)
    breaks = ~word
    breaks[1:] |= sentence[1:] != sentence[:-1]
    stops = np.append(np.flatnonzero(breaks), len(word))
    places = np.arange(len(word))
    return np.where(word, stops[np.searchsorted(stops, places, side="right")] - places, 0)


@table(
    "ngrams",
    row="a sequence of words that recurs",
    key=("term",),
    help="sequences of words that recur",
    options=(
        Option("size", "words in a sequence (default 2)", kind=int, least=1, default=2, metavar="N"),
        minimum(3),
    ),
    columns=(
        Column("term", "str", "the words, parted by spaces", ("words", "词串")),
        N,
        evidence("the sentences that hold it, joined by ' | '"),
    ),
)
def ngrams_of(study: Study, *, size: int = 2, minimum: int = 3) -> pd.DataFrame:
    """Sequences of words that recur."""
    return n_grams(study.tokens, size=size, minimum=minimum)
