"""
Themes from below: units grouped by their words, and how far to trust the groups.

The groups are a consensus (Monti et al. 2003; Fred & Jain 2005): Ward's hierarchy is made again and again, each time of
80 % of the units and under another reading of the text (with and without stop words, rare words and whole
terms; Denny & Spirling 2018). How often two units stand together is their similarity, and average
linkage cuts it. Neither chapters nor theme dictionaries enter. What was tried besides, and why this was
taken, is in ``docs/decisions/0004-themes.md``.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import partitions
from analysis.features import MANY_UNITS
from analysis.partitions import Method
from analysis.profiles import cluster_terms, coherence
from analysis.tables import SEPARATOR, InputProblem, build, typed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.features import Features

    Matrix = NDArray[np.floating]
    Labels = NDArray[np.int64]
    Indices = NDArray[np.intp]

log = logging.getLogger(__name__)

K_RANGE = (4, 6, 8, 10, 12, 14)
SHARE = 0.8  # of the units in each run
RUNS = 20  # of each reading in the consensus of all units
RESAMPLES = 12  # subsamples of which the consensus is made anew
RESAMPLE_RUNS = 15  # runs of each reading there
ALIKE = 0.1  # difference in ARI that another draw of the subsamples can make
FEWEST_EACH = 4  # units for each cluster, on average, when the number is chosen
STABLE, DOUBTFUL = 0.75, 0.6  # mean Jaccard (Hennig 2007)
LABEL_WORDS = 3
SEED = 20201130


def gate(found: Features, k: int, method: Method = "consensus") -> int:
    """The number of clusters that the units can carry by this method, or a refusal with its reason."""
    distinct = len(np.unique(found.weights[found.weights.any(axis=1)], axis=0))
    partitions.gate(method, distinct, found.length)
    if k < 2:
        raise InputProblem(f"{k} cluster(s) asked; at least 2 are needed.")
    most = min(distinct // 2, len(found.words))
    if k > most:
        log.warning("%d clusters asked of %d distinct units; %d made", k, distinct, most)
    return min(k, most)


def _canonical(found: Features) -> Indices:
    """The units with words, in an order by their content: results must not depend on the order of rows."""
    order = np.lexsort(found.weights.T)
    return order[np.any([space[order].any(axis=1) for space in found.spaces], axis=0)]


@dataclass(frozen=True, slots=True)
class Groups:
    """
    The units grouped into each of several numbers of clusters, and the same of subsamples.

    `labels` holds for each number the label of every unit, −1 for units without words; `likeness` the share of runs in
    which two units stood together; `resamples` the units drawn and their labels.
    """

    labels: dict[int, Labels]
    likeness: dict[int, Matrix]
    resamples: tuple[tuple[Indices, dict[int, Labels]], ...]


def group(found: Features, ks: Sequence[int] = K_RANGE) -> Groups:
    """
    Group the units by consensus; always from the same draws, so that published figures can be made again.

    Raises
    ------
    InputProblem
        With fewer than 12 distinct units or fewer than 2 clusters; more clusters than half the distinct
        units are cut down to that, with a warning in the log.
    """
    ks = sorted({gate(found, k) for k in ks})
    order, rng = _canonical(found), np.random.default_rng(SEED)
    spaces = [space[order] for space in found.spaces]
    many = len(order) > MANY_UNITS
    parts, likeness = _consensus(spaces, ks, 1 if many else RUNS, rng)
    resamples = []
    for _ in range(3 if many else RESAMPLES):
        drawn = np.sort(rng.choice(len(order), size=round(SHARE * len(order)), replace=False))
        again, _ = _consensus([space[drawn] for space in spaces], ks, 1 if many else RESAMPLE_RUNS, rng)
        resamples.append((order[drawn], again))
    place = np.full(len(found.units), -1)
    place[order] = np.arange(len(order))
    labels = {k: np.where(place < 0, -1, parts[k][place]).astype(np.int64) for k in ks}
    return Groups(labels, {k: likeness[k][np.ix_(place, place)] for k in ks}, tuple(resamples))


def _consensus(
    spaces: Sequence[Matrix], ks: Sequence[int], runs: int, rng: np.random.Generator
) -> tuple[dict[int, Labels], dict[int, Matrix]]:
    """Partition and likeness by number of clusters, in the order of the rows."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    n = len(spaces[0])
    drawn = np.zeros((n, n), dtype=np.float32)
    together: dict[int, Matrix] = {k: np.zeros((n, n), dtype=np.float32) for k in ks}
    for space in [space for _ in range(runs) for space in spaces]:
        sample = np.sort(rng.choice(n, size=round(SHARE * n), replace=False))
        here = np.ix_(sample, sample)
        drawn[here] += 1
        tree = partitions.ward_tree(space[sample])
        for k in ks:
            labels = partitions.cut(tree, k)
            together[k][here] += labels[:, None] == labels[None, :]
    np.maximum(drawn, 1, out=drawn)
    parts = {}
    for k in ks:
        together[k] /= drawn
        apart = 1 - together[k]
        np.fill_diagonal(apart, 0)
        parts[k] = partitions.cut(linkage(squareform(apart, checks=False), "average"), k)
    return parts, together


