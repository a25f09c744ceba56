"""
What the columns of every table mean: the one place where they are written.

CSV headers, Parquet types, the checks below and the reference all come from `TABLES`. Columns only ever
grow to the right; ids are text everywhere (read as numbers, ``9.1`` and ``9.10`` become one).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.tables import quality, subjects, terms
from analysis.tables.columns import SEPARATOR, Column, InputProblem, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

__all__ = ["SEPARATOR", "TABLES", "Column", "InputProblem", "Table", "build", "require", "typed"]

TABLES: dict[str, Table] = {table.name: table for table in (*terms.TABLES, *subjects.TABLES, *quality.TABLES)}


def build(name: str, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    """
    Make the table `name` from rows in the order of its columns, with the declared types.

    An empty table has the same columns and types as a full one.

    Examples
    --------
    >>> build("clusters", [("9.1", 1, "虹桥 | 贸易", 0.8)]).columns.tolist()
    ['unit_id', 'cluster', 'label', 'strength']
    """
    import pandas as pd

    table = TABLES[name]
    frame = pd.DataFrame(list(rows), columns=table.names)
    return frame.astype({column.name: column.dtype for column in table.columns})


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
    columns = [column for column in TABLES[name].columns if column.name in frame.columns]
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
    wanted = list(columns) if columns is not None else TABLES[name].names
    missing = [column for column in wanted if column not in frame.columns]
    if missing:
        raise InputProblem(
            f"a {name} table needs the column(s) {', '.join(missing)}; "
            f"came: {', '.join(map(str, frame.columns)) or 'none'}. "
            f"Study(…).{name} makes such a table."
        )
