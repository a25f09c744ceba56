"""Tidy table in, Chart out: figures for notebooks and report."""

from analysis.showing.figures.chart import Chart
from analysis.showing.figures.charts import (
    coverage_bars,
    outline_bars,
    stability_bars,
    stability_curve,
    term_bars,
    theme_terms,
    word_cloud,
)
from analysis.showing.figures.drawing import font_path, theme_colours
from analysis.showing.figures.grids import heat_grid
from analysis.showing.figures.statistics import correspondence_map, keyness_panels, network_map, position_plot
from analysis.showing.figures.themes import theme_bars

__all__ = [
    "Chart",
    "correspondence_map",
    "coverage_bars",
    "font_path",
    "heat_grid",
    "keyness_panels",
    "network_map",
    "outline_bars",
    "position_plot",
    "stability_bars",
    "stability_curve",
    "term_bars",
    "theme_bars",
    "theme_colours",
    "theme_terms",
    "word_cloud",
]
