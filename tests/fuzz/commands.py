"""One text through every command: tables or a clear word, never anything else."""

from __future__ import annotations

import argparse
import json
import traceback
from collections.abc import Iterator, Sequence

from analysis import export
from analysis.__main__ import made, registered
from analysis.arguments import parser
from analysis.problems import InputProblem
from analysis.reading import read_bytes
from analysis.report.fulltext import full_text
from analysis.setup import Setup
from analysis.showing.strip import document_strip
from analysis.study import Study
from analysis.tables import Table, declared
from tests.fuzz.documents import document
from tests.fuzz.invariants import broken
from tests.fuzz.texts import text

_SLOW = {"clusters", "sensitivity", "most_sensitive", "evaluate", "segmentation_quality"}


def _needs_more(table: Table) -> bool:
    return table.name in _SLOW or table.name.startswith("cluster_") or any(o.required for o in table.options)


LINES: tuple[Sequence[str], ...] = (
    *([table.command] for table in registered() if table.make and not _needs_more(table)),
    ["concordance", "--pattern", "民生"],
    ["concordance", "--pattern", ".", "--regular"],
    ["clusters", "--k", "2"],
    ["tokens", "--granularity", "term"],
    ["terms", "--by", "chapter", "--granularity", "term"],
    ["keyness", "--by", "article", "--minimum", "1"],
    ["keyness", "--minimum", "1", "--absent", "--numerals", "--all-measures"],
    ["dispersion", "--by", "article"],
    ["collocations", "--window", "2", "--minimum", "1"],
    ["network", "--minimum", "1"],
    ["richness", "--by", "article"],
    ["sentences", "--headings"],
)


DOCUMENTS = 8  # of so many documents one goes through every command; all are read


def reading_faults(seed: int) -> Iterator[str]:
    """What does not hold of the document of this seed as it is read."""
    try:
        yield from (f"{seed} document: {fault}" for fault in broken(document(seed)))
    except Exception:
        yield f"{seed} document: {_end()}"


class Fuzz:
    """Runs texts by their seeds; everything that costs time is made once."""

    def __init__(self) -> None:
        self.setup = Setup()
        self.lines = [parser(registered()).parse_args(list(line)) for line in LINES]

    def faults(self, seed: int) -> Iterator[str]:
        """What went wrong with the text and the document of this seed: the command, the traceback's end."""
        yield from reading_faults(seed)
        yield from self._faults(seed, *text(seed))
        if seed % DOCUMENTS == 0:
            yield from self._faults(seed, "x.txt", document(seed).encode())

    def _faults(self, seed: int, name: str, data: bytes) -> Iterator[str]:
        try:
            study = Study(read_bytes(data, name, errors="replace"), self.setup)
        except InputProblem as problem:
            if "\n" in str(problem):
                yield f"{seed} read: a problem of several lines: {problem!r}"
            return
        except Exception:
            yield f"{seed} read: {_end()}"
            return
        for options in self.lines:
            yield from self._command(seed, study, options)
        try:
            full_text(study, {})
            document_strip(study.sentences, study.themes, study.outline, study.theme_definitions)
        except Exception:
            yield f"{seed} pages: {_end()}"

    def _command(self, seed: int, study: Study, options: argparse.Namespace) -> Iterator[str]:
        try:
            table = made(study, options)
            described = declared(options.command.replace("-", "_"))
            more = described.extra_names if getattr(options, "all_measures", False) else []
            if table.columns.tolist() != described.names + more:
                yield f"{seed} {options.command}: columns {table.columns.tolist()}"
            export.encode(table, "csv")
            json.loads(export.encode(table, "json"), parse_constant=_no_json)
        except InputProblem:
            return
        except Exception:
            yield f"{seed} {options.command}: {_end()}"


def _no_json(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _end() -> str:
    return " / ".join(traceback.format_exc().strip().splitlines()[-3:])
