"""A path's bytes: files, and pipes that a shell puts in a file's place; nothing that never ends."""

from __future__ import annotations

import os
import selectors
import stat
from pathlib import Path

from analysis.reading.formats import SUFFIXES
from analysis.tables import InputProblem

MOST_BYTES = 512 * 2**20  # of a pipe, whose size nobody knows before
PATIENCE = 5.0  # seconds for which a pipe may have no writer
_CHUNK = 1 << 16
_LONGEST_NAME = 300  # characters of a path shown in a message
_KINDS = (
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


def content(path: Path) -> bytes:
    """
    The bytes of a file, or of a pipe: ``<(command)``, ``/dev/stdin`` or a FIFO that a program writes to.

    Raises
    ------
    InputProblem
        When there is no such file, it cannot be read, is a folder, a device or a socket, or a pipe that
        nobody writes to or that gives more than it may.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputProblem(f"{path}: this is a folder. Name a document ({', '.join(SUFFIXES)}).")
        if stat.S_ISFIFO(mode):
            return _piped(path)
        if not stat.S_ISREG(mode):
            kind = next((kind for holds, kind in _KINDS if holds(mode)), "no file")
            raise InputProblem(f"{path}: this is {kind}. Name a document ({', '.join(SUFFIXES)}).")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise InputProblem(f"{path}: no such file. Check the name and the folder.") from None
    except InputProblem:
        raise
    except (OSError, ValueError) as error:  # ValueError: a name with NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise InputProblem(f"{_short(str(path))}: cannot be read ({reason}).") from None
    except MemoryError:
        raise InputProblem(f"{path}: larger than this machine's memory. Name a document.") from None


def _short(name: str) -> str:
    """A path that fits a message: its two ends."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _piped(path: Path) -> bytes:
    """What comes out of a pipe; opened so that one without a writer does not wait for ever."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    pieces: list[bytes] = []
    size = 0
    with os.fdopen(descriptor, "rb", buffering=0) as pipe, selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            ready = selector.select(PATIENCE)
            piece = pipe.read(_CHUNK)  # None: a writer is there and has nothing yet
            if piece == b"" and not ready and not pieces:
                raise InputProblem(
                    f"{path}: this is a pipe that no program writes to. Name a document, or start the "
                    "writer first."
                )
            if piece == b"":
                return b"".join(pieces)
            pieces += [piece] if piece else []
            size += len(piece or b"")
            if size > MOST_BYTES:
                raise InputProblem(
                    f"{path}: this pipe gives more than {MOST_BYTES / 2**20:,.0f} MB and was closed. Name "
                    "a document."
                )
