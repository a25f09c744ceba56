"""How evenly a word is spread over the parts of a document, and when its frequency is too low to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.columns import (
    GRANULARITY,
    PARTS,
    SENTENCE_ID,
    START,
    STOP_WORDS,
    TERM,
    Granularity,
    N,
    Parts,
    evidence,
)
from analysis.measures.evidence import sentences_of_terms
from analysis.tables import Column, InputProblem, Option, build, require, table, typed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

Array = np.ndarray[Any, np.dtype[np.float64]]


def _checked(counts: object, sizes: object) -> tuple[Array, Array]:
    """Words × parts and the parts' sizes, as floats; what is no count is told."""
    table, parts = np.atleast_2d(np.asarray(counts, dtype=float)), np.asarray(sizes, dtype=float)
    if parts.ndim != 1 or len(parts) < 2:
        raise InputProblem(f"dispersion needs two parts or more; {parts.size} came.")
    if table.shape[1] != len(parts):
        raise InputProblem(f"{table.shape[1]} counts came for {len(parts)} parts; give one for each part.")
    if not (np.isfinite(table).all() and (table >= 0).all()):
        raise InputProblem("counts are numbers of 0 and more.")
    if not (np.isfinite(parts).all() and (parts > 0).all()):
        raise InputProblem("every part needs a size above 0.")
    if not (table.sum(axis=1) > 0).all():
        raise InputProblem("a word that never stands has no dispersion; leave it out.")
    return table, parts


def dp(counts: object, sizes: object, *, normalised: bool = False) -> Array:
    """
    Deviation of proportions (Gries 2008): 0 = spread as the parts' sizes, towards 1 = all in one small part.

    `counts` are words × parts (or the parts of one word), `sizes` the parts' lengths. Normalised, it is
    divided by 1 − the smallest part's share, so that 1 can be reached (Lijffijt & Gries 2012).

    Examples
    --------
    >>> dp([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(2)
    array([0.18])
    >>> dp([1, 2, 3, 4, 5], [9, 10, 10, 10, 11], normalised=True).round(4)
    array([0.2195])
    """
    table, parts = _checked(counts, sizes)
    share = parts / parts.sum()
    found = np.abs(table / table.sum(axis=1, keepdims=True) - share).sum(axis=1) / 2
    return np.asarray(found / (1 - share.min()) if normalised else found)


def juilland(counts: object, sizes: object) -> Array:
    """
    Juilland's D (Juilland & Chang-Rodríguez 1964) over the rates in the parts: 1 = even, 0 = all in one part.

    Examples
    --------
    >>> juilland([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.785])
    """
    table, parts = _checked(counts, sizes)
    rates = table / parts
    variation = rates.std(axis=1) / rates.mean(axis=1)
    return np.asarray(1 - variation / np.sqrt(len(parts) - 1))


def carroll(counts: object, sizes: object) -> Array:
    """
    Carroll's D₂ (Carroll 1970): the entropy of the rates in the parts over its largest possible value.

    Examples
    --------
    >>> carroll([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.938])
    """
    table, parts = _checked(counts, sizes)
    rates = table / parts
    p = rates / rates.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        entropy = -np.where(p > 0, p * np.log2(p), 0.0).sum(axis=1)
    return np.asarray(entropy / np.log2(len(parts)))


def rosengren(counts: object, sizes: object) -> Array:
    """
    Rosengren's S (Rosengren 1971): 1 = spread as the parts' sizes, towards the smallest part's share = in one
    part.

    Examples
    --------
    >>> rosengren([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.95])
    """
    table, parts = _checked(counts, sizes)
    share = parts / parts.sum()
    return np.asarray(np.sqrt(share * table).sum(axis=1) ** 2 / table.sum(axis=1))


def kullback_leibler(counts: object, sizes: object) -> Array:
    """
    D_KL of the word's spread from the parts' sizes, in bits (Gries 2020): 0 = spread as the sizes.

    Examples
    --------
    >>> kullback_leibler([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]).round(3)
    array([0.137])
    """
    table, parts = _checked(counts, sizes)
    share = parts / parts.sum()
    p = table / table.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(p > 0, p * np.log2(p / share), 0.0).sum(axis=1))


