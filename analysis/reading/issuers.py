"""Who issues a document, by the surest source that names any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.reading import authorities
from analysis.reading.dates import dates
from analysis.reading.document import Fact
from analysis.reading.front import FrontLine
from analysis.reading.front_lines import LONGEST
from analysis.reading.genres import SPOKEN
from analysis.reading.pieces import Note, Pieces, notes_of, records, signature_of

OPENING = 5  # paragraphs in which a speaker says for whom he reports
_PASSED = re.compile(r"通过|批准")


def issuers(title: str, notes: Sequence[Note], kind: str, pieces: Pieces) -> list[Fact]:
    """
    Those who issue it: of a report those in whose name it is held, else as title, front, signature, the
    page's record or the note of adoption say.
    """
    contexts = (*(note.text for note in notes), title)
    spoken = [_spoken, _headed] if kind in SPOKEN else []
    for source in (*spoken, _in_title, _on_front, _signed, _recorded, _adopted_by):
        if found := list(dict.fromkeys(source(title, contexts, pieces))):
            return found
    return []


def _spoken(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    """For whom a speaker says that he reports."""
    for line in pieces.body[:OPENING]:
        if body := authorities.spoken_for(line.text, contexts):
            yield Fact("issuer", body, line.number, line.text[:60], "first sentences")
            return


def _headed(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    """The government that the speaker heads, or that the title names."""
    for one in pieces.front:
        if one.role == "speaker" and (body := authorities.of_speaker(one.line.text, contexts)):
            yield Fact("issuer", body, one.line.number, one.line.text, "speaker")
            return
    if body := authorities.of_title(title):
        yield Fact("issuer", body, _first(pieces.front), title, "title")


def _in_title(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    for body in authorities.in_title(title):
        yield Fact("issuer", body, _first(pieces.front), title, "title")


def _first(front: Sequence[FrontLine]) -> int:
    return next((one.line.number for one in front if one.kind == "title"), 0)


def _on_front(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    for one in pieces.front:
        if one.role in ("body", "head") and one.kind == "adoption":
            for body in authorities.bodies(one.line.text):
                yield Fact("issuer", body, one.line.number, one.line.text, "red head or cover")
        elif one.role == "note":
            for body in authorities.ordering(one.line.text[:LONGEST]):
                yield Fact("issuer", body, one.line.number, one.line.text, "number of the order")


def _signed(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    signature = signature_of(pieces)
    for line in signature.names if signature else ():
        for body in authorities.bodies(line.text):
            yield Fact("issuer", body, line.number, line.text, "signature")


def _recorded(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    for name, value, line in records(pieces.dropped):
        if name.endswith(("机关", "部门")):
            yield Fact("issuer", value, line.line, line.text, "record")


def _adopted_by(title: str, contexts: tuple[str, ...], pieces: Pieces) -> Iterator[Fact]:
    for note in notes_of(pieces.front):
        if _PASSED.search(note.text) and (body := authorities.adopting(_after_date(note.text), contexts)):
            yield Fact("issuer", body, note.line, note.text, "adoption")
            return


def _after_date(text: str) -> str:
    first = next(dates(text), None)
    return text[first.end :] if first else text.lstrip("（(")
