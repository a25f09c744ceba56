"""Words around numbers in English: what is one and what is many, and what is listed."""

from __future__ import annotations

from collections.abc import Sequence


def counted(n: int, noun: str, plural: str | None = None) -> str:
    """
    A number with its noun in English.

    Examples
    --------
    >>> counted(1, "sentence"), counted(1200, "sentence"), counted(0, "analysis", "analyses")
    ('1 sentence', '1,200 sentences', '0 analyses')
    """
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def listed(parts: Sequence[str]) -> str:
    """
    Parts joined as an English list.

    Examples
    --------
    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""
