"""What a check says of a document: each finding with its line, and nothing of a sound one."""

from __future__ import annotations

import pytest

from analysis.reading import check, read, read_text
from tests.conftest import DOCUMENTS

SOUND = (
    "关于制定甲区规划的建议\n开篇说明制定规划的意义。\n一、甲\n1.子。\n正文甲。\n2.丑。\n正文乙。\n二、乙\n"
    "3.寅。\n正文丙。"
)


def findings(text: str) -> list[tuple[str, int]]:
    return list(check(read_text(text, id="x"))[["finding", "line"]].itertuples(index=False, name=None))


def test_a_sound_document_has_none():
    assert findings(SOUND) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("正文乙。\n", ""), [("empty_article", 6)]),
        (("3.寅。\n正文丙。", ""), [("empty_chapter", 8)]),
        (("3.寅", "5.寅"), [("numbering", 9)]),
        (("二、乙", "一、乙"), []),  # a return to 1 begins anew
        (("二、乙", "三、乙"), [("numbering", 8)]),
        (("2.丑。", "2.丑"), [("heading_stop", 6)]),
        (("正文甲。", "正文甲" + "，很长" * 300 + "。"), [("long_sentence", 5)]),
        (("3.寅", "3." + "推进经济社会发展的重大任务" * 4), [("long_heading", 9)]),
        (("3.寅", "3." + "推进经济社会发展的重大任务" * 3), []),
        (("正文甲。", "正文甲。\n甲乙"), [("short_passage", 6)]),
        (("正文甲。", "正文\ufffd甲\ue000。"), [("garbled", 5)]),
        (("正文甲。", "锟斤拷正文。"), [("garbled", 5)]),
        (("正文甲。", "正文\u200b甲。"), [("repair", 5)]),
        (("正文甲。", "正文⺠生。"), [("repair", 5)]),
        (("正文甲。", "在２０２５年。"), [("repair", 5)]),
        (("正文甲。", "正文\x07甲。"), [("repair", 5)]),
        (("开篇", "点赞\n开篇"), [("dropped_line", 2)]),
    ],
)
def test_each_defect_is_found_in_its_line(change: tuple[str, str], expected: list[tuple[str, int]]):
    assert change[0] in SOUND
    assert findings(SOUND.replace(*change)) == expected


def test_annexes_that_are_announced_and_missing():
    listed = "附件：1．安排表\n2．名单\n3．统计表\n\n"
    text = f"某市关于检查的通知\n各县：\n做好检查工作。\n{listed}附件1\n安排表\n一、开展检查。\n"
    table = check(read_text(text, id="x"))
    row = table[table["finding"] == "annexes"].iloc[0]
    assert row["detail"].startswith("3 annexes are announced here, 1 is in the file") and row["line"] == 4
    assert row["detail_zh"].startswith("此处列有3个附件，文件中有1个")
    whole = check(read_text(text.replace("2．名单\n3．统计表\n", ""), id="x"))
    assert "annexes" not in whole["finding"].tolist()


def test_long_headings_that_are_all_long_are_no_defect():
    told = "一、" + "甲" * 50 + "\n正文。\n二、" + "乙" * 60 + "\n正文。\n三、" + "丙" * 45 + "\n正文。\n"
    assert "long_heading" not in [finding for finding, _ in findings("规划\n" + told)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("私たちの計画は地域の発展を目指すものです。未来に向けて進みます。" * 5, "Japanese"),
        ("우리의 계획은 지역 발전을 목표로 합니다. 미래를 향해 나아갑니다." * 5, "Korean"),
        ("The plan sets out goals for the development of the district. " * 5, "not Chinese"),
    ],
)
def test_another_language_is_told(text: str, language: str):
    table = check(read_text(text, id="x"))
    assert language in table.loc[table["finding"] == "not_chinese", "detail"].item()


def test_blocks_left_out_are_one_row_each_with_their_reason():
    table = check(read(DOCUMENTS / "shanghai-14fyp-outline-2021.txt"))
    blocks = table[table["finding"] == "dropped_block"]
    assert blocks["detail"].tolist() == [
        "left out: table of contents, 94 lines from here to line 97",
        "left out: page number, 154 lines from here to line 3354",
        "left out: glossary, 183 lines from here to line 3359",
    ]


def test_gaps_of_a_real_document_are_found():
    """The ninth plan's copy has lost the dot of a 6 and made a comma of that of a 2."""
    table = check(read(DOCUMENTS / "national-9fyp-one-sentence-per-line.txt"))
    assert table.loc[table["finding"] == "number_mark", "line"].tolist() == [49, 628]
    assert "numbering" not in set(table["finding"])


def test_a_long_text_without_a_title_is_told():
    text = "一、甲\n" + "正文说明要求。\n" * 300 + "二、乙\n正文。"
    assert ("no_title", 1) in findings(text)
    assert ("no_title", 1) not in findings("关于甲的意见\n" + text)


STOPS = ["（一）修路。", "路好走了。", "（二）架桥。", "桥架好了。", "（三）通水。", "水通了。"]


def stops(lines: list[str]) -> list[int]:
    text = "\n".join(["某县报告", "一、回顾", *STOPS, "二、任务", *lines])
    return [line for finding, line in findings(text) if finding == "heading_stop"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["（一）种树", "多种树。", "（二）治沙", "治好沙。"], []),  # a chapter of its own style
        (
            ["（一）种树", "多种树。", "（二）治沙。", "治好沙。", "（三）修渠", "修好渠。"],
            [12],
        ),  # in it the odd one
        (["（一）种树", "多种树。", "（二）治沙。", "治好沙。"], [10]),  # even: as in the whole document
        (["（一）种树", "多种树。"], [10]),
        (["（一）种树。", "多种树。", "（二）治沙。", "治好沙。"], []),
    ],
)
def test_closing_stops_are_compared_within_a_chapter(lines: list[str], expected: list[int]):
    assert stops(lines) == expected


def test_articles_put_in_between_are_no_repeats():
    text = "第一条修路。\n第二条架桥。\n第二条之一通水。\n第二条之二通电。\n第三条种树。\n"
    assert findings("某县条例\n" + text) == []
    assert findings("某县条例\n" + text + "第三条治沙。") == [("numbering", 7)]
