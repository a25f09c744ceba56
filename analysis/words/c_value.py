"""Candidates by their C-value: nominal sequences of words that stand often and for themselves."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

    from analysis.words.lexicon import Lexicon

MOST_WORDS, MOST_CHARACTERS = 6, 16
# A sequence must be this likely given its rarer part, at every place where it could be parted.
COHESION = 0.25
# As often as this, the next word must not be a noun that the sequence belongs to.
FREEDOM = 0.4
_HELD = re.compile(r"[\u4e00-\u9fd5〇A-Za-z0-9]+")
_INSIDE = re.compile(r"n|vn|a|b|j|l|eng|s|v|i|f|z|term")
_FIRST = re.compile(r"n|vn|a|b|j|l|eng|s|i|term")
_LAST = re.compile(r"n|vn|j|eng|l|s|i|term")
Gram = tuple[str, ...]


class Candidate(NamedTuple):
    """A term that may be worth an entry."""

    term: str
    source: str
    score: float


def by_sentence(units: pd.DataFrame) -> list[list[tuple[str, str]]]:
    """The words of each sentence with their tags, in reading order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for id_, token, tag in zip(units["sentence_id"], units["token"], units["tag"], strict=True):
        found.setdefault(id_, []).append((token, tag))
    return list(found.values())


def ranked(scores: Mapping[str, float]) -> list[tuple[str, float]]:
    """By score, ties in the order of the characters, so that the order never depends on anything else."""
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def c_values(
    words: Iterable[list[tuple[str, str]]], lexicon: Lexicon, *, minimum: int = 3
) -> list[Candidate]:
    """
    Word sequences by C-value: of nouns and what stands before nouns, that hold together and stand free.

    `words` are the (word, tag) pairs of each sentence.
    """
    counts: Counter[Gram] = Counter()
    bound_left: Counter[Gram] = Counter()
    bound_right: Counter[Gram] = Counter()
    tags: dict[str, str] = {}
    for sentence in words:
        tags.update(sentence)
        for before, gram, behind in grams(sentence, lexicon.stop_words):
            counts[gram] += 1
            bound_left[gram] += _modifies(before, tags, lexicon.generic)
            bound_right[gram] += _is_modified(behind, tags, lexicon.generic)
    candidates = {
        gram: n
        for gram, n in counts.items()
        if n >= minimum
        and len(gram) > 1
        and _is_nominal(gram, tags, lexicon.generic)
        and cohesion(gram, counts) >= COHESION
        and max(bound_left[gram], bound_right[gram]) <= (1 - FREEDOM) * n
    }
    longer: dict[Gram, list[int]] = defaultdict(list)
    for gram, n in candidates.items():
        for part in _parts(gram):
            longer[part].append(n)
    scores = {
        "".join(gram): math.log2(len(gram) + 1) * (n - _mean(longer.get(gram, [])))
        for gram, n in candidates.items()
    }
    return [Candidate(term, "c_value", round(score, 2)) for term, score in ranked(scores) if score >= minimum]


def _mean(values: list[int]) -> float:
    return sum(values) / len(values) if values else 0.0


def _modifies(word: str, tags: Mapping[str, str], generic: Mapping[str, str]) -> bool:
    """Whether a word in front of a sequence belongs to it: 养老 before 保险制度, but not 推进."""
    return (
        _HELD.fullmatch(word) is not None
        and re.match(r"n|a|b|j|term|m|q", tags[word]) is not None
        and generic.get(word) not in ("first", "both")
    )


def _is_modified(word: str, tags: Mapping[str, str], generic: Mapping[str, str]) -> bool:
    """Whether a word behind a sequence belongs to it: 试验区 behind 自由贸易, but not 水平."""
    return (
        _HELD.fullmatch(word) is not None
        and re.match(r"n|vn|term", tags[word]) is not None
        and generic.get(word) not in ("last", "both")
    )


def grams(sentence: list[tuple[str, str]], stop_words: frozenset[str]) -> Iterator[tuple[str, Gram, str]]:
    """Every sequence of words without punctuation or stop words, with the words before and behind it."""
    texts = [word for word, _ in sentence]
    content = [_HELD.fullmatch(word) is not None and word not in stop_words for word in texts]
    for start in range(len(texts)):
        for end in range(start + 1, min(start + MOST_WORDS, len(texts)) + 1):
            if not content[end - 1]:
                break
            before = texts[start - 1] if start else ""
            yield before, tuple(texts[start:end]), texts[end] if end < len(texts) else ""


def _is_nominal(gram: Gram, tags: Mapping[str, str], generic: Mapping[str, str]) -> bool:
    """Whether a sequence has the shape of a term: begins, goes on and ends as Chinese noun phrases do."""
    kinds = [tags[word] for word in gram]
    return (
        len("".join(gram)) <= MOST_CHARACTERS
        and len(set(gram)) == len(gram)
        and len(gram[-1]) > 1
        and (len(gram[0]) > 1 or gram[0] in "大中小副")
        and _FIRST.match(kinds[0]) is not None
        and _LAST.match(kinds[-1]) is not None
        and all(_INSIDE.match(kind) for kind in kinds)
        and generic.get(gram[0]) not in ("first", "both")
        and generic.get(gram[-1]) not in ("last", "both")
        and not any(generic.get(word) in ("first", "both") and tags[word] == "v" for word in gram[1:-1])
    )


def cohesion(gram: Gram, counts: Mapping[Gram, int]) -> float:
    """How surely either part calls for the other, at the weakest place."""
    n = counts[gram]
    return min(max(n / counts[gram[:at]], n / counts[gram[at:]]) for at in range(1, len(gram)))


def _parts(gram: Gram) -> Iterator[Gram]:
    """The shorter sequences of two words and more in a sequence."""
    for start in range(len(gram)):
        for end in range(start + 2, len(gram) + 1):
            if end - start < len(gram):
                yield gram[start:end]
