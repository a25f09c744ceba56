"""Every figure of tables with hostile names: a dollar is a dollar, what the font lacks disturbs nothing."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import pandas as pd
import pytest

from analysis.measures.correspondence import as_table, correspondence
from analysis.measures.network import layout
from analysis.showing import figures
from analysis.showing.figures import Chart
from analysis.showing.figures.drawing import spelled
from analysis.tables import build

NAMES = {
    "math": r"一、人均$2万到$3万",
    "broken math": r"$\frac{1$工作",
    "rare": "𠮷祥路",
    "markup": "<b>&amp;\"'",
    "escapes": r"\n\\{}^_%#~",
}


def _outline(name: str) -> pd.DataFrame:
    rows = [(f"c{at}", "chapter", at, f"{at}、", name, 1, 2, 30 * at, 1) for at in (1, 2, 3)]
    columns = ["heading_id", "kind", "chapter", "label", "title", "passages", "sentences", "characters"]
    columns += ["depth"]
    return pd.DataFrame(rows, columns=columns)


def _terms(name: str) -> pd.DataFrame:
    return build("terms", [("1", name, 5, 10.0), ("1", "发展", 3, 6.0), ("2", "民生", 2, 4.0)])


def _keyness(name: str) -> pd.DataFrame:
    frame = pd.DataFrame({"group": ["1", "2"], "term": [name, "发展"], "n": [4, 3], "n_rest": [1, 1]})
    more = {"log_ratio": 2.0, "g2": 7.0, "p": 0.1, "survives": "no", "sentence_ids": "1.1.1"}
    return frame.assign(**more)


def _network(name: str) -> Chart:
    rows = [(name, "发展", 5, 9.0, 1, 1, 1), ("发展", "民生", 4, 8.0, 1, 1, 1)]
    columns = ["word1", "word2", "n", "score", "community", "community1", "community2"]
    edges = pd.DataFrame(rows, columns=columns)
    return figures.network_map(edges, layout(edges))


def _correspondence(name: str) -> Chart:
    counts = pd.DataFrame(
        [[4, 2, 1], [1, 3, 5], [2, 2, 9]], index=["1", "2", "3"], columns=[name, "数字", "发展"]
    )
    return figures.correspondence_map(as_table(correspondence(counts)), {"1": name})


def _grid(name: str) -> Chart:
    table = pd.DataFrame({"r": [name, "乙"], "c": [1, 1], "n": [3, 0]})
    return figures.heat_grid(table, rows="r", columns="c", values="n", column_names={1: name})


def _coverage(name: str) -> Chart:
    coverage = pd.DataFrame({"chapter": [1, 2], "theme": ["a", "a"], "share": [0.5, 0.0]})
    return figures.coverage_bars(coverage, _outline(name), {"a": name})


def _stability(name: str) -> Chart:
    rows = [(1, name, 5, 0.8, 0.5, "stable"), (2, "乙", 4, 0.3, 0.5, "not supported")]
    return figures.stability_bars(
        pd.DataFrame(rows, columns=["cluster", "label", "size", "jaccard", "jaccard_shuffled", "verdict"])
    )


def _positions(name: str) -> Chart:
    places = pd.DataFrame({"term": [name], "sentence_id": ["1.1.1"], "start": [3], "share": [0.5]})
    return figures.position_plot(places, [(name, 0.2)])


CHARTS: dict[str, Callable[[str], Chart]] = {
    "term_bars": lambda name: figures.term_bars(_terms(name)),
    "word_cloud": lambda name: figures.word_cloud(_terms(name)),
    "outline_bars": lambda name: figures.outline_bars(_outline(name)),
    "keyness_panels": lambda name: figures.keyness_panels(_keyness(name), _outline(name)),
    "coverage_bars": _coverage,
    "theme_bars": lambda name: figures.theme_bars(
        build("theme_quality", [["a", "assessed", 78, *[0.8] * 7, 0.10, 0.12, 0.08, 0.16]]), {"a": name}
    ),
    "heat_grid": _grid,
    "stability_bars": _stability,
    "position_plot": _positions,
    "network_map": _network,
    "correspondence_map": _correspondence,
}


def test_every_chart_that_names_something_is_here():
    named = {
        name for name in figures.__all__ if name.endswith(("bars", "panels", "map", "plot", "grid", "cloud"))
    }
    assert named == set(CHARTS)


def _texts(chart: Chart) -> list[Any]:
    from matplotlib.text import Text

    figure: Any = chart.axes.get_figure(root=True)
    return [text for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
@pytest.mark.parametrize("chart", CHARTS)
def test_names_are_drawn_as_they_are(chart: str, name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        drawn = CHARTS[chart](name)
        svg = drawn.svg()
    texts = _texts(drawn)
    assert not any(text.get_parse_math() for text in texts)
    assert any(spelled(name[:8]) in text.get_text() for text in texts)
    assert "<b>" not in svg and not re.search(r"[^&]&[^a-z#]", svg)


def test_a_dollar_is_drawn_as_a_dollar():
    """Each of the two dollars of the title is a glyph of its own, so that the outline of $ stands twice."""
    once, twice = (figures.outline_bars(_outline(title)).svg() for title in ("人均2万", "人均$2$万"))
    assert len(re.findall("<use ", twice)) == len(re.findall("<use ", once)) + 2 * 3


@pytest.mark.parametrize("settings", [{"text.usetex": True}, {"text.parse_math": True, "font.size": 30.0}])
def test_settings_of_a_person_change_no_figure(settings: dict[str, Any]):
    expected = CHARTS["outline_bars"]("一、目标").svg()
    before = dict(mpl.rcParams)
    with mpl.rc_context(settings):
        assert CHARTS["outline_bars"]("一、目标").svg() == expected
        assert mpl.rcParams["font.size"] == settings.get("font.size", before["font.size"])
    assert dict(mpl.rcParams) == before


def test_characters_that_no_font_has_are_told_by_their_codes():
    chart = figures.term_bars(build("terms", [("toy", "石\U00021484镇", 3, 1.0), ("toy", "民生", 2, 1.0)]))
    with warnings.catch_warnings(action="error"):
        chart.svg()
    labels = [label.get_text() for label in chart.axes.get_yticklabels()]
    assert "石[U+21484]镇" in labels and "民生" in labels
