"""A lexicon's table as a file: what kind it is, its rows, and what is wrong with it, by file and line."""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.tables import InputProblem, shown
from analysis.words.entries import CHECKS, meant, unmatchable

# The kind of a table by its first column, with the columns it must have. Others (source, and all that
# `discover` writes) may stand beside them.
KINDS: dict[str, tuple[str, ...]] = {
    "word": ("tag", "frequency"),
    "phrase": ("cut",),
    "term": ("type",),
    "stop_word": (),
    "generic": ("position",),
}
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")  # of tables and theme files
_LISTED = re.compile(r"[\u3400-\u9fff]")  # what a list of words begins with, and no header does
_OF_JIEBA = re.compile(r"\S+(?: +\d+)(?: +[a-zA-Z]{1,8})?|\S*[\u3400-\u9fff] +[a-z]{1,3}")  # 云计算 5 n

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entries:
    """The rows of one table: entry to (line, the values of its kind's columns)."""

    name: str
    kind: str
    rows: Mapping[str, tuple[int, tuple[str, ...]]]


def read_table(path: Path) -> Entries:
    """
    A table of any kind, checked.

    Raises
    ------
    InputProblem
        With file and line: no text, no header, cells missing, an entry twice, an entry that could never
        match.
    """
    kind, lines = _of_kind(path.name, list(lines_of(path)))
    problems: list[tuple[int, str]] = []
    twice: list[tuple[int, str]] = []
    rows: dict[str, tuple[int, tuple[str, ...]]] = {}
    for line, (entry, *values) in lines:
        problem = _problem(kind, entry, values)
        if not problem and (earlier := rows.get(entry)):
            if earlier[1] == tuple(values):
                twice.append((line, entry))
                continue
            problem = f"{entry} stands in line {earlier[0]} already, otherwise. Remove one."
        if problem:
            problems.append((line, problem))
        else:
            rows[entry] = (line, tuple(values))
    if problems:
        raise InputProblem(_told(path.name, problems))
    if twice:
        log.warning("%s:%d: %s stands twice; so do %d more.", path.name, *twice[0], len(twice) - 1)
    return Entries(path.name, kind, rows)


def _of_kind(name: str, lines: list[tuple[int, list[str]]]) -> tuple[str, list[tuple[int, list[str]]]]:
    """The kind of a table, and of each row the entry as documents are read, and its kind's columns."""
    filled = [(line, [cell.strip() for cell in cells]) for line, cells in lines if any(map(str.strip, cells))]
    header = _without_blank_end(filled[0][1]) if filled else []
    if (
        header
        and header[0] not in KINDS
        and all(not any(cells[1:]) for _, cells in filled)
        and _LISTED.search(header[0])
    ):
        return _bare_list(name, [(line, cells[0]) for line, cells in filled])
    kind, order = _columns(name, header)
    return kind, [(line, _row(kind, header, cells, order)) for line, cells in filled[1:]]


def _bare_list(name: str, entries: list[tuple[int, str]]) -> tuple[str, list[tuple[int, list[str]]]]:
    """
    A list without a header: stop words where its name says so, words with frequency and tag as jieba's user
    dictionaries have them, else terms.
    """
    if any(_OF_JIEBA.fullmatch(entry) for _, entry in entries):
        log.warning("%s: no header; read as a user dictionary of jieba, %d words.", name, len(entries))
        return "word", [(line, _of_jieba(entry)) for line, entry in entries]
    kind = "stop_word" if re.search("stop|停用", name, re.IGNORECASE) else "term"
    what = {"stop_word": "stop words", "term": "terms"}[kind]
    log.warning("%s: no header; read as a list of %d %s.", name, len(entries), what)
    values = ["own"] * len(KINDS[kind])
    return kind, [(line, [meant(entry), *values]) for line, entry in entries]


def _of_jieba(entry: str) -> list[str]:
    """Word, tag and frequency of a line of a user dictionary; a word counts 1 where it does not say."""
    word, *values = entry.split()
    frequency = next((value for value in values if value.isdecimal()), "1")
    return [word, next((value for value in values if not value.isdecimal()), "n"), frequency]


