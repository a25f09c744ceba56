"""What `check` says of how a file was read: encoding, format, what was mended or could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.prose import Case
from analysis.reading.decoding import shown
from analysis.reading.document import Document
from analysis.reading.mojibake import encodings
from analysis.reading.observations import Observation, note, problem


def how_read(document: Document) -> Iterator[Observation]:
    """Findings about the file rather than the text."""
    written, misread = encodings(document.encoding)
    if misread:
        yield note("encoding", 1, "", "check_misread", written=shown(written), misread=shown(misread))
    elif written not in ("utf-8", "utf-8-sig"):
        yield note("encoding", 1, "", "check_encoding", encoding=shown(written))
    if document.loader.startswith("html") and not document.source.lower().endswith((".html", ".htm")):
        yield note("web_page", 1, "", "check_web_page", source=document.source)
    if not document.known:
        yield note("main_text", 1, "", "check_main_text", how=document.loader.removeprefix("html: "))
    yield from _repairs(document)


def _repairs(document: Document) -> Iterator[Observation]:
    for repair in document.repairs:
        if repair.kind == "damaged character":
            yield problem("damaged", repair.line, "", "", "check_damaged", times=repair.n)
        elif repair.kind == "traditional character":
            yield note("converted", repair.line, "", "check_converted", n=repair.n)
        elif repair.kind == "page that is a picture":
            yield note("picture_pages", repair.line, "", "check_picture_pages", n=repair.n)
        else:
            kind = Case(repair.kind)
            yield note("repair", repair.line, "", "check_repair", kind=kind, times=repair.n)
