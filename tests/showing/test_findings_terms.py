"""
Sentences about terms, segmentation and clusters: numbers in both languages, one and many, nothing to tell.
"""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.judgements.theme_files import Theme
from analysis.showing import findings
from analysis.study import Study
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import says, states

# --- terms ----------------------------------------------------------------------------------------------


def test_the_most_frequent_terms():
    """Per thousand words 120 + 8 + 4.6 = 132.6, so 13.26 % of all words."""
    rows = [("toy", "发展", 120, 120.0), ("toy", "民生", 80, 8.0), ("toy", "数字", 46, 4.6)]
    counts = build("terms", [*rows, ("toy", "转型", 20, 2.0)])
    assert states(
        findings.top_terms(counts, top=3),
        ("发展 (120), 民生 (80) and 数字 (46)", "together 13.3 % of all words"),
        ("发展(120次)、民生(80次)和数字(46次)", "13.3%"),
    )
    assert says(findings.top_terms(counts.head(1)).en, "发展 (120)", "12.0 %")


def test_five_terms_are_named_unless_asked():
    found = findings.top_terms(toys.terms())
    assert "监督 (10)" in found.en and "意见" not in found.en + found.zh


def test_no_term():
    assert states(findings.top_terms(build("terms", [])), ("No term is left",), ("没有可计数的词语",))


def test_key_terms_are_those_overused_that_survive():
    """Of five comparisons four can be tested, and three survive, one of them an underused word."""
    assert states(
        findings.key_terms(toys.keyness()),
        (
            "5 comparisons, 4 could pass",
            "2 pass; the first of each part, with the part: 民生 (1) and 数字 (2). 1 more passes",
        ),
        (
            "5次比较中只有4次可能通过",
            "实际通过的有2次，各部分居首的词（括号内为该部分）：“民生”（1）和“数字”（2）。另有1次是某部分用得过少",
        ),
    )


@pytest.mark.parametrize(
    ("row", "en", "zh"), [(1, "1 could pass", "只有1次可能通过"), (4, "none could pass", "没有一次可能通过")]
)
def test_one_comparison_and_none_that_survives(row: int, en: str, zh: str):
    found = findings.key_terms(toys.keyness().iloc[[row]])
    assert states(found, ("Of 1 comparison, " + en, "none passes", "no proof."), ("1次比较", zh, "无一通过"))
    assert "the first of" not in found.en and "居首" not in found.zh


def test_what_is_said_of_the_proposal(study: Study):
    """Chapter 6 speaks of 文化 in all its four articles; nothing else is more than dealt articles give."""
    found = findings.key_terms(study.keyness())
    assert dict(found.values) | {"testable": 16} == {
        "comparisons": 1815,
        "testable": 16,
        "survive": 1,
        "first": (("6", "文化"),),
        "fewer": 0,
    }
    assert 12 <= found.values["testable"] <= 20, "whose number moves with the random deals"
    assert "; 1 passes; the first of each part, with the part: 文化 (6)." in found.en
    assert "实际通过的有1次，各部分居首的词（括号内为该部分）：“文化”（6）。" in found.zh


def test_no_comparison():
    assert states(findings.key_terms(toys.keyness().head(0)), ("No word stands often enough",), ("没有",))


def test_the_network():
    """Five words; the largest count, 8, is of the first pair."""
    assert states(
        findings.co_words(toys.edges()),
        ("4 pairs of words stand together", "5 words in 2 communities", "发展 and 民生", "share 8 sentences"),
        ("4对词", "5个词", "2群", "“发展”与“民生”", "8句"),
    )


def test_a_network_of_one_community_and_one_sentence():
    one = toys.edges().head(1).assign(n=1)
    assert states(
        findings.co_words(one),
        ("1 pair of words stands", "2 words in 1 community", "share 1 sentence"),
        ("1对词", "2个词", "1群", "1句"),
    )


