"""Sums that a breach costs: what they measure is the fine (处五万元以上十万元以下罚款)."""

from __future__ import annotations

import re

FINE = re.compile(r"处[^，,；;。]{0,40}?(?P<fine>罚款|罚金)|(?P<told>罚款|罚金)[^，,；;。]{0,20}?元")


def fined(text: str) -> dict[int, str]:
    """
    For each place of a text that tells how much a breach costs what that is, 罚款 or 罚金.

    Examples
    --------
    >>> found = fined("处五万元以上十万元以下罚款，投资10万元。")
    >>> found.get(1), found.get(15)
    ('罚款', None)
    """
    return {
        at: found["fine"] or found["told"]
        for found in FINE.finditer(text)
        for at in range(found.start(), found.end())
    }
