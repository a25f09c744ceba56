"""Headings: against the hand-made truth, under every style of numbering, and what is none."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading import Document, check, outline, read, read_text, sentences
from analysis.reading.numbering import breaks, label_of, number
from tests.conftest import DOCUMENTS, WRITTEN
from tests.gold.measures import heading_truth, headings_found


@pytest.mark.parametrize(
    ("folder", "name"),
    [(folder, name) for folder in (DOCUMENTS, WRITTEN) for name in sorted(heading_truth(folder))],
)
def test_headings_equal_the_truth(folder: Path, name: str):
    expected, found = heading_truth(folder)[name], headings_found(read(folder / f"{name}.txt"))
    f1 = 2 * len(expected & found) / (len(expected) + len(found))
    assert f1 >= (0.98 if folder == DOCUMENTS else 0.95), (found - expected, expected - found)


# --- every style of numbering gives the same tree -----------------------------------------------------------

_CN = "零一二三四五六七八九十"
STYLES = {
    "第X篇": lambda n, _: f"第{_CN[n]}篇 ",
    "第X编": lambda n, _: f"第{_CN[n]}编　",
    "第X章": lambda n, _: f"第{_CN[n]}章 ",
    "第X节": lambda n, _: f"第{_CN[n]}节 ",
    "第X条": lambda n, _: f"第{_CN[n]}条 ",
    "一、": lambda n, _: f"{_CN[n]}、",
    "一．": lambda n, _: f"{_CN[n]}．",
    "（一）": lambda n, _: f"（{_CN[n]}）",
    "(一)": lambda n, _: f"({_CN[n]})",
    "㈠": lambda n, _: chr(0x3220 + n - 1),
    "1.": lambda n, _: f"{n}.",
    "1．": lambda n, _: f"{n}．",
    "1、": lambda n, _: f"{n}、",
    "１、": lambda n, _: f"{chr(0xFF10 + n)}、",
    "（1）": lambda n, _: f"（{n}）",
    "1)": lambda n, _: f"{n})",
    "⑴": lambda n, _: chr(0x2474 + n - 1),
    "①": lambda n, _: chr(0x2460 + n - 1),
    "1.1": lambda n, above: f"{above}.{n} ",
    "1.1 close": lambda n, above: f"{above}.{n}",
}
_SAME = [
    ("一、", "一．"), ("（一）", "(一)"), ("1.", "1．"), ("1.", "1、"), ("1.", "１、"), ("1．", "1、"),
    ("1．", "１、"), ("1、", "１、"), ("（1）", "1)"), ("（1）", "⑴"), ("1)", "⑴"), ("第X篇", "第X编"),
    ("1.1", "1.1 close"),
]  # fmt: skip
_FAMILY = ["第X篇", "第X编", "第X章", "第X节", "第X条"]


def _pairs() -> list[tuple[str, str]]:
    """
    Styles that can stand one above the other: not two spellings of one, nor a 篇 in a 章, nor anything in
    1.1.
    """
    return [
        (upper, lower)
        for upper, lower in permutations(STYLES, 2)
        if (upper, lower) not in _SAME
        and (lower, upper) not in _SAME
        and not upper.startswith("1.1")
        and not (upper in _FAMILY and lower in _FAMILY and _FAMILY.index(upper) > _FAMILY.index(lower))
    ]


PLAN = [
    ("总体要求", ["导语说明本章的要求。"], [
        ("指导思想", ["坚持新发展理念，推动高质量发展。", "统筹发展和安全。"]),
        ("主要目标", ["到2025年，城区更美。"]),
    ]),
    ("重点任务", [], [
        ("产业升级", ["一是优化结构。二是培育主体。"]), ("民生改善", ["——完善服务。", "——扩大供给。"]),
        ("生态建设", ["第一，治水。第二，治气。"]),
    ]),
    ("保障措施", ["加强统筹。"], [("组织领导", ["压实责任。"]), ("监督考核", ["强化督查；加强评估。"])]),
]  # fmt: skip


def _render(upper: str, lower: str, *, run_in: bool = False) -> str:
    lines = ["某区规划纲要", "开篇说明为什么要制定这个规划，以及它的意义。"]
    for i, (chapter, leads, articles) in enumerate(PLAN, start=1):
        lines += [STYLES[upper](i, 0) + chapter, *leads]
        for j, (article, passages) in enumerate(articles, start=1):
            heading = STYLES[lower](j, i) + article
            lines += [f"{heading}。{passages[0]}", *passages[1:]] if run_in else [heading, *passages]
    return "\n".join(lines)


def _tree(document: Document) -> list[tuple[str, int, str]]:
    """Every part as (id, level, text); of headings the title alone, so that the label does not matter."""
    return [
        (part.id, part.level, part.title if part.level else document.text[part.start : part.end])
        for part in document.parts
        if part.kind != "title"
    ]


@pytest.mark.parametrize(("upper", "lower"), _pairs())
def test_another_style_of_numbering_leaves_the_tree_unchanged(upper: str, lower: str):
    expected = _tree(read_text(_render("第X章", "（一）"), id="x"))
    assert [id_ for id_, level, _ in expected if level] == [
        "c1",
        "1",
        "2",
        "c2",
        "3",
        "4",
        "5",
        "c3",
        "6",
        "7",
    ]
    assert _tree(read_text(_render(upper, lower), id="x")) == expected
    if lower != "第X条":  # whose text begins at once: there a first sentence is no title
        assert _tree(read_text(_render(upper, lower, run_in=True), id="x")) == expected


@pytest.mark.parametrize("style", ["第X章", "第X条", "一、", "（一）", "1.", "1、", "（1）", "①", "㈠"])
def test_one_level_gives_articles_without_chapters(style: str):
    text = "\n".join(
        f"{STYLES[style](n, 0)}{title}\n正文说明{title}的要求。"
        for n, title in enumerate(("甲类", "乙类", "丙类"), start=1)
    )
    document = read_text(text, id="x")
    assert [(part.id, part.level, part.title) for part in document.headings.values()] == [
        ("1", 1, "甲类"), ("2", 1, "乙类"), ("3", 1, "丙类"),
    ]  # fmt: skip


def test_five_levels_become_chapter_article_and_subheadings():
    text = (
        "第一篇 总论\n第一章 背景\n第一节 现状\n一、产业\n（一）工业\n正文一。\n（二）农业\n正文二。\n"
        "第二节 形势\n正文三。\n第二章 目标\n正文四。\n第二篇 任务\n第三章 产业\n正文五。"
    )
    document = read_text(text, id="x")
    assert [(part.kind, part.id, part.level) for part in document.headings.values()] == [
        ("chapter", "c1", 1), ("article", "1", 2), ("subheading", "1.1", 3), ("subheading", "1.2", 4),
        ("subheading", "1.3", 5), ("subheading", "1.5", 5), ("subheading", "1.7", 3), ("article", "2", 2),
        ("chapter", "c2", 1), ("article", "3", 2),
    ]  # fmt: skip
    assert sentences(document)["sentence_id"].tolist() == ["1.4.1", "1.6.1", "1.8.1", "2.1.1", "3.1.1"]
    rows = sentences(document, headings=True).query("kind == 'heading'")
    assert rows["sentence_id"].tolist() == [part.id for part in document.headings.values()]


_LAW = (
    "某市湿地保护条例\n第一章 总则\n第一条 为了保护湿地，制定本条例。\n第二条 本条例适用于本市。\n"
    "第二章 保护\n第一节 一般规定\n第三条 禁止填埋湿地。\n第四条 禁止下列行为：\n（一）排污；\n（二）采砂。\n"
    "第二节 名录\n第五条 湿地实行名录管理。\n第五条之一 名录应当公布。\n第三章 附则\n"
    "第六条 本条例自公布之日起施行。"
)


def test_articles_of_a_law_are_its_条_also_where_sections_stand_between():
    document = read_text(_LAW, id="x")
    assert [(part.kind, part.id, part.label) for part in document.headings.values()] == [
        ("chapter", "c1", "一"), ("article", "1", "一"), ("article", "2", "二"), ("chapter", "c2", "二"),
        ("subheading", "c2.1", "一"), ("article", "3", "三"), ("article", "4", "四"),
        ("subheading", "c2.2", "二"), ("article", "5", "五"), ("article", "6", "五之一"),
        ("chapter", "c3", "三"), ("article", "7", "六"),
    ]  # fmt: skip
    assert sentences(document)["sentence_id"].tolist()[:4] == ["1.1.1", "2.1.1", "3.1.1", "4.1.1"]
    sizes = dict(zip(outline(document)["heading_id"], outline(document)["sentences"], strict=True))
    assert (sizes["c2.1"], sizes["c2.2"], sizes["4"], sizes["c2"]) == (4, 2, 3, 6)
    assert check(document).query("severity == 'problem'").empty


def test_a_law_with_books_has_chapters_below_them():
    books = "第一编 总则\n第一章 原则\n第一条 为了公平。\n第二条 依法。\n第二章 主体\n第一节 个人\n"
    more = "第三条 成年。\n第四条 行为有效。\n第二节 法人\n第五条 登记。\n"
    last = "第二编 物权\n第三章 通则\n第六条 登记。\n第七条 公示。"
    document = read_text(books + more + last, id="x")
    assert [part.label for part in document.chapters] == ["一", "二", "三"]
    assert [part.label for part in document.articles] == list("一二三四五六七")
    assert [part.title for part in document.parts if part.kind == "attached"] == ["总则", "物权"]


def test_sections_of_a_plan_stay_its_articles():
    plan = "第一章 背景\n第一节 形势\n形势较好。\n第二节 基础\n基础好。\n第二章 任务\n第一节 产业\n发展。\n"
    annex = "附件 管理办法\n第一条 为了管理。\n第二条 适用全市。"
    for text in (plan, plan + annex):
        document = read_text(text, id="x")
        assert [part.title for part in document.articles][:3] == ["形势", "基础", "产业"]
        assert all(part.kind != "subheading" for part in document.headings.values() if part.style == "第X节")


def test_levels_follow_what_contains_what_not_what_comes_first():
    """In the ninth plan the first chapter goes straight to 1., the others have （一） between."""
    text = (
        "一、回顾\n1．经济增长\n甲。\n2．社会进步\n乙。\n二、目标\n（一）方针\n1．增长\n丙。\n2．就业\n"
        "丁。\n（二）政策\n1．财政\n戊。\n2．金融\n己。"
    )
    found = {part.title: part.level for part in read_text(text, id="x").headings.values()}
    assert (found["回顾"], found["方针"], found["经济增长"], found["财政"]) == (1, 2, 3, 3)


def test_decimal_numbers_of_three_depths():
    text = (
        "1 总则\n1.1 编制目的\n为规范应急工作。\n1.2 适用范围\n本预案适用于全区。\n2 组织体系\n2.1 "
        "领导机构\n2.1.1 组成\n由区长任组长。\n2.1.2 职责\n统一指挥。"
    )
    found = [(part.level, part.label, part.title) for part in read_text(text, id="x").headings.values()]
    assert found == [
        (1, "1", "总则"), (2, "1.1", "编制目的"), (2, "1.2", "适用范围"), (1, "2", "组织体系"),
        (2, "2.1", "领导机构"), (3, "2.1.1", "组成"), (3, "2.1.2", "职责"),
    ]  # fmt: skip


def test_a_label_and_its_title_on_two_lines():
    document = read_text(
        "第一章\n总则\n为规范管理，制定本办法。\n第二章\n附则\n本办法自发布之日起施行。", id="x"
    )
    assert [(part.title, part.line) for part in document.articles] == [("总则", 1), ("附则", 4)]


def test_annexes_and_unnumbered_headings_are_of_the_highest_level():
    text = (
        "前言\n为落实部署，制定本规划。\n一、目标\n（一）总体\n更美。\n（二）分项\n更强。\n二、保障\n"
        "加强领导。\n结语\n奋力前进。\n附件1：重点项目清单\n一、交通项目\n建设地铁。\n二、水利项目\n"
        "治理河道。"
    )
    found = [(part.level, part.title) for part in read_text(text, id="x").headings.values()]
    assert found == [
        (1, "前言"), (1, "目标"), (2, "总体"), (2, "分项"), (1, "保障"), (1, "结语"),
        (1, "附件1：重点项目清单"), (2, "交通项目"), (2, "水利项目"),
    ]  # fmt: skip


# --- what is none ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "24.6万平方米非成套房屋综合改造基本完成。",
        "一是加强领导。二是落实责任。",
        "五年来,我们在市委坚强领导下。",
        "2020年11月30日",
        "三、四线城市要因城施策，稳妥推进房地产去库存工作。",
        "第三条第一款规定的情形，由主管部门处理。",
        "第一，必须坚持解放思想。实事求是是我们的路线。",
        "第三产业增加值占比达到七成。",
        "1.5亿元资金全部到位。",
        "十四五时期经济社会发展的主要目标如下。",
        "——坚持党的领导。",
        "三、" + "很长的段落" * 20,
    ],
)
def test_what_only_begins_with_a_number_is_no_heading(line: str):
    text = f"一、甲\n正文甲。\n{line}\n正文乙。\n二、乙\n正文丙。\n三、丙\n正文丁。"
    assert [part.title for part in read_text(text, id="x").headings.values()] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    "items",
    [
        ["（一）申请项目立项。", "（二）申领规划条件。", "（三）办理供地手续。"],
        ["一、深入批评错误观点；", "二、认真进行正面教育；", "三、加强队伍建设。"],
        ["1.制定方案；", "2.组织实施；", "3.总结评估。"],
        ["（1）人员到位，", "（2）资金到位，", "（3）责任到位。"],
        ["第一，要加强领导。", "第二，要落实责任。", "第三，要强化督查。"],
    ],
)
def test_the_items_of_a_list_are_no_headings(items: list[str]):
    text = "第一章 总则\n应当按照以下要求办理：\n" + "\n".join(items) + "\n第二章 附则\n自发布之日起施行。"
    document = read_text(text, id="x")
    assert [part.title for part in document.headings.values()] == ["总则", "附则"]
    assert [document.text[part.start : part.end] for part in document.passages][1:-1] == items


def test_ordinals_that_stand_alone_are_headings():
    text = (
        "一、甲\n要解决好几个问题。\n第一、健全民主集中制。\n回顾历史，经验很多。\n第二、改革干部制度。\n"
        "改革势在必行。\n二、乙\n正文。"
    )
    assert [part.title for part in read_text(text, id="x").headings.values()] == [
        "甲",
        "健全民主集中制",
        "改革干部制度",
        "乙",
    ]


@given(st.integers(1, 999))
def test_chinese_numbers_are_read_as_written(value: int):
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    digits = "零一二三四五六七八九"
    written = digits[hundreds] + "百" if hundreds else ""
    if tens:
        written += digits[tens] + "十"
    elif hundreds and ones:
        written += "零"
    written += digits[ones] if ones else ""
    assert number(written) == value
    assert number(str(value)) == value


@given(st.lists(st.integers(1, 9), max_size=20))
def test_breaks_are_where_the_next_number_is_missing(values: list[int]):
    flagged = {at for at, _, _ in breaks(values)}
    for at in range(1, len(values)):
        assert (at in flagged) == (values[at] not in (1, values[at - 1] + 1))


@settings(max_examples=300)
@given(st.text(alphabet="第一二十、（）()123.．章节条 　①㈠，：甲乙", max_size=20))
def test_a_label_is_the_beginning_of_its_line(text: str):
    label = label_of(text)
    if label is not None:
        assert 0 < label.end <= len(text)
        assert label.printed and label.values and all(value >= 0 for value in label.values)
