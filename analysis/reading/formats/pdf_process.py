"""
The process in which a PDF is opened: PDF on standard input, its pages in JSON on standard output.

Of each page its width, the share of it that pictures cover, and its lines: text, left, right, bottom and top
in points (all 0 where they are not known). It is run by its path and imports nothing of this package. A
foreign file can crash or fill this process and leave the other whole.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

NOWHERE = (0.0, 0.0, 0.0, 0.0)


def main(most_memory: int) -> None:
    """Read the PDF with at most so many bytes of address space, where the system can limit it."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    except (ImportError, ValueError, OSError):  # not on Windows: there the time limit alone holds
        pass
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        sys.exit("locked" if locked else f"damaged: {error}")
    pages = [(page.get_width(), _pictured(page), _lines(page)) for page in document]
    sys.stdout.buffer.write(json.dumps(pages, ensure_ascii=True).encode())


def _pictured(page: Any) -> float:
    """The share of a page that its pictures cover."""
    from pypdfium2 import PdfiumError, raw

    area = 0.0
    try:
        for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            bounds = found.get_bounds() if hasattr(found, "get_bounds") else found.get_pos()
            left, bottom, right, top = bounds
            area += abs((right - left) * (top - bottom))
    except PdfiumError:
        return 0.0
    return float(min(1.0, area / max(1.0, page.get_width() * page.get_height())))


def _lines(page: Any) -> list[tuple[Any, ...]]:
    from pypdfium2 import PdfiumError

    text = page.get_textpage()
    lines = text.get_text_bounded().splitlines()
    places: list[tuple[float, ...]] = []
    with suppress(PdfiumError):  # where a line stands is a hint only
        places = list(_places(text, lines))
    if len(places) < len(lines):  # the page's characters are others than its text says
        places = [NOWHERE] * len(lines)
    return [(line, *place) for line, place in zip(lines, places, strict=True)]


def _places(text: Any, lines: list[str]) -> Iterator[tuple[float, ...]]:
    """Where each line stands: from the boxes of its first and its last character."""
    from pypdfium2 import raw

    at, end = -1, text.count_chars()
    for line in lines:
        ends: list[int] = []
        for unit in _units(line):
            at += 1
            while at < end and raw.FPDFText_GetUnicode(text, at) != unit:
                at += 1
            if at >= end:
                return
            ends = [*ends[:1], at]
        yield _around(*(text.get_charbox(one, loose=True) for one in ends)) if ends else NOWHERE


def _units(line: str) -> Iterator[int]:
    """The characters of a line as PDF counts them, white space aside."""
    data = "".join(line.split()).encode("utf-16-le", "surrogatepass")
    return (int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2))


def _around(*boxes: tuple[float, ...]) -> tuple[float, ...]:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), max(rights), min(bottoms), max(tops)


if __name__ == "__main__":
    main(int(sys.argv[1]))
