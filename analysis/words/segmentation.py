"""
Sentences become words, each with the policy term around it.

Two engines with the same dictionary and the same cuts: rjieba (Rust, the default, about ten times faster)
and jieba (Python, the reference). Hidden-Markov guessing is off in both: it invents words (粘合|度高). What
neither may tear apart (numbers, dates, Latin words) is cut out first by `GUARD`. Where two cuts are exactly
as probable (零零|零, 零|零零) the engines may differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from analysis.columns import GRANULARITY, OFFSETS, SENTENCE_ID, Granularity
from analysis.reading import counted
from analysis.tables import Column, InputProblem, build, require, table
from analysis.words.engines import DICTIONARY_FOLD, ENGINES, Cutter, JiebaCutter
from analysis.words.guards import guard_for
from analysis.words.lexicon import Lexicon

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

Engine = Literal["rjieba", "jieba"]

# An equal-length folding, so that offsets stay, for the match of terms.
_TERM_FOLD = str.maketrans(
    "，；：？！（）．％＋〇○０１２３４５６７８９“”「」『』〝〞＂‘’＇—－–·•",
    ',;:?!().%+零零0123456789"""""""""\'\'\'---··',
)
# Spaces that only set Chinese off from Latin characters.
_LOOSE_SPACE = re.compile(r"(?<=[\u4e00-\u9fd5]) +|(?<=\S) +(?=[\u4e00-\u9fd5])")


class Word(NamedTuple):
    """A word of a text by its offsets there, with its part of speech."""

    start: int
    end: int
    tag: str


