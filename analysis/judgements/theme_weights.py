"""
The evidence weights of themes: a plain table, learned from coded sentences, and what it says of a sentence.

A theme's score is the sum of the weights of what a sentence offers (``theme_features``), and its confidence
1 / (1 + exp(−score)): a logistic model whose weights were brought to a scale on which confidence is a
probability, by sentences of documents that had no part in the weights (``theme_learning``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.judgements.theme_features import Evidence, Lists
from analysis.judgements.theme_standing import PARTS as STANDING
from analysis.resources import folder
from analysis.tables import InputProblem
from analysis.words.lexicon_tables import text_of

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

    from analysis.judgements.theme_files import Theme

CODED = 0.3  # a theme counts from here on: near half of its F1, where F1 is highest (Lipton et al. 2014),
# and a little below, since confidences in documents unseen lie low
CARRIED = 0.3  # evidence told speaks for the theme at least this much of what the strongest does
TOLD = 6  # expressions told at most
COLUMNS = ("theme", "part", "expression", "weight", "n", "source")
AROUND = ("heading", "heading_list", "top_heading_list", "before", "before_list")
WORDS_AROUND = ("heading", "before")
LISTED = ("list", "share", *STANDING)


class Weight(NamedTuple):
    """
    A row of the table: what an expression in a part of the evidence adds to a theme's score.

    `n` counts the coded sentences of the theme that offered it; `source` says where the row is from.
    """

    theme: str
    part: str
    expression: str
    weight: float
    n: int
    source: str


class Judged(NamedTuple):
    """A theme of a sentence: its confidence, the expressions that carried it, and what they stand in."""

    theme: str
    confidence: float
    evidence: tuple[str, ...]
    source: str


class _Table(NamedTuple):
    """
    Weights by feature (row) and theme (column).

    `place` gives a feature's row, `around` the weights of what stands around a sentence alone, `words` those
    of its words for each theme, and `lists` those of the theme's own list.
    """

    place: dict[str, int]
    weights: np.ndarray
    bias: np.ndarray
    around: np.ndarray
    words: list[dict[str, float]]
    lists: list[list[tuple[str, float]]]


@dataclass(frozen=True)
class Weights:
    """
    The weights of several themes, with the lists that their features need.

    Examples
    --------
    >>> weights = load_weights()
    >>> "livelihood" in weights.themes
    True
    """

    rows: tuple[Weight, ...]
    lists: Lists

    def joined(self, themes: Sequence[Theme]) -> Weights:
        """These, and the weights that themes of a user's own carry in the place of those of their id."""
        own = {theme.id for theme in themes}
        rows = [row for row in self.rows if row.theme not in own]
        for theme in themes:
            rows.append(Weight(theme.id, "bias", "", theme.bias, 0, "own codes"))
            rows += [Weight(theme.id, "word", text, weight, 0, "own codes") for text, weight in theme.weights]
        return Weights(tuple(rows), self.lists)

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes in the order of the table."""
        return tuple(dict.fromkeys(row.theme for row in self.rows))

    @cached_property
    def _table(self) -> _Table:
        import numpy as np

        at = {theme: place for place, theme in enumerate(self.themes)}
        names = dict.fromkeys(f"{row.part}:{row.expression}" for row in self.rows if row.part != "bias")
        place = {name: row for row, name in enumerate(names)}
        table, bias = np.zeros((len(place), len(at))), np.zeros(len(at))
        words: list[dict[str, float]] = [{} for _ in at]
        lists: list[list[tuple[str, float]]] = [[] for _ in at]
        for row in self.rows:
            if row.part == "bias":
                bias[at[row.theme]] = row.weight
            else:
                table[place[f"{row.part}:{row.expression}"], at[row.theme]] = row.weight
            if row.part == "word":
                words[at[row.theme]][row.expression] = row.weight
            if row.part in LISTED and row.expression == row.theme:
                lists[at[row.theme]].append((f"{row.part}:{row.expression}", row.weight))
        around = np.array([name.split(":")[0] in AROUND for name in names], bool)
        return _Table(place, table, bias, np.where(around[:, None], table, 0.0), words, lists)

    def scores(self, evidence: Sequence[Evidence]) -> np.ndarray:
        """Scores of all themes (columns, as in `themes`) for each sentence."""
        scored: np.ndarray = self._offered(evidence) @ self._table.weights + self._table.bias
        return scored

    def confidences(self, evidence: Sequence[Evidence]) -> np.ndarray:
        """Confidence, 0 to 1, of all themes (columns, as in `themes`) for each sentence."""
        import numpy as np

        return np.asarray(1 / (1 + np.exp(-self.scores(evidence))))

    def _offered(self, evidence: Sequence[Evidence]) -> csr_array:
        """What each sentence (row) offers of the features that have a weight (columns)."""
        import numpy as np
        from scipy.sparse import csr_array

        place = self._table.place
        column = np.array([place.get(name, -1) for one in evidence for name in one.values], dtype=np.int64)
        value = np.array([value for one in evidence for value in one.values.values()])
        ends = np.cumsum([0, *(len(one.values) for one in evidence)])
        weighted = np.concatenate([[0], np.cumsum(column >= 0)])
        known = (value[column >= 0], column[column >= 0], weighted[ends])
        return csr_array(known, shape=(len(evidence), len(place)))

    def judged(
        self, evidence: Sequence[Evidence], texts: Sequence[str], *, least: float = CODED
    ) -> list[list[Judged]]:
        """The themes of each sentence with a confidence of `least` or more, the surest first."""
        import numpy as np

        offered, table = self._offered(evidence), self._table
        said, around = offered @ table.weights, offered @ table.around
        confidence = 1 / (1 + np.exp(-(said + table.bias)))
        found: list[list[Judged]] = [[] for _ in evidence]
        for at, theme in np.argwhere(confidence >= least).tolist():
            told = self._told(evidence[at], texts[at], theme)
            inside = bool(told) and said[at, theme] - around[at, theme] >= around[at, theme]
            told = told or self._near(evidence[at], theme)
            sure, source = round(float(confidence[at, theme]), 4), "text" if inside else "heading"
            found[at].append(Judged(self.themes[theme], sure, told, source))
        return [sorted(rows, key=lambda row: (-row.confidence, row.theme)) for rows in found]

    def _told(self, one: Evidence, text: str, theme: int) -> tuple[str, ...]:
        """The expressions of the sentence that speak most for a theme, in reading order."""
        told = sorted(_most(self._weighed(one, theme)))
        return tuple(dict.fromkeys(text[start:end] for start, end in told))

    def _near(self, one: Evidence, theme: int) -> tuple[str, ...]:
        """The words around the sentence that speak for a theme, the strongest first."""
        place, weights = self._table.place, self._table.weights[:, theme]
        ranked = sorted(
            (-value * weights[place[name]], name.split(":")[1])
            for name, value in one.values.items()
            if name in place and name.split(":")[0] in WORDS_AROUND
        )
        return tuple(name for value, name in ranked[:TOLD] if value < 0)

    def _weighed(self, one: Evidence, theme: int) -> dict[tuple[int, int], float]:
        """What each place of the sentence adds to the theme's score."""
        spans: dict[tuple[int, int], float] = {}
        weight, id_ = self._table.words[theme], self.themes[theme]
        for word, start, end in one.words:
            if word in weight:
                value = one.values[f"word:{word}"] * weight[word]
                spans[start, end] = spans.get((start, end), 0.0) + value
        own = [(start, end) for themes, start, end in one.listed if id_ in themes]
        if own:
            weighed = [one.values.get(name, 0.0) * weight for name, weight in self._table.lists[theme]]
            general = sum(weighed) / len(own)
        for span in own:
            spans[span] = spans.get(span, 0.0) + general
        return spans


