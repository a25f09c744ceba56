"""Entries of a table of contents that a copy has run together: several in a line, the first behind 目录."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.reading.gluing import NAMES_ONE, division
from analysis.reading.lines import Line

_GLUED = re.compile(r"(?:.{0,30}[ \u3000])?目[ \u3000]*录(?=[ \u3000]*[^ \u3000])")
_MARKER = re.compile(r"目[ \u3000]*录")
_SEARCHED = 200  # lines in which contents begin
_LONGEST = 200  # characters of a line of entries


def with_entries_apart(lines: Sequence[Line]) -> list[Line]:
    """
    The lines with each entry of the contents on its own, as far down as no line is prose.

    Examples
    --------
    >>> from analysis.reading.lines import lines_of
    >>> found, _ = lines_of("目录前言\\n第一章道路第二章桥梁前言\\n道路畅通。")
    >>> [line.text for line in with_entries_apart(found)]
    ['目录', '前言', '第一章道路', '第二章桥梁', '前言', '道路畅通。']
    """
    start = next((at for at, line in enumerate(lines[:_SEARCHED]) if _begins(line.text)), len(lines))
    found = list(lines[:start])
    first = ""
    for at in range(start, len(lines)):
        line = lines[at]
        if "。" in line.text or len(line.text) > _LONGEST:
            return [*found, *lines[at:]]
        if at == start and (marker := _GLUED.match(line.text)):
            found.append(line.cut(0, marker.end()))
            line = line.cut(marker.end())
            first = line.text[: _first_cut(line.text, "")]
        found += _pieces(line, first)
    return found


def _begins(text: str) -> bool:
    return _GLUED.match(text) is not None or _MARKER.fullmatch(text) is not None


def _pieces(line: Line, first: str) -> Iterator[Line]:
    while (at := _first_cut(line.text, first)) < len(line.text):
        yield line.cut(0, at)
        line = line.cut(at)
    yield line


def _first_cut(text: str, first: str) -> int:
    """Where behind the first entry of a line another one begins; its length where none does."""
    for match in re.finditer("第", text):
        at = match.start()
        if at > 1 and division(text[at:]) and not NAMES_ONE.match(text[at - 1]):
            return at
    again = len(text) - len(first)
    return again if first and again > 1 and text.endswith(first) else len(text)
