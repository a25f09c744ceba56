"""Which words set a group apart: each group against the rest, or one document against another."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from analysis.columns import (
    GRANULARITY,
    GROUP,
    PARTS,
    RATE,
    STOP_WORDS,
    TERM,
    Granularity,
    Parts,
    evidence,
    minimum,
    n_of,
)
from analysis.measures import association
from analysis.measures.deletion import deletion
from analysis.measures.evidence import sentences_of_terms
from analysis.measures.frequency import pooled
from analysis.tables import Column, InputProblem, Option, at_least, require, table, typed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

PRIOR = 1000.0  # pseudo-words that the Dirichlet prior weighs, spread as the words of the whole
PER = 1000


def keyness(
    counts: pd.DataFrame,
    *,
    against: str | None = None,
    stop_words: Collection[str] = (),
    minimum: int = 1,
    absent: bool = False,
) -> pd.DataFrame:
    """
    Compare the rate of every word in every group with its rate outside.

    One row is a (group, term); columns as in ``tables.TABLES["keyness"]``: G² with four terms and the log
    ratio first, then the other measures by name (formulas and sources in `analysis.measures.association`).
    Within a group the highest G² comes first; ``log_ratio`` says whether the word is over- or underused.

    Parameters
    ----------
    counts
        A table of ``frequency.count_terms`` over two groups or more, with stop words in it: totals come from
        it.
    against
        The group to compare with, by its name; without, each group is compared with all others together.
    stop_words
        Left out of the rows, never out of the totals.
    minimum
        How often a word must stand in the group and the reference together.
    absent
        Rows also for words that the group does not have and the reference has.

    Notes
    -----
    A document is a census of itself: p-values rank, they do not generalise (Kilgarriff 2005). ``survives``
    says whether G² is above the χ² value of α = .05 divided by the number of rows compared (Bonferroni). The
    Dirichlet prior is informative: the words of all groups together, scaled to 1,000 pseudo-words.

    Raises
    ------
    InputProblem
        With fewer than two groups, an unknown group, or counts that are no counts.

    Examples
    --------
    >>> from analysis.tables import build
    >>> rows = [("1", "数字", 8, 0), ("1", "的", 92, 0), ("2", "数字", 2, 0), ("2", "的", 98, 0)]
    >>> counts = build("terms", rows)
    >>> table = keyness(counts, stop_words=["的"])
    >>> table[["term", "n", "n_rest", "log_ratio"]].head(1).round(2).values.tolist()
    [['数字', 8, 2, 2.0]]
    """
    require(counts, "terms", ["group", "term", "n"])
    at_least(1, minimum=minimum)
    pairs = _pairs(counts, against, absent=absent)
    pairs = pairs[pairs["n"] + pairs["n_rest"] >= minimum]
    pairs = pairs[~pairs["term"].isin(list(stop_words))]
    a, b, c, d = (pairs[name].to_numpy(float) for name in ("n", "n_rest", "total", "total_rest"))
    table = pairs[["group", "term", "n", "n_rest"]].assign(
        rate=PER * a / c,
        rate_rest=PER * b / d,
        log_ratio=association.log_ratio(a, b, c, d),
        g2=association.log_likelihood(a, b, c, d),
        survives=False,
        g2_two_term=association.log_likelihood(a, b, c, d, terms=2),
        chi2=association.chi_square(a, b, c, d),
        chi2_yates=association.chi_square(a, b, c, d, yates=True),
        percent_diff=association.percent_diff(a, b, c, d),
        odds_ratio=association.odds_ratio(a, b, c, d),
        simple_maths=association.simple_maths(a, b, c, d),
        bic=association.bic(a, b, c, d),
        ell=association.ell(a, b, c, d),
    )
    prior = PRIOR * (a + b) / (c + d)
    table["log_odds"], table["log_odds_z"] = association.log_odds(a, b, c, d, prior, PRIOR)
    table["survives"] = table["g2"] >= association.critical_value(len(table))
    return _ordered(table, counts)


def _pairs(counts: pd.DataFrame, against: str | None, *, absent: bool) -> pd.DataFrame:
    """Every (group, term) with its counts and totals inside and outside."""
    groups = counts["group"].unique().tolist()
    if len(groups) < 2:
        raise InputProblem(
            f"keyness compares groups and {len(groups)} came; count by chapter or article, or name another "
            "document."
        )
    if against is not None and against not in groups:
        raise InputProblem(f"no group {against!r} to compare with; there are: {', '.join(groups)}")
    association.log_ratio(counts["n"], 0, counts["n"].clip(lower=1), 1)  # counts that are none are told
    totals = counts.groupby("group")["n"].sum()
    wide = counts.set_index(["group", "term"])["n"]
    if absent:
        terms = counts["term"].unique()
        wide = wide.reindex(
            type(wide.index).from_product([groups, terms], names=["group", "term"]), fill_value=0
        )
    pairs = wide.reset_index()
    if against is None:
        everywhere = counts.groupby("term")["n"].sum()
        pairs["n_rest"] = pairs["term"].map(everywhere) - pairs["n"]
        pairs["total_rest"] = totals.sum() - pairs["group"].map(totals)
    else:
        pairs = pairs[pairs["group"] != against].copy()
        reference = counts[counts["group"] == against].set_index("term")["n"]
        pairs["n_rest"] = pairs["term"].map(reference).fillna(0).astype("int64")
        pairs["total_rest"] = int(totals[against])
    pairs["total"] = pairs["group"].map(totals)
    return pairs[(pairs["n"] > 0) | (pairs["n_rest"] > 0)]


def _ordered(table: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    place = {group: at for at, group in enumerate(counts["group"].unique())}
    ordered = table.assign(place=table["group"].map(place)).sort_values(
        ["place", "g2", "log_ratio", "term"], ascending=[True, False, False, True], kind="stable"
    )
    return typed("keyness", ordered)


@table(
    "keyness",
    row="a term in a group, compared with the other groups or another document",
    key=("group", "term"),
    help="which words set a chapter (or article, or the document) apart",
    options=(
        PARTS,
        GRANULARITY,
        Option("group", "this chapter or article only", metavar="N"),
        minimum(3),
        STOP_WORDS,
        Option("against", "compare with this document instead", kind=object, metavar="FILE"),
    ),
    columns=(
        GROUP,
        TERM,
        n_of("occurrences in the group"),
        Column("n_rest", "int64", "occurrences in the reference", ("n outside", "其余次数")),
        RATE,
        Column(
            "rate_rest", "float64", "per 1,000 words of the reference", ("per 1,000 outside", "其余每千词")
        ),
        Column(
            "log_ratio",
            "float64",
            "binary log of the ratio of the rates; above 0 = more in the group",
            ("log ratio", "对数比"),
        ),
        Column("g2", "float64", "log-likelihood, four terms (Dunning 1993)", ("G²", "G²")),
        Column(
            "survives",
            "bool",
            "G² above the Bonferroni cut for all rows compared",
            ("above the cut", "超过校正界限"),
        ),
        Column(
            "g2_two_term",
            "float64",
            "log-likelihood, two terms (Rayson & Garside 2000)",
            ("G², two terms", "G²(两项)"),
        ),
        Column("chi2", "float64", "Pearson's χ²", ("χ²", "χ²")),
        Column("chi2_yates", "float64", "χ² with Yates' correction", ("χ², Yates", "χ²(耶茨校正)")),
        Column(
            "percent_diff",
            "float64",
            "%DIFF: by how many per cent the rate is higher",
            ("%DIFF", "差异百分比"),
        ),
        Column(
            "odds_ratio", "float64", "odds in the group over odds in the reference", ("odds ratio", "优势比")
        ),
        Column(
            "simple_maths",
            "float64",
            "(rate + 1) / (reference rate + 1), per million",
            ("simple maths", "简单比"),
        ),
        Column("bic", "float64", "two-term G² less ln N", ("BIC", "BIC")),
        Column("ell", "float64", "effect size for log-likelihood; empty where not defined", ("ELL", "ELL")),
        Column(
            "log_odds",
            "float64",
            "log-odds ratio with informative Dirichlet prior",
            ("log odds", "对数优势比"),
        ),
        Column("log_odds_z", "float64", "its z score", ("z", "z值")),
        Column(
            "articles",
            "int64",
            "articles of the group that hold it (leads and the opening count as such)",
            ("articles", "见于条数"),
        ),
        Column(
            "g2_least",
            "float64",
            "G² without the article that carries most of it",
            ("G² without it", "去除后G²"),
        ),
        Column(
            "log_ratio_least",
            "float64",
            "the log ratio without that article",
            ("log ratio without it", "去除后对数比"),
        ),
        Column("article_decisive", "str", "that article", ("decisive article", "主要出自")),
        evidence("the group's sentences that hold it, joined by ' | '"),
    ),
)
def keyness_of(
    study: Study,
    by: Parts | None = None,
    *,
    granularity: Granularity = "word",
    group: str | None = None,
    minimum: int = 3,
    stop_words: bool = False,
    against: Study | None = None,
) -> pd.DataFrame:
    """
    What sets each group (by default chapter) apart, with its evidence and what hangs on one article.

    `group` keeps the rows of one group; a group that does not exist is told with those that there are.
    With `against` the document as a whole is compared with another.
    """
    if against is not None:
        if by is not None or group is not None:
            raise InputProblem("--against compares whole documents; leave --by and --group out.")
        return _against(study, against, granularity=granularity, minimum=minimum)
    by = by or study.compared_by
    counts = study.terms(by, granularity=granularity, stop_words=True)
    groups = counts["group"].unique().tolist()
    if group is not None and group not in groups:
        raise InputProblem(f"no group {group!r}; by {by} there are: {', '.join(groups)}")
    stops = () if stop_words else study.lexicon.stop_words
    found = keyness(counts, stop_words=stops, minimum=minimum)
    if group is not None:
        found = found[found["group"] == group].reset_index(drop=True)
    words = study.words(granularity)
    place = study.sentences.set_index("sentence_id")[by].astype("str") if by != "document" else None
    where = words.assign(
        group=words["sentence_id"].map(place), article=words["sentence_id"].map(study.sentence_articles)
    )
    by_article = where.groupby(["group", "article", "token"]).size().rename("n").reset_index()
    found = deletion(by_article.rename(columns={"token": "term"}), found)
    return sentences_of_terms(words, found, place)


def _against(study: Study, other: Study, *, granularity: Granularity, minimum: int) -> pd.DataFrame:
    """What sets a document apart from another, with its evidence (here) and what hangs on one article."""
    mine, theirs = study.document.id, other.document.id
    if mine == theirs:
        theirs += "-2"
    words = study.words(granularity).assign(group=mine)
    words["article"] = words["sentence_id"].map(study.sentence_articles)
    others = other.words(granularity).assign(group=theirs, article="")
    counts = pooled([words, others], ["group", "token"])
    stops = study.lexicon.stop_words | other.lexicon.stop_words
    found = keyness(counts, against=theirs, stop_words=stops, minimum=minimum)
    by_article = pooled([words, others], ["group", "article", "token"])
    return sentences_of_terms(words, deletion(by_article, found))
