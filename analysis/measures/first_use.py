"""Where each policy term stands for the first time: the order in which a document brings its terms up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import ARTICLE, CHAPTER, SENTENCE_ID, TERM, TEXT, N
from analysis.tables import Column, require, table, typed

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from analysis.study import Study


def first_use(tokens: pd.DataFrame, sentences: pd.DataFrame, terms: Collection[str]) -> pd.DataFrame:
    """
    Where each of `terms` first stands: one row per term that stands at all, in reading order.

    Give ``whole_terms(tokens)``. Columns as in ``tables.TABLES["first_use"]``: ``share`` is the place of the
    first occurrence among all tokens (0 = the first, towards 1 = the last), ``n`` how often the term stands
    in all.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1.1.1", 1, 0, 2, "发展", "v", None, None), ("1.1.1", 2, 2, 6, "一网通办", "nz", None, None)]
    >>> text = [("1.1.1", "body", 0, 1, 1, 0, 6, "发展一网通办")]
    >>> table = first_use(build("tokens", rows), build("sentences", text), {"一网通办"})
    >>> table[["term", "n", "share"]].values.tolist()
    [['一网通办', 1, 0.5]]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(sentences, "sentences", ["sentence_id", "chapter", "article", "text"])
    share = tokens.index.to_series().rank(method="first").sub(1) / max(len(tokens), 1)
    used = tokens.assign(term=tokens["token"], share=share)[tokens["token"].isin(list(terms))]
    used = used.assign(n=used.groupby("term")["term"].transform("size"))
    first = used.drop_duplicates("term")[["term", "n", "share", "sentence_id"]]
    place = sentences[["sentence_id", "chapter", "article", "text"]]
    return typed("first_use", first.merge(place, on="sentence_id", how="left"))


@table(
    "first_use",
    row="a policy term of the lexicon where it first stands, in reading order",
    key=("term",),
    help="where each policy term first stands, with its sentence",
    columns=(
        TERM,
        N,
        Column(
            "share",
            "float64",
            "place among all words: 0 = the first, towards 1 = the last",
            ("place", "位置"),
        ),
        SENTENCE_ID,
        CHAPTER,
        ARTICLE,
        TEXT,
    ),
)
def first_use_of(study: Study) -> pd.DataFrame:
    """Where each policy term of the lexicon first stands, with its sentence."""
    return first_use(study.whole_terms, study.counted_sentences, study.lexicon.terms)
