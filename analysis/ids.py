"""
The grammar of ids, in one place.

A sentence is ``article.paragraph.sentence`` (``9.1.3``), in a chapter outside its articles (its lead, and
what closes it) ``c3.1.1``, outside chapters (the opening, and above the first chapter of an attached
document) ``p0.1.1``; a paragraph is its sentences' id without the last number, a heading ``9`` or ``c3``.
Paragraphs count on where such text is taken up again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def heading_id(*, chapter: int, article: int) -> str:
    """
    The id of an article's heading, or of a chapter's where there is no article; of the opening where neither
    is.

    Examples
    --------
    >>> heading_id(chapter=3, article=9), heading_id(chapter=3, article=0), heading_id(chapter=0, article=0)
    ('9', 'c3', 'p0')
    """
    if article:
        return str(article)
    return f"c{chapter}" if chapter else "p0"


def paragraph_of(sentence_ids: pd.Series) -> pd.Series:
    """
    The paragraph of each sentence.

    Examples
    --------
    >>> import pandas as pd
    >>> paragraph_of(pd.Series(["9.1.3", "c3.1.1"])).tolist()
    ['9.1', 'c3.1']
    """
    return sentence_ids.str.rsplit(".", n=1).str[0]


def article_of(sentence_ids: pd.Series) -> pd.Series:
    """
    The article of each sentence; what stands in none has its chapter's id, or that of the opening.

    Examples
    --------
    >>> import pandas as pd
    >>> article_of(pd.Series(["9.1.3", "c3.1.1", "p0.1.1"])).tolist()
    ['9', 'c3', 'p0']
    """
    return sentence_ids.str.split(".", n=1).str[0]


def runs(ids: Sequence[str]) -> list[str]:
    """
    Ids with those that follow one another put together.

    Examples
    --------
    >>> runs(["9.1.1", "9.1.2", "9.1.3", "9.2.1", "c3"])
    ['9.1.1-3', '9.2.1', 'c3']
    """
    found: list[tuple[str, int, int]] = []
    for id_ in ids:
        stem, _, last = id_.rpartition(".")
        number = int(last) if stem else 0
        if stem and found and found[-1][0] == stem and found[-1][2] == number - 1:
            found[-1] = (stem, found[-1][1], number)
        else:
            found.append((stem or id_, number, number))
    return [_run(*run) for run in found]


def _run(stem: str, first: int, last: int) -> str:
    if not first:
        return stem
    return f"{stem}.{first}" if first == last else f"{stem}.{first}-{last}"
