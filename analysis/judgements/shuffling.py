"""
What clusters of nothing look like: the same words dealt anew to the same paragraphs.

Paragraphs keep their lengths and words their frequencies; what belongs together is lost. Clusters are found
in such a text too, and some are found again when a fifth of it is left out; the real ones must do better.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from analysis.judgements.clustering import Features, weighted

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEED = 20201130


def shuffled(found: Features, rng: np.random.Generator) -> Features:
    """
    The paragraphs with their words dealt anew: as many in each as before, each as often as before.

    Examples
    --------
    >>> counts = np.array([[3, 0, 1], [0, 2, 0]])
    >>> dealt = shuffled(weighted(("1.1", "2.1"), ("甲", "乙", "丙"), counts), np.random.default_rng(1))
    >>> dealt.counts.sum(axis=0).tolist(), dealt.counts.sum(axis=1).tolist()
    ([3, 2, 1], [4, 2])
    """
    unit, word = np.nonzero(found.counts)
    times = found.counts[unit, word]
    unit, word = np.repeat(unit, times), rng.permutation(np.repeat(word, times))
    counts: NDArray[np.int64] = np.zeros_like(found.counts)
    np.add.at(counts, (unit, word), 1)
    return weighted(found.units, found.words, counts)


def shuffles(found: Features, times: int) -> Iterator[Features]:
    """Shuffled texts; always the same ones, so that published figures can be made again."""
    rng = np.random.default_rng(SEED)
    for _ in range(times):
        yield shuffled(found, rng)
