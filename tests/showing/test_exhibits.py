"""
What a notebook shows: heads, cells, captions, links, marks, downloads; everything from a text is escaped.
"""

from __future__ import annotations

import base64
import csv
import inspect
import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.prose import Bilingual
from analysis.showing import exhibits, figures
from analysis.showing.exhibits import (
    links,
    mark,
    show_table,
    table_html,
)
from tests.showing import toys
from tests.showing.seen import Page, folded, says

HOSTILE = "<script>&\"'</script>"


# --- two languages, links, marks -------------------------------------------------------------------------


def test_ids_become_links_in_their_order():
    page = Page(links(["9.1.3", "c3.1.1"]))
    assert page.all("span") == [
        ({"class": "sid", "data-sid": "9.1.3"}, "9.1.3"),
        ({"class": "sid", "data-sid": "c3.1.1"}, "c3.1.1"),
    ]
    assert links([]) == ""


def test_an_id_is_escaped():
    ((has, text),) = Page(links(['1"><b>'])).all("span")
    assert has["data-sid"] == text == '1"><b>'


def test_six_links_are_shown_and_then_one_to_all():
    ids = [f"1.1.{n}" for n in range(1, 9)]
    assert "sids" not in links(ids[:6])
    page = Page(links(ids))
    assert page.texts("span", class_="sid") == ids[:6]
    ((has, text),) = page.all("a", class_="sids")
    assert has["data-sids"].split() == ids and says(text, "all 8", "8处")


@pytest.mark.parametrize(
    "expressions, marked",
    [
        (["民生"], ["民生", "民生"]),
        (["民生", "数字民生"], ["民生", "数字民生"]),
        (["数字"], ["数字"]),
        (["."], []),
        ([""], []),
        ([], []),
    ],
)
def test_evidence_is_marked_the_longest_where_it_overlaps(expressions: list[str], marked: list[str]):
    html = mark("民生优先，数字民生。", expressions)
    assert Page(html).texts("mark") == marked
    assert "".join(Page(f"<p>{html}</p>").texts("p")) == "民生优先，数字民生。"


@pytest.mark.parametrize("expressions", [[], ["<b>"], ["&"], ["民"]])
def test_marked_text_is_escaped(expressions: list[str]):
    html = mark("民 <b>&lt;", expressions)
    assert Page(f"<p>{html}</p>").texts("p") == ["民 <b>&lt;"]
    assert "<b>" not in html
    assert Page(html).texts("mark") == expressions


# --- tables ----------------------------------------------------------------------------------------------


def _table(**columns: list[Any]) -> Page:
    return Page(table_html(pd.DataFrame(columns), marks=[]))


def _heads(page: Page, lang: str) -> list[str]:
    shown = page.texts("th")
    spans = page.texts("span", lang=lang)
    return spans[: len(shown)]


def _rows(page: Page) -> list[list[str]]:
    cells = page.texts("td")
    wide = len(page.texts("th"))
    return [cells[at : at + wide] for at in range(0, len(cells), wide)]


@pytest.mark.parametrize(
    "column, en, zh",
    [
        ("sentence_ids", "sentences", "所在句"),
        ("heading_id", "heading", "标题代号"),
        ("chapter", "chapter", "章"),
        ("term", "term", "词语"),
        ("n", "n", "次数"),
        ("rate", "per 1,000 words", "每千词"),
        ("log_ratio", "log ratio", "对数比"),
        ("n_low", "lowest", "最小"),
        ("n_high", "highest", "最大"),
        ("strict_f1", "F1, strict", "F1(严格)"),
        ("lenient_f1", "F1, lenient", "F1(宽松)"),
        ("detail", "what is wrong", "说明(英)"),
        ("detail_zh", "in Chinese", "说明"),
        ("title", "title", "标题"),
        ("passages", "paragraphs", "段数"),
        ("sentences", "sentences", "句数"),
        ("characters", "characters", "字数"),
        ("text", "text", "原文"),
        ("group", "group", "分组"),
        ("theme", "theme", "主题"),
        ("subtheme", "sub-theme", "子主题"),
        ("evidence", "evidence", "依据"),
        ("expression", "expression", "词语"),
        ("n_inside", "inside words", "词内"),
        ("n_rest", "n outside", "其余次数"),
        ("g2_least", "G² without it", "去除后G²"),
        ("article_decisive", "hangs on article", "系于何条"),
        ("cluster", "cluster", "类"),
        ("verdict", "verdict", "判断"),
        ("reason", "why", "原因"),
        ("tf_idf", "tf-idf", "tf-idf"),
        ("of my own", "of my own", "of my own"),
    ],
)
def test_heads_in_both_languages(column: str, en: str, zh: str):
    page = _table(**{column: ["1"]})
    assert _heads(page, "en") == [en] and folded(_heads(page, "zh")[0]) == zh


