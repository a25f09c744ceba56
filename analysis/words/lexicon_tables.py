"""A lexicon's table as a file: what kind it is, its rows, and what is wrong with it, by file and line."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.tables import InputProblem, shown

# The kind of a table by its first column, with the columns it must have. Others (source, and all that
# `discover` writes) may stand beside them.
KINDS: dict[str, tuple[str, ...]] = {
    "word": ("tag", "frequency"),
    "phrase": ("cut",),
    "term": ("type",),
    "stop_word": (),
    "generic": ("position",),
}
# What jieba's dictionary can match at all; anything else in a word would never be found.
_WORD = re.compile(r"[\u4e00-\u9fd5〇a-zA-Z0-9+#&._%-]+")
_MOST = 60
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")  # of tables and theme files
_PLAIN = re.compile(r"[\u4e00-\u9fd5A-Za-z0-9]+")


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
    lines = lines_of(path)
    header, problems = next(lines, (1, []))[1], []
    kind, order = _columns(path.name, header)
    rows: dict[str, tuple[int, tuple[str, ...]]] = {}
    for line, cells in lines:
        if not any(cells):
            continue
        problem = _problem(kind, header, cells)
        if not problem and cells[0] in rows:
            problem = f"{cells[0]} stands in line {rows[cells[0]][0]} already. Remove one."
        if problem:
            problems.append((line, problem))
        else:
            rows[cells[0]] = (line, tuple(cells[i] for i in order))
    if problems:
        raise InputProblem(_told(path.name, problems))
    return Entries(path.name, kind, rows)


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
    if missing or len(set(header)) < len(header):
        wanted = ", ".join((kind, *KINDS[kind], "source"))
        raise InputProblem(f"{name}:1: the columns must be {wanted}; found: {shown(', '.join(header))}")
    return kind, [header.index(column) for column in KINDS[kind]]


def _problem(kind: str, header: list[str], cells: list[str]) -> str:
    """What is wrong with a row; empty when nothing is."""
    if len(cells) != len(header) or not all(cell.strip() for cell in cells):
        return f"needs {len(header)} filled cells ({shown(', '.join(header))}); found: {shown(str(cells))}."
    return unmatchable(cells[0]) or _CHECKS[kind](dict(zip(header, cells, strict=True)))


_TWO_SENTENCES = re.compile(r"[。！？!?][”’」』）)】》]*[^。！？!?”’」』）)】》]|\n")


def unmatchable(entry: str) -> str:
    """
    Why no document as read can hold `entry`, and what to write; empty when one can.

    Examples
    --------
    >>> unmatchable("５Ｇ网络")
    '５Ｇ网络 could never match: documents are read with 5G网络. Write that.'
    >>> unmatchable("5G网络")
    ''
    """
    if _PLAIN.fullmatch(entry) and len(entry) <= _MOST:
        return ""
    if entry != entry.strip():
        return f"{shown(repr(entry))} begins or ends with a space. Remove it."
    if len(entry) > _MOST:
        return f"{shown(entry, most=12)} is {len(entry)} characters long; an entry may have {_MOST}."
    if strange := [character for character in entry if not _in_documents(character)]:
        name = unicodedata.name(strange[0], f"U+{ord(strange[0]):04X}")
        return f"{entry!r} could never match: documents are read without {name}. Retype it."
    if _TWO_SENTENCES.search(entry):
        return (
            f"{shown(entry)} could never match: a sentence ends inside it. Enter what stands in one sentence."
        )
    if (read := _as_read(entry)) != entry:
        return f"{entry} could never match: documents are read with {read}. Write that."
    return ""


def _as_read(entry: str) -> str:
    """
    What a document that holds the entry is read as: full-width digits, idle spaces and so on are mended
    there.
    """
    from analysis.reading import lines_of as mended

    return "".join(line.text for line in mended(entry)[0])


def _in_documents(character: str) -> bool:
    """Whether a document as read may hold this character: no control or format characters, no radicals."""
    radical = "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff"
    return not radical and unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Cn")


def _word_problem(row: dict[str, str]) -> str:
    if not _WORD.fullmatch(row["word"]):
        return f"{row['word']} can never match as a word (punctuation or space in it). Move it to the terms."
    if not re.fullmatch(r"\d{1,9}", row["frequency"]) or not int(row["frequency"]):
        found = shown(row["frequency"], most=20)
        return (
            "the frequency must be a whole number above 0 and below a thousand million, such as 3000; "
            f"found: {found}."
        )
    if not re.fullmatch("[a-zA-Z]{1,8}", row["tag"]):
        return f"the tag must be one of jieba's, such as n, v, a, ns or nz; found: {shown(row['tag'])}."
    return ""


def _phrase_problem(row: dict[str, str]) -> str:
    parts = row["cut"].split()
    if "".join(parts) != row["phrase"] or len(parts) < 2:
        return f"the cut must be {row['phrase']} with spaces between its words; found: {shown(row['cut'])}."
    return ""


def _term_problem(row: dict[str, str]) -> str:
    return "" if holds_word(row["term"]) else f"{row['term']} holds no word; a term is made of words."


def holds_word(entry: str) -> bool:
    """Whether there is a letter, digit or Chinese character in an entry."""
    return any(character.isalnum() for character in entry)


def _generic_problem(row: dict[str, str]) -> str:
    if row["position"] not in ("first", "last", "both"):
        return f"the position must be first, last or both; found: {shown(row['position'])}."
    return ""


_CHECKS: dict[str, Callable[[dict[str, str]], str]] = {
    "word": _word_problem,
    "phrase": _phrase_problem,
    "term": _term_problem,
    "stop_word": lambda row: "",
    "generic": _generic_problem,
}
