"""Bytes to text: UTF-8 or GB18030, told apart by what they say; anything else is refused with the reason."""

from __future__ import annotations

import codecs
import re

from analysis.tables import InputProblem

# What a file that is not text begins with, and what it then is.
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (.docx, .xlsx)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# The most frequent characters of modern Chinese: a wrong decoding hardly ever produces them.
COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为和地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长展建设业化市区社政工全部体"
)


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """
    Decode a file's bytes; return the text and the encoding found (``utf-8``, ``utf-8-sig``, ``gb18030``).

    Raises
    ------
    InputProblem
        When the file is empty, is not text (its kind is named where the first bytes tell), or is text in
        no encoding read here; `name` stands in the message.

    Examples
    --------
    >>> decode("长宁".encode("utf-8"), name="a.txt")
    ('长宁', 'utf-8')
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise InputProblem(
            f"{name}: the file is empty ({len(data)} bytes). A Chinese policy document as text is needed."
        )
    _refuse_binary(data, name)
    return _decode_utf8(data) or _decode_gb18030(data, name)


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise InputProblem(
                f"{name}: this seems to be {kind}, not text. Save it as plain text (.txt, UTF-8) first."
            )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputProblem(f"{name}: the text is in UTF-16. Save it as UTF-8 first.")
    if b"\x00" in data:
        raise InputProblem(
            f"{name}: this is not text (a NUL byte at offset {data.index(0)}). Save it as plain text (.txt, UTF-8) first."
        )


def _decode_utf8(data: bytes) -> tuple[str, str] | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return text, "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"


def _decode_gb18030(data: bytes, name: str) -> tuple[str, str]:
    """GB18030 accepts much that is not: it is believed when common characters are common."""
    problem = _utf8_problem(data)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise InputProblem(
            f"{name}: damaged text or an unknown encoding (UTF-8 fails at byte {problem}, GB18030 at byte {error.start}). Save it as UTF-8 first."
        ) from None
    han = _HAN.findall(text)
    if _CONTROL.search(text) or not han or sum(c in COMMON for c in han) < 0.1 * len(han):
        raise InputProblem(
            f"{name}: not Chinese text in UTF-8 or GB18030 (UTF-8 fails at byte {problem}). Save it as UTF-8 first."
        )
    return text, "gb18030"


def _utf8_problem(data: bytes) -> int:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return -1
