"""
Where results go: whole files or none, and never over anything that the software did not write itself.

A single file may replace an older one of the same name, as everywhere. In a folder, a listing says what the
software wrote there; whatever is not listed, or is no longer as it was written, is somebody's own and stays.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import stat
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.problems import InputProblem
from analysis.resources import folder as resource_folder

SOFTWARE = "policy-text-notebooks"
_LARGEST_LISTING = 64 * 2**20  # bytes
Listing = Mapping[str, tuple[str, ...]]  # file name → hashes of what it may hold


# --- one file ----------------------------------------------------------------------------------------------


def destination(path: str | Path, *, inputs: Iterable[str | Path] = ()) -> Path:
    """
    The file that will be written for `path`: links are followed, so that a link stays a link.

    Raises
    ------
    InputProblem
        When the folder is missing, something else than a plain file stands there (a folder, a device, a
        pipe), or it is one of `inputs` or of the files that come with the software.
    """
    path = Path(path)
    try:
        found = path.resolve()
        if not found.parent.is_dir():
            raise InputProblem(f"{path}: the folder {path.parent} does not exist. Make it first.")
        if not path.exists():
            return found
        if not path.is_file():
            kind = "a folder" if path.is_dir() else "no plain file (a device or a pipe)"
            raise InputProblem(f"{path}: this is {kind}. Name a file, or leave -o out for standard output.")
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        raise InputProblem(f"{path}: cannot be written ({_reason(error)}).") from None
    if found.is_relative_to(resource_folder("corpus").resolve()):
        raise InputProblem(f"{path}: this file comes with the software. Name another file.")
    if one := _same(found, inputs):
        raise InputProblem(f"{path}: this file is read ({one}) and would be lost. Name another file.")
    return found


def _same(path: Path, others: Iterable[str | Path]) -> str:
    for other in others:
        try:
            if path.samefile(other):
                return str(other)
        except OSError:
            continue
    return ""


def write(data: bytes, path: str | Path, *, inputs: Iterable[str | Path] = ()) -> None:
    """
    Write a file as a whole: aside first, then moved into place, so that no reader sees half of it.

    A new file gets the permissions that the user's mask leaves, an old one keeps its own.

    Raises
    ------
    InputProblem
        As `destination`, and when the file cannot be written; what stood there before is untouched.
    """
    target = destination(path, inputs=inputs)
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        aside = _write_aside(data, target, 0o666 if mode is None else mode)
        try:
            if mode is not None:
                aside.chmod(mode)
            aside.replace(target)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputProblem(f"{path}: cannot be written ({_reason(error)}).") from None


def _write_aside(data: bytes, target: Path, mode: int) -> Path:
    aside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode | 0o200)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error).splitlines()[0]


# --- standard output ---------------------------------------------------------------------------------------


def write_standard(data: bytes) -> None:
    """
    Write to standard output, to its end.

    Raises
    ------
    InputProblem
        When it is closed or full.
    BrokenPipeError
        When its reader has gone.
    """
    if sys.stdout is None:
        raise InputProblem("standard output is closed. Name a file with -o.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        close_standard()
        raise InputProblem(
            f"standard output cannot be written ({_reason(error)}). Name a file with -o."
        ) from None


def close_standard() -> None:
    """Give standard output up: what is left in it is not written at the end of the process."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- a folder ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marker:
    """
    The file in a folder that lists what the software wrote there.

    `name` is the file's name, `kind` what it lists; a marker of another kind, of other software or with
    anything odd in it is none.
    """

    name: str
    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def read(self, folder: Path) -> Listing | None:
        """What is listed in `folder`; None when there is no marker of this kind."""
        path = folder / self.name
        try:
            if not stat.S_ISREG(path.lstat().st_mode) or path.stat().st_size > _LARGEST_LISTING:
                return None
            found = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(found, dict) or found.get("software") != SOFTWARE or found.get("kind") != self.kind:
            return None
        return _listing(found.get("files"))

    def encode(self, listing: Listing) -> bytes:
        """The marker's content."""
        content = {"software": SOFTWARE, "kind": self.kind, **self.facts, "files": dict(listing)}
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _listing(files: object) -> Listing | None:
    if not isinstance(files, dict):
        return None
    for name, hashes in files.items():
        if name in ("", ".", "..") or set("/\\\0") & set(name) or not isinstance(hashes, list):
            return None
        if not all(isinstance(one, str) for one in hashes):
            return None
    return {name: tuple(hashes) for name, hashes in files.items()}


def hash_of(data: bytes) -> str:
    """The hash by which a listing knows a file's content."""
    return hashlib.sha256(data).hexdigest()


def is_own(path: Path, listing: Listing) -> bool:
    """Whether a file is in the listing and still holds what was written."""
    if path.name not in listing:
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode) and hash_of(path.read_bytes()) in listing[path.name]
    except OSError:
        return False


TABLES = Marker(".policy-text.json", "tables")


def write_tables(files: Sequence[tuple[str, bytes]], folder: Path, *, inputs: Iterable[str | Path]) -> None:
    """
    Write several files into a folder that exists; other files in it stay as they are.

    Raises
    ------
    InputProblem
        Before anything is written, when one of the names is that of a file which the software did not write
        or which has been changed since.
    """
    known, inputs = TABLES.read(folder), list(inputs)
    if known is None and os.path.lexists(folder / TABLES.name):
        raise InputProblem(
            f"{folder / TABLES.name}: this file was not written here. Move it, or name a new folder."
        )
    listing = dict(known or {})
    for name, _ in files:
        path = folder / name
        destination(path, inputs=inputs)
        if os.path.lexists(path) and not is_own(path, listing):
            changed = "has been changed since it was written" if name in listing else "was not written here"
            raise InputProblem(
                f"{path}: this file {changed} and would be lost. Move it, or name a new folder."
            )
    for name, data in files:  # both contents are own while the files are being replaced
        listing[name] = (*listing.get(name, ()), hash_of(data))
    write(TABLES.encode(listing), folder / TABLES.name)
    for name, data in files:
        write(data, folder / name, inputs=inputs)
    write(TABLES.encode({name: hashes[-1:] for name, hashes in listing.items()}), folder / TABLES.name)
