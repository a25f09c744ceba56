"""Paragraphs become parts: title, adoption note, opening, chapters, articles, paragraphs and bullets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.reading.cells import cell_lines
from analysis.reading.cleaning import is_leader, without_contents, without_tail
from analysis.reading.document import DroppedLine, Part, PartKind
from analysis.reading.front import FrontLine, front
from analysis.reading.gluing import unglued
from analysis.reading.headings import Heading, headings
from analysis.reading.levels import ATTACHED
from analysis.reading.lines import Line
from analysis.reading.mapping import Repair
from analysis.reading.pages import with_subscripts, without_glyph_codes, without_page_numbers
from analysis.reading.paragraphs import BULLET, Setting, paragraphs, setting
from analysis.reading.pieces import signature_start
from analysis.reading.signatures import signature_above

_BELOW_SIGNATURES = (ATTACHED, "annex")  # styles of headings above which a notice may be signed


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
    top = front(unglued(paragraphs(lines, how)), named)
    end = signature_start(top.body)
    everything = sorted([*dropped, *contents, *tail, *top.dropped], key=lambda drop: drop.line)
    cells = frozenset() if how == "indented" else frozenset(cell_lines(top.body[:end]))
    found = tuple(headings(top.body[:end], blank=how == "blank", cells=cells))
    body, below = top.body[:end], top.body[end:]
    return Layout(top.lines, body, below, tuple(everything), how, found, cells, repairs)


def parts(found: Layout) -> Iterator[Part]:
    """
    Yield the document's parts in reading order, with offsets into the kept lines joined by line feeds.

    Headings of the highest level are the chapters, those of the second the articles, deeper ones
    subheadings; a document with one level only has articles without chapters.
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


def _body_parts(found: Layout, offset: int) -> Iterator[Part]:
    by_line = {heading.index: heading for heading in found.headings}
    article_level = _article_level(found.headings)
    closing = {
        at
        for heading in found.headings
        if heading.style in _BELOW_SIGNATURES
        for at in signature_above(found.body, heading.index)
    }
    chapter = article_total = article = paragraph = 0
    for index, line in enumerate(found.body):
        start, end = offset, offset + len(line.text)
        offset = end + 1
        if index in closing:
            yield Part("signature", start, end, line.number)
            continue
        if heading := by_line.get(index):
            kind: PartKind
            if heading.level == article_level:
                kind, article_total, paragraph = "article", article_total + 1, 0
                article = article_total
            elif heading.level < article_level:
                kind, chapter, article, paragraph = "chapter", chapter + 1, 0, 0
            else:
                kind, paragraph = "subheading", paragraph + 1
            after = start + heading.end
            yield Part(
                kind, start, after, line.number, chapter, article, paragraph,
                heading.label, heading.title, heading.level, heading.style,
            )  # fmt: skip
            start = after + len(line.text[heading.end :]) - len(line.text[heading.end :].lstrip())
        if start < end:
            paragraph += 1
            number = (
                line.number
                if start == end - len(line.text)
                else _line_at(line, start - (end - len(line.text)))
            )
            kind = "cell" if index in found.cells else _kind(line.text, chapter, article)
            yield Part(kind, start, end, number, chapter, article, paragraph)


def _article_level(found: Sequence[Heading]) -> int:
    """
    The second level, or the only one; below the titles of attached documents they count anew.

    Where nothing is numbered before the first annex, annexes are what the notice sends out.
    """
    styles = [heading.style for heading in found]
    attached = ATTACHED in styles or styles[:1] == ["annex"]
    own = {heading.level for heading in found if not attached or heading.style not in _BELOW_SIGNATURES}
    return attached + (1 if len(own) == 1 else 2) if own else 1


def _line_at(line: Line, offset: int) -> int:
    from analysis.reading.lines import origin

    return origin(line.runs, offset)[1]


def _kind(text: str, chapter: int, article: int) -> PartKind:
    if not article:
        return "lead" if chapter else "opening"
    return "bullet" if BULLET.match(text) else "body"
