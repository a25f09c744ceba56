"""What every part of a study rests on: the document, its lexicon, sentences and words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from analysis import discovery, evaluation, reading, segmentation
from analysis.words import is_word

if TYPE_CHECKING:
    import pandas as pd

    from analysis import frequency
    from analysis.lexicon import Lexicon
    from analysis.reading import Document

Granularity = Literal["word", "term"]


class Base:
    """A document as read and cut."""

    _document: Document
    _lexicon: Lexicon
    _engine: segmentation.Engine

    @property
    def document(self) -> Document:
        """The document as read."""
        return self._document

    @property
    def lexicon(self) -> Lexicon:
        """Words, terms and stop words in use."""
        return self._lexicon

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

    @cached_property
    def evaluation(self) -> pd.DataFrame:
        """How well this study's segmenter, jieba and others cut the sentences that people cut by hand."""
        return evaluation.evaluate(evaluation.load_gold(), evaluation.peers(self.lexicon))

    @cached_property
    def segmentation_quality(self) -> pd.DataFrame:
        """The same with the measures beside each other."""
        return evaluation.beside(self.evaluation)

    @property
    def units(self) -> pd.Series:
        """The article of every sentence, by sentence id: 9, or c3 for a lead, p0 for the opening."""
        ids = self.sentences.set_index("sentence_id").index
        return ids.to_series().str.partition(".")[0]

    def _words(self, granularity: Granularity) -> pd.DataFrame:
        """Words (or terms) without punctuation."""
        tokens = self.whole_terms if granularity == "term" else self.tokens
        return tokens[is_word(tokens["token"])]

    @property
    def level(self) -> frequency.Grouping:
        """What the document is best compared within: its chapters, else its articles, else nothing."""
        return "chapter" if self.document.chapters else "article" if self.document.articles else "document"

    @cached_property
    def plain_cuts(self) -> pd.DataFrame:
        """What the dictionary alone would do to the lexicon's words that occur here."""
        return segmentation.plain_cuts(self.tokens, self.lexicon)
