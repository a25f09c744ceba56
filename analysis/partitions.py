"""
Ways to part units into clusters, and which of them so many units can carry.

Each takes unit-length rows (counts for LDA) and a number of clusters and gives a label for each row, −1 where a row is
empty. None has a seed to choose: Ward and Reinert have none, NMF starts from the singular vectors (NNDSVD;
Boutsidis & Gallopoulos 2008), LDA runs from one fixed seed, which is why it is refused where its seed
decides the result.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analysis.tables import InputProblem

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Matrix = NDArray[np.floating]
    Labels = NDArray[np.int64]

Method = Literal["consensus", "ward", "nmf", "reinert", "lda"]

FEWEST_UNITS = 12  # below, groups cannot be told from accident
LDA_UNITS, LDA_WORDS = 500, 50  # documents, and content words in each (Tang et al. 2014)
SMALLEST = 2  # units on each side of a division by Reinert's method


def gate(method: Method, units: int, words: float = 0.0) -> None:
    """
    Refuse what a sample of so many distinct units, with `words` content words each, cannot carry.

    Raises
    ------
    InputProblem
        With the reason and what to do instead.

    Examples
    --------
    >>> gate("consensus", 63)
    """
    if units < FEWEST_UNITS:
        raise InputProblem(
            f"{units} distinct units cannot be clustered (at least {FEWEST_UNITS} are needed); "
            "use the dictionary themes instead."
        )
    if method == "lda" and (units < LDA_UNITS or words < LDA_WORDS):
        raise InputProblem(
            f"LDA needs at least {LDA_UNITS} units of {LDA_WORDS} content words; here are {units:,} of {words:.0f}. "
            "On so little its seed decides the topics. Use the consensus, or the dictionary themes."
        )


def adjusted_rand(one: ArrayLike, other: ArrayLike) -> float:
    """
    Adjusted Rand index of two partitions (Hubert & Arabie 1985): 1 = the same, 0 = by chance.

    Examples
    --------
    >>> round(adjusted_rand([0, 0, 1, 1], [0, 0, 1, 2]), 4)
    0.5714
    """
    # Written out: scikit-learn's checks take most of the time, and the curve needs hundreds of these.
    first, rows = np.unique(np.asarray(one), return_inverse=True)
    second, columns = np.unique(np.asarray(other), return_inverse=True)
    table = np.bincount(rows * len(second) + columns, minlength=len(first) * len(second))
    cells, sums, others = (_pairs(n) for n in (table, np.bincount(rows), np.bincount(columns)))
    expected, most = sums * others / max(_pairs(np.array([len(rows)])), 1.0), (sums + others) / 2
    return (cells - expected) / (most - expected) if most != expected else 1.0


def _pairs(sizes: Labels) -> float:
    """How many pairs lie within groups of those sizes."""
    return float((sizes * (sizes - 1)).sum() / 2)


def adjusted_mutual_information(one: ArrayLike, other: ArrayLike) -> float:
    """Adjusted mutual information of two partitions (Vinh et al. 2010): 1 = the same, 0 = by chance."""
    from sklearn.metrics import adjusted_mutual_info_score

    return float(adjusted_mutual_info_score(one, other))


def ward_tree(rows: Matrix) -> Any:
    """Ward's (1963) hierarchy of unit-length rows, as scipy's linkage matrix."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    likeness = rows @ rows.T
    distance = np.sqrt(np.clip(2 - 2 * likeness, 0, None))
    distance = (distance + distance.T) / 2
    np.fill_diagonal(distance, 0)
    return linkage(squareform(distance, checks=False), "ward")


def cut(tree: Any, k: int) -> Labels:
    """At most `k` clusters of a hierarchy."""
    from scipy.cluster.hierarchy import fcluster

    labels: Labels = fcluster(tree, k, "maxclust").astype(np.int64)
    return labels


def ward(rows: Matrix, k: int) -> Labels:
    """Ward's hierarchy cut at `k`."""
    return cut(ward_tree(rows), k)


