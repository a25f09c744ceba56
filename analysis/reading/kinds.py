"""
What a file is that is not read here, by its first bytes, its parts or its name; and what to do with it.

A name alone refuses nothing: many a ``.doc`` is a web page, and is read as one.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from analysis.tables import InputProblem


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is, in words that fit behind "this seems to be", and what to do."""

    name: str
    advice: str


_TO_WORD = "Open it in Word or WPS and save it as .docx."
_TO_TEXT = "Save what is text in it as plain text (.txt, UTF-8)."
_TO_PDF = "Open it in its reader or in WPS and save it as PDF (.pdf)."
_OCR = "Run OCR on it, and read the result as .docx or .txt."
_UNPACK = "Unpack it, and name the documents in it."

# What a name says; of Office's old files, whose bytes are alike, it tells one from the other.
_BY_SUFFIX = {
    suffix: Kind(f"{name} ({suffix})", advice)
    for name, advice, suffixes in (
        ("an old Word document", _TO_WORD, ".doc"),
        ("a Word template or a document with macros", _TO_WORD, ".dot .dotx .dotm .docm"),
        ("a WPS document", _TO_WORD, ".wps .wpt .uot .uof"),
        ("a Rich Text document", _TO_WORD, ".rtf"),
        ("an OpenDocument text", _TO_WORD, ".odt .ott"),
        ("a Pages document", "Export it from Pages as .docx.", ".pages"),
        ("a spreadsheet", _TO_TEXT, ".xls .xlsx .xlsm .xlsb .et .ett .ods .numbers"),
        ("a presentation", _TO_TEXT, ".ppt .pptx .pps .ppsx .dps .odp .key"),
        ("a document with fixed pages", _TO_PDF, ".ofd .ceb .cebx .caj .kdh .nh .djvu .xps .oxps"),
        ("an electronic book", "Convert it to .docx or .txt.", ".epub .mobi .azw3"),
        ("a picture", _OCR, ".png .jpg .jpeg .jfif .gif .bmp .tif .tiff .webp .heic .heif .psd"),
        ("an archive", _UNPACK, ".zip .rar .7z .gz .tgz .tar .bz2 .xz"),
        ("a saved web archive", "Open it in a browser or Word and save it as .html or .docx.", ".mht .mhtml"),
    )
    for suffix in suffixes.split()
}
SUFFIXES = tuple(_BY_SUFFIX)
_OLE = b"\xd0\xcf\x11\xe0"
_OLD_OFFICE = (".doc", ".dot", ".wps", ".wpt", ".xls", ".et", ".ett", ".ppt", ".pps", ".dps")
# What the directory of an old Office file names, in UTF-16.
_STREAMS = (("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt"))
_LOCKED = Kind("a document locked with a password", "Open it, take the password off, and save it as .docx.")
_SOME_OFFICE = Kind("an old Office document (.doc, .xls), or one locked with a password", _TO_WORD)
# A part that tells what an archive is.
_BY_PART = (
    (
        re.compile(r"word/document\d*\.xml"),
        Kind("a Word document (.docx)", "Give its name the suffix .docx."),
    ),
    (re.compile(r"xl/workbook\.xml"), _BY_SUFFIX[".xlsx"]),
    (re.compile(r"xl/workbook\.bin"), _BY_SUFFIX[".xlsb"]),
    (re.compile(r"ppt/presentation\.xml"), _BY_SUFFIX[".pptx"]),
    (re.compile(r"OFD\.xml"), _BY_SUFFIX[".ofd"]),
    (re.compile(r"META-INF/container\.xml"), _BY_SUFFIX[".epub"]),
    (re.compile(r"content\.xml"), Kind("an OpenDocument file (.odt, .ods)", _TO_WORD)),
    (re.compile(r"Index/Document\.iwa|index\.xml"), _BY_SUFFIX[".pages"]),
)
_ZIP = Kind("a ZIP archive or a damaged Office document (.docx, .xlsx)", _UNPACK)
_FIRST_BYTES = (
    (rb"%PDF", Kind("a PDF", "Give its name the suffix .pdf.")),
    (rb"\{\\rtf", _BY_SUFFIX[".rtf"]),
    (rb"\x89PNG", Kind("a PNG image", _OCR)),
    (rb"\xff\xd8\xff", Kind("a JPEG image", _OCR)),
    (rb"GIF8", Kind("a GIF image", _OCR)),
    (rb"BM.{4}\x00\x00\x00\x00", Kind("a BMP image", _OCR)),
    (rb"II\*\x00|MM\x00\*", Kind("a TIFF image", _OCR)),
    (rb"RIFF.{4}WEBP", Kind("a WebP image", _OCR)),
    (rb".{4}ftyp(?:heic|heix|mif1|avif)", Kind("a HEIC or AVIF image", _OCR)),
    (rb"8BPS\x00", Kind("a Photoshop image", _OCR)),
    (rb"AT&TFORM", _BY_SUFFIX[".djvu"]),
    (rb"CAJ\x00|HN\x00|KDH |Founder CEB", _BY_SUFFIX[".caj"]),
    (rb"\x1f\x8b", Kind("a gzip archive", _UNPACK)),
    (rb"7z\xbc\xaf", Kind("a 7-Zip archive", _UNPACK)),
    (rb"Rar!", Kind("a RAR archive", _UNPACK)),
    (rb"BZh[1-9]1AY|\xfd7zXZ", Kind("an archive", _UNPACK)),
    (rb"(?:From:.{0,200}\s)?MIME-Version:\s*1", _BY_SUFFIX[".mht"]),
    (
        rb"(?:\xef\xbb\xbf)?<\?xml\b[^<>]{0,200}>\s*<\?mso-application\s[^<>]{0,40}Word\.",
        Kind("a Word document in XML", _TO_WORD),
    ),
)
_SIGNED = tuple((re.compile(first, re.DOTALL), kind) for first, kind in _FIRST_BYTES)
# What programs and systems leave beside documents; nobody means it.
_KEPT_BESIDE = r"~\$.*|\.DS_Store|Thumbs\.db|desktop\.ini|Icon\r"
_BESIDE = re.compile(rf"{_KEPT_BESIDE}|\..*|~.*\.tmp|__MACOSX", re.IGNORECASE | re.DOTALL)
_APPLE_DOUBLE = b"\x00\x05\x16\x07"


