"""A tidy table as a grid of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from analysis.prose import Bilingual, Language, called
from analysis.showing.figures.chart import Chart, in_both_languages, refusal
from analysis.showing.figures.drawing import ACCENT, WIDTH, canvas, legible, letters_on, said, way
from analysis.showing.finding import Finding

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_CHARACTER, _HAN = 0.09, 0.16  # inches that a digit and a Chinese character take
_FREE = "#B5B9C0"
_LONGEST = 20  # characters of a line of a label


@in_both_languages
def heat_grid(
    table: pd.DataFrame,
    *,
    rows: str,
    columns: str,
    values: str,
    colour: str = ACCENT,
    row_names: Mapping[Any, str | Bilingual] | None = None,
    column_names: Mapping[Any, str | Bilingual] | None = None,
    language: Language = "en",
) -> Chart:
    """
    A tidy table as a grid of numbers in one hue, zeros shown as pale dots, rows and columns as they come.

    `rows`, `columns` and `values` name columns of `table` with one row per cell; with a column
    ``sentence_ids`` each cell leads to its sentences. Where the numbers are too wide for so many columns,
    what was to stand below each other stands beside; where they are too wide that way too, colours alone are
    drawn, and the numbers stand in the data.
    """
    if table.empty:
        return refusal(table, "no_text")
    names = {rows: row_names or {}, columns: column_names or {}}
    down, across = table[rows].drop_duplicates().tolist(), sorted(table[columns].unique())
    cells = {(row[rows], row[columns]): row for row in table.to_dict("records")}
    numbers = {key: float(cell[values]) for key, cell in cells.items()}
    labels = {
        name: {
            code: _wrapped(said(names[name].get(code, called(language, name, code)), language))
            for code in codes
        }
        for name, codes in ((rows, down), (columns, across))
    }
    widest = _CHARACTER * max(len(f"{value:,.0f}") for value in numbers.values())
    turned = widest > _room(labels[rows].values(), len(across)) and widest <= _room(
        labels[columns].values(), len(down)
    )
    fits = turned or widest <= _room(labels[rows].values(), len(across))
    if turned:
        rows, columns, down, across = columns, rows, across, down
        cells = {(column, row): cell for (row, column), cell in cells.items()}
    highest = max([*numbers.values(), 0.0]) or 1.0
    turn = max(map(_wide, labels[columns].values())) > _room(labels[rows].values(), len(across))
    above = 0.6 + max(map(_wide, labels[columns].values())) / 0.32 if turn else 1.4
    with canvas(len(down) * _tallest(labels[rows].values()) + above) as axes:
        for y, row in enumerate(down):
            for x, column in enumerate(across):
                cell = cells.get((row, column), {})
                value, ids = float(cell.get(values, 0)), way(cell.get("sentence_ids", ""))
                if value:
                    _cell(axes, x, y, value / highest, colour, ids)
                _number(axes, x, y, value, _hue(value / highest, colour), fits=fits)
        heads = [labels[columns][column] for column in across]
        _frame(axes, [labels[rows][row] for row in down], heads, turn=90 if turn else 0)
    filled = sum(value > 0 for value in numbers.values())
    words = Finding(
        "chart_heat_grid",
        rows=len(labels[rows]),
        columns=len(labels[columns]),
        cells=len(down) * len(across),
        filled=filled,
    )
    return Chart(axes, table, words)


def _wide(label: str) -> float:
    """About how many inches a label takes."""
    lines = label.split("\n")
    return max(sum(_HAN if ord(one) > 0x2E80 else _CHARACTER for one in line) for line in lines)


def _wrapped(label: str) -> str:
    """A long label of words in several lines."""
    return "\n".join(wrap(label, _LONGEST, break_long_words=False)) if label else label


def _tallest(labels: Any) -> float:
    """Rows of the drawing that the tallest label needs."""
    return 1.0 + 0.6 * float(max(label.count("\n") for label in labels))


def _room(labels: Any, across: int) -> float:
    """Inches for each of so many columns beside row labels."""
    return float(WIDTH - max(map(_wide, labels)) - 0.2) / across


def _hue(strength: float, colour: str) -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("hue", ["#FFFFFF", colour])(strength / 1.15)


def _cell(axes: Axes, x: int, y: int, strength: float, colour: str, ids: str | None) -> None:
    from matplotlib.patches import Rectangle

    hue = _hue(strength, colour)
    axes.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=hue, linewidth=0, url=ids))


def _number(axes: Axes, x: int, y: int, value: float, hue: Any, *, fits: bool) -> None:
    text = (f"{value:,.0f}" if fits else "") if value else "·"
    ink = letters_on(hue) if value else legible(_FREE)
    axes.text(x, y, text, ha="center", va="center", color=ink, fontsize=11)


def _frame(axes: Axes, down: Sequence[str], across: Sequence[str], *, turn: int) -> None:
    """Labels at the left and above, upright where they would not fit."""
    axes.set_xlim(-0.5, len(across) - 0.5)
    axes.set_ylim(len(down) - 0.5, -0.5)
    axes.set_yticks(range(len(down)), down)
    axes.set_xticks(range(len(across)), across, rotation=turn)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
