"""
Sentences become words, each with the policy term around it.

Two engines with the same dictionary and the same cuts: rjieba (Rust, the default, about ten times faster)
and jieba (Python, the reference). Hidden-Markov guessing is off in both: it invents words (粘合|度高). What
neither may tear apart (numbers, dates, Latin words) is cut out first by `GUARD`. Where two cuts are exactly as
probable (零零|零, 零|零零) the engines may differ.
"""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from analysis.lexicon import Lexicon
from analysis.tables import SEPARATOR, InputProblem, build, require

if TYPE_CHECKING:
    import pandas as pd

Engine = Literal["rjieba", "jieba"]
Tagged = tuple[str, str]

_HAN_DIGIT = "〇○零一二三四五六七八九"
# One alternative per kind of word that stands whole, with its tag; tried in this order.
_GUARDS = (
    ("t", rf"[{_HAN_DIGIT}]{{4}}年|\d{{4}}年|\d{{1,2}}月(?=\d|份|底|末|初|$)|(?<=月)\d{{1,2}}日"),
    ("m", rf"(?=[{_HAN_DIGIT}]{{3}})[{_HAN_DIGIT}]*[〇○][{_HAN_DIGIT}]*"),
    ("m", rf"[{_HAN_DIGIT}十百]+分之[{_HAN_DIGIT}十百]+|第[{_HAN_DIGIT}十百]+"),
    ("n", r"\d+号线"),
    ("eng", r"\d*[A-Za-zＡ-Ｚａ-ｚ]+(?:[-&'’]?[A-Za-zＡ-Ｚａ-ｚ\d]+)*"),
    ("m", r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?[百千万亿]*[%％‰]?"),
    ("x", r"—+|…+"),
)
# What a guarded word can begin with: looked at first, since nearly all characters begin none.
_BEGINS = rf"(?=[{_HAN_DIGIT}十百第\dA-Za-zＡ-Ｚａ-ｚ—…])"
GUARD = re.compile(
    _BEGINS + "(?:" + "|".join(f"(?P<g{i}>{pattern})" for i, (_, pattern) in enumerate(_GUARDS)) + ")"
)

# Equal-length foldings, so that offsets stay: for the dictionary, and for the match of terms.
_DICTIONARY_FOLD = str.maketrans("〇○", "零零")
_TERM_FOLD = str.maketrans("，；：？！（）．％＋〇○０１２３４５６７８９", ",;:?!().%+零零0123456789")


class Word(NamedTuple):
    """A word of a text by its offsets there, with its part of speech."""

    start: int
    end: int
    tag: str


class Cutter(Protocol):
    """An engine: text without guarded words in, (word, tag) pairs out, which joined are the text."""

    def tag(self, text: str) -> list[Tagged]:
        """Cut `text`."""
        ...


class RjiebaCutter:
    """jieba's algorithm in Rust, with a dictionary of its own."""

    def __init__(self, lexicon: Lexicon) -> None:
        import rjieba

        self._jieba = rjieba.Jieba()
        for word, frequency, tag in lexicon.words:
            self._jieba.add_word(word.translate(_DICTIONARY_FOLD), frequency, tag)

    def tag(self, text: str) -> list[Tagged]:
        """Cut `text`; tags come from the dictionary."""
        return list(self._jieba.tag(text, hmm=False))


class JiebaCutter:
    """The reference: jieba itself, as a private tokenizer that shares no cache and no global state."""

    def __init__(self, lexicon: Lexicon) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes in its sources
            import jieba
        jieba.setLogLevel(60)
        self._tokenizer = jieba.Tokenizer()
        # jieba would load a cache from the shared temporary folder, where anyone may have planted it.
        with tempfile.TemporaryDirectory() as private:
            self._tokenizer.tmp_dir = private
            self._tokenizer.initialize()
        self._tags = dict(self._dictionary_tags())
        for word, frequency, tag in lexicon.words:
            folded = word.translate(_DICTIONARY_FOLD)
            self._tokenizer.add_word(folded, frequency)
            self._tags.setdefault(folded, tag)

    def _dictionary_tags(self) -> Iterator[Tagged]:
        with self._tokenizer.get_dict_file() as file:
            for line in file:
                word, _, tag = line.decode("utf-8").split()
                yield word, tag

    def tag(self, text: str) -> list[Tagged]:
        """Cut `text`; tags come from the dictionary."""
        return [(word, self._tags.get(word, "x")) for word in self._tokenizer.cut(text, HMM=False)]


_CUTTERS: dict[str, type[RjiebaCutter] | type[JiebaCutter]] = {"rjieba": RjiebaCutter, "jieba": JiebaCutter}


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
        if engine not in _CUTTERS:
            raise InputProblem(f"no engine {engine!r}; there are: {', '.join(_CUTTERS)}")
        self.engine = engine
        self._cutter: Cutter = _CUTTERS[engine](lexicon)
        self._terms = _by_first_character(lexicon.terms)

    def cut(self, text: str) -> list[Word]:
        """Words and punctuation marks of `text` in order; together they cover it."""
        words: list[Word] = []
        at = 0
        for match in GUARD.finditer(text):
            words += self._between(text, at, match.start())
            tag = _GUARDS[int(str(match.lastgroup)[1:])][0]
            words.append(Word(*match.span(), tag))
            at = match.end()
        return words + self._between(text, at, len(text))

    def _between(self, text: str, start: int, end: int) -> list[Word]:
        words: list[Word] = []
        if start == end:
            return words
        make, piece = tuple.__new__, text[start:end]  # half of the time here would go into Word(…)
        if "〇" in piece or "○" in piece:
            piece = piece.translate(_DICTIONARY_FOLD)
        for token, tag in self._cutter.tag(piece):
            behind = start + len(token)
            words.append(make(Word, (start, behind, tag)))
            start = behind
        return words

    def terms(self, text: str, words: list[Word]) -> list[tuple[int, int]]:
        """
        Spans of the policy terms in `text`: leftmost first, the longest at each place, none overlapping.

        A term counts only where it begins and ends at an edge between words: 民生 is not in 人民生活.
        """
        folded = text.translate(_TERM_FOLD)
        ends = {word.end for word in words}
        spans: list[tuple[int, int]] = []
        covered = 0
        for start, _, _ in words:
            if start < covered:
                continue
            for term in self._terms.get(folded[start], ()):
                if start + len(term) in ends and folded.startswith(term, start):
                    covered = start + len(term)
                    spans.append((start, covered))
                    break
        return spans


def _by_first_character(terms: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in sorted((term.translate(_TERM_FOLD) for term in terms), key=len, reverse=True):
        found.setdefault(term[0], []).append(term)
    return found


def tokens(sentences: pd.DataFrame, segmenter: Segmenter) -> pd.DataFrame:
    """
    Words of every sentence in reading order, each with the span of the longest policy term around it.

    `sentences` needs ``sentence_id``, ``start`` and ``text``. Columns as in ``tables.TABLES["tokens"]``;
    offsets are into the document's text, and the tokens of a sentence joined are the sentence.
    """
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    rows = zip(sentences["sentence_id"], sentences["start"], sentences["text"], strict=True)
    return build(
        "tokens", (row for id_, offset, text in rows for row in _sentence(id_, offset, text, segmenter))
    )


def _sentence(id_: str, offset: int, text: str, segmenter: Segmenter) -> Iterator[tuple[object, ...]]:
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
    require(tokens, "tokens")
    table = tokens.copy()
    inside = table["term_start"].notna()
    table.loc[inside, "start"] = table.loc[inside, "term_start"].astype("int64")
    table.loc[inside, "end"] = table.loc[inside, "term_end"].astype("int64")
    table.loc[inside, "tag"] = "term"
    table = table.drop_duplicates(["sentence_id", "start"]).reset_index(drop=True)
    table["token"] = [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]
    table["position"] = table.groupby("sentence_id", sort=False).cumcount() + 1
    return table


def plain_cuts(tokens: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """
    What the dictionary alone would do to the lexicon's words that occur in a document.

    One row per word: ``term``, ``n`` (occurrences) and ``cut``: its parts without the lexicon, joined by
    ' | '; one part where the dictionary has it too. The most frequent first.
    """
    import pandas as pd

    known = {word for word, _, _ in lexicon.words}
    counts = tokens.loc[tokens["token"].isin(known), "token"].value_counts()
    plain = Segmenter(Lexicon())
    rows = [
        (word, int(n), SEPARATOR.join(word[cut.start : cut.end] for cut in plain.cut(word)))
        for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return pd.DataFrame(rows, columns=["term", "n", "cut"]).astype({"term": "str", "cut": "str"})
