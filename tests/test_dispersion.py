"""Spread over parts: published values, invariants, the gate."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import dispersion as of
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


def test_the_gate_opens_at_as_many_occurrences_as_parts():
    rows = [(str(part), "的", 20, 0.0) for part in range(3)]
    rows += [("0", "三次", 3, 0.0), ("0", "两次", 2, 0.0)]
    table = of.dispersion(build("terms", rows)).set_index("term")
    assert table.loc["三次", "reliable"] and not pd.isna(table.loc["三次", "dp"])
    assert not table.loc["两次", "reliable"] and pd.isna(table.loc["两次", "dp"])
    assert table.loc["三次", ["n", "in_parts", "parts"]].tolist() == [3, 1, 3]


def test_one_group_alone_is_refused():
    with pytest.raises(InputProblem, match="two parts or more and 1 came; count by chapter"):
        of.dispersion(build("terms", [("1", "民生", 3, 0.0)]))


def test_dispersion_of_the_proposal(study: Study):
    table = study.dispersion("chapter")
    assert table.columns.tolist() == TABLES["dispersion"].names
    assert (table["reliable"] == (table["n"] >= table["parts"])).all()
    reliable = table[table["reliable"]].set_index("term")
    assert reliable.loc["文化", "dp"] > reliable.loc["建设", "dp"]
    assert set(table["parts"]) == {10}  # the opening is no chapter
    words = study.tokens[is_word(study.tokens["token"])]
    for row in table.head(30).itertuples():
        inside = words[words["sentence_id"].isin(row.sentence_ids.split(" | "))]
        assert (inside["token"] == row.term).sum() == row.n


def test_positions_of_a_word(study: Study):
    found = of.positions(study.tokens, "虹桥")
    assert len(found) == (study.tokens["token"] == "虹桥").sum()
    assert found["share"].is_monotonic_increasing and found["share"].between(0, 1).all()
    with pytest.raises(InputProblem, match="量子 does not stand in the document as a word"):
        of.positions(study.tokens, "量子")
