"""The outline: every heading with the size of what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import ARTICLE, CHAPTER
from analysis.ids import paragraph_of
from analysis.reading.document import HEADINGS, Document, Part
from analysis.reading.splitting import counted, sentences
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def reach(document: Document) -> list[tuple[Part, int]]:
    """
    Each heading with the offset at which the next of its level or a higher one begins: what stands below it.

    An article ends where its chapter's own text goes on.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> text = "一、总体要求\\n1.目标。\\n城区更美。\\n二、保障\\n2.组织。\\n加强领导。"
    >>> document = read_text(text, id="toy")
    >>> [(part.id, document.text[part.end:end].split()) for part, end in reach(document)][1]
    ('1', ['城区更美。'])
    """
    headings = document.headings.values()
    ends = dict.fromkeys(document.headings, len(document.text))
    open_: list[Part] = []
    for part in sorted([*headings, *document.closings], key=lambda part: part.start):
        while open_ and _ends(open_[-1], part):
            ends[open_.pop().id] = part.start
        if part.kind in HEADINGS:
            open_.append(part)
    return [(part, ends[part.id]) for part in headings]


def _ends(above: Part, part: Part) -> bool:
    """Whether what stands below a heading ends with another, or with the text that leaves its article."""
    return above.level >= part.level if part.kind in HEADINGS else above.article > 0


def outline(document: Document) -> pd.DataFrame:
    """
    One row per heading in reading order.

    Columns: ``heading_id`` (c3, 9; others have a paragraph's id), ``kind`` (chapter, article, subheading, or
    attached: the title of an attached document that has chapters), ``chapter``, ``article``, ``label`` (the
    number as printed), ``title``, ``passages``, ``sentences`` and ``characters`` below the heading, and
    ``depth`` in the document's own structure (1 = highest); what stands below includes deeper headings' text,
    but no cells of tables. A heading without body has zeros, and so has one with a table alone.
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
        Column(
            "heading_id",
            "str",
            "c3, 9; a subheading or attached title has a paragraph's id",
            ("heading", "标题代号"),
        ),
        Column(
            "kind",
            "str",
            "chapter, article, subheading, or attached (title above chapters)",
            ("kind", "类别"),
        ),
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
