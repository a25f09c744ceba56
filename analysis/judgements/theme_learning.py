"""
Evidence weights learned from coded sentences, brought to the scale of probabilities by documents left out.

A logistic model for each theme, with an L2 penalty, learned twice: the second time from those features alone
that weighed most in the first, so that the table can be kept and read. Two numbers a theme put its
scores on the scale of probabilities (Platt 1999).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from analysis.judgements.theme_features import SHEET, Evidence, FeatureReader, Lists
from analysis.judgements.theme_standing import PARTS as STANDING
from analysis.judgements.theme_weights import Weight, Weights
from analysis.tables import InputProblem, require

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from scipy.sparse import csr_array, csr_matrix

PENALTY = 3.0  # inverse strength of the L2 penalty
KEPT = 2000  # features that a theme's model keeps
FEWEST = 3  # coded sentences that must offer a feature
POSITIVE = 5  # sentences of a theme below which nothing can be learned of it
FOLDS = 5  # of documents, to calibrate by
NEVER_LEFT_OUT = "\n"  # the group of what is learned from and never judged; no cell of a file holds it
SCALES = {
    "word": 1.0,
    "list": 1.0,
    "share": 1.0,
    **dict.fromkeys(STANDING, 0.5),
    "heading": 0.3,
    "heading_list": 0.7,
    "top_heading_list": 0.7,
    "before": 0.2,
    "before_list": 0.4,
}  # how easily each part gets a weight: what stands around a sentence less easily than what it says


class Learner(NamedTuple):
    """A linear model of one theme: weights by feature and its bias."""

    weights: np.ndarray
    bias: float


@dataclass(frozen=True)
class Sheet:
    """
    Coded sentences made ready: features (rows sentences), codes (columns themes), and the group of each row.

    Sentences of one group (a document, or documents that share formulae) are never on both sides; those of
    `NEVER_LEFT_OUT` are learned from and never judged.
    """

    themes: tuple[str, ...]
    names: tuple[str, ...]
    offered: csr_array
    codes: np.ndarray
    groups: np.ndarray

    def part(self, rows: np.ndarray) -> Sheet:
        """Some of the rows."""
        return Sheet(self.themes, self.names, self.offered[rows], self.codes[rows], self.groups[rows])


def sheet_of(coded: pd.DataFrame, reader: FeatureReader, themes: Sequence[str]) -> Sheet:
    """
    A sheet from a table with ``text, heading, top_heading, before, themes`` and ``group``.

    ``themes`` holds ids joined by blanks, sub-themes behind a dot (they are ids of their own, too).
    """
    import numpy as np

    require(coded, "coded sentences", [*SHEET, "themes", "group"])
    offered, names = _matrix(reader.read_all(coded))
    said = [
        {id_ for one in value.split() for id_ in (one, one.partition(".")[0])} for value in coded["themes"]
    ]
    codes = np.array([[theme in one for theme in themes] for one in said]).reshape(len(said), len(themes))
    return Sheet(tuple(themes), names, offered, codes, coded["group"].to_numpy())


def _matrix(evidence: Sequence[Evidence]) -> tuple[csr_array, tuple[str, ...]]:
    import numpy as np
    from scipy.sparse import csr_array

    place: dict[str, int] = {}
    indices: list[int] = []
    values: list[float] = []
    ends = [0]
    for one in evidence:
        for name, value in one.values.items():
            indices.append(place.setdefault(name, len(place)))
            values.append(value * SCALES[name.split(":")[0]])
        ends.append(len(indices))
    at = (np.array(indices, np.int32), np.array(ends, np.int32))  # scikit-learn takes no longer indices
    return csr_array((values, *at), shape=(len(evidence), len(place))), tuple(place)


def learn(sheet: Sheet, *, penalty: float = PENALTY, kept: int = KEPT) -> list[Learner | None]:
    """A model for each theme of the sheet; None where fewer than five sentences have it, or lack it."""
    import numpy as np

    often = np.bincount(sheet.offered.indices, minlength=len(sheet.names)) >= FEWEST
    seen = np.flatnonzero(often)
    offered = sheet.offered[:, seen]
    learned = partial(_learned, offered, seen, len(sheet.names), penalty=penalty, most=kept)
    return [learned(code) for code in sheet.codes.T]


def _learned(
    offered: csr_array,
    seen: np.ndarray,
    features: int,
    code: np.ndarray,
    *,
    penalty: float,
    most: int,
) -> Learner | None:
    import numpy as np
    from scipy.sparse import csr_matrix

    if min(code.sum(), (~code).sum()) < POSITIVE:
        return None
    table = csr_matrix(offered)
    first, _ = _fitted(table, code, penalty)
    power = np.sqrt(np.asarray(table.multiply(table).sum(axis=0)).ravel())
    kept = np.sort(np.argsort(-np.abs(first) * power, kind="stable")[:most])
    again, bias = _fitted(table[:, kept], code, penalty)
    weights = np.zeros(features)
    weights[seen[kept]] = again
    return Learner(weights, bias)


def _fitted(offered: csr_matrix, code: np.ndarray, penalty: float) -> tuple[np.ndarray, float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=penalty, solver="liblinear", intercept_scaling=3.0, random_state=0)
    model.fit(offered, code)
    return model.coef_[0], float(model.intercept_[0])


def scored(models: Sequence[Learner | None], sheet: Sheet) -> np.ndarray:
    """Scores of the sheet's sentences (rows) by theme; −9 where nothing was learned."""
    import numpy as np

    columns = [
        np.full(len(sheet.codes), -9.0) if model is None else sheet.offered @ model.weights + model.bias
        for model in models
    ]
    return np.stack(columns, axis=1)


