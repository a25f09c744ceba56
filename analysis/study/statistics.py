"""What is counted and compared in a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from analysis import (
    collocations,
    concordance,
    correspondence,
    dispersion,
    evidence,
    frequency,
    keyness,
    network,
    richness,
    segmentation,
)
from analysis.lexicon import Lexicon, load_lexicon
from analysis.study.base import Base, Granularity
from analysis.tables import InputProblem

if TYPE_CHECKING:
    import pandas as pd


class Statistics(Base):
    """Terms, keyness, dispersion, collocations: a document's counts."""

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

    def most_sensitive(self) -> pd.DataFrame:
        """The frequent words whose count depends most on segmenter and lexicon."""
        return frequency.most_sensitive(self.sensitivity())

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
        self, other: Statistics, *, granularity: Granularity = "word", minimum: int = 3
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
    def borders(self) -> list[tuple[str, float]]:
        """Where chapters begin: their label and their place among all words, 0 to 1."""
        chapter = self.tokens["sentence_id"].map(self.sentences.set_index("sentence_id")["chapter"])
        first = chapter.drop_duplicates()
        labels = self.outline[self.outline["level"] == "chapter"]["label"].tolist()
        return [
            (labels[int(number) - 1], at / len(self.tokens))
            for at, number in first.items()
            if 0 < number <= len(labels)
        ]

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

    def tf_idf(
        self, by: frequency.Grouping | None = None, *, granularity: Granularity = "term"
    ) -> pd.DataFrame:
        """Counts with tf-idf by chapter (by article where there are none), the highest of each group first."""
        return frequency.tf_idf(self.terms(by or self.level, granularity=granularity))

    def terms_containing(self, text: str) -> pd.DataFrame:
        """The whole terms in which a string stands, how often and where."""
        return frequency.terms_containing(self.whole_terms, text)
