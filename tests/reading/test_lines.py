"""Lines and paragraphs: what is repaired and joined, with every offset kept."""

from __future__ import annotations

import pytest

from analysis.reading import Document, read, read_text, sentences
from analysis.reading.lines import lines_of
from analysis.reading.paragraphs import paragraphs, setting
from tests.conftest import DOCUMENTS, wrapped


@pytest.mark.parametrize(
    ("raw", "text", "kind", "n"),
    [
        ("１９８６年Ａ类", "1986年A类", "full-width digit or letter", 5),
        ("⼈⺠政府", "人民政府", "compatibility character", 2),
        ("规\u200b划\ufeff纲\u00ad要", "规划纲要", "zero-width character", 3),
        ("规\x00划\x07纲要", "规划纲要", "control character", 2),
        ("规\ud800划", "规\ufffd划", "lone surrogate", 1),
        ("1 9 9 3 年3 月增长8 . 8 ％", "1993年3月增长8.8%", "spaced digits", 8),
        (
            "从 2015 年的 2.69 万亿元到 5G 时代",
            "从2015年的2.69万亿元到5G时代",
            "space between Chinese and Latin",
            6,
        ),
        ("总 则", "总则", "letter-spaced word", 1),
        ("习　近　平", "习近平", "letter-spaced word", 1),
        ("目 录 和 结 语", "目录和结语", "letter-spaced word", 1),
    ],
)
def test_repairs_are_made_and_counted(raw: str, text: str, kind: str, n: int):
    (line,), repairs = lines_of(raw)
    assert line.text == text
    assert [(repair.n, repair.line) for repair in repairs if repair.kind == kind] == [(n, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "1.1 目标", "湖南 湖北 广东", "Made in China", "国务院总理　李克强",
        "10 城镇调查失业率 % 预期性 - <5.5", "甲、乙：“丙”（丁）", "㈠甲 ①乙", "24.6万", "二〇三五年", "〇",
    ],
)  # fmt: skip
def test_what_is_right_stays(text: str):
    (line,), repairs = lines_of(text)
    assert (line.text, repairs) == (text, ())


def test_offsets_lead_back_through_repairs_and_joins():
    raw = "某区规划\r\n开篇说明：制定《\r\n⺠法典\r\n》的　意义在 2035 年。\r\n"
    document = read_text(raw, id="x")
    assert document.text == "某区规划\n开篇说明：制定《民法典》的　意义在2035年。"
    at = document.text.index("2035")
    assert document.origin(at) == (raw.index("2035"), 4)
    assert raw[document.origin(document.text.index("法典"))[0]] == "法"
    with pytest.raises(IndexError, match="is not in the document"):
        document.origin(len(document.text))


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("government-work-report-1998", "blank"), ("cpc-congress-report-19", "blank"),
        ("guangzhou-underground-regulation-2019", "wrapped"), ("shanghai-14fyp-outline-2021", "wrapped"),
        ("national-9fyp-one-sentence-per-line", "indented"),
    ],
)  # fmt: skip
def test_the_setting_is_found(name: str, how: str):
    assert read(DOCUMENTS / f"{name}.txt").setting == how


def test_links_that_break_a_paragraph_are_joined():
    document = read(DOCUMENTS / "cpc-congress-report-19.txt")
    assert "分别就政府机构改革和职能转变" in document.text
    assert "制定“十三五”规划、全面从严治党等重大问题作出决定和部署" in document.text


def test_a_bold_lead_set_on_its_own_line_belongs_to_its_paragraph():
    table = sentences(read(DOCUMENTS / "government-work-report-1998.txt"))
    lead = table[table["text"].str.startswith("国防和军队现代化建设迈出新的步伐")].iloc[0]
    after = table[table["text"].str.startswith("我国第一部《国防法》开始实施。")].iloc[0]
    assert lead["sentence_id"].rsplit(".", 1)[0] == after["sentence_id"].rsplit(".", 1)[0]


