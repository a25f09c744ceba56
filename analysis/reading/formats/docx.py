"""Word documents (.docx), by python-docx: body blocks in order, tables, text boxes, automatic numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from analysis.reading.decoding import Errors
from analysis.reading.formats.docx_archive import refuse, transitional, without_properties
from analysis.reading.formats.docx_numbering import Numbering
from analysis.reading.formats.extracted import Extract
from analysis.tables import InputProblem

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText")
_P, _TABLE, _ROW, _CELL = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc"))
# What stands around paragraphs, rows or cells and holds them as if it were not there.
_AROUND = (
    *(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")),
    *(f"{_MC}{name}" for name in ("AlternateContent", "Choice")),
)
_ENTERED = frozenset((_TABLE, _ROW, _CELL, *_AROUND))
_MOST_TITLE_LINES = 4  # paragraphs in the style for titles
_Line = tuple[str, int]  # text, level of the heading that it is (0 = text)


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read a Word document: a paragraph or a table's row a line, headings with their outline level.

    Numbers that Word sets itself (一、, （一）, 1.1) are written out. Tracked insertions are text, tracked
    deletions are not. A table in a table's cell is lines of its own, where it stands. Parts are measured
    before anything is unpacked.

    Raises
    ------
    InputProblem
        When the file is no Word document, is locked or damaged, is too large, nests too deep, or declares
        XML entities.
    """
    refuse(data, name)
    document = _opened(transitional(data), name)
    lines = list(_Blocks(document).lines(document.element.body))
    markup = {at: level for at, (_, level) in enumerate(lines, start=1) if level}
    text = "\n".join(text for text, _ in lines)
    titles = tuple(_titles(document))
    return Extract(text, markup=markup, setting="lines", titles=titles, loader="docx")


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
    texts = [
        "".join(_texts(node, [])) for node in document.element.body.iter(_P) if _style_id(node) in styles
    ]
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


class _Rows:
    """The cells of the table's row that is being read; a table in a cell parts what stands around it."""

    def __init__(self) -> None:
        self.open = 0  # rows in rows
        self.cells: list[list[str]] = []

    def put(self, text: str) -> None:
        """Put a paragraph's text into the cell that is open."""
        if not self.cells:
            self.cells.append([])
        self.cells[-1].append(text)

    def taken(self) -> Iterator[_Line]:
        """The line of what has been put since the last."""
        text = " | ".join(filter(None, (" ".join(filter(None, cell)) for cell in self.cells)))
        self.cells = []
        if text:
            yield text, 0


class _Blocks:
    """The lines of a document's body, with the counters of its automatic numbers."""

    def __init__(self, document: WordDocument) -> None:
        self.styles = {style.style_id: style for style in document.styles}
        self.inherited: dict[tuple[str, str], Any | None] = {}
        self.numbering = Numbering(document)

    def lines(self, body: Any) -> Iterator[_Line]:
        """The body's lines in reading order, each text once; without recursion, however deep tables nest."""
        rows = _Rows()
        stack = [(body.tag, iter(body))]
        while stack:
            tag, children = stack[-1]
            node = next(children, None)
            if node is None:
                stack.pop()
                if tag == _ROW:
                    yield from rows.taken()
                    rows.open -= 1
            elif node.tag == _P:
                boxes: list[Any] = []
                for text, level in self._paragraph(node, boxes):
                    if rows.open:
                        rows.put(text)
                    else:
                        yield text, level
                stack += [(box.tag, iter(box)) for box in reversed(boxes)]
            elif node.tag in _ENTERED:
                if node.tag == _CELL:
                    rows.cells.append([])
                elif node.tag == _ROW:
                    yield from rows.taken()
                    rows.open += 1
                stack.append((node.tag, iter(node)))

    def _paragraph(self, paragraph: Any, boxes: list[Any]) -> Iterator[_Line]:
        label = self.numbering.label(self._property(paragraph, "numPr"))
        level = self._level(paragraph)
        texts = "".join(_texts(paragraph, boxes)).split("\n")
        if texts != [""]:
            yield label + texts[0], level
            yield from ((text, 0) for text in texts[1:])

    def _level(self, paragraph: Any) -> int:
        """The outline level, 1 = highest, 0 = text."""
        outline = self._property(paragraph, "outlineLvl")
        if outline is not None and 0 <= (value := int(outline.get(f"{_W}val", "9"))) < 9:
            return value + 1
        style = self.styles.get(_style_id(paragraph))
        match = (
            re.fullmatch(r"(?:heading|标题)\s*([1-9])", style.name or "", re.IGNORECASE)
            if style is not None
            else None
        )
        return int(match[1]) if match else 0

    def _property(self, paragraph: Any, name: str) -> Any | None:
        """A paragraph's property: its own, else its style's, else that of the style it is based on."""
        own = paragraph.find(f"{_W}pPr/{_W}{name}")
        return own if own is not None else self._inherited(_style_id(paragraph), name)

    def _inherited(self, style_id: str, name: str) -> Any | None:
        seen: dict[tuple[str, str], None] = {}
        found = None
        while found is None and style_id in self.styles and (style_id, name) not in seen:
            if (style_id, name) in self.inherited:
                found = self.inherited[style_id, name]
                break
            seen[style_id, name] = None
            element = self.styles[style_id].element
            found = element.find(f"{_W}pPr/{_W}{name}")
            based = element.find(f"{_W}basedOn")
            style_id = "" if based is None else based.get(f"{_W}val", "")
        self.inherited |= dict.fromkeys(seen, found)
        return found


def _style_id(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _texts(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The pieces of text in an element, in reading order; text boxes are set aside."""
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if node.tag in _LEFT_OUT:
            continue
        if node.tag == f"{_W}txbxContent":
            boxes.append(node)
        elif node.tag == f"{_W}t":
            # Behind a comment or an instruction the text goes on as that node's tail.
            yield (node.text or "") + "".join(child.tail or "" for child in node)
        elif node.tag == f"{_W}tab":
            yield " " if node.getparent().tag == f"{_W}r" else ""
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            stack.extend(reversed(node))
