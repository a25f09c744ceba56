"""
``python -m tests.gold.subthemes``: how well the sub-themes of a theme are told apart, against the gold.

A row per sub-theme: of the gold's sentences that have the theme, how many have the sub-theme (``n``), and
precision, recall and F1 there, by weights that saw nothing of the sentence's document; ``f1_list`` is F1 of
the hand-made lists alone. A sentence may have several; the last row counts all decisions. ``--write`` keeps
the table in ``corpus/weights/subtheme_quality.tsv``, from which notebooks show it.
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd

from analysis.judgements.theme_files import Theme
from analysis.judgements.theme_parts import GENERAL, listed_parts
from analysis.judgements.theme_scores import f1
from analysis.judgements.theme_weights import CODED
from analysis.resources import folder
from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter, tokens
from tests.gold.learning import KEPT_OF_PARTS, coded, having, part_ids, part_sheet, parted
from tests.gold.theme_quality import judged_left_out

COLUMNS = ["theme", "subtheme", "n", "precision", "recall", "f1", "f1_list"]


def told(theme: Theme, rows: pd.DataFrame) -> np.ndarray:
    """Which sub-themes (columns) the lists find in each row, weak expressions aside."""
    starts = (rows["text"].str.len() + 1).cumsum().shift(fill_value=0)
    ids = [f"1.1.{at}" for at in range(1, len(rows) + 1)]
    sentences = rows[["text"]].assign(sentence_id=ids, start=starts)
    found = listed_parts(theme, sentences, tokens(sentences, Segmenter(load_lexicon())))
    names = [group.id for group in theme.groups if group.id != GENERAL]
    return np.array([[name in found.get(id_, ()) for name in names] for id_ in ids])


def scores(theme: Theme, rows: pd.DataFrame) -> pd.DataFrame:
    """A row per sub-theme of the codebook, and one for all."""
    mine = rows[having(theme.id, rows["themes"])].reset_index(drop=True)
    sheet = part_sheet(theme, mine)
    gold = mine["gold"].to_numpy(bool)
    code, found = sheet.codes[gold], judged_left_out(mine, sheet, kept=KEPT_OF_PARTS) >= CODED
    rival = told(theme, mine[gold].reset_index(drop=True))
    names = [id_.partition(".")[2] for id_ in part_ids(theme)]
    every = [_row(theme.id, name, code[:, at], found[:, at], rival[:, at]) for at, name in enumerate(names)]
    return pd.DataFrame([*every, _row(theme.id, "all", code, found, rival)], columns=COLUMNS)


def _row(theme: str, name: str, code: np.ndarray, found: np.ndarray, rival: np.ndarray) -> tuple[object, ...]:
    right = int((code & found).sum())
    shares = right / max(1, int(found.sum())), right / max(1, int(code.sum()))
    return (
        theme,
        name,
        int(code.sum()),
        *shares,
        f1(code.ravel(), found.ravel()),
        f1(code.ravel(), rival.ravel()),
    )


def every() -> pd.DataFrame:
    """The scores of all themes that have sub-themes."""
    rows = coded(written=True)
    return pd.concat([scores(theme, rows) for theme in parted()], ignore_index=True)


def main(arguments: list[str]) -> None:
    """Print all figures, and keep them when asked."""
    found = every()
    print(found.round(2).to_string(index=False))
    if "--write" in arguments:
        path = folder("corpus") / "weights" / "subtheme_quality.tsv"
        found.round(4).to_csv(path, sep="\t", index=False, lineterminator="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
