"""
How often words stand together, in sentences or windows, and how often they would by chance.

Both are counted as a table of four cells: `together` of `around1` and `around2` in `places`. In sentences
these are numbers of sentences. In windows `around1` are all places near the first word, each as often as the
word stands near it, and `places` those near any word (Evert 2008, surface co-occurrence, with the windows as
they are: short at the ends of sentences).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from scipy.sparse import csr_array

MOST_PAIRS = 4_000_000  # held at once
_STEPS, _CLOSE = 200, 1e-10  # of the search for how readily a word comes

Integers = np.ndarray[Any, np.dtype[np.int64]]
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of words by their codes, the smaller first, with what every measure is made of."""

    first: Integers
    second: Integers
    together: Integers
    expected: Array

    def where(self, chosen: np.ndarray) -> Pairs:
        """Some of them."""
        return Pairs(self.first[chosen], self.second[chosen], self.together[chosen], self.expected[chosen])


class Words:
    """
    The words of a token table, numbered in the order of their code points, sentence by sentence.

    Examples
    --------
    >>> import pandas as pd
    >>> words = Words(pd.DataFrame({"sentence_id": ["1", "1", "2"], "token": ["乙", "甲", "乙"]}))
    >>> words.types.tolist(), words.lengths.tolist()
    (['乙', '甲'], [2, 1])
    """

    def __init__(self, tokens: pd.DataFrame) -> None:
        import pandas as pd

        self.codes, self.types = pd.factorize(tokens["token"].to_numpy(dtype=object), sort=True)
        self.sentences, _ = pd.factorize(tokens["sentence_id"].to_numpy(dtype=object))
        self.lengths = np.bincount(self.sentences)
        self.counts = np.bincount(self.codes, minlength=len(self.types))

    @cached_property
    def held(self) -> Integers:
        """Each word once in every sentence that holds it: sentences and codes."""
        size = max(1, len(self.types))
        sentences, codes = np.divmod(np.unique(self.sentences * size + self.codes), size)
        return np.stack([sentences, codes])


