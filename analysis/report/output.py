"""Where a report goes, a folder or one file: reserved before anything runs, filled when all is there."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import outputs
from analysis.problems import InputProblem
from analysis.report.data import with_data_files
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
    if single:
        _check(output, inputs)
        yield lambda made: outputs.write(_one(made).encode(), output, inputs=inputs)
        return
    if output.suffix.lower() in (".html", ".htm") and not output.is_dir():
        raise InputProblem(
            f"{output}: a report is a folder. Name a folder, or add --single-file for one file."
        )
    with reserved(output, inputs=inputs) as place:
        yield lambda made: publish(with_data_files(made.files), place, made_from=made.id)


def _one(made: Made) -> str:
    """All pages as one file, with the part of the font that they need together."""
    from analysis.report.fonts import refitted
    from analysis.report.single import one_file

    return refitted(one_file(made.files))


def _check(file: Path, inputs: Sequence[Path]) -> None:
    """Make sure, before the work, that the file can be written."""
    target = outputs.destination(file, inputs=inputs)
    try:
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise InputProblem(f"{file}: cannot be written ({error.strerror}).") from None
