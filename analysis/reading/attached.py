"""Documents within the document: where what a notice sends out begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.captions import ANNEX
from analysis.reading.lines import Line
from analysis.reading.numbering import Label, label_of
from analysis.reading.paragraphs import BULLET
from analysis.reading.signatures import DATE, NOTE, signature_above

_LONGEST = 80  # characters of a title
_NAMED = re.compile(r"《([^《》]{4,80})》")
_WORDS = re.compile(r"[^\w]")  # what is left out when names are compared
_STOP = re.compile(r"[。；！？!?，,：:…]")
_KIND = re.compile(
    r".{2,}(计划|方案|办法|规定|意见|政策|措施|规划|细则|条例|规则|纲要|指南|要点|清单|标准|制度|章程|决定|预案|"
    r"规程|规范|条款|守则|公约|准则|工作规划)([（(].{1,8}[）)])?"
)


def attached_titles(lines: Sequence[Line]) -> list[int]:
    """
    The lines in which an attached document begins: the titles of what a notice sends out.

    One stands below the notice's signature and date, or is what 《》 named above; where one has been found,
    another one is a name of a kind of document below which numbering begins anew.
    """
    labels = [label_of(line.text) for line in lines]
    named = _named(lines, labels)
    first = next((label.style.name for label in labels if label), "")
    following = _first_labels(labels)
    found: list[int] = []
    count = 0  # how far the notice, or the last attached document, has counted
    for at, line in enumerate(lines[:-1]):
        if label := labels[at]:
            count = label.values[0] if label.style.name == first else count
        elif (
            at
            and _may_be_title(line.text)
            and (
                signature_above(lines, at)
                or _words(line.text) in named
                or (found and count and _KIND.fullmatch(line.text) and _begins_anew(following[at], first))
            )
        ):
            found.append(at)
            count = 0
    return found


def _may_be_title(text: str) -> bool:
    return (
        4 <= len(text) <= _LONGEST
        and not _STOP.search(text)
        and not (BULLET.match(text) or ANNEX.fullmatch(text) or NOTE.fullmatch(text) or DATE.fullmatch(text))
    )


def _words(text: str) -> str:
    return _WORDS.sub("", text)


def _named(lines: Sequence[Line], labels: Sequence[Label | None]) -> set[str]:
    """What is named in 《》 before anything is numbered."""
    opening = next((at for at, label in enumerate(labels) if label), len(lines))
    return {_words(name) for line in lines[:opening] for name in _NAMED.findall(line.text)}


def _first_labels(labels: Sequence[Label | None]) -> list[Label | None]:
    """For each line the first label below it."""
    found: list[Label | None] = []
    below: Label | None = None
    for label in reversed(labels):
        found.append(below)
        below = label or below
    return found[::-1]


def _begins_anew(label: Label | None, first: str) -> bool:
    return (
        label is not None and label.values == (1,) and label.style.name in (first, "一、", "第X章", "第X条")
    )
