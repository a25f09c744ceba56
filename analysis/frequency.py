"""How often: counts and rates of terms by document, chapter or article; tf-idf."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.tables import SEPARATOR, InputProblem, build, require

if TYPE_CHECKING:
    import pandas as pd

Grouping = Literal["document", "chapter", "article"]
GROUPINGS: tuple[Grouping, ...] = ("document", "chapter", "article")
PER = 1000

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


def count_terms(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    by: Grouping = "document",
    document_id: str = "document",
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """
    Count terms in groups: one row per (group, term), the most frequent first within each group.

    Parameters
    ----------
    tokens, sentences
        Tables of one document. Give ``whole_terms(tokens)`` to count policy terms rather than words.
    by
        ``document`` (the group is `document_id`), ``chapter`` or ``article`` (ordinals; 0 = outside any).
    stop_words
        Left out of the rows, never out of the totals that rates are made from.

    Returns
    -------
    DataFrame
        Columns as in ``tables.TABLES["terms"]``. ``rate`` is per 1,000 words of the group: stop words count,
        punctuation and headings do not. Equal counts are ordered by code point, so that order is the same
        everywhere.

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> from analysis.segmentation import Segmenter, tokens
    >>> from analysis.lexicon import Lexicon
    >>> table = sentences(read_text("一、目标\\n民生改善，民生优先。", id="toy"))
    >>> count_terms(tokens(table, Segmenter(Lexicon())), table).head(1).values.tolist()
    [['document', '民生', 2, 500.0]]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(sentences, "sentences", ["sentence_id", "chapter", "article"])
    if by not in GROUPINGS:
        raise InputProblem(f"terms cannot be grouped by {by!r}; choose {', '.join(GROUPINGS)}")
    words = tokens.loc[is_word(tokens["token"]), ["sentence_id", "token"]]
    if "kind" in sentences:
        headings = sentences.loc[sentences["kind"] == "heading", "sentence_id"]
        words = words[~words["sentence_id"].isin(headings)]
    place = sentences.set_index("sentence_id")
    group = document_id if by == "document" else words["sentence_id"].map(place[by]).astype("int64")
    words = words.assign(order=0 if by == "document" else group, group=group)
    totals = words.groupby("order")["token"].size()
    counts = words.groupby(["order", "group", "token"]).size().rename("n").reset_index()
    counts["rate"] = PER * counts["n"] / counts["order"].map(totals)
    counts = counts[~counts["token"].isin(list(stop_words))]
    counts = counts.sort_values(["order", "n", "token"], ascending=[True, False, True], kind="stable")
    rows = zip(counts["group"].astype("str"), counts["token"], counts["n"], counts["rate"], strict=True)
    return build("terms", rows)


def tf_idf(counts: pd.DataFrame) -> pd.DataFrame:
    """
    Add ``tf_idf`` to a count table: the term's rate in the group × ln(groups / groups with the term).

    The plain variant (ntn over rates; Spärck Jones 1972, Manning et al. 2008 §6.2), no smoothing: a term
    that every group uses scores 0. `counts` must hold all groups to be compared and at least two of them.
    Sorted by group as they come, highest first. It says what sets a group apart from the others here, not
    what matters in policy.

    Raises
    ------
    InputProblem
        With fewer than two groups: nothing to be told apart.

    Examples
    --------
    >>> counts = build("terms", [("1", "民生", 2, 20.0), ("1", "发展", 3, 30.0), ("2", "发展", 1, 10.0)])
    >>> tf_idf(counts)["tf_idf"].round(2).tolist()
    [13.86, 0.0, 0.0]
    """
    require(counts, "terms")
    groups = counts["group"].nunique()
    if groups < 2:
        raise InputProblem(f"tf-idf compares groups and {groups} came; count by chapter or article.")
    spread = counts.groupby("term")["group"].transform("nunique")
    table = counts.assign(tf_idf=counts["rate"] * np.log(groups / spread))
    order = {group: place for place, group in enumerate(counts["group"].unique())}
    table = table.assign(order=table["group"].map(order))
    table = table.sort_values(["order", "tf_idf", "term"], ascending=[True, False, True], kind="stable")
    return table.drop(columns="order").reset_index(drop=True)


def terms_containing(tokens: pd.DataFrame, text: str) -> pd.DataFrame:
    """
    The terms in which a string stands: what it is a name of, or a part of.

    Give ``whole_terms(tokens)`` to see policy terms. One row per term: ``term, n, sentence_ids``, the most
    frequent first.

    Examples
    --------
    >>> rows = [("1.1.1", 1, 0, 4, "虹桥机场", "term", 0, 4), ("1.1.1", 2, 4, 6, "建设", "v", None, None)]
    >>> terms_containing(build("tokens", rows), "虹桥").values.tolist()
    [['虹桥机场', 1, '1.1.1']]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    found = tokens[tokens["token"].str.contains(text, regex=False)]
    grouped = found.groupby("token")["sentence_id"]
    table = grouped.agg(n="size", sentence_ids=lambda ids: SEPARATOR.join(dict.fromkeys(ids)))
    table = table.reset_index().rename(columns={"token": "term"})
    return table.sort_values(["n", "term"], ascending=[False, True]).reset_index(drop=True)
