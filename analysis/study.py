"""One document with everything that is asked of it: the one place where the pieces are wired together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from analysis import clustering, frequency, reading, segmentation, themes
from analysis.lexicon import Lexicon, load_lexicon
from analysis.reading import Document
from analysis.resources import PROPOSAL, corpus_file
from analysis.tables import InputProblem

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading.decoding import Errors
    from analysis.themes import Theme

Granularity = Literal["word", "term"]


class Study:
    """
    A document and its tables, each computed when first asked for and then kept.

    Notebooks, report and command line all go through a study; what it calls are plain functions that
    anyone can use alone. A study does not change: to try another lexicon, make another study.

    Parameters
    ----------
    document
        As ``reading.read`` gives it.
    lexicon, themes
        By default those in ``corpus/``.
    engine
        ``rjieba`` or ``jieba``; the cuts are the same.

    Examples
    --------
    >>> study = Study.open()
    >>> len(study.sentences), study.terms().iloc[0]["term"]
    (244, '发展')
    """

    def __init__(
        self,
        document: Document,
        *,
        lexicon: Lexicon | None = None,
        themes: Sequence[Theme] | None = None,
        engine: segmentation.Engine = "rjieba",
    ) -> None:
        self._document = document
        self._lexicon = load_lexicon() if lexicon is None else lexicon
        self._definitions = None if themes is None else tuple(themes)
        self._engine: segmentation.Engine = engine
        self._kept: dict[tuple[str, int], pd.DataFrame] = {}

    @classmethod
    def open(
        cls,
        source: str | Path | None = None,
        *,
        themes: str | Path | None = None,
        engine: segmentation.Engine = "rjieba",
        errors: Errors = "strict",
    ) -> Study:
        """
        Study the file `source`, or the proposal when none is named; `themes` is a theme file.

        With ``errors="replace"`` a damaged text is read, its damaged places replaced and counted.

        Raises
        ------
        InputProblem
            When the document or the theme file cannot be used.
        """
        from analysis.themes import load_themes

        document = reading.read(corpus_file(PROPOSAL) if source is None else source, errors=errors)
        return cls(document, themes=load_themes(themes), engine=engine)

    @property
    def document(self) -> Document:
        """The document as read."""
        return self._document

    @property
    def lexicon(self) -> Lexicon:
        """Words, terms and stop words in use."""
        return self._lexicon

    @cached_property
    def theme_definitions(self) -> tuple[Theme, ...]:
        """The themes looked for."""
        return themes.load_themes() if self._definitions is None else self._definitions

    def theme(self, theme_id: str) -> Theme:
        """The definition of one theme; an unknown id is told with those that there are."""
        return themes.choose(self.theme_definitions, theme_id)

    @cached_property
    def check(self) -> pd.DataFrame:
        """Findings about the document's integrity."""
        return reading.check(self.document)

    @cached_property
    def dropped(self) -> pd.DataFrame:
        """Every line that was left out, with the reason."""
        return reading.dropped(self.document)

    @cached_property
    def outline(self) -> pd.DataFrame:
        """Headings with the size of what stands below them."""
        return reading.outline(self.document)

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """Sentences of the body."""
        return reading.sentences(self.document)

    @cached_property
    def segmenter(self) -> segmentation.Segmenter:
        """The segmenter with this study's lexicon."""
        return segmentation.Segmenter(self.lexicon, engine=self._engine)

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """Words, each with the policy term around it."""
        return segmentation.tokens(self.sentences, self.segmenter)

    @cached_property
    def whole_terms(self) -> pd.DataFrame:
        """Words with those of a policy term put together."""
        return segmentation.whole_terms(self.tokens, self.document.text)

    def terms(
        self,
        by: frequency.Grouping = "document",
        *,
        granularity: Granularity = "word",
        stop_words: bool = False,
    ) -> pd.DataFrame:
        """
        Counts and rates of words (or whole terms) by document, chapter or article.

        Stop words are left out of the rows unless asked for; they always count in the totals.
        """
        if granularity not in ("word", "term"):
            raise InputProblem(f"granularity is word or term, not {granularity!r}")
        return frequency.count_terms(
            self.tokens if granularity == "word" else self.whole_terms,
            self.sentences,
            by=by,
            document_id=self.document.id,
            stop_words=() if stop_words else self.lexicon.stop_words,
        )

    def policy_terms(self, by: frequency.Grouping = "document") -> pd.DataFrame:
        """Counts of the lexicon's policy terms alone; rates are still per 1,000 of all words."""
        counts = self.terms(by, granularity="term")
        return counts[counts["term"].isin(self.lexicon.terms)].reset_index(drop=True)

    @property
    def level(self) -> frequency.Grouping:
        """What the document is best compared within: its chapters, else its articles, else nothing."""
        return "chapter" if self.document.chapters else "article" if self.document.articles else "document"

    def tf_idf(
        self, by: frequency.Grouping | None = None, *, granularity: Granularity = "term"
    ) -> pd.DataFrame:
        """Counts with tf-idf by chapter (by article where there are none), the highest of each group first."""
        return frequency.tf_idf(self.terms(by or self.level, granularity=granularity))

    def terms_containing(self, text: str) -> pd.DataFrame:
        """The whole terms in which a string stands, how often and where."""
        return frequency.terms_containing(self.whole_terms, text)

    @cached_property
    def plain_cuts(self) -> pd.DataFrame:
        """What the dictionary alone would do to the lexicon's words that occur here."""
        return segmentation.plain_cuts(self.tokens, self.lexicon)

    @cached_property
    def themes(self) -> pd.DataFrame:
        """Which sentence speaks of which theme."""
        return themes.find_themes(self.theme_definitions, self.sentences, self.tokens)

    def expressions(self, theme_id: str) -> pd.DataFrame:
        """How often each expression of a theme stands in the document, zeros included."""
        return themes.count_expressions(self.theme(theme_id), self.sentences, self.tokens)

    def occurrences(self, theme_id: str) -> pd.DataFrame:
        """Every place where an expression of a theme stands."""
        return themes.occurrences(self.theme(theme_id), self.sentences, self.tokens)

    def quotations(self, theme_id: str) -> pd.DataFrame:
        """The sentences of a theme with their place, evidence and text, in reading order."""
        self.theme(theme_id)
        found = self.themes[self.themes["theme"] == theme_id]
        place = self.sentences[["sentence_id", "chapter", "article", "text"]]
        return found.merge(place, on="sentence_id", how="left").drop(columns=["theme", "source"])

    def subthemes(self, theme_id: str) -> pd.DataFrame:
        """How much each chapter says of each group of a theme."""
        return themes.subtheme_coverage(self.theme(theme_id), self.themes, self.sentences)

    def expression_chapters(self, theme_id: str, *, top: int = 20) -> pd.DataFrame:
        """The most frequent expressions of a theme by chapter."""
        return themes.expression_chapters(self.occurrences(theme_id), self.sentences, top=top)

    @cached_property
    def coverage(self) -> pd.DataFrame:
        """How much of each chapter speaks of each theme."""
        return themes.coverage(self.themes, self.sentences, [theme.id for theme in self.theme_definitions])

    @cached_property
    def features(self) -> clustering.Features:
        """Paragraphs × words, from which clusters are made."""
        return clustering.features(self.tokens, stop_words=self.lexicon.stop_words)

    @cached_property
    def cluster_curve(self) -> pd.DataFrame:
        """Stability by number of clusters, with the number chosen."""
        return clustering.choose_k(self.features)

    @cached_property
    def cluster_count(self) -> int:
        """The number of clusters chosen by stability."""
        return int(self.cluster_curve.loc[self.cluster_curve["chosen"], "k"].iloc[0])

    @cached_property
    def cluster_refusal(self) -> str:
        """Why this document's paragraphs cannot be clustered; empty when they can."""
        try:
            clustering.gate(self.features, min(clustering.K_RANGE))
        except InputProblem as problem:
            return str(problem)
        return ""

    def clusters(self, k: int | None = None) -> pd.DataFrame:
        """Paragraphs in `k` clusters; by default as many as stability chooses."""
        k = self.cluster_count if k is None else k
        return self._keep(("clusters", k), lambda: clustering.clusters(self.features, k=k))

    def _keep(self, key: tuple[str, int], make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def cluster_stability(self, k: int | None = None) -> pd.DataFrame:
        """How well each cluster is found again in subsamples."""
        k = self.cluster_count if k is None else k
        return self._keep(("stability", k), lambda: clustering.stability(self.features, self.clusters(k)))

    def cluster_terms(self, k: int | None = None, *, top: int = 10) -> pd.DataFrame:
        """The words that set each cluster apart."""
        return clustering.cluster_terms(self.features, self.clusters(k)["cluster"].to_numpy(), top=top)

    def cluster_members(self, k: int | None = None) -> pd.DataFrame:
        """Each cluster with its size, stability, words and paragraphs."""
        return clustering.members(self.clusters(k), self.cluster_terms(k), self.cluster_stability(k))

    def cluster_sentences(self, k: int | None = None) -> pd.DataFrame:
        """The sentences of each cluster that hold most of its words."""
        return clustering.typical_sentences(
            self.clusters(k), self.cluster_terms(k), self.tokens, self.sentences
        )

    def cluster_chapters(self, k: int | None = None) -> pd.DataFrame:
        """Paragraphs by cluster and chapter."""
        return clustering.chapter_grid(self.clusters(k), self.sentences)

    def cluster_agreement(self, k: int | None = None) -> float:
        """Adjusted mutual information of clusters and chapters."""
        return clustering.agreement(self.clusters(k), self.sentences)