def test_one_sentence_a_line_keeps_sentences_apart_and_paragraphs_together():
    table = sentences(read(DOCUMENTS / "national-9fyp-one-sentence-per-line.txt"))
    first = table[table["text"].str.startswith("科学技术研究进一步加强")].iloc[0]
    assert table.loc[first.name + 1, "text"].startswith("一批成套技术装备研制成功")
    assert (
        table.loc[first.name + 1, "sentence_id"].rsplit(".", 1)[0] == first["sentence_id"].rsplit(".", 1)[0]
    )


def test_page_numbers_glued_to_the_text_are_taken_off():
    text = read(DOCUMENTS / "shanghai-14fyp-outline-2021.txt").text
    assert "顺利推进各项事业，“十三五”规划主要目标任务如期实现" in text.replace(
        "积极应对各种风险挑战，奋发有为推进各项事业", "顺利推进各项事业"
    )
    assert "劣 V 类水体" in text or "劣V类水体" in text
    assert "建设资源更新" not in text and "存量资源更新" in text  # page 83 stood between


def test_subscripts_on_a_line_of_their_own_are_put_back():
    """The PDF sets the 2.5 of PM2.5 below its line, where page 3 begins: together they would read 322.53."""
    document = read(DOCUMENTS / "shanghai-14fyp-outline-2021.txt")
    assert "细颗粒物（PM2.5）年平均浓度从2015年53微克/立方米下降至32微克/立方米" in document.text
    assert "深入推进PM2.5和臭氧（O3）" in document.text
    assert document.origin(document.text.index("2.5）年平均"))[1] == 164
    repair = next(repair for repair in document.repairs if repair.kind == "displaced subscript")
    assert (repair.n, repair.line) == (7, 164)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["一", "一、", "（一）", "1.", "第一条 ", "。", "—", "１", " ", "\u3000"])
