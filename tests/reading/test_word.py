"""Word documents as strangers bring them: tables in tables, damaged archives, attacks, other Office files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import nsdecls

from analysis.reading import read_bytes
from analysis.tables import InputProblem

BODY = "<w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p><w:p><w:r><w:t>坚持新发展理念。</w:t></w:r></w:p>"


def archive(change: Callable[[str, bytes], bytes] = lambda _, data: data, method: int = zipfile.ZIP_DEFLATED) -> bytes:  # fmt: skip
    """A sound document of python-docx's, each part passed through `change`."""
    buffer, target = io.BytesIO(), io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w", method) as made:
        for name in source.namelist():
            made.writestr(name, change(name, source.read(name)))
    return target.getvalue()


def replaced(part: str, data: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, old: data if name == part else old


def document_xml(body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f"{head}<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>"


def made(body: str) -> bytes:
    return archive(replaced("word/document.xml", document_xml(body).encode()))


def lines(body: str) -> list[str]:
    return read_bytes(made(body), "x.docx").text.split("\n")


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


# --- tables ------------------------------------------------------------------------------------------------


def test_a_table_in_a_table_is_read_once_where_it_stands():
    inner = table(row(p("丙"), p("丁")), row(p("戊"), p("己")))
    body = BODY + table(row(p("甲"), p("乙一") + inner + p("乙二"), p("庚")), row(p("辛"), p("壬")))
    assert lines(body)[2:] == ["甲 | 乙一", "丙 | 丁", "戊 | 己", "乙二 | 庚", "辛 | 壬"]


@pytest.mark.parametrize(
    "wrap",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:ins w:id="1" w:author="x">{}</w:ins>',
        '<w:customXml w:element="x">{}</w:customXml>',
    ],
)
def test_rows_and_cells_are_found_in_what_stands_around_them(wrap: str):
    rows = row(p("甲"), p("乙")) + wrap.format(row(p("丙"), p("丁")))
    cells = "<w:tr>" + wrap.format(f"<w:tc>{p('戊')}</w:tc>") + f"<w:tc>{p('己')}</w:tc></w:tr>"
    assert lines(BODY + wrap.format(table(rows, cells)))[2:] == ["甲 | 乙", "丙 | 丁", "戊 | 己"]


def nested(depth: int) -> str:
    body = p("最深。")
    for level in range(depth, 0, -1):
        body = p(f"前{level}。") + table(row(body)) + p(f"后{level}。")
    return body


@pytest.mark.parametrize("depth", [1, 2, 20, 70])
def test_tables_nest_as_deep_as_they_like(depth: int):
    """Two texts a level, each once, from the outside to the inside and out again."""
    before, after = range(1, depth + 1), range(depth, 0, -1)
    expected = [*(f"前{level}。" for level in before), "最深。", *(f"后{level}。" for level in after)]
    assert lines(BODY + nested(depth))[2:] == expected


def test_what_nests_deeper_than_the_parser_goes_is_told():
    with pytest.raises(InputProblem, match=r"^x\.docx: refused: .*nest deeper than 256"):
        lines(BODY + nested(200))


def test_a_box_in_a_cell_belongs_to_the_cell():
    box = f'<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{p("框中。")}</w:txbxContent></v:textbox></w:pict></w:r>'
    assert lines(BODY + table(row(f"<w:p><w:r><w:t>甲</w:t></w:r>{box}</w:p>", p("乙"))))[2:] == [
        "甲 框中。 | 乙"
    ]


# --- text, titles and numbers ------------------------------------------------------------------------------


@pytest.mark.parametrize("inside", ["<!-- 批注 -->", "<?pi 指令?>"])
def test_text_behind_a_comment_or_an_instruction_is_not_lost(inside: str):
    assert lines(BODY + p(f"到二〇二五年，{inside}城区{inside}更美。"))[-1] == "到二〇二五年，城区更美。"


def test_a_list_level_that_word_does_not_have_numbers_nothing():
    def numbered(name: str, data: bytes) -> bytes:
        if name == "word/numbering.xml":
            level = '<w:lvl w:ilvl="300000000"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
            lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            return f"<w:numbering {nsdecls('w')}>{lists}</w:numbering>".encode()
        if name == "word/document.xml":
            properties = '<w:pPr><w:numPr><w:ilvl w:val="300000000"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            return document_xml(BODY + p("城区更美。").replace("<w:p>", f"<w:p>{properties}")).encode()
        return data

    assert read_bytes(archive(numbered), "x.docx").text.endswith("\n城区更美。")


def test_two_relations_to_the_properties_cost_the_title_only():
    def doubled(name: str, data: bytes) -> bytes:
        if name == "_rels/.rels":
            relation = re.search(rb"<Relationship [^>]*core-properties[^>]*/>", data)
            assert relation
            again = re.sub(rb'Id="[^"]*"', b'Id="rId99"', relation[0])
            return data.replace(relation[0], relation[0] + again)
        return document_xml(BODY).encode() if name == "word/document.xml" else data

    document = read_bytes(archive(doubled), "plan.docx")
    assert (document.title, document.text) == ("plan", "一、总体要求\n坚持新发展理念。")


# --- damaged, foreign and hostile archives -----------------------------------------------------------------


def corrupted(method: int) -> bytes:
    data = bytearray(archive(method=method))
    at = data.find(b"word/document.xml") + 40
    data[at : at + 20] = b"\xff" * 20
    return bytes(data)


def patched(local: int, central: int, value: bytes) -> bytes:
    """A field of the document's local and central headers overwritten."""
    data = bytearray(archive())
    for start, offset, name_at in ((b"PK\x03\x04", local, 30), (b"PK\x01\x02", central, 46)):
        at = data.find(start)
        while data[at + name_at : at + name_at + 17] != b"word/document.xml":
            at = data.find(start, at + 1)
        data[at + offset : at + offset + len(value)] = value
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (lambda: corrupted(zipfile.ZIP_DEFLATED), "a damaged Word document"),
        (lambda: corrupted(zipfile.ZIP_LZMA), "a damaged Word document"),
        (lambda: corrupted(zipfile.ZIP_BZIP2), "a damaged Word document"),
        (lambda: patched(6, 8, b"\x01"), "refused: its parts are encrypted"),
        (lambda: patched(8, 10, b"\x63"), "a damaged Word document .*compression method"),
        (lambda: archive()[:2000], "a damaged Word document .*not a zip file"),
    ],
)
def test_a_damaged_archive_is_one_line(data: Callable[[], bytes], match: str):
    with pytest.raises(InputProblem, match=rf"^x\.docx: {match}") as problem:
        read_bytes(data(), "x.docx")
    assert "\n" not in str(problem.value) and " at 0x" not in str(problem.value)


