"""
What a notebook shows: tables with the names that people give to columns and codes, with the way to the
sentences.

What is said about a table stands in the notebook's own text. All text from a document is escaped: it is
shown, never run. Sentence ids become elements of class ``sid`` (one sentence) and ``sids`` (several), of
which the report makes links.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis import export, prose
from analysis.prose import LANGUAGES, Bilingual
from analysis.showing.html import rendered
from analysis.tables import SEPARATOR, head_of
from analysis.translations import translation

if TYPE_CHECKING:
    import pandas as pd

MOST_LINKS = 6  # sentence ids shown at once; behind them one way to all
_LEAST_SHARE = 0.005  # of less it is said that it is under one per cent
MOST_ROWS = 30  # of the data below a chart

ID_COLUMNS = ("sentence_id", "sentence_ids", "heading_id", "unit_id")
_DIGITS = dict.fromkeys(
    ("p", "jaccard", "jaccard_shuffled", "ari", "sd", "ari_shuffled", "dp", "dp_expected", "dp_high"), 3
)  # else 2
_PLAIN_NUMBERS = {"chapter", "article", "line", "cluster", "k"}

Names = Mapping[str, Mapping[Any, str | Bilingual]]  # column → code → what people call it


def links(sentence_ids: Iterable[str]) -> Markup:
    """
    Sentence (or heading, or paragraph) ids as elements that the report makes links of.

    Examples
    --------
    >>> links(["9.1.3"])
    Markup('<span class="sid" data-sid="9.1.3">9.1.3</span>')
    """
    ids = list(sentence_ids)
    return rendered("ids", shown=ids[:MOST_LINKS], every=ids if len(ids) > MOST_LINKS else [])


def mark(text: str, expressions: Iterable[str]) -> Markup:
    """
    Escaped text with every one of `expressions` marked, the longest where they overlap.

    Examples
    --------
    >>> mark("改善民生 <b>", ["民生"])
    Markup('改善<mark>民生</mark> &lt;b&gt;')
    """
    import re

    found = sorted({expression for expression in expressions if expression}, key=len, reverse=True)
    if not found:
        return Markup.escape(text)
    parts = re.split("(" + "|".join(map(re.escape, found)) + ")", text)
    marked = Markup("<mark>{}</mark>")
    return Markup().join(marked.format(part) if at % 2 else part for at, part in enumerate(parts))


@dataclass(frozen=True, slots=True)
class TableExhibit:
    """
    A table whose first `rows` are shown and the whole of which can be downloaded as CSV.

    A column of texts that has none in any row is named below it instead.
    """

    table: pd.DataFrame
    columns: tuple[str, ...] = ()
    rows: int = 20
    names: Names = field(default_factory=dict)
    of: str = ""

    def _repr_html_(self) -> str:
        name = self.of or self.table.attrs.get("table", "")
        shown = self.table[list(self.columns or self.table.columns)]
        empty = [column for column in shown if len(shown) > 1 and _is_empty(shown[column])]
        empty = empty if len(empty) < len(shown.columns) else []
        shown = shown.drop(columns=empty)
        shown.attrs = {**self.table.attrs, "table": name}
        marks = self.table["evidence"].head(self.rows).tolist() if "evidence" in self.table else []
        return rendered(
            "table",
            rows=table_html(shown.head(self.rows), marks=marks, names=self.names),
            shown=self.rows,
            total=len(self.table),
            why=_why_empty(name),
            empty=[head_of(str(column), name) for column in empty],
            download=download(self.table),
        )


def show_table(
    table: pd.DataFrame,
    *,
    columns: Sequence[str] = (),
    rows: int = 20,
    names: Names | None = None,
    of: str = "",
) -> TableExhibit:
    """
    A table for a notebook: its first `rows`, only `columns` where given.

    In a column ``text`` the row's ``evidence`` is marked, and id columns lead to the full text. `names`
    replaces codes by what people call them, {column: {code: name}}, beside those of the catalogue. `of` is
    the table of the register that the rows come from, where they were joined with others and no longer say.
    """
    return TableExhibit(table, tuple(columns), rows, names or {}, of)


def _why_empty(table: str) -> Bilingual:
    """Why the table of that name has no rows, when it has none."""
    known = prose.called("en", "empty", table) != table
    return Bilingual(*(prose.called(one, "empty", table if known else "other") for one in LANGUAGES))


def table_html(
    table: pd.DataFrame,
    *,
    marks: Sequence[str],
    names: Names | None = None,
) -> Markup:
    """
    The rows of a table as HTML, everything escaped; `marks` are the evidence of each row.

    A sentence that stands in the row above too is not written again, nor the name of the file in each row
    where the whole document is the only group.
    """
    table = _without_only_group(table)
    heads = [head_of(str(name), table.attrs.get("table")) for name in table.columns]
    columns = [
        {"en": en, "zh": zh, "kind": _kind(table[name])}
        for name, (en, zh) in zip(table.columns, heads, strict=True)
    ]
    rows: list[list[tuple[dict[str, str], str]]] = []
    above: dict[str, Any] = {}
    for at, row in enumerate(table.itertuples(index=False)):
        evidence = marks[at].split(SEPARATOR) if at < len(marks) else []
        values = dict(zip(map(str, table.columns), row, strict=True))
        cells = [_cell(name, value, evidence, names or {}, above) for name, value in values.items()]
        rows.append(list(zip(columns, cells, strict=True)))
        above = values
    return rendered("rows", columns=columns, rows=rows)


def _without_only_group(table: pd.DataFrame) -> pd.DataFrame:
    groups = set(table["group"].astype(str)) if "group" in table else set()
    whole = len(groups) == 1 and not groups.pop().isdigit() and len(table.columns) > 1
    return table.drop(columns="group") if whole else table


def _is_empty(column: pd.Series) -> bool:
    """Whether a column of texts has none."""
    return column.dtype.kind not in "biuf" and bool(column.eq("").all())


def _kind(column: pd.Series) -> str:
    if column.dtype.kind in "if":
        return "number"
    return {"text": "text", "sentence_ids": "ids"}.get(str(column.name), "")


def _cell(name: str, value: Any, evidence: list[str], names: Names, above: Mapping[str, Any]) -> str:
    if name in ID_COLUMNS:
        return links(id_ for id_ in str(value).split(SEPARATOR) if id_)
    if name == "text" and value and value == above.get(name):
        return rendered("above")
    if name == "text":
        return rendered("quoted", text=mark(str(value), evidence), english=translation(str(value)))
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and name not in names:
        return _number(name, value)
    return _said([_named(name, code, names) for code in _codes(value)])


def _codes(value: Any) -> list[Any]:
    return list(value.split(SEPARATOR)) if isinstance(value, str) else [value]


def _named(column: str, code: Any, names: Names) -> Bilingual:
    """What people call a code, in both languages: as `names` says, else the catalogue."""
    if (name := names.get(column, {}).get(code)) is None:
        return Bilingual(*(prose.called(language, column, code) for language in LANGUAGES))
    return name if isinstance(name, Bilingual) else Bilingual(name, name)


def _said(parts: Sequence[Bilingual]) -> Markup:
    """Several names in a cell, once where both languages say the same."""
    en, zh = ", ".join(part.en for part in parts), "、".join(part.zh for part in parts)
    return (
        Markup.escape(zh) if all(part.en == part.zh for part in parts) else rendered("either", en=en, zh=zh)
    )


def _number(name: str, value: Any) -> str:
    if isinstance(value, float) and math.isnan(value):
        return ""
    if name.startswith("share"):
        return "<1 %" if 0 < value < _LEAST_SHARE else f"{100 * value:.0f} %"
    if isinstance(value, float):
        return f"{value:.{_DIGITS.get(name, 2)}f}"
    return f"{value}" if name in _PLAIN_NUMBERS else f"{value:,}"


def download(table: pd.DataFrame) -> Markup:
    """
    A link that holds the whole table as CSV (formulas escaped), so that it works without a server.

    Its fractions have six digits, which is what a report can carry; the commands give all.

    The file is called as the table in the register, ``table.csv`` where it is none of them.
    """
    data = base64.b64encode(export.encode(table, "csv", mark=True, short=True)).decode()
    return rendered("download", data=data, file=f"{table.attrs.get('table', 'table')}.csv", rows=len(table))
