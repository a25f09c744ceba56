"""Result beside target: by hand, and what is no pair."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.judgements.figure_facts import one_name, period_of
from analysis.study import Study
from analysis.tables import InputProblem
from tests.conftest import study_of


def report(year: int, review: str, tasks: str, place: str = "甲省") -> Study:
    place = place.replace("甲", "福建")
    text = f"{year}年{place}政府工作报告\n一、{year - 1}年工作回顾\n{review}\n二、{year}年重点工作\n{tasks}\n"
    return study_of(text, id=f"r{year}")


def rows(study: Study, **options: Study) -> list[list[str]]:
    columns = ["indicator", "unit", "kind", "result_expression", "target_expression"]
    return study.table("results", **options)[columns].values.tolist()


def test_a_label_that_stands_in_both_years_is_no_pair():
    assert rows(report(2026, "发展十大乡村特色产业。", "新增十大乡村特色产业。")) == []


def test_one_set_that_is_dealt_with_in_both_years_is_no_pair():
    assert rows(report(2026, "大力发展13个先进制造业集群。", "培育13个先进制造业集群。")) == []
    assert rows(report(2026, "新增专精特新企业20个。", "新增专精特新企业20个。")) == [
        ["新增专精特新企业", "个", "count", "20个", "20个"]
    ]


def test_a_plan_that_is_met_to_the_number_is_a_pair():
    earlier = report(2025, "加强管理。", "建设口袋公园20个。")
    later = report(2026, "建成口袋公园20个。", "加强管理。")
    assert [row[-2:] for row in rows(later, against=earlier)] == [["20个", "20个"]]


def test_natural_growth_is_what_is_measured():
    (row,) = rows(report(2026, "人口自然增长率1.64‰。", "人口自然增长率控制在5.4‰以内。"))
    assert row[0] == "人口自然增长率"


def test_last_year_beside_this_year_by_hand():
    study = report(
        2026, "全省生产总值增长5.5%，城镇新增就业50万人。", "地区生产总值增长5%以上，城镇新增就业48万人以上。"
    )
    assert rows(study) == [
        ["地区生产总值", "ratio", "growth", "5.5%", "5%以上"],
        ["城镇新增就业", "人", "count", "50万人", "48万人以上"],
    ]
    one = study.table("results").iloc[0]
    assert one[["result_year", "result_id", "target_year", "target_id"]].tolist() == [
        "2025",
        "1.1.1",
        "2026",
        "2.1.1",
    ] or (one["result_year"], one["target_year"]) == ("2025", "2026")


@pytest.mark.parametrize(
    ("review", "tasks"),
    [
        ("五年来，城镇新增就业250万人。", "城镇新增就业48万人以上。"),  # of five years
        ("过去五年，就业稳定。城镇新增就业250万人。", "城镇新增就业48万人以上。"),  # and so is what follows
        ("城镇新增就业50万人。", "到2030年，城镇新增就业250万人。"),
        ("城镇新增就业50万人。", "城镇新增就业增长5%。"),  # another kind
        ("生产总值5万亿元。", "生产总值增长5%。"),
        ("生产总值比2015年增长65%。", "生产总值增长5%。"),
        ("按可比价格计算，生产总值增长5.5%。", "生产总值增长5%。"),  # prices of another kind
        ("完成项目19个。", "完成项目50个。"),  # which?
        ("建成7大要素交易服务平台。", "建设7大要素交易服务平台。"),  # called so
        ("生产总值增加5亿元。", "生产总值达到50亿元。"),  # what was added and a level
        ("高新技术企业达到9000家。", "新增高新技术企业1000家。"),  # a stock and what is new
    ],
)
def test_what_is_no_pair(review: str, tasks: str):
    assert rows(report(2026, review, tasks)) == []


def test_what_is_new_in_a_list():
    study = report(2026, "新增中小企业7227家、专精特新企业1565家。", "新增专精特新企业1000家左右。")
    assert rows(study) == [["新增专精特新企业", "家", "count", "1565家", "1000家左右"]]


@pytest.mark.parametrize(
    ("done", "planned"),
    [
        ("工业增加值增长5%。", "规模以上工业增加值增长6%。"),
        ("新增养老床位5万张。", "养老床位达到6万张。"),
        ("一般公共预算总收入增长5%。", "一般公共预算收入增长6%。"),
        ("研发经费投入增长5%。", "研发经费投入强度增长6%。"),
    ],
)
def test_another_indicator_is_no_pair(done: str, planned: str):
    assert rows(report(2026, done, planned)) == []


def test_what_a_change_starts_from_is_no_result():
    study = report(2026, "常住人口城镇化率由52%提高到58%。", "常住人口城镇化率达到59%。")
    assert rows(study) == [["常住人口城镇化率", "ratio", "proportion", "58%", "59%"]]


def test_done_against_planned_by_hand():
    earlier = report(2025, "就业稳定。", "城镇新增就业48万人以上，居民消费价格涨幅2%左右。")
    later = report(2026, "城镇新增就业50万人，居民消费价格涨幅0.2%。", "改善民生。")
    found = later.table("results", against=earlier)
    assert found[["indicator", "target_year", "met"]].values.tolist() == [
        ["城镇新增就业", "2025", "yes"],
        ["居民消费价格", "2025", ""],  # of 左右 nobody can say
    ]


def test_an_aim_is_kept_where_it_is_said():
    earlier = report(2025, "就业稳定。", "约束性指标：森林覆盖率达到65%以上。")
    later = report(2026, "森林覆盖率达到65.1%。", "改善民生。")
    assert later.table("results", against=earlier)[["aim", "met"]].values.tolist() == [["约束性", "yes"]]


def test_a_later_report_or_another_place_is_refused():
    here = report(2026, "就业稳定。", "改善民生。")
    with pytest.raises(InputProblem, match=r"needs an earlier report than this one, of 2026"):
        here.table("results", against=report(2026, "就业稳定。", "改善民生。"))
    with pytest.raises(InputProblem, match=r"of the same place; this is of 福建省, that of 安徽省"):
        here.table("results", against=report(2025, "就业稳定。", "改善民生。", "安徽省".replace("甲", "")))


@pytest.mark.parametrize(
    ("before", "carried", "deadline", "status", "period"),
    [
        ("城镇新增就业", "", "", "achieved", "2025"),
        ("城镇新增就业", "", "", "promised", "2026"),
        ("2024年城镇新增就业", "", "", "achieved", "2024"),
        ("比2024年增长", "2025", "", "achieved", "2025"),
        ("年均增长", "", "", "promised", "several"),
        ("力争", "", "2030年", "promised", "2030"),
        ("力争", "several", "", "promised", "several"),
    ],
)
def test_of_which_year_a_figure_is(before: str, carried: str, deadline: str, status: str, period: str):
    assert period_of(before, carried, deadline, status, 2026) == period


def test_one_name():
    assert one_name("全省地区生产总值增速") == "地区生产总值"
    assert one_name("农村幸福院") == "农村幸福院"
    assert one_name("城镇调查失业率均值") == one_name("城镇调查失业率")


GDP = ("国内生产总值", "地区生产总值", "全省生产总值", "全省地区生产总值", "GDP", "生产总值", "经济")


@pytest.mark.parametrize("written", GDP)
def test_one_quantity_has_one_name_of_its_place(written: str):
    assert one_name(written) == "地区生产总值"
    assert one_name(written, national=True) == "国内生产总值"


@pytest.mark.parametrize("form", ["单位{}能耗", "人均{}", "工业增加值占{}比重"])
def test_a_part_of_a_name_has_one_wording(form: str):
    names = {one_name(form.format(part)) for part in ("国内生产总值", "地区生产总值", "GDP", "全省生产总值")}
    assert names == {form.format("地区生产总值")}


@pytest.mark.parametrize(
    "other", ["国民生产总值", "海洋生产总值", "临港新片区生产总值", "数字经济", "全国居民消费价格"]
)
def test_what_is_another_quantity_keeps_its_name(other: str):
    assert one_name(other) == other


@pytest.mark.parametrize("planned", GDP)
@pytest.mark.parametrize("done", GDP[:5])
def test_done_against_planned_whatever_it_is_called(planned: str, done: str):
    earlier = report(2025, "就业稳定。", f"{planned}增长5%以上。")
    later = report(2026, f"{done}增长5.5%。", "改善民生。")
    assert later.table("results", against=earlier)[["indicator", "met"]].values.tolist() == [
        ["地区生产总值", "yes"]
    ]


REPORT = """2026年甲市政府工作报告
一、2025年和“十四五”时期工作回顾
一年来，经济向好。新增床位500张。今年以来连续5个月增长3%。
五年来，累计新增就业80万人。建成学校20所。
二、“十五五”时期主要目标
“十五五”时期，生产总值年均增长5%。
今年是“十五五”规划开局之年，城镇新增就业5万人。
三、2026年重点工作
实施“九五”普法。新建公园30个。到2027年，建成泊位9万个。
启动三年攻坚计划，今年新开工6万套。
“十五五”期间改造小区70个。
新增企业40家。
"""


def test_the_period_of_each_figure_is_told_by_its_sentence_its_paragraph_or_the_headings(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    table = Study.open(path).targets()
    told = table[table["period"] != ""].set_index("expression")["period"].to_dict()
    assert told == {
        "500张": "2025", "3%": "several", "80万人": "several", "20所": "several", "5%": "several",
        "5万人": "2026", "30个": "2026", "9万个": "2027", "6万套": "2026", "70个": "several", "40家": "2026",
    }  # fmt: skip


def test_without_any_word_on_it_a_figure_has_no_period(tmp_path: Path):
    path = tmp_path / "plan.txt"
    path.write_text(
        "甲市工作方案\n一、任务\n新增床位500张。\n一九六五年工业总产值增长百分之十一。\n", encoding="utf-8"
    )
    table = Study.open(path).targets().set_index("expression")["period"]
    assert (table["500张"], table["百分之十一"]) == ("", "1965")


def test_three_tasks_are_no_indicator(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text(
        "2026年甲市政府工作报告\n一、2025年工作回顾\n完成三项基本任务，新增床位500张。\n"
        "二、2026年重点工作\n统筹推进三项基本任务，新增床位600张。\n",
        encoding="utf-8",
    )
    assert Study.open(path).table("results")["indicator"].tolist() == ["新增床位"]
