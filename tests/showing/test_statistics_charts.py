"""Charts of term statistics: keyness, positions, co-words, correspondence."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analysis.measures.network import layout
from analysis.showing import figures
from analysis.showing.figures import Chart
from analysis.showing.figures.drawing import legible
from analysis.study import Study
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import bars, colour, columns, labels, panels, says, written

GREY, PALE, ACCENT, PINK = "#8A8F98", "#C9CDD3", "#2F4858", "#CC79A7"


# --- keyness ---------------------------------------------------------------------------------------------


def test_the_words_that_each_chapter_overuses():
    """What stands outside chapters and the underused 发展 of chapter 1 are left out."""
    outside = toys.keyness().head(1).assign(group="0", term="意见")
    chart = figures.keyness_panels(pd.concat([outside, toys.keyness()]), toys.outline())
    first, second = panels(chart)
    assert first.get_title(loc="left") == "一 民生"
    assert second.get_title(loc="left") == "二 数字化转型和产业发展…"
    assert bars(first) == [("民生", 40, "40", ACCENT), ("服务", 10.4, "10", GREY)]
    assert bars(second) == [("数字", 20, "20", ACCENT), ("转型", 2.6, "3", PALE)]
    assert first.get_xlim() == second.get_xlim() and first.get_xlim()[1] > 40, "one scale"
    assert first.get_ylim() == second.get_ylim(), "bars of one height"


def test_keyness_in_words_and_in_data():
    chart = figures.keyness_panels(toys.keyness(), toys.outline())
    assert says(
        chart.alt_en,
        "each chapter overuses most",
        "1 民生, 2 数字. Dark, since they pass the test: 1 民生, 2 数字.",
    )
    assert says(chart.alt_zh, "各章最突出的词语", "1 民生、2 数字。深色者通过检验：1 民生、2 数字。")
    none = figures.keyness_panels(toys.keyness().iloc[[1, 4]], toys.outline())
    assert says(none.alt_en, "1 服务, 2 转型. None is dark")
    assert says(none.alt_zh, "1 服务、2 转型。没有深色条")
    assert chart.data["term"].tolist() == ["民生", "服务", "数字", "转型"]
    assert chart.data["sentence_ids"].tolist()[0] == "c1.1.1 | 1.1.1"


def test_the_words_asked_for_and_a_panel_left_over():
    table = toys.keyness()
    third = table.tail(1).assign(group="3", term="监督")
    strange = table.tail(1).assign(group="9", term="保障")
    table = pd.concat([table, third, strange.assign(group="bullet"), strange])
    chart = figures.keyness_panels(table, toys.outline(), top=1)
    shown = panels(chart)
    assert [panel.get_title(loc="left") for panel in shown[2:]] == ["三 监督", "bullet", "9"]
    assert [len(panel.patches) for panel in shown] == [1] * 5
    figure: Any = chart.axes.get_figure(root=True)
    assert len(figure.axes) == 6, "the sixth is there and not seen"


# --- positions -------------------------------------------------------------------------------------------


def test_where_words_stand():
    places = {
        "民生": pd.DataFrame({"sentence_id": ["1.1.1", "2.1.1"], "start": [10, 90], "share": [0.125, 0.75]}),
        "数字": pd.DataFrame({"sentence_id": ["1.1.2"], "start": [30], "share": [0.25]}),
    }
    table = pd.concat([one.assign(term=word) for word, one in places.items()], ignore_index=True)
    chart = figures.position_plot(table, [("一", 0.1), ("二", 0.5)])
    axes = chart.axes
    assert labels(axes) == ["民生", "数字"] and written(axes) == ["2", "1"]
    assert columns(axes) == ["一", "二"] and list(axes.get_xticks()) == [0.1, 0.5]
    assert axes.get_xlim() == (0, 1)
    strokes = [
        (round(s[0][0], 3), round(s[0][1] + s[1][1], 3) / 2)
        for c in axes.collections
        for s in c.get_segments()
    ]
    assert strokes == [(0.125, 0), (0.75, 0), (0.25, 1)], "each in the row of its word"
    assert [line.get_xdata()[0] for line in axes.lines] == [0.1, 0.5], "borders of chapters"
    assert says(chart.alt_en, "民生 2, 数字 1") and says(chart.alt_zh, "民生 2、数字 1")
    assert chart.data.to_numpy().tolist() == [
        ["民生", "1.1.1", 10, 0.125],
        ["民生", "2.1.1", 90, 0.75],
        ["数字", "1.1.2", 30, 0.25],
    ]


def test_labels_of_borders_are_short_and_run_into_none():
    table = pd.DataFrame({"term": ["民生"], "sentence_id": ["1.1.1"], "start": [10], "share": [0.5]})
    title = "某市人民政府关于加快节水的若干措施"
    borders = [
        (title, 0.0),
        ("一", 0.02),
        ("二", 0.05),
        ("三", 0.4),
        (title, 0.5),
        ("四", 0.96),
        (title, 0.97),
    ]
    chart = figures.position_plot(table, borders)
    cut = f"{title[:11]}…"
    assert columns(chart.axes) == [cut, "\n一", "\n\n二", "\n三", cut, "四", f"\n{cut}"]
    axes = chart.axes
    axes.figure.draw_without_rendering()
    boxes = [label.get_window_extent() for label in axes.get_xticklabels()]
    ink = [(box.x0, box.x1, text.count("\n")) for box, text in zip(boxes, columns(axes), strict=True)]
    for at, (_, end, line) in enumerate(ink):
        assert all(begin > end for begin, _, other in ink[at + 1 :] if other == line)
    assert max(end for _, end, _ in ink) <= axes.figure.bbox.x1


# --- co-words --------------------------------------------------------------------------------------------

PLACES = {
    "民生": (0.0, 0.0),
    "发展": (4.0, 4.0),
    "改善": (-4.0, 4.0),
    "数字": (4.0, -4.0),
    "转型": (-4.0, -4.0),
}


def _network() -> Chart:
    return figures.network_map(toys.edges(), PLACES)


def test_words_of_a_community_have_its_colour():
    painted = {text.get_text(): colour(text) for text in _network().axes.texts}
    pink = legible(PINK).upper()
    assert painted == {"民生": ACCENT, "发展": ACCENT, "改善": ACCENT, "数字": pink, "转型": pink}


def test_lines_join_words_and_are_as_wide_as_the_measure_is_high():
    """
    0.6 for the thinnest thinkable, 2.6 more for the strongest pair (30), in proportion: 15 has half.
    """
    axes = _network().axes
    at = {text.get_position(): text.get_text() for text in axes.texts}
    joined = {
        frozenset(
            at[point] for point in zip(line.get_xdata(), line.get_ydata(), strict=True)
        ): line.get_linewidth()
        for line in axes.lines
    }
    assert joined == {
        frozenset(("发展", "民生")): pytest.approx(3.2),
        frozenset(("改善", "民生")): pytest.approx(0.6 + 2.6 * 2 / 3),
        frozenset(("数字", "转型")): pytest.approx(1.9),
        frozenset(("数字", "民生")): pytest.approx(0.6 + 2.6 * 0.3),
    }


def test_words_stand_where_the_layout_puts_them():
    at = {text.get_text(): text.get_position() for text in _network().axes.texts}
    assert at["发展"][0] > at["民生"][0] > at["改善"][0] and at["发展"][1] == at["改善"][1] > at["民生"][1]
    assert at["数字"][1] == at["转型"][1] < at["民生"][1]


def test_a_network_in_words():
    chart = _network()
    assert says(chart.alt_en, "5 words", "2 communities", "发展、民生、改善; 数字、转型")
    assert says(chart.alt_zh, "5个同现多于偶然的词语", "2群", "发展、民生、改善;数字、转型")
    assert len(chart.data) == 4


def test_of_some_edges_only_their_words_are_drawn():
    chart = figures.network_map(toys.edges().head(1), PLACES)
    assert {text.get_text() for text in chart.axes.texts} == {"发展", "民生"}
    assert says(chart.alt_en, "2 words", "in 1 community")


def _boxes(chart: Chart) -> dict[str, Any]:
    """The box of every label as it is drawn."""
    figure: Any = chart.axes.get_figure(root=True)
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    return {text.get_text(): text.get_window_extent(renderer) for text in chart.axes.texts}


def _dense() -> pd.DataFrame:
    """Forty words of one to thirteen characters, each joined to the next ten."""
    words = [f"{at:02}" + "习近平新时代中国特色社会主义思想"[: at % 12] for at in range(40)]
    rows = [(words[at], words[(at + by) % 40], 3, 50.0, 1, 1, 1) for at in range(40) for by in range(1, 11)]
    return pd.DataFrame(rows, columns=toys.edges().columns)


@pytest.mark.parametrize("name", ["proposal", "dense"])
def test_labels_of_a_network_do_not_lie_on_each_other(name: str, study: Study):
    edges = study.network() if name == "proposal" else _dense()
    boxes = _boxes(figures.network_map(edges, layout(edges)))
    assert len(boxes) == len({*edges["word1"], *edges["word2"]}) >= 30
    assert not [(a, b) for a, b in combinations(boxes, 2) if boxes[a].overlaps(boxes[b])]


# --- correspondence --------------------------------------------------------------------------------------


def _correspondence() -> pd.DataFrame:
    """The dimensions show 60 and 20 per cent; 发展 contributes least."""
    points = [
        ("1", "group", 3.0, 0.0, 0.5, 0.1),
        ("2", "group", -3.0, 2.0, 0.4, 0.4),
        ("3", "group", 0.0, -2.0, 0.1, 0.5),
        ("民生", "term", 2.0, 1.0, 0.6, 0.1),
        ("数字", "term", -2.0, 1.0, 0.1, 0.7),
        ("发展", "term", 0.0, 0.0, 0.3, 0.2),
    ]
    columns_ = ["point", "kind", "dim1", "dim2", "contribution1", "contribution2"]
    return pd.DataFrame(points, columns=columns_).assign(inertia1=0.6, inertia2=0.2)


def test_groups_and_the_words_that_contribute_most_on_a_map():
    chart = figures.correspondence_map(_correspondence(), {"1": "一 民生", "2": "二 数字化"}, words=2)
    texts = {text.get_text().strip(): text for text in chart.axes.texts}
    assert set(texts) == {"一 民生", "二 数字化", "3", "民生", "数字", "60 % →", "20 % ↑"}
    assert {colour(texts[name]) for name in ("一 民生", "二 数字化", "3")} == {ACCENT}
    assert ACCENT not in {colour(texts[name]) for name in ("民生", "数字")}
    x = {name: text.get_position()[0] for name, text in texts.items()}
    y = {name: text.get_position()[1] for name, text in texts.items()}
    assert x["一 民生"] > x["民生"] > x["3"] > x["数字"] > x["二 数字化"]
    assert y["二 数字化"] > y["民生"] > y["一 民生"] > y["3"]


def test_a_map_in_words():
    chart = figures.correspondence_map(_correspondence(), {}, words=2)
    assert says(chart.alt_en, "3 groups and 2 words", "80 % of the inertia")
    assert says(chart.alt_zh, "3个部分与2个词语", "80%")
    assert chart.data["term"].tolist() == ["1", "2", "3", "数字", "民生"] and "share" not in chart.data
    assert says(
        figures.correspondence_map(_correspondence(), {}, words=1).alt_en, "3 groups and 1 word;", "80 %"
    )


def test_three_groups_are_said_to_be_whole_in_two_dimensions():
    whole = _correspondence().assign(inertia1=0.75, inertia2=0.25)
    assert "as they always do of so few groups" in figures.correspondence_map(whole, {}).alt_en
    assert "必然如此" in figures.correspondence_map(whole, {}).alt_zh


# --- nothing to draw -------------------------------------------------------------------------------------


def _nothing() -> Mapping[str, tuple[Chart, str, str]]:
    under = toys.keyness().query("g2 < 0")
    line = _correspondence().assign(dim2=float("nan"))
    no_word = ("no word sets a part apart", "没有哪个词在某一部分特别突出。")
    return {
        "no keyness": (figures.keyness_panels(toys.keyness().head(0), toys.outline()), *no_word),
        "underuse alone": (figures.keyness_panels(under, toys.outline()), *no_word),
        "no positions": (
            figures.position_plot(build("positions", []), [("一", 0.1)]),
            "no word is left",
            "没有可标出位置的词。",
        ),
        "no network": (
            figures.network_map(toys.edges().head(0), {}),
            "no two words stand together",
            "没有同现确实多于偶然的词。",
        ),
        "two groups": (figures.correspondence_map(line, {}), "three parts or more", "各不相同的部分。"),
    }


def test_nothing_to_draw_is_said():
    for chart, en, zh in _nothing().values():
        assert chart.refused and not chart.axes.patches and not chart.axes.texts
        assert chart.alt_en.startswith("Nothing to draw: ") and en in chart.alt_en
        assert chart.alt_zh.startswith("无图可作：") and chart.alt_zh.endswith(zh)


def test_more_communities_than_colours():
    """Of nine communities eight have a colour of their own, the last is drawn in ink."""
    words = [(f"甲{at}", f"乙{at}") for at in range(9)]
    rows = [(a, b, 3, 1.0, at, at, at) for at, (a, b) in enumerate(words, start=1)]
    edges = pd.DataFrame(rows, columns=toys.edges().columns)
    angles = np.linspace(0, 6, 18)
    places = {
        word: (float(np.cos(a)), float(np.sin(a))) for word, a in zip(sum(words, ()), angles, strict=True)
    }
    chart = figures.network_map(edges, places)
    painted = {text.get_text(): colour(text) for text in chart.axes.texts}
    assert painted["甲8"] == "#222222" and len({painted[f"甲{at}"] for at in range(9)}) == 9
    assert says(chart.alt_en, "18 words", "9 communities", *[f"甲{at}、乙{at}" for at in range(5)])


def test_a_map_says_what_it_shows_as_values():
    places = {
        word: (float(at), float(at % 2)) for at, word in enumerate(["发展", "民生", "改善", "数字", "转型"])
    }
    assert figures.network_map(toys.edges(), places).words.values == {
        "words": 5,
        "communities": 2,
        "largest": ((1, ("发展", "民生", "改善")), (2, ("数字", "转型"))),
    }
