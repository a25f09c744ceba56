"""Under a heading of what a matter is worth it is argued; what is asked there is still asked."""

from __future__ import annotations

import pytest

from analysis.judgements.mode_places import place_of
from analysis.judgements.modes import judge, modes
from analysis.reading import read_text, sentences


def argued(text: str, heading: str = "一、充分认识发展茶业的重要意义") -> str:
    """The mode of a sentence that stands second under a heading of opinions."""
    whole = (
        f"青河县人民政府关于发展茶业的意见\n{heading}\n茶业是全县的重要产业。{text}\n二、主要任务\n加强管理。"
    )
    document = read_text(whole, id="x")
    told = sentences(document)
    return next(one.mode for one, of in zip(modes(document, told), told["text"], strict=True) if of == text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("茶业以保护山林为前提，顺应了绿色发展的要求，有利于增加茶农收入。", "situation"),
        ("山区茶业立足乡土，为乡村振兴注入新的动力。", "situation"),
        ("发展茶业，可以带动包装和运输，增加就业岗位。", "situation"),
        ("依托山水资源，推动茶旅结合，满足群众的需求，增强茶叶竞争力。", "situation"),
        ("改造老茶园，将进一步缓解水土流失。", "situation"),
        ("各乡镇要充分认识发展茶业的重要性，扎实推进茶园改造。", "forward"),
        ("加快发展茶业，必须增强紧迫感，改造老茶园。", "forward"),
        ("进一步统一思想，增强发展茶业的责任感。", "forward"),
        ("增强发展茶业的责任感和紧迫感，把茶业摆上重要位置。", "forward"),
        ("近年来，我县茶业稳步发展，产量年均增长5%，为茶农增收作出了贡献。", "backward"),
        ("当前，我县茶叶需求快速增长。", "situation"),
        ("县委高度重视茶业，作出一系列部署。", "backward"),
        ("2024年，全县新建茶园300亩，茶厂增加2家。", "backward"),
        ("坚定不移发展茶业，努力开创新局面。", "forward"),
        ("到2030年，基本建成茶叶市场。", "forward"),
        ("为此，决定开展茶园改造行动。", "forward"),
        ("省委八次全会提出，要加快建设茶业强省。", "other"),
        ("省里印发的《茶业发展规划》，要求我县建成全省的茶叶市场。", "other"),
        ("要按照省委全会提出的要求，加快茶园改造。", "forward"),
    ],
)
def test_under_a_heading_of_worth_only_a_duty_is_asked(text: str, mode: str) -> None:
    assert argued(text) == mode


def test_the_same_sentence_among_tasks_is_to_be_done() -> None:
    text = "依托山水资源，推动茶旅结合，增强茶叶竞争力。"
    assert (argued(text), argued(text, "一、工作任务")) == ("situation", "forward")


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("发展茶业的必要性和紧迫性", "situation"),
        ("重要意义和总体要求", ""),
        ("增强发展茶业的信心", ""),
    ],
)
def test_a_heading_of_worth_tells_the_place(title: str, place: str) -> None:
    assert place_of([title])[0] == place


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("实践证明，办茶厂必须先有好茶园。", "other"),
        ("多年经验说明，越是市场紧缩，越要抓质量。", "other"),
        ("实践证明，必须办好茶厂。", "forward"),
        ("实践证明这一做法可行，要在全县推广。", "forward"),
        ("实践证明，上述措施是有效的，今后必须继续坚持。", "forward"),
        ("用实践证明茶园改造的成效，必须抓紧施工。", "forward"),
        ("读书增添乡村的活力，读书提升茶农的本领。", "other"),
        ("科技改善品质，法治维护公平，诚信赢得市场。", "other"),
        ("以读书增添乡村活力，以读书提升茶农本领。", "forward"),
        ("县文化馆提升服务水平，县教育局推进校园阅读。", "forward"),
        ("文化保障水平提升，教育改善力度增强。", "forward"),
        ("改造山区茶路，对方便茶农运输，降低成本，保障安全具有重要意义。", "situation"),
        ("加强茶园护林，事关茶农生计，事关水源安全。", "situation"),
        ("改造山区茶路，对具有重要意义的桥梁优先加固。", "forward"),
        ("加强宣传，让茶农明白护林对保护水源具有重要意义。", "forward"),
        ("茶园检查报告包括检查结论、问题清单和建议。", "other"),
        ("资金使用范围包括修建茶路、改造茶厂。", "forward"),
        ("改造计划分为三个阶段实施。", "forward"),
        ("培训对象包括茶农、茶商和茶厂职工。", "other"),
        ("公开茶叶收购信息，包括品种、价格等。", "forward"),
        ("公开内容应当包括品种、价格等。", "forward"),
        ("建设内容包括改造茶路、修建茶厂。", "forward"),
    ],
)
def test_what_is_held_true_or_told_of_worth_asks_nothing(text: str, mode: str) -> None:
    assert judge(text, "forward").mode == mode
