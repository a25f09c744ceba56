"""What stands around a place: the headings above it, and for a sentence the one before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from analysis.reading.document import HEADINGS, Document, Part

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("sentence_id", "text", "heading", "top_heading", "before")


def headings_above(document: Document) -> Callable[[int], list[str]]:
    """
    The titles of the headings above a place in a document's text, the outermost first.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> document = read_text("一、目标\\n1.平台\\n城区更美。\\n二、保障\\n加强领导。", id="toy")
    >>> above = headings_above(document)
    >>> above(document.text.index("城区")), above(document.text.index("加强"))
    (['目标', '平台'], ['保障'])
    """
    starts: list[int] = []
    paths: list[list[Part]] = [[]]
    for part in _turns(document):
        starts.append(part.start)
        if part.kind in HEADINGS:
            paths.append([one for one in paths[-1] if one.level < part.level] + [part])
        else:
            paths.append([one for one in paths[-1] if not one.article])
    return lambda start: [one.title for one in paths[bisect_right(starts, start)]]


def _turns(document: Document) -> list[Part]:
    """Where what stands above changes: headings, and text that leaves an article for its chapter."""
    return sorted([*document.headings.values(), *document.closings], key=lambda part: part.start)


def contexts(document: Document, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    One row per sentence: ``sentence_id, text, heading, top_heading, before``.

    `heading` is the title of the nearest heading above, `top_heading` that of the highest one above where it
    is another, `before` the sentence before under the same heading; each is empty where there is none.
    """
    import pandas as pd

    return pd.DataFrame(list(_rows(document, sentences)), columns=list(COLUMNS))


def _rows(document: Document, sentences: pd.DataFrame) -> Iterator[tuple[str, str, str, str, str]]:
    above, starts = headings_above(document), [part.start for part in _turns(document)]
    under, before = -1, ""
    for id_, start, text in sentences[["sentence_id", "start", "text"]].itertuples(index=False, name=None):
        if (begun := bisect_right(starts, start)) != under:
            under, before = begun, ""
        titles = [title for title in above(start) if title]
        yield id_, text, titles[-1] if titles else "", titles[0] if len(titles) > 1 else "", before
        before = text
