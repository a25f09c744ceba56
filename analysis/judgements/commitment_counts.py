"""How much a document looks ahead and back, how firmly it words what is ahead, and what can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import CHAPTER, evidence, n_of
from analysis.evidence import behind
from analysis.tables import SEPARATOR, Column, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

MODES = ("forward", "backward", "situation", "other")
LEVELS = {1: "encourages", 2: "advances", 3: "binds"}
_MODE = Column("mode", "str", "forward, backward, situation or other", ("mode", "语式"))


def mode_counts(commitments: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    Sentences by mode and chapter, zeros included: ``mode, chapter, n, share`` (of the chapter's sentences).

    Chapter 0 is what stands outside chapters.
    """
    import pandas as pd

    chapters = sentences.set_index("sentence_id")["chapter"]
    found = commitments.assign(chapter=commitments["sentence_id"].map(chapters))
    axes = pd.MultiIndex.from_product([MODES, sorted(chapters.unique())], names=["mode", "chapter"])
    n = found.groupby(["mode", "chapter"]).size().reindex(axes, fill_value=0).rename("n").reset_index()
    size = {chapter: int((chapters == chapter).sum()) for chapter in chapters.unique()}
    shares = [count / size[chapter] for count, chapter in zip(n["n"], n["chapter"], strict=True)]
    return n.assign(share=pd.Series(shares, index=n.index, dtype="float64"))


def firmness(commitments: pd.DataFrame) -> pd.DataFrame:
    """
    Forward sentences by wording and by whether what they say can be checked, zeros included.

    One row per (wording, has_target): ``wording`` (1 encourages, 2 advances, 3 binds; numbers, dates and
    completion masked), ``level`` its name, ``has_target``, ``n`` and ``sentence_ids``. Strong words that
    carry nothing to check (全面落实…) are in the row 3, False: no firm promise.
    """
    import pandas as pd

    forward = commitments[commitments["mode"] == "forward"]
    axes = pd.MultiIndex.from_product([sorted(LEVELS), [False, True]], names=["wording", "has_target"])
    ids = forward.groupby(["wording", "has_target"])["sentence_id"].agg(list).reindex(axes)
    rows = [(level, LEVELS[level], target, found) for (level, target), found in ids.items()]
    table = pd.DataFrame(rows, columns=["wording", "level", "has_target", "found"])
    lists = [found if isinstance(found, list) else [] for found in table["found"]]
    counted = table.assign(n=[len(one) for one in lists], sentence_ids=[SEPARATOR.join(one) for one in lists])
    return counted.drop(columns="found")


@table(
    "modes",
    row="a mode in a chapter, zeros included",
    key=("mode", "chapter"),
    help="how much of each chapter looks ahead, back and at the situation",
    columns=(
        _MODE,
        CHAPTER,
        n_of("sentences", ("sentences", "句数")),
        Column("share", "float64", "share of the chapter's sentences, 0 to 1", ("share", "占比")),
        evidence("these sentences, joined by ' | '"),
    ),
)
def modes_of(study: Study) -> pd.DataFrame:
    """How much of each chapter looks ahead, back and at the situation."""
    found, sentences = study.commitments(), study.counted_sentences
    placed = found.merge(sentences[["sentence_id", "chapter"]], on="sentence_id")
    return behind(mode_counts(found, sentences), placed, ["mode", "chapter"])


@table(
    "firmness",
    row="a level of wording, with or without something to check, zeros included",
    key=("wording", "has_target"),
    help="how firmly what is ahead is worded, and whether it can be checked",
    columns=(
        Column(
            "wording", "int64", "1 encourages, 2 advances, 3 binds, by its words alone", ("wording", "措辞")
        ),
        Column("level", "str", "the level's name", ("level", "程度")),
        Column(
            "has_target", "bool", "true where the text says what would be attained", ("checkable", "可核查")
        ),
        n_of("forward sentences", ("sentences", "句数")),
        evidence("these sentences, joined by ' | '"),
    ),
)
def firmness_of(study: Study) -> pd.DataFrame:
    """How firmly what is ahead is worded, and whether it can be checked."""
    return firmness(study.commitments())