@pytest.mark.parametrize(
    ("table", "column", "en", "zh"),
    [
        ("outline", "label", "label", "编号"),
        ("clusters", "label", "label", "标签"),
        ("coverage", "share", "share", "占比"),
        ("positions", "share", "place", "位置"),
        ("cluster_chapters", "n", "paragraphs", "段数"),
    ],
)
def test_a_table_s_own_heads_outrank_those_of_others(table: str, column: str, en: str, zh: str):
    frame = pd.DataFrame({column: ["1"]})
    frame.attrs["table"] = table
    page = Page(table_html(frame, marks=[]))
    assert _heads(page, "en") == [en] and _heads(page, "zh") == [zh]


@pytest.mark.parametrize(
    "column, value, text",
    [
        ("n", 1234567, "1,234,567"),
        ("n", 0, "0"),
        ("g2", 7.256, "7.26"),
        ("g2", float("nan"), ""),
        ("share", 0.256, "26 %"),
        ("share", 1.0, "100 %"),
        ("share", float("nan"), ""),
        ("line", 12345, "12345"),
        ("chapter", 1000, "1000"),
        ("survives", "not testable", "– not testable– 无法检验"),
        ("p", 0.001, "0.001"),
        ("chosen", True, "yes是"),
        ("term", HOSTILE, HOSTILE),
        ("sentence_ids", "", ""),
        ("sentence_ids", "1.1.1 | 2.1.1", "1.1.1 2.1.1"),
    ],
)
def test_cells(column: str, value: Any, text: str):
    assert _table(**{column: [value]}).texts("td") == [text]


def test_numbers_and_texts_are_set_apart():
    page = _table(n=[1], rate=[0.5], text=["甲"], sentence_ids=["1.1.1"], term=["乙"])
    classes = ["number", "number", "text", "ids", None]
    assert [has.get("class") for has, _ in page.all("td")] == classes
    assert [has.get("class") for has, _ in page.all("th")] == classes
    assert {has["scope"] for has, _ in page.all("th")} == {"col"}


def test_a_name_of_a_column_is_escaped():
    assert HOSTILE in _table(**{HOSTILE: [1]}).texts("span", lang="en")


def test_every_row_is_marked_by_its_own_evidence():
    table = pd.DataFrame({"text": ["民生优先", "民生数字"], "term": ["民生", "数字"]})
    page = Page(table_html(table, marks=["民生", "数字 | 生数"]))
    assert page.texts("mark") == ["民生", "生数"]
    assert _rows(page) == [["民生优先", "民生"], ["民生数字", "数字"]]


def test_codes_are_called_by_their_names():
    table = pd.DataFrame({"theme": ["a | b", "c"], "term": ["a", "b"]})
    page = Page(table_html(table, marks=[], names={"theme": {"a": "民生", "b": "<b>"}}))
    assert _rows(page) == [["民生、<b>", "a"], ["c", "b"]]


def test_codes_of_the_catalogue_and_names_in_two_languages():
    table = pd.DataFrame({"verdict": ["stable"], "has_target": [True], "theme": ["a"]})
    page = Page(table_html(table, marks=[], names={"theme": {"a": Bilingual("Livelihood", "民生")}}))
    assert _rows(page) == [["● stable● 稳定", "can be checked可核查", "Livelihood民生"]]
    assert page.texts("span", lang="zh")[3:] == ["● 稳定", "可核查", "民生"]


