"""The text taken out of a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.reading.paragraphs import Setting


@dataclass(frozen=True, slots=True)
class Extract:
    """
    A file's text, line by line, and what the format tells beside it.

    `markup` gives the level of marked headings by line number (from 1), `drop` the reason why a line is left
    out, `begins` the lines with which a paragraph certainly begins, `pictures` those at which a page stands
    that is a picture; `setting` is how the lines are set where the format knows; `titles` what the file calls
    itself, with the source of each, the surest first; `replaced` counts damaged places; `loader` is the way
    in which it was read; `known` says that the format or the page itself tells where the text is, so that
    nothing was guessed.
    """

    text: str
    markup: dict[int, int] = field(default_factory=dict)
    drop: dict[int, str] = field(default_factory=dict)
    begins: frozenset[int] = frozenset()
    pictures: tuple[int, ...] = ()
    encoding: str = "utf-8"
    replaced: int = 0
    setting: Setting | None = None
    titles: tuple[tuple[str, str], ...] = ()
    loader: str = "text"
    known: bool = True
