"""Items of ills and of what a document must say, labels, leads of a status, and what is counted as what."""

from __future__ import annotations

import pytest

from analysis.judgements.modes import judge, modes
from analysis.reading import read_text, sentences


def last_mode(text: str) -> str:
    """The mode of the last sentence of a document."""
    document = read_text(text, id="x")
    return modes(document, sentences(document))[-1].mode


NOTICE = "河口区人民政府关于整顿集市的通知\n各街道：\n现就有关工作通知如下。\n"
RULES = "河口区集市管理办法\n第一条 集市应当整洁。\n第二条 摊位应当编号。\n第三条 "


@pytest.mark.parametrize(
    ("lead", "item", "mode"),
    [
        ("集中整治下列突出问题：", "（一）抬高摊位租金，强制摊主入会；", "other"),
        ("集中整治下列突出问题：", "（二）规范摊位租金，公开标准；", "forward"),
        ("针对上述问题，采取下列措施：", "（一）设置摊主服务窗口；", "forward"),
    ],
)
def test_items_under_a_lead_of_ills_name_ills(lead: str, item: str, mode: str) -> None:
    assert last_mode(f"{NOTICE}{lead}\n{item}") == mode


@pytest.mark.parametrize(
    ("lead", "item", "mode"),
    [
        ("集市章程应当写明下列事项：", "（一）租用摊位的，明确租期和租金；", "forward"),
        ("集市章程应当写明下列事项：", "（二）规定摊主不得转租；", "forward"),
        ("集市章程应当写明下列事项：", "（三）摊位的编号；", "other"),
        ("集市章程应当写明下列事项：", "（四）应当说明的其他情况；", "other"),
        ("申请摊位，应当提交下列材料：", "（一）明确约定了租期的合同；", "other"),
    ],
)
def test_an_item_that_must_be_settled_is_asked_and_one_named_is_not(lead: str, item: str, mode: str) -> None:
    assert last_mode(f"{RULES}{lead}\n{item}") == mode


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("3.支持品种：", "other"),
        ("3.支持品种：推广耐旱小麦，建设种子库。", "forward"),
        ("要抓好下列工作：", "forward"),
        ("摊主有下列情形之一的，享受租金优惠：", "other"),
        ("下列人员免费入场，列为优待对象：", "other"),
        ("摊主有下列情形之一的，给予租金补贴：", "forward"),
        ("摊主有下列情形之一的，街道应当注销登记：", "forward"),
        ("租约应包括：", "forward"),
        ("租约包括：", "other"),
        ("达到面积标准的夜间摊位，在年检时视同固定店铺。", "other"),
        ("连片的几个摊位，按一个店铺对待。", "other"),
        ("夜间摊位视同固定店铺，应当登记。", "forward"),
        ("实现各类摊主待遇等同于固定店铺。", "forward"),
        ("对各类摊主按同等条件对待。", "forward"),
        ("河口区商务局2027年3月9日", "other"),
        ("河口区商务局 区市场监管局2027年3月9日", "other"),
        ("区商务局2027年3月9日前完成检查。", "forward"),
        ("到2027年，实现集市整洁的目标，建立与人口规模相匹配的管护队伍。", "forward"),
        ("上述目标与全区人口规模相匹配。", "situation"),
        ("尚未通自来水的集市，支持打井供水。", "forward"),
        ("没有完成登记的，由街道上门办理。", "forward"),
        ("全区有两处集市尚未通自来水。", "situation"),
        ("部分集市没有完成改造，影响经营。", "situation"),
    ],
)
def test_the_form_of_a_lead_or_a_case_gives_its_mode(text: str, mode: str) -> None:
    assert judge(text, "forward").mode == mode


TASKS = "河口区人民政府关于发展集市的意见\n一、主要任务\n"


@pytest.mark.parametrize(
    ("before", "text", "mode"),
    [
        (TASKS, "对连续守法经营的摊主，可优先续租摊位。", "other"),
        (TASKS, "有条件的街道可自行确定补贴标准。", "other"),
        (TASKS, "取消户籍限制，对手艺出众的摊主，可直接聘为培训师。", "forward"),
        (TASKS, "梳理可委托街道办理的事项。", "forward"),
        (TASKS, "建立可追溯的食品标识制度。", "forward"),
        (RULES, "街道可将闲置的空地，在不影响交通的条件下，列入摊位目录。", "other"),
        (RULES, "各街道可参照本办法，结合情况制定管理细则。", "other"),
        (RULES, "摊主可委托他人经营，并应当报街道备案。", "forward"),
        (RULES, "街道应当组织摊主培训。", "forward"),
    ],
)
def test_what_one_may_do_is_not_asked(before: str, text: str, mode: str) -> None:
    assert last_mode(before + text) == mode
