"""How much of a theme: its expressions counted, its share of chapters, its groups by chapter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import CHAPTER, EXPRESSION, SUBTHEME, THEME, THEME_ID, evidence, n_of, top
from analysis.evidence import behind
from analysis.judgements.theme_places import occurrences, sought
from analysis.reading import contexts
from analysis.tables import (
    SEPARATOR,
    Column,
    at_least,
    build,
    require,
    table,
)

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme
    from analysis.study import Study

_SENTENCES = Column("sentences", "int64", "sentences with the theme", ("sentences", "句数"))
_CHARACTERS = Column("characters", "int64", "their characters", ("characters", "字数"))


def count_expressions(theme: Theme, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    How often each expression of `theme` stands in the document, those that never do included.

    One row per expression in the order of the theme file: ``expression``, ``subtheme``, ``n`` (as whole
    words), ``n_inside`` (only as part of a longer word, as 民生 in 人民生活), ``sentence_ids`` (where the n
    stand, joined by ' | ').
    """
    found = occurrences(theme, sentences, tokens)
    whole, inside = found[found["whole"]], found[~found["whole"]]
    n, n_inside = whole["expression"].value_counts(), inside["expression"].value_counts()
    ids = whole.groupby("expression")["sentence_id"].agg(lambda ids: SEPARATOR.join(dict.fromkeys(ids)))
    rows = [
        (text, group.id, int(n.get(text, 0)), int(n_inside.get(text, 0)), str(ids.get(text, "")))
        for text, group in theme.expressions.items()
    ]
    return build("expressions", rows)


def coverage(themes: pd.DataFrame, sentences: pd.DataFrame, theme_ids: Sequence[str]) -> pd.DataFrame:
    """
    How much of each chapter speaks of each theme.

    One row per (chapter, theme), zeros included: ``sentences`` and ``characters`` with the theme, and
    ``share`` of the chapter's characters that stand in such sentences (0 to 1). Chapter 0 is what stands
    outside chapters.
    """
    import pandas as pd

    require(themes, "themes", ["sentence_id", "theme"])
    size = sentences.assign(characters=sentences["end"] - sentences["start"])
    total = size.groupby("chapter")["characters"].sum()
    joined = themes.merge(size[["sentence_id", "chapter", "characters"]], on="sentence_id")
    cells = joined.groupby(["chapter", "theme"])["characters"].agg(sentences="size", characters="sum")
    every = pd.MultiIndex.from_product([total.index, theme_ids], names=["chapter", "theme"])
    table = cells.reindex(every, fill_value=0).reset_index()
    return table.assign(share=table["characters"] / table["chapter"].map(total))


