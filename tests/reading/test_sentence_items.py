"""Numbered paragraphs that begin with a sentence are text, whatever its length; run-in titles stay titles."""

from __future__ import annotations

import pytest

from analysis.reading import Document, check, read_text

MEASURES = [  # first sentence, rest
    ("对符合条件的养老机构按照实际入住的人数给予补贴，标准由县民政部门会同财政部门确定", "每年核拨一次"),
    ("支持社区卫生服务中心与养老机构签订合作协议；为入住的老年人建立健康档案；定期上门巡诊", "费用纳入医保"),
    ("新建住宅小区应当按照标准配套建设养老服务设施，并与住宅同步规划、同步建设、同步验收和同步交付使用，已经建成的小区由乡镇政府"
     "通过购置或者租赁的方式补足", "县住建部门负责"),
    ("鼓励企业参与老旧小区的适老化改造，对加装电梯的给予一次性补助", "县财政局负责"),
]  # fmt: skip


def document(items: list[str], label: str = "{}.") -> Document:
    lines = ["某县养老服务实施意见", "一、主要目标", "到2027年，服务更加完善。", "二、主要措施", *items]
    numbered = [label.format(n) + item for n, item in enumerate(items, start=1)]
    lines[4:] = [*numbered, "三、组织实施", "各乡镇抓好落实。"]
    return read_text("\n".join(lines), id="x")


def titles(document: Document) -> list[str]:
    return [part.title for part in document.headings.values()]


def sentences(order: list[int]) -> list[str]:
    return ["。".join(MEASURES[at]) + "。" for at in order]


@pytest.mark.parametrize("label", ["{}.", "{}、", "（{}）", "{}﹒"])
@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 0, 1], [2, 3], [1, 0, 3], [0, 3], [3]])
def test_no_measure_of_a_list_is_a_heading(label: str, order: list[int]):
    found = document(sentences(order), label)
    assert titles(found) == ["主要目标", "主要措施", "组织实施"]
    assert all(item in found.text for item in sentences(order))
    assert check(found).empty


def test_first_sentences_too_long_for_titles_decide_for_the_whole_list():
    rest = "。支持各类主体参与养老服务，推动资源下沉到社区，让老年人在家门口享受专业的照料。" * 4
    items = [f"{MEASURES[at][0]}{rest}" for at in (2, 0, 2, 3)]
    assert titles(document(items)) == ["主要目标", "主要措施", "组织实施"]


@pytest.mark.parametrize(
    "title",
    [
        "完善服务",
        "坚持政府引导和市场运作相结合，建设覆盖城乡、普惠均等的养老服务体系",
        "始终把老年人放在首位，健全服务网络，增强老年人的获得感",
    ],
)
def test_titles_that_run_into_long_paragraphs_stay(title: str):
    rest = "。支持各类主体参与养老服务，推动资源下沉到社区，让老年人在家门口享受专业的照料。" * 3
    found = document([f"{title}{rest}"] * 4)
    assert titles(found)[2:6] == [title] * 4


def test_short_titles_with_short_paragraphs_stay():
    assert titles(document(["完善服务。每年更新一次。", "加强监管。每季检查一次。"]))[2:4] == [
        "完善服务",
        "加强监管",
    ]


def test_sentences_that_stand_above_a_text_stay_headings():
    """Headings of earlier decades are whole sentences on lines of their own."""
    text = "县政府工作报告\n" + "\n".join(
        f"（{n}）继续加强对农业生产的领导，争取今年的粮食产量比去年有较大的增长。\n各公社积极行动。\n社员踊跃参加。"
        for n in "一二三"
    )
    assert len(read_text(text, id="x").articles) == 3


def test_one_long_title_among_many_takes_none_away_and_leaves_no_gap():
    rest = "。支持各类主体参与养老服务，推动资源下沉到社区，让老年人在家门口享受专业的照料。" * 3
    long = "".join(MEASURES[2][0])
    found = document([f"{title}{rest}" for title in ("完善服务", "加强监管", long, "健全网络", "培育队伍")])
    assert titles(found)[2:6] == ["完善服务", "加强监管", "健全网络", "培育队伍"]
    assert check(found).empty  # 3. begins a paragraph: nothing is missing between 2. and 4.


def test_a_number_that_stands_nowhere_is_a_gap():
    rest = "。支持各类主体参与养老服务，推动资源下沉到社区，让老年人在家门口享受专业的照料。" * 3
    text = "某县意见\n" + "\n".join(f"{n}.完善服务{rest}" for n in (1, 2, 4))
    assert check(read_text(text, id="x"))["finding"].tolist() == ["numbering"]


TITLED = [
    ("加强义务教育", "重点扶持农村学校。"),
    ("发展职业教育", "各乡镇办好成人学校。"),
    ("改革教育体制", "扩大办学自主权。"),
]
SENTENCE = "加强师资队伍建设，提高教师政治、业务素质，提高教师的社会地位，改善教师的工作和生活条件"


@pytest.mark.parametrize("stop", ["", "。"])
@pytest.mark.parametrize("below", [["三、组织实施", "各乡镇抓好落实。"], []])
def test_a_sentence_at_the_end_of_titled_items_is_text(stop: str, below: list[str]):
    items = [line for n, (title, text) in enumerate(TITLED, start=1) for line in (f"{n}．{title}", text)]
    text = ["某县教育规划", "一、目标", "教育更加公平。", "二、任务", *items, f"4．{SENTENCE}{stop}", *below]
    found = read_text("\n".join(text), id="x")
    assert [title for title, _ in TITLED] == [title for title in titles(found) if title in dict(TITLED)]
    assert SENTENCE not in titles(found) and f"4．{SENTENCE}{stop}" in found.text
    assert "empty_subheading" not in set(check(found)["finding"])


@pytest.mark.parametrize("title", ["加强师资队伍建设", SENTENCE[:24], SENTENCE.replace("，", "、")])
def test_a_short_title_without_text_stays_a_gap(title: str):
    items = [line for n, (title, text) in enumerate(TITLED, start=1) for line in (f"{n}．{title}", text)]
    text = [
        "某县教育规划",
        "一、目标",
        "教育更加公平。",
        "二、任务",
        *items,
        f"4．{title}",
        "三、组织实施",
        "抓好落实。",
    ]
    found = read_text("\n".join(text), id="x")
    assert title in titles(found) and any("empty" in finding for finding in check(found)["finding"])
