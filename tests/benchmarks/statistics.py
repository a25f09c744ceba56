"""
``python -m tests.benchmarks.statistics``: term statistics on a million tokens, made of the documents at hand.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pandas as pd

from analysis.measures.collocations import collocations
from analysis.measures.concordance import TokenIndex, concordance
from analysis.measures.keyness import keyness
from analysis.reading import read, sentences
from analysis.words.kinds import is_word
from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter, tokens
from tests.conftest import DOCUMENTS

TOKENS = 1_000_000


def load() -> pd.DataFrame:
    """Token tables of the eleven documents, copied under other sentence ids until there are so many."""
    segmenter = Segmenter(load_lexicon())
    paths = sorted(DOCUMENTS.glob("*.txt"))
    tables = [tokens(sentences(read(path)), segmenter).assign(group=path.stem) for path in paths]
    copies, size = [], 0
    while size < TOKENS:
        for table in tables:
            name = f"{len(copies)}-"
            copies.append(table.assign(sentence_id=name + table["sentence_id"], group=name + table["group"]))
            size += len(table)
            if size >= TOKENS:
                break
    return pd.concat(copies, ignore_index=True)


def seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """Print what each takes, beside its aim."""
    table = load()
    words = table[is_word(table["token"])]
    counts = (
        words.groupby(["group", "token"]).size().rename("n").reset_index().rename(columns={"token": "term"})
    )
    index = TokenIndex(table)
    found = keyness(counts)
    print(f"{len(table):,} tokens, {counts['group'].nunique()} groups, {len(index.types):,} words")
    print(
        f"keyness of every group against the rest, {len(found):,} rows: "
        f"{seconds(lambda: keyness(counts)):.2f} s (aim 5)"
    )
    slowest = max(
        seconds(lambda w=word: concordance(index, w)) for word in ("量子", "虹桥", "创新", "一网通办")
    )
    every = seconds(lambda: concordance(index, "的"))
    print(
        f"concordance of a word: {slowest:.3f} s (aim 0.1); of 的, {len(concordance(index, '的')):,} "
        f"lines: {every:.2f} s"
    )
    pairs = collocations(table, minimum=6)
    took = seconds(lambda: collocations(table, minimum=6))
    near = seconds(lambda: collocations(table, minimum=6, window=5))
    print(
        f"collocations above frequency 5: in sentences {took:.2f} s ({len(pairs):,} pairs), in a window of "
        f"5 {near:.2f} s (aim 5)"
    )


if __name__ == "__main__":
    main()
