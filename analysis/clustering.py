"""
Themes from below: paragraphs grouped by their words, and how far to trust the groups.

Non-negative matrix factorisation of tf-idf weights, started from the singular vectors (NNDSVD; Boutsidis &
Gallopoulos 2008), so that there is no seed to choose: the same text gives the same clusters. Neither chapters
nor theme dictionaries enter. Stability is part of the result.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.tables import SEPARATOR, InputProblem, at_least, build, require

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Labels = NDArray[np.int64]

log = logging.getLogger(__name__)

FEWEST_UNITS = 12  # below, groups of paragraphs cannot be told from accident
K_RANGE = (4, 6, 8, 10, 12)
RESAMPLES = 50
MANY_UNITS, MOST_WORDS = 500, 1000  # from so many units on, fewer resamples; no more words than that
SHARE = 0.8  # of the units in each resample
STABLE, DOUBTFUL = 0.75, 0.6  # mean Jaccard (Hennig 2007)
LABEL_WORDS = 3


@dataclass(frozen=True, slots=True)
class Features:
    """Units × words: l2-normed tf-idf weights, unit ids in reading order, words in code point order."""

    units: tuple[str, ...]
    words: tuple[str, ...]
    weights: Matrix


def features(tokens: pd.DataFrame, *, stop_words: Collection[str] = ()) -> Features:
    """
    Weights of the words in each paragraph: (1 + ln n) × (1 + ln((1 + units) / (1 + units with the word))).

    Words of one character, stop words, numbers and words of a single unit are left out: they cannot join
    units. Of more than 1,000 words the most widespread are kept. Units keep their row even when no word is left.
    """
    from sklearn.feature_extraction.text import TfidfTransformer

    require(tokens, "tokens", ["sentence_id", "token", "tag"])
    unit = tokens["sentence_id"].str.rsplit(".", n=1).str[0]
    content = tokens["token"].str.fullmatch(r"\w{2,}") & ~tokens["tag"].isin(["m", "t"])
    content &= ~tokens["token"].isin(list(stop_words))
    counts = pd.crosstab(unit[content], tokens.loc[content, "token"])
    counts = counts.reindex(index=pd.unique(unit), fill_value=0)
    spread = (counts > 0).sum()
    spread = spread[spread > 1].sort_index().sort_values(ascending=False, kind="stable").head(MOST_WORDS)
    counts = counts[sorted(spread.index)]
    if counts.shape[1] == 0:
        raise InputProblem(
            "no word occurs in two paragraphs once stop words are left out: nothing to group by."
        )
    weights = TfidfTransformer(sublinear_tf=True).fit_transform(counts.to_numpy()).toarray()
    return Features(tuple(map(str, counts.index)), tuple(map(str, counts.columns)), weights)


def gate(found: Features, k: int) -> int:
    """The number of clusters that the units can carry, or a refusal with its reason."""
    if k < 2:
        raise InputProblem(f"{k} cluster(s) asked; at least 2 are needed.")
    distinct = len(np.unique(found.weights[found.weights.any(axis=1)], axis=0))
    if distinct < FEWEST_UNITS:
        raise InputProblem(
            f"{distinct} distinct paragraphs cannot be clustered (at least {FEWEST_UNITS} are needed); "
            "use the dictionary themes instead."
        )
    most = min(distinct // 2, len(found.words))
    if k > most:
        log.warning("%d clusters asked of %d distinct paragraphs; %d made", k, distinct, most)
    return min(k, most)


def _factorise(weights: Matrix, k: int) -> Matrix:
    """Weight of each unit on each factor; factors are scaled to unit length, so that weights compare."""
    import warnings

    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    model: Any = NMF(
        n_components=min(k, *weights.shape), init="nndsvd", max_iter=200, tol=1e-3, random_state=0
    )
    with warnings.catch_warnings(), threadpool_limits(1):  # one thread: sums in the same order everywhere
        warnings.simplefilter("ignore", ConvergenceWarning)  # the rest after 200 rounds moves no label
        loads = model.fit_transform(weights)
    scaled: Matrix = loads * np.linalg.norm(model.components_, axis=1)
    return scaled


def _canonical(weights: Matrix) -> NDArray[np.intp]:
    """An order of the units by their content: factors depend on the order of rows, results must not."""
    return np.lexsort(weights.T)


def _partition(weights: Matrix, k: int) -> Labels:
    """Cluster of each unit by its heaviest factor; −1 where a unit has no weight at all."""
    loads = _factorise(weights, k)
    return np.where(loads.any(axis=1), loads.argmax(axis=1), -1).astype(np.int64)


def clusters(found: Features, *, k: int) -> pd.DataFrame:
    """
    Group the units into at most `k` clusters: one row per unit, in reading order.

    Columns as in ``tables.TABLES["clusters"]``. Clusters are numbered by size, ties by first unit; cluster 0
    holds units that share no word with others. ``strength`` is the share of the unit's weight on its
    cluster: near 1 it belongs there alone, below .5 it is spread. Empty factors make fewer clusters.

    Raises
    ------
    InputProblem
        With fewer than 12 distinct paragraphs or fewer than 2 clusters; more clusters than half the
        distinct paragraphs are cut down to that, with a warning in the log.
    """
    k, order = gate(found, k), _canonical(found.weights)
    loads = _factorise(found.weights[order], k)[np.argsort(order)]
    heaviest = np.where(loads.any(axis=1), loads.argmax(axis=1), -1).astype(np.int64)
    total = loads.sum(axis=1)
    strength = np.divide(loads.max(axis=1), total, out=np.zeros_like(total), where=total > 0)
    numbers = _number(heaviest)
    terms = cluster_terms(found, numbers, top=LABEL_WORDS)
    labels = terms.groupby("cluster")["term"].agg(SEPARATOR.join)
    rows = zip(found.units, numbers, [labels.get(n, "") for n in numbers], strength.round(4), strict=True)
    return build("clusters", rows)


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
    return pd.DataFrame(rows, columns=["cluster", "term", "weight"]).astype({"term": "str"})


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
        (index, _partition(found.weights[index], k))
        for index in _resamples(_canonical(found.weights), resamples)
    ]
    rows = []
    for number, members in table[table["cluster"] > 0].groupby("cluster"):
        jaccard = float(np.mean([_best_match(numbers[index] == number, again) for index, again in draws]))
        verdict = "stable" if jaccard >= STABLE else "doubtful" if jaccard >= DOUBTFUL else "not supported"
        rows.append((number, members["label"].iloc[0], len(members), round(jaccard, 3), verdict))
    return pd.DataFrame(rows, columns=["cluster", "label", "size", "jaccard", "verdict"])


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
    from sklearn.metrics import adjusted_rand_score

    ks = sorted({gate(found, k) for k in ks})
    order = _canonical(found.weights)
    rows = []
    for k in ks:
        whole = _partition(found.weights[order], k)[np.argsort(order)]
        draws = _resamples(order, resamples)
        scores = [adjusted_rand_score(whole[index], _partition(found.weights[index], k)) for index in draws]
        rows.append((k, np.mean(scores), np.std(scores, ddof=1) / np.sqrt(len(scores))))
    table = pd.DataFrame(rows, columns=["k", "ari", "error"]).round(3)
    best = table.loc[table["ari"].idxmax()]
    close = table.loc[table["ari"] >= best["ari"] - best["error"], "k"]
    return table.assign(chosen=table["k"] == close.max())


def agreement(table: pd.DataFrame, sentences: pd.DataFrame) -> float:
    """
    Adjusted mutual information of clusters and chapters (Vinh et al. 2010): 1 = the same, 0 = chance.

    Units outside chapters count as one more group.
    """
    from sklearn.metrics import adjusted_mutual_info_score

    return float(adjusted_mutual_info_score(unit_chapters(table, sentences), table["cluster"]))


def unit_chapters(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.Series:
    """The chapter of each unit of a cluster table, in its order."""
    unit = sentences["sentence_id"].str.rsplit(".", n=1).str[0]
    chapters = sentences["chapter"].groupby(unit).first()
    return table["unit_id"].map(chapters).astype("int64")


def chapter_grid(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Paragraphs by cluster and chapter, zeros included: ``cluster, chapter, n``."""
    counts = pd.crosstab(table["cluster"], unit_chapters(table, sentences).rename("chapter"))
    return counts.stack().rename("n").reset_index()


