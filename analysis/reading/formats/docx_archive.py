"""The archive that a Word document is: what it holds, measured and looked at before it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from analysis.reading.decoding import SIGNATURES
from analysis.tables import InputProblem

MOST_BYTES = 256 * 2**20  # of all parts together, unpacked
MOST_RATIO = 200  # unpacked to packed, of a part above a megabyte
_CHUNK = 1 << 16
_MAIN = re.compile(r"word/document\d*\.xml")
_OLE = b"\xd0\xcf\x11\xe0"
# A part that tells what an archive is, when it is no Word document.
_OTHERS = (
    ("xl/workbook.xml", "a spreadsheet (.xlsx)"),
    ("xl/workbook.bin", "a spreadsheet (.xlsb)"),
    ("ppt/presentation.xml", "a presentation (.pptx)"),
    ("content.xml", "an OpenDocument file (.odt, .ods)"),
    ("META-INF/container.xml", "an electronic book (.epub)"),
)
_MACROS, _TEMPLATE = b".macroEnabled", b".template.main+xml"  # in the content types


def refuse(data: bytes, name: str) -> None:
    """
    Raise `InputProblem` for what is no Word document, is locked, would be too large or declares XML entities.

    Whatever else a damaged archive raises is left to the caller.
    """
    if not data.startswith(b"PK"):
        kind = next((kind for start, kind in SIGNATURES if data.startswith(start)), "something else")
        if data.startswith(_OLE):
            kind = "an old Office document (.doc, .xls), or one locked with a password"
        raise InputProblem(
            f"{name}: no Word document (.docx): this seems to be {kind}. Save it as .docx in Word."
        )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise InputProblem(
                f"{name}: refused: its parts are encrypted. Save it without a password as .docx."
            )
        _refuse_bomb(parts, name)
        _refuse_others(archive, name)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and _declares_type(_chunks(archive, part)):
                raise InputProblem(
                    f"{name}: refused: {part.filename} declares a document type (XML entities)."
                )


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


def _refuse_others(archive: zipfile.ZipFile, name: str) -> None:
    """Say what an archive is that is no document, or none that is read here."""
    names = set(archive.namelist())
    if not any(map(_MAIN.fullmatch, names)):
        kind = next((kind for part, kind in _OTHERS if part in names), "")
        seems = f": this seems to be {kind}" if kind else ""
        raise InputProblem(
            f"{name}: no Word document{seems}: the archive holds no word/document.xml. Save it as .docx in Word."
        )
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if _MACROS in types or _TEMPLATE in types:
        kind = "document with macros (.docm)" if _MACROS in types else "template (.dotx)"
        raise InputProblem(f"{name}: this is a Word {kind}, which is not read. Save it as .docx in Word.")


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


class _Begun(Exception):
    """The first element has begun: what a document declares stands above it."""


def _declares_type(chunks: Iterator[bytes]) -> bool:
    """
    Whether XML has a DOCTYPE, behind comments of any length and in whatever encoding.

    Examples
    --------
    >>> _declares_type(iter(["<!-- long --><!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16")]))
    True
    >>> _declares_type(iter([b"<a>&lt;!DOCTYPE</a>"]))
    False
    """
    declared: list[str] = []

    def begun(*_: object) -> None:
        raise _Begun

    def doctype(type_: str, *_: object) -> None:
        declared.append(type_)
        raise _Begun

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = begun, doctype
    try:
        for chunk in chunks:
            parser.Parse(chunk)
    except _Begun:
        return bool(declared)
    except expat.ExpatError:  # no XML: whoever reads the part says so
        return False
    return False
