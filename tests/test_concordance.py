"""Keyword in context: places, context, order, patterns that are none."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.__main__ import main
from analysis.measures.concordance import SECONDS, TokenIndex, concordance
from analysis.measures.nearby import near_words, nothing_found
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
def test_every_string_is_found_as_often_as_it_stands(study: Study, data: st.DataObject):
    text = data.draw(st.sampled_from(study.sentences["text"].tolist()))
    begin = data.draw(st.integers(0, len(text) - 1))
    string = text[begin : begin + data.draw(st.integers(1, 12))]
    if string != "".join(string.split()):
        return
    table = study.concordance(string)
    places = [
        (id_, start + found.start())
        for id_, start, text in study.sentences[["sentence_id", "start", "text"]].itertuples(index=False)
        for found in re.finditer(f"(?={re.escape(string)})", text)
    ]
    assert list(zip(table["sentence_id"], table["start"], strict=True)) == places
    texts = study.sentences.set_index("sentence_id")["text"]
    for row in table.head(5).itertuples():
        assert row.match == string == study.document.text[row.start : row.end]
        assert (row.left + row.match + row.right).replace(" ", "") in texts[row.sentence_id].replace(" ", "")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_word_is_found_as_whole_words_as_often_as_it_stands(study: Study, data: st.DataObject):
    word = data.draw(st.sampled_from(study.tokens["token"].unique().tolist()))
    if not word.strip():
        return
    own = study.tokens[study.tokens["token"] == word]
    table = study.concordance(word).set_index("start")
    assert (table.loc[own["start"], "cut"] == "words").all()
    assert len(study.concordance(re.escape(word), regular=True)) == len(own)
    edges = {*study.tokens["start"]}, {*study.tokens["end"]}
    whole = [
        start in edges[0] and end in edges[1] for start, end in zip(table.index, table["end"], strict=True)
    ]
    assert ((table["cut"] == "words") == whole).all()


# --- strings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("string", ["数字经济", "共同富裕", "高质量发展"])
def test_a_string_of_several_words_is_found(study: Study, string: str):
    table = study.concordance(string)
    assert len(table) == sum(text.count(string) for text in study.sentences["text"]) > 2
    assert len(study.concordance(" ".join(study.segmenter.words(string)))) <= len(table)


def test_a_string_inside_words_shows_their_rest_as_context():
    _, table = tables_of("人民生活改善。")
    (row,) = concordance(table, "民生").itertuples()
    assert (row.left, row.match, row.right, row.cut) == ("人", "民生", "活 改善 。", "inside")
    assert (row.position, row.start, row.end) == (1, 1, 3)
    assert lines(concordance(table, "民生", context=1)) == [("人", "民生", "活")]
    assert lines(concordance(table, "民生", context=0)) == [("", "民生", "")]
    assert lines(concordance(table, "活改", context=2)) == [("人民 生", "活改", "善 。")]


def test_a_string_does_not_run_over_sentences_or_what_was_left_out(tokens: pd.DataFrame):
    assert concordance(tokens, "型推动").empty and concordance(tokens, "。推").empty
    words = tokens[tokens["token"] != "，"]
    assert len(concordance(tokens, "型，改")) == 1 and concordance(words, "型改").empty


def test_strings_that_overlap_are_all_found():
    rows = [("1", 1, 0, 3, "哈哈哈", "x", None, None)]
    assert concordance(build("tokens", rows), "哈哈")["start"].tolist() == [0, 1]


@pytest.mark.parametrize(
    ("pattern", "regular", "said"),
    [
        (
            "数字人民币",
            False,
            "数字人民币 stands nowhere; it would be cut 数字 | 人民币; near: 人民 (32), 数字 (14)",
        ),
        ("数 字 经 济", False, "the words 数 字 经 济 stand nowhere in this order; 数字经济 does, "),
        ("xyz", False, "xyz stands nowhere; it would be cut xyz; near: nothing."),
        ("x.*", True, "no words match x.*; each expression is for one whole word."),
        ("x\x1b[31m", False, "x\\x1b[31m stands nowhere"),
    ],
)
def test_why_nothing_is_found_is_said_in_a_line(study: Study, pattern: str, regular: bool, said: str):
    assert study.concordance(pattern, regular=regular).empty
    assert nothing_found(study, pattern, regular=regular, context=3).startswith(said)


def test_the_command_line_tells_it_and_is_content(capsys: pytest.CaptureFixture[str]):
    assert main(["concordance", "--pattern", "数字人民币"]) == 0
    out, err = capsys.readouterr()
    assert out.strip() == ",".join(TABLES["concordance"].names)
    assert err.startswith("note: ") and "数字人民币 stands nowhere" in err and err.count("\n") == 1


def test_words_near_are_those_that_share_most_characters():
    words = pd.Series(["人民", "人民", "人", "人", "人", "人民币", "字"])
    assert near_words(words, "数字人民币") == {"人民": 2, "人民币": 1}
    assert near_words(words, "书字") == {"字": 1}
    assert near_words(words, "量子") == {} == near_words(words.head(0), "量子")
    assert len(near_words(pd.Series([f"民{at}" for at in range(30)]), "民")) == 5
