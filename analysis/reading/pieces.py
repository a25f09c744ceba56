"""The lines in which a document may say what it is: notes, signature, the record of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.reading.authorities import bodies
from analysis.reading.dates import Day, date_alone, dates
from analysis.reading.document import DroppedLine
from analysis.reading.front import FrontLine
from analysis.reading.front_lines import MEETING
from analysis.reading.lines import Line
from analysis.reading.numbering import label_of
from analysis.reading.people import speaker
from analysis.reading.titles import GENRE_END

_GAP = r"[ \u3000]*"
_ISSUED_BY = "发文机关|发布机关|颁布机关|制定机关|发布部门"
_CALLED = "文件名称|公文名称|信息名称|名称"
_NAMES = f"{_ISSUED_BY}|成文日期|发文日期|发文字号|文号|标题|{_CALLED}".split("|")
_RECORD = re.compile(
    rf"[【\[]?(?P<name>{'|'.join(_GAP.join(name) for name in _NAMES)})[】\]]?"
    rf"{_GAP}[:：]?{_GAP}(?P<value>[^\s:：].{{0,80}})"
)
_SIGNED = re.compile(r".*(?:。[”’」』）)]*)|.{20,}[！？!?；;]|.{8,}[：:]", re.DOTALL)  # no signature ends so
_SIGNED_TOGETHER = re.compile(r"(?P<body>.{4,40}?)[ \u3000]+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)")
_LONGEST_TITLE = _LONGEST_RECORD = 120  # characters
_LONGEST_NAME = 40  # characters of a signature's line


@dataclass(frozen=True, slots=True)
class Pieces:
    """The lines in which a document may say what it is: its front, text, signature, and what was left out."""

    front: tuple[FrontLine, ...]
    body: tuple[Line, ...]
    signature: tuple[Line, ...]
    dropped: tuple[DroppedLine, ...] = ()
    named: tuple[tuple[str, str], ...] = ()  # what the file calls itself, with the source
    file: str = ""  # its name without suffix


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the front that is no title, or several that belong together."""

    text: str
    line: int
    role: str


def notes_of(front: Sequence[FrontLine]) -> tuple[Note, ...]:
    """The notes of the front; one that a line's end has broken is put together."""
    found: list[Note] = []
    for one in front:
        text, role = one.line.text, str(one.role)
        if one.kind == "title":
            continue
        before = found[-1] if found else None
        if before and role != "date" and next(dates(before.text), None) and not _is_whole(before.text):
            found[-1] = Note(before.text + text, before.line, before.role)
        else:
            found.append(Note(text, one.line.number, role))
    return tuple(found)


def _is_whole(text: str) -> bool:
    return bool(date_alone(text) or MEETING.search(text) or re.search(r"(?:通过|批准|[）)])$", text))


def records(dropped: Sequence[DroppedLine]) -> Iterator[tuple[str, str, DroppedLine]]:
    """What a page's record says: name, value and the line; in a table both may be cells of one row."""
    for line in dropped:
        cells = line.text.split(" | ") if len(line.text) <= _LONGEST_RECORD else []
        for cell, after in pairwise([*cells, ""]):
            if found := _RECORD.fullmatch(cell) or _RECORD.fullmatch(f"{cell.rstrip('：:')}：{after}"):
                yield re.sub(r"[ \u3000]", "", found["name"]), found["value"].strip(), line


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, and when."""

    names: tuple[Line, ...]
    day: Day
    line: Line


def signature_of(pieces: Pieces) -> Signature | None:
    """Who signed and when: below the text, or below a notice before what is attached to it."""
    lines = (*pieces.body, *pieces.signature)
    for at, line in enumerate(lines):
        day = date_alone(line.text)
        names = _names(lines, at) if day and day.full else ()
        if day and day.full and (names or at == len(lines) - 1 or _ends_notice(lines, at)):
            return Signature(names, day, line)
        if len(line.text) <= 2 * _LONGEST_NAME and (found := _SIGNED_TOGETHER.fullmatch(line.text)):
            day = date_alone(found["date"])
            if day and bodies(found["body"]):
                return Signature((line.cut(0, found.end("body")),), day, line)
    return None


def _names(lines: Sequence[Line], date: int) -> tuple[Line, ...]:
    """The authorities in the lines directly above a date."""
    first = date
    while first and _signs(lines[first - 1].text):
        first -= 1
    return tuple(lines[first:date])


def _signs(text: str) -> bool:
    """Whether a line is who signs: an authority, or an office with a name."""
    return len(text) <= _LONGEST_NAME and bool(bodies(text) or speaker(text))


def _ends_notice(lines: Sequence[Line], at: int) -> bool:
    """Whether a date stands between the end of a text and the title of what is attached to it."""
    below = lines[at + 1].text
    ended = at > 0 and lines[at - 1].text.endswith("。")
    return ended and len(below) <= _LONGEST_TITLE and GENRE_END.fullmatch(below) is not None


def signature_start(body: Sequence[Line]) -> int:
    """Where issuer and date stand below the text; the number of lines when they do not."""
    if not body or not date_alone(body[-1].text):
        return len(body)
    end = len(body) - 1
    while (
        end > 1
        and len(body) - end < 4
        and len(body[end - 1].text) <= 30
        and not _SIGNED.fullmatch(body[end - 1].text)
        and not label_of(body[end - 1].text)
    ):
        end -= 1
    return end