class InSentences:
    """Words stand together in a sentence, however often; counted are sentences."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.n = self.around = np.bincount(words.held[1], minlength=len(words.types))
        self.total = self.places = len(words.lengths)

    def pairs(self, kept: np.ndarray, minimum: int) -> Pairs:
        """Pairs of words that are `kept` and stand together so often, and the sentences expected."""
        first, second, together = _upper(_product(self._words.held, kept), minimum)
        return Pairs(first, second, together, self.expected(first, second))

    def expected(self, first: Integers, second: Integers) -> Array:
        """
        The sentences that hold both by chance: Σ over sentences of p1 × p2, p = 1 − (1 − L/N)^f.

        L is the length of a sentence, N of all, and f is such that the p of a word add up to its number of
        sentences: words that stand anywhere meet in long sentences. The chance that both have the same place,
        which two words cannot, is taken off.
        """
        lengths, counts = np.unique(self._words.lengths, return_counts=True)
        n, row = np.unique(self.n, return_inverse=True)
        f, rates, size = even_frequencies(n, lengths, counts), _rates(lengths, counts), len(self._words.codes)
        without = np.exp(-np.outer(f, rates))
        alone = np.where(np.isfinite(f), f, 0)[:, None] / max(1, size) * without
        p = 1 - without
        both = (p * counts) @ p.T - (alone * counts * lengths) @ alone.T
        return np.asarray(both[row[first], row[second]])


def even_frequencies(n: Integers, lengths: Integers, counts: Integers) -> Array:
    """
    How often a word would stand, if anywhere alike, to stand in `n` sentences; infinite for all sentences.

    Solves Σ (1 − (1 − L/N)^f) = n over sentences, of which there are `counts` of each of the `lengths`.

    Examples
    --------
    >>> even_frequencies(np.array([1, 2, 4]), np.array([1, 3]), np.array([2, 2])).round(2).tolist()
    [1.0, 2.61, inf]
    """
    some = n < counts.sum()
    found = np.full(len(n), np.inf)
    wanted, rates = n[some].astype(float), _rates(lengths, counts)
    f = wanted / (rates @ counts) if some.any() else wanted
    for _ in range(_STEPS):  # Newton from below: the sum is concave in f, so each step stays below
        without = np.exp(-np.outer(f, rates))
        step = (wanted - (1 - without) @ counts) / ((without * rates) @ counts)
        f = f + step
        if (np.abs(step) <= _CLOSE * f).all():
            break
    found[some] = f
    return found


def _rates(lengths: Integers, counts: Integers) -> Array:
    """−ln(1 − L/N): how fast a sentence of each length comes to hold a word that stands more often."""
    with np.errstate(divide="ignore"):
        return np.asarray(-np.log1p(-lengths / (lengths @ counts)))


class InWindows:
    """
    Words stand together at most `window` words apart in a sentence; each pair of places counts.

    A window beyond the longest sentence takes in all of it.
    """

    def __init__(self, words: Words, window: int) -> None:
        self._words = words
        self._window = min(window, max(0, int(words.lengths.max(initial=0)) - 1))
        self.n, self.total = words.counts, len(words.codes)
        near = neighbours(words.lengths, self._window)
        weighed = np.bincount(words.codes, weights=near, minlength=len(words.types))
        self.around, self.places = weighed.astype(np.int64), int(near.sum())

    def pairs(self, kept: np.ndarray, minimum: int) -> Pairs:
        """Pairs of words that are `kept` and stand together so often, and the pairs of places expected."""
        places = np.stack([self._words.sentences, self._words.codes])
        wide = self._window >= int(self._words.lengths.max(initial=0)) - 1
        met = _product(places, kept) if wide else _near(places, kept, self._window)
        first, second, together = _upper(met, minimum)
        return Pairs(first, second, together, self.expected(first, second))

    def expected(self, first: Integers, second: Integers) -> Array:
        """The pairs of places by chance: the second word's share is the same near the first as near any."""
        around = self.around.astype(float)
        return np.asarray(around[first] * around[second] / max(1, self.places))


def neighbours(lengths: Integers, window: int) -> Integers:
    """
    How many places the window of every place has, sentence by sentence.

    Examples
    --------
    >>> neighbours(np.array([4, 1]), 2).tolist()
    [2, 3, 3, 2, 0]
    """
    of_place = np.repeat(lengths, lengths)
    begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
    before = np.arange(len(of_place)) - begins
    return np.asarray(np.minimum(before, window) + np.minimum(of_place - 1 - before, window))


def _upper(met: csr_array, minimum: int) -> tuple[Integers, Integers, Integers]:
    """Each pair once, those that stand together so often."""
    from scipy.sparse import triu

    found = triu(met, k=1).tocoo()
    often = found.data >= minimum
    return found.row[often], found.col[often], found.data[often]


def _product(places: Integers, kept: np.ndarray) -> csr_array:
    """Pairs of places in each sentence: words × words, symmetric."""
    from scipy.sparse import csr_array

    rows, columns = places[:, kept[places[1]]]
    shape = (int(places[0].max(initial=0)) + 1, len(kept))
    incidence = csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=shape)
    return incidence.T @ incidence


def _near(places: Integers, kept: np.ndarray, window: int) -> csr_array:
    """Pairs of places at most `window` apart: words × words, the smaller code first; added up in batches."""
    from scipy.sparse import csr_array

    (sentences, codes), size = places, len(kept)
    met = csr_array((size, size), dtype=np.int64)
    batch = max(1, MOST_PAIRS // len(codes))
    for first in range(1, window + 1, batch):
        found = []
        for step in range(first, min(first + batch, window + 1)):
            same = (sentences[:-step] == sentences[step:]) & kept[codes[:-step]] & kept[codes[step:]]
            found.append(np.sort(np.stack([codes[:-step][same], codes[step:][same]]), axis=0))
        low, high = np.concatenate(found, axis=1)
        met = met + csr_array((np.ones(len(low), dtype=np.int64), (low, high)), shape=(size, size))
    return met
