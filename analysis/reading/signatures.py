"""Where a notice is signed: issuers and a date, within a file that goes on below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.lines import Line
from analysis.reading.numbering import label_of
from analysis.reading.people import speaker

DATE = re.compile(
    r"(\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
NOTE = re.compile(r"[（(].*[）)]")
_SHORTEST_ISSUER, _LONGEST_ISSUER, _MOST_ISSUERS = 4, 40, 6
_STOP = re.compile(r"[。；！？!?，,：:…]")


def signature_above(lines: Sequence[Line], at: int) -> range:
    """The lines above one that are issuers and a date; empty when none are."""
    end = at
    while end and NOTE.fullmatch(lines[end - 1].text):
        end -= 1
    start = end - 1
    if start < 1 or not DATE.fullmatch(lines[start].text):
        return range(0)
    while start and end - start <= _MOST_ISSUERS and _is_issuer(lines[start - 1].text):
        start -= 1
    return range(start, end) if 0 < start < end - 1 else range(0)


def _is_issuer(text: str) -> bool:
    body = _SHORTEST_ISSUER <= len(text) <= _LONGEST_ISSUER and not _STOP.search(text) and not label_of(text)
    return body or speaker(text) is not None
