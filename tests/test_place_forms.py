"""Names of places made right by their form."""

from __future__ import annotations

import pytest

from analysis.judgements.place_forms import is_kind, well_formed
from analysis.judgements.place_names import PlaceName
from tests.conftest import study_of


def named(text: str, title: str = "重庆市发展规划") -> dict[str, str]:
    rows = study_of(f"{title}\n一、主要任务\n{text}\n").table("places", all_rows=True)
    return dict(zip(rows["place"], rows["type"], strict=True))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加密次支路，打通断头路。", {}),
        ("推进江北支路建设。", {"江北支路": "street"}),
        ("抓好5个标准化的“菜篮子”片区建设。", {}),
        ("抓好“菜篮子”片区建设。", {"“菜篮子”片区": "zone"}),
        ("建设广州龙头企业海外生产销售基地。", {}),
        ("完成蓟州区宅基地制度改革试点。", {}),
        ("打造王府井新十字街（豫章古道）街区。", {}),
    ],
)
def test_kinds_and_what_is_cut_at_a_mark_are_no_names(text: str, names: dict[str, str]):
    assert named(text) == names


def test_a_name_has_no_word_too_many_and_none_too_few():
    assert named("建立海口区域文化产业数据库。") == {"海口": "prefecture"}
    assert named("推动海口区域协调发展。") == {"海口区域": "region"}
    assert named("实施新华西街打通工程。") == {"新华西街": "street"}
    assert named("更新华西街管网。") == {"华西街": "street"}


def test_a_list_tells_the_type_of_its_members():
    assert set(named("加快金沙湾、大英山、新埠岛等片区开发。").values()) == {"zone"}
    assert named("推进金沙湾治理。") == {"金沙湾": "water"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推进巢庐路、军二路等国省干线建设。", {"巢庐路": "corridor", "军二路": "corridor"}),
        ("推进巢庐路、军二路等道路建设。", {"巢庐路": "street", "军二路": "street"}),
        ("抓好渭河、黑河等河道水系治理。", {"渭河": "water", "黑河": "water"}),
        ("支持佳木斯、黑河等城市发展。", {"佳木斯": "prefecture", "黑河": "prefecture"}),
        ("实施沈水湾等4座污水处理厂提标改造。", {}),
        ("实施沈水湾等重点水域治理。", {"沈水湾": "water"}),
        ("推进武鸣县、宾阳县规划建设。", {"武鸣县": "county", "宾阳县": "county"}),
        ("推进即墨市、崇文区发展。", {"即墨市": "county", "崇文区": "county"}),
        ("推进谷里街道建设。", {"谷里街道": "division"}),
        ("建成世纪大道快速路（东明路至滨江）。", {}),
        ("推进公路城市段（渭河以南段）改扩建工程。", {}),
        ("启动六塘河滨水空间绿带建设。", {"六塘河滨水空间绿带": "corridor"}),
        ("推进滨江新城、某新城东片区开发建设。", {"滨江新城": "zone"}),
        ("完成“千吨万人”以上饮用水水源保护区整治。", {}),
        ("坚定实施科教兴市、人才强市战略。", {}),
        ("支持嘉兴市发展。", {"嘉兴市": "prefecture"}),
        ("规划建设舟山自由贸易港区。", {"舟山自由贸易港区": "zone"}),
        ("打造开放式公园、开放式街区。", {}),
        ("加快“水铁公”枢纽建设。", {}),
        ("推进钱塘江金融港湾建设。", {"钱塘江金融港湾": "zone"}),
        ("加快曹家巷、昭觉寺等重点片区改造。", {"曹家巷": "zone", "昭觉寺": "zone"}),
        ("推进西咸北环线等3条省市共建高速公路建设。", {"西咸北环线": "corridor"}),
        ("推进宿迁区域协调发展综合改革试点。", {"宿迁": "prefecture"}),
        ("加强与长江中上游合作。", {"长江中上游": "region"}),
        ("治理长江中上游。", {"长江中上游": "water"}),
        ("推进川南经济区发展。", {"川南经济区": "region"}),
        ("加快长春空港经济区建设。", {"长春空港经济区": "zone"}),
        ("加快济南站南北广场改造提升。", {"济南站南北广场": "zone"}),
        ("推进马村港区三期建设。", {"马村港区": "hub"}),
        ("推进福州保税港区建设。", {"福州保税港区": "zone"}),
        ("开工建设华阳河蓄滞洪区等工程。", {"华阳河蓄滞洪区": "zone"}),
        ("推进港中旅海泉湾等旅游项目建设。", {"港中旅海泉湾": "zone"}),
        ("推进锦江水生态治理。", {"锦江": "water"}),
        ("谋划推进酒泉、嘉峪关双城经济圈建设。", {"酒泉": "prefecture"}),
        ("开工大藤峡、邕宁等水利枢纽项目。", {}),
        ("抓好村庄水电路等基础设施建设。", {}),
        ("做好东关地区综合改造前期工作。", {"东关地区": "zone"}),
        ("支持攀西地区发展。", {"攀西地区": "region"}),
        ("支持长春新区培育创新驱动发展引领区。", {"长春新区": "zone"}),
        ("提升洛阳中原城市群副中心城市地位。", {"洛阳": "prefecture"}),
    ],
)
def test_what_a_list_is_of_and_what_a_name_runs_into(text: str, names: dict[str, str]):
    assert named(text, "中国发展规划") == names


def test_only_regions_of_the_country_are_half_islands_of_their_own():
    assert named("推动九龙半岛保护开发。") == {"九龙半岛": "zone"}
    assert named("推动胶东半岛一体化发展。") == {"胶东半岛": "region"}


def test_a_city_of_a_common_name_is_a_locality_in_another_province():
    text = "推进朝阳、城南两个公交枢纽站建设，加快朝阳新城开发。"
    assert named(text, "南昌市发展规划")["朝阳"] == "area"
    assert named("支持葫芦岛、朝阳发展。", "南昌市发展规划")["朝阳"] == "prefecture"
    assert named("支持朝阳发展。", "辽宁省发展规划") == {"朝阳": "prefecture"}


def test_what_a_part_of_home_is_made_into_is_its_role():
    rows = study_of("广州市发展规划\n一、主要任务\n加快建设南沙自贸试验区，打造广州城市副中心。\n").table(
        "places", all_rows=True
    )
    assert rows[["place", "role"]].to_numpy().tolist() == [["南沙自贸试验区", "广州城市副中心"]]


def test_marks_by_hand():
    assert is_kind("豫章古道）街区", PlaceName("豫章古道）街区", "zone", 0, 7))
    assert not is_kind("豫章（古道）街区", PlaceName("豫章（古道）街区", "zone", 0, 8))
    assert list(well_formed("", [])) == []
