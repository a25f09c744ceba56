"""Tables: their cells are told from sentences and headings, counted in nothing, and named once."""

from __future__ import annotations

import pytest

from analysis import Study
from analysis.reading import Document, check, read_bytes, read_text, sentences
from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter, tokens

TREES = [
    "序号", "树种", "面积", "1", "香樟", "320", "2", "银杏", "150", "合计", "", "470",
]  # fmt: skip
STAFF = ["姓名", "单位", "电话", "张三", "林业站", "8810", "李四", "水利站", "8811"]
HEAD = "乡镇 造林面积 成活率 牵头单位"  # no figure
ROWS = ["乡镇 2023年 2024年 属性", "东山 120 150 预期性", "西河 98 101 约束性"]
ABOVE = ["某县造林规划", "一、目标", "三年造林十万亩，森林更加茂密。", "二、任务"]
BELOW = ["三、保障", "县财政安排资金，各乡镇抓好落实。"]


def document(table: list[str], gap: str = "\n", above: list[str] = ABOVE) -> Document:
    return read_text(gap.join([*above, *table, *BELOW]), id="x")


def cells(document: Document) -> list[str]:
    return [document.text[part.start : part.end] for part in document.parts if part.kind == "cell"]


@pytest.mark.parametrize("table", [TREES, STAFF, ROWS, [HEAD, *ROWS[1:]], [*ROWS, *TREES]])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_cells_are_told_once_and_none_is_a_heading(table: list[str], gap: str):
    found = document(table, gap)
    assert cells(found) == [cell for cell in table if cell]
    assert [part.title for part in found.headings.values()] == ["目标", "任务", "保障"]
    assert check(found)["finding"].tolist() == ["cells"]
    assert set(check(found)["severity"]) == {"note"}
    told = check(found).iloc[0]
    last = max(part.line for part in found.parts if part.kind == "cell")
    assert told["detail"].startswith(f"a table up to line {last}:") and f"至第{last}行，" in told["detail_zh"]


@pytest.mark.parametrize("head", ["乡镇名称 全年造林总面积（万亩） 成活率（百分比） 牵头落实的单位", ROWS[0]])
def test_rows_that_touch_between_blank_lines_stay_apart(head: str):
    rows = [head, "东山乡人民政府林业工作站和水利工作站 120 98 县林业局", "西河镇 98 101 县水利局"]
    prose = ["全县上下深入开展国土绿化行动，森林面积和蓄积持续增长，生态环境不断改善。"] * 9
    found = read_text("\n\n".join([*ABOVE, *prose, "\n".join(rows), *BELOW]), id="x")
    assert found.setting == "blank"
    assert cells(found) == rows


def test_cells_are_rows_of_the_sentences_and_none_of_the_words():
    found = document(TREES)
    table = sentences(found)
    assert table.loc[table["kind"] == "cell", "text"].tolist() == cells(found)
    counted = tokens(table, Segmenter(load_lexicon()))
    assert set(counted["sentence_id"]) == set(table.loc[table["kind"] != "cell", "sentence_id"])
    assert not {"香樟", "银杏", "树种"} & set(Study(found).terms()["term"])


@pytest.mark.parametrize("name", ["x.md", "x.html"])
def test_rows_that_a_format_marks_are_cells_and_prose_in_a_cell_is_text(name: str):
    table = [("任务", "牵头单位"), ("造林，管护", "林业局"), ("宣传", "各乡镇开展宣传。居民踊跃参加。")]
    if name == "x.md":
        rows = "\n".join(f"| {task} | {unit} |" for task, unit in table)
        rows = rows.replace("\n", "\n|---|---|\n", 1)
        text = "\n\n".join(["# 某县规划", *ABOVE[1:], rows, *BELOW])
    else:
        rows = "".join(f"<tr><td>{task}</td><td>{unit}</td></tr>" for task, unit in table)
        around = [[f"<p>{line}</p>" for line in lines] for lines in (ABOVE, BELOW)]
        text = f"<html><body>{''.join(around[0])}<table>{rows}</table>{''.join(around[1])}</body></html>"
    found = read_bytes(text.encode(), name)
    assert cells(found) == ["任务 | 牵头单位", "造林，管护 | 林业局"]
    assert "各乡镇开展宣传。" in sentences(found).query("kind != 'cell'")["text"].sum()


def test_a_long_cell_between_two_blocks_of_a_table_is_one():
    long = "用于水源地和道路两侧的造林绿化以及后期管护"
    found = document([*TREES[:6], *TREES, long, *TREES])
    assert long in cells(found)
    assert check(found)["finding"].tolist() == ["cells"]


def test_a_row_with_a_comma_in_a_cell_is_one_between_rows():
    row = "16 / 约束性 二级标准，部分指标 -"
    found = document([*ROWS, row, *ROWS[1:]])
    assert row in cells(found) and len(found.headings) == 3
    assert check(found)["finding"].tolist() == ["cells"]


def test_titles_of_tables_and_boxes_stay_headings_between_cells():
    found = document([*ROWS, "专栏2 管护", *TREES])
    assert [part.title for part in found.headings.values()] == ["目标", "任务", "专栏2管护", "保障"]
    assert len(cells(found)) == len(ROWS) + 11


def test_headings_above_and_below_a_table_are_not_cells():
    found = document(["（一）造林", *TREES, "（二）管护"], above=ABOVE)
    assert [part.title for part in found.headings.values()] == ["目标", "任务", "造林", "管护", "保障"]


@pytest.mark.parametrize(
    "block",
    [
        [
            "（一）乔木",
            "香樟为主。",
            "（二）灌木",
            "杜鹃为主。",
            "（三）草本",
            "兰草为主。",
        ],  # headings with text
        [
            "各乡镇人民政府",
            "县林业局",
            "县水利局",
            "县财政局",
            "县交通局",
            "县教育局",
            "县民政局",
        ],  # addressed
        ["栽植香樟；", "栽植银杏；", "栽植杜鹃；", "栽植山茶；", "栽植海棠；", "栽植兰草。"],  # items
        ["第一篇 总论", "第一章 背景", "第一节 形势", "造林任务很重。"],  # headings upon headings
        ["2023年 造林", "任务很重。"],
    ],
)
def test_what_is_short_and_no_table_stays(block: list[str]):
    assert cells(document(block)) == []


def test_rows_are_not_joined_in_a_text_broken_at_a_width():
    prose = "全县上下深入开展国土绿化行动，森林面积和蓄积持续增长，生态环境不断改善，居民的满意程度逐年提高，"
    lines = [prose[at : at + 24] for at in range(0, 48, 24)] * 9
    wide = ["乡镇 2023年面积 2024年面积 年均增长率 指标属性", "东山乡 120.15 150.37 11.8左右 预期性 单位万亩"]
    found = document([*lines, "统计结果如下。", *wide])
    assert found.setting == "wrapped"
    assert cells(found) == wide
