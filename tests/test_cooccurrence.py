"""What is expected by chance: nothing is left of association where words are shuffled over their places."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from analysis.measures.collocations import collocations
from analysis.measures.cooccurrence import InSentences, InWindows, Words, even_frequencies, neighbours
from analysis.measures.evidence import sentences_of_pairs
from analysis.measures.pair_measures import signed_log_likelihood
from analysis.study import Study
from analysis.tables import build

MODES = {
    "sentence": InSentences,
    **{f"window {n}": partial(InWindows, window=n) for n in (1, 2, 5, 10)},
}


def table_of(*sentences: str) -> pd.DataFrame:
    """A token table of sentences whose words are parted by spaces."""
    rows = [
        (str(number), place, place, place + 1, word, "n", None, None)
        for number, sentence in enumerate(sentences, start=1)
        for place, word in enumerate(sentence.split(), start=1)
    ]
    return build("tokens", rows)


def counted(words: pd.DataFrame, mode: str) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, ...]]:
    """Of all pairs of frequent words: how often together, how often expected, and the margins."""
    numbered = Words(words)
    mode_of = MODES[mode](numbered)
    size = len(mode_of.n)
    often = np.flatnonzero(numbered.counts >= 6)
    pairs = mode_of.pairs(np.ones(size, dtype=bool), 1)
    together = np.zeros((size, size))
    together[pairs.first, pairs.second] = pairs.together
    first, second = (often[at] for at in np.triu_indices(len(often), k=1))
    margins = mode_of.around[first], mode_of.around[second], np.full(len(first), mode_of.places)
    return together[first, second], mode_of.expected(first, second), margins


@pytest.fixture(scope="module")
def shuffled(study: Study) -> list[pd.DataFrame]:
    """The words of the proposal, shuffled over all places."""
    words = study.words("term")
    return [
        words.assign(token=np.random.default_rng(seed).permutation(words["token"].to_numpy()))
        for seed in range(6)
    ]


@pytest.mark.parametrize("mode", MODES)
def test_in_shuffled_words_as_much_is_expected_as_there_is(mode: str, shuffled: list[pd.DataFrame]):
    found = [counted(words, mode)[:2] for words in shuffled]
    ratio = sum(together.sum() for together, _ in found) / sum(expected.sum() for _, expected in found)
    assert abs(np.log2(ratio)) < 0.05


@pytest.mark.parametrize("mode", MODES)
def test_in_shuffled_words_g2_passes_its_cuts_as_often_as_it_should(mode: str, shuffled: list[pd.DataFrame]):
    """Pairs are chosen by what is expected; choosing by what is observed would choose the large ones."""
    g2 = []
    for words in shuffled:
        together, expected, margins = counted(words, mode)
        often = expected >= 3
        cells = together[often], *(margin[often] for margin in margins)
        g2.append(np.abs(signed_log_likelihood(*cells, expected=expected[often])))
    size = np.concatenate(g2)
    assert 0.03 < (size > 3.84).mean() < 0.07 or len(size) < 400
    assert (size > 10.83).mean() < 0.004


@pytest.mark.parametrize("window", [1, 3, 8])
def test_windows_expect_what_the_books_do(study: Study, window: int):
    """n1 × n2 × span / N (Evert 2008), the span counted; sentences' ends only move it from word to word."""
    words = Words(study.words())
    found = InWindows(words, window)
    first, second = np.triu_indices(len(found.n), k=1)
    span = neighbours(words.lengths, window).sum() / found.total
    books = found.n[first] * found.n[second] * span / found.total
    assert found.expected(first, second).sum() == pytest.approx(books.sum(), rel=0.01)


def test_a_window_by_hand():
    """甲 has three places of three neighbours, 乙 one, and there are 4 × 3 + 2 pairs of places in all."""
    row = collocations(table_of("甲 乙 甲 甲", "丙 丁"), window=3, minimum=3, minimum_word=1).iloc[0]
    assert row[["word1", "word2", "n", "n1", "n2", "total"]].tolist() == ["乙", "甲", 3, 1, 3, 6]
    assert row[["around1", "around2", "around"]].tolist() == [3, 9, 14]
    assert row["expected"] == pytest.approx(3 * 9 / 14)
    assert row["mi"] == pytest.approx(np.log2(3 * 14 / 27))
    assert row["dice"] == pytest.approx(2 * 3 / (3 + 9))


@pytest.mark.parametrize("window", [None, 1, 2, 5, 20, 10**30])
def test_measures_of_any_window_stay_within_their_bounds(study: Study, window: int):
    table = collocations(study.tokens, window=window, minimum=2, minimum_word=1)
    assert table["dice"].between(0, 1).all() and (table["log_dice"] <= 14).all()
    for name in ("delta_p", "delta_p_back", "npmi"):
        assert table[name].between(-1, 1).all()
    assert (table["n"] <= table[["around1", "around2"]].min(axis=1)).all()


