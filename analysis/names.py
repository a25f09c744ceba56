"""Names of documents and files: readable, new among others, and such that every system can hold them."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path

LONGEST_NAME = 200  # bytes of a file name; file systems allow 255, and a name aside takes some more
# Names that Windows gives to devices, whatever their suffix, and characters that it allows in no name.
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u2028-\u202e\u2066-\u2069]')


_ENDS = re.compile(r"^[\s.]+|[\s.]+$")


def readable(name: str | Path) -> str:
    """
    A name that can be written as text: of bytes that are not UTF-8, what they are in GB18030.

    So Chinese archives leave their names on systems that keep bytes; what is no GB18030 either gets U+FFFD.

    Examples
    --------
    >>> readable(b"\\xb9\\xab\\xce\\xc4.txt".decode("utf-8", "surrogateescape"))
    '公文.txt'
    """
    name = str(name)
    try:
        name.encode()
        return name
    except UnicodeEncodeError:
        data = name.encode("utf-8", "surrogateescape") if os.name != "nt" else name.encode("utf-8", "replace")
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def file_name(stem: str, suffix: str, *, taken: Collection[str] = ()) -> str:
    """
    A name for a file that every common system can hold, made of `stem` and `suffix`.

    Characters that Windows forbids become ``_``, names of its devices get one behind them, a long stem is cut
    (and told apart by a hash). `taken` are names in lower case; where the name is one of them it is counted
    on, since many systems do not tell letters of two cases apart.

    Examples
    --------
    >>> file_name("规划", ".terms.csv"), file_name("CON", ".terms.csv"), file_name("a/b?", ".csv")
    ('规划.terms.csv', 'CON_.terms.csv', 'a_b_.csv')
    >>> file_name("Plan", ".csv", taken={"plan.csv"})
    'Plan-2.csv'
    """
    stem = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", stem))
    stem = _ENDS.sub("", stem) or "_"
    if _RESERVED.fullmatch(stem.split(".")[0].rstrip()):
        first, dot, rest = stem.partition(".")
        stem = f"{first.rstrip()}_{dot}{rest}"
    room = LONGEST_NAME - len(suffix.encode()) - 8
    if len(stem.encode()) > room:
        mark = hashlib.sha256(stem.encode()).hexdigest()[:8]
        stem = f"{stem.encode()[: room - 9].decode('utf-8', 'ignore')}-{mark}"
    return numbered(stem, taken, suffix=suffix) + suffix


def numbered(name: str, taken: Collection[str], *, suffix: str = "") -> str:
    """
    `name`, or with the first number behind it that makes it new among `taken` (in lower case, with `suffix`).

    Examples
    --------
    >>> numbered("A", {"a", "a-2"})
    'A-3'
    """
    tried, count = name, 1
    while folded(tried + suffix) in taken:
        count += 1
        tried = f"{name}-{count}"
    return tried


def folded(name: str) -> str:
    """A name as a file system compares it that tells neither cases nor compositions apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
