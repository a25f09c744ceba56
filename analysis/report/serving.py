"""
Inside a kernel that runs several notebooks: each begins as in a new one, and documents are studied once.

Loaded into a kernel as an IPython extension (``%load_ext analysis.report.serving``); nothing here is used
elsewhere.
"""

from __future__ import annotations

import inspect
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.study import Study

BEGIN = "begin_notebook"  # the magic that makes everything ready for another notebook
MOST_KEPT = 4  # studies; a notebook that opens a hundred documents shall not fill the memory


class KeptStudies:
    """
    Studies by what they were opened with: asked for the same again, it gives the one that it made.

    A study hands out copies of its tables, so that what one notebook does to them stays with it. A file that
    has changed since is read again.

    Examples
    --------
    >>> from analysis import Study
    >>> studies = KeptStudies(Study.open)
    >>> studies.open() is studies.open(source=None)
    True
    """

    def __init__(self, opened: Callable[..., Study]) -> None:
        self._opened = opened
        self._studies: dict[str, Study] = {}

    def open(self, *given: Any, **options: Any) -> Study:
        """As ``Study.open``."""
        if options.get("setup") is not None:
            return self._opened(*given, **options)
        key = self._key(given, options)
        if key not in self._studies:
            while len(self._studies) >= MOST_KEPT:
                del self._studies[next(iter(self._studies))]
            self._studies[key] = self._opened(*given, **options)
        return self._studies[key]

    def _key(self, given: tuple[Any, ...], options: dict[str, Any]) -> str:
        bound = inspect.signature(self._opened).bind(*given, **options)
        bound.apply_defaults()
        paths = [bound.arguments[name] for name in ("source", "themes")]
        lexicon = bound.arguments["lexicon"]
        paths += [lexicon] if isinstance(lexicon, str | Path) else lexicon or []
        return repr((bound.arguments, os.getcwd(), [_state(path) for path in paths]))


def _state(path: str | Path | None) -> tuple[int, ...]:
    """What tells a file from what it was before."""
    try:
        found = os.stat(path) if path is not None else None
    except (OSError, ValueError):  # told when it is opened
        found = None
    return () if found is None else (found.st_ino, found.st_size, found.st_mtime_ns)


class Desk:
    """The state of the process in which a notebook runs, put back before the next one begins."""

    def __init__(self, shell: Any) -> None:
        self._shell = shell
        self._environment = dict(os.environ)
        self._path = list(sys.path)
        self._filters = list(warnings.filters)

    def begin(self, folder: str) -> None:
        """Make everything as in a new kernel that stands in `folder`, but what was imported and studied."""
        self._shell.reset(new_session=True)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(self._environment)
        sys.path[:] = self._path
        warnings.resetwarnings()  # which also forgets what has been told once
        warnings.filters[:] = self._filters  # type: ignore[index]
        _clear_settings()


def _clear_settings() -> None:
    """Settings of pandas and matplotlib, where they are loaded, as they are at first."""
    if "pandas" in sys.modules:
        with warnings.catch_warnings(action="ignore"):
            sys.modules["pandas"].reset_option("all")
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].rc_file_defaults()


def load_ipython_extension(shell: Any) -> None:
    """Have studies kept in this process, and the magic `BEGIN` clear up between notebooks."""
    from analysis.notebook import NotebookStudy
    from analysis.study import Study

    NotebookStudy.open = KeptStudies(NotebookStudy.open).open  # type: ignore[method-assign, assignment]
    Study.open = KeptStudies(Study.open).open  # type: ignore[method-assign]
    shell.register_magic_function(Desk(shell).begin, "line", BEGIN)
