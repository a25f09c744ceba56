"""The words that tell a sentence's mode, as their files in ``corpus/lexicon/`` write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from analysis.judgements.action_lists import Words, one_of, read_rows
from analysis.resources import folder

Mode = Literal["forward", "backward", "situation", "other"]
MODES: tuple[Mode, ...] = ("forward", "backward", "situation", "other")
WHERE = ("anywhere", "task", "review", "time", "weak")


@dataclass(frozen=True, slots=True)
class Marks:
    """
    Marks of mode, in headings and in sentences.

    `where` says what a mark is worth: one of a ``task`` says nothing inside a review, one of a ``review``
    nothing among tasks, a ``time`` no more than when, and a ``weak`` one yields to what is done.
    """

    headings: Words
    sentences: Words
    where: Mapping[str, str]

    @property
    def entries(self) -> list[object]:
        """All that is listed, in an order of its own, for a hash over it."""
        return [sorted(one.items()) for one in (self.headings.values, self.sentences.values, self.where)]


def found(words: Words, text: str) -> Iterator[tuple[int, str, str]]:
    """
    Place, mark and mode of the marks in a text, the longest at each place, none inside another.

    Examples
    --------
    >>> list(found(Words({"要": "forward", "主要": ""}), "主要是要抓紧"))
    [(3, '要', 'forward')]
    """
    at = 0
    while at < len(text):
        mark = words.at(text, at)
        if mark and words.values[mark]:
            yield at, mark, words.values[mark]
        at += len(mark) or 1


def load_marks(marks: Path | None = None, headings: Path | None = None) -> Marks:
    """
    The marks in ``mode_marks.tsv`` and ``heading_marks.tsv``, or in files of your own of the same form.

    Raises
    ------
    InputProblem
        When a file cannot be used; it says where and why.

    Examples
    --------
    >>> load_marks().headings.values["回顾"]
    'backward'
    """
    if marks is None and headings is None:
        return _shipped()
    home = folder("corpus") / "lexicon"
    return _loaded(marks or home / "mode_marks.tsv", headings or home / "heading_marks.tsv")


@cache
def _shipped() -> Marks:
    home = folder("corpus") / "lexicon"
    return _loaded(home / "mode_marks.tsv", home / "heading_marks.tsv")


def _loaded(marks: Path, headings: Path) -> Marks:
    rows = read_rows(marks, ("mark", "mode", "where"))
    one_of(marks, rows, "mode", ("", *MODES))
    one_of(marks, rows, "where", WHERE)
    titles = read_rows(headings, ("mark", "mode"))
    one_of(headings, titles, "mode", ("", *MODES))
    return Marks(
        Words({row["mark"]: row["mode"] for row in titles}),
        Words({row["mark"]: row["mode"] for row in rows}),
        {row["mark"]: row["where"] for row in rows},
    )
