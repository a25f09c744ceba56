"""Tables to CSV, JSON or Parquet: whole files or none, and nothing in a CSV that a spreadsheet would run."""

from __future__ import annotations

import codecs
import csv
import io
import json
import math
from typing import TYPE_CHECKING, Literal

from analysis.tables import InputProblem

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["csv", "json", "parquet"]
FORMATS: tuple[Format, ...] = ("csv", "json", "parquet")

_WHOLE = 100_000  # from here on six digits would cut what stands before the point

# A cell that begins so may be run as a formula; some programs read the full-width signs alike.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def escape_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """
    Put an apostrophe before text cells that a spreadsheet would take for a formula.

    Examples
    --------
    >>> import pandas as pd
    >>> escape_formulas(pd.DataFrame({"token": ["民生", "=1+1", "+"]}))["token"].tolist()
    ['民生', "'=1+1", "'+"]
    """
    table = table.copy()
    for name in table.select_dtypes(include=["str", "object"]).columns:
        runs = table[name].astype("str").str.startswith(_RUNS)
        table[name] = table[name].where(~runs, "'" + table[name].astype("str"))
    return table


def encode(table: pd.DataFrame, format: Format, *, mark: bool = False, short: bool = False) -> bytes:
    """
    The table as bytes: CSV (formulas escaped), JSON (an array of rows) in UTF-8, or Parquet.

    JSON and Parquet are lossless; numbers that are none or infinite are null in JSON, which knows no others.
    Parquet needs pyarrow, which is an optional extra. With `mark` a CSV begins with a byte order mark,
    without which spreadsheets take Chinese for something else; with `short` its fractions have six digits.

    Examples
    --------
    >>> import pandas as pd
    >>> encode(pd.DataFrame({"n": [1]}), "csv")
    b'n\\n1\\n'
    """
    if format == "csv":
        written = escape_formulas(_shortened(table) if short else table)
        return (codecs.BOM_UTF8 if mark else b"") + _csv(written)
    if format == "json":
        records = table.astype("object").where(table.notna(), None).to_dict("records")
        rows = [{name: _number(value) for name, value in record.items()} for record in records]
        return (json.dumps(rows, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    buffer = io.BytesIO()
    try:
        table.to_parquet(buffer, index=False)
    except ImportError:
        raise InputProblem(
            "Parquet needs the package pyarrow: pip install 'policy-text-notebooks[parquet]', or use "
            "--format csv."
        ) from None
    return buffer.getvalue()


def _shortened(table: pd.DataFrame) -> pd.DataFrame:
    """Fractions of no more than six digits; what stands before the point stays whole."""
    fractions = table.select_dtypes(include="float")
    return table.assign(**{name: column.map(_six_digits) for name, column in fractions.items()})


def _six_digits(value: float) -> float:
    return float(f"{value:.6g}") if abs(value) < _WHOLE else value


def _number(value: object) -> object:
    """JSON knows no infinity: such a number is null there."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _csv(table: pd.DataFrame) -> bytes:
    """Quoted where needed; a lone carriage return needs it too, which pandas overlooks."""
    plain: str = table.to_csv(index=False, lineterminator="\n")
    if "\r" in plain:
        plain = table.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    return plain.encode()