def clusters(
    found: Features, *, k: int, method: Method = "consensus", groups: Groups | None = None
) -> pd.DataFrame:
    """
    Group the units into at most `k` clusters: one row per unit, in reading order.

    Columns as in ``tables.TABLES["clusters"]``. Clusters are numbered by size, ties by first unit; cluster 0
    holds units without words to compare by. ``strength`` is how often, on average, the unit stood together with the
    other members of its cluster in the runs of the consensus (0 to 1; 0 for a unit alone); by other
    methods its mean cosine with them. `groups` saves the work where it was done already.

    Raises
    ------
    InputProblem
        Where the units cannot carry the method, see `gate`.
    """
    k = gate(found, k, method)
    if method == "consensus":
        made = groups if groups is not None and k in groups.labels else group(found, [k])
        labels, likeness = made.labels[k], made.likeness[k]
    else:
        labels, likeness = _by(found, k, method), found.spaces[0] @ found.spaces[0].T
    numbers = _number(labels)
    terms = cluster_terms(found, numbers, top=LABEL_WORDS)
    names = terms.groupby("cluster")["term"].agg(SEPARATOR.join)
    strength = _strength(numbers, likeness)
    rows = zip(found.units, numbers, [names.get(n, "") for n in numbers], strength, strict=True)
    return build("clusters", rows)


def _by(found: Features, k: int, method: Method) -> Labels:
    """Labels of every unit by a single method, without consensus."""
    order = _canonical(found)
    rows = found.counts if method == "lda" and found.counts is not None else found.spaces[0]
    functions = {
        "ward": partitions.ward,
        "nmf": partitions.nmf,
        "reinert": partitions.reinert,
        "lda": partitions.lda,
    }
    rows = found.weights if method == "reinert" else rows
    labels = np.full(len(found.units), -1, dtype=np.int64)
    labels[order] = functions[method](rows[order], k)
    return labels


def _number(labels: Labels) -> Labels:
    """Numbers by size, then by first unit; 0 for units without words."""
    found, first, size = np.unique(labels, return_index=True, return_counts=True)
    order = sorted(
        (-count, at, label) for label, at, count in zip(found, first, size, strict=True) if label >= 0
    )
    numbers = {label: number for number, (_, _, label) in enumerate(order, start=1)} | {-1: 0}
    return np.array([numbers[label] for label in labels], dtype=np.int64)


def _strength(numbers: Labels, likeness: Matrix) -> Matrix:
    strength = np.zeros(len(numbers))
    for number in set(numbers.tolist()) - {0}:
        inside = np.flatnonzero(numbers == number)
        if len(inside) > 1:
            block = likeness[np.ix_(inside, inside)]
            strength[inside] = (block.sum(axis=1) - np.diag(block)) / (len(inside) - 1)
    return np.clip(strength, 0, 1).round(4)


def stability(
    found: Features, table: pd.DataFrame, groups: Groups | None = None, *, k: int | None = None
) -> pd.DataFrame:
    """
    How well each cluster is found again when a fifth of the units is left out.

    For each subsample the whole consensus is made anew; a cluster's Jaccard similarity is that with its best
    match there, over the units drawn. One row per cluster: ``cluster, label, size, jaccard`` (mean, 0 to
    1) and ``verdict``: stable from .75, doubtful from .6, not supported below (Hennig 2007), and never
    better than doubtful for a single unit. `k` is the number that was asked for, where fewer came out.
    """
    numbers = table["cluster"].to_numpy()
    k = max(2, len(set(numbers.tolist()) - {0})) if k is None else gate(found, k)
    made = groups if groups is not None and k in groups.labels else group(found, [k])
    rows = []
    for number, members in table[table["cluster"] > 0].groupby("cluster"):
        matches = [_best_match(numbers[drawn] == number, again[k]) for drawn, again in made.resamples]
        jaccard = float(np.nanmean(matches)) if not np.isnan(matches).all() else 0.0
        rows.append(
            (
                number,
                members["label"].iloc[0],
                len(members),
                round(jaccard, 3),
                _verdict(jaccard, len(members)),
            )
        )
    return pd.DataFrame(rows, columns=["cluster", "label", "size", "jaccard", "verdict"])


def _verdict(jaccard: float, size: int) -> str:
    if jaccard >= STABLE and size > 1:
        return "stable"
    return "doubtful" if jaccard >= DOUBTFUL else "not supported"


