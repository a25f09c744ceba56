"""
The tables of the register as methods of a study, typed, so that editors and type checkers know them.

Made from the register by ``make generated``: do not edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study


class StudyTables:
    """What a study can be asked for; each method makes the table of its name."""

    def table(self, name: str, **options: Any) -> pd.DataFrame:
        """The table `name`, made with these options."""
        raise NotImplementedError(name)

    @property
    def about(self) -> pd.DataFrame:
        """What the document says of itself."""
        return self.table("about")

    def beneficiaries(self) -> pd.DataFrame:
        """Who is said to get something, who is named besides, and who is never named."""
        return self.table("beneficiaries")

    @property
    def check(self) -> pd.DataFrame:
        """Findings about the document's integrity."""
        return self.table("check")

    def cluster_chapters(self, k: int | None = None) -> pd.DataFrame:
        """Paragraphs by cluster and chapter."""
        return self.table("cluster_chapters", k=k)

    @property
    def cluster_curve(self) -> pd.DataFrame:
        """Stability by number of clusters, with the number chosen."""
        return self.table("cluster_curve")

    def cluster_members(self, k: int | None = None) -> pd.DataFrame:
        """Each cluster with its size, stability, words and paragraphs."""
        return self.table("cluster_members", k=k)

    def cluster_sentences(self, k: int | None = None) -> pd.DataFrame:
        """The sentences of each cluster that hold most of its words."""
        return self.table("cluster_sentences", k=k)

    def cluster_stability(self, k: int | None = None) -> pd.DataFrame:
        """How well each cluster is found again in subsamples."""
        return self.table("cluster_stability", k=k)

    def cluster_terms(self, k: int | None = None, *, top: int = 10) -> pd.DataFrame:
        """The words that set each cluster apart."""
        return self.table("cluster_terms", k=k, top=top)

    def clusters(self, k: int | None = None) -> pd.DataFrame:
        """
        Paragraphs in `k` clusters, by default as many as stability chooses, with how far each can be trusted.
        """
        return self.table("clusters", k=k)

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

    def commitments(
        self, *, mode: Literal["forward", "backward", "situation", "other"] | None = None
    ) -> pd.DataFrame:
        """What looks forward, back or at the situation; what is promised and how firmly."""
        return self.table("commitments", mode=mode)

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

    @property
    def coverage(self) -> pd.DataFrame:
        """How much of each chapter speaks of each theme."""
        return self.table("coverage")

    def discover(self, *, minimum: int | None = None) -> pd.DataFrame:
        """
        Terms that the lexicon lacks, the best first.

        A sequence of words must stand `minimum` times: by default twice, three times in a long document.
        """
        return self.table("discover", minimum=minimum)

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

    @property
    def dropped(self) -> pd.DataFrame:
        """Every line that was left out, with the reason."""
        return self.table("dropped")

    def evaluate(self) -> pd.DataFrame:
        """How well this study's segmenter, jieba and others cut the sentences that people cut by hand."""
        return self.table("evaluate")

    def expression_chapters(self, theme: str, *, top: int = 20) -> pd.DataFrame:
        """The most frequent expressions of a theme by chapter."""
        return self.table("expression_chapters", theme=theme, top=top)

    def expressions(self, theme: str) -> pd.DataFrame:
        """How often each expression of a theme stands in the document, zeros included."""
        return self.table("expressions", theme=theme)

    def firmness(self) -> pd.DataFrame:
        """How firmly what is ahead is worded, and whether it can be checked."""
        return self.table("firmness")

    def first_use(self) -> pd.DataFrame:
        """Where each policy term of the lexicon first stands, with its sentence."""
        return self.table("first_use")

    def gaps(self, *, theme: str | None = None) -> pd.DataFrame:
        """From gap to measure, theme by theme; sub-themes for the themes that have them."""
        return self.table("gaps", theme=theme)

    def indicators(self) -> pd.DataFrame:
        """The figures of a document's tables of indicators."""
        return self.table("indicators")

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

    def modes(self) -> pd.DataFrame:
        """How much of each chapter looks ahead, back and at the situation."""
        return self.table("modes")

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

    def occurrences(self, theme: str) -> pd.DataFrame:
        """Every place where an expression of a theme stands."""
        return self.table("occurrences", theme=theme)

    def organisations(
        self,
        *,
        type: Literal[
            "department",
            "government",
            "party",
            "congress",
            "justice",
            "military",
            "mass",
            "education",
            "research",
            "health",
            "company",
            "culture",
            "border",
            "international",
        ]
        | None = None,
    ) -> pd.DataFrame:
        """Organisations that are named, the most frequent first, and where they are to act."""
        return self.table("organisations", type=type)

    @property
    def outline(self) -> pd.DataFrame:
        """Headings with the size of what stands below them."""
        return self.table("outline")

    def place_names(self) -> pd.DataFrame:
        """Every place that is named, where it is named."""
        return self.table("place_names")

    def places(self, *, forward: bool = False) -> pd.DataFrame:
        """Every place with what the sentence that names it promises."""
        return self.table("places", forward=forward)

    @property
    def plain_cuts(self) -> pd.DataFrame:
        """What the dictionary alone would do to the lexicon's words that occur here."""
        return self.table("plain_cuts")

    def policy_terms(
        self, by: Literal["document", "chapter", "article", "kind"] = "document", *, nested: bool = False
    ) -> pd.DataFrame:
        """
        Counts of the lexicon's policy terms alone; rates are still per 1,000 of all words.

        Those that stand only inside longer terms have a row with `nested`.
        """
        return self.table("policy_terms", by=by, nested=nested)

    def positions(self, words: Sequence[str]) -> pd.DataFrame:
        """Where words stand in the document, word by word; those that it does not have are left out."""
        return self.table("positions", words=words)

    def programmes(self) -> pd.DataFrame:
        """The projects and programmes that are named, the most frequent first."""
        return self.table("programmes")

    def quotations(self, theme: str) -> pd.DataFrame:
        """The sentences of a theme with their place, evidence and text, in reading order."""
        return self.table("quotations", theme=theme)

    def results(self, *, against: Study | None = None) -> pd.DataFrame:
        """Last year's result beside this year's target, or beside the target that an earlier report set."""
        return self.table("results", against=against)

    def richness(
        self, by: Literal["document", "chapter", "article", "kind"] = "document", *, window: int | None = None
    ) -> pd.DataFrame:
        """
        Variety of words by group, by measures that do not depend on length.

        MATTR over 500 words for the document, over 100 for its parts.
        """
        return self.table("richness", by=by, window=window)

    def roles(self) -> pd.DataFrame:
        """Whose hub, gateway, highland, model … and how confidently."""
        return self.table("roles")

    @property
    def segmentation_quality(self) -> pd.DataFrame:
        """The measures of `evaluate` beside each other."""
        return self.table("segmentation_quality")

    def senses(self, *, of: str) -> pd.DataFrame:
        """What a name refers to each time that it stands."""
        return self.table("senses", of=of)

    def sensitivity(
        self,
        by: Literal["document", "chapter", "article", "kind"] = "document",
        *,
        granularity: Literal["word", "term"] = "word",
        stop_words: bool = False,
    ) -> pd.DataFrame:
        """The counts of `terms` beside those that other segmenters and lexicons give, and the range."""
        return self.table("sensitivity", by=by, granularity=granularity, stop_words=stop_words)

    @property
    def sentences(self) -> pd.DataFrame:
        """Sentences of the body, with their ids and places."""
        return self.table("sentences")

    def services(self, theme: str) -> pd.DataFrame:
        """Which services get space, actions, binding words and targets that can be checked."""
        return self.table("services", theme=theme)

    def slogans(
        self,
        *,
        kind: Literal["name", "document", "period", "speech", "work", "formula", "slogan", "expression"]
        | None = None,
    ) -> pd.DataFrame:
        """Slogans and other quoted expressions, the most frequent first."""
        return self.table("slogans", kind=kind)

    def spread(self, *, granularity: Literal["word", "term"] = "word") -> pd.DataFrame:
        """In how many sentences, paragraphs, articles and chapters every term stands."""
        return self.table("spread", granularity=granularity)

    def subthemes(self, theme: str) -> pd.DataFrame:
        """How much each chapter says of each group of a theme."""
        return self.table("subthemes", theme=theme)

    def targets(self, *, names: Literal["shown", "hidden", "only"] = "shown") -> pd.DataFrame:
        """Every figure and date of the text; cells of tables are left out."""
        return self.table("targets", names=names)

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

        Stop words are left out of the rows unless asked for; they always count in the totals. A whole term
        counts
        where it stands outside longer ones (高质量发展 not in 推动高质量发展), with `nested` inside them too.
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

    @property
    def theme_quality(self) -> pd.DataFrame:
        """How well each theme is found on documents left out, and shares put right by that."""
        return self.table("theme_quality")

    @property
    def themes(self) -> pd.DataFrame:
        """Which sentence speaks of which theme, and by which words."""
        return self.table("themes")

    @property
    def tokens(self) -> pd.DataFrame:
        """Words, each with the policy term around it; or with those of a term put together."""
        return self.table("tokens")

    def uncheckable(self, *, wording: Literal["1", "2", "3"] | None = None) -> pd.DataFrame:
        """Commitments without number, date or completion."""
        return self.table("uncheckable", wording=wording)
