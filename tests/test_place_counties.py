"""Counties by their short names, where only the frame tells that they are places."""

from __future__ import annotations

import pytest

from tests.conftest import study_of


def named(text: str) -> list[str]:
    rows = study_of(f"甲市发展规划\n一、主要任务\n{text}\n").table("places", all_rows=True)
    return list(rows["place"])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("推进桂林、阳朔、恭城等山水旅游城市建设。", ["桂林", "阳朔", "恭城"]),
        ("做强金华、义乌等区域商贸城市。", ["金华", "义乌"]),
        ("支持上犹、赣州联动发展油茶产业。", ["上犹", "赣州"]),  # cut in two by the dictionary
        ("在于都、瑞金等地建设脐橙冷库。", ["于都", "瑞金"]),
        ("在寻乌、安远等县推广良种油茶。", ["寻乌", "安远"]),  # a list that says itself what all are
        ("支持慈溪打造智能家电名城。", ["慈溪"]),
        ("支持福州、厦门、南平等地建设美丽城市。", ["福州", "厦门", "南平"]),
    ],
)
def test_a_county_is_a_place_where_the_frame_allows_no_other(text: str, places: list[str]):
    assert named(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("推动南昌、合作、开放等工作联动。", ["南昌"]),  # common words, and short names as well
        ("统筹长沙、港口、运河等建设。", ["长沙"]),
        ("发展兴化工艺。", []),
        ("实施合作、共和等理念教育。", []),
        ("推进南昌、修水河治理。", ["南昌", "修水河"]),  # a part of a longer name
        ("推动方正集团改革。", []),
    ],
)
def test_a_common_word_is_no_county(text: str, places: list[str]):
    assert named(text) == places


def test_a_list_shares_the_role_of_all_its_members():
    rows = study_of("甲市规划\n一、任务\n推进洛阳、开封、汝阳等休闲旅游城市建设。\n").table(
        "places", all_rows=True
    )
    assert list(rows["role"]) == ["休闲旅游城市"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "培育茶叶名县3个、旅游名县2个。",
        "争创全国百强县。",
        "打造一批长寿社区、平安县。",
        "打造长寿之乡。",
        "改造文化街区2处、川味美食街区4条。",
    ],
)
def test_a_class_of_places_is_no_place(text: str):
    assert not named(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [("支持长寿区发展。", "长寿区"), ("推进温泉县改革。", "温泉县"), ("推进中山大道改造。", "中山大道")],
)
def test_what_is_called_so_is_a_place(text: str, place: str):
    assert named(text) == [place]
