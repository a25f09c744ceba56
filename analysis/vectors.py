"""
Word vectors from a background of policy documents: which words keep the same company.

Two paragraphs about schools may share no word: one says 教师队伍, the other 课程改革. That both belong to 教育 is not in
this document, but it is in others. The vectors in ``corpus/vectors.tsv`` are made from eleven public documents
(``python -m tests.background``); no theme dictionary enters.

Positive pointwise mutual information of words in sentences, contexts smoothed by .75 (Levy, Goldberg &
Dagan 2015), then the leading singular vectors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.resources import folder
from analysis.tables import InputProblem, require

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

DIMENSIONS = 50
SMOOTHING = 0.75
STEPS = 100  # vectors are written in hundredths


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Words and their vectors: one row of unit length per word."""

    words: tuple[str, ...]
    vectors: Matrix

    def nearest(self, word: str, top: int = 5) -> list[str]:
        """
        The words that keep the most similar company.

        Raises
        ------
        InputProblem
            When the word is not among them.
        """
        if word not in self.words:
            raise InputProblem(f"{word!r} is none of the {len(self.words):,} words that have a vector.")
        likeness = self.vectors @ self.vectors[self.words.index(word)]
        return [self.words[at] for at in np.argsort(-likeness, kind="stable")[1 : top + 1]]


def word_vectors(tokens: pd.DataFrame, *, minimum: int = 3, dimensions: int = DIMENSIONS) -> WordVectors:
    """
    Vectors of the words that stand at least `minimum` times in `tokens` (ids must differ between documents).

    Raises
    ------
    InputProblem
        With no more words than `dimensions`.
    """
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import svds

    require(tokens, "tokens", ["sentence_id", "token"])
    frequency = tokens["token"].value_counts()
    words = sorted(frequency[frequency >= minimum].index)
    if len(words) <= dimensions:
        raise InputProblem(
            f"{len(words)} words stand {minimum} times or more; vectors of {dimensions} need more text."
        )
    at = {word: column for column, word in enumerate(words)}
    held = tokens[tokens["token"].isin(at)].drop_duplicates(["sentence_id", "token"])
    rows = held["sentence_id"].astype("category").cat.codes.to_numpy()
    columns = held["token"].map(at).to_numpy()
    held_in = csr_matrix((np.ones(len(held)), (rows, columns)))
    together = (held_in.T @ held_in).tocoo()
    other = together.row != together.col
    row, column, n = together.row[other], together.col[other], together.data[other]
    of_word = np.bincount(row, n, len(words)) / n.sum()
    of_context = np.bincount(column, n, len(words)) ** SMOOTHING
    pmi = np.log(n / n.sum() / (of_word[row] * (of_context / of_context.sum())[column]))
    positive = csr_matrix((np.maximum(pmi, 0), (row, column)), shape=(len(words), len(words)))
    left, strength, _ = svds(positive, dimensions, v0=np.ones(len(words)))
    order = np.argsort(-strength)
    return WordVectors(tuple(words), unit_rows(left[:, order] * np.sqrt(strength[order])))


def unit_rows(matrix: Matrix) -> Matrix:
    """Rows scaled to length 1; zero rows stay."""
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    scaled: Matrix = np.divide(matrix, length, out=np.zeros_like(matrix, dtype=np.float64), where=length > 0)
    return scaled


@cache
def load_vectors(path: Path | None = None) -> WordVectors:
    """
    The vectors in ``corpus/vectors.tsv``, or in another file of that form: word, then whole numbers.

    Raises
    ------
    InputProblem
        When the file cannot be read or its rows differ in length.

    Examples
    --------
    >>> "学校" in load_vectors().nearest("教育")
    True
    """
    path = folder("corpus") / "vectors.tsv" if path is None else path
    try:
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line]
        vectors = np.array([line[1:] for line in lines], dtype=np.float64)
    except (OSError, ValueError) as error:
        raise InputProblem(f"{path}: no table of word vectors ({error}).") from None
    return WordVectors(tuple(line[0] for line in lines), unit_rows(vectors))


def as_text(vectors: WordVectors) -> str:
    """The vectors in the form of ``corpus/vectors.tsv``."""
    head = "\t".join(["word", *(f"v{at}" for at in range(1, vectors.vectors.shape[1] + 1))])
    numbers = np.rint(vectors.vectors * STEPS).astype(int)
    rows = ("\t".join([word, *map(str, row)]) for word, row in zip(vectors.words, numbers, strict=True))
    return "\n".join([head, *rows]) + "\n"
