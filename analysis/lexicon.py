"""The lexicon: words the dictionary lacks, policy terms, stop words. Plain tables, checked when loaded."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.resources import folder
from analysis.tables import InputProblem

# What jieba's dictionary can match at all; anything else in a word would never be found.
_WORD = re.compile(r"[\u4e00-\u9fd5〇a-zA-Z0-9+#&._%-]+")

WORD_COLUMNS = ("word", "tag", "frequency", "source")
TERM_COLUMNS = ("term", "type", "source")
STOP_COLUMNS = ("word", "source")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    What is known beyond jieba's dictionary.

    `words` are (word, frequency, tag) for the segmenter; `terms` maps a policy term, of one word or several,
    to its type; `stop_words` are left out of rankings, never out of totals.
    """

    words: tuple[tuple[str, int, str], ...] = ()
    terms: dict[str, str] = field(default_factory=dict)
    stop_words: frozenset[str] = frozenset()


def load_lexicon(*, local: bool = True) -> Lexicon:
    """
    The lexicon in ``corpus/lexicon/``; without `local`, general policy Chinese only.

    Raises
    ------
    InputProblem
        With file and line, when a table's header is wrong, a cell is empty, an entry occurs twice, or a
        word could never match.

    Examples
    --------
    >>> load_lexicon().terms["一网通办"]
    'slogan'
    >>> "虹桥机场" in load_lexicon(local=False).terms
    False
    """
    lexicon = folder("corpus") / "lexicon"
    suffixes = ("", "_changning") if local else ("",)
    words = [row for suffix in suffixes for row in _read(lexicon / f"words{suffix}.tsv", WORD_COLUMNS)]
    terms = [row for suffix in suffixes for row in _read(lexicon / f"terms{suffix}.tsv", TERM_COLUMNS)]
    stops = _read(lexicon / "stopwords.tsv", STOP_COLUMNS)
    return Lexicon(
        words=tuple((word, int(frequency), tag) for word, tag, frequency, _ in words),
        terms={term: type_ for term, type_, _ in terms},
        stop_words=frozenset(word for word, _ in stops),
    )


def _read(path: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputProblem(f"{path.name}: not UTF-8 (byte {error.start}). Save it as UTF-8.") from None
    with io.StringIO(text, newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows, [])
        if header != list(columns):
            raise InputProblem(
                f"{path.name}:1: the columns must be {', '.join(columns)}; found: {', '.join(header)}"
            )
        seen: dict[str, int] = {}
        for line, row in enumerate(rows, start=2):
            _check(path.name, line, row, columns, seen)
            seen[row[0]] = line
            yield row


def _check(name: str, line: int, row: list[str], columns: Sequence[str], seen: dict[str, int]) -> None:
    if len(row) != len(columns) or not all(cell.strip() for cell in row):
        raise InputProblem(
            f"{name}:{line}: needs {len(columns)} filled cells ({', '.join(columns)}); found: {row}"
        )
    if row[0] in seen:
        raise InputProblem(f"{name}:{line}: {row[0]} stands in line {seen[row[0]]} already. Remove one.")
    frequency = row[columns.index("frequency")] if "frequency" in columns else "1"
    if not frequency.isdecimal() or int(frequency) == 0:
        raise InputProblem(f"{name}:{line}: the frequency must be a whole number above 0; found: {row}")
    if columns == WORD_COLUMNS and not _WORD.fullmatch(row[0]):
        raise InputProblem(
            f"{name}:{line}: {row[0]} can never match as a word (punctuation or space in it). Move it to the terms."
        )
