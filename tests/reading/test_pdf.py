"""PDFs as they are set: paragraphs by indents, ends and gaps; scans with marks on them; locked ones."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from analysis.reading import Document, check, read_bytes
from analysis.reading.formats.pdf_layout import Page, PlacedLine, beginnings
from analysis.tables import InputProblem

A = (
    "为贯彻落实党中央、国务院决策部署，推动本市数字经济高质量发展，结合本市实际情况，制定本实施方案，请各单"
    "位认真贯彻执行，确保各项任务落到实处。"
)
B = (
    "各区要加强值班值守，及时报告情况，对工作不力造成严重后果的单位和个人予以通报批评，总结推广好的经验和做"
    "法，不断提高保障的能力水平。"
)
C = "本通知自印发之日起施行，由市城市管理局负责解释。"
TITLE = "关于做好冬季清雪工作的通知"
_SIZE, _WIDTH = 12, 36  # points; characters a line

Item = tuple[float, str] | None  # characters from the left margin, text; None = a gap


def paragraph(text: str, indent: int = 2) -> list[Item]:
    cuts = [0, *range(_WIDTH - indent, len(text), _WIDTH), len(text)]
    return [(0 if start else indent, text[start:end]) for start, end in pairwise(cuts)]


def pdf(*pages: Sequence[Item], picture: float = 0.0) -> bytes:
    """A PDF of A4 pages; a picture covers this share of each."""
    import matplotlib

    with matplotlib.rc_context({"pdf.fonttype": 42}):
        from matplotlib.backends.backend_pdf import PdfPages
        from matplotlib.figure import Figure
        from matplotlib.font_manager import FontProperties

        from analysis.showing.figures import font_path

        font = FontProperties(fname=str(font_path()))
        buffer = io.BytesIO()
        with PdfPages(buffer) as target:
            for items in pages:
                figure = Figure(figsize=(8.27, 11.69))
                if picture:
                    axes = figure.add_axes((0, 1 - picture, 1, picture))
                    axes.imshow(np.eye(9), aspect="auto")
                    axes.axis("off")
                down = 60.0
                for item in items:
                    if item:
                        place = (80 + item[0] * _SIZE) / (8.27 * 72), 1 - (down + 1.8 * _SIZE) / (11.69 * 72)
                        figure.text(*place, item[1], fontsize=_SIZE, fontproperties=font)
                    down += (1.8 if item else 1) * _SIZE
                target.savefig(figure)
        return buffer.getvalue()


def document(*pages: Sequence[Item]) -> Document:
    return read_bytes(pdf(*pages), "notice.pdf")


def passages(found: Document) -> list[str]:
    return [found.text[part.start : part.end] for part in found.passages]


HEAD: list[Item] = [(11, TITLE), None]


# --- paragraphs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("indent", [2, 0])
def test_a_page_of_three_paragraphs_has_three(indent: int):
    """By indents; without them by the gaps between. All but the last line of A and B fill the measure."""
    gap: list[Item] = [] if indent else [None]
    pieces = [*paragraph(A, indent), *gap, *paragraph(B, indent), *gap, *paragraph(C, indent)]
    found = document([*HEAD, *pieces])
    assert (found.title, passages(found)) == (TITLE, [A, B, C])


@pytest.mark.parametrize(
    "lines",
    [["各区要重视。", "要加强值守，及时报告。", "请认真执行。"], ["各区要重视清雪。", "各区要加强值守。"]],
)
def test_paragraphs_of_a_line_each_stay_apart(lines: list[str]):
    assert passages(document([*HEAD, *((2, line) for line in lines)])) == lines


def test_a_brief_with_headings_and_a_table():
    lines = [(2, "一、总体情况"), (2, "工作进展顺利。"), (2, "二、存在问题"), (2, "重视不够。")]
    table = [None, (0, "指标        2020年"), (0, "企业        120家")]
    found = document([*HEAD, *lines, *table])
    assert found.title == TITLE
    assert [part.title for part in found.articles] == ["总体情况", "存在问题"]
    assert passages(found)[:2] == ["工作进展顺利。", "重视不够。"] and len(passages(found)) == 4


def test_a_paragraph_goes_on_over_the_page_and_the_next_does_not():
    first, *rest = paragraph(A)
    pages = [[*HEAD, first, (17, "— 1 —")], [*rest, *paragraph(B), (17, "— 2 —")]]
    assert passages(document(*pages)) == [A, B]


def test_the_head_of_both_pages_of_two_is_dropped():
    pages = [[(0, "临江区人民政府公报"), *paragraph(text)] for text in (A, B)]
    found = document(*pages)
    assert passages(found) == [A, B]
    assert [drop.reason for drop in found.dropped] == ["running head"] * 2


def lines_at(*places: tuple[str, float, float, float]) -> tuple[PlacedLine, ...]:
    return tuple(PlacedLine(text, left, right, bottom, bottom + 12) for text, left, right, bottom in places)


FULL = "文" * 36


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        # no stop above: an indented line may be anything
        (lines_at((FULL, 80, 512, 700), (FULL, 104, 512, 680), (FULL, 80, 512, 660)), set()),
        # a stop, then an indent
        (lines_at((FULL, 80, 512, 700), (FULL + "。", 80, 512, 680), (FULL, 104, 512, 660)), {3}),
        # a block beside a figure is narrow, and one text
        (lines_at((FULL, 80, 512, 700), ("文" * 15, 80, 260, 680), ("文" * 15, 80, 260, 660)), set()),
        # the next column begins above
        (lines_at(("文。", 80, 104, 700), (FULL, 80, 280, 660), (FULL, 300, 500, 700)), set()),
        # a long word would not have fitted
        (
            lines_at(
                (FULL, 80, 512, 700),
                ("文" * 35 + "。", 80, 420, 680),
                ("https://example.gov.cn文", 80, 512, 660),
            ),
            set(),
        ),
        # one line that runs off the page is no measure
        (
            lines_at((FULL, 80, 900, 720), (FULL, 80, 512, 700), (FULL, 80, 512, 680), (FULL, 80, 512, 660)),
            set(),
        ),
        # a subscript
        (lines_at((FULL, 80, 512, 700), ("2.5", 300, 312, 690), (FULL, 80, 512, 680)), set()),
        # lines that run upwards
        (tuple(PlacedLine(FULL + "。", at, at + 12, 80, 512) for at in (80, 104, 128)), set()),
        # nothing is known of where they stand
        ((PlacedLine(FULL), PlacedLine("文。"), PlacedLine(FULL)), set()),
    ],
)
def test_what_begins_a_paragraph(lines: tuple[PlacedLine, ...], begins: set[int]):
    assert beginnings([Page(lines, 595)], frozenset()) == begins


# --- scans -------------------------------------------------------------------------------------------------


def test_a_scan_with_a_mark_and_a_number_on_each_page_is_told():
    pages = [[(0, "扫描全能王 创建"), None, (17, f"第 {number} 页 共 3 页")] for number in (1, 2, 3)]
    with pytest.raises(
        InputProblem, match=r"^a\.pdf: a scan: 3 of its 3 pages are pictures of text.*Run OCR"
    ):
        read_bytes(pdf(*pages, picture=0.9), "a.pdf")


@pytest.mark.parametrize("mark", ["扫描全能王", "2021年3月5日收文 第123号"])
def test_a_scanned_page_with_a_stamp_is_told(mark: str):
    with pytest.raises(InputProblem, match="a scan: 1 of its 1 pages"):
        read_bytes(pdf([(3, mark)], picture=0.9), "a.pdf")


def test_a_long_mark_on_every_page_is_no_text():
    mark = (
        "本文件由某某扫描软件免费版本生成，购买正式版本之后可以去除此水印，感谢您的支持和使用，祝您工作顺利"
    )
    with pytest.raises(InputProblem, match="a scan: 2 of its 2 pages"):
        read_bytes(pdf([(0, mark)], [(0, mark)], picture=0.9), "a.pdf")


def test_text_recognised_in_a_scan_is_read():
    found = read_bytes(pdf([*HEAD, *paragraph(A)], picture=0.9), "a.pdf")
    assert passages(found) == [A]


def test_pages_that_are_pictures_among_others_are_told():
    text, other = pdf([*HEAD, *paragraph(A)], [*paragraph(B)]), pdf([(3, "附图")], picture=0.9)
    import pypdfium2

    whole, buffer = pypdfium2.PdfDocument(text), io.BytesIO()
    whole.import_pages(pypdfium2.PdfDocument(other))
    whole.save(buffer)
    found = read_bytes(buffer.getvalue(), "a.pdf")
    (told,) = check(found).query("finding == 'picture_pages'").itertuples()
    assert told.detail.startswith("a page that is a picture: ") and "共1页" in told.detail_zh


# --- locked ------------------------------------------------------------------------------------------------


def test_a_pdf_with_a_password_is_one_line():
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF" % len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + table + trailer
    with pytest.raises(InputProblem) as told:
        read_bytes(data, "a.pdf")
    assert str(told.value) == (
        "a.pdf: this PDF is locked with a password. Open it, take the password off, and save it."
    )
