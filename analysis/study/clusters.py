"""The clusters of a document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from analysis import clustering, features, profiles
from analysis.study.themes import Themes
from analysis.tables import InputProblem
from analysis.vectors import load_vectors

if TYPE_CHECKING:
    import pandas as pd

    from analysis.clustering import Groups
    from analysis.features import Embed, Features, Unit
    from analysis.partitions import Method


class Clusters(Themes):
    """Groups of units that share words, and how far to trust them."""

    _embed: Embed | None
    _features: dict[Unit, Features]
    _groups: dict[tuple[Unit, int], Groups]
    _curves: dict[Unit, pd.DataFrame]

    def features(self, unit: Unit = "paragraph") -> Features:
        """Units × words, from which clusters are made."""
        if unit not in self._features:
            place = features.units_of(self.sentences["sentence_id"], unit)
            texts = self.sentences.groupby(place, sort=False)["text"].agg("".join).tolist()
            self._features[unit] = features.features(
                self.tokens,
                stop_words=self.lexicon.stop_words,
                unit=unit,
                terms=self.whole_terms,
                vectors=load_vectors(),
                texts=texts,
                embed=self._embed,
            )
        return self._features[unit]

    def _grouped(self, unit: Unit, k: int | None = None) -> Groups:
        """The consensus for the numbers that are tried, or for another one."""
        found = self.features(unit)
        tried = clustering.carried(found)
        at = 0 if k is None or k in tried else k
        if (unit, at) not in self._groups:
            self._groups[unit, at] = clustering.group(found, tried if at == 0 else [at])
        return self._groups[unit, at]

    def cluster_curve(self, unit: Unit = "paragraph") -> pd.DataFrame:
        """Stability and coherence by number of clusters, with the number chosen."""
        if unit not in self._curves:
            self._curves[unit] = clustering.choose_k(self.features(unit), groups=self._grouped(unit))
        return self._curves[unit]

    def cluster_count(self, unit: Unit = "paragraph") -> int:
        """The number of clusters chosen by stability and coherence."""
        curve = self.cluster_curve(unit)
        return int(curve.loc[curve["chosen"], "k"].iloc[0])

    @cached_property
    def cluster_refusal(self) -> str:
        """Why this document's paragraphs cannot be clustered; empty when they can."""
        try:
            clustering.gate(self.features(), min(clustering.K_RANGE))
        except InputProblem as problem:
            return str(problem)
        return ""

    def clusters(
        self, k: int | None = None, *, unit: Unit = "paragraph", method: Method = "consensus"
    ) -> pd.DataFrame:
        """Units in `k` clusters; by default as many as stability and coherence choose."""
        found = self.features(unit)
        clustering.gate(found, min(clustering.K_RANGE) if k is None else k, method)
        k = self.cluster_count(unit) if k is None else k
        groups = self._grouped(unit, k) if method == "consensus" else None
        return clustering.clusters(found, k=k, method=method, groups=groups)

    def cluster_methods(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """What other methods make of the same units."""
        k = self.cluster_count(unit) if k is None else k
        return clustering.compare_methods(self.features(unit), k, self._grouped(unit, k))

    def cluster_stability(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """How well each cluster is found again in subsamples."""
        table = self.clusters(k, unit=unit)
        k = self.cluster_count(unit) if k is None else k
        return clustering.stability(self.features(unit), table, self._grouped(unit, k), k=k)

    def cluster_terms(self, k: int | None = None, *, unit: Unit = "paragraph", top: int = 10) -> pd.DataFrame:
        """The words that set each cluster apart."""
        table = self.clusters(k, unit=unit)
        return profiles.cluster_terms(self.features(unit), table["cluster"].to_numpy(), top=top)

    def cluster_labels(self, k: int | None = None, *, unit: Unit = "paragraph") -> dict[int, str]:
        """Number and first words of each cluster, as figures name it."""
        table = self.clusters(k, unit=unit).drop_duplicates("cluster").sort_values("cluster")
        return {n: f"{n} {label}".strip() for n, label in zip(table["cluster"], table["label"], strict=True)}

    def cluster_profiles(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """Each cluster with its size, stability, words and units."""
        made = (self.clusters(k, unit=unit), self.cluster_terms(k, unit=unit))
        return profiles.profiles(*made, self.cluster_stability(k, unit=unit))

    def cluster_sentences(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """The sentences of each cluster that hold most of its words."""
        table, terms = self.clusters(k, unit=unit), self.cluster_terms(k, unit=unit)
        return profiles.typical_sentences(table, terms, self.tokens, self.sentences, unit=unit)

    def cluster_chapters(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """Units by cluster and chapter."""
        return profiles.grid(self.clusters(k, unit=unit), self._unit_chapters(unit), "chapter")

    def cluster_themes(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """Units by cluster and primary theme."""
        return profiles.grid(self.clusters(k, unit=unit), self._unit_themes(unit), "theme")

    def cluster_agreement(self, k: int | None = None, *, unit: Unit = "paragraph") -> dict[str, float]:
        """Adjusted mutual information of clusters with chapters, and with the primary themes of the dictionary."""
        table = self.clusters(k, unit=unit)
        return {
            "chapters": profiles.agreement(table, self._unit_chapters(unit)),
            "themes": profiles.agreement(table, self._unit_themes(unit)),
        }

    def cluster_partings(self, k: int | None = None, *, unit: Unit = "paragraph") -> pd.DataFrame:
        """The units whose cluster lies mostly in another chapter: what clusters say and headings do not."""
        table = self.clusters(k, unit=unit)
        return profiles.partings(table, self._unit_chapters(unit), self._unit_themes(unit))

    def _unit_chapters(self, unit: Unit) -> pd.Series:
        """Chapter of each unit, by its id."""
        units = features.units_of(self.sentences["sentence_id"], unit)
        return self.sentences["chapter"].groupby(units, sort=False).first()

    def _unit_themes(self, unit: Unit) -> pd.Series:
        """Primary theme of each unit, by its id; none where no theme was found."""
        if unit == "sentence":
            surest = self.spoken_themes.sort_values("confidence", ascending=False, kind="stable")
            found = surest.drop_duplicates("sentence_id").set_index("sentence_id")["theme"]
        else:
            units = self.theme_units(unit)
            found = units[units["primary"]].set_index("unit_id")["theme"]
        return found.reindex(self._unit_chapters(unit).index, fill_value="none")
