"""How good the learned themes are on documents that had no part in them: scores, calibration, rivals."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import cohen_kappa_score

from analysis.judgements.theme_features import FeatureReader
from analysis.judgements.theme_learning import KEPT, Sheet, calibrated, scored, sheet_of
from analysis.judgements.theme_quality import ASSESSED
from analysis.judgements.theme_scores import RESAMPLES, f1, f1_interval
from analysis.judgements.theme_weights import CODED, load_weights
from analysis.resources import folder
from tests.gold.learning import coded, reader, table, themes

ALIKE = 0.6  # share of five-character strings in common from which two sentences are one


def judged_left_out(rows: pd.DataFrame, sheet: Sheet, *, kept: int = KEPT) -> np.ndarray:
    """
    Confidence of each theme for each sentence of the gold, by a model that saw nothing of its group.

    Weights and calibration are both made from the other groups, without sentences that are nearly one of
    those judged.
    """
    gold = rows["gold"].to_numpy(bool)
    grams = _grams(rows["text"])
    found = np.full(sheet.codes.shape, np.nan)
    for group in np.unique(sheet.groups[gold]):
        out = (sheet.groups == group) & gold
        learned_from = (sheet.groups != group) & ~_alike(grams, out)
        models, lines = calibrated(sheet.part(learned_from), kept=kept)
        score = scored(models, sheet.part(out)) * lines[:, 0] + lines[:, 1]
        found[out] = 1 / (1 + np.exp(-score))
    return found[gold]


def _grams(texts: pd.Series) -> csr_array:
    plain = texts.map(lambda text: re.sub(r"[^㐀-鿿A-Za-z]", "", text))
    return csr_array(CountVectorizer(analyzer="char", ngram_range=(5, 5), binary=True).fit_transform(plain))


def _alike(grams: csr_array, judged: np.ndarray) -> np.ndarray:
    """Which sentences share most of their five-character strings with one of those judged."""
    size = np.asarray(grams.sum(axis=1)).ravel().astype(float)
    common = (grams @ grams[judged].T).tocoo()
    either = size[common.row] + size[judged][common.col] - common.data
    alike = np.zeros(len(size), bool)
    alike[common.row[common.data >= ALIKE * either]] = True
    return alike


def near_one_of(texts: pd.Series, others: pd.Series) -> np.ndarray:
    """Which texts are nearly one of the others."""
    judged = np.arange(len(texts) + len(others)) >= len(texts)
    return _alike(_grams(pd.concat([texts, others])), judged)[: len(texts)]


def listed(texts: pd.Series, read: FeatureReader, names: list[str]) -> np.ndarray:
    """The plain rival: a theme wherever one of its hand-listed expressions stands."""
    found = [read.read(text, "", "", "").values for text in texts]
    return np.array([[f"list:{name}" in values for name in names] for values in found])


def calibration_error(
    code: np.ndarray, confidence: np.ndarray, *, least: float = 0.1, bins: int = 10
) -> float:
    """Mean distance of confidence and share, over tenths of confidence, of rows with at least `least`."""
    kept = confidence >= least
    place = np.minimum((confidence[kept] * bins).astype(int), bins - 1)
    gaps = [
        abs(code[kept][place == at].mean() - confidence[kept][place == at].mean()) * (place == at).sum()
        for at in np.unique(place)
    ]
    return float(sum(gaps) / max(1, kept.sum()))


def both_readings() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the two readers said before settlement, sentences by theme, and the document of each sentence."""
    readings, documents = table("readings"), table("sentences").set_index("id")["document"]
    first, second = (
        readings[readings["reader"] == who].set_index("id")["themes"].loc[documents.index] for who in "ab"
    )
    said = ([{one.split(".")[0] for one in value.split()} for value in column] for column in (first, second))
    known = themes()
    a, b = (np.array([[theme in one for theme in known] for one in column]) for column in said)
    return a, b, documents.to_numpy()


