"""The scoring by hand arithmetic, and floors below the figures that were measured."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.gold import commitment_written
from tests.gold.commitment_reserve import id_today
from tests.gold.commitment_scores import mode_f1, verb_f1
from tests.gold.measures import discovery_today, structure, terms_whole, themes
from tests.gold.scores import f1


def test_f1_is_the_harmonic_mean():
    precision, recall = 2 / 4, 2 / 5
    assert f1(2, 4, 5) == pytest.approx(2 * precision * recall / (precision + recall))
    assert f1(0, 4, 5) == 0


def test_sentences_equal_the_gold():
    assert structure().endswith(", equal to the gold")


def test_terms_stay_whole():
    table = terms_whole().set_index("segmenter")
    assert table.loc["with local names", "kept_whole"] >= 0.97
    assert table.loc["general lexicon", "kept_whole"] >= 0.6
    assert table.loc["dictionary alone", "kept_whole"] < 0.5


def test_discovery_still_finds_what_was_judged_right():
    table = discovery_today()
    judged = table["judged_right"] + table["judged_wrong"]
    assert (judged >= 15).all()
    assert (table["judged_right"] / judged >= 0.78).all()
    assert (table["still_found"] >= 0.92).all()


def test_themes_do_not_fall_below_what_was_measured():
    table = themes()
    assert (table.loc[table["rows"] == "all", "f1"] >= 0.8).all()
    assert (table.loc[table["rows"] == "without borderline", "f1"] >= 0.92).all()


def test_a_coded_sentence_is_found_by_its_text_where_its_place_is_another_today():
    table = pd.DataFrame({"sentence_id": ["1.1.1", "c1.2.1", "c1.3.1"], "text": ["甲。", "乙。", "甲。"]})
    for coded, text, today in (
        ("1.1.1", "甲。", "1.1.1"),
        ("1.2.1", "乙。", "c1.2.1"),
        ("c1.3.1", "甲。", "c1.3.1"),
    ):
        assert id_today(table, {"sentence_id": coded, "text": text}) == today


def test_documents_written_for_tests_are_coded_as_well_as_at_first_sight():
    coded = commitment_written.sentences()
    assert len(coded) > 390
    assert verb_f1(coded) > 0.78 and mode_f1(coded) > 0.84
    others = commitment_written.others()
    assert len(others) > 208 and mode_f1(others) > 0.88
