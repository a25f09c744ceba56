"""
What units of a document are compared by: their words, weighted, and what the words mean.

A text can be read in several ways (with or without stop words, rare words, whole terms), and groups of units that hang on
one of them are worth little (Denny & Spirling 2018); so the readings are kept side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from analysis.tables import InputProblem, require
from analysis.vectors import WordVectors, unit_rows

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Matrix = NDArray[np.float64]

Unit = Literal["sentence", "paragraph", "article"]
Embed = Callable[[list[str]], "ArrayLike"]

MANY_UNITS, MOST_WORDS = 500, 1000  # from so many units on, fewer readings; no more words than that
VECTOR_WEIGHT = 1.5  # of what words mean beside the words themselves, in the length of a unit's row


@dataclass(frozen=True, slots=True)
class Features:
    """
    Units × words: l2-normed tf-idf weights, unit ids in reading order, words in code point order.

    `readings` are unit-length rows under other choices of words, with what the words mean beside them; without
    any, the weights are the only reading. `length` is the mean number of content words in a unit.
    """

    units: tuple[str, ...]
    words: tuple[str, ...]
    weights: Matrix
    readings: tuple[Matrix, ...] = ()
    counts: Matrix | None = None
    length: float = 0.0
    together: Matrix = field(default_factory=lambda: np.zeros((0, 0)))

    @property
    def spaces(self) -> tuple[Matrix, ...]:
        """The readings, or the weights where there is no other."""
        return self.readings or (self.weights,)


def units_of(sentence_ids: pd.Series, unit: Unit) -> pd.Series:
    """The unit of each sentence: itself, its paragraph (9.1) or its article (9, c3, p0)."""
    if unit == "sentence":
        return sentence_ids
    if unit == "paragraph":
        return sentence_ids.str.rpartition(".")[0]
    if unit == "article":
        return sentence_ids.str.partition(".")[0]
    raise InputProblem(f"units are sentence, paragraph or article, not {unit!r}")


def features(
    tokens: pd.DataFrame,
    *,
    stop_words: Collection[str] = (),
    unit: Unit = "paragraph",
    terms: pd.DataFrame | None = None,
    vectors: WordVectors | None = None,
    texts: Sequence[str] | None = None,
    embed: Embed | None = None,
) -> Features:
    """
    What the units are compared by: (1 + ln n) × (1 + ln((1 + units) / (1 + units with the word))).

    Words of one character, stop words, numbers and words of a single unit are left out: they cannot join
    units. Of more than 1,000 words the most widespread are kept. Units keep their row even when no word is left.

    Parameters
    ----------
    tokens, terms
        Words, and words put together to policy terms; with `terms` they are further readings of the text.
    vectors
        Word vectors; a unit's is the mean of its words', weighted like them.
    texts, embed
        The text of each unit and an encoder of your own, from a list of texts to rows of numbers, in place of `vectors`.

    Raises
    ------
    InputProblem
        When no word joins two units, or `embed` does not give one row of finite numbers for each unit.
    """
    require(tokens, "tokens", ["sentence_id", "token", "tag"])
    ids = list(dict.fromkeys(units_of(tokens["sentence_id"], unit)))
    words = _counts(tokens, unit, ids, stop_words)
    base = _spread(words, 2)
    if base.shape[1] == 0:
        raise InputProblem(
            f"no word occurs in two {unit}s once stop words are left out: nothing to group by."
        )
    meaning = _encoded(embed, texts, len(ids)) if embed is not None else None
    readings = []
    for counts in _readings(tokens, terms, unit, ids, stop_words):
        rows = [
            _tf_idf(_spread(counts, least)) for least in ((2, 3) if vectors or terms is not None else (2,))
        ]
        beside = meaning if meaning is not None else _meaning(counts, vectors)
        readings += [
            one if beside is None else unit_rows(np.hstack([one, VECTOR_WEIGHT * beside])) for one in rows
        ]
    weights = _tf_idf(base)
    held = (base.to_numpy() > 0).astype(np.float64)
    return Features(
        tuple(ids),
        tuple(map(str, base.columns)),
        weights,
        tuple(readings),
        base.to_numpy(dtype=np.float64),
        float(words.to_numpy().sum() / max(1, len(ids))),
        held.T @ held,
    )


def _readings(
    tokens: pd.DataFrame, terms: pd.DataFrame | None, unit: Unit, ids: Sequence[str], stops: Collection[str]
) -> Iterator[pd.DataFrame]:
    """Counts with and without stop words, of words and of words and terms; for many units without only."""
    for left_out in [stops] if len(ids) > MANY_UNITS or terms is None else [stops, ()]:
        words = _counts(tokens, unit, ids, left_out)
        yield words
        if terms is not None:
            whole = _counts(terms, unit, ids, left_out)
            yield pd.concat([words, whole[[term for term in whole if term not in words]]], axis=1)


def _counts(tokens: pd.DataFrame, unit: Unit, ids: Sequence[str], stops: Collection[str]) -> pd.DataFrame:
    """Content words by unit."""
    content = tokens["token"].str.fullmatch(r"\w{2,}") & ~tokens["tag"].isin(["m", "t"])
    content &= ~tokens["token"].isin(list(stops))
    held = tokens[content]
    place = units_of(held["sentence_id"], unit)
    frequent = held["token"].value_counts()
    held_often = (
        held["token"].isin(frequent[frequent > 1].index) if len(ids) > MANY_UNITS else held["token"].notna()
    )
    counts = pd.crosstab(place[held_often], held.loc[held_often, "token"])
    return counts.reindex(index=ids, fill_value=0)


def _spread(counts: pd.DataFrame, least: int) -> pd.DataFrame:
    """The words of at least so many units, the 1,000 most widespread, in code point order."""
    spread = (counts > 0).sum()
    spread = spread[spread >= least].sort_index().sort_values(ascending=False, kind="stable").head(MOST_WORDS)
    return counts[sorted(spread.index)]


def _tf_idf(counts: pd.DataFrame) -> Matrix:
    """Unit-length rows of (1 + ln n) × (1 + ln((1 + units) / (1 + units with the word)))."""
    n = counts.to_numpy(dtype=np.float64)
    frequency = np.where(n > 0, 1 + np.log(np.maximum(n, 1)), 0.0)
    rarity = 1 + np.log((1 + len(n)) / (1 + (n > 0).sum(axis=0)))
    return unit_rows(frequency * rarity)


def _meaning(counts: pd.DataFrame, vectors: WordVectors | None) -> Matrix | None:
    """Mean vector of the words of each unit, weighted by tf-idf."""
    if vectors is None:
        return None
    row = {word: at for at, word in enumerate(vectors.words)}
    known = [word for word in counts.columns if word in row]
    if not known:
        return np.zeros((len(counts), vectors.vectors.shape[1]))
    return unit_rows(_tf_idf(counts[known]) @ vectors.vectors[[row[word] for word in known]])


def _encoded(embed: Embed, texts: Sequence[str] | None, units: int) -> Matrix:
    """Rows of a user's encoder, checked."""
    rows = np.asarray(embed(list(texts or ())), dtype=np.float64)
    if rows.ndim != 2 or len(rows) != units or not np.isfinite(rows).all():
        raise InputProblem(
            f"embed must give one row of finite numbers for each of {units} units; it gave the shape {rows.shape}."
        )
    return unit_rows(rows)
