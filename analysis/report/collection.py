"""Reports on several documents in one folder, an index over them; one that fails does not stop the others."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from analysis.batch import Source, fault
from analysis.messages import tell
from analysis.names import file_name, folded, readable
from analysis.problems import InputProblem

if TYPE_CHECKING:
    from analysis.report import Asked, Made
    from analysis.report.folder import Place

__all__ = ["build_all"]

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Row:
    """A document on the index: its name, where its report stands (nowhere when it has none), what it is."""

    name: str
    file: str = ""
    title: str = ""
    en: str = ""
    zh: str = ""
    failed: tuple[str, ...] = ()


def build_all(
    sources: Sequence[Source],
    folder: Path,
    *,
    asked: Asked,
    single: bool = False,
    checkpoint: Callable[[], None] = lambda: None,
) -> int:
    """
    A report on each document, in a subfolder (or, `single`, one file) named after it, and an index over them.

    Returns the exit status: 0, 1 when something failed, 2 when there is no report at all; then what stood in
    `folder` is as it was.

    Raises
    ------
    InputProblem
        When the folder, the lexicon or the theme file cannot be used.
    """
    from analysis.report import say
    from analysis.report.folder import publish, reserved
    from analysis.setup import Setup

    begun = time.monotonic()
    if asked.files:  # what is wrong with them is told once, not for each document
        Setup.open(lexicon=asked.lexicon, themes=asked.themes, script=asked.script)
    inputs = [*asked.files, *(one.path for one in sources if one.path is not None)]
    with reserved(folder, inputs=inputs) as place:
        rows = []
        for at, row in enumerate(_rows(sources, place, asked, single=single), start=1):
            rows.append(row)
            tell(f"{row.name}: {'report' if row.file else 'no report'}, {at} of {len(sources)}")
        if not any(row.file for row in rows):
            return 2
        checkpoint()
        publish([(INDEX, _index(rows, asked.language))], place, made_from=f"{len(rows)} documents")
    done = sum(bool(row.file) for row in rows)
    tell(f"{done} report{'' if done == 1 else 's'} of {len(rows)} in {time.monotonic() - begun:.1f} s")
    say(folder / INDEX)
    return 1 if any(row.failed for row in rows) else 0


def _rows(sources: Sequence[Source], place: Place, asked: Asked, *, single: bool) -> Iterator[Row]:
    """Make one report after another, in kernels that all of them share."""
    from analysis.report import make, tell_outcome
    from analysis.report.kept import Kept, cache_folder
    from analysis.report.pool import kernels
    from analysis.report.unfinished import working_folder

    kept = Kept(cache_folder(), fresh=asked.fresh)
    taken = {INDEX, "report.json"}
    with working_folder() as private, kernels(private) as pool:
        for at, source in enumerate(sources):
            name = file_name(source.document_id, ".html" if single else "", taken=taken)
            taken.add(folded(name))
            try:
                if source.problem:
                    raise InputProblem(source.problem)
                made = make(source.path, private / str(at), pool, kept, asked, source.document_id)
            except Exception as error:
                reason = str(error) if isinstance(error, InputProblem) else fault(error)
                tell(f"error: {reason}")
                yield Row(readable(source.path or source.document_id), failed=(reason,))
                continue
            _write(made, place, name, single=single)
            tell_outcome(made, asked.language)
            failed = tuple(f"{page}: {why}" for page, why in made.failed)
            first = {code: next(iter(lines), "") for code, lines in made.findings.items()}
            link = name if single else f"{name}/{INDEX}"
            yield Row(made.id, _address(link), made.title, first.get("en", ""), first.get("zh", ""), failed)


def _address(path: str) -> str:
    """A path as a link: what would end it, or begin something else, is spelled out."""
    return path.replace("%", "%25").replace("#", "%23").replace("?", "%3F")


def _write(made: Made, place: Place, name: str, *, single: bool) -> None:
    from analysis.report.folder import add_file, add_report
    from analysis.report.single import one_file

    if single:
        add_file(place, name, one_file(made.files))
    else:
        add_report(place, name, made.files, made_from=made.id)


def _index(rows: Sequence[Row], language: str) -> str:
    from analysis import __version__
    from analysis.report.pages import TEMPLATES
    from analysis.showing.html import rendered

    style, script = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ("style.css", "language.js"))
    return rendered(
        "collection",
        TEMPLATES,
        rows=rows,
        language=language,
        style=Markup(style),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        version=__version__,
    )
