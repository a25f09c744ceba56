"""What a document is: title, issuer, dates, kind and number, each with the line in which it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.reading.days import days
from analysis.reading.document import FILE_NAME, Document, Fact
from analysis.reading.front import FrontLine, front, joined
from analysis.reading.front_lines import NUMBER, ORDER, doubt
from analysis.reading.genres import OTHER, genre_of
from analysis.reading.issuers import OPENING, issuers
from analysis.reading.lines import Line
from analysis.reading.people import speaker
from analysis.reading.pieces import Note, Pieces, notes_of, records, signature_of
from analysis.reading.titles import GENRE_END
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


_MOST_ABOVE = 6  # lines left out above a text, in which its title is looked for
_SHORTEST_TITLE = 9  # characters


def facts(pieces: Pieces) -> tuple[Fact, ...]:
    """
    What a document says of itself, fact by fact; of each kind the surest first.

    Dates are ``adopted`` (通过), ``approved`` (批准 of what others adopted), ``amended``, ``issued`` (below
    the text, with a notice, on a cover) and ``delivered`` (a report's or speech's day); they come to the day
    where any line gives it.
    """
    title = _title(pieces) or _other_title(pieces)
    name = "" if title.source == FILE_NAME else title.value
    notes = notes_of(pieces.front)
    kind = _kind(name, notes, pieces)
    told = [
        title,
        *_numbers(pieces),
        *issuers(name, notes, kind.value, pieces),
        *(Fact("speaker", name, line, text, "front") for name, line, text in _speakers(pieces.front)),
        *(Fact("signatory", name, line, text, "signature") for name, line, text in _signatories(pieces)),
        *days(title, notes, kind.value, pieces),
        kind,
    ]
    return tuple(told)


def _title(pieces: Pieces) -> Fact | None:
    lines = [one.line for one in pieces.front if one.kind == "title"]
    if not lines:
        return None
    text = joined([line.text for line in lines])
    agrees = next((source for source, name in pieces.named if _bare(name) == _bare(text)), "")
    return Fact("title", text, lines[0].number, text, agrees or "above the text")


def _other_title(pieces: Pieces) -> Fact:
    """
    What names a document that has no title above its text: a page's record, the file, the head of every page,
    the file's name.
    """
    named = [
        Fact("title", value, line.line, line.text, "record")
        for name, value, line in records(pieces.dropped)
        if name.endswith(("标题", "名称")) and GENRE_END.fullmatch(value) and not doubt(value)
    ]
    own = [Fact("title", name, 0, "", source) for source, name in pieces.named if not doubt(name)]
    named += [fact for fact in own if GENRE_END.fullmatch(fact.value)]
    named += [*_above_the_text(pieces), *own]
    heads = (drop for drop in pieces.dropped if drop.reason == "running head")
    named += [Fact("title", drop.text, drop.line, drop.text, "running head") for drop in heads]
    return next(iter(named), Fact("title", pieces.file, 0, "", FILE_NAME))


def _above_the_text(pieces: Pieces) -> Iterator[Fact]:
    """The title that a page sets directly above what was taken for its text; none of several."""
    first = pieces.body[0] if pieces.body else None
    above = [drop for drop in pieces.dropped if first and drop.line < first.number][-_MOST_ABOVE:]
    if sum(map(_is_whole_title, (drop.text for drop in above))) != 1:
        return
    lines = [Line(drop.text, ((0, 0, drop.line),)) for drop in above]
    found = [one.line for one in front([*lines, *pieces.body[:1]]).lines if one.kind == "title"]
    if found and _is_whole_title(found[-1].text):
        text = joined([line.text for line in found])
        yield Fact("title", text, found[0].number, text, "above the main text")


def _is_whole_title(text: str) -> bool:
    """Whether a line ends as titles do and is longer than what menus name."""
    return len(text) >= _SHORTEST_TITLE and GENRE_END.fullmatch(text) is not None and not doubt(text)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _kind(title: str, notes: Sequence[Note], pieces: Pieces) -> Fact:
    texts = tuple(note.text for note in notes)
    opening = "\n".join(line.text for line in pieces.body[:OPENING])
    kind = genre_of(title, texts, opening)
    source = "title" if kind != OTHER and kind == genre_of(title) else "subtitle or first sentences"
    if kind == OTHER:
        kind = genre_of(title, texts, opening, "\n".join(line.text for line in pieces.body))
        source = "what the text calls itself" if kind != OTHER else ""
    return Fact("kind", kind, 0, "", source)


def _numbers(pieces: Pieces) -> Iterator[Fact]:
    for one in pieces.front:
        text = one.line.text
        if one.kind == "adoption" and (found := NUMBER.fullmatch(text) or ORDER.fullmatch(text)):
            yield Fact("number", found["number"], one.line.number, text, "front")
    if not any(NUMBER.fullmatch(one.line.text) for one in pieces.front):
        yield from (
            Fact("number", value, line.line, line.text, "record")
            for name, value, line in records(pieces.dropped)
            if name in ("发文字号", "文号")
        )


def _speakers(front: Sequence[FrontLine]) -> Iterator[tuple[str, int, str]]:
    for one in front:
        told = speaker(one.line.text) if one.kind == "adoption" else None
        if told and told[1]:
            yield told[1], one.line.number, one.line.text


def _signatories(pieces: Pieces) -> Iterator[tuple[str, int, str]]:
    """The people who sign, with an office beside their name or in the line above."""
    signature = signature_of(pieces)
    above = ""
    for line in signature.names if signature else ():
        office, name = speaker(line.text) or ("", "")
        if name and (office or above):
            yield name, line.number, line.text
        above = "" if name else office


# --- as a table --------------------------------------------------------------------------------------------


def about(document: Document) -> pd.DataFrame:
    """
    What a document says of itself, one fact a row, with the line and the way in which it was found.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> text = "甲县规划\\n（2021年3月5日甲县人民代表大会第二次会议批准）\\n一、目标\\n改善民生。"
    >>> table = about(read_text(text, id="x"))
    >>> table[["field", "value"]].values.tolist()[:3]
    [['title', '甲县规划'], ['issuer', '甲县人民代表大会'], ['adopted', '2021-03-05']]
    """
    return build("about", [(f.field, f.value, f.line, f.text, f.source) for f in document.facts])


@table(
    "about",
    row="something that the document says of itself",
    key=("field", "value"),
    help="title, issuer, dates and kind of the document, each with where it was found",
    attribute=True,
    columns=(
        Column(
            "field",
            "str",
            "title, number, issuer, speaker, signatory, kind; adopted, approved, amended, issued, delivered",
            ("fact", "项目"),
        ),
        Column(
            "value",
            "str",
            "as the document has it; dates as YYYY-MM-DD (YYYY-MM where no day is given), kinds in English",
            ("value", "内容"),
        ),
        Column(
            "line",
            "int64",
            "line of the raw file, from 1; 0 where it stands in none",
            ("line", "行"),
        ),
        Column("text", "str", "what stands there", ("text", "原文")),
        Column(
            "source",
            "str",
            "how it was found: above the text, session line, signature, red head or cover …",
            ("found in", "来源"),
        ),
    ),
)
def about_of(study: Study) -> pd.DataFrame:
    """What the document says of itself."""
    return about(study.document)
