"""
The lexicon: words the dictionary lacks or has too many of, policy terms, stop words. Plain tables, checked
when loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from analysis.reading import Document
from analysis.resources import folder
from analysis.tables import InputProblem
from analysis.words.lexicon_tables import KINDS, Entries, read_table
from analysis.words.places import is_of

LOCAL = "local.toml"


PERIOD = "十四五"  # the five-year plan whose terms are entered
PERIODS = ("十一", "十二", "十三", "十四", "十五", "十六")  # and those it stands for


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    What is known beyond jieba's dictionary, and what the dictionary gets wrong.

    Attributes
    ----------
    words
        (word, frequency, tag) that the dictionary lacks or does not count often enough.
    phrases
        Entries of the dictionary that are no words but phrases (公共服务, 三个): taken out of it.
    terms
        A policy term, of one word or several, with its type.
    stop_words
        Left out of rankings, never out of totals.
    generic
        Words with which no policy term begins (``first``), ends (``last``) or neither (``both``).
    """

    words: tuple[tuple[str, int, str], ...] = ()
    phrases: frozenset[str] = frozenset()
    terms: Mapping[str, str] = field(default_factory=dict)
    stop_words: frozenset[str] = frozenset()
    generic: Mapping[str, str] = field(default_factory=dict)


def load_lexicon(*files: str | Path, local: Iterable[str] = ()) -> Lexicon:
    """
    The lexicon in ``corpus/lexicon/``, with tables of your own merged into it.

    Parameters
    ----------
    *files
        Tables of your own (UTF-8, GBK or UTF-16), tab- or comma-separated. The first column's name says what
        a table holds: ``word`` (with tag, frequency), ``phrase`` (with cut), ``term`` (with type),
        ``stop_word``, ``generic`` (with position); other columns (source, and all that `discover` writes) may
        stand beside them. Your entries outrank those that come with the software.
    local
        Names of local lists to read as well (see `local_lists`); without them, general policy Chinese only.

    Raises
    ------
    InputProblem
        With file and line, when a table is no text, its header is wrong, a cell is empty, an entry stands
        twice or contradicts another, or could never match.

    Examples
    --------
    >>> load_lexicon().terms["一网通办"]
    'slogan'
    >>> "虹桥机场" in load_lexicon().terms, "虹桥机场" in load_lexicon(local=["changning"]).terms
    (False, True)
    """
    shipped = folder("corpus") / "lexicon"
    known = {path.stem for path in shipped.glob("*.tsv")}
    names = ["words", "phrases", "terms", "stopwords", "generic"]
    for list_ in local:
        own = [f"{kind}_{list_}" for kind in names if f"{kind}_{list_}" in known]
        if not own:
            raise InputProblem(f"no local list {list_!r}; there are: {', '.join(_local()) or 'none'}")
        names += own
    lexicon = _in_all_periods(_lexicon([_shipped(shipped / f"{name}.tsv") for name in names]))
    return _merged(lexicon, _lexicon([read_table(Path(file)) for file in files])) if files else lexicon


def local_lists(document: Document) -> tuple[str, ...]:
    """
    The local lists for a document: another district's plan is not read with Changning's places.

    Which names of a place call for which list stands in ``corpus/lexicon/local.toml``; `is_of` says when.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> local_lists(read_text("中共上海市长宁区委的建议\\n一、目标\\n改善民生。", id="x"))
    ('changning',)
    >>> local_lists(read_text("政府工作报告\\n一、目标\\n改善民生。", id="x"))
    ()
    """
    return tuple(name for name, entry in _local().items() if is_of(document, entry["names"]))


def all_local_lists() -> tuple[str, ...]:
    """The names of all local lists that come with the software."""
    return tuple(_local())


def _local() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((folder("corpus") / "lexicon" / LOCAL).read_text(encoding="utf-8"))


def _shipped(path: Path) -> Entries:
    """A table that comes with the software: read once, and again when the file has changed."""
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _read(path: Path, changed: int, size: int) -> Entries:
    return read_table(path)


def _lexicon(tables: Iterable[Entries]) -> Lexicon:
    """One lexicon of several tables, in which no entry may stand twice or contradict another."""
    seen: dict[tuple[str, str], str] = {}
    found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
    for table in tables:
        for entry, (line, values) in table.rows.items():
            place = f"{table.name}:{line}"
            if (earlier := seen.setdefault((table.kind, entry), place)) != place:
                raise InputProblem(f"{place}: {entry} stands in {earlier} already. Remove one.")
            other = {"word": "phrase", "phrase": "word"}.get(table.kind, "")
            if (earlier := seen.get((other, entry), "")) != "":
                raise InputProblem(
                    f"{place}: {entry} is a {table.kind} here and a {other} in {earlier}. Remove one."
                )
            found[table.kind][entry] = values
    return Lexicon(
        words=tuple((word, int(frequency), tag) for word, (tag, frequency) in found["word"].items()),
        phrases=frozenset(found["phrase"]),
        terms={term: type_ for term, (type_,) in found["term"].items()},
        stop_words=frozenset(found["stop_word"]),
        generic={word: position for word, (position,) in found["generic"].items()},
    )


def _in_all_periods(lexicon: Lexicon) -> Lexicon:
    """What is entered of one five-year plan (十四五, “十四五”规划) holds of the others alike."""
    words = {word for word, _, _ in lexicon.words}
    return replace(
        lexicon,
        words=lexicon.words
        + tuple(
            (other, frequency, tag)
            for word, frequency, tag in lexicon.words
            for other in _other_periods(word)
            if other not in words
        ),
        terms={other: type_ for term, type_ in lexicon.terms.items() for other in _other_periods(term)}
        | dict(lexicon.terms),
    )


def _other_periods(entry: str) -> list[str]:
    if PERIOD not in entry:
        return []
    return [entry.replace(PERIOD, f"{tens}五") for tens in PERIODS if f"{tens}五" != PERIOD]


def _merged(base: Lexicon, own: Lexicon) -> Lexicon:
    """`base` with `own`; where they disagree, `own` is right."""
    words = {word for word, _, _ in own.words}
    return Lexicon(
        words=(*(row for row in base.words if row[0] not in words | own.phrases), *own.words),
        phrases=(base.phrases - words) | own.phrases,
        terms={**base.terms, **own.terms},
        stop_words=(base.stop_words - own.terms.keys() - words) | own.stop_words,
        generic={**base.generic, **own.generic},
    )
