"""
The report's folder: made aside, moved into place as a whole, and never laid over anything but a report.

The marker in a report lists its files. What is not listed, or no longer as it was written, is somebody's own:
a folder that holds such a thing is refused, and of an old report only the listed files are removed.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from analysis.names import LONGEST_NAME
from analysis.outputs import Listing, Marker, hash_of, is_own
from analysis.problems import InputProblem
from analysis.report.unfinished import MARK, clear, held

MARKER = Marker("report.json", "report")
# What the file browsers of common systems leave in any folder that somebody looked at.
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report will stand, and the folder beside it in which it is made."""

    folder: Path
    aside: Path


@contextmanager
def reserved(folder: Path, *, inputs: Sequence[Path] = ()) -> Iterator[Place]:
    """
    Make sure that a report can be written to `folder`, and make the folder aside; it is removed at the end.

    What an interrupted run has left beside it is put right first.

    Raises
    ------
    InputProblem
        When `folder` is no folder, holds something else than a report (the first such file is named) or one
        of `inputs`, is the working folder, or cannot be written.
    """
    place = _place(folder)
    if not place.parent.is_dir():
        raise InputProblem(f"{folder}: the folder {place.parent} does not exist. Make it first.")
    aside = _beside(place, "new")
    with ExitStack() as stack:
        try:
            _repair(place)
            guard(place, inputs)
            stack.enter_context(held(aside))
        except OSError as error:
            raise InputProblem(f"{folder}: cannot be written ({error.strerror}).") from None
        yield Place(place, aside)


def _place(folder: Path) -> Path:
    """The folder itself, links followed."""
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        raise InputProblem(f"{folder}: cannot be written (a loop of links).") from None


def _beside(folder: Path, state: str) -> Path:
    return folder.with_name(f"{_stem(folder)}{secrets.token_hex(8)}.{state}")


def _stem(folder: Path) -> str:
    name = folder.name if len(folder.name.encode()) <= LONGEST_NAME else hash_of(folder.name.encode())
    return f".{name}."


def guard(folder: Path, inputs: Sequence[Path] = ()) -> None:
    """
    Refuse a folder of which anything would be lost.

    Raises
    ------
    InputProblem
        As `reserved`.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise InputProblem(f"{folder}: this is no folder. Name a folder for the report.")
    if Path.cwd().is_relative_to(folder):
        raise InputProblem(f"{folder}: this is the folder you are in. Name a new folder, such as report.")
    if not folder.is_dir():
        return
    for source in inputs:
        if source.resolve().is_relative_to(folder):
            raise InputProblem(
                f"{folder}: {source.name} is read and stands in this folder. Name another folder."
            )
    if path := _foreign(folder):
        raise InputProblem(
            f"{folder}: this folder holds something else than a report: {path.name}. Name a new or empty "
            "folder."
        )


def _foreign(folder: Path) -> Path | None:
    """The first thing in the folder that no report wrote, or that was changed since."""
    listing = MARKER.read(folder) or {}
    for path in sorted(folder.iterdir()):
        own = (path.name == MARKER.name and bool(listing)) or path.name == MARK
        litter = path.name in _LITTER and path.is_file() and not path.is_symlink()
        if not (own or litter or is_own(path, listing) or _is_own_report(path, listing)):
            return path
    return None


def _is_own_report(path: Path, listing: Listing) -> bool:
    """Whether a folder is a report that the listing of a collection knows, as it was written."""
    if path.is_symlink() or not path.is_dir() or path.name not in listing:
        return False
    marker = path / MARKER.name
    return is_own(marker, {MARKER.name: listing[path.name]}) and _foreign(path) is None


def add_report(place: Place, name: str, files: Iterable[tuple[str, str]], *, made_from: str) -> None:
    """
    Write a report of its own into the folder aside, below `name`.

    Raises
    ------
    InputProblem
        When it cannot be written.
    """
    with _told(place):
        (place.aside / name).mkdir()
        _write(files, place.aside / name, made_from)


def add_file(place: Place, name: str, content: str) -> None:
    """
    Write a file into the folder aside.

    Raises
    ------
    InputProblem
        When it cannot be written.
    """
    with _told(place):
        (place.aside / name).write_bytes(content.encode())


@contextmanager
def _told(place: Place) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputProblem(f"{place.folder}: cannot be written ({error.strerror}).") from None


def publish(files: Iterable[tuple[str, str]], place: Place, *, made_from: str) -> None:
    """
    Write the pages (name, content) aside and put them, with what was added there before, in the place of the
    old report when all are there.

    An interruption leaves the old report whole; one between the two moves leaves it beside, and the next
    run puts it back.

    Raises
    ------
    InputProblem
        When something cannot be written, or the folder has come to hold something else in the meantime.
    """
    with _told(place):
        _write(files, place.aside, made_from)
        guard(place.folder)
        _swap(place)
        (place.folder / MARK).unlink(missing_ok=True)


def _write(files: Iterable[tuple[str, str]], folder: Path, made_from: str) -> None:
    for name, content in files:
        (folder / name).write_bytes(content.encode("utf-8"))
    listing: dict[str, tuple[str, ...]] = {}
    for path in sorted(path for path in folder.iterdir() if path.name != MARK):
        held = path / MARKER.name if path.is_dir() else path
        listing[path.name] = (hash_of(held.read_bytes()),)
    marker = Marker(MARKER.name, MARKER.kind, {"made_from": made_from})
    (folder / MARKER.name).write_bytes(marker.encode(listing))


def _swap(place: Place) -> None:
    if not place.folder.exists():
        place.aside.rename(place.folder)
        return
    old = _beside(place.folder, "old")
    shutil.copymode(place.folder, place.aside)
    place.folder.rename(old)
    try:
        place.aside.rename(place.folder)
    except BaseException:
        old.rename(place.folder)
        raise
    _remove(old, place.folder)


def _remove(old: Path, new: Path) -> None:
    """Remove the files that a report's marker lists; anything else that is there stays, with its folder."""
    listing = MARKER.read(old) or {}
    for path in sorted(old.iterdir()):
        if path.name in _LITTER and path.is_file() and not path.is_symlink():
            path.replace(new / path.name) if new.is_dir() else path.unlink()
        elif is_own(path, listing):
            path.unlink()
        elif _is_own_report(path, listing):
            _remove(path, new / path.name)
    if {path.name for path in old.iterdir()} <= {MARKER.name, MARK} and listing:
        (old / MARKER.name).unlink()
        (old / MARK).unlink(missing_ok=True)
    if any(old.iterdir()):
        logging.getLogger(__name__).warning("%s holds files that no report wrote; they were left there.", old)
    else:
        old.rmdir()


def _repair(folder: Path) -> None:
    """Put back, or clear away, an old report that an interrupted run has left beside, and a half new one."""
    clear(folder.parent, re.compile(re.escape(_stem(folder)) + r"[0-9a-f]{16}\.new"))
    left = re.compile(re.escape(_stem(folder)) + r"[0-9a-f]{16}\.old")
    for path in sorted(path for path in folder.parent.iterdir() if left.fullmatch(path.name)):
        if path.is_symlink() or not MARKER.read(path):
            continue
        if os.path.lexists(folder):
            _remove(path, folder)
        else:
            path.rename(folder)
