"""
Tables of indicators in a document, read row by row: indicator, value, unit, by when, 预期性 or 约束性.

A row is a line of cells, set apart by bars or spaces, that says which kind of aim it is. What is written over
it heads its figures (2025年, 年均); a name that runs over the lines around its row is put together. Tables
whose cells stand one a line are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import SENTENCE_ID
from analysis.judgements.quantities import quantities
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_AIM = re.compile(r"预期性|约束性")
_BAR = re.compile(r"\s{0,20}\|\s{0,20}")
_HEAD = re.compile(
    r"(?:19|20)\d\d年?(?:目标|实绩|现状|预计|末)?|年均(?:增长|增速|提高|下降)?(?:\[累计\]|〔累计〕|（累计）)?|累计|增速"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"^\d{1,3}[.．、]?(?=\D|$)")
_UNIT_IN = re.compile(r"[（(](?P<unit>[^（）()\d]{1,10})[）)]$")
_FIGURE = re.compile(
    r"(?P<open>[\[［〔]?)(?P<before>[>＞≥<＜≤]?|累计(?:达到)?|不低于|不超过)(?P<number>\d[\d.,]*)(?P<unit>[%％]?)"
    r"(?P<behind>左右|以上|以内|以下)?[\]］〕]?"
)
_GROWS = re.compile(r"增长|增速|提升$|降低$|下降$|提高$")
_NONE = frozenset(("-", "—", "–", "－", "/", "--", "——"))
_BOUNDS = {">": "超过", "＞": "超过", "≥": "不低于", "<": "低于", "＜": "低于", "≤": "不超过"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of indicators: the cells of figures as written, in their order."""

    sentence_id: str
    indicator: str
    unit: str
    aim: str
    figures: tuple[str, ...]


def cells_of(line: str) -> list[str]:
    """
    The cells of a line of a table.

    Examples
    --------
    >>> cells_of("1.森林覆盖率（%） 68.5 69 — 约束性"), cells_of("绿地 | 公顷 | 约束性")
    (['1.森林覆盖率（%）', '68.5', '69', '—', '约束性'], ['绿地', '公顷', '约束性'])
    """
    parts = _BAR.split(line) if " | " in line else line.split()
    return [part for part in parts if part]


def rows_of(lines: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """The rows of indicators among lines of cells, each with its id; a name over several lines is whole."""
    for at, (id_, line) in enumerate(lines):
        cells = cells_of(line)
        aim = _AIM.search(line)
        if aim is None or len(cells) < 3:
            continue
        figures = tuple(cell for cell in cells if _FIGURE.fullmatch(cell) or cell in _NONE)
        if cells[0].isdecimal() and figures and figures[0] == cells[0]:
            figures = figures[1:]
        named = [cell for cell in cells if cell not in figures and not _AIM.search(cell)]
        named = [one for one in (_ORDINAL.sub("", cell) for cell in named) if one]
        unit = named.pop() if len(named) > 1 or (named and _is_unit(named[0])) else ""
        name = "".join(named) or _around(lines, at)
        if found := _UNIT_IN.search(name):
            name, unit = name[: found.start()], unit or found["unit"]
        yield Row(id_, re.sub(r"(?<=[一-龥])\d$", "", name), unit, aim[0], figures)


def _is_unit(cell: str) -> bool:
    return len(cell) <= 4 and not re.search(r"[一-龥]{3}", cell)


def _around(lines: Sequence[tuple[str, str]], at: int) -> str:
    """The name of a row that has none: what stands on the lines above and below, where those are no rows."""
    beside = (lines[i][1] for i in (at - 1, at + 1) if 0 <= i < len(lines))
    return "".join(one for one in beside if not _AIM.search(one) and " " not in one and not _is_unit(one))


def heads_of(lines: Sequence[tuple[str, str]]) -> list[str]:
    """What heads the figures: the cells of years and rates above the first row, in their order."""
    heads: list[str] = []
    for _, line in lines:
        if _AIM.search(line):
            break
        here = [cell for cell in cells_of(line) if _HEAD.fullmatch(cell)]
        heads = here or heads
    return heads


def _figure(written: str, unit: str, grows: bool) -> tuple[str, str, str, str]:
    """Value, unit, kind and comparator of a cell; `grows` says that its indicator or column is a rate."""
    found = _FIGURE.fullmatch(written)
    assert found is not None
    before = _BOUNDS.get(found["before"], found["before"].removeprefix("累计").removeprefix("达到"))
    measured = found["unit"] or ("" if unit == "/" else unit)
    told = quantities(f"达到{before}{found['number']}{measured}{found['behind'] or ''}")
    if not told or (one := told[0]).kind in ("date", "name"):
        return found["number"].replace(",", ""), measured, "count", "exactly"
    return one.value, one.unit, "growth" if grows and one.unit == "ratio" else one.kind, one.comparator


@table(
    "indicators",
    row="a figure in a table of indicators",
    key=("sentence_id", "head", "expression"),
    help="the figures of a document's tables of indicators: value, unit, by when, 预期性 or 约束性",
    columns=(
        SENTENCE_ID,
        Column("indicator", "str", "what is measured, as the table names it", ("indicator", "指标")),
        Column("expression", "str", "the figure as written", ("expression", "原文表述")),
        Column("value", "str", "a number; shares as fractions of 1", ("value", "数值")),
        Column("unit", "str", "as the table has it, ratio for shares", ("unit", "单位")),
        Column("kind", "str", "count, proportion, growth or period", ("kind", "类型")),
        Column(
            "comparator", "str", "exactly, at_least, at_most, more_than, less_than, about", ("bound", "限定")
        ),
        Column("head", "str", "what heads its column: 2025年, 年均; empty where unknown", ("column", "栏目")),
        Column("status", "str", "promised; achieved in a column of a past year", ("status", "状态")),
        Column("aim", "str", "预期性 or 约束性", ("aim", "指标性质")),
    ),
)
def indicators_of(study: Study) -> pd.DataFrame:
    """The figures of a document's tables of indicators."""
    cells = study.sentences[study.sentences["kind"] == "cell"]
    lines = list(cells[["sentence_id", "text"]].itertuples(index=False, name=None))
    heads, written = heads_of(lines), study.document.year
    return build("indicators", (row for one in rows_of(lines) for row in _told(one, heads, written)))


def _told(row: Row, heads: Sequence[str], written: int) -> Iterator[tuple[object, ...]]:
    headed = heads if len(heads) == len(row.figures) else [""] * len(row.figures)
    for head, figure in zip(headed, row.figures, strict=True):
        if figure in _NONE:
            continue
        year = _YEAR.search(head)
        past = bool(year and written and int(year[0]) < written)
        grows = bool(_GROWS.search(row.indicator) or _GROWS.search(head))
        told = _figure(figure, "%" if _GROWS.search(head) else row.unit, grows)
        yield (
            row.sentence_id,
            row.indicator,
            figure,
            *told,
            head,
            "achieved" if past else "promised",
            row.aim,
        )
