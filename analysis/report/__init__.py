"""Notebooks become a static HTML report that opens from disk without any network."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.messages import tell
from analysis.outputs import write_standard
from analysis.problems import InputProblem
from analysis.prose import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from analysis.reading import Script
    from analysis.reading.decoding import Errors
    from analysis.report.execution import Executed
    from analysis.report.kept import Kept
    from analysis.report.pages import Page
    from analysis.report.pool import Pool
    from analysis.report.results import Results
    from analysis.report.snapshot import Snapshot
    from analysis.showing.finding import Finding
    from analysis.study import Study

__all__ = ["Asked", "Made", "build", "make", "tell_outcome"]


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What is asked for besides the document.

    Attributes
    ----------
    themes, lexicon
        A theme file, and tables of your own.
    errors
        Whether a damaged text is refused or read with its damaged places replaced.
    script
        Whether traditional script is kept or made simplified.
    language
        The language shown first, ``en`` or ``zh``; by default that of the reader's browser.
    fresh
        Whether everything is made anew, whatever was kept.
    """

    themes: str | Path | None = None
    lexicon: Sequence[str | Path] = ()
    errors: Errors = "strict"
    script: Script = "kept"
    language: str = ""
    fresh: bool = False

    @property
    def files(self) -> list[Path]:
        """The files that are read besides the document."""
        return [Path(path) for path in (self.themes, *self.lexicon) if path is not None]


@dataclass(frozen=True, slots=True)
class Made:
    """
    A report: its document's id and title, its pages (file, HTML), what failed (name, why), and its headline
    findings by language.
    """

    id: str
    title: str
    files: list[tuple[str, str]]
    failed: list[tuple[str, str]]
    findings: dict[str, list[str]]


def build(
    source: Path | None,
    output: Path,
    *,
    asked: Asked = Asked(),
    single: bool = False,
    checkpoint: Callable[[], None] = lambda: None,
) -> int:
    """
    Execute every notebook on the document and write the report to `output`; print the index's path.

    Document, lexicon and themes are read once; the notebooks get copies. What was kept of an earlier run on
    the same is not computed again. Returns the exit status: 0, or 1 when a notebook failed (named on standard
    error and on the index; the other pages stand).

    Parameters
    ----------
    source
        A document, or None for the proposal.
    output
        Folder of the report: new, empty, or an older report, which is replaced when the new one is complete;
        the file, when it is to be a `single` one.
    asked
        What is asked for besides.
    single
        Whether all pages go into one HTML file.
    checkpoint
        Called before the report takes its place; what it raises leaves the old report whole.

    Raises
    ------
    InputProblem
        When the document, a lexicon's table, the theme file or the folder cannot be used; nothing is written
        then.
    """
    from analysis.report.kept import Kept, cache_folder
    from analysis.report.output import reserved_output
    from analysis.report.pool import kernels
    from analysis.report.unfinished import working_folder

    begun = time.monotonic()
    inputs = [*asked.files, *([] if source is None else [source])]
    with (
        reserved_output(output, single=single, inputs=inputs) as publish,
        working_folder() as private,
        kernels(private) as pool,
    ):
        made = make(source, private / "document", pool, Kept(cache_folder(), fresh=asked.fresh), asked)
        checkpoint()
        publish(made)
    tell_outcome(made, asked.language)
    tell(f"{len(made.files)} page{'' if len(made.files) == 1 else 's'} in {time.monotonic() - begun:.1f} s")
    say(output if single else output / "index.html")
    return 1 if made.failed else 0


def say(path: Path) -> None:
    """Print where the result is: it stands, whether or not anybody hears of it."""
    with suppress(InputProblem, BrokenPipeError):
        write_standard(f"{path}\n".encode())


def tell_outcome(made: Made, language: str) -> None:
    """What was found, and what failed."""
    for line in made.findings["zh" if language == "zh" else "en"]:
        tell(f"· {line}")
    for name, why in made.failed:
        tell(f"error: {name}: {why}")


def make(source: Path | None, folder: Path, pool: Pool, kept: Kept, asked: Asked, id: str = "") -> Made:
    """
    The report about one document, from what was kept or anew; `folder` is a new one for its inputs.

    Raises
    ------
    InputProblem
        As `build`.
    """
    from analysis.report import selection
    from analysis.report.kept import digest
    from analysis.report.origins import fingerprint, software
    from analysis.report.snapshot import Snapshot

    folder.mkdir(mode=0o700)
    snapshot = Snapshot.take(
        folder, source, themes=asked.themes, lexicon=asked.lexicon, errors=asked.errors, script=asked.script
    )
    base = [*software(), snapshot.inputs]
    name = f"{digest(*base, fingerprint(selection.collection()), asked.language, id)}.json"
    if (found := kept.get(name)) is not None:
        return Made(**{field: found[field] for field in Made.__slots__})
    made = _made(snapshot, pool, lambda: _results(kept, base), asked.language, id)
    snapshot.refuse_changes()
    if not made.failed:
        kept.put(name, {"metadata": {}, **asdict(made)})
    return made