def subtheme_coverage(theme: Theme, themes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    How much each chapter says of each group of a theme.

    One row per (subtheme, chapter), zeros included, groups in the order of the theme file: ``sentences`` and
    ``characters`` of sentences with evidence of the group. A sentence of two groups counts in both.
    """
    import pandas as pd

    size = sentences.assign(characters=sentences["end"] - sentences["start"])
    found = themes[themes["theme"] == theme.id]
    found = found.assign(subtheme=found["subtheme"].str.split(SEPARATOR, regex=False)).explode("subtheme")
    joined = found.merge(size[["sentence_id", "chapter", "characters"]], on="sentence_id")
    cells = joined.groupby(["subtheme", "chapter"])["characters"].agg(sentences="size", characters="sum")
    axes = [[group.id for group in theme.groups], sorted(sentences["chapter"].unique())]
    every = pd.MultiIndex.from_product(axes, names=["subtheme", "chapter"])
    return cells.reindex(every, fill_value=0).reset_index()


def expression_chapters(occurrences: pd.DataFrame, sentences: pd.DataFrame, *, top: int = 20) -> pd.DataFrame:
    """
    The `top` expressions that stand most often as whole words, by chapter, zeros included.

    One row per (expression, chapter): ``expression, chapter, n``; the most frequent expression first.
    """
    import pandas as pd

    at_least(1, top=top)
    whole = occurrences[occurrences["whole"]].merge(sentences[["sentence_id", "chapter"]], on="sentence_id")
    total = whole.groupby("expression").size().rename("n").reset_index()
    order = total.sort_values(["n", "expression"], ascending=[False, True]).head(top)["expression"]
    axes = [order.tolist(), sorted(sentences["chapter"].unique())]
    every = pd.MultiIndex.from_product(axes, names=["expression", "chapter"])
    return (
        whole.groupby(["expression", "chapter"]).size().reindex(every, fill_value=0).rename("n").reset_index()
    )


@table(
    "expressions",
    row="an expression of a theme, with how often it stands, zeros included",
    key=("expression",),
    help="how often each expression of a theme stands in the document, zeros included",
    options=(THEME_ID,),
    columns=(
        EXPRESSION,
        SUBTHEME,
        n_of("occurrences as whole words"),
        Column(
            "n_inside",
            "int64",
            "only as part of a longer word, as 民生 in 人民生活",
            ("inside words", "词内"),
        ),
        evidence("where the n stand, joined by ' | '"),
    ),
)
def expressions_of(study: Study, theme: str) -> pd.DataFrame:
    """How often each expression of a theme stands in the document, zeros included."""
    one, sentences = study.theme(theme), study.counted_sentences
    return count_expressions(one, sought(one, contexts(study.document, sentences), sentences), study.tokens)


@table(
    "subthemes",
    row="a group of a theme in a chapter, zeros included",
    key=("subtheme", "chapter"),
    help="how much each chapter says of each group of a theme",
    options=(THEME_ID,),
    columns=(SUBTHEME, CHAPTER, _SENTENCES, _CHARACTERS, evidence("these sentences, joined by ' | '")),
)
def subthemes_of(study: Study, theme: str) -> pd.DataFrame:
    """How much each chapter says of each group of a theme."""
    table = subtheme_coverage(study.theme(theme), study.themes, study.counted_sentences)
    found = study.themes[study.themes["theme"] == theme]
    found = found.assign(subtheme=found["subtheme"].str.split(SEPARATOR, regex=False)).explode("subtheme")
    return behind(table, _placed(found, study.counted_sentences), ["subtheme", "chapter"])


def _placed(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Rows of sentences with the chapter in which each stands."""
    return rows.merge(sentences[["sentence_id", "chapter"]], on="sentence_id")


@table(
    "expression_chapters",
    row="one of a theme's most frequent expressions in a chapter, zeros included",
    key=("expression", "chapter"),
    help="the most frequent expressions of a theme by chapter",
    options=(THEME_ID, top(20, "the most frequent expressions")),
    columns=(EXPRESSION, CHAPTER, n_of("occurrences in the chapter as whole words"), evidence()),
)
def expression_chapters_of(study: Study, theme: str, *, top: int = 20) -> pd.DataFrame:
    """The most frequent expressions of a theme by chapter."""
    found, sentences = study.occurrences(theme), study.counted_sentences
    table = expression_chapters(found, sentences, top=top)
    return behind(table, _placed(found[found["whole"]], sentences), ["expression", "chapter"])


@table(
    "coverage",
    row="a theme in a chapter, zeros included",
    key=("chapter", "theme"),
    help="how much of each chapter speaks of each theme",
    attribute=True,
    columns=(
        CHAPTER,
        THEME,
        _SENTENCES,
        _CHARACTERS,
        Column(
            "share",
            "float64",
            "share of the chapter's characters in such sentences, 0 to 1",
            ("share", "占比"),
        ),
        evidence("these sentences, joined by ' | '"),
    ),
)
def coverage_of(study: Study) -> pd.DataFrame:
    """How much of each chapter speaks of each theme."""
    shown = [theme.id for theme in study.theme_definitions]
    table = coverage(study.themes, study.counted_sentences, shown)
    return behind(table, _placed(study.themes, study.counted_sentences), ["chapter", "theme"])
