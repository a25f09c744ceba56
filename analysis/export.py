"""Tables to CSV, JSON or Parquet: whole files or none, and nothing in a CSV that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from analysis.tables import InputProblem

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["csv", "json", "parquet"]
FORMATS: tuple[Format, ...] = ("csv", "json", "parquet")

_RUNS = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so may be run as a formula


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


def encode(table: pd.DataFrame, format: Format) -> bytes:
    """
    The table as bytes: CSV (formulas escaped), JSON (an array of rows) in UTF-8, or Parquet.

    JSON and Parquet are lossless. Parquet needs pyarrow, which is an optional extra.

    Examples
    --------
    >>> import pandas as pd
    >>> encode(pd.DataFrame({"n": [1]}), "csv")
    b'n\\n1\\n'
    """
    if format == "csv":
        return _csv(escape_formulas(table))
    if format == "json":
        rows = table.astype("object").where(table.notna(), None).to_dict("records")
        return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()
    buffer = io.BytesIO()
    try:
        table.to_parquet(buffer, index=False)
    except ImportError:
        raise InputProblem(
            "Parquet needs the package pyarrow: pip install 'policy-text-notebooks[parquet]', or use --format csv."
        ) from None
    return buffer.getvalue()


def _csv(table: pd.DataFrame) -> bytes:
    """Quoted where needed; a lone carriage return needs it too, which pandas overlooks."""
    plain: str = table.to_csv(index=False, lineterminator="\n")
    if "\r" in plain:
        plain = table.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    return plain.encode()


def write(data: bytes, path: str | Path) -> None:
    """
    Write a file as a whole: aside first, then moved into place, so that no reader sees half of it.

    Raises
    ------
    InputProblem
        When the folder is missing or the file cannot be written; what stood there before is untouched.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise InputProblem(f"{path}: the folder {path.parent} does not exist. Make it first.")
    try:
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(aside).chmod(0o644)
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputProblem(f"{path}: cannot be written ({error.strerror}).") from None
