"""
A text that was once read in a wrong encoding, and saved so: what it was is worked out from what it became.

ÖÐ¹ú is 中国 in GBK that was read as Windows-1252, 涓浗 is 中国 in UTF-8 that was read as GBK. A text of which
every byte is left is read as it was written; where bytes were lost on the way, no more than the rest can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.reading.plausibility import ASCII, HAN, frequent, score

# Encodings in which Chinese is written, and those in which it is wrongly read.
WRITTEN = ("utf-8", "gb18030", "big5hkscs")
MISREAD = ("cp1252", "gb18030", "big5hkscs")
_READ_AS = " read as "
_JUDGED = 1 << 14  # characters
_MEANT = 0.25  # score of what the text was
_GIBBERISH = 0.3  # score of what it is
_WRITTEN_SHARE = 0.5  # of frequent characters among the Chinese ones of a text that somebody wrote
# Different frequent characters: what is valid UTF-8 is hardly so by chance, two-byte encodings take all.
_FEWEST_IN_UTF8, _FEWEST = 4, 10
_MOST_LOST = 0.35  # places lost for each frequent character that is left
_ALL_LOST, _SCATTERED = 0.5, 0.1  # share of replacement characters, and of places in which they stand
_MOST_OUTSIDE = 0.002  # share of Chinese characters that GB2312 lacks; real texts have a name or two
# What browsers and Windows read bytes as that are unassigned in the code page: the character of that number.
_LATIN = {ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)}
_LOST = re.compile("([\ufffd€]+)")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_NO_BYTE = re.compile(rb"&#\d+;")  # what Python makes of a character that an encoding lacks, when asked to
_MARKS = {"\ufffd": b"\xff", "€": b"\x80"}  # a byte that is none in any of them; what cp936 makes of 0x80
_REPLACED = re.compile("\ufffd+|锟斤拷")


@dataclass(frozen=True, slots=True)
class Origin:
    """
    What a garbled text was: in which encoding written and read, and how many places are lost.

    `certain` says that it is as it was written: every byte is there, and valid.
    """

    text: str
    written: str
    misread: str
    lost: int
    certain: bool


def origin(text: str) -> Origin | None:
    """
    What a text was before it was read in a wrong encoding; None for one that was not.

    Examples
    --------
    >>> origin("推进数字化转型".encode().decode("latin-1"))
    Origin(text='推进数字化转型', written='utf-8', misread='cp1252', lost=0, certain=True)
    >>> origin("推进数字化转型")
    """
    first = re.search(r"[^\x00-\x7f]", text)
    beginning = text[first.start() :][:_JUDGED] if first else ""
    if not _is_gibberish(beginning):
        return None
    found = [
        (_left(_unread(beginning, written, misread)), written, misread)
        for misread in MISREAD
        for written in WRITTEN
        if misread != written and _is_meant(_unread(beginning, written, misread), written)
    ]
    if not found:
        return None
    _, written, misread = max(found)
    made = _unread(text, written, misread)
    lost = len(re.findall("\ufffd+", made))
    narrow = (written, misread) == ("gb18030", "cp1252")
    certain = not lost and "\ufffd" not in text and (written == "utf-8" or (narrow and _is_whole(made)))
    return Origin(made, written, misread, lost, certain)


def _is_gibberish(text: str) -> bool:
    """Whether a text is none that anybody wrote in Chinese."""
    if ASCII.fullmatch(text) or score(text, "gb18030") > _GIBBERISH:
        return False
    return len(frequent(text)) < _WRITTEN_SHARE * len(HAN.findall(text)) or not HAN.search(text)


def misread(written: str, read: str) -> str:
    """
    The name under which a document keeps both encodings.

    Examples
    --------
    >>> misread("utf-8", "gb18030"), encodings("utf-8 read as gb18030"), encodings("utf-8")
    ('utf-8 read as gb18030', ('utf-8', 'gb18030'), ('utf-8', ''))
    """
    return f"{written}{_READ_AS}{read}"


def encodings(name: str) -> tuple[str, str]:
    """In which encoding a document was written, and in which misread; the second is empty for most."""
    written, _, read = name.partition(_READ_AS)
    return written, read


def _is_whole(text: str) -> bool:
    """
    Whether a text in GB18030 has lost no byte: one that is missing makes rare characters of all behind it.
    """
    han = "".join(HAN.findall(text))
    lacking = len(han) - len(han.encode("gb2312", "ignore")) // 2 + len(_PRIVATE.findall(text))
    return lacking <= _MOST_OUTSIDE * len(han)


def all_lost(text: str) -> bool:
    """Whether a text is mostly what a wrong decoding puts in the place of characters, all over it."""
    rest = ASCII.sub("", text)
    places = [len(match[0]) for match in _REPLACED.finditer(rest)]
    return sum(places) > _ALL_LOST * len(rest) and len(places) > _SCATTERED * len(rest)


def _is_meant(text: str, written: str) -> bool:
    """Whether this is Chinese, with few enough places lost."""
    lost, left = len(re.findall("\ufffd+", text)), frequent(text)
    enough = len(set(left)) >= (_FEWEST_IN_UTF8 if written == "utf-8" else _FEWEST)
    return enough and lost <= _MOST_LOST * len(left) and _left(text) > _MEANT


def _left(text: str) -> float:
    """How much like writing is what is left of a text."""
    return score(text.replace("\ufffd", ""), "gb18030")


def _unread(text: str, written: str, misread: str) -> str:
    """A text's bytes in the encoding that it was read in, decoded from that in which it was written."""
    pieces = _LOST.split(text)
    data = b"".join(
        b"".join(_MARKS[sign] for sign in piece) if at % 2 else _encoded(piece, misread)
        for at, piece in enumerate(pieces)
    )
    return data.decode(written, "replace")


def _encoded(text: str, encoding: str) -> bytes:
    latin = encoding == "cp1252"
    made = text.translate(_LATIN) if latin else text
    return _NO_BYTE.sub(b"\xff", made.encode("latin-1" if latin else encoding, "xmlcharrefreplace"))
