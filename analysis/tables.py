"""
The register: a table says itself what it is, what may be asked of it, and how a study makes it.

Each table is declared once, beside the function that makes it. `Study`, the command line and its help, the
checks of options, CSV headers, Parquet types, the heads that people read and the reference all come from
there. Columns only ever grow to the right; ids are text everywhere (read as numbers, ``9.1`` and ``9.10``
become one).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from analysis.problems import InputProblem, at_least, either, shown

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "SEPARATOR",
    "TABLES",
    "Column",
    "InputProblem",
    "Option",
    "Table",
    "at_least",
    "build",
    "declared",
    "describe",
    "head_of",
    "require",
    "shown",
    "table",
    "typed",
]

SEPARATOR = " | "  # joins several values in one cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, pandas type (``str``, ``int64``, ``float64``, ``bool``), meaning, and heads."""

    name: str
    dtype: str
    meaning: str
    head: tuple[str, str] = ("", "")  # English, Chinese; the name where there is none


@dataclass(frozen=True, slots=True)
class Option:
    """
    What may be asked of a table: a keyword of its maker, and an option of its command.

    `kind` is ``str``, ``int``, ``float``, ``bool``, ``tuple`` (words parted by commas on the command line) or
    ``object`` (another study; on the command line a file). `least` is the smallest number that makes sense,
    `within` what it must lie between.
    """

    name: str
    help: str
    kind: type = str
    choices: tuple[str, ...] = ()
    least: int | None = None
    within: tuple[float, float] | None = None
    default: Any = None
    required: bool = False
    flag: str = ""  # on the command line, where it is not the name
    metavar: str = ""

    def check(self, value: Any) -> Any:
        """
        The value as the maker gets it.

        Raises
        ------
        InputProblem
            When it is none of the choices or too small.

        Examples
        --------
        >>> Option("by", "groups to compare", choices=("chapter", "article")).check("chapter")
        'chapter'
        """
        if value is None and not self.required:
            return None
        if self.choices and value not in self.choices:
            raise InputProblem(f"{self.name} must be {either(self.choices)}; {value!r} came.")
        if self.least is not None:
            at_least(self.least, **{self.name: value})
        if self.within is not None and not self.within[0] < value < self.within[1]:
            raise InputProblem(
                f"{self.name} must be above {self.within[0]:g} and below {self.within[1]:g}; {value} came."
            )
        return tuple(value) if self.kind is tuple else value


Maker = Callable[..., "pd.DataFrame"]
_Maker = TypeVar("_Maker", bound=Maker)


@dataclass(frozen=True, slots=True)
class Table:
    """
    A table: its name, what one row is, the columns that identify a row, all its columns, and how it is made.

    `make` takes a study and the options; `attribute` says that ``study.NAME`` is the table itself, not a
    call. A table without a maker is made elsewhere (by a batch) and only described here. Columns that are
    `extra` follow the others only where the option ``all_measures`` asks for them. `when_empty` takes what
    `make` does; it says in a line why there is no row, which the command line tells. So does `left_out`, of
    the rows that are not shown though they could be: "" where there are none.
    """

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    help: str = ""
    options: tuple[Option, ...] = ()
    make: Maker | None = None
    attribute: bool = False
    more: bool = False  # columns beyond those declared may follow
    extra: tuple[Column, ...] = ()
    when_empty: Callable[..., str] | None = None
    left_out: Callable[..., str] | None = None

    @property
    def names(self) -> list[str]:
        """Names of the columns that it always has, in their order."""
        return [column.name for column in self.columns]

    @property
    def extra_names(self) -> list[str]:
        """Names of the columns that are there when asked for."""
        return [column.name for column in self.extra]

    @property
    def command(self) -> str:
        """The name of its command."""
        return self.name.replace("_", "-")

    def checked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """
        All options with their values, defaults where nothing was given.

        Raises
        ------
        InputProblem
            For an option that the table does not have, or a value that makes no sense.
        """
        known = {option.name: option for option in self.options}
        if unknown := [name for name in given if name not in known]:
            there = f"it has: {', '.join(known)}" if known else "it has none"
            raise InputProblem(f"the table {self.name} has no option {', '.join(unknown)}; {there}.")
        values = {name: given.get(name, option.default) for name, option in known.items()}
        if missing := [name for name, value in values.items() if value is None and known[name].required]:
            raise InputProblem(f"the table {self.name} needs {', '.join(missing)}.")
        return {name: known[name].check(value) for name, value in values.items()}


