"""Formulas of evenness: how a word's occurrences lie in parts of given sizes, and what chance gives."""

from __future__ import annotations

from typing import Any

import numpy as np

from analysis.tables import InputProblem

DRAWS, SEED = 1000, 20201130

Array = np.ndarray[Any, np.dtype[np.float64]]


def _checked(counts: object, sizes: object) -> tuple[Array, Array]:
    """Words × parts and the parts' sizes, as floats; what is no count is told."""
    table, parts = np.atleast_2d(np.asarray(counts, dtype=float)), np.asarray(sizes, dtype=float)
    if parts.ndim != 1 or len(parts) < 2:
        raise InputProblem(f"dispersion needs two parts or more; {parts.size} came.")
    if table.shape[1] != len(parts):
        raise InputProblem(f"{table.shape[1]} counts came for {len(parts)} parts; give one for each part.")
    if not (np.isfinite(table).all() and (table >= 0).all()):
        raise InputProblem("counts are numbers of 0 and more.")
    if not (np.isfinite(parts).all() and (parts > 0).all()):
        raise InputProblem("every part needs a size above 0.")
    if not (table.sum(axis=1) > 0).all():
        raise InputProblem("a word that never stands has no dispersion; leave it out.")
    return table, parts


def dp(counts: object, sizes: object, *, normalised: bool = False) -> Array:
    """
    Deviation of proportions (Gries 2008): 0 = spread as the parts' sizes, towards 1 = all in one small part.

    `counts` are words × parts (or the parts of one word), `sizes` the parts' lengths. Normalised, it is
    divided by 1 − the smallest part's share, so that 1 can be reached (Lijffijt & Gries 2012).

    Examples
    --------
    >>> dp([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(2)
    array([0.18])
    >>> dp([1, 2, 3, 4, 5], [9, 10, 10, 10, 11], normalised=True).round(4)
    array([0.2195])
    """
    table, parts = _checked(counts, sizes)
    share = parts / parts.sum()
    found = np.abs(table / table.sum(axis=1, keepdims=True) - share).sum(axis=1) / 2
    return np.asarray(found / (1 - share.min()) if normalised else found)


def juilland(counts: object, sizes: object) -> Array:
    """
    Juilland's D (Juilland & Chang-Rodríguez 1964) over the rates in the parts: 1 = even, 0 = all in one part.

    Examples
    --------
    >>> juilland([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.785])
    """
    table, parts = _checked(counts, sizes)
    rates = table / parts
    variation = rates.std(axis=1) / rates.mean(axis=1)
    return np.asarray(1 - variation / np.sqrt(len(parts) - 1))


def carroll(counts: object, sizes: object) -> Array:
    """
    Carroll's D₂ (Carroll 1970): the entropy of the rates in the parts over its largest possible value.

    Examples
    --------
    >>> carroll([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.938])
    """
    table, parts = _checked(counts, sizes)
    rates = table / parts
    p = rates / rates.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        entropy = -np.where(p > 0, p * np.log2(p), 0.0).sum(axis=1)
    return np.asarray(entropy / np.log2(len(parts)))


def rosengren(counts: object, sizes: object) -> Array:
    """
    Rosengren's S (Rosengren 1971): 1 = spread as the parts' sizes, towards the smallest part's share = in one
    part.

    Examples
    --------
    >>> rosengren([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.95])
    """
    table, parts = _checked(counts, sizes)
    share = parts / parts.sum()
    return np.asarray(np.sqrt(share * table).sum(axis=1) ** 2 / table.sum(axis=1))


def kullback_leibler(counts: object, sizes: object) -> Array:
    """
    D_KL of the word's spread from the parts' sizes, in bits (Gries 2020): 0 = spread as the sizes.

    Examples
    --------
    >>> kullback_leibler([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.137])
    """
    table, parts = _checked(counts, sizes)
    share = parts / parts.sum()
    p = table / table.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(p > 0, p * np.log2(p / share), 0.0).sum(axis=1))


def dp_expected(n: object, sizes: object) -> Array:
    """
    The DP to be expected of a word whose `n` occurrences fall anywhere: the rarer, the further from even.

    Exact: half the sum, over the parts, of the mean absolute deviation of a binomial (De Moivre).

    Examples
    --------
    >>> dp_expected([1, 10, 1000], [10] * 10).round(2)
    array([0.9 , 0.35, 0.04])
    """
    from scipy.stats import binom

    times, share = _times(n), _shares(sizes)
    above = np.floor(times * share) + 1  # the smallest count above the mean
    deviation = 2 * above * (1 - share) * binom.pmf(above, times, share)
    return np.asarray((deviation / times).sum(axis=1) / 2)


def dp_range(n: object, sizes: object, *, level: float = 0.95) -> tuple[Array, Array]:
    """
    Between which values `level` of the DPs lie of words whose `n` occurrences fall anywhere.

    Drawn 1,000 times; frequencies above 100 are taken with two digits. The draws are the same at every call.

    Examples
    --------
    >>> low, high = dp_range([10], [10] * 10)
    >>> low.round(1), high.round(1)
    (array([0.2]), array([0.5]))
    """
    times, share = _times(n)[:, 0].astype("int64"), _shares(sizes)
    step = 10 ** np.maximum(0, np.floor(np.log10(times)) - 1).astype("int64")
    rounded, of = np.unique(np.where(times > 100, times // step * step, times), return_inverse=True)
    rng = np.random.default_rng(SEED)
    drawn = [rng.multinomial(n_, share, size=DRAWS) / n_ for n_ in rounded]
    tails = ((1 - level) / 2, (1 + level) / 2)
    limits = np.array([np.quantile(np.abs(one - share).sum(axis=1) / 2, tails) for one in drawn]).reshape(
        -1, 2
    )
    return limits[of, 0], limits[of, 1]


def _times(n: object) -> Array:
    times = np.atleast_1d(np.asarray(n, dtype=float))[:, None]
    if not (np.isfinite(times).all() and (times >= 1).all()):
        raise InputProblem("a word that never stands has no dispersion; leave it out.")
    return times


def _shares(sizes: object) -> Array:
    _, parts = _checked(np.ones(np.size(np.asarray(sizes))), sizes)
    return np.asarray(parts / parts.sum())
