"""The scoring by hand arithmetic, and floors below the figures that were measured."""

from __future__ import annotations

import pytest

from tests.gold.measures import segmentation, structure, themes
from tests.gold.scores import crossing, f1, lenient, shared, spans


def test_spans_follow_each_other():
    assert spans(["数字", "化"]) == [(0, 2), (2, 3)]


def test_f1_is_the_harmonic_mean():
    precision, recall = 2 / 4, 2 / 5
    assert f1(2, 4, 5) == pytest.approx(2 * precision * recall / (precision + recall))
    assert f1(0, 4, 5) == 0


def test_shared_words():
    assert shared(spans(["虹桥", "机场"]), spans(["虹桥", "机", "场"])) == 1


def test_a_word_crosses_only_when_it_breaks_another():
    gold = spans(["一网通办", "平台"])
    assert crossing(spans(["一网通", "办平", "台"]), gold) == 1
    assert crossing(spans(["一网通办平台"]), gold) == 0
    assert crossing(spans(["一网", "通办", "平台"]), gold) == 0


def test_an_accepted_alternative_counts_where_it_was_cut():
    assert lenient(["我区"], ["我", "区"], [("我 区", "我区")]) == ["我区"]
    assert lenient(["我", "区"], ["我", "区"], [("我 区", "我区")]) == ["我", "区"]


def test_sentences_equal_the_gold():
    assert structure().endswith(", equal to the gold")


def test_segmentation_does_not_fall_below_what_was_measured():
    table = segmentation().set_index("segmenter")
    ours = table.loc["with lexicon"]
    assert ours["strict_f1"] >= 0.89
    assert ours["lenient_f1"] >= 0.91
    assert ours["crossing_per_1000"] <= 2
    assert ours["strict_f1"] > table.loc["plain jieba (HMM)", "strict_f1"] + 0.03


def test_themes_do_not_fall_below_what_was_measured():
    table = themes()
    assert (table.loc[table["rows"] == "all", "f1"] >= 0.93).all()
    assert (table.loc[table["rows"] == "without borderline", "f1"] >= 0.95).all()
