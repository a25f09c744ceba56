"""
Charts of one document: texts and lengths of bars, labels in their order, colours, words for who cannot see
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.prose import Bilingual
from analysis.showing import figures
from analysis.showing.figures import Chart, drawing, placing
from analysis.showing.figures.drawing import legible, letters_on
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import Page, bars, colour, columns, labels, panels, says, written

GREY, BLUE, ORANGE, GREEN, PINK = "#8A8F98", "#0072B2", "#D55E00", "#009E73", "#CC79A7"


# --- terms -----------------------------------------------------------------------------------------------


def test_bars_are_drawn_by_where_their_sides_end():
    drawn = figures.term_bars(toys.terms(), top=3).svg()
    sides = re.findall(r'd="M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)z"', drawn)
    bars_ = [one for one in sides if one[0] == one[4] and float(one[3]) > float(one[1])]
    assert len(bars_) == 3 and len({one[0] for one in bars_}) == 1, "three bars from one line"
    assert not re.search(r'd="M[\d.]+ [\d.]+(?:L[\d.]+ [\d.]+){3} ?z"', drawn)


def test_terms_as_bars_with_their_counts():
    chart = figures.term_bars(toys.terms(), top=3, colours={"民生": GREEN, "监督": BLUE})
    assert bars(chart.axes) == [
        ("发展", 1200, "1,200", GREY),
        ("民生", 80, "80", GREEN),
        ("数字", 40, "40", GREY),
    ]
    assert columns(chart.axes) == []
    assert says(chart.alt_en, "the 3 most frequent words", "发展 1,200", "民生 80", "数字 40")
    assert says(chart.alt_zh, "最常见的3个词语", "发展 1,200、民生 80、数字 40")
    assert chart.data["term"].tolist() == ["发展", "民生", "数字"] and not chart.refused


def test_the_bars_are_to_one_scale_and_leave_room_for_their_numbers():
    axes = figures.term_bars(toys.terms(), top=3).axes
    assert axes.get_xlim()[0] == 0 and axes.get_xlim()[1] > 1200


def test_twenty_terms_unless_asked_and_eight_in_words():
    counts = build("terms", [("toy", f"词{chr(0x4E00 + at)}", 100 - at, 1.0) for at in range(25)])
    chart = figures.term_bars(counts)
    assert len(labels(chart.axes)) == len(chart.data) == 20
    assert chart.alt_en.count("词") == chart.alt_zh.count("、") + 1 == 8
    assert "…" in chart.alt_en and chart.alt_zh.endswith("等。")


def test_one_term_is_one_and_nothing_follows_it():
    chart = figures.term_bars(toys.terms(), top=1)
    assert says(chart.alt_en, "the most frequent words", "发展 1,200") and "…" not in chart.alt_en
    assert says(chart.alt_zh, "1个词语", "发展 1,200") and "等" not in chart.alt_zh


def test_terms_in_the_colour_of_their_theme():
    painted = figures.theme_terms({"digital": ["数字"], "livelihood": ["民生", "医疗"]})
    assert painted == {"数字": PINK, "民生": GREEN, "医疗": GREEN}


@pytest.mark.parametrize(
    "themes, colours",
    [
        (
            ["digitalization", "hongqiao_hub", "livelihood"],
            [BLUE, ORANGE, GREEN],
        ),
        (["livelihood", "a", "digitalization", "b"], [GREEN, PINK, BLUE, "#E69F00"]),
        (list("abcdefg"), [PINK, "#E69F00", "#56B4E9", "#7A6A00", "#5D3A9B", GREY, GREY]),
        ([], []),
    ],
)
def test_colours_of_themes(themes: list[str], colours: list[str]):
    assert figures.theme_colours(themes) == dict(zip(themes, colours, strict=True))


def test_a_word_cloud_is_larger_where_there_is_more():
    chart = figures.word_cloud(toys.terms().iloc[::-1], top=4, colours={"民生": GREEN})
    sizes = {text.get_text(): text.get_fontsize() for text in chart.axes.texts}
    assert sizes["发展"] > sizes["民生"] > sizes["数字"] > sizes["转型"] and len(sizes) == 4
    painted = {text.get_text(): colour(text) for text in chart.axes.texts}
    green = legible(GREEN).upper()
    assert painted["民生"] == green and green not in [painted["发展"], painted["数字"]]
    assert says(chart.alt_en, "4 terms", "发展, 民生, 数字, 转型")
    assert says(chart.alt_zh, "4个词语", "发展、民生、数字、转型")


def contrast(one: str, other: str) -> float:
    """How far two colours are apart (WCAG 2)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05

    low, high = sorted((light(one), light(other)))
    return high / low


