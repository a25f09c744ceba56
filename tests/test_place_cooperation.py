"""What is promised together with a place: for both sides, the verb with its whole object."""

from __future__ import annotations

import pytest

from tests.test_place_promises import promised


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("加强与江苏的能源合作。", "江苏", "加强:与江苏的能源合作"),
        ("深化与长三角、粤港澳大湾区等战略合作。", "长三角", "深化:与长三角、粤港澳大湾区等战略合作"),
        ("深化与长三角、粤港澳大湾区等战略合作。", "粤港澳大湾区", "深化:与长三角、粤港澳大湾区等战略合作"),
        ("加强同京津冀协同发展等战略协作。", "京津冀", "加强:同京津冀协同发展等战略协作"),
        ("加快园区建设，与浙江联合实施综合开发。", "浙江", "实施:综合开发"),
        ("深化我省与江苏对口合作。", "江苏", "深化:我省与江苏对口合作"),
        ("强化示范区与苏州、嘉兴的全域联动。", "嘉兴", "强化:示范区与苏州、嘉兴的全域联动"),
        ("搭建与港澳高水平合作平台。", "港澳", "搭建:与港澳高水平合作平台"),
        ("实现与张家口市高频事项跨省通办。", "张家口市", "实现:与张家口市高频事项跨省通办"),
        ("主动对接京津冀协同发展。", "京津冀", "对接:京津冀协同发展"),
        ("主动融入西部陆海新通道。", "西部陆海新通道", "融入:西部陆海新通道"),
        ("承接长三角、粤港澳大湾区产业转移。", "粤港澳大湾区", "承接:长三角、粤港澳大湾区产业转移"),
        ("积极参与西部大开发。", "西部", "参与:西部大开发"),
        ("协同鞍山、营口等地区，打造经济走廊。", "营口", "打造:经济走廊"),
        ("加强统筹，与苏浙皖三省各扬所长，深化分工合作，完善设施。", "苏浙皖", "深化:分工合作"),
        ("加强统筹，与澳门共建横琴深度合作区。", "澳门", "共建:横琴深度合作区"),
        (
            "深化南京与淮安、无锡与连云港等市域结对帮扶合作。",
            "无锡",
            "深化:南京与淮安、无锡与连云港等市域结对帮扶合作",
        ),
        ("推动长治、晋城融入中原城市群。", "中原城市群", "推动:长治、晋城融入中原城市群"),
        ("与甘肃、宁夏、青海共建上游屏障。", "甘肃", "共建:上游屏障"),
        ("携手江苏共建科创产业园。", "江苏", "携手:江苏共建科创产业园"),
    ],
)
def test_what_is_done_with_a_place_is_promised_to_it(text: str, place: str, told: str):
    assert promised(text)[place] == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("打造对接浙江的桥头堡。", "浙江"),  # it only tells what the bridgehead is for
        ("提升融入长三角的能力。", "长三角"),
        ("深化与苏州、崖州湾等国家实验室合作。", "苏州"),  # with laboratories, not with the towns
        ("联合江苏省有关部门开展专项检查。", "江苏省"),
        ("立足上海，加强与企业合作。", "上海"),
    ],
)
def test_no_promise_is_made_to_a_place_that_only_describes_another(text: str, place: str):
    assert promised(text)[place] == ""


def test_the_place_of_the_document_is_no_partner_of_its_own():
    assert promised("承接上海产业转移。", title="上海市发展规划")["上海"] == ""
