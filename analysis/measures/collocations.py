"""Which words stand together more than chance, in a sentence or a window, by the measures of the field."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.columns import WHOLE_TERMS, WINDOW, WORD1, WORD2, Granularity, evidence, minimum, n_of
from analysis.measures import association
from analysis.measures.evidence import sentences_of_pairs
from analysis.tables import Column, InputProblem, Option, at_least, require, table, typed
from analysis.words.kinds import is_word

if TYPE_CHECKING:
    import pandas as pd
    from scipy.sparse import csr_array

    from analysis.study import Study

MOST_PAIRS = 4_000_000  # held at once

Array = np.ndarray[Any, np.dtype[np.float64]]


def _joint(f: object, f1: object, f2: object, n: object) -> tuple[Array, Array, Array, Array]:
    """Joint and single frequencies, checked."""
    arrays = np.broadcast_arrays(*(np.asarray(value, dtype=float) for value in (f, f1, f2, n)))
    f_, f1_, f2_, n_ = arrays
    if not all(np.isfinite(array).all() and (array >= 0).all() for array in arrays):
        raise InputProblem("frequencies are numbers of 0 and more.")
    if (f_ > np.minimum(f1_, f2_)).any() or (np.maximum(f1_, f2_) > n_).any():
        raise InputProblem(
            "two words cannot meet more often than each of them stands, nor a word more often than all."
        )
    return f_, f1_, f2_, n_


def mutual_information(f: object, f1: object, f2: object, n: object) -> Array:
    """
    MI (Church & Hanks 1990): log₂ of observed over expected; favours rare pairs.

    Examples
    --------
    >>> mutual_information(8, 1105, 44, 15_000_000).round(1)
    np.float64(11.3)
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore"):
        return np.log2(f_ * n_ / (f1_ * f2_))


def t_score(f: object, f1: object, f2: object, n: object) -> Array:
    """
    T score (Church et al. 1991): (observed − expected) / √observed; favours frequent pairs.

    Examples
    --------
    >>> t_score(8, 15828, 4675, 14_307_668).round(6)
    np.float64(0.999932)
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (f_ - f1_ * f2_ / n_) / np.sqrt(f_)


def dice(f: object, f1: object, f2: object) -> Array:
    """
    Dice's coefficient, 0 to 1: twice the joint frequency over the sum of the single ones.

    Examples
    --------
    >>> dice(130, 3121, 143).round(2)
    np.float64(0.08)
    """
    f_, f1_, f2_, _ = _joint(
        f, f1, f2, np.maximum(np.asarray(f1), np.asarray(f2))
    )  # how many words there are does not matter
    return 2 * f_ / (f1_ + f2_)


def log_dice(f: object, f1: object, f2: object) -> Array:
    """
    LogDice (Rychlý 2008): 14 + log₂ Dice; at most 14, not dependent on the size of the text.

    Examples
    --------
    >>> log_dice(130, 3121, 143).round(4)
    np.float64(10.3499)
    """
    with np.errstate(divide="ignore"):
        return 14 + np.log2(dice(f, f1, f2))


def delta_p(f: object, f1: object, f2: object, n: object) -> Array:
    """
    ΔP (Gries 2013) of the second word given the first: how much likelier it is with the first than without,
    −1 to 1.

    For the other direction change f1 and f2.

    Examples
    --------
    >>> n = 5610 + 168938 + 2257 + 10233063
    >>> delta_p(5610, 5610 + 168938, 5610 + 2257, n).round(3)
    np.float64(0.032)
    >>> delta_p(5610, 5610 + 2257, 5610 + 168938, n).round(3)
    np.float64(0.697)
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return f_ / f1_ - (f2_ - f_) / (n_ - f1_)


