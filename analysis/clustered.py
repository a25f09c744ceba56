"""A study's paragraphs in clusters: whether they can be grouped, into how many, and how near to chapters."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from analysis import reading
from analysis.judgements import cluster_profiles, clustering
from analysis.study_tables import StudyTables
from analysis.tables import InputProblem

if TYPE_CHECKING:
    import pandas as pd

    from analysis.words.lexicon import Lexicon


# Up to how many parts clusters are compared with: a part of a paragraph or two is no group to be repeated.
_COMPARED = {"chapter": 100, "article": 20}


class Clustered(StudyTables):
    """The part of a study that groups paragraphs; what its tables of clusters are made from."""

    @property
    @abstractmethod
    def lexicon(self) -> Lexicon:
        """Words, terms and stop words in use."""

    @cached_property
    def features(self) -> clustering.Features:
        """Paragraphs × words, from which clusters are made."""
        return clustering.features(self.tokens, stop_words=self.lexicon.stop_words)

    def grouped(self, k: int | None = None) -> pd.DataFrame:
        """Paragraphs in `k` clusters (by default as many as stability chooses), not yet judged."""
        number = self.cluster_count if k is None else k
        if number not in self._groupings:
            self._groupings[number] = clustering.clusters(self.features, k=number)
        return self._groupings[number].copy()

    @cached_property
    def _groupings(self) -> dict[int, pd.DataFrame]:
        """Clusters made so far, by their number."""
        return {}

    @cached_property
    def cluster_count(self) -> int:
        """The number of clusters chosen by stability."""
        clustering.gate(self.features.counts, min(clustering.K_RANGE))
        curve = self.cluster_curve
        return int(curve.loc[curve["chosen"], "k"].iloc[0])

    @cached_property
    def cluster_refusal(self) -> str:
        """Why this document's paragraphs cannot be clustered; empty when they can."""
        try:
            *_, counts = clustering.unit_counts(self.tokens, stop_words=self.lexicon.stop_words)
            clustering.gate(counts, min(clustering.K_RANGE))
        except InputProblem as problem:
            return str(problem)
        return ""

    def cluster_agreement(self, k: int | None = None) -> dict[str, float]:
        """
        Adjusted mutual information of clusters and chapters, and of clusters and articles.

        Only of parts of which there are two or more, and not so many that none can be repeated.
        """
        counted, grouped = reading.counted(self.sentences), self.grouped(k)
        told = [by for by, most in _COMPARED.items() if 1 < counted[by].max() <= most]
        return {by: cluster_profiles.agreement(grouped, counted, by) for by in told}
