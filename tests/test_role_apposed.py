"""Roles by which places are called, without a verb that makes them so."""

from __future__ import annotations

import pytest

from tests.conftest import study_of
from tests.test_role_lifts import given


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("依托合肥、芜湖等国家物流枢纽，完善网络。", dict.fromkeys(("合肥", "芜湖"), "国家物流枢纽")),
        ("支持宜昌、丁山等区域性中心城市发展先进制造业。", {"宜昌": "区域性中心城市"}),
        ("推动贵阳等中心城市提质。", {"贵阳": "中心城市"}),
        ("培育一批昆明、大理等旅游目的地。", dict.fromkeys(("昆明", "大理"), "旅游目的地")),
        ("增强亳州“世界中医药之都”等品牌影响力。", {"亳州": "世界中医药之都"}),
        ("发挥遵义、毕节“双极带动”作用。", dict.fromkeys(("遵义", "毕节"), "双极带动")),
        ("发挥遵义、毕节两大增长极作用。", dict.fromkeys(("遵义", "毕节"), "增长极")),
        ("打造遵义承接珠三角产业“先行区”。", {"遵义": "先行区"}),  # and no role of whom it is linked to
        ("更好发挥武汉龙头引领作用。", {"武汉": "龙头"}),
        ("增强郑州国际性综合交通枢纽功能。", {"郑州": "国际性综合交通枢纽"}),
        ("保持香港的国际金融、贸易、航运中心的地位。", {"香港": "国际金融、贸易、航运中心"}),
        ("发挥广西面向东盟的门户作用。", {"广西": "面向东盟的门户"}),
        ("发挥北京作为全国科技创新中心的作用。", {"北京": "全国科技创新中心"}),
        ("强化东营作为国家石化产业基地的地位。", {"东营": "国家石化产业基地"}),
        ("支持昆明增强区域性国际中心城市功能。", {"昆明": "区域性国际中心城市"}),
        ("允许开展以洋山港为国际中转港的捎带业务。", {"洋山港": "国际中转港"}),
        ("坚持以上海为中心、长江流域为腹地的格局。", {"上海": "中心", "长江流域": "腹地"}),
        ("做强以昆明都市圈为龙头的城市群。", {"昆明都市圈": "龙头"}),
        ("以临港新片区、张江科学城为核心加快建设。", dict.fromkeys(("临港新片区", "张江科学城"), "核心")),
        (
            "推动以南京、杭州等中心城市为主要节点的创新圈建设。",
            dict.fromkeys(("南京", "杭州"), "中心城市 | 主要节点"),
        ),
    ],
)
def test_a_role_is_told_by_what_places_are_called(text: str, roles: dict[str, str]):
    assert given(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "引进上海、深圳等地企业。",
        "发挥合肥等城市的示范作用。",
        "以长江为纽带推动发展。",
        "建设面向北部湾“新门户”。",
        "用好遵义、毕节“双创”平台作用。",
        "常态化对接上海“五个中心”建设。",  # how many, and not what
        "建设成渝“氢走廊”“电走廊”。",
        "完善上海、北京等数据中心。",  # houses
        "加强临港、张江等重点地区之间及与两大枢纽的联系。",
        "在上海等省市设立11个自贸试验区。",
        "以合肥、芜湖等为重点推进建设。",
    ],
)
def test_no_role_is_read_into_what_is_only_near(text: str):
    assert not given(text)


def test_what_a_place_is_called_it_is():
    found = study_of("甲市规划\n一、任务\n依托合肥等国家物流枢纽，完善网络。\n").table("roles")
    assert found[["holder", "role", "confidence"]].to_numpy().tolist() == [["合肥", "国家物流枢纽", "is"]]