def folds(groups: np.ndarray, most: int | None = None) -> Iterator[np.ndarray]:
    """Which rows are left out: each group once, or `most` sets of whole groups of about the same size."""
    import numpy as np

    names, sizes = np.unique(groups[groups != NEVER_LEFT_OUT], return_counts=True)
    if most is None or len(names) <= most:
        yield from (groups == name for name in names)
        return
    loads, holds = [0] * most, [[] for _ in range(most)]  # type: tuple[list[int], list[list[str]]]
    for name, size in sorted(zip(names, sizes, strict=True), key=lambda pair: (-pair[1], pair[0])):
        least = loads.index(min(loads))
        loads[least] += int(size)
        holds[least].append(name)
    yield from (np.isin(groups, held) for held in holds)


def left_out(
    sheet: Sheet, *, most: int | None = None, penalty: float = PENALTY, kept: int = KEPT
) -> np.ndarray:
    """Scores of each sentence by models that saw no sentence of its group; −9 for those never judged."""
    import numpy as np

    found = np.full(sheet.codes.shape, -9.0)
    for out in folds(sheet.groups, most):
        found[out] = scored(learn(sheet.part(~out), penalty=penalty, kept=kept), sheet.part(out))
    return found


def calibration(scores: np.ndarray, code: np.ndarray) -> tuple[float, float]:
    """
    Slope and intercept that make probabilities of scores (Platt 1999), with his smoothed targets.

    Examples
    --------
    >>> import numpy as np
    >>> slope, intercept = calibration(np.array([-2.0, -1.0, 1.0, 2.0] * 25), np.array([0, 0, 1, 1] * 25) > 0)
    >>> slope > 1, abs(intercept) < 0.1
    (True, True)
    """
    import numpy as np
    from scipy.optimize import minimize

    positive, negative = int(code.sum()), int((~code).sum())
    target = np.where(code, (positive + 1) / (positive + 2), 1 / (negative + 2))

    def loss(line: np.ndarray) -> float:
        value = line[0] * scores + line[1]
        return float(np.sum(np.logaddexp(0, value) - target * value))

    start, bounds = np.array([1.0, 0.0]), [(0.05, 10), (-20, 20)]
    slope, intercept = minimize(loss, start, method="L-BFGS-B", bounds=bounds).x
    return float(slope), float(intercept)


def calibrated(
    sheet: Sheet, *, penalty: float = PENALTY, kept: int = KEPT
) -> tuple[list[Learner | None], np.ndarray]:
    """Models learned from the whole sheet and slope and intercept of each, from groups left out."""
    import numpy as np

    outside = left_out(sheet, most=FOLDS, penalty=penalty, kept=kept)
    models, told = learn(sheet, penalty=penalty, kept=kept), sheet.groups != NEVER_LEFT_OUT
    lines = [calibration(outside[told, at], sheet.codes[told, at]) for at in range(len(sheet.themes))]
    return models, np.array(lines)


def weights_of(
    sheet: Sheet, lists: Lists, *, source: str, penalty: float = PENALTY, kept: int = KEPT
) -> Weights:
    """The table of weights learned from a sheet, on the scale of probabilities."""
    models, lines = calibrated(sheet, penalty=penalty, kept=kept)
    rows: list[Weight] = []
    for at, theme in enumerate(sheet.themes):
        model = models[at]
        if model is not None:
            rows += _rows(sheet, at, model, lines[at], theme, source)
    if not rows:
        raise InputProblem("no theme stands in five of the coded sentences; code more of them.")
    return Weights(tuple(rows), lists)


def _rows(
    sheet: Sheet, at: int, model: Learner, line: np.ndarray, theme: str, source: str
) -> Iterator[Weight]:
    import numpy as np

    slope, intercept = line
    code, weights, names = sheet.codes[:, at], model.weights, sheet.names
    yield Weight(theme, "bias", "", round(slope * model.bias + intercept, 4), int(code.sum()), source)
    n = (sheet.offered[code] != 0).sum(axis=0)
    for place in sorted(np.flatnonzero(weights), key=lambda one: (-abs(weights[one]), names[one])):
        part, expression = names[place].split(":", 1)
        if weight := round(slope * weights[place] * SCALES[part], 4):
            yield Weight(theme, part, expression, weight, int(n[place]), source)
