"""How evenly a word is spread over the parts of a document, and when its frequency is too low to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from analysis.columns import (
    ALL_MEASURES,
    GRANULARITY,
    PARTS,
    SENTENCE_ID,
    START,
    STOP_WORDS,
    TERM,
    Granularity,
    Parts,
    evidence,
    n_of,
)
from analysis.measures import evenness
from analysis.measures.evidence import sentences_of_terms
from analysis.problems import Refusal
from analysis.tables import Column, InputProblem, Option, build, require, table, typed
from analysis.words.kinds import bare_numbers

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

ROUNDING = 1e-9  # a DP at the border of what chance gives lies within it


def dispersion(counts: pd.DataFrame) -> pd.DataFrame:
    """
    How evenly every word is spread over the groups of a count table.

    One row is a term; columns as in ``tables.TABLES["dispersion"]``, the most frequent first. A word that
    stands ten times cannot lie evenly in ten parts but by a miracle: ``dp_expected`` is the DP of a word as
    frequent whose occurrences fall anywhere, ``dp_low`` and ``dp_high`` bound 95 of 100 such words, and
    ``evenness`` says what follows: ``uneven`` above, ``even`` below, ``as chance`` between, where DP says
    nothing about the word (Gries 2022; Nelson 2023). Look at its positions instead.

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
    >>> dispersion(build("terms", rows))[["term", "n", "parts", "dp", "evenness"]].values.tolist()
    [['的', 18, 2, 0.0, 'as chance'], ['民生', 2, 2, 0.0, 'as chance']]
    """
    import pandas as pd

    require(counts, "terms", ["group", "term", "n"])
    wide = counts.pivot_table(index="term", columns="group", values="n", fill_value=0, aggfunc="sum")
    if wide.shape[1] < 2:
        raise Refusal(
            f"dispersion needs two parts or more and {wide.shape[1]} came; count by chapter or article."
        )
    wide = wide[wide.sum(axis=1) > 0]
    table, sizes = wide.to_numpy(float), wide.sum().to_numpy(float)
    n, found = wide.sum(axis=1).to_numpy("int64"), evenness.dp(table, sizes)
    low, high = evenness.dp_range(n, sizes)
    columns = {
        "term": wide.index,
        "n": n,
        "in_parts": (table > 0).sum(axis=1),
        "parts": len(sizes),
        "words": int(sizes.sum()),
        "dp": found,
        "dp_expected": evenness.dp_expected(n, sizes),
        "dp_low": low,
        "dp_high": high,
        "evenness": np.select(
            [found > high + ROUNDING, found < low - ROUNDING], ["uneven", "even"], "as chance"
        ),
        "dp_norm": evenness.dp(table, sizes, normalised=True),
        "juilland_d": evenness.juilland(table, sizes),
        "carroll_d2": evenness.carroll(table, sizes),
        "rosengren_s": evenness.rosengren(table, sizes),
        "kl": evenness.kullback_leibler(table, sizes),
    }
    ordered = pd.DataFrame(columns).sort_values(["n", "term"], ascending=[False, True])
    return typed("dispersion", ordered)


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
    options=(PARTS, GRANULARITY, STOP_WORDS, ALL_MEASURES),
    columns=(
        TERM,
        n_of("occurrences in the parts: what stands outside any is not counted"),
        Column(
            "in_parts", "int64", "parts (chapters, articles) in which it stands", ("in parts", "见于部分")
        ),
        Column("parts", "int64", "parts in all", ("parts", "部分数")),
        Column("words", "int64", "words in all parts", ("words in all", "总词数")),
        Column(
            "dp", "float64", "deviation of proportions: 0 = even, towards 1 = in one small part", ("DP", "DP")
        ),
        Column(
            "dp_expected",
            "float64",
            "DP to be expected at that n if its occurrences fell anywhere",
            ("DP by chance", "随机DP"),
        ),
        Column("dp_low", "float64", "2.5 of 100 such words have less", ("from", "下限")),
        Column("dp_high", "float64", "2.5 of 100 such words have more", ("to", "上限")),
        Column(
            "evenness",
            "str",
            "uneven: DP above what chance gives at that n; even: below; as chance: DP says nothing",
            ("evenness", "均匀与否"),
        ),
        evidence("the sentences in the parts that hold it, joined by ' | '"),
    ),
    extra=(
        Column("dp_norm", "float64", "DP so that 1 can be reached", ("DP, normalised", "DP(归一)")),
        Column("juilland_d", "float64", "Juilland's D: 1 = even", ("D", "D")),
        Column("carroll_d2", "float64", "Carroll's D₂: 1 = even", ("D₂", "D₂")),
        Column("rosengren_s", "float64", "Rosengren's S: 1 = even", ("S", "S")),
        Column(
            "kl",
            "float64",
            "Kullback–Leibler divergence from the parts' sizes, bits: 0 = even",
            ("D_KL", "D_KL"),
        ),
    ),
)
def dispersion_of(
    study: Study,
    by: Parts | None = None,
    *,
    granularity: Granularity = "word",
    stop_words: bool = False,
    all_measures: bool = False,
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
        inside = study.counted_sentences.loc[study.counted_sentences[by] > 0, "sentence_id"]
        words = words[words["sentence_id"].isin(inside)]
    found = dispersion(counts)
    if not stop_words:
        left_out = {*study.lexicon.stop_words, *bare_numbers(found["term"])}
        found = found[~found["term"].isin(left_out)].reset_index(drop=True)
    return typed("dispersion", sentences_of_terms(words, found))


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
