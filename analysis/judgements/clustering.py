"""
Themes from below: paragraphs grouped by their words, and how far to trust the groups.

Non-negative matrix factorisation of tf-idf weights, started from the singular vectors (NNDSVD; Boutsidis &
Gallopoulos 2008), so that there is no seed to choose: the same text gives the same clusters. Neither chapters
nor theme dictionaries enter. Stability is part of the result.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.columns import CLUSTER, CLUSTER_LABEL, JACCARD, VERDICT, K, top
from analysis.ids import paragraph_of
from analysis.problems import Refusal
from analysis.tables import SEPARATOR, Column, InputProblem, at_least, build, require, table, typed

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from analysis.study import Study

    Matrix = NDArray[np.float64]
    Labels = NDArray[np.int64]

log = logging.getLogger(__name__)

FEWEST_WORDS = 4  # different content words of a unit; with fewer it says a formula rather than a matter
FEWEST_UNITS = 12  # below, groups of paragraphs cannot be told from accident
K_RANGE = (4, 6, 8, 10, 12)
MOST_WORDS = 1000
LABEL_WORDS = 3


@dataclass(frozen=True, slots=True)
class Features:
    """
    Units × words: counts and l2-normed tf-idf weights, unit ids in reading order, words in code point order.

    Units that are not grouped have zeros throughout.
    """

    units: tuple[str, ...]
    words: tuple[str, ...]
    counts: Labels
    weights: Matrix


def features(tokens: pd.DataFrame, *, stop_words: Collection[str] = ()) -> Features:
    """
    Weights of the words in each paragraph: (1 + ln n) × (1 + ln((1 + units) / (1 + units with the word))).

    What is counted, ``unit_counts`` says.
    """
    return weighted(*unit_counts(tokens, stop_words=stop_words))


def unit_counts(
    tokens: pd.DataFrame, *, stop_words: Collection[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...], Labels]:
    """
    The paragraphs in reading order, the words that can join them, and how often each stands in each.

    Words of one character, stop words, numbers and words of a single unit are left out: they cannot join
    units. Of more than 1,000 words the most widespread are kept. Units of fewer than four different content
    words (forms of address, lines that lead into a list) keep their row and have zeros in it.
    """
    import pandas as pd

    require(tokens, "tokens", ["sentence_id", "token", "tag"])
    unit = paragraph_of(tokens["sentence_id"])
    content = tokens["token"].str.fullmatch(r"\w{2,}") & ~tokens["tag"].isin(["m", "t"])
    content &= ~tokens["token"].isin(list(stop_words))
    counts = pd.crosstab(unit[content], tokens.loc[content, "token"])
    counts = counts.reindex(index=pd.unique(unit), fill_value=0)
    counts = counts.where((counts > 0).sum(axis=1) >= FEWEST_WORDS, 0)
    spread = (counts > 0).sum()
    spread = spread[spread > 1].sort_index().sort_values(ascending=False, kind="stable").head(MOST_WORDS)
    counts = counts[sorted(spread.index)]
    if counts.shape[1] == 0:
        raise Refusal(
            f"no word occurs in two paragraphs once stop words and paragraphs of fewer than {FEWEST_WORDS} "
            "words are left out: nothing to group by; use the dictionary themes instead."
        )
    return tuple(map(str, counts.index)), tuple(map(str, counts.columns)), counts.to_numpy("int64")


def weighted(units: tuple[str, ...], words: tuple[str, ...], counts: Labels) -> Features:
    """Counts with their weights; units without a word are not among those that hold or lack one."""
    from sklearn.feature_extraction.text import TfidfTransformer

    weights, worded = np.zeros(counts.shape), counts.any(axis=1)
    if worded.any():
        weights[worded] = TfidfTransformer(sublinear_tf=True).fit_transform(counts[worded]).toarray()
    return Features(units, words, counts, weights)


def _distinct(counts: Labels) -> int:
    """Units with words, each set of counts once."""
    return len(np.unique(counts[counts.any(axis=1)], axis=0))


def most_clusters(counts: Labels) -> int:
    """How many clusters units with such counts can make: of two distinct ones each, and a word of its own."""
    return min(_distinct(counts) // 2, int(counts.shape[1]))


def gate(counts: Labels, k: int) -> int:
    """The number of clusters that units with such counts can carry, or a refusal with its reason."""
    if k < 2:
        raise InputProblem(f"{k} cluster(s) asked; at least 2 are needed.")
    distinct = _distinct(counts)
    if distinct < FEWEST_UNITS:
        raise Refusal(
            f"{distinct} distinct paragraphs of {FEWEST_WORDS} content words or more cannot be clustered (at "
            f"least {FEWEST_UNITS} are needed); use the dictionary themes instead."
        )
    most = most_clusters(counts)
    if k > most:
        log.warning("%d clusters asked of %d distinct paragraphs; %d made", k, distinct, most)
    return min(k, most)


def _factorise(weights: Matrix, k: int) -> Matrix:
    """Weight of each unit on each factor; factors are scaled to unit length, so that weights compare."""
    import warnings

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    model: Any = NMF(
        n_components=min(k, *weights.shape), init="nndsvd", max_iter=200, tol=1e-3, random_state=0
    )
    with warnings.catch_warnings(), _pools().limit(limits=1):  # one thread: sums in the same order everywhere
        warnings.simplefilter("ignore", ConvergenceWarning)  # the rest after 200 rounds moves no label
        loads = model.fit_transform(weights)
    scaled: Matrix = loads * np.linalg.norm(model.components_, axis=1)
    return scaled


@cache
def _pools() -> Any:
    """The libraries that count in threads, looked for once."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def canonical(weights: Matrix) -> NDArray[np.intp]:
    """An order of the units by their content: factors depend on the order of rows, results must not."""
    return np.lexsort(weights.T)


