"""Keyness of groups and documents: hand arithmetic, invariants, evidence."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from analysis.measures import association
from analysis.measures.association import critical_value
from analysis.measures.keyness import keyness
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from analysis.words.kinds import is_word
from tests.conftest import study_of, study_of_document

ROWS = [
    ("1", "数字", 8, 0.0),
    ("1", "的", 92, 0.0),
    ("2", "数字", 2, 0.0),
    ("2", "民生", 10, 0.0),
    ("2", "的", 88, 0.0),
]


@pytest.fixture
def counts() -> pd.DataFrame:
    return build("terms", ROWS)


def row(table: pd.DataFrame, group: str, term: str) -> pd.Series:
    return table[(table["group"] == group) & (table["term"] == term)].iloc[0]


def test_counts_totals_and_measures_by_hand(counts: pd.DataFrame):
    found = row(keyness(counts), "1", "数字")
    assert found[["n", "n_rest", "rate", "rate_rest"]].tolist() == [8, 2, 80.0, 20.0]
    assert found["log_ratio"] == pytest.approx(2)
    assert found["g2"] == pytest.approx(float(association.log_likelihood(8, 2, 100, 100)))
    assert found["chi2_yates"] == pytest.approx(float(association.chi_square(8, 2, 100, 100, yates=True)))


def test_stop_words_are_left_out_of_rows_and_not_of_totals(counts: pd.DataFrame):
    table = keyness(counts, stop_words=["的"])
    assert "的" not in set(table["term"])
    assert row(table, "1", "数字")["rate"] == 80.0


def test_words_that_a_group_does_not_have_come_on_request(counts: pd.DataFrame):
    assert "民生" not in set(keyness(counts).query("group == '1'")["term"])
    absent = row(keyness(counts, absent=True), "1", "民生")
    assert absent["n"] == 0 and absent["log_ratio"] < 0


def test_the_most_overused_come_first_and_the_most_underused_last(counts: pd.DataFrame):
    inside = keyness(counts, absent=True).query("group == '1'")
    assert inside["term"].tolist() == ["数字", "的", "民生"]
    assert inside["g2"].is_monotonic_decreasing and inside["g2"].iloc[-1] < 0


def test_what_is_not_defined_is_empty(counts: pd.DataFrame):
    """民生 does not stand in the reference of group 2: a ratio to it is no number."""
    never = row(keyness(counts), "2", "民生")
    assert pd.isna(never["odds_ratio"]) and pd.isna(never["percent_diff"])
    assert never[["log_ratio", "g2", "simple_maths", "log_odds"]].notna().all()
    alone = keyness(build("terms", [("1", "数字", 5, 0.0), ("2", "数字", 7, 0.0)]))
    assert alone["log_odds"].isna().all() and (alone["g2"] == 0).all(), "a word that is all of the text"


def test_the_ratio_never_points_the_other_way_than_the_counts():
    """One of 10 words against none of 2: taking 0 for a half would make it underuse."""
    rows = [("1", "民生", 1, 0.0), ("1", "的", 9, 0.0), ("2", "的", 2, 0.0)]
    found = row(keyness(build("terms", rows)), "1", "民生")
    assert found["g2"] > 0 and found["log_ratio"] == 0


def test_two_groups_mirror_each_other(counts: pd.DataFrame):
    table = keyness(counts, absent=True)
    for term in ("数字", "民生", "的"):
        one, two = row(table, "1", term), row(table, "2", term)
        assert one["log_ratio"] == pytest.approx(-two["log_ratio"])
        assert one["g2"] == pytest.approx(-two["g2"])


def test_the_order_of_rows_is_irrelevant(counts: pd.DataFrame):
    shuffled = counts.sample(frac=1, random_state=3)
    first = keyness(counts).sort_values(["group", "term"], ignore_index=True)
    pd.testing.assert_frame_equal(first, keyness(shuffled).sort_values(["group", "term"], ignore_index=True))


def test_against_one_group(counts: pd.DataFrame):
    three = pd.concat([counts, build("terms", [("3", "的", 50, 0.0), ("3", "数字", 50, 0.0)])])
    table = keyness(three, against="3")
    assert set(table["group"]) == {"1", "2"}
    assert row(table, "1", "数字")[["n_rest", "rate_rest"]].tolist() == [50, 500.0]


def test_the_minimum_counts_both_sides(counts: pd.DataFrame):
    assert "民生" in set(keyness(counts, minimum=10)["term"])
    assert "民生" not in set(keyness(counts, minimum=11)["term"])


def test_the_cut_for_many_tests():
    assert round(critical_value(4230), 2) == 19.19
    assert critical_value(1) == pytest.approx(3.8415, abs=1e-4)


@pytest.mark.parametrize(
    ("rows", "options", "match"),
    [
        (ROWS[:2], {}, "keyness compares groups and 1 came"),
        ([], {}, "keyness compares groups and 0 came"),
        (ROWS, {"against": "9"}, "no group '9' to compare with; there are: 1, 2"),
        ([*ROWS, ("2", "坏", -3, 0.0)], {}, "counts are numbers of 0 and more; -3 came"),
    ],
)
def test_what_cannot_be_compared_is_refused(rows: list, options: dict, match: str):
    with pytest.raises(InputProblem, match=match):
        keyness(build("terms", rows), **options)


def test_a_table_without_its_columns_is_refused():
    with pytest.raises(InputProblem, match="a terms table needs"):
        keyness(pd.DataFrame({"term": ["民生"]}))


# --- the proposal ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def of_chapters(study: Study) -> pd.DataFrame:
    return study.keyness("chapter")


def test_chapters_of_the_proposal(of_chapters: pd.DataFrame):
    assert of_chapters.columns.tolist() == TABLES["keyness"].names
    first = of_chapters[of_chapters["g2"] > 0].drop_duplicates("group").set_index("group")["term"]
    assert first[["6", "8", "9"]].tolist() == ["文化", "就业", "安全"]


def test_counting_in_the_evidence_gives_n(study: Study, of_chapters: pd.DataFrame):
    words = study.tokens[is_word(study.tokens["token"])]
    for at in random.Random(5).sample(range(len(of_chapters)), 60):
        found = of_chapters.iloc[at]
        ids = found["sentence_ids"].split(" | ")
        inside = words[words["sentence_id"].isin(ids)]
        assert (inside["token"] == found["term"]).sum() == found["n"]
        chapters = study.sentences.set_index("sentence_id").loc[ids, "chapter"].astype(str)
        assert set(chapters) == {found["group"]}


def test_one_group_of_the_proposal_and_one_that_does_not_exist(study: Study, of_chapters: pd.DataFrame):
    pd.testing.assert_frame_equal(
        study.keyness("chapter", group="6"), of_chapters[of_chapters["group"] == "6"].reset_index(drop=True)
    )
    with pytest.raises(InputProblem, match="no group '99'; by chapter there are: 1, 2"):
        study.keyness("chapter", group="99")


def test_words_that_a_chapter_never_has(study: Study, of_chapters: pd.DataFrame):
    table = study.keyness("chapter", absent=True)
    more = table[table["n"] == 0]
    assert len(table) == len(of_chapters) + len(more) > len(of_chapters)
    assert (more["sentence_ids"] == "").all() and (more["articles"] == 0).all() and (more["g2"] < 0).all()
    assert (table[table["n"] > 0]["sentence_ids"] != "").all()
    assert not table.duplicated(["group", "term"]).any()


def test_a_document_against_itself_has_no_key_words(study: Study):
    table = study.keyness(against=study)
    assert (table["g2"] == 0).all() and (table["p"] == 1).all() and not (table["survives"] == "yes").any()


def test_without_articles_paragraphs_are_left_out_and_dealt():
    text = "关于发展的意见\n\n" + "".join(
        f"{label}、目标\n" + "".join(f"推动{word}发展，改善{word}民生。\n" for _ in range(8))
        for label, word in (("一", "数字"), ("二", "绿色"), ("三", "城市"))
    )
    table = study_of(text).keyness(minimum=1).set_index(["group", "term"])
    found = table.loc[("1", "数字")]
    assert found["articles"] == 8 and found["article_decisive"].startswith("1.")
    assert found["survives"] == "yes" and table.loc[("1", "发展"), "survives"] == "not testable"


def test_against_another_document(study: Study):
    other = study_of_document("government-work-report-2023.txt")
    table = study.keyness(against=other)
    assert set(table["group"]) == {study.document.id}
    found = row(table, study.document.id, "长宁")
    assert found["n_rest"] == 0 and found["log_ratio"] > 5
    ids = found["sentence_ids"].split(" | ")
    inside = study.tokens[study.tokens["sentence_id"].isin(ids)]
    assert (inside["token"] == "长宁").sum() == found["n"]
    back = other.keyness(against=study)
    both = set(table["term"]) & set(back["term"])
    assert row(table, study.document.id, "发展")["log_ratio"] == pytest.approx(
        -row(back, other.document.id, "发展")["log_ratio"]
    )
    assert len(both) > 100
