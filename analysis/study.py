"""One document with everything that is asked of it: the one place where the pieces are wired together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from analysis import batch, judgements, measures, reading, words  # noqa: F401 (each declares its tables)
from analysis.clustered import Clustered
from analysis.ids import article_of
from analysis.judgements.theme_features import FeatureReader
from analysis.judgements.theme_files import Theme, at_place, choose
from analysis.judgements.theme_parts import without_departments
from analysis.judgements.theme_shown import with_widest
from analysis.measures import sensitivity
from analysis.reading import Document
from analysis.resources import PROPOSAL, corpus_file
from analysis.searched import Searched
from analysis.setup import Setup
from analysis.tables import InputProblem, declared
from analysis.words import segmentation
from analysis.words.kinds import is_word
from analysis.words.places import is_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.columns import Granularity, Parts
    from analysis.reading import Script
    from analysis.reading.decoding import Errors
    from analysis.words.lexicon import Lexicon


class Study(Clustered, Searched):
    """
    A document and its tables, each computed when first asked for and then kept.

    Notebooks, report and command line all go through a study; what its tables are made by are plain functions
    that anyone can use alone. A study does not change: to try another lexicon, make another study. Every
    asker gets a copy of a table, so that what he does to it stays with him.

    Parameters
    ----------
    document
        As ``reading.read`` gives it.
    setup
        Lexicon, themes and engine; by default those that come with the software.

    Examples
    --------
    >>> study = Study.open()
    >>> len(study.sentences), study.terms().iloc[0]["term"]
    (244, '发展')
    """

    def __init__(self, document: Document, setup: Setup | None = None) -> None:
        self._document = document
        self._setup = Setup() if setup is None else setup
        self._tables: dict[tuple[Any, ...], pd.DataFrame] = {}

    @classmethod
    def open(
        cls,
        source: str | Path | None = None,
        *,
        themes: str | Path | None = None,
        lexicon: str | Path | Sequence[str | Path] | None = None,
        engine: segmentation.Engine = "rjieba",
        errors: Errors = "strict",
        script: Script = "kept",
        id: str | None = None,
        setup: Setup | None = None,
    ) -> Self:
        """
        Study the file `source`, or the proposal when none is named; `themes` is a theme file.

        `lexicon` names tables of your own (one or several), merged into the lexicon that comes with the
        software. With ``errors="replace"`` a damaged text is read, its damaged places replaced and counted.
        With ``script="simplified"`` traditional script is made simplified as it is read, by OpenCC. `id` is
        the document's id where its file's name will not do. A `setup` stands for themes, lexicon, engine and
        script; give the same one to many documents.

        Raises
        ------
        InputProblem
            When the document, a lexicon's table or the theme file cannot be used.
        """
        script = script if setup is None else setup.script
        path = corpus_file(PROPOSAL) if source is None else source
        document = reading.read(path, errors=errors, script=script)
        if id is not None:
            document = replace(document, id=id)
        used = setup or Setup.open(lexicon=lexicon, themes=themes, engine=engine, script=script)
        return cls(document, used)

    def table(self, name: str, **options: Any) -> pd.DataFrame:
        """
        The table `name` of the register, made when first asked for with these options.

        Raises
        ------
        InputProblem
            For a table or an option that does not exist, or a value that makes no sense.
        """
        described = declared(name)
        if described.make is None:
            raise InputProblem(f"the table {name} is not made from one document.")
        given = described.checked(options)
        key = (name, *given.values())
        if key not in self._tables:
            unasked = [] if given.get("all_measures") else described.extra_names
            made = described.make(self, **given).drop(columns=unasked, errors="ignore")
            self._tables[key] = made.reset_index(drop=True)
            self._tables[key].attrs["table"] = name  # by which its heads are found
        return self._tables[key].copy()

    @property
    def document(self) -> Document:
        """The document as read."""
        return self._document

    @property
    def setup(self) -> Setup:
        """What the document is read with."""
        return self._setup

    @property
    def lexicon(self) -> Lexicon:
        """Words, terms and stop words in use."""
        return self.setup.lexicon(self.local)

    @cached_property
    def local(self) -> tuple[str, ...]:
        """The local lists that the document is read with."""
        return self.setup.local(self.document)

    @cached_property
    def known_themes(self) -> tuple[Theme, ...]:
        """The themes looked for: those of a place only where the document is of it."""
        return at_place(self.setup.themes, lambda names: is_of(self.document, names))

    @cached_property
    def theme_definitions(self) -> tuple[Theme, ...]:
        """Those that have a lane and a colour without being asked for, and the widest if these are few."""
        return with_widest(self.known_themes, self.themes["theme"].value_counts().to_dict())

    @cached_property
    def feature_reader(self) -> FeatureReader:
        """What reads from sentences the evidence that learned themes are judged by."""
        lists = self.setup.weights.lists
        return FeatureReader(self.segmenter.words, lists, self.lexicon.stop_words)

    @cached_property
    def part_reader(self) -> FeatureReader:
        """What reads from sentences the evidence that learned sub-themes are judged by."""
        lists = self.setup.part_weights.lists
        return FeatureReader(self.segmenter.words, lists, self.lexicon.stop_words, without_departments)

    def theme(self, theme_id: str) -> Theme:
        """The definition of one theme; an unknown id is told with those that there are."""
        return choose((*self.known_themes, *self.setup.themes), theme_id)

    @property
    def segmenter(self) -> segmentation.Segmenter:
        """The segmenter with this study's lexicon."""
        return self.setup.segmenter(self.local)

    @property
    def whole_terms(self) -> pd.DataFrame:
        """Words with those of a policy term put together."""
        return self.table("tokens", granularity="term")

    def words(self, granularity: Granularity = "word") -> pd.DataFrame:
        """Words (or whole terms) without punctuation."""
        tokens = self.table("tokens", granularity=granularity)
        return tokens[is_word(tokens["token"])]

    @property
    def counted_sentences(self) -> pd.DataFrame:
        """The sentences that everything is counted in: no cells of tables, which a search alone finds."""
        return reading.counted(self.sentences)

    @cached_property
    def variants(self) -> dict[str, pd.DataFrame]:
        """The words as other segmenters and lexicons cut them, by the variant's name."""
        return sensitivity.variants(self)

    @property
    def sentence_articles(self) -> pd.Series:
        """The article of every sentence, by sentence id: 9, or c3 for a lead, p0 for the opening."""
        ids = self.sentences.set_index("sentence_id").index
        return article_of(ids.to_series())

    @cached_property
    def compared_by(self) -> Parts:
        """What the document is best compared within: its chapters, else its articles, else nothing."""
        counted = self.counted_sentences
        worded = counted[counted["sentence_id"].isin(self.words()["sentence_id"])]
        levels: tuple[Parts, ...] = ("chapter", "article")
        return next((by for by in levels if worded.loc[worded[by] > 0, by].nunique() > 1), "document")

    @cached_property
    def borders(self) -> tuple[tuple[str, float], ...]:
        """Where chapters begin: their label (their title without one) and place among all words, 0 to 1."""
        chapter = self.tokens["sentence_id"].map(self.sentences.set_index("sentence_id")["chapter"])
        first = chapter.drop_duplicates()
        chapters = self.document.chapters
        return tuple(
            (chapters[int(number) - 1].label or chapters[int(number) - 1].title, at / len(chapter))
            for at, number in first.items()
            if number
        )
