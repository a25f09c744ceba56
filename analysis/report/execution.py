"""Notebooks executed unattended, two at a time, each in a kernel of its own."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from traitlets.config import Config

CELL_SECONDS = 300
AT_ONCE = 2


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

    That cell sets the same names to None: in JupyterLab the proposal, in a report what was asked for.
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


def execute(
    notebooks: dict[str, Any], folder: Path, *, done: Callable[[Executed], None] = lambda _: None
) -> list[Executed]:
    """Run the notebooks in `folder`, calling `done` after each; a failure ends its notebook, not the others."""
    return asyncio.run(_execute(notebooks, folder, done))


async def _execute(
    notebooks: dict[str, Any], folder: Path, done: Callable[[Executed], None]
) -> list[Executed]:
    gate = asyncio.Semaphore(AT_ONCE)
    with tempfile.TemporaryDirectory() as private:
        tasks = [
            _run(name, notebook, folder, _environment(private), gate, done)
            for name, notebook in notebooks.items()
        ]
        return await asyncio.gather(*tasks)


async def _run(
    name: str,
    notebook: Any,
    folder: Path,
    environment: dict[str, str],
    gate: asyncio.Semaphore,
    done: Callable[[Executed], None],
) -> Executed:
    async with gate:
        begun = time.monotonic()
        try:
            try:
                await _client(notebook, folder).async_execute(env=environment)
            except DeadKernelError:
                raise
            except (
                RuntimeError
            ):  # another process took the kernel's port before the kernel did: it never starts
                await _client(notebook, folder).async_execute(env=environment)
            failure = ""
        except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
            failure = _describe(notebook, error)
        result = Executed(name, notebook, time.monotonic() - begun, failure)
        done(result)
        return result


def _client(notebook: Any, folder: Path) -> NotebookClient:
    return NotebookClient(
        notebook,
        config=_encrypted(),
        timeout=CELL_SECONDS,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )


def _encrypted() -> Config:
    """Kernels are spoken to over the loopback interface, which other users of the machine may read."""
    config = Config()
    config.KernelManager.transport_encryption = "auto"
    return config


def _environment(private: str) -> dict[str, str]:
    """The kernels' environment: this package importable, and nothing of the user's own IPython set-up."""
    package = str(Path(__file__).parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "IPYTHONDIR": private,
        "JUPYTER_RUNTIME_DIR": private,
    }


def _describe(notebook: Any, error: Exception) -> str:
    """Which cell failed and with what, in one line."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    reached = max((at for at, cell in enumerate(code, start=1) if cell.get("execution_count")), default=1)
    if isinstance(error, CellExecutionError):
        return f"code cell {reached}: {error.ename}: {error.evalue}".splitlines()[0]
    if isinstance(error, CellTimeoutError):
        return f"code cell {reached}: did not end within {CELL_SECONDS} seconds"
    if isinstance(error, DeadKernelError):
        return f"code cell {reached}: the kernel died"
    return f"the kernel did not start: {error}".splitlines()[0]
