"""Which words set a group apart: each group against the rest, or one document against another."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from analysis.measures import association
from analysis.problems import Refusal
from analysis.tables import InputProblem, at_least, require, typed

if TYPE_CHECKING:
    import pandas as pd

PRIOR = 1000.0  # pseudo-words that the Dirichlet prior weighs, spread as the words of the whole
PER = 1000
COUNTS = ("n", "n_rest", "total", "total_rest")


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

    One row is a (group, term); columns as in ``tables.TABLES["keyness"]``: the log ratio and G² with four
    terms first, then the other measures by name (formulas and sources in `analysis.measures.association`);
    where a measure is not defined for a count of 0 it is empty. G² has the sign of its direction, and within
    a group the highest comes first, the most underused words last. What needs to know in which articles the
    words stand is added by `interval.with_interval`, `deletion.deletion` and `dealing.dealing`.

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
    ``above_bonferroni`` says whether G² is above the χ² value of α = .05 divided by the number of rows
    compared, as if every word were drawn for itself; words come in bursts, so it lets too many through
    (Kilgarriff 2005; see `dealing.dealing`). The Dirichlet prior is informative: the words of all groups
    together, scaled to 1,000 pseudo-words.

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
    table = pairs[["group", "term", *COUNTS]]
    return _ordered(table.assign(**_measures(pairs)), counts)


def _measures(pairs: pd.DataFrame) -> dict[str, np.ndarray]:
    """Every measure of every row, empty where it is not defined."""
    a, b, c, d = cells = tuple(pairs[name].to_numpy(float) for name in COUNTS)
    g2 = association.signed(*cells)
    odds = association.odds_ratio(*cells)
    log_odds, z = association.log_odds(a, b, c, d, PRIOR * (a + b) / (c + d), PRIOR)
    return {
        "log_ratio": association.log_ratio(*cells),
        "g2": g2,
        "rate": PER * a / c,
        "rate_rest": PER * b / d,
        "above_bonferroni": np.abs(g2) >= association.critical_value(len(pairs)),
        "g2_two_term": association.log_likelihood(*cells, terms=2),
        "chi2": association.chi_square(*cells),
        "chi2_yates": association.chi_square(*cells, yates=True),
        "percent_diff": np.where(b > 0, association.percent_diff(*cells), np.nan),
        "odds_ratio": np.where(np.isfinite(odds), odds, np.nan),
        "simple_maths": association.simple_maths(*cells),
        "bic": association.bic(*cells),
        "ell": association.ell(*cells),
        "log_odds": log_odds,
        "log_odds_z": z,
    }


def _pairs(counts: pd.DataFrame, against: str | None, *, absent: bool) -> pd.DataFrame:
    """Every (group, term) with its counts and totals inside and outside."""
    groups = counts["group"].unique().tolist()
    if len(groups) < 2:
        raise Refusal(
            f"keyness compares groups and {len(groups)} came; count by chapter or article, or name another "
            "document."
        )
    if against is not None and against not in groups:
        raise InputProblem(f"no group {against!r} to compare with; there are: {', '.join(groups)}")
    association.log_ratio(counts["n"], 0, counts["n"].clip(lower=1), 1)  # counts that are none are told
    pairs = _completed(counts) if absent else counts[["group", "term", "n"]]
    total = pairs.groupby("group")["n"].transform("sum")
    everywhere = pairs.groupby("term")["n"].transform("sum")
    if against is None:
        pairs = pairs.assign(n_rest=everywhere - pairs["n"], total=total, total_rest=pairs["n"].sum() - total)
    else:
        reference = pairs["n"].where(pairs["group"] == against, 0)
        n_rest = reference.groupby(pairs["term"]).transform("sum")
        pairs = pairs.assign(n_rest=n_rest, total=total, total_rest=reference.sum())
        pairs = pairs[pairs["group"] != against]
    return pairs[(pairs["n"] > 0) | (pairs["n_rest"] > 0)]


def _completed(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts with a row of 0 for every word that a group does not have."""
    wide = counts.pivot(index="group", columns="term", values="n")
    wide = wide.reindex(index=counts["group"].unique()).fillna(0).astype("int64")
    return wide.stack().rename("n").reset_index()


def _ordered(table: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    from pandas import Index

    place = Index(counts["group"].unique()).get_indexer(table["group"])
    ordered = table.assign(place=place).sort_values(
        ["place", "g2", "log_ratio", "term"], ascending=[True, False, False, True], kind="stable"
    )
    return typed("keyness", ordered)
