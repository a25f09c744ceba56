"""What a name refers to, by the longest name around it."""

from __future__ import annotations

import pytest

from analysis.judgements.senses import longest, sense_of
from analysis.study import Study
from analysis.tables import InputProblem
from tests.conftest import study_of


@pytest.mark.parametrize(
    ("whole", "sense"),
    [
        ("虹桥国际开放枢纽", "strategy"),
        ("虹桥机场", "airport"),
        ("虹桥机场东片区", "airport"),
        ("虹桥临空经济示范区", "district"),
        ("虹桥国际贸易服务中心", "trade"),
        ("虹桥国际人才港", "talent"),
        ("虹桥文化之秋", "culture"),
        ("虹桥牌", "culture"),
        ("虹桥路", "street"),
        ("虹桥站", "station"),
        ("虹桥", "place"),
        ("虹桥某某", "other"),
    ],
)
def test_the_rest_of_a_name_tells_the_sense(whole: str, sense: str):
    assert sense_of("虹桥", whole) == sense


def test_the_longest_name_around():
    assert longest([(0, 4), (0, 8), (9, 12)], 0, 2) == (0, 8)
    assert longest([(3, 8)], 0, 2) == (0, 2)


def test_by_hand():
    text = "张江规划\n一、任务\n建设张江科学城，服务张江，办好“张江文化节”。\n"
    found = study_of(text).table("senses", of="张江")
    assert found[["whole", "sense"]].values.tolist() == [
        ["张江科学城", "district"],
        ["张江", "place"],
        ["张江文化节", "culture"],
    ]


def test_every_occurrence_of_the_proposal(study: Study):
    found = study.table("senses", of="虹桥")
    assert len(found) == study.counted_sentences["text"].str.count("虹桥").sum()
    text = study.document.text
    assert all(text[a:b] == "虹桥" for a, b in found[["start", "end"]].itertuples(index=False))
    assert {"strategy", "airport", "district", "talent", "culture"} <= set(found["sense"])
    assert study.table("senses", of="无此地").empty


def test_no_name_is_refused(study: Study):
    with pytest.raises(InputProblem, match="of must be a name"):
        study.table("senses", of=" ")
