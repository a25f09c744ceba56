"""Places whose proper name is in no list: between a border and a plain head, and no kind."""

from __future__ import annotations

import pytest

from tests.conftest import study_of


def named(text: str) -> dict[str, str]:
    found = study_of(f"甲市发展规划\n一、主要任务\n{text}\n").table("place_names")
    return dict(zip(found["place"], found["type"], strict=True))


@pytest.mark.parametrize(
    ("text", "place", "type_"),
    [
        ("推进五象新区建设。", "五象新区", "zone"),
        ("实施贾鲁河综合治理工程。", "贾鲁河", "water"),
        ("配合建设郑徐高铁。", "郑徐高铁", "corridor"),
        ("加紧建设成功大道和环岛干道。", "成功大道", "street"),
        ("推进上街机场改扩建工程。", "上街机场", "hub"),
        ("加快赵口灌区等引黄工程。", "赵口灌区", "zone"),
        ("建成南环公园、西流湖公园。", "西流湖公园", "park"),
        ("依托沪乍杭高铁，建设中继站。", "沪乍杭高铁", "corridor"),
        ("建设厦漳泉都市圈。", "厦漳泉都市圈", "region"),
        ("提速推进渝昆高铁（昆明段）建设。", "渝昆高铁（昆明段）", "corridor"),
    ],
)
def test_a_name_that_no_list_has_is_a_place(text: str, place: str, type_: str) -> None:
    assert named(text).get(place) == type_


@pytest.mark.parametrize(
    "text",
    [
        "推进特色产业园建设。",
        "建设数字经济产业园区。",
        "发展集成电路、人工智能等产业。",
        "开阔发展思路，走出新路。",
        "建设城市公园、口袋公园。",
        "推进“四好农村路”建设。",
        "建设美丽河湖，治理黑臭河渠。",
        "实现市市通高铁、县县通高速。",
        "建设国家级旅游度假区。",
        "培育千亿级开发区。",
        "引上康庄大道。",
        "推进沿江、沿海合作。",
        "改造步行街、商业街。",
    ],
)
def test_a_kind_of_place_is_none(text: str) -> None:
    assert named(text) == {}


def test_where_a_way_ends_is_no_way() -> None:
    assert "杨树坝公路" not in named("建设武川至杨树坝公路。")