HIDDEN = f'<?xml version="1.0"?><!--{"x" * 9000}--><!DOCTYPE a [<!ENTITY b "c">]>'


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(HIDDEN, "utf-8"), (HIDDEN.replace("?>", ' encoding="UTF-16"?>', 1), "utf-16")],
)
def test_a_document_type_is_seen_behind_a_comment_and_in_utf16(data: str, encoding: str):
    part = document_xml(BODY + p("&b;"), data).encode(encoding)
    with pytest.raises(InputProblem, match=r"^x\.docx: refused: word/document\.xml declares a document type"):
        read_bytes(archive(replaced("word/document.xml", part)), "x.docx")


def foreign(*parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for part in parts:
            made.writestr(part, "<x/>")
    return buffer.getvalue()


def typed(before: bytes, after: bytes) -> bytes:
    return archive(lambda name, data: data.replace(before, after) if name.startswith("[Content") else data)


MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (foreign("xl/workbook.xml"), r"no Word document: this seems to be a spreadsheet \(\.xlsx\)"),
        (foreign("ppt/presentation.xml"), r"this seems to be a presentation"),
        (foreign("mimetype", "content.xml"), r"this seems to be an OpenDocument file"),
        (typed(MAIN, b"application/vnd.ms-word.document.macroEnabled.main+xml"), r"with macros \(\.docm\)"),
        (typed(MAIN, MAIN.replace(b"document.main", b"template.main")), r"template \(\.dotx\)"),
        (typed(MAIN, b"application/x-something"), r"is not a Word file"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "an old Office document .*or one locked with a password"),
    ],
)
def test_other_office_files_are_told_what_they_are(data: bytes, match: str):
    with pytest.raises(InputProblem, match=rf"^x\.docx: .*{match}") as problem:
        read_bytes(data, "x.docx")
    assert " at 0x" not in str(problem.value) and "damaged Word document (x.docx" not in str(problem.value)
