"""Notebooks executed unattended, two at a time, in kernels that the user's own set-up does not reach."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from analysis.report.kernels import Bench, hidden, places_of

CELL_SECONDS = 300
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
AT_ONCE = 2
LONGEST_OUTPUT = 200_000  # characters that a cell may print on a page
_WAIT = 0.2  # seconds between looks for Ctrl-C, which Windows does not bring to a thread that waits


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


def execute(
    notebooks: Mapping[str, Any],
    folder: Path,
    *,
    private: Path,
    done: Callable[[Executed], None] = lambda _: None,
) -> list[Executed]:
    """
    Run the notebooks in `folder`, calling `done` after each; a failure ends its notebook, not the others.

    The notebooks given stay as they are; what ran is a copy. `private` is an empty folder of the caller's in
    which the kernels keep what they need. An interruption ends all kernels before it goes on.
    """
    return _Loop(_execute(notebooks, folder, private, done)).run()


class _Loop:
    """
    An event loop in a thread of its own.

    The main thread waits for it, and so is free to hear Ctrl-C and SIGTERM at any moment.
    """

    def __init__(self, work: Coroutine[Any, Any, list[Executed]]) -> None:
        self._work = work
        self._running = threading.Event()

    async def _main(self) -> list[Executed]:
        self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        self._running.set()
        return await self._work

    def run(self) -> list[Executed]:
        with concurrent.futures.ThreadPoolExecutor(1) as thread:
            future = thread.submit(asyncio.run, self._main())
            try:
                while not concurrent.futures.wait([future], timeout=_WAIT).done:
                    pass
            except BaseException:
                self._cancel()
                raise
            return future.result()

    def _cancel(self) -> None:
        if self._running.wait(timeout=_WAIT) and self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)


async def _execute(
    notebooks: Mapping[str, Any], folder: Path, private: Path, done: Callable[[Executed], None]
) -> list[Executed]:
    """Every bench takes the next notebook, the longest first, so that both end at about the same time."""
    waiting = deque(sorted(notebooks, key=lambda name: -_length(notebooks[name])))
    places = places_of(folder, private)
    results: dict[str, Executed] = {}

    async def serve() -> None:
        bench = Bench(folder, private)
        try:
            while waiting:
                name = waiting.popleft()
                results[name] = await _run(name, notebooks[name], bench, places)
                done(results[name])
        finally:
            await bench.clear()

    async with asyncio.TaskGroup() as group:
        for _ in range(min(AT_ONCE, len(notebooks))):
            group.create_task(serve())
    return [results[name] for name in notebooks]


def _length(notebook: Any) -> int:
    return sum(len(cell.source) for cell in notebook.cells if cell.cell_type == "code")


async def _run(name: str, notebook: Any, bench: Bench, places: Mapping[str, str]) -> Executed:
    """
    Run a notebook; what failed in a kernel where others ran before is tried once more in a new one.

    So no notebook can fail by what another left behind. A cell that never ends is not waited for twice.
    """
    begun = time.monotonic()
    ran = deepcopy(notebook)
    try:
        await bench.ready()
        used = bench.used
        failure, again = await _attempt(ran, bench)
        if again and used:
            ran = deepcopy(notebook)
            await bench.ready()
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
