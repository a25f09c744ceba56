"""Sentences about the document and its integrity: numbers in both languages, one and many, the evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pandas as pd
import pytest

from analysis import __version__
from analysis.prose import Bilingual
from analysis.reading import read_text, sentences
from analysis.reading.document import Fact
from analysis.reading.genres import Genre
from analysis.report.pages import index_page
from analysis.showing import findings
from analysis.showing.finding import Finding
from analysis.study import Study
from analysis.tables import build
from tests.showing import toys
from tests.showing.seen import says, states

# --- the document ---------------------------------------------------------------------------------------


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
    assert states(found, ("bears no date", "1 sentence", "1 character"), ("1句", "1字"))
    for absent in ("chapter", "article", "paragraph", "Issued"):
        assert absent not in found.en
    assert "制定机关" not in found.zh and "未载明成文日期" in found.zh


@pytest.mark.parametrize(
    ("field", "en", "zh"),
    [
        ("adopted", "Adopted on 2019-01-08", "通过日期:2019-01-08"),
        ("approved", "Approved on 2019-01-08", "批准日期:2019-01-08"),
        (
            "amended",
            "Last amended, or the amendment approved, on 2019-01-08",
            "最近修正(或其批准)日期:2019-01-08",
        ),
        ("delivered", "Delivered on 2019-01-08", "报告(讲话)日期:2019-01-08"),
        ("issued", "Dated 2019-01-08", "成文日期:2019-01-08"),
    ],
)
def test_a_date_is_told_with_what_it_is(field: str, en: str, zh: str):
    document = replace(toys.bare(), facts=(Fact(field, "2019-01-08"), Fact("kind", "notice")))
    found = findings.document(document, toys.sentences_of(1))
    sizes = ("1 sentence", "1 character"), ("1句", "1字")
    assert states(found, ("A notice", en, *sizes[0]), ("文种:通知", zh, *sizes[1]))
    assert "no date" not in found.en and "未载明" not in found.zh


def test_the_number_of_a_document_is_told():
    facts = (Fact("number", "甲政发〔2022〕6号"), Fact("speaker", "张三"), Fact("kind", "notice"))
    found = findings.document(replace(toys.bare(), facts=facts), toys.sentences_of(1))
    assert "Number 甲政发〔2022〕6号." in found.en and "文号：甲政发〔2022〕6号。" in found.zh
    assert "Speaker: 张三." in found.en and "人：张三。" in found.zh
    assert "Number" not in findings.document(toys.bare(), toys.sentences_of(1)).en


@pytest.mark.parametrize("genre", get_args(Genre))
def test_every_kind_of_document_is_named_in_both_languages(genre: str):
    document = replace(toys.bare(), facts=(Fact("kind", genre),))
    found = findings.document(document, toys.sentences_of(1))
    told = genre != "other"
    assert ("文种" in found.zh) == told and found.en.count(".") == 3 + told


def test_the_first_page_tells_each_date_by_its_name():
    document = replace(toys.document(), facts=(Fact("delivered", "2019-01-08"), Fact("issued", "2019-02")))
    page = index_page(document, [], dict.fromkeys(("strip", "integrity", "findings", "methods"), "")).body
    assert "报告（讲话）日期</span></dt><dd>2019-01-08" in page and "成文日期</span></dt><dd>2019-02" in page
    assert "通过日期" not in page and "制定机关" not in page


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
        found, ("4 characters or more", "longest has 1,230"), ("半数句子在4字以上", "1,230字"), ("1.1.3",)
    )


def test_no_sentence_has_no_length():
    assert states(findings.sentence_lengths(build("sentences", [])), ("no sentence",), ("没有句子",))


# --- integrity ------------------------------------------------------------------------------------------


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
    assert "2 pieces of text around the body were left out, each listed with its reason in 01." in dropped.en
    assert "2处" in dropped.zh and dropped.zh.endswith("见01。")


def test_one_line_left_out_is_singular():
    check = toys.check(("dropped_line", 30, "", "版权所有", "foot", "页脚", "note"))
    told = findings.integrity(check).all
    assert len(told) == 2
    assert "1 piece of text around the body was left out" in told[1].en and "1处" in told[1].zh


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
        assert states(
            findings.lower_bound(check), ("Every heading found has text below it",), ("未发现有标题而无正文",)
        )
    table = toys.check(("cells", 9, "", "序号 任务", "a table", "表格", "note"))
    told = findings.lower_bound(table)
    assert states(told, ("has text or a table below it",), ("都有正文或表格",))
    assert "too low" not in told.en and "偏低" not in told.zh


# --- values ----------------------------------------------------------------------------------------------


def test_values_of_the_document():
    sizes = (("chapter", 3), ("article", 4), ("paragraph", 5), ("sentence", 6))
    assert findings.document(toys.document(), toys.sentences()).values == {
        "named": "title",
        "title": "关于民生的意见",
        "issuer": "某委员会",
        "number": "",
        "speaker": "",
        "kind": "",
        "adopted": "2025-11-25",
        "approved": "",
        "amended": "",
        "delivered": "",
        "issued": "",
        "dated": True,
        "sizes": sizes,
        "characters": 12 + 20 + 12 + 6,
        "headed": "",
        "renumbered": "",
    }
    bare = findings.document(toys.bare(), toys.sentences_of(1000, 234)).values
    assert bare["sizes"] == (("sentence", 2),) and bare["characters"] == 1234
    assert not bare["issuer"] and not bare["adopted"] and not bare["dated"]


@pytest.mark.parametrize(
    ("first", "second", "headed"),
    [
        ("（一）加快发展。", "（二）改善民生。", "（一）"),
        ("第一条 加快发展。", "第二条 改善民生。", ""),
        ("1.加快发展。", "2.改善民生。", ""),
    ],
)
def test_what_is_called_an_article_is_said_where_nobody_would_call_it_so(
    first: str, second: str, headed: str
):
    document = read_text(f"某市意见\n第一章 任务\n{first}\n大力发展。\n{second}\n大力改善。", id="x")
    found = findings.document(document, toys.sentences_of(7))
    assert found.values["headed"] == headed and document.articles
    assert (f"numbered {headed}." in found.en) == (f"以{headed}编号" in found.zh) == bool(headed)


def _told(text: str) -> Finding:
    return findings.document(read_text(text, id="x"), toys.sentences_of(7))


def test_sections_under_unnumbered_headings_are_no_articles():
    paragraph = "工业总产值比上年增长百分之十五，超额完成计划，各族人民生活得到改善，市场供应明显好转。"
    sections = [f"\n\n{title}\n\n{paragraph}\n\n{paragraph}\n" for title in ("工业的成就", "今后的任务")]
    found = _told(f"某县报告\n\n{paragraph}\n{''.join(sections)}")
    assert "2 sections under unnumbered headings" in found.en and "call such a section an article" in found.en
    assert "2个小标题下的部分" in found.zh and "称为“条”" in found.zh
    assert "articles" not in found.en and "2条" not in found.zh
    numbered = _told("某县报告\n1.工业的成就\n增长较快。\n2.今后的任务\n努力生产。")
    assert "2 articles" in numbered.en and "2条" in numbered.zh
    assert "unnumbered" not in numbered.en and "小标题" not in numbered.zh


def test_annexes_are_told_apart_from_chapters():
    notice = "某市通知\n一、提高认识\n（一）学习\n学深学透。\n二、加强检查\n（二）自查\n查漏补缺。\n"
    two = _told(notice + "附件1\n检查安排\n安排如下。\n附件2\n督查名单\n名单如下。\n")
    assert "2 chapters, 2 annexes (附件), 2 articles" in two.en and "2章、2个附件、2条" in two.zh
    one = _told(notice + "附件\n检查安排\n安排如下。\n")
    assert "2 chapters, 1 annex (附件), 2" in one.en and "2章、1个附件" in one.zh
    none = _told(notice)
    assert "2 chapters, 2 articles" in none.en and "附件" not in none.en + none.zh


def test_a_document_without_a_title_is_called_by_its_file_and_so_said():
    found = findings.document(read_text("我们改善民生。", id="x", source="x.txt"), toys.sentences_of(7))
    assert found.values["named"] == "file"
    assert found.en.startswith("It bears no title (file: x") and found.zh.startswith("未标题名（文件：x")


def test_values_of_sentence_lengths():
    found = findings.sentence_lengths(toys.sentences_of(2, 4, 6, 1230))
    assert found.values == {"median": 6, "longest": 1230}, "two of four have six or more"


def test_values_of_integrity():
    check = toys.check(
        toys.EMPTY_ARTICLE,
        ("numbering", 20, "", "", "6 follows 4?", "4之后是6？", "problem"),
        ("encoding", 1, "", "", "read as gb18030", "按gb18030读入", "note"),
        ("dropped_line", 30, "", "版权所有", "foot", "页脚", "note"),
    )
    empty, numbering, notes, dropped = findings.integrity(check).all
    assert empty.values == {
        "lines": (14,),
        "texts": ("4.附则。",),
        "more": False,
        "detail": Bilingual("no body", "没有正文"),
        "question": False,
    }
    assert numbering.values["question"] and numbering.values["texts"] == ()
    assert notes.values == {"notes": ((1, Bilingual("read as gb18030", "按gb18030读入")),)}
    assert dropped.values == {"lines": 1}


def test_values_of_many_problems_and_of_lower_bounds():
    (four,) = findings.integrity(_empty_articles(4)).all
    assert four.values["lines"] == (10, 11, 12, 13) and four.values["more"]
    assert four.values["texts"] == ("标题甲", "标题乙", "标题丙")
    assert findings.lower_bound(_empty_articles(2)).values == {"headings": 2, "titles": ("标题甲", "标题乙")}
    assert findings.lower_bound(toys.check(toys.EMPTY_ARTICLE)).values == {
        "headings": 1,
        "titles": ("4.附则",),
    }


def test_lines_beyond_a_thousand_keep_their_number_as_it_stands_in_the_file():
    check = toys.check(("numbering", 12345, "", "", "a gap", "缺号", "problem"))
    (found,) = findings.integrity(check).all
    assert states(found, ("Line 12345: a gap",), ("第12345行:缺号",))


def test_what_the_figures_were_made_with_is_ready_to_be_quoted(study: Study):
    methods, citation = findings.methods(study).all
    assert methods.values["setup"] == study.setup.hash(study.local)[:12]
    assert len(methods.values["digest"]) == 12
    for text in (methods.en, methods.zh, citation.en, citation.zh):
        assert study.document.title in text and __version__ in text and "2020-11-30" in text


def test_a_document_that_was_amended_is_cited_by_the_day_of_its_last_amendment(study: Study):
    facts = (*study.document.facts, Fact("amended", "2023-05-06"))
    amended = Study(replace(study.document, facts=facts), study.setup)
    for found in findings.methods(amended).all:
        assert "decided or approved on 2023-05-06" in found.en and "2023-05-06修正" in found.zh
        assert "2020-11-30" not in found.en + found.zh
    for found in findings.methods(study).all:
        assert "amended" not in found.en and "修正" not in found.zh


def test_articles_put_in_later_are_told_since_the_running_numbers_leave_the_printed_ones():
    text = "某市供水条例\n第一条　为了供水。\n第二条　保障供水。\n第二条之一　节约用水。\n第三条　施行。\n"
    document = read_text(text, id="x")
    found = findings.document(document, sentences(document))
    assert found.values["renumbered"] == "第二条之一"
    assert "from 第二条之一 on" in found.en and "自第二条之一起" in found.zh
    plain = read_text(text.replace("第二条之一　节约用水。\n", ""), id="x")
    assert findings.document(plain, sentences(plain)).values["renumbered"] == ""