def _most(spans: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The places, none in another, that speak most for a theme: at least a part as much as the first."""
    chosen: list[tuple[int, int]] = []
    least = CARRIED * max(spans.values(), default=0.0)
    for (start, end), value in sorted(spans.items(), key=lambda item: (-item[1], item[0])):
        if value <= 0 or value < least or len(chosen) == TOLD:
            break
        if end - start > 1 and not any(a < end and start < b for a, b in chosen):
            chosen.append((start, end))
    return chosen


def load_weights(path: Path | None = None) -> Weights:
    """
    The weights that come with the software, or those of a folder with ``themes.tsv`` and ``lists.tsv``.

    Raises
    ------
    InputProblem
        When a row has not the columns ``theme, part, expression, weight, n, source``, or a weight is none.
    """
    home = path or folder("corpus") / "weights"
    owners: dict[str, list[str]] = {}
    for theme, text in _cells(home / "lists.tsv", 2):
        owners.setdefault(text, []).append(theme)
    rows = load_rows(home / "themes.tsv")
    return Weights(rows, Lists({text: tuple(themes) for text, themes in owners.items()}))


def load_rows(path: Path) -> tuple[Weight, ...]:
    """The rows of a table of weights."""
    return tuple(_rows(path))


def _rows(path: Path) -> Iterator[Weight]:
    for line, (theme, part, expression, weight, n, source) in enumerate(_cells(path, 6), start=2):
        try:
            yield Weight(theme, part, expression, float(weight), int(n), source)
        except ValueError:
            raise InputProblem(
                f"{path.name}:{line}: weight and n must be numbers; not {weight!r}, {n!r}"
            ) from None


def _cells(path: Path, columns: int) -> Iterator[list[str]]:
    for at, line in enumerate(text_of(path).splitlines()[1:], start=2):
        cells = line.split("\t")
        if len(cells) != columns:
            raise InputProblem(f"{path.name}:{at}: {len(cells)} columns; there must be {columns}.")
        yield cells