def members(table: pd.DataFrame, terms: pd.DataFrame, stability: pd.DataFrame) -> pd.DataFrame:
    """
    One row per cluster: ``cluster, size, jaccard, verdict, words, unit_id``.

    ``words`` are its terms, heaviest first, and ``unit_id`` its paragraphs, strongest first, joined by ' | '.
    """
    words = terms.groupby("cluster")["term"].agg(SEPARATOR.join).rename("words")
    strongest = table.sort_values(["strength"], ascending=False, kind="stable")
    units = strongest.groupby("cluster")["unit_id"].agg(SEPARATOR.join)
    found = stability.set_index("cluster")[["size", "jaccard", "verdict"]].join([words, units])
    return found.reset_index()


def typical_sentences(
    table: pd.DataFrame, terms: pd.DataFrame, tokens: pd.DataFrame, sentences: pd.DataFrame, *, top: int = 2
) -> pd.DataFrame:
    """
    The `top` sentences of each cluster that hold most of its terms: ``cluster, sentence_id, evidence, text``.

    ``evidence`` are the terms found. Sentences with equally many come in reading order.
    """
    unit = tokens["sentence_id"].str.rsplit(".", n=1).str[0]
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
    return best[["cluster", "sentence_id", "evidence", "text"]].reset_index(drop=True)