TABLES: dict[str, Table] = {}


def describe(described: Table) -> Table:
    """
    Enter a table into the register.

    Raises
    ------
    ValueError
        When another table has the name: two modules would write one.
    """
    if described.name in TABLES and TABLES[described.name].make is not described.make:
        raise ValueError(f"the table {described.name} is declared twice")
    TABLES[described.name] = described
    return described


def table(name: str, **described: Any) -> Callable[[_Maker], _Maker]:
    """Enter the function below as the maker of the table `name`; `described` are the fields of `Table`."""

    def enter(make: _Maker) -> _Maker:
        help_ = described.pop("help", "") or _summary(make).rstrip(".")
        describe(Table(name, make=make, help=help_, **described))
        return make

    return enter


def _summary(make: Callable[..., Any]) -> str:
    """The first paragraph of what a maker says of itself, in one line."""
    return " ".join((make.__doc__ or "").strip().split("\n\n")[0].split())


def head_of(name: str, table: str | None = None) -> tuple[str, str]:
    """
    The head of a column for people, English and Chinese: as `table` has it, else as most tables have it.

    Examples
    --------
    >>> head_of("chapter"), head_of("n", "cluster_chapters"), head_of("n")
    (('chapter', '章'), ('paragraphs', '段数'), ('n', '次数'))
    """
    heads = {
        one.name: column.head
        for one in _all().values()
        for column in (*one.columns, *one.extra)
        if column.name == name
    }
    if table in heads:
        return heads[table]
    return Counter(heads.values()).most_common(1)[0][0] if heads else (name, name)


def _all() -> dict[str, Table]:
    """The register when every module that declares a table has been imported."""
    import_module("analysis.study")
    return TABLES


def declared(name: str) -> Table:
    """
    The declaration of a table.

    The modules that declare tables are imported when one is asked for that none has declared so far.

    Raises
    ------
    InputProblem
        When there is no such table; it names those that there are.
    """
    if name not in TABLES and name not in _all():
        raise InputProblem(f"no table {name!r}; there are: {', '.join(sorted(TABLES))}")
    return TABLES[name]


def build(name: str, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """
    Make the table `name` from rows in the order of its columns, with the declared types.

    An empty table has the same columns and types as a full one. Rows may come without the sentences behind
    them, where these stand last: they are added later.

    Examples
    --------
    >>> build("clusters", [("9.1", 1, "虹桥 | 贸易", 0.8, 0.9, "stable")]).columns.tolist()
    ['unit_id', 'cluster', 'label', 'strength', 'jaccard', 'verdict']
    """
    import pandas as pd

    columns, given = declared(name).columns, list(rows)
    if given and columns[-1].name == "sentence_ids" and len(given[0]) == len(columns) - 1:
        columns = columns[:-1]
    frame = pd.DataFrame(given, columns=[column.name for column in columns])
    return frame.astype({column.name: column.dtype for column in columns})


def typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """
    The columns of table `name` that `frame` has, in the table's order and with the declared types.

    For tables whose last columns (evidence) are added later.

    Examples
    --------
    >>> import pandas as pd
    >>> typed("clusters", pd.DataFrame({"cluster": [1.0], "unit_id": ["9.1"], "other": [0]})).columns.tolist()
    ['unit_id', 'cluster']
    """
    described = declared(name)
    columns = [column for column in (*described.columns, *described.extra) if column.name in frame.columns]
    chosen = frame[[column.name for column in columns]].reset_index(drop=True)
    return chosen.astype({column.name: column.dtype for column in columns})


def require(frame: pd.DataFrame, name: str, columns: Iterable[str] | None = None) -> None:
    """
    Check that `frame` has the columns of table `name` (or those named in `columns`).

    Raises
    ------
    InputProblem
        Names the missing columns, those that came, and what makes such a table.

    Examples
    --------
    >>> require(build("clusters", []), "clusters")
    """
    wanted = list(columns) if columns is not None else declared(name).names
    missing = [column for column in wanted if column not in frame.columns]
    if missing:
        raise InputProblem(
            f"a {name} table needs the column(s) {', '.join(missing)}; "
            f"came: {', '.join(map(str, frame.columns)) or 'none'}. "
            f"Study(…).{name} makes such a table."
        )
