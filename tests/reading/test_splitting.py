"""Sentences end at stops, and at nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading import check, read_text
from analysis.reading.splitting import lost_characters, spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["引进Yahoo!公司和E!频道。", "办好服务。"],
        ["见http://www.a.cn/s?id=1&p=2页面。", "完。"],
        ["怎么办?", "我们要实干!", "好!"],
        ["是不是?!", "“对吗?”", "他答。"],
        ["OK?", " 好。"],
        ["建设?梨科创谷，服务?梨街道。", "改善民生。"],
        ["支持甲乡、?家镇发展。"],
    ],
)
def test_sentences_end_at_stops_alone(sentences: list[str]):
    assert cut("".join(sentences)) == sentences


@given(st.text(alphabet="甲乙。？！?!a1/ ”》，\n", max_size=40))
def test_sentences_joined_are_the_text_without_line_feeds(text: str):
    assert "".join(cut(text)) == text.replace("\n", "")


@pytest.mark.parametrize(
    "text, places",
    [
        ("建设?梨科创谷", [2]),
        ("支持甲乡、?家镇", [5]),
        ("?家镇发展", [0]),
        ("如何发展?我们认为", []),
        ("发展了吗?还没有", []),
        ("发展?", []),
        ("a?b", []),
        ("进入前1?。", [4]),  # a ‱ once
        ("增长5?是的", []),
    ],
)
def test_a_question_mark_in_a_character_s_place_is_one_where_nothing_is_asked(text: str, places: list[int]):
    assert lost_characters(text) == places


def test_lost_characters_are_told_once_with_their_number():
    text = "某区规划\n一、目标\n建设?梨科创谷。\n支持?梨街道、?家镇。\n二、任务\n怎么办?我们要实干。"
    (row,) = check(read_text(text, id="x")).query("finding == 'lost_character'").itertuples()
    assert (row.line, row.severity) == (3, "problem") and "3 times" in row.detail and "3处" in row.detail_zh


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("巩固优势。（海关负责）支持企业。", ["巩固优势。（海关负责）", "支持企业。"]),
        (
            "减税。（牵头单位：税务局（分局）；10月底前完成）",
            ["减税。（牵头单位：税务局（分局）；10月底前完成）"],
        ),
        (
            "减税。（牵头单位：税务局。配合单位：财政局）退税。",  # a stop within
            ["减税。（牵头单位：税务局。配合单位：财政局）", "退税。"],
        ),
        ("减税。(税务局牵头，财政局配合)。退税。", ["减税。(税务局牵头，财政局配合)。", "退税。"]),
        ("（海关负责）支持企业。", ["（海关负责）支持企业。"]),  # nothing before it in the paragraph
        (
            "建成一期。（二期在建）明年完成。",
            ["建成一期。", "（二期在建）明年完成。"],
        ),  # nobody answers for it
    ],
)
def test_who_answers_for_a_measure_belongs_to_it(text: str, sentences: list[str]):
    assert [text[start:end] for start, end in spans(text)] == sentences


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("开展“你好！某市”行动，办好节会。", 1),
        ("他说：“好！”大家鼓掌。", 2),
        ("他说：“好！干吧！”大家鼓掌。", 3),
        ("我们要说：“干！这是人民的事业，是千秋万代的事业，要一代一代干下去”。", 2),
    ],
)
def test_a_stop_in_a_short_name_in_quotes_ends_nothing(text: str, n: int):
    assert len(spans(text)) == n