def dispersion(counts: pd.DataFrame) -> pd.DataFrame:
    """
    How evenly every word is spread over the groups of a count table.

    One row is a term; columns as in ``tables.TABLES["dispersion"]``, the most frequent first. A measure is
    given only where the word stands at least as often as there are parts: below, it says more about the parts
    than about the word (Nelson 2023), ``reliable`` is false and the measures are empty. Look at the positions
    instead.

    Parameters
    ----------
    counts
        A table of ``frequency.count_terms`` over two groups or more (chapters, articles), stop words in it:
        the groups' sizes come from it.

    Raises
    ------
    InputProblem
        With fewer than two groups.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1", "民生", 1, 0), ("1", "的", 9, 0), ("2", "民生", 1, 0), ("2", "的", 9, 0)]
    >>> dispersion(build("terms", rows))[["term", "n", "parts", "reliable", "dp"]].values.tolist()
    [['的', 18, 2, True, 0.0], ['民生', 2, 2, True, 0.0]]
    """
    import pandas as pd

    require(counts, "terms", ["group", "term", "n"])
    wide = counts.pivot_table(index="term", columns="group", values="n", fill_value=0, aggfunc="sum")
    if wide.shape[1] < 2:
        raise InputProblem(
            f"dispersion needs two parts or more and {wide.shape[1]} came; count by chapter or article."
        )
    wide = wide[wide.sum(axis=1) > 0]
    table, sizes = wide.to_numpy(float), wide.sum().to_numpy(float)
    n, parts = wide.sum(axis=1).to_numpy("int64"), len(sizes)
    reliable = n >= parts
    found = pd.DataFrame(
        {
            "term": wide.index,
            "n": n,
            "in_parts": (table > 0).sum(axis=1),
            "parts": parts,
            "reliable": reliable,
            "dp": dp(table, sizes),
            "dp_norm": dp(table, sizes, normalised=True),
            "juilland_d": juilland(table, sizes),
            "carroll_d2": carroll(table, sizes),
            "rosengren_s": rosengren(table, sizes),
            "kl": kullback_leibler(table, sizes),
        }
    )
    measures = ["dp", "dp_norm", "juilland_d", "carroll_d2", "rosengren_s", "kl"]
    found[measures] = found[measures].where(np.repeat(reliable[:, None], len(measures), axis=1))
    return typed("dispersion", found.sort_values(["n", "term"], ascending=[False, True]))


def positions(tokens: pd.DataFrame, term: str) -> pd.DataFrame:
    """
    Where a word stands in the document: one row per occurrence, ``sentence_id, start, share``.

    ``share`` is the place among all tokens, 0 = the first, towards 1 = the last. For a plot, and for words
    too rare for a measure.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1.1.1", 1, 0, 2, "民生", "n", None, None), ("1.1.1", 2, 2, 4, "改善", "v", None, None)]
    >>> positions(build("tokens", rows), "改善").values.tolist()
    [['1.1.1', 2, 0.5]]
    """
    require(tokens, "tokens", ["sentence_id", "start", "token"])
    found = tokens["token"].to_numpy() == term
    if not found.any():
        raise InputProblem(
            f"{term} does not stand in the document as a word; `concordance` finds parts of words."
        )
    share = np.flatnonzero(found) / len(tokens)
    return tokens.loc[found, ["sentence_id", "start"]].assign(share=share).reset_index(drop=True)


@table(
    "dispersion",
    row="a term with its spread over the parts of the document",
    key=("term",),
    help="how evenly each word is spread over chapters or articles",
    options=(PARTS, GRANULARITY, STOP_WORDS),
    columns=(
        TERM,
        N,
        Column(
            "in_parts", "int64", "parts (chapters, articles) in which it stands", ("in parts", "见于部分")
        ),
        Column("parts", "int64", "parts in all", ("parts", "部分数")),
        Column(
            "reliable",
            "bool",
            "n is at least the number of parts; else the measures are empty",
            ("reliable", "可靠"),
        ),
        Column(
            "dp", "float64", "deviation of proportions: 0 = even, towards 1 = in one small part", ("DP", "DP")
        ),
        Column("dp_norm", "float64", "the same, so that 1 can be reached", ("DP, normalised", "DP(归一)")),
        Column("juilland_d", "float64", "Juilland's D: 1 = even", ("D", "D")),
        Column("carroll_d2", "float64", "Carroll's D₂: 1 = even", ("D₂", "D₂")),
        Column("rosengren_s", "float64", "Rosengren's S: 1 = even", ("S", "S")),
        Column(
            "kl",
            "float64",
            "Kullback–Leibler divergence from the parts' sizes, bits: 0 = even",
            ("D_KL", "D_KL"),
        ),
        evidence(),
    ),
)
def dispersion_of(
    study: Study, by: Parts | None = None, *, granularity: Granularity = "word", stop_words: bool = False
) -> pd.DataFrame:
    """
    How evenly every word is spread over chapters (or articles), with its sentences.

    What stands outside any of them (the opening) is no part and counts in none.
    """
    by = by or study.compared_by
    counts = study.terms(by, granularity=granularity, stop_words=True)
    words = study.words(granularity)
    if by != "document":
        counts = counts[counts["group"] != "0"]
        inside = study.sentences.loc[study.sentences[by] > 0, "sentence_id"]
        words = words[words["sentence_id"].isin(inside)]
    found = dispersion(counts)
    if not stop_words:
        found = found[~found["term"].isin(study.lexicon.stop_words)].reset_index(drop=True)
    return sentences_of_terms(words, found)


@table(
    "positions",
    row="an occurrence of one of the words asked for",
    key=("term", "sentence_id", "start"),
    help="where words stand in the document",
    options=(Option("words", "the words, parted by commas", kind=tuple, required=True, metavar="WORDS"),),
    columns=(
        TERM,
        SENTENCE_ID,
        START,
        Column(
            "share",
            "float64",
            "place among all words: 0 = the first, towards 1 = the last",
            ("place", "位置"),
        ),
    ),
)
def positions_of(study: Study, words: Sequence[str]) -> pd.DataFrame:
    """Where words stand in the document, word by word; those that it does not have are left out."""
    tokens = study.tokens
    inside = set(tokens["token"])
    rows = [
        (word, *place)
        for word in words
        if word in inside
        for place in positions(tokens, word).itertuples(index=False, name=None)
    ]
    return build("positions", rows)
