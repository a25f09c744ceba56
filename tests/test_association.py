"""Formulas against published values, invariants and independent implementations."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from analysis.measures import association as of
from analysis.tables import InputProblem

# Cells of the table (both, word only, other only, neither) as Dunning (1993) prints them.
DUNNING = [((110, 2442, 111, 29114), 270.72), ((29, 13, 123, 31612), 263.90), ((10, 0, 3, 31764), 167.23)]
RAYSON = (50, 20, 10_000, 20_000)  # Rayson & Garside (2000): a, b, c, d


@pytest.mark.parametrize(("cells", "value"), DUNNING)
def test_dunning_s_log_likelihoods(cells: tuple[int, ...], value: float):
    a, b, c, d = cells
    assert of.log_likelihood(a, c, a + b, c + d) == pytest.approx(value, abs=0.005)


@pytest.mark.parametrize(
    ("measure", "value", "digits"),
    [
        (lambda *cells: of.log_likelihood(*cells, terms=2), 42.3221, 4),
        (of.log_likelihood, 42.4291, 4),
        (of.percent_diff, 400, 6),
        (of.log_ratio, 2.3219, 4),
        (of.bic, 32.0131, 4),
        (of.ell, 0.00044787, 8),
    ],
)
def test_measures_of_one_comparison(measure, value: float, digits: int):
    assert round(float(measure(*RAYSON)), digits) == value


def test_a_small_table_by_every_test():
    cells = (7, 2, 10, 9)
    assert round(float(of.chi_square(*cells)), 6) == 4.337160
    assert round(float(of.chi_square(*cells, yates=True)), 6) == 2.632438
    assert round(float(of.log_likelihood(*cells)), 6) == 4.534939
    assert round(float(of.williams(*cells)), 6) == 4.200833
    assert round(float(of.fisher(*cells)), 6) == 0.069779


def test_values_that_peers_publish():
    assert round(float(of.percent_diff(206523, 178174, 959641, 1562358)), 1) == 88.7
    assert round(float(of.odds_ratio(16217, 735, 2796938, 2087946)), 1) == 16.6
    assert round(float(of.simple_maths(35, 263, 112289776, 1559716979)), 4) == 1.1224
    assert round(float(of.chi_square(3, 0, 3, 31774))) == 31777
    assert round(float(of.fisher(1, 3, 4, 4)), 3) == 0.486


def test_log_odds_with_a_dirichlet_prior():
    delta, z = of.log_odds(1, 0, 9, 9, 0.05, 0.55)
    assert (round(float(delta), 6), round(float(z), 6)) == (3.155748, 0.689423)
    delta, z = of.log_odds(30, 10, 1000, 1000, 2, 100)
    assert (round(float(delta), 6), round(float(z), 6)) == (0.999383, 2.952372)


# --- invariants ------------------------------------------------------------------------------------------

TABLES = st.tuples(st.integers(1, 500), st.integers(1, 500), st.integers(0, 5000), st.integers(0, 5000)).map(
    lambda t: (t[0], t[1], t[0] + t[2] + 1, t[1] + t[3] + 1)
)
SYMMETRIC = [of.log_likelihood, of.chi_square, of.fisher, of.williams]


@given(TABLES)
@settings(max_examples=100, deadline=None)
def test_swapping_the_sides_flips_the_sign_or_changes_nothing(cells: tuple[int, int, int, int]):
    a, b, c, d = cells
    assert of.log_ratio(a, b, c, d) == pytest.approx(-float(of.log_ratio(b, a, d, c)))
    assert of.log_odds(a, b, c, d, 1, 50)[1] == pytest.approx(-float(of.log_odds(b, a, d, c, 1, 50)[1]))
    for measure in SYMMETRIC:
        assert measure(a, b, c, d) == pytest.approx(float(measure(b, a, d, c)), rel=1e-6, abs=1e-9)
    assert of.odds_ratio(a, b, c, d) * of.odds_ratio(b, a, d, c) == pytest.approx(1)


@given(st.integers(1, 300), st.integers(1, 5000), st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_equal_rates_are_no_difference(a: int, others: int, times: int):
    cells = (a, a * times, a + others, (a + others) * times)
    assert of.log_ratio(*cells) == pytest.approx(0, abs=1e-9)
    assert of.log_likelihood(*cells) == pytest.approx(0, abs=1e-6)
    assert of.chi_square(*cells) == pytest.approx(0, abs=1e-6)
    assert of.percent_diff(*cells) == pytest.approx(0, abs=1e-6)
    assert of.odds_ratio(*cells) == pytest.approx(1)


@given(TABLES)
@settings(max_examples=100, deadline=None)
def test_scipy_gives_the_same(cells: tuple[int, int, int, int]):
    a, b, c, d = cells
    table = [[a, b], [c - a, d - b]]
    g2 = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    assert of.log_likelihood(a, b, c, d) == pytest.approx(g2, rel=1e-6, abs=1e-6)
    plain = chi2_contingency(table, correction=False).statistic
    assert of.chi_square(a, b, c, d) == pytest.approx(plain, rel=1e-6, abs=1e-6)
    assert of.chi_square(a, b, c, d, yates=True) == pytest.approx(
        chi2_contingency(table, correction=True).statistic, rel=1e-6, abs=1e-6
    )


@given(st.integers(1, 10**6), st.integers(10**7, 10**9), st.integers(1, 9), st.integers(-3, 3))
@settings(max_examples=100)
def test_nothing_is_lost_near_independence(a: int, c: int, times: int, off: int):
    """Against 60 digits: rates that are equal but for a token or two have G² of 1e-12, not of rounding."""
    cells = (a, max(0, a * times + off), c, c * times)
    found = float(of.log_likelihood(*cells))
    with localcontext() as context:
        context.prec = 60
        x, y, total, rest = map(Decimal, cells)
        n, word = total + rest, x + y
        table = [(x, total * word / n), (y, rest * word / n)]
        table += [(total - x, total * (n - word) / n), (rest - y, rest * (n - word) / n)]
        exact = 2 * sum(o * (o / e).ln() for o, e in table if o)
    assert found == pytest.approx(float(exact), rel=1e-6, abs=1e-18)
    assert float(of.signed(*cells)) == pytest.approx(-float(of.signed(*(cells[at] for at in (1, 0, 3, 2)))))


def test_arrays_keep_their_shape_and_numbers_stay_numbers():
    shape = of.log_likelihood([[1, 2], [3, 4]], 1, 10, 20).shape
    assert shape == (2, 2)
    assert of.fisher([1, 2], [3, 4], 10, 20).shape == (2,)
    assert np.ndim(of.log_ratio(1, 2, 3, 4)) == 0


def test_zero_counts_are_finite_where_the_measure_is():
    assert of.log_likelihood(0, 0, 10, 10) == 0
    assert of.log_ratio(0, 5, 100, 100) == pytest.approx(math.log2(0.5 / 5))
    assert of.chi_square(0, 0, 10, 10) == 0
    assert of.odds_ratio(3, 0, 10, 10) == math.inf
    assert math.isnan(of.ell(1, 0, 5, 5))


@pytest.mark.parametrize(
    ("cells", "match"),
    [
        ((-1, 2, 10, 10), "counts are numbers of 0 and more; -1 came"),
        ((math.nan, 2, 10, 10), "counts are numbers of 0 and more; nan came"),
        ((11, 2, 10, 10), "greater than its group's total"),
        ((0, 0, 0, 10), "a group without words cannot be compared"),
    ],
)
def test_what_is_no_count_is_refused(cells: tuple[float, ...], match: str):
    for measure in (of.log_likelihood, of.log_ratio, of.chi_square, of.bic):
        with pytest.raises(InputProblem, match=match):
            measure(*cells)


def test_settings_that_make_no_sense_are_refused():
    with pytest.raises(InputProblem, match="two terms or four; 3 came"):
        of.log_likelihood(1, 2, 3, 4, terms=3)
    with pytest.raises(InputProblem, match="k above 0"):
        of.simple_maths(1, 2, 3, 4, k=0)
    with pytest.raises(InputProblem, match="prior is above 0"):
        of.log_odds(1, 2, 3, 4, 0, 10)
