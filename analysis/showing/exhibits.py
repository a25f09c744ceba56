"""
What a notebook shows: tables, charts and findings as HTML, in English and Chinese, with the way to the sentences.

All text from a document is escaped: it is shown, never run. A sentence id becomes an element of class ``sid``
that the report turns into a link to the full text; in JupyterLab it is plain text.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis import export
from analysis.showing.wording import counted
from analysis.tables import SEPARATOR, head_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.showing.figures import Chart

MOST_LINKS = 12  # sentence ids shown at once; the rest fold away

_ID_COLUMNS = {"sentence_id", "sentence_ids", "heading_id", "unit_id"}
_PLAIN_NUMBERS = {"chapter", "article", "line", "cluster", "k"}


def bilingual(en: str, zh: str, *, tag: str = "span") -> str:
    """
    Two texts as sibling elements marked with their language; both are escaped.

    Examples
    --------
    >>> bilingual("theme", "主题")
    '<span lang="en">theme</span><span lang="zh">主题</span>'
    """
    return f'<{tag} lang="en">{escape(en)}</{tag}><{tag} lang="zh">{escape(zh)}</{tag}>'


def links(sentence_ids: Iterable[str]) -> str:
    """
    Sentence (or heading, or paragraph) ids as elements that the report makes links of.

    Examples
    --------
    >>> links(["9.1.3"])
    '<span class="sid" data-sid="9.1.3">9.1.3</span>'
    """
    made = [f'<span class="sid" data-sid="{escape(id_)}">{escape(id_)}</span>' for id_ in sentence_ids]
    if len(made) <= MOST_LINKS:
        return " ".join(made)
    shown, folded = " ".join(made[:MOST_LINKS]), " ".join(made[MOST_LINKS:])
    return f'{shown} <details class="more"><summary>+{len(made) - MOST_LINKS}</summary>{folded}</details>'


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
        caption = f"<figcaption>{bilingual(self.en, self.zh)}{self._rest()}</figcaption>"
        body = table_html(shown.head(self.rows), marks=self._marks(), names=self.names)
        return f'<figure class="table">{body}{caption}{download(self.table)}</figure>'

    def _marks(self) -> list[str]:
        return self.table["evidence"].head(self.rows).tolist() if "evidence" in self.table else []

    def _rest(self) -> str:
        total = len(self.table)
        if total <= self.rows:
            return ""
        return bilingual(
            f" The first {self.rows} of {total:,} rows.", f"显示{total:,}行中的前{self.rows}行。"
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
        caption = f"<figcaption>{bilingual(self.en, self.zh)}</figcaption>"
        data = table_html(self.chart.data.head(60), marks=[])
        summary = f"<summary>{bilingual('Data of this figure', '图中数据')}</summary>"
        return f'<figure class="chart">{self.chart.svg()}{caption}<details>{summary}{data}{download(self.chart.data)}</details></figure>'


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
) -> str:
    """The rows of a table as HTML, everything escaped; `marks` are the evidence of each row."""
    head = "".join(
        f'<th scope="col"{_class(table[name])}>{bilingual(*head_of(name, table.attrs.get("table")))}</th>'
        for name in table.columns
    )
    rows = []
    for at, row in enumerate(table.itertuples(index=False)):
        evidence = marks[at].split(SEPARATOR) if at < len(marks) else []
        cells = zip(table.columns, row, strict=True)
        rows.append(
            "<tr>"
            + "".join(
                f"<td{_class(table[n])}>{_cell(n, value, evidence, names or {})}</td>" for n, value in cells
            )
            + "</tr>"
        )
    return f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _class(column: pd.Series) -> str:
    if column.dtype.kind in "if":
        return ' class="number"'
    name = {"text": "text", "sentence_ids": "ids"}.get(str(column.name))
    return f' class="{name}"' if name else ""


def _cell(name: str, value: Any, evidence: list[str], names: Mapping[str, Mapping[str, str]]) -> str:
    if name in _ID_COLUMNS:
        return links(id_ for id_ in str(value).split(SEPARATOR) if id_)
    if name == "text":
        return mark(str(value), evidence)
    if name in names:
        known = names[name]
        return escape("、".join(known.get(code, code) for code in str(value).split(SEPARATOR)))
    return escape(
        _number(name, value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
    )


def _number(name: str, value: Any) -> str:
    if isinstance(value, float) and math.isnan(value):
        return ""
    if name == "share":
        return f"{100 * value:.0f} %"
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"{value}" if name in _PLAIN_NUMBERS else f"{value:,}"


def download(table: pd.DataFrame) -> str:
    """A link that holds the whole table as CSV (formulas escaped), so that it works without a server."""
    data = base64.b64encode(b"\xef\xbb\xbf" + export.encode(table, "csv")).decode()
    words = bilingual(
        f"Download the table (CSV, {counted(len(table), 'row')})", f"下载数据(CSV,{len(table):,}行)"
    )
    return f'<p class="download"><a download="table.csv" href="data:text/csv;charset=utf-8;base64,{data}">{words}</a></p>'
