"""Where a report goes: a folder, reserved before anything runs and filled when everything is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.report.folder import publish, reserved

if TYPE_CHECKING:
    from analysis.report import Made


@contextmanager
def reserved_output(
    output: Path, *, single: bool, inputs: Sequence[Path]
) -> Iterator[Callable[[Made], None]]:
    """
    Make sure that a report can be written to `output`; gives what writes it.

    Raises
    ------
    InputProblem
        When it cannot.
    """
    with reserved(output, inputs=inputs) as place:
        yield lambda made: publish(made.files, place, made_from=made.id)
