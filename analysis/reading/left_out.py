"""What was left out of a document, line by line and as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.columns import LINE
from analysis.prose import Case
from analysis.reading.document import Document, DroppedLine
from analysis.reading.observations import Observation, note
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def dropped(document: Document) -> pd.DataFrame:
    """
    Every line of the file that is no part of the document, with the reason, in the file's order.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> dropped(read_text("甲区规划\\n一、甲\\n正文。\\n点赞", id="x")).values.tolist()
    [[4, 'like or share button', '点赞']]
    """
    return build("dropped", [(line.line, line.reason, line.text) for line in document.dropped])


def dropped_notes(lines: Sequence[DroppedLine]) -> Iterator[Observation]:
    """One row for each line; one row together for page numbers, contents and other blocks."""
    scattered = [drop for drop in lines if drop.reason in _SCATTERED]
    rest = [drop for drop in lines if drop.reason not in _SCATTERED]
    blocks = [[drop for _, drop in block] for _, block in groupby(enumerate(rest), key=_block)]
    for reason in dict.fromkeys(drop.reason for drop in scattered):
        blocks.append([drop for drop in scattered if drop.reason == reason])
    for block in blocks:
        reason = block[0].reason
        if reason in _BLOCKS and len(block) > 1:
            yield _left_out("dropped_block", block)
        else:
            yield from (_left_out("dropped_line", [drop]) for drop in block)


def _left_out(finding: str, lines: Sequence[DroppedLine]) -> Observation:
    first, block = lines[0], len(lines) > 1
    values = {"reason": Case(first.reason), "block": block, "lines": len(lines), "last": lines[-1].line}
    return note(finding, first.line, first.text, "check_left_out", **values)


def _block(place: tuple[int, DroppedLine]) -> tuple[str, int]:
    """What lines that are told together share: the reason; around the main text, also that they touch."""
    at, drop = place
    return drop.reason, drop.line - at if drop.reason in _AROUND else 0


_AROUND = ("outside the main text",)
_SCATTERED = (
    "page number",
    "running head",
    "footnote",
    "endnote",
    "hidden text",
    "reading of characters",
)
# Told together when they stand together; debris of web pages is told line by line.
_BLOCKS = (
    *_SCATTERED,
    *_AROUND,
    "codes of glyphs",
    "table of contents",
    "glossary",
    "notes",
    "wiki footer",
    "web page footer",
)


@table(
    "dropped",
    row="a line of the file that is no part of the document",
    key=("line", "text"),
    help="every line that is no part of the document, with the reason",
    attribute=True,
    columns=(
        LINE,
        Column("reason", "str", "why it was left out", ("why", "原因")),
        Column("text", "str", "the line as found, or the piece of it that was left out", ("text", "原文")),
    ),
)
def dropped_of(study: Study) -> pd.DataFrame:
    """Every line that was left out, with the reason."""
    return dropped(study.document)
