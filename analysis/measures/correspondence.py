"""Correspondence analysis: which groups and words go together in a table of counts, as a description."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.columns import evidence, top
from analysis.measures.evidence import sentences_of_terms
from analysis.measures.units import parts_of
from analysis.problems import Refusal
from analysis.tables import Column, InputProblem, declared, table, typed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


_NULL = 1e-12  # singular values are 1 at most and exact to some 1e-15: below this there is no dimension


class Correspondence(NamedTuple):
    """
    A correspondence analysis.

    ``inertias``: of each dimension, the largest first; their sum is χ² / n. ``rows`` and ``columns``: one row
    per group or word with its ``mass``, and per dimension the principal coordinate ``dim1`` …, its
    ``contribution1`` … (to the dimension, adding to 1) and ``quality1`` … (squared cosine: how much of the
    point the dimension shows).
    """

    inertias: pd.Series
    rows: pd.DataFrame
    columns: pd.DataFrame


def correspondence(counts: pd.DataFrame, *, dimensions: int = 2) -> Correspondence:
    """
    Simple correspondence analysis of groups × words (Benzécri 1973; Greenacre 2017).

    Description of this table, no test: near points have similar profiles, and a point of small ``quality`` is
    not where it seems to be. Signs are fixed so that the row that contributes most to a dimension is
    positive. A dimension without inertia, as there is where rows are proportional, is none.

    Parameters
    ----------
    counts
        A table with a row per group and a column per word, counts of 0 and more; rows or columns that are all
        0 must be left out.
    dimensions
        How many to keep.

    Raises
    ------
    InputProblem
        With fewer than two rows or columns, an empty row or column, or negative counts.

    Examples
    --------
    >>> import pandas as pd
    >>> smoking = pd.DataFrame([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]])
    >>> correspondence(smoking).inertias.round(6).tolist()
    [0.074759, 0.010017, 0.000414]
    """
    import pandas as pd

    table = counts.to_numpy(dtype=float)
    if min(table.shape) < 2:
        raise Refusal(f"correspondence analysis needs two groups and two words; {table.shape} came.")
    if not (np.isfinite(table).all() and (table >= 0).all()):
        raise InputProblem("counts are numbers of 0 and more.")
    if (table.sum(axis=0) == 0).any() or (table.sum(axis=1) == 0).any():
        raise InputProblem("a group or word without any count has no profile; leave it out.")
    p = table / table.sum()
    r, c = p.sum(axis=1), p.sum(axis=0)
    left, singular, right = np.linalg.svd((p - np.outer(r, c)) / np.sqrt(np.outer(r, c)), full_matrices=False)
    rank = int((singular[:-1] > _NULL).sum())
    left, singular, right = left[:, :rank], singular[:rank], right.T[:, :rank]
    most = np.abs(left).argmax(axis=0)
    signs = np.where(left[most, range(rank)] < 0, -1.0, 1.0)
    kept = min(dimensions, rank)
    return Correspondence(
        pd.Series(singular**2, index=range(1, rank + 1), name="inertia"),
        _points(counts.index, r, left * signs, singular, kept),
        _points(counts.columns, c, right * signs, singular, kept),
    )


def as_table(found: Correspondence) -> pd.DataFrame:
    """
    Groups and terms below each other, columns as in ``tables.TABLES["correspondence"]``.

    Examples
    --------
    >>> import pandas as pd
    >>> terms = ["民生", "数字", "发展"]
    >>> counts = pd.DataFrame([[4, 2, 1], [1, 3, 5], [2, 2, 9]], index=["1", "2", "3"], columns=terms)
    >>> as_table(correspondence(counts))["kind"].value_counts().to_dict()
    {'group': 3, 'term': 3}
    """
    import pandas as pd

    parts = [
        points.rename_axis("point").reset_index().assign(kind=kind)
        for kind, points in (("group", found.rows), ("term", found.columns))
    ]
    table = pd.concat(parts, ignore_index=True)
    total = found.inertias.sum() or float("nan")  # parts that are all alike have no dimension
    shares = {f"inertia{at}": found.inertias.get(at, float("nan")) / total for at in (1, 2)}
    table = table.assign(**shares, inertia=found.inertias.sum())
    missing = [column.name for column in declared("correspondence").columns[:-1] if column.name not in table]
    return typed("correspondence", table.assign(**dict.fromkeys(missing, float("nan"))))


def _points(
    names: pd.Index, mass: np.ndarray, standard: np.ndarray, singular: np.ndarray, kept: int
) -> pd.DataFrame:
    import pandas as pd

    coordinates = standard * singular / np.sqrt(mass)[:, None]
    distance = (coordinates**2).sum(axis=1)
    found: dict[str, np.ndarray] = {"mass": mass}
    for at in range(kept):
        found[f"dim{at + 1}"] = coordinates[:, at]
        found[f"contribution{at + 1}"] = standard[:, at] ** 2
        with np.errstate(divide="ignore", invalid="ignore"):
            found[f"quality{at + 1}"] = np.where(distance > _NULL, coordinates[:, at] ** 2 / distance, 0.0)
    return pd.DataFrame(found, index=names)


def correspondence_model(study: Study, *, top: int = 60) -> Correspondence:
    """The analysis of a study's chapters (or articles) and their `top` most frequent terms."""
    counts = parts_of(study.terms(study.compared_by, granularity="term"), study.compared_by)
    frequent = most_frequent(counts.groupby("term")["n"].sum(), top)
    wide = counts[counts["term"].isin(frequent)].pivot_table(
        index="group", columns="term", values="n", fill_value=0, sort=False
    )
    return correspondence(wide)