@given(st.integers(0, 0xFFFFFF))
def test_letters_can_be_read_whatever_the_colour(number: int):
    colour = f"#{number:06x}"
    assert contrast(legible(colour), "#ffffff") >= 4.5
    assert contrast(letters_on(colour), colour) >= 4.5
    if contrast(colour, "#ffffff") >= 4.6:
        assert legible(colour) == colour, "what can be read stays"


# --- chapters --------------------------------------------------------------------------------------------


def test_chapters_with_their_characters():
    chart = figures.outline_bars(toys.outline())
    assert bars(chart.axes) == [
        ("一 民生", 20, "20", GREY),
        ("二 数字化转型和产业发展的…", 12, "12", GREY),
        ("三 监督", 6, "6", GREY),
    ]
    assert says(chart.alt_en, "3 chapters", "longest is 一 民生 with 20")
    assert says(chart.alt_zh, "3章", "一“民生”", "20字")
    assert chart.data["heading_id"].tolist() == ["c1", "c2", "c3"]


def test_the_title_of_an_attached_document_is_not_drawn_beside_its_chapters():
    outline = toys.outline()
    outline.loc[outline["heading_id"] == "c1", ["kind", "title", "characters"]] = ["attached", "供水办法", 38]
    assert [bar[0] for bar in bars(figures.outline_bars(outline).axes)] == [
        "二 数字化转型和产业发展的…",
        "三 监督",
    ]


def test_a_chapter_without_a_number_is_named_by_its_title():
    outline = toys.outline()
    outline.loc[outline["heading_id"] == "c3", "label"] = ""
    assert labels(figures.outline_bars(outline).axes)[-1] == "监督"


def test_articles_where_there_is_no_chapter():
    outline = toys.outline()
    chart = figures.outline_bars(outline[outline["kind"] == "article"])
    assert [text for _, _, text, _ in bars(chart.axes)] == ["15", "12", "6", "0"]
    assert labels(chart.axes) == ["1 服务", "2 转型", "3 督查", "4 附则"]
    assert says(chart.alt_en, "4 articles", "1 服务 with 15") and says(chart.alt_zh, "4条", "1“服务”", "15字")


def test_one_chapter():
    chart = figures.outline_bars(toys.outline().head(1).assign(characters=12345))
    assert [bar[2] for bar in bars(chart.axes)] == ["12,345"]
    assert says(chart.alt_en, "1 chapter", "with 12,345") and says(chart.alt_zh, "1章", "12,345字")


@pytest.mark.parametrize(
    "title, cut", [("十二个字的标题刚好放得下", "十二个字的标题刚好放得下"), ("一" * 13, "一" * 11 + "…")]
)
def test_titles_are_cut_to_twelve_characters(title: str, cut: str):
    assert drawing.short(title) == cut
    assert labels(figures.outline_bars(toys.outline().head(1).assign(title=title)).axes) == [f"一 {cut}"]


