"""Words and terms: nothing lost, two engines alike, what must stand whole stands whole, no global state."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.reading import Document
from analysis.study import Study
from analysis.tables import TABLES, InputProblem
from analysis.words.lexicon import Lexicon
from analysis.words.plain_cuts import plain_cuts
from analysis.words.segmentation import _TERM_FOLD, PlainJieba, Segmenter, tokens, whole_terms
from tests.conftest import ROOT, plain_segmenter, shared_setup, tables_of


@pytest.fixture(scope="module")
def rjieba(study: Study) -> Segmenter:
    return study.segmenter


@pytest.fixture(scope="module")
def jieba(study: Study) -> Segmenter:
    return Segmenter(study.lexicon, engine="jieba")


def cut(segmenter: Segmenter, text: str) -> list[str]:
    return [text[word.start : word.end] for word in segmenter.cut(text)]


def found(segmenter: Segmenter, text: str) -> list[str]:
    return [text[start:end] for start, end in segmenter.terms(text, segmenter.cut(text))]


def with_terms(*terms: str) -> Segmenter:
    return Segmenter(Lexicon(terms=dict.fromkeys(terms, "concept")))


# --- the same cuts from both engines ---------------------------------------------------------------------

PIECES = [
    *"的了长宁民生〇○零一二三十百分之第年月日，。、“”—…（）㐂龥鿕𠮷😀é　 \t\n",
    *"aZ09.,;:!?%+-_#&/'’@=（）％．１９Ａｚ",
    *["数字化转型", "一网通办", "人民生活", "智能网联", "虹桥国际开放枢纽", "二〇三五年", "育新人"],
    *["2025年", "11月30日", "24.6万", "99.3%", "三分之一", "2号线", "RCEP", "5G", "C++", "1,000"],
]
WIDTH = str.maketrans("「」○＋１５", "“”〇+15")
MIXED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def test_engines_cut_the_whole_proposal_alike(study: Study, jieba: Segmenter):
    reference = tokens(study.sentences, jieba)
    pd.testing.assert_frame_equal(study.tokens, reference)
    assert len(reference) > 7000


@given(MIXED)
@settings(max_examples=300, deadline=None)
def test_engines_cut_any_mixture_alike(rjieba: Segmenter, jieba: Segmenter, text: str):
    # Of two cuts that are equally probable (零零|零, 零|零零) the engines may take different ones.
    assume(not re.search(r"(.)\1\1", text.translate(str.maketrans("〇○", "零零"))))
    assert rjieba.cut(text) == jieba.cut(text)


@given(st.one_of(MIXED, st.text(max_size=40)))
@settings(max_examples=300, deadline=None)
def test_words_cover_the_text_without_gap_or_overlap(rjieba: Segmenter, text: str):
    words = rjieba.cut(text)
    assert "".join(text[word.start : word.end] for word in words) == text
    assert [word.start for word in words] == [0, *(word.end for word in words)][: len(words)]
    assert all(word.start < word.end and word.tag for word in words)


def test_an_unknown_engine_is_refused():
    with pytest.raises(InputProblem, match="no engine 'thulac'; there are: rjieba, jieba"):
        Segmenter(Lexicon(), engine="thulac")  # type: ignore[arg-type]


# --- what stands whole -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "text", "tag"),
    [
        ("二〇三五年", "展望二〇三五年远景目标", "t"),
        ("二○三五年", "到二○三五年。", "t"),
        ("2025年", "到2025年,城区更美", "t"),
        ("11月", "2020年11月30日", "t"),
        ("30日", "2020年11月30日", "t"),
        ("24.6万", "完成24.6万平方米", "m"),
        ("24．6万", "完成24．6万平方米", "m"),
        ("100,000", "共100,000户", "m"),
        ("99.3%", "满意率99.3%以上", "m"),
        ("１００％", "覆盖率１００％。", "m"),
        ("三分之一", "占全市三分之一。", "m"),
        ("第三", "位居中心城区第三,", "m"),
        ("70", "累计达70家", "m"),
        ("2号线", "沿2号线创新带", "n"),
        ("RCEP", "抓住RCEP机遇", "eng"),
        ("TOD", "建设TOD社区", "eng"),
        ("5G", "推进5G网络", "eng"),
        ("ＡＩ", "发展ＡＩ产业", "eng"),
        ("——", "——城区核心功能", "x"),
    ],
)
@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_numbers_dates_and_latin_words_stand_whole(
    word: str, text: str, tag: str, engine: str, request: pytest.FixtureRequest
):
    segmenter: Segmenter = request.getfixturevalue(engine)
    assert (word, tag) in [(text[w.start : w.end], w.tag) for w in segmenter.cut(text)]


def test_a_month_is_not_cut_out_of_other_words(rjieba: Segmenter):
    assert cut(rjieba, "3月份")[0] == "3月"
    assert "1月" not in cut(rjieba, "每年1月亮")


def test_lexicon_words_stand_whole_and_without_it_they_do_not(rjieba: Segmenter):
    text = "政务服务一网通办"
    assert "一网通办" in cut(rjieba, text)
    assert "一网通办" not in cut(plain_segmenter(), text)


def test_a_word_with_an_ideographic_zero_is_found():
    segmenter = Segmenter(Lexicon(words=(("二〇工程", 5000, "nz"),)))
    assert cut(segmenter, "推进二〇工程建设") == ["推进", "二〇工程", "建设"]
    assert cut(segmenter, "推进二○工程建设") == ["推进", "二○工程", "建设"]


@pytest.mark.slow
def test_a_million_characters_in_one_line(rjieba: Segmenter):
    for unit in ("一", "民生", "1", "A", "、", "\x00", "2025年", " "):
        text = unit * (1_000_000 // len(unit))
        assert sum(map(len, rjieba.words(text))) == len(text)


@pytest.mark.parametrize(
    "text", ["", "Hello, world", "\x00\x01\x1f", "\u200b\ufeff", "𠮷野家😀", "\n\n", "Привет"]
)
@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_text_without_chinese_is_covered_too(text: str, engine: str, request: pytest.FixtureRequest):
    segmenter: Segmenter = request.getfixturevalue(engine)
    assert "".join(segmenter.words(text)) == text
    assert "".join(cut(segmenter, text)) == text


@given(st.one_of(MIXED, st.text(max_size=40)))
@settings(max_examples=300, deadline=None)
def test_words_are_those_of_cut_as_plain_strings(rjieba: Segmenter, text: str):
    assert rjieba.words(text) == cut(rjieba, text)


@given(MIXED)
@settings(max_examples=200, deadline=None)
def test_units_are_words_with_those_of_a_term_together(rjieba: Segmenter, text: str):
    units, spans = rjieba.units(text), set(found(rjieba, text))
    assert "".join(units) == text
    assert set(units) <= {*rjieba.words(text), *spans} and spans <= set(units)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("为主攻方向", "为 主攻 方向"),
        ("打造新高地", "打造 新 高地"),
        ("及其他服务业", "及 其他 服务业"),
        ("智能网联汽车", "智能 网联 汽车"),
        ("群团组织建设", "群团 组织 建设"),
        ("多元化解机制", "多元 化解 机制"),
        ("绿色低碳绿道", "绿色 低碳 绿道"),
        ("提供公共服务", "提供 公共 服务"),
        ("建成五个中心", "建成 五 个 中心"),
        ("新一轮改革", "新 一 轮 改革"),
        ("更好保障", "更 好 保障"),
        ("不少于三项", "不 少于 三 项"),
        ("第四位", "第四 位"),
        ("共同富裕取得实效", "共同 富裕 取得 实效"),
        ("下决心解决问题", "下 决心 解决 问题"),
        ("全国人民代表大会常务委员会", "全国 人民 代表大会 常务 委员会"),
        ("上海市人民政府", "上海市 人民 政府"),
        ("第三方评估", "第三方 评估"),
        ("实事求是、因地制宜", "实事求是 、 因地制宜"),
        ("基础设施和知识产权", "基础设施 和 知识产权"),
        ("稳就业惠民生", "稳 就业 惠 民生"),
        ("生态惠民、提高人民生活、牧民生计", "生态 惠民 、 提高 人民 生活 、 牧民 生计"),
    ],
)
def test_policy_prose_is_cut_as_the_codebook_says(text: str, words: str):
    assert shared_setup().segmenter().words(text) == words.split()


def test_a_phrase_of_the_dictionary_is_taken_out_of_it_by_data():
    text = "改善公共服务"
    for engine in ("rjieba", "jieba"):
        assert Segmenter(Lexicon(), engine=engine).words(text) == ["改善", "公共服务"]
        taken_out = Lexicon(phrases=frozenset(["公共服务"]))
        assert Segmenter(taken_out, engine=engine).words(text) == ["改善", "公共", "服务"]


def test_plain_jieba_is_jieba_as_it_comes(study: Study):
    import jieba

    plain, own = PlainJieba(), jieba.Tokenizer()
    assert [plain.words(text) for text in study.sentences["text"]] == [
        own.lcut(text) for text in study.sentences["text"]
    ]
    joined = tokens(study.sentences, plain)
    assert "".join(joined["token"]) == "".join(study.sentences["text"])
    assert joined["term_start"].isna().all()
    assert plain.units("一网通办") == plain.words("一网通办")


# --- terms -----------------------------------------------------------------------------------------------


def test_a_term_stands_at_edges_of_words_only():
    segmenter = with_terms("民生")
    assert found(segmenter, "改善民生") == ["民生"]
    assert found(segmenter, "人民生活") == []
    assert cut(segmenter, "人民生活") == ["人民", "生活"]


def test_the_longest_term_wins_and_terms_do_not_overlap():
    segmenter = with_terms("数字", "数字经济", "经济", "经济发展")
    assert found(segmenter, "数字经济发展") == ["数字经济"]
    assert found(segmenter, "数字与经济发展") == ["数字", "经济发展"]


def test_a_term_may_hold_punctuation_of_either_width():
    segmenter = with_terms("老、小、旧、远", "人民城市人民建,人民城市为人民", "容缺，容错")
    assert found(segmenter, "“老、小、旧、远”等民生难题") == ["老、小、旧、远"]
    for comma in ",，":
        text = f"落实人民城市人民建{comma}人民城市为人民理念"
        assert found(segmenter, text) == [f"人民城市人民建{comma}人民城市为人民"]
        assert found(segmenter, f"鼓励容缺{comma}容错。") == [f"容缺{comma}容错"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("“三个代表”重要思想", "坚持「三个代表」重要思想"),
        ("二〇三五年远景目标", "展望二○三五年远景目标"),
        ("G60 科创走廊", "建设G60科创走廊"),
        ("G60 科创走廊", "建设G60 科创走廊"),
        ("互联网+政务", "推进互联网＋政务"),
        ("老、小、旧、远", "解决老、小、旧、远难题"),
        ("15分钟生活圈", "建设１５分钟生活圈"),
    ],
)
def test_a_term_may_hold_zeros_quotes_commas_and_spaces(term: str, text: str):
    (place,) = found(with_terms(term), text)
    assert place.replace(" ", "").translate(WIDTH) == term.replace(" ", "").translate(WIDTH)


@given(MIXED)
@settings(max_examples=200, deadline=None)
def test_terms_equal_a_search_by_brute_force(rjieba: Segmenter, study: Study, text: str):
    fold = _TERM_FOLD
    known = {term.translate(fold) for term in study.lexicon.terms}
    words = rjieba.cut(text)
    starts, ends = [word.start for word in words], [word.end for word in words]
    expected: list[tuple[int, int]] = []
    for start in starts:
        if expected and start < expected[-1][1]:
            continue
        fitting = [end for end in ends if end > start and text[start:end].translate(fold) in known]
        if fitting:
            expected.append((start, max(fitting)))
    assert rjieba.terms(text, words) == expected


# --- the token table -------------------------------------------------------------------------------------


def test_tokens_are_slices_of_the_document(study: Study, proposal: Document):
    table = study.tokens
    assert table.columns.tolist() == TABLES["tokens"].names
    assert all(
        proposal.text[start:end] == token
        for start, end, token in zip(table["start"], table["end"], table["token"], strict=True)
    )


def test_tokens_joined_are_the_sentences(study: Study):
    joined = study.tokens.groupby("sentence_id", sort=False)["token"].agg("".join)
    assert joined.index.tolist() == study.sentences["sentence_id"].tolist()
    assert joined.tolist() == study.sentences["text"].tolist()


def test_positions_number_the_words_of_each_sentence(study: Study):
    for _, words in study.tokens.groupby("sentence_id"):
        assert words["position"].tolist() == list(range(1, len(words) + 1))


def test_terms_in_the_table_lie_around_their_words(study: Study, proposal: Document):
    inside = study.tokens.dropna(subset=["term_start", "term_end"])
    assert (inside["term_start"] <= inside["start"]).all() and (inside["end"] <= inside["term_end"]).all()
    spelled = {
        proposal.text[start:end] for start, end in zip(inside["term_start"], inside["term_end"], strict=True)
    }
    assert {"一网通办", "虹桥国际开放枢纽", "老、小、旧、远"} <= spelled
    assert study.tokens["term_start"].isna().equals(study.tokens["term_end"].isna())


def test_whole_terms_put_the_words_of_a_term_together(study: Study, proposal: Document):
    whole = study.whole_terms
    assert "".join(whole["token"]) == "".join(study.sentences["text"])
    assert (whole["tag"] == "term").sum() == len(
        study.tokens.dropna(subset=["term_start"]).drop_duplicates(["sentence_id", "term_start"])
    )
    outside = study.tokens[study.tokens["term_start"].isna()]
    assert whole.loc[whole["tag"] != "term", "token"].tolist() == outside["token"].tolist()
    for _, words in whole.groupby("sentence_id"):
        assert words["position"].tolist() == list(range(1, len(words) + 1))
    pd.testing.assert_frame_equal(whole_terms(whole, proposal.text), whole)


def test_whole_terms_leaves_its_input_alone():
    text = "加快数字经济发展。"
    segmenter = with_terms("数字经济")
    _, table = tables_of(text, segmenter)
    before = table.copy()
    assert whole_terms(table, text)["token"].tolist() == ["加快", "数字经济", "发展", "。"]
    pd.testing.assert_frame_equal(table, before)


def test_tables_without_the_columns_are_refused():
    with pytest.raises(InputProblem, match=r"needs the column\(s\) start, text; came: sentence_id"):
        tokens(pd.DataFrame({"sentence_id": ["1.1.1"]}), plain_segmenter())
    with pytest.raises(InputProblem, match="a tokens table needs"):
        whole_terms(pd.DataFrame({"token": ["民生"]}), "民生")


def test_plain_cuts_show_what_the_lexicon_mends(study: Study):
    table = plain_cuts(study.tokens, study.lexicon).set_index("term")
    assert table["n"].is_monotonic_decreasing
    assert table.loc["一网通办", "n"] == sum(study.sentences["text"].str.count("一网通办"))
    assert " | " in table.loc["一网通办", "cut"]
    assert all(cut.replace(" | ", "") == term for term, cut in table["cut"].items())


# --- no global state -------------------------------------------------------------------------------------

SMALL = {
    "whole": (Lexicon(words=(("善民生", 900_000, "nz"),)), ["改", "善民生"]),
    "plain": (Lexicon(), ["改善", "民生"]),
}


@pytest.mark.parametrize(
    ("engine", "order"),
    [("rjieba", ("whole", "plain")), ("rjieba", ("plain", "whole")), ("jieba", ("whole", "plain"))],
)
def test_segmenters_with_different_lexicons_live_side_by_side(engine, order: tuple[str, str]):
    made = {name: Segmenter(SMALL[name][0], engine=engine) for name in order}
    for name in (*order, *order):
        assert cut(made[name], "改善民生") == SMALL[name][1]


def test_threads_with_a_segmenter_each_do_not_disturb_one_another(study: Study):
    sentences = study.sentences["text"].tolist()[:60]
    lexicons = [study.lexicon, Lexicon(), SMALL["whole"][0], study.lexicon]

    def work(lexicon: Lexicon) -> list[list[str]]:
        segmenter = Segmenter(lexicon)
        return [cut(segmenter, text) for _ in range(3) for text in sentences]

    expected = [work(lexicon) for lexicon in lexicons]

    with ThreadPoolExecutor(len(lexicons)) as pool:
        assert list(pool.map(work, lexicons)) == expected
    assert expected[0] != expected[1]


def _in_a_process(name: str) -> list[str]:
    return Segmenter(SMALL[name][0]).words("改善民生")


@pytest.mark.slow
def test_processes_with_a_segmenter_each_do_not_disturb_one_another():
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(_in_a_process, ["whole", "plain", "whole"])) == [
            SMALL[name][1] for name in ("whole", "plain", "whole")
        ]


def test_jieba_s_own_tokenizer_and_the_shared_folder_stay_untouched(tmp_path: Path):
    script = (
        "import sys, warnings; warnings.simplefilter('ignore')\n"
        "from analysis.words.segmentation import Segmenter\n"
        "from analysis.words.lexicon import Lexicon\n"
        "small = Lexicon(words=(('一网通办', 3000, 'nz'),), phrases=frozenset(['公共服务']))\n"
        "Segmenter(small, engine='jieba').cut('一网通办公共服务')\n"
        "import jieba, jieba.finalseg\n"
        "assert not jieba.finalseg.Force_Split_Words\n"
        "print(jieba.dt.initialized, len(jieba.dt.FREQ), len(jieba.dt.user_word_tag_tab))"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["False", "0", "0"]
    assert ran.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_a_planted_cache_does_not_change_the_cuts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import jieba

    planted = tmp_path / "jieba.cache"
    planted.write_bytes(marshal.dumps(({"善民生": 10**9, "善民": 0, "改": 1, "善": 1}, 10**9 + 2)))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    fooled = jieba.Tokenizer()
    fooled.initialize()
    assert fooled.lcut("改善民生", HMM=False) == ["改", "善民生"]  # the plant works on jieba itself
    before = planted.read_bytes()
    assert cut(Segmenter(Lexicon(), engine="jieba"), "改善民生") == ["改善", "民生"]
    assert planted.read_bytes() == before
    assert list(tmp_path.iterdir()) == [planted]
