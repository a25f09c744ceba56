"""Notebooks become a static HTML report that opens from disk without any network."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.messages import tell
from analysis.outputs import write_standard
from analysis.problems import InputProblem
from analysis.resources import folder as resource_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from analysis.reading import Script
    from analysis.reading.decoding import Errors
    from analysis.report.execution import Executed
    from analysis.report.pages import Page
    from analysis.report.snapshot import Snapshot
    from analysis.study import Study

__all__ = ["build"]


def build(
    source: Path | None,
    folder: Path,
    *,
    themes: str | Path | None = None,
    lexicon: Sequence[str | Path] = (),
    errors: Errors = "strict",
    script: Script = "kept",
    checkpoint: Callable[[], None] = lambda: None,
) -> int:
    """
    Execute every notebook on the document and write the report to `folder`; print the index's path.

    Document, lexicon and themes are read once; the notebooks get copies. Returns the exit status: 0, or 1
    when a notebook failed (named on standard error and on the index; the other pages stand).

    Parameters
    ----------
    source
        A document, or None for the proposal.
    folder
        Of the report: new, empty, or an older report, which is replaced when the new one is complete.
    themes, lexicon
        A theme file, and tables of your own.
    errors
        Whether a damaged text is refused or read with its damaged places replaced.
    script
        Whether traditional script is kept or made simplified.
    checkpoint
        Called before the report takes its place; what it raises leaves the old report whole.

    Raises
    ------
    InputProblem
        When the document, a lexicon's table, the theme file or the folder cannot be used; nothing is written
        then.
    """
    from analysis.report.folder import publish, reserved
    from analysis.report.snapshot import Snapshot

    begun = time.monotonic()
    inputs = [Path(path) for path in (source, themes, *lexicon) if path is not None]
    with reserved(folder, inputs=inputs) as place, _private() as private:
        snapshot = Snapshot.take(
            private, source, themes=themes, lexicon=lexicon, errors=errors, script=script
        )
        study, pages = _made(snapshot)
        files = _rendered(study, pages)
        snapshot.refuse_changes()
        checkpoint()
        publish(files, place, made_from=study.document.id)
    failed = [page for page in pages if page.failed]
    for page in failed:
        tell(f"error: {page.file.removesuffix('.html')}: {page.failed}")
    tell(f"{len(pages)} page{'' if len(pages) == 1 else 's'} in {time.monotonic() - begun:.0f} s")
    with suppress(InputProblem, BrokenPipeError):  # the report stands, whether or not anybody hears of it
        write_standard(f"{folder / 'index.html'}\n".encode())
    return 1 if failed else 0


@contextmanager
def _private() -> Iterator[Path]:
    """A folder that only this user can read, gone at the end."""
    folder = Path(tempfile.gettempdir()).resolve() / f"policy-text-{secrets.token_hex(8)}"
    try:  # from before the folder is made, so that no interruption falls between
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(snapshot: Snapshot) -> tuple[Study, list[Page]]:
    """The study of a snapshot, and its pages with all notebooks executed."""
    from analysis.report.execution import load
    from analysis.report.pool import kernels

    private = snapshot.folder / "kernels"
    private.mkdir()
    with kernels(private) as pool:
        pool.warm()
        study = snapshot.study()
        notebooks = load(_notebooks(study), {"given": snapshot.given})
        running = pool.run(notebooks, snapshot.folder)
        return study, _pages(study, notebooks, running)


def _notebooks(study: Study) -> list[Path]:
    """The collection in order, without the pages of themes that the theme file does not define."""
    import json

    known = {theme.id for theme in study.theme_definitions}
    chosen = []
    for path in sorted(resource_folder("notebooks").glob("[0-9]*.ipynb")):
        theme = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("theme")
        if theme is None or theme in known:
            chosen.append(path)
        else:
            elsewhere = theme in {one.id for one in study.setup.themes}
            why = "its theme is of another place" if elsewhere else f"the theme file has no theme {theme}"
            tell(f"{path.stem}: left out, {why}")
    return chosen


def _refusal(study: Study, notebook: Any) -> str:
    """Why a notebook's method does not suit this document; empty when it does."""
    return study.cluster_refusal if notebook.metadata.get("needs") == "clusters" else ""


def _pages(study: Study, notebooks: Mapping[str, Any], running: Iterator[Executed]) -> list[Page]:
    """All pages; whatever needs no notebook is made while they run, and each one's page when it is done."""
    from analysis.report.fulltext import full_text
    from analysis.report.pages import TEXT_PAGE, Page, index_page, notebook_page

    themes = {
        notebook.metadata["theme"]: f"{name}.html"
        for name, notebook in notebooks.items()
        if "theme" in notebook.metadata
    }
    summary, text = _summary(study), full_text(study, themes)
    refusals = {name: _refusal(study, notebook) for name, notebook in notebooks.items()}
    made, progress = {}, _Progress(len(notebooks))
    for one in running:
        if refusals[one.name]:
            one = replace(one, failure="")
        progress(one)
        made[one.name] = notebook_page(one, refusal=refusals[one.name])
    last = Page(
        TEXT_PAGE,
        "Full text 全文",
        text,
        "The document itself: every sentence under its number, with the themes found in it.",
        "文件原文:每句有编号,并标出所论及的主题。",
    )
    pages = [*(made[name] for name in notebooks), last]
    return [index_page(study.document, pages, summary), *pages]


def _summary(study: Study) -> dict[str, str]:
    """The strip and the headline findings of the index, as HTML."""
    from analysis.showing import findings, theme_findings
    from analysis.showing.strip import document_strip

    counted = study.counted_sentences
    strip = document_strip(counted, study.themes, study.outline, study.theme_definitions)
    shown = [
        findings.document(study.document, counted),
        *(theme_findings.theme_share(theme, study.themes, counted) for theme in study.theme_definitions),
        findings.top_terms(study.terms(granularity="term")),
    ]
    return {
        "strip": strip.html,
        "integrity": findings.integrity(study.check)._repr_html_(),
        "findings": "".join(finding._repr_html_() for finding in shown),
    }


def _rendered(study: Study, pages: list[Page]) -> list[tuple[str, str]]:
    from analysis.report.pages import render

    ids = {part.id for part in study.document.parts} | set(study.sentences["sentence_id"])
    return list(render(pages, study.document, frozenset(ids)))


class _Progress:
    """One line on standard error for each notebook that is done."""

    def __init__(self, total: int) -> None:
        self.total, self.count = total, 0

    def __call__(self, executed: Executed) -> None:
        self.count += 1
        state = f"FAILED ({executed.failure})" if executed.failure else "done"
        tell(f"[{self.count}/{self.total}] {executed.name}: {state}, {executed.seconds:.1f} s")
