"""What is left out, dealt and counted as one: the articles of a text, or its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.ids import article_of, paragraph_of
from analysis.tables import Column, require

if TYPE_CHECKING:
    import pandas as pd

    from analysis.columns import Parts

PART = Column(
    "group",
    "str",
    "the ordinal of a chapter or article, or the document's id; what stands outside any is no group, and in "
    "no reference",
    ("group", "分组"),
)
OUTSIDE = "0"  # the group of what stands in no chapter, or in no article


def units(sentences: pd.DataFrame, by: Parts) -> pd.Series:
    """
    The unit of every sentence, by sentence id: its article; its paragraph where it stands in none, or where
    the groups themselves are articles.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"sentence_id": ["9.1.3", "c3.1.1"], "article": [9, 0]})
    >>> units(table, "chapter").tolist(), units(table, "article").tolist()
    (['9', 'c3.1'], ['9.1', 'c3.1'])
    """
    require(sentences, "sentences", ["sentence_id", "article"])
    table = sentences.set_index("sentence_id")
    ids = table.index.to_series()
    paragraphs = paragraph_of(ids)
    return paragraphs if by == "article" else paragraphs.where(table["article"] == 0, article_of(ids))


def parts_of(counts: pd.DataFrame, by: Parts) -> pd.DataFrame:
    """
    The rows whose ``group`` is a part: what stands outside is none, neither compared nor a reference.

    Examples
    --------
    >>> import pandas as pd
    >>> parts_of(pd.DataFrame({"group": ["0", "1", "2"]}), "chapter")["group"].tolist()
    ['1', '2']
    """
    return counts if by == "document" else counts[counts["group"] != OUTSIDE]
