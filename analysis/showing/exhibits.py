"""
What a notebook shows: tables, charts and findings as HTML, in English and Chinese, with the way to the
sentences.

All text from a document is escaped: it is shown, never run. A sentence id becomes an element of class ``sid``
that the report turns into a link to the full text; in JupyterLab it is plain text.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis import export
from analysis.showing.html import rendered
from analysis.showing.wording import counted
from analysis.tables import SEPARATOR, head_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.showing.figures import Chart

MOST_LINKS = 12  # sentence ids shown at once; the rest fold away

_ID_COLUMNS = {"sentence_id", "sentence_ids", "heading_id", "unit_id"}
_PLAIN_NUMBERS = {"chapter", "article", "line", "cluster", "k"}


def links(sentence_ids: Iterable[str]) -> Markup:
    """
    Sentence (or heading, or paragraph) ids as elements that the report makes links of.

    Examples
    --------
    >>> links(["9.1.3"])
    Markup('<span class="sid" data-sid="9.1.3">9.1.3</span>')
    """
    ids = list(sentence_ids)
    return rendered("ids", shown=ids[:MOST_LINKS], folded=ids[MOST_LINKS:])


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
    """A table with its caption, its first `rows` shown and the whole of it to download as CSV."""

    table: pd.DataFrame
    en: str
    zh: str
    rows: int = 20
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        shown = self.table[list(self.columns)] if self.columns else self.table
        marks = self.table["evidence"].head(self.rows).tolist() if "evidence" in self.table else []
        return rendered(
            "table",
            en=self.en,
            zh=self.zh,
            rows=table_html(shown.head(self.rows), marks=marks, names=self.names),
            shown=self.rows,
            total=len(self.table),
            download=download(self.table),
        )


@dataclass(frozen=True, slots=True)
class ChartExhibit:
    """A chart with its caption, its alternative text, and the data behind it folded below."""

    chart: Chart
    en: str
    zh: str

    def _repr_html_(self) -> str:
        if self.chart.refused:
            return self.chart.words._repr_html_()
        return rendered(
            "chart",
            en=self.en,
            zh=self.zh,
            svg=Markup(self.chart.svg()),
            rows=table_html(self.chart.data.head(60), marks=[]),
            download=download(self.chart.data),
        )


def show_table(
    table: pd.DataFrame,
    *,
    en: str,
    zh: str,
    rows: int = 20,
    columns: Sequence[str] = (),
    names: Mapping[str, Mapping[str, str]] | None = None,
) -> TableExhibit:
    """
    A table for a notebook: caption in both languages, the first `rows`, only `columns` where given.

    In a column ``text`` the row's ``evidence`` is marked, and id columns lead to the full text. `names`
    replaces codes by what people call them: {column: {code: name}}.
    """
    return TableExhibit(table, en, zh, rows, names or {}, tuple(columns))


def show_chart(chart: Chart, *, en: str, zh: str) -> ChartExhibit:
    """A chart for a notebook, with a caption in both languages: what, unit, n, source."""
    return ChartExhibit(chart, en, zh)


def table_html(
    table: pd.DataFrame,
    *,
    marks: Sequence[str],
    names: Mapping[str, Mapping[str, str]] | None = None,
) -> Markup:
    """The rows of a table as HTML, everything escaped; `marks` are the evidence of each row."""
    heads = [head_of(str(name), table.attrs.get("table")) for name in table.columns]
    columns = [
        {"en": en, "zh": zh, "kind": _kind(table[name])}
        for name, (en, zh) in zip(table.columns, heads, strict=True)
    ]
    rows = []
    for at, row in enumerate(table.itertuples(index=False)):
        evidence = marks[at].split(SEPARATOR) if at < len(marks) else []
        cells = [
            _cell(str(n), value, evidence, names or {}) for n, value in zip(table.columns, row, strict=True)
        ]
        rows.append(list(zip(columns, cells, strict=True)))
    return rendered("rows", columns=columns, rows=rows)


def _kind(column: pd.Series) -> str:
    if column.dtype.kind in "if":
        return "number"
    return {"text": "text", "sentence_ids": "ids"}.get(str(column.name), "")


def _cell(name: str, value: Any, evidence: list[str], names: Mapping[str, Mapping[str, str]]) -> str:
    if name in _ID_COLUMNS:
        return links(id_ for id_ in str(value).split(SEPARATOR) if id_)
    if name == "text":
        return mark(str(value), evidence)
    if name in names:
        known = names[name]
        return "、".join(known.get(code, code) for code in str(value).split(SEPARATOR))
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return _number(name, value) if is_number else str(value)


def _number(name: str, value: Any) -> str:
    if isinstance(value, float) and math.isnan(value):
        return ""
    if name == "share":
        return f"{100 * value:.0f} %"
    if name == "p":
        return f"{value:.3f}"
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"{value}" if name in _PLAIN_NUMBERS else f"{value:,}"


def download(table: pd.DataFrame) -> Markup:
    """
    A link that holds the whole table as CSV (formulas escaped), so that it works without a server.

    The file is called as the table in the register, ``table.csv`` where it is none of them.
    """
    data = base64.b64encode(export.encode(table, "csv", mark=True)).decode()
    file = f"{table.attrs.get('table', 'table')}.csv"
    return rendered(
        "download", data=data, file=file, counted=counted(len(table), "row"), rows=f"{len(table):,}"
    )
