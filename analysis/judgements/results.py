"""
Last year's result beside this year's target of the same indicator; with an earlier report also what was
done against what was planned.

A pair is one indicator in one unit and one kind of figure (a share beside a share, growth beside growth), and
of one year: what is of five years, or of prices of another kind, is no pair. Where it cannot be said
whether a plan was met, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.judgements.figure_facts import Figure, figures, in_table, is_national
from analysis.judgements.place_mentions import home_of
from analysis.tables import Column, InputProblem, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_LABEL = re.compile(
    r"[一二两三四五六七八九十百\d]{1,3}大"
)  # 十大产业: the same ones in both years, counted in neither
_SETS = frozenset("个条类")  # measures of things that are told apart
_Key = tuple[str, str, str, bool, int]


def _keyed(found: Iterable[Figure], status: str, later: int) -> dict[_Key, Figure]:
    """The first figure of each indicator, unit, kind and year with this status, years put `later`."""
    first: dict[_Key, Figure] = {}
    for one in found:
        if one.status == status and one.period.isdecimal() and not _LABEL.fullmatch(one.expression):
            key = (one.indicator, one.unit, one.kind, one.added, int(one.period) + later)
            first.setdefault(key, one)
    return first


def pairs(results: Iterable[Figure], targets: Iterable[Figure], *, later: int) -> list[tuple[Figure, Figure]]:
    """Results beside targets of the same indicator, unit and kind; of the same year, or so much `later`."""
    achieved, promised = _keyed(results, "achieved", later), _keyed(targets, "promised", 0)
    found = [(achieved[key], target) for key, target in promised.items() if key in achieved]
    pairs_ = [(one, target) for one, target in found if one.prices == target.prices]
    return [pair for pair in pairs_ if not (later and _same_set(*pair))]  # against a plan it is met


def _same_set(one: Figure, target: Figure) -> bool:
    """Whether both numbers tell of one set that is dealt with in both years: 13个先进制造业集群."""
    set_ = one.kind == "count" and one.unit in _SETS and not one.added
    return set_ and (one.value, one.comparator) == (target.value, target.comparator)


def met(result: Figure, target: Figure) -> str:
    """
    Whether a result meets a target: ``yes``, ``no``, or nothing where that cannot be said (about, ranges).

    Examples
    --------
    >>> def figure(value, bound="exactly", direction=""):
    ...     return Figure("就业", "人", "count", value, value, bound, direction, "", "1", "2025", "", "")
    >>> met(figure("110"), figure("100", "at_least")), met(figure("110"), figure("100", "at_most"))
    ('yes', 'no')
    >>> met(figure("110"), figure("100;120"))
    ''
    """
    try:
        reached, planned = float(result.value), float(target.value)
    except ValueError:
        return ""
    if result.comparator not in ("exactly", "more_than", "at_least") or result.direction != target.direction:
        return ""
    grows = target.comparator == "exactly" and target.direction in ("up", "down")
    if target.comparator in ("at_least", "more_than") or grows:
        return "yes" if reached >= planned else "no" if result.comparator == "exactly" else ""
    if target.comparator in ("at_most", "less_than") and result.comparator == "exactly":
        return "yes" if reached <= planned else "no"
    return "yes" if target.comparator == "exactly" and reached == planned == round(planned, 6) else ""


def _check(study: Study, against: Study) -> None:
    """
    Check that a document can have planned what another reports.

    Raises
    ------
    InputProblem
        When it is no earlier one, or of another place.
    """
    written = study.document.year
    planned = against.document.year
    told = f"{against.document.title or against.document.id} is of {planned or 'no year that it says'}"
    if not written or not planned or planned >= written:
        raise InputProblem(
            f"--against needs an earlier report than this one, of {written or 'no year that it says'};"
            f" {told}. Name one of an earlier year."
        )
    here, there = home_of(study.document)[0], home_of(against.document)[0]
    if here != there:
        raise InputProblem(
            f"--against needs a report of the same place; this is of {here or 'no place that it says'}, "
            f"that of {there or 'no place that it says'}."
        )


def _figures(study: Study) -> list[Figure]:
    """The figures of a document's sentences, then those of its tables of indicators."""
    found = figures(study.document, study.targets(), study.counted_sentences)
    national = is_national(study.document)
    rows = study.table("indicators").itertuples(index=False)
    return [*found, *(in_table(row, national=national) for row in rows)]


def _none(study: Study, *, against: Study | None = None) -> str:
    """Why there is no row."""
    if not study.document.year:
        return "it does not say of which year it is, so that no result is known to be last year's."
    return "no indicator has a result of one year and a target of the year that belongs to it."


@table(
    "results",
    row="an indicator with a result and a target in the same unit",
    key=("indicator", "unit", "kind", "target_id"),
    help="last year's result beside this year's target; with --against done against planned",
    when_empty=_none,
    options=(
        Option(
            "against", "the earlier report in which the targets stand", kind=object, metavar="FILE"
        ),
    ),
    columns=(
        Column("indicator", "str", "what is measured, by one name", ("indicator", "指标")),
        Column("unit", "str", "of both, ratio for shares", ("unit", "单位")),
        Column("kind", "str", "count, proportion or growth", ("kind", "类型")),
        Column("result_year", "str", "the year of the result", ("result of", "实绩年份")),
        Column("result", "str", "its value", ("result", "实绩")),
        Column("result_expression", "str", "as written", ("result as written", "实绩原文")),
        Column("result_id", "str", "the sentence where it stands", ("result in", "实绩所在句")),
        Column("target_year", "str", "the year of the target", ("target of", "目标年份")),
        Column("target", "str", "its value", ("target", "目标")),
        Column("target_expression", "str", "as written", ("target as written", "目标原文")),
        Column(
            "target_id", "str", "the sentence where it stands, of the earlier report with --against",
            ("target in", "目标所在句"),
        ),
        Column("prices", "str", "comparable, nominal, or empty where not said", ("prices", "价格口径")),
        Column("aim", "str", "预期性 or 约束性, where the target's place says so", ("aim", "指标性质")),
        Column(
            "met", "str", "with --against: yes, no, or empty where it cannot be said", ("met", "是否完成")
        ),
    ),
)  # fmt: skip
def results_of(study: Study, *, against: Study | None = None) -> pd.DataFrame:
    """Last year's result beside this year's target, or beside the target that an earlier report set."""
    if against is not None:
        _check(study, against)
    here = _figures(study) if study.document.year else []
    there = here if against is None else _figures(against)
    year = str(study.document.year)
    due = [one for one in there if against is not None or one.period == year]
    return build(
        "results",
        (
            (
                target.indicator, target.unit, target.kind,
                result.period, result.value, result.expression, result.sentence_id,
                target.period, target.value, target.expression, target.sentence_id,
                target.prices, target.aim, met(result, target) if against is not None else "",
            )
            for result, target in pairs(here, due, later=int(against is None))
        ),
    )  # fmt: skip
