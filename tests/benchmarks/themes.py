"""
``python -m tests.benchmarks.themes``: ways to find themes, compared on documents left out.

Each is learned from fifteen documents of the gold and judged on the sixteenth; its two numbers of calibration
come from the scores of the other documents. The way shipped keeps the two thousand features that weigh most.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import BernoulliNB

from analysis.judgements.theme_learning import FEWEST, Sheet, calibration, left_out, sheet_of
from analysis.judgements.theme_scores import f1
from analysis.judgements.theme_standing import PARTS as STANDING
from analysis.judgements.theme_weights import CODED
from tests.gold.learning import coded, reader, themes
from tests.gold.theme_quality import ASSESSED, listed

CONTEXT = ("heading", "heading_list", "top_heading_list", "before", "before_list")
Score = Callable[[csr_matrix, np.ndarray, csr_matrix], np.ndarray]


def linear(offered: csr_matrix, code: np.ndarray, judged: csr_matrix) -> np.ndarray:
    """Scores of a logistic model with an L2 penalty."""
    model = LogisticRegression(C=3.0, solver="liblinear", intercept_scaling=3.0)
    return np.asarray(model.fit(offered, code).decision_function(judged))


def bayes(offered: csr_matrix, code: np.ndarray, judged: csr_matrix) -> np.ndarray:
    """Log odds of naive Bayes over what stands there or does not."""
    log = BernoulliNB(alpha=0.5).fit(offered > 0, code).predict_log_proba(judged > 0)
    return np.asarray(log[:, 1] - log[:, 0])


def scores(offered: csr_matrix, sheet: Sheet, way: Score) -> np.ndarray:
    """Scores of every sentence by models that saw nothing of its document."""
    found = np.full(sheet.codes.shape, -9.0)
    for group in np.unique(sheet.groups):
        out = sheet.groups == group
        often = np.asarray((offered[~out] != 0).sum(axis=0)).ravel() >= FEWEST
        table, judged = offered[~out][:, often], offered[out][:, often]
        for at, code in enumerate(sheet.codes[~out].T):
            found[out, at] = way(table, code, judged)
    return found


def line(name: str, sheet: Sheet, found: np.ndarray, gold: np.ndarray) -> str:
    """Macro-F1 over the themes assessed, and F1 of two."""
    codes, groups, found = sheet.codes[gold], sheet.groups[gold], found[gold]
    sure = np.zeros(found.shape)
    for group in np.unique(groups):
        out = groups == group
        for at in range(found.shape[1]):
            slope, intercept = calibration(found[~out, at], codes[~out, at])
            sure[out, at] = 1 / (1 + np.exp(-(slope * found[out, at] + intercept)))
    return said(name, sheet, codes, sure >= CODED)


def said(name: str, sheet: Sheet, codes: np.ndarray, found: np.ndarray) -> str:
    """A line of figures."""
    all_ = {theme: f1(codes[:, at], found[:, at]) for at, theme in enumerate(sheet.themes)}
    enough = [theme for at, theme in enumerate(sheet.themes) if codes[:, at].sum() >= ASSESSED]
    macro = np.mean([all_[theme] for theme in enough])
    two = " ".join(f"{theme} {all_[theme]:.3f}" for theme in ("digitalization", "livelihood"))
    return f"{name:44} macro {macro:.3f} {two}"


def main() -> None:
    """Print a line for each way."""
    rows = coded()
    sheet = sheet_of(rows, reader(), themes())
    gold = rows["gold"].to_numpy(bool)
    part = pd.Series(sheet.names).str.split(":").str[0]
    every = csr_matrix(sheet.offered)
    plain = rows["text"].str.replace(r"[^㐀-鿿A-Za-z0-9]", " ", regex=True)
    strings = csr_matrix(
        CountVectorizer(analyzer="char", ngram_range=(2, 3), binary=True).fit_transform(plain)
    )
    around = every[:, part.isin(CONTEXT).to_numpy()]
    words, lists = (every[:, part.isin(names).to_numpy()] for names in (["word"], ["list", "share"]))
    rival = listed(rows.loc[gold, "text"], reader(), list(sheet.themes))
    print(said("a hand-made list alone", sheet, sheet.codes[gold], rival), flush=True)
    ways: dict[str, tuple[csr_matrix, Score]] = {
        "naive Bayes, words": (words, bayes),
        "linear, words": (words, linear),
        "linear, strings of two and three characters": (strings * 0.3, linear),
        "linear, words and context": (csr_matrix(hstack([words, around])), linear),
        "linear, lists and context": (csr_matrix(hstack([lists, around])), linear),
        "linear, words and lists": (csr_matrix(hstack([words, lists])), linear),
        "linear, all but how lists stand in clauses": (every[:, ~part.isin(STANDING).to_numpy()], linear),
        "linear, all": (every, linear),
        "linear, all and strings": (csr_matrix(hstack([every, strings * 0.3])), linear),
        "linear, all, without sentences read once": (every[gold], linear),
    }
    for name, (offered, way) in ways.items():
        mine, judged = (sheet, gold) if offered.shape[0] == len(gold) else (sheet.part(gold), gold[gold])
        print(line(name, mine, scores(offered, mine, way), judged), flush=True)
    print(line("shipped: all, two thousand kept", sheet, left_out(sheet), gold), flush=True)


if __name__ == "__main__":
    main()