@given(st.lists(st.integers(1, 60), min_size=4, max_size=4))
@settings(max_examples=50, deadline=None)
def test_g2_is_that_of_scipy(cells: list[int]):
    a, b, c, d = cells
    found = signed_log_likelihood(a, a + b, a + c, a + b + c + d)
    expected = chi2_contingency([[a, b], [c, d]], correction=False, lambda_="log-likelihood").statistic
    assert abs(float(found)) == pytest.approx(expected, abs=1e-9)
    assert (float(found) < 0) == (a * d < b * c)


# --- sentences --------------------------------------------------------------------------------------------


def test_sentences_of_one_length_expect_what_the_books_do():
    """n1 × n2 / N, but for the places that two words cannot share: one in fifty of them."""
    fill = [" ".join(f"{n}字{at}" for at in range(48)) for n in range(40)]
    ends = ["甲 乙"] * 10 + ["甲 己"] * 10 + ["乙 庚"] * 5 + ["己 庚"] * 15
    table = collocations(table_of(*map(" ".join, zip(fill, ends, strict=True))), minimum=5)
    ratio = table["expected"] / (table["n1"] * table["n2"] / 40)
    assert len(table) == 4 and ratio.between(0.97, 1).all()


def test_longer_sentences_are_expected_to_hold_both():
    """All words stand in six sentences of twelve: two in the long ones, two in the short."""
    long_ = [f"甲 乙 {' '.join(f'{n}字{at}' for at in range(18))}" for n in range(6)]
    short = [f"丙 丁 {n}尾" for n in range(6)]
    table = collocations(table_of(*long_, *short), minimum=6)
    (f,) = even_frequencies(np.array([6]), np.array([3, 20]), np.array([6, 6]))
    share = np.array([3, 20]) / 138
    p, alone = 1 - (1 - share) ** f, f / 138 * (1 - share) ** f
    assert p.sum() * 6 == pytest.approx(6) and p[1] > 3 * p[0]
    assert table["expected"].tolist() == pytest.approx([6 * (p @ p - [3, 20] @ alone**2)] * 2)
    assert table["expected"].iloc[0] > 6 * 6 / 12


@given(st.lists(st.integers(1, 40), min_size=2, max_size=30), st.data())
@settings(max_examples=60, deadline=None)
def test_even_frequencies_give_the_number_of_sentences(lengths: list[int], data: st.DataObject):
    size, counts = np.unique(lengths, return_counts=True)
    n = np.array(data.draw(st.lists(st.integers(1, len(lengths)), min_size=1, max_size=5)))
    f = even_frequencies(n, size, counts)
    assert (1 - (1 - size / sum(lengths)) ** f[:, None]) @ counts == pytest.approx(n)
    assert (np.isinf(f) == (n == len(lengths))).all()


@pytest.mark.parametrize("everywhere", ["一", "癸"])
def test_a_word_in_every_sentence_goes_with_none_more_than_another(everywhere: str):
    """Before 乙 in the order of code points or behind it: the table is symmetrical."""
    table = collocations(table_of(*(f"{everywhere} {other} 己" for other in "乙乙丙丙丁")), minimum=1)
    of_it = table[(table["word1"] == everywhere) | (table["word2"] == everywhere)]
    assert len(of_it) == 4
    assert of_it["g2"].abs().max() < 1e-9 and of_it["mi"].abs().max() < 1e-9


def test_words_that_avoid_each_other_come_last_with_a_negative_g2(study: Study):
    table = study.collocations(minimum=3)
    avoid = table["n"] < table["expected"]
    assert avoid.any() and avoid.is_monotonic_increasing
    assert ((table["g2"] < 0) == avoid).all() and ((table["mi"] < 0) == avoid).all()
    for part in (table[avoid], table[~avoid]):
        assert part["log_dice"].is_monotonic_decreasing


# --- evidence ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("window", [1, 4, 15])
def test_the_evidence_of_a_window_is_where_the_pair_stands_in_it(study: Study, window: int):
    words = study.words("term")
    sentences = {id_: part.tolist() for id_, part in words.groupby("sentence_id", sort=False)["token"]}
    before, behind, held = Counter(), Counter(), {}
    for id_, tokens in sentences.items():
        for (i, one), (j, two) in combinations(enumerate(tokens), 2):
            if j - i <= window and one != two:
                pair = (min(one, two), max(one, two))
                (behind if pair[0] == one else before)[pair] += 1
                held.setdefault(pair, {})[id_] = True
    for row in study.collocations(window, minimum=3, all_measures=True).itertuples():
        pair = (row.word1, row.word2)
        assert row.sentence_ids.split(" | ") == list(held[pair])
        assert (row.n_before, row.n_behind) == (before[pair], behind[pair])
        assert row.n == row.n_before + row.n_behind


def test_sides_are_told_with_a_window_and_all_measures(study: Study):
    assert "n_before" not in study.collocations(3)
    assert study.collocations(all_measures=True)["n_before"].isna().all()


def test_evidence_of_no_pairs_has_its_column(study: Study):
    none = study.collocations(minimum=500)
    assert none.empty and "sentence_ids" in none
    assert sentences_of_pairs(study.words(), none, window=2)["sentence_ids"].tolist() == []
