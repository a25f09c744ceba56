"""Keyword in context: places, context, order, patterns that are none."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.concordance import SECONDS, TokenIndex, concordance
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from tests.conftest import tables_of

TEXT = "加快数字化转型。推动绿色化转型，改善民生。民生优先。"


@pytest.fixture(scope="module")
def tokens() -> pd.DataFrame:
    return tables_of(TEXT)[1]


def lines(table: pd.DataFrame) -> list[tuple[str, str, str]]:
    return list(zip(table["left"], table["match"], table["right"], strict=True))


def test_a_word_in_its_sentence(tokens: pd.DataFrame):
    table = concordance(tokens, "民生")
    assert table.columns.tolist() == TABLES["concordance"].names
    assert [row[1] for row in lines(table)] == ["民生", "民生"]
    assert lines(table)[1] == ("", "民生", "优先 。")
    assert all(TEXT[row.start : row.end] == row.match for row in table.itertuples())


def test_the_context_is_counted_in_words_and_ends_with_the_sentence(tokens: pd.DataFrame):
    (first, _) = lines(concordance(tokens, "民生", context=1))
    assert first == ("改善", "民生", "。")
    assert lines(concordance(tokens, "民生", context=0)) == [("", "民生", "")] * 2


def test_a_sequence_of_regular_expressions_over_words(tokens: pd.DataFrame):
    found = concordance(tokens, ".*化 转型", regular=True)["match"].tolist()
    assert found == ["数字化转型", "绿色化转型"] or len(found) == 2
    assert concordance(tokens, "民生 优先")["match"].tolist() == ["民生优先"]
    assert concordance(tokens, "民", regular=True).empty  # the whole word, not a part


def test_a_sequence_does_not_run_over_sentences(tokens: pd.DataFrame):
    assert concordance(tokens, "。 民生").empty


@pytest.mark.parametrize("order", ["left", "right", "match", "position"])
def test_orders_hold_the_same_lines(tokens: pd.DataFrame, order):
    table = concordance(tokens, ".*", regular=True, order=order)
    assert sorted(table["start"]) == sorted(concordance(tokens, ".*", regular=True)["start"])
    if order == "right":
        assert table["right"].is_monotonic_increasing
    if order == "left":
        nearest = [left.split(" ")[-1] for left in table["left"]]
        assert nearest == sorted(nearest)


def test_nothing_found_is_an_empty_table(tokens: pd.DataFrame):
    assert concordance(tokens, "量子").columns.tolist() == TABLES["concordance"].names
    assert concordance(tokens, "量子").empty
    assert concordance(tokens.head(0), "民生").empty


@pytest.mark.parametrize(
    ("pattern", "options", "match"),
    [
        ("", {}, "an empty pattern finds everything"),
        ("  ", {}, "an empty pattern finds everything"),
        ("(", {"regular": True}, r"'\(' is no regular expression: missing \)"),
        ("民生", {"order": "pinyin"}, "sorted by position, left, right, match; 'pinyin' came"),
        ("民生", {"context": -1}, "0 or more; -1 came"),
        ("(?P<a>.)(?P<a>", {"regular": True}, "is no regular expression"),
        ("[[a]--[", {"regular": True}, "is no regular expression"),
        (r"\L<x>", {"regular": True}, "is no regular expression"),
        ("(" * 480 + ")" * 480, {"regular": True}, r"\(…' cannot be searched for \(RecursionError\)"),
        ("(" * 5000 + ")" * 5000, {"regular": True}, r"\(…' is too long for a word: it may have 1,000 char"),
        ("a{1000000000}", {"regular": True}, r"'a\{1000000000\}' is too long for a word"),
        ("(?:(?:ab){100}){0, 100}".replace(" ", ""), {"regular": True}, "its repetitions written out"),
        (f"a{{{10**400}}}", {"regular": True}, "its repetitions written out"),
    ],
)
def test_what_is_no_search_is_refused(tokens: pd.DataFrame, pattern: str, options: dict, match: str):
    with pytest.raises(InputProblem, match=match):
        concordance(tokens, pattern, **options)


RUNS_AWAY = "(a|aa)+(a|aa)+(a|aa)+b?c"


def test_a_pattern_that_runs_away_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("analysis.measures.concordance.SECONDS", 0.2)
    _, table = tables_of("编号" + "a" * 60 + "!")
    with pytest.raises(InputProblem, match=r"runs away: the search takes more than 0.2 s"):
        concordance(table, RUNS_AWAY, regular=True)


@pytest.mark.parametrize(("words", "parts"), [(100, 1), (5, 20)])
def test_the_whole_search_has_one_limit(words: int, parts: int, monkeypatch: pytest.MonkeyPatch):
    """However many words and parts take a while, each less than the limit."""
    now = [0.0]
    monkeypatch.setattr("analysis.measures.concordance.time", SimpleNamespace(monotonic=lambda: now[0]))

    class Slow:
        def fullmatch(self, word: str, *, timeout: float) -> bool:
            assert timeout <= SECONDS
            now[0] += 0.3
            return True

    monkeypatch.setattr("regex.compile", lambda _: Slow())
    rows = [("1", at, at, at + 1, f"w{at}", "n", None, None) for at in range(max(words, parts))]
    with pytest.raises(InputProblem, match="the search takes more than 5 s"):
        concordance(build("tokens", rows), " ".join(["."] * parts), regular=True)
    assert now[0] <= SECONDS + 0.3


def test_whatever_the_matcher_raises_is_one_line(monkeypatch: pytest.MonkeyPatch, tokens: pd.DataFrame):
    def fails(_: str) -> None:
        raise MemoryError

    monkeypatch.setattr("regex.compile", fails)
    with pytest.raises(InputProblem, match=r"'民.' cannot be searched for \(MemoryError\)\. Make it simpler"):
        concordance(tokens, "民.", regular=True)


@pytest.mark.parametrize("pattern", ["(?R)", "(?0)", "(a)(?1)", "(?&x)", "(?P>x)", "(?-1)"])
def test_a_pattern_that_calls_itself_is_told(tokens: pd.DataFrame, pattern: str):
    with pytest.raises(InputProblem, match="calls itself"):
        concordance(tokens, pattern, regular=True)


def test_a_context_beyond_the_sentence_is_the_sentence(tokens: pd.DataFrame):
    pd.testing.assert_frame_equal(
        concordance(tokens, "民生", context=10**30), concordance(tokens, "民生", context=10**6)
    )


def test_an_index_gives_what_the_table_gives(tokens: pd.DataFrame):
    index = TokenIndex(tokens)
    for word in ("民生", "转型"):
        pd.testing.assert_frame_equal(concordance(index, word), concordance(tokens, word))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_word_is_found_as_often_as_it_stands(study: Study, data):
    word = data.draw(st.sampled_from(study.tokens["token"].unique().tolist()))
    if not word.strip():
        return
    table = study.concordance(word)
    assert len(table) == (study.tokens["token"] == word).sum()
    assert len(study.concordance(re.escape(word), regular=True)) == len(table)
    texts = study.sentences.set_index("sentence_id")["text"]
    for row in table.head(5).itertuples():
        assert (row.left + row.match + row.right).replace(" ", "") in texts[row.sentence_id].replace(" ", "")
