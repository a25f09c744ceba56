"""Correspondence analysis and lexical richness: published values and invariants."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from analysis.measures.correspondence import as_table, correspondence, correspondence_model, most_frequent
from analysis.measures.richness import mattr, mtld, richness, yule_k
from analysis.study import Study
from analysis.tables import InputProblem

SMOKING = pd.DataFrame(
    [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]],
    index=["SM", "JM", "SE", "JE", "SC"],
    columns=["none", "light", "medium", "heavy"],
)


def test_greenacre_s_smoking_table():
    found = correspondence(SMOKING)
    assert found.inertias.round(6).tolist() == [0.074759, 0.010017, 0.000414]
    assert round(found.inertias.sum(), 6) == 0.08519


def test_total_inertia_is_chi_square_over_n():
    statistic = chi2_contingency(SMOKING, correction=False).statistic
    assert correspondence(SMOKING).inertias.sum() == pytest.approx(statistic / SMOKING.to_numpy().sum())


def test_contributions_add_to_one_and_masses_balance():
    found = correspondence(SMOKING, dimensions=3)
    for points in (found.rows, found.columns):
        assert points["mass"].sum() == pytest.approx(1)
        for at in (1, 2, 3):
            assert points[f"contribution{at}"].sum() == pytest.approx(1)
            assert (points["mass"] * points[f"dim{at}"]).sum() == pytest.approx(0, abs=1e-9)
        qualities = points[["quality1", "quality2", "quality3"]].sum(axis=1)
        assert np.allclose(qualities, 1)


def test_the_order_of_rows_is_irrelevant_and_signs_are_fixed():
    one, two = correspondence(SMOKING), correspondence(SMOKING.iloc[::-1, ::-1])
    pd.testing.assert_frame_equal(one.rows, two.rows.loc[one.rows.index])
    pd.testing.assert_frame_equal(one.columns, two.columns.loc[one.columns.index])


@pytest.mark.parametrize(
    ("table", "match"),
    [
        (SMOKING.head(1), "needs two groups and two words"),
        (SMOKING.assign(none=0), "without any count has no profile"),
        (SMOKING - 5, "counts are numbers of 0 and more"),
    ],
)
def test_tables_that_cannot_be_analysed_are_refused(table: pd.DataFrame, match: str):
    with pytest.raises(InputProblem, match=match):
        correspondence(table)


def test_correspondence_of_the_proposal_s_chapters(study: Study):
    found = correspondence_model(study)
    assert len(found.rows) == 10  # the opening is no chapter
    assert 55 <= len(found.columns) <= 60


def test_proportional_groups_have_no_dimension_of_rounding():
    """Three equal profiles and their sum: without a guard a dimension of 3e-32 has contributions."""
    alike = pd.DataFrame([[7, 1, 3], [7, 1, 3], [7, 1, 3], [14, 2, 6]])
    found = correspondence(alike)
    assert found.inertias.empty and found.rows.columns.tolist() == ["mass"]
    two = correspondence(pd.concat([alike, pd.DataFrame([[1, 9, 2]])]))
    assert len(two.inertias) == 1 and "dim2" not in two.rows
    assert two.columns["contribution1"].sum() == pytest.approx(1)
    table = as_table(found)
    assert table["inertia"].eq(0).all() and table[["dim1", "quality1", "inertia1"]].isna().all(axis=None)


@given(st.lists(st.lists(st.integers(1, 40), min_size=4, max_size=4), min_size=2, max_size=4))
@settings(max_examples=40)
def test_a_repeated_group_adds_no_dimension(rows: list[list[int]]):
    once, twice = correspondence(pd.DataFrame(rows)), correspondence(pd.DataFrame(rows + rows))
    assert len(once.inertias) == len(twice.inertias) <= len(rows) - 1
    assert once.inertias.sum() == pytest.approx(twice.inertias.sum(), abs=1e-12)


def test_the_table_tells_what_the_map_shows(study: Study):
    table, found = study.correspondence(), correspondence_model(study)
    assert table["inertia"].unique() == pytest.approx([found.inertias.sum()])
    shares = (found.inertias / found.inertias.sum()).head(2)
    assert table[["inertia1", "inertia2"]].drop_duplicates().values.tolist() == [
        pytest.approx(shares.tolist())
    ]


@pytest.mark.parametrize(
    ("counts", "top", "kept"),
    [([9, 8, 7, 7, 7, 1], 3, 2), ([9, 8, 7, 7, 7, 1], 5, 5), ([9, 8, 7, 7, 7, 1], 9, 6), ([3, 3, 3], 2, 3)],
)
def test_of_a_tie_at_the_end_all_terms_come_or_none(counts: list[int], top: int, kept: int):
    terms = [f"词{at}" for at in range(len(counts))]
    assert most_frequent(pd.Series(counts, index=terms), top) == terms[:kept]


def test_the_order_of_code_points_chooses_no_terms(study: Study):
    counts = study.terms("chapter", granularity="term").query("group != '0'").groupby("term")["n"].sum()
    for top in (20, 30, 40, 50):
        points = study.correspondence(top=top).query("kind == 'term'")["point"]
        assert len(points) <= top and counts[points].min() > counts.drop(points).max()


# --- richness --------------------------------------------------------------------------------------------

WORDS = st.lists(st.sampled_from("甲乙丙丁戊己庚"), min_size=5, max_size=80)


def test_yule_s_k():
    assert yule_k(["a", "b", "c", "d", "d", "e", "e", "f", "f", "f"]) == 1000


@given(WORDS, st.integers(1, 5))
@settings(max_examples=80, deadline=None)
def test_mattr_is_the_mean_over_windows(words: list[str], window: int):
    ratios = [len(set(words[at : at + window])) / window for at in range(len(words) - window + 1)]
    assert mattr(words, window=window) == pytest.approx(sum(ratios) / len(ratios))


def test_mtld_by_hand():
    # a b a: 3 words, 2 types, .67 ≤ .72: one factor for each three words, both ways.
    assert mtld(["a", "b", "a"] * 4) == 3.0
    # The rest counts by how far it came: a b a | c d → 1 factor and 0 of the next (ratio 1).
    assert mtld(["a", "b", "a", "c", "d"]) == pytest.approx((5 + mtld_backwards()) / 2)
    assert mtld(["a", "b", "c"]) == float("inf")


def mtld_backwards() -> float:
    # d c a b a: ratio .8 at the end: (1 − .8) / (1 − .72) of a factor.
    return 5 / ((1 - 0.8) / (1 - 0.72))


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: mattr(["a"], window=0), "1 or more; 0 came"),
        (lambda: mattr(["a"], window=5), "needs so many words; 1 came"),
        (lambda: mtld([]), "a text without words"),
        (lambda: mtld(["a"], threshold=1.5), "between 0 and 1; 1.5 came"),
        (lambda: yule_k([]), "a text without words"),
    ],
)
def test_what_has_no_richness_is_refused(call, match: str):
    with pytest.raises(InputProblem, match=match):
        call()


def test_richness_by_group(study: Study):
    (whole,) = study.richness().itertuples()
    assert 0.3 < whole.mattr < 0.8 and whole.mtld > 50 and whole.yule_k > 10
    chapters = study.richness("chapter")
    assert chapters["words"].sum() == whole.words
    assert (chapters["types"] <= chapters["words"]).all()
    assert (chapters["mattr"].isna() == (chapters["words"] < 100)).all()
    assert study.richness("article")["mtld"].isna().equals(study.richness("article")["words"] < 100)
    assert whole.window == 500 and set(chapters["window"]) == {100}
    assert set(study.richness(window=50)["window"]) == {50}
    with pytest.raises(InputProblem, match="1 or more; 0 came"):
        study.richness(window=0)


def test_what_cannot_be_measured_is_empty_and_never_infinite():
    words = [f"词{at}" for at in range(150)]  # all different: MTLD has no end
    table = richness(pd.Series(words + ["甲"] * 99), pd.Series(["1"] * 150 + ["2"] * 99))
    assert table["mtld"].isna().all() and table["yule_k"].notna().all()
    empty = richness(pd.Series([], dtype="str"), pd.Series([], dtype="str"))
    assert empty.empty and empty.columns.tolist() == table.columns.tolist()
