"""Lines become parts: title, adoption note, opening, chapters, articles, paragraphs and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.reading.cleaning import debris, trim_end
from analysis.reading.document import DroppedLine, Part, PartKind
from analysis.reading.numbering import NumberedLine, levels, numbered_line

Line = tuple[int, str]  # number in the raw file (from 1), text

_ADOPTION = re.compile(r"[（(].*(通过|批准|印发|发布|施行).*[）)]")
_BULLET = re.compile(r"[—―-]{2}")
_PROSE = re.compile(r".*。[”’」』）)]*|.{20,}[！？!?；;：:]")  # titles hardly end in a stop
_SALUTATION = re.compile(r"(各位|同志|女士|先生).{0,20}[：:]")
_LONGEST_TITLE_LINE = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a file by role: `front` is title lines and adoption note, `body` all from the opening on."""

    title: tuple[Line, ...]
    adoption: tuple[Line, ...]
    body: tuple[Line, ...]
    dropped: tuple[DroppedLine, ...]


def layout(lines: list[Line]) -> Layout:
    """
    Tell front, body and debris apart.

    The body begins with the first prose before the first heading, or with that heading. The title is the
    run of lines directly above it that are no debris; what stands above the title is dropped.
    """
    lines, tail = trim_end(lines)
    start = _body_start([text for _, text in lines])
    head, body = lines[:start], lines[start:]
    adoption = tuple(line for line in head if _ADOPTION.fullmatch(line[1]))
    head = [line for line in head if line not in adoption]
    cut = _title_start([text for _, text in head])
    dropped = [DroppedLine(number, debris(text) or "above the title", text) for number, text in head[:cut]]
    return Layout(tuple(head[cut:]), adoption, tuple(body), (*dropped, *tail))


def _body_start(texts: list[str]) -> int:
    """Index of the opening's first line, or of the first heading."""
    for index, text in enumerate(texts):
        prose = (_PROSE.fullmatch(text) or _SALUTATION.fullmatch(text)) and not debris(text)
        if prose or len(text) > _LONGEST_TITLE_LINE or numbered_line(index, text):
            return index
    return len(texts)


def _title_start(texts: list[str]) -> int:
    start = len(texts)
    while start and not debris(texts[start - 1]) and len(texts[start - 1]) <= _LONGEST_TITLE_LINE:
        start -= 1
    return start


def parts(found: Layout) -> Iterator[Part]:
    """
    Yield the document's parts in reading order, with offsets into the kept lines joined by line feeds.

    The style that numbers the first heading gives the chapters, the next style to appear the articles; a
    document with one style only has articles without chapters.
    """
    headings = {line.index: line for line in _headings(found.body)}
    offset = 0
    for number, text in found.title:
        yield Part("title", offset, offset + len(text), number)
        offset += len(text) + 1
    for number, text in found.adoption:
        yield Part("adoption", offset, offset + len(text), number)
        offset += len(text) + 1
    styles = levels(headings.values())[:2]
    article_style = styles[-1] if styles else ""
    chapter = article_total = article = paragraph = 0
    for index, (number, text) in enumerate(found.body):
        start, end = offset, offset + len(text)
        offset = end + 1
        heading = headings.get(index)
        if heading and heading.style == article_style:
            article_total, paragraph = article_total + 1, 0
            article = article_total
            yield Part("article", start, end, number, chapter, article, 0, heading.label, heading.title)
        elif heading and heading.style in styles:
            chapter, article, paragraph = chapter + 1, 0, 0
            yield Part("chapter", start, end, number, chapter, 0, 0, heading.label, heading.title)
        else:
            paragraph += 1
            yield Part(_kind(text, chapter, article), start, end, number, chapter, article, paragraph)


def _headings(body: tuple[Line, ...]) -> list[NumberedLine]:
    found = (numbered_line(index, text) for index, (_, text) in enumerate(body))
    return [line for line in found if line is not None]


def _kind(text: str, chapter: int, article: int) -> PartKind:
    if not article:
        return "lead" if chapter else "opening"
    return "bullet" if _BULLET.match(text) else "body"
