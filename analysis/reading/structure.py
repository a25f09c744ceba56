"""Paragraphs become parts: title, adoption note, opening, chapters, articles, paragraphs and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.reading.cleaning import is_leader, without_contents, without_tail
from analysis.reading.document import DroppedLine, Part, PartKind
from analysis.reading.front import ANNEX_NUMBER, LONGEST_TITLE_LINE, FrontLine, front, signature_start
from analysis.reading.headings import Heading, headings
from analysis.reading.lines import Line
from analysis.reading.mapped import Repair
from analysis.reading.numbering import label_of
from analysis.reading.pages import with_subscripts, without_page_numbers
from analysis.reading.paragraphs import BULLET, Setting, paragraphs, setting

_LONGEST_LABEL = 20  # characters by which a division is told

# Where a line holds two: a heading glued to the end of another (。 第四条 地下空间…), a chapter and its first
# article (第七章 法律责任 第四十二条 …), a title and its text set apart by wide spaces (一、回顾
# 以一九九二年…).
_GLUED = re.compile(
    r"(?<=[。；：])[ \u3000]+(?=第[一二三四五六七八九十百零〇\d]{1,7}[篇编章节条][ \u3000])"
    r"|(?<=[^\s第])[ \u3000]+(?=第[一二三四五六七八九十百零〇\d]{1,7}条[ \u3000])"
    r"|\u3000{2,}"
)


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
    repairs: tuple[Repair, ...] = ()


def layout(lines: Sequence[Line], *, how: Setting | None = None, named: Sequence[str] = ()) -> Layout:
    """
    Tell front, body and debris apart, join what is broken, and find the headings.

    `named` is what the file calls itself, by which `front` knows the title among other lines.
    """
    how = setting([line for line in lines if not is_leader(line.text)]) if how is None else how
    dropped: list[DroppedLine] = []
    repairs: tuple[Repair, ...] = ()
    if how == "wrapped":
        lines, numbers = without_page_numbers(lines)
        dropped += numbers
        lines, n, first = with_subscripts(lines)
        repairs = (Repair("displaced subscript", n, first),) if n else ()
    lines, contents = without_contents(lines)
    lines, tail = without_tail(lines)
    top = front(_unglued(paragraphs(lines, how)), named)
    end = signature_start(top.body)
    everything = sorted([*dropped, *contents, *tail, *top.dropped], key=lambda drop: drop.line)
    found = tuple(headings(top.body[:end], blank=how == "blank"))
    return Layout(top.lines, top.body[:end], top.body[end:], tuple(everything), how, found, repairs)


def _unglued(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines:
        at = 0
        for match in _GLUED.finditer(line.text):
            if (
                match[0][0] == "\u3000"
                or line.text[match.start() - 1] in "。；："
                or _is_division(line.text[at : at + _LONGEST_LABEL])
            ):
                found.append(line.cut(at, match.start()))
                at = match.end()
        found.append(line.cut(at) if at else line)
    return _with_titles([line for line in found if line.text])


def _is_division(text: str) -> bool:
    """Whether a text begins with 第X章 or the like, but not with 第X条."""
    label = label_of(text)
    return label is not None and label.style.name in ("第X篇", "第X章", "第X节")


def _with_titles(lines: Sequence[Line]) -> list[Line]:
    """Join a number that stands alone with the title in the next line."""
    found: list[Line] = []
    for line in lines:
        label = label_of(found[-1].text + " ") if found else None
        alone = label is not None and label.end >= len(found[-1].text) and not label.style.article
        alone = alone or (len(found) > 1 and ANNEX_NUMBER.fullmatch(found[-1].text) is not None)
        if alone and not label_of(line.text) and not line.markup and len(line.text) <= LONGEST_TITLE_LINE:
            glue = " " if label is None or found[-1].text[-1].isdecimal() else ""
            found[-1] = found[-1].join(line, glue)
        else:
            found.append(line)
    return found


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
    article_level = 1 if len({heading.level for heading in found.headings}) == 1 else 2
    chapter = article_total = article = paragraph = 0
    for index, line in enumerate(found.body):
        start, end = offset, offset + len(line.text)
        offset = end + 1
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
            yield Part(_kind(line.text, chapter, article), start, end, number, chapter, article, paragraph)


def _line_at(line: Line, offset: int) -> int:
    from analysis.reading.lines import origin

    return origin(line.runs, offset)[1]


def _kind(text: str, chapter: int, article: int) -> PartKind:
    if not article:
        return "lead" if chapter else "opening"
    return "bullet" if BULLET.match(text) else "body"
