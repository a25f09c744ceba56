"""The words that actions and modes are told by, as their files in ``corpus/lexicon/`` write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from analysis.resources import folder
from analysis.tables import InputProblem
from analysis.words.lexicon_tables import lines_of

LEVELS = ("1", "2", "3", "stance", "result")
OBJECTS = ("", "clause", "action", "ability", "name")
MANNERS = ("", "1", "3")


@dataclass(frozen=True, slots=True)
class Words:
    """
    Words with a value each, the longest of which is found at a place in a text.

    Examples
    --------
    >>> words = Words({"建立": "2", "建立健全": "2"})
    >>> words.at("要建立健全制度", 1), words.at("要建立健全制度", 0)
    ('建立健全', '')
    """

    values: Mapping[str, str]
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        lengths = tuple(sorted({len(word) for word in self.values}, reverse=True))
        object.__setattr__(self, "lengths", lengths)

    def at(self, text: str, start: int) -> str:
        """The longest word that begins at `start`; empty when none does."""
        for length in self.lengths:
            if (word := text[start : start + length]) in self.values:
                return word
        return ""


@dataclass(frozen=True, slots=True)
class ActionLists:
    """
    Verbs of policy by level, those that are nouns as often, and the manner words before them.

    The level of a verb is 1 (tries, encourages), 2 (does), 3 (binds), ``stance`` (says by what one goes) or
    ``result`` (says what comes of it); that of a manner is 1 (努力), 3 (必须) or empty.
    """

    verbs: Words
    nouns: frozenset[str]
    manners: Words
    objects: Mapping[str, str] = field(default_factory=dict)
    duties: ActionLists | None = None

    @property
    def of_rules(self) -> ActionLists:
        """The lists with the verbs that only what a rule calls for is worded by (应当公示, 不得低于)."""
        return self.duties or self

    @property
    def entries(self) -> list[object]:
        """All that is listed, in an order of its own, for a hash over it."""
        lists = (self.verbs.values, self.manners.values, self.objects)
        more = self.duties.entries if self.duties else []
        return [*(sorted(one.items()) for one in lists), sorted(self.nouns), *more]

    def takes(self, verb: str) -> str:
        """What a verb takes: a clause, another action, an ability, a name; empty for any object."""
        return self.objects.get(verb, "")


def read_rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """
    The rows of a table with these columns (others may stand beside them).

    Raises
    ------
    InputProblem
        When there is no such file, a column is missing, or the first cell of a row is empty or there twice.
    """
    lines = [(line, cells) for line, cells in lines_of(path) if any(cells)]
    header = lines[0][1] if lines else []
    if missing := [column for column in columns if column not in header]:
        raise InputProblem(
            f"{path.name}:1: the first line must name the columns {', '.join(columns)}; "
            f"missing: {', '.join(missing)}. Add them."
        )
    rows = [dict(zip(header, [*cells, *[""] * len(header)], strict=False)) for _, cells in lines[1:]]
    seen: set[str] = set()
    for (line, _), row in zip(lines[1:], rows, strict=True):
        entry = row[columns[0]]
        if not entry or entry in seen:
            raise InputProblem(
                f"{path.name}:{line}: {f'{entry} stands there twice' if entry else 'an empty cell came'}; "
                f"each row needs a {columns[0]} of its own. Mend that row."
            )
        seen.add(entry)
    return rows


def one_of(path: Path, rows: Iterable[Mapping[str, str]], column: str, choices: tuple[str, ...]) -> None:
    """
    Check that a column holds one of `choices` in every row.

    Raises
    ------
    InputProblem
        Names the file, the row and the choices.
    """
    for row in rows:
        if row[column] not in choices:
            either = ", ".join(choice or "empty" for choice in choices)
            raise InputProblem(
                f"{path.name}: {column} of {next(iter(row.values()))} is {row[column]!r}; "
                f"it must be one of: {either}."
            )


def load_actions(
    actions: Path | None = None,
    manners: Path | None = None,
) -> ActionLists:
    """
    The lists in ``actions.tsv`` and ``manners.tsv``, or in files of your own of the same form.

    With either come the verbs of ``duties.tsv``, which only rules are read by.

    Raises
    ------
    InputProblem
        When a file cannot be used; it says where and why.

    Examples
    --------
    >>> lists = load_actions()
    >>> lists.verbs.values["落实"], lists.verbs.values["探索"], lists.manners.values["努力"]
    ('3', '1', '1')
    """
    if actions is None and manners is None:
        return _shipped()
    home = folder("corpus") / "lexicon"
    return _loaded(actions or home / "actions.tsv", manners or home / "manners.tsv")


@cache
def _shipped() -> ActionLists:
    home = folder("corpus") / "lexicon"
    return _loaded(home / "actions.tsv", home / "manners.tsv")


def _loaded(actions: Path, manners: Path) -> ActionLists:
    verbs = read_rows(actions, ("action", "level", "also_noun"))
    one_of(actions, verbs, "level", LEVELS)
    one_of(actions, verbs, "also_noun", ("0", "1"))
    one_of(actions, [row for row in verbs if "takes" in row], "takes", OBJECTS)
    ways = read_rows(manners, ("manner", "level"))
    one_of(manners, ways, "level", MANNERS)
    plain = ActionLists(
        Words({row["action"]: row["level"] for row in verbs}),
        frozenset(row["action"] for row in verbs if row["also_noun"] == "1"),
        Words({row["manner"]: row["level"] for row in ways}),
        {row["action"]: row["takes"] for row in verbs if row.get("takes")},
    )
    return replace(plain, duties=_with_duties(plain, folder("corpus") / "lexicon" / "duties.tsv"))


def _with_duties(plain: ActionLists, path: Path) -> ActionLists:
    """The lists with the verbs of duties, all of which do something (level 2), as 应当符合 does."""
    rows = read_rows(path, ("duty", "also_noun", "takes"))
    one_of(path, rows, "also_noun", ("0", "1"))
    one_of(path, rows, "takes", OBJECTS)
    return replace(
        plain,
        verbs=Words({**plain.verbs.values, **{row["duty"]: "2" for row in rows}}),
        nouns=plain.nouns | {row["duty"] for row in rows if row["also_noun"] == "1"},
        objects={**{row["duty"]: row["takes"] for row in rows}, **plain.objects},
    )
