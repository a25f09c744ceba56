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
from analysis.reading.formats import docx_archive
from analysis.tables import InputProblem

BODY = "<w:p><w:r><w:t>一、总体要求</w:t></w:r></w:p><w:p><w:r><w:t>坚持新发展理念。</w:t></w:r></w:p>"


def archive(
    change: Callable[[str, bytes], bytes] = lambda _, data: data, method: int = zipfile.ZIP_DEFLATED
) -> bytes:
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
    box = (
        '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:txbxContent>{p('框中。')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
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
            lists = (
                f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1">'
                '<w:abstractNumId w:val="0"/></w:num>'
            )
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


@pytest.mark.parametrize(
    "properties",
    [b"", b"<cp:coreProperties", b"\xff\xfe", b"<x/>", b"<!-- -->", "corrupted", "missing", "no date"],
)
def test_damaged_properties_cost_the_title_only(properties: bytes | str):
    dated = CORE.replace(b"</cp", b"<dcterms:created>x</dcterms:created></cp")
    data = archive(
        lambda name, data: (
            (dated if properties == "no date" else properties if isinstance(properties, bytes) else CORE)
            if name == "docProps/core.xml"
            else document_xml(BODY).encode() if name == "word/document.xml" else data
        )
    )  # fmt: skip
    if properties == "corrupted":
        data = corrupted(zipfile.ZIP_DEFLATED, b"docProps/core.xml", data)
    if properties == "missing":
        data = without(data, "docProps/core.xml")
    document = read_bytes(data, "plan.docx")
    assert document.text == "一、总体要求\n坚持新发展理念。"
    assert document.title == ("规划" if properties == "no date" else "plan")


CORE = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    + "<dc:title>规划</dc:title></cp:coreProperties>".encode()
)


def without(data: bytes, *parts: str) -> bytes:
    """An archive without some parts, and without the relations to them."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            if name not in parts:
                part = source.read(name)
                for gone in parts:
                    part = re.sub(rb'<Relationship [^>]*Target="%s"[^>]*>' % gone.encode(), b"", part)
                made.writestr(name, part)
    return target.getvalue()


# --- Strict Open XML ---------------------------------------------------------------------------------------


def strict(name: str, data: bytes) -> bytes:
    """A part with the namespaces of Word's strict format."""
    usual = rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument|drawingml)/2006/"
    return re.sub(usual, rb"http://purl.oclc.org/ooxml/\1/", data) if not name.startswith("[") else data


def test_strict_open_xml_is_read_as_the_usual_one():
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>'
        + BODY
        + table(row(p("甲"), p("乙")))
    )
    usual = replaced("word/document.xml", document_xml(body).encode())
    data = archive(lambda name, data: strict(name, usual(name, data)))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in made.read("word/document.xml")
    assert read_bytes(data, "x.docx") == read_bytes(archive(usual), "x.docx")


# --- how much is read --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", [lambda: table(row(p("指标"), p("数值")) * 20_000), lambda: p("坚持新发展理念。" * 100_000)]
)
def test_what_repeats_is_read_whatever_its_ratio(body: Callable[[], str]):
    data = made(BODY + body())
    assert (
        max(part.file_size / part.compress_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
        > docx_archive.MOST_RATIO
    )
    assert read_bytes(data, "x.docx").text.startswith("一、总体要求\n坚持新发展理念。\n")


def test_the_message_names_the_limit_that_was_met(monkeypatch: pytest.MonkeyPatch):
    data = made(BODY + p("坚持新发展理念。" * 100_000))
    monkeypatch.setattr(docx_archive, "UNSUSPECTED", 2**20)
    ratio = (
        r"would take 3 MB, its part word/document\.xml [\d,]{3,} times its packed size \(above 1 MB in all,"
        r" at most 200 times\)"
    )
    with pytest.raises(InputProblem, match=rf"^x\.docx: refused: unpacked it {ratio}\. Split it"):
        read_bytes(data, "x.docx")
    monkeypatch.setattr(docx_archive, "MOST_BYTES", 2**20)
    with pytest.raises(InputProblem, match=r"it would take 3 MB \(at most 1 MB\)\. Split it"):
        read_bytes(data, "x.docx")


# --- damaged, foreign and hostile archives -----------------------------------------------------------------


def corrupted(method: int, part: bytes = b"word/document.xml", sound: bytes = b"") -> bytes:
    data = bytearray(sound or archive(method=method))
    at = data.find(part) + 40
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


LEVEL = '<w:p><w:pPr><w:outlineLvl w:val="x"/></w:pPr><w:r><w:t>甲。</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    "change",
    [
        replaced("word/document.xml", document_xml(LEVEL).encode()),  # invalid literal for int()
        replaced("word/document.xml", f"<w:document {nsdecls('w')}/>".encode()),  # 'NoneType' object
        replaced("word/_rels/document.xml.rels", b"<x/>"),
        replaced("word/styles.xml", b"<x/>"),
        replaced("_rels/.rels", b"<x/>"),
        replaced("[Content_Types].xml", b"<x/>"),
    ],
)
def test_parts_that_do_not_fit_together_are_told_without_the_programs_words(
    change: Callable[[str, bytes], bytes],
):
    told = r"^x\.docx: a damaged Word document \(its parts do not fit together: [A-Za-z]+\)\. Open it"
    with pytest.raises(InputProblem, match=told):
        read_bytes(archive(change), "x.docx")


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
