"""
``python -m tests.gold.learning``: makes ``corpus/weights`` anew from the coded sentences and the lists.

The lists (``corpus/codebook/lists.toml``) are hand-made; the weights are learned from all coded sentences,
those read once and those of composed documents too, and brought to the scale of probabilities by documents
left out. Sub-themes are learned within their theme, from sentences written for that besides.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from analysis.judgements.theme_features import FeatureReader, Lists
from analysis.judgements.theme_files import Theme, load_themes
from analysis.judgements.theme_learning import NEVER_LEFT_OUT, Sheet, sheet_of, weights_of
from analysis.judgements.theme_parts import GENERAL, part_id, part_lists, without_departments
from analysis.judgements.theme_weights import COLUMNS, Weights
from analysis.resources import folder
from analysis.words.lexicon import load_lexicon
from analysis.words.segmentation import Segmenter

CODED = folder("corpus") / "gold" / "themes"
KEPT_OF_PARTS = 500  # features that the model of a sub-theme keeps


def table(name: str) -> pd.DataFrame:
    """A table of the gold, every cell a text."""
    return pd.read_csv(CODED / f"{name}.tsv", sep="\t", dtype="str", keep_default_na=False, quoting=3)


def coded(
    *, single: bool = True, composed: bool = True, written: bool = False, by: str = "document"
) -> pd.DataFrame:
    """
    The gold's sentences, with `single` those read once, with `composed` and `written` those made for it.

    A `group` is left out whole; what was made is of none, always learned from and never judged.
    """
    parts = [table("sentences").assign(gold=True)]
    if single:
        parts.append(table("single").assign(gold=False))
    made = [name for name, used in (("composed", composed), ("written", written)) if used]
    parts += [table(name).assign(gold=False, document=NEVER_LEFT_OUT) for name in made]
    rows = pd.concat(parts, ignore_index=True)
    chain = rows["heading"].str.split(" › ")
    described = table("documents").set_index("document")
    group = rows["document"] if by == "document" else rows["document"].map(described[by])
    top = chain.str[0].where(chain.str.len() > 1, "")
    return rows.assign(top_heading=top, heading=chain.str[-1], group=group.fillna(NEVER_LEFT_OUT))


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


def parted() -> list[Theme]:
    """The learned themes that have sub-themes."""
    return [theme for theme in load_themes() if theme.learned and len(theme.groups) > 1]


def part_ids(theme: Theme) -> list[str]:
    """The sub-themes of a theme, as the gold writes them."""
    return [part_id(theme.id, group.id) for group in theme.groups if group.id != GENERAL]


def part_reader() -> FeatureReader:
    """Features as the software reads them to tell sub-themes apart."""
    lexicon = load_lexicon()
    return FeatureReader(
        Segmenter(lexicon).words, part_lists(parted()), lexicon.stop_words, without_departments
    )


def part_sheet(theme: Theme, rows: pd.DataFrame) -> Sheet:
    """The coded sentences of a theme, coded with its sub-themes."""
    return sheet_of(rows[having(theme.id, rows["themes"])], part_reader(), part_ids(theme))


def having(theme: str, codes: pd.Series) -> pd.Series:
    """Which codes name a theme, with a sub-theme or without."""
    return codes.map(lambda value: theme in {one.partition(".")[0] for one in value.split()})


def part_weights(rows: pd.DataFrame) -> Weights:
    """The weights of all sub-themes, learned from the sentences that have their theme."""
    lists = part_lists(parted())
    found = [
        weights_of(part_sheet(theme, rows), lists, source="gold", kept=KEPT_OF_PARTS) for theme in parted()
    ]
    return Weights(tuple(row for one in found for row in one.rows), lists)


def write(weights: Weights, path: Path) -> None:
    """A table of weights."""
    rows = ["\t".join(COLUMNS), *("\t".join(str(cell) for cell in row) for row in weights.rows)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def written(weights: Weights, path: Path) -> None:
    """The tables of weights and of lists in a folder."""
    path.mkdir(exist_ok=True)
    write(weights, path / "themes.tsv")
    lists = [f"{theme}\t{text}" for text, owners in weights.lists.owners.items() for theme in owners]
    (path / "lists.tsv").write_text("\n".join(["theme\texpression", *lists]) + "\n", encoding="utf-8")


def main() -> None:
    """Learn and write."""
    home = folder("corpus") / "weights"
    sheet = sheet_of(coded(), reader(), themes())
    weights = weights_of(sheet, hand_lists(), source="gold")
    written(weights, home)
    write(part_weights(coded(written=True)), home / "subthemes.tsv")
    print(f"{len(weights.rows)} weights of {len(weights.themes)} themes from {len(sheet.codes)} sentences")


if __name__ == "__main__":
    main()
