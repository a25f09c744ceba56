"""What a sentence offers as evidence of a theme: its words, listed expressions, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from analysis.judgements.theme_rules import LONG
from analysis.judgements.theme_standing import Listed, standing

if TYPE_CHECKING:
    import pandas as pd

Cut = Callable[[str], list[str]]
Mask = Callable[[str], str]  # to a text of the same length
MOST = 3  # further listed expressions of a theme add nothing
DAMPING = 0.25  # a word of a sentence with n different words and pairs counts n ** -DAMPING

_LETTER = re.compile("[A-Za-z㐀-鿿]")
_KEPT = 1024  # texts whose words are remembered
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
        for start in sorted(edges):
            for size in self.lengths.get(text[start : start + 2], ()):
                end = start + size
                if end <= reached or text[start:end] not in self.owners:
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
    do), ``cover``, ``last``, ``alone``, ``among``, ``means`` (how these stand in their clauses), ``heading``,
    ``before`` and their lists; `words` and `listed` say where those of the text stand.
    """

    values: dict[str, float]
    words: list[tuple[str, int, int]] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)


class _Seen(NamedTuple):
    """The words of a text that count, those of them in a row, listed expressions, and their features."""

    words: list[tuple[str, int, int]]
    pairs: list[tuple[str, int, int]]
    listed: list[Listed]
    of_lists: dict[str, float]


class FeatureReader:
    """
    Reads features from sentences with one segmentation, one set of lists and one of stop words.

    Examples
    --------
    >>> reader = FeatureReader(list, Lists({"数据": ("digitalization",)}), {"的"})
    >>> found = reader.read("数据", heading="", top_heading="", before="")
    >>> sorted(name for name in found.values if name.split(":")[0] in ("list", "share"))
    ['list:digitalization', 'share:digitalization']
    >>> [word for word, start, end in found.words]
    ['数', '据', '数据']
    """

    def __init__(self, cut: Cut, lists: Lists, stop_words: Collection[str], mask: Mask = str) -> None:
        self._cut, self._lists, self._stop, self._mask = cut, lists, frozenset(stop_words), mask
        # a sentence comes again before the next one, a heading above many, a word in most
        self._look, self._context = lru_cache(_KEPT)(self._see), lru_cache(_KEPT)(self._see_around)
        self._counts = lru_cache(_KEPT * 64)(self._is_counted)

    def read_all(self, sheet: pd.DataFrame) -> list[Evidence]:
        """The evidence of each row of a sheet with ``text, heading, top_heading, before``."""
        return [self.read(*row) for row in zip(*(sheet[name] for name in SHEET), strict=True)]

    def read(self, text: str, heading: str, top_heading: str, before: str) -> Evidence:
        """The evidence of one sentence."""
        seen = self._look(text)
        # in their order, so that what is learned from them is the same each time
        names = dict.fromkeys([f"word:{text}" for text, _, _ in (*seen.words, *seen.pairs)])
        values = dict.fromkeys(names, max(1, len(names)) ** -DAMPING)
        values.update(seen.of_lists)
        values.update(self._context("heading", heading))
        values.update(self._context("top_heading", top_heading))
        values.update(self._context("before", before))
        return Evidence(values, [*seen.words, *seen.pairs], seen.listed)

    def _see(self, text: str) -> _Seen:
        text = self._mask(text)
        words, pairs, edges = [], [], {0}
        start, last = 0, None
        for word in self._cut(text):
            end = start + len(word)
            if not self._counts(word):
                last = None
            else:
                words.append((word, start, end))
                if last is not None:
                    pairs.append((last[0] + word, last[1], end))
                last = word, start
            edges.add(end)
            start = end
        listed = [(self._lists.owners[text[a:b]], a, b) for a, b in self._lists.places(text, edges)]
        return _Seen(words, pairs, listed, _of_lists(listed) | standing(text, listed))

    def _is_counted(self, word: str) -> bool:
        return word not in self._stop and _LETTER.search(word) is not None

    def _see_around(self, part: str, text: str) -> dict[str, float]:
        """What stands around the sentence; of the highest heading above only its lists."""
        seen = self._look(text)
        words = [] if part == "top_heading" else [f"{part}:{word}" for word, _, _ in seen.words]
        themes = [f"{part}_list:{theme}" for themes, _, _ in seen.listed for theme in themes]
        return dict.fromkeys([*words, *themes], 1.0)


def _of_lists(listed: Sequence[Listed]) -> dict[str, float]:
    n = Counter([theme for themes, _, _ in listed for theme in themes])
    counts = {f"list:{theme}": float(min(MOST, times)) for theme, times in n.items()}
    return counts | {f"share:{theme}": times / len(listed) for theme, times in n.items()}
