"""
How far clusters can be trusted: what is found again when a fifth of the units is left out, and how many there
are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.columns import CLUSTER, CLUSTER_LABEL, CLUSTER_SIZE, JACCARD, VERDICT, K
from analysis.judgements.clustering import K_RANGE, Features, canonical, gate, partition
from analysis.tables import Column, build, table, typed

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from analysis.judgements.clustering import Labels
    from analysis.study import Study

RESAMPLES = 50
MANY_UNITS = 500  # from so many units on, fewer resamples
SHARE = 0.8  # of the units in each resample
STABLE, DOUBTFUL = 0.75, 0.6  # mean Jaccard (Hennig 2007)


def _resamples(order: NDArray[np.intp], times: int) -> Iterator[NDArray[np.intp]]:
    """Index sets of random subsamples; always the same ones, so that published figures can be made again."""
    rng = np.random.default_rng(20201130)
    times = times if len(order) <= MANY_UNITS else max(5, times // 5)
    for _ in range(times):
        drawn = np.sort(rng.choice(len(order), size=round(SHARE * len(order)), replace=False))
        yield order[drawn]


def stability(found: Features, table: pd.DataFrame, *, resamples: int = RESAMPLES) -> pd.DataFrame:
    """
    How well each cluster is found again when a fifth of the paragraphs is left out.

    For each of `resamples` subsamples the clustering is made anew; a cluster's Jaccard similarity is that
    with its best match there, over the units drawn. One row per cluster: ``cluster, label, size, jaccard``
    (mean, 0 to 1) and ``verdict``: stable from .75, doubtful from .6, not supported below (Hennig 2007).
    """
    numbers = table["cluster"].to_numpy()
    k = max(2, len(set(numbers.tolist()) - {0}))
    draws = [
        (index, partition(found.weights[index], k))
        for index in _resamples(canonical(found.weights), resamples)
    ]
    rows = []
    for number, members in table[table["cluster"] > 0].groupby("cluster"):
        jaccard = float(np.mean([_best_match(numbers[index] == number, again) for index, again in draws]))
        verdict = "stable" if jaccard >= STABLE else "doubtful" if jaccard >= DOUBTFUL else "not supported"
        rows.append((number, members["label"].iloc[0], len(members), round(jaccard, 3), verdict))
    return build("cluster_stability", rows)


def _best_match(members: NDArray[np.bool_], again: Labels) -> float:
    """Jaccard similarity of a cluster with the most similar one of another partition of the same units."""
    if not members.any():
        return 0.0
    others = (again == label for label in set(again.tolist()) - {-1})
    return max((float((members & other).sum() / (members | other).sum()) for other in others), default=0.0)


def choose_k(found: Features, *, ks: Sequence[int] = K_RANGE, resamples: int = 20) -> pd.DataFrame:
    """
    How stable the whole partition is for each number of clusters: the curve from which k is chosen.

    One row per k: ``k``; ``ari``, the mean adjusted Rand index (Hubert & Arabie 1985; 1 = the same, 0 =
    chance) between the clustering of all units and that of subsamples, over the units drawn; ``error``,
    its standard error. ``chosen`` marks the largest k that is within one standard error of the best: among
    partitions that cannot be told apart by stability, the one that says most.
    """
    import pandas as pd
    from sklearn.metrics import adjusted_rand_score

    ks = sorted({gate(found, k) for k in ks})
    order = canonical(found.weights)
    rows = []
    for k in ks:
        whole = partition(found.weights[order], k)[np.argsort(order)]
        draws = _resamples(order, resamples)
        scores = [adjusted_rand_score(whole[index], partition(found.weights[index], k)) for index in draws]
        rows.append((k, np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))))
    table = pd.DataFrame(rows, columns=["k", "ari", "error"]).round(3)
    best = table.loc[table["ari"].idxmax()]
    close = table.loc[table["ari"] >= best["ari"] - best["error"], "k"]
    return typed("cluster_curve", table.assign(chosen=table["k"] == close.max()))


@table(
    "cluster_stability",
    row="a cluster with how well it is found again in subsamples",
    key=("cluster",),
    help="how well each cluster is found again in subsamples",
    options=(K,),
    columns=(
        CLUSTER,
        CLUSTER_LABEL,
        CLUSTER_SIZE,
        JACCARD,
        VERDICT,
    ),
)
def cluster_stability_of(study: Study, k: int | None = None) -> pd.DataFrame:
    """How well each cluster is found again in subsamples."""
    return stability(study.features, study.clusters(k))


@table(
    "cluster_curve",
    row="a number of clusters with the stability of the partition",
    key=("k",),
    help="stability by number of clusters, with the number chosen",
    attribute=True,
    columns=(
        Column("k", "int64", "number of clusters", ("clusters", "类数")),
        Column(
            "ari",
            "float64",
            "mean adjusted Rand index between the whole and subsamples; 1 = the same, 0 = chance",
            ("ARI", "ARI"),
        ),
        Column("error", "float64", "its standard error", ("standard error", "标准误")),
        Column("chosen", "bool", "the largest k within one standard error of the best", ("chosen", "选定")),
    ),
)
def cluster_curve_of(study: Study) -> pd.DataFrame:
    """Stability by number of clusters, with the number chosen."""
    return choose_k(study.features)
