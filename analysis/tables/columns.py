"""What a table is, and the columns that many of them share."""

from __future__ import annotations

from dataclasses import dataclass

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