def test_candidates_beyond_the_lexicon():
    table = pd.DataFrame({"term": ["甲区", "乙路", "丙桥", "丁港", "戊湾", "己园"]})
    found = findings.candidates(table)
    assert states(
        found,
        ("6 expressions", "“甲区”, “乙路”, “丙桥”, “丁港”, “戊湾”"),
        ("6个", "“甲区”“乙路”“丙桥”“丁港”“戊湾”"),
    )
    assert "己园" not in found.en + found.zh
    assert states(findings.candidates(table.head(1)), ("1 expression that",), ("1个",))
    assert states(findings.candidates(table.head(0)), ("no recurring expression",), ("没有",))


# --- segmentation ---------------------------------------------------------------------------------------


def _spans(*spans: tuple[int, int]) -> pd.DataFrame:
    return pd.DataFrame(spans, columns=["start", "end"])


def test_engines_that_agree():
    table = _spans(*[(at, at + 1) for at in range(1200)])
    assert states(findings.engines(table, table), ("the same 1,200 tokens",), ("1,200个",))
    assert says(findings.engines(table.head(1), table.head(1)).en, "same 1 token")


def test_engines_that_differ():
    """
    One has a word of four characters where the other has two of two: three spans stand in one table only.
    """
    found = findings.engines(_spans((0, 2), (2, 6)), _spans((0, 2), (2, 4), (4, 6)))
    assert states(found, ("differ in 3 tokens of 3",), ("3个", "3处"))
    found = findings.engines(_spans((0, 2)), _spans((0, 2), (2, 4)))
    assert states(found, ("differ in 1 token of 2",), ("2个", "1处"))


def test_terms_that_the_plain_dictionary_tears():
    table = pd.DataFrame({"term": ["数字民生", "监督", "新质"], "cut": ["数字 | 民生", "监督", "新 | 质"]})
    assert states(
        findings.terms_kept(table),
        ("3 words that the lexicon adds", "tears 2 apart"),
        ("出现3个", "其中2个"),
    )
    assert says(findings.terms_kept(table.iloc[[1]]).en, "1 word that the lexicon adds", "tears none apart")
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
        (
            "other policy documents",
            "0.931 where the annotators' alternatives are accepted, better than plain jieba (0.899)",
            "3.1 words",
            "instead of 10.0",
        ),
        ("其他政策文件", "0.931", "0.899", "3.1个", "10.0个"),
    )
    assert states(
        general,
        ("general prose", "0.910 where", "no better than plain jieba (0.910)", "7.3 words", "8.0"),
        ("一般文章", "0.910", "0.910", "7.3个", "8.0个"),
    )


def test_better_is_said_in_chinese_too():
    table = _evaluation(general=(0.91, 0.91, 7.26, 8.0), plans=(0.9312, 0.8987, 3.14, 9.99))
    assert ["不高于jieba" in found.zh for found in findings.segmentation_quality(table).all] == [False, True]


def test_a_set_that_was_not_cut_is_not_spoken_of():
    assert len(findings.segmentation_quality(_evaluation(general=(0.9, 0.8, 1.0, 2.0))).all) == 1
    assert findings.segmentation_quality(_evaluation(proposal=(0.9, 0.8, 1.0, 2.0))).all == ()


def test_counts_that_depend_on_the_cutter():
    """Of the three words counted five times or more, two have a range; the rare one is left out."""
    table = pd.DataFrame({"n": [9, 8, 5, 4], "n_low": [7, 8, 5, 0], "n_high": [9, 8, 6, 9]})
    found = findings.sensitive_counts(table)
    assert states(
        found,
        ("3 words, stop words aside, counted 5 times or more, 2 get",),
        ("5次以上", "3个词", "2个在另外四种", "1个计数相同"),
    )
    assert "the other one does not depend" in found.en
    assert "depend" not in findings.sensitive_counts(table, minimum=9).en, "there is no other"
    assert says(
        findings.sensitive_counts(table, minimum=9).en,
        "1 word, stop words aside, counted 9 times or more, 1 gets",
    )
    assert says(findings.sensitive_counts(table.iloc[[1]]).en, "1 word", "5 times", "none gets another")
    none = findings.sensitive_counts(table, minimum=10)
    assert states(none, ("No word is counted 10 times",), ("没有出现10次以上",))


# --- clusters -------------------------------------------------------------------------------------------


