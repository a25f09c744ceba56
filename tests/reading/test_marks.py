"""Marks behind numbers, and headings that stand in a line with something else."""

from __future__ import annotations

import pytest

from analysis.reading import read_text
from analysis.reading.numbering import label_of


@pytest.mark.parametrize("mark", ".．﹒･·•・、")
def test_any_dot_ends_a_number(mark: str):
    text = f"某镇计划\n一、任务\n1{mark}修路。\n路面硬化。\n2{mark}架桥。桥梁加固。\n二、保障\n10{mark}经费。"
    found = [(part.label, part.title) for part in read_text(text, id="x").headings.values()]
    assert found[:4] == [("一", "任务"), ("1", "修路"), ("2", "架桥"), ("二", "保障")]


@pytest.mark.parametrize("mark", "﹒･")
def test_small_dots_end_chinese_numbers_and_part_decimal_ones(mark: str):
    text = f"某镇计划\n一{mark}任务\n修路。\n二{mark}保障\n拨款。"
    assert [part.title for part in read_text(text, id="x").articles] == ["任务", "保障"]
    label = label_of(f"3{mark}2{mark}1 桥梁")
    assert label is not None and label.values == (3, 2, 1)


@pytest.mark.parametrize(
    "text", ["7·1讲话精神", "12·9运动", "三·八妇女节", "五·一劳动节", "3•15晚会", "9･18事变"]
)
def test_a_dot_between_the_figures_of_a_day_is_no_mark(text: str):
    assert label_of(text) is None
