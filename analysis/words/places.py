"""Whether a document is of a place: lists and themes of a place are for its documents alone."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.reading import Document

FEWEST = 5  # times that a text names a place that neither its title nor its issuer names
PER = 5000  # characters of text for each


def is_of(document: Document, names: Iterable[str]) -> bool:
    """
    Whether a document is of the place with one of these names: its title or issuer says so, or it speaks of
    it again and again.

    A work report of another province that mentions the place once is not.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> is_of(read_text("某市长宁区规划\\n一、目标\\n改善民生。", id="x"), ["长宁区"])
    True
    >>> is_of(read_text("甲区规划\\n一、目标\\n学习长宁区经验。", id="x"), ["长宁区"])
    False
    """
    least = max(FEWEST, len(document.text) / PER)
    return any(
        name in document.title or name in document.issuer or document.text.count(name) >= least
        for name in names
    )
