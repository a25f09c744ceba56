"""What a known name runs on to, what stands before its known part, and titles by an arrow."""

from __future__ import annotations

import pytest

from tests.conftest import study_of


def rows(text: str) -> dict[str, tuple[str, str]]:
    table = study_of(f"甲市工作报告\n一、明年工作安排\n{text}\n").table("places", all_rows=True)
    return dict(zip(table["place"], zip(table["type"], table["actions"], strict=True), strict=True))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("开放大鹏半岛国家地质公园。", {"大鹏半岛国家地质公园": "park"}),
        ("推进淮河滩区居民迁建。", {"淮河滩区": "zone"}),
        ("推进深圳湾—后海总部基地建设。", {"深圳湾—后海总部基地": "zone"}),
        ("支持洛阳创建国家级示范区。", {"洛阳": "prefecture"}),
        ("推动洛阳、开封石化基地建设。", {"洛阳": "prefecture", "开封": "prefecture"}),
        ("支持洛阳建设全国性综合交通枢纽。", {"洛阳": "prefecture"}),
        ("二是建设自贸试验区洛阳片区。", {"自贸试验区洛阳片区": "zone"}),
        (
            "推进沿黄高速洛阳段、绕城高速开封段。",
            {"沿黄高速洛阳段": "corridor", "绕城高速开封段": "corridor"},
        ),
        ("推进洛阳段施工。", {"洛阳": "prefecture"}),
        ("加强大东湖地区整治。", {"大东湖地区": "region"}),
        ("实施西湖整治、阳澄湖治理。", {"西湖": "water", "阳澄湖": "water"}),
        ("支持西湖区发展。", {"西湖区": "county"}),
        ("加快天府新区、小清河建设。", {"天府新区": "zone", "小清河": "water"}),
        ("特大城市要调整结构。", {}),
        ("开展非上市企业试点。", {}),
        ("推广洛阳通卡。", {}),
    ],
)
def test_names_are_whole(text: str, names: dict[str, str]) -> None:
    assert {name: type_ for name, (type_, _) in rows(text).items()} == names


def test_what_stands_behind_an_arrow_is_promised_to_the_title() -> None:
    told = rows("大别山土壤侵蚀防治区→实行生态移民，恢复植被。")
    assert told == {"大别山土壤侵蚀防治区": ("zone", "实行:生态移民 | 恢复:植被")}


def test_a_list_behind_what_it_has_acts_in_the_next_clause() -> None:
    told = rows("已形成集聚格局的洛阳、开封等城市，要继续加强分工协作。")
    assert [actions for _, actions in told.values()] == ["加强:分工协作"] * 2


def test_a_list_says_what_its_names_are() -> None:
    told = rows("推动朝正垸、老火车北站、雅塘等片区改造。")
    assert {name: type_ for name, (type_, _) in told.items()} == {
        "朝正垸": "zone", "老火车北站": "hub", "雅塘": "zone",
    }  # fmt: skip
    assert rows("推进商贸、物流等片区发展。") == {}
    assert rows("推进生产、生活、生态等区域协调。") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("续建和燕路、金普城际铁路。", ["和燕路", "金普城际铁路"]),
        ("加强保障和中青路改造。", ["中青路"]),
        ("推进三一大道快速化改造。", ["三一大道"]),
        ("推进成渝客专建设。", ["成渝客专"]),
        ("推进重大铁路项目、山体公园、河湖整治。", []),
    ],
)
def test_roads_and_lines_that_no_list_has(text: str, names: list[str]) -> None:
    assert list(rows(text)) == names


def test_what_a_clause_does_to_another_place_is_not_promised() -> None:
    told = rows("打通直达洛阳的中轴线、完成开封环线前期工作。")
    assert told["洛阳"][1] == "打通:直达洛阳的中轴线"


def roles(text: str) -> dict[str, str]:
    table = study_of(f"甲省工作报告\n一、明年工作安排\n{text}\n").table("places", all_rows=True)
    return dict(zip(table["place"], table["role"], strict=True))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("推进洛阳市、开封市“国家示范市”建设。", {"洛阳市": "国家示范市", "开封市": "国家示范市"}),
        ("加快洛阳、开封两化融合示范区建设。", {"洛阳": "两化融合示范区", "开封": "两化融合示范区"}),
        ("支持洛阳建设新能源示范城市。", {"洛阳": "新能源示范城市"}),
        ("加快洛阳、开封文化建设。", {"洛阳": "", "开封": ""}),
    ],
)  # fmt: skip
def test_what_places_are_models_of_is_their_role(text: str, told: dict[str, str]) -> None:
    assert roles(text) == told


def test_ventures_of_several_places_are_told_apart() -> None:
    told = rows("支持洛阳与上海合作建设产业园、开封与无锡合作建设文化基地。")
    assert told["洛阳"][1] == "支持:洛阳与上海合作建设产业园"
    assert told["开封"][1] == "支持:开封与无锡合作建设文化基地"


def test_what_a_place_applies_for_is_not_in_its_name() -> None:
    assert list(rows("支持洛阳临空经济区申报国家级示范区。")) == ["洛阳临空经济区"]


def test_roads_by_letters_and_numbers_stay_whole_in_an_action() -> None:
    assert rows("建成G15嘉浏段。")["G15"][1] == "建成:G15嘉浏段"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加强与黑河的合作。", ["黑河"]),
        ("开辟高峰线路。", []),
        ("重点建设“三山-东沙”示范区。", ["“三山-东沙”示范区"]),
    ],
)
def test_what_begins_or_ends_no_name_is_left_out(text: str, names: list[str]) -> None:
    assert list(rows(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推进湘江沿岸、汉江两岸整治。", {"湘江沿岸": "region", "汉江两岸": "region"}),
        ("建设青山-阳逻-鄂州循环经济区。", {"青山-阳逻-鄂州循环经济区": "zone"}),
        ("新开工南宁轨道交通2号线东延工程。", {"南宁轨道交通2号线东延": "corridor"}),
        ("加快汉江三官公路大桥建设。", {}),
        ("实现水体长治久清。", {}),
        ("加快南京电子口岸建设。", {}),
        ("推进新市镇建设。", {}),
    ],
)
def test_shores_are_land_and_bridges_are_no_places(text: str, names: dict[str, str]) -> None:
    assert {name: type_ for name, (type_, _) in rows(text).items()} == names


def test_sorts_of_cities_and_lines_by_initials() -> None:
    assert rows("建设组团型、智慧型大都市区。") == {}
    assert rows("开工建设沪苏湖、通苏嘉。")["沪苏湖"][0] == "corridor"
    assert roles("搞好洛阳国家创新型城市试点。") == {"洛阳": "国家创新型城市试点"}
