"""Word documents (.docx), by python-docx: body blocks in order, tables, text boxes, automatic numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from analysis.reading.decoding import Errors
from analysis.reading.formats.docx_archive import refuse, transitional, without_properties
from analysis.reading.formats.docx_numbering import Numbering
from analysis.reading.formats.docx_styles import Styles, style_id
from analysis.reading.formats.docx_text import said
from analysis.reading.formats.extracted import Extract
from analysis.tables import InputProblem

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _TABLE, _ROW, _CELL = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc"))
# What stands around paragraphs, rows or cells and holds them as if it were not there.
_AROUND = (
    *(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")),
    *(f"{_MC}{name}" for name in ("AlternateContent", "Choice")),
)
_ENTERED = frozenset((_TABLE, _ROW, _CELL, *_AROUND))
_MOST_TITLE_LINES = 4  # paragraphs in the style for titles
_ROW_DELETED = f"{_W}trPr/{_W}del"
_NOTES = ("footnote", "endnote")
# text, level of the heading that it is (0 = text), why it is no part of the document ("" = it is one)
_Line = tuple[str, int, str]


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read a Word document: a paragraph or a table's row a line, headings with their outline level.

    Numbers that Word sets itself (一、, （一）, 1.1) are written out. Tracked insertions are text, tracked
    deletions are not. What is not shown (hidden text, the reading of characters) and notes, which stand
    behind the text, are lines to be dropped. A table in a table's cell is lines of its own, where it stands.
    Parts are measured before anything is unpacked.

    Raises
    ------
    InputProblem
        When the file is no Word document, is locked or damaged, is too large, nests too deep, or declares
        XML entities.
    """
    refuse(data, name)
    document = _opened(transitional(data), name)
    lines = [*_Blocks(document).lines(document.element.body), *_notes(document)]
    return Extract(
        "\n".join(text for text, _, _ in lines),
        markup={at: level for at, (_, level, _) in enumerate(lines, start=1) if level},
        drop={at: reason for at, (_, _, reason) in enumerate(lines, start=1) if reason},
        setting="lines",
        titles=tuple(_titles(document)),
        loader="docx",
    )


def _opened(data: bytes, name: str) -> WordDocument:
    import docx
    from lxml.etree import XMLSyntaxError

    try:
        try:
            return docx.Document(io.BytesIO(data))
        except Exception:
            with suppress(Exception):  # properties are no part of the text
                return docx.Document(io.BytesIO(without_properties(data)))
            raise
    except XMLSyntaxError as error:
        if "depth" not in str(error):
            raise
        raise InputProblem(
            f"{name}: refused: its elements (tables in tables) nest deeper than 256. Take tables out of "
            "tables."
        ) from None
    except ValueError as error:
        if "is not a Word file" not in str(error):
            raise
        raise InputProblem(
            f"{name}: this is not a Word file: by its list of contents it holds no Word document."
            " Save it as .docx in Word."
        ) from None


def _titles(document: WordDocument) -> Iterator[tuple[str, str]]:
    """What paragraphs in Word's style for titles say together, then what the file's properties say."""
    styles = {style.style_id for style in document.styles if (style.name or "").lower() in ("title", "标题")}
    texts = [said(node).text for node in document.element.body.iter(_P) if style_id(node) in styles]
    if styled := "".join(text.strip() for text in texts[:_MOST_TITLE_LINES]):
        yield "Word's title style", styled
    if own := _property_title(document):
        yield "file's properties", own


def _property_title(document: WordDocument) -> str:
    """
    The document's own title; none when its properties are damaged, which are no part of its text, or missing.
    """
    relations = document.part.package.rels.values() if document.part.package else ()
    if not any(relation.reltype.endswith("/core-properties") for relation in relations):
        return ""  # the library would make up some
    try:
        return (document.core_properties.title or "").strip()
    except (ValueError, KeyError, AttributeError):
        return ""


