"""
Folders for work that is not finished: gone at its end, and when it was killed, removed by the next run.

Whoever works in one holds a lock on it, which the system takes away with the process: so a run knows those
that another is using from those that nobody will come back to.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows cannot lock a folder: there they stay
    LOCKS: Any = None
else:
    LOCKS = fcntl

MARK = ".policy-text-unfinished"  # the file that tells such a folder from one of somebody else's
_TEMPORARY = re.compile(r"policy-text-[0-9a-f]{16}")


@contextmanager
def working_folder() -> Iterator[Path]:
    """A folder for temporary files that only this user can read; what killed runs have left is removed."""
    parent = Path(tempfile.gettempdir()).resolve()
    clear(parent, _TEMPORARY)
    folder = parent / f"policy-text-{secrets.token_hex(8)}"
    with held(folder, mode=0o700):
        yield folder


@contextmanager
def held(folder: Path, *, mode: int = 0o777) -> Iterator[None]:
    """Make the folder, hold it, and remove it with all that is in it."""
    handles: list[int] = []
    try:  # from before the folder is made, so that no interruption falls between
        folder.mkdir(mode=mode)
        _hold(folder, mode, handles)
        (folder / MARK).touch()
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for handle in handles:
            os.close(handle)


def _hold(folder: Path, mode: int, handles: list[int]) -> None:
    """Lock the folder; one that another run has cleared away in between is made again."""
    if LOCKS is None:
        return
    while True:
        handles.append(os.open(folder, os.O_RDONLY))
        with suppress(OSError):  # a file system without locks: nobody else gets one either
            LOCKS.flock(handles[-1], LOCKS.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handles[-1]), os.stat(folder)):
                return
        folder.mkdir(mode=mode, exist_ok=True)


def clear(parent: Path, names: re.Pattern[str]) -> None:
    """Remove the folders of such names in `parent` that a killed run of this user has left."""
    if LOCKS is None:
        return
    with suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if names.fullmatch(entry.name):
                with suppress(OSError):
                    _clear(Path(entry.path))


def _clear(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        LOCKS.flock(handle, LOCKS.LOCK_EX | LOCKS.LOCK_NB)
        if os.fstat(handle).st_uid == os.geteuid() and _is_ours(folder):
            shutil.rmtree(folder)
    finally:
        os.close(handle)


def _is_ours(folder: Path) -> bool:
    """Whether it has the mark, or is empty since it was only just made."""
    with suppress(FileNotFoundError):
        return stat.S_ISREG((folder / MARK).lstat().st_mode)
    return not any(folder.iterdir())
