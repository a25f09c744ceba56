"""Strings of whole words, or within one word."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.measures.strings import cut_strings, string_counts
from analysis.study import Study


def tables(*words: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Words and the one sentence of them, which begins at place 10 of a text."""
    ends = pd.Series(list(map(len, words)), dtype="int64").cumsum() + 10
    tokens = pd.DataFrame({"sentence_id": "1.1.1", "start": ends.shift(fill_value=10), "end": ends})
    sentence = {"sentence_id": ["1.1.1"], "start": [10], "end": [10 + len("".join(words))]}
    return tokens, pd.DataFrame(sentence | {"text": ["".join(words)]})


@pytest.mark.parametrize(
    ("words", "string", "n"),
    [
        (["改善", "民生", "。"], "民生", 1),
        (["人民", "生活"], "民生", 0),  # a part of one word and a part of the next
        (["民生", "民生", "人民", "生活"], "民生", 2),
        (["虹桥机场", "在", "虹桥"], "虹桥", 2),  # within a word, and a word
        (["数字", "化", "了"], "数字化", 1),  # of two whole words
        (["大", "数字", "化工"], "数字化", 0),
        (["民生"], "", 0),
        (["民.", "生"], "民.", 1),
    ],
)
def test_by_hand(words: list[str], string: str, n: int):
    counts = string_counts(string, *tables(*words))
    assert counts.to_dict() == ({"1.1.1": n} if n else {})


@pytest.mark.parametrize(
    ("words", "string", "found"),
    [
        (["人民", "生活"], "民生", ["人民生活"]),
        (["国民", "生产", "总值", "、", "居民", "生活"], "民生", ["国民生产", "居民生活"]),
        (["大", "数字", "化工"], "数字化", ["数字化工"]),  # the word before is no part of it
        (["改善", "民生", "。"], "民生", []),
        (["虹桥机场"], "虹桥", []),
        (["民生"], "", []),
    ],
)
def test_what_is_cut_by_a_border_is_told_with_its_words(words: list[str], string: str, found: list[str]):
    cut = cut_strings(string, *tables(*words))
    assert cut["words"].tolist() == found and set(cut["sentence_id"]) <= {"1.1.1"}


@given(
    st.lists(st.text("甲乙", min_size=1, max_size=3), min_size=1, max_size=8),
    st.text("甲乙", min_size=1, max_size=3),
)
def test_none_but_those_of_whole_words_or_within_one(words: list[str], string: str):
    """Beside a count that looks at each word: whole runs of words, and places within single ones."""
    text, places, at = "".join(words), set(), 0
    spans = []
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word)
    for start in range(len(text)):
        end = start + len(string)
        whole = any(a == start for a, _ in spans) and any(b == end for _, b in spans)
        within = any(a <= start and end <= b for a, b in spans)
        if text.startswith(string, start) and (whole or within):
            places.add(start)
    assume(len(re.findall(f"(?={string})", text)) == text.count(string))  # none over another
    assert string_counts(string, *tables(*words)).sum() == len(places)
    cut = cut_strings(string, *tables(*words))
    assert len(cut) == text.count(string) - len(places)  # together they are all there are
    assert all(string in one and one in text for one in cut["words"])


def test_the_proposal(study: Study):
    """民生 eight times, three after article 2, all in the lead of chapter 8; 虹桥 never after article 18."""
    livelihood, hub = study.string_counts("民生"), study.string_counts("虹桥")
    assert (livelihood.sum(), livelihood["c8.1.1"], livelihood.index[-1]) == (8, 3, "c8.1.1")
    assert (hub.sum(), len(hub), hub.index[-1]) == (18, 15, "18.1.4")
    assert study.cut_strings("民生")["words"].tolist() == ["人民生活"] and study.cut_strings("虹桥").empty
