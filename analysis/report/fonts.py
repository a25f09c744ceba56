"""
The report's Chinese font: a subset with the characters that a page uses, so that any machine can show it, and
of ASCII those in drawings, which are laid out for its widths.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

from analysis.report.drawings import letters
from analysis.report.font_halves import cut_all, subset_of
from analysis.showing.figures import font_path
from analysis.showing.html import changed

FAMILY = "Report Sans"


class PageFont:
    """
    The font with the characters of all pages, from which each page gets its own.

    The whole font is read once; what it holds for a page is then cut out of little.
    """

    def __init__(self, characters: Iterable[str], drawn: Iterable[str] = ()) -> None:
        self._small = subset_of(font_path().read_bytes(), _wanted(characters, drawn), flavor=None)

    def face(self, characters: Iterable[str], drawn: Iterable[str] = ()) -> str:
        """
        A CSS ``@font-face`` rule that holds the glyphs of `characters` beyond ASCII, and of all that is
        `drawn` (WOFF2 as data).

        Outside drawings browsers use it only where the reader's machine has none of the Chinese fonts that
        the style names first.
        """
        (rule,) = self.faces([(characters, drawn)])
        return rule

    def faces(self, pages: Iterable[tuple[Iterable[str], Iterable[str]]]) -> list[str]:
        """The rule of each of several pages."""
        wanted = [sorted(_wanted(characters, drawn)) for characters, drawn in pages]
        return [_rule(font) for font in cut_all(self._small, wanted)]


def _rule(font: bytes) -> str:
    source = f'url(data:font/woff2;base64,{base64.b64encode(font).decode()}) format("woff2")'
    return f'@font-face {{ font-family: "{FAMILY}"; src: {source} }}'


def _wanted(characters: Iterable[str], drawn: Iterable[str]) -> set[int]:
    return {ord(one) for one in characters if ord(one) > 0x7F} | {ord(one) for one in drawn}


_FACE = (f'@font-face {{ font-family: "{FAMILY}";', "}")


def refitted(html: str) -> str:
    """A page whose font holds the characters that now stand in it."""
    bare = changed(html, *_FACE, lambda _: "")
    drawn = letters(bare)
    faces = iter([PageFont(bare, drawn).face(bare, drawn)])  # in place of all: each page has brought its own
    return changed(html, *_FACE, lambda _: next(faces, ""))
