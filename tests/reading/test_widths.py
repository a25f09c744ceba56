"""Texts broken at a width: of two widths, among garbage, with page numbers and boxes; what is not."""

from __future__ import annotations

import pytest

from analysis.reading import Document, check, dropped, read, read_text
from analysis.reading.captions import is_caption
from analysis.reading.lines import lines_of
from analysis.reading.paragraphs import setting
from analysis.reading.widths import full_widths
from tests.conftest import DOCUMENTS, wrapped

RIVERS = (
    "全市共有大小河流四十余条，沿线分布着六个乡镇和三十多个行政村，居民的生产生活都离不开这些河流。近年来，沿线的企业"
    "和居民逐步树立了保护意识，排放的污水越来越少，水质总体改善，但是部分支流在枯水季节仍然出现断流，岸线被占用的情况"
    "时有发生，必须下大力气加以解决，使每一条河流都成为造福人民的幸福河。"
)
FORESTS = (
    "林业部门会同财政、水利、交通等部门制定造林方案，明确树种、面积和管护责任，优先安排水源地、道路两侧和荒山荒坡，成活"
    "率达到九成以上的方可验收，未达到要求的应当在次年春季补植到位并重新申请验收。"
)
GLYPHS = "(cid:12)(cid:7)(cid:45)" * 9


def bodies(document: Document) -> list[str]:
    return [document.text[part.start : part.end] for part in document.passages]


def plan(body: int, box: int, boxes: int = 2) -> str:
    """A plan set at one width, its boxes at another."""
    lines = ["某县河湖保护规划", "一、现状", *wrapped(RIVERS, body), *wrapped(FORESTS, body)]
    for number, label in zip(range(1, boxes + 1), "二三四五", strict=False):
        lines += [f"专栏{number} 造林工程", *wrapped(FORESTS, box), f"{label}、任务", *wrapped(RIVERS, body)]
    return "\n".join(lines)


@pytest.mark.parametrize(("body", "box"), [(48, 60), (52, 66), (64, 48), (72, 40), (56, 56)])
@pytest.mark.parametrize("boxes", [1, 2, 4])
def test_a_text_of_two_widths_is_joined_in_both(body: int, box: int, boxes: int):
    document = read_text(plan(body, box, boxes), id="x")
    assert document.setting == "wrapped"
    assert bodies(document) == [RIVERS, FORESTS, *([FORESTS, RIVERS] * boxes)]


@pytest.mark.parametrize("places", [[-1], [5, 9], [0, 1, 2, -1]])
def test_codes_of_glyphs_are_left_out_and_told(places: list[int]):
    lines = plan(54, 54, 1).split("\n")
    for at in places:
        lines[at:at] = [GLYPHS] * 5
    document = read_text("\n".join(lines), id="x")
    assert bodies(document) == [RIVERS, FORESTS, FORESTS, RIVERS]
    reasons = dropped(document)["reason"].tolist()
    assert reasons == ["codes of glyphs"] * 5 * len(places)
    blocks = check(document).query("finding == 'dropped_block'")
    assert len(blocks) == 1


def test_a_code_within_a_sentence_stays_and_is_called_garbled():
    document = read_text("甲区规划\n一、目标\n城市(cid:17)更美。", id="x")
    assert "(cid:17)" in document.text
    assert check(document)["finding"].tolist() == ["garbled"]


def test_page_numbers_that_a_space_parts_from_a_torn_sentence_are_taken_off():
    pages = wrapped(RIVERS * 9, 54)
    for page in range(1, 7):
        pages[8 * page] = f"{page + 4} {pages[8 * page]}"
    document = read_text("\n".join(["某县规划", "一、现状", *pages]), id="x")
    assert bodies(document) == [RIVERS * 9]
    assert [drop.text for drop in document.dropped] == [str(page) for page in range(5, 11)]


def test_the_number_of_a_row_is_no_page_number():
    """Page 14 stands before a table of this plan, whose row 14 could be the page before 15 too."""
    document = read(DOCUMENTS / "shanghai-14fyp-outline-2021.txt")
    assert "14 单位生产总值能源消耗降低" in document.text
    assert (408, "14") in {(drop.line, drop.text) for drop in document.dropped}


def test_the_title_of_a_box_begins_also_behind_a_full_line_without_a_stop():
    open_ = [*wrapped(RIVERS, 54)[:3], "专栏2 造林工程", *wrapped(FORESTS, 54)]
    document = read_text("\n".join(["某县规划", "一、现状", *wrapped(RIVERS, 54), *open_]), id="x")
    assert [part.title for part in document.headings.values()] == ["现状", "专栏2造林工程"]


def test_chapters_that_a_space_parts_from_their_number_are_none():
    chapters = [
        line
        for number in range(1, 8)
        for line in (f"{number} 总体", f"{number}.1 分则", *wrapped(RIVERS + FORESTS, 54))
    ]
    document = read_text("\n".join(["某县预案", *chapters]), id="x")
    assert [part.label for part in document.chapters] == list("1234567") and not document.dropped


