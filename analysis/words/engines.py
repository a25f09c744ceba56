"""
The two engines that cut text by jieba's dictionary: rjieba (Rust, the default) and jieba (Python, the
reference).

Each holds a dictionary of its own, mended by a lexicon; nothing is shared between two of them.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

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


class JiebaCutter:
    """The reference: jieba itself, as a private tokenizer that shares no cache and no global state."""

    def __init__(self, lexicon: Lexicon, *, hmm: bool = False) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes in its sources
            import jieba
        jieba.setLogLevel(60)
        self._hmm = hmm
        self._tokenizer = jieba.Tokenizer()
        # jieba would load a cache from the shared temporary folder, where anyone may have planted it.
        with tempfile.TemporaryDirectory() as private:
            self._tokenizer.tmp_dir = private
            self._tokenizer.initialize()
        self._tags = dict(self._dictionary_tags())
        for word in lexicon.phrases:
            # add_word(word, 0) would also write into a list that all tokenizers share.
            self._tokenizer.FREQ[word] = 0
        for word, frequency, tag in lexicon.words:
            folded = word.translate(DICTIONARY_FOLD)
            self._tokenizer.add_word(folded, frequency)
            while self.cut(folded) != [folded] and (frequency := 10 * frequency) < _MOST_FREQUENT:
                self._tokenizer.add_word(folded, frequency)
            self._tags.setdefault(folded, tag)

    def _dictionary_tags(self) -> Iterator[Tagged]:
        with self._tokenizer.get_dict_file() as file:
            for line in file:
                word, _, tag = line.decode("utf-8").split()
                yield word, tag

    def cut(self, text: str) -> list[str]:
        """The words of `text`."""
        return self._tokenizer.lcut(text, HMM=self._hmm)  # type: ignore[no-any-return]

    def tag(self, text: str) -> list[Tagged]:
        """The words of `text`; tags come from the dictionary."""
        return [(word, self._tags.get(word, "x")) for word in self.cut(text)]


ENGINES: dict[str, type[RjiebaCutter] | type[JiebaCutter]] = {"rjieba": RjiebaCutter, "jieba": JiebaCutter}
