"""What stands around each sentence: the heading above, the highest one, and the sentence before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.reading.sections import reach

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document

COLUMNS = ("sentence_id", "text", "heading", "top_heading", "before")


def contexts(document: Document, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    One row per sentence: ``sentence_id, text, heading, top_heading, before``.

    `heading` is the title of the nearest heading above, `top_heading` that of the highest one above where it
    is another, `before` the sentence before under the same heading; each is empty where there is none.
    """
    import pandas as pd

    return pd.DataFrame(list(_rows(document, sentences)), columns=list(COLUMNS))


def _rows(document: Document, sentences: pd.DataFrame) -> Iterator[tuple[str, str, str, str, str]]:
    headings = iter([*((part.end, end, part.title) for part, end in reach(document)), (None, None, "")])
    coming, above, before = next(headings), [], ""  # type: tuple[int | None, int | None, str], list[tuple[int, str]], str
    for id_, start, text in sentences[["sentence_id", "start", "text"]].itertuples(index=False, name=None):
        while coming[0] is not None and coming[1] is not None and coming[0] <= start:
            above, before = [*above, (coming[1], coming[2])], ""
            coming = next(headings)
        above = [(end, title) for end, title in above if end > start]
        titles = [title for _, title in above if title]
        yield id_, text, titles[-1] if titles else "", titles[0] if len(titles) > 1 else "", before
        before = text
