"""What a sentence offers as evidence of a theme: its words, listed expressions, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.judgements.theme_rules import LONG

if TYPE_CHECKING:
    import pandas as pd

Cut = Callable[[str], list[str]]
MOST = 3  # further listed expressions of a theme add nothing
DAMPING = 0.25  # a word of a sentence with n different words and pairs counts n ** -DAMPING

_LETTER = re.compile("[A-Za-z㐀-鿿]")
SHEET = ("text", "heading", "top_heading", "before")


@dataclass(frozen=True)
class Lists:
    """Expressions that a person listed, each with its themes; `owners` maps one to the other."""

    owners: Mapping[str, tuple[str, ...]]

    @cached_property
    def lengths(self) -> dict[str, list[int]]:
        """The lengths of expressions by their first two characters, the longest first."""
        found: dict[str, set[int]] = {}
        for text in self.owners:
            found.setdefault(text[:2], set()).add(len(text))
        return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}

    def places(self, text: str, edges: Collection[int]) -> Iterator[tuple[int, int]]:
        """
        Where listed expressions stand between edges of words, the longest at each place, none in another.

        Examples
        --------
        >>> lists = Lists({"互联网": ("digitalization",), "工业互联网": ("digitalization",)})
        >>> list(lists.places("发展工业互联网", {0, 2, 4, 7}))
        [(2, 7)]
        """
        reached = 0
        for start in range(len(text) - 1):
            for size in self.lengths.get(text[start : start + 2], ()):
                end = start + size
                if end <= reached or text[start:end] not in self.owners or start not in edges:
                    continue
                if size >= LONG or end in edges:
                    reached = end
                    yield start, end
                    break


@dataclass
class Evidence:
    """
    What one sentence offers.

    `values` holds a number for each feature, named ``part:expression``: ``word`` (a word, or two in a row),
    ``list`` and ``share`` (how many listed expressions of a theme stand there, and their share of all that
    do), ``heading``, ``before`` and their lists; `words` and `listed` say where those of the text stand.
    """

    values: dict[str, float]
    words: list[tuple[str, int, int]] = field(default_factory=list)
    listed: list[tuple[tuple[str, ...], int, int]] = field(default_factory=list)


class FeatureReader:
    """
    Reads features from sentences with one segmentation, one set of lists and one of stop words.

    Examples
    --------
    >>> reader = FeatureReader(list, Lists({"数据": ("digitalization",)}), {"的"})
    >>> found = reader.read("数据", heading="", top_heading="", before="")
    >>> sorted(name for name in found.values if not name.startswith("word"))
    ['list:digitalization', 'share:digitalization']
    >>> [word for word, start, end in found.words]
    ['数', '据', '数据']
    """

    def __init__(self, cut: Cut, lists: Lists, stop_words: Collection[str]) -> None:
        self._cut, self._lists, self._stop = cut, lists, frozenset(stop_words)
        self._around: dict[tuple[str, str], dict[str, float]] = {}

    def read_all(self, sheet: pd.DataFrame) -> list[Evidence]:
        """The evidence of each row of a sheet with ``text, heading, top_heading, before``."""
        return [self.read(*row) for row in zip(*(sheet[name] for name in SHEET), strict=True)]

    def read(self, text: str, heading: str, top_heading: str, before: str) -> Evidence:
        """The evidence of one sentence."""
        words = self._words(text)
        kept = [word for word in words if self._counts(word[0])]
        pairs = [
            (first[0] + second[0], first[1], second[2])
            for first, second in pairwise(words)
            if self._counts(first[0]) and self._counts(second[0])
        ]
        names = {f"word:{text}" for text, _, _ in [*kept, *pairs]}
        value = max(1, len(names)) ** -DAMPING
        listed = self._listed(text, words)
        values = dict.fromkeys(names, value)
        values.update(_of_lists(listed))
        values.update(self._context("heading", heading))
        values.update(_only_lists(self._context("top_heading", top_heading)))
        values.update(self._context("before", before))
        return Evidence(values, [*kept, *pairs], listed)

    def _words(self, text: str) -> list[tuple[str, int, int]]:
        found, at = [], 0
        for word in self._cut(text):
            found.append((word, at, at + len(word)))
            at += len(word)
        return found

    def _counts(self, word: str) -> bool:
        return word not in self._stop and _LETTER.search(word) is not None

    def _listed(
        self, text: str, words: Sequence[tuple[str, int, int]]
    ) -> list[tuple[tuple[str, ...], int, int]]:
        edges = {0, *(end for _, _, end in words)}
        return [(self._lists.owners[text[a:b]], a, b) for a, b in self._lists.places(text, edges)]

    def _context(self, part: str, text: str) -> dict[str, float]:
        """What stands around the sentence, kept because headings stand above many."""
        if (part, text) not in self._around:
            words = self._words(text)
            found = {f"{part}:{word}": 1.0 for word, _, _ in words if self._counts(word)}
            owners = (theme for themes, _, _ in self._listed(text, words) for theme in themes)
            self._around[part, text] = found | {f"{part}_list:{theme}": 1.0 for theme in owners}
        return self._around[part, text]


def _of_lists(listed: Sequence[tuple[tuple[str, ...], int, int]]) -> dict[str, float]:
    n = Counter(theme for themes, _, _ in listed for theme in themes)
    counts = {f"list:{theme}": float(min(MOST, times)) for theme, times in n.items()}
    return counts | {f"share:{theme}": times / len(listed) for theme, times in n.items()}


def _only_lists(values: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in values.items() if name.split(":")[0].endswith("_list")}
