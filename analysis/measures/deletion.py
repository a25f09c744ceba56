"""What hangs on one article: keyness without the article that carries most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.measures import association
from analysis.tables import require, typed

if TYPE_CHECKING:
    import pandas as pd


def deletion(counts: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """
    How much of a word's keyness hangs on one article: G² and log ratio with each article of the group left
    out.

    Article-deletion sensitivity, a question about this document, not an inference about others.

    Parameters
    ----------
    counts
        A row per (group, article, term) with ``n``: where in each group each word stands.
    rows
        Rows of `keyness` made from the same words, each group against the rest.

    Returns
    -------
    DataFrame
        `rows` with ``articles`` (how many articles of the group hold the word), ``g2_least`` and
        ``log_ratio_least`` (with the article left out that carries most) and ``article_decisive`` (which).

    Examples
    --------
    >>> import pandas as pd
    >>> counts = pd.DataFrame(
    ...     [
    ...         ("1", "1", "数字", 8), ("1", "1", "的", 42), ("1", "2", "的", 50),
    ...         ("2", "3", "数字", 2), ("2", "3", "的", 98),
    ...     ],
    ...     columns=["group", "article", "term", "n"],
    ... )
    >>> from analysis.measures.keyness import keyness
    >>> table = keyness(counts.groupby(["group", "term"], as_index=False)["n"].sum(), stop_words=["的"])
    >>> deletion(counts, table)[["articles", "article_decisive", "log_ratio_least"]].head(1).values.tolist()
    [[1, '1', -1.0]]
    """
    require(counts, "counts", ["group", "article", "term", "n"])
    sizes = counts.groupby(["group", "article"])["n"].sum().rename("size").reset_index()
    totals = counts.groupby("group")["n"].sum()
    wanted = rows[["group", "term"]].drop_duplicates()
    held = counts.merge(wanted, on=["group", "term"]).merge(sizes, on=["group", "article"])
    held = held.merge(rows[["group", "term", "n", "n_rest"]], on=["group", "term"], suffixes=("_article", ""))
    c = held["group"].map(totals).to_numpy(float)
    rest = totals.sum() - c
    a = (held["n"] - held["n_article"]).to_numpy(float)
    left = c - held["size"].to_numpy(float)
    alone = left <= 0  # a group of one article: nothing is left to compare
    b = held["n_rest"].to_numpy(float)
    left = np.where(alone, 1.0, left)
    held["ratio"] = np.where(alone, np.nan, association.log_ratio(np.where(alone, 0, a), b, left, rest))
    held["g2_left"] = np.where(
        alone, np.nan, association.log_likelihood(np.where(alone, 0, a), b, left, rest)
    )
    held = held.sort_values(["group", "term", "ratio", "article"], kind="stable", na_position="first")
    worst = held.drop_duplicates(["group", "term"]).set_index(["group", "term"])
    spread = held.groupby(["group", "term"])["article"].nunique()
    index = rows.set_index(["group", "term"]).index
    table = rows.assign(
        articles=spread.reindex(index, fill_value=0).to_numpy(),
        g2_least=worst["g2_left"].reindex(index).to_numpy(),
        log_ratio_least=worst["ratio"].reindex(index).to_numpy(),
        article_decisive=worst["article"].reindex(index).fillna("").to_numpy(),
    )
    return typed("keyness", table)
