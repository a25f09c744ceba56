"""Paragraphs become parts: title, adoption note, opening, chapters, articles, paragraphs and bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.ids import heading_id
from analysis.reading.cells import cell_lines
from analysis.reading.cleaning import is_leader, without_contents, without_forms, without_tail
from analysis.reading.closings import closings
from analysis.reading.document import DroppedLine, Part, PartKind
from analysis.reading.front import FrontLine, front
from analysis.reading.gluing import unglued
from analysis.reading.headings import Heading, headings
from analysis.reading.levels import BELOW_SIGNATURES, article_level, heading_kinds
from analysis.reading.lines import Line
from analysis.reading.mapping import Repair
from analysis.reading.pages import with_subscripts, without_glyph_codes, without_page_numbers
from analysis.reading.paragraphs import BULLET, Setting, paragraphs, setting
from analysis.reading.pieces import signature_start
from analysis.reading.signatures import signature_above


@dataclass(frozen=True, slots=True)
class Layout:
    """
    The lines of a file by role: `front` is title lines and notes, `body` all from the opening on.
    """

    front: tuple[FrontLine, ...]
    body: tuple[Line, ...]
    signature: tuple[Line, ...]
    dropped: tuple[DroppedLine, ...]
    setting: Setting
    headings: tuple[Heading, ...] = field(default=())
    cells: frozenset[int] = frozenset()
    repairs: tuple[Repair, ...] = ()


def layout(lines: Sequence[Line], *, how: Setting | None = None, named: Sequence[str] = ()) -> Layout:
    """
    Tell front, body and debris apart, join what is broken, and find the headings.

    `named` is what the file calls itself, by which `front` knows the title among other lines.
    """
    lines, codes = without_glyph_codes(lines)
    dropped = list(codes)
    how = setting([line for line in lines if not is_leader(line.text)]) if how is None else how
    if how == "wrapped":
        lines, numbers = without_page_numbers(lines)
        dropped += numbers
    lines, n, first = with_subscripts(lines, wrapped=how == "wrapped")
    repairs = (Repair("displaced subscript", n, first),) if n else ()
    lines, contents = without_contents(lines)
    lines, tail = without_tail(lines)
    lines, forms = without_forms(lines)
    top = front(unglued(paragraphs(lines, how)), named)
    end = signature_start(top.body)
    everything = sorted([*dropped, *contents, *tail, *forms, *top.dropped], key=lambda drop: drop.line)
    cells = frozenset() if how == "indented" else frozenset(cell_lines(top.body[:end]))
    found = tuple(headings(top.body[:end], blank=how == "blank", cells=cells))
    body, below = top.body[:end], top.body[end:]
    return Layout(top.lines, body, below, tuple(everything), how, found, cells, repairs)


def parts(found: Layout) -> Iterator[Part]:
    """
    Yield the document's parts in reading order, with offsets into the kept lines joined by line feeds.

    Headings of the highest level are the chapters, those of the second the articles, deeper ones
    subheadings; a document with one level only has articles without chapters. In regulations 第X条 are the
    articles, also where sections (节), which are subheadings then, stand above. The title of an attached
    document is a chapter, unless that document has chapters of its own. What stands outside chapters counts
    as opening, what closes a chapter behind its last article as lead.
    """
    offset = 0
    for kind, line in ((one.kind, one.line) for one in found.front):
        yield Part(kind, offset, offset + len(line.text), line.number)
        offset += len(line.text) + 1
    yield from _body_parts(found, offset)
    offset += sum(len(line.text) + 1 for line in found.body)
    for line in found.signature:
        yield Part("signature", offset, offset + len(line.text), line.number)
        offset += len(line.text) + 1


@dataclass(slots=True)
class _Place:
    """
    Where the reading stands: the ordinals of chapter and article (0 = outside any), and what was counted.

    Paragraphs count on wherever text of an opening, a chapter or an article is taken up again.
    """

    chapter: int = 0
    article: int = 0
    chapters: int = 0
    articles: int = 0
    paragraphs: Counter[str] = field(default_factory=Counter)

    def enter(self, kind: PartKind) -> None:
        """Stand under the next heading of that kind."""
        if kind == "chapter":
            self.chapters += 1
            self.chapter, self.article = self.chapters, 0
        elif kind == "article":
            self.articles += 1
            self.article = self.articles
        elif kind == "attached":
            self.chapter = self.article = 0

    def next(self) -> int:
        """The ordinal of the next paragraph here."""
        here = heading_id(chapter=self.chapter, article=self.article)
        self.paragraphs[here] += 1
        return self.paragraphs[here]


def _body_parts(found: Layout, offset: int) -> Iterator[Part]:
    by_line = {heading.index: heading for heading in found.headings}
    kinds, articles = heading_kinds(found.headings), article_level(found.headings)
    signed, turns = _signatures(found), closings(found.body, found.headings, kinds)
    place = _Place()
    for index, line in enumerate(found.body):
        start, end = offset, offset + len(line.text)
        offset = end + 1
        if index in signed:
            yield Part("signature", start, end, line.number)
            continue
        if heading := by_line.get(index):
            if heading.level < articles:
                place.article = 0  # a section (节) between articles stands in none
            yield _heading_part(heading, kinds[index], place, start, line.number)
            start += len(line.text) - len(line.text[heading.end :].lstrip())
        elif index in turns:
            place.article = 0
        if start < end:
            number = (
                line.number
                if start == end - len(line.text)
                else _line_at(line, start - (end - len(line.text)))
            )
            kind = "cell" if index in found.cells else _kind(line.text, place.chapter, place.article)
            yield Part(kind, start, end, number, place.chapter, place.article, place.next())


def _signatures(found: Layout) -> set[int]:
    """The lines in which a notice is signed above what it sends out."""
    return {
        at
        for heading in found.headings
        if heading.style in BELOW_SIGNATURES
        for at in signature_above(found.body, heading.index)
    }


def _heading_part(heading: Heading, kind: PartKind, place: _Place, start: int, number: int) -> Part:
    place.enter(kind)
    paragraph = 0 if kind in ("chapter", "article") else place.next()
    return Part(
        kind, start, start + heading.end, number, place.chapter, place.article, paragraph,
        heading.label, heading.title, heading.level, heading.style,
    )  # fmt: skip


def _line_at(line: Line, offset: int) -> int:
    from analysis.reading.lines import origin

    return origin(line.runs, offset)[1]


def _kind(text: str, chapter: int, article: int) -> PartKind:
    if not article:
        return "lead" if chapter else "opening"
    return "bullet" if BULLET.match(text) else "body"
