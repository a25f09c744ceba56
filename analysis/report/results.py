"""Executed notebooks as they are kept from one run to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import nbformat

from analysis.report.execution import Executed
from analysis.report.kept import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.report.kept import Kept


class Results:
    """Executed notebooks as they are kept: each under what it was made from and its own source."""

    def __init__(self, kept: Kept, base: Sequence[str]) -> None:
        self._kept, self._base = kept, base

    def _name(self, notebook: Any) -> str:
        return f"{digest(*self._base, nbformat.writes(notebook))}.ipynb"

    def get(self, name: str, notebook: Any) -> Executed | None:
        """The notebook as it was executed before, if it was."""
        if (found := self._kept.get(self._name(notebook))) is None:
            return None
        return Executed(name, nbformat.reads(json.dumps(found), as_version=4), 0.0)

    def put(self, notebook: Any, executed: Executed) -> None:
        """Keep what ran to its end."""
        if not executed.failure:
            self._kept.put(self._name(notebook), json.loads(nbformat.writes(executed.notebook)))
