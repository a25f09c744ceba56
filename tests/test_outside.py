"""What stands outside chapters is no part: no group and no reference, also where it is most of the text."""

from __future__ import annotations

import pytest

from analysis.measures.association import signed
from analysis.measures.units import OUTSIDE
from analysis.study import Study
from analysis.tables import InputProblem
from tests.conftest import study_of

OPENING = "我们改善民生，推动经济发展。" * 40
TEXT = (
    "关于发展的意见\n\n各区人民政府：\n"
    + OPENING
    + "\n一、民生\n1.就业\n改善民生，促进就业。\n2.养老\n改善养老服务。\n"
    "二、数字\n3.转型\n数字化转型，改善服务。\n"
)


@pytest.fixture(scope="module")
def opened() -> Study:
    return study_of(TEXT)


def test_an_opening_longer_than_all_parts(opened: Study):
    table = opened.keyness(minimum=1)
    outside = opened.terms("chapter", stop_words=True).query("group == @OUTSIDE")["n"].sum()
    inside = len(opened.words()) - outside
    assert outside > inside and set(table["group"]) == {"1", "2"}
    assert (table["total"] + table["total_rest"] == inside).all()
    assert "经济" not in set(table["term"]), "which the opening alone has"
    row = table.set_index(["group", "term"]).loc[("1", "改善")]
    assert row[["n", "n_rest"]].tolist() == [2, 1]
    assert row["g2"] == pytest.approx(float(signed(2, 1, row["total"], row["total_rest"])))
    assert not table["sentence_ids"].str.contains("p0").any()


def test_measures_of_parts_agree_on_what_the_parts_are(opened: Study):
    parts = {"1", "2"}
    assert set(opened.tf_idf()["group"]) == parts == set(opened.keyness(minimum=1)["group"])
    points = opened.correspondence()
    assert set(points.loc[points["kind"] == "group", "point"]) == parts
    assert set(opened.terms("chapter")["group"]) == parts | {OUTSIDE}, "terms counts it still"


def test_a_term_of_every_part_has_no_tf_idf(opened: Study):
    """With the opening for a group, 服务 of both chapters would have some."""
    table = opened.tf_idf(granularity="word").set_index(["term", "group"])["tf_idf"]
    assert table["服务"].to_dict() == {"1": 0, "2": 0}


def test_by_article_leads_are_outside(study: Study):
    table = study.keyness("article", minimum=5)
    lead = study.sentences.query("article == 0")["sentence_id"]
    assert OUTSIDE not in set(table["group"])
    ids = {one for cell in table["sentence_ids"] for one in cell.split(" | ")}
    assert ids and not ids & set(lead)


def test_it_cannot_be_asked_for(opened: Study):
    with pytest.raises(InputProblem, match="no group '0'; by chapter there are: 1, 2"):
        opened.keyness(group="0")


def test_a_document_may_be_called_as_one_pleases():
    one, other = study_of(TEXT, id=OUTSIDE), study_of(TEXT, id="other")
    table = one.keyness(against=other, minimum=1)
    assert set(table["group"]) == {OUTSIDE} and (table["log_ratio"] == 0).all()
