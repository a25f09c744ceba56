"""
Which of its sub-themes a sentence of a theme speaks of: by learned weights, or by their expressions.

The sub-themes of the codebook (``corpus/weights/subthemes.tsv``) are learned from sentences that have the
theme, and judged in such sentences alone: the words and the listed expressions of a sub-theme, and what
stands around. Where none is sure enough the sentence speaks of the theme in general. Other themes have the
groups whose expressions stand in the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.columns import THEME_ID
from analysis.judgements.register_lists import bare_departments, departments
from analysis.judgements.theme_features import FeatureReader, Lists
from analysis.judgements.theme_places import occurrences
from analysis.judgements.theme_weights import CODED, Weights, load_rows
from analysis.resources import folder
from analysis.tables import Column, table, typed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme
    from analysis.study import Study

Parts = Mapping[str, tuple[str, ...]]  # sub-themes by sentence
GENERAL = "general"  # the group of what is said of the theme without a sub-theme


def part_id(theme: str, part: str) -> str:
    """The id of a sub-theme as the gold writes it: digitalization.economy."""
    return f"{theme}.{part}"


def part_lists(themes: Sequence[Theme]) -> Lists:
    """
    The expressions of the sub-themes of themes that have several, each with its sub-themes.

    Weak expressions and those of the theme in general speak for none.
    """
    owners: dict[str, list[str]] = {}
    for theme in themes:
        for group in theme.groups if len(theme.groups) > 1 else ():
            for text in (*group.expressions, *group.names) if group.id != GENERAL else ():
                owners.setdefault(text, []).append(part_id(theme.id, group.id))
    return Lists({text: tuple(ids) for text, ids in owners.items()})


def load_part_weights(themes: Sequence[Theme]) -> Weights:
    """The weights of sub-themes that come with the software, for those of these themes that are learned."""
    known = {part_id(theme.id, group.id) for theme in themes if theme.learned for group in theme.groups}
    rows = load_rows(folder("corpus") / "weights" / "subthemes.tsv")
    kept = tuple(row for row in rows if row.theme in known)
    return Weights(kept, part_lists([theme for theme in themes if theme.learned]))


def without_departments(text: str) -> str:
    """
    A text with the names of departments blanked: a duty of theirs need not be of their field.

    Examples
    --------
    >>> without_departments("由市卫生健康部门受理备案。")
    '由\u3000\u3000\u3000\u3000\u3000\u3000\u3000受理备案。'
    """
    for names in (departments(), bare_departments()):
        text = names.sub(lambda name: "\u3000" * len(name[0]), text)
    return text


def learned_parts(theme: Theme, weights: Weights, reader: FeatureReader, sheet: pd.DataFrame) -> Parts:
    """The sub-themes of each sentence of a sheet (``reading.contexts``) whose sentences have the theme."""
    sure = weights.confidences(reader.read_all(sheet))
    column = {id_: at for at, id_ in enumerate(weights.themes)}
    groups = [group.id for group in theme.groups]
    places = [
        (group, column[part_id(theme.id, group)]) for group in groups if part_id(theme.id, group) in column
    ]
    none = (GENERAL,) if GENERAL in groups else ()
    return {
        id_: tuple(group for group, at in places if row[at] >= CODED) or none
        for id_, row in zip(sheet["sentence_id"], sure, strict=True)
    }


def listed_parts(theme: Theme, sentences: pd.DataFrame, tokens: pd.DataFrame) -> Parts:
    """The groups of a theme whose expressions stand in each sentence, weak ones aside."""
    found = occurrences(theme, sentences, tokens)
    found = found[found["longest"] & ~found["expression"].isin(theme.weak)]
    inside: dict[str, dict[str, None]] = {}
    for id_, group in found[["sentence_id", "subtheme"]].itertuples(index=False, name=None):
        inside.setdefault(id_, {})[group] = None
    return {id_: tuple(groups) for id_, groups in inside.items()}


def is_learned(theme: Theme, weights: Weights) -> bool:
    """Whether the sub-themes of a theme have weights."""
    return any(part_id(theme.id, group.id) in weights.themes for group in theme.groups)


# --- how well they are told apart --------------------------------------------------------------------------


def measured_parts() -> pd.DataFrame:
    """
    One row per sub-theme, and ``all`` for each theme, as measured on documents left out.

    ``theme, subtheme``, ``n`` sentences of the gold, ``precision, recall, f1``, ``f1_list`` (lists alone).
    Made by ``python -m tests.gold.subthemes --write``.
    """
    import pandas as pd

    return pd.read_csv(folder("corpus") / "weights" / "subtheme_quality.tsv", sep="\t")


@table(
    "subtheme_quality",
    row="a sub-theme of a learned theme, and all of them together, with how well they are told apart",
    key=("subtheme",),
    help="how well the sub-themes of a theme are told apart on documents left out",
    options=(THEME_ID,),
    columns=(
        Column("subtheme", "str", "id of the sub-theme; all: every decision", ("sub-theme", "子主题")),
        Column("n", "int64", "sentences of the gold with the sub-theme", ("coded", "编码句数")),
        Column("precision", "float64", "share of what is found that is right", ("precision", "精确率")),
        Column("recall", "float64", "share of what is there that is found", ("recall", "召回率")),
        Column("f1", "float64", "their harmonic mean", ("F1", "F1")),
        Column("f1_list", "float64", "F1 of hand-made lists alone", ("list alone", "仅用词表")),
    ),
)
def subtheme_quality_of(study: Study, theme: str) -> pd.DataFrame:
    """How well the sub-themes of a theme are told apart on documents left out; empty if none are learned."""
    known, found = study.theme(theme), measured_parts()
    mine = found[(found["theme"] == theme) & is_learned(known, study.setup.part_weights)]
    return typed("subtheme_quality", mine.reset_index(drop=True))
