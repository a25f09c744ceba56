"""Lists that stand around a text: attachments and their titles, notes below tables, boxes with gaps."""

from __future__ import annotations

import pytest

from analysis.reading import check, read_text

PLAN = ["某县防汛预案", "一、总则", "为了防汛，制定本预案。", "二、响应", "分级响应，及时处置。"]


def titles(lines: list[str]) -> list[str]:
    return [part.title for part in read_text("\n".join(lines), id="x").headings.values()]


def problems(lines: list[str]) -> list[str]:
    found = check(read_text("\n".join(lines), id="x"))
    told = found.loc[found["severity"] == "problem", "finding"]
    return [one for one in told if one != "annexes"]  # the files hold none of those that they announce


@pytest.mark.parametrize("word", ["附件", "附表", "附录", "附图", "附"])
@pytest.mark.parametrize("label", ["{}．", "{}.", "{}、", "（{}）"])
@pytest.mark.parametrize("n", [2, 3, 8])
def test_a_list_of_attachments_holds_no_heading(word: str, label: str, n: int):
    items = [f"{label.format(at)}第{at}片区抢险物资清单" for at in range(1, n + 1)]
    lines = [*PLAN, f"{word}：{items[0]}", *items[1:]]
    assert titles(lines) == ["总则", "响应"]
    assert problems(lines) == []


def test_numbering_of_the_text_goes_on_behind_a_list_of_attachments():
    lines = [*PLAN[:3], "附件：1.物资清单", "2.队伍名单", "一、补充", "及时补充。", "二、响应", "分级响应。"]
    assert titles(lines) == ["总则", "补充", "响应"]


@pytest.mark.parametrize(
    "between", [[], ["某县人民政府"], ["某县人民政府", "2024年5月6日"], ["某县防汛指挥部", "某县水利局"]]
)
def test_the_name_of_an_attachment_above_it_is_no_heading(between: list[str]):
    lines = [*PLAN, "附件：抢险物资清单", *between, "附件 抢险物资清单", "编织袋三万条，救生衣五百件。"]
    assert titles(lines)[:2] == ["总则", "响应"] and len(titles(lines)) == 3
    assert problems(lines) == []


def test_attachments_with_text_of_their_own_are_all_headings():
    lines = [
        *PLAN,
        "附件：物资清单",
        "编织袋三万条，救生衣五百件。",
        "附表：队伍名单",
        "抢险队三支，共九十人。",
    ]
    assert titles(lines)[2:] == ["附件：物资清单", "附表：队伍名单"]


def test_the_title_of_an_attachment_may_take_two_lines():
    lines = [*PLAN, "附件1 某县重点河道防汛抢险", "物资储备和调运清单", "一、物资", "编织袋三万条。"]
    assert titles(lines)[2:] == ["附件1 某县重点河道防汛抢险物资储备和调运清单".replace(" ", ""), "物资"]


@pytest.mark.parametrize(
    "second", ["储备编织袋三万条。", "（一）储备", "单位：万条", "附表2 队伍", "储备充足，调运及时"]
)
def test_what_follows_the_title_of_an_attachment_is_not_its_rest(second: str):
    lines = [*PLAN, "附表1 某县重点河道防汛物资", second, "编织袋三万条，救生衣五百件。"]
    assert titles(lines)[2] == "附表1某县重点河道防汛物资"


@pytest.mark.parametrize("begun", ["注：1. ", "注：（1）", "备注：1、", "说明：① "])
def test_notes_below_a_table_are_no_headings(begun: str):
    second = begun.partition("：")[2].replace("1", "2").replace("①", "②")
    third = second.replace("2", "3").replace("②", "③")
    notes = [
        f"{begun}水位：指河道水面的高程。以米计算。",
        f"{second}警戒水位：指需要巡堤的水位。由水利部门公布。",
        f"{third}保证水位：指堤防设计的水位。由水利部门公布。",
    ]
    assert titles([*PLAN[:4], *notes, "三、保障", "落实经费。"]) == ["总则", "响应", "保障"]


@pytest.mark.parametrize("rest", ["分工表", "及保障单位名单"])
def test_what_hangs_below_the_name_of_an_attachment_is_its_rest(rest: str):
    lines = [*PLAN, "附件：1.物资清单", "　　　2.抢险救援队伍", f"　　　　{rest}", "　　　3.通讯录"]
    document = read_text("\n".join(lines), id="x")
    assert f"2.抢险救援队伍{rest}\n3.通讯录" in document.text
    assert problems(lines) == []