def test_a_line_of_a_million_characters_is_read(piece: str):
    """Were a pattern quadratic, this would not end."""
    document = read_text("甲。" + piece * (10**6 // len(piece)) + "乙。", id="x")
    assert len(document.text) >= 4


# --- the same document, set otherwise -----------------------------------------------------------------------


def _set(document: Document, how: str) -> str:
    """A document's text set anew: a line a paragraph, blank lines between, or broken at a fixed width."""
    found = document.text.split("\n")
    if how == "lines":
        return "\n".join(found)
    if how == "blank":
        return "\n\n".join(found)
    if how == "indented paragraphs":
        return "\n".join("\u3000\u3000" + line for line in found)
    return "\n".join(piece for line in found for piece in wrapped(line))


@pytest.mark.parametrize("how", ["lines", "blank", "indented paragraphs", "wrapped"])
@pytest.mark.parametrize(
    "name",
    [
        "government-work-report-2018",
        "cpc-congress-report-19",
        "guangzhou-underground-regulation-2019",
        "government-work-report-2008",
    ],
)
def test_another_setting_gives_the_same_headings_and_sentences(name: str, how: str):
    document = read(DOCUMENTS / f"{name}.txt")
    again = read_text(_set(document, how), id=document.id)
    assert outline(again) == outline(document)
    first, second = sentences(document)["text"].tolist(), sentences(again)["text"].tolist()
    if how != "wrapped":
        assert second == first
    else:  # where a line that is full ends a sentence, page and paragraph cannot be told apart
        assert "".join(second) == "".join(first)
        assert len(set(first) - set(second)) <= 0.02 * len(first)


@pytest.mark.parametrize("how", ["lines", "indented paragraphs"])
@pytest.mark.parametrize("name", ["local-anhui-reform", "work-report-2026-liaoning"])
def test_a_notice_and_a_report_of_today_set_otherwise_have_the_same_headings(name: str, how: str):
    document = read(DOCUMENTS / f"{name}.txt")
    again = read_text(_set(document, how), id=document.id)
    assert outline(again) == outline(document)
    assert sentences(again)["text"].tolist() == sentences(document)["text"].tolist()


def outline(document: Document) -> list[tuple[int, str, str]]:
    return [(part.level, part.label, part.title) for part in document.headings.values()]


def test_paragraphs_of_few_lines_stay_lines():
    found, _ = lines_of("甲。\n乙。")
    assert setting(found) == "lines"
    assert [line.text for line in paragraphs(found)] == ["甲。", "乙。"]


# --- line ends and blanks of other programs --------------------------------------------------------------

PLAN = "某区规划\n一、总体要求\n全面推进转型，改善民生。\n二、重点任务\n建设园区，服务企业。"


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_line_ends_of_other_programs_end_lines(mark: str):
    expected, found = read_text(PLAN, id="x"), read_text(PLAN.replace("\n", mark), id="x")
    assert found.text == expected.text
    assert [(part.kind, part.id, part.line) for part in found.parts] == [
        (part.kind, part.id, part.line) for part in expected.parts
    ]
    (repair,) = found.repairs
    assert (repair.kind, repair.n) == ("page break" if mark == "\x0c" else "unusual line end", 4)


def test_beside_line_feeds_they_are_no_lines_of_the_file():
    """Editors count line feeds; a page break before a heading is no blank line either."""
    text = PLAN.replace("\n二", "\n\x0c二").replace("要求\n", "要求\u2028")
    found, expected = read_text(text, id="x"), read_text(PLAN, id="x")
    assert found.text == expected.text
    assert [part.line for part in found.parts] == [1, 2, 2, 3, 4]
    for part in found.parts:
        assert text[found.origin(part.start)[0]] == found.text[part.start]


@pytest.mark.parametrize("how", ["every", "words", "inside"])
def test_blanks_between_chinese_are_mended_where_the_text_is_set_so(how: str):
    prose = "加快网络建设，改善居民生活，提升服务水平。" * 3
    spaced = {
        "every": " ".join(prose),
        "words": prose.replace("网络", " 网络 ").replace("居民", " 居民 ").replace("服务", " 服务 "),
        "inside": prose.replace("建设", "建 设").replace("生活", "生 活").replace("水平", "水 平"),
    }[how]
    document = read_text(f"某区规划\n一、目标\n{spaced}\n指标 单位 数值 时间", id="x")
    assert prose in document.text and "指标 单位 数值 时间" in document.text
    assert [repair.n for repair in document.repairs if repair.kind == "space inside Chinese"]
    at = document.text.index("改善居民")
    assert "".join(spaced[document.origin(at)[0] - len("某区规划\n一、目标\n") :].split())[:4] == "改善居民"


def test_blanks_of_titles_and_tables_alone_stay():
    text = "某区规划\n第一章 总 则\n全面推进转型，改善民生。\n姓名 单位 职务\n甲某 乙局 局长\n丙某 丁局 局长"
    assert "甲某 乙局 局长" in read_text(text, id="x").text


def test_figures_are_the_same_in_any_width():
    (line,), repairs = lines_of("增长12．5％、PM₂.₅下降，CO₂减排，见1．2节")
    assert line.text == "增长12.5%、PM2.5下降,CO2减排,见1．2节".replace(",", "，")
    assert {(repair.kind, repair.n) for repair in repairs} == {
        ("full-width sign", 2),
        ("subscript digit", 3),
    }


def test_radicals_are_the_characters_that_fonts_draw():
    assert [line.text for line in lines_of("⼾籍、⾭年、⽤⼈")[0]] == ["户籍、青年、用人"]


def test_a_page_that_ends_within_a_line_ends_no_sentence():
    sentence = "全县加快农业和农村经济的发展，努力增加农民的收入，改善农村的生产条件和生活条件"
    lines = ["　　一、目标", *[f"　　{sentence}", *[sentence] * 3] * 4]
    broken = [line[:20] + "\x0c" + line[20:] if at in (3, 8) else line for at, line in enumerate(lines)]
    found, whole = (read_text("\n".join(each), id="x") for each in (broken, lines))
    assert found.setting == whole.setting == "indented"
    assert sentences(found)["text"].tolist() == sentences(whole)["text"].tolist()
