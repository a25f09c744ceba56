"""What a report is made from besides its inputs: the package, the notebooks, the corpus, the libraries."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def fingerprint(folder: Path) -> str:
    """A hash over all files below a folder, their names too; compiled code aside."""
    total = hashlib.sha256()
    for path in sorted(_files(folder)):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape"))
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if "__pycache__" not in path.parts and path.is_file())


@cache
def software() -> tuple[str, ...]:
    """The package as it stands, the interpreter, and every library with its version."""
    libraries = {f"{one.metadata['Name']} {one.version}" for one in distributions()}
    return (fingerprint(_PACKAGE), sys.version, platform.platform(), *sorted(libraries))
