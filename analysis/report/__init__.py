"""Notebooks become a static HTML report that opens from disk without any network."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.report.folder import guard
from analysis.resources import folder as resource_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.reading.decoding import Errors
    from analysis.report.execution import Executed
    from analysis.report.pages import Page
    from analysis.study import Study

__all__ = ["build"]


def build(
    source: Path | None,
    folder: Path,
    *,
    themes: str | None = None,
    lexicon: Sequence[str] = (),
    errors: Errors = "strict",
) -> int:
    """
    Execute every notebook on the document and write the report to `folder`; print the index's path.

    `source` is a document, or None for the proposal; `themes` a theme file, `lexicon` tables of your own; `errors` says whether a damaged
    text is refused or read with its damaged places replaced. Returns the exit status: 0, or
    1 when a notebook failed (named on standard error and on the index; the other pages stand).

    Raises
    ------
    InputProblem
        When the document, a lexicon's table, the theme file or the folder cannot be used; nothing is written then.
    """
    from analysis.report.execution import Executed, execute, load
    from analysis.report.folder import publish
    from analysis.study import Study

    begun = time.monotonic()
    guard(folder)
    study = Study.open(source, themes=themes, lexicon=lexicon, errors=errors)
    paths = _notebooks(study)
    parameters = {
        "source": _absolute(source),
        "themes": _absolute(themes),
        "lexicon": [_absolute(file) for file in lexicon],
        "errors": errors,
    }
    notebooks = load(paths, parameters)
    refused = {name for name, notebook in notebooks.items() if _refusal(study, notebook)}
    longest_first = sorted(notebooks, key=lambda name: "needs" not in notebooks[name].metadata)
    runnable = {name: notebooks[name] for name in longest_first if name not in refused}
    executed = {
        one.name: one
        for one in execute(runnable, resource_folder("notebooks"), done=_Progress(len(runnable)))
    }
    pages = _pages(study, [executed.get(name) or Executed(name, notebooks[name], 0.0) for name in notebooks])
    publish(_rendered(study, pages), folder, made_from=study.document.id)
    failed = [page for page in pages if page.failed]
    for page in failed:
        _say(f"error: {page.file.removesuffix('.html')}: {page.failed}")
    _say(f"{len(pages)} pages in {time.monotonic() - begun:.0f} s")
    sys.stdout.write(f"{folder / 'index.html'}\n")
    return 1 if failed else 0


def _absolute(path: str | Path | None) -> str | None:
    return None if path is None else str(Path(path).resolve())


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
            _say(f"{path.stem}: left out, the theme file has no theme {theme}")
    return chosen


def _refusal(study: Study, notebook: Any) -> str:
    """Why a notebook's method does not suit this document; empty when it does."""
    return study.cluster_refusal if notebook.metadata.get("needs") == "clusters" else ""


def _pages(study: Study, executed: list[Executed]) -> list[Page]:
    from analysis.report.fulltext import full_text
    from analysis.report.pages import TEXT_PAGE, Page, index_page, notebook_page

    pages = [notebook_page(one, refusal=_refusal(study, one.notebook)) for one in executed]
    themes = {
        one.notebook.metadata["theme"]: f"{one.name}.html"
        for one in executed
        if "theme" in one.notebook.metadata
    }
    text = Page(
        TEXT_PAGE,
        "Full text 全文",
        full_text(study, themes),
        "The document itself: every sentence under its number, with the themes found in it.",
        "文件原文:每句有编号,并标出所论及的主题。",
    )
    return [index_page(study.document, [*pages, text], _summary(study, list(themes))), *pages, text]


def _summary(study: Study, paged: Sequence[str]) -> str:
    """The strip and the headline findings of the index; of themes, those that have a page (`paged`) in full."""
    from analysis import findings
    from analysis.exhibits import bilingual
    from analysis.strip import document_strip

    strip = document_strip(study.sentences, study.themes, study.outline, study.theme_definitions)
    themes, sizes = study.theme_definitions, study.theme_sizes
    shares = [findings.theme_share(one, sizes, study.sentences) for one in themes if one.id in paged]
    shown = [
        findings.document(study.document, study.sentences),
        findings.theme_ranking(themes, sizes),
        *shares,
        findings.top_terms(study.terms(granularity="term")),
    ]
    parts = [
        f'<h2 id="strip">{bilingual("The document at a glance", "全文一览")}</h2>{strip.html}',
        f'<h2 id="integrity">{bilingual("Is the text complete?", "文本是否完整")}</h2>',
        findings.integrity(study.check)._repr_html_(),
        f'<h2 id="findings">{bilingual("Main findings", "主要发现")}</h2>',
        *(finding._repr_html_() for finding in shown),
    ]
    return "".join(parts)


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
        _say(f"[{self.count}/{self.total}] {executed.name}: {state}, {executed.seconds:.1f} s")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