def agreement(*, seed: int = 1) -> pd.DataFrame:
    """
    How the two readers agree before settlement: a row per theme.

    ``n`` (sentences in which either saw it), ``kappa`` with the middle 95 % over documents drawn anew, and
    ``positive`` (2 × both / (first + second)). Two runs of one model: repeatability, not reliability.
    """
    first, second, documents = both_readings()
    names = np.unique(documents)
    cells = [first & second, first, second, np.ones_like(first)]
    counts = np.array([[one[documents == name].sum(axis=0) for name in names] for one in cells])
    drawn = np.random.default_rng(seed).integers(len(names), size=(RESAMPLES, len(names)))
    low, high = np.nanquantile(_kappa(*counts[:, drawn].sum(axis=2)), [0.025, 0.975], axis=0)
    both, a, b, n = counts.sum(axis=1)
    return pd.DataFrame(
        {
            "theme": themes(),
            "n": a + b - both,
            "kappa": _kappa(both, a, b, n),
            "kappa_low": low,
            "kappa_high": high,
            "positive": 2 * both / np.maximum(1, a + b),
        }
    )


def _kappa(both: np.ndarray, first: np.ndarray, second: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Cohen's kappa from counts; not a number where chance alone gives full agreement."""
    expected = (first * second + (n - first) * (n - second)) / n**2
    agreed = (n - first - second + 2 * both) / n
    return np.where(expected < 1, (agreed - expected) / np.where(expected < 1, 1 - expected, 1), np.nan)


def kept_quality() -> pd.DataFrame:
    """What ``quality`` gave when it was last kept, with precision, recall and F1 for each theme."""
    return pd.read_csv(folder("corpus") / "weights" / "quality.tsv", sep="\t")


def quality(by: str = "document") -> tuple[pd.DataFrame, np.ndarray]:
    """One row per theme, judged by leaving out whole documents (or families), and the confidences."""
    rows = coded(by=by)
    read, names = reader(), themes()
    sheet = sheet_of(rows, read, names)
    gold = rows["gold"].to_numpy(bool)
    confidence = judged_left_out(rows, sheet)
    rival = listed(rows.loc[gold, "text"], read, names)
    documents = rows.loc[gold, "document"].to_numpy()
    found = list(_rows(names, sheet.codes[gold], confidence, rival, documents))
    return pd.DataFrame(found), confidence


def _rows(
    names: list[str], codes: np.ndarray, confidence: np.ndarray, rival: np.ndarray, documents: np.ndarray
) -> Iterator[dict[str, object]]:
    kappa = agreement().set_index("theme")["kappa"]
    for at, theme in enumerate(names):
        code, sure = codes[:, at], confidence[:, at]
        found = sure >= CODED
        low, high = f1_interval(code, found, documents)
        base = code.mean()
        yield {
            "theme": theme,
            "n": int(code.sum()),
            "precision": (code & found).sum() / max(1, found.sum()),
            "recall": (code & found).sum() / max(1, code.sum()),
            "f1": f1(code, found),
            "f1_low": low,
            "f1_high": high,
            "f1_list": f1(code, rival[:, at]),
            "kappa": kappa[theme],
            "brier_skill": 1 - ((sure - code) ** 2).mean() / (base * (1 - base)),
            "calibration_error": calibration_error(code, sure),
            "false_positive_rate": (found & ~code).sum() / (~code).sum(),
            "assessed": code.sum() >= ASSESSED,
        }


def gold_codes() -> np.ndarray:
    """The gold's codes: sentences (rows) by theme."""
    said = [{one.split(".")[0] for one in value.split()} for value in table("sentences")["themes"]]
    known = themes()
    return np.array([[theme in one for theme in known] for one in said])


def on_reserve() -> pd.DataFrame:
    """
    The shipped weights on sentences of six documents kept in reserve: a row per theme that stands in ten.

    The first reader's codings count; the second's give kappa. Nothing may be learned or tuned from these.
    """
    rows, weights = table("reserve"), load_weights()
    read, names = reader(), list(weights.themes)
    confidence = 1 / (1 + np.exp(-weights.scores(read.read_all(rows))))
    first, second = (
        np.array(
            [[theme in {one.split(".")[0] for one in value.split()} for theme in names] for value in column]
        )
        for column in (rows["themes"], rows["themes_b"])
    )
    rival = listed(rows["text"], read, names)
    found = [
        {
            "theme": theme,
            "sentences": len(rows),
            "n": int(first[:, at].sum()),
            "f1": f1(first[:, at], confidence[:, at] >= CODED),
            "f1_list": f1(first[:, at], rival[:, at]),
            "kappa": cohen_kappa_score(first[:, at], second[:, at]),
        }
        for at, theme in enumerate(names)
        if first[:, at].sum() >= 10
    ]
    return pd.DataFrame(found)


def macro(quality: pd.DataFrame, column: str = "f1") -> float:
    """The mean over the themes assessed."""
    return float(quality.loc[quality["assessed"], column].mean())
