"""Promises that nobody can check: forward sentences without a number, a date or a work to be completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import ARTICLE, CHAPTER, SENTENCE_ID, TEXT
from analysis.tables import Column, Option, require, table, typed

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

LEVELS = ("1", "2", "3")


def uncheckable(commitments: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    The forward sentences with actions and nothing to check, in reading order.

    Columns as in ``tables.TABLES["uncheckable"]``. A sentence that only says by what one goes has no action
    and promises nothing, so that there is nothing to check in it either: it is left out.
    """
    require(commitments, "commitments", ["sentence_id", "mode", "actions", "has_target"])
    chosen = commitments[
        (commitments["mode"] == "forward") & ~commitments["has_target"] & (commitments["actions"] != "")
    ]
    place = sentences[["sentence_id", "chapter", "article", "text"]]
    return typed("uncheckable", chosen.merge(place, on="sentence_id", how="left"))


@table(
    "uncheckable",
    row="a forward sentence with actions and no number, date or completion",
    key=("sentence_id",),
    help="commitments without number, date or completion: nobody can check them",
    options=(
        Option(
            "wording", "worded this firmly: 1 encourages, 2 advances, 3 binds", choices=LEVELS, metavar="N"
        ),
    ),
    columns=(
        SENTENCE_ID,
        CHAPTER,
        ARTICLE,
        Column("actions", "str", "verb:object, in their order, joined by ' | '", ("actions", "行动")),
        Column(
            "wording", "int64", "1 encourages, 2 advances, 3 binds, by its words alone", ("wording", "措辞")
        ),
        Column("actor", "str", "who is to do it, where the sentence says so", ("actor", "主体")),
        TEXT,
    ),
)
def uncheckable_of(study: Study, *, wording: str | None = None) -> pd.DataFrame:
    """Commitments without number, date or completion."""
    found = uncheckable(study.commitments(), study.counted_sentences)
    return found if wording is None else found[found["wording"] == int(wording)]
