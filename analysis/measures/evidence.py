"""The sentences behind a row: counting in them gives the row's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.evidence import behind
from analysis.tables import SEPARATOR, require

if TYPE_CHECKING:
    import pandas as pd


def sentences_of_terms(
    tokens: pd.DataFrame, table: pd.DataFrame, groups: pd.Series | None = None
) -> pd.DataFrame:
    """
    `table` with ``sentence_ids``: the sentences that hold its ``term``, in reading order.

    With `groups` (the group of every sentence, by sentence id) only those of the row's ``group``.

    Examples
    --------
    >>> import pandas as pd
    >>> tokens = pd.DataFrame({"sentence_id": ["1.1.1", "2.1.1"], "token": ["民生", "民生"]})
    >>> sentences_of_terms(tokens, pd.DataFrame({"term": ["民生"]}))["sentence_ids"].tolist()
    ['1.1.1 | 2.1.1']
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(table, "evidence", ["term"] if groups is None else ["group", "term"])
    held = tokens.loc[tokens["token"].isin(set(table["term"])), ["sentence_id", "token"]].drop_duplicates()
    held = held.rename(columns={"token": "term"})
    if groups is None:
        return behind(table, held, ["term"])
    return behind(table, held.assign(group=held["sentence_id"].map(groups)), ["group", "term"])


def sentences_of_pairs(
    tokens: pd.DataFrame, table: pd.DataFrame, *, window: int | None = None
) -> pd.DataFrame:
    """
    `table` with ``sentence_ids``: the sentences in which ``word1`` and ``word2`` stand together, in reading
    order.

    With a `window` (`tokens` without punctuation) only those in which they stand at most so many words apart;
    ``n_before`` and ``n_behind`` say how often the second word stands before and behind the first.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("1.1.1", "民生"), ("1.1.1", "持续"), ("1.1.1", "改善"), ("2.1.1", "改善"), ("2.1.1", "民生")]
    >>> tokens = pd.DataFrame(rows, columns=["sentence_id", "token"])
    >>> pairs = pd.DataFrame({"word1": ["改善"], "word2": ["民生"]})
    >>> sentences_of_pairs(tokens, pairs)["sentence_ids"].tolist()
    ['1.1.1 | 2.1.1']
    >>> sentences_of_pairs(tokens, pairs, window=1).values.tolist()
    [['改善', '民生', 0, 1, '2.1.1']]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(table, "evidence", ["word1", "word2"])
    pairs = list(zip(table["word1"], table["word2"], strict=True))
    if window is None:
        return table.assign(sentence_ids=_holding_both(tokens, pairs)).astype({"sentence_ids": "str"})
    places = _Places(tokens, {word for pair in pairs for word in pair})
    found = [places.together(*pair, min(window, len(tokens))) for pair in pairs]
    before, behind, ids = list(zip(*found, strict=True)) or ((), (), ())
    sides = table.assign(n_before=before, n_behind=behind, sentence_ids=ids)
    return sides.astype({"n_before": "Int64", "n_behind": "Int64", "sentence_ids": "str"})


def _holding_both(tokens: pd.DataFrame, pairs: list[tuple[str, str]]) -> list[str]:
    """The sentences that hold both words of each pair."""
    wanted = {word for pair in pairs for word in pair}
    held = tokens.loc[tokens["token"].isin(wanted), ["sentence_id", "token"]].drop_duplicates()
    of = {word: list(ids) for word, ids in held.groupby("token", sort=False)["sentence_id"]}
    inside = {word: set(ids) for word, ids in of.items()}
    return [
        SEPARATOR.join(id_ for id_ in of.get(first, []) if id_ in inside.get(second, set()))
        for first, second in pairs
    ]


class _Places:
    """Where some words stand in a token table, and how far the sentence of each place reaches."""

    def __init__(self, tokens: pd.DataFrame, wanted: set[str]) -> None:
        import pandas as pd

        self._ids = tokens["sentence_id"].to_numpy(dtype=object)
        self._sentences, _ = pd.factorize(self._ids)
        new = np.flatnonzero(np.diff(self._sentences, prepend=-1, append=-1))
        self._begin = np.repeat(new[:-1], np.diff(new))
        self._end = np.repeat(new[1:], np.diff(new))
        codes, types = pd.factorize(tokens["token"].to_numpy(dtype=object))
        order = np.argsort(codes, kind="stable")
        places = np.split(order, np.cumsum(np.bincount(codes, minlength=len(types)))[:-1])
        self._of = {word: at for word, at in zip(types, places, strict=False) if word in wanted}

    def together(self, word1: str, word2: str, window: int) -> tuple[int, int, str]:
        """How often the second stands before and behind the first in the window, and in which sentences."""
        none = np.zeros(0, dtype=np.int64)
        first, second = self._of.get(word1, none), self._of.get(word2, none)
        middle = np.searchsorted(second, first)
        before = middle - np.searchsorted(second, np.maximum(self._begin[first], first - window))
        behind = np.searchsorted(second, np.minimum(self._end[first], first + window + 1)) - middle
        ids = dict.fromkeys(self._ids[first[before + behind > 0]])
        return int(before.sum()), int(behind.sum()), SEPARATOR.join(ids)
