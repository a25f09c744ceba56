"""The archive that a Word document is: what it holds, measured and looked at before it is unpacked."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from xml.parsers import expat

from analysis.reading.kinds import kind_of, kind_of_archive
from analysis.tables import InputProblem

MOST_BYTES = 256 * 2**20  # of all parts together, unpacked
MOST_RATIO = 200  # unpacked to packed, of a part above a megabyte
UNSUSPECTED = 64 * 2**20  # of all parts together, unpacked: as much is read whatever the ratio; rows repeat
# What the archive's own libraries raise at a damaged part, NotImplementedError where it is packed or locked
# in a way that zipfile does not know; their messages are in plain words.
UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError)
_CHUNK = 1 << 16
_MAIN = re.compile(r"word/document\d*\.xml")
_SAVE = "Save it as .docx in Word."
_RELATIONS = "_rels/.rels"
# Strict Open XML (ISO 29500) differs from what Word writes otherwise in the names of its namespaces.
_STRICT = re.compile(rb"""(=\s*["'])http://purl\.oclc\.org/ooxml/(\w{1,40})/""")
_USUAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_TO_OTHERS = re.compile(rb"""<Relationship\b(?![^<>]*/officeDocument["'])[^<>]*(?:/>|>\s*</Relationship>)""")
_MACROS, _TEMPLATE = b".macroEnabled", b".template.main+xml"  # in the content types


def refuse(data: bytes, name: str) -> None:
    """
    Raise `InputProblem` for what is no Word document, is locked, would be too large or declares XML entities.

    Whatever else a damaged archive raises is left to the caller.
    """
    if not data.startswith(b"PK"):
        kind = kind_of(data, name)
        seems, advice = (kind.name, kind.advice) if kind else ("something else", _SAVE)
        raise InputProblem(f"{name}: no Word document (.docx): this seems to be {seems}. {advice}")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise InputProblem(
                f"{name}: refused: its parts are encrypted. Save it without a password as .docx."
            )
        _refuse_bomb(parts, name)
        _refuse_others(archive, data, name)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and _declares_type(_chunks(archive, part)):
                raise InputProblem(
                    f"{name}: refused: {part.filename} declares a document type (XML entities)."
                )


def _refuse_bomb(parts: list[zipfile.ZipInfo], name: str) -> None:
    total = sum(part.file_size for part in parts)
    if total > MOST_BYTES:
        raise InputProblem(
            f"{name}: refused: unpacked it would take {total / 2**20:,.0f} MB"
            f" (at most {MOST_BYTES / 2**20:,.0f} MB)."
            " Split it, or save it as plain text (.txt, UTF-8)."
        )
    swollen = [part for part in parts if part.file_size > 2**20 and _ratio(part) > MOST_RATIO]
    if total > UNSUSPECTED and swollen:
        raise InputProblem(
            f"{name}: refused: unpacked it would take {total / 2**20:,.0f} MB, its part {swollen[0].filename}"
            f" {_ratio(swollen[0]):,.0f} times its packed size (above {UNSUSPECTED / 2**20:,.0f} MB in all,"
            f" at most {MOST_RATIO} times). Split it, or save it as plain text (.txt, UTF-8)."
        )


def _ratio(part: zipfile.ZipInfo) -> float:
    return part.file_size / max(part.compress_size, 1)


def _refuse_others(archive: zipfile.ZipFile, data: bytes, name: str) -> None:
    """Say what an archive is that is no document, or none that is read here."""
    names = set(archive.namelist())
    if not any(map(_MAIN.fullmatch, names)):
        kind = kind_of_archive(data)
        seems, advice = (f": this seems to be {kind.name}", kind.advice) if kind else ("", _SAVE)
        raise InputProblem(
            f"{name}: no Word document{seems}: the archive holds no word/document.xml. {advice}"
        )
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if _MACROS in types or _TEMPLATE in types:
        what = "document with macros (.docm)" if _MACROS in types else "template (.dotx)"
        raise InputProblem(f"{name}: this is a Word {what}, which is not read. Save it as .docx in Word.")


def transitional(data: bytes) -> bytes:
    """An archive in Strict Open XML with the namespaces that Word writes otherwise; any other as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, suppress(KeyError, *UNREADABLE):
        if _STRICT.search(archive.read(_RELATIONS)):
            return _rewritten(archive, lambda _, part: _STRICT.sub(_USUAL, part))
    return data


def without_properties(data: bytes) -> bytes:
    """An archive that leads to its document alone, not to its properties, its picture or the like."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _rewritten(
            archive, lambda name, part: _TO_OTHERS.sub(b"", part) if name == _RELATIONS else part
        )


def _rewritten(archive: zipfile.ZipFile, change: Callable[[str, bytes], bytes]) -> bytes:
    """
    An archive with its parts changed; those that cannot be read are left out: whoever needs one says so.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in dict.fromkeys(archive.namelist()):
            with suppress(*UNREADABLE):
                part = archive.read(name)
                target.writestr(name, change(name, part) if name.endswith((".xml", ".rels")) else part)
    return buffer.getvalue()


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
    except (expat.ExpatError, *UNREADABLE):  # whoever reads the part says so
        return False
    return False