def loads(rows: Matrix, k: int) -> Matrix:
    """Weight of each row on each of `k` factors of NMF, factors scaled to unit length."""
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    model: Any = NMF(n_components=min(k, *rows.shape), init="nndsvd", max_iter=200, tol=1e-3, random_state=0)
    with warnings.catch_warnings(), threadpool_limits(1):  # one thread: sums in the same order everywhere
        warnings.simplefilter("ignore", ConvergenceWarning)  # the rest after 200 rounds moves no label
        weights = model.fit_transform(rows)
    scaled: Matrix = weights * np.linalg.norm(model.components_, axis=1)
    return scaled


def nmf(rows: Matrix, k: int) -> Labels:
    """Each row at its heaviest factor of a non-negative factorisation."""
    found = loads(np.clip(rows, 0, None), k)
    return np.where(found.any(axis=1), found.argmax(axis=1), -1).astype(np.int64)


def lda(counts: Matrix, k: int) -> Labels:
    """Each row at its heaviest topic (Blei, Ng & Jordan 2003)."""
    from sklearn.decomposition import LatentDirichletAllocation

    model: Any = LatentDirichletAllocation(n_components=k, random_state=0)
    found = model.fit_transform(counts)
    return np.where(counts.any(axis=1), found.argmax(axis=1), -1).astype(np.int64)


def reinert(rows: Matrix, k: int) -> Labels:
    """
    Descending classification (Reinert 1983): the largest class is divided until there are `k`.

    A class is divided along the first axis of the correspondence analysis of its units × words (present or
    not), where χ² between the two sides is highest; then single units change sides while χ² grows.
    """
    present = rows > 0
    classes = [np.flatnonzero(present.any(axis=1))]
    while len(classes) < k:
        classes.sort(key=lambda one: (-len(one), one[0]))
        for at, members in enumerate(classes):
            side = _divide(present[members].astype(np.float64)) if len(members) > 2 * SMALLEST else None
            if side is not None:
                classes[at : at + 1] = [members[side], members[~side]]
                break
        else:
            break
    labels = np.full(len(rows), -1, dtype=np.int64)
    for number, members in enumerate(classes):
        labels[members] = number
    return labels


def _divide(present: Matrix) -> NDArray[np.bool_] | None:
    """The best division of a class in two; None where its units share no word."""
    present = present[:, present.sum(axis=0) > 1]
    if present.shape[1] < 2 or not present.any(axis=1).all():
        return None
    order = np.argsort(_first_axis(present), kind="stable")
    total, best, side = present.sum(axis=0), -1.0, None
    for n in range(SMALLEST, len(order) - SMALLEST + 1):
        tried = np.zeros(len(order), dtype=bool)
        tried[order[:n]] = True
        if (value := _chi_squared(present, tried, total)) > best:
            best, side = value, tried
    return side if side is None else _exchange(present, side, total, best)


def _first_axis(table: Matrix) -> Matrix:
    """Coordinates of the rows on the first axis of a correspondence analysis."""
    share = table / table.sum()
    row, column = share.sum(axis=1), share.sum(axis=0)
    left = np.linalg.svd(
        (share - np.outer(row, column)) / np.sqrt(np.outer(row, column)), full_matrices=False
    )[0]
    axis: Matrix = left[:, 0] / np.sqrt(row) * np.sign(left[np.argmax(np.abs(left[:, 0])), 0])
    return axis


def _exchange(
    present: Matrix, side: NDArray[np.bool_], total: Matrix, best: float, rounds: int = 5
) -> NDArray[np.bool_]:
    for _ in range(rounds):
        before = best
        for at in range(len(side)):
            side[at] ^= True
            value = _chi_squared(present, side, total)
            if SMALLEST <= side.sum() <= len(side) - SMALLEST and value > best + 1e-9:
                best = value
            else:
                side[at] ^= True
        if best == before:
            break
    return side


def _chi_squared(present: Matrix, side: NDArray[np.bool_], total: Matrix) -> float:
    """χ² of words against the two sides."""
    inside = present[side].sum(axis=0)
    n, all_ = inside.sum(), total.sum()
    if n in (0, all_):
        return -1.0
    expected = total * n / all_
    outside = total - expected
    return float(((inside - expected) ** 2 / expected + (inside - expected) ** 2 / outside).sum())
