"""The Document: what was kept of a file, where its parts lie, and what was left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from analysis.ids import heading_id
from analysis.reading.lines import Run, origin
from analysis.reading.mapping import Repair

PartKind = Literal[
    "title",
    "adoption",
    "attached",
    "chapter",
    "article",
    "subheading",
    "opening",
    "lead",
    "body",
    "bullet",
    "cell",
    "signature",
]

FILE_NAME = "file's name"  # where the title of a document comes from that has none

HEADINGS = ("attached", "chapter", "article", "subheading")
PARAGRAPHS = ("opening", "lead", "body", "bullet")
PASSAGES = (*PARAGRAPHS, "cell")


@dataclass(frozen=True, slots=True)
class Part:
    """
    A line of the document, or a heading and the paragraph that it runs into, with its role.

    `start` and `end` are offsets into the document's text; `line` is the line of the raw file (from 1).
    `chapter`, `article`, `paragraph` are ordinals, 0 = none. Of headings, `level` is the depth in the
    document's own structure (1 = highest), `label` the number as printed (``一``, ``11``, ``3.2``), `style`
    the style of numbering and `title` what follows, without a closing stop. A ``subheading`` is a heading
    below the articles, ``attached`` the title of an attached document above chapters of its own; both take a
    paragraph's number. A ``lead`` is text of a chapter outside its articles, before or behind them.
    ``adoption`` is what stands between title and text (subtitle, date, who adopted it), ``signature`` issuer
    and date below the text. A ``cell`` is a cell or a row of a table.
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
    level: int = 0
    style: str = ""

    @property
    def id(self) -> str:
        """``c3`` or ``9`` for headings, ``9.1``, ``c3.1`` or ``p0.1`` for passages and other headings."""
        heading = heading_id(chapter=self.chapter, article=0 if self.kind == "chapter" else self.article)
        return heading if self.kind in ("chapter", "article") else f"{heading}.{self.paragraph}"


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line of the raw file (from 1) that is no part of the document, and why."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """
    Something that a document says of itself: `field` and `value`, and where and how it was found.

    `line` is the line of the raw file (0 = none), `text` what stands there, `source` the way in which it was
    found: ``session line``, ``signature``, ``page's title``.
    """

    field: str
    value: str
    line: int = 0
    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """
    A policy document as read.

    `text` holds exactly what was kept, paragraphs joined by line feeds; every offset anywhere counts its
    code points. `parts` cover it in order. `facts` are what the document says of itself: `issuer`, `adopted`,
    `issued`, `delivered`, `kind` and others, empty when it does not. `dropped` lists what was left out, blank
    lines aside; `repairs` what was mapped, removed or replaced, by kind. `runs` say where the characters
    stood in the decoded file: `origin` asks them. `setting` is how the lines were set (see
    ``paragraphs.setting``), `loader` the format and the way it was read, `known` whether that told where the
    text is: in a web page without a known container it is guessed.
    """

    id: str
    title: str
    source: str
    text: str
    parts: tuple[Part, ...]
    dropped: tuple[DroppedLine, ...] = ()
    encoding: str = "utf-8"
    facts: tuple[Fact, ...] = ()
    repairs: tuple[Repair, ...] = ()
    runs: tuple[Run, ...] = field(default=(), repr=False)
    setting: str = "lines"
    loader: str = "text"
    known: bool = True

    def fact(self, field: str) -> str:
        """What the document says of a field, several values joined by 、; empty when it says nothing."""
        return "、".join(fact.value for fact in self.facts if fact.field == field)

    @property
    def issuer(self) -> str:
        """Who issues it, or in whose name it was delivered."""
        return self.fact("issuer")

    @property
    def adopted(self) -> str:
        """When a congress, a committee or a meeting adopted it (ISO date)."""
        return self.fact("adopted")

    @property
    def issued(self) -> str:
        """The date that it bears: below the text, on the cover (ISO date, YYYY-MM where no day is given)."""
        return self.fact("issued")

    @property
    def delivered(self) -> str:
        """When a report or speech was held (ISO date)."""
        return self.fact("delivered")

    @property
    def kind(self) -> str:
        """What kind of document it is: plan, notice, regulation … (``genres.Genre``); other when unknown."""
        return self.fact("kind") or "other"

    @property
    def dated(self) -> tuple[str, str]:
        """The date that says most of when it was made, and which it is; both empty without any."""
        names = ("adopted", "delivered", "issued", "approved", "amended")
        found = [(self.fact(name), name) for name in names if self.fact(name)]
        return next((one for one in found if len(one[0]) == 10), found[0] if found else ("", ""))

    @property
    def year(self) -> int:
        """The year by that date, or by a work report's title; 0 where neither says."""
        titled = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", self.title)
        known = titled if self.kind == "work report" and len(titled) == 1 else ["0"]
        return int(self.dated[0][:4] or known[0])

    def origin(self, offset: int) -> tuple[int, int]:
        """
        Where the character at `offset` stood: offset in the decoded file, and its line (from 1).

        Of a file that is no plain text (HTML, Word, PDF), both count in the text taken out of it.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"offset {offset} is not in the document's {len(self.text)} characters")
        return origin(self.runs, offset)

    @property
    def chapters(self) -> tuple[Part, ...]:
        """Chapter headings in order."""
        return tuple(part for part in self.parts if part.kind == "chapter")

    @property
    def titled(self) -> bool:
        """Whether the document bears a title; one that does not is called by its file."""
        return not any(fact.field == "title" and fact.source == FILE_NAME for fact in self.facts)

    @property
    def articles(self) -> tuple[Part, ...]:
        """Article headings in order."""
        return tuple(part for part in self.parts if part.kind == "article")

    @property
    def closings(self) -> tuple[Part, ...]:
        """The passages with which the text of a chapter leaves its last article."""
        under, found = 0, []  # the article above, 0 = none
        for part in self.parts:
            if part.kind in HEADINGS:
                under = part.article
            elif part.kind in PASSAGES and under and not part.article:
                under = 0
                found.append(part)
        return tuple(found)

    @property
    def passages(self) -> tuple[Part, ...]:
        """What stands in the body in order: its paragraphs, and the cells of its tables."""
        return tuple(part for part in self.parts if part.kind in PASSAGES)

    @property
    def paragraphs(self) -> tuple[Part, ...]:
        """The passages that are text: opening, leads, articles' paragraphs and bullets, no cells."""
        return tuple(part for part in self.parts if part.kind in PARAGRAPHS)

    @property
    def headings(self) -> dict[str, Part]:
        """Headings by id (``c3``, ``9``)."""
        return {part.id: part for part in self.parts if part.kind in HEADINGS}
