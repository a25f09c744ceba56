"""A region described is how things stand; what is to be done there is a task."""

from __future__ import annotations

import pytest

from analysis.judgements.mode_marks import Mode
from analysis.judgements.modes import judge


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("该区日照充足，年降水量在900毫米左右，果树生长快。", "situation"),
        ("这一带土层深厚，水源便利，种茶前景看好。", "situation"),
        ("该流域沟谷纵横，以坡耕地为主，单产低。", "situation"),
        ("1.自然条件：该片位于青河两岸，涉及4个镇，耕地面积6.2万亩。", "situation"),
        ("区域概况：该带东起白石岭，西至青河口，是茶叶的主产区。", "situation"),
        ("该区日照充足，要扩大果园。", "forward"),
        ("该区以果业为主，建设2个果品市场。", "forward"),
        ("该区加固河堤20公里以上。", "forward"),
        ("该区人口控制在20万人以内，耕地面积不少于3万亩。", "forward"),
        ("该片新增灌溉面积2万亩。", "forward"),
        ("该区力争到2030年水质优良。", "forward"),
        ("主攻方向：该片建设4个茶园。", "forward"),
        ("基本情况调查：对该片4个镇开展土壤普查。", "forward"),
        ("本条例所称山区，是指坡度较大的地区。", "other"),
    ],
)
def test_what_a_region_is_like_is_no_task(text: str, mode: str) -> None:
    assert judge(text, "forward").mode == mode


@pytest.mark.parametrize(
    ("text", "before", "mode"),
    [
        ("茶叶加工以手工为主，销售主要依靠集市。", "situation", "situation"),
        ("灌溉方式主要是渠灌，种植品种有水稻、油菜两种。", "situation", "situation"),
        ("茶叶加工要以手工为主，销售主要依靠集市。", "situation", "forward"),
        ("推广以手工为主的加工模式，主要包括统一采摘等。", "situation", "forward"),
        ("加工模式以合作社为主，重点扶持茶厂。", "situation", "forward"),
        ("教育培训以自学为主，完善教材。", "forward", "forward"),
    ],
)
def test_how_people_live_there_is_told_behind_it(text: str, before: Mode, mode: str) -> None:
    assert judge(text, "forward", before).mode == mode


def test_in_a_review_a_region_is_told_as_what_was_done() -> None:
    assert judge("该区水质优良。", "backward").mode == "backward"
