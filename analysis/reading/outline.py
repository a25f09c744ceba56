"""The outline: every heading with the size of what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.reading.document import Document
from analysis.reading.sentences import sentences

if TYPE_CHECKING:
    import pandas as pd


def outline(document: Document) -> pd.DataFrame:
    """
    One row per chapter and article heading in reading order.

    Columns: ``heading_id`` (c3, 9), ``level`` (chapter or article), ``chapter``, ``article``, ``label`` (the
    number as printed), ``title``, ``passages``, ``sentences`` and ``characters`` below the heading; a
    chapter's include its lead and its articles. A heading without body has zeros.
    """
    import pandas as pd

    table = sentences(document)
    table["characters"] = table["end"] - table["start"]
    rows = []
    for part in document.headings.values():
        level = "chapter" if part.kind == "chapter" else "article"
        below = table[table[level] == (part.chapter if level == "chapter" else part.article)]
        passages = below.groupby(["article", "paragraph"]).ngroups
        size = (passages, len(below), int(below["characters"].sum()))
        rows.append((part.id, level, part.chapter, part.article, part.label, part.title, *size))
    columns = [
        "heading_id",
        "level",
        "chapter",
        "article",
        "label",
        "title",
        "passages",
        "sentences",
        "characters",
    ]
    return pd.DataFrame(rows, columns=columns).astype({"heading_id": "str", "label": "str", "title": "str"})