def test_the_share_of_each_theme_in_each_chapter():
    names = {"livelihood": "民生", "digital": "数字化"}
    chart = figures.coverage_bars(toys.coverage(), toys.outline(), names)
    left, right = panels(chart)
    assert [panel.get_title(loc="left") for panel in (left, right)] == ["民生", "数字化"]
    rows = ["一 民生", "二 数字化转型…", "三 监督"]
    shares = {left: ([0.75, 0, 0], ["75", "0", "0"], GREEN), right: ([0.75, 1, 0], ["75", "100", "0"], PINK)}
    for panel, (values, texts, own) in shares.items():
        expected = [(row, v, t, own) for row, v, t in zip(rows, values, texts, strict=True)]
        assert bars(panel, behind=3) == expected
        assert {bar.get_width() for bar in panel.patches[:3]} == {1}, (
            "behind each bar stands the whole chapter"
        )
    assert left.get_xlim() == right.get_xlim() and left.get_xlim()[1] > 1
    assert says(chart.alt_en, "Highest of those drawn: 民生, chapter 1; 数字化, chapter 2")
    assert says(chart.alt_zh, "最高的是:民生(第1章)、数字化(第2章)")
    assert 0 not in set(chart.data["chapter"])


def test_without_chapters_no_shares_of_chapters_are_drawn():
    rows = [(0, "digital", 1, 5, 0.256)]
    chart = figures.coverage_bars(toys.coverage_of(rows), toys.outline().head(0), {"digital": "数字化"})
    assert chart.refused and "the document has none" in chart.alt_en and "而本文没有章" in chart.alt_zh


def test_themes_that_are_not_there():
    rows = [(1, "digital", 0, 0, 0.0), (2, "digital", 0, 0, 0.0)]
    chart = figures.coverage_bars(toys.coverage_of(rows), toys.outline(), {"digital": "数字化"})
    assert chart.refused and "every value would be zero" in chart.alt_en and "各值均为零" in chart.alt_zh


# --- grids -----------------------------------------------------------------------------------------------


def _grid(**options: Any) -> Chart:
    table = pd.DataFrame(
        {
            "theme": ["b", "b", "a", "a"],
            "chapter": [2, 1, 2, 1],
            "n": [1200, 0, 3, 40],
        }
    )
    return figures.heat_grid(table, rows="theme", columns="chapter", values="n", **options)


def dots(axes: Any) -> list[tuple[float, float]]:
    """Row and column of the cells that are nothing."""
    (line,) = axes.lines
    return list(zip(line.get_ydata(), line.get_xdata(), strict=True))


def test_a_grid_of_numbers_in_its_order():
    """Rows come as they come, columns by size."""
    chart = _grid(row_names={"a": "民生", "b": "数字化"}, column_names={1: "一"})
    assert labels(chart.axes) == ["数字化", "民生"]
    assert columns(chart.axes) == ["一", "2"]
    assert written(chart.axes) == ["1,200", "40", "3"] and dots(chart.axes) == [(0, 0)]
    assert says(chart.alt_en, "2 rows by 2 columns", "3 of 4 cells", "the highest, 1,200 (数字化, chapter 2)")
    assert says(chart.alt_zh, "2行×2列", "4格", "3格", "最大的是1,200(数字化,第2章)")


def test_a_grid_is_darker_where_there_is_more():
    cells = [colour(cell) for cell in _grid(colour=ORANGE).axes.patches]
    green = dict(zip((1200, 40, 3), (int(cell[3:5], 16) for cell in cells), strict=True))
    assert green[1200] < green[40] < green[3] <= 255, "what never stands is no cell"


def test_numbers_too_wide_for_their_cells_turn_the_grid_and_then_leave_it():
    rows = [(row, chapter, 12345) for row in "甲乙" for chapter in range(30)]
    table = pd.DataFrame(rows, columns=["row", "chapter", "n"])
    turned = figures.heat_grid(table, rows="row", columns="chapter", values="n")
    assert columns(turned.axes) == ["甲", "乙"] and set(written(turned.axes)) == {"12,345"}
    cells = [(f"r{at}", chapter, 12345) for at in range(30) for chapter in range(30)]
    many = pd.DataFrame(cells, columns=["row", "chapter", "n"])
    bare = figures.heat_grid(many, rows="row", columns="chapter", values="n")
    assert written(bare.axes) == [], "colours alone; the numbers stand in the data"


