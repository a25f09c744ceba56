"""Sentences about themes: numbers in both languages, one and many, the evidence, and nothing to tell."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.judgements.theme_files import Group, Theme
from analysis.prose import Bilingual
from analysis.showing import findings
from analysis.study import Study
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import says, states


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


def test_a_share_that_is_hardly_any_is_not_called_none():
    sentences = pd.DataFrame(
        {"sentence_id": ["1.1.1", "1.1.2"], "start": [0, 1], "end": [1, 1000], "chapter": [1, 1]}
    )
    themes = build("themes", [("1.1.1", "digital", "云", "general", 0.5, "text")])
    found = findings.theme_share(toys.DIGITAL, themes, sentences)
    assert "hold under 1 % of the characters" in found.en and "占总字数的不到1%" in found.zh


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
        (
            "The largest part stands in chapter 1",
            "(民生)",
            "56 %",
            "holds 53 %",
            "chapter 2 is fullest of it: 100 %",
            "In chapter 3 no sentence of it was found",
        ),
        ("最多的是第1章“民生”", "56%", "53%", "比重最高的则是第2章,占该章字数的100%", "第3章未找到"),
        ("c1",),
    )


def test_most_of_a_theme_in_a_chapter_that_is_no_larger():
    outline = toys.outline()
    outline.loc[outline["chapter"] == 2, "characters"] = 90
    found = findings.concentration(toys.DIGITAL, toys.coverage(), outline)
    assert found.en.startswith("Most of it stands in chapter 1") and found.zh.startswith("多在第1章")


def test_all_of_a_theme_in_one_chapter():
    assert states(
        findings.concentration(toys.LIVELIHOOD, toys.coverage(), toys.outline()),
        (
            "All of it stands in chapter 1",
            "100 %",
            "holds 53 %",
            "In chapters 2, 3 no sentence of it was found",
        ),
        ("全部在第1章", "100%", "53%", "第2、3章未找到"),
        ("c1",),
    )


@pytest.mark.parametrize("characters, most, share", [((20, 50, 30), True, 50), ((20, 49, 31), False, 49)])
def test_most_is_said_from_a_half_on(characters: tuple[int, ...], most: bool, share: int):
    rows = [(chapter, "digital", 1, n, 0.5) for chapter, n in enumerate(characters, start=1)]
    found = findings.concentration(toys.DIGITAL, toys.coverage_of(rows), toys.outline())
    assert says(
        found.en, "Most of it" if most else "The largest part", "chapter 2", f"{share} %", "holds 32 %"
    )
    assert says(found.zh, "多在" if most else "最多的是", "第2章", f"{share}%", "32%")
    assert "none" not in found.en and "没有" not in found.zh
    assert found.sentence_ids == ("c2",)


def test_what_stands_outside_chapters_is_no_chapter():
    rows = [(0, "digital", 3, 90, 1.0), (1, "digital", 1, 10, 0.5), (2, "livelihood", 1, 80, 0.5)]
    found = findings.concentration(toys.DIGITAL, toys.coverage_of(rows), toys.outline())
    assert says(found.en, "All of it stands in chapter 1", "100 %", "holds 53 %")


def test_no_chapter_speaks_of_a_theme():
    rows = [(0, "digital", 3, 90, 1.0), (1, "digital", 0, 0, 0.0)]
    found = findings.concentration(toys.DIGITAL, toys.coverage_of(rows), toys.outline())
    assert states(found, ("stands in no chapter",), ("各章均未论及",))
    outside = findings.concentration(toys.DIGITAL, toys.coverage_of(rows[:1]), toys.outline().head(0))
    assert states(outside, ("the document has none", "01"), ("而本文没有章", "01"))


def test_the_headline_word():
    """
    民生 stands twice as a word and once inside another; of digitalization's three sentences 1.1.1 has it.
    """
    found = findings.headline_word(toys.DIGITAL, "民生", toys.occurrences(), toys.coded())
    assert states(
        found,
        (
            "民生 stands 2 times in 2 sentences",
            "its characters 1 time more in or across",
            "2 of the theme's 3 sentences do without",
        ),
        ("“民生”一词出现2次", "2句", "1次其字在别的词里或跨两个词", "3句", "2句不含"),
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
        ("医疗 never stands in the text; all of the theme's 2 sentences do without it",),
        ("没有“医疗”一词;该主题的2句都不含此词",),
    )
    inside = toys.occurrences().query("expression == '民生' and not whole")
    found = findings.headline_word(toys.LIVELIHOOD, "民生", inside, toys.coded())
    assert states(
        found,
        ("never stands in the text, but its characters once in or across other words", "2 sentences"),
        ("1次其字在别的词里或跨两个词", "2句"),
    )


def test_a_headline_word_where_no_sentence_speaks_of_the_theme():
    nobody = toys.coded().query("theme != 'digital'")
    found = findings.headline_word(toys.DIGITAL, "民生", toys.occurrences(), nobody)
    assert states(
        found,
        ("民生 stands 2 times in the text; no sentence speaks",),
        ("“民生”一词出现2次", "没有论及"),
        ("c1.1.1", "1.1.1"),
    )
    never = findings.headline_word(toys.DIGITAL, "医疗", toys.occurrences(), nobody)
    assert states(never, ("医疗 never stands in the text; no sentence",), ("没有“医疗”一词",))


def test_a_string_is_counted_by_article():
    counts = pd.Series({"c1.1.1": 1, "1.1.1": 2}).rename_axis("sentence_id")
    found = findings.string_count("民生", counts, toys.sentences())
    assert states(
        found,
        ("民生 stands 3 times in 2 sentences", "chapter 1 outside its articles (1), article 1 (2)", "1.1.1"),
        ("3次", "2句", "第1章各条之外（1次）、第1条（2次）", "1.1.1"),
        ("c1.1.1", "1.1.1"),
    )
    assert found.values["times"] == 3 and found.values["last"] == ("1.1.1",)


def test_a_string_of_many_articles_is_counted_by_chapter():
    ids = [f"{article}.1.1" for article in range(1, 8)]
    sentences = pd.DataFrame({"sentence_id": [*ids, "p0.1.1"], "chapter": [1, 1, 1, 2, 2, 2, 2, 0]})
    sentences = sentences.assign(article=[*range(1, 8), 0])
    counts = pd.Series(1, index=pd.Index(["p0.1.1", *ids], name="sentence_id"))
    found = findings.string_count("民生", counts, sentences)
    assert states(
        found,
        ("8 times in 8 sentences", "outside chapters (1), chapter 1 (3), chapter 2 (4)", "7.1.1"),
        ("8次", "8句", "各章之外（1次）、第1章（3次）、第2章（4次）", "7.1.1"),
        ("p0.1.1", *ids),
    )


def test_a_chapter_without_articles_has_nothing_outside_them():
    sentences = pd.DataFrame(
        {"sentence_id": ["c1.1.1", "c2.1.1", "1.1.1"], "chapter": [1, 2, 2], "article": [0, 0, 1]}
    )
    counts = pd.Series({"c1.1.1": 7, "c2.1.1": 1, "1.1.1": 1}).rename_axis("sentence_id")
    found = findings.string_count("民生", counts, sentences)
    assert "chapter 1 (7), chapter 2 outside its articles (1), article 1 (1)" in found.en
    assert "第1章（7次）、第2章各条之外（1次）" in found.zh


def test_a_string_that_stands_once_or_never():
    once = findings.string_count("监督", pd.Series({"3.1.1": 1}).rename_axis("sentence_id"), toys.sentences())
    assert states(
        once,
        ("1 time in 1 sentence", "article 3 (1)"),
        ("1次", "1句", "第3条（1次）"),
        ("3.1.1",),
    )
    never = findings.string_count("民.", pd.Series(dtype="int64"), toys.sentences())
    assert states(never, ("民. never stands",), ("从未出现“民.”",))


def test_characters_that_are_parts_of_two_words_are_told_apart():
    cut = pd.DataFrame(
        {"sentence_id": ["1.1.1", "1.1.1", "2.1.1"], "words": ["居民生活", "国民生产总值", "国民生产总值"]}
    )
    assert states(
        findings.cut_string("民生", cut),
        ("民生 meet 3 times more", "国民生产总值 (2), 居民生活 (1)"),
        ("另有3次“民生”", "国民生产总值（2次）、居民生活（1次）"),
        ("1.1.1", "2.1.1"),
    )
    assert states(
        findings.cut_string("民生", cut.head(1)),
        ("Once more", "居民生活 (1)"),
        ("另有1次", "居民生活（1次）"),
        ("1.1.1",),
    )
    none = findings.cut_string("民生", cut.head(0))
    assert (none.en, none.zh, none._repr_html_()) == ("", "", "")


def test_expressions_used_and_groups_without_any():
    assert states(
        findings.expressions_used(toys.LIVELIHOOD, toys.expressions()),
        ("2 of the theme's 5 expressions occur in", "Without any: health and housing"),
        ("5个词语", "2个", "没有词语出现的子主题:健康、住房"),
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
    assert found.en == "No expression of the theme occurs in the document."
    assert states(found, (), ("1个词语", "一个也没有用到"))


# --- values ----------------------------------------------------------------------------------------------


def test_values_of_the_share_of_a_theme():
    """10 + 5 + 12 of 50 characters."""
    found = findings.theme_share(toys.DIGITAL, toys.coded(), toys.sentences())
    assert found.values == {
        "theme": Bilingual("Digitalization", "数字化"),
        "sentences": 3,
        "of": 6,
        "chapters": 2,
        "outside": 0,
        "under": False,
        "share": pytest.approx(100 * 27 / 50),
    }


def test_values_of_concentration():
    """15 of 15 + 12 characters in chapter 1, none in chapter 3."""
    found = findings.concentration(toys.DIGITAL, toys.coverage(), toys.outline())
    assert found.values == {
        "chapter": 1,
        "title": "民生",
        "share": pytest.approx(100 * 15 / 27),
        "size": pytest.approx(100 * 10 / 19),
        "most": "spread",
        "fullest": ((2, 100.0),),
        "without": (3,),
    }


def test_values_of_words_and_strings():
    found = findings.headline_word(toys.DIGITAL, "民生", toys.occurrences(), toys.coded())
    assert found.values == {
        "word": "民生",
        "times": 2,
        "sentences": 2,
        "inside": 1,
        "of": 3,
        "without": 3 - 1,
    }


def test_values_of_expressions():
    assert findings.expressions_used(toys.LIVELIHOOD, toys.expressions()).values == {
        "used": 2,
        "of": 5,
        "silent": (Bilingual("health", "健康"), Bilingual("housing", "住房")),
    }


def test_a_chapter_beyond_a_thousand_is_named_not_counted():
    found = findings.concentration(
        toys.DIGITAL,
        toys.coverage_of([(1234, "digital", 1, 9, 1.0)]),
        toys.outline().assign(chapter=1234).head(1),
    )
    assert says(found.en, "chapter 1234", "100 %", "100 %") and says(found.zh, "第1234章", "100%", "100%")


def test_how_well_parts_are_told_is_said_with_its_numbers(study: Study):
    quality = study.subtheme_quality("digitalization")
    row = quality.set_index("subtheme").loc["all"]
    said = findings.part_quality(quality)
    assert f"F1 {row['f1']:.2f}" in said.en and f"{row['n']:.0f} decisions" in said.en
    assert f"{row['f1_list']:.2f}" in said.zh and f"共判断{row['n']:.0f}次" in said.zh
    nothing = findings.part_quality(study.subtheme_quality("ecology"))
    assert (nothing.en, nothing.zh) == ("", "") and "<p" not in nothing._repr_html_()


def test_a_kind_that_no_coded_document_has_is_told_and_others_are_not():
    told = findings.kind_coded("regulation")
    assert states(told, ("No document of this one's kind",), ("没有与本文同类的",))
    assert (findings.kind_coded("plan").en, findings.kind_coded("plan").zh) == ("", "")


def test_how_much_of_the_text_any_theme_covers():
    """Two themes of one sentence count once; long sentences weigh more than short ones."""
    sentences = pd.DataFrame({"sentence_id": list("abcde"), "start": 0, "end": [10, 10, 10, 10, 60]})
    themes = pd.DataFrame({"sentence_id": ["a", "a", "b"], "theme": ["x", "y", "x"]})
    found = findings.themes_cover(themes, sentences)
    assert found.values == {"found": 2, "of": 5, "share": 20.0, "few": True}
    assert found.en == (
        "At least one theme was found in 2 of 5 sentences, 20 % of the characters, so that most of the "
        "text was given none."
    )
    assert found.zh == "5句中，至少识别出一个主题的有2句，占字数的20%，多数内容未识别出主题。"
    long = findings.themes_cover(pd.DataFrame({"sentence_id": ["e"]}), sentences)
    assert not long.values["few"], "one sentence of five, and more than half of the text"
