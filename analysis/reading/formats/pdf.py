"""
PDF, by pypdfium2: in a process of its own, with a limit of time and, where the system has one, of memory.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.reading.decoding import Errors
from analysis.reading.formats.extracted import Extract
from analysis.reading.formats.pdf_layout import Page, PlacedLine, beginnings
from analysis.reading.kinds import kind_of
from analysis.tables import InputProblem

SECONDS = 60
_OCR = "Run OCR on it first, and read the result."
_MOST_PICTURES = 0.5  # of the pages; a document with as many pictures of text is a scan
_COVERED, _LONGEST_MARK = 0.5, 40  # of a page, by pictures; characters beside them that are no text
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
        When the file is no PDF, is locked or damaged, is a scan, or takes too long.
    """
    if b"%PDF" not in data[:1024]:
        kind = kind_of(data, name)
        what = f"this seems to be {kind.name}" if kind else "its first bytes are not %PDF"
        raise InputProblem(f"{name}: no PDF: {what}. {kind.advice if kind else _SAVE}")
    pages = _pages(data, name)
    if not any(line.text.strip() for page in pages for line in page.lines):
        raise InputProblem(
            f"{name}: no text layer in its {len(pages)} pages: these are pictures of text. {_OCR}"
        )
    drop = _edges_of([[line.text for line in page.lines] for page in pages])
    pictures = _pictures(pages, drop)
    if pictures and len(pictures) > _MOST_PICTURES * len(pages):
        raise InputProblem(
            f"{name}: a scan: {len(pictures)} of its {len(pages)} pages are pictures of text, beside which no"
            f" more than a mark or a page number stands. {_OCR}"
        )
    return Extract(
        "\n".join(line.text for page in pages for line in page.lines),
        drop=drop,
        setting="wrapped",
        loader="pdf",
        begins=beginnings(pages, frozenset(drop)),
        pictures=pictures,
    )


def _pages(data: bytes, name: str) -> list[Page]:
    command = [sys.executable, "-P", str(Path(__file__).with_name("pdf_process.py")), str(MOST_MEMORY)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise InputProblem(
            f"{name}: reading this PDF took longer than {SECONDS} s and was stopped."
        ) from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputProblem(f"{name}: {_refusal(said[-1][:120] if said else '', done.returncode)}")
    return [
        Page(tuple(PlacedLine(*line) for line in lines), width, pictured)
        for width, pictured, lines in json.loads(done.stdout)
    ]


def _refusal(said: str, status: int) -> str:
    """Why a PDF cannot be read, by the last words of the process that read it."""
    if said == "locked":
        return "this PDF is locked with a password. Open it, take the password off, and save it."
    reason = said or f"stopped with status {status}"
    if "MemoryError" in said or status < 0:
        reason = f"it took more than {MOST_MEMORY // 2**30} GB of memory, or crashed the reader"
    return f"this PDF cannot be read ({reason}). Try to print it to a new PDF."


def _pictures(pages: Sequence[Page], drop: Mapping[int, str]) -> tuple[int, ...]:
    """The lines at which pages stand that are pictures of text: beside them is a mark, a stamp, a number."""
    found, number = list[int](), 1
    for page in pages:
        own = sum(len(line.text) for at, line in enumerate(page.lines, start=number) if at not in drop)
        if page.pictured >= _COVERED and own <= _LONGEST_MARK:
            found.append(number)
        number += len(page.lines)
    return tuple(found)


def _edges_of(pages: Sequence[Sequence[str]]) -> dict[int, str]:
    """
    Which lines, of all, are page numbers or repeat at the edges of pages: of three, or of both there are.

    Each page is peeled from the top and from the bottom, up to the first line that is neither.
    """
    edges: Counter[_Edge] = Counter()
    for page in pages:
        edges.update((side, depth, _shape(page[at])) for side, depth, at in _edges(page))
    least = len(pages) if len(pages) == 2 else max(3, 0.3 * len(pages))
    repeated = {edge for edge, n in edges.items() if n >= least}
    drop: dict[int, str] = {}
    before = 0
    for page in pages:
        text = set[str]()  # the sides on which the text has been reached
        for side, depth, at in _edges(page):
            reason = _reason(page[at], (side, depth, _shape(page[at])) in repeated)
            if not reason:
                text.add(side)
            if side not in text:
                drop[before + at + 1] = reason
        before += len(page)
    return drop


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
