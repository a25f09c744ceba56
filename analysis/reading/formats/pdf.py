"""
PDF, by pypdfium2: in a process of its own, with a limit of time and, where the system has one, of memory.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from analysis.reading.decoding import Errors
from analysis.reading.formats.extracted import Extract
from analysis.reading.kinds import kind_of
from analysis.tables import InputProblem

SECONDS = 60
_SAVE = "Save the document as PDF again."
MOST_MEMORY = 2 * 2**30  # bytes of address space
_Edge = tuple[str, int, str]  # side, depth, the line without its digits
_EDGE = 3  # lines at the top and the bottom of a page among which heads and page numbers stand
_LONGEST_HEAD = 60  # characters
_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s*)?(\d{1,4}|[ivxIVX]{1,6})(?:\s*页)?(?:[,，]?\s*/?\s*共?\s*\d{1,4}\s*页?)?[-—–·\s]*"
)


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read a PDF's text layer; running heads and page numbers are told by their place on the page.

    Raises
    ------
    InputProblem
        When the file is no PDF, is locked or damaged, has no text layer, or takes too long.
    """
    if b"%PDF" not in data[:1024]:
        kind = kind_of(data, name)
        what = f"this seems to be {kind.name}" if kind else "its first bytes are not %PDF"
        raise InputProblem(f"{name}: no PDF: {what}. {kind.advice if kind else _SAVE}")
    pages = _pages(data, name)
    if not any(line.strip() for page in pages for line in page):
        raise InputProblem(
            f"{name}: no text layer in its {len(pages)} pages: these are pictures of text. Run OCR on it"
            " first, and read the result."
        )
    lines, drop = _without_edges(pages)
    return Extract("\n".join(lines), drop=drop, setting="wrapped", loader="pdf")


def _pages(data: bytes, name: str) -> list[list[str]]:
    command = [sys.executable, "-P", str(Path(__file__).with_name("pdf_process.py")), str(MOST_MEMORY)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise InputProblem(
            f"{name}: reading this PDF took longer than {SECONDS} s and was stopped."
        ) from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1][:120] if said else f"stopped with status {done.returncode}"
        if "MemoryError" in reason or done.returncode < 0:
            reason = f"it took more than {MOST_MEMORY // 2**30} GB of memory, or crashed the reader"
        raise InputProblem(f"{name}: this PDF cannot be read ({reason}). Try to print it to a new PDF.")
    found: list[list[str]] = json.loads(done.stdout)
    return found


def _without_edges(pages: Sequence[Sequence[str]]) -> tuple[list[str], dict[int, str]]:
    """
    All lines, and which of them are page numbers or repeat at the edges of at least three pages.

    Each page is peeled from the top and from the bottom, up to the first line that is neither.
    """
    edges: Counter[_Edge] = Counter()
    for page in pages:
        edges.update((side, depth, _shape(page[at])) for side, depth, at in _edges(page))
    repeated = {edge for edge, n in edges.items() if n >= max(3, 0.3 * len(pages))}
    lines: list[str] = []
    drop: dict[int, str] = {}
    for page in pages:
        text = set[str]()  # the sides on which the text has been reached
        for side, depth, at in _edges(page):
            reason = _reason(page[at], (side, depth, _shape(page[at])) in repeated)
            if not reason:
                text.add(side)
            if side not in text:
                drop[len(lines) + at + 1] = reason
        lines += page
    return lines, drop


def _edges(page: Sequence[str]) -> list[tuple[str, int, int]]:
    """The lines at a page's edges: from which side, how deep, and their index."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    top = [("top", depth, at) for depth, at in enumerate(filled[:_EDGE])]
    return top + [("bottom", depth, at) for depth, at in enumerate(filled[::-1][:_EDGE])]


def _reason(line: str, repeated: bool) -> str:
    """Why a line at a page's edge is no part of the text; empty when it may be."""
    if _PAGE_NUMBER.fullmatch(line):
        return "page number"
    return "running head" if repeated and len(line) <= _LONGEST_HEAD and line.rstrip()[-1] != "。" else ""


def _shape(line: str) -> str:
    """A line without its digits: 第 3 页 and 第 4 页 are the same head."""
    return re.sub(r"\d+|\s+", "", line)