NAMES = ["1.乔木", "1.1 香樟", "1.1.1 芳樟", "1.2 银杏", "2.灌木", "2.1 杜鹃", "2.2 山茶"]


def test_numbered_names_without_any_text_are_text():
    lines = [*PLAN, "附件1：树种目录", *NAMES]
    assert titles(lines) == ["总则", "响应", "附件1：树种目录"]
    assert problems(lines) == []
    assert all(name in read_text("\n".join(lines), id="x").text for name in NAMES)


def test_headings_between_lists_of_names_stay_and_short_lists_follow_the_long():
    lines = [
        "某市通知",
        "现将清理结果公布如下。",
        "一、继续有效的文件",
        *(f"{n}.某市办法之{n}" for n in range(1, 8)),
    ]
    lines += ["二、废止的文件", "1.某市规定", "2.某市细则", "三、其他", "由司法局负责解释。"]
    assert titles(lines) == ["继续有效的文件", "废止的文件", "其他"]


def test_headings_upon_headings_are_no_list_of_names():
    lines = [
        "某市规划",
        "1 总则",
        "1.1 目的",
        "1.1.1 依据",
        "依法编制。",
        "1.1.2 范围",
        "适用全市。",
        "2 任务",
        "2.1 道路",
        "修路。",
    ]
    assert titles(lines) == ["总则", "目的", "依据", "范围", "任务", "道路"]


def test_the_last_numbers_below_a_list_of_names_may_be_headings():
    lines = [
        "某市规划",
        *(f"（{n}）{n}号街区" for n in "一二三四五六"),
        "（七）七号街区",
        "街区更新。",
        "（八）八号街区",
        "街区美化。",
    ]
    assert titles(lines) == ["七号街区", "八号街区"]


# --- boxes ---------------------------------------------------------------

BOX = ["专栏3 堤防工程", "1.加固县城堤防。", "2.新建东河堤防。"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("（三）完善预警", ["巡查", "专栏3堤防工程", "完善预警"]),
        ("（四）完善预警", ["巡查", "专栏3堤防工程", "完善预警"]),
        ("（九）完善预警", ["巡查", "专栏3堤防工程"]),  # too far to be the next
        ("（一）完善预警", ["巡查", "专栏3堤防工程"]),
    ],
)
def test_numbers_that_go_on_with_a_gap_end_a_box(behind: str, expected: list[str]):
    lines = [*PLAN[:4], "（一）巡查", "每日巡查。", *BOX, behind, "及时发布。"]
    assert titles(lines)[2:] == expected


def test_numbers_of_the_box_s_own_style_do_not_end_it():
    lines = [
        *PLAN[:4],
        "1.巡查",
        "每日巡查。",
        *BOX[:2],
        "3.疏浚西河河道。",
        "4.新建泵站。",
        "三、保障",
        "落实经费。",
    ]
    assert titles(lines) == ["总则", "响应", "巡查", "专栏3堤防工程", "保障"]


def test_the_only_chapter_of_an_excerpt_is_a_heading():
    lines = [
        "某省工作报告",
        "三、明年工作安排",
        "（一）推进改革",
        "加强管理。",
        "（二）加强管理",
        "加强培训。",
    ]
    assert titles(lines) == ["明年工作安排", "推进改革", "加强管理"]


def test_an_excerpt_may_begin_with_a_later_part():
    lines = [
        "某省工作报告",
        "三、明年工作安排",
        "（四）推进改革",
        "加强管理。",
        "（五）加强管理",
        "加强培训。",
    ]
    assert titles(lines) == ["明年工作安排", "推进改革", "加强管理"]


def test_an_excerpt_whose_only_chapter_is_called_as_one_keeps_it():
    lines = ["某省工作报告", "三、2017年重点工作", "第四，推进改革。加强管理。", "第五，加强管理。加强培训。"]
    assert titles(lines) == ["2017年重点工作"]
    assert titles([lines[0], "三、十万人就业", *lines[2:]]) == []


def test_a_single_number_that_nothing_counts_below_is_none():
    lines = ["某省工作报告", "（一）推进改革", "加强管理。", "三、十万人就业", "（二）加强管理", "加强培训。"]
    assert titles(lines) == ["推进改革", "加强管理"]
