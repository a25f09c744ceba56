"""What the dictionary alone would do to the lexicon's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import evidence, n_of
from analysis.evidence import behind
from analysis.tables import SEPARATOR, Column, build, table
from analysis.words.lexicon import Lexicon
from analysis.words.segmentation import Segmenter

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


def plain_cuts(tokens: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """
    What the dictionary alone would do to the lexicon's words that occur in a document.

    One row per word: ``term``, ``n`` (occurrences) and ``cut``: its parts without the lexicon, joined by
    ' | '; one part where the dictionary has it too. The most frequent first.
    """
    known = {word for word, _, _ in lexicon.words}
    counts = tokens.loc[tokens["token"].isin(known), "token"].value_counts()
    plain = Segmenter(Lexicon())
    rows = [
        (word, int(n), SEPARATOR.join(word[cut.start : cut.end] for cut in plain.cut(word)))
        for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    table = build("plain_cuts", rows)
    return behind(table, tokens.rename(columns={"token": "term"}), ["term"])


@table(
    "plain_cuts",
    row="a word of the lexicon that occurs in the document, with its cut by the dictionary alone",
    key=("term",),
    help="what the dictionary alone would do to the lexicon's words that occur here",
    attribute=True,
    columns=(
        Column("term", "str", "the word", ("term", "词语")),
        n_of("occurrences in the document"),
        Column("cut", "str", "its parts without the lexicon, joined by ' | '", ("cut into", "切分")),
        evidence(),
    ),
)
def plain_cuts_of(study: Study) -> pd.DataFrame:
    """What the dictionary alone would do to the lexicon's words that occur here."""
    return plain_cuts(study.tokens, study.lexicon)
