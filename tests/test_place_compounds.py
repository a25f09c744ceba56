"""Longer names that a place only begins: bodies, events, brands, heritage; and zones called by a field."""

from __future__ import annotations

import pytest

from tests.conftest import study_of
from tests.test_places import named


@pytest.mark.parametrize(
    "text",
    [
        "支持合肥市商务局深化改革。",  # a department
        "推动广东省农村信用社、四川银行提升服务能力。",
        "支持四川师大、云南农大建设一流学科。",
        "办好淮北食博会、阜阳水果节等活动。",
        "办好合肥车展、安庆龙舟赛等活动。",
        "参加广州美博会、深圳高交会。",
        "打响徽州品牌。",
        "扩大安徽制造影响力。",
        "支持歙县古城申报世界遗产。",
        "推进大藤峡水利枢纽建设。",  # an engineering work
        "加强市和县联动。",
        "推动贵州农信联合银行挂牌。",  # a bank of more words
        "推动陕西省农信联社改革。",
        "西南交大研制新型列车。",  # a school, whatever follows
        "贵阳市营商环境专班协调解决问题。",  # a task force, with the verbs of its field
        "昆明市数字城市建设领导小组负责重大事项审议。",
        "办好黔东唱大戏、湘西歌舞会等民俗活动。",  # events by the head that their list shares
    ],
)
def test_a_longer_name_that_a_place_begins_is_no_place(text: str):
    assert not named(text)


@pytest.mark.parametrize(
    ("text", "place", "type_"),
    [
        ("建设合肥声谷、无锡生命谷。", "无锡生命谷", "zone"),
        ("支持苏州生物医药港加快建设。", "苏州生物医药港", "zone"),
        ("推进黄河三角洲高效生态区建设。", "黄河三角洲高效生态区", "zone"),
        ("推动南北疆协调发展。", "南北疆", "region"),
        ("推动亳州区域教育中心建设。", "亳州", "prefecture"),  # 区域 is of the centre
        ("推动马鞍山市和县发展现代农业。", "马鞍山市和县", "county"),
        ("支持宁夏银行业发展。", "宁夏", "province"),
        ("支持四川大力发展农业。", "四川", "province"),
        ("办好合肥教育，建设人民满意的学校。", "合肥", "prefecture"),
        ("巩固上海制造业优势。", "上海", "province"),
        ("提升苏州品牌企业竞争力。", "苏州", "prefecture"),
        ("支持安徽品牌建设。", "安徽", "province"),
        ("推动合肥健康城市建设。", "合肥", "prefecture"),
        ("建设海南国际旅游岛和长沙岳麓山大学科技城。", "海南国际旅游岛", "zone"),
        ("支持福州文化港口发展。", "福州文化港口", "hub"),
        ("支持贵州成立工作专班。", "贵州", "province"),
        ("推动西北农业大数据应用。", "西北", "region"),
        ("推动贵州建设区域性银行。", "贵州", "province"),
        ("举办昆明优质农产品推介等活动。", "昆明", "prefecture"),
    ],
)
def test_a_name_is_read_to_its_end_and_no_further(text: str, place: str, type_: str):
    assert named(text)[place] == type_


@pytest.mark.parametrize(
    "text",
    [
        "加快安徽地矿局改革。",
        "组织湖北卫健委专家会诊。",
        "由阿坝州大数据局牵头。",
        "支持长江水利委员会工作。",
        "支持西北工大、西北农大创新。",
        "支持辽宁城市建设集团重组。",
    ],
)
def test_bodies_that_a_place_begins_are_no_places(text: str):
    assert study_of(f"某市工作报告\n一、今年任务\n{text}\n").table("places", all_rows=True).empty


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("推动安徽产业集团化发展。", "安徽"),
        ("支持安徽教育局部改革。", "安徽"),
        ("推进西北工业大省建设。", "西北"),
    ],
)
def test_a_place_before_other_words_stays_one(text: str, place: str):
    table = study_of(f"某市工作报告\n一、今年任务\n{text}\n").table("places", all_rows=True)
    assert place in table["place"].tolist()
