"""The themes of a document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from analysis import codebook, evidence, extent, frequency, keyness, reading, segmentation, themes
from analysis.study.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analysis.codebook import Theme
    from analysis.extent import Level
    from analysis.study.base import Granularity


class Themes(Statistics):
    """What a document speaks of, where, and by which words."""

    _definitions: Sequence[Theme] | None

    @cached_property
    def theme_definitions(self) -> tuple[Theme, ...]:
        """The themes looked for."""
        if self._definitions is None:
            return codebook.load_themes(title=self.document.title)
        return tuple(self._definitions)

    def theme(self, theme_id: str) -> Theme:
        """The definition of one theme; an unknown id is told with those that there are."""
        return codebook.choose(self.theme_definitions, theme_id)

    @cached_property
    def theme_names(self) -> dict[str, str]:
        """Chinese names of the themes by id, in the order of the theme file."""
        return {theme.id: theme.name for theme in self.theme_definitions}

    @cached_property
    def _with_headings(self) -> pd.DataFrame:
        """Sentences and headings in reading order."""
        return reading.sentences(self.document, headings=True)

    @cached_property
    def _all_tokens(self) -> pd.DataFrame:
        """The words of sentences and headings."""
        import pandas as pd

        heads = self._with_headings[self._with_headings["kind"] == "heading"]
        return pd.concat([self.tokens, segmentation.tokens(heads, self.segmenter)], ignore_index=True)

    @cached_property
    def theme_clauses(self) -> pd.DataFrame:
        """Which clause (of sentences and headings) holds evidence of which theme."""
        return themes.find_clauses(self.theme_definitions, self._with_headings, self._all_tokens)

    @cached_property
    def themes(self) -> pd.DataFrame:
        """Which sentence speaks of which theme; what only the heading above says has the source heading."""
        return themes.code_sentences(self.theme_definitions, self.theme_clauses, self._with_headings)

    @cached_property
    def spoken_themes(self) -> pd.DataFrame:
        """The themes that sentences have in their own text."""
        return self.themes[self.themes["source"] != "heading"].reset_index(drop=True)

    def theme_units(self, level: Level = "paragraph") -> pd.DataFrame:
        """The themes of every paragraph, article or chapter, the primary one first."""
        return extent.unit_themes(
            self.theme_definitions, self.theme_clauses, self._with_headings, level=level
        )

    @cached_property
    def theme_pairs(self) -> pd.DataFrame:
        """How often two themes stand in one sentence."""
        return extent.theme_pairs(self.themes, list(self.theme_names))

    @cached_property
    def coverage(self) -> pd.DataFrame:
        """How much of each chapter speaks of each theme."""
        return extent.coverage(self.theme_clauses, self.sentences, list(self.theme_names))

    @cached_property
    def theme_sizes(self) -> pd.DataFrame:
        """How much of the document speaks of each theme, the one with most space first."""
        total = int((self.sentences["end"] - self.sentences["start"]).sum())
        return extent.theme_sizes(self.coverage, self.themes, total)

    def theme_vocabulary(self, theme_id: str, *, granularity: Granularity = "term") -> pd.DataFrame:
        """
        What sets the sentences of a theme apart from the rest of the document.

        Columns of ``keyness`` and ``in_theme``: whether the word is an expression of the theme. Those that are
        none say what else the document ties to the theme, or what its list lacks.
        """
        ids = set(
            self.spoken_themes.loc[self.spoken_themes["theme"] == self.theme(theme_id).id, "sentence_id"]
        )
        words = self._words(granularity)
        inside = words["sentence_id"].isin(ids)
        parts = [words[inside].assign(group=theme_id), words[~inside].assign(group="rest")]
        counts = frequency.pooled(parts, ["group", "token"])
        table = keyness.keyness(counts, against="rest", stop_words=self.lexicon.stop_words, minimum=3)
        table = evidence.sentences_of_terms(words[inside], table)
        return table.assign(in_theme=table["term"].isin(self.theme(theme_id).expressions))

    def expressions(self, theme_id: str) -> pd.DataFrame:
        """How often each expression of a theme stands in the document, zeros included."""
        return themes.count_expressions(self.theme(theme_id), self.occurrences(theme_id))

    def occurrences(self, theme_id: str) -> pd.DataFrame:
        """Every place in the sentences where an expression of a theme stands."""
        found = themes.occurrences(self.theme(theme_id), self._with_headings, self._all_tokens)
        return found[found["sentence_id"].isin(self.sentences["sentence_id"])].reset_index(drop=True)

    def quotations(self, theme_id: str) -> pd.DataFrame:
        """The sentences that speak of a theme with their place, evidence and text, in reading order."""
        self.theme(theme_id)
        found = self.spoken_themes[self.spoken_themes["theme"] == theme_id]
        place = self.sentences[["sentence_id", "chapter", "article", "text"]]
        return found.merge(place, on="sentence_id", how="left").drop(columns=["theme", "source"])

    def subthemes(self, theme_id: str) -> pd.DataFrame:
        """How much each chapter says of each group of a theme."""
        return extent.subtheme_coverage(self.theme(theme_id), self.themes, self.sentences)

    def expression_chapters(self, theme_id: str, *, top: int = 20) -> pd.DataFrame:
        """The most frequent expressions of a theme by chapter."""
        return themes.expression_chapters(self.occurrences(theme_id), self.sentences, top=top)
