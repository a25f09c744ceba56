"""Why a row of places may be wrong is told with it."""

from __future__ import annotations

import pytest

from analysis.judgements.place_doubts import DOUBTS
from analysis.study import Study
from tests.conftest import study_of


def doubts(text: str) -> dict[str, str]:
    rows = study_of(f"甲市工作报告\n一、明年工作安排\n{text}\n").table("places", all_rows=True)
    return dict(zip(rows["place"], rows["doubt"], strict=True))


@pytest.mark.parametrize(
    ("text", "place", "doubt"),
    [
        ("推进洛阳、开封高新区建设。", "洛阳", "inside"),  # 洛阳高新区 is meant
        ("推进洛阳、开封旧城改造。", "洛阳", ""),
        ("支持洛阳建设副中心城市。", "洛阳", ""),
        ("在洛阳建设物流基地。", "洛阳", "apart"),
        ("以洛阳为例。", "洛阳", "unsaid"),
        ("完善洛阳云计算应用。", "洛阳", "inside"),
        ("推进洛阳数字经济发展。", "洛阳", ""),
        ("推进洛阳高质量发展。", "洛阳", ""),
        ("加强与洛阳的合作。", "洛阳", "joined"),
        ("推动洛阳与三门峡联动发展。", "洛阳", "joined"),
        ("支持洛阳发展，推进洛阳建设。", "洛阳", "again"),
        ("推进洛阳高新区建设，引进一批企业，开展试点。", "洛阳高新区", "more"),
        ("开展试点，推进洛阳高新区建设。", "洛阳高新区", ""),
    ],
)
def test_the_way_a_place_is_named_gives_the_doubt(text: str, place: str, doubt: str) -> None:
    assert doubts(text)[place] == doubt


def test_what_is_called_by_a_place_has_no_row() -> None:
    assert doubts("组建洛阳出版总社，加快兰州石化550万吨装置建设。") == {}
    assert doubts("建设平安洛阳。") == {"洛阳": ""}


def test_kinds_of_places_and_what_is_told_of_none_are_doubted() -> None:
    assert doubts("支持革命老区发展。") == {"革命老区": "class"}
    assert doubts("加大边疆民族地区支持力度。") == {"边疆民族地区": "class"}
    assert doubts("支持大别山革命老区发展。") == {"大别山革命老区": ""}
    assert doubts("努力成为上海自贸区协同创新区。") == {"上海自贸区协同创新区": "aim"}
    assert doubts("打造上海自贸区协同创新区。") == {"上海自贸区协同创新区": ""}


def test_the_front_of_one_of_several_zones_is_doubted() -> None:
    assert doubts("加快构建福州、厦漳泉两大都市区。") == {"福州": "inside"}
    assert doubts("支持福州、厦门两地发展。") == {"福州": "", "厦门": ""}


def test_where_a_way_ends_is_doubted() -> None:
    told = doubts("建成麦岭至洛阳、资源至开封等高速公路。")
    assert set(told.values()) == {"inside"}
    assert doubts("到开封开展试点，推进洛阳建设。")["洛阳"] == ""


def test_clauses_behind_may_tell_more_of_any_place() -> None:
    assert doubts("发挥洛阳龙头作用，做强核心功能。") == {"洛阳": "more"}
    assert doubts("做强核心功能，发挥洛阳龙头作用。") == {"洛阳": ""}


def test_every_doubt_of_the_proposal_is_one_of_those_that_are_told(study: Study) -> None:
    rows = study.places(all_rows=True)
    assert set(rows["doubt"]) <= {"", *DOUBTS}
    told = rows[(rows["actions"] != "") & (rows["doubt"] == "") & (rows["mode"] == "forward")]
    named = [place in actions for place, actions in zip(told["place"], told["actions"], strict=True)]
    assert sum(named) > 0.9 * len(told) > 20, "what has no doubt is named by an action, titles aside"


def test_what_is_made_into_something_is_not_told_apart() -> None:
    assert doubts("将九江、景德镇建成长江经济带重要节点城市。") == {
        "九江": "",
        "景德镇": "",
        "长江经济带": "unsaid",
    }
    assert doubts("在九江建设物流基地。") == {"九江": "apart"}


def test_one_of_two_cities_and_a_section_are_doubted() -> None:
    assert doubts("谋划推进酒泉、嘉峪关双城经济圈建设。") == {"酒泉": "inside"}
    assert doubts("开工建设沿江高铁武汉—合肥—南京段。") == {"武汉—合肥—南京": "inside"}


def test_a_way_whose_front_is_missing_is_doubted() -> None:
    assert doubts("加快奉节至巫溪、涪陵经丰都至石柱等高速公路建设。")["丰都至石柱"] == "cut"
