"""
The tables of ``analysis.words`` as methods of a study.

Made from the register by ``make generated``: do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.study_tables.asked import Asked

if TYPE_CHECKING:
    import pandas as pd


class WordsTables(Asked):
    """Each method makes the table of its name."""

    def discover(self, *, minimum: int | None = None) -> pd.DataFrame:
        """
        Terms that the lexicon lacks, the best first.

        A sequence of words must stand `minimum` times: by default twice, three times in a long document.
        """
        return self.table("discover", minimum=minimum)

    def evaluate(self) -> pd.DataFrame:
        """How well this study's segmenter, jieba and others cut the sentences that people cut by hand."""
        return self.table("evaluate")

    @property
    def plain_cuts(self) -> pd.DataFrame:
        """What the dictionary alone would do to the lexicon's words that occur here."""
        return self.table("plain_cuts")

    @property
    def segmentation_quality(self) -> pd.DataFrame:
        """The measures of `evaluate` beside each other."""
        return self.table("segmentation_quality")

    @property
    def tokens(self) -> pd.DataFrame:
        """Words, each with the policy term around it; or with those of a term put together."""
        return self.table("tokens")
