"""A tidy table as a grid of numbers."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from analysis.measures.units import OUTSIDE
from analysis.prose import LANGUAGES, Bilingual, Language, called
from analysis.showing.figures.chart import Chart, in_both_languages, refusal
from analysis.showing.figures.drawing import ACCENT, WIDTH, canvas, legible, letters_on, said, way
from analysis.showing.finding import Finding
from analysis.showing.wording import chapter_name

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_CHARACTER, _HAN = 0.09, 0.16  # inches that a digit and a Chinese character take
_FREE = "#B5B9C0"
_LONGEST = 20  # characters of a line of a label
_TOLD = 2  # cells that share the highest number and are told


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
    if not (table[values] > 0).any() and rows == "subtheme" and table[rows].nunique() == 1:
        return refusal(table, "no_parts")
    if not (table[values] > 0).any():
        return refusal(table, "all_zero")
    if columns == "chapter" and set(table[columns].astype("str")) == {OUTSIDE}:
        return refusal(table, "no_chapters")
    grid = _grid(table, (rows, columns, values), (row_names or {}, column_names or {}), language)
    if not grid.fits and (turned := grid.turned()).fits:
        grid = turned
    words = Finding(
        "chart_heat_grid",
        rows=len(grid.down),
        columns=len(grid.across),
        cells=len(grid.down) * len(grid.across),
        filled=sum(number > 0 for number, _ in grid.cells.values()),
        highest=_highest(table, (rows, columns, values), (row_names or {}, column_names or {})),
    )
    names = {rows: row_names or {}, columns: column_names or {}}
    shown = (rows, columns, values, "sentence_ids")
    return Chart(_drawn(grid, colour), table, words, names=names, columns=shown)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Labels from top to bottom and from left to right; by place the number and the way to its sentences."""

    down: list[str]
    across: list[str]
    cells: dict[tuple[int, int], tuple[float, str | None]]

    def turned(self) -> _Grid:
        """What stood below each other beside each other."""
        return _Grid(self.across, self.down, {(x, y): cell for (y, x), cell in self.cells.items()})

    @property
    def room(self) -> float:
        """Inches for each column beside the row labels."""
        return (WIDTH - max(map(_wide, self.down)) - 0.2) / len(self.across)

    @property
    def fits(self) -> bool:
        """Whether every number has room in its cell."""
        longest = max((len(f"{number:,.0f}") for number, _ in self.cells.values()), default=0)
        return _CHARACTER * longest <= self.room


def _grid(
    table: pd.DataFrame,
    columns: tuple[str, str, str],
    names: tuple[Mapping[Any, str | Bilingual], Mapping[Any, str | Bilingual]],
    language: Language,
) -> _Grid:
    """The grid of a table, by its columns of rows, columns and values, with what the codes are called."""
    rows, across, values = columns
    codes = (table[rows].drop_duplicates().tolist(), sorted(table[across].unique(), key=_counted))
    down, beside = (
        [_wrapped(said(known.get(code, called(language, name, code)), language)) for code in held]
        for name, known, held in zip((rows, across), names, codes, strict=True)
    )
    places = [{code: at for at, code in enumerate(held)} for held in codes]
    cells = {
        (places[0][row[rows]], places[1][row[across]]): (float(row[values]), way(row.get("sentence_ids", "")))
        for row in table.to_dict("records")
    }
    return _Grid(down, beside, cells)


def _highest(
    table: pd.DataFrame,
    columns: tuple[str, str, str],
    names: tuple[Mapping[Any, str | Bilingual], Mapping[Any, str | Bilingual]],
) -> list[tuple[float, Bilingual, Bilingual]]:
    """The largest number with what its row and column are called; none where many cells share it."""
    top = table[table[columns[2]] == table[columns[2]].max()]
    if len(top) > _TOLD:
        return []
    cells = zip(*(top[column] for column in columns), strict=True)
    down, across = zip(columns, names, strict=False)
    return [(float(n), _both(*down, row), _both(*across, column)) for row, column, n in cells]


def _both(column: str, names: Mapping[Any, str | Bilingual], code: Any) -> Bilingual:
    """What a code is called in each language; a chapter by its number says that it is one."""
    if code in names:
        return Bilingual(*(said(names[code], language) for language in LANGUAGES))
    if column == "chapter":
        return chapter_name(int(code))
    return Bilingual(*(called(language, column, code) for language in LANGUAGES))


def _counted(code: Any) -> tuple[bool, Any]:
    """By which codes are sorted: numbers as such, also where they came as text, before other text."""
    number = isinstance(code, str) and code.isdecimal()
    return (isinstance(code, str) and not number), int(code) if number else code


def _drawn(grid: _Grid, colour: str) -> Axes:
    """The drawing; the column labels stand upright where they would not fit."""
    highest = max(number for number, _ in grid.cells.values()) or 1.0
    widest = max(map(_wide, grid.across))
    upright = widest > grid.room
    above = 0.6 + widest / 0.32 if upright else 1.4
    tallest = 1.0 + 0.6 * max(label.count("\n") for label in grid.down)  # rows that a label needs
    with canvas(len(grid.down) * tallest + above) as axes:
        fits = grid.fits
        held = {place: cell for place, cell in grid.cells.items() if cell[0]}
        for (y, x), (number, ids) in sorted(held.items()):
            hue = _hue(number / highest, colour)
            _cell(axes, x, y, hue, ids)
            if fits:
                axes.text(
                    x, y, f"{number:,.0f}", ha="center", va="center", color=letters_on(hue), fontsize=11
                )
        places = itertools.product(range(len(grid.down)), range(len(grid.across)))
        _dots(axes, [place for place in places if place not in held])
        _frame(axes, grid.down, grid.across, turn=90 if upright else 0)
    drawn: Axes = axes
    return drawn


def _wide(label: str) -> float:
    """About how many inches a label takes."""
    lines = label.split("\n")
    return max(sum(_HAN if ord(one) > 0x2E80 else _CHARACTER for one in line) for line in lines)


def _wrapped(label: str) -> str:
    """A long label of words in several lines."""
    return "\n".join(wrap(label, _LONGEST, break_long_words=False)) if label else label


def _hue(strength: float, colour: str) -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("hue", ["#FFFFFF", colour])(strength / 1.15)


def _cell(axes: Axes, x: int, y: int, hue: Any, ids: str | None) -> None:
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=hue, linewidth=0, url=ids))


def _dots(axes: Axes, places: Sequence[tuple[int, int]]) -> None:
    """What is nothing; as marks of one kind, for there can be a thousand."""
    down, across = zip(*places, strict=True) if places else ((), ())
    axes.plot(across, down, linestyle="", marker="o", markersize=1.6, color=legible(_FREE), markeredgewidth=0)


def _frame(axes: Axes, down: Sequence[str], across: Sequence[str], *, turn: int) -> None:
    """Labels at the left and above, upright where they would not fit."""
    axes.set_xlim(-0.5, len(across) - 0.5)
    axes.set_ylim(len(down) - 0.5, -0.5)
    axes.set_yticks(range(len(down)), down)
    axes.set_xticks(range(len(across)), across, rotation=turn)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
