"""What follows from the register: the reference of all tables, and the methods of a study."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Any

from analysis.tables import Column, Option, Table

_WIDTH = 110  # of a line of the source, as pyproject.toml has it


def markdown(tables: Iterable[Table]) -> str:
    """
    The reference as Markdown: what one row of each table is, its columns, its options.

    Examples
    --------
    >>> from analysis.tables import TABLES, declared
    >>> print(markdown([declared("ngrams")]).splitlines()[0])
    ## ngrams
    """
    return "\n".join(_section(table) for table in tables)


def _section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [
        f"## {table.name}",
        "",
        f"One row is {table.row}. Rows are told apart by {key}. Command: `{table.command}`: {table.help}.",
        "",
        "| column | type | meaning | head | 列名 |",
        "|---|---|---|---|---|",
        *(_column(column) for column in table.columns),
        *(_column(column, " (with `--all-measures`)") for column in table.extra),
        "",
    ]
    if table.options:
        lines += ["| option | meaning |", "|---|---|", *(_option(option) for option in table.options), ""]
    return "\n".join(lines)


def _column(column: Column, when: str = "") -> str:
    cells = (f"`{column.name}`", column.dtype, column.meaning + when, *column.head)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _option(option: Option) -> str:
    value = "" if option.kind is bool else f" {'/'.join(option.choices) or option.metavar or 'VALUE'}"
    return f"| `--{flag(option)}{value}` | {option.help} |"


def flag(option: Option) -> str:
    """An option's name on the command line."""
    return (option.flag or option.name).replace("_", "-")


def commands(tables: Iterable[Table], others: Mapping[str, str]) -> str:
    """The commands with what they give, as a Markdown table; `others` are those that make no table."""
    rows = [f"| `{name}` | {text} | |" for name, text in others.items()]
    for table in tables:
        options = " ".join(f"`--{flag(option)}`" for option in table.options)
        rows.append(f"| `{table.command}` | {table.help} | {options or ''} |")
    return "\n".join(["| command | gives | options |", "|---|---|---|", *rows])


# --- the methods of a study --------------------------------------------------------------------------------

_SAID = "Made from the register by ``make generated``: do not edit."

_ASKED = f'''"""
What a table of a study is asked by.

{_SAID}
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class Asked(ABC):
    """Something that makes tables by their names."""

    @abstractmethod
    def table(self, name: str, **options: Any) -> pd.DataFrame:
        """The table `name`, made with these options."""
'''

_FLOOR = '''"""
The tables of ``analysis.{floor}`` as methods of a study.

{said}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from analysis.study_tables.asked import Asked

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


class {name}(Asked):
    """Each method makes the table of its name."""
'''

_ALL = '''"""
The tables of the register as methods of a study, typed, so that editors and type checkers know them.

{said}
"""

{imports}


class StudyTables({names}):
    """What a study can be asked for."""
'''


def study_methods(tables: Iterable[Table]) -> dict[str, str]:
    """The sources of the classes that give a study its methods, one for each floor, by module."""
    floors: dict[str, list[Table]] = {}
    for table in tables:
        if table.make is not None:
            floors.setdefault(_floor(table), []).append(table)
    names = {floor: f"{floor.title()}Tables" for floor in sorted(floors)}
    imports = [f"from analysis.study_tables.{floor} import {name}" for floor, name in names.items()]
    return {
        "__init__": _ALL.format(said=_SAID, imports="\n".join(imports), names=", ".join(names.values())),
        "asked": _ASKED,
        **{floor: _floor_source(floor, name, floors[floor]) for floor, name in names.items()},
    }


def _floor(table: Table) -> str:
    assert table.make is not None
    return table.make.__module__.split(".")[1]


def _floor_source(floor: str, name: str, tables: Iterable[Table]) -> str:
    head = _FLOOR.format(floor=floor, said=_SAID, name=name)
    return head + "".join(_method(table) for table in tables)


def _method(table: Table) -> str:
    assert table.make is not None
    documented = inspect.getdoc(table.make) or ""
    lines = [part for line in documented.splitlines() for part in wrap(line, _WIDTH - 8) or [""]]
    body = "\n".join(f"        {line}".rstrip() for line in lines).strip()
    short = "\n" not in body and len(body) <= _WIDTH - 14
    doc = f'"""{body}"""' if short else f'"""\n        {body}\n        """'
    if table.attribute:
        head, call = f"    @property\n    def {table.name}(self)", ""
    else:
        head, call = f"    def {table.name}(self{_parameters(table)})", _call(table)
    return f'\n{head} -> pd.DataFrame:\n        {doc}\n        return self.table("{table.name}"{call})\n'


def _call(table: Table) -> str:
    return "".join(f", {option.name}={option.name}" for option in table.options)


def _parameters(table: Table) -> str:
    """As the maker has them, typed by the options."""
    assert table.make is not None
    known = {option.name: option for option in table.options}
    made, keyword = [], False
    for name, parameter in list(inspect.signature(table.make).parameters.items())[1:]:
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not keyword:
            keyword = True
            made.append("*")
        default = "" if parameter.default is inspect.Parameter.empty else f" = {parameter.default!r}"
        made.append(f"{name}: {_type(known[name], parameter.default)}{default}")
    return "".join(f", {one}" for one in made)


def _type(option: Option, default: Any) -> str:
    if option.choices:
        name = f"Literal[{', '.join(map(repr, option.choices))}]"
    else:
        kinds: dict[type, str] = {tuple: "Sequence[str]", object: "Study"}
        name = kinds.get(option.kind, option.kind.__name__)
    return f"{name} | None" if default is None else name
