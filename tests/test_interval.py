"""The interval of a log ratio: by hand, never narrower than of single tokens, open where a count is 0."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.interval import NORMAL, with_interval
from analysis.measures.keyness import keyness
from analysis.study import Study

COLUMNS = ["group", "article", "term", "n"]


def interval(articles: list[tuple[str, int, int]]) -> pd.DataFrame:
    """Rows of 数字 by group, from articles of (group, words, of which 数字)."""
    places = [
        (group, str(at), term, n)
        for at, (group, words, n_word) in enumerate(articles)
        for term, n in (("数字", n_word), ("的", words - n_word))
        if n
    ]
    counts = pd.DataFrame(places, columns=COLUMNS)
    totals = counts.groupby(["group", "term"], as_index=False)["n"].sum()
    return with_interval(counts, keyness(totals, stop_words=["的"], absent=True)).set_index("group")


def test_articles_as_clusters_by_hand():
    found = interval([("1", 100, 12), ("1", 300, 4), ("2", 200, 2), ("2", 200, 6), ("2", 400, 4)]).loc["1"]
    rate, rest = 16 / 400, 12 / 800
    first = ((12 - rate * 100) ** 2 + (4 - rate * 300) ** 2) * 2 / 1 / 16**2
    second = ((2 - rest * 200) ** 2 + (6 - rest * 200) ** 2 + (4 - rest * 400) ** 2) * 3 / 2 / 12**2
    around = NORMAL * np.sqrt(max(first, 1 / 16) + max(second, 1 / 12)) / np.log(2)
    assert found["log_ratio"] == pytest.approx(np.log2(rate / rest))
    assert found["log_ratio_low"] == pytest.approx(found["log_ratio"] - around)
    assert found["log_ratio_high"] == pytest.approx(found["log_ratio"] + around)


def test_bursts_widen_it():
    even = interval([("1", 100, 5), ("1", 100, 5), ("2", 100, 2), ("2", 100, 2)]).loc["1"]
    burst = interval([("1", 100, 10), ("1", 100, 0), ("2", 100, 2), ("2", 100, 2)]).loc["1"]
    assert even["log_ratio"] == burst["log_ratio"]
    assert burst["log_ratio_low"] < even["log_ratio_low"] < even["log_ratio"]
    tokens = NORMAL * np.sqrt(1 / 10 + 1 / 4) / np.log(2)
    assert even["log_ratio"] - even["log_ratio_low"] == pytest.approx(tokens), "even articles: single tokens"


def test_a_count_of_0_leaves_its_side_open():
    table = interval([("1", 100, 5), ("1", 100, 5), ("2", 100, 0), ("2", 100, 0)])
    assert table.loc["1", "log_ratio_low"] < table.loc["1", "log_ratio"]
    assert np.isnan(table.loc["1", "log_ratio_high"]) and np.isnan(table.loc["2", "log_ratio_low"])
    assert table.loc["2", "log_ratio_high"] == pytest.approx(-table.loc["1", "log_ratio_low"])


def test_one_article_says_nothing_of_how_articles_differ():
    table = interval([("1", 100, 5), ("2", 100, 2), ("2", 100, 3)])
    assert table[["log_ratio_low", "log_ratio_high"]].isna().all(axis=None)


ARTICLE = st.tuples(st.sampled_from("12"), st.integers(31, 200), st.integers(0, 30))


@given(st.lists(ARTICLE, min_size=2, max_size=8).map(lambda more: [("1", 50, 1), ("2", 50, 1), *more]))
@settings(max_examples=25)
def test_it_is_never_narrower_than_of_single_tokens(articles: list[tuple[str, int, int]]):
    table = interval(articles)
    tokens = NORMAL * np.sqrt(1 / table["n"] + 1 / table["n_rest"]) / np.log(2)
    known = table["log_ratio_low"].notna()
    assert (table["log_ratio_high"] - table["log_ratio"] >= tokens - 1e-9)[known].all()
    assert known.all() == all(sum(group == one for group, *_ in articles) > 1 for one in "12")
    low, high = table.loc["1", ["log_ratio_low", "log_ratio_high"]]
    np.testing.assert_allclose(
        table.loc["2", ["log_ratio_high", "log_ratio_low"]].astype(float), [-low, -high]
    )


def test_in_the_proposal(study: Study):
    table = study.keyness("chapter", absent=True)
    assert (table["log_ratio_low"].isna() | (table["log_ratio_low"] <= table["log_ratio"])).all()
    assert (table["log_ratio_high"].isna() | (table["log_ratio_high"] >= table["log_ratio"])).all()
    assert table.loc[table["n_rest"] == 0, "log_ratio_high"].isna().all()
    assert table.loc[table["n"] == 0, "log_ratio_low"].isna().all() and (table["n"] == 0).any()