def most_frequent(counts: pd.Series, top: int) -> list[str]:
    """
    The `top` terms with the highest counts; of those that share the last place, all that fit or none.

    Where none would leave no two terms, all come.

    Examples
    --------
    >>> import pandas as pd
    >>> most_frequent(pd.Series({"发展": 9, "民生": 5, "数字": 5}), 2)
    ['发展', '民生', '数字']
    >>> most_frequent(pd.Series({"发展": 9, "改革": 8, "民生": 5, "数字": 5}), 3)
    ['发展', '改革']
    """
    ordered = counts.sort_values(ascending=False, kind="stable")
    if len(ordered) <= top:
        return list(ordered.index)
    last, first_out = ordered.iloc[top - 1], ordered.iloc[top]
    above = ordered[ordered > last]
    if last != first_out:
        above = ordered.head(top)
    elif len(above) < 2:
        above = ordered[ordered >= last]
    return list(above.index)


_DIMENSION = (
    ("dim", "principal coordinate on the dimension", ("dimension", "维度")),
    ("contribution", "share of the dimension's inertia that the point makes", ("contribution", "贡献")),
    ("quality", "squared cosine: how much of the point the dimension shows", ("quality", "质量")),
)


@table(
    "correspondence",
    row="a group or term on the map of a correspondence analysis",
    key=("point", "kind"),
    help="chapters and terms on one map, with contributions",
    options=(top(60, "the most frequent terms; of a tie at the end all or none", 2),),
    columns=(
        Column("point", "str", "the group's ordinal or the term", ("point", "点")),
        Column("kind", "str", "group or term", ("kind", "类别")),
        Column("mass", "float64", "share of all counts", ("mass", "权重")),
        *(
            Column(f"{name}{at}", "float64", meaning, (f"{en} {at}", f"{zh}{at}"))
            for at in (1, 2)
            for name, meaning, (en, zh) in _DIMENSION
        ),
        *(
            Column(
                f"inertia{at}",
                "float64",
                "share of all inertia that the dimension shows, the same in every row",
                (f"inertia {at}", f"惯量占比{at}"),
            )
            for at in (1, 2)
        ),
        Column(
            "inertia",
            "float64",
            "inertia of all dimensions, the same in every row: χ² of groups × terms divided by all counts",
            ("all inertia", "总惯量"),
        ),
        evidence("the sentences that hold the term; of a group its heading"),
    ),
)
def correspondence_of(study: Study, *, top: int = 60) -> pd.DataFrame:
    """
    Chapters and their most frequent terms on one map.

    What stands in no chapter is no point. Of terms that tie for the last place all come, or none.
    """
    table = as_table(correspondence_model(study, top=top))
    terms = sentences_of_terms(study.words("term"), table.rename(columns={"point": "term"}))
    headings = "c" + table["point"] if study.compared_by == "chapter" else table["point"]
    ids = terms["sentence_ids"].where(table["kind"] == "term", headings)
    return table.assign(sentence_ids=ids.astype("str"))
