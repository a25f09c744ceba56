"""What will surely be, what is still hard, why a figure was set, what one stands for."""

from __future__ import annotations

import pytest

from analysis.judgements.modes import judge
from analysis.judgements.prospects import expects, explains_figure, key_stage, stands_for


@pytest.mark.parametrize(
    ("text", "place", "mode"),
    [
        ("我们坚信，前进道路上的困难都是可以克服的。", "forward", "situation"),
        ("只要各方共同努力，就一定能够如期建成枢纽。", "forward", "situation"),
        ("我们一定要努力奋斗，一定能够建成枢纽。", "forward", "forward"),
        ("今年改革发展任务繁重而艰巨。", "forward", "situation"),
        ("有力克服任务艰巨等困难，全面完成治理目标。", "backward", "backward"),
        ("调低能耗指标，主要是考虑产业结构已有变化。", "forward", "situation"),
        ("5%左右的增长目标与长远目标总体衔接，与潜力基本匹配。", "forward", "situation"),
        ("“十五五”时期是本市转型升级的关键时期。", "forward", "situation"),
        ("2026年是“十五五”开局之年。", "forward", "other"),
        ("这五年，是攻坚克难的五年。", "backward", "backward"),
        ("2025年是“十四五”收官之年。", "backward", "other"),
        ("中国坚决支持多边贸易体制。", "", "forward"),
        ("针对需求不足的突出矛盾，多措并举扩大投资。", "backward", "backward"),
        ("就业是民生之本。", "backward", "other"),
        ("我们做的一切工作，归根到底都是为了人民。", "forward", "other"),
        ("市场供应充足，城乡居民生活有所改善。", "situation", "backward"),
        ("对这些问题，必须引起高度重视。", "situation", "forward"),
    ],
)
def test_the_mode_is_that_of_what_is_said(text: str, place: str, mode: str) -> None:
    assert judge(text, place).mode == mode


@pytest.mark.parametrize(
    ("tells", "text"),
    [
        (expects, "完成繁重任务。"),
        (expects, "必须确保一定能够按期完工。"),
        (explains_figure, "提高服务水平，主要靠改进流程。"),
        (key_stage, "2021年至2025年实施老旧小区改造。"),
        (stands_for, "得到我国支持的项目顺利开工。"),
    ],
)
def test_alike_words_that_say_something_else_are_left(tells: object, text: str) -> None:
    assert callable(tells)
    assert tells(text) == ""


def test_a_trouble_that_is_to_be_solved_is_a_task() -> None:
    assert judge("切实把存在问题解决好，把矛盾化解掉。", "forward").mode == "forward"
    assert judge("工作中还存在问题。", "forward").mode == "situation"


def test_what_experience_shows_and_what_is_held_is_no_task() -> None:
    assert judge("实践表明，发展是在攻坚克难中取得的。", "forward").mode == "other"
    assert judge("儿童是民族的未来、家庭的希望。", "forward").mode == "other"
    assert judge("实践证明，必须坚持改革。", "forward").mode == "forward"


def test_a_trouble_that_is_not_there_is_none() -> None:
    assert expects("确保质量没有问题。") == ""
    assert expects("城镇居民中还有许多问题。") == "还有许多问题"
    assert judge("李某总理指出，要加强管理。", "").mode == "forward"
