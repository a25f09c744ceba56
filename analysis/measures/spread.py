"""How widely: in how many sentences, paragraphs, articles and chapters a term stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import GRANULARITY, TERM, Granularity, N, evidence
from analysis.ids import paragraph_of
from analysis.tables import SEPARATOR, Column, require, table, typed
from analysis.words.kinds import is_word

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def spread(tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    How often and how widely every word stands: one row per term, the most frequent first.

    Columns as in ``tables.TABLES["spread"]``: in how many sentences, paragraphs, articles and chapters it
    stands (document frequency at every level; what stands outside articles and chapters counts in none).

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> from analysis.words.segmentation import Segmenter, tokens
    >>> from analysis.words.lexicon import Lexicon
    >>> table = sentences(read_text("一、目标\\n民生改善。民生优先。", id="toy"))
    >>> spread(tokens(table, Segmenter(Lexicon())), table).iloc[:1, :6].values.tolist()
    [['民生', 2, 2, 1, 1, 0]]
    """
    require(tokens, "tokens", ["sentence_id", "token"])
    require(sentences, "sentences", ["sentence_id", "chapter", "article", "paragraph"])
    words = tokens.loc[is_word(tokens["token"]), ["sentence_id", "token"]].merge(sentences, on="sentence_id")
    words["in_paragraph"] = paragraph_of(words["sentence_id"])
    inside = words.assign(
        article=words["article"].where(words["article"] > 0),
        chapter=words["chapter"].where(words["chapter"] > 0),
    )
    table = (
        inside.groupby("token")
        .agg(
            n=("sentence_id", "size"),
            sentences=("sentence_id", "nunique"),
            paragraphs=("in_paragraph", "nunique"),
            articles=("article", "nunique"),
            chapters=("chapter", "nunique"),
            sentence_ids=("sentence_id", lambda ids: SEPARATOR.join(dict.fromkeys(ids))),
        )
        .reset_index()
        .rename(columns={"token": "term"})
    )
    return typed("spread", table.sort_values(["n", "term"], ascending=[False, True]))


@table(
    "spread",
    row="a term with how widely it stands",
    key=("term",),
    help="in how many sentences, paragraphs, articles and chapters each term stands",
    options=(GRANULARITY,),
    columns=(
        TERM,
        N,
        Column("sentences", "int64", "sentences that hold it", ("sentences", "句数")),
        Column("paragraphs", "int64", "paragraphs that hold it", ("paragraphs", "段数")),
        Column("articles", "int64", "articles that hold it", ("articles", "见于条数")),
        Column("chapters", "int64", "chapters that hold it", ("chapters", "见于章数")),
        evidence("the sentences, joined by ' | '"),
    ),
)
def spread_of(study: Study, *, granularity: Granularity = "word") -> pd.DataFrame:
    """In how many sentences, paragraphs, articles and chapters every term stands."""
    return spread(study.words(granularity), study.counted_sentences)
