"""The sentences behind a row: counting in them gives the row's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    if groups is None:
        found = held.groupby("token")["sentence_id"].agg(SEPARATOR.join)
        return table.assign(sentence_ids=table["term"].map(found).fillna("").astype("str"))
    held = held.assign(group=held["sentence_id"].map(groups))
    found = held.groupby(["group", "token"])["sentence_id"].agg(SEPARATOR.join)
    index = table.set_index(["group", "term"]).index
    return table.assign(sentence_ids=found.reindex(index, fill_value="").to_numpy()).astype(
        {"sentence_ids": "str"}
    )


def sentences_of_pairs(tokens: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """
    `table` with ``sentence_ids``: the sentences that hold both ``word1`` and ``word2``, in reading order.

    Examples
    --------
    >>> import pandas as pd
    >>> tokens = pd.DataFrame({"sentence_id": ["1.1.1", "1.1.1", "2.1.1"], "token": ["民生", "改善", "民生"]})
    >>> pairs = pd.DataFrame({"word1": ["改善"], "word2": ["民生"]})
    >>> sentences_of_pairs(tokens, pairs)["sentence_ids"].tolist()
    ['1.1.1']
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(table, "evidence", ["word1", "word2"])
    wanted = {*table["word1"], *table["word2"]}
    held = tokens.loc[tokens["token"].isin(wanted), ["sentence_id", "token"]].drop_duplicates()
    of = {word: list(ids) for word, ids in held.groupby("token", sort=False)["sentence_id"]}
    inside = {word: set(ids) for word, ids in of.items()}
    found = [
        SEPARATOR.join(id_ for id_ in of.get(first, []) if id_ in inside.get(second, set()))
        for first, second in zip(table["word1"], table["word2"], strict=True)
    ]
    return table.assign(sentence_ids=found).astype({"sentence_ids": "str"})
