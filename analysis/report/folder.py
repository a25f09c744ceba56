"""The report's folder: made aside, moved into place as a whole, and never laid over anything but a report."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from analysis.tables import InputProblem

MARKER = "report.json"


def guard(folder: Path) -> None:
    """
    Refuse a folder that is no report: its files would be lost.

    Raises
    ------
    InputProblem
        When `folder` is a file, holds something else than a report, or its parent is missing.
    """
    if folder.is_file():
        raise InputProblem(f"{folder}: this is a file. Name a folder for the report.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise InputProblem(
            f"{folder}: this folder holds something else than a report. Name a new or empty folder."
        )
    if not folder.resolve().parent.is_dir():
        raise InputProblem(f"{folder}: the folder {folder.resolve().parent} does not exist. Make it first.")


def publish(files: Iterable[tuple[str, str]], folder: Path, *, made_from: str) -> None:
    """
    Write the pages (name, content) aside and put them in the place of the old report when all are there.

    An interruption leaves the old report whole; one between the two moves leaves it beside, and the next
    run clears up.
    """
    folder = folder.resolve()
    old = folder.with_name(f".{folder.name}.old")
    try:
        aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise InputProblem(f"{folder}: cannot be written ({error.strerror}).") from None
    try:
        names = []
        for name, content in files:
            (aside / name).write_text(content, encoding="utf-8", newline="\n")
            names.append(name)
        listing = {"made_from": made_from, "pages": names}
        (aside / MARKER).write_text(
            json.dumps(listing, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        aside.chmod(0o755)
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        aside.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise InputProblem(f"{folder}: cannot be written ({error.strerror}).") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
