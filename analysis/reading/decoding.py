"""Bytes to text: in the encoding that was found, whole or refused; what was misread before is undone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analysis.reading.guessing import CANDIDATES, MOST_CONTROLS, SAMPLE, guess, parted_by_euros, plausibility
from analysis.reading.kinds import by_name, refuse_binary
from analysis.reading.mojibake import all_lost, misread, origin
from analysis.reading.plausibility import CONTROL
from analysis.tables import InputProblem

Errors = Literal["strict", "replace"]

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAVE_AS_TEXT = "Save it as plain text (.txt, UTF-8) first."
_BLANK = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]*")
_SHOWN = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "cp1252": "Windows-1252",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding found, and how many damaged places were replaced by U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, *, name: str, errors: Errors = "strict") -> Decoded:
    """
    Decode a file's bytes.

    The candidates are UTF-8 and UTF-16 (with or without byte order mark), GB18030 (and with it GBK and
    GB2312) and Big5, besides Japanese, Korean and Western encodings, so that a text in those is not taken
    for Chinese. What is UTF-8 throughout, with as many characters of several bytes as no other encoding
    has by chance, is UTF-8, whatever the characters are. In GB18030 a lone byte 0x80 is the euro sign, as in
    the code page of Windows. Otherwise the first 64 KB decide: of every
    decoding, the share of characters that are frequent in Chinese counts for it, rare and unassigned ones
    against it. Ten characters are enough in most cases; the benchmark says in how many.

    A text that was once read in a wrong encoding and saved so (ÖÐ¹ú for 中国) is read as it was written where
    that is certain, and refused otherwise.

    Parameters
    ----------
    data
        The whole file.
    name
        What the file is called in messages.
    errors
        ``strict`` refuses a damaged file with the offset of the first bad byte; ``replace`` puts U+FFFD in
        each damaged place and counts them; it reads what is left of a garbled text.

    Raises
    ------
    InputProblem
        When the file is empty, is not text (its kind is named where the first bytes tell), or is damaged.

    Examples
    --------
    >>> decode("长宁区数字化转型".encode("gbk"), name="a.txt").encoding
    'gb18030'
    """
    refuse_empty(data, name)
    refuse_binary(data, name)
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "") or guess(data)
    if encoding in CANDIDATES[1:] and plausibility(data, encoding) < 0:
        raise InputProblem(
            f"{name}: this is not text in UTF-8, GB18030, Big5, UTF-16 or another encoding tried"
            f" (UTF-8 fails at byte {_utf8_fails(data)}). {_advice(name)}"
        )
    text, replaced = _decode(data, encoding, name, errors)
    _refuse_blank(text, name)
    if len(CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise InputProblem(
            f"{name}: this is not text ({len(CONTROL.findall(text)):,} control characters, the first at byte"
            f" {_first_control(data)}). {_advice(name)}"
        )
    return _as_written(Decoded(text, encoding, replaced), name, errors)


def _advice(name: str) -> str:
    """What to do with a file that is no text, by what its name says that it is."""
    kind = by_name(Path(name))
    return f"By its name it is {kind.name}. {kind.advice}" if kind else _SAVE_AS_TEXT


def refuse_empty(data: bytes, name: str) -> None:
    """Raise `InputProblem` when a file has no bytes, or white space and invisible characters alone."""
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise InputProblem(
            f"{name}: the file is empty ({len(data)} bytes). A Chinese policy document as text is needed."
        )
    if len(data) <= SAMPLE:
        _refuse_blank(data.decode("utf-8", "replace"), name)


def _refuse_blank(text: str, name: str) -> None:
    if _BLANK.fullmatch(text):
        raise InputProblem(
            f"{name}: the file is empty (white space and invisible characters only). A policy document is "
            "needed."
        )


def _decode(data: bytes, encoding: str, name: str, errors: Errors) -> tuple[str, int]:
    with suppress(UnicodeDecodeError):
        return data.decode(encoding), 0
    pieces = parted_by_euros(data) if encoding == "gb18030" else [data]
    if errors == "strict":
        return "€".join(_strictly(pieces, data, encoding, name)), 0
    text = "€".join(piece.decode(encoding, errors="replace") for piece in pieces)
    return text, len(list(_damaged(text)))


def _strictly(pieces: Sequence[bytes], data: bytes, encoding: str, name: str) -> Iterator[str]:
    """The text of each piece; one that is damaged is refused, with its place in the file."""
    start = 0
    for piece in pieces:
        try:
            yield piece.decode(encoding)
        except UnicodeDecodeError as error:
            at = start + error.start
            # Of two bytes a character, 0A is not always a line's end.
            line = data[:at].decode(encoding, "ignore").count("\n") + 1
            raise InputProblem(
                f"{name}: damaged text: byte {at} (0x{data[at]:02X}, line {line}) is not {shown(encoding)}."
                f" Get an undamaged copy, or read it all the same with --errors replace."
            ) from None
        start += len(piece) + 1


def _as_written(decoded: Decoded, name: str, errors: Errors) -> Decoded:
    """
    A text that was read in a wrong encoding and saved, as it was written where that is certain, or asked for.
    """
    if errors == "strict" and all_lost(decoded.text):
        raise InputProblem(
            f"{name}: garbled text: read as UTF-8, which it was not, and saved: its characters are lost. Get"
            " the file as it was before."
        )
    found = origin(decoded.text)
    if found is None:
        return decoded
    if errors == "strict" and not found.certain:
        lost = f", which lost characters in {found.lost:,} places" if found.lost else ""
        raise InputProblem(
            f"{name}: garbled text: {shown(found.written)} that was read as {shown(found.misread)} and saved"
            f"{lost}. Get the file as it was before, or read what is left with --errors replace."
        )
    return Decoded(found.text, misread(found.written, found.misread), found.lost)


def _damaged(text: str) -> Iterator[re.Match[str]]:
    """Damaged places: a run of U+FFFD is one."""
    return re.finditer("\ufffd+", text)


def shown(encoding: str) -> str:
    """
    An encoding's usual name.

    Examples
    --------
    >>> shown("gb18030"), shown("utf-16-le")
    ('GB18030', 'UTF-16-LE')
    """
    return _SHOWN.get(encoding, encoding.upper())


def _utf8_fails(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _first_control(data: bytes) -> int:
    found = re.search(rb"[\x00-\x08\x0e-\x1f\x7f]", data)
    return found.start() if found else 0
