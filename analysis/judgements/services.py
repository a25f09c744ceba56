"""What each sub-theme of a theme gets: space, actions, binding words, targets that can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import SUBTHEME, THEME_ID, evidence
from analysis.tables import SEPARATOR, Column, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme
    from analysis.study import Study

BINDS = 3


def services(
    theme: Theme, themes: pd.DataFrame, sentences: pd.DataFrame, commitments: pd.DataFrame
) -> pd.DataFrame:
    """
    One row per group of a theme, in the order of the theme file, those never spoken of included.

    Columns as in ``tables.TABLES["services"]``. A sentence of two groups counts in both.
    """
    require(themes, "themes", ["sentence_id", "theme", "subtheme"])
    joined = sentences.merge(commitments, on="sentence_id")
    inside = themes[themes["theme"] == theme.id].set_index("sentence_id")["subtheme"]
    groups = {id_: set(cell.split(SEPARATOR)) for id_, cell in inside.items()}
    return build(
        "services",
        (
            (
                group.id,
                *_measures(
                    joined[
                        joined["sentence_id"].isin([id_ for id_, held in groups.items() if group.id in held])
                    ]
                ),
            )
            for group in theme.groups
        ),
    )


def _measures(rows: pd.DataFrame) -> tuple[object, ...]:
    forward = rows[rows["mode"] == "forward"]
    actions = sum(len(cell.split(SEPARATOR)) for cell in forward["actions"] if cell)
    return (
        len(rows),
        int(rows["text"].str.len().sum()),
        len(forward),
        actions,
        int((forward["wording"] == BINDS).sum()),
        int(forward["has_target"].sum()),
        SEPARATOR.join(rows["sentence_id"]),
    )


@table(
    "services",
    row="a sub-theme of a theme, zeros included",
    key=("subtheme",),
    help="which services of a theme get space, actions, binding words and targets that can be checked",
    options=(THEME_ID,),
    columns=(
        SUBTHEME,
        Column("sentences", "int64", "sentences with evidence of it", ("sentences", "句数")),
        Column("characters", "int64", "their characters", ("characters", "字数")),
        Column("forward", "int64", "those that look ahead", ("ahead", "前瞻句")),
        Column("actions", "int64", "actions in them", ("actions", "行动")),
        Column(
            "binding", "int64", "those worded so that they bind (确保, 必须, 落实)", ("binding", "约束措辞")
        ),
        Column("with_target", "int64", "those that can be checked", ("checkable", "可核查")),
        evidence(),
    ),
)
def services_of(study: Study, theme: str) -> pd.DataFrame:
    """Which services get space, actions, binding words and targets that can be checked."""
    return services(study.theme(theme), study.themes, study.counted_sentences, study.commitments())
