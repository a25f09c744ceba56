"""What clusters are about: their paragraphs, their typical sentences, their chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import (
    CHAPTER,
    CLUSTER,
    CLUSTER_SIZE,
    JACCARD,
    SENTENCE_ID,
    TEXT,
    VERDICT,
    K,
    evidence,
    n_of,
)
from analysis.evidence import behind
from analysis.ids import paragraph_of
from analysis.tables import SEPARATOR, Column, table, typed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def agreement(table: pd.DataFrame, sentences: pd.DataFrame, by: str = "chapter") -> float:
    """
    Adjusted mutual information of clusters and chapters (Vinh et al. 2010): 1 = the same, 0 = chance.

    `by` article it is of clusters and articles. Units outside any count as one more group.
    """
    from sklearn.metrics import adjusted_mutual_info_score

    return float(adjusted_mutual_info_score(unit_parts(table, sentences, by), table["cluster"]))


def unit_parts(table: pd.DataFrame, sentences: pd.DataFrame, by: str = "chapter") -> pd.Series:
    """The chapter (or `by` article) of each unit of a cluster table, in its order."""
    unit = paragraph_of(sentences["sentence_id"])
    parts = sentences[by].groupby(unit).first()
    return table["unit_id"].map(parts).astype("int64")


def chapter_grid(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Paragraphs by cluster and chapter, zeros included: ``cluster, chapter, n``."""
    import pandas as pd

    counts = pd.crosstab(table["cluster"], unit_parts(table, sentences).rename("chapter"))
    return typed("cluster_chapters", counts.stack().rename("n").reset_index())


def members(table: pd.DataFrame, terms: pd.DataFrame, stability: pd.DataFrame) -> pd.DataFrame:
    """
    One row per cluster: ``cluster, size, jaccard, verdict, words, unit_id``.

    ``words`` are its terms, heaviest first, and ``unit_id`` its paragraphs, strongest first, joined by ' | '.
    """
    words = terms.groupby("cluster")["term"].agg(SEPARATOR.join).rename("words")
    strongest = table.sort_values(["strength"], ascending=False, kind="stable")
    units = strongest.groupby("cluster")["unit_id"].agg(SEPARATOR.join)
    found = stability.set_index("cluster")[["size", "jaccard", "verdict"]].join([words, units])
    return typed("cluster_members", found.reset_index())


def typical_sentences(
    table: pd.DataFrame, terms: pd.DataFrame, tokens: pd.DataFrame, sentences: pd.DataFrame, *, top: int = 2
) -> pd.DataFrame:
    """
    The `top` sentences of each cluster that hold most of its terms: ``cluster, sentence_id, evidence, text``.

    ``evidence`` are the terms found. Sentences with equally many come in reading order.
    """
    unit = paragraph_of(tokens["sentence_id"])
    placed = tokens.assign(cluster=unit.map(table.set_index("unit_id")["cluster"]))
    found = placed.merge(terms, left_on=["cluster", "token"], right_on=["cluster", "term"])
    found = found.drop_duplicates(["cluster", "sentence_id", "term"])
    evidence = (
        found.groupby(["cluster", "sentence_id"], sort=False)["term"]
        .agg(["size", SEPARATOR.join])
        .reset_index()
    )
    order = {id_: place for place, id_ in enumerate(sentences["sentence_id"])}
    evidence["order"] = evidence["sentence_id"].map(order)
    evidence = evidence.sort_values(["cluster", "size", "order"], ascending=[True, False, True])
    best = evidence.groupby("cluster").head(top).rename(columns={"join": "evidence"})
    best = best.merge(sentences[["sentence_id", "text"]], on="sentence_id", how="left")
    return typed("cluster_sentences", best)


@table(
    "cluster_members",
    row="a cluster with its size, stability, words and paragraphs",
    key=("cluster",),
    help="each cluster with its size, stability, words and paragraphs",
    options=(K,),
    columns=(
        CLUSTER,
        CLUSTER_SIZE,
        JACCARD,
        VERDICT,
        Column("words", "str", "its terms, the heaviest first, joined by ' | '", ("words", "特征词")),
        Column("unit_id", "str", "its paragraphs, the strongest first, joined by ' | '", ("paragraph", "段")),
    ),
)
def cluster_members_of(study: Study, k: int | None = None) -> pd.DataFrame:
    """Each cluster with its size, stability, words and paragraphs."""
    return members(study.grouped(k), study.cluster_terms(k), study.cluster_stability(k))


@table(
    "cluster_sentences",
    row="a sentence that holds many of its cluster's words",
    key=("cluster", "sentence_id"),
    help="the sentences of each cluster that hold most of its words",
    options=(K,),
    columns=(
        CLUSTER,
        SENTENCE_ID,
        Column("evidence", "str", "the words found, joined by ' | '", ("evidence", "依据")),
        TEXT,
    ),
)
def cluster_sentences_of(study: Study, k: int | None = None) -> pd.DataFrame:
    """The sentences of each cluster that hold most of its words."""
    return typical_sentences(study.grouped(k), study.cluster_terms(k), study.tokens, study.counted_sentences)


@table(
    "cluster_chapters",
    row="a cluster in a chapter, zeros included",
    key=("cluster", "chapter"),
    help="paragraphs by cluster and chapter",
    options=(K,),
    columns=(
        CLUSTER,
        CHAPTER,
        n_of("paragraphs", ("paragraphs", "段数")),
        evidence("these paragraphs, joined by ' | '"),
    ),
)
def cluster_chapters_of(study: Study, k: int | None = None) -> pd.DataFrame:
    """Paragraphs by cluster and chapter."""
    units, sentences = study.grouped(k), study.counted_sentences
    placed = units.assign(chapter=unit_parts(units, sentences), sentence_id=units["unit_id"])
    return behind(chapter_grid(units, sentences), placed, ["cluster", "chapter"])
