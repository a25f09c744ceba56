"""One document with everything that is asked of it: the one place where the pieces are wired together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from analysis import (
    clustering,
    collocations,
    concordance,
    correspondence,
    discovery,
    dispersion,
    evaluation,
    evidence,
    frequency,
    keyness,
    network,
    reading,
    richness,
    segmentation,
    themes,
)
from analysis.lexicon import Lexicon, load_lexicon, local_lists
from analysis.reading import Document
from analysis.resources import PROPOSAL, corpus_file
from analysis.tables import InputProblem, at_least
from analysis.words import is_word

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading.decoding import Errors
    from analysis.themes import Theme

Granularity = Literal["word", "term"]


def _kept(make: Callable[[Study], pd.DataFrame]) -> property:
    """
    A table made when first asked for and then kept.

    Every asker gets a copy, so that what he does to it stays with him.
    """

    @wraps(make)
    def table(study: Study) -> pd.DataFrame:
        return study._keep((make.__name__, 0), lambda: make(study))

    return property(table)


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
        By default those in ``corpus/``; of the lexicon's local lists those that the document's title calls for.
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
        self._lexicon = load_lexicon(local=local_lists(document.title)) if lexicon is None else lexicon
        self._definitions = None if themes is None else tuple(themes)
        self._engine: segmentation.Engine = engine
        self._tables: dict[tuple[str, int], pd.DataFrame] = {}

    @classmethod
    def open(
        cls,
        source: str | Path | None = None,
        *,
        themes: str | Path | None = None,
        lexicon: str | Path | Sequence[str | Path] | None = None,
        engine: segmentation.Engine = "rjieba",
        errors: Errors = "strict",
        id: str | None = None,
    ) -> Study:
        """
        Study the file `source`, or the proposal when none is named; `themes` is a theme file.

        `lexicon` names tables of your own (one or several), merged into the lexicon that comes with the software.
        With ``errors="replace"`` a damaged text is read, its damaged places replaced and counted. `id` is
        the document's id where its file's name will not do.

        Raises
        ------
        InputProblem
            When the document, a lexicon's table or the theme file cannot be used.
        """
        from analysis.themes import load_themes

        document = reading.read(corpus_file(PROPOSAL) if source is None else source, errors=errors)
        if id is not None:
            document = replace(document, id=id)
        own = [lexicon] if isinstance(lexicon, str | Path) else list(lexicon or [])
        merged = load_lexicon(*own, local=local_lists(document.title))
        return cls(document, lexicon=merged, themes=load_themes(themes), engine=engine)

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

    @_kept
    def check(self) -> pd.DataFrame:
        """Findings about the document's integrity."""
        return reading.check(self.document)

    @_kept
    def dropped(self) -> pd.DataFrame:
        """Every line that was left out, with the reason."""
        return reading.dropped(self.document)

    @_kept
    def outline(self) -> pd.DataFrame:
        """Headings with the size of what stands below them."""
        return reading.outline(self.document)

    @_kept
    def sentences(self) -> pd.DataFrame:
        """Sentences of the body."""
        return reading.sentences(self.document)

    @cached_property
    def segmenter(self) -> segmentation.Segmenter:
        """The segmenter with this study's lexicon."""
        return segmentation.Segmenter(self.lexicon, engine=self._engine)

    @_kept
    def tokens(self) -> pd.DataFrame:
        """Words, each with the policy term around it."""
        return segmentation.tokens(self.sentences, self.segmenter)

    @_kept
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

    def sensitivity(
        self,
        by: frequency.Grouping = "document",
        *,
        granularity: Granularity = "word",
        stop_words: bool = False,
    ) -> pd.DataFrame:
        """
        The counts of `terms` beside those that other segmenters and lexicons give.

        The variants: ``jieba`` (the reference engine), ``general`` (the general lexicon alone), ``dictionary``
        (no lexicon at all), ``plain`` (jieba as it comes, guessing on).
        """
        counts = {name: self._counted(tokens, by, granularity) for name, tokens in self._variants.items()}
        place = (lambda _: self.document.id) if by == "document" else str
        key = "sentence_id" if by == "document" else by
        texts: dict[str, list[str]] = {}
        for group, text in zip(self.sentences[key].map(place), self.sentences["text"], strict=True):
            texts.setdefault(group, []).append(text)
        present = self.terms(by, granularity=granularity, stop_words=stop_words)
        return frequency.sensitivity(
            present, counts, {group: "\n".join(all_) for group, all_ in texts.items()}
        )

    @cached_property
    def _variants(self) -> dict[str, pd.DataFrame]:
        """The words as other segmenters and lexicons cut them."""
        segmenters: dict[str, segmentation.Segmenter | segmentation.PlainJieba] = {
            "jieba": segmentation.Segmenter(self.lexicon, engine="jieba"),
            "general": segmentation.Segmenter(load_lexicon()),
            "dictionary": segmentation.Segmenter(Lexicon()),
            "plain": segmentation.PlainJieba(),
        }
        return {name: segmentation.tokens(self.sentences, one) for name, one in segmenters.items()}

    def _counted(
        self, tokens: pd.DataFrame, by: frequency.Grouping, granularity: Granularity
    ) -> pd.DataFrame:
        if granularity == "term":
            tokens = segmentation.whole_terms(tokens, self.document.text)
        return frequency.count_terms(tokens, self.sentences, by=by, document_id=self.document.id)

    def discover(self, *, minimum: int | None = None) -> pd.DataFrame:
        """
        Terms that the lexicon lacks, the best first.

        A sequence of words must stand `minimum` times: by default twice, three times in a long document.
        """
        if minimum is None:
            minimum = 2 if len(self.document.text) < discovery.LONG else 3
        return discovery.discover(
            self.sentences, self.whole_terms, self.segmenter, self.lexicon, minimum=minimum
        )

    @_kept
    def evaluation(self) -> pd.DataFrame:
        """How well this study's segmenter, jieba and others cut the sentences that people cut by hand."""
        return evaluation.evaluate(evaluation.load_gold(), evaluation.peers(self.lexicon))

    @_kept
    def segmentation_quality(self) -> pd.DataFrame:
        """The same with the measures beside each other."""
        return evaluation.beside(self.evaluation)

    def most_sensitive(self) -> pd.DataFrame:
        """The frequent words whose count depends most on segmenter and lexicon."""
        return frequency.most_sensitive(self.sensitivity())

    @property
    def units(self) -> pd.Series:
        """The article of every sentence, by sentence id: 9, or c3 for a lead, p0 for the opening."""
        ids = self.sentences.set_index("sentence_id").index
        return ids.to_series().str.split(".", n=1).str[0]

    def keyness(
        self,
        by: frequency.Grouping | None = None,
        *,
        granularity: Granularity = "word",
        group: str | None = None,
        minimum: int = 3,
        stop_words: bool = False,
    ) -> pd.DataFrame:
        """
        What sets each group (by default chapter) apart, with its evidence and what hangs on one article.

        `group` keeps the rows of one group; a group that does not exist is told with those that there are.
        """
        by = by or self.level
        counts = self.terms(by, granularity=granularity, stop_words=True)
        groups = counts["group"].unique().tolist()
        if group is not None and group not in groups:
            raise InputProblem(f"no group {group!r}; by {by} there are: {', '.join(groups)}")
        stops = () if stop_words else self.lexicon.stop_words
        table = keyness.keyness(counts, stop_words=stops, minimum=minimum)
        if group is not None:
            table = table[table["group"] == group].reset_index(drop=True)
        words = self._words(granularity)
        place = self.sentences.set_index("sentence_id")[by].astype("str") if by != "document" else None
        where = words.assign(
            group=words["sentence_id"].map(place), article=words["sentence_id"].map(self.units)
        )
        by_article = where.groupby(["group", "article", "token"]).size().rename("n").reset_index()
        table = keyness.deletion(by_article.rename(columns={"token": "term"}), table)
        return evidence.sentences_of_terms(words, table, place)

    def keyness_against(
        self, other: Study, *, granularity: Granularity = "word", minimum: int = 3
    ) -> pd.DataFrame:
        """What sets this document apart from another, with its evidence (here) and what hangs on one article."""
        mine, theirs = f"{self.document.id}", f"{other.document.id}"
        if mine == theirs:
            theirs += "-2"
        words = self._words(granularity).assign(group=mine)
        words["article"] = words["sentence_id"].map(self.units)
        others = other._words(granularity).assign(group=theirs, article="")
        counts = frequency.pooled([words, others], ["group", "token"])
        stops = self.lexicon.stop_words | other.lexicon.stop_words
        table = keyness.keyness(counts, against=theirs, stop_words=stops, minimum=minimum)
        by_article = frequency.pooled([words, others], ["group", "article", "token"])
        table = keyness.deletion(by_article, table)
        return evidence.sentences_of_terms(words, table)

    def _words(self, granularity: Granularity) -> pd.DataFrame:
        """Words (or terms) without punctuation."""
        if granularity not in ("word", "term"):
            raise InputProblem(f"granularity is word or term, not {granularity!r}")
        tokens = self.whole_terms if granularity == "term" else self.tokens
        return tokens[is_word(tokens["token"])]

    def dispersion(
        self,
        by: frequency.Grouping | None = None,
        *,
        granularity: Granularity = "word",
        stop_words: bool = False,
    ) -> pd.DataFrame:
        """
        How evenly every word is spread over chapters (or articles), with its sentences.

        What stands outside any of them (the opening) is no part and counts in none.
        """
        by = by or self.level
        if by not in ("document", "chapter", "article"):
            raise InputProblem(f"words are spread over chapters or articles, not {by!r}")
        counts = self.terms(by, granularity=granularity, stop_words=True)
        words = self._words(granularity)
        if by != "document":
            counts = counts[counts["group"] != "0"]
            inside = self.sentences.loc[self.sentences[by] > 0, "sentence_id"]
            words = words[words["sentence_id"].isin(inside)]
        table = dispersion.dispersion(counts)
        if not stop_words:
            table = table[~table["term"].isin(self.lexicon.stop_words)].reset_index(drop=True)
        return evidence.sentences_of_terms(words, table)

    @cached_property
    def token_index(self) -> concordance.TokenIndex:
        """The words made ready for many searches."""
        return concordance.TokenIndex(self.tokens)

    def concordance(
        self,
        pattern: str,
        *,
        regular: bool = False,
        context: int = 10,
        order: concordance.Order = "position",
    ) -> pd.DataFrame:
        """Every place where a sequence of words stands, in context."""
        return concordance.concordance(
            self.token_index, pattern, regular=regular, context=context, order=order
        )

    def collocations(
        self,
        *,
        window: int | None = None,
        minimum: int = 5,
        word: str | None = None,
        granularity: Granularity = "term",
    ) -> pd.DataFrame:
        """Words that stand together in a sentence or window, with the sentences."""
        tokens = self._words(granularity)
        table = collocations.collocations(
            tokens, window=window, minimum=minimum, word=word, stop_words=self.lexicon.stop_words
        )
        return evidence.sentences_of_pairs(tokens, table)

    def network(
        self, *, nodes: int = network.NODES, minimum: int = 5, window: int | None = None
    ) -> pd.DataFrame:
        """The edges of the co-word network, with the sentences."""
        pairs = self.collocations(window=window, minimum=minimum)
        return evidence.sentences_of_pairs(self._words("term"), network.network(pairs, nodes=nodes))

    def correspondence(self, *, top: int = 60) -> correspondence.Correspondence:
        """Chapters and their most frequent terms in one map."""
        at_least(2, top=top)
        counts = self.terms(self.level, granularity="term")
        counts = counts[counts["group"] != "0"]
        frequent = (
            counts.groupby("term")["n"].sum().sort_values(ascending=False, kind="stable").head(top).index
        )
        wide = counts[counts["term"].isin(frequent)].pivot_table(
            index="group", columns="term", values="n", fill_value=0, sort=False
        )
        return correspondence.correspondence(wide)

    def positions(self, words: Sequence[str]) -> dict[str, pd.DataFrame]:
        """Where words stand in the document, by word; those that it does not have are left out."""
        inside = set(self.tokens["token"])
        return {word: dispersion.positions(self.tokens, word) for word in words if word in inside}

    @cached_property
    def borders(self) -> tuple[tuple[str, float], ...]:
        """Where chapters begin: their label and their place among all words, 0 to 1."""
        chapter = self.tokens["sentence_id"].map(self.sentences.set_index("sentence_id")["chapter"])
        first = chapter.drop_duplicates()
        labels = self.outline[self.outline["level"] == "chapter"]["label"].tolist()
        return tuple(
            (labels[int(number) - 1], at / len(self.tokens))
            for at, number in first.items()
            if 0 < number <= len(labels)
        )

    def spread(self, *, granularity: Granularity = "term") -> pd.DataFrame:
        """In how many sentences, paragraphs, articles and chapters every term stands."""
        return frequency.spread(self._words(granularity), self.sentences)

    def n_grams(self, *, size: int = 2, minimum: int = 3) -> pd.DataFrame:
        """Sequences of words that recur."""
        return frequency.n_grams(self.tokens, size=size, minimum=minimum)

    def richness(self, by: frequency.Grouping = "document", *, window: int | None = None) -> pd.DataFrame:
        """
        Variety of words by group, by measures that do not depend on length.

        MATTR over 500 words for the document, over 100 for its parts.
        """
        words = self._words("word")
        if by not in ("document", *self.sentences.columns):
            raise InputProblem(
                f"words cannot be grouped by {by!r}; choose document, chapter, article or kind."
            )
        if by == "document":
            groups = words["token"].map(lambda _: self.document.id)
        else:
            groups = words["sentence_id"].map(self.sentences.set_index("sentence_id")[by])
        size = (500 if by == "document" else 100) if window is None else window
        return richness.richness(words["token"], groups, window=size)

    def policy_terms(self, by: frequency.Grouping = "document") -> pd.DataFrame:
        """Counts of the lexicon's policy terms alone; rates are still per 1,000 of all words."""
        counts = self.terms(by, granularity="term")
        return counts[counts["term"].isin(self.lexicon.terms)].reset_index(drop=True)

    @cached_property
    def level(self) -> frequency.Grouping:
        """What the document is best compared within: its chapters, else its articles, else nothing."""
        worded = self.sentences[self.sentences["sentence_id"].isin(self._words("word")["sentence_id"])]
        levels: tuple[frequency.Grouping, ...] = ("chapter", "article")
        return next((by for by in levels if worded.loc[worded[by] > 0, by].nunique() > 1), "document")

    def tf_idf(
        self, by: frequency.Grouping | None = None, *, granularity: Granularity = "term"
    ) -> pd.DataFrame:
        """Counts with tf-idf by chapter (by article where there are none), the highest of each group first."""
        return frequency.tf_idf(self.terms(by or self.level, granularity=granularity))

    def terms_containing(self, text: str) -> pd.DataFrame:
        """The whole terms in which a string stands, how often and where."""
        return frequency.terms_containing(self.whole_terms, text)

    @_kept
    def plain_cuts(self) -> pd.DataFrame:
        """What the dictionary alone would do to the lexicon's words that occur here."""
        return segmentation.plain_cuts(self.tokens, self.lexicon)

    @_kept
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

    @_kept
    def coverage(self) -> pd.DataFrame:
        """How much of each chapter speaks of each theme."""
        return themes.coverage(self.themes, self.sentences, [theme.id for theme in self.theme_definitions])

    @cached_property
    def features(self) -> clustering.Features:
        """Paragraphs × words, from which clusters are made."""
        return clustering.features(self.tokens, stop_words=self.lexicon.stop_words)

    @_kept
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
        if key not in self._tables:
            self._tables[key] = make()
        return self._tables[key].copy()

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
