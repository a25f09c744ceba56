"""
How well a segmenter cuts, measured against sentences that people cut by hand.

Three sets come with the software, in ``corpus/gold/``: sentences of the proposal, of other policy documents,
and of general prose. Strict counts only the division of the gold; lenient also takes the alternatives that
the annotators hold just as defensible.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from analysis.tables import Column, build, table, typed
from analysis.words.gold import GoldSentence, load_gold
from analysis.words.lexicon import Lexicon, all_local_lists, load_lexicon
from analysis.words.segmentation import PlainJieba, Segmenter

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

Span = tuple[int, int]
RESAMPLES, CONFIDENCE = 2000, 0.95


class Cuts(Protocol):
    """What is evaluated: a segmenter."""

    def words(self, text: str) -> list[str]:
        """The words of `text`."""
        ...

    def units(self, text: str) -> list[str]:
        """The words of `text`, those of a policy term put together."""
        ...


def spans(words: Sequence[str]) -> list[Span]:
    """Offsets of words that follow each other without a gap."""
    found, at = [], 0
    for word in words:
        found.append((at, at + len(word)))
        at += len(word)
    return found


def crossing(predicted: Sequence[Span], gold: Sequence[Span]) -> int:
    """Predicted words that hold a gold boundary inside and break another gold word at an end."""
    edges = {edge for span in gold for edge in span}
    return sum(
        any(start < edge < end for edge in edges) and not (start in edges and end in edges)
        for start, end in predicted
    )


def lenient(words: Sequence[str], sentence: GoldSentence) -> list[str]:
    """The gold division, with the accepted alternative wherever exactly that was cut."""
    division = list(sentence.words)
    predicted = set(spans(words))
    for mine, other in sentence.alternatives:
        piece, change = mine.split(), other.split()
        at = 0
        while at + len(piece) <= len(division):
            start = sum(map(len, division[:at]))
            taken = [(start + a, start + b) for a, b in spans(change)]
            if division[at : at + len(piece)] == piece and predicted.issuperset(taken):
                division[at : at + len(piece)] = change
            at += 1
    return division


def kept_whole(units: Sequence[str], term: str, text: str) -> bool:
    """Whether the first place where `term` stands lies within one unit."""
    at = text.find(term)
    return any(start <= at and at + len(term) <= end for start, end in spans(units))


def _counts(sentence: GoldSentence, cuts: Cuts) -> list[int]:
    """What one sentence adds to the sums that the measures are made from."""
    words = cuts.words(sentence.text)
    units = cuts.units(sentence.text) if sentence.terms else []
    found, gold = set(spans(words)), set(spans(sentence.words))
    accepted = set(spans(lenient(words, sentence)))
    return [
        len(found),
        len(gold),
        len(found & gold),
        len(accepted),
        len(found & accepted),
        crossing(sorted(found), sorted(gold)),
        len(sentence.terms),
        sum(kept_whole(units, term, sentence.text) for term in sentence.terms),
    ]


# Measure → (numerator, denominator, factor) from sums of the counts above; the last axis holds the counts.
_MEASURES: dict[str, Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]] = {
    "strict_f1": lambda c: (2 * c[..., 2], c[..., 0] + c[..., 1]),
    "lenient_f1": lambda c: (2 * c[..., 4], c[..., 0] + c[..., 3]),
    "crossing_per_1000": lambda c: (1000 * c[..., 5], c[..., 0]),
    "terms_whole": lambda c: (c[..., 7], c[..., 6]),
}

_DIGITS = {"strict_f1": 3, "lenient_f1": 3, "crossing_per_1000": 1, "terms_whole": 2}


def evaluate(gold: Sequence[GoldSentence], segmenters: Mapping[str, Cuts]) -> pd.DataFrame:
    """
    Score segmenters on sentences cut by hand.

    One row is a measure of a segmenter on a set of the gold; columns as in ``tables.TABLES["evaluate"]``:

    - ``strict_f1``, ``lenient_f1``: harmonic mean of precision and recall over words, 0 to 1, more is better;
    - ``crossing_per_1000``: words that cross a boundary of the gold, per 1,000 words cut, less is better;
    - ``terms_whole``: share of the gold's terms that lie within one unit, 0 to 1; absent in a set without
      terms.

    ``low`` and ``high`` are the 95 % interval over resamples of the sentences (percentile bootstrap, Efron &
    Tibshirani 1993; 2,000 resamples, fixed seed): what another choice of sentences of the same kind would
    give.

    Examples
    --------
    >>> from analysis.words.segmentation import PlainJieba
    >>> toy = [GoldSentence("toy", "改善民生", ("改善", "民生"))]
    >>> evaluate(toy, {"plain jieba": PlainJieba()})["value"].tolist()
    [1.0, 1.0, 0.0]
    """
    rows = []
    for set_ in dict.fromkeys(sentence.gold for sentence in gold):
        chosen = [sentence for sentence in gold if sentence.gold == set_]
        for name, cuts in segmenters.items():
            counts = np.array([_counts(sentence, cuts) for sentence in chosen], dtype=float)
            rows += [(set_, name, *row, len(chosen)) for row in _measured(counts)]
    return build("evaluate", rows)


def beside(table: pd.DataFrame) -> pd.DataFrame:
    """
    A table of `evaluate` with the measures beside each other, each as value (low–high).

    One row per set and segmenter: ``gold, segmenter, sentences`` and a column per measure; a measure that a
    set does not have is empty.
    """
    shown = [
        f"{row.value:.{_DIGITS[row.measure]}f} "
        f"({row.low:.{_DIGITS[row.measure]}f}–{row.high:.{_DIGITS[row.measure]}f})"
        for row in table.itertuples()
    ]
    wide = table.assign(shown=shown).pivot_table(
        index=["gold", "segmenter", "sentences"],
        columns="measure",
        values="shown",
        aggfunc="first",
        sort=False,
    )
    absent = [name for name in _DIGITS if name not in wide]
    wide = wide.reset_index().assign(**dict.fromkeys(absent, "")).fillna("").rename_axis(columns=None)
    return typed("segmentation_quality", wide)


def peers(own: Lexicon | None = None) -> dict[str, Cuts]:
    """The segmenters worth comparing: jieba as it comes, ours with less and more lexicon, and with `own`."""
    general, names = load_lexicon(), load_lexicon(local=all_local_lists())
    found: dict[str, Cuts] = {
        "plain jieba": PlainJieba(),
        "dictionary alone": Segmenter(Lexicon()),
        "general lexicon": Segmenter(general),
        "with local names": Segmenter(names),
    }
    if own is not None and own not in (general, names):
        found["with your lexicon"] = Segmenter(own)
    return found


def _measured(counts: np.ndarray) -> list[tuple[str, float, float, float]]:
    drawn = np.random.default_rng(0).integers(len(counts), size=(RESAMPLES, len(counts)))
    resampled = counts[drawn].sum(axis=1)
    rows = []
    for name, measure in _MEASURES.items():
        above, below = measure(counts.sum(axis=0))
        if below > 0:
            tops, bottoms = measure(resampled)
            values = tops[bottoms > 0] / bottoms[bottoms > 0]
            low, high = np.quantile(values, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
            rows.append((name, round(float(above / below), 4), round(float(low), 4), round(float(high), 4)))
    return rows


_GOLD = Column(
    "gold",
    "str",
    "the set: proposal, plans (other policy documents), general, or your own",
    ("cut by hand", "人工切分"),
)
_SEGMENTER = Column("segmenter", "str", "which segmenter, with which lexicon", ("segmenter", "分词"))
_SENTENCES = Column("sentences", "int64", "sentences in the set", ("sentences", "句数"))


@table(
    "evaluate",
    row="a measure of a segmenter on a set of sentences cut by hand",
    key=("gold", "segmenter", "measure"),
    help="how well the text is cut: segmenters against sentences cut by hand",
    columns=(
        _GOLD,
        _SEGMENTER,
        Column(
            "measure", "str", "strict_f1, lenient_f1, crossing_per_1000 or terms_whole", ("measure", "指标")
        ),
        Column("value", "float64", "the measure on all sentences of the set", ("value", "数值")),
        Column("low", "float64", "lower end of the 95 % interval over resampled sentences", ("low", "下限")),
        Column("high", "float64", "upper end", ("high", "上限")),
        _SENTENCES,
    ),
)
def evaluate_of(study: Study) -> pd.DataFrame:
    """How well this study's segmenter, jieba and others cut the sentences that people cut by hand."""
    return evaluate(load_gold(), peers(study.lexicon))


@table(
    "segmentation_quality",
    row="a segmenter on a set of sentences cut by hand, with its measures beside each other",
    key=("gold", "segmenter"),
    help="the measures of evaluate beside each other, as value (low–high)",
    attribute=True,
    columns=(
        _GOLD,
        _SEGMENTER,
        _SENTENCES,
        Column("strict_f1", "str", "F1 of words, as value (low–high)", ("F1, strict", "F1(严格)")),
        Column(
            "lenient_f1", "str", "F1 with the annotators' alternatives accepted", ("F1, lenient", "F1(宽松)")
        ),
        Column(
            "crossing_per_1000",
            "str",
            "words that cross a boundary of the gold, per 1,000",
            ("crossing per 1,000", "每千词越界"),
        ),
        Column(
            "terms_whole",
            "str",
            "share of the gold's terms kept whole; empty where the set has none",
            ("terms whole", "用语完整"),
        ),
    ),
)
def segmentation_quality_of(study: Study) -> pd.DataFrame:
    """The measures of `evaluate` beside each other."""
    return beside(study.evaluate())
