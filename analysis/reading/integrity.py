"""What is wrong with a document, before anything is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.reading.document import Document, Part
from analysis.reading.numbering import breaks, number
from analysis.tables import build

if TYPE_CHECKING:
    import pandas as pd

Finding = tuple[str, int, str, str, str, str]


def check(document: Document) -> pd.DataFrame:
    """
    Findings about the document's integrity, one a row, in the order of the raw file's lines.

    ``empty_article`` and ``empty_chapter``: a heading without body. ``numbering``: a gap or repeat in the
    printed numbers. ``heading_stop``: an article heading that differs from most in its closing stop.
    ``dropped_line``: a line left out as no part of the document.
    """
    findings: list[Finding] = [
        *_empty(document),
        *_numbering(document, document.chapters),
        *_numbering(document, document.articles),
        *_stops(document),
        *(
            ("dropped_line", line.line, "", line.text, f"left out: {line.reason}", "未纳入正文的网页内容")
            for line in document.dropped
        ),
    ]
    return build("check", _by_line(findings))


def _by_line(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding[1])


def _line(document: Document, part: Part) -> tuple[int, str, str]:
    return part.line, part.id, document.text[part.start : part.end]


def _empty(document: Document) -> Iterator[Finding]:
    filled = {part.article for part in document.passages if part.article}
    used = {part.chapter for part in (*document.passages, *document.articles)}
    for part in document.articles:
        if part.article not in filled:
            detail = "heading without body: what it would have said is missing from every count"
            yield "empty_article", *_line(document, part), detail, "有标题而无正文,涉及本条的数字均为下限"
    for part in document.chapters:
        if part.chapter not in used:
            yield "empty_chapter", *_line(document, part), "chapter heading without body", "章标题下无正文"


def _numbering(document: Document, headings: tuple[Part, ...]) -> Iterator[Finding]:
    for at, before, found in breaks([number(part.label) for part in headings]):
        detail = f"number {found} follows {before}"
        yield "numbering", *_line(document, headings[at]), detail, f"编号不连续:{before} 之后为 {found}"


def _stops(document: Document) -> Iterator[Finding]:
    ends = {part.id: document.text[part.end - 1] == "。" for part in document.articles}
    usual = 2 * sum(ends.values()) > len(ends)
    for part in document.articles:
        if len(ends) > 2 and ends[part.id] != usual:
            detail = (
                "lacks the closing stop that most headings have"
                if usual
                else "ends in a stop; most headings do not"
            )
            detail_zh = "标题末尾缺句号,与多数标题不一致" if usual else "标题末尾有句号,与多数标题不一致"
            yield "heading_stop", *_line(document, part), detail, detail_zh
