"""Every sentence about a table: its numbers in both languages, one and many, the evidence, and nothing to tell."""

from __future__ import annotations

import inspect
from pathlib import Path

import pandas as pd
import pytest

from analysis.judgements.themes import Group, Theme
from analysis.showing import findings
from analysis.showing.exhibits import Finding, Findings
from analysis.showing.wording import counted, listed
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import folded, says, states

# --- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "n, text",
    [(0, "0 words"), (1, "1 word"), (2, "2 words"), (999, "999 words"), (1234567, "1,234,567 words")],
)
def test_a_number_with_its_noun(n: int, text: str):
    assert counted(n, "word") == text


@pytest.mark.parametrize("n, text", [(0, "0 analyses"), (1, "1 analysis"), (2, "2 analyses")])
def test_an_irregular_plural(n: int, text: str):
    assert counted(n, "analysis", "analyses") == text


@pytest.mark.parametrize(
    "parts, text", [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list(parts: list[str], text: str):
    assert listed(parts) == text


def test_quotes_inside_quotes_become_single():
    assert findings.quoted("建设“两高”城区") == "“建设‘两高’城区”"


# --- the document ----------------------------------------------------------------------------------------


def test_the_document_and_its_size():
    found = findings.document(toys.document(), toys.sentences())
    size_en = ("3 chapters", "4 articles", "5 paragraphs", "6 sentences", "50 characters")
    assert states(
        found,
        ("“关于民生的意见”", "Issued by 某委员会", "Adopted on 2025-11-25", *size_en),
        (
            *("《关于民生的意见》", "制定机关:某委员会", "通过日期:2025-11-25"),
            *("3章", "4条", "5段", "6句", "50字"),
        ),
    )


def test_one_is_singular_and_what_is_not_there_is_not_named():
    sentences = toys.sentences_of(1)
    found = findings.document(toys.bare(), sentences)
    assert states(found, ("does not say when it was adopted", "1 sentence", "1 character"), ("1句", "1字"))
    for absent in ("chapter", "article", "paragraph", "Issued"):
        assert absent not in found.en
    assert "制定机关" not in found.zh and "未载明通过日期" in found.zh


def test_a_document_without_a_sentence_has_nothing():
    found = findings.document(toys.bare(), build("sentences", []))
    assert states(found, ("The body has nothing", "0 characters"), ("零句", "0字"))


def test_thousands_are_parted():
    found = findings.document(toys.bare(), toys.sentences_of(1000, 234))
    assert states(found, ("2 sentences", "1,234 characters"), ("2句", "1,234字"))


def test_sentence_lengths():
    """Of 2, 4 and 1,230 characters the median is 4 (the mean would be 412), the longest the third."""
    found = findings.sentence_lengths(toys.sentences_of(2, 4, 1230))
    assert states(
        found, ("4 characters or more", "longest has 1,230"), ("中位数为4字", "1,230字"), ("1.1.3",)
    )


def test_no_sentence_has_no_length():
    assert states(findings.sentence_lengths(build("sentences", [])), ("no sentence",), ("没有句子",))


# --- integrity -------------------------------------------------------------------------------------------


def test_a_sound_document():
    found = findings.integrity(toys.check()).all
    assert len(found) == 1
    assert states(found[0], ("No gap was found",), ("未发现缺漏",))


def test_problems_notes_and_lines_left_out_are_told_in_this_order():
    check = toys.check(
        toys.EMPTY_ARTICLE,
        ("numbering", 20, "", "", "6 follows 4?", "4之后是6？", "problem"),
        ("encoding", 1, "", "", "read as gb18030", "按gb18030读入", "note"),
        ("repair", 7, "", "", "a mark was removed", "去除一个符号", "note"),
        ("dropped_line", 30, "", "版权所有", "foot", "页脚", "note"),
        ("dropped_line", 31, "", "返回顶部", "foot", "页脚", "note"),
    )
    empty, numbering, notes, dropped = findings.integrity(check).all
    assert states(
        empty, ("Line 14", "“4.附则。”", "no body."), ("第14行", "“4.附则。”", "没有正文。"), ("4",)
    )
    assert states(numbering, ("Line 20: 6 follows 4?",), ("第20行:4之后是6？",))
    assert numbering.en.endswith("4?") and numbering.zh.endswith("6？")
    assert states(
        notes,
        ("line 1: read as gb18030; line 7: a mark was removed",),
        ("第1行:按gb18030读入;第7行:去除一个符号",),
    )
    assert states(dropped, ("2 lines around the text were left out",), ("2行",))


def test_one_line_left_out_is_singular():
    check = toys.check(("dropped_line", 30, "", "版权所有", "foot", "页脚", "note"))
    told = findings.integrity(check).all
    assert len(told) == 2
    assert states(told[1], ("1 line around the text was left out",), ("1行",))


def _empty_articles(n: int) -> pd.DataFrame:
    return toys.check(
        *[
            ("empty_article", 10 + at, str(at), f"标题{'甲乙丙丁戊'[at]}", "no body", "没有正文", "problem")
            for at in range(n)
        ]
    )


def test_three_problems_of_a_kind_are_told_one_by_one_and_four_together():
    three, four = (findings.integrity(_empty_articles(n)).all for n in (3, 4))
    assert [finding.sentence_ids for finding in three] == [("0",), ("1",), ("2",)]
    assert says(three[2].en, "Line 12", "“标题丙”")
    assert len(four) == 1
    assert states(
        four[0],
        ("Lines 10, 11, 12 and 13", "“标题甲”, “标题乙”, “标题丙”, …", "no body"),
        ("第10、11、12、13行", "“标题甲”、“标题乙”、“标题丙”、…", "没有正文"),
        ("0", "1", "2", "3"),
    )


def test_a_heading_without_body_makes_lower_bounds():
    found = findings.lower_bound(toys.check(toys.EMPTY_ARTICLE))
    assert states(
        found, ("1 heading has no body", "(4.附则)", "lower bounds"), ("1个标题", "(4.附则)", "下限"), ("4",)
    )


def test_two_headings_without_body():
    found = findings.lower_bound(_empty_articles(2))
    assert states(
        found, ("2 headings have", "(标题甲 and 标题乙)"), ("2个标题", "(标题甲、标题乙)"), ("0", "1")
    )


def test_no_heading_without_body():
    other = toys.check(("numbering", 20, "6", "6.", "a gap", "缺号", "problem"))
    for check in (toys.check(), other):
        assert states(findings.lower_bound(check), ("Every heading has its body",), ("各标题均有正文",))


# --- terms -----------------------------------------------------------------------------------------------


def test_the_most_frequent_terms():
    """Per thousand words 120 + 8 + 4.6 = 132.6, so 13.26 % of all words."""
    rows = [("toy", "发展", 120, 120.0), ("toy", "民生", 80, 8.0), ("toy", "数字", 46, 4.6)]
    counts = build("terms", [*rows, ("toy", "转型", 20, 2.0)])
    assert states(
        findings.top_terms(counts, top=3),
        ("发展 (120), 民生 (80) and 数字 (46)", "together 13.3 % of all words"),
        ("发展(120次)、民生(80次)、数字(46次)", "13.3%"),
    )
    assert says(findings.top_terms(counts.head(1)).en, "发展 (120)", "12.0 %")


def test_five_terms_are_named_unless_asked():
    found = findings.top_terms(toys.terms())
    assert "监督 (10)" in found.en and "意见" not in found.en + found.zh


def test_no_term():
    assert states(findings.top_terms(build("terms", [])), ("No term is left",), ("没有可计数的词语",))


def test_key_terms_are_those_overused_that_survive():
    """Of six comparisons four survive, one of them an underused word: three are left."""
    assert states(
        findings.key_terms(toys.keyness()),
        ("6 comparisons", "3 survive", "0: 意见, 1: 民生 and 2: 数字"),
        ("6次比较", "3次超过", "0“意见”、1“民生”、2“数字”"),
    )


def test_one_comparison_and_none_that_survives():
    one = toys.keyness().iloc[[3]]
    found = findings.key_terms(one)
    assert states(found, ("1 comparison", "0 survive"), ("1次比较", "0次"))
    assert "surest" not in found.en and "突出" not in found.zh


def test_no_comparison():
    assert states(findings.key_terms(toys.keyness().head(0)), ("No word stands often enough",), ("没有",))


def test_the_network():
    """Five words; the largest count, 8, is of the first pair."""
    assert states(
        findings.co_words(toys.edges()),
        ("5 words in 2 communities", "发展 and 民生", "share 8 sentences"),
        ("5个词", "2群", "“发展”与“民生”", "8句"),
    )


def test_a_network_of_one_community_and_one_sentence():
    one = toys.edges().head(1).assign(n=1)
    assert states(
        findings.co_words(one), ("2 words in 1 community", "share 1 sentence"), ("2个词", "1群", "1句")
    )


def test_candidates_beyond_the_lexicon():
    table = pd.DataFrame({"term": ["甲区", "乙路", "丙桥", "丁港", "戊湾", "己园"]})
    found = findings.candidates(table)
    assert states(
        found, ("6 expressions", "甲区、乙路、丙桥、丁港、戊湾"), ("6个", "甲区、乙路、丙桥、丁港、戊湾")
    )
    assert "己园" not in found.en + found.zh
    assert states(findings.candidates(table.head(1)), ("1 expression that",), ("1个",))
    assert states(findings.candidates(table.head(0)), ("no recurring expression",), ("没有",))


# --- themes ----------------------------------------------------------------------------------------------


def test_the_share_of_a_theme_is_of_characters():
    """Livelihood: 2 of 6 sentences, 5 + 10 of 50 characters; a third of the sentences would be 33 %."""
    assert states(
        findings.theme_share(toys.LIVELIHOOD, toys.coded(), toys.sentences()),
        ("Livelihood 民生", "2 sentences of 6", "in 1 chapter", "30 % of the characters"),
        ("民生", "6句", "2句", "1章", "30%"),
        ("c1.1.1", "1.1.1"),
    )


def test_the_share_of_another_theme():
    """Digitalization: 10 + 5 + 12 of 50 characters, in chapters 1 and 2."""
    assert states(
        findings.theme_share(toys.DIGITAL, toys.coded(), toys.sentences()),
        ("3 sentences of 6", "in 2 chapters", "54 %"),
        ("6句", "3句", "2章", "54%"),
        ("1.1.1", "1.1.2", "2.1.1"),
    )


def test_one_sentence_outside_chapters():
    """12 of 50 characters, in no chapter."""
    themes = build("themes", [("p0.1.1", "digital", "发展", "general", 0.5, "text")])
    found = findings.theme_share(toys.DIGITAL, themes, toys.sentences())
    assert states(found, ("1 sentence of 6", "24 %"), ("6句", "1句", "24%"), ("p0.1.1",))
    assert "chapter" not in found.en and "章" not in found.zh


def test_a_theme_that_is_not_there():
    found = findings.theme_share(toys.DIGITAL, build("themes", []), toys.sentences())
    assert states(found, ("No sentence", "Digitalization 数字化"), ("没有论及“数字化”的句子",))


def test_most_of_a_theme_in_one_chapter():
    """15 of 27 characters of digitalization, in chapter 1; chapter 3 has none."""
    assert states(
        findings.concentration(toys.DIGITAL, toys.coverage(), toys.outline()),
        ("Most of it stands in chapter 1", "(民生)", "56 %", "1 chapter has none"),
        ("主要集中在第1章“民生”", "56%", "有1章完全没有"),
        ("c1",),
    )


def test_all_of_a_theme_in_one_chapter():
    assert states(
        findings.concentration(toys.LIVELIHOOD, toys.coverage(), toys.outline()),
        ("Most of it stands in chapter 1", "100 %", "2 chapters have none"),
        ("主要集中在第1章", "100%", "有2章完全没有"),
        ("c1",),
    )


@pytest.mark.parametrize("characters, most, share", [((20, 50, 30), True, 50), ((20, 49, 31), False, 49)])
def test_most_is_said_from_a_half_on(characters: tuple[int, ...], most: bool, share: int):
    rows = [(chapter, "digital", 1, n, 0.5) for chapter, n in enumerate(characters, start=1)]
    found = findings.concentration(toys.DIGITAL, toys.coverage_of(rows), toys.outline())
    assert says(found.en, "Most of it" if most else "It is spread", "chapter 2", f"{share} %")
    assert says(found.zh, "主要集中在" if most else "分布较散", "第2章", f"{share}%")
    assert "none" not in found.en and "没有" not in found.zh
    assert found.sentence_ids == ("c2",)


def test_what_stands_outside_chapters_is_no_chapter():
    rows = [(0, "digital", 3, 90, 1.0), (1, "digital", 1, 10, 0.5), (2, "livelihood", 1, 80, 0.5)]
    found = findings.concentration(toys.DIGITAL, toys.coverage_of(rows), toys.outline())
    assert says(found.en, "Most of it stands in chapter 1", "100 %")


def test_no_chapter_speaks_of_a_theme():
    rows = [(0, "digital", 3, 90, 1.0), (1, "digital", 0, 0, 0.0)]
    found = findings.concentration(toys.DIGITAL, toys.coverage_of(rows), toys.outline())
    assert states(found, ("No chapter",), ("没有可指出的章",))


def test_the_headline_word():
    """民生 stands twice as a word and once inside another; of digitalization's three sentences 1.1.1 has it."""
    found = findings.headline_word(toys.DIGITAL, "民生", toys.occurrences(), toys.coded())
    assert states(
        found,
        (
            "民生 stands 2 times in 2 sentences",
            "1 time only inside",
            "2 of the theme's 3 sentences do without",
        ),
        ("“民生”一词出现2次", "2句", "1次只是别的词的一部分", "3句", "2句不含"),
        ("c1.1.1", "1.1.1"),
    )


def test_the_headline_word_twice_in_one_sentence():
    """数字民生 stands twice in 1.1.1; of livelihood's two sentences one does without it."""
    twice = pd.concat([toys.occurrences(), toys.occurrences().iloc[[2]]])
    found = findings.headline_word(toys.LIVELIHOOD, "数字民生", twice, toys.coded())
    assert states(
        found,
        ("2 times in 1 sentence", "1 of the theme's 2 sentences does without"),
        ("2次", "1句", "2句", "1句不含"),
        ("1.1.1",),
    )
    assert "inside" not in found.en and "一部分" not in found.zh


def test_a_headline_word_that_never_stands():
    found = findings.headline_word(
        toys.LIVELIHOOD, "医疗", toys.occurrences().head(0).astype({"whole": bool}), toys.coded()
    )
    assert states(
        found,
        ("0 times in 0 sentences", "2 of the theme's 2 sentences do"),
        ("0次", "0句", "2句", "2句不含"),
    )


def test_a_string_is_counted_as_characters():
    """民生 once in c1.1.1 and twice in 1.1.1."""
    found = findings.string_count("民生", toys.document(), toys.sentences())
    assert states(found, ("民生 stands 3 times in 2 sentences",), ("3次", "2句"), ("c1.1.1", "1.1.1"))


def test_a_string_that_stands_once_or_never():
    once = findings.string_count("监督", toys.document(), toys.sentences())
    assert states(once, ("1 time in 1 sentence",), ("1次", "1句"), ("3.1.1",))
    never = findings.string_count("民.", toys.document(), toys.sentences())
    assert states(never, ("民. never stands",), ("从未出现“民.”",))


def test_expressions_used_and_groups_without_any():
    assert states(
        findings.expressions_used(toys.LIVELIHOOD, toys.expressions()),
        ("2 of the theme's 5 expressions occur in", "Without any: health and housing"),
        ("5个词语", "2个", "完全没有的子主题:健康、住房"),
    )


def test_one_expression_used_of_one():
    counts = pd.DataFrame({"expression": ["数字"], "subtheme": ["general"], "n": [3]})
    found = findings.expressions_used(toys.DIGITAL, counts)
    assert states(found, ("1 of the theme's 1 expression occurs in",), ("1个词语", "1个"))
    assert "Without" not in found.en and "完全没有" not in found.zh


def test_an_expression_that_is_not_used_leaves_its_group_silent():
    theme = Theme("t", "题", "Topic", "", (Group("a", "甲", "first", ("数字",)),))
    counts = pd.DataFrame({"expression": ["数字"], "subtheme": ["a"], "n": [0]})
    found = findings.expressions_used(theme, counts)
    assert states(found, ("0 of the theme's 1 expression occur in", "first"), ("1个", "0个", "甲"))


def test_what_never_occurs():
    found = findings.never(toys.expressions(), ["租赁", "数字民生", "民生"], of_en="Of these", of_zh="其中")
    assert states(
        found,
        ("Of these: 数字民生 (1) and 民生 (2)", "Never: 租赁"),
        ("其中:数字民生(1次)、民生(2次)", "从未出现:租赁"),
        ("1.1.1", "c1.1.1"),
    )


def test_all_occur_or_none():
    every = findings.never(toys.expressions(), ["民生"], of_en="Of these", of_zh="其中")
    assert says(every.en, "民生 (2)") and "Never" not in every.en and "从未" not in every.zh
    none = findings.never(toys.expressions(), ["医疗", "住房"], of_en="Of these", of_zh="其中")
    assert states(none, ("Of these: none", "Never: 医疗 and 住房"), ("其中:无", "从未出现:医疗、住房"))


# --- segmentation ----------------------------------------------------------------------------------------


def _spans(*spans: tuple[int, int]) -> pd.DataFrame:
    return pd.DataFrame(spans, columns=["start", "end"])


def test_engines_that_agree():
    table = _spans(*[(at, at + 1) for at in range(1200)])
    assert states(findings.engines(table, table), ("the same 1,200 tokens",), ("1,200个",))
    assert says(findings.engines(table.head(1), table.head(1)).en, "same 1 token")


def test_engines_that_differ():
    """One has a word of four characters where the other has two of two: three spans stand in one table only."""
    found = findings.engines(_spans((0, 2), (2, 6)), _spans((0, 2), (2, 4), (4, 6)))
    assert states(found, ("differ in 3 tokens of 3",), ("3个", "3处"))
    found = findings.engines(_spans((0, 2)), _spans((0, 2), (2, 4)))
    assert states(found, ("differ in 1 token of 2",), ("2个", "1处"))


def test_terms_that_the_plain_dictionary_tears():
    table = pd.DataFrame({"term": ["数字民生", "监督", "新质"], "cut": ["数字 | 民生", "监督", "新 | 质"]})
    assert states(
        findings.terms_kept(table), ("3 lexicon words", "tears 2 apart"), ("3个词表用词", "切断2个")
    )
    assert says(findings.terms_kept(table.iloc[[1]]).en, "1 lexicon word", "tears 0 apart")
    assert states(findings.terms_kept(table.head(0)), ("No word",), ("没有",))


def _evaluation(**measured: tuple[float, float, float, float]) -> pd.DataFrame:
    rows = []
    for gold, (ours, plain, crossing, plain_crossing) in measured.items():
        rows += [
            (gold, "general lexicon", "lenient_f1", ours),
            (gold, "plain jieba", "lenient_f1", plain),
            (gold, "general lexicon", "crossing_per_1000", crossing),
            (gold, "plain jieba", "crossing_per_1000", plain_crossing),
        ]
    return pd.DataFrame(rows, columns=["gold", "segmenter", "measure", "value"])


def test_how_well_the_lexicon_cuts():
    table = _evaluation(general=(0.91, 0.91, 7.26, 8.0), plans=(0.9312, 0.8987, 3.14, 9.99))
    plans, general = findings.segmentation_quality(table).all
    assert states(
        plans,
        ("other policy documents", "0.931, better than plain jieba (0.899)", "3.1 words", "instead of 10.0"),
        ("其他政策文件", "0.931", "0.899", "3.1个", "10.0个"),
    )
    assert states(
        general,
        ("general prose", "0.910, no better than plain jieba (0.910)", "7.3 words", "8.0"),
        ("一般文章", "0.910", "0.910", "7.3个", "8.0个"),
    )


def test_a_set_that_was_not_cut_is_not_spoken_of():
    assert len(findings.segmentation_quality(_evaluation(general=(0.9, 0.8, 1.0, 2.0))).all) == 1
    assert findings.segmentation_quality(_evaluation(proposal=(0.9, 0.8, 1.0, 2.0))).all == ()


def test_counts_that_depend_on_the_cutter():
    """Of the three words counted five times or more, two have a range; the rare one is left out."""
    table = pd.DataFrame({"n": [9, 8, 5, 4], "n_low": [7, 8, 5, 0], "n_high": [9, 8, 6, 9]})
    found = findings.sensitive_counts(table)
    assert states(found, ("3 words counted 5 times or more, 2 get",), ("5次以上", "3个词", "2个在另外四种"))
    assert says(findings.sensitive_counts(table, minimum=9).en, "1 word counted 9 times or more, 1 gets")
    assert says(findings.sensitive_counts(table.iloc[[1]]).en, "1 word", "5 times", "0 get another")
    none = findings.sensitive_counts(table, minimum=10)
    assert states(none, ("No word is counted 10 times",), ("没有出现10次以上",))


# --- clusters --------------------------------------------------------------------------------------------


def test_how_many_clusters_can_be_trusted():
    trusted, agreement = findings.cluster_quality(toys.stability(), 0.237).all
    assert states(
        trusted,
        ("4 clusters", "1 is stable", "2 doubtful", "1 not supported"),
        ("4类", "稳定的有1类", "存疑2类", "不成立1类"),
    )
    assert states(
        agreement,
        ("0.24", "1 =", "0 =", "cut across the chapters"),
        ("0.24", "1为完全相同", "0为随机", "与分章并不一致"),
    )


def test_one_cluster_and_none_stable():
    trusted, _ = findings.cluster_quality(toys.stability().tail(1), 0.0).all
    assert says(trusted.en, "1 cluster", "0 are stable", "0 doubtful", "1 not supported")


@pytest.mark.parametrize("agreement, repeats", [(0.5, True), (0.49, False)])
def test_clusters_repeat_the_chapters_from_a_half_on(agreement: float, repeats: bool):
    _, found = findings.cluster_quality(toys.stability(), agreement).all
    assert ("largely repeat the chapters" in found.en) == repeats
    assert ("cut across" in found.en) != repeats
    assert ("大体重复了原有的分章" in found.zh) == repeats


# --- in place of ----------------------------------------------------------------------------------------


def test_what_is_said_in_place_of_a_result():
    refused = findings.no_clusters("3 distinct paragraphs are too few.")
    assert states(refused, ("not grouped: 3 distinct paragraphs are too few.",), ("不作聚类",))
    assert states(findings.no_terms(), ("No policy term", "discover"), ("没有词表所收的政策用语",))
    assert states(findings.no_pairs(), ("No two words", "too short"), ("没有两个词", "不作网络图"))
    assert states(findings.no_headings(), ("no two numbered parts",), ("没有两个以上",))


def test_an_empty_network_is_refused():
    assert findings.co_words(toys.edges().head(0)) == findings.no_pairs()


def test_every_finding_stands_in_this_file():
    text = Path(__file__).read_text(encoding="utf-8")
    made = {
        name
        for name, function in vars(findings).items()
        if inspect.isfunction(function) and function.__module__ == findings.__name__ and name[0] != "_"
    }
    assert {name for name in made if f"findings.{name}(" not in text} == set()


def test_no_sentence_is_left_half_said():
    """What comes of empty tables: no bare colon, no doubled stop, no nan."""
    empty: list[Finding | Findings] = [
        findings.top_terms(build("terms", [])),
        findings.sentence_lengths(build("sentences", [])),
        findings.key_terms(toys.keyness().head(0)),
        findings.candidates(pd.DataFrame({"term": []})),
        findings.integrity(toys.check()),
        findings.lower_bound(toys.check()),
        findings.theme_share(toys.DIGITAL, build("themes", []), build("sentences", [])),
        findings.document(toys.bare(), build("sentences", [])),
    ]
    for found in empty:
        for one in found.all if isinstance(found, Findings) else [found]:
            for text in (one.en, folded(one.zh)):
                assert text and not any(bad in text for bad in (": ;", ":,", "..", "。。", "nan", "是,"))
