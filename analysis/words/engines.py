"""
The two engines that cut text by jieba's dictionary: rjieba (Rust, the default) and jieba (Python, the
reference).

Each holds a dictionary of its own, mended by a lexicon; what one changes no other sees.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from analysis.words.lexicon import Lexicon

Tagged = tuple[str, str]

# A word that its parts outweigh is counted oftener until it wins where it stands alone.
_MOST_FREQUENT = 10**9
# The dictionary writes 零 where documents write 〇; of equal length, so that offsets stay.
DICTIONARY_FOLD = str.maketrans("〇○", "零零")


class Cutter(Protocol):
    """An engine: text without guarded words in, its words out, which joined are the text."""

    def cut(self, text: str) -> list[str]:
        """The words of `text`."""
        ...

    def tag(self, text: str) -> list[Tagged]:
        """The words of `text`, each with its part of speech."""
        ...


class RjiebaCutter:
    """jieba's algorithm in Rust, with a dictionary of its own."""

    def __init__(self, lexicon: Lexicon) -> None:
        import rjieba

        self._jieba = rjieba.Jieba()
        for word in lexicon.phrases:
            self._jieba.add_word(word, 0, "x")  # a word of frequency 0 is no word
        for word, frequency, tag in lexicon.words:
            folded = word.translate(DICTIONARY_FOLD)
            self._jieba.add_word(folded, frequency, tag)
            while self.cut(folded) != [folded] and (frequency := 10 * frequency) < _MOST_FREQUENT:
                self._jieba.add_word(folded, frequency, tag)

    def cut(self, text: str) -> list[str]:
        """The words of `text`."""
        return self._jieba.cut(text, hmm=False)

    def tag(self, text: str) -> list[Tagged]:
        """The words of `text`; tags come from the dictionary."""
        return list(self._jieba.tag(text, hmm=False))


def _jieba() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes in its sources
        import jieba
    jieba.setLogLevel(60)
    return jieba


@cache
def _dictionary() -> tuple[Mapping[str, int], int, Mapping[str, str]]:
    """
    Frequencies, their sum and tags of jieba's dictionary, read once; every tokenizer gets a copy.

    Read here, since jieba would load a cache from the shared temporary folder, where anyone may have planted
    it.
    """
    tokenizer = _jieba().Tokenizer()
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    with tokenizer.get_dict_file() as file:
        tags = {word: tag for word, _, tag in (line.decode("utf-8").split() for line in file)}
    return frequencies, total, tags


class JiebaCutter:
    """The reference: jieba itself, as a private tokenizer that shares no cache and no global state."""

    def __init__(self, lexicon: Lexicon, *, hmm: bool = False) -> None:
        jieba = _jieba()
        self._hmm = hmm
        self._tokenizer = jieba.Tokenizer()
        frequencies, self._tokenizer.total, tags = _dictionary()
        self._tokenizer.FREQ, self._tags = dict(frequencies), dict(tags)
        self._tokenizer.initialized = True
        for word in lexicon.phrases:
            # add_word(word, 0) would also write into a list that all tokenizers share.
            self._tokenizer.FREQ[word] = 0
        for word, frequency, tag in lexicon.words:
            folded = word.translate(DICTIONARY_FOLD)
            self._tokenizer.add_word(folded, frequency)
            while self.cut(folded) != [folded] and (frequency := 10 * frequency) < _MOST_FREQUENT:
                self._tokenizer.add_word(folded, frequency)
            self._tags.setdefault(folded, tag)

    def cut(self, text: str) -> list[str]:
        """The words of `text`."""
        return self._tokenizer.lcut(text, HMM=self._hmm)  # type: ignore[no-any-return]

    def tag(self, text: str) -> list[Tagged]:
        """The words of `text`; tags come from the dictionary."""
        return [(word, self._tags.get(word, "x")) for word in self.cut(text)]


ENGINES: dict[str, type[RjiebaCutter] | type[JiebaCutter]] = {"rjieba": RjiebaCutter, "jieba": JiebaCutter}
