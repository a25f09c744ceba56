"""What is looked for in a study: words made ready for many searches, and strings of characters."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from analysis import reading
from analysis.measures import concordance, strings
from analysis.study_tables import StudyTables
from analysis.words import segmentation

if TYPE_CHECKING:
    import pandas as pd


class Searched(StudyTables):
    """The part of a study in which a person looks for words and strings."""

    @property
    @abstractmethod
    def segmenter(self) -> segmentation.Segmenter:
        """The segmenter with the study's lexicon."""

    @property
    @abstractmethod
    def counted_sentences(self) -> pd.DataFrame:
        """The sentences that everything is counted in."""

    @cached_property
    def token_index(self) -> concordance.TokenIndex:
        """The words made ready for many searches, those of tables' cells too."""
        found = self.sentences
        alike = len(found) == len(reading.counted(found))
        return concordance.TokenIndex(
            self.tokens if alike else segmentation.tokens(found, self.segmenter, cells=True)
        )

    def string_counts(self, string: str) -> pd.Series:
        """How often a string stands in each sentence that has it, parts of two words left out."""
        return strings.string_counts(string, self.tokens, self.counted_sentences)

    def cut_strings(self, string: str) -> pd.DataFrame:
        """Where a string stands in parts of two words, with these: what `string_counts` leaves out."""
        return strings.cut_strings(string, self.tokens, self.counted_sentences)
