"""
Several notebooks at once: a few kernels, an event loop in a thread of its own, and a main thread that hears
Ctrl-C.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.report.execution import Executed
    from analysis.report.kernels import Bench

AT_ONCE = 2
_WAIT = 0.2  # seconds between looks for Ctrl-C, which Windows does not bring to a thread that waits
_STARTING = 5  # seconds after which a thread that has not begun was never started


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
    with kernels(private) as pool:
        results = {}
        for one in pool.run(notebooks, folder):
            results[one.name] = one
            done(one)
    return [results[name] for name in notebooks]


@contextmanager
def kernels(private: Path) -> Iterator[Pool]:
    """Kernels that are started when they are needed, and gone at the end."""
    pool = Pool(private)
    try:
        yield pool
    finally:
        pool.close()


class Pool:
    """
    Kernels, two at most, served by an event loop in a thread of its own.

    The main thread waits for results, and so is free to hear Ctrl-C and SIGTERM at any moment, also in the
    midst of starting the thread.
    """

    def __init__(self, private: Path) -> None:
        self._private = private
        self._made: list[Bench] = []
        self._thread: threading.Thread | None = None
        self._running, self._ended = threading.Event(), threading.Event()
        self._closed = False
        self._results: queue.SimpleQueue[Executed | BaseException] = queue.SimpleQueue()

    @property
    def _benches(self) -> list[Bench]:
        if not self._made:  # when first needed: a run that finds all kept has no use for Jupyter
            from analysis.report.kernels import Bench

            self._made += [Bench(self._private) for _ in range(AT_ONCE)]
        return self._made

    def warm(self, notebooks: int) -> None:
        """Start the kernels that so many notebooks need, without waiting for them."""
        for bench in self._benches[:notebooks]:
            self._submit(self._quietly(bench))

    async def _quietly(self, bench: Bench) -> None:
        async with bench.lock:
            with suppress(RuntimeError):  # told by the notebook that needs it
                await bench.start()

    def run(self, notebooks: Mapping[str, Any], folder: Path) -> Iterator[Executed]:
        """Run the notebooks in `folder`, from now on; each comes when it is done."""
        from analysis.report.execution import expected

        waiting = deque(sorted(notebooks, key=lambda name: -expected(notebooks[name])))
        for bench in self._benches[: len(notebooks)]:  # none: nothing is started
            self._submit(self._serve(bench, waiting, notebooks, folder))
        return self._done(len(notebooks))

    def _done(self, count: int) -> Iterator[Executed]:
        while count:
            try:
                result = self._results.get(timeout=_WAIT)
            except queue.Empty:
                continue
            if isinstance(result, BaseException):
                raise result
            count -= 1
            yield result

    async def _serve(
        self, bench: Bench, waiting: deque[str], notebooks: Mapping[str, Any], folder: Path
    ) -> None:
        """A bench takes the next notebook, the longest first, so that all end at about the same time."""
        from analysis.report.execution import run
        from analysis.report.kernels import places_of

        places = places_of(folder, self._private)
        try:
            async with bench.lock:
                while waiting:
                    name = waiting.popleft()
                    self._results.put(await run(name, notebooks[name], bench, folder, places))
        except Exception as error:  # a fault of ours: whoever waits for the result shall hear of it
            self._results.put(error)

    def _submit(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            self._start()
            asyncio.run_coroutine_threadsafe(work, self._loop)
        except BaseException:
            work.close()
            raise

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, daemon=True)
            self._thread.start()
        self._running.wait()

    def _live(self) -> None:
        try:
            if not self._closed:
                asyncio.run(self._main())
        except Exception as error:  # whoever waits for a result hears of it; after the end nobody does
            self._results.put(error)
        finally:
            self._ended.set()

    async def _main(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(_log)
        self._running.set()
        try:
            await self._stop.wait()
        finally:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)
            ended = await asyncio.gather(*(bench.clear() for bench in self._made), return_exceptions=True)
            for error in ended:  # one that does not end keeps no other from it
                if isinstance(error, BaseException):
                    _log(self._loop, {"message": "a kernel did not end", "exception": error})

    def close(self) -> None:
        """End all kernels, whatever they do, and the thread."""
        self._closed = True  # a thread that is only now starting ends at once
        if self._thread is not None and self._running.wait(timeout=_STARTING):
            self._loop.call_soon_threadsafe(self._stop.set)
            self._ended.wait()


def _log(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """What is left of work that was given up is nobody's concern; --debug shows it."""
    logging.getLogger(__name__).debug("%s", context.get("message"), exc_info=context.get("exception"))