def test_how_many_clusters_can_be_trusted():
    trusted, agreement = findings.cluster_quality(toys.stability(), {"chapter": 0.237}).all
    assert states(
        trusted,
        ("4 clusters", "1 is stable", "2 doubtful", "1 not supported", "reach 0.550 in one case of twenty"),
        ("4类", "稳定的有1类", "存疑2类", "不成立1类", "每二十类有一类达到0.550"),
    )
    assert states(
        agreement,
        ("0.24", "1 =", "0 =", "the groups follow them weakly", "0.10", "0.25", "0.50"),
        ("0.24", "1为完全相同", "0为随机", "略有一致", "0.10", "0.25", "0.50"),
    )


def test_clusters_of_a_text_so_short_that_shuffled_words_do_as_well():
    trusted, _ = findings.cluster_quality(
        toys.stability().assign(jaccard_shuffled=1.0), {"chapter": 0.237}
    ).all
    assert trusted.en.endswith(
        "1.000 in one case of twenty, which nothing can surpass: with so little text no "
        "cluster can be told from chance."
    )
    assert trusted.zh.endswith("达到1.000，已无可超过：文本太短，各类无从与偶然相区别。")


def test_how_many_clusters_and_which_numbers_are_as_good():
    found = findings.cluster_number(toys.curve())
    assert found.en == (
        "6 clusters are taken: subsamples agree with the whole by 0.700, of shuffled words by 0.300; 8 is "
        "as good."
    )
    assert found.zh == "取6类：子样本与全体的一致性为0.700，打乱词语后为0.300；取8类亦不分高下。"
    weak = toys.curve().assign(ari_shuffled=0.5, as_good=[True, True, False])
    assert says(
        findings.cluster_number(weak).en,
        "6 clusters",
        "0.700",
        "0.500, so that chance would do about as well; 4 is as good",
    )
    assert says(findings.cluster_number(weak).zh, "6类", "0.700", "0.500，与偶然所得难分高下；取4类")


def test_which_lists_of_a_place_were_used():
    theme = Theme("hub", "枢纽", "The hub", "", ())
    found = findings.lists_used(("changning",), [theme])
    assert found.en == "Local lists: changning. Themes shown: The hub."
    assert found.zh == "所用地方词表：changning。所示主题：枢纽。"
    none = findings.lists_used((), [])
    assert none.en.startswith("No local list is used") and none.zh.endswith("所示主题：无。")


def test_one_cluster_and_none_stable():
    trusted, _ = findings.cluster_quality(toys.stability().tail(1), {"article": 0.0}).all
    assert says(trusted.en, "1 cluster", "0 are stable", "0 doubtful", "1 not supported", "0.550")


@pytest.mark.parametrize(
    ("agreement", "told", "en", "zh"),
    [
        (0.5, "0.50", "largely repeat them", "大体重复了原有的划分"),
        (0.496, "0.50", "largely repeat them", "大体重复了原有的划分"),
        (0.49, "0.49", "repeat them in part", "部分重复了原有的划分"),
        (0.25, "0.25", "repeat them in part", "部分重复了原有的划分"),
        (0.24, "0.24", "follow them weakly", "与原有划分略有一致"),
        (0.09, "0.09", "cut across them", "与原有划分并不一致"),
        (-0.001, "0.00", "cut across them", "与原有划分并不一致"),
    ],
)
def test_how_far_clusters_repeat_the_chapters_is_said_by_the_figure_that_is_told(
    agreement: float, told: str, en: str, zh: str
):
    _, found = findings.cluster_quality(toys.stability(), {"chapter": agreement}).all
    assert f"with the chapters is {told} (" in found.en and f": the groups {en}." in found.en
    assert f"与章的一致程度为{told}（" in found.zh and f"：各组{zh}。" in found.zh


# --- values ----------------------------------------------------------------------------------------------


