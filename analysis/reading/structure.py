"""Paragraphs become parts: title, adoption note, opening, chapters, articles, paragraphs and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.reading.attached import signature_above
from analysis.reading.captions import ANNEX_NUMBER
from analysis.reading.cells import cell_lines
from analysis.reading.cleaning import debris, is_leader, without_contents, without_tail
from analysis.reading.document import DroppedLine, Part, PartKind
from analysis.reading.gluing import unglued
from analysis.reading.headings import UNNUMBERED, Heading, headings
from analysis.reading.levels import ATTACHED
from analysis.reading.lines import Line, Repair
from analysis.reading.numbering import label_of
from analysis.reading.pages import with_subscripts, without_glyph_codes, without_page_numbers
from analysis.reading.paragraphs import BULLET, Setting, paragraphs, setting

_ADOPTION = re.compile(r"[（(].*(通过|批准|印发|发布|公布|施行|修正|修订).*[）)]", re.DOTALL)
_YEAR = r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年"
_BYLINE = re.compile(
    rf"[—―–-]{{2}}.{{1,80}}|[（(]?{_YEAR}[\d一二三四五六七八九十]{{1,3}}月.{{0,80}}|[（(].{{1,120}}[）)]|"
    rf".{{1,20}}[〔\[（(]\d{{4}}[〕\]）)]\d{{1,5}}号"
    r"|(?:代|副|(?:市|县|区|省|州|国务院|[市县区省州]委|[市县区省州]?人民政府)(?:代|副)?)?(?:书记|省长|"
    r"市长|区长|县长|州长|主席|主任|总理|部长|局长|委员长)[ \u3000]*\S[ \u3000]*\S(?:[ \u3000]*\S){0,2}"
)
_PROSE = re.compile(
    r".*。[”’」』）)]*|.{20,}[！？!?；;]|.{8,}[：:]", re.DOTALL
)  # titles hardly end in a stop
_SALUTATION = re.compile(r"(各位|同志|女士|先生).{0,20}[：:]")
_SIGNATURE_DATE = re.compile(
    r"[（(]?(\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_PAGE_TITLE = re.compile(r"[^\s|｜，。>]{6,60}")
_LONGEST_TITLE_LINE = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """
    The lines of a file by role: `front` is title lines and adoption note, `body` all from the opening on.
    """

    title: tuple[Line, ...]
    adoption: tuple[Line, ...]
    body: tuple[Line, ...]
    signature: tuple[Line, ...]
    dropped: tuple[DroppedLine, ...]
    setting: Setting
    headings: tuple[Heading, ...] = field(default=())
    cells: frozenset[int] = frozenset()
    repairs: tuple[Repair, ...] = ()


def layout(lines: Sequence[Line], *, how: Setting | None = None) -> Layout:
    """
    Tell front, body and debris apart, join what is broken, and find the headings.

    The body begins with the first prose before the first heading, or with that heading. The title is the
    run of lines directly above it that are no debris; what stands above the title is dropped.
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
    joined = unglued(paragraphs(lines, how))
    start = _body_start(joined)
    body = joined[start:]
    title, adoption, above = _front(joined[:start])
    end = _signature_start(body)
    everything = sorted([*dropped, *contents, *tail, *above], key=lambda drop: drop.line)
    cells = frozenset() if how == "indented" else frozenset(cell_lines(body[:end]))
    found = tuple(headings(body[:end], blank=how == "blank", cells=cells))
    return Layout(
        title, adoption, tuple(body[:end]), tuple(body[end:]), tuple(everything), how, found, cells, repairs
    )


def _body_start(lines: Sequence[Line]) -> int:
    """Index of the opening's first line, or of the first heading."""
    title = _marked_title(lines)
    for index, line in enumerate(lines):
        text = line.text
        if line.markup and index != title:
            return index
        if (
            debris(text)
            or _ADOPTION.fullmatch(text)
            or (_BYLINE.fullmatch(text) and not _PROSE.fullmatch(text))
        ):
            continue
        begins = (_PROSE, _SALUTATION, UNNUMBERED)
        if len(text) > _LONGEST_TITLE_LINE or label_of(text) or any(p.fullmatch(text) for p in begins):
            return index
    return min(1, len(lines) - 1) if lines else 0  # no prose at all: one line may be the title


