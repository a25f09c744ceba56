"""
How strongly two things go together, from counts: formulas of the field, each with its name and source.

Keyness asks it of a word and a group, collocation of two words. All functions take numbers or arrays of one
shape and give the same shape. In comparing two groups, `a` is the word's count in the group, `b` its count in
the reference, `c` and `d` the number of words in each.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from analysis.tables import InputProblem

Array = np.ndarray[Any, np.dtype[np.float64]]


def _counts(*values: object) -> tuple[Array, ...]:
    """Arrays of floats of one shape; negative or missing counts are refused."""
    arrays = np.broadcast_arrays(*(np.asarray(value, dtype=np.float64) for value in values))
    for array in arrays:
        if not np.isfinite(array).all() or (array < 0).any():
            wrong = array[~(np.isfinite(array) & (array >= 0))].flat[0]
            raise InputProblem(f"counts are numbers of 0 and more; {wrong:g} came.")
    return tuple(arrays)


def _two_corpora(a: object, b: object, c: object, d: object) -> tuple[Array, Array, Array, Array]:
    """The four counts, checked: a word cannot stand more often than all words, and no group is empty."""
    a_, b_, c_, d_ = _counts(a, b, c, d)
    if (c_ <= 0).any() or (d_ <= 0).any():
        raise InputProblem("a group without words cannot be compared: both totals must be above 0.")
    if (a_ > c_).any() or (b_ > d_).any():
        raise InputProblem(
            "a word's count is greater than its group's total: give (count, count, total, total)."
        )
    return a_, b_, c_, d_


def _departure(observed: Array, expected: Array) -> Array:
    """
    O × ln(O/E) − O + E, E where nothing was observed.

    What is added cancels over the cells; each term is then 0 and more, and nothing is lost near independence.
    """
    more = observed - expected
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(observed > 0, observed * np.log1p(more / expected) - more, expected)


def _cells(a: Array, b: Array, c: Array, d: Array) -> tuple[tuple[Array, Array], ...]:
    """Observed and expected of the four cells: the word and all others, in the group and in the reference."""
    n = c + d
    word, other = a + b, n - a - b
    return (
        (a, c * word / n),
        (b, d * word / n),
        (c - a, c * other / n),
        (d - b, d * other / n),
    )


def log_likelihood(a: object, b: object, c: object, d: object, *, terms: int = 4) -> Array:
    """
    G², the log-likelihood ratio of one rate against two.

    With four terms (Dunning 1993, over all cells of the table) or two (Rayson & Garside 2000, over the word's
    own cells, as Wmatrix and AntConc's "LL" have it). Not signed: see `signed` for the direction.

    Examples
    --------
    >>> log_likelihood(50, 20, 10_000, 20_000).round(4)
    np.float64(42.4291)
    >>> log_likelihood(50, 20, 10_000, 20_000, terms=2).round(4)
    np.float64(42.3221)
    """
    if terms not in (2, 4):
        raise InputProblem(f"G² has two terms or four; {terms} came.")
    cells = _cells(*_two_corpora(a, b, c, d))[:terms]
    return np.maximum(0.0, 2 * sum((_departure(o, e) for o, e in cells), np.float64(0)))


def signed(a: object, b: object, c: object, d: object) -> Array:
    """
    Four-term G², below 0 where the rate in the group is the lower one.

    Examples
    --------
    >>> signed([50, 20], [20, 50], [10_000, 20_000], [20_000, 10_000]).round(4).tolist()
    [42.4291, -42.4291]
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    return np.sign(a_ * d_ - b_ * c_) * log_likelihood(a_, b_, c_, d_)


def chi_square(a: object, b: object, c: object, d: object, *, yates: bool = False) -> Array:
    """
    Pearson's χ² of the table, plain or with Yates' correction; 0 where a margin is empty.

    Examples
    --------
    >>> chi_square(7, 2, 10, 9).round(6), chi_square(7, 2, 10, 9, yates=True).round(6)
    (np.float64(4.33716), np.float64(2.632438))
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    n, word = c_ + d_, a_ + b_
    away = np.abs(a_ * (d_ - b_) - b_ * (c_ - a_))
    if yates:
        away = np.maximum(0.0, away - n / 2)
    margins = word * (n - word) * c_ * d_
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(margins > 0, n * away**2 / margins, 0.0)


def williams(a: object, b: object, c: object, d: object) -> Array:
    """
    Four-term G² divided by Williams' (1976) correction for small samples.

    Examples
    --------
    >>> williams(7, 2, 10, 9).round(6)
    np.float64(4.200833)
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    n, word = c_ + d_, a_ + b_
    with np.errstate(divide="ignore", invalid="ignore"):
        q = 1 + (n / c_ + n / d_ - 1) * (n / word + n / (n - word) - 1) / (6 * n)
        return np.where(np.isfinite(q), log_likelihood(a_, b_, c_, d_) / q, 0.0)


def fisher(a: object, b: object, c: object, d: object) -> Array:
    """
    Fisher's exact p, two-sided: the share of all tables with these margins that are no more probable.

    One table at a time, so give it the rows you show rather than all.

    Examples
    --------
    >>> fisher(7, 2, 10, 9).round(6)
    np.float64(0.069779)
    """
    from scipy.stats import fisher_exact

    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    rows = zip(a_.flat, b_.flat, c_.flat, d_.flat, strict=True)
    found = [float(fisher_exact([[w, x], [y - w, z - x]]).pvalue) for w, x, y, z in rows]
    return np.asarray(found).reshape(a_.shape)[()]


def log_ratio(a: object, b: object, c: object, d: object) -> Array:
    """
    Binary logarithm of the ratio of the rates (Hardie 2014): +1 is twice as often in the group, −1 half as
    often.

    A count of 0 is taken as 0.5, yet never so that the ratio points the other way than the counts.

    Examples
    --------
    >>> log_ratio(50, 20, 10_000, 20_000).round(4)
    np.float64(2.3219)
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    ratio = np.log2(np.maximum(a_, 0.5) / c_) - np.log2(np.maximum(b_, 0.5) / d_)
    lowest, highest = np.where(b_ > 0, -np.inf, 0.0), np.where(a_ > 0, np.inf, 0.0)
    return np.asarray(np.clip(ratio, lowest, highest))[()]


def percent_diff(a: object, b: object, c: object, d: object) -> Array:
    """
    %DIFF (Gabrielatos & Marchi 2011): by how many per cent the rate is higher in the group.

    A reference count of 0 is taken as 10⁻¹⁸, as the authors do.

    Examples
    --------
    >>> percent_diff(50, 20, 10_000, 20_000).round(1)
    np.float64(400.0)
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    reference = np.where(b_ > 0, b_, 1e-18) / d_
    return 100 * (a_ / c_ - reference) / reference


def odds_ratio(a: object, b: object, c: object, d: object) -> Array:
    """
    The odds of the word in the group over its odds in the reference; infinite where the reference has none.

    Examples
    --------
    >>> odds_ratio(16217, 735, 2796938, 2087946).round(1)
    np.float64(16.6)
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (a_ * (d_ - b_)) / (b_ * (c_ - a_))


def simple_maths(a: object, b: object, c: object, d: object, *, k: float = 1.0) -> Array:
    """
    (rate + k) / (rate in the reference + k), rates per million (Kilgarriff 2009); a larger k favours frequent
    words.

    Examples
    --------
    >>> simple_maths(35, 263, 112289776, 1559716979).round(4)
    np.float64(1.1224)
    """
    if k <= 0:
        raise InputProblem(f"simple maths needs a k above 0; {k:g} came.")
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    return (1e6 * a_ / c_ + k) / (1e6 * b_ / d_ + k)


def bic(a: object, b: object, c: object, d: object) -> Array:
    """
    Two-term G² less ln N (Wilson 2013): above 2 positive, above 10 very strong evidence of a difference.

    Examples
    --------
    >>> bic(50, 20, 10_000, 20_000).round(4)
    np.float64(32.0131)
    """
    _, _, c_, d_ = _two_corpora(a, b, c, d)
    return log_likelihood(a, b, c, d, terms=2) - np.log(c_ + d_)


def ell(a: object, b: object, c: object, d: object) -> Array:
    """
    Effect size for log-likelihood, 0 to 1 (Johnston, Berry & Mielke 2006): two-term G² / (N ln least
    expected).

    Where the least expected count is not above 1 its logarithm is not positive and the size is not defined
    (nan).

    Examples
    --------
    >>> ell(50, 20, 10_000, 20_000).round(8)
    np.float64(0.00044787)
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    least = np.minimum(c_, d_) * (a_ + b_) / (c_ + d_)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(least > 1, log_likelihood(a, b, c, d, terms=2) / ((c_ + d_) * np.log(least)), np.nan)


def log_odds(
    a: object, b: object, c: object, d: object, prior: object, prior_total: float
) -> tuple[Array, Array]:
    """
    Log-odds ratio with a Dirichlet prior, and its z score (Monroe, Colaresi & Quinn 2008, eq. 16 and 22).

    Not defined (nan) for a word that is all of a text: there are no odds against it.

    Parameters
    ----------
    a, b, c, d
        As everywhere.
    prior
        The word's pseudo-count: its count in a background corpus, or the same small number for every word.
    prior_total
        Sum of all words' pseudo-counts.

    Examples
    --------
    >>> delta, z = log_odds(30, 10, 1000, 1000, 2, 100)
    >>> delta.round(6), z.round(6)
    (np.float64(0.999383), np.float64(2.952372))
    """
    a_, b_, c_, d_ = _two_corpora(a, b, c, d)
    (prior_,) = _counts(prior)
    if (prior_ <= 0).any() or prior_total <= 0:
        raise InputProblem("a Dirichlet prior is above 0 for every word.")
    others, others_rest = c_ + prior_total - a_ - prior_, d_ + prior_total - b_ - prior_
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = np.log((a_ + prior_) / others), np.log((b_ + prior_) / others_rest)
        delta = np.where((others > 0) & (others_rest > 0), first - second, np.nan)[()]
    return delta, delta / np.sqrt(1 / (a_ + prior_) + 1 / (b_ + prior_))


ALPHA = 0.05


def critical_value(tests: int, *, alpha: float = ALPHA) -> float:
    """
    The G² that a comparison must exceed when `tests` are made at once (χ² with one degree of freedom,
    Bonferroni).

    Examples
    --------
    >>> round(critical_value(4230), 2), round(critical_value(1), 2)
    (19.19, 3.84)
    """
    from scipy.special import chdtri  # as scipy.stats has it, whose import takes a second

    return float(chdtri(1, alpha / max(1, tests)))
