"""Goals that are told of a place where nobody acts."""

from __future__ import annotations

import pytest

from tests.test_place_promises import promised


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("到2030年，平安云南、法治云南建设扎实推进。", "云南", "推进:平安云南、法治云南建设"),
        (
            "到2030年，教育强省、健康云南建设深入推进，设施更加完善。",
            "云南",
            "推进:教育强省、健康云南建设",
        ),
        (
            "力争到2030年，黄河流域生态保护和高质量发展扎实推进。",
            "黄河流域",
            "推进:黄河流域生态保护和高质量发展",
        ),
        ("力争革命老区振兴发展步伐加快。", "革命老区", "加快:革命老区振兴发展步伐"),
        ("到2030年，长江、淮河流域水质持续向好。", "长江", "向好:水质"),
        ("到2030年，长江、淮河流域水质持续向好。", "淮河流域", "向好:水质"),
        ("到2030年，西安市空气质量明显改善。", "西安市", "改善:空气质量"),
        ("力争建设试验区，大连数据产业集聚区营业收入达到1200亿元。", "大连数据产业集聚区", "达到:营业收入"),
        ("到2030年，数字陕西建设取得新进展，活力迸发。", "陕西", "取得新进展:数字陕西建设"),
        ("要在服务京津冀协同发展中展现作为。", "京津冀", "服务:京津冀协同发展"),
        ("加强协作，京津冀协同发展迈上新台阶。", "京津冀", "迈上新台阶:京津冀协同发展"),
        ("加强管理，使上海始终位于安全城市之列。", "上海", "使:上海始终位于安全城市之列"),
        ("发展“夜经济”，让更多游客体验福建的“烟火气”。", "福建", "让:更多游客体验福建的“烟火气”"),
        ("要在推动东北全面振兴取得新突破上勇于争先。", "东北", "推动:东北全面振兴取得新突破"),
    ],
)
def test_what_is_to_come_of_a_place_is_promised_to_it(text: str, place: str, told: str):
    assert promised(text)[place] == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("要在西部地区现代化进程中走在前列。", "西部地区"),  # where one excels
        ("西南安全稳定屏障更加稳固。", "西南"),  # how something has become
        ("贵州要在乡村振兴上开新局。", "贵州"),  # 振兴 is no verb in it
        ("新疆社会大局持续稳定。", "新疆"),
    ],
)
def test_what_is_only_so_is_no_goal_of_a_place(text: str, place: str):
    assert promised(text)[place] == ""


def test_a_goal_of_its_own_clause_stands_before_what_the_next_clauses_tell():
    found = promised("力争到2030年，重庆货运量达到50万标箱，完善开放通道。")["重庆"]
    assert found == "达到:货运量 | 完善:开放通道"


def test_what_a_place_is_made_into_is_promised_and_not_its_name():
    assert promised("将上海打造成为国际时尚之都。")["上海"] == "打造成为:国际时尚之都"
    assert promised("将洛阳、襄阳列为省域副中心城市。")["襄阳"] == "列为:省域副中心城市"
    assert promised("高标准建设雄安新区。")["雄安新区"] == "建设:雄安新区"
    assert promised("努力成为上海自贸区协同创新区。")["上海自贸区协同创新区"] == "成为:上海自贸区协同创新区"


def test_what_a_place_is_to_become_is_its_role_and_no_gain_besides():
    assert promised("加强保护，让云南成为“世界花园”。")["云南"] == "成为:“世界花园”"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("平安甘肃建设达到新的高度。", "达到新的高度:平安甘肃建设"),
        ("信用体系更加健全，数字甘肃建设走在全国前列。", "走在全国前列:数字甘肃建设"),
        ("美丽甘肃建设目标基本实现。", "基本实现:美丽甘肃建设目标"),
        ("清廉甘肃建设持续深化。", "深化:清廉甘肃建设"),
        ("健康甘肃建设向纵深推进。", "推进:健康甘肃建设"),
        ("人才甘肃建设实现新突破。", "实现新突破:人才甘肃建设"),
        ("推进更高水平的平安甘肃建设。", "推进:更高水平的平安甘肃建设"),
        ("甘肃数据中心建设水平较高。", ""),
    ],
)
def test_what_is_built_by_its_virtue_comes_to_something(text: str, told: str):
    assert promised(text).get("甘肃", "") == told