class Segmenter:
    """
    Cuts texts into words with one lexicon; segmenters with different lexicons live side by side.

    Examples
    --------
    >>> segmenter = Segmenter(Lexicon(words=(("一网通办", 3000, "nz"),)))
    >>> text = "2025年一网通办99.3%"
    >>> [text[word.start:word.end] for word in segmenter.cut(text)]
    ['2025年', '一网通办', '99.3%']
    """

    def __init__(self, lexicon: Lexicon, *, engine: Engine = "rjieba") -> None:
        if engine not in ENGINES:
            raise InputProblem(f"no engine {engine!r}; there are: {', '.join(ENGINES)}")
        self.engine = engine
        self._cutter: Cutter = ENGINES[engine](lexicon)
        self._terms = _by_first_character(lexicon.terms)
        self._guard, self._tags = guard_for((word, tag) for word, _, tag in lexicon.words)

    def cut(self, text: str) -> list[Word]:
        """Words and punctuation marks of `text` in order; together they cover it."""
        words: list[Word] = []
        at = 0
        for match in self._guard.finditer(text):
            words += self._between(text, at, match.start())
            words.append(Word(*match.span(), self._tags[str(match.lastgroup)]))
            at = match.end()
        return words + self._between(text, at, len(text))

    def _between(self, text: str, start: int, end: int) -> list[Word]:
        words: list[Word] = []
        if start == end:
            return words
        make = tuple.__new__  # half of the time here would go into Word(…)
        for token, tag in self._cutter.tag(text[start:end].translate(DICTIONARY_FOLD)):
            behind = start + len(token)
            words.append(make(Word, (start, behind, tag)))
            start = behind
        return words

    def words(self, text: str) -> list[str]:
        """The words of `text` as plain strings: the same cuts as `cut` gives, several times faster."""
        if "〇" in text or "○" in text:
            return [text[start:end] for start, end, _ in self.cut(text)]
        words: list[str] = []
        at, cut = 0, self._cutter.cut
        for match in self._guard.finditer(text):
            start, end = match.span()
            if start > at:
                words += cut(text[at:start])
            words.append(match.group())
            at = end
        if at < len(text):
            words += cut(text[at:])
        return words

    def units(self, text: str) -> list[str]:
        """The words of `text` with those of a policy term put together, as plain strings."""
        return _units(text, self.cut(text), self.terms)

    def terms(self, text: str, words: list[Word]) -> list[tuple[int, int]]:
        """
        Spans of the policy terms in `text`: leftmost first, the longest at each place, none overlapping.

        A term counts only where it begins and ends at an edge between words: 民生 is not in 人民生活.
        """
        spans: list[tuple[int, int]] = []
        covered = 0
        for start, end in self.all_terms(text, words):
            if start >= covered:
                covered = end
                spans.append((start, end))
        return spans

    def all_terms(self, text: str, words: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
        """Spans of all policy terms in `text`, the longest first at each place, also inside each other."""
        folded = text.translate(_TERM_FOLD)
        ends = {end for _, end, _ in words}
        for start, _, _ in words:
            for term in self._terms.get(folded[start], ()):
                if start + len(term) in ends and folded.startswith(term, start):
                    yield start, start + len(term)


class PlainJieba:
    """
    jieba as it comes, guessing on, no lexicon, no guard: what most people count with, for comparison.

    Examples
    --------
    >>> PlainJieba().words("提高6.5%")
    ['提高', '6.5%']
    """

    def __init__(self) -> None:
        self._cutter = JiebaCutter(Lexicon(), hmm=True)

    def words(self, text: str) -> list[str]:
        """The words of `text`."""
        return self._cutter.cut(text)

    def cut(self, text: str) -> list[Word]:
        """Words and punctuation marks of `text` in order; together they cover it."""
        words: list[Word] = []
        for token, tag in self._cutter.tag(text):
            start = words[-1].end if words else 0
            words.append(Word(start, start + len(token), tag))
        return words

    def units(self, text: str) -> list[str]:
        """The words of `text`: there is no lexicon, so there are no terms."""
        return self.words(text)

    def terms(self, text: str, words: list[Word]) -> list[tuple[int, int]]:
        """No term: there is no lexicon."""
        return []


def _units(
    text: str, words: list[Word], terms: Callable[[str, list[Word]], list[tuple[int, int]]]
) -> list[str]:
    ends = dict(terms(text, words))
    units: list[str] = []
    behind = 0
    for start, end, _ in words:
        if start >= behind:
            behind = ends.get(start, end)
            units.append(text[start:behind])
    return units


def _by_first_character(terms: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for term in terms:
        folded = term.translate(_TERM_FOLD)
        # Reading takes the spaces between Chinese and Latin characters out of a document; other texts keep
        # them.
        for spelling in (folded, _LOOSE_SPACE.sub("", folded)):
            found.setdefault(spelling[0], set()).add(spelling)
    return {first: sorted(same, key=lambda term: (-len(term), term)) for first, same in found.items()}


def tokens(
    sentences: pd.DataFrame, segmenter: Segmenter | PlainJieba, *, cells: bool = False
) -> pd.DataFrame:
    """
    Words of every sentence in reading order, each with the span of the longest policy term around it.

    `sentences` needs ``sentence_id``, ``start`` and ``text``. Columns as in ``tables.TABLES["tokens"]``;
    offsets are into the document's text, and the tokens of a sentence joined are the sentence. With `cells`
    the words of tables' cells are rows too: for a search, not for counts.
    """
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    cut = sentences if cells else counted(sentences)
    rows = zip(cut["sentence_id"], cut["start"], cut["text"], strict=True)
    return build(
        "tokens", (row for id_, offset, text in rows for row in _sentence(id_, offset, text, segmenter))
    )


def _sentence(
    id_: str, offset: int, text: str, segmenter: Segmenter | PlainJieba
) -> Iterator[tuple[object, ...]]:
    words = segmenter.cut(text)
    around = {at: span for span in segmenter.terms(text, words) for at in range(*span)}
    for position, (start, end, tag) in enumerate(words, start=1):
        first, last = around.get(start, (None, None))
        yield (
            id_,
            position,
            offset + start,
            offset + end,
            text[start:end],
            tag,
            None if first is None else offset + first,
            None if last is None else offset + last,
        )


def whole_terms(tokens: pd.DataFrame, text: str) -> pd.DataFrame:
    """
    The token table with the words of a policy term put together to one row.

    `text` is the document's text. Each term becomes a token with the tag ``term``; words outside terms stay
    as they are; positions are numbered anew.

    Examples
    --------
    >>> rows = [("1.1.1", 1, 0, 2, "数字", "n", 0, 4), ("1.1.1", 2, 2, 4, "经济", "n", 0, 4)]
    >>> whole_terms(build("tokens", rows), "数字经济")["token"].tolist()
    ['数字经济']
    """
    import pandas as pd

    require(tokens, "tokens")
    table = tokens.copy()
    inside = table["term_start"].notna()
    table.loc[inside, "start"] = table.loc[inside, "term_start"].astype("int64")
    table.loc[inside, "end"] = table.loc[inside, "term_end"].astype("int64")
    table.loc[inside, "tag"] = "term"
    table = table.drop_duplicates(["sentence_id", "start"]).reset_index(drop=True)
    words = [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]
    table["token"] = pd.Series(words, index=table.index, dtype="str")  # of no words too
    table["position"] = table.groupby("sentence_id", sort=False).cumcount() + 1
    return table


@table(
    "tokens",
    row="a word or punctuation mark, in reading order",
    key=("sentence_id", "position"),
    help="every word, with the policy term around it",
    attribute=True,
    options=(GRANULARITY,),
    columns=(
        SENTENCE_ID,
        Column("position", "int64", "ordinal in the sentence, from 1", ("place", "位置")),
        *OFFSETS,
        Column("token", "str", "the document's text between start and end, unchanged", ("word", "词")),
        Column(
            "tag",
            "str",
            "part of speech from the dictionary (n, v, …; x = punctuation or unknown)",
            ("tag", "词性"),
        ),
        Column(
            "term_start",
            "Int64",
            "start of the longest policy term around the word; empty when none",
            ("term from", "用语起"),
        ),
        Column("term_end", "Int64", "end of that term; empty when none", ("term to", "用语止")),
    ),
)
def tokens_of(study: Study, *, granularity: Granularity = "word") -> pd.DataFrame:
    """Words, each with the policy term around it; or with those of a term put together."""
    if granularity == "term":
        return whole_terms(study.tokens, study.document.text)
    return tokens(study.counted_sentences, study.segmenter)