def test_a_cell_leads_to_its_sentences_and_a_chart_is_drawn_in_each_language():
    table = pd.DataFrame({"mode": ["forward"], "chapter": [1], "n": [2], "sentence_ids": ["1.1.1 | 1.1.2"]})
    chart = figures.heat_grid(table, rows="mode", columns="chapter", values="n")
    assert chart.svg().count('data-sids="1.1.1 1.1.2"') == 1
    assert labels(chart.axes) == ["ahead"] and labels(chart.again(language="zh").axes) == ["向前"]
    page = Page(chart._repr_html_())
    assert [has["lang"] for has, _ in page.all("div") if "lang" in has] == ["en", "zh"]


def test_numbers_are_white_on_dark_cells_alone():
    axes = _grid().axes
    inks = {text.get_text(): colour(text) for text in axes.texts}
    assert inks["1,200"] == "#FFFFFF" and "#FFFFFF" not in {inks["40"], inks["3"], colour(axes.lines[0])}


def test_a_grid_of_one_cell_and_one_of_zeros():
    table = pd.DataFrame({"r": ["甲"], "c": [1], "n": [5]})
    one = figures.heat_grid(table, rows="r", columns="c", values="n")
    assert says(one.alt_en, "1 row by 1 column", "1 of 1 cell is not", "the highest, 5 (甲, 1)")
    none = figures.heat_grid(table.assign(n=0, sentence_ids=""), rows="r", columns="c", values="n")
    assert none.refused and "every value would be zero" in none.alt_en and "各值均为零" in none.alt_zh
    assert "<svg" not in none._repr_html_(), "no grid of nought is drawn"


def test_a_grid_by_chapter_of_a_text_without_chapters_is_refused():
    table = pd.DataFrame({"r": list("甲乙"), "chapter": 0, "n": [5, 6]})
    chart = figures.heat_grid(table, rows="r", columns="chapter", values="n")
    assert chart.refused and "the document has none" in chart.alt_en


def test_the_highest_cell_is_named_in_both_languages():
    table = pd.DataFrame({"mode": ["forward", "other"], "chapter": [3, 0], "n": [7, 2]})
    chart = figures.heat_grid(table, rows="mode", columns="chapter", values="n")
    assert "7 (ahead, chapter 3)" in chart.alt_en and "最大的是7（向前，第3章）" in chart.alt_zh


def test_a_grid_in_which_many_share_the_highest_number_names_none_of_them():
    table = pd.DataFrame({"r": list("甲乙丙"), "c": 1, "n": 5})
    assert "highest" not in figures.heat_grid(table, rows="r", columns="c", values="n").alt_en
    two = figures.heat_grid(table.head(2), rows="r", columns="c", values="n")
    assert says(two.alt_en, "2 rows by 1 column", "2 of 2 cells", "the highest, 5 (甲, 1), 5 (乙, 1)")


def test_columns_that_came_as_text_are_sorted_by_their_numbers():
    table = pd.DataFrame({"r": "甲", "c": ["10", "外", "9", "1"], "n": [1, 2, 3, 4]})
    assert columns(figures.heat_grid(table, rows="r", columns="c", values="n").axes) == ["1", "9", "10", "外"]


def test_the_data_below_a_grid_name_codes_in_both_languages_and_show_what_is_drawn():
    table = pd.DataFrame({"theme": "t", "r": ["a"], "c": [1], "n": [5], "sentence_ids": ["1.1.1"]})
    chart = figures.heat_grid(
        table, rows="r", columns="c", values="n", row_names={"a": Bilingual("first", "甲")}
    )
    cells = Page(chart._repr_html_()).texts("td")
    assert cells[0] == "first甲" and len(cells) == 4


def test_the_data_below_bars_of_themes_name_them_in_both_languages():
    names = {"digital": Bilingual("Digitalization", "数字化"), "livelihood": Bilingual("Livelihood", "民生")}
    shown = figures.coverage_bars(toys.coverage(), toys.outline(), names)._repr_html_()
    assert "Digitalization数字化" in Page(shown).texts("td") and "digital" not in Page(shown).texts("td")


def test_a_cell_that_is_not_in_the_table_is_zero():
    table = pd.DataFrame({"r": ["甲", "乙"], "c": [1, 2], "n": [5, 6]})
    chart = figures.heat_grid(table, rows="r", columns="c", values="n")
    assert written(chart.axes) == ["5", "6"] and dots(chart.axes) == [(0, 1), (1, 0)]


