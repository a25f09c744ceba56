"""Many documents, one after another: each ends as a row, whatever it raises, and the others are done."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.folders import inside, not_read
from analysis.names import folded, numbered, readable
from analysis.problems import InputProblem
from analysis.tables import Column, Table, build, describe

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
FAULT = "a fault in this software, not in your document: please report it; --debug shows where"


describe(
    Table(
        "documents",
        row="an input of a batch",
        key=("document_id",),
        help="the inputs themselves: what each is, or why it cannot be read",
        columns=(
            Column(
                "document_id",
                "str",
                "the file's name without suffix, counted on where it is not new",
                ("document", "文件"),
            ),
            Column("path", "str", "the file as it was named; empty for the proposal", ("path", "路径")),
            Column("status", "str", "done or failed", ("status", "状态")),
            Column("reason", "str", "why it failed", ("why", "原因")),
            Column("title", "str", "the document's title", ("title", "标题")),
            Column("issuer", "str", "who issued it, or in whose name it was held", ("issued by", "制定机关")),
            Column(
                "date",
                "str",
                "when it was adopted, delivered or issued, as YYYY-MM-DD (YYYY-MM where no day is given)",
                ("date", "日期"),
            ),
            Column("kind", "str", "plan, notice, work report …; other when unknown", ("kind", "文种")),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Source:
    """An input as it was named, under the id that is its own in this batch; `path` None is the proposal."""

    document_id: str
    path: Path | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: a study and its table, or the reason why there is none."""

    source: Source
    study: Study | None = None
    table: pd.DataFrame | None = None
    reason: str = ""


def sources(files: Sequence[str], *, subfolders: bool = False) -> list[Source]:
    """
    The inputs named: files as they are, of a folder its documents in order, without names the proposal.

    Ids are the names without suffix; where two would be one (letters of two cases are one to many systems)
    the later one is counted on. With `subfolders` the folders in a folder are read too. What is no document
    that is read here, but looks like one (``.doc``, a picture), is an input, so that its row says why.

    Examples
    --------
    >>> [source.document_id for source in sources(["plans/a.txt", "a.md", "A-2.docx"])]
    ['a', 'a-3', 'A-2']
    """
    from analysis.resources import PROPOSAL

    if not files:
        return [Source(PROPOSAL, None)]
    found = [one for file in files for one in _inside(Path(file), subfolders)]
    own = [document_id(path) for path, _ in found]
    taken: set[str] = set()
    ids = []
    for at, name in enumerate(own):
        if folded(name) in taken:
            name = numbered(name, taken | {folded(later) for later in own[at + 1 :]})
        taken.add(folded(name))
        ids.append(name)
    return [Source(id_, path, problem) for id_, (path, problem) in zip(ids, found, strict=True)]


def document_id(path: Path) -> str:
    """
    A document's id: the name of its file without suffix.

    Examples
    --------
    >>> document_id(Path("plans/changning.raw.txt"))
    'changning'
    """
    return readable(path.stem.removesuffix(".raw"))


def _inside(path: Path, subfolders: bool) -> Iterator[tuple[Path, str]]:
    """A file as it is; of a folder its documents, or what is wrong with it."""
    from analysis.reading import SUFFIXES

    try:
        if not path.is_dir():
            yield path, ""
            return
        documents = inside(path, subfolders=subfolders)
    except OSError as error:
        yield path, f"{path}: cannot be read ({error.strerror})."
        return
    if not documents:
        yield path, f"{path}: no document ({', '.join(SUFFIXES)}) in this folder."
    yield from ((one, "") for one in documents)


def unread(files: Sequence[str], *, subfolders: bool = False) -> Iterator[str]:
    """What stands in the folders named and is not read, a line for each kind."""
    for path in map(Path, files):
        with suppress(OSError):  # told as an input
            if path.is_dir():
                yield from not_read(path, subfolders=subfolders)


def outcomes(
    inputs: Sequence[Source],
    study: Callable[[Source], Study],
    table: Callable[[Study], pd.DataFrame] | None = None,
) -> Iterator[Outcome]:
    """
    Each input's study, and its table where one is asked for; a failure becomes a reason, never the end.

    What is not the document's fault is told as ours, and where it came from is logged for ``--debug``.
    """
    for source in inputs:
        if source.problem:
            yield Outcome(source, reason=source.problem)
            continue
        try:
            made = study(source)
        except Exception as error:
            yield Outcome(source, reason=_reason(source, error, named=True))
            continue
        try:
            yield Outcome(source, made, None if table is None else table(made))
        except Exception as error:
            yield Outcome(source, made, reason=_reason(source, error, named=False))


def _reason(source: Source, error: Exception, *, named: bool) -> str:
    """One line that names the file; `named` when an InputProblem names it itself."""
    name = readable(source.path or source.document_id)
    if isinstance(error, InputProblem):
        return str(error) if named else f"{name}: {error}"
    return f"{name}: {fault(error)}"


def fault(error: Exception) -> str:
    """What is said of an exception that should not have been."""
    logging.getLogger(__name__).debug("unexpected", exc_info=error)
    if isinstance(error, OSError) and error.errno in _FULL:
        return (
            f"nothing can be written ({error.strerror}). Make room on the disk, and in the folder for "
            "temporary files."
        )
    said = (str(error).splitlines() or [""])[0][:200]
    return f"{type(error).__name__}{': ' if said else ''}{said} ({FAULT})"


def documents(made: Sequence[Outcome]) -> pd.DataFrame:
    """
    The inputs of a batch, one a row: id, path as named, ``done`` or ``failed`` with the reason, and what it
    is.

    Columns as in ``tables.TABLES["documents"]``; what could not be read has no title, issuer, date or kind.
    """
    return build("documents", map(_row, made))


def _row(outcome: Outcome) -> tuple[str, ...]:
    source, document = outcome.source, outcome.study.document if outcome.study else None
    told = (document.title, document.issuer, document.dated[0], document.kind) if document else ("",) * 4
    status = "failed" if outcome.reason else "done"
    return (source.document_id, readable(source.path or ""), status, outcome.reason, *told)
