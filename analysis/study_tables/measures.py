"""
The tables of ``analysis.measures`` as methods of a study.

Made from the register by ``make generated``: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from analysis.study_tables.asked import Asked

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


class MeasuresTables(Asked):
    """Each method makes the table of its name."""

    def collocations(
        self,
        window: int | None = None,
        *,
        minimum: int = 5,
        word: str | None = None,
        granularity: Literal["word", "term"] = "term",
        all_measures: bool = False,
    ) -> pd.DataFrame:
        """
        Words that stand together in a sentence or window, with the sentences.

        Those that attract each other come first, by logDice; then those that avoid each other.
        """
        return self.table(
            "collocations",
            window=window,
            minimum=minimum,
            word=word,
            granularity=granularity,
            all_measures=all_measures,
        )

    def concordance(
        self,
        pattern: str,
        *,
        regular: bool = False,
        context: int = 10,
        order: Literal["position", "left", "right", "match"] = "position",
    ) -> pd.DataFrame:
        """Every place where a string or a sequence of words stands, in context."""
        return self.table("concordance", pattern=pattern, regular=regular, context=context, order=order)

    def correspondence(self, *, top: int = 60) -> pd.DataFrame:
        """
        Chapters and their most frequent terms on one map.

        What stands in no chapter is no point. Of terms that tie for the last place all come, or none.
        """
        return self.table("correspondence", top=top)

    def dispersion(
        self,
        by: Literal["document", "chapter", "article"] | None = None,
        *,
        granularity: Literal["word", "term"] = "word",
        stop_words: bool = False,
        all_measures: bool = False,
    ) -> pd.DataFrame:
        """
        How evenly every word is spread over chapters (or articles), with its sentences.

        What stands outside any of them (the opening) is no part and counts in none.
        """
        return self.table(
            "dispersion", by=by, granularity=granularity, stop_words=stop_words, all_measures=all_measures
        )

    def first_use(self) -> pd.DataFrame:
        """Where each policy term of the lexicon first stands, with its sentence."""
        return self.table("first_use")

    def keyness(
        self,
        by: Literal["document", "chapter", "article"] | None = None,
        *,
        granularity: Literal["word", "term"] = "word",
        group: str | None = None,
        minimum: int = 3,
        stop_words: bool = False,
        numerals: bool = False,
        absent: bool = False,
        against: Study | None = None,
        all_measures: bool = False,
    ) -> pd.DataFrame:
        """
        What sets each group (by default chapter) apart, with its evidence and what hangs on one article.

        What stands in no chapter (or article) is neither a group nor in the reference. `group` keeps the rows
        of
        one group; a group that does not exist is told with those that there are. With `against` the document
        as
        a whole is compared with another. Numbers and units are left out of the rows unless asked for.
        """
        return self.table(
            "keyness",
            by=by,
            granularity=granularity,
            group=group,
            minimum=minimum,
            stop_words=stop_words,
            numerals=numerals,
            absent=absent,
            against=against,
            all_measures=all_measures,
        )

    def most_sensitive(self) -> pd.DataFrame:
        """The frequent words whose count depends most on segmenter and lexicon."""
        return self.table("most_sensitive")

    def network(self, nodes: int = 40, *, minimum: int = 3, window: int | None = None) -> pd.DataFrame:
        """
        The edges of the co-word network, with the sentences; no row where no pair is surely attracted.

        Surely: by G², with at most one in twenty expected by chance (false discovery rate).
        """
        return self.table("network", nodes=nodes, minimum=minimum, window=window)

    def ngrams(self, *, size: int = 2, minimum: int = 3) -> pd.DataFrame:
        """Sequences of words that recur."""
        return self.table("ngrams", size=size, minimum=minimum)

    def policy_terms(
        self,
        by: Literal["document", "chapter", "article", "kind"] = "document",
        *,
        nested: bool = False,
        without_names: bool = False,
    ) -> pd.DataFrame:
        """
        Counts of the lexicon's policy terms alone; rates are still per 1,000 of all words.

        Those that stand only inside longer terms have a row with `nested`. The lexicon keeps names of places
        and bodies (长江, 党中央) whole too; `without_names` leaves them out.
        """
        return self.table("policy_terms", by=by, nested=nested, without_names=without_names)

    def positions(self, words: Sequence[str]) -> pd.DataFrame:
        """Where words stand in the document, word by word; those that it does not have are left out."""
        return self.table("positions", words=words)

    def richness(
        self, by: Literal["document", "chapter", "article", "kind"] = "document", *, window: int | None = None
    ) -> pd.DataFrame:
        """
        Variety of words by group, by measures that do not depend on length.

        MATTR over 500 words for the document, over 100 for its parts.
        """
        return self.table("richness", by=by, window=window)

    def sensitivity(
        self,
        by: Literal["document", "chapter", "article", "kind"] = "document",
        *,
        granularity: Literal["word", "term"] = "word",
        stop_words: bool = False,
    ) -> pd.DataFrame:
        """The counts of `terms` beside those that other segmenters and lexicons give, and the range."""
        return self.table("sensitivity", by=by, granularity=granularity, stop_words=stop_words)

    def spread(self, *, granularity: Literal["word", "term"] = "word") -> pd.DataFrame:
        """In how many sentences, paragraphs, articles and chapters every term stands."""
        return self.table("spread", granularity=granularity)

    def terms(
        self,
        by: Literal["document", "chapter", "article", "kind"] = "document",
        *,
        granularity: Literal["word", "term"] = "word",
        stop_words: bool = False,
        nested: bool = False,
    ) -> pd.DataFrame:
        """
        Counts and rates of words (or whole terms) by document, chapter or article.

        Stop words and bare digits are left out of the rows unless asked for; they always count in the totals.
        With `nested` whole terms count inside longer ones too (高质量发展 in 推动高质量发展).
        """
        return self.table("terms", by=by, granularity=granularity, stop_words=stop_words, nested=nested)

    def terms_containing(self, text: str) -> pd.DataFrame:
        """The whole terms in which a string stands, how often and where."""
        return self.table("terms_containing", text=text)

    def tf_idf(
        self,
        by: Literal["document", "chapter", "article"] | None = None,
        *,
        granularity: Literal["word", "term"] = "term",
    ) -> pd.DataFrame:
        """
        Counts with tf-idf by chapter (by article where there are none), the highest of each group first.

        What stands in no chapter (or article) is no group and counts for none.
        """
        return self.table("tf_idf", by=by, granularity=granularity)
