"""
How strongly two words go together, from counts: formulas of the field, each with its name and source.

`f` is how often the two stand together, `f1` and `f2` how often each stands at all, `n` the number of all
places (or sentences). How often they would stand together by chance is f1 × f2 / n unless `expected` says
otherwise, as where sentences differ in length. All take numbers or arrays of one shape and give that shape.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from analysis.tables import InputProblem

Array = np.ndarray[Any, np.dtype[np.float64]]


def _joint(f: object, f1: object, f2: object, n: object) -> tuple[Array, Array, Array, Array]:
    """Joint and single frequencies, checked."""
    arrays = np.broadcast_arrays(*(np.asarray(value, dtype=float) for value in (f, f1, f2, n)))
    f_, f1_, f2_, n_ = arrays
    if not all(np.isfinite(array).all() and (array >= 0).all() for array in arrays):
        raise InputProblem("frequencies are numbers of 0 and more.")
    if (f_ > np.minimum(f1_, f2_)).any() or (np.maximum(f1_, f2_) > n_).any():
        raise InputProblem(
            "two words cannot meet more often than each of them stands, nor a word more often than all."
        )
    return f_, f1_, f2_, n_


def _expected(expected: object, f1: Array, f2: Array, n: Array) -> Array:
    """What was said to be expected, else what is expected where all places are alike."""
    if expected is not None:
        return np.broadcast_to(np.asarray(expected, dtype=float), f1.shape)
    with np.errstate(invalid="ignore"):
        return np.asarray(f1 * f2 / n)


def mutual_information(f: object, f1: object, f2: object, n: object, *, expected: object = None) -> Array:
    """
    MI (Church & Hanks 1990): log₂ of observed over expected; favours rare pairs.

    Examples
    --------
    >>> mutual_information(8, 1105, 44, 15_000_000).round(1)
    np.float64(11.3)
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log2(f_ / _expected(expected, f1_, f2_, n_))


def t_score(f: object, f1: object, f2: object, n: object, *, expected: object = None) -> Array:
    """
    T score (Church et al. 1991): (observed − expected) / √observed; favours frequent pairs.

    Examples
    --------
    >>> t_score(8, 15828, 4675, 14_307_668).round(6)
    np.float64(0.999932)
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (f_ - _expected(expected, f1_, f2_, n_)) / np.sqrt(f_)


def signed_log_likelihood(f: object, f1: object, f2: object, n: object, *, expected: object = None) -> Array:
    """
    G² over the four cells (Dunning 1993), below 0 where the two stand together less often than expected.

    The four cells have the same margins observed and expected, whatever is expected of the first; so a word
    that stands everywhere has 0 with every other.

    Examples
    --------
    >>> signed_log_likelihood([110, 0, 2], [2552, 10, 5], [221, 10, 2], [31777, 100, 5]).round(2).tolist()
    [270.72, -2.23, 0.0]
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    e_ = _expected(expected, f1_, f2_, n_)
    size = sum(
        (
            _deviance(np.maximum(observed, 0), np.maximum(at_chance, 0))
            for observed, at_chance in (
                (f_, e_),
                (f1_ - f_, f1_ - e_),
                (f2_ - f_, f2_ - e_),
                (n_ - f1_ - f2_ + f_, n_ - f1_ - f2_ + e_),
            )
        ),
        np.float64(0),
    )
    return np.asarray(np.where(f_ < e_, -1.0, 1.0) * np.maximum(size, 0.0))[()]


def _deviance(observed: Array, expected: Array) -> Array:
    """2 × (O ln(O/E) − O + E): exact near O = E, where O ln(O/E) alone cancels against other cells."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithm = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return np.asarray(2 * (logarithm - observed + expected))


def dice(f: object, f1: object, f2: object) -> Array:
    """
    Dice's coefficient, 0 to 1: twice the joint frequency over the sum of the single ones.

    Examples
    --------
    >>> dice(130, 3121, 143).round(2)
    np.float64(0.08)
    """
    f_, f1_, f2_, _ = _joint(
        f, f1, f2, np.maximum(np.asarray(f1), np.asarray(f2))
    )  # how many words there are does not matter
    return 2 * f_ / (f1_ + f2_)


def log_dice(f: object, f1: object, f2: object) -> Array:
    """
    LogDice (Rychlý 2008): 14 + log₂ Dice; at most 14, not dependent on the size of the text.

    Examples
    --------
    >>> log_dice(130, 3121, 143).round(4)
    np.float64(10.3499)
    """
    with np.errstate(divide="ignore"):
        return 14 + np.log2(dice(f, f1, f2))


def delta_p(f: object, f1: object, f2: object, n: object) -> Array:
    """
    ΔP (Gries 2013) of the second word given the first: how much likelier it is with the first than without,
    −1 to 1.

    For the other direction change f1 and f2.

    Examples
    --------
    >>> n = 5610 + 168938 + 2257 + 10233063
    >>> delta_p(5610, 5610 + 168938, 5610 + 2257, n).round(3)
    np.float64(0.032)
    >>> delta_p(5610, 5610 + 2257, 5610 + 168938, n).round(3)
    np.float64(0.697)
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return f_ / f1_ - (f2_ - f_) / (n_ - f1_)


def npmi(f: object, f1: object, f2: object, n: object, *, expected: object = None) -> Array:
    """
    Normalised pointwise mutual information (Bouma 2009): 1 = only together, 0 = by chance, −1 = never.

    Examples
    --------
    >>> npmi([10, 1, 0], [10, 10, 10], [10, 10, 10], 100).round(6).tolist()
    [1.0, 0.0, -1.0]
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(f_ / _expected(expected, f1_, f2_, n_)) / -np.log(f_ / n_)
    found = np.where(f_ == n_, 1.0, np.minimum(found, 1.0))  # beyond 1 only by what was said to be expected
    return np.where(f_ > 0, found, -1.0)[()]
