"""Word documents (.docx), by python-docx: body blocks in order, tables, text boxes, automatic numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.reading.decoding import SIGNATURES, Errors
from analysis.reading.formats.extract import Extract
from analysis.tables import InputProblem

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MOST_BYTES = 256 * 2**20  # of all parts together, unpacked
MOST_RATIO = 200  # unpacked to packed, of a part above a megabyte
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = (f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText")
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
)


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read a Word document: a paragraph or a table's row a line, headings with their outline level.

    Numbers that Word sets itself (一、, （一）, 1.1) are written out. Tracked insertions are text, tracked
    deletions are not. Parts are measured before anything is unpacked.

    Raises
    ------
    InputProblem
        When the file is no Word document, is damaged, is too large, or declares XML entities.
    """
    _refuse(data, name)
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_Blocks(document).lines(document.element.body))
    except (
        KeyError,
        ValueError,
        AttributeError,
        PackageNotFoundError,
        XMLSyntaxError,
        zipfile.BadZipFile,
    ) as error:
        reason = str(error).strip("'\"").splitlines()[0] if str(error) else type(error).__name__
        raise InputProblem(
            f"{name}: a damaged Word document ({reason}). Open it in Word or LibreOffice and save it again."
        ) from None
    markup = {at: level for at, (_, level) in enumerate(lines, start=1) if level}
    title = (document.core_properties.title or "").strip()
    return Extract(
        "\n".join(text for text, _ in lines), markup=markup, setting="lines", title=title, loader="docx"
    )


def _refuse(data: bytes, name: str) -> None:
    if not data.startswith(b"PK"):
        kind = next((kind for start, kind in SIGNATURES if data.startswith(start)), "something else")
        raise InputProblem(
            f"{name}: no Word document (.docx): this seems to be {kind}. Save it as .docx in Word."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _refuse_bomb(parts, name)
            if "word/document.xml" not in archive.namelist():
                raise InputProblem(f"{name}: no Word document: the archive holds no word/document.xml.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part)[:4096]:
                    raise InputProblem(
                        f"{name}: refused: {part.filename} declares a document type (XML entities)."
                    )
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
        raise InputProblem(f"{name}: a damaged Word document ({error}). Save it again as .docx.") from None


def _refuse_bomb(parts: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(part.file_size for part in parts)
    swollen = [
        part
        for part in parts
        if part.file_size > 2**20 and part.file_size > MOST_RATIO * max(part.compress_size, 1)
    ]
    if total > MOST_BYTES or swollen:
        raise InputProblem(
            f"{name}: refused: unpacked it would take {total / 2**20:,.0f} MB"
            f" (at most {MOST_BYTES // 2**20} MB, and {MOST_RATIO} times its packed size)."
        )


class _Blocks:
    """The lines of a document's body, with the counters of its automatic numbers."""

    def __init__(self, document: WordDocument) -> None:
        self.styles = {style.style_id: style for style in document.styles}
        self.numbering = _Numbering(document)

    def lines(self, container: Any) -> Iterator[tuple[str, int]]:
        for block in container.iterchildren():
            if block.tag == f"{_W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{_W}tbl":
                yield from self._table(block)
            elif block.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
                content = block.find(f"{_W}sdtContent")
                yield from self.lines(block if content is None else content)

    def _table(self, table: Any) -> Iterator[tuple[str, int]]:
        for row in table.iter(f"{_W}tr"):
            cells = []
            for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt"):
                cells.append(" ".join(text for text, _ in self.lines(cell) if text))
            yield " | ".join(filter(None, cells)), 0

    def _paragraph(self, paragraph: Any) -> Iterator[tuple[str, int]]:
        label = self.numbering.label(paragraph, self._property(paragraph, "numPr"))
        level = self._level(paragraph)
        boxes: list[Any] = []
        texts = "".join(_texts(paragraph, boxes)).split("\n")
        if texts != [""]:
            yield label + texts[0], level
            yield from ((text, 0) for text in texts[1:])
        for box in boxes:
            yield from self.lines(box)

    def _level(self, paragraph: Any) -> int:
        """The outline level, 1 = highest, 0 = text."""
        outline = self._property(paragraph, "outlineLvl")
        if outline is not None and (value := int(outline.get(f"{_W}val", "9"))) < 9:
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
        style_id, seen = _style_id(paragraph), set[str]()
        while own is None and style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            element = self.styles[style_id].element
            own = element.find(f"{_W}pPr/{_W}{name}")
            based = element.find(f"{_W}basedOn")
            style_id = "" if based is None else based.get(f"{_W}val", "")
        return own


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
            yield node.text or ""
        elif node.tag == f"{_W}tab":
            yield " " if node.getparent().tag == f"{_W}r" else ""
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            stack.extend(reversed(node))


class _Numbering:
    """What Word prints in front of automatically numbered paragraphs."""

    def __init__(self, document: WordDocument) -> None:
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            root = None
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self.counters: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        abstract = {node.get(f"{_W}abstractNumId"): node for node in root.iterchildren(f"{_W}abstractNum")}
        for number in root.iterchildren(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            source = abstract.get(link.get(f"{_W}val")) if link is not None else None
            for level in source.iterchildren(f"{_W}lvl") if source is not None else ():
                values = [level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start")]
                kind, text, start = (
                    default if node is None else node.get(f"{_W}val", default)
                    for node, default in zip(values, ("decimal", "", "1"), strict=True)
                )
                self.levels[number.get(f"{_W}numId"), int(level.get(f"{_W}ilvl", "0"))] = (
                    kind,
                    text,
                    int(start),
                )

    def label(self, paragraph: Any, properties: Any | None) -> str:
        """The label of a paragraph; counting goes on with every call."""
        if properties is None:
            return ""
        number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
        id_, at = (
            ("" if number is None else number.get(f"{_W}val", "")),
            (0 if level is None else int(level.get(f"{_W}val", "0"))),
        )
        if (id_, at) not in self.levels or self.levels[id_, at][0] in ("bullet", "none"):
            return ""
        counters = self.counters.setdefault(id_, {})
        counters[at] = counters.get(at, self.levels[id_, at][2] - 1) + 1
        for deeper in [other for other in counters if other > at]:
            del counters[deeper]
        text = self.levels[id_, at][1]
        for depth in range(at + 1):
            kind, _, start = self.levels.get((id_, depth), ("decimal", "", 1))
            text = text.replace(f"%{depth + 1}", _printed(counters.get(depth, start), kind))
        return text if not text or text[-1] in "、.．）)" else text + " "


def _printed(value: int, kind: str) -> str:
    """
    A counter as Word prints it.

    Examples
    --------
    >>> _printed(12, "chineseCounting"), _printed(3, "decimalEnclosedCircle"), _printed(7, "decimal")
    ('十二', '③', '7')
    """
    if kind in _CHINESE and 0 < value < 100:
        tens, ones = divmod(value, 10)
        digits = "零一二三四五六七八九"
        return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    if kind.startswith("decimalEnclosedCircle") and 0 < value <= 20:
        return chr(0x2460 + value - 1)
    if kind in ("lowerLetter", "upperLetter") and 0 < value <= 26:
        return chr((97 if kind == "lowerLetter" else 65) + value - 1)
    return str(value)