# --- clusters --------------------------------------------------------------------------------------------


def test_stability_by_number_of_clusters():
    chart = figures.stability_curve(toys.curve())
    assert columns(chart.axes) == ["4", "6", "8"] and chart.axes.get_ylim() == (0, 1)
    assert [text.get_text() for text in chart.axes.texts] == ["k = 6"]
    assert chart.axes.texts[0].xy == (6, 0.95)
    line, shuffled = [
        line for line in chart.axes.lines if len(line.get_xdata()) == 3 and line.get_linestyle() != "None"
    ]
    assert list(line.get_ydata()) == [0.4, 0.7, 0.6] and colour(line) == GREY
    assert list(shuffled.get_ydata()) == [0.3, 0.3, 0.3] and shuffled.get_linestyle() == "--"
    assert shuffled.get_label() in [text.get_text() for text in chart.axes.get_legend().get_texts()]
    (chosen,) = [line for line in chart.axes.lines if colour(line) == drawing.ACCENT]
    assert (list(chosen.get_xdata()), list(chosen.get_ydata())) == ([6], [0.7])
    (bars_,) = [c.get_segments() for c in chart.axes.collections]
    spans = [(segment[0][1], segment[1][1]) for segment in bars_]
    assert [(round(low, 3), round(high, 3)) for low, high in spans] == [
        (0.3, 0.5),
        (0.45, 0.95),
        (0.4, 0.8),
    ]
    assert says(chart.alt_en, "6 are chosen", "0.700", "shuffled words 0.300")
    assert says(chart.alt_zh, "选定6类", "0.700，打乱词语后为0.300")


def test_the_stability_of_each_cluster():
    chart = figures.stability_bars(toys.stability())
    assert bars(chart.axes) == [
        ("1 民生 | 服务", 0.91, "0.910 ●", GREEN),
        ("2 数字 | 转型", 0.7, "0.700 ◐", "#E69F00"),
        ("3 监督 | 保障", 0.62, "0.620 ◐", "#E69F00"),
        ("4 发展 | 经济", 0.3, "0.300 ○", GREY),
    ]
    thresholds = [line.get_xdata()[0] for line in chart.axes.lines]
    assert thresholds == [0.6, 0.75, 0.55]
    assert says(chart.alt_en, "1 stable, 2 doubtful, 1 not supported; shuffled words reach 0.550")
    assert says(chart.alt_zh, "稳定1类、存疑2类、不成立1类；打乱词语后可达0.550")


def test_all_themes_stand_with_the_share_put_right():
    rows = [
        ["a", "assessed", 78, *[0.8] * 7, 0.10, 0.12, 0.08, 0.16],
        ["b", "not assessed", 38, *[None] * 7, 0.30, None, None, None],
        ["c", "assessed", 78, *[0.8] * 7, 0.0, 0.0, 0.0, 0.02],
    ]
    names = {"a": "甲", "b": "乙", "c": "丙"}
    chart = figures.theme_bars(build("theme_quality", rows), names, coloured=("a",))
    assert [bar[:3] for bar in bars(chart.axes)] == [("乙", 0.3, "30 %"), ("甲", 0.1, "10 %")]
    (line,) = chart.axes.lines
    assert list(line.get_xdata()) == [0.08, 0.16]
    assert chart.axes.texts[1].get_position()[0] > 0.16
    assert says(chart.alt_en, "2 themes", "乙 30 %", "甲 10 %.") and says(
        chart.alt_zh, "2个主题", "乙30%", "甲10%"
    )


# --- nothing to draw -------------------------------------------------------------------------------------

