"""Terms that the lexicon lacks: by hand arithmetic on small texts, and on real documents."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis.study import Study
from analysis.tables import TABLES, InputProblem
from analysis.words.c_value import c_values
from analysis.words.discovery import discover, quoted, shattered, suggested_type
from analysis.words.lexicon import Lexicon, load_lexicon
from analysis.words.segmentation import Segmenter, whole_terms
from tests.conftest import DOCUMENTS, study_of, study_of_document, tables_of

N = "n"


def sentence(text: str, tag: str = N) -> list[tuple[str, str]]:
    """Words parted by spaces, all nouns but those written word/tag."""
    pairs = (word.partition("/") for word in text.split())
    return [(word, own or tag) for word, _, own in pairs]


def terms(candidates: list) -> list[str]:
    return [candidate.term for candidate in candidates]


# --- quoted ----------------------------------------------------------------------------------------------


def test_quoted_strings_by_number():
    texts = ["“三会一课”和《民法典》", "“三会一课”,「厕所革命」", "“这是一句很长很长很长很长很长的话”"]
    assert terms(quoted(texts)) == ["三会一课", "厕所革命", "民法典"]


def test_what_is_no_chinese_is_not_quoted():
    assert quoted(["“ABC”,“2020”"]) == []


# --- C-value ---------------------------------------------------------------------------------------------


def test_c_value_by_hand():
    # 生物 医药 5 times, 3 of them before 产业: C-value = log2(3) × (5 − 3); 生物医药产业: log2(4) × 3.
    words = [sentence("生物 医药 产业 。/x")] * 3 + [sentence("生物 医药 。/x")] * 2
    scores = {one.term: one.score for one in c_values(words, Lexicon(), minimum=2)}
    assert scores == {"生物医药产业": 6.0, "生物医药": round(math.log2(3) * 2, 2)}


def test_a_sequence_that_is_always_followed_by_a_noun_is_no_term():
    words = [sentence("自由 贸易 试验区 。/x")] * 4
    assert terms(c_values(words, Lexicon(), minimum=2)) == ["自由贸易试验区"]


def test_a_sequence_that_is_always_led_by_a_modifier_is_no_term():
    words = [sentence("养老 保险 制度 。/x")] * 3 + [sentence("医疗 保险 制度 。/x")] * 3
    assert "保险制度" not in terms(c_values(words, Lexicon(), minimum=2))


def test_words_that_happen_to_meet_do_not_hold_together():
    words = [sentence("重要 领域 。/x")] * 2 + [sentence("重要 。/x")] * 10 + [sentence("领域 。/x")] * 10
    assert c_values(words, Lexicon(), minimum=2) == []


def test_generic_words_begin_and_end_no_term():
    words = [sentence("加快/vn 绿色 转型 。/x")] * 3 + [sentence("绿色 转型 水平 。/x")] * 3
    generic = {"加快": "first", "水平": "last"}
    assert terms(c_values(words, Lexicon(generic=generic), minimum=3)) == ["绿色转型"]


def test_no_term_runs_over_a_stop_word_or_a_mark():
    words = [sentence("数据 和/c 安全 、/x 网络 。/x")] * 5
    assert c_values(words, Lexicon(stop_words=frozenset(["和"])), minimum=2) == []


def test_the_minimum_is_kept():
    words = [sentence("生物 医药 。/x")] * 3
    assert terms(c_values(words, Lexicon(), minimum=3)) == ["生物医药"]
    assert c_values(words, Lexicon(), minimum=4) == []


# --- shattered -------------------------------------------------------------------------------------------


def test_runs_of_single_characters_that_recur():
    words = [sentence("支持/v 科 创/v 企业")] * 3 + [sentence("科/n 和/c 创/v")]
    assert terms(shattered(words, Lexicon())) == ["科创"]


def test_numbers_and_function_words_are_no_shatters():
    words = [sentence("三/m 个/q 的/u 在/p 企业")] * 5
    assert shattered(words, Lexicon()) == []


# --- the table -------------------------------------------------------------------------------------------

TOY = "落实“三会一课”制度。发展生物医药。壮大生物医药。支持生物医药。推进一网通办。推进“一网通办”。"


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    lexicon = load_lexicon()
    small = Lexicon(
        words=lexicon.words,
        phrases=lexicon.phrases,
        terms={"一网通办": "slogan"},
        stop_words=lexicon.stop_words,
        generic=lexicon.generic,
    )
    segmenter = Segmenter(small)
    sentences, tokens = tables_of(TOY, segmenter)
    return discover(sentences, whole_terms(tokens, TOY), segmenter, small, minimum=3)


def test_candidates_know_their_number_their_cut_and_their_sentences(found: pd.DataFrame):
    assert found.columns.tolist() == TABLES["discover"].names
    rows = found.set_index("term")
    assert set(rows.index) == {"三会一课", "生物医药"}
    assert rows.loc["生物医药", ["n", "source", "cut"]].tolist() == [3, "c_value", "生物 | 医药"]
    assert rows.loc["生物医药", "sentence_ids"].count(" | ") == 2
    assert rows.loc["三会一课", "context"] == "落实“三会一课”制度。"


def test_what_the_lexicon_knows_is_not_suggested(found: pd.DataFrame):
    assert "一网通办" not in found["term"].tolist()


@pytest.mark.parametrize(
    ("term", "type_"),
    [
        ("张江科学城", "place"),
        ("乡村建设行动", "programme"),
        ("政法委员会", "org"),
        ("世界博览会", "event"),
        ("生物医药", "concept"),
    ],
)
def test_the_ending_suggests_a_type(term: str, type_: str):
    assert suggested_type(term) == type_


def test_tables_without_their_columns_are_refused():
    with pytest.raises(InputProblem, match="a sentences table needs"):
        discover(pd.DataFrame(), pd.DataFrame(), Segmenter(Lexicon()), Lexicon())


def test_every_candidate_of_a_real_document_stands_in_its_sentences():
    study = study_of_document("government-work-report-2023.txt")
    table = study.discover()
    texts = study.sentences.set_index("sentence_id")["text"]
    assert len(table) >= 30
    assert table["term"].is_unique
    assert not set(table["term"]) & set(study.lexicon.terms)
    for row in table.itertuples():
        assert sum(texts[id_].count(row.term) for id_ in row.sentence_ids.split(" | ")) == row.n
        assert row.cut.replace(" | ", "") == row.term
        assert row.context == texts[row.sentence_ids.split(" | ")[0]]
    pd.testing.assert_frame_equal(table, Study.open(DOCUMENTS / "government-work-report-2023.txt").discover())


def test_the_three_sources_take_turns():
    table = study_of_document("shanghai-14fyp-outline-2021.txt").discover().head(40)
    assert table["source"].value_counts()[["quoted", "c_value"]].min() >= 8


def test_a_very_long_sentence_is_shown_in_part():
    """A line of a hundred thousand characters would otherwise stand in every row of the table."""
    names = [f"{a}{b}工程" for a in "红橙黄绿青蓝紫" for b in "山水林田湖草沙"]
    text = "一、目标\n" + "，".join(f"推进“{name}”建设和发展" for name in names * 3) + "。"
    table = study_of(text).discover()
    assert len(table) > 20 and table["context"].str.len().max() <= 1002 < len(text)
    assert all(row.term in row.context for row in table.itertuples())


def test_a_number_below_one_is_refused(study: Study):
    with pytest.raises(InputProblem, match="minimum must be 1 or more; 0 came"):
        study.discover(minimum=0)
