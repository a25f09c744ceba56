"""When a document was adopted, approved, amended, issued or delivered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.reading.dates import Day, date_alone, dates
from analysis.reading.document import Fact
from analysis.reading.front_lines import MEETING, SALUTATION
from analysis.reading.genres import SPOKEN
from analysis.reading.pieces import Note, Pieces, records, signature_of

# What was done on a day. 批准的 and 通过的 say who made a decision, whose title tells of another text.
_REVISED = re.compile(r"修[订正]")
_PASSED, _APPROVED = re.compile(r"通过(?!的)"), re.compile(r"批准(?!的)")
_AMENDED = re.compile(r"修正|修订|修改")
_TITLE = re.compile(r"《[^《》]{0,100}》")
_FIELDS = ("adopted", "approved", "amended", "issued", "delivered")
_ISSUED = re.compile(r"印发|发布|公布|颁布")
_PRINTED = re.compile(r".{4,40}\d{4}年\d{1,2}月\d{1,2}日印发")


def days(title: Fact, notes: Sequence[Note], kind: str, pieces: Pieces) -> Iterator[Fact]:
    """
    The dates, each field once: the first of the sources that gives the day, else the first; of approvals and
    amendments the last.

    What was approved (批准) and by nobody else adopted (通过) was adopted so.
    """
    found: dict[str, list[tuple[Day, Fact]]] = {}
    held = kind in SPOKEN and _is_spoken(notes, kind, pieces)
    for day, fact in (*_noted(notes, held), *_in_title(title, held), *_below(pieces, held)):
        found.setdefault(fact.field, []).append((day, fact))
    if "adopted" not in found:
        approved = found.pop("approved", [])
        found["adopted"] = [(day, replace(fact, field="adopted")) for day, fact in approved]
    for name in _FIELDS:
        if options := found.get(name):
            last = options[::-1] if name in ("approved", "amended") else options
            yield next((fact for day, fact in last if day.full), last[0][1])


def _is_spoken(notes: Sequence[Note], kind: str, pieces: Pieces) -> bool:
    """Whether a report or speech was held before an audience, and not sent as a paper."""
    told = any(note.role == "speaker" or MEETING.search(note.text) for note in notes)
    return kind == "speech" or told or any(SALUTATION.fullmatch(line.text) for line in pieces.body[:1])


def _noted(notes: Sequence[Note], held: bool) -> Iterator[tuple[Day, Fact]]:
    for note in notes:
        days = list(dates(note.text))
        for at, day in enumerate(days):
            clause = note.text[day.start : days[at + 1].start if at + 1 < len(days) else len(note.text)]
            if name := _field(clause, note, held):
                yield day, Fact(name, day.iso, note.line, note.text, _source(name, note))


def _source(name: str, note: Note) -> str:
    if name in ("adopted", "approved", "amended"):
        return "adoption note"
    return "session line" if MEETING.search(note.text) else "date above the text"


def _field(clause: str, note: Note, held: bool) -> str:
    """Which date a clause gives: of what was done on the day the first, whatever titles tell."""
    bare = _TITLE.sub("", clause)
    done = {"amended": _REVISED, "adopted": _PASSED, "approved": _APPROVED}
    first = {name: match.start() for name, pattern in done.items() if (match := pattern.search(bare))}
    if first:
        return min(first, key=first.__getitem__)
    if _AMENDED.search(clause):
        return "amended"
    if _ISSUED.search(clause):
        return "issued"
    if MEETING.search(note.text) or held:
        return "delivered"
    return "issued" if date_alone(note.text) else ""


def _in_title(title: Fact, held: bool) -> Iterator[tuple[Day, Fact]]:
    if held and MEETING.search(title.value):
        for day in dates(title.value):
            yield day, Fact("delivered", day.iso, title.line, title.value, "title")


def _below(pieces: Pieces, held: bool) -> Iterator[tuple[Day, Fact]]:
    """Dates below the text, of the page's record, and of printing."""
    if signature := signature_of(pieces):
        name = "delivered" if held else "issued"
        day = signature.day
        yield day, Fact(name, day.iso, signature.line.number, signature.line.text, "signature")
    for name, value, line in records(pieces.dropped):
        if name in ("成文日期", "发文日期") and (dated := next(dates(value), None)):
            yield dated, Fact("issued", dated.iso, line.line, line.text, "record")
    for line in pieces.dropped:
        if len(line.text) <= 80 and _PRINTED.fullmatch(line.text):
            yield from (
                (day, Fact("issued", day.iso, line.line, line.text, "date of printing"))
                for day in dates(line.text)
            )
