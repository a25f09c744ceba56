"""The Document: what was kept of a file, where its parts lie, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartKind = Literal["title", "adoption", "chapter", "article", "opening", "lead", "body", "bullet"]

HEADINGS = ("chapter", "article")
PASSAGES = ("opening", "lead", "body", "bullet")


@dataclass(frozen=True, slots=True)
class Part:
    """
    A line of the document with its role.

    `start` and `end` are offsets into the document's text; `line` is the line of the raw file (from 1).
    `chapter`, `article`, `paragraph` are ordinals, 0 = none. Of headings, `label` is the number as printed
    (``一``, ``11``) and `title` what follows it, without a closing stop.
    """

    kind: PartKind
    start: int
    end: int
    line: int
    chapter: int = 0
    article: int = 0
    paragraph: int = 0
    label: str = ""
    title: str = ""

    @property
    def id(self) -> str:
        """``c3`` or ``9`` for headings, ``9.1``, ``c3.1`` or ``p0.1`` for passages."""
        if self.kind == "chapter":
            return f"c{self.chapter}"
        if self.kind == "article":
            return str(self.article)
        if self.article:
            return f"{self.article}.{self.paragraph}"
        return f"c{self.chapter}.{self.paragraph}" if self.chapter else f"p0.{self.paragraph}"


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line of the raw file (from 1) that is no part of the document, and why."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """
    A policy document as read.

    `text` holds exactly the kept lines, joined by line feeds; every offset anywhere counts its code points.
    `parts` cover it line by line. `issuer` and `adopted` (ISO date) are what the document says of itself,
    empty when it does not. `dropped` lists what was left out, blank lines aside.
    """

    id: str
    title: str
    source: str
    text: str
    parts: tuple[Part, ...]
    dropped: tuple[DroppedLine, ...] = ()
    encoding: str = "utf-8"
    issuer: str = ""
    adopted: str = ""

    @property
    def chapters(self) -> tuple[Part, ...]:
        """Chapter headings in order."""
        return tuple(part for part in self.parts if part.kind == "chapter")

    @property
    def articles(self) -> tuple[Part, ...]:
        """Article headings in order."""
        return tuple(part for part in self.parts if part.kind == "article")

    @property
    def passages(self) -> tuple[Part, ...]:
        """Paragraphs of the body in order: opening, leads, articles' paragraphs and bullets."""
        return tuple(part for part in self.parts if part.kind in PASSAGES)

    @property
    def headings(self) -> dict[str, Part]:
        """Headings by id (``c3``, ``9``)."""
        return {part.id: part for part in self.parts if part.kind in HEADINGS}
