"""What a run says on standard error: one line each, in which nothing can do harm."""

from __future__ import annotations

import contextlib
import logging
import sys

from analysis.problems import harmless


class _OneLine(logging.Formatter):
    """A record as one line in which nothing can do harm; its traceback, where one is asked for, below."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return harmless(super().formatMessage(record))


def log(*, debug: bool) -> None:
    """Warnings go to standard error, as lines; with `debug` what the package logs beside them."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine("%(levelname)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.getLogger("analysis").setLevel(logging.DEBUG if debug else logging.WARNING)


def tell(line: str) -> None:
    """One line on standard error; nobody is told when there is none, or it is full."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{harmless(line)}\n")
            sys.stderr.flush()
