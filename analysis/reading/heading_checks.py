"""What headings show to be wrong: text that has run into one, annexes that are announced and missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from analysis.reading.document import PASSAGES, Document, Part
from analysis.reading.observations import Observation, problem

_LIST = re.compile(
    r"附[ \u3000]{0,4}件[ \u3000]{0,4}[：:][ \u3000]{0,4}(?:(?P<first>1|一)[.．、﹒]|(?=[^\d一]))"
)
_ITEM = re.compile(r"(\d{1,2})[.．、﹒](?!\d)")
LONG_HEADING = 40  # characters from which a heading may hold a sentence of its text
TIMES_LONGER = 3  # than others of its kind
_ANNEX = "annex"  # the style of an annex's title


def announced(document: Document) -> tuple[Part | None, int]:
    """
    The line that begins a list of annexes, and how many it tells; none and 0 without such a list.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> text = "某市关于检查的通知\\n做好检查工作。\\n附件：1．安排表\\n2．名单\\n"
    >>> announced(read_text(text, id="x"))[1]
    2
    """
    passages = [part for part in document.parts if part.kind in PASSAGES]
    for at, part in enumerate(passages):
        if found := _LIST.match(document.text, part.start, part.end):
            return part, 1 + (_more(document, passages[at + 1 :]) if found["first"] else 0)
    return None, 0


def _more(document: Document, behind: Sequence[Part]) -> int:
    """How many lines go on numbering from 2."""
    return sum(1 for _ in _going_on(document, behind))


def _going_on(document: Document, behind: Sequence[Part]) -> Iterator[Part]:
    for number, part in enumerate(behind, 2):
        found = _ITEM.match(document.text, part.start, part.end)
        if found is None or int(found[1]) != number:
            return
        yield part


def present(document: Document) -> int:
    """How many annexes the file holds."""
    return sum(part.style == _ANNEX for part in document.headings.values())


def long_headings(document: Document) -> Iterator[Observation]:
    """Headings of chapters and articles into which text seems to have run: others of their kind are short."""
    kinds = groupby(sorted((*document.chapters, *document.articles), key=_kind), _kind)
    for same in (list(parts) for _, parts in kinds):
        sizes = [len(part.title) for part in same]
        usual = median(sizes)
        if len(same) > 2:
            for part, size in zip(same, sizes, strict=True):
                if size >= LONG_HEADING and size > TIMES_LONGER * usual:
                    where = part.line, part.id, document.text[part.start : part.end].strip()
                    yield problem("long_heading", *where, "check_long_heading", n=size, usual=round(usual))


def missing_annexes(document: Document) -> Iterator[Observation]:
    """A list of annexes of which the file does not hold all."""
    first, told = announced(document)
    if first is not None and (held := present(document)) < told:
        where = first.line, first.id, document.text[first.start : first.end][:40]
        yield problem("annexes", *where, "check_annexes", told=told, held=held)


def _kind(part: Part) -> tuple[str, str, int]:
    return part.kind, part.style, part.level
