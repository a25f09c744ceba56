"""What clusters are about, and where they agree with chapters and themes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.features import units_of
from analysis.partitions import adjusted_mutual_information
from analysis.tables import SEPARATOR, typed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.features import Features, Unit

    Matrix = NDArray[np.float64]
    Labels = NDArray[np.int64]


def cluster_terms(found: Features, numbers: Sequence[int] | Labels, *, top: int = 10) -> pd.DataFrame:
    """
    Words that set each cluster apart: ``cluster, term, weight``, the `top` of each, heaviest first.

    ``weight`` is the mean tf-idf weight of the word inside the cluster minus that outside.
    """
    at = np.asarray(numbers)
    rows: list[tuple[int, str, float]] = []
    for number in sorted(set(at.tolist()) - {0}):
        inside = at == number
        outside = found.weights[~inside].mean(axis=0) if (~inside).any() else 0.0
        weight = (found.weights[inside].mean(axis=0) - outside).round(6)
        order = sorted(range(len(found.words)), key=lambda i: (-weight[i], found.words[i]))[:top]
        rows += [(number, found.words[i], float(weight[i])) for i in order if weight[i] > 0]
    return pd.DataFrame(rows, columns=["cluster", "term", "weight"]).astype({"term": "str"})


def coherence(found: Features, numbers: Sequence[int] | Labels, *, top: int = 10) -> float:
    """
    Mean NPMI of the `top` words of each cluster, pair by pair, over the units that hold them (Röder et al. 2015).

    −1: never together; 0: by chance; 1: only together. Not a number where no cluster has two words.
    """
    n, column = len(found.units), {word: at for at, word in enumerate(found.words)}
    terms = cluster_terms(found, numbers, top=top)
    means = []
    for _, words in terms.groupby("cluster")["term"]:
        at = [column[word] for word in words]
        pairs = list(combinations(at, 2))
        if pairs and len(found.together):
            means.append(np.mean([_npmi(found.together, i, j, n) for i, j in pairs]))
    return float(np.mean(means)) if means else float("nan")


def _npmi(together: Matrix, i: int, j: int, n: int) -> float:
    both = together[i, j]
    if both == 0:
        return -1.0
    if both == n:
        return 1.0
    return float(np.log(both * n / (together[i, i] * together[j, j])) / -np.log(both / n))


def agreement(table: pd.DataFrame, partition: pd.Series) -> float:
    """
    Adjusted mutual information of clusters and another partition of the units (Vinh et al. 2010).

    `partition` gives chapters or themes by unit id. 1 = the same, 0 = chance.
    """
    return adjusted_mutual_information(table["unit_id"].map(partition), table["cluster"])


def grid(table: pd.DataFrame, partition: pd.Series, name: str) -> pd.DataFrame:
    """Units by cluster and another partition, zeros included: ``cluster``, the partition's `name`, ``n``."""
    counts = pd.crosstab(table["cluster"], table["unit_id"].map(partition).rename(name))
    return counts.stack().rename("n").reset_index()


def partings(table: pd.DataFrame, chapters: pd.Series, themes: pd.Series) -> pd.DataFrame:
    """
    The units that stand in another chapter than most of their cluster.

    One row per such unit, the surest first; columns as in ``tables.TABLES["cluster_partings"]``. ``cluster_chapter``
    is where most of the cluster stands, of equals the first.
    """
    placed = table.assign(chapter=table["unit_id"].map(chapters), theme=table["unit_id"].map(themes))
    placed = placed[placed["cluster"] > 0]
    most = placed.groupby("cluster")["chapter"].agg(lambda column: column.mode().iloc[0])
    placed["cluster_chapter"] = placed["cluster"].map(most)
    away = placed[placed["chapter"] != placed["cluster_chapter"]]
    return typed("cluster_partings", away.sort_values("strength", ascending=False, kind="stable"))


def profiles(table: pd.DataFrame, terms: pd.DataFrame, stability: pd.DataFrame) -> pd.DataFrame:
    """
    One row per cluster, columns as in ``tables.TABLES["cluster_profiles"]``.

    ``words`` are its terms, heaviest first, and ``unit_id`` its units, strongest first, joined by ' | '.
    """
    words = terms.groupby("cluster")["term"].agg(SEPARATOR.join).rename("words")
    strongest = table.sort_values(["strength"], ascending=False, kind="stable")
    units = strongest.groupby("cluster")["unit_id"].agg(SEPARATOR.join)
    found = stability.set_index("cluster")[["size", "jaccard", "verdict"]].join([words, units])
    return typed("cluster_profiles", found.fillna({"words": ""}).reset_index())


def typical_sentences(
    table: pd.DataFrame,
    terms: pd.DataFrame,
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    unit: Unit = "paragraph",
    top: int = 2,
) -> pd.DataFrame:
    """
    The `top` sentences of each cluster that hold most of its terms: ``cluster, sentence_id, evidence, text``.

    ``evidence`` are the terms found. Sentences with equally many come in reading order.
    """
    place = units_of(tokens["sentence_id"], unit)
    placed = tokens.assign(cluster=place.map(table.set_index("unit_id")["cluster"]))
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
    return best[["cluster", "sentence_id", "evidence", "text"]].reset_index(drop=True)
