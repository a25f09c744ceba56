"""Words that stand together: published values, hand arithmetic, evidence; the network made of them."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.measures import pair_measures as of
from analysis.measures.collocations import collocations
from analysis.study import Study
from analysis.tables import InputProblem, build
from analysis.words.kinds import is_word
from tests.conftest import tables_of


def test_published_values():
    assert round(float(of.mutual_information(8, 1105, 44, 15_000_000)), 1) == 11.3
    assert round(float(of.t_score(8, 15828, 4675, 14_307_668)), 6) == 0.999932
    assert round(float(of.dice(130, 3121, 143)), 2) == 0.08
    assert round(float(of.log_dice(130, 3121, 143)), 4) == 10.3499
    a, b, c, d = 5610, 168938, 2257, 10233063
    assert round(float(of.delta_p(a, a + b, a + c, a + b + c + d)), 3) == 0.032
    assert round(float(of.delta_p(a, a + c, a + b, a + b + c + d)), 3) == 0.697
    for cells, value in (((10, 0, 0, 90), 1), ((1, 9, 9, 81), 0), ((0, 10, 10, 80), -1)):
        a, b, c, d = cells
        assert float(of.npmi(a, a + b, a + c, sum(cells))) == pytest.approx(value, abs=1e-9)


def test_measures_of_what_is_said_to_be_expected():
    """Five times where one was expected, in a hundred places; NPMI stays in its bounds where less was."""
    assert of.mutual_information(5, 10, 8, 100, expected=1.25) == 2
    assert of.t_score(4, 10, 8, 100, expected=1) == 1.5
    assert of.npmi(10, 20, 20, 1000, expected=1) == pytest.approx(0.5)
    assert of.npmi(5, 5, 5, 100, expected=0.2) == 1
    assert of.signed_log_likelihood(5, 10, 8, 100, expected=5) == 0


def test_frequencies_that_cannot_be_are_refused():
    with pytest.raises(InputProblem, match="more often than each of them stands"):
        of.dice(5, 4, 10)
    with pytest.raises(InputProblem, match="frequencies are numbers of 0 and more"):
        of.mutual_information(-1, 4, 10, 20)


# --- the table -------------------------------------------------------------------------------------------

TEXT = "改善民生。改善民生民生。教育改善民生。教育优先。"


@pytest.fixture(scope="module")
def tokens() -> pd.DataFrame:
    return tables_of(TEXT)[1]


def pair(table: pd.DataFrame, one: str, two: str) -> pd.Series:
    first, second = sorted((one, two))
    return table[(table["word1"] == first) & (table["word2"] == second)].iloc[0]


def test_in_sentences_by_hand(tokens: pd.DataFrame):
    table = collocations(tokens, minimum=1)
    found = pair(table, "改善", "民生")
    assert found[["n", "n1", "n2"]].tolist() == [3, 3, 3]
    assert found["log_dice"] == 14.0
    assert pair(table, "教育", "改善")["n"] == 1


def test_in_a_window_by_hand(tokens: pd.DataFrame):
    table = collocations(tokens, window=1, minimum=1)
    found = pair(table, "改善", "民生")
    assert found[["n", "n1", "n2"]].tolist() == [3, 3, 4]
    assert pair(collocations(tokens, window=2, minimum=1), "改善", "民生")["n"] == 4


@pytest.mark.parametrize("window", [None, 1, 3, 6])
def test_counts_equal_a_count_by_hand(study: Study, window: int | None):
    words = study.tokens[is_word(study.tokens["token"])]
    expected: Counter[tuple[str, str]] = Counter()
    for _, sentence in words.groupby("sentence_id"):
        tokens = sentence["token"].tolist()
        if window is None:
            expected.update(combinations(sorted(set(tokens)), 2))
        else:
            for step in range(1, window + 1):
                expected.update(
                    tuple(sorted((a, b))) for a, b in zip(tokens, tokens[step:], strict=False) if a != b
                )
    table = collocations(study.tokens, window=window, minimum=4, minimum_word=1)
    found = {(row.word1, row.word2): row.n for row in table.itertuples()}
    assert found == {key: n for key, n in expected.items() if n >= 4}


def test_minimums_stop_words_and_one_word(study: Study):
    table = study.collocations(minimum=6, granularity="word")
    assert (table["n"] >= 6).all()
    assert not {*table["word1"], *table["word2"]} & study.lexicon.stop_words
    only = study.collocations(minimum=6, granularity="word", word="服务")
    assert ((only["word1"] == "服务") | (only["word2"] == "服务")).all()
    assert len(only) == ((table["word1"] == "服务") | (table["word2"] == "服务")).sum()


def test_the_order_of_sentences_is_irrelevant(study: Study):
    ids = study.sentences["sentence_id"].tolist()
    random.Random(1).shuffle(ids)
    shuffled = study.tokens.set_index("sentence_id").loc[ids].reset_index()
    pd.testing.assert_frame_equal(
        collocations(study.tokens, minimum=5), collocations(shuffled, minimum=5), check_exact=False
    )


def test_counting_in_the_evidence_gives_n(study: Study):
    table = study.collocations(minimum=4)
    words = study.whole_terms[is_word(study.whole_terms["token"])]
    for at in random.Random(2).sample(range(len(table)), 40):
        row = table.iloc[at]
        ids = row["sentence_ids"].split(" | ")
        assert len(ids) == row["n"]
        inside = words[words["sentence_id"].isin(ids)].groupby("sentence_id")["token"].agg(set)
        assert all({row["word1"], row["word2"]} <= found for found in inside)


def test_counting_pairs_of_a_window_in_the_evidence_gives_n(study: Study):
    table = study.collocations(minimum=4, window=3, granularity="word")
    for at in random.Random(3).sample(range(len(table)), 15):
        row = table.iloc[at]
        inside = study.tokens[study.tokens["sentence_id"].isin(row["sentence_ids"].split(" | "))]
        again = collocations(inside, window=3, minimum=1, word=row["word1"])
        assert pair(again, row["word1"], row["word2"])["n"] == row["n"]


@pytest.mark.parametrize("window", [1, 2, 3, 7, 30, 31, 500, 10**30])
def test_pairs_of_a_window_are_those_counted_one_by_one(window: int):
    words = [list("甲乙甲丙丁乙丙"), list("乙甲"), ["甲"], list("丙乙丁甲" * 8)]
    rows = [
        (str(id_), at, at, at + 1, word, "n", None, None)
        for id_, sentence in enumerate(words)
        for at, word in enumerate(sentence)
    ]
    expected: Counter[tuple[str, ...]] = Counter()
    for sentence in words:
        for a, b in combinations(range(len(sentence)), 2):
            if b - a <= window and sentence[a] != sentence[b]:
                expected[tuple(sorted((sentence[a], sentence[b])))] += 1
    table = collocations(build("tokens", rows), window=window, minimum=1)
    assert {(row.word1, row.word2): row.n for row in table.itertuples()} == expected


def test_windows_are_added_up_in_batches(study: Study, monkeypatch: pytest.MonkeyPatch):
    whole = study.collocations(window=9, minimum=3)
    monkeypatch.setattr("analysis.measures.cooccurrence.MOST_PAIRS", 1)
    pd.testing.assert_frame_equal(study.collocations(window=9, minimum=3), whole)


@pytest.mark.parametrize("window", [None, 1, 5, 10**30])
def test_no_words_make_no_pairs(tokens: pd.DataFrame, window: int | None):
    table = collocations(tokens.head(0), window=window)
    assert table.empty and table.dtypes.equals(collocations(tokens, minimum=10**30).dtypes)


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"window": 0}, "window must be 1 or more; 0 came"),
        ({"minimum": 0}, "minimum must be 1 or more; 0 came"),
        ({"word": "量子"}, "量子 does not stand in the document as a word"),
    ],
)
def test_settings_that_make_no_sense_are_refused(tokens: pd.DataFrame, options: dict, match: str):
    with pytest.raises(InputProblem, match=match):
        collocations(tokens, **options)


def test_an_empty_table_has_no_pairs(tokens: pd.DataFrame):
    assert collocations(tokens.head(0), minimum=1).empty
    assert collocations(tokens, minimum=99).empty
    assert collocations(tokens, minimum=99, window=3).empty


def test_a_word_that_stands_only_inside_terms_is_told(study: Study):
    with pytest.raises(InputProblem, match="虹桥 stands only inside longer terms; set granularity to word"):
        study.collocations(word="虹桥")
    assert len(study.collocations(word="虹桥", granularity="word"))
    with pytest.raises(InputProblem, match="量子 does not stand in the document as a word; `concordance`"):
        study.collocations(word="量子")


def test_why_there_is_no_pair_is_said_in_a_line(capsys: pytest.CaptureFixture[str]):
    said = {
        (
            "collocations",
            "--minimum",
            "500",
        ): "no two words stand together 500 times or more; lower the minimum.",
        ("collocations", "--minimum", "90", "--word", "发展"): "no word stands with 发展 90 times or more",
        ("network", "--minimum", "500"): "no two words that stand together 500 times or more do so surely",
    }
    for command, line in said.items():
        assert main([*command]) == 0
        err = capsys.readouterr().err
        assert err.startswith("note: ") and line in err and err.count("\n") == 1
