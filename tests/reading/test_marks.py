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


# --- two headings in a line ------------------------------------------------------------------------------


def outline(text: str) -> list[tuple[int, str]]:
    return [(part.level, part.title) for part in read_text(text, id="x").headings.values()]


def test_divisions_of_two_levels_in_one_line_are_two():
    text = (
        "某港口条例\n第一编总述第一章原则第一节范围\n适用于本港。\n第二节用语\n用语如下。\n第二章职责\n各司其职。\n"
        "第二编作业第三章装卸\n装卸安全。\n第四章法律责任第九条违反本条例规定的，处以罚款。\n第十条情节严重的，吊销许可。"
    )
    assert outline(text) == [
        (1, "总述"), (2, "原则"), (3, "范围"), (3, "用语"), (2, "职责"), (1, "作业"), (2, "装卸"),
        (2, "法律责任"), (4, ""), (4, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "违反第二章规定的责任",
        "本编与第一章的关系",
        "《条例》第二章释义",
        "概况。第二章产业另行规定",
        "第一编后的衔接",
    ],
)
def test_a_division_that_a_title_names_is_not_begun(title: str):
    text = f"某港口条例\n第一编{title}\n第一章原则\n适用于本港。\n第二编作业\n第二章装卸\n装卸安全。"
    assert ("作业" in dict((title, level) for level, title in outline(text))) and len(outline(text)) == 4


@pytest.mark.parametrize(
    ("style", "second"),
    [
        (("（一）", "（二）", "（三）"), 1),
        (("1.", "2.", "3."), 1),
        (("一、", "二、", "三、"), 2),
        (("1、", "2、", "3、"), 2),
    ],
)
def test_a_heading_behind_the_last_stop_of_a_line_is_one(style: tuple[str, ...], second: int):
    first, next_, third = style
    lines = [
        "某县报告",
        f"{first}道路建设",
        "道路更加畅通。",
        f"{next_}桥梁建设",
        "桥梁更加牢固；",
        f"{third}港口建设",
        "港口更加繁忙。",
    ]
    glued = 2 * second
    lines[glued : glued + 2] = [lines[glued] + lines[glued + 1]]
    assert [title for _, title in outline("\n".join(lines))] == ["道路建设", "桥梁建设", "港口建设"]


@pytest.mark.parametrize(
    "line",
    [
        "道路更加畅通。（七）桥梁建设",  # no number that comes next
        "道路更加畅通。（二）桥梁更加牢固，",
        "道路更加畅通。（二）桥梁更加牢固。",  # a sentence of the paragraph
        "道路更加畅通。（二）",
        "道路更加畅通。第二，桥梁建设",
        "道路更加畅通。（一）桥梁建设",  # a first without a second
    ],
)
def test_what_stands_behind_a_stop_and_is_no_heading_stays(line: str):
    text = f"某县报告\n（一）道路建设\n{line}\n经费由县里负责。"
    assert [title for _, title in outline(text)] == ["道路建设"]
