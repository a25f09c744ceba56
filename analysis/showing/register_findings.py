"""What registers show: who is named and who never, which gaps are answered, what else is promised to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from analysis.prose import Bilingual
from analysis.showing.finding import Finding
from analysis.showing.wording import theme_names
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme

_TITLES = ("document", "work")  # kinds of what stands in title marks
_Name = TypeVar("_Name")
_NAMED = 6  # at most, of what is named one by one


def _ids(cells: pd.Series) -> list[str]:
    """All ids in the cells of a column, each once."""
    return list(dict.fromkeys(id_ for cell in cells for id_ in str(cell).split(SEPARATOR) if id_))


def named_strings(counts: Mapping[str, pd.Series]) -> Finding:
    """
    How often each of some strings stands in the text, those that never do by name.

    `counts` by sentence are of ``strings.string_counts``: what crosses two words (数据|安全有序) is none.
    """
    return Finding(
        "named_strings",
        list(dict.fromkeys(id_ for found in counts.values() for id_ in found.index)),
        used=[(text, int(found.sum())) for text, found in counts.items() if len(found)],
        absent=[text for text, found in counts.items() if found.empty],
    )


def beneficiaries_named(table: pd.DataFrame) -> Finding:
    """Which groups get something, and which of the usual ones are never named (table ``beneficiaries``)."""
    names = [Bilingual(en, zh) for en, zh in zip(table["group_en"], table["group"], strict=True)]
    named = table.assign(name=names).sort_values("n", ascending=False, kind="stable")
    named = named[named["n"] > 0]
    first = most(list(zip(named["name"], named["n"], strict=True)))
    never = [name for name, n, m in zip(names, table["n"], table["mentioned"], strict=True) if not n + m]
    return Finding(
        "beneficiaries",
        _ids(named["sentence_ids"]),
        groups=len(named),
        of=len(table),
        first=first,
        most=len(first) < len(named),
        never=never,
    )


def most(counted: Sequence[tuple[_Name, int]], named: int = _NAMED) -> list[tuple[_Name, int]]:
    """
    The most frequent few of what is counted, in order, and not some of those that stand as often.

    Where more than `named` stand as often as the first, there is no such few.

    Examples
    --------
    >>> most([("甲", 9), ("乙", 5), ("丙", 5)], 2)
    [('甲', 9)]
    """
    if len(counted) <= named or counted[named - 1][1] > counted[named][1]:
        return list(counted[:named])
    return [one for one in counted[:named] if one[1] > counted[named][1]]


def gaps_answered(table: pd.DataFrame) -> Finding:
    """How many of the services with an admitted shortfall have a goal, and measures (table ``gaps``)."""
    parts = table[table["subtheme"] != ""]
    if parts.empty:
        return Finding("no_gaps_asked")
    stages = parts.pivot(index="subtheme", columns="stage", values="n") > 0
    admitted = stages[stages["admitted"]]
    if admitted.empty:
        return Finding("no_gaps_admitted", services=len(stages))
    ids = parts.loc[(parts["stage"] == "admitted") & (parts["n"] > 0), "sentence_ids"]
    return Finding(
        "gaps_answered",
        _ids(ids),
        services=len(stages),
        admitted=len(admitted),
        goal=int(admitted["goal"].sum()),
        measure=int(admitted["measure"].sum()),
    )


def overlap(one: Theme, other: Theme, themes: pd.DataFrame) -> Finding:
    """In how many sentences two themes meet."""
    first, second = (
        dict.fromkeys(themes.loc[themes["theme"] == theme.id, "sentence_id"]) for theme in (one, other)
    )
    both = [id_ for id_ in first if id_ in second]
    names = theme_names((one, other))
    return Finding(
        "overlap",
        both,
        one=names[one.id],
        other=names[other.id],
        first=len(first),
        second=len(second),
        both=len(both),
    )


def unchecked(uncheckable: pd.DataFrame, commitments: pd.DataFrame) -> Finding:
    """How many of the sentences that promise something name no number, date or completion."""
    forward = int((commitments["mode"] == "forward").sum())
    if not forward or uncheckable.empty:
        return Finding("no_unchecked", forward=forward) if forward else Finding("no_forward")
    cannot = int(((commitments["mode"] == "forward") & ~commitments["has_target"]).sum())
    return Finding(
        "unchecked",
        uncheckable["sentence_id"],
        n=len(uncheckable),
        forward=forward,
        rest=cannot - len(uncheckable),
    )


def slogans_first(table: pd.DataFrame) -> Finding:
    """How many quoted expressions and titles there are, and those most often named (table ``slogans``)."""
    if table.empty:
        return Finding("no_slogans")
    ordered = table.sort_values("n", ascending=False, kind="stable")
    first = most(list(zip(ordered["expression"], ordered["n"], strict=True)))
    shown = ordered.head(len(first) or _NAMED)
    titles = int(table["kind"].isin(_TITLES).sum())
    return Finding(
        "slogans",
        _ids(shown["sentence_ids"]),
        quoted=len(table) - titles,
        titles=titles,
        first=first,
        most=len(first) < len(table),
    )
