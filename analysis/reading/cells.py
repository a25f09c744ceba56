"""Tables in a text: rows of cells, or cells one a line; no sentences, and none of them a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from analysis.reading.captions import ANNEX, is_caption
from analysis.reading.lines import Line
from analysis.reading.lists import enumerated
from analysis.reading.numbering import Label, label_of

_LONGEST_CELL = 24  # half-widths of a cell on a line of its own
_LONGEST_ROW = 120  # characters
_FEWEST_CELLS, _FEWEST_ROWS = 6, 2
_MOST_BETWEEN = 4  # lines between two blocks of one table: long cells
_MOST_WORDS = 3  # parted by spaces, of a numbered title; a numbered row has more
_FIGURES = 0.25  # of the cells of a table, at least, are figures, or as short as units and marks are
_STOP = re.compile(r"[。；！？，：:;]")
_FIGURE = re.compile(r"[\d.,%％‰＜＞<>≤≥±~～—–/\s-]+|.{1,2}")
_HEAD = re.compile(r"序[ \u3000]*号|单位|项目|指标|名称|合计|小计|备注|类别|属性|年份")


def cell_lines(lines: Sequence[Line]) -> set[int]:
    """
    The lines that are cells or rows of tables.

    A block of short lines without stops is a table when some of them are figures, or its first names what
    tables list; so are rows whose cells spaces set apart.
    """
    labels = [label_of(line.text) for line in lines]
    found: set[int] = set()
    last: int | None = None  # of the block of cells before
    for start, end in _blocks(lines, enumerated(lines)):
        start, end = _trimmed(lines, labels, start, end)
        inside = range(start, end)
        if _is_table([lines[at].text for at in inside]):
            between = range(start if last is None else last + 1, start)
            if len(between) <= _MOST_BETWEEN and not any(_parts(lines[at]) for at in between):
                found.update(between)
            found.update(inside)
            last = end - 1
    return found


def _parts(line: Line) -> bool:
    """Whether a line between two blocks of cells is no cell: prose, or the title of another table."""
    numbered = bool(label_of(line.text)) and len(line.text.split()) <= _MOST_WORDS
    return "。" in line.text or line.markup > 0 or is_caption(line.text) or numbered


def is_row(text: str) -> bool:
    """
    Whether a line is a row of a table: cells between bars, or three and more that spaces set apart, figures
    among them.

    Examples
    --------
    >>> is_row("森林覆盖率 % 68.5 69"), is_row("湖南 湖北 广东"), is_row("造林 | 林业局")
    (True, False, True)
    """
    return _is_ruled(text) or (_is_spaced(text) and any(map(str.isdecimal, text)))


def of_one_table(above: str, below: str) -> bool:
    """
    Whether two lines are rows of one table: both are rows, or one is and the other, its head, has as many
    cells.

    Examples
    --------
    >>> of_one_table("乡镇 造林面积 成活率", "东山 120 98"), of_one_table("东山造林 120 亩", "成活率高")
    (True, False)
    """
    rows = is_row(above) + is_row(below)
    return rows == 2 or (rows == 1 and len(above.split()) == len(below.split()))


def _is_ruled(text: str) -> bool:
    """Whether bars part the cells, as in the rows that a format marks; prose in a cell stays text."""
    return " | " in text and len(text) <= _LONGEST_ROW and not re.search("[。；！？]", text)


def _is_spaced(text: str) -> bool:
    """Whether spaces set three cells or more apart, as in a table's head."""
    cells = text.split() if len(text) <= _LONGEST_ROW and " " in text else []
    return len(cells) >= 3 and not re.search("[。；！？，]", text)


def _blocks(lines: Sequence[Line], listed: Set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that may be cells; titles of boxes and attachments, and lists of those, end one."""
    start = 0
    for at, line in enumerate(lines):
        if at in listed or not _may_be_cell(line):
            if at > start:
                yield start, at
            start = at + 1
    if len(lines) > start:
        yield start, len(lines)


def _may_be_cell(line: Line) -> bool:
    text = line.text
    short = line.width <= _LONGEST_CELL and not _STOP.search(text)
    return (short or _is_spaced(text) or _is_ruled(text)) and not (
        line.markup or is_caption(text) or ANNEX.fullmatch(text)
    )


def _trimmed(lines: Sequence[Line], labels: Sequence[Label | None], start: int, end: int) -> tuple[int, int]:
    """Without the headings above the first cell, and those between the last and the text below."""
    while end > start and end < len(lines) and labels[end - 1] and not is_row(lines[end - 1].text):
        end -= 1
    while start < end and labels[start] and not is_row(lines[start].text):
        start += 1
    return start, end


def _is_table(texts: Sequence[str]) -> bool:
    if sum(map(is_row, texts)) >= max(_FEWEST_ROWS, 0.5 * len(texts)):
        return True
    if len(texts) < _FEWEST_CELLS:
        return False
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts)
    headed = any(_HEAD.fullmatch(text) for text in texts[:3])
    return figures >= _FIGURES * len(texts) or headed
