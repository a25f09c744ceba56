"""Spread over parts: published values, invariants, the gate."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.measures import dispersion as table_of
from analysis.measures import evenness as of
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from analysis.words.kinds import is_word

SIZES = [9, 10, 10, 10, 11]
MEASURES = [of.dp, of.juilland, of.carroll, of.rosengren, of.kullback_leibler]


@pytest.mark.parametrize(
    ("measure", "counts", "sizes", "value", "digits"),
    [
        (of.dp, [1, 2, 3, 4, 5], SIZES, 0.18, 2),  # Gries 2008, 2020
        (lambda c, s: of.dp(c, s, normalised=True), [1, 2, 3, 4, 5], SIZES, 0.2195, 4),
        (of.juilland, [1, 2, 3, 4, 5], SIZES, 0.785, 3),
        (of.carroll, [1, 2, 3, 4, 5], SIZES, 0.938, 3),
        (of.rosengren, [1, 2, 3, 4, 5], SIZES, 0.950, 3),
        (of.kullback_leibler, [1, 2, 3, 4, 5], SIZES, 0.137, 3),
        (of.dp, [2] * 5, SIZES, 0.02, 2),
        (lambda c, s: of.dp(c, s, normalised=True), [2] * 5, SIZES, 0.024, 3),
        (of.juilland, [2] * 5, SIZES, 0.968, 3),
        (of.rosengren, [2] * 5, SIZES, 0.999, 3),
        (of.kullback_leibler, [2] * 5, SIZES, 0.003, 3),
        (of.carroll, [2, 1, 1, 1, 0], [1] * 5, 0.8277, 4),
        (of.juilland, [0, 4, 3, 2, 1], [1] * 5, 0.6464, 4),
    ],
)
def test_published_values(measure, counts: list[int], sizes: list[int], value: float, digits: int):
    assert round(float(measure(counts, sizes)[0]), digits) == value


@given(st.lists(st.integers(1, 50), min_size=2, max_size=8), st.integers(1, 9))
@settings(max_examples=80, deadline=None)
def test_a_word_spread_as_the_parts_are_is_even(sizes: list[int], times: int):
    counts = [size * times for size in sizes]
    assert of.dp(counts, sizes)[0] == pytest.approx(0, abs=1e-9)
    assert of.kullback_leibler(counts, sizes)[0] == pytest.approx(0, abs=1e-9)
    for measure in (of.juilland, of.carroll, of.rosengren):
        assert measure(counts, sizes)[0] == pytest.approx(1)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 50)), min_size=2, max_size=8), st.randoms())
@settings(max_examples=80, deadline=None)
def test_the_order_of_parts_is_irrelevant_and_values_stay_in_range(parts, random):
    if not sum(count for count, _ in parts):
        return
    shuffled = parts[:]
    random.shuffle(shuffled)
    for measure in MEASURES:
        value = measure(*zip(*parts, strict=True))[0]
        assert value == pytest.approx(measure(*zip(*shuffled, strict=True))[0], abs=1e-9)
        assert -1e-9 <= value <= (1 + 1e-9 if measure is not of.kullback_leibler else 60)


def test_all_in_the_smallest_part_is_the_extreme():
    assert of.dp([5, 0, 0], [1, 2, 3], normalised=True)[0] == pytest.approx(1)
    assert of.juilland([5, 0, 0], [2, 2, 2])[0] == pytest.approx(0)
    assert of.carroll([5, 0, 0], [2, 2, 2])[0] == 0


@pytest.mark.parametrize(
    ("counts", "sizes", "match"),
    [
        ([1], [5], "two parts or more; 1 came"),
        ([1, 2, 3], [5, 5], "3 counts came for 2 parts"),
        ([1, -2], [5, 5], "counts are numbers of 0 and more"),
        ([1, 2], [5, 0], "every part needs a size above 0"),
        ([0, 0], [5, 5], "a word that never stands has no dispersion"),
    ],
)
def test_what_has_no_dispersion_is_refused(counts: list[int], sizes: list[int], match: str):
    for measure in MEASURES:
        with pytest.raises(InputProblem, match=match):
            measure(counts, sizes)


# --- the table -------------------------------------------------------------------------------------------


def test_dp_of_chance_by_hand_and_by_drawing():
    """One occurrence lies in one of two equal parts: DP .5; two in one part or one in each: .5 or 0."""
    np.testing.assert_allclose(of.dp_expected([1, 2], [5, 5]), [0.5, 0.25])
    sizes = np.array([134, 300, 500, 1332])
    drawn = np.random.default_rng(4).multinomial(30, sizes / sizes.sum(), size=20_000)
    assert of.dp_expected(30, sizes)[0] == pytest.approx(of.dp(drawn, sizes).mean(), abs=0.002)
    low, high = of.dp_range([30], sizes)
    assert [low[0], high[0]] == pytest.approx(np.quantile(of.dp(drawn, sizes), [0.025, 0.975]), abs=0.02)


@given(st.lists(st.integers(1, 50), min_size=2, max_size=8), st.integers(1, 5000))
@settings(max_examples=60, deadline=None)
@example([30, 30, 1], 1)
def test_chance_gives_the_expected_within_its_range(sizes: list[int], n: int):
    """What lies beyond the range, one deal in forty at each end, can take the mean that far beyond it."""
    (expected,), ((low,), (high,)) = of.dp_expected(n, sizes), of.dp_range(n, sizes)
    assert 0 <= low <= high <= 1 and low - 0.03 <= expected <= high + 0.03
    assert of.dp_expected(4 * n, sizes)[0] <= expected + 1e-9


def test_what_is_uneven_even_or_as_chance():
    rows = [(str(part), "的", 20, 0.0) for part in range(5)]
    rows += [("0", "六次", 6, 0.0), ("0", "两次", 1, 0.0), ("1", "两次", 1, 0.0)]
    rows += [(str(part), "匀", 40, 0.0) for part in range(5)]
    table = table_of.dispersion(build("terms", rows)).set_index("term")
    assert table["evenness"].to_dict() == {"匀": "even", "的": "even", "六次": "uneven", "两次": "as chance"}
    assert table.loc["六次", ["n", "in_parts", "parts", "words"]].tolist() == [6, 1, 5, 308]


def test_words_dealt_at_random_are_seldom_uneven():
    rng = np.random.default_rng(1)
    sizes = np.array([130, 400, 700, 900, 1300])
    counts = rng.multinomial(20, sizes / sizes.sum(), size=2000)
    low, high = of.dp_range([20], sizes)
    found = of.dp(counts, sizes)
    assert 0.01 < (found > high + 1e-9).mean() < 0.04 and (found < low - 1e-9).mean() < 0.04


def test_one_group_alone_is_refused():
    with pytest.raises(InputProblem, match="two parts or more and 1 came; count by chapter"):
        table_of.dispersion(build("terms", [("1", "民生", 3, 0.0)]))


def table_of_chapters(study: Study) -> list[int]:
    counts = study.terms("chapter", stop_words=True)
    return counts[counts["group"] != "0"].groupby("group")["n"].sum().tolist()


def test_dispersion_of_the_proposal(study: Study):
    table = study.dispersion("chapter")
    assert table.columns.tolist() == TABLES["dispersion"].names
    spread = table.set_index("term")["evenness"]
    assert spread["文化"] == "uneven" and set(spread) == {"uneven", "as chance", "even"}
    assert table["words"].eq(sum(table_of_chapters(study))).all()
    assert set(table["parts"]) == {10}  # the opening is no chapter
    words = study.tokens[is_word(study.tokens["token"])]
    for row in table.head(30).itertuples():
        inside = words[words["sentence_id"].isin(row.sentence_ids.split(" | "))]
        assert (inside["token"] == row.term).sum() == row.n


def test_positions_of_a_word(study: Study):
    found = table_of.positions(study.tokens, "虹桥")
    assert len(found) == (study.tokens["token"] == "虹桥").sum()
    assert found["share"].is_monotonic_increasing and found["share"].between(0, 1).all()
    with pytest.raises(InputProblem, match="量子 does not stand in the document as a word"):
        table_of.positions(study.tokens, "量子")
