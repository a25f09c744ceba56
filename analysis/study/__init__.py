"""One document with everything that is asked of it: the one place where the pieces are wired together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import codebook, reading
from analysis.lexicon import load_lexicon, local_lists
from analysis.resources import PROPOSAL, corpus_file
from analysis.study.clusters import Clusters

if TYPE_CHECKING:
    import pandas as pd

    from analysis import segmentation
    from analysis.clustering import Groups
    from analysis.codebook import Theme
    from analysis.features import Embed, Features, Unit
    from analysis.lexicon import Lexicon
    from analysis.reading import Document
    from analysis.reading.decoding import Errors

__all__ = ["Study"]


class Study(Clusters):
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
    embed
        An encoder of your own, from a list of texts to rows of numbers, by which units are clustered in place of
        the word vectors in ``corpus/``.

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
        embed: Embed | None = None,
    ) -> None:
        self._document = document
        self._lexicon = load_lexicon(local=local_lists(document.title)) if lexicon is None else lexicon
        self._definitions = None if themes is None else tuple(themes)
        self._engine: segmentation.Engine = engine
        self._embed = embed
        self._features: dict[Unit, Features] = {}
        self._groups: dict[tuple[Unit, int], Groups] = {}
        self._curves: dict[Unit, pd.DataFrame] = {}

    @classmethod
    def open(
        cls,
        source: str | Path | None = None,
        *,
        themes: str | Path | None = None,
        names: bool = True,
        lexicon: str | Path | Sequence[str | Path] | None = None,
        engine: segmentation.Engine = "rjieba",
        errors: Errors = "strict",
        embed: Embed | None = None,
    ) -> Study:
        """
        Study the file `source`, or the proposal when none is named; `themes` is a theme file.

        `lexicon` names tables of your own (one or several), merged into the lexicon that comes with the software.
        Without `names` the themes' proper names are left out. With ``errors="replace"`` a damaged text is read, its damaged places replaced and counted.

        Raises
        ------
        InputProblem
            When the document, a lexicon's table or the theme file cannot be used.
        """
        document = reading.read(corpus_file(PROPOSAL) if source is None else source, errors=errors)
        own = [lexicon] if isinstance(lexicon, str | Path) else list(lexicon or [])
        merged = load_lexicon(*own, local=local_lists(document.title))
        definitions = codebook.load_themes(themes, title=document.title, names=names)
        return cls(document, lexicon=merged, themes=definitions, engine=engine, embed=embed)