def _row(kind: str, header: list[str], cells: list[str], order: list[int]) -> list[str]:
    """The entry and its kind's columns, blank where there is none; columns beside them do not matter."""
    row = [*cells, *[""] * (len(header) - len(cells))]
    if any(row[len(header) :]):
        row = [row[0]]  # more cells than columns: which belongs to which nobody can know
        return [row[0], *[""] * len(order)]
    values = [row[i] for i in order]
    return [meant(row[0]), *([meant(values[0], within=" ")] if kind == "phrase" and values[0] else values)]


def _without_blank_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _told(name: str, problems: list[tuple[int, str]]) -> str:
    """The first problem in full, the lines of the others."""
    (line, first), *others = problems
    if not others:
        return f"{name}:{line}: {first}"
    more = ", ".join(str(at) for at, _ in others[:10]) + (", …" if len(others) > 10 else "")
    return f"{name}:{line}: {first} Also wrong: line{'s' if len(others) > 1 else ''} {more}."


def text_of(path: Path) -> str:
    """
    The text of a file that a person edits: UTF-8 (with or without byte order mark), GBK or UTF-16.

    Raises
    ------
    InputProblem
        When there is no such file, it is no plain file, or no text in one of these encodings (with line).
    """
    name = shown(path.name)
    try:
        if path.exists() and not path.is_file():
            kind = "a folder" if path.is_dir() else "no plain file"
            raise InputProblem(f"{path}: this is {kind}. Name a file.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputProblem(f"{path}: cannot be read (no such file). Name one that exists.") from None
    except OSError as error:
        raise InputProblem(f"{path}: cannot be read ({error.strerror}).") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _foreign(data, name, line=data.count(b"\n", 0, error.start) + 1)
    return _foreign(data, name, line=1) if "\0" in text else text


def _foreign(data: bytes, name: str, *, line: int) -> str:
    """Text in GBK or UTF-16; anything else is refused rather than misread. `line`: where it is no UTF-8."""
    from analysis.reading import decode

    try:
        found = decode(data, name=name)
    except InputProblem:
        found = None
    if found is None or found.encoding not in ENCODINGS:
        raise InputProblem(f"{name}:{line}: not UTF-8, GBK or UTF-16. Save it as text in UTF-8.")
    return found.text.removeprefix("\ufeff")


def lines_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """
    Line numbers and cells of a table; parted by tabs or commas, whichever the first line has.

    Raises
    ------
    InputProblem
        When there is no such file, or it is no text.
    """
    text = text_of(path)
    if "\0" in text:
        raise InputProblem(f"{path.name}: not a text table. Save it as UTF-8 text, tab- or comma-separated.")
    delimiter = "\t" if "\t" in text.split("\n", 1)[0] or "," not in text.split("\n", 1)[0] else ","
    with io.StringIO(text, newline="") as file:
        # Quotation marks are part of a term in a tab-separated table; a spreadsheet's commas need them.
        quoted = delimiter == ","
        rows = csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
        try:
            for cells in rows:
                yield rows.line_num, cells
        except csv.Error as error:
            raise InputProblem(f"{path.name}:{rows.line_num}: {error}.") from None


def _columns(name: str, header: list[str]) -> tuple[str, list[int]]:
    """The kind of table, and where its columns stand."""
    kinds = " | ".join(", ".join((kind, *columns)) for kind, columns in KINDS.items())
    kind = header[0].strip() if header else ""
    if kind not in KINDS:
        raise InputProblem(
            f"{name}:1: the first line must name the columns: {kinds}, each with or without source; "
            f"found: {shown(', '.join(header)) or 'nothing'}"
        )
    missing = [column for column in KINDS[kind] if column not in header]
    named = [column for column in header if column]
    if missing or len(set(named)) < len(named):
        wanted = ", ".join((kind, *KINDS[kind], "source"))
        raise InputProblem(f"{name}:1: the columns must be {wanted}; found: {shown(', '.join(header))}")
    return kind, [header.index(column) for column in KINDS[kind]]


def _problem(kind: str, entry: str, values: list[str]) -> str:
    """What is wrong with a row; empty when nothing is."""
    wanted = (kind, *KINDS[kind])
    if not all((entry, *values)):
        found = shown(str([entry, *values]))
        return f"needs filled cells for {', '.join(wanted)}, and no cells beyond the header; found: {found}."
    return unmatchable(entry) or CHECKS[kind](dict(zip(wanted, (entry, *values), strict=True)))
