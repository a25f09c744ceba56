"""
The report's Chinese font: a subset with the characters that its pages use, so that any machine can show them.
"""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterable

from analysis.showing.figures import font_path

FAMILY = "Report Sans"


def font_face(characters: Iterable[str]) -> str:
    """
    A CSS ``@font-face`` rule that holds the glyphs of `characters` beyond ASCII (WOFF2 as data).

    Browsers use it only where the reader's machine has none of the Chinese fonts that the style names first.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    wanted = sorted({ord(character) for character in characters if ord(character) > 0x7F})
    options = subset.Options(flavor="woff2", layout_features=[], hinting=False, notdef_outline=True)
    font = TTFont(font_path(), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    data = base64.b64encode(buffer.getvalue()).decode()
    return (
        f'@font-face {{ font-family: "{FAMILY}"; src: url(data:font/woff2;base64,{data}) format("woff2") }}'
    )