def test_terms_that_stand_as_often_as_the_next_are_not_called_most_frequent():
    counted = zip("甲乙丙丁", (9, 5, 5, 5), strict=True)
    rows = build("terms", [("toy", term, n, float(n)) for term, n in counted])
    assert findings.top_terms(rows, top=3).en.startswith("Most frequent words (stop words aside): 甲 (9);")
    alike = findings.top_terms(rows.assign(n=5), top=3)
    assert alike.en.startswith("Among the most frequent words (stop words aside): 甲 (5), 乙 (5) and 丙 (5);")
    every = findings.top_terms(rows, top=4)
    assert every.en.startswith("Words of the text (stop words aside): 甲 (9)") and "只有" in every.zh


def test_values_of_the_most_frequent_terms():
    """Of a thousand words 40 + 20 + 10, so 7 per cent."""
    found = findings.top_terms(toys.terms().iloc[2:], top=3)
    assert found.values == {
        "terms": (("数字", 40), ("转型", 20), ("监督", 10)),
        "share": pytest.approx(7.0),
        "head": "words",
    }


def test_values_of_key_terms_and_of_the_network():
    assert findings.key_terms(toys.keyness()).values == {
        "comparisons": 5,
        "testable": 4,
        "survive": 3 - 1,
        "first": (("1", "民生"), ("2", "数字")),
        "fewer": 1,
    }
    assert findings.co_words(toys.edges()).values == {
        "pairs": 4,
        "words": 5,
        "communities": 2,
        "word1": "发展",
        "word2": "民生",
        "sentences": 8,
    }


def test_values_of_candidates():
    table = pd.DataFrame({"term": ["甲区", "乙路", "丙桥"]})
    said = findings.candidates(table, top=2)
    assert said.values == {"expressions": 3, "first": ("甲区", "乙路"), "beginning": True}
    assert "beginning with “甲区”" in said.en and "居前的是" in said.zh
    assert ": “甲区”, “乙路”, “丙桥”." in findings.candidates(table).en


def test_values_of_segmentation():
    table = _spans(*[(at, at + 1) for at in range(1200)])
    assert findings.engines(table, table).values == {"tokens": 1200}
    assert findings.engines(_spans((0, 2), (2, 6)), _spans((0, 2), (2, 4), (4, 6))).values == {
        "differ": 1 + 2,
        "of": 3,
    }
    cuts = pd.DataFrame({"term": ["数字民生", "监督", "新质"], "cut": ["数字 | 民生", "监督", "新 | 质"]})
    assert findings.terms_kept(cuts).values == {"terms": 3, "torn": 2}
    (quality,) = findings.segmentation_quality(_evaluation(general=(0.9, 0.8, 1.5, 2.0))).all
    assert quality.values == {
        "gold": "general",
        "f1": 0.9,
        "plain_f1": 0.8,
        "better": True,
        "crossing": 1.5,
        "plain_crossing": 2.0,
    }
    counts = pd.DataFrame({"n": [9, 8, 5, 4], "n_low": [7, 8, 5, 0], "n_high": [9, 8, 6, 9]})
    assert findings.sensitive_counts(counts).values == {
        "frequent": 4 - 1,
        "minimum": 5,
        "moved": 2,
        "others": 1,
    }


def test_values_of_clusters():
    trusted, agreement = findings.cluster_quality(toys.stability(), {"chapter": 0.237}).all
    assert trusted.values == {
        "clusters": 4,
        "stable": 1,
        "doubtful": 2,
        "not_supported": 1,
        "shuffled": 0.55,
        "beatable": True,
    }
    assert agreement.values == {
        "agreement": 0.24,
        "parts": "chapter",
        "repeats": "weakly",
        "largely": 0.5,
        "partly": 0.25,
        "weakly": 0.1,
    }


def test_thousands_are_parted_in_both_languages():
    terms = build("terms", [("toy", "发展", 12000, 500.0)])
    assert states(findings.top_terms(terms), ("发展 (12,000)", "50.0 %"), ("发展(12,000次)", "50.0%"))
    engines = findings.engines(_spans((0, 2)), _spans(*[(at, at + 1) for at in range(1200)]))
    assert states(engines, ("1,201 tokens of 1,200",), ("1,200个", "1,201处"))
    words = pd.DataFrame({"term": [f"甲{at}区" for at in range(1500)]})
    assert says(findings.candidates(words, top=0).en, "1,500 expressions")
    assert says(findings.candidates(words, top=0).zh, "1,500个")
