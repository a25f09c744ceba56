"""The words of a sentence made ready for names: where they stand, and which of them are proper names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_INSIDE = re.compile(r"[nalibjfsztkghvxm]|eng")  # tags of words that may stand inside a name
_CLOSED = frozenset("的了着过和与及或等在对为以把将被让使从向由是有各每")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: `start` and `end` are places in the sentence."""

    text: str
    start: int
    end: int
    tag: str

    @property
    def may_be_inside(self) -> bool:
        """Whether it can be part of a name."""
        return bool(_INSIDE.match(self.tag)) and self.text.isalnum() and self.text not in _CLOSED


def words_of(tokens: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[tuple[str, str, list[Word]]]:
    """Id, text and words of each sentence, in reading order."""
    held: dict[str, list[tuple[str, int, int, str]]] = {}
    columns = tokens[["sentence_id", "token", "start", "end", "tag"]]
    for id_, token, start, end, tag in columns.itertuples(index=False, name=None):
        held.setdefault(id_, []).append((token, start, end, tag))
    rows = sentences[["sentence_id", "text", "start"]].itertuples(index=False, name=None)
    for id_, text, begin in rows:
        yield (
            id_,
            text,
            [Word(token, start - begin, end - begin, tag) for token, start, end, tag in held.get(id_, ())],
        )


def partner(words: Sequence[Word], at: int, opening: str, most: int) -> int:
    """The word that opens what the one at `at` closes, at most so many words before; -1 when none does."""
    return next((i for i in range(at - 1, max(-1, at - 1 - most), -1) if words[i].text == opening), -1)
