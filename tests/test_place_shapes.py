"""Promises whose clause puts them otherwise than verb and object, and what is no promise."""

from __future__ import annotations

import pytest

from tests.conftest import study_of
from tests.test_place_promises import promised


@pytest.mark.parametrize(
    ("text", "place", "action"),
    [
        ("资金百分之六十以上用于中西部地区。", "中西部地区", "用于:资金百分之六十以上"),
        ("新增贷款主要用于中西部地区。", "中西部地区", "用于:新增贷款"),
        ("财政转移支付要继续向皖北地区倾斜。", "皖北地区", "倾斜:财政转移支付"),
        ("引导外资更多地投向中西部地区。", "中西部地区", "引导:外资更多地投向中西部地区"),
        ("力争合肥生产总值翻两番。", "合肥", "翻两番:生产总值"),
        ("形成芜湖、蚌埠两个基地。", "蚌埠", "形成:芜湖、蚌埠两个基地"),
        ("在河北、山西、内蒙古等一百个重点县建设商品粮基地。", "河北", "建设:商品粮基地"),
        (
            "在河北、山西、辽宁、吉林、江苏、浙江、安徽、江西、山东、河南、湖北等省建设商品粮基地。",
            "湖北",
            "建设:商品粮基地",
        ),
        ("落实支持皖北发展的各项政策。", "皖北", "落实:支持皖北发展的各项政策"),
        ("出台粤港澳大湾区规划纲要。", "粤港澳大湾区", "出台:粤港澳大湾区规划纲要"),
    ],
)
def test_a_promise_is_read_in_its_shape(text: str, place: str, action: str):
    assert promised(text)[place] == action


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("合肥服务业增加值占比提高。", "合肥"),  # 增加 is only a part of a noun
        ("用于中西部地区。", "中西部地区"),  # what is spent is unsaid
        ("合肥、芜湖两个机场。", "合肥"),
    ],
)
def test_what_the_sentence_does_not_say_is_promised_to_nobody(text: str, place: str):
    assert not promised(text)[place]


@pytest.mark.parametrize(
    ("text", "place", "promised"),
    [
        ("昆明长水国际机场东跑道投入使用。", "昆明长水国际机场", "投入使用:东跑道"),
        ("力争襄阳都市圈建设取得新突破。", "襄阳都市圈", "取得新突破:建设"),
        ("支持大理建设滇西中心城市，曲靖建设副中心城市。", "曲靖", "建设:副中心城市"),
        ("加快把合肥建设成为具有国际影响力的科技创新中心。", "合肥", "建设成为:具有国际影响力的科技创新中心"),
        ("学习宜昌取得新突破的经验。", "宜昌", ""),
    ],
)
def test_what_comes_of_a_place_is_promised_to_it(text: str, place: str, promised: str):
    table = (
        study_of(f"某省工作报告\n一、今年任务\n{text}\n").table("places", all_rows=True).set_index("place")
    )
    assert table.loc[place, "actions"] == promised


@pytest.mark.parametrize(
    ("text", "place", "role"),
    [
        ("以宜昌为重要增长极，带动鄂西发展。", "宜昌", "重要增长极"),
        ("以宜昌为重点，带动鄂西发展。", "宜昌", ""),
        ("筑牢秦岭生态安全屏障。", "秦岭", "生态安全屏障"),
        ("襄阳、宜昌两大省域增长极加快崛起。", "襄阳", "省域增长极"),
        ("襄阳、宜昌两大工程加快建设。", "襄阳", ""),
    ],
)
def test_a_role_stands_behind_the_places_of_a_clause(text: str, place: str, role: str):
    table = (
        study_of(f"某省工作报告\n一、今年任务\n{text}\n").table("places", all_rows=True).set_index("place")
    )
    assert table.loc[place, "role"] == role