EMPTY: dict[str, tuple[Callable[[], Chart], str, str]] = {
    "term_bars": (lambda: figures.term_bars(toys.terms().head(0)), "no term", "没有可计数的词语。"),
    "word_cloud": (lambda: figures.word_cloud(toys.terms().head(0)), "no term", "没有可计数的词语。"),
    "outline_bars": (
        lambda: figures.outline_bars(toys.outline().head(0)),
        "no numbered heading",
        "本文没有编号标题。",
    ),
    "coverage_bars": (
        lambda: figures.coverage_bars(toys.coverage().head(0), toys.outline(), {"digital": "数字化"}),
        "nothing of this kind stands",
        "文中没有此类内容。",
    ),
    "theme_bars": (
        lambda: figures.theme_bars(build("theme_quality", []), {}),
        "no sentence speaks",
        "没有论及任何主题的句子。",
    ),
    "heat_grid": (
        lambda: figures.heat_grid(toys.coverage().head(0), rows="theme", columns="chapter", values="share"),
        "nothing of this kind stands",
        "文中没有此类内容。",
    ),
    "stability_curve": (
        lambda: figures.stability_curve(toys.curve().head(0)),
        "not grouped",
        "段落未作聚类。",
    ),
    "stability_bars": (
        lambda: figures.stability_bars(toys.stability().head(0)),
        "not grouped",
        "段落未作聚类。",
    ),
}


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_to_draw_is_said(name: str):
    make, en, zh = EMPTY[name]
    chart = make()
    assert chart.refused and not chart.axes.patches and not chart.axes.texts
    assert chart.alt_en.startswith("Nothing to draw: ") and en in chart.alt_en
    assert chart.alt_zh == f"无图可作：{zh}"


# --- the drawing itself ----------------------------------------------------------------------------------


def test_a_drawing_has_its_alternative_text_and_is_the_same_each_time():
    charts = [figures.outline_bars(toys.outline().assign(title='<b> & "民生"')) for _ in range(2)]
    first, second = (chart.svg() for chart in charts)
    assert first == second
    (svg, _), *_ = Page(first).all("svg")
    assert svg["aria-label"] == f"{charts[0].alt_en} {charts[0].alt_zh}" and svg["role"] == "group", (
        "its bars are links"
    )
    assert "width" not in svg and "viewbox" in svg, "as wide as the page"
    assert "<metadata" not in first and "<text" not in first and not first.startswith("<?xml")


def test_bars_stand_from_top_to_bottom():
    with drawing.canvas(2) as axes:
        drawing.bars(axes, ["甲", "乙"], [0.0, 0.0], [BLUE, GREEN], ["无", "0"])
    assert bars(axes) == [("甲", 0, "无", BLUE), ("乙", 0, "0", GREEN)]


def test_places_are_stretched_to_the_box():
    """Ten inches by four, less a margin of 0.6 and 0.25 on either side: 0.6 to 9.4 and 0.25 to 3.75."""
    found = placing.fitted({"a": (-1.0, 0.0), "b": (1.0, 5.0), "c": (0.0, 10.0)}, 10, 4)
    assert found == {"a": (0.6, 0.25), "b": (9.4, 2.0), "c": (5.0, 3.75)}
    assert placing.fitted({"a": (3.0, 3.0)}, 10, 4) == {"a": (0.6, 0.25)}


def test_labels_are_moved_apart_along_the_shorter_way():
    """Labels of two characters at 72 points are 2 × (1.04 + 0.15) inches wide and 2 × 0.62 high."""
    labels_ = {"a": "民生", "b": "数字", "c": "远方"}
    moved = placing.apart({"a": (1.0, 1.0), "b": (1.5, 1.2), "c": (90.0, 1.0)}, labels_, size=72)
    assert moved["a"][0] == 1.0 and moved["b"][0] == 1.5
    assert 1.24 <= moved["b"][1] - moved["a"][1] < 1.26
    assert moved["c"] == (90.0, 1.0), "what lies on nothing stays"


def test_labels_that_push_each_other_all_come_apart():
    """Four rows of labels 1.24 inches high, a tenth of an inch from each other, every second to the left."""
    names = ["a", "b", "c", "d"]
    places = {name: (2.0 - 0.3 * (at % 2), 1.0 + 0.1 * at) for at, name in enumerate(names)}
    moved = placing.apart(places, dict.fromkeys(names, "民生"), size=72)
    heights = sorted(y for _, y in moved.values())
    assert all(high - low >= 1.23 for low, high in pairwise(heights))


