"""Which terms a group has and others lack: tf-idf over counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.columns import PARTS, RATE, TERM, WHOLE_TERMS, Granularity, Parts, n_of
from analysis.measures.units import PART, parts_of
from analysis.tables import Column, InputProblem, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def tf_idf(counts: pd.DataFrame) -> pd.DataFrame:
    """
    Add ``tf_idf`` to a count table: the term's rate in the group × ln(groups / groups with the term).

    The plain variant (ntn over rates; Spärck Jones 1972, Manning et al. 2008 §6.2), no smoothing: a term
    that every group uses scores 0. `counts` must hold all groups to be compared and at least two of them.
    Sorted by group as they come, highest first. It says what sets a group apart from the others here, not
    what matters in policy.

    Raises
    ------
    InputProblem
        With fewer than two groups: nothing to be told apart.

    Examples
    --------
    >>> from analysis.tables import build
    >>> counts = build("terms", [("1", "民生", 2, 20.0), ("1", "发展", 3, 30.0), ("2", "发展", 1, 10.0)])
    >>> tf_idf(counts)["tf_idf"].round(2).tolist()
    [13.86, 0.0, 0.0]
    """
    require(counts, "terms", ["group", "term", "n", "rate"])
    counts = counts.drop(columns="sentence_ids", errors="ignore")
    groups = counts["group"].nunique()
    if groups < 2:
        raise InputProblem(f"tf-idf compares groups and {groups} came; count by chapter or article.")
    spread = counts.groupby("term")["group"].transform("nunique")
    table = counts.assign(tf_idf=counts["rate"] * np.log(groups / spread))
    order = {group: place for place, group in enumerate(counts["group"].unique())}
    table = table.assign(order=table["group"].map(order))
    table = table.sort_values(["order", "tf_idf", "term"], ascending=[True, False, True], kind="stable")
    return table.drop(columns="order").reset_index(drop=True)


@table(
    "tf_idf",
    row="a term in a group, weighed by how many groups have it",
    key=("group", "term"),
    help="counts with tf-idf by chapter or article, the highest of each group first",
    options=(PARTS, WHOLE_TERMS),
    columns=(
        PART,
        TERM,
        n_of("occurrences in the group"),
        RATE,
        Column("tf_idf", "float64", "rate × ln(groups / groups with the term)", ("tf-idf", "tf-idf")),
    ),
)
def tf_idf_of(study: Study, by: Parts | None = None, *, granularity: Granularity = "term") -> pd.DataFrame:
    """
    Counts with tf-idf by chapter (by article where there are none), the highest of each group first.

    What stands in no chapter (or article) is no group and counts for none.
    """
    by = by or study.compared_by
    return tf_idf(parts_of(study.terms(by, granularity=granularity), by))
