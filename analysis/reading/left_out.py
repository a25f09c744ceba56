"""What was left out of a document, line by line and as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.columns import LINE
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
        if reason in _REASONS_ZH and len(block) > 1:
            en = f"left out: {reason}, {len(block):,} lines from here to line {block[-1].line}"
            zh = (
                f"自此行至第{block[-1].line}行,未纳入正文:"
                f"{_REASONS_ZH.get(reason, '非正文内容')},共{len(block):,}行"
            )
            yield note("dropped_block", block[0].line, block[0].text, en, zh)
            continue
        for drop in block:
            zh = f"未纳入正文:{_REASONS_ZH.get(reason, '网页内容')}"
            yield note("dropped_line", drop.line, drop.text, f"left out: {reason}", zh)


def _block(place: tuple[int, DroppedLine]) -> tuple[str, int]:
    """What lines that are told together share: the reason; around the main text, also that they touch."""
    at, drop = place
    return drop.reason, drop.line - at if drop.reason in _AROUND else 0


_AROUND = ("outside the main text",)
_SCATTERED = ("page number", "running head", "footnote")


_REASONS_ZH = {
    "table of contents": "目录",
    "page number": "页码",
    "running head": "页眉",
    "footnote": "脚注",
    "glossary": "名词解释",
    "notes": "注释",
    "wiki footer": "维基页脚",
    "web page footer": "网页页脚",
    "outside the main text": "正文区域之外的网页文字",
}


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
