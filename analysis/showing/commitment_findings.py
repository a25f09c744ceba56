"""Findings about what a document looks back on, what it promises, and what of it can be checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from analysis.judgements.quantity_kinds import measures as is_measure
from analysis.showing.finding import Finding
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

_FIRST = 3  # figures told in words
_GROWS = {"up": "增长", "down": "下降"}
_RATES = ("涨幅", "增幅", "降幅", "增速", "增长率", "增长速度", "下降率")  # of growth itself
_EACH_YEAR = re.compile("年均[增降下]?[长降]?(?:速度)?(?:达到?)?$")
_COUNTED = r"\d+[个项件类种]"  # in digits, not 三大
_YEAR = r"^((?:19|20)\d\d)(?:$|-)"  # of a date's value


def looking(modes: pd.DataFrame) -> Finding:
    """How many sentences look ahead, back and at the situation."""
    n = modes.groupby("mode")["n"].sum()
    if not n.sum():
        return Finding("no_modes")
    return Finding(
        "looking",
        of=n.sum(),
        forward=n["forward"],
        backward=n["backward"],
        situation=n["situation"],
        other=n["other"],
    )


def firm_words(firmness: pd.DataFrame) -> Finding:
    """Of what is ahead: how much is bound by its words, how much can be checked, how much is both."""
    n = firmness.set_index(["wording", "has_target"])
    total = int(firmness["n"].sum())
    if not total:
        return Finding("no_forward")
    ids = SEPARATOR.join(text for text in firmness.loc[firmness["has_target"], "sentence_ids"] if text)
    binding, empty = int(n.loc[3, "n"].sum()), int(n.loc[(3, False), "n"])
    bare = binding == empty > 1
    return Finding(
        "firm_words",
        ids.split(SEPARATOR) if ids else [],
        forward=total,
        binding=binding,
        empty=0 if bare else empty,
        bare=bare,
        checkable=firmness.loc[firmness["has_target"], "n"].sum(),
        encouraging=n.loc[1, "n"].sum(),
    )


def measures(targets: pd.DataFrame) -> pd.DataFrame:
    """
    The rows of the ledger that measure something: no dates, ranks, names, nor few things listed (三大).

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("三大", "3", "", "count", False), ("70家", "70", "家", "count", False)]
    >>> table = pd.DataFrame(rows, columns=["expression", "value", "unit", "kind", "in_name"])
    >>> measures(table)["expression"].tolist()
    ['70家']
    """
    columns = zip(*(targets[name] for name in ("kind", "unit", "value", "expression")), strict=True)
    counted = np.array([is_measure(*one) for one in columns], dtype=bool)
    if "status" in targets:  # 5项指标未完成 says how many, few as they are
        counted |= (targets["status"] == "diagnosed") & targets["expression"].str.match(_COUNTED)
    return targets[~targets["in_name"] & counted]


def figures_told(targets: pd.DataFrame, sentences: pd.DataFrame) -> Finding:
    """
    How many figures are results, how many are promised; the first of those promised, 年均 with them, of one
    year where most are.
    """
    measured = measures(targets)
    promised = measured[measured["status"] == "promised"]
    if measured.empty:
        return Finding("no_figures")
    year, told = _of_one_year(promised)
    columns = told[["indicator", "expression", "kind", "direction"]].head(_FIRST)
    yearly = _of_each_year(told.head(_FIRST), sentences)
    return Finding(
        "figures_told",
        list(dict.fromkeys([*told["sentence_id"], *promised["sentence_id"]])),
        figures=len(measured),
        achieved=(measured["status"] == "achieved").sum(),
        diagnosed=(measured["status"] == "diagnosed").sum(),
        promised=len(promised),
        other=(measured["status"] == "none").sum(),
        first=[_told(*row) for row in columns.assign(yearly=yearly).itertuples(index=False, name=None)],
        of_year=year,
        among=len(columns) < len(told),
    )


def _of_one_year(figures: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    """The year that most figures are of, when they are most of all, and these; no year and all otherwise."""
    if "period" not in figures:
        return [], figures
    years = figures.loc[figures["period"].str.isdigit(), "period"].value_counts()
    if years.empty or 2 * years.iloc[0] <= len(figures):
        return [], figures
    return [str(years.index[0])], figures[figures["period"] == years.index[0]]


def periods_told(targets: pd.DataFrame) -> Finding:
    """Of which years the promised figures are, of how many more than one, of how many nothing says."""
    measured = measures(targets)
    period = measured.loc[measured["status"] == "promised", "period"]
    years = period[period.str.isdigit()].value_counts().sort_index()
    if period.empty:
        return Finding("no_promised_figures")
    return Finding(
        "periods_told",
        promised=len(period),
        years=list(years.items()),
        several=(period == "several").sum(),
        untold=(period == "").sum(),
    )


def _of_each_year(figures: pd.DataFrame, sentences: pd.DataFrame) -> list[bool]:
    """Whether 年均 stands right before each figure: a mean of several years, and no year's own."""
    texts = sentences.set_index("sentence_id")[["text", "start"]]
    rows = zip(figures["sentence_id"], figures["start"], strict=True)
    before = (texts.at[id_, "text"][: max(0, start - texts.at[id_, "start"])] for id_, start in rows)
    return [_EACH_YEAR.search(text) is not None for text in before]


def _told(indicator: str, expression: str, kind: str, direction: str, yearly: bool) -> str:
    """A figure with what it measures; growth says that it is one (5%左右 alone reads as a level)."""
    grows = kind == "growth" and expression[:1].isdigit() and not indicator.endswith(_RATES)
    told = f"{_GROWS.get(direction, '') if grows else ''}{expression}"
    return f"{indicator} {'年均' if yearly else ''}{told}".strip()


def years_ahead(targets: pd.DataFrame, *, written: int = 0) -> Finding:
    """
    The years that the document looks to, and by which of them a figure that measures something is due.

    Years before that in which it was `written` are not ahead.
    """
    dates = targets[(targets["kind"] == "date") & (targets["status"] == "promised") & ~targets["in_name"]]
    year = dates["value"].str.extract(_YEAR, expand=False)
    named = dates.assign(year=year).dropna(subset="year").drop_duplicates(["year", "sentence_id"])
    named = named[named["year"].astype("int64") >= written]
    if named.empty:
        return Finding("no_years")
    counted = measures(targets)
    deadlines = counted.loc[counted["status"] == "promised", "deadline"]
    beside = named[named["expression"].str.lstrip("到至").isin(set(deadlines))]
    times = named.groupby("year").size()
    ids = named["sentence_id"].unique().tolist()
    if deadlines.empty:
        return Finding("years_ahead_alone", ids, years=list(times.items()))
    return Finding(
        "years_ahead",
        ids,
        years=list(times.items()),
        beside=sorted(beside["year"].unique()),
        due=int(deadlines.isin(beside["expression"].str.lstrip("到至")).sum()),
        promised=len(deadlines),
    )