def is_beside(name: str) -> bool:
    """
    Whether a file's name is one that a program or a system gives to what it keeps beside documents.

    Examples
    --------
    >>> [name for name in ("~$规划.docx", "._规划.docx", ".DS_Store", "~规划.txt") if is_beside(name)]
    ['~$规划.docx', '._规划.docx', '.DS_Store']
    """
    return _BESIDE.fullmatch(name) is not None


def kind_of(data: bytes, name: str) -> Kind | None:
    """
    What these bytes are that are no text; None when they may be one.

    Examples
    --------
    >>> kind_of(b"II*\\x00....", "scan.txt").name, kind_of("规划".encode(), "plan.doc")
    ('a TIFF image', None)
    """
    if data.startswith(_OLE):
        return _old_office(data, name)
    if data.startswith(b"PK\x03\x04"):
        return kind_of_archive(data) or _ZIP
    return next((kind for first, kind in _SIGNED if first.match(data)), None)


def _old_office(data: bytes, name: str) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _LOCKED
    suffix = Path(name).suffix.lower()
    if suffix in _OLD_OFFICE:
        return _BY_SUFFIX[suffix]
    streams = (suffix for stream, suffix in _STREAMS if stream.encode("utf-16-le") in data)
    return next((_BY_SUFFIX[suffix] for suffix in streams), _SOME_OFFICE)


def kind_of_archive(data: bytes) -> Kind | None:
    """What a ZIP archive is by the names of its parts; None for one that holds other things."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        return None  # zipfile's own: damaged, or packed or locked in a way that it does not know
    return next((kind for part, kind in _BY_PART if any(map(part.fullmatch, names))), None)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise `InputProblem` when bytes are those of a picture, an archive or an Office document."""
    if kind := kind_of(data, name):
        raise InputProblem(f"{name}: this seems to be {kind.name}, not text. {kind.advice}")


def refuse_beside(data: bytes, path: Path) -> None:
    """Raise `InputProblem` for what a program or a system keeps beside documents."""
    if re.fullmatch(_KEPT_BESIDE, path.name, re.IGNORECASE) or data.startswith(_APPLE_DOUBLE):
        raise InputProblem(
            f"{path}: no document: an office program or the system keeps this file beside one. Name the"
            " document itself."
        )


def by_name(path: Path) -> Kind | None:
    """What a file is by its suffix, where that is none of a document that is read."""
    return _BY_SUFFIX.get(path.suffix.lower())