def _marked_title(lines: Sequence[Line]) -> int:
    """
    The first heading that the format marks, when it is the only one of its level and the highest; else -1.
    """
    marked = [(line.markup, index) for index, line in enumerate(lines) if line.markup]
    if not marked or [level for level, _ in marked].count(marked[0][0]) > 1 or min(marked)[1] != marked[0][1]:
        return -1
    return marked[0][1] if len(marked) > 1 or marked[0] == (1, 0) else -1


def _title_start(texts: Sequence[str]) -> int:
    start = len(texts)
    while (
        start
        and not debris(texts[start - 1])
        and not ANNEX_NUMBER.fullmatch(texts[start - 1])
        and (len(texts[start - 1]) <= _LONGEST_TITLE_LINE or _ADOPTION.fullmatch(texts[start - 1]))
    ):
        start -= 1
    return start


def _front(head: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...], list[DroppedLine]]:
    """Title lines, what stands between them and the text, and what stands above."""
    cut = _title_start([line.text for line in head])
    first = next((at for at in range(cut, len(head)) if _is_note(head[at].text)), len(head))
    title, adoption, above = list(head[cut:first]), tuple(head[first:]), list(head[:cut])
    if not title and (at := _title_above(above)) >= 0:
        title = [above.pop(at)]
    dropped = [DroppedLine(line.number, debris(line.text) or "above the title", line.text) for line in above]
    return tuple(title), adoption, dropped


def _is_note(text: str) -> bool:
    """Whether a line of the front says when, where or by whom, and is no title."""
    return _BYLINE.fullmatch(text) is not None or _ADOPTION.fullmatch(text) is not None


def _title_above(head: Sequence[Line]) -> int:
    """Index of the page's own title when buttons and dates stand between it and the text; -1 without one."""
    for at in range(len(head) - 1, -1, -1):
        text = head[at].text
        if not debris(text) and not _is_note(text) and _PAGE_TITLE.fullmatch(text):
            return at
    return -1


def _signature_start(body: Sequence[Line]) -> int:
    """Where issuer and date stand below the text; the number of lines when they do not."""
    if not body or not _SIGNATURE_DATE.fullmatch(body[-1].text):
        return len(body)
    end = len(body) - 1
    while (
        end > 1
        and len(body) - end < 4
        and len(body[end - 1].text) <= 30
        and not _PROSE.fullmatch(body[end - 1].text)
        and not label_of(body[end - 1].text)
    ):
        end -= 1
    return end


def parts(found: Layout) -> Iterator[Part]:
    """
    Yield the document's parts in reading order, with offsets into the kept lines joined by line feeds.

    Headings of the highest level are the chapters, those of the second the articles, deeper ones
    subheadings; a document with one level only has articles without chapters.
    """
    offset = 0
    for line in found.title:
        yield Part("title", offset, offset + len(line.text), line.number)
        offset += len(line.text) + 1
    for line in found.adoption:
        yield Part("adoption", offset, offset + len(line.text), line.number)
        offset += len(line.text) + 1
    yield from _body_parts(found, offset)
    offset += sum(len(line.text) + 1 for line in found.body)
    for line in found.signature:
        yield Part("signature", offset, offset + len(line.text), line.number)
        offset += len(line.text) + 1


def _body_parts(found: Layout, offset: int) -> Iterator[Part]:
    by_line = {heading.index: heading for heading in found.headings}
    article_level = _article_level(found.headings)
    closing = {at for title in _attached(found.headings) for at in signature_above(found.body, title.index)}
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


def _attached(found: Sequence[Heading]) -> list[Heading]:
    return [heading for heading in found if heading.style == ATTACHED]


def _article_level(found: Sequence[Heading]) -> int:
    """The second level, or the only one; below the titles of attached documents they count anew."""
    attached = bool(_attached(found))
    own = {heading.level for heading in found if not attached or heading.style not in (ATTACHED, "annex")}
    return attached + (1 if len(own) == 1 else 2)


def _line_at(line: Line, offset: int) -> int:
    from analysis.reading.lines import origin

    return origin(line.runs, offset)[1]


def _kind(text: str, chapter: int, article: int) -> PartKind:
    if not article:
        return "lead" if chapter else "opening"
    return "bullet" if BULLET.match(text) else "body"
