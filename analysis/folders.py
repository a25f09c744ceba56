"""What is read of a folder: its documents, what looks like one, and on request those of its subfolders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_MOST_LOOKED_AT = 10_000  # files in subfolders that nobody asked for
_MOST_NAMED = 3
_OF_A_PAGE = ("_files", ".files")  # what a browser saves beside a page


def inside(folder: Path, *, subfolders: bool = False) -> list[Path]:
    """
    The files of a folder that are documents by their names, or of a kind that should be told: in order.

    What a program or a system keeps beside documents is passed over.

    Raises
    ------
    OSError
        When the folder cannot be read.
    """
    return sorted(path for path in _files(folder, subfolders, []) if _is_input(path))


def not_read(folder: Path, *, subfolders: bool = False) -> Iterator[str]:
    """
    What a folder holds that is not read: files of other names, and documents in subfolders; a line for each.
    """
    locked: list[OSError] = []
    others = sorted(path.name for path in _files(folder, subfolders, locked) if not _is_input(path))
    if others:
        more = len(others) - _MOST_NAMED
        names = ", ".join(others[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
        said = f"{_counted(len(others), 'file')} not read, being no document by name: {names}"
        yield f"{folder}: {said}. To read one all the same, name it."
    if not subfolders:
        yield from _below(folder, locked)
    yield from (f"{error.filename}: cannot be read ({error.strerror})." for error in locked)


def _below(folder: Path, locked: list[OSError]) -> Iterator[str]:
    looked_at = islice(_files(folder, True, locked), _MOST_LOOKED_AT)
    if n := sum(path.parent != folder and _is_input(path) for path in looked_at):
        documents = _counted(n, "document", " in subfolders")
        yield f"{folder}: {documents} not read. To read them, add --subfolders."


def _counted(n: int, noun: str, where: str = "") -> str:
    return f"1 {noun}{where} was" if n == 1 else f"{n:,} {noun}s{where} were"


def _is_input(path: Path) -> bool:
    from analysis.reading import SUFFIXES, by_name

    return path.suffix.lower() in SUFFIXES or by_name(path) is not None


def _files(folder: Path, subfolders: bool, locked: list[OSError]) -> Iterator[Path]:
    """
    The files of a folder, and of those in it, hidden ones and what is kept beside documents aside; `locked`
    takes the subfolders that cannot be read.
    """
    from analysis.reading import is_beside

    def refused(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise error
        locked.append(error)

    for place, folders, names in os.walk(folder, onerror=refused):
        yield from (Path(place, name) for name in names if not is_beside(name))
        below = [name for name in folders if not is_beside(name) and not name.endswith(_OF_A_PAGE)]
        folders[:] = below if subfolders else []