def test_what_stands_higher_stays_higher():
    moved = placing.apart({"a": (2.0, 1.0), "b": (1.5, 1.2)}, {"a": "民生", "b": "数字"}, size=72)
    assert moved["b"][1] > moved["a"][1] and moved["a"][0] == 2.0


def test_a_drawing_is_as_wide_as_the_page_and_grows_with_its_rows():
    heights = []
    for rows in (1, 2, 12):
        with drawing.canvas(rows) as axes:
            width, height = axes.get_figure().get_size_inches()
        heights.append(height)
        assert width == drawing.WIDTH
    assert heights[1] - heights[0] > 0 and heights[2] - heights[1] == pytest.approx(
        10 * (heights[1] - heights[0])
    )


def test_chinese_is_drawn_in_the_font_that_comes_along():
    assert figures.font_path().is_file()
    assert drawing.font_family() == drawing.style()["font.family"][0] == "Noto Sans SC"


# --- values behind the alternative text ------------------------------------------------------------------


def test_a_chart_says_what_it_shows_as_values():
    assert figures.term_bars(toys.terms(), top=2).words.values == {
        "terms": 2,
        "kind": "words",
        "first": (("发展", 1200), ("民生", 80)),
        "more": False,
    }
    outlined = figures.outline_bars(toys.outline()).words.values
    assert outlined == {
        "annexes": 0,
        "level": "chapter",
        "parts": 3,
        "label": "一",
        "title": "民生",
        "characters": 20,
    }
    names = {"livelihood": "民生", "digital": "数字化"}
    covered = figures.coverage_bars(toys.coverage(), toys.outline(), names).words.values
    assert covered == {"highest": (("民生", 1), ("数字化", 2))}
    verdicts = figures.stability_bars(toys.stability()).words.values
    assert verdicts == {"stable": 1, "doubtful": 2, "not_supported": 1, "shuffled": 0.55}
    assert figures.term_bars(toys.terms().head(0)).words.values == {"why": "no_counts"}


def test_annexes_are_told_apart_from_chapters():
    outline = toys.outline()
    outline.loc[outline["chapter"] == 3, ["label", "title"]] = ["", "附件1 名单"]
    chart = figures.outline_bars(outline[outline["kind"] == "chapter"])
    assert "in 2 chapters and 1 annex;" in chart.alt_en and "2章和1个附件" in chart.alt_zh


def test_a_policy_term_is_called_one():
    counts = toys.terms()
    counts.attrs["table"] = "policy_terms"
    chart = figures.term_bars(counts, top=2)
    assert "2 most frequent policy terms" in chart.alt_en and "2个政策用语条形图" in chart.alt_zh


def test_a_share_that_would_read_as_none_is_less_than_one_per_cent():
    row = ["a", "assessed", 78, 0.75, 0.77, 0.76, 0.65, 0.83, 0.5, 0.92, 0.004, None, None, None]
    chart = figures.theme_bars(build("theme_quality", [row]), {"a": "甲"})
    assert "甲 <1 %" in chart.alt_en and "甲<1%" in chart.alt_zh and "<1 %" in written(chart.axes)


def test_the_data_of_a_chart_say_which_rows_they_leave_out():
    rows = pd.DataFrame({"r": list("甲乙"), "c": [1, 1], "n": [5, 0], "sentence_ids": ["1.1.1", ""]})
    shown = figures.heat_grid(rows, rows="r", columns="c", values="n")._repr_html_()
    assert "Rows of nought stand in the download alone" in shown and "数值为零的行只在下载数据中" in shown
    whole = figures.heat_grid(rows.head(1), rows="r", columns="c", values="n")._repr_html_()
    assert "Rows of nought" not in whole
    many = pd.DataFrame({"r": ["甲"] * 70, "c": range(70), "n": 1})
    assert (
        "The first 30 of 70 rows" in figures.heat_grid(many, rows="r", columns="c", values="n")._repr_html_()
    )
