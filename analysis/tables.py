"""
What the columns of every table mean: the one place where they are written.

CSV headers, Parquet types, the checks below and the reference all come from `TABLES`. Columns only ever
grow to the right; ids are text everywhere (read as numbers, ``9.1`` and ``9.10`` become one).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

SEPARATOR = " | "  # joins several values in one cell


class InputProblem(ValueError):
    """Something a person brought cannot be used; the message says what came, what is right, what to do."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, pandas type (``str``, ``int64``, ``float64``, ``bool``) and meaning."""

    name: str
    dtype: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name, what one row is, the columns that identify a row, and all its columns."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names in their order."""
        return [column.name for column in self.columns]


SENTENCE_ID = Column(
    "sentence_id", "str", "article.paragraph.sentence (9.1.3); c3.1.1 in a lead, p0.1.1 in the opening"
)
OFFSETS = (
    Column("start", "int64", "offset of the first character in the document's text, in code points"),
    Column("end", "int64", "offset behind the last character"),
)
PLACE = (
    Column("chapter", "int64", "ordinal of the chapter, 0 = none"),
    Column("article", "int64", "ordinal of the article in the document, 0 = none"),
    Column("paragraph", "int64", "ordinal of the paragraph in its article, lead or opening; 0 in headings"),
)

_TABLES = (
    Table(
        "sentences",
        "a sentence of the body (and, on request, a heading)",
        ("sentence_id",),
        (
            SENTENCE_ID,
            Column("kind", "str", "opening, lead (of a chapter), body, bullet (——), or heading"),
            *PLACE,
            *OFFSETS,
            Column("text", "str", "the document's text between start and end, unchanged"),
        ),
    ),
    Table(
        "tokens",
        "a word or punctuation mark, in reading order",
        ("sentence_id", "position"),
        (
            SENTENCE_ID,
            Column("position", "int64", "ordinal in the sentence, from 1"),
            *OFFSETS,
            Column("token", "str", "the document's text between start and end, unchanged"),
            Column("tag", "str", "part of speech from the dictionary (n, v, …; x = punctuation or unknown)"),
            Column(
                "term_start", "Int64", "start of the longest policy term around the word; empty when none"
            ),
            Column("term_end", "Int64", "end of that term; empty when none"),
        ),
    ),
    Table(
        "terms",
        "a term in a group",
        ("group", "term"),
        (
            Column("group", "str", "the document's id, or the ordinal of a chapter or article (0 = outside)"),
            Column("term", "str", "a word, or with whole terms a policy term or word"),
            Column("n", "int64", "occurrences in the group"),
            Column(
                "rate", "float64", "per 1,000 words of the group: stop words in the total, punctuation out"
            ),
        ),
    ),
    Table(
        "themes",
        "a theme found in a sentence",
        ("sentence_id", "theme"),
        (
            SENTENCE_ID,
            Column("theme", "str", "id of the theme in themes.toml"),
            Column("evidence", "str", "the expressions found, in reading order, joined by ' | '"),
            Column("subtheme", "str", "ids of the groups they belong to, joined by ' | '"),
            Column("confidence", "float64", "0 to 1: how much speaks for the coding; see analysis.themes"),
            Column("source", "str", "text, heading (inherited) or code (a person's)"),
        ),
    ),
    Table(
        "clusters",
        "a unit (paragraph) in its cluster",
        ("unit_id",),
        (
            Column("unit_id", "str", "id of the paragraph: 9.1, c3.1, p0.1"),
            Column("cluster", "int64", "1 = the largest cluster; ties by first unit in reading order"),
            Column("label", "str", "the cluster's most distinctive words, joined by ' | '"),
            Column("strength", "float64", "share of the unit's weight that lies on its cluster, 0 to 1"),
        ),
    ),
    Table(
        "check",
        "a finding about the document's integrity",
        ("finding", "line"),
        (
            Column("finding", "str", "what kind of finding; the docstring of reading.check lists them"),
            Column("line", "int64", "line of the raw file, from 1"),
            Column("heading_id", "str", "the heading concerned: c3, 11; empty when none"),
            Column("text", "str", "the line as found"),
            Column("detail", "str", "what is wrong, in English"),
            Column("detail_zh", "str", "the same in Chinese"),
            Column("severity", "str", "problem: the document is suspect; note: what was done to read it"),
        ),
    ),
    Table(
        "dropped",
        "a line of the file that is no part of the document",
        ("line", "text"),
        (
            Column("line", "int64", "line of the raw file, from 1"),
            Column("reason", "str", "why it was left out"),
            Column("text", "str", "the line as found, or the piece of it that was left out"),
        ),
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _TABLES}


def build(name: str, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """
    Make the table `name` from rows in the order of its columns, with the declared types.

    An empty table has the same columns and types as a full one.

    Examples
    --------
    >>> build("clusters", [("9.1", 1, "虹桥 | 贸易", 0.8)]).columns.tolist()
    ['unit_id', 'cluster', 'label', 'strength']
    """
    import pandas as pd

    table = TABLES[name]
    frame = pd.DataFrame(list(rows), columns=table.names)
    return frame.astype({column.name: column.dtype for column in table.columns})


def require(frame: pd.DataFrame, name: str, columns: Iterable[str] | None = None) -> None:
    """
    Check that `frame` has the columns of table `name` (or those named in `columns`).

    Raises
    ------
    InputProblem
        Names the missing columns, those that came, and what makes such a table.

    Examples
    --------
    >>> require(build("clusters", []), "clusters")
    """
    wanted = list(columns) if columns is not None else TABLES[name].names
    missing = [column for column in wanted if column not in frame.columns]
    if missing:
        raise InputProblem(
            f"a {name} table needs the column(s) {', '.join(missing)}; "
            f"came: {', '.join(map(str, frame.columns)) or 'none'}. "
            f"Study(…).{name} makes such a table."
        )