@pytest.mark.parametrize("title", ["专栏2 造林工程", "专栏十", "附件3", "附表1 项目", "附件1：名单"])
def test_the_title_of_a_box_begins_behind_a_full_line(title: str):
    full = wrapped(RIVERS, 54)
    full[-1] = "的工作由各级部门抓好落实，并接受居民和社会各界的监督。"  # as wide as the others
    assert is_caption(title)
    text = "\n".join(["某县规划", "一、现状", *wrapped(FORESTS, 54), *full, title, *wrapped(FORESTS, 54)])
    found = [part.title for part in read_text(text, id="x").headings.values()]
    assert found[0] == "现状" and found[1].startswith(title.replace(" ", "")[:3])


def filled(text: str, width: int = 54) -> list[str]:
    """A text broken at a width whose last line is full too."""
    lines = wrapped(text, width)
    rest = (width - 2 * len(lines[-1])) // 2
    return [*lines[:-1], "的" * max(0, rest) + lines[-1]]


@pytest.mark.parametrize("style", ["（{}）", "{}、"])
def test_the_next_number_begins_behind_a_full_line_that_ends_in_a_bracket(style: str):
    items = []
    for number in "一二三":
        body = filled(f"{RIVERS}{FORESTS[:-1]}（县水利局负责）")
        items += [f"{style.format(number)}加强保护", *body]
    document = read_text("\n".join(["某县河湖保护方案", "为了保护河湖，制定本方案。", *items]), id="x")
    assert document.setting == "wrapped"
    assert [part.title for part in document.headings.values()] == ["加强保护"] * 3


def test_a_number_within_a_sentence_that_is_not_the_next_goes_on():
    torn = "凡属于本方案所列的各项情形的，应当依照前款第（一）项、第（二）项和第"
    lines = [
        "某县方案",
        "一、总则",
        *wrapped(RIVERS, 54),
        torn[:27],
        f"（三）项的规定办理，{torn[9:27]}",
        *wrapped(RIVERS, 54),
    ]
    document = read_text("\n".join(lines), id="x")
    assert [part.title for part in document.headings.values()] == ["总则"]
    assert "（三）项的规定" not in {body[:7] for body in bodies(document)}


def test_prose_below_the_number_of_an_attachment_is_not_its_title():
    annex = ["附件2", "河道名录另行公布。", *wrapped(FORESTS, 54)]
    found = read_text("\n".join(["某县规划", "一、现状", *wrapped(RIVERS, 54), *annex]), id="x")
    assert [part.title for part in found.headings.values()] == ["现状", "附件2"]
    assert "河道名录另行公布。" in bodies(found)


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("各乡镇人民政府：", True),
        ("各区、各部门：", True),
        ("各项安排如下：", False),
    ],
)
def test_whom_a_notice_addresses_stands_below_its_full_title(line: str, apart: bool):
    title = [
        "某县人民政府关于印发《某县河湖保护和水资源",
        "管理办法》和《某县水库运行管理实施细则》两文的通知",
    ]
    lines = [*title, line, *wrapped(RIVERS, 50), "一、现状", *wrapped(FORESTS, 50)]
    document = read_text("\n".join(lines), id="x")
    assert document.setting == "wrapped"
    assert ("".join(title) == document.title) is apart


@pytest.mark.parametrize("text", ["专栏2。", "附件1和附件2", "附表3的要求", "专栏，", "专栏12%", "附件"])
def test_prose_that_names_a_box_is_no_title(text: str):
    assert not is_caption(text)


@pytest.mark.parametrize(
    "lines",
    [
        [RIVERS, FORESTS] * 6,  # long paragraphs, one a line
        [f"（{n}）加强第{n}条河流两岸的巡查和管护，改善居民的环境。" for n in range(1, 30)],
        ["沿线的企业和居民逐步树立了保护意识，水质总体改善。"] * 12,  # of one width, but whole sentences
        [RIVERS[: 20 + 7 * n] + "。" for n in range(16)],
        [RIVERS[n : n + 22 + n % 4] for n in range(0, 100, 3)],  # a sentence a line, without stops
        [RIVERS, *[FORESTS[n : n + 22] for n in range(3)]] * 5,  # subtitles of one width, and paragraphs
        [line for n in range(9) for line in (RIVERS[: 30 + 5 * n] + "。", *[FORESTS[n : n + 22]] * 3)],
    ],
)
def test_a_line_a_paragraph_stays_so(lines: list[str]):
    found, _ = lines_of("\n".join(lines))
    assert setting(found) == "lines"


def test_the_widest_of_the_full_widths_comes_first():
    found, _ = lines_of(plan(48, 66, 4))
    wider, body = full_widths(found)
    assert 64 <= wider <= 68 and 46 <= body <= 50


# --- told when lines stay torn --------------------------------------------------------------------------


def findings(lines: list[str]) -> list[str]:
    return check(read_text("\n".join(lines), id="x"))["finding"].tolist()


def test_paragraphs_that_mostly_end_without_a_stop_are_told_once():
    torn = ["某县规划", "一、现状", *(RIVERS[at : 9 * at + 21] for at in range(9))]
    assert findings(torn) == ["open_paragraphs"]


def test_whole_paragraphs_and_lists_are_not_called_torn():
    whole = [f"{FORESTS[: 24 + at]}。" for at in range(9)]
    assert findings(["某县规划", "一、现状", *whole, "具体包括以下各方面的工作和要求："]) == []
    assert findings(["某县规划", "一、现状", "下列单位参加本规划的编制和实施", "市林业局"]) == []
