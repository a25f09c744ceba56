"""Structure and sentences on small texts, and as properties over generated ones."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.reading import Document, check, read_text, sentences
from analysis.reading.debris import debris
from analysis.reading.splitting import spans
from analysis.tables import InputProblem

TOY = """关于制定甲区规划的建议
（2020年5月6日全体会议通过）
这是开篇段，说明为什么要制定这个规划和它的意义。
一、总体要求
导语说明本章的总体要求。还有第二句。
1.指导思想。
坚持新发展理念。
——第一条原则。坚持人民至上。
2.主要目标。
到2025年，城区更美！
二、保障措施
3.组织领导。
加强领导"""


@pytest.fixture
def toy() -> Document:
    return read_text(TOY, id="toy")


def test_ids_follow_the_contract(toy: Document):
    assert sentences(toy)["sentence_id"].tolist() == [
        "p0.1.1",
        "c1.1.1",
        "c1.1.2",
        "1.1.1",
        "1.2.1",
        "1.2.2",
        "2.1.1",
        "3.1.1",
    ]


def test_headings_are_rows_only_on_request(toy: Document):
    assert "heading" not in set(sentences(toy)["kind"])
    headings = sentences(toy, headings=True).query("kind == 'heading'")
    assert headings["sentence_id"].tolist() == ["c1", "1", "2", "c2", "3"]


def test_title_date_and_issuer_come_from_the_text(toy: Document):
    assert (toy.title, toy.adopted) == ("关于制定甲区规划的建议", "2020-05-06")
    assert (
        read_text("中共甲区委关于制定规划的建议\n一、目标\n1.甲。\n乙丙丁。", id="x").issuer == "中共甲区委"
    )


def test_document_without_chapters_has_articles_only():
    flat = read_text("一、总体要求\n坚持新发展理念。\n二、目标\n城区更美。", id="flat")
    assert sentences(flat)["sentence_id"].tolist() == ["1.1.1", "2.1.1"]
    assert set(sentences(flat)["chapter"]) == {0}


def test_plain_prose_has_an_opening_only():
    assert sentences(read_text("今天天气很好。我们去公园。", id="x"))["sentence_id"].tolist() == [
        "p0.1.1",
        "p0.1.2",
    ]


def test_restarted_numbering_keeps_ids_apart():
    restarted = read_text("一、甲\n1.子。\n正文甲。\n二、乙\n1.丑。\n正文乙。", id="x")
    assert [(part.id, part.label) for part in restarted.articles] == [("1", "1"), ("2", "1")]
    assert check(restarted).empty


def test_gaps_repeats_and_missing_bodies_are_found():
    broken = read_text("一、甲\n1.子。\n正文。\n3.丑。\n三、乙\n4.寅\n正文。\n四、丙", id="x")
    found = check(broken)[["finding", "heading_id"]].values.tolist()
    assert ["numbering", "2"] in found and ["numbering", "c2"] in found
    assert ["empty_article", "2"] in found and ["empty_chapter", "c3"] in found
    assert ["heading_stop", "3"] in found


def test_a_sound_document_has_no_findings(toy: Document):
    assert check(toy).empty


def test_debris_inside_the_body_is_not_dropped():
    kept = read_text("一、甲\n1.子。\n评论\n正文完。\n点赞", id="x")
    assert [drop.text for drop in kept.dropped] == ["点赞"]
    assert "评论" in kept.text


_FORMS = ["（信息公开形式：主动公开）", "信息公开类别：依申请公开"]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize(
    "below", ["附件1\n检查安排\n安排如下。", "某市检查办法\n第一条 为了检查。\n第二条 每年两次。"]
)
def test_how_a_notice_is_published_is_no_text_of_it(form: str, below: str):
    notice = "某市通知\n一、检查\n全面检查。\n二、整改\n限期整改。\n某市人民政府办公室\n2016年11月21日"
    found = read_text(f"{notice}\n{form}\n{below}", id="x")
    assert [(drop.reason, drop.text) for drop in found.dropped] == [("publication mark", form)]
    assert "信息公开" not in found.text and "2.2" not in [part.id for part in found.passages]


def test_what_speaks_of_publication_within_a_text_stays():
    for line in ("信息公开形式：主动公开", "信息公开形式：以主动公开为主，及时回应关切。"):
        found = read_text(
            f"某市方案\n一、公开\n{line}\n二、检查\n每年检查。\n附件1\n安排\n安排如下。", id="x"
        )
        assert line in found.text and not found.dropped


def test_a_line_that_gives_a_date_is_called_so():
    for line in (
        "成文日期：2016年11月21日",
        "时间：2026-02-11",
        "2026-02-03 09:02:33",
        "日期：二〇一六年五月六日",
    ):
        assert debris(line) == "date line"
    for line in ("浏览次数：3126次", "发布时间：2021-02-05 来源：市政府办公室 浏览次数：76"):
        assert debris(line) == "page views or date"
    assert debris("时间紧、任务重，要抓紧落实。") == ""


def test_prose_is_never_debris():
    assert not debris("加强网络评论队伍建设,推动媒体融合向纵深发展。" * 8)
    assert not debris("十、推动全区上下团结一心")


def test_text_without_any_line_is_refused():
    with pytest.raises(InputProblem, match="no sentence found"):
        read_text(" \n\n", id="blank")


@given(st.text(alphabet="甲乙,。！？!?”’）)一、1.—\n ", max_size=60))
def test_sentences_joined_are_the_passage(text: str):
    """But for line feeds, where a text set one sentence a line has lost its stops."""
    assert "".join(text[start:end] for start, end in spans(text)) == text.replace("\n", "")


LINE = st.text(
    alphabet="甲乙丙一二十、123.．。,，！；：—“”()（）第章条节①㈠ \u3000\u200b　０⺠a",
    min_size=1,
    max_size=25,
)
LINES = st.lists(LINE, min_size=1, max_size=14)


@settings(max_examples=300)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n\n\n"]))
@example(["1", ", 1", "1 ,", "1"], "\n")
def test_nothing_is_lost_doubled_or_moved(lines: list[str], end: str):
    """
    Every character of the file is in the text or in a dropped line, once and in order, but for white space.
    """
    raw = end.join(lines)
    try:
        document = read_text(raw, id="x")
    except InputProblem as problem:
        assert "no sentence found" in str(problem)
        return
    kept = bare(document.text) + "".join(bare(drop.text) for drop in document.dropped)
    assert sorted(kept) == sorted(bare(raw))
    for at, character in enumerate(document.text):
        if not character.isspace() and not is_glue(document, at):
            source, line = document.origin(at)
            assert bare(raw[source]) == bare(character)
            assert line == len(re.findall(r"\r\n|\r|\n", raw[:source])) + 1


def bare(text: str) -> str:
    """A text without white space and zero-width characters, with digits and radicals mapped."""
    return re.sub(r"[\s\u200b]", "", text).replace("０", "0").replace("⺠", "民")


def is_glue(document: Document, at: int) -> bool:
    return document.text[at] == " "


@settings(max_examples=200)
@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_parts_cover_the_text_and_sentences_cover_the_parts(lines: list[str], end: str):
    try:
        document = read_text(end.join(lines), id="x")
    except InputProblem:
        return
    at = 0
    for part in document.parts:
        assert part.start >= at and document.text[at : part.start].strip() == "" and part.end > part.start
        at = part.end
    assert document.text[at:].strip() == ""
    table = sentences(document, headings=True)
    assert table["sentence_id"].is_unique
    assert all(document.text[row.start : row.end] == row.text for row in table.itertuples())
    for part in document.passages:
        inside = table[(table["start"] >= part.start) & (table["end"] <= part.end)]
        assert "".join(inside["text"]) == document.text[part.start : part.end].replace("\n", "")
    assert set(check(document)["severity"]) <= {"problem", "note"}
