"""Where the files that come with the software lie: the corpus, the notebooks, the report's templates."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from analysis.tables import InputProblem

PROPOSAL = "changning-14fyp-proposal"
_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """
    The folder ``corpus`` or ``notebooks``: inside an installed wheel, or at the top of a checkout.

    Examples
    --------
    >>> (folder("corpus") / "manifest.toml").is_file()
    True
    """
    bundled = _PACKAGE / "_bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


@cache
def manifest() -> dict[str, dict[str, Any]]:
    """The corpus' documents by id, as ``corpus/manifest.toml`` describes them."""
    return tomllib.loads((folder("corpus") / "manifest.toml").read_text(encoding="utf-8"))


def corpus_file(document_id: str) -> Path:
    """
    Path of a document of the corpus; its hash is checked first, so that nobody counts an edited original.

    Raises
    ------
    InputProblem
        When the corpus has no such document, or the file is not the one that the manifest describes.

    Examples
    --------
    >>> corpus_file("changning-14fyp-proposal").name
    'changning-14fyp-proposal.raw.txt'
    """
    if document_id not in manifest():
        raise InputProblem(f"no document {document_id!r} in the corpus; it has: {', '.join(manifest())}")
    entry = manifest()[document_id]
    path = folder("corpus") / str(entry["file"])
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != entry["sha256"]:
        raise InputProblem(
            f"{path.name}: the corpus file is not the original (sha256 {found[:12]}…, expected "
            f"{entry['sha256'][:12]}…). Restore it; bring edited texts as files of your own."
        )
    return path
