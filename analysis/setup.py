"""
What documents are read with: lexicon, themes and engine in one object, shared by all documents that use the
same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from analysis.judgements.action_lists import load_actions
from analysis.judgements.mode_marks import load_marks
from analysis.judgements.register_lists import all_lists
from analysis.judgements.theme_files import Theme, load_themes
from analysis.judgements.theme_parts import load_part_weights
from analysis.judgements.theme_weights import Weights, load_weights
from analysis.reading import Document, Script, checked
from analysis.words.lexicon import Lexicon, load_lexicon, local_lists
from analysis.words.segmentation import Engine, Segmenter


class Setup:
    """
    Lexicon, themes and engine; a segmenter is made once for each choice of local lists.

    Making a segmenter, with its dictionary and 12,500 phrases, takes longer than all else in a short
    document.

    Parameters
    ----------
    lexicon
        One for every document; without it the lexicon that comes with the software, with the local lists that
        a document's title calls for, and `tables` of your own merged into it.
    tables
        Files with tables of your own words, terms or stop words.
    themes
        By default those in ``corpus/themes.toml``.
    engine
        ``rjieba`` or ``jieba``; the cuts are the same.
    script
        ``simplified`` makes documents in traditional script simplified as they are read; ``kept`` does not.

    Raises
    ------
    InputProblem
        When a table cannot be used, told once for all documents, the engine or the script is unknown, or
        OpenCC, which converts scripts, is not installed.

    Examples
    --------
    >>> setup = Setup()
    >>> setup.segmenter() is setup.segmenter()
    True
    """

    def __init__(
        self,
        *,
        lexicon: Lexicon | None = None,
        tables: Sequence[str | Path] = (),
        themes: Sequence[Theme] | None = None,
        engine: Engine = "rjieba",
        script: Script = "kept",
    ) -> None:
        self.engine: Engine = engine
        self.script: Script = checked(script)
        self._fixed = lexicon
        self._given = tuple(themes) if themes is not None else None
        self._tables = tuple(tables)
        self._lexicons: dict[tuple[str, ...], Lexicon] = {}
        self._segmenters: dict[tuple[str, ...], Segmenter] = {}
        if self._tables:
            self.lexicon()

    @classmethod
    def open(
        cls,
        *,
        lexicon: str | Path | Sequence[str | Path] | None = None,
        themes: str | Path | None = None,
        engine: Engine = "rjieba",
        script: Script = "kept",
    ) -> Setup:
        """
        A setup from files: tables of your own for the lexicon (one or several), and a theme file.

        Raises
        ------
        InputProblem
            As for `Setup`, and when the theme file cannot be used.
        """
        own = [lexicon] if isinstance(lexicon, str | Path) else list(lexicon or [])
        own_themes = load_themes(themes) if themes is not None else None
        return cls(tables=own, themes=own_themes, engine=engine, script=script)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes looked for."""
        return load_themes() if self._given is None else self._given

    @cached_property
    def weights(self) -> Weights:
        """The learned evidence weights of themes, those of your own among them."""
        return load_weights().joined([theme for theme in self.themes if theme.weights])

    @cached_property
    def part_weights(self) -> Weights:
        """The learned evidence weights of sub-themes."""
        return load_part_weights(self.themes)

    def local(self, document: Document) -> tuple[str, ...]:
        """The local lists for a document; none where the lexicon is one for all."""
        return () if self._fixed is not None else local_lists(document)

    def lexicon(self, local: tuple[str, ...] = ()) -> Lexicon:
        """The lexicon with these local lists."""
        if self._fixed is not None:
            return self._fixed
        if local not in self._lexicons:
            self._lexicons[local] = load_lexicon(*self._tables, local=local)
        return self._lexicons[local]

    def segmenter(self, local: tuple[str, ...] = ()) -> Segmenter:
        """The segmenter with these local lists."""
        if local not in self._segmenters:
            self._segmenters[local] = Segmenter(self.lexicon(local), engine=self.engine)
        return self._segmenters[local]

    def hash(self, local: tuple[str, ...] = ()) -> str:
        """
        A hash over all that bears on a document read with these lists: two setups with the same give the same
        tables.

        Examples
        --------
        >>> Setup().hash() == Setup().hash() != Setup(engine="jieba").hash()
        True
        """
        lexicon = self.lexicon(local)
        parts = [
            sorted(lexicon.words),
            sorted(lexicon.phrases),
            sorted(lexicon.terms.items()),
            sorted(lexicon.stop_words),
            sorted(lexicon.generic.items()),
            [repr(theme) for theme in self.themes],
            [list(row) for row in (*self.weights.rows, *self.part_weights.rows)]
            if any(theme.learned for theme in self.themes)
            else [],
            load_actions().entries,
            load_marks().entries,
            all_lists(),
            self.engine,
            self.script,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
