"""Lines that break a paragraph where each is one, and what a copy has run together or torn."""

from __future__ import annotations

import pytest

from analysis.reading import Document, read_text

PARAGRAPHS = [
    "　　完善公共交通线网，优化公交车站的设置，方便居民换乘。",
    "　　推进慢行系统建设，新建自行车道三十公里，改造人行天桥。",
    "　　规范停车秩序，新增公共停车位两千个，清理占道停车。",
    "　　加强交通安全宣传，组织志愿者上路劝导，减少违法行为。",
    "　　更新公交车辆，全部使用新能源，降低能耗和排放。",
    "　　建设智慧交通平台，汇集各部门数据，提高通行效率。",
]


def bodies(document: Document) -> list[str]:
    return [document.text[part.start : part.end] for part in document.passages]


def read_lines(lines: list[str]) -> Document:
    return read_text("\n".join(lines), id="x")


@pytest.mark.parametrize("at", [12, 16, 21])
@pytest.mark.parametrize("torn", [[0], [1, 4], [*range(12)]])
def test_what_is_not_indented_goes_on_where_paragraphs_are(at: int, torn: list[int]):
    lines = [
        piece
        for index, text in enumerate(PARAGRAPHS + PARAGRAPHS)
        for piece in ((text[:at], text[at:]) if index in torn else (text,))
    ]
    document = read_lines(["某区交通规划", "第一章 任务", *lines])
    assert document.setting == "lines"
    assert bodies(document) == 2 * [text.strip() for text in PARAGRAPHS]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("　　绿化工作。", "市容整洁，街道干净，居民满意"),  # the paragraph above has ended
        ("　　绿化，美化，亮化", "二、保障"),
        ("　　（一）绿化、美化", "市容整洁，街道干净。"),  # a heading, and its text
        ("　　某区人民政府", "交通运输局负责，各街道配合"),  # nothing that is under way
    ],
)
def test_a_line_that_begins_something_does_not_go_on(above: str, line: str):
    document = read_lines(["某区交通规划", "第一章 任务", *PARAGRAPHS, *PARAGRAPHS, above, line, *PARAGRAPHS])
    starts = {document.text[part.start : part.end].strip()[:6] for part in document.parts}
    assert line[:6] in starts


@pytest.mark.parametrize(
    "pieces",
    [
        ["依照", "《公路法》", "的规定，查处超限。"],
        ["对", "《桥梁规范》", "、", "《隧道规范》", "作了修订。"],
    ],
)
def test_a_paragraph_torn_at_links_is_whole_also_between_blank_lines(pieces: list[str]):
    first = f"　　（一）加强执法，整治路域环境。{pieces[0]}"
    document = read_text(
        "\n\n".join(["某区交通报告", "　　一、回顾", *PARAGRAPHS, first, *pieces[1:], *PARAGRAPHS]), id="x"
    )
    assert document.setting == "blank"
    assert any("".join(pieces) in body for body in bodies(document))
    assert len(document.passages) == 2 * len(PARAGRAPHS) + 1


def test_lines_are_not_joined_where_no_paragraph_is_indented():
    lines = [text.strip("　。") for text in PARAGRAPHS]
    assert bodies(read_lines(["某区交通规划", "一、任务", *lines])) == lines


# --- subscripts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gas", [("PM", "2.5"), ("SO", "2"), ("O", "3")])
def test_a_sentence_torn_at_a_subscript_is_whole(gas: tuple[str, str]):
    name, number = gas
    lines = [
        "某区环境报告",
        "一、空气",
        f"全区大气中{name}",
        number,
        "浓度下降，居民满意。",
        "蓝天增多。",
    ]
    assert bodies(read_lines(lines)) == [f"全区大气中{name}{number}浓度下降，居民满意。", "蓝天增多。"]


@pytest.mark.parametrize("line", ["二、水质", "2", "12.5"])
def test_a_number_below_anything_else_is_no_subscript(line: str):
    document = read_lines(["某区环境报告", "一、空气", "全区空气质量继续改善", line, "河流更加清澈。"])
    assert "改善2" not in document.text and "改善12" not in document.text


# --- contents and notes -----------------------------------------------------------------------------------

BODY = [
    "前言", "交通是城市的血脉。", "第一章道路", "道路畅通。", "第二章公交", "公交便利。",
    "第三章停车", "停车有序。",
]  # fmt: skip


@pytest.mark.parametrize(
    "contents",
    [
        ["目录前言", "第一章道路第二章公交", "第三章停车"],
        ["目　录　前言", "第一章道路", "第二章公交第三章停车前言"],
        ["目录", "前言", "第一章道路第二章公交第三章停车"],
        ["目录前言第一章道路第二章公交第三章停车"],
    ],
)
def test_contents_whose_entries_run_together_are_left_out(contents: list[str]):
    body = BODY[1:] if contents[-1].endswith("前言") else BODY
    document = read_lines(["某区交通规划", *contents, *body])
    assert [part.title for part in document.headings.values()] == ["前言", "道路", "公交", "停车"]
    assert {drop.reason for drop in document.dropped} == {"table of contents"}


def test_a_heading_that_begins_with_the_word_for_contents_stays():
    document = read_lines(
        ["某区档案办法", "第一章目录管理", "目录由档案馆编。", "第二章附则", "即日起施行。"]
    )
    assert [part.title for part in document.headings.values()] == ["目录管理", "附则"]
    assert not document.dropped


NOTES = [
    ("四网融合", "轨道、公交、慢行和停车四张网。"),
    ("两个中心", "客运中心。\n货运中心。"),
    ("一卡通", "公交卡。"),
]


@pytest.mark.parametrize("mark", ["［{}］", "[{}]", "{}.", "注{}：", "〔{}〕"])
@pytest.mark.parametrize("heading", ["注释", "注：", "尾注"])
def test_notes_of_two_lines_and_more_are_left_out(mark: str, heading: str):
    notes = [f"{mark.format(n)}{term}：\n{text}" for n, (term, text) in enumerate(NOTES, start=1)]
    body = ["某区报告", "一、回顾", "道路畅通，公交便利。" * 9, "二、任务", "停车有序，车位充足。" * 9]
    document = read_lines([*body, heading, *notes])
    assert {drop.reason for drop in document.dropped} == {"notes"}
    assert len(document.passages) == 2


def test_a_text_below_a_note_s_heading_that_counts_nothing_stays():
    document = read_lines(
        ["某区报告", "一、回顾", "道路畅通。", "注释", "由交通局负责解释。", "数据为初步统计。"]
    )
    assert not document.dropped


def test_what_a_name_is_short_for_goes_on_where_a_link_has_torn_it_off():
    lines = [line for one in PARAGRAPHS * 2 for line in (one.strip(), "")]
    lines += [
        "（一）扩大开放。落实国民待遇。积极推动加入",
        "某某伙伴关系协定",
        "（CPTPP）等协议，稳步扩大开放。",
        "",
    ]
    assert any("积极推动加入某某伙伴关系协定（CPTPP）等协议" in body for body in bodies(read_lines(lines)))
