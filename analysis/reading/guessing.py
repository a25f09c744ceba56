"""The encoding of bytes: UTF-8 where it is sure, else the candidate whose text looks most like writing."""

from __future__ import annotations

import codecs
import re

from analysis.reading.plausibility import CONTROL, score

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
MOST_CONTROLS = 0.02  # share of control characters above which a file is no text

_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_TWO_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_MORE_BYTES = re.compile(
    rb"\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|"
    rb"[\xf1-\xf4][\x80-\xbf]{3}"
)
# The units of GB18030, or a lone 0x80: in the code page of Chinese Windows (cp936) the euro sign.
_UNITS = re.compile(
    rb"(?:[\x00-\x7f]|[\x81-\xfe][\x40-\x7e\x80-\xfe]|(?:[\x81-\xfe][0-9]){2})++|\x80|.", re.DOTALL
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
    scores = {encoding: plausibility(data, encoding) for encoding in CANDIDATES}
    best = max(CANDIDATES, key=scores.__getitem__)
    # Text in a language that no candidate is for; in Chinese, that is hardly ever valid by chance.
    return "utf-8" if scores[best] < _LEAST_PLAUSIBLE and _is_utf8(sample) else best


def _is_ascii(sample: bytes) -> bool:
    """
    Whether bytes are a text in ASCII; of UTF-16 without Chinese characters they may be in its range as well.
    """
    controls = len(CONTROL.findall(sample.decode("ascii", "replace")))
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
    return len(text) < len(sample) and len(CONTROL.findall(text)) <= MOST_CONTROLS * len(text)


def _sample(data: bytes) -> bytes:
    """The first bytes; where they are all ASCII, as at the top of a web page, from the first that is none."""
    first = _HIGH.search(data)
    start = first.start() if first and first.start() > SAMPLE // 2 else 0
    return data[start : start + SAMPLE]


def plausibility(data: bytes, encoding: str) -> float:
    """How much a decoding looks like writing: 1 all frequent characters, below 0 gibberish."""
    sample = _sample(data)
    if encoding.startswith("utf-16"):
        sample = sample[: len(sample) // 2 * 2]
    if encoding == "gb18030":
        sample = b"".join(parted_by_euros(sample))
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)  # a cut last character is none
    return score(text, encoding)


def parted_by_euros(data: bytes) -> list[bytes]:
    """
    The pieces of GB18030 between euro signs of one byte.

    Examples
    --------
    >>> [piece.decode("gb18030") for piece in parted_by_euros("价格".encode("gbk") + b"\\x80" + b"5")]
    ['价格', '5']
    """
    if b"\x80" not in data:
        return [data]
    ends = [match.start() for match in _UNITS.finditer(data) if match[0] == b"\x80"]
    starts = [0, *(end + 1 for end in ends)]
    return [data[start:end] for start, end in zip(starts, [*ends, len(data)], strict=True)]
