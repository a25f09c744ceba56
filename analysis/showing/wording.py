"""Words around numbers in English: what is one and what is many."""

from __future__ import annotations


def counted(n: int, noun: str, plural: str | None = None) -> str:
    """
    A number with its noun in English.

    Examples
    --------
    >>> counted(1, "sentence"), counted(1200, "sentence"), counted(0, "analysis", "analyses")
    ('1 sentence', '1,200 sentences', '0 analyses')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"
