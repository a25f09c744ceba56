"""
Bytes to text: every candidate encoding is tried, and the one whose text looks most like writing is taken.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analysis.reading.characters import COMMON
from analysis.reading.kinds import by_name, refuse_binary
from analysis.tables import InputProblem

Errors = Literal["strict", "replace"]

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Encodings of Chinese first; the others are tried so that a foreign text is told as such, not misread as
# Chinese.
CANDIDATES = (
    "utf-8",
    "gb18030",
    "big5hkscs",
    "utf-16-le",
    "utf-16-be",
    "cp932",
    "euc_jp",
    "euc_kr",
    "cp1252",
)
SAMPLE = 1 << 16  # bytes by which the encoding is judged where UTF-8 is not sure
_SURE, _WIDE = (
    10,
    3,
)  # characters that make UTF-8 sure; how many of them one of three or four bytes counts for
_MOST_DAMAGED = 0.1  # damaged bytes for each character that speaks for UTF-8
_LEAST_PLAUSIBLE = 0.25  # below which no candidate reads as what it is for
_SAVE_AS_TEXT = "Save it as plain text (.txt, UTF-8) first."
MOST_CONTROLS = 0.02  # share of control characters above which a file is no text

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe]")
_BLANK = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]*")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_TWO_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_MORE_BYTES = re.compile(
    rb"\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|"
    rb"[\xf1-\xf4][\x80-\xbf]{3}"
)
_ASCII = re.compile(r"[\x00-\x7f]+")
_COMMON = re.compile(f"[{''.join(sorted(COMMON))}]")
_MARKS = re.compile(r"[，。、；：？！“”‘’《》〈〉（）【】〔〕…—·～〇％－０-９Ａ-Ｚａ-ｚ\u3000①-⑳㈠-㈩]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LATIN = re.compile(r"[\u00c0-\u024f](?=[A-Za-z\s])")


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
    has by chance, is UTF-8, whatever the characters are. Otherwise the first 64 KB decide: of every
    decoding, the share of characters that are frequent in Chinese counts for it, rare and unassigned ones
    against it. Ten characters are enough in most cases; the benchmark says in how many.

    Parameters
    ----------
    data
        The whole file.
    name
        What the file is called in messages.
    errors
        ``strict`` refuses a damaged file with the offset of the first bad byte; ``replace`` puts U+FFFD in
        each damaged place and counts them.

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
    if encoding in CANDIDATES[1:] and _plausibility(_sample(data), encoding) < 0:
        raise InputProblem(
            f"{name}: this is not text in UTF-8, GB18030, Big5, UTF-16 or another encoding tried"
            f" (UTF-8 fails at byte {_utf8_fails(data)}). {_advice(name)}"
        )
    text, replaced = _decode(data, encoding, name, errors)
    _refuse_blank(text, name)
    if len(_CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise InputProblem(
            f"{name}: this is not text ({len(_CONTROL.findall(text)):,} control characters, the first at byte"
            f" {_first_control(data)}). {_advice(name)}"
        )
    return Decoded(text, encoding, replaced)


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


def guess(data: bytes) -> str:
    """
    The candidate encoding in which the beginning of `data` looks most like written language.

    Examples
    --------
    >>> guess("臺灣海峽兩岸關係".encode("big5")), guess("こんにちは世界".encode("cp932"))
    ('big5hkscs', 'cp932')
    """
    sample = _sample(data)
    if _is_ascii(sample) or _surely_utf8(data):
        return "utf-8"
    scores = {encoding: _plausibility(sample, encoding) for encoding in CANDIDATES}
    best = max(CANDIDATES, key=scores.__getitem__)
    # Text in a language that no candidate is for; in Chinese, that is hardly ever valid by chance.
    return "utf-8" if scores[best] < _LEAST_PLAUSIBLE and _is_utf8(sample) else best


def _is_ascii(sample: bytes) -> bool:
    """
    Whether bytes are a text in ASCII; of UTF-16 without Chinese characters they may be in its range as well.
    """
    controls = len(_CONTROL.findall(sample.decode("ascii", "replace")))
    return sample.isascii() and b"\x00" not in sample and controls <= MOST_CONTROLS * len(sample)


def _surely_utf8(data: bytes) -> bool:
    """
    Whether bytes are UTF-8 that is no other encoding by chance, damaged places aside.

    A character of three or four bytes is good evidence. Where there are none, or the text is damaged, of
    those of two bytes each counts once: a word of GBK may happen to be valid UTF-8, and stand in a text
    again and again.

    Examples
    --------
    >>> _surely_utf8("数字\xa0\xa0".encode()), _surely_utf8("推进数字化转型工作".encode("gbk"))
    (False, False)
    >>> _surely_utf8(("数字化转型" + "\xa0" * 999).encode()), _surely_utf8(("通知" * 9).encode("gbk"))
    (True, False)
    """
    rest, wide = _MORE_BYTES.subn(b" ", data)
    kinds = len({match[0] for match in _TWO_BYTES.finditer(rest)})
    rest, narrow = _TWO_BYTES.subn(b" ", rest)
    damaged = len(rest) - len(rest.translate(None, _HIGH_BYTES))
    evidence = _WIDE * wide + (narrow if wide and not damaged else kinds)
    return evidence >= _SURE and damaged <= _MOST_DAMAGED * evidence


def _is_utf8(sample: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(sample)  # a cut last character is none
    except UnicodeDecodeError:
        return False
    return len(text) < len(sample) and len(_CONTROL.findall(text)) <= MOST_CONTROLS * len(text)


def _sample(data: bytes) -> bytes:
    """The first bytes; where they are all ASCII, as at the top of a web page, from the first that is none."""
    first = _HIGH.search(data)
    start = first.start() if first and first.start() > SAMPLE // 2 else 0
    return data[start : start + SAMPLE]


def _plausibility(sample: bytes, encoding: str) -> float:
    """How much a decoding looks like writing: 1 all frequent characters, below 0 gibberish."""
    if encoding.startswith("utf-16"):
        sample = sample[: len(sample) // 2 * 2]
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)  # a cut last character is none
    wide = encoding.startswith("utf-16")  # whose ASCII characters are evidence too
    total = (len(text) if wide else len(_ASCII.sub("", text))) + 4 * len(_CONTROL.findall(text))
    if not total:
        return -1.0
    ascii_ = len(text) - len(_ASCII.sub("", text)) if wide else 0
    han, common = len(_HAN.findall(text)), len(_COMMON.findall(text))
    other = len(_KANA.findall(text)) if encoding in ("cp932", "euc_jp", "utf-8") else 0
    if encoding in ("euc_kr", "utf-8"):
        other += len(_HANGUL.findall(text)) // 2  # Chinese in GB18030 reads as Korean syllables by chance
    if encoding in ("cp1252", "utf-8"):
        other += len(_LATIN.findall(text))
    marks = len(_MARKS.findall(text)) + ascii_
    strange = max(0, total - han - marks - other) + 3 * text.count("\ufffd")
    preferred = 0.5 if encoding == "utf-8" and "\ufffd" not in text else 0.0  # valid by chance hardly ever
    return (common + 0.6 * marks + 0.8 * other - 0.5 * (han - common) - strange) / total + preferred


def _decode(data: bytes, encoding: str, name: str, errors: Errors) -> tuple[str, int]:
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError as error:
        if errors == "strict":
            bad = data[error.start : error.start + 1].hex().upper()
            before = data[: error.start].decode(
                encoding, "ignore"
            )  # of two bytes a character, 0A is not always one
            line = before.count("\n") + 1
            raise InputProblem(
                f"{name}: damaged text: byte {error.start} (0x{bad}, line {line}) is not {shown(encoding)}."
                f" Get an undamaged copy, or read it all the same with --errors replace."
            ) from None
    text = data.decode(encoding, errors="replace")
    return text, len(list(_damaged(text)))


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
    return {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5"}.get(
        encoding, encoding.upper()
    )


def _utf8_fails(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _first_control(data: bytes) -> int:
    found = re.search(rb"[\x00-\x08\x0e-\x1f\x7f]", data)
    return found.start() if found else 0
