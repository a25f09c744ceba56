"""
Results kept from one run to the next, in the user's cache folder, which nobody else can read or write.

An entry is JSON under a hash of everything it was made from, sealed with its key and a hash of its content.
What is damaged, foreign or not the user's alone is passed over and made again. Old entries go when there are
too many.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from analysis.messages import tell
from analysis.outputs import SOFTWARE

MOST_BYTES = 256 * 2**20
_LARGEST = 64 * 2**20  # bytes of an entry
_STALE = 3600  # seconds after which a file that is being written was given up
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_POSIX = os.name == "posix"
log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Where results are kept: below the folder that the system has for this."""
    from platformdirs import user_cache_path

    return user_cache_path(SOFTWARE, appauthor=False) / "report"


def digest(*parts: Any) -> str:
    """
    A hash over values that JSON can write: the key of what is made from them.

    Examples
    --------
    >>> digest("a", 1) == digest("a", 1) != digest("a1")
    True
    """
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()


class Kept:
    """
    Entries in a folder; `fresh` reads none of them, and a folder that cannot be trusted or made holds none.

    Whether something was kept or not changes nothing but the time that a run takes: nothing here raises.
    """

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        self._folder, self._fresh = folder, fresh
        self._usable = self._made()

    def _made(self) -> bool:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = self._folder.lstat()
        except OSError as error:
            log.debug("nothing is kept: %s", error)
            return False
        if stat.S_ISDIR(found.st_mode) and _is_private(found):
            return True
        tell(
            f"note: {self._folder}: this folder is a link, or others than you can read or write it, so "
            "nothing is kept there. Remove it."
        )
        return False

    def get(self, name: str) -> dict[str, Any] | None:
        """The content under `name` (a key with a suffix), or None."""
        if self._fresh or not self._usable:
            return None
        path = self._folder / name
        try:
            content = _unsealed(json.loads(_read(path)), name)
            os.utime(path)
            return content
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
            log.debug("%s is not used: %s", name, error)
            return None

    def put(self, name: str, content: Mapping[str, Any]) -> None:
        """Keep a content that JSON can write and that has a ``metadata`` mapping."""
        if not self._usable:
            return
        aside = self._folder / f".{secrets.token_hex(8)}"
        try:
            data = json.dumps(_sealed(content, name), ensure_ascii=False).encode("utf-8", "surrogatepass")
            if len(data) > _LARGEST:
                return
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            aside.replace(self._folder / name)
            self._bound()
        except OSError as error:
            log.debug("%s is not kept: %s", name, error)
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def _bound(self) -> None:
        """Remove the entries not used for longest when there are too many, and what was never finished."""
        found = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # another run clears too
                    state = entry.stat(follow_symlinks=False)
                    found.append((state.st_mtime, state.st_size, entry.path))
        newest = max((time for time, _, _ in found), default=0.0)
        total = 0
        for time, size, path in sorted(found, reverse=True):
            total += size
            stale = Path(path).name.startswith(".") and time < newest - _STALE
            if total > MOST_BYTES or stale:
                with suppress(OSError):
                    os.unlink(path)


def _is_private(found: os.stat_result) -> bool:
    """Whether a file or folder is this user's, and nobody else's to read or write."""
    return not _POSIX or (found.st_uid == os.geteuid() and not found.st_mode & _OTHERS)


def _read(path: Path) -> bytes:
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not (stat.S_ISREG(found.st_mode) and _is_private(found) and found.st_size <= _LARGEST):
            raise ValueError("not the user's alone, no plain file, or too large")
        return file.read()


def _hash(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def _sealed(content: Mapping[str, Any], name: str) -> dict[str, Any]:
    seal = {"software": SOFTWARE, "name": name, "hash": _hash(content)}
    return {**content, "metadata": {**content["metadata"], "kept": seal}}


def _unsealed(content: dict[str, Any], name: str) -> dict[str, Any]:
    seal = content["metadata"].pop("kept")
    if seal != {"software": SOFTWARE, "name": name, "hash": _hash(content)}:
        raise ValueError("damaged, or another's")
    return content
