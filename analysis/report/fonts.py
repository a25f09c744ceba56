"""
The report's Chinese font: a subset with the characters that a page uses, so that any machine can show it, and
of ASCII those in drawings, which are laid out for its widths.
"""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analysis.report.drawings import letters
from analysis.showing.figures import font_path
from analysis.showing.html import changed

FAMILY = "Report Sans"
_UNITS = 256  # an em: finer than a printer's dots at the size of text, and a quarter lighter
_LAYOUT = {"BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx"}


class PageFont:
    """
    The font with the characters of all pages, from which each page gets its own.

    The whole font is read once; what it holds for a page is then cut out of little.
    """

    def __init__(self, characters: Iterable[str], drawn: Iterable[str] = ()) -> None:
        logging.getLogger("fontTools").setLevel(logging.ERROR)
        self._small = _subset(font_path(), _wanted(characters, drawn), flavor=None)

    def face(self, characters: Iterable[str], drawn: Iterable[str] = ()) -> str:
        """
        A CSS ``@font-face`` rule that holds the glyphs of `characters` beyond ASCII, and of all that is
        `drawn` (WOFF2 as data).

        Outside drawings browsers use it only where the reader's machine has none of the Chinese fonts that
        the style names first.
        """
        wanted = _wanted(characters, drawn)
        data = base64.b64encode(_subset(io.BytesIO(self._small), wanted, flavor="woff2")).decode()
        source = f'url(data:font/woff2;base64,{data}) format("woff2")'
        return f'@font-face {{ font-family: "{FAMILY}"; src: {source} }}'


def _wanted(characters: Iterable[str], drawn: Iterable[str]) -> set[int]:
    return {ord(one) for one in characters if ord(one) > 0x7F} | {ord(one) for one in drawn}


def _subset(font: Path | io.BytesIO, wanted: Iterable[int], *, flavor: str | None) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem

    options: Any = subset.Options(flavor=flavor, layout_features=[], hinting=False, notdef_outline=True)
    read = TTFont(font, recalcTimestamp=False)
    for table in _LAYOUT & set(read.keys()):  # which is not used, and takes longest to read
        del read[table]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(wanted))
    subsetter.subset(read)
    if read["head"].unitsPerEm > _UNITS:
        scale_upem(read, _UNITS)
    read.flavor = flavor
    buffer = io.BytesIO()
    read.save(buffer)
    return buffer.getvalue()


_FACE = (f'@font-face {{ font-family: "{FAMILY}";', "}")


def refitted(html: str) -> str:
    """A page whose font holds the characters that now stand in it."""
    bare = changed(html, *_FACE, lambda _: "")
    drawn = letters(bare)
    faces = iter([PageFont(bare, drawn).face(bare, drawn)])  # in place of all: each page has brought its own
    return changed(html, *_FACE, lambda _: next(faces, ""))