def _notes(document: WordDocument) -> Iterator[_Line]:
    """The paragraphs of footnotes and endnotes, in the order in which the file holds them."""
    relations = document.part.rels.values()
    for kind in _NOTES:
        parts = [one.target_part for one in relations if one.reltype.endswith(f"/{kind}s")]
        for note in (note for part in parts for note in _root(part).iterchildren(f"{_W}{kind}")):
            if note.get(f"{_W}type", "normal") == "normal":
                for text in (said(paragraph).text for paragraph in note.iter(_P)):
                    yield from ((line, 0, kind) for line in text.split("\n") if line.strip())


def _root(part: Part) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(part.blob)


class _Rows:
    """The cells of the table's row that is being read; a table in a cell parts what stands around it."""

    def __init__(self) -> None:
        self.open = 0  # rows in rows
        self.cells: list[list[str]] = []
        self.aside: list[_Line] = []  # lines that are not shown

    def put(self, line: _Line) -> None:
        """Put a paragraph's line into the cell that is open."""
        if line[2]:
            self.aside.append(line)
            return
        if not self.cells:
            self.cells.append([])
        self.cells[-1].append(line[0])

    def taken(self) -> Iterator[_Line]:
        """The line of what has been put since the last."""
        text = " | ".join(filter(None, (" ".join(filter(None, cell)) for cell in self.cells)))
        if text:
            yield text, 0, ""
        yield from self.aside
        self.cells, self.aside = [], []


class _Blocks:
    """The lines of a document's body, with the counters of its automatic numbers."""

    def __init__(self, document: WordDocument) -> None:
        self.styles = Styles(document)
        self.numbering = Numbering(document)
        self.joined: list[str] = []  # the texts of paragraphs that go on in the next

    def lines(self, body: Any) -> Iterator[_Line]:
        """The body's lines in reading order, each text once; without recursion, however deep tables nest."""
        rows = _Rows()
        stack = [(body.tag, iter(body))]
        while stack:
            tag, children = stack[-1]
            node = next(children, None)
            if node is None:
                stack.pop()
                if tag == _CELL:
                    rows.put((self._taken(), 0, ""))  # no paragraph goes on in the next cell
                elif tag == _ROW:
                    yield from rows.taken()
                    rows.open -= 1
            elif node.tag == _P:
                boxes: list[Any] = []
                for line in self._paragraph(node, boxes):
                    if rows.open:
                        rows.put(line)
                    else:
                        yield line
                stack += [(box.tag, iter(box)) for box in reversed(boxes)]
            elif node.tag in _ENTERED and node.find(_ROW_DELETED) is None:
                if node.tag == _TABLE and not rows.open:
                    yield from _shown(self._taken(), 0)
                elif node.tag == _CELL:
                    rows.cells.append([])
                elif node.tag == _ROW:
                    yield from rows.taken()
                    rows.open += 1
                stack.append((node.tag, iter(node)))
        yield from _shown(self._taken(), 0)

    def _paragraph(self, paragraph: Any, boxes: list[Any]) -> Iterator[_Line]:
        own, style = paragraph.find(f"{_W}pPr"), style_id(paragraph)
        found = said(paragraph, lambda run: self.styles.is_hidden(run, style))
        boxes += found.boxes
        self.joined.append(found.text)
        if not self.styles.is_joined(own, style):
            text = self._taken()
            list_, depth = self.styles.list_of(own, style)
            label = self.numbering.label(list_, depth, style)
            yield from _shown(label + text if text else "", self.styles.level(own, style))
        for reason, aside in found.aside.items():
            yield from ((piece, 0, reason) for piece in aside.split("\n") if piece.strip())

    def _taken(self) -> str:
        """The text that is waiting for the end of its paragraph."""
        text = "".join(self.joined)
        self.joined.clear()
        return text


def _shown(text: str, level: int) -> Iterator[_Line]:
    """The lines of a paragraph; the first is the heading where it is one."""
    first, *rest = text.split("\n")
    if text:
        yield first, level, ""
        yield from ((line, 0, "") for line in rest)
