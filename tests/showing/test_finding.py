"""A finding is values: plain, comparable, frozen; its words and its page come from them."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import numpy as np
import pandas as pd
import pytest

from analysis.prose import Bilingual
from analysis.showing.finding import Finding, Findings
from tests.showing.seen import Page

SAID = {"string": "1 < 2", "times": 2, "sentences": 2, "places": [("A", 2)], "last": "2.1.1"}


def test_values_are_plain_whatever_library_they_come_from():
    table = pd.DataFrame({"term": ["甲"], "n": [1200], "rate": [0.5], "sure": [True]})
    found = Finding(
        "top_terms", terms=list(zip(table["term"], table["n"], strict=True)), share=table["rate"].sum()
    )
    assert found.values == {"terms": (("甲", 1200),), "share": 0.5}
    assert type(found.values["terms"][0][1]) is int and type(found.values["share"]) is float
    assert type(Finding("x", sure=np.bool_(True)).values["sure"]) is bool
    assert Finding("x", theme=Bilingual("a", "甲")).values["theme"].zh == "甲"


def test_a_finding_is_equal_to_one_of_the_same_values_and_stays_as_it_is():
    one, two = Finding("x", ["1.1.1"], a=1, b=[2]), Finding("x", ("1.1.1",), b=(2,), a=1)
    assert one == two and len({one, two}) == 1 and pickle.loads(pickle.dumps(one)) == one
    assert one != Finding("x", ["1.1.1"], a=2, b=[2]) and one != Finding("x", a=1, b=[2])
    one.values["a"] = 5
    assert one.values["a"] == 1
    with pytest.raises(FrozenInstanceError):
        one.id = "y"  # type: ignore[misc]


def test_a_value_may_have_any_name():
    assert Finding("x", id=1, self=2, sentence_ids=3).values == {"id": 1, "self": 2, "sentence_ids": 3}


def test_a_finding_of_an_unknown_sentence_or_with_other_values_has_no_words():
    with pytest.raises(ValueError, match="no sentence is called nowhere"):
        _ = Finding("nowhere").en
    with pytest.raises(ValueError, match=r"string_count \(zh\) lacks last, places, sentences, times"):
        _ = Finding("string_count", string="甲").zh


def test_a_finding_in_both_languages_with_its_evidence():
    finding = Finding("string_count", ("1.1.1", "2.1.1"), **SAID)
    page = Page(finding._repr_html_())
    assert (
        str(finding)
        == "1 < 2 stands 2 times in 2 sentences, as a word or within one: A (2). The last is 2.1.1."
    )
    assert page.texts("p", lang="en") == [str(finding)]
    assert page.texts("p", lang="zh") == ["“1 < 2”成词或在词中出现2次，见于2句：A（2次）。末句为2.1.1。"]
    assert page.texts("span", class_="sid") == ["1.1.1", "2.1.1"]
    assert len(page.all("p", class_="evidence")) == len(page.all("div", class_="finding")) == 1


def test_a_finding_without_evidence_has_no_room_for_it():
    assert "evidence" not in Finding("no_gaps")._repr_html_()


def test_findings_stand_below_each_other():
    both = (Finding("no_counts"), Finding("no_chapter"))
    page = Page(Findings(both)._repr_html_())
    assert page.texts("p", lang="en") == [found.en for found in both]
    assert page.texts("p", lang="zh") == [found.zh for found in both]
    assert len(page.all("div", class_="finding")) == 2