def _best_match(members: NDArray[np.bool_], again: Labels) -> float:
    """Jaccard similarity of a cluster with the most similar one of another partition; not a number if none was drawn."""
    if not members.any():
        return float("nan")
    others = (again == label for label in set(again.tolist()) - {-1})
    return max((float((members & other).sum() / (members | other).sum()) for other in others), default=0.0)


def _agreement(parts: Sequence[tuple[Indices, Labels]]) -> tuple[float, float]:
    """Mean pairwise ARI of partitions over the units that both hold, and its spread over partitions."""
    scores = np.full((len(parts), len(parts)), np.nan)
    for (i, (units, labels)), (j, (others, again)) in combinations(enumerate(parts), 2):
        _, mine, theirs = np.intersect1d(units, others, return_indices=True)
        scores[i, j] = scores[j, i] = partitions.adjusted_rand(labels[mine], again[theirs])
    each = np.nanmean(scores, axis=1)
    return float(np.nanmean(scores)), float(each.std(ddof=1) / np.sqrt(len(each)))


def choose_k(found: Features, *, ks: Sequence[int] = K_RANGE, groups: Groups | None = None) -> pd.DataFrame:
    """
    How stable and how coherent the partition is for each number of clusters: the curve from which k is chosen.

    One row per k: ``k``; ``ari``, the mean pairwise adjusted Rand index (Hubert & Arabie 1985; 1 = the same, 0 =
    chance) between the partitions of subsamples, over the units that both hold; ``error``, its standard
    error over subsamples; ``coherence``, see that function. ``chosen`` marks the most coherent of those whose agreement
    is within .1 of the best: on some sixty units another draw of the subsamples moves it by as much.
    """
    made = group(found, carried(found, ks)) if groups is None else groups
    rows = []
    for k, labels in made.labels.items():
        ari, error = _agreement([(drawn, again[k]) for drawn, again in made.resamples])
        rows.append((k, ari, error, coherence(found, _number(labels))))
    table = pd.DataFrame(rows, columns=["k", "ari", "error", "coherence"]).round(3)
    best = table.loc[table["ari"].idxmax()]
    close = table[table["ari"] >= best["ari"] - ALIKE]
    most = close["coherence"].fillna(-1.0).idxmax()
    return typed("cluster_curve", table.assign(chosen=table["k"] == close.loc[most, "k"]))


def carried(found: Features, ks: Sequence[int] = K_RANGE) -> list[int]:
    """Those numbers of clusters that leave four units for each on average; the smallest where none does."""
    return [k for k in ks if k * FEWEST_EACH <= len(found.units)] or [min(ks)]


def compare_methods(found: Features, k: int, groups: Groups | None = None) -> pd.DataFrame:
    """
    What each method makes of the same units: the evidence by which one is chosen.

    One row per method, the consensus first: ``method``, ``clusters`` (made), ``ari`` (mean pairwise, over subsamples each
    read in another way), ``coherence``, ``agreement`` with the consensus (adjusted mutual information).
    Methods that the units cannot carry have no numbers but a ``refusal``.
    """
    k = gate(found, k)
    made = groups if groups is not None and k in groups.labels else group(found, [k])
    own = made.labels[k]
    ari, _ = _agreement([(drawn, again[k]) for drawn, again in made.resamples])
    rows: list[tuple[object, ...]] = [
        ("consensus", len(set(own.tolist()) - {-1}), ari, coherence(found, _number(own)), 1.0, "")
    ]
    methods: tuple[Method, ...] = ("ward", "nmf", "reinert", "lda")
    for method in methods:
        try:
            gate(found, k, method)
        except InputProblem as problem:
            rows.append((method, 0, np.nan, np.nan, np.nan, str(problem)))
            continue
        labels = _by(found, k, method)
        parts = [(drawn, _part(found, at, drawn, k, method)) for at, (drawn, _) in enumerate(made.resamples)]
        numbers = (
            _agreement(parts)[0],
            coherence(found, _number(labels)),
            partitions.adjusted_mutual_information(own, labels),
        )
        rows.append((method, len(set(labels.tolist()) - {-1}), *numbers, ""))
    return build("cluster_methods", rows).round(3)


def _part(found: Features, at: int, drawn: Indices, k: int, method: Method) -> Labels:
    """Labels of a subsample under one of the readings."""
    space = found.spaces[at % len(found.spaces)][drawn]
    if method == "ward":
        return partitions.ward(space, k)
    if method == "nmf":
        return partitions.nmf(space, k)
    rows = found.weights if found.counts is None or method == "reinert" else found.counts
    return partitions.reinert(rows[drawn], k) if method == "reinert" else partitions.lda(rows[drawn], k)