def partition(weights: Matrix, k: int) -> Labels:
    """Cluster of each unit by its heaviest factor; −1 where a unit has no weight at all."""
    loads = _factorise(weights, k)
    return np.where(loads.any(axis=1), loads.argmax(axis=1), -1).astype(np.int64)


def clusters(found: Features, *, k: int) -> pd.DataFrame:
    """
    Group the units into at most `k` clusters: one row per unit, in reading order.

    Columns ``unit_id, cluster, label, strength``; `stability` tells how far each can be trusted. Clusters are
    numbered by size, ties by first unit; cluster 0 holds units that share no word with others or have too
    few. ``strength`` is the share of the unit's weight on its cluster: near 1 it belongs there alone, below
    .5 it is spread. Empty factors make fewer clusters.

    Raises
    ------
    InputProblem
        With fewer than 12 distinct paragraphs or fewer than 2 clusters; more clusters than half the
        distinct paragraphs are cut down to that, with a warning in the log.
    """
    k, order = gate(found.counts, k), canonical(found.weights)
    loads = _factorise(found.weights[order], k)[np.argsort(order)]
    heaviest = np.where(loads.any(axis=1), loads.argmax(axis=1), -1).astype(np.int64)
    total = loads.sum(axis=1)
    strength = np.divide(loads.max(axis=1), total, out=np.zeros_like(total), where=total > 0)
    numbers = _number(heaviest)
    terms = cluster_terms(found, numbers, top=LABEL_WORDS)
    labels = terms.groupby("cluster")["term"].agg(SEPARATOR.join)
    import pandas as pd

    columns = {"unit_id": found.units, "cluster": numbers, "strength": strength.round(4)}
    table = pd.DataFrame(columns | {"label": [labels.get(n, "") for n in numbers]})
    return typed("clusters", table)


def _number(heaviest: Labels) -> Labels:
    """Numbers by size, then by first unit; 0 stays for units without weight."""
    found, first, size = np.unique(heaviest, return_index=True, return_counts=True)
    order = sorted(
        (-count, at, label) for label, at, count in zip(found, first, size, strict=True) if label >= 0
    )
    numbers = {label: number for number, (_, _, label) in enumerate(order, start=1)} | {-1: 0}
    return np.array([numbers[label] for label in heaviest], dtype=np.int64)


def cluster_terms(found: Features, numbers: Sequence[int] | Labels, *, top: int = 10) -> pd.DataFrame:
    """
    Words that set each cluster apart: ``cluster, term, weight``, the `top` of each, heaviest first.

    ``weight`` is the mean tf-idf weight of the word inside the cluster minus that outside.
    """
    at_least(1, top=top)
    at = np.asarray(numbers)
    rows: list[tuple[int, str, float]] = []
    for number in sorted(set(at.tolist()) - {0}):
        inside = at == number
        outside = found.weights[~inside].mean(axis=0) if (~inside).any() else 0.0
        weight = (found.weights[inside].mean(axis=0) - outside).round(6)
        order = sorted(range(len(found.words)), key=lambda i: (-weight[i], found.words[i]))[:top]
        rows += [(number, found.words[i], float(weight[i])) for i in order if weight[i] > 0]
    return build("cluster_terms", rows)


@table(
    "clusters",
    row="a unit (paragraph) in its cluster",
    key=("unit_id",),
    help="paragraphs grouped by their words",
    options=(K,),
    columns=(
        Column("unit_id", "str", "id of the paragraph: 9.1, c3.1, p0.1", ("paragraph", "段")),
        CLUSTER,
        CLUSTER_LABEL,
        Column(
            "strength",
            "float64",
            "share of the unit's weight that lies on its cluster, 0 to 1",
            ("strength", "归属度"),
        ),
        JACCARD,
        VERDICT,
    ),
)
def clusters_of(study: Study, k: int | None = None) -> pd.DataFrame:
    """
    Paragraphs in `k` clusters, by default as many as stability chooses, with how far each can be trusted.
    """
    table = study.grouped(k)
    of = study.cluster_stability(k).set_index("cluster")
    trust = {name: table["cluster"].map(of[name]) for name in ("jaccard", "verdict")}
    return typed("clusters", table.assign(**trust).fillna({"verdict": ""}))


@table(
    "cluster_terms",
    row="a word that sets a cluster apart, the heaviest first",
    key=("cluster", "term"),
    help="the words that set each cluster apart",
    options=(K, top(10, "words of each cluster")),
    columns=(
        CLUSTER,
        Column("term", "str", "the word", ("term", "词语")),
        Column(
            "weight",
            "float64",
            "mean tf-idf weight inside the cluster minus that outside",
            ("weight", "权重"),
        ),
    ),
)
def cluster_terms_of(study: Study, k: int | None = None, *, top: int = 10) -> pd.DataFrame:
    """The words that set each cluster apart."""
    return cluster_terms(study.features, study.grouped(k)["cluster"].to_numpy(), top=top)
