"""What hangs on one article: by hand, and against every deletion tried one by one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import association
from analysis.measures.deletion import deletion
from analysis.measures.keyness import keyness
from analysis.study import Study
from tests.conftest import study_of_document

COLUMNS = ["group", "article", "term", "n"]


def table_of(places: list[tuple[str, str, str, int]], *, absent: bool = False) -> pd.DataFrame:
    """Keyness of words by article, with what is left of it."""
    by_article = pd.DataFrame(places, columns=COLUMNS)
    counts = by_article.groupby(["group", "term"], as_index=False, sort=False)["n"].sum()
    return deletion(by_article, keyness(counts, absent=absent)).set_index(["group", "term"])


def article(group: str, name: str, words: int, n: int) -> list[tuple[str, str, str, int]]:
    """An article of so many words with 数字 so many times."""
    return [(group, name, term, k) for term, k in (("数字", n), ("的", words - n)) if k]


def test_the_article_that_carries_an_overused_word():
    """Without it the word is underused, and the G² of that does not pass for what is left."""
    places = article("1", "a", 100, 8) + article("2", "r", 4000, 20)
    places += [row for at in range(9) for row in article("1", f"b{at}", 100, 0)]
    found = table_of(places).loc[("1", "数字")]
    assert found["article_decisive"] == "a" and found["articles"] == 1
    assert found["g2"] == pytest.approx(1.18, abs=0.005) and found["g2_least"] == pytest.approx(
        -8.14, abs=0.005
    )
    assert found["log_ratio_least"] == pytest.approx(float(association.log_ratio(0, 20, 900, 4000)))


def test_the_long_article_without_an_underused_word():
    """All underuse is in the article that does not hold the word; leaving out the other makes more of it."""
    places = article("1", "long", 900, 0) + article("1", "short", 100, 2) + article("2", "r", 2000, 40)
    found = table_of(places).loc[("1", "数字")]
    assert found["g2"] == pytest.approx(-20.97, abs=0.005)
    assert found[["g2_least", "log_ratio_least", "article_decisive"]].tolist() == [0, 0, "long"]


def test_an_article_of_the_reference_may_carry_it():
    """The long article of the reference that never says the word makes it rare there."""
    places = article("1", "a", 100, 2) + article("1", "b", 100, 2)
    places += article("2", "c", 100, 2) + article("2", "d", 4000, 0)
    found = table_of(places).loc[("1", "数字")]
    assert found[["g2_least", "article_decisive"]].tolist() == [0, "d"]


def test_where_no_article_takes_anything_away_the_least_is_the_whole():
    places = article("1", "a", 100, 50) + article("1", "b", 100, 50)
    places += article("2", "c", 100, 50) + article("2", "d", 100, 50)
    found = table_of(places).loc[("1", "数字")]
    assert found[["g2", "g2_least", "article_decisive"]].tolist() == [0, 0, ""]


def test_a_group_of_one_article_has_nothing_left():
    found = table_of(article("1", "a", 50, 6) + article("2", "c", 100, 2) + article("2", "d", 50, 1))
    alone = found.loc[("1", "数字")]
    assert alone["article_decisive"] == "a" and alone[["g2_least", "log_ratio_least"]].isna().all()
    assert found.loc[("2", "数字"), "g2_least"] == pytest.approx(float(association.signed(1, 6, 50, 50))), (
        "its reference cannot be left out, its own articles can"
    )


def by_hand(places: pd.DataFrame, group: str, term: str) -> tuple[float, float]:
    """Signed G² of the whole, and the least over every deletion that leaves two sides."""

    def signed(kept: pd.DataFrame) -> float:
        inside, word = kept["group"] == group, kept["term"] == term
        cells = [kept.loc[where, "n"].sum() for where in (inside & word, ~inside & word, inside, ~inside)]
        return float(association.signed(*cells)) if min(cells[2:]) > 0 else np.nan

    whole = signed(places)
    articles = places.groupby(["group", "article"]).groups.values()
    left = [whole, *(signed(places.drop(index)) for index in articles)]
    way = np.sign(whole)
    return whole, float(way * np.nanmin(way * np.array(left)))


ARTICLE = st.tuples(*(st.sampled_from([0, 0, 0, 1, 2, 5, 9, 30]) for _ in "甲乙丙"), st.integers(1, 60))
GROUPS = st.lists(st.lists(ARTICLE, min_size=1, max_size=4), min_size=2, max_size=3)


@pytest.mark.slow
@given(GROUPS)
@settings(max_examples=15)
def test_the_least_is_the_least_of_all_deletions(groups: list[list[tuple[int, ...]]]):
    places = [
        (str(group), f"{group}.{at}", term, n)
        for group, articles in enumerate(groups)
        for at, counts in enumerate(articles)
        for term, n in zip("甲乙丙的", counts, strict=True)
        if n
    ]
    frame = pd.DataFrame(places, columns=COLUMNS)
    for (group, term), row in table_of(places, absent=True).iterrows():
        if len(groups[int(group)]) == 1:
            assert np.isnan(row["g2_least"])
            continue
        whole, least = by_hand(frame, group, term)
        assert row["g2"] == pytest.approx(whole) and row["g2_least"] == pytest.approx(least, abs=1e-8)
        assert np.sign(whole) * row["g2_least"] <= abs(whole), "never more than the whole"
        assert (row["article_decisive"] == "") == (row["g2_least"] == row["g2"])


def test_in_the_proposal_no_word_is_left_with_more_than_it_has(study: Study):
    table = study.keyness("chapter", absent=True, minimum=5)
    assert (np.sign(table["g2"]) * table["g2_least"] <= table["g2"].abs())[table["g2_least"].notna()].all()
    assert (table["g2"] < 0).any() and table["article_decisive"].isin(
        ["", *study.sentence_articles]
    ).mean() > 0.9


def test_articles_of_another_document_are_told_by_its_id(study: Study):
    other = study_of_document("government-work-report-2023.txt")
    found = study.keyness(against=other)["article_decisive"]
    theirs = found[found.str.contains(":")]
    assert len(theirs) and theirs.str.startswith("government-work-report-2023:").all()
    assert (~found.str.contains(":") & (found != "")).any()
