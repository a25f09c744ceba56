"""Whole articles dealt at random: exact shares, what can be reached, how often chance passes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from analysis.measures import association
from analysis.measures.dealing import cut_of, dealing, ways
from analysis.measures.keyness import keyness
from analysis.study import Study
from analysis.tables import InputProblem
from tests.conftest import study_of_document

COLUMNS = ["group", "article", "term", "n"]


def bursty(rng: np.random.Generator, groups: tuple[int, ...], words: int = 30) -> pd.DataFrame:
    """Articles of several sizes, each with few words many times, dealt to groups of so many articles."""
    names = [str(group) for group, articles in enumerate(groups, start=1) for _ in range(articles)]
    rows = []
    for at, group in enumerate(names):
        size = int(rng.integers(60, 200))
        chosen = rng.choice(words, size=4, replace=False)
        counts = {f"词{word}": int(rng.integers(2, 12)) for word in chosen}
        rows += [(group, f"a{at}", term, n) for term, n in counts.items()]
        rows.append((group, f"a{at}", "的", size))
    return pd.DataFrame(rows, columns=COLUMNS)


def compared(counts: pd.DataFrame, *, absent: bool = False, **options: object) -> pd.DataFrame:
    """Keyness of all words but 的, with what survives the dealing of articles."""
    totals = counts.groupby(["group", "term"], as_index=False, sort=False)["n"].sum()
    rows = keyness(totals, stop_words=["的"], absent=absent)
    return dealing(counts, rows, absent=absent, **options)


def choices(counts: pd.DataFrame, term: str, size: int) -> np.ndarray:
    """G² of a word in every choice of so many articles against the others."""
    by_article = counts.groupby("article", sort=False)["n"].sum()
    held = counts[counts["term"] == term].set_index("article")["n"].reindex(by_article.index, fill_value=0)
    n, c = held.to_numpy(), by_article.to_numpy()
    inside = np.array([np.isin(range(len(c)), some) for some in combinations(range(len(c)), size)])
    a, total = inside @ n, inside @ c
    return association.log_likelihood(a, n.sum() - a, total, c.sum() - total)


def test_p_is_the_share_of_all_ways_to_deal():
    """Of 9 articles 4 can be chosen in 126 ways, so the share is known."""
    counts = bursty(np.random.default_rng(3), (4, 5), words=8)
    table = compared(counts, deals=4000)
    inside = table[table["group"] == "1"]
    for row in inside.itertuples():
        exact = (choices(counts, row.term, 4) >= abs(row.g2) - 1e-9).mean()
        assert row.p == pytest.approx(exact, abs=4 * np.sqrt(exact * (1 - exact) / 4000) + 1e-3)


def test_what_no_deal_can_lift_above_the_cut_is_not_testable():
    """Every choice of articles tried for every word."""
    verdicts = set()
    for seed in range(6):
        counts = bursty(np.random.default_rng(seed), (4, 3, 3), words=9)
        table = compared(counts, deals=99)
        sizes = counts.groupby("group")["article"].nunique()
        for row in table.itertuples():
            reachable = choices(counts, row.term, sizes[row.group]).max() > row.g2_cut + 1e-6
            assert (row.survives != "not testable") == reachable
            assert (row.survives == "yes") == (abs(row.g2) > row.g2_cut)
            verdicts.add(row.survives)
    assert verdicts >= {"no", "not testable"}


def test_a_group_with_too_few_ways_to_be_dealt_is_not_testable():
    """One of 19 articles can be chosen in 19 ways: even the first of them has p = 1 / 19, above .05."""
    few = bursty(np.random.default_rng(1), (1, 18))
    few.loc[0, "n"] = 3000
    assert compared(few, deals=199).query("group == '1'")["survives"].eq("not testable").all()
    enough = bursty(np.random.default_rng(1), (1, 39))
    enough.loc[0, ["term", "n"]] = ["只此", 3000]
    found = compared(enough, deals=999).set_index(["group", "term"]).loc[("1", "只此")]
    assert found["survives"] == "yes" and found["p"] == pytest.approx(1 / 40, abs=0.015)
    assert [ways(19, 1, 2), ways(6, 3, 2), ways(6, 3, 3)] == [19, 10, 20]


def test_a_word_in_one_article_is_no_word_of_its_group():
    """The same count in one article or in all twelve: the same G², another p."""
    rows = [(group, f"{group}{at}", "的", 90) for group in "甲乙" for at in range(12)]
    even = [("甲", f"甲{at}", "均匀", 2) for at in range(12)]
    once = ("甲", "甲0", "集中", 24)
    table = compared(pd.DataFrame([*rows, *even, once], columns=COLUMNS)).set_index("term")
    assert table.loc["均匀", "g2"] == pytest.approx(table.loc["集中", "g2"])
    assert table.loc["均匀", "p"] == 0.001 and table.loc["集中", "p"] > 0.9
    alone = compared(pd.DataFrame([*rows, *even], columns=COLUMNS)).set_index("term")
    assert alone.loc["均匀", "survives"] == "yes" and table.loc["集中", "survives"] != "yes"


def test_articles_dealt_at_random_seldom_have_a_survivor():
    """Of 60 deals 3 may have one; by the cut of words drawn for themselves nearly every one does."""
    rng = np.random.default_rng(7)
    counts = bursty(rng, (6, 6, 6))
    articles = counts["article"].unique()
    survivors, above = 0, 0
    for _ in range(60):
        groups = dict(zip(rng.permutation(articles), np.repeat(["1", "2", "3"], 6), strict=True))
        table = compared(counts.assign(group=counts["article"].map(groups)), deals=99)
        survivors += (table["survives"] == "yes").any()
        above += (table["g2"].abs() >= association.critical_value(len(table))).any()
    assert survivors <= 6 and above >= 50


def test_the_cut_is_what_one_deal_in_twenty_exceeds():
    largest = np.arange(999.0)
    cut = cut_of(largest)
    assert ((largest >= cut + 1).sum() + 1) / 1000 <= 0.05 < ((largest >= cut).sum() + 1) / 1000
    assert cut_of(np.arange(10.0)) == np.inf, "ten deals cannot give 5 %"


def test_words_that_are_not_compared_do_not_make_the_cut():
    counts = bursty(np.random.default_rng(5), (6, 6))
    wild = counts.copy()
    wild.loc[wild["term"] == "的", "term"] = [f"的{at % 2}" for at in range(12)]
    totals = wild.groupby(["group", "term"], as_index=False)["n"].sum()
    rows = keyness(totals, stop_words=["的0", "的1"])
    assert dealing(wild, rows)["g2_cut"].iloc[0] == pytest.approx(compared(counts)["g2_cut"].iloc[0])
    assert dealing(wild, rows, terms=["的0"])["g2_cut"].iloc[0] > dealing(wild, rows)["g2_cut"].iloc[0]


def test_the_order_of_rows_and_the_names_of_articles_are_irrelevant():
    counts = bursty(np.random.default_rng(5), (6, 6))
    one = compared(counts).set_index(["group", "term"])
    other = compared(counts.assign(article="x" + counts["article"])).set_index(["group", "term"])
    pd.testing.assert_frame_equal(one, other)


def test_only_two_groups_have_one_that_is_reference_alone():
    counts = bursty(np.random.default_rng(5), (3, 3, 3))
    totals = counts.groupby(["group", "term"], as_index=False)["n"].sum()
    with pytest.raises(InputProblem, match="one group is compared with '3'; 2 came"):
        dealing(counts, keyness(totals, against="3"), against="3")


# --- documents -------------------------------------------------------------------------------------------


def test_what_survives_in_the_proposal(study: Study):
    table = study.keyness("chapter", all_measures=True)
    assert table.query("survives == 'yes'")[["group", "term"]].values.tolist() == [["6", "文化"]]
    assert table["above_bonferroni"].sum() > 15, "the cut of words drawn for themselves lets that many by"
    assert 60 < table["g2_cut"].iloc[0] < 100 and table["p"].between(0.001, 1).all()
    assert (table["survives"] == "not testable").mean() > 0.9


def test_articles_of_both_documents_are_dealt(study: Study):
    other = study_of_document("government-work-report-2023.txt")
    table = study.keyness(against=other)
    back = other.keyness(against=study)
    assert table.set_index("term").loc["长宁", "p"] == 0.001
    both = table.merge(back, on="term", suffixes=("", "_back"))
    assert (both["p"] - both["p_back"]).abs().max() < 0.12, "as concentrated from the one side as the other"
