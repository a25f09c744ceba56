"""
``python -m tests.gold.learning``: makes ``corpus/weights`` anew from the coded sentences and the lists.

The lists (``corpus/codebook/lists.toml``) are hand-made; the weights are learned from all coded sentences,
those read once too, and brought to the scale of probabilities by documents left out.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from analysis.judgements.theme_features import FeatureReader, Lists
from analysis.judgements.theme_learning import sheet_of, weights_of
from analysis.judgements.theme_weights import COLUMNS, Weights
from analysis.resources import folder
from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter

CODED = folder("corpus") / "gold" / "themes"


def table(name: str) -> pd.DataFrame:
    """A table of the gold, every cell a text."""
    return pd.read_csv(CODED / f"{name}.tsv", sep="\t", dtype="str", keep_default_na=False, quoting=3)


def coded(*, single: bool = True, by: str = "document") -> pd.DataFrame:
    """The gold's sentences and, with `single`, those read once; a `group` is left out whole."""
    parts = [table("sentences").assign(gold=True)]
    if single:
        parts.append(table("single").assign(gold=False))
    rows = pd.concat(parts, ignore_index=True)
    chain = rows["heading"].str.split(" › ")
    described = table("documents").set_index("document")
    group = rows["document"] if by == "document" else rows["document"].map(described[by])
    top = chain.str[0].where(chain.str.len() > 1, "")
    return rows.assign(top_heading=top, heading=chain.str[-1], group=group)


def hand_lists() -> Lists:
    """The hand-made lists of the codebook's themes."""
    owners: dict[str, list[str]] = {}
    written = tomllib.loads((folder("corpus") / "codebook" / "lists.toml").read_text(encoding="utf-8"))
    for theme, groups in written.items():
        for text in dict.fromkeys(text for group in groups.values() for text in group):
            owners.setdefault(text, []).append(theme)
    return Lists({text: tuple(themes) for text, themes in owners.items()})


def themes() -> list[str]:
    """The themes that are learned, in the order of the lists."""
    return list(dict.fromkeys(theme for names in hand_lists().owners.values() for theme in names))


def reader() -> FeatureReader:
    """Features as the software reads them, without the names of any place."""
    lexicon = load_lexicon()
    return FeatureReader(Segmenter(lexicon).words, hand_lists(), lexicon.stop_words)


def written(weights: Weights, path: Path) -> None:
    """The tables of weights and of lists in a folder."""
    path.mkdir(exist_ok=True)
    rows = ["\t".join(COLUMNS), *("\t".join(str(cell) for cell in row) for row in weights.rows)]
    (path / "themes.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    lists = [f"{theme}\t{text}" for text, owners in weights.lists.owners.items() for theme in owners]
    (path / "lists.tsv").write_text("\n".join(["theme\texpression", *lists]) + "\n", encoding="utf-8")


def main() -> None:
    """Learn and write."""
    sheet = sheet_of(coded(), reader(), themes())
    weights = weights_of(sheet, hand_lists(), source="gold")
    written(weights, folder("corpus") / "weights")
    print(f"{len(weights.rows)} weights of {len(weights.themes)} themes from {len(sheet.codes)} sentences")


if __name__ == "__main__":
    main()