def npmi(f: object, f1: object, f2: object, n: object) -> Array:
    """
    Normalised pointwise mutual information (Bouma 2009): 1 = only together, 0 = by chance, −1 = never.

    Examples
    --------
    >>> npmi([10, 1, 0], [10, 10, 10], [10, 10, 10], 100).round(6).tolist()
    [1.0, 0.0, -1.0]
    """
    f_, f1_, f2_, n_ = _joint(f, f1, f2, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(f_ * n_ / (f1_ * f2_)) / -np.log(f_ / n_)
    found = np.where(f_ == n_, 1.0, found)
    return np.where(f_ > 0, found, -1.0)[()]


def collocations(
    tokens: pd.DataFrame,
    *,
    window: int | None = None,
    minimum: int = 5,
    minimum_word: int | None = None,
    stop_words: Collection[str] = (),
    word: str | None = None,
) -> pd.DataFrame:
    """
    Pairs of words that stand together, with every measure of association, the highest logDice first.

    One row is a pair; columns as in ``tables.TABLES["collocations"]``. The two words of a pair are in the
    order of their code points.

    Parameters
    ----------
    tokens
        A token table, or ``whole_terms`` of one; punctuation is left out.
    window
        How many words may lie from one to the other, within a sentence: each pair of places counts, and a
        window beyond the longest sentence takes in all of it. Without, two words stand together in a
        sentence, however often, and frequencies are numbers of sentences.
    minimum, minimum_word
        Pairs must stand together so often, each word alone so often (by default as often as the pair).
    stop_words
        Left out of the pairs; they still take up room in a window.
    word
        Only pairs with this word.

    Raises
    ------
    InputProblem
        For a window or a minimum below 1, or a word that does not stand in the table.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1", 1, 0, 2, "改善", "v", None, None), ("1", 2, 2, 4, "民生", "n", None, None)]
    >>> collocations(build("tokens", rows), minimum=1)[["word1", "word2", "n"]].values.tolist()
    [['改善', '民生', 1]]
    """
    import pandas as pd

    require(tokens, "tokens", ["sentence_id", "token"])
    at_least(1, window=window, minimum=minimum, minimum_word=minimum_word)
    table = tokens[is_word(tokens["token"])]
    codes, types = pd.factorize(table["token"].to_numpy(dtype=object), sort=True)
    sentences, _ = pd.factorize(table["sentence_id"].to_numpy(dtype=object))
    if word is not None and word not in set(types):
        raise InputProblem(f"{word} does not stand in the document as a word.")
    if window is None:
        once = np.unique(np.stack([sentences, codes]), axis=1)
        single, n = np.bincount(once[1], minlength=len(types)), int(sentences.max(initial=-1)) + 1
    else:
        once = np.stack([sentences, codes])
        single, n = np.bincount(codes, minlength=len(types)), len(codes)
    kept = single >= (minimum if minimum_word is None else minimum_word)
    kept &= ~np.isin(types.astype(str), list(stop_words)) if len(types) else True
    first, second, together = _pairs(once, kept, window)
    chosen = together >= minimum
    if word is not None:
        at = int(np.flatnonzero(types == word)[0])
        chosen &= (first == at) | (second == at)
    return _measured(types, single, n, first[chosen], second[chosen], together[chosen])


def _pairs(
    once: np.ndarray, kept: np.ndarray, window: int | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes of the two words of every pair, the smaller first, and how often they stand together."""
    from scipy.sparse import triu

    longest = int(np.bincount(once[0]).max(initial=0))
    wide = window is None or window >= longest - 1
    met = triu(_in_sentences(once, kept) if wide else _in_windows(once, kept, int(window or 1)), k=1).tocoo()
    return met.row, met.col, met.data


def _in_sentences(places: np.ndarray, kept: np.ndarray) -> csr_array:
    """Pairs of places in each sentence: words × words, symmetric."""
    from scipy.sparse import csr_array

    rows, columns = places[:, kept[places[1]]]
    shape = (int(places[0].max(initial=0)) + 1, len(kept))
    incidence = csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=shape)
    return incidence.T @ incidence


def _in_windows(places: np.ndarray, kept: np.ndarray, window: int) -> csr_array:
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


def _measured(
    types: np.ndarray, single: np.ndarray, n: int, first: np.ndarray, second: np.ndarray, together: np.ndarray
) -> pd.DataFrame:
    import pandas as pd

    f1, f2 = single[first], single[second]
    # In a wide window a pair of places can be counted more often than the rarer word stands.
    f = np.minimum(together, np.minimum(f1, f2))
    total = max(n, 1)
    g2 = association.log_likelihood(f, f2 - f, f1, np.maximum(total - f1, 1)) if len(f) else f
    scores = {
        "log_dice": log_dice(f, f1, f2),
        "mi": mutual_information(f, f1, f2, total),
        "t": t_score(f, f1, f2, total),
        "g2": g2,
        "dice": dice(f, f1, f2),
        "delta_p": delta_p(f, f1, f2, total),
        "delta_p_back": delta_p(f, f2, f1, total),
        "npmi": npmi(f, f1, f2, total),
    }
    order = np.lexsort((second, first, -together, -np.asarray(scores["log_dice"]).round(9)))
    columns = {"word1": types[first], "word2": types[second], "n": together, "n1": f1, "n2": f2, **scores}
    table = pd.DataFrame({name: np.asarray(column)[order] for name, column in columns.items()})
    return typed("collocations", table)


@table(
    "collocations",
    row="two words that stand together",
    key=("word1", "word2"),
    help="words that stand together more than chance",
    options=(WINDOW, minimum(5), Option("word", "pairs with this word only", metavar="WORD"), WHOLE_TERMS),
    columns=(
        WORD1,
        WORD2,
        n_of("sentences that hold both, or pairs of places in a window"),
        Column("n1", "int64", "sentences (places) of the first word", ("n, first", "前词次数")),
        Column("n2", "int64", "sentences (places) of the second word", ("n, second", "后词次数")),
        Column("log_dice", "float64", "logDice, at most 14", ("logDice", "logDice")),
        Column("mi", "float64", "mutual information, bits", ("MI", "互信息")),
        Column("t", "float64", "t score", ("t", "t值")),
        Column("g2", "float64", "log-likelihood, four terms", ("G²", "G²")),
        Column("dice", "float64", "Dice's coefficient, 0 to 1", ("Dice", "Dice")),
        Column("delta_p", "float64", "ΔP of the second word given the first, −1 to 1", ("ΔP", "ΔP")),
        Column("delta_p_back", "float64", "ΔP of the first word given the second", ("ΔP back", "ΔP(反向)")),
        Column("npmi", "float64", "normalised pointwise mutual information, −1 to 1", ("NPMI", "NPMI")),
        evidence("the sentences that hold both words, joined by ' | '"),
    ),
)
def collocations_of(
    study: Study,
    window: int | None = None,
    *,
    minimum: int = 5,
    word: str | None = None,
    granularity: Granularity = "term",
) -> pd.DataFrame:
    """Words that stand together in a sentence or window, with the sentences."""
    words = study.words(granularity)
    found = collocations(
        words, window=window, minimum=minimum, word=word, stop_words=study.lexicon.stop_words
    )
    return sentences_of_pairs(words, found)