def _results(kept: Kept, base: Sequence[str]) -> Results:
    """What was kept of notebooks; imports nbformat, which takes long where its schemas are not made ready."""
    from analysis.report.results import Results

    return Results(kept, base)


def _made(snapshot: Snapshot, pool: Pool, results: Callable[[], Results], language: str, id: str) -> Made:
    """The report of a snapshot, with all notebooks executed; the kernels start first."""
    from analysis.report.schemas import import_schemas
    from analysis.report.selection import selected, size
    from analysis.report.summary import headlines

    pool.warm(size())
    import_schemas()

    study = snapshot.study(id or None)
    notebooks = selected(study, snapshot.given)
    pages = _pages(study, notebooks, _executed(notebooks, pool, results(), snapshot.folder))
    return Made(
        id=study.document.id,
        title=study.document.title,
        files=_rendered(study, pages, language),
        failed=[(page.file.removesuffix(".html"), page.failed) for page in pages if page.failed],
        findings={code: [getattr(finding, code) for finding in headlines(study)] for code in ("en", "zh")},
    )


def _executed(notebooks: Mapping[str, Any], pool: Pool, results: Results, folder: Path) -> Iterator[Executed]:
    """Every notebook with its outputs: those kept, and those that run from now on."""
    kept = [found for name, one in notebooks.items() if (found := results.get(name, one)) is not None]
    missing = {name: notebooks[name] for name in notebooks if name not in {one.name for one in kept}}
    running = pool.run(missing, folder)

    def each() -> Iterator[Executed]:
        yield from kept
        for one in running:
            results.put(notebooks[one.name], one)
            yield one

    return each()


def _refusal(study: Study, notebook: Any) -> Finding | None:
    """Why a notebook's method does not suit this document; none when it does."""
    from analysis.showing.cluster_findings import no_clusters

    refused = notebook.metadata.get("needs") == "clusters" and study.cluster_refusal
    return no_clusters(study.cluster_refusal) if refused else None


def _pages(study: Study, notebooks: Mapping[str, Any], running: Iterator[Executed]) -> list[Page]:
    """All pages; whatever needs no notebook is made while they run, and each one's page when it is done."""
    from analysis.prose import Bilingual
    from analysis.report.fulltext import full_text
    from analysis.report.pages import TEXT_PAGE, Page, index_page, notebook_page
    from analysis.report.search import find_page
    from analysis.report.summary import index_parts

    themes = {
        notebook.metadata["theme"]: f"{name}.html"
        for name, notebook in notebooks.items()
        if "theme" in notebook.metadata
    }
    summary, text = index_parts(study), full_text(study, themes)
    refusals = {name: _refusal(study, notebook) for name, notebook in notebooks.items()}
    made, progress = {}, _Progress(len(notebooks))
    for one in running:
        if refusals[one.name]:
            one = replace(one, failure="")
        progress(one)
        made[one.name] = notebook_page(one, refusal=refusals[one.name])
    last = Page(
        TEXT_PAGE,
        Bilingual("Full text", "全文"),
        text,
        Bilingual(
            "The document itself: every sentence under its number, with which of the themes shown it has.",
            "文件原文：每句有编号，并标出识别出的所示主题。",
        ),
    )
    pages = [*(made[name] for name in notebooks), last]
    return [index_page(study.document, pages, summary), *pages, find_page(study)]


def _rendered(study: Study, pages: list[Page], language: str) -> list[tuple[str, str]]:
    from analysis.report.pages import render

    ids = {part.id for part in study.document.parts} | set(study.sentences["sentence_id"])
    shown = next((one for one in LANGUAGES if one == language), None)
    return list(render(pages, study.document, frozenset(ids), language=shown))


class _Progress:
    """One line on standard error for each notebook that is done."""

    def __init__(self, total: int) -> None:
        self.total, self.count = total, 0

    def __call__(self, executed: Executed) -> None:
        self.count += 1
        state = f"FAILED ({executed.failure})" if executed.failure else "done"
        time_ = f", {executed.seconds:.1f} s" if executed.seconds else " before"
        tell(f"[{self.count}/{self.total}] {executed.name}: {state}{time_}")
