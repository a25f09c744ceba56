"""Sentences cut by hand: as they stand in a table, and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.resources import folder
from analysis.tables import SEPARATOR, InputProblem
from analysis.words.lexicon_tables import lines_of

if TYPE_CHECKING:
    pass

COLUMNS = ("gold", "id", "text", "words", "terms")


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """
    A sentence cut by hand, its fixed terms, and the other divisions (gold, alternative) that are as good.
    """

    gold: str
    text: str
    words: tuple[str, ...]
    terms: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, str], ...] = ()


def load_gold(*files: str | Path) -> tuple[GoldSentence, ...]:
    """
    Sentences cut by hand: those of ``corpus/gold/``, or of files of your own in the same form.

    A file is UTF-8, tab-separated, with the columns gold (the set's name), id, text, words (parted by spaces)
    and terms (parted by ' | ', may be empty). A file of the same name ending in ``_alternatives.tsv`` with
    the columns id, gold, alternative is read beside it.

    Raises
    ------
    InputProblem
        With file and line, when a column is missing or the words joined are not the text.

    Examples
    --------
    >>> sorted({sentence.gold for sentence in load_gold()})
    ['general', 'plans', 'proposal']
    """
    paths = [Path(file) for file in files] or [folder("corpus") / "gold" / "segmentation.tsv"]
    return tuple(sentence for path in paths for sentence in _sentences(path))


def _sentences(path: Path) -> list[GoldSentence]:
    alternatives: dict[str, list[tuple[str, str]]] = {}
    beside = path.with_name(f"{path.stem}_alternatives.tsv")
    if beside.is_file():
        for _, row in _table(beside, ("id", "gold", "alternative")):
            alternatives.setdefault(row["id"], []).append((row["gold"], row["alternative"]))
    found = []
    for line, row in _table(path, COLUMNS):
        words = tuple(row["words"].split(" "))
        if "".join(words) != row["text"]:
            raise InputProblem(
                f"{path.name}:{line}: the words joined are not the text. Compare {row['words']}."
            )
        terms = tuple(term for term in row["terms"].split(SEPARATOR) if term)
        other = tuple(alternatives.get(row["id"], ()))
        found.append(GoldSentence(row["gold"], row["text"], words, terms, other))
    if not found:
        raise InputProblem(f"{path.name}: no sentence in it.")
    return found


def _table(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    lines = lines_of(path)
    header = next(lines, (1, []))[1]
    if missing := [name for name in columns if name not in header]:
        raise InputProblem(
            f"{path.name}:1: needs the columns {', '.join(columns)}, parted by tabs; "
            f"missing: {', '.join(missing)}."
        )
    for line, cells in lines:
        if len(cells) != len(header):
            raise InputProblem(f"{path.name}:{line}: needs {len(header)} cells; found {len(cells)}.")
        yield line, dict(zip(header, cells, strict=True))