def test_a_table_with_its_first_rows_and_the_rest_to_download():
    table = pd.DataFrame({"term": ["民生", "数字", "转型"], "n": [1200, 40, 20], "rate": [1.0, 2.0, 3.0]})
    page = Page(show_table(table, rows=2, columns=["n", "term"])._repr_html_())
    assert _heads(page, "en") == ["n", "term"] and _heads(page, "zh") == ["次数", "词语"]
    assert _rows(page) == [["1,200", "民生"], ["40", "数字"]]
    (caption,) = page.texts("figcaption")
    assert caption.startswith("The first 2 of 3 rows.显示3行中的前2行。")
    assert _downloaded(page) == [
        ["term", "n", "rate"],
        ["民生", "1200", "1.0"],
        ["数字", "40", "2.0"],
        ["转型", "20", "3.0"],
    ]


def test_a_table_that_is_shown_whole_says_so_by_silence():
    page = Page(show_table(toys.terms(), rows=6)._repr_html_())
    assert page.texts("figcaption")[0].startswith("Download")
    assert len(_rows(page)) == 6


def test_twenty_rows_are_shown_unless_asked():
    table = pd.DataFrame({"n": range(1234)})
    page = Page(show_table(table)._repr_html_())
    assert len(_rows(page)) == 20
    assert "first 20 of 1,234 rows" in page.texts("figcaption")[0]
    assert len(_downloaded(page)) == 1 + 1234


def test_a_shown_table_keeps_what_its_caller_gave_it():
    table = pd.DataFrame({"n": [1]})
    show_table(table, of="targets")._repr_html_()
    assert table.attrs == {}


def test_numbers_that_are_held_against_a_threshold_have_three_digits():
    table = pd.DataFrame({"jaccard": [0.7496], "sd": [0.1], "rate": [0.7496]})
    assert Page(show_table(table)._repr_html_()).texts("td") == ["0.750", "0.100", "0.75"]


def test_a_table_marks_its_evidence_though_it_is_not_shown():
    table = pd.DataFrame({"text": ["改善民生", "数字民生"], "evidence": ["改善", "数字 | 民生"]})
    page = Page(show_table(table, columns=["text"])._repr_html_())
    assert page.texts("mark") == ["改善", "数字", "民生"]
    assert len(page.texts("th")) == 1


@pytest.mark.parametrize(
    ("of", "why"),
    [
        ("targets", "No figure with a measure stands in the text.文中没有带计量的数字。"),
        ("", "Nothing in this document belongs in this table.文中没有可列入此表的内容。"),
    ],
)
def test_an_empty_table_says_why_instead_of_its_heads(of: str, why: str):
    page = Page(show_table(toys.terms().head(0).rename_axis(None), of=of)._repr_html_())
    assert page.texts("td") == page.texts("th") == []
    assert page.texts("figcaption")[0].startswith(why)
    assert _downloaded(page) == [["group", "term", "n", "rate"]]
    assert "0 rows" in page.texts("span", class_="download")[0]


# --- downloads -------------------------------------------------------------------------------------------


def _downloaded(page: Page) -> list[list[str]]:
    """Rows of the CSV behind the link of a page."""
    ((has, _),) = page.all("a", download="table.csv")
    start, data = has["href"].split(",", 1)
    assert start == "data:text/csv;charset=utf-8;base64"
    content = base64.b64decode(data, validate=True)
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_download_holds_the_whole_table_and_no_formula():
    page = Page(exhibits.download(pd.DataFrame({"term": ["=1+1", "民生,\"'"], "n": [1, 2000]})))
    assert _downloaded(page) == [["term", "n"], ["'=1+1", "1"], ["民生,\"'", "2000"]]
    (label,) = page.texts("span", class_="download")
    assert says(label, "CSV, 2 rows", "CSV,2行")


def test_a_download_of_many_rows_and_of_one():
    many, one = (Page(exhibits.download(pd.DataFrame({"n": range(n)}))) for n in (1200, 1))
    assert says(many.texts("a")[0], "1,200 rows", "1,200行")
    assert says(one.texts("a")[0], "1 row", "1行")


