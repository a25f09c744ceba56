"""How varied the words of a text are, by measures that do not depend on its length."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.columns import BY, GROUP, Grouping
from analysis.tables import Column, InputProblem, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


FEWEST_WORDS = 100  # below these MTLD is unstable (McCarthy & Jarvis 2010)


def richness(words: pd.Series, groups: pd.Series, *, window: int = 100) -> pd.DataFrame:
    """
    Lexical variety by group: one row per group, columns as in ``tables.TABLES["richness"]``, groups as they
    come.

    `words` and the group of each, without punctuation. MATTR is empty where a group is shorter than `window`,
    MTLD where it has fewer than 100 words or never repeats enough to be measured.

    Examples
    --------
    >>> import pandas as pd
    >>> table = richness(pd.Series(list("abacab")), pd.Series(list("111222")), window=2)
    >>> table[["group", "words", "mattr"]].values.tolist()
    [['1', 3, 1.0], ['2', 3, 1.0]]
    """
    if window < 1:
        raise InputProblem(f"the window is a number of words, 1 or more; {window} came.")
    parts: dict[str, list[str]] = {}
    for word, group in zip(words, groups, strict=True):
        parts.setdefault(str(group), []).append(word)
    return build("richness", [_row(group, found, window) for group, found in parts.items()])


def _row(group: str, words: list[str], window: int) -> tuple[object, ...]:
    """A group with all measures, empty where they cannot be had or trusted."""
    ratio = mattr(words, window=window) if len(words) >= window else float("nan")
    length = mtld(words) if len(words) >= FEWEST_WORDS else float("nan")
    finite = length if math.isfinite(length) else float("nan")
    return group, len(words), len(set(words)), ratio, finite, yule_k(words), window


def mattr(words: Sequence[str], *, window: int = 500) -> float:
    """
    Moving-average type–token ratio (Covington & McFall 2010): mean share of different words in windows of one
    size.

    A text shorter than the window is refused: its ratio could not be compared.

    Examples
    --------
    >>> mattr(["a", "b", "a", "c"], window=2)
    1.0
    """
    if window < 1:
        raise InputProblem(f"the window is a number of words, 1 or more; {window} came.")
    if len(words) < window:
        raise InputProblem(f"MATTR with a window of {window} needs so many words; {len(words)} came.")
    inside = Counter(words[:window])
    total = len(inside)
    for at in range(window, len(words)):
        leaving = words[at - window]
        inside[leaving] -= 1
        if not inside[leaving]:
            del inside[leaving]
        inside[words[at]] += 1
        total += len(inside)
    return total / window / (len(words) - window + 1)


def mtld(words: Sequence[str], *, threshold: float = 0.72) -> float:
    """
    Measure of textual lexical diversity (McCarthy & Jarvis 2010): mean length of stretches above a type–token
    ratio.

    The mean of reading forwards and backwards; the unfinished stretch at the end counts by how far it came.
    Texts of fewer than a hundred words give unstable values.

    Examples
    --------
    >>> mtld(["a", "b", "a"] * 5)
    3.0
    """
    if not 0 < threshold < 1:
        raise InputProblem(f"the threshold is a ratio between 0 and 1; {threshold:g} came.")
    if not len(words):
        raise InputProblem("a text without words has no diversity.")
    return (_stretch(words, threshold) + _stretch(words[::-1], threshold)) / 2


def _stretch(words: Sequence[str], threshold: float) -> float:
    factors, size, seen = 0.0, 0, set[str]()
    for word in words:
        size += 1
        seen.add(word)
        if len(seen) / size <= threshold:
            factors, size, seen = factors + 1, 0, set()
    if size:
        factors += (1 - len(seen) / size) / (1 - threshold)
    return len(words) / factors if factors else float("inf")


def yule_k(words: Sequence[str]) -> float:
    """
    Yule's K (Yule 1944): 10⁴ × (Σ i² V(i) − N) / N²; higher = more repetition.

    Examples
    --------
    >>> yule_k("a b c d d e e f f f".split())
    1000.0
    """
    if not len(words):
        raise InputProblem("a text without words has no diversity.")
    counts = np.array(list(Counter(words).values()), dtype=float)
    n = counts.sum()
    return float(1e4 * ((counts**2).sum() - n) / n**2)


@table(
    "richness",
    row="a group with the variety of its words",
    key=("group",),
    help="how varied the words are, by measures that do not depend on length",
    options=(
        BY,
        Option(
            "window",
            "words in a window of MATTR (default: 500 by document, else 100)",
            kind=int,
            least=1,
            metavar="N",
        ),
    ),
    columns=(
        GROUP,
        Column("words", "int64", "words in the group, stop words too", ("words", "词数")),
        Column("types", "int64", "different words", ("types", "词种")),
        Column(
            "mattr",
            "float64",
            "moving-average type-token ratio; empty where the group is shorter",
            ("MATTR", "MATTR"),
        ),
        Column(
            "mtld",
            "float64",
            "measure of textual lexical diversity; empty below 100 words, or where hardly a word is repeated",
            ("MTLD", "MTLD"),
        ),
        Column("yule_k", "float64", "Yule's K: higher = more repetition", ("Yule's K", "尤尔K值")),
        Column("window", "int64", "words in a window of MATTR", ("window", "窗口词数")),
    ),
)
def richness_of(study: Study, by: Grouping = "document", *, window: int | None = None) -> pd.DataFrame:
    """
    Variety of words by group, by measures that do not depend on length.

    MATTR over 500 words for the document, over 100 for its parts.
    """
    words = study.words("word")
    if by == "document":
        groups = words["token"].map(lambda _: study.document.id)
    else:
        groups = words["sentence_id"].map(study.counted_sentences.set_index("sentence_id")[by])
    size = (500 if by == "document" else 100) if window is None else window
    return richness(words["token"], groups, window=size)
