"""Numbered paragraphs whose first sentence is what they say, not their title: decided by the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from analysis.reading.candidates import END, Heading
from analysis.reading.lines import Line
from analysis.reading.numbering import LONGEST_TITLE, label_of

_LEAST = 25  # characters of a first sentence that may be no title
_CLAUSES, _LONGER = 3, 2  # clauses of a sentence that stands for its text; times as long as a usual title
_MOST_LONG = 1 / 3  # of a list's items, whose first sentence may be too long for a title


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered line that holds a whole sentence: how long that is, and how much of the paragraph."""

    index: int
    style: str
    values: tuple[int, ...]
    length: int
    share: float
    long: bool


def without_sentence_items(found: Sequence[Heading], lines: Sequence[Line]) -> list[Heading]:
    """
    Leave out numbered paragraphs that begin with a sentence and have no title.

    The list decides, not the item: where a third of its first sentences are too long for titles, or most are
    long and the greater part of their paragraphs, none is one, and all stay in the text.
    """
    items = [item for at, line in enumerate(lines) if (item := _item(at, line.text, lines[at + 1 : at + 2]))]
    none = {item.index for items in _lists(items) if _are_sentences(items) for item in items}
    return [heading for heading in found if heading.index not in none]


def without_lone_sentences(found: Sequence[Heading], lines: Sequence[Line]) -> list[Heading]:
    """
    Leave out what has no text below it and is a sentence of clauses, far longer than its fellows' titles.

    So ends many a list of titles with their text: 6. 加强师资队伍建设，提高教师素质，改善教师的工作条件。
    """
    titles: dict[str, list[int]] = {}
    for heading in found:
        titles.setdefault(heading.style, []).append(len(heading.title))
    usual = {style: median(sizes) for style, sizes in titles.items()}
    begun = {heading.index for heading in found} | {len(lines)}
    return [
        heading
        for heading in found
        if heading.index + 1 not in begun
        or heading.end < len(lines[heading.index].text)
        or heading.title.count("，") < _CLAUSES - 1
        or len(heading.title) < max(_LEAST, _LONGER * usual[heading.style])
    ]


def _item(at: int, text: str, after: Sequence[Line]) -> _Item | None:
    label = label_of(text)
    if label is None or label.style.name[0] == "第":
        return None
    first = END.search(text, label.end)
    if first is None:
        return None
    sentence = text[label.end : first.start()]
    rest = len(text[first.end() :].strip("”’」』）)"))
    below = label_of(after[0].text) if after else None
    has_body = bool(after) and not rest and (below is None or below.style.name != label.style.name)
    share = 0.0 if has_body else len(sentence) / (len(sentence) + rest + 1)
    long = "；" in sentence or len(sentence) > LONGEST_TITLE
    return _Item(at, label.style.name, label.values, len(sentence), share, long)


def _lists(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Items of one style that count upwards."""
    for _, same in groupby(sorted(items, key=lambda item: (item.style, item.index)), lambda item: item.style):
        group: list[_Item] = []
        for item in same:
            if group and item.values <= group[-1].values:
                yield group
                group = []
            group.append(item)
        yield group


def _are_sentences(items: Sequence[_Item]) -> bool:
    long = sum(item.long for item in items) >= max(1, _MOST_LONG * len(items))
    most = median(item.share for item in items) > 0.5 and median(item.length for item in items) >= _LEAST
    return long or most
