"""The outline: every heading with the size of what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import ARTICLE, CHAPTER
from analysis.ids import paragraph_of
from analysis.reading.document import Document, Part
from analysis.reading.splitting import counted, sentences
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def reach(document: Document) -> list[tuple[Part, int]]:
    """
    Each heading with the offset at which the next of its level or a higher one begins: what stands below it.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> text = "一、总体要求\\n1.目标。\\n城区更美。\\n二、保障\\n2.组织。\\n加强领导。"
    >>> document = read_text(text, id="toy")
    >>> [(part.id, document.text[part.end:end].split()) for part, end in reach(document)][1]
    ('1', ['城区更美。'])
    """
    headings = list(document.headings.values())
    ends = [len(document.text)] * len(headings)
    open_: list[int] = []
    for at, part in enumerate(headings):
        while open_ and headings[open_[-1]].level >= part.level:
            ends[open_.pop()] = part.start
        open_.append(at)
    return list(zip(headings, ends, strict=True))


def outline(document: Document) -> pd.DataFrame:
    """
    One row per heading in reading order.

    Columns: ``heading_id`` (c3, 9; a subheading has a paragraph's id), ``kind`` (chapter, article or
    subheading), ``chapter``, ``article``, ``label`` (the number as printed), ``title``, ``passages``,
    ``sentences`` and ``characters`` below the heading, and ``depth`` in the document's own structure (1 =
    highest); what stands below includes deeper headings' text, but no cells of tables. A heading without body
    has zeros.
    """
    table = counted(sentences(document))
    starts = table["start"].to_numpy()
    characters = (table["end"] - table["start"]).to_numpy()
    passage = paragraph_of(table["sentence_id"]).to_numpy()
    rows = []
    for part, end in reach(document):
        first, last = starts.searchsorted([part.end, end])
        size = (len(set(passage[first:last])), int(last - first), int(characters[first:last].sum()))
        place = (part.id, part.kind, part.chapter, part.article, part.label, part.title)
        rows.append((*place, *size, part.level))
    return build("outline", rows)


@table(
    "outline",
    row="a heading with the size of what stands below it",
    key=("heading_id",),
    help="headings with the size of what stands below them",
    attribute=True,
    columns=(
        Column("heading_id", "str", "c3, 9; a subheading has a paragraph's id", ("heading", "标题")),
        Column("kind", "str", "chapter, article or subheading", ("kind", "类别")),
        CHAPTER,
        ARTICLE,
        Column("label", "str", "the number as printed", ("label", "编号")),
        Column("title", "str", "the heading without its number", ("title", "标题")),
        Column("passages", "int64", "paragraphs below it", ("paragraphs", "段数")),
        Column("sentences", "int64", "sentences below it", ("sentences", "句数")),
        Column("characters", "int64", "characters below it", ("characters", "字数")),
        Column("depth", "int64", "depth in the document's own structure, 1 = highest", ("depth", "层次")),
    ),
)
def outline_of(study: Study) -> pd.DataFrame:
    """Headings with the size of what stands below them."""
    return outline(study.document)
