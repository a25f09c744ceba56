"""
How far clusters can be trusted: what is found again when a fifth of the units is left out, more surely than
in shuffled words, and how many clusters there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.columns import CLUSTER, CLUSTER_LABEL, CLUSTER_SIZE, JACCARD, VERDICT, K, evidence
from analysis.evidence import behind
from analysis.judgements.clustering import K_RANGE, Features, canonical, gate, most_clusters, partition
from analysis.judgements.shuffling import SEED, shuffles
from analysis.tables import Column, build, table, typed

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from analysis.judgements.clustering import Labels
    from analysis.study import Study

RESAMPLES = 50
MANY_UNITS = 500  # from so many units on, fewer resamples
SHARE = 0.8  # of the units in each resample
DIGITS = 3  # that are told; what is judged is what is told
STABLE, DOUBTFUL = 0.75, 0.6  # mean Jaccard (Hennig 2007)
SHUFFLED, FEW_RESAMPLES = 60, 6  # clusters of shuffled words, which need no figure each
CHANCE = 0.95  # quantile of what clusters of shuffled words reach


def _resamples(found: Features, times: int) -> Iterator[NDArray[np.intp]]:
    """
    Random subsamples of the units that are grouped; always the same ones, so that published figures can be
    made again.
    """
    order = canonical(found.weights)
    order = order[found.weights[order].any(axis=1)]
    rng = np.random.default_rng(SEED)
    times = times if len(order) <= MANY_UNITS else max(5, times // 5)
    for _ in range(times):
        drawn = np.sort(rng.choice(len(order), size=round(SHARE * len(order)), replace=False))
        yield order[drawn]


def stability(found: Features, table: pd.DataFrame, *, resamples: int = RESAMPLES) -> pd.DataFrame:
    """
    How well each cluster is found again when a fifth of the paragraphs is left out.

    For each of `resamples` subsamples the clustering is made anew; a cluster's Jaccard similarity is that
    with its best match there, over the units drawn. One row per cluster: ``cluster, label, size, jaccard``
    (mean, 0 to 1), ``jaccard_shuffled`` (what one in twenty clusters of shuffled words reaches; the same in
    all rows) and ``verdict``: stable from .75, doubtful from .6 (Hennig 2007), and not supported below or
    where clusters of shuffled words do as well, all as rounded in the table.
    """
    numbers = table["cluster"].to_numpy()
    k = max(2, len(set(numbers.tolist()) - {0}))
    jaccards = _jaccards(found, numbers, k, resamples)
    chance = round(shuffled_jaccard(found, k), DIGITS)
    rows: list[tuple[object, ...]] = []
    for number, members in table[table["cluster"] > 0].groupby("cluster"):
        jaccard = round(jaccards[number], DIGITS)
        label, size = members["label"].iloc[0], len(members)
        rows.append((number, label, size, jaccard, chance, _verdict(jaccard, chance)))
    found = build("cluster_stability", rows)
    return behind(found, table.assign(sentence_id=table["unit_id"]), ["cluster"])


def _verdict(jaccard: float, chance: float) -> str:
    if jaccard < DOUBTFUL or jaccard <= chance:
        return "not supported"
    return "stable" if jaccard >= STABLE else "doubtful"


def _jaccards(found: Features, numbers: Labels, k: int, resamples: int) -> dict[int, float]:
    """Mean Jaccard similarity of every cluster (0 is none) with its best matches in subsamples."""
    draws = [(index, partition(found.weights[index], k)) for index in _resamples(found, resamples)]
    return {
        number: float(np.mean([_best_match(numbers[index] == number, again) for index, again in draws]))
        for number in sorted(set(numbers.tolist()) - {0})
    }


def shuffled_jaccard(found: Features, k: int) -> float:
    """The mean Jaccard that only one in twenty clusters of shuffled words exceeds."""
    reached = [
        jaccard
        for dealt in shuffles(found, -(-SHUFFLED // k))
        for jaccard in _jaccards(dealt, _whole(dealt, k) + 1, k, FEW_RESAMPLES).values()
    ]
    return float(np.quantile(reached, CHANCE))


def _whole(found: Features, k: int) -> Labels:
    order = canonical(found.weights)
    return partition(found.weights[order], k)[np.argsort(order)]


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
    chance) between the clustering of all units and that of subsamples, over the units drawn; ``sd``, its
    standard deviation from subsample to subsample, which does not shrink as more are drawn;
    ``ari_shuffled``, the mean of shuffled words (over all k, since it hardly depends on it). The number with
    the highest index is ``chosen``; those within one standard deviation of it are ``as_good``: which of them
    comes first is up to the paragraphs left out.
    """
    import pandas as pd

    most = max(most_clusters(found.counts), min(ks))
    ks = sorted({gate(found.counts, min(k, most)) for k in ks})
    scores = [_agreements(found, k, resamples) for k in ks]
    few = FEW_RESAMPLES // 2
    chance = [
        score
        for k, dealt in zip(ks, shuffles(found, len(ks)), strict=True)
        for score in _agreements(dealt, k, few)
    ]
    table = pd.DataFrame(
        {"k": ks, "ari": np.mean(scores, axis=1), "sd": np.std(scores, axis=1, ddof=1)}
    ).round(DIGITS)
    best = table["ari"].idxmax()
    judged = table.assign(
        ari_shuffled=round(float(np.mean(chance)), DIGITS),
        as_good=table["ari"] >= table["ari"][best] - table["sd"][best],
        chosen=table.index == best,
    )
    return typed("cluster_curve", judged)


def _agreements(found: Features, k: int, resamples: int) -> list[float]:
    """Adjusted Rand index between all units and each subsample."""
    from sklearn.metrics import adjusted_rand_score

    whole = _whole(found, k)
    draws = _resamples(found, resamples)
    return [adjusted_rand_score(whole[index], partition(found.weights[index], k)) for index in draws]


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
        Column(
            "jaccard_shuffled",
            "float64",
            "what one in twenty clusters of shuffled words reaches",
            ("Jaccard, shuffled", "打乱后Jaccard"),
        ),
        VERDICT,
        evidence("its paragraphs, joined by ' | '"),
    ),
)
def cluster_stability_of(study: Study, k: int | None = None) -> pd.DataFrame:
    """How well each cluster is found again in subsamples."""
    return stability(study.features, study.grouped(k))


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
        Column(
            "sd",
            "float64",
            "its standard deviation from subsample to subsample",
            ("standard deviation", "标准差"),
        ),
        Column(
            "ari_shuffled",
            "float64",
            "the mean of shuffled words, over all numbers",
            ("ARI, shuffled", "打乱后ARI"),
        ),
        Column("as_good", "bool", "within one standard deviation of the best", ("as good", "不分高下")),
        Column("chosen", "bool", "the best", ("chosen", "选定")),
    ),
)
def cluster_curve_of(study: Study) -> pd.DataFrame:
    """Stability by number of clusters, with the number chosen."""
    return choose_k(study.features)
