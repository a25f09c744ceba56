"""Notebooks executed unattended: what is put into one, how a run ends, and what is told of it."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from analysis.report.kernels import Bench, hidden

CELL_SECONDS = 300
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
LONGEST_OUTPUT = 200_000  # characters that a cell may print on a page
# Seconds of work, roughly: of tables, made once for all who ask, and of what each call takes.
_COSTS = {
    "cluster_stability": 2.0,
    "cluster_curve": 2.5,
    "evaluate": 0.8,
    "sensitivity": 1.0,
    "keyness": 1.0,
    "network": 0.3,
    "jieba": 0.8,
    "word_cloud": 0.7,
    "keyness_panels": 0.5,
}
_COSTS_EACH = {"show_chart": 0.2, "show_table": 0.05}


@dataclass(frozen=True, slots=True)
class Executed:
    """A notebook after its run: its name, the cells with outputs, seconds, and what failed (or nothing)."""

    name: str
    notebook: Any
    seconds: float
    failure: str = ""


def load(paths: Sequence[Path], parameters: Mapping[str, object]) -> dict[str, Any]:
    """
    Notebooks by name, with `parameters` put behind the cell that is tagged ``parameters``.

    That cell gives nothing: in JupyterLab the proposal is read, in a report what was asked for.
    """
    code = "\n".join(f"{name} = {value!r}" for name, value in parameters.items())
    notebooks = {}
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        for at, cell in enumerate(notebook.cells):
            if "parameters" in cell.metadata.get("tags", []):
                cell = nbformat.v4.new_code_cell(code, metadata={"tags": ["injected"]}, id="injected")
                notebook.cells.insert(at + 1, cell)
                break
        notebooks[path.stem] = notebook
    return notebooks


def expected(notebook: Any) -> float:
    """
    About how many seconds a notebook takes, by what it asks for.

    Examples
    --------
    >>> cell = nbformat.v4.new_code_cell("show_chart(figures.stability_curve(study.cluster_curve))")
    >>> expected(nbformat.v4.new_notebook(cells=[cell])) > 2
    True
    """
    source = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    once = sum(cost for name, cost in _COSTS.items() if re.search(rf"\b{name}\b", source))
    each = sum(cost * len(re.findall(rf"\b{name}\(", source)) for name, cost in _COSTS_EACH.items())
    return once + each + len(source) / 1e5


async def run(name: str, notebook: Any, bench: Bench, folder: Path, places: Mapping[str, str]) -> Executed:
    """
    Run a notebook; what failed in a kernel where others ran before is tried once more in a new one.

    So no notebook can fail by what another left behind. A cell that never ends is not waited for twice.
    """
    begun = time.monotonic()
    ran = deepcopy(notebook)
    try:
        await bench.ready(folder)
        used = bench.used
        failure, again = await _attempt(ran, bench)
        if again and used:
            ran = deepcopy(notebook)
            await bench.ready(folder)
            failure, _ = await _attempt(ran, bench)
    except RuntimeError as error:
        failure = f"the kernel did not start: {error}".splitlines()[0]
    _tidy(ran, places)
    return Executed(name, ran, time.monotonic() - begun, hidden(failure, places))


async def _attempt(notebook: Any, bench: Bench) -> tuple[str, bool]:
    """What failed (or nothing), and whether to try again; after a failure the kernel is gone."""
    log = logging.getLogger(f"{__name__}.nbclient")
    log.disabled = True
    try:
        await bench.run(notebook, seconds=CELL_SECONDS, log=log)
    except (CellExecutionError, CellTimeoutError, RuntimeError) as error:
        await bench.clear()
        return _describe(notebook, error), not isinstance(error, CellTimeoutError)
    return "", False


def _describe(notebook: Any, error: Exception) -> str:
    """Which cell failed and with what, in one line."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    reached = max((at for at, cell in enumerate(code, start=1) if cell.get("execution_count")), default=1)
    if isinstance(error, CellExecutionError):
        return f"code cell {reached}: {_named(error)}".splitlines()[0]
    if isinstance(error, CellTimeoutError):
        return f"code cell {reached}: did not end within {CELL_SECONDS} seconds"
    if isinstance(error, DeadKernelError):
        return f"code cell {reached}: the kernel died"
    return f"code cell {reached}: {error}".splitlines()[0]


def _named(error: CellExecutionError) -> str:
    """
    The exception and the first line of what it says; one raised while an output is drawn may end a traceback.
    """
    lines = [line for line in error.evalue.splitlines() if line.strip()]
    if error.ename not in ("NoneType", ""):
        return ": ".join([error.ename, *lines[:1]])
    lines = [line for line in _ANSI.sub("", error.traceback).splitlines() if line.strip()]
    return lines[-1] if lines else "an output could not be drawn"


def _tidy(notebook: Any, places: Mapping[str, str]) -> None:
    """Take paths of this machine out of what the cells printed and raised, and the end of what is endless."""
    for output in (output for cell in notebook.cells for output in cell.get("outputs", ())):
        for key in ("text", "evalue"):
            if key in output:
                text = hidden(output[key], places)
                more = len(text) - LONGEST_OUTPUT
                output[key] = text if more <= 0 else f"{text[:LONGEST_OUTPUT]}\n… {more:,} characters more"
