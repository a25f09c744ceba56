"""Sums that a breach costs: what they measure is the fine (处五万元以上十万元以下罚款)."""

from __future__ import annotations

import re

_FINE = re.compile(
    r"(?:处以?|并处|可以?处|单处)[^，,；;。]{0,40}?(?P<fine>罚款|罚金)|(?P<told>罚款|罚金)[^，,；;。]{0,12}?元"
)


def fine_at(text: str, start: int, end: int) -> str:
    """
    What a number is that says how much a breach costs: 罚款 or 罚金; empty for any other.

    Examples
    --------
    >>> text = "处五万元以上十万元以下罚款，投资10万元。"
    >>> fine_at(text, 1, 6), fine_at(text, text.index("10"), len(text) - 1)
    ('罚款', '')
    """
    for found in _FINE.finditer(text):
        if found.start() <= start and end <= found.end():
            return found["fine"] or found["told"]
    return ""
