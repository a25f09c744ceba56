"""Quotations: nested, split over sentences, unbalanced; and what kind each is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.judgements.quotes import quotes
from analysis.judgements.slogans import kind_of, slogans
from analysis.reading import read_text, sentences
from analysis.study import Study


def table(text: str):
    document = read_text(f"某市规划\n一、任务\n{text}\n", id="x")
    return slogans(document, sentences(document)).set_index("expression")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“三严三实”教育", "formula"),
        ("“一带一路”建设", "formula"),
        ("“百姓大舞台”活动", "expression"),  # 百 counts nothing there
        ("“一站式”服务", "expression"),
        ("“马上就办、真抓实干”", "slogan"),
        ("“绿水青山就是金山银山”理念", "slogan"),
        ("“小巨人”企业", "expression"),
        ("“雪亮工程”", "name"),
        ("“人才兴链”行动", "name"),
        ("“三大任务、一大平台”", "slogan"),  # a list is no platform
        ("“投、补、贷、保”农业政策工具", "expression"),  # lists of tools and of complaints
        ("“看病难、看病贵、看病繁”现象", "expression"),
        ("“政府服务环境、产业生态环境、社会生活环境”", "expression"),
        ("“去库存、保交房、优保障以及建造产业转型”", "expression"),
        ("“不敢腐、不能腐、不想腐”", "slogan"),
        ("“渝快助农贷”等金融服务", "name"),  # products, brands, platforms
        ("“巴味渝珍”“酉阳800”等区域公用品牌", "name"),
        ("“民呼我为”平台群众满意度", "name"),
        ("“模力高地”等人工智能创新孵化生态社区", "name"),
        ("“春风满巴渝”社会风气提升行动", "name"),
        ("“相约春天赏樱花”经贸洽谈", "name"),
        ("“一站式”服务平台", "expression"),
        ("“小巨人”企业培育行动", "expression"),
        ("新时代“鱼米之乡”", "expression"),  # an epithet
        ("“股权投资做引导、债权融资做增信、公开募资做培育”", "slogan"),
        ("粮食“二十二连丰”", "expression"),
        ("实现“九连好”", "expression"),  # counts times, and no things
        ("“十五五”时期", "period"),
        ("《城乡规划法》", "document"),
        ("《沉默的荣耀》", "work"),
        ("“关于党内政治生活的若干准则”", "document"),
        ("总书记指出：“没有农业农村现代化，就没有整个国家的现代化。”", "speech"),
        ("总书记强调，“江山就是人民，人民就是江山”", "slogan"),
    ],
)
def test_what_a_quotation_is(text: str, kind: str):
    assert kind_of(text, quotes(text)[0]) == kind


def test_counts_and_first_place_by_hand():
    found = table("落实“放管服”改革。建设“智慧城管”，深化“放管服”改革。")
    assert found.loc["放管服", ["n", "first", "sentence_ids"]].tolist() == [2, "1.1.1", "1.1.1 | 1.1.2"]
    assert found.index.tolist() == ["放管服", "智慧城管"]  # the most frequent first


def test_a_quotation_inside_a_title_is_no_slogan_and_one_inside_another_is():
    found = table("落实《关于“三农”工作的意见》，践行“‘两山’转化”理念。")
    assert found["kind"].to_dict() == {
        "关于“三农”工作的意见": "document",
        "‘两山’转化": "expression",
        "两山": "formula",
    }


def test_a_character_in_marks_is_part_of_a_word():
    assert table("坚定反“独”促统，完善“两会”制度。").index.tolist() == ["两会"]


def test_a_quotation_over_two_sentences_belongs_to_both():
    found = table("他说：“工作要做实。作风要转变。”我们照办。")
    assert found["kind"].tolist() == ["speech"]
    assert found["sentence_ids"].tolist() == ["1.1.1 | 1.1.2"]


def test_one_expression_has_one_kind():
    found = table("开展“互联网+”行动，发展“互联网+”。")
    assert found.loc["互联网+", ["kind", "n"]].tolist() == ["name", 2]


def test_marks_that_nothing_closes_or_opens_are_passed():
    assert quotes("”八五”期间“九五") == []
    (one,) = quotes("“甲“乙”")
    assert (one.start, one.end) == (3, 4)


@given(st.text("甲乙“”‘’《》"))
def test_quotations_lie_in_the_text_and_nest(text: str):
    for one in quotes(text):
        assert 0 < one.start < one.end < len(text)
        assert text[one.start - 1] == one.mark


def test_many_open_marks_cost_no_more_than_their_number():
    assert quotes("“" * 20_000 + "甲" + "”" * 20_000)  # of 20,000 open marks the innermost few are kept
    assert len(quotes("“" * 20_000 + "甲" + "”" * 20_000)) <= 8


def test_the_proposal(study: Study):
    found = study.table("slogans").set_index("expression")
    assert found.loc["十四五", "kind"] == "period"
    assert found.loc["一网通办", "sentence_ids"] == "1.6.2 | 6.7.2"  # its heading is no sentence
    assert set(study.table("slogans", kind="formula")["kind"]) == {"formula"}