# --- charts ----------------------------------------------------------------------------------------------


def test_a_chart_with_alternative_text_and_its_data():
    chart = figures.term_bars(toys.terms(), top=2)
    html = chart._repr_html_()
    page = Page(html)
    ((svg, _),) = page.all("svg")
    assert svg["role"] == "img" and svg["aria-label"] == f"{chart.alt_en} {chart.alt_zh}"
    assert page.texts("summary") == ["Data of this figure图中数据"]
    assert _rows(page) == [["发展", "1,200", "1200.00"], ["民生", "80", "80.00"]]
    assert [row[1] for row in _downloaded(page)] == ["term", "发展", "民生"]
    assert html.index("<svg") < html.index("<details")


def test_the_data_of_a_chart_shows_thirty_rows_and_gives_all():
    rows = pd.DataFrame({"r": ["甲"] * 70, "c": range(70), "n": range(70)})
    page = Page(figures.heat_grid(rows, rows="r", columns="c", values="n")._repr_html_())
    assert len(_rows(page)) == 30 and len(_downloaded(page)) == 1 + 70


def test_a_sentence_that_stands_in_the_row_above_is_not_written_again():
    rows = pd.DataFrame({"term": list("甲乙丙丁"), "text": ["甲乙。", "甲乙。", "丙。", "甲乙。"]})
    page = Page(table_html(rows, marks=["甲"]))
    cells = [text for has, text in page.all("td") if has.get("class") == "text"]
    assert cells == ["甲乙。", "as above同上", "丙。", "甲乙。"]
    assert [len(row) for row in _rows(page)] == [2, 2, 2, 2]
    assert table_html(pd.DataFrame({"text": ["", ""]}), marks=[]).count("above") == 0


def test_a_column_without_any_text_is_named_below():
    rows = pd.DataFrame({"term": ["甲", "乙"], "aim": ["", ""], "n": [0, 0]})
    page = Page(show_table(rows)._repr_html_())
    assert page.texts("td") == ["甲", "0", "乙", "0"], "a zero is no empty cell"
    assert "Left out, since empty in all rows: aim." in page.texts("span", lang="en")
    assert any(text.startswith("已略去全空列：") for text in page.texts("span", lang="zh"))
    assert "Left out" not in show_table(rows.head(1))._repr_html_(), "of one row all is shown"
    assert "Left out" not in show_table(rows[["aim"]])._repr_html_(), "nothing else would be left"
    assert "Left out" not in show_table(rows.assign(aim=["", "约束性"]))._repr_html_()


def test_the_whole_document_as_the_only_group_is_no_column():
    rows = pd.DataFrame({"group": ["plan", "plan"], "term": ["甲", "乙"]})
    assert Page(table_html(rows, marks=[])).texts("td") == ["甲", "乙"]
    assert len(Page(table_html(rows.assign(group="6"), marks=[])).texts("td")) == 4, "a chapter is told"
    assert len(Page(table_html(rows.assign(group=["a", "b"]), marks=[])).texts("td")) == 4
    assert Page(table_html(rows[["group"]], marks=[])).texts("td") == ["plan", "plan"]


def test_a_chart_that_was_refused_is_a_sentence():
    page = Page(figures.term_bars(toys.terms().head(0))._repr_html_())
    assert page.texts("p", lang="en") == ["Nothing to draw: no term is left to be counted."]
    assert page.texts("p", lang="zh") == ["无图可作：没有可计数的词语。"]
    assert not page.all("svg") and not page.all("figure")


def test_everything_public_stands_in_this_file():
    text = Path(__file__).read_text(encoding="utf-8")
    made = {
        name
        for name, function in vars(exhibits).items()
        if inspect.isfunction(function) and function.__module__ == exhibits.__name__ and name[0] != "_"
    }
    assert {name for name in made if f"{name}(" not in text} == set()


def test_what_is_said_below_a_table_stands_apart():
    table = pd.DataFrame({"place": list("abcd"), "role": [""] * 4})
    below = show_table(table, columns=["place", "role"], rows=3)._repr_html_()
    assert '</span> <span lang="en">Left out, since empty in all rows: role' in below
