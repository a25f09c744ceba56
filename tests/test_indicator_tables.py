"""Tables of indicators: rows by hand, names over several lines, figures that are none."""

from __future__ import annotations

import pytest

from analysis.judgements.indicator_tables import heads_of, rows_of
from analysis.study import Study
from tests.conftest import study_of

TABLE = """指标 2020年 2025年 年均增长 属性
1.地区生产总值（亿元） 286.3 400 7%左右 预期性
2.森林覆盖率（%） 68.5 69以上 — 约束性
"""


def plan_of(table: str, title: str = "福建省发展规划") -> Study:
    return study_of(f"{title}\n（2021年2月6日）\n一、目标\n主要目标如下。\n{table}二、任务\n改善民生。\n")


def test_rows_by_hand():
    found = plan_of(TABLE).table("indicators")
    columns = ["indicator", "value", "unit", "kind", "comparator", "head", "aim"]
    assert found[columns].values.tolist() == [
        ["地区生产总值", "28630000000", "元", "count", "exactly", "2020年", "预期性"],
        ["地区生产总值", "40000000000", "元", "count", "exactly", "2025年", "预期性"],
        ["地区生产总值", "0.07", "ratio", "growth", "about", "年均增长", "预期性"],
        ["森林覆盖率", "0.685", "ratio", "proportion", "exactly", "2020年", "约束性"],
        ["森林覆盖率", "0.69", "ratio", "proportion", "at_least", "2025年", "约束性"],
    ]


def test_a_name_over_the_lines_around_its_row():
    lines = [("1", "数字经济增加值占全市"), ("2", "8 % 预期性 >60 -"), ("3", "生产总值比重2")]
    (row,) = rows_of(lines)
    assert (row.indicator, row.unit, row.figures) == ("数字经济增加值占全市生产总值比重", "%", (">60", "-"))


@pytest.mark.parametrize(
    "line", ["序号 检查内容 牵头单位", "1 煤矿 市安监局 2016年12月底", "预期性 约束性", "18 6"]
)
def test_what_is_no_row_of_indicators(line: str):
    assert list(rows_of([("1", line)])) == []


def test_columns_are_headed_where_they_are_as_many():
    assert heads_of([("1", "序号 2025年"), ("2", "1 绿地 公顷 预期性 5")]) == ["2025年"]
    found = plan_of("指标 2025年 属性\n1 绿地面积 公顷 5 6 预期性\n2 林地面积 公顷 7 8 预期性\n").table(
        "indicators"
    )
    assert set(found["head"]) == {""}


def test_what_a_plan_s_table_aims_at_beside_what_was_done():
    plan = plan_of(TABLE)
    text = "2026年福建省政府工作报告\n一、2025年工作回顾\n森林覆盖率达到69.1%。\n二、2026年任务\n改善民生。\n"
    found = study_of(text).table("results", against=plan)
    assert found[["indicator", "target_year", "aim", "met"]].values.tolist() == [
        ["森林覆盖率", "2025", "约束性", "yes"]
    ]
