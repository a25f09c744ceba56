"""What Word shows and what it does not: notes, equations, hidden text, readings, tracked changes, numbers."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls

from analysis.reading import Document, check, read_bytes
from analysis.reading.formats.docx_numerals import printed
from tests.reading.test_word import BODY, archive, document_xml, made, p, row, table

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def document(body: str) -> Document:
    return read_bytes(made(BODY + body), "x.docx")


def shown(body: str) -> list[str]:
    return document(body).text.split("\n")[2:]


def left_out(found: Document) -> list[tuple[str, str]]:
    return [(drop.reason, drop.text) for drop in found.dropped]


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


# --- what is not shown -------------------------------------------------------------------------------------


def with_notes(kind: str, *notes: str) -> bytes:
    separator = f'<w:{kind} w:type="separator" w:id="-1">{p("线")}</w:{kind}>'
    inside = "".join(f'<w:{kind} w:id="{at}">{p(note)}</w:{kind}>' for at, note in enumerate(notes, start=1))
    part = f"<w:{kind}s {nsdecls('w')}>{separator}{inside}</w:{kind}s>"
    relation = (
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}s" Target="fontTable.xml"/></Relationships>'
    )

    def change(name: str, data: bytes) -> bytes:
        if name == "word/document.xml":
            mark = f'<w:r><w:{kind}Reference w:id="1"/></w:r>'
            return document_xml(BODY + paragraph(run("城区更美"), mark, run("。"))).encode()
        if name == "word/fontTable.xml":  # a part that nothing needs, with a content type
            return part.encode()
        if name == "word/_rels/document.xml.rels":
            return data.replace(b"</Relationships>", relation.encode())
        return data

    return archive(change)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_left_out_and_told(kind: str):
    found = read_bytes(with_notes(kind, "指全社会投入。", "含数字经济。"), "x.docx")
    assert found.text.endswith("\n城区更美。")
    assert left_out(found) == [(kind, "指全社会投入。"), (kind, "含数字经济。")]
    assert [row for row in check(found)["detail"] if kind in row] == [
        f"left out: {kind}, 2 lines from here to line 5"
    ]


def test_hidden_text_is_left_out_and_told():
    found = document(paragraph(run("城区"), run("待核实", HIDDEN), run("更美。")))
    assert found.text.endswith("\n城区更美。")
    assert left_out(found) == [("hidden text", "待核实")]


def test_what_is_set_to_be_shown_is_not_hidden():
    visible = '<w:rPr><w:vanish w:val="0"/><w:webHidden/></w:rPr>'
    assert shown(paragraph(run("城区更美。", visible))) == ["城区更美。"]


def test_hidden_text_in_a_table_stands_behind_its_row():
    found = document(table(row(paragraph(run("甲"), run("密", HIDDEN)), p("乙")), row(p("丙"), p("丁"))))
    assert found.text.split("\n")[2:] == ["甲 | 乙", "丙 | 丁"]
    assert [(drop.line, drop.text) for drop in found.dropped] == [(4, "密")]


def test_a_style_hides_what_is_set_in_it():
    def change(name: str, data: bytes) -> bytes:
        if name == "word/styles.xml":
            style = '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="note"/>'
            return data.replace(b"</w:styles>", f"{style}{HIDDEN}</w:style></w:styles>".encode())
        note = paragraph(run("内部说明。"), properties='<w:pStyle w:val="Note"/>')
        return document_xml(BODY + note + p("城区更美。")).encode() if name == "word/document.xml" else data

    found = read_bytes(archive(change), "x.docx")
    assert (found.text.split("\n")[2:], left_out(found)) == (["城区更美。"], [("hidden text", "内部说明。")])


def test_readings_are_left_out_and_the_characters_stay():
    ruby = f"<w:ruby><w:rt>{run('jiǒng')}</w:rt><w:rubyBase>{run('囧')}</w:rubyBase></w:ruby>"
    found = document(paragraph(run("这个"), f"<w:r>{ruby}</w:r>", run("字。")))
    assert found.text.endswith("\n这个囧字。")
    assert left_out(found) == [("reading of characters", "jiǒng")]


def test_a_web_page_s_readings_are_left_out():
    ruby = "<ruby>囧<rp>(</rp><rt>jiǒng</rt><rp>)</rp></ruby>"
    page = f"<html><body><p>一、甲</p><p>这个{ruby}字。</p></body></html>"
    assert read_bytes(page.encode(), "x.html").text == "一、甲\n这个囧字。"


# --- equations, boxes, tracked changes ---------------------------------------------------------------------


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        (m("PM2.5≤35"), "PM2.5≤35"),
        (f"<m:f><m:num>{m('1')}</m:num><m:den>{m('2')}</m:den></m:f>", "1/2"),
        (f"<m:sSup><m:e>{m('m')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>", "m^2"),
        (f"<m:d><m:e>{m('a+b')}</m:e></m:d>", "(a+b)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/></m:dPr><m:e>{m("a")}</m:e></m:d>', "[a)"),
        (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sup/><m:e>{m("x")}</m:e></m:nary>', "∑x"),
    ],
)
def test_equations_keep_their_text(equation: str, text: str):
    body = paragraph(run("要求"), f"<m:oMath {MATH}>{equation}</m:oMath>", run("。"))
    assert shown(body) == [f"要求{text}。"]


def test_a_box_that_two_programs_are_given_is_read_once():
    inside = f"<w:txbxContent>{p('框中。')}</w:txbxContent>"
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
    )
    assert shown(paragraph(run("正文。"), f"<w:r>{box}</w:r>")) == ["正文。", "框中。"]


TRACKED = 'w:id="1" w:author="x"'


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next(change: str):
    gone = f"<w:rPr><w:{change} {TRACKED}/></w:rPr>"
    assert shown(paragraph(run("城区"), properties=gone) + p("更美。")) == ["城区更美。"]
    assert shown(paragraph(run("城区更美。"), properties=gone)) == ["城区更美。"]
    assert shown(table(row(paragraph(run("甲"), properties=gone), p("乙")))) == ["甲 | 乙"]
    assert shown(paragraph(run("表前。"), properties=gone) + table(row(p("甲"), p("乙")))) == [
        "表前。",
        "甲 | 乙",
    ]


def test_deleted_rows_are_out_and_inserted_ones_in():
    rows = [
        f"<w:tr><w:trPr><w:{change} {TRACKED}/></w:trPr><w:tc>{p(text)}</w:tc></w:tr>"
        for change, text in (("del", "旧"), ("ins", "新"))
    ]
    assert shown(table(*rows)) == ["新"]


# --- numbers -----------------------------------------------------------------------------------------------


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id_: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id_}">{"".join(levels)}</w:abstractNum>'


def use(id_: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def start(at: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def item(text: str, list_: int, at: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_}"/></w:numPr>'
    return paragraph(run(text), properties=properties)


def numbered(lists: str, body: str) -> list[str]:
    parts = {
        "word/numbering.xml": f"<w:numbering {nsdecls('w')}>{lists}</w:numbering>",
        "word/document.xml": document_xml(BODY + body),
    }
    data = archive(lambda name, data: parts[name].encode() if name in parts else data)
    return read_bytes(data, "x.docx").text.split("\n")[2:]


CHINESE = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"))


def test_two_uses_of_a_list_count_on_and_a_start_of_its_own_begins_anew():
    lists = CHINESE + use(1, 0) + use(2, 0) + use(3, 0, start(0, 1)) + use(4, 0, start(0, 8))
    body = "".join(item("甲。", list_) for list_ in (1, 2, 1, 3, 3, 4, 4))
    marks = [line.partition("、")[0] for line in numbered(lists, body)]
    assert marks == ["一", "二", "三", "一", "二", "八", "九"]


def test_deeper_levels_begin_anew_unless_they_are_set_not_to():
    through = abstract(1, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "第%2条", NEVER))
    for lists, ends in ((CHINESE, "（一）"), (through, "第3条")):
        of = 1 if lists is through else 0
        body = "".join(item("甲。", 1, at) for at in (0, 1, 1, 0, 1))
        assert numbered(lists + use(1, of), body)[-1].startswith(ends)


def test_a_use_of_a_list_may_have_levels_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）")}</w:lvlOverride>'
    lists = CHINESE + use(1, 0) + use(2, 0, own)
    assert numbered(lists, item("甲。", 1) + item("乙。", 2)) == ["一、甲。", "（2）乙。"]


def test_a_level_without_number_shows_its_text_alone():
    lists = abstract(0, level(0, "none", "附件%1：")) + use(1, 0)
    assert numbered(lists, item("名单。", 1)) == ["附件：名单。"]


NEVER = '<w:lvlRestart w:val="0"/>'


def test_numbers_of_levels_above_are_digits_where_the_level_is_legal():
    lists = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert numbered(lists + use(1, 0), item("甲。", 1) + item("乙。", 1, 1))[-1] == "1.1 乙。"


BOUND = '<w:pStyle w:val="Heading2"/>'


@pytest.mark.parametrize(
    ("bound", "in_style", "used"),
    [
        (BOUND, "", "Heading2"),  # the list names the style
        ("", '<w:ilvl w:val="1"/>', "Heading2"),  # the style names the level
        ("", '<w:ilvl w:val="1"/>', "Below"),  # as does the one that it is based on
    ],
)
def test_a_style_s_number_has_the_level_that_it_is_bound_to(bound: str, in_style: str, used: str):
    lists = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.", bound)) + use(1, 0)
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="own"/><w:pPr><w:numPr>{in_style}'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Below">'
        '<w:name w:val="below"/><w:basedOn w:val="Heading2"/></w:style></w:styles>'
    )
    body = BODY + paragraph(run("目标。"), properties=f'<w:pStyle w:val="{used}"/>')
    parts = {
        "word/numbering.xml": f"<w:numbering {nsdecls('w')}>{lists}</w:numbering>",
        "word/document.xml": document_xml(body),
    }

    def change(name: str, data: bytes) -> bytes:
        if name == "word/styles.xml":
            return data.replace(b'"Heading2"', b'"Other2"').replace(b"</w:styles>", styles.encode())
        return parts[name].encode() if name in parts else data

    assert read_bytes(archive(change), "x.docx").text.endswith("\n1.目标。")


def test_a_list_defined_by_a_style_has_its_levels():
    defined = CHINESE.replace('Id="0">', 'Id="0"><w:styleLink w:val="S"/>')
    linked = abstract(1).replace("</w:abs", '<w:numStyleLink w:val="S"/></w:abs')
    assert numbered(linked + defined + use(1, 1) + use(2, 0), item("甲。", 1)) == ["一、甲。"]


@pytest.mark.parametrize("gone", [f"<w:del {TRACKED}/>", "<w:vanish/>"])
def test_a_paragraph_that_is_not_shown_takes_no_number(gone: str):
    properties = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{gone}</w:rPr>'
    body = item("甲。", 1) + paragraph(run("密", HIDDEN), properties=properties) + item("乙。", 1)
    assert numbered(CHINESE + use(1, 0), body) == ["一、甲。", "二、乙。"]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("chineseCounting", {1: "一", 10: "十", 21: "二十一", 100: "一〇〇"}),
        ("chineseCountingThousand", {11: "十一", 110: "一百一十", 1001: "一千零一", 2020: "二千零二十"}),
        ("ideographDigital", {10: "一〇"}),
        ("chineseLegalSimplified", {12: "壹拾贰"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("upperRoman", {9: "IX", 44: "XLIV"}),
        ("lowerLetter", {26: "z", 27: "aa"}),
        ("decimalEnclosedParen", {2: "⑵", 21: "21"}),
        ("decimalZero", {3: "03"}),
        ("decimal", {0: "0", 12345: "12345"}),
    ],
)
def test_numbers_are_printed_as_word_prints_them(kind: str, values: dict[int, str]):
    assert {value: printed(value, kind) for value in values} == values
