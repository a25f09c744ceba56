"""Counts and rates by hand, totals before stop words, tf-idf against its formula."""

from __future__ import annotations

import math
import random
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.frequency import count_terms, terms_containing
from analysis.measures.ngrams import n_grams
from analysis.measures.sensitivity import sensitivity
from analysis.measures.tf_idf import tf_idf
from analysis.reading import read_text, sentences
from analysis.setup import Setup
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from analysis.words.kinds import is_word
from analysis.words.lexicon import Lexicon
from analysis.words.segmentation import Segmenter, tokens, whole_terms
from tests.conftest import plain_segmenter, study_of, tables_of

# Words: 开篇 | 改善 民生 民生 发展 | 经济 发展 | 教育 (8 words; chapters 1, 1, 2; articles 1, 2, 3).
TOY = """开篇。
一、民生
1.民生。
改善民生,民生发展!
2.经济。
经济发展。
二、教育
3.教育。
教育。"""

Counts = dict[tuple[str, str], tuple[int, float]]


@pytest.fixture(scope="module")
def toy() -> tuple[pd.DataFrame, pd.DataFrame]:
    return tables_of(TOY)


def as_dict(table: pd.DataFrame) -> Counts:
    return {(row.group, row.term): (row.n, row.rate) for row in table.itertuples()}


def test_counts_and_rates_of_a_document_by_hand(toy):
    table = count_terms(toy[1], toy[0], document_id="toy")
    assert table.columns.tolist() == TABLES["terms"].names[:-1]  # the sentences are added by a study
    assert as_dict(table) == {
        ("toy", "发展"): (2, 250.0),
        ("toy", "民生"): (2, 250.0),
        ("toy", "开篇"): (1, 125.0),
        ("toy", "改善"): (1, 125.0),
        ("toy", "教育"): (1, 125.0),
        ("toy", "经济"): (1, 125.0),
    }


def test_counts_by_chapter_by_hand(toy):
    assert as_dict(count_terms(toy[1], toy[0], by="chapter")) == {
        ("0", "开篇"): (1, 1000.0),
        ("1", "发展"): (2, pytest.approx(2000 / 6)),
        ("1", "民生"): (2, pytest.approx(2000 / 6)),
        ("1", "改善"): (1, pytest.approx(1000 / 6)),
        ("1", "经济"): (1, pytest.approx(1000 / 6)),
        ("2", "教育"): (1, 1000.0),
    }


def test_counts_by_article_by_hand(toy):
    table = count_terms(toy[1], toy[0], by="article")
    assert table.groupby("group")["n"].sum().to_dict() == {"0": 1, "1": 4, "2": 2, "3": 1}
    assert as_dict(table)["1", "民生"] == (2, 500.0)
    assert as_dict(table)["2", "发展"] == (1, 500.0)


