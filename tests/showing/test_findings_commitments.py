"""Sentences about what is achieved, what is promised and how firmly."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.showing import findings
from tests.showing.seen import says, states


def modes(*n: int) -> pd.DataFrame:
    return pd.DataFrame({"mode": ["forward", "backward", "situation", "other"], "chapter": 1, "n": n})


def test_where_sentences_look():
    assert states(
        findings.looking(modes(5, 3, 1, 2)),
        ("of 11 sentences", "5 look ahead", "3 look back", "1 looks at the situation", "2 do none"),
        ("11句", "5句", "3句", "1句", "2句"),
    )
    assert findings.looking(modes(0, 0, 0, 0)).id == "no_modes"
    assert findings.looking(modes(2, 0, 0, 0)).en == (
        "As far as this software can tell, of 2 sentences, 2 look ahead, none looks back, none looks at the "
        "situation; each does one of these."
    )


def firmness(*n: int) -> pd.DataFrame:
    rows = [(wording, target) for wording in (1, 2, 3) for target in (False, True)]
    table = pd.DataFrame(rows, columns=["wording", "has_target"])
    return table.assign(n=n, sentence_ids=["1.1.1" if one else "" for one in n])


def test_firm_words_are_not_called_promises():
    said = findings.firm_words(firmness(4, 0, 30, 5, 7, 2))
    assert states(
        said,
        ("of 48 sentences", "9 bind", "7 of them with nothing", "4 go no further", "In all, 7 say"),
        ("48句", "9句", "7句", "4句", "7句"),
        ("1.1.1", "1.1.1"),
    )
    none = findings.firm_words(firmness(0, 0, 1, 0, 0, 0))
    assert "of them with" not in none.en and none.sentence_ids == ()
    assert says(
        none.en,
        "of 1 sentence that looks ahead",
        "none binds",
        "none goes no further than to encourage",
        "None of all these says anything that",
    )
    assert findings.firm_words(firmness(0, 0, 0, 0, 0, 0)).id == "no_forward"


def test_figures_are_told_by_status_and_few_things_listed_are_none():
    rows = [
        ("1.1.1", "三大", "3", "", "count", False, "promised", "功能区"),
        ("1.1.2", "100万平方米", "1000000", "平方米", "count", False, "promised", "小区"),
        ("1.1.3", "5%", "0.05", "ratio", "growth", False, "achieved", "总值"),
        ("1.1.3", "2025年", "2025", "年", "date", False, "promised", ""),
        ("1.1.4", "十四五", "14", "", "name", True, "none", ""),
    ]
    columns = ["sentence_id", "expression", "value", "unit", "kind", "in_name", "status", "indicator"]
    table = pd.DataFrame(rows, columns=columns).assign(direction="", start=0)
    sentences = pd.DataFrame({"sentence_id": ["1.1.2"], "text": ["100万平方米小区"], "start": [0]})
    assert findings.measures(table)["expression"].tolist() == ["100万平方米", "5%"]
    said = findings.figures_told(table, sentences)
    assert said.sentence_ids == ("1.1.2",)
    assert states(
        said,
        (
            "2 figures",
            "1 in what is told as done",
            "0 in a diagnosis",
            "1 promised",
            "promised: 小区 100万平方米",
        ),
        ("2个", "1个", "0个", "1个", "为小区 100万平方米"),
        ("1.1.2",),
    )
    assert findings.figures_told(table.head(0), sentences).id == "no_figures"


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (("地区生产总值", "5%左右", "growth", "up"), "地区生产总值 增长5%左右"),
        (("能耗", "3%", "growth", "down"), "能耗 下降3%"),
        (
            ("居民消费价格涨幅", "3%左右", "growth", "up"),
            "居民消费价格涨幅 3%左右",
        ),  # a rise of 3 %, and not its growth
        (("总产值", "翻一番", "growth", "up"), "总产值 翻一番"),
        (("贫困发生率", "3.1%", "proportion", ""), "贫困发生率 3.1%"),
        (("", "20%", "growth", ""), "20%"),
    ],
)
def test_a_promised_growth_says_that_it_is_one(figure: tuple[str, str, str, str], told: str):
    indicator, expression, kind, direction = figure
    row = ("1.1.1", expression, "0.05", "ratio", kind, False, "promised", indicator, direction)
    columns = ["sentence_id", "expression", "value", "unit", "kind", "in_name", "status", "indicator"]
    table = pd.DataFrame([row], columns=[*columns, "direction"]).assign(start=104)
    for before, mean in (("今年预计为", ""), ("五年里年均", "年均")):
        text = before[-4:] + expression
        sentences = pd.DataFrame({"sentence_id": ["1.1.1"], "text": [text], "start": [100]})
        said = findings.figures_told(table, sentences)
        shown = f"{indicator} {mean}{told.removeprefix(indicator).strip()}".strip()
        assert f"promised: {shown}." in said.en and f"为{shown}" in said.zh


def test_few_things_in_digits_count_where_they_are_diagnosed():
    rows = [
        ("1.1.1", "5项", "5", "项", "count", False, "diagnosed", "预期性指标"),
        ("1.1.2", "5项", "5", "项", "count", False, "promised", "任务"),
        ("1.1.3", "三大", "3", "", "count", False, "diagnosed", "矛盾"),
    ]
    columns = ["sentence_id", "expression", "value", "unit", "kind", "in_name", "status", "indicator"]
    table = pd.DataFrame(rows, columns=columns)
    assert findings.measures(table)["indicator"].tolist() == ["预期性指标"]


def test_the_years_that_are_named_ahead_and_those_by_which_a_figure_is_due():
    rows = [
        ("1.1.1", "2025年", "2025", "date", False, "", "promised"),
        ("1.1.1", "2025年", "2025", "date", False, "", "promised"),  # twice in a sentence is one sentence
        ("1.1.1", "5万张", "50000", "count", False, "", "promised"),  # in its sentence, not due by it
        ("2.1.1", "2025年6月30日", "2025-06-30", "date", False, "", "promised"),
        ("3.1.1", "到2035年", "2035", "date", False, "2035年", "promised"),
        ("3.1.1", "100万", "1000000", "count", False, "2035年", "promised"),
        ("4.1.1", "2020年", "2020", "date", False, "", "achieved"),
        ("4.1.2", "10月底", "10-31", "date", False, "", "promised"),  # the end of October, of no year
        ("4.1.3", "2049", "2049", "date", True, "", "promised"),  # in a name
    ]
    columns = ["sentence_id", "expression", "value", "kind", "in_name", "deadline", "status"]
    table = pd.DataFrame(rows, columns=columns).assign(unit="年")
    said = findings.years_ahead(table)
    assert states(
        said,
        ("2025 (2), 2035 (1)", "Promised figures dated 2035: 1 of 2; 今年 and the like are not resolved."),
        ("2025年（2句）、2035年（1句）", "所诺的2个数字中，写明以2035年为期限的有1个"),
        ("1.1.1", "2.1.1", "3.1.1"),
    )
    assert said.values["beside"] == ("2035",)
    alone = findings.years_ahead(table[table["kind"] == "date"])
    assert states(alone, ("2025 (2), 2035 (1)",), ("2025年(2句)、2035年(1句)",), ("1.1.1", "2.1.1", "3.1.1"))
    undated = findings.years_ahead(table.assign(deadline=""))
    assert "No promised figure" in undated.en and "都没有写明" in undated.zh
    assert findings.years_ahead(table, written=2030).values["years"] == (("2035", 1),), "2025 is past"
    assert findings.years_ahead(table.head(0)).id == "no_years"


def promised(*periods: str) -> pd.DataFrame:
    """Promised figures of these periods, in reading order."""
    rows = [
        (
            f"1.1.{at}",
            f"{at}万张",
            str(at * 10_000),
            "张",
            "count",
            False,
            "promised",
            "床位",
            "",
            period,
            10 * at,
        )
        for at, period in enumerate(periods, start=1)
    ]
    columns = ["sentence_id", "expression", "value", "unit", "kind", "in_name", "status", "indicator"]
    return pd.DataFrame(rows, columns=[*columns, "direction", "period", "start"])


def test_examples_of_promised_figures_are_of_the_year_that_most_are_of():
    table = promised("several", "2026", "2026", "")
    sentences = table[["sentence_id", "start"]].assign(text="新增。")
    said = findings.figures_told(table, sentences)
    assert "4 promised; promised, among others: 床位 1万张" in said.en, "two of four are not most"
    most = findings.figures_told(promised("several", "2026", "2026"), sentences.head(3))
    assert most.sentence_ids == ("1.1.2", "1.1.3", "1.1.1"), "those that are told come first"
    assert "promised for 2026: 床位 2万张; 床位 3万张." in most.en and "所诺的（2026年）" in most.zh


def test_of_which_periods_promised_figures_are():
    said = findings.periods_told(promised("several", "2026", "2026", "", "2030"))
    assert states(
        said,
        (
            "5 figures promised",
            "2 for 2026",
            "1 for 2030",
            "1 for more than one year",
            "1 with no period told",
        ),
        ("5个数字", "属2026年的2个", "属2030年的1个", "1个", "1个"),
    )
    alone = findings.periods_told(promised("several"))
    assert says(alone.en, "1 figure promised", "1 for more than one year", "0 with no period")
    assert findings.periods_told(promised("2026").assign(status="achieved")).id == "no_promised_figures"
