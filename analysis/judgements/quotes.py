"""What stands in quotation or title marks: nested, split over sentences, unbalanced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_OPENS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〞"}
_CLOSES = frozenset(_OPENS.values())
TITLES = frozenset("《〈")
_LONGEST = 300  # characters of a quotation; behind them a mark was left open
_DEEPEST = 8  # marks that stand open at a time; more are no nesting that anyone writes


@dataclass(frozen=True, slots=True)
class Quote:
    """
    A stretch between two marks: `start` and `end` are those of the text inside them.

    `mark` is the opening one, `depth` how many others stand open around it, `titled` whether one of those is
    a title's.
    """

    start: int
    end: int
    mark: str
    depth: int
    titled: bool = False


def quotes(text: str) -> list[Quote]:
    """
    The quotations of a text in the order in which they begin, those inside others too.

    A closing mark that nothing opens is passed, and so is an opening one that nothing closes.

    Examples
    --------
    >>> text = "落实《“三农”意见》，坚持“绿水青山就是金山银山”。"
    >>> [(text[one.start:one.end], one.depth, one.titled) for one in quotes(text)]
    [('“三农”意见', 0, False), ('三农', 1, True), ('绿水青山就是金山银山', 0, False)]
    >>> [text[one.start:one.end] for text in ["”八五”期间，“九五"] for one in quotes(text)]
    []
    """
    return sorted(_closed(text), key=lambda one: (one.start, -one.end))


def _closed(text: str) -> Iterator[Quote]:
    opened: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        if character in _OPENS:
            opened = [*opened, (at, character)][-_DEEPEST:]
        elif character in _CLOSES:
            begun = next((i for i in reversed(range(len(opened))) if _OPENS[opened[i][1]] == character), None)
            if begun is None:
                continue
            start, mark = opened[begun]
            titled = any(outer in TITLES for _, outer in opened[:begun])
            opened = opened[:begun]
            if 0 < at - start - 1 <= _LONGEST:
                yield Quote(start + 1, at, mark, begun, titled)
