"""What there is none of, told before the marks: 伤人事件“零发生”, 高空坠落事故“零伤亡”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.judgements.indicator_spans import stated
from analysis.judgements.indicator_words import whole
from analysis.judgements.name_words import Word
from analysis.judgements.quantities import Quantity

_REACH = 40  # characters before the marks in which it stands
_BEFORE = re.compile("[^，。；：“”]{0,40}$")
_DEED = re.compile("发生|死亡|伤亡")
_BROUGHT = re.compile("[^，。；：“”]{0,40}(?:实现|确保|保持)(?=[一-鿿]{2})")


def none_of(shape: str, found: Sequence[Quantity], named: Sequence[str], words: Sequence[Word]) -> list[str]:
    """
    The names, of a 零 whose verb alone was read as its name the thing before that.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "实现校园火灾“零发生”"
    >>> none_of(text, quantities(text), ["发生"], [])
    ['校园火灾']
    """
    return [
        _thing(shape, one, words) or name if one.core == "零" and _DEED.fullmatch(name) else name
        for one, name in zip(found, named, strict=True)
    ]


def _thing(shape: str, one: Quantity, words: Sequence[Word]) -> str:
    """The thing before a 零 and its mark; with the death that there is none of."""
    end = one.start - shape.endswith("“", 0, one.start)
    found = _BEFORE.search(shape, max(0, end - _REACH), end)
    before = found[0] if found else ""
    brought = _BROUGHT.match(before)
    span = stated(before[brought.end() :] if brought else before, end)
    start, stop = whole(span, words) if words else span
    thing = shape[start:stop].replace(" ", "")
    deed = shape[one.end : one.end + 2]
    return thing + deed if thing and deed != "发生" else thing
