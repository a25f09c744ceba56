"""
``python -m tests.gold.subthemes``: how well the lists tell the sub-themes of a theme, against the gold.

A row per sub-theme: of the gold's sentences that have the theme, how many have the sub-theme (``n``), and
precision, recall and F1 of the lists there. A sentence may have several; the last row counts all decisions.
"""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analysis.judgements.theme_files import Theme, load_themes
from analysis.judgements.theme_places import occurrences
from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter, tokens
from tests.gold.learning import table

THEMES = ("digitalization", "livelihood")
COLUMNS = ["theme", "subtheme", "n", "precision", "recall", "f1"]


def sheet() -> pd.DataFrame:
    """The gold's sentences as those of one text: ``sentence_id, start, text, themes``."""
    gold = table("sentences")[["text", "themes"]]
    starts = (gold["text"].str.len() + 1).cumsum().shift(fill_value=0)
    return gold.assign(sentence_id=[f"1.1.{at}" for at in range(1, len(gold) + 1)], start=starts)


def coded(theme: str, themes: pd.Series) -> list[set[str] | None]:
    """The sub-themes of a theme in each sentence; None where it has not the theme."""
    said = [value.split() for value in themes]
    return [
        {one.partition(".")[2] for one in row if one.startswith(f"{theme}.")}
        if any(one.partition(".")[0] == theme for one in row)
        else None
        for row in said
    ]


def listed(theme: Theme, sentences: pd.DataFrame) -> dict[str, set[str]]:
    """The groups of a theme whose expressions stand in each sentence, weak ones aside."""
    found = occurrences(theme, sentences, tokens(sentences, Segmenter(load_lexicon())))
    found = found[found["longest"] & ~found["expression"].isin(theme.weak)]
    return {str(id_): set(rows) for id_, rows in found.groupby("sentence_id")["subtheme"]}


def scores(theme: Theme, sentences: pd.DataFrame) -> pd.DataFrame:
    """A row per sub-theme of the codebook, and one for all."""
    found = listed(theme, sentences)
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for id_, wanted in zip(sentences["sentence_id"], coded(theme.id, sentences["themes"]), strict=True):
        if wanted is not None:
            told = found.get(id_, set()) - {
                "general"
            }  # no sub-theme of the codebook: what is said in general
            right.update(told & wanted)
            wrong.update(told - wanted)
            missed.update(wanted - told)
    names = sorted({*right, *missed})
    rows = [_row(theme.id, name, right[name], wrong[name], missed[name]) for name in names]
    every = (sum(count[name] for name in {*right, *wrong, *missed}) for count in (right, wrong, missed))
    return pd.DataFrame([*rows, _row(theme.id, "all", *every)], columns=COLUMNS)


def _row(theme: str, name: str, right: int, wrong: int, missed: int) -> tuple[object, ...]:
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return theme, name, right + missed, precision, recall, 2 * right / max(1, 2 * right + wrong + missed)


def every() -> pd.DataFrame:
    """The scores of both themes that have sub-themes."""
    sentences = sheet()
    found = [scores(theme, sentences) for theme in load_themes() if theme.id in THEMES]
    return pd.concat(found, ignore_index=True)


def main() -> None:
    """Print all figures."""
    print(every().round(2).to_string(index=False))


if __name__ == "__main__":
    main()
