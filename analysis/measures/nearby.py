"""What is said when a search finds nothing: how the text cuts what was asked for, and what is near it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.problems import shown

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

MOST = 5  # words that are named


def nothing_found(study: Study, pattern: str, *, regular: bool = False, **_: Any) -> str:
    """
    Why a concordance is empty, in one line: how the pattern is cut, and frequent words with its characters.

    Examples
    --------
    >>> from analysis.study import Study
    >>> nothing_found(Study.open(), "数字人民币")
    '数字人民币 stands nowhere; it would be cut 数字 | 人民币; near: 人民 (32), 数字 (14), 数字化 (6).'
    """
    if regular:
        return f"no words match {shown(pattern)}; each expression is for one whole word."
    asked = "".join(pattern.split())
    times = study.token_index.text.count(asked)
    if times:
        return f"the words {shown(pattern)} stand nowhere in this order; {shown(asked)} does, {times} times."
    cut = " | ".join(study.segmenter.words(asked))
    near = ", ".join(f"{word} ({n})" for word, n in near_words(study.words()["token"], asked).items())
    return f"{shown(asked)} stands nowhere; it would be cut {shown(cut)}; near: {shown(near) or 'nothing'}."


def near_words(words: pd.Series, asked: str, *, most: int = MOST) -> dict[str, int]:
    """
    Words that share two characters with what was asked (one, where none shares two), the most frequent first.

    Examples
    --------
    >>> import pandas as pd
    >>> near_words(pd.Series(["人民", "人民", "人", "数字", "改善"]), "数字人民币", most=2)
    {'人民': 2, '数字': 1}
    """
    counts = words.value_counts()
    characters = set(asked)
    shared = counts.index.map(lambda word: len(characters & set(word)))
    least = min(2, max(shared, default=0))
    found = [
        (-n, word) for word, n, many in zip(counts.index, counts, shared, strict=True) if many >= least > 0
    ]
    return {word: -n for n, word in sorted(found)[:most]}