def test_stop_words_leave_the_rows_but_not_the_totals(toy):
    every, fewer = count_terms(toy[1], toy[0]), count_terms(toy[1], toy[0], stop_words={"发展", "改善"})
    assert set(every["term"]) - set(fewer["term"]) == {"发展", "改善"}
    kept = every[~every["term"].isin(["发展", "改善"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(fewer, kept)


def test_all_stop_words_leave_an_empty_table_with_its_columns(toy):
    table = count_terms(toy[1], toy[0], stop_words=set(toy[1]["token"]))
    assert table.empty
    full = count_terms(toy[1], toy[0]).dtypes.to_dict()
    assert table.drop(columns="sentence_ids").dtypes.to_dict() == full


def test_punctuation_is_no_word_and_numbers_are():
    values = pd.Series(["，", ",", "——", "…", "“", "+", " ", "%", "99.3%", "5G", "〇", "二〇三五年", "的"])
    assert values[is_word(values)].tolist() == ["99.3%", "5G", "〇", "二〇三五年", "的"]


def test_headings_do_not_count(toy):
    assert "民生" in TOY.split("\n")[1]
    with_headings = sentences(read_text(TOY, id="toy"), headings=True)
    headed = tokens(with_headings, plain_segmenter())
    assert len(headed) > len(toy[1])
    pd.testing.assert_frame_equal(count_terms(headed, with_headings), count_terms(toy[1], toy[0]))


def test_an_unknown_grouping_is_refused(toy):
    with pytest.raises(
        InputProblem, match=r"cannot be grouped by 'page'; choose document or a column .*: sentence_id, kind"
    ):
        count_terms(toy[1], toy[0], by="page")


def test_tables_of_another_shape_are_refused(toy):
    with pytest.raises(InputProblem, match=r"needs the column\(s\) token"):
        count_terms(toy[0], toy[0])
    with pytest.raises(InputProblem, match="a sentences table needs"):
        count_terms(toy[1], toy[1])


# --- invariants ------------------------------------------------------------------------------------------

WORDS = st.sampled_from(["民生", "经济", "教育", "发展", ",", "。", "99.3%"])
PLACES = st.tuples(st.integers(0, 3), st.lists(WORDS, max_size=8))


@given(st.lists(PLACES, min_size=1, max_size=8), st.sets(WORDS, max_size=2))
def test_counts_equal_a_counter(places: list[tuple[int, list[str]]], stops: set[str]):
    rows = [("body", chapter, 0, 1, 0, 1, "x") for chapter, _ in places]
    ids = [f"s{number}" for number in range(len(places))]
    table = build("sentences", [(id_, *row) for id_, row in zip(ids, rows, strict=True)])
    said = [(id_, word) for id_, (_, ws) in zip(ids, places, strict=True) for word in ws]
    words = [(id_, at, 0, 1, word, "n", None, None) for at, (id_, word) in enumerate(said)]
    expected: dict[str, Counter] = {}
    for chapter, ws in places:
        expected.setdefault(str(chapter), Counter()).update(word for word in ws if word not in {",", "。"})
    counted = count_terms(build("tokens", words), table, by="chapter", stop_words=stops)
    assert as_dict(counted) == {
        (chapter, word): (n, pytest.approx(1000 * n / counter.total()))
        for chapter, counter in expected.items()
        for word, n in counter.items()
        if word not in stops
    }


@pytest.mark.parametrize("granularity", ["word", "term"])
@pytest.mark.parametrize("by", ["chapter", "article"])
def test_group_totals_add_up_to_the_document_s(study: Study, by, granularity):
    document = study.terms(granularity=granularity, stop_words=True)
    grouped = study.terms(by, granularity=granularity, stop_words=True)
    assert grouped.groupby("term")["n"].sum().to_dict() == dict(
        zip(document["term"], document["n"], strict=True)
    )
    assert document["rate"].sum() == pytest.approx(1000)
    assert all(rate == pytest.approx(1000) for rate in grouped.groupby("group")["rate"].sum())


def test_order_is_by_group_then_count_then_code_point(study: Study):
    table = study.terms("chapter")
    keys = [(int(row.group), -row.n, row.term) for row in table.itertuples()]
    assert keys == sorted(keys)


def test_order_does_not_depend_on_the_order_of_rows(study: Study):
    for by in ("document", "article"):
        shuffled = study.tokens.sample(frac=1, random_state=1)
        pd.testing.assert_frame_equal(
            count_terms(shuffled, study.sentences.iloc[::-1], by=by),
            count_terms(study.tokens, study.sentences, by=by),
        )


def test_granularity_decides_what_a_term_is():
    segmenter = Segmenter(Lexicon(terms={"数字经济": "concept"}))
    text = "数字经济发展。"
    table, words = tables_of(text, segmenter)
    whole = whole_terms(words, text)
    assert as_dict(count_terms(words, table)) == {
        ("document", term): (1, pytest.approx(1000 / 3)) for term in ("数字", "经济", "发展")
    }
    assert as_dict(count_terms(whole, table)) == {
        ("document", term): (1, 500.0) for term in ("数字经济", "发展")
    }


def test_study_refuses_an_unknown_granularity(study: Study):
    with pytest.raises(InputProblem, match="granularity must be word or term; 'char' came"):
        study.terms(granularity="char")  # type: ignore[arg-type]


# --- the proposal ----------------------------------------------------------------------------------------

# Words that no longer word of the text contains, so that counting substrings is safe.
SAFE = ["一网通办", "数字化", "高质量", "长三角", "养老", "就业", "推动", "RCEP", "二〇三五年", "愚园路"]


@pytest.mark.parametrize("word", SAFE)
def test_counts_on_the_proposal_equal_a_count_of_the_string(study: Study, word: str):
    counts = study.terms(stop_words=True).set_index("term")["n"]
    n = "".join(study.sentences["text"]).count(word)
    assert n > 0
    assert counts[word] == n


def test_fingerprint_of_the_proposal(study: Study):
    counts = study.terms(stop_words=True).set_index("term")
    total = int(is_word(study.tokens["token"]).sum())
    assert counts["n"].sum() == total
    # 民生 stands nine times as a string, once of these only inside 人民生活.
    body = "".join(study.sentences["text"])
    assert (body.count("民生"), body.count("人民生活")) == (9, 1)
    assert counts.loc["民生", "n"] == 8
    assert counts.loc["民生", "rate"] == pytest.approx(8000 / total)
    assert not set(study.terms()["term"]) & study.lexicon.stop_words
    assert "的" in counts.index


def test_policy_terms_are_the_lexicon_s(study: Study):
    table = study.policy_terms()
    assert set(table["term"]) <= set(study.lexicon.terms)
    counts = table.set_index("term")["n"]
    assert counts["数字长宁"] == "".join(study.sentences["text"]).count("数字长宁")
    everything = study.terms(granularity="term").set_index(["group", "term"])
    for row in table.itertuples():
        assert everything.loc[(row.group, row.term), "rate"] == row.rate


# --- terms inside longer terms ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def nesting() -> Study:
    """推动高质量发展 holds 高质量发展, which holds 高质量 and 发展; 发展民生 lies across its edge."""
    text = "一、目标\n1.总体\n推动高质量发展民生。高质量发展，发展。\n2.任务\n推动高质量发展。\n"
    terms = ("推动高质量发展", "高质量发展", "发展民生")
    lexicon = Lexicon(terms=dict.fromkeys(terms, "phrase"))
    return Study(read_text(text, id="toy"), Setup(lexicon=lexicon))


def test_whole_terms_are_counted_without_and_with_those_inside_longer_ones(nesting: Study):
    def counts(**options: bool) -> dict[str, int]:
        table = nesting.terms(granularity="term", **options)
        return {term: n for term, n in zip(table["term"], table["n"], strict=True) if n}

    assert counts() == {"推动高质量发展": 2, "高质量发展": 1, "发展": 1, "民生": 1}
    inside = counts(nested=True)
    assert inside == {
        **{"推动高质量发展": 2, "高质量发展": 3, "发展民生": 1, "民生": 1},
        **nesting.terms().set_index("term")["n"].loc[["推动", "高质量", "发展"]].to_dict(),
    }


def test_rates_with_nested_terms_are_of_the_same_totals(nesting: Study):
    plain, nested = (nesting.terms("article", granularity="term", nested=one) for one in (False, True))
    both = plain.merge(nested, on=["group", "term"], suffixes=("", "_nested"))
    assert len(both) == len(plain)
    assert (both["rate_nested"] / both["rate"]).tolist() == pytest.approx(
        (both["n_nested"] / both["n"]).tolist()
    )


def test_policy_terms_leave_names_out_where_asked(tmp_path: Path):
    path = tmp_path / "甲省工作报告.txt"
    path.write_text(
        "甲省工作报告\n一、目标\n长江沿线坚持高质量发展，党中央要求高质量发展。\n", encoding="utf-8"
    )
    study = Study.open(path)
    assert set(study.policy_terms()["term"]) == {"长江", "党中央", "高质量发展"}
    assert study.policy_terms(without_names=True)["term"].tolist() == ["高质量发展"]


def test_policy_terms_say_what_they_leave_out(nesting: Study):
    columns = ["term", "n", "nested"]
    assert nesting.policy_terms()[columns].values.tolist() == [["推动高质量发展", 2, 0], ["高质量发展", 1, 2]]
    assert nesting.policy_terms(nested=True)[columns].values.tolist() == [
        ["高质量发展", 3, 2],
        ["推动高质量发展", 2, 0],
        ["发展民生", 1, 1],
    ]


def test_with_nested_a_term_is_counted_wherever_its_words_stand(study: Study):
    """Of words and policy terms: as often as its words follow each other in the text."""
    nested = study.terms(granularity="term", nested=True, stop_words=True).set_index("term")["n"]
    words = study.terms(stop_words=True).set_index("term")["n"]
    assert nested.loc[words.index].tolist() == words.tolist()
    for term in study.policy_terms(nested=True)["term"][::5]:
        assert nested[term] == (study.concordance(term)["cut"] == "words").sum()


def test_words_have_nothing_nested(study: Study):
    with pytest.raises(InputProblem, match="with nested, granularity must be term"):
        study.terms(nested=True)


# --- tf-idf ----------------------------------------------------------------------------------------------


def written_out(counts: pd.DataFrame) -> dict[tuple[str, str], float]:
    """The formula, term by term: rate × ln(groups / groups with the term)."""
    groups = set(counts["group"])
    rate = {(row.group, row.term): row.rate for row in counts.itertuples()}
    return {
        (group, term): value * math.log(len(groups) / sum((other, term) in rate for other in groups))
        for (group, term), value in rate.items()
    }


def test_tf_idf_equals_its_formula(study: Study):
    counts = study.terms("chapter", granularity="term")
    scored = tf_idf(counts)
    assert len(scored) == len(counts)
    assert {(row.group, row.term): row.tf_idf for row in scored.itertuples()} == pytest.approx(
        written_out(counts)
    )


def test_tf_idf_by_hand(toy):
    scored = tf_idf(count_terms(toy[1], toy[0], by="chapter")).set_index(["group", "term"])["tf_idf"]
    assert scored["0", "开篇"] == pytest.approx(1000 * math.log(3))
    assert scored["1", "民生"] == pytest.approx(2000 / 6 * math.log(3))


def test_what_every_group_uses_scores_nothing(study: Study):
    scored = tf_idf(study.terms("chapter", stop_words=True))
    groups = scored["group"].nunique()
    everywhere = scored.groupby("term")["group"].transform("nunique") == groups
    assert everywhere.any() and (scored.loc[everywhere, "tf_idf"] == 0).all()
    assert (scored.loc[~everywhere, "tf_idf"] > 0).all()


def test_tf_idf_keeps_groups_in_order_and_the_highest_first(study: Study):
    scored = tf_idf(study.terms("chapter"))
    keys = [(int(row.group), -row.tf_idf, row.term) for row in scored.itertuples()]
    assert keys == sorted(keys)


def test_tf_idf_does_not_depend_on_the_order_within_groups():
    rows = [("1", "甲", 2, 20.0), ("1", "乙", 2, 20.0), ("1", "丙", 1, 10.0), ("2", "乙", 1, 10.0)]
    expected = tf_idf(build("terms", rows))
    random.Random(0).shuffle(first := rows[:3])
    pd.testing.assert_frame_equal(tf_idf(build("terms", [*first, rows[3]])), expected)


def test_tf_idf_of_one_group_is_refused(toy):
    with pytest.raises(InputProblem, match="compares groups and 1 came; count by chapter or article"):
        tf_idf(count_terms(toy[1], toy[0]))
    with pytest.raises(InputProblem, match="compares groups and 0 came"):
        tf_idf(build("terms", []))


# --- terms that contain a string -------------------------------------------------------------------------


def test_terms_containing_a_string_tell_where_they_stand(study: Study):
    table = study.terms_containing("虹桥")
    assert table["term"].str.contains("虹桥").all()
    assert table["n"].sum() <= "".join(study.sentences["text"]).count("虹桥")
    texts = study.sentences.set_index("sentence_id")["text"]
    for row in table.itertuples():
        assert all(row.term in texts[id_] for id_ in row.sentence_ids.split(" | "))


def test_the_string_is_no_pattern():
    rows = [("1.1.1", 1, 0, 1, "a.c", "n", None, None), ("1.1.1", 2, 1, 2, "abc", "n", None, None)]
    assert terms_containing(build("tokens", rows), "a.c")["term"].tolist() == ["a.c"]
    assert terms_containing(build("tokens", rows), "民生").empty


# --- sensitivity -----------------------------------------------------------------------------------------


def test_sensitivity_by_hand():
    counts = build("terms", [("1", "民生", 3, 30.0), ("2", "民生", 1, 5.0)])
    other = build("terms", [("1", "民生", 5, 50.0), ("1", "发展", 2, 20.0)])
    table = sensitivity(counts, {"jieba": other}, {"1": "民生民生", "2": ""})
    assert table.columns.tolist() == ["group", "term", "n", "rate", "n_low", "n_high", "n_jieba", "n_string"]
    assert table[["n", "n_low", "n_high", "n_jieba", "n_string"]].to_numpy().tolist() == [
        [3, 3, 5, 5, 2],
        [1, 0, 1, 0, 0],
    ]


def test_sensitivity_needs_count_tables():
    counts = build("terms", [("1", "民生", 3, 30.0)])
    with pytest.raises(InputProblem, match="a terms table needs"):
        sensitivity(counts, {"jieba": pd.DataFrame({"term": ["民生"]})})
    with pytest.raises(InputProblem, match="a terms table needs"):
        sensitivity(pd.DataFrame({"term": ["民生"]}), {})


@pytest.mark.parametrize("granularity", ["word", "term"])
def test_sensitivity_of_the_proposal(study: Study, granularity):
    table = study.sensitivity(granularity=granularity)
    counts = study.terms(granularity=granularity)
    pd.testing.assert_frame_equal(table[counts.columns], counts, check_like=True)
    assert (table["n_jieba"] == table["n"]).all()  # both engines cut alike
    assert (table["n_low"] <= table["n"]).all() and (table["n"] <= table["n_high"]).all()
    torn = table.set_index("term").loc["一网通办"]
    assert torn["n_dictionary"] == 0 and torn["n_string"] == sum(
        study.sentences["text"].str.count("一网通办")
    )


def test_sensitivity_by_chapter_counts_the_string_in_the_chapter(study: Study):
    table = study.sensitivity("chapter").set_index(["group", "term"])
    texts = study.sentences[study.sentences["chapter"] == 3]["text"]
    assert table.loc[("3", "数字"), "n_string"] == texts.str.count("数字").sum()


# --- spread and n-grams ----------------------------------------------------------------------------------


def test_spread_counts_every_level(study: Study):
    table = study.spread(granularity="word").set_index("term")
    words = study.tokens[study.tokens["token"] == "数字"].merge(study.sentences, on="sentence_id")
    assert table.loc["数字"].tolist()[:5] == [
        len(words),
        words["sentence_id"].nunique(),
        words["sentence_id"].str.rpartition(".")[0].nunique(),
        words.loc[words["article"] > 0, "article"].nunique(),
        words.loc[words["chapter"] > 0, "chapter"].nunique(),
    ]
    assert (table["n"] >= table["sentences"]).all() and (table["sentences"] >= table["paragraphs"]).all()


@pytest.mark.parametrize("size", [1, 2, 3])
def test_n_grams_equal_a_count_by_hand(study: Study, size: int):
    expected: Counter[str] = Counter()
    different = pd.Series(study.tokens["token"].unique())
    kept = set(different[is_word(different)])
    for _, sentence in study.tokens.groupby("sentence_id"):
        words, run = sentence["token"].tolist(), []
        for word in [*words, "。"]:
            if word in kept:
                run.append(word)
                continue
            expected.update(" ".join(run[at : at + size]) for at in range(len(run) - size + 1))
            run = []
    table = study.ngrams(size=size, minimum=2)
    assert dict(zip(table["term"], table["n"], strict=True)) == {g: n for g, n in expected.items() if n > 1}


def test_n_grams_of_no_size_are_refused(study: Study):
    with pytest.raises(InputProblem, match="size must be 1 or more; 0 came"):
        n_grams(study.tokens, size=0)
    with pytest.raises(InputProblem, match="minimum must be 1 or more; -1 came"):
        n_grams(study.tokens, minimum=-1)


@pytest.mark.parametrize("size", [10**3, 10**6, 10**30])
def test_n_grams_beyond_every_sentence_are_an_empty_table_at_once(
    study: Study, size: int, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    factorize = pd.factorize
    monkeypatch.setattr(pd, "factorize", lambda *a, **k: asked.append(1) or factorize(*a, **k))
    table = n_grams(study.tokens, size=size)
    assert table.empty and table.columns.tolist() == TABLES["ngrams"].names
    assert table.dtypes.equals(build("ngrams", []).dtypes) and len(asked) < 5


def test_long_n_grams_are_counted_no_further_than_they_recur():
    rows = [("1", at, at, at + 1, word, "n", None, None) for at, word in enumerate("甲乙丙丁" * 500)]
    table = n_grams(build("tokens", rows), size=1500, minimum=3)
    assert table.iloc[0][["n", "sentence_ids"]].tolist() == [126, "1"] and len(table) == 4
    assert n_grams(build("tokens", rows), size=1999, minimum=3).empty


def test_terms_by_any_column(study: Study):
    by_kind = count_terms(study.tokens, study.sentences, by="kind")
    assert set(by_kind["group"]) == set(study.sentences["kind"])
    assert by_kind["n"].sum() == count_terms(study.tokens, study.sentences)["n"].sum()
    halves = study.sentences.assign(half=["a"] * 100 + ["b"] * (len(study.sentences) - 100))
    assert count_terms(study.tokens, halves, by="half")["group"].unique().tolist() == ["a", "b"]


def test_counting_in_the_evidence_gives_n(study: Study):
    words = study.tokens[is_word(study.tokens["token"])]
    spread_ = study.spread(granularity="word")
    for row in spread_.sample(40, random_state=4).itertuples():
        inside = words[words["sentence_id"].isin(row.sentence_ids.split(" | "))]
        assert (inside["token"] == row.term).sum() == row.n
    pairs = study.ngrams(size=2, minimum=2)
    for row in pairs.sample(40, random_state=4).itertuples():
        inside = study.tokens[study.tokens["sentence_id"].isin(row.sentence_ids.split(" | "))]
        found = n_grams(inside, size=2, minimum=1).set_index("term")
        assert found.loc[row.term, "n"] == row.n


def test_numbers_of_lists_are_no_words_of_the_document_but_count_in_its_totals():
    text = "1．加强民生保障。\n2．加强民生服务，24小时值守。\n"
    study = study_of(
        f"甲市发展规划\n一、主要任务。做好工作。\n{text}二、保障措施。做好工作。\n{text}三、其他。\n"
    )
    terms, every = study.terms(), study.table("terms", stop_words=True)
    assert not {"1", "2", "24"} & set(terms["term"]) and {"1", "2"} <= set(every["term"])
    rate = dict(zip(every["term"], every["rate"], strict=True))
    assert all(rate[term] == value for term, value in zip(terms["term"], terms["rate"], strict=True))
    assert not {"1", "2", "24"} & set(study.table("dispersion")["term"])
