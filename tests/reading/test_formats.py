"""Formats: the same document as text, Markdown, web page, Word and PDF; and what each refuses."""

from __future__ import annotations

import builtins
import io
import zipfile
from html import escape
from pathlib import Path

import docx
import pandas as pd
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from analysis.__main__ import main
from analysis.reading import Document, check, read, read_text, sentences
from analysis.reading.formats import docx_archive, pdf
from analysis.tables import InputProblem
from tests.conftest import ROOT, wrapped

TITLE = "甲区国民经济和社会发展规划"
PARAGRAPHS = [
    "开篇说明为什么要制定这个规划，以及它的意义。",
    "一、总体要求",
    "（一）指导思想",
    "坚持新发展理念，推动高质量发展。统筹发展和安全。",
    "（二）主要目标",
    "到2025年，城区更美。",
    "到2025年，城区更美。",
    "二、保障措施",
    "（一）组织领导",
    "加强领导，压实责任。",
    "（二）监督考核",
    "强化督查，严格考核。",
]
TREE = ["p0.1", "c1", "1", "1.1", "2", "2.1", "2.2", "c2", "3", "3.1", "4", "4.1"]


def tree(document: Document) -> list[str]:
    return [part.id for part in document.parts if part.kind not in ("title", "adoption", "signature")]


def save(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


# --- Markdown ----------------------------------------------------------------------------------------------


def test_markdown(tmp_path: Path):
    text = f"# {TITLE}\n\n" + "\n\n".join(
        f"## {line}" if line[1] == "、" else f"### {line}" if line[0] == "（" else f"{line[:2]}**{line[2:]}**"
        for line in PARAGRAPHS
    )
    document = read(save(tmp_path, "plan.md", text))
    assert (document.title, tree(document)) == (TITLE, TREE)
    assert [document.text[part.start : part.end] for part in document.parts][1:] == PARAGRAPHS
    assert document.parts[1].line == 3


def test_markdown_leaves_numbers_and_indents_alone(tmp_path: Path):
    text = (
        "---\ntitle: 某规划\n---\n一、甲\n\n1. 子。\n\n    缩进的正文。\n\n2. 丑。\n\n> "
        "引用[正文](http://x)。\n\n| 指标 | 值 |\n|---|---|\n| 绿地 | 30% |\n"
    )
    document = read(save(tmp_path, "plan.md", text))
    assert document.title == "某规划"
    assert document.text.split("\n") == [
        "一、甲",
        "1. 子。",
        "缩进的正文。",
        "2. 丑。",
        "引用正文。",
        "指标 | 值",
        "绿地 | 30%",
    ]
    assert [part.line for part in document.articles] == [6, 10]


# --- web pages ----------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}_某市人民政府网</title>
<style>p {{ color: red }}</style><script>var 废话 = "<p>不是正文。</p>";</script></head><body>
<div class="top"><a href="/">首页</a> &gt; <a href="/a">政务公开</a></div>
<div {container}><p style="text-align:center">{title}</p>{body}</div>
<div class="bottom">主办：某市人民政府 版权所有 ICP备12345</div></body></html>"""


def page(container: str, charset: str = "utf-8", body: str | None = None) -> str:
    body = "".join(f"<p>　　{line}</p>\n" for line in PARAGRAPHS) if body is None else body
    return PAGE.format(charset=charset, title=TITLE, container=container, body=body)


@pytest.mark.parametrize(
    "container",
    [
        'id="UCAP-CONTENT"',
        'class="TRS_Editor"',
        'class="pages_content"',
        'id="zoom"',
        'class="mw-parser-output"',
        'id="js_content"',
    ],
)
def test_known_containers_are_read_alone(tmp_path: Path, container: str):
    document = read(save(tmp_path, "plan.html", page(container)))
    assert (document.title, tree(document)) == (TITLE, TREE)
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]
    assert "main_text" not in set(check(document)["finding"])


def test_the_main_text_of_an_unknown_page_is_found_and_marked(tmp_path: Path):
    """Paragraphs that repeat stay, although the library that finds the main text drops them."""
    document = read(save(tmp_path, "plan.html", page('class="xyz"')))
    assert tree(document) == TREE
    assert document.text.count("到2025年，城区更美。") == 2
    assert document.loader.startswith("html: main text") or document.loader == "html: whole page"
    assert "main_text" in set(check(document)["finding"])


def test_a_short_notice_is_read_without_its_frame(tmp_path: Path):
    text = (
        "<html><body><nav>首页 新闻</nav><h1>关于停水的通知</h1><p>因检修，本周六停水一天。</p>"
        "<footer>版权所有</footer></body></html>"
    )
    document = read(save(tmp_path, "notice.html", text))
    assert (
        "本周六停水一天" in document.text and "版权所有" not in document.text and "首页" not in document.text
    )


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gbk", "utf-8"), ("utf-8", "gb2312"), ("utf-8", "iso-8859-1")]
)
def test_a_declared_encoding_that_lies_is_not_believed(tmp_path: Path, encoding: str, declared: str):
    document = read(save(tmp_path, "plan.html", page('id="zoom"', declared).encode(encoding)))
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]


def test_text_that_is_only_named_html_is_read_as_text(tmp_path: Path):
    document = read(save(tmp_path, "plan.html", "\n".join([TITLE, *PARAGRAPHS, "当 a<b 时不变。"])))
    assert (tree(document), document.loader) == ([*TREE, "4.2"], "text")
    assert document.text.endswith("当a<b时不变。")


def test_markup_in_the_text_is_text_and_scripts_are_gone(tmp_path: Path):
    body = (
        "<p>一、甲</p><p>&lt;script&gt;alert(1)&lt;/script&gt;是示例，a&lt;b。<img src=x onerror=alert(1)>"
        "</p><script>alert(2)</script><p hidden>隐藏的话。</p><p style='display: none'>也隐藏。</p>"
    )
    document = read(save(tmp_path, "plan.html", page('id="zoom"', body=body)))
    assert document.text.split("\n") == [TITLE, "一、甲", "<script>alert(1)</script>是示例，a<b。"]


def test_breaks_tables_and_headings_of_a_page(tmp_path: Path):
    body = (
        "<h2>目标</h2><p>第一行。<br>第二行。</p><h3>指标</h3><table><tr><th>名称</th><th>值</th></tr><tr>"
        "<td>绿地</td><td>30%</td></tr></table><h2>保障</h2><div>加强<a href=x>领导</a>。</div>"
    )
    document = read(save(tmp_path, "plan.html", page('id="zoom"', body=body)))
    assert [(part.level, part.title) for part in document.headings.values()] == [
        (1, "目标"),
        (2, "指标"),
        (1, "保障"),
    ]
    assert document.text.split("\n")[1:] == [
        "目标",
        "第一行。",
        "第二行。",
        "指标",
        "名称 | 值",
        "绿地 | 30%",
        "保障",
        "加强领导。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<html><body></body></html>",
        "<html><body>" + "<div>" * 20_000 + "</div>" * 20_000,
        "<html><script>var a;</script></html>",
    ],
)
def test_a_page_without_text_is_told(tmp_path: Path, text: str):
    with pytest.raises(InputProblem, match="no text in this web page"):
        read(save(tmp_path, "empty.html", text))


# --- Word ---------------------------------------------------------------------------------------------------


@pytest.fixture
def written() -> docx.document.Document:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    for line in PARAGRAPHS:
        document.add_paragraph(line)
    return document


def packed(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word(tmp_path: Path, written):
    document = read(save(tmp_path, "plan.docx", packed(written)))
    assert (document.title, tree(document), document.loader) == (TITLE, TREE, "docx")
    assert document.text.split("\n") == [TITLE, *PARAGRAPHS]


def test_the_style_for_titles_tells_the_title_from_other_lines(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("内部学习资料汇编方案")
    document.add_paragraph("2021年3月5日")
    document.add_heading("凝心聚力", 0)
    document.add_heading("再创辉煌", 0)
    document.add_paragraph("——在全县大会上的讲话")
    document.add_paragraph("同志们：")
    document.add_paragraph("今天召开大会，部署工作。")
    found = read(save(tmp_path, "speech.docx", packed(document)))
    assert (found.title, found.facts[0].source) == ("凝心聚力再创辉煌", "Word's title style")
    assert (found.kind, found.dated) == ("speech", ("", ""))


def test_word_blocks_stand_in_order_with_tables_and_boxes(tmp_path: Path):
    document = docx.Document()
    document.add_heading("目标", 1)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "绿地", "30%"
    paragraph = document.add_paragraph("表后的正文。")
    box = (
        '<w:r {0}><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:r>'
        "<w:t>框中的话。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box.format(nsdecls("w"))))
    document.add_heading("保障", 1)
    document.add_paragraph("加强领导。")
    found = read(save(tmp_path, "plan.docx", packed(document)))
    assert found.text.split("\n") == [
        "目标",
        "绿地 | 30%",
        "表后的正文。",
        "框中的话。",
        "保障",
        "加强领导。",
    ]
    assert [part.title for part in found.articles] == ["目标", "保障"]


def test_word_insertions_are_text_and_deletions_are_not(tmp_path: Path):
    document = docx.Document()
    paragraph = document.add_paragraph("一、甲")
    paragraph = document.add_paragraph("原有的话")
    for tag, inner, text in (("ins", "t", "，插入的话"), ("del", "delText", "，删去的话")):
        change = (
            f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r><w:{inner}>{text}</w:{inner}></w:r>'
            f"</w:{tag}>"
        )
        paragraph._p.append(parse_xml(change))
    paragraph.add_run("。")
    assert read(save(tmp_path, "plan.docx", packed(document))).text == "一、甲\n原有的话，插入的话。"


def test_word_writes_out_automatic_numbers(tmp_path: Path):
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%1.%2.%3")]
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        "</w:lvl>"
        for at, (kind, text) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{made}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, text in (
        (0, "总体要求"),
        (1, "目标"),
        (None, "更美。"),
        (1, "原则"),
        (None, "为民。"),
        (0, "保障"),
        (1, "组织"),
        (None, "加强。"),
    ):
        paragraph = document.add_paragraph(text)
        if level is not None:
            properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(properties))
    found = read(save(tmp_path, "plan.docx", packed(document)))
    assert found.text.split("\n") == [
        "一、总体要求",
        "（一）目标",
        "更美。",
        "（二）原则",
        "为民。",
        "二、保障",
        "（一）组织",
        "加强。",
    ]
    assert [part.id for part in found.headings.values()] == ["c1", "1", "2", "c2", "3"]


def rezipped(data: bytes, **changes: bytes) -> bytes:
    """A .docx with parts replaced (names with _ for /)."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, changes.get(name.replace("/", "_").replace(".", "_"), source.read(name)))
    return buffer.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    b"<b>&a;&c;</b>"
)


def test_word_files_that_are_none_or_attack_are_refused(tmp_path: Path, written):
    data = packed(written)
    dangling = data and rezipped(
        data,
        word__rels_document_xml_rels=(
            b'<?xml version="1.0"?><Relationships '
            b'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
            b'Target="nowhere.xml"/></Relationships>'
        ),
    )
    for name, content, match in (
        ("old", b"\xd0\xcf\x11\xe0" + b"x" * 600, "an old Office document"),
        ("text", "这是纯文本。".encode(), "this seems to be something else"),
        ("cut", data[: len(data) // 2], "damaged Word document"),
        ("zip", rezipped_other(), "holds no word/document.xml"),
        ("entity", rezipped(data, word_document_xml=BOMB), "declares a document type"),
        ("broken", rezipped(data, word_document_xml=b"<w:document"), "damaged Word document"),
        ("dangling", dangling, "damaged Word document"),
        ("bomb", rezipped(data, word_document_xml=b" " * (300 * 2**20)), "refused: unpacked it would take"),
    ):
        with pytest.raises(InputProblem, match=match) as problem:
            read(save(tmp_path, f"{name}.docx", content))
        assert "\n" not in str(problem.value) and "root:" not in str(problem.value)


def rezipped_other() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "x")
    return buffer.getvalue()


def test_a_word_file_is_measured_before_it_is_unpacked(
    tmp_path: Path, written, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(docx_archive, "MOST_BYTES", 1000)
    with pytest.raises(InputProblem, match="refused: unpacked it would take"):
        read(save(tmp_path, "plan.docx", packed(written)))


# --- PDF ----------------------------------------------------------------------------------------------------


def drawn(pages: list[list[str]]) -> bytes:
    """A PDF with a text layer, each page's lines from the top."""
    import matplotlib

    with matplotlib.rc_context({"pdf.fonttype": 42}):
        from matplotlib.backends.backend_pdf import PdfPages
        from matplotlib.figure import Figure
        from matplotlib.font_manager import FontProperties

        from analysis.showing.figures import font_path

        buffer = io.BytesIO()
        with PdfPages(buffer) as target:
            for lines in pages:
                figure = Figure(figsize=(8, 11))
                for at, line in enumerate(lines):
                    figure.text(
                        0.1,
                        0.95 - 0.03 * at,
                        line,
                        fontsize=9,
                        fontproperties=FontProperties(fname=str(font_path())),
                    )
                target.savefig(figure)
        return buffer.getvalue()


LONG = (
    "到二〇三五年，全区经济实力、科技实力大幅跃升，城乡居民人均收入再迈上新的大台阶，"
    "治理体系和治理能力现代化基本实现，城区更加美丽。"
)
SET = [LONG[:26], LONG[26:54], LONG[54:]]


def test_pdf_lines_are_joined_and_edges_dropped(tmp_path: Path):
    pages = [
        ["甲区规划纲要", "第一章 总体目标", *SET, *SET, "— 1 —"],
        ["甲区规划纲要", *SET, "第二章 保障措施", *SET, "— 2 —"],
        ["甲区规划纲要", *SET, *SET, *SET, "— 3 —"],
    ]
    document = read(save(tmp_path, "plan.pdf", drawn(pages)))
    assert document.loader == "pdf"
    assert [part.title for part in document.articles] == ["总体目标", "保障措施"]
    assert [document.text[part.start : part.end] for part in document.passages] == [LONG] * 7
    assert [drop.reason for drop in document.dropped].count("page number") == 3
    assert [drop.text for drop in document.dropped if drop.reason == "running head"] == ["甲区规划纲要"] * 3


def test_a_pdf_of_pictures_is_told(tmp_path: Path):
    with pytest.raises(InputProblem, match=r"no text layer in its 2 pages.*OCR"):
        read(save(tmp_path, "scan.pdf", drawn([[], []])))


def test_a_pdf_whose_fonts_name_no_characters_is_told(tmp_path: Path):
    """Without ToUnicode the text layer is the fonts' own codes: !"#$%&."""
    data = drawn([["第一章 总体目标", *SET, *SET]])
    assert b"/ToUnicode" in data
    table = check(read(save(tmp_path, "plan.pdf", data.replace(b"/ToUnicode", b"/ToUnicodX"))))
    assert "OCR" in table.loc[table["finding"] == "not_chinese", "detail"].item()


def test_what_is_no_pdf_or_takes_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(InputProblem, match="no PDF"):
        read(save(tmp_path, "text.pdf", "这是纯文本。"))
    with pytest.raises(InputProblem, match=r"cannot be read \(damaged"):
        read(save(tmp_path, "cut.pdf", b"%PDF-1.7\n1 0 obj\n"))
    good = save(tmp_path, "plan.pdf", drawn([["甲。"]]))
    monkeypatch.setattr(pdf, "SECONDS", 0.01)
    with pytest.raises(InputProblem, match=r"took longer than 0\.01 s and was stopped"):
        read(good)


def test_a_pdf_that_needs_too_much_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("resource")
    path = save(tmp_path, "plan.pdf", drawn([["甲。"]]))
    monkeypatch.setattr(pdf, "MOST_MEMORY", 16 * 2**20)
    with pytest.raises(InputProblem, match="this PDF cannot be read"):
        read(path)


@pytest.mark.slow
def test_the_proposal_reads_alike_as_a_pdf(tmp_path: Path, proposal: Document):
    """Its first chapters, hard-wrapped on pages with heads and numbers: articles 19, 28 … are no pages."""
    end = proposal.chapters[5].start
    text = proposal.text[:end].rstrip()
    lines = [piece for line in text.split("\n") for piece in wrapped(line, 60)]
    pages = [lines[at : at + 28] for at in range(0, len(lines), 28)]
    data = drawn([["长宁区规划建议", *page, f"— {number} —"] for number, page in enumerate(pages, start=1)])
    document, expected = read(save(tmp_path, "plan.pdf", data)), read_text(text, id="x")
    pd.testing.assert_frame_equal(
        sentences(document, headings=True)[["sentence_id", "kind", "text"]],
        sentences(expected, headings=True)[["sentence_id", "kind", "text"]],
    )
    assert [part.label for part in document.articles] == [part.label for part in expected.articles]


# --- many files ---------------------------------------------------------------------------------------------


def test_bad_files_of_every_format_never_stop_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    good = [
        save(tmp_path, name, "一、甲\n正文甲。\n二、乙\n正文乙。\n") for name in ("a.txt", "b.md", "z.html")
    ]
    bad = {
        "c.docx": b"PK\x03\x04",
        "d.pdf": b"%PDF-1.4 x",
        "e.html": b"<html></html>",
        "f.txt": b"",
        "g.txt": b"\xff\xfe\x00",
    }
    for name, data in bad.items():
        save(tmp_path, name, data)
    assert main(["sentences", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert list(dict.fromkeys(line.split(",")[0] for line in out.splitlines()[1:])) == [
        path.stem for path in good
    ]
    assert [Path(line.removeprefix("error: ").split(": ")[0]).name for line in err.splitlines()] == sorted(
        bad
    )


# --- libraries that are not installed -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "library", "install"),
    [
        ("plan.html", "bs4", "beautifulsoup4 trafilatura"),
        ("plan.docx", "docx", "python-docx"),
        ("plan.pdf", "pypdfium2", "pypdfium2"),
    ],
)
def test_a_missing_library_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, install: str
):
    from analysis.reading import formats

    def without(module: str) -> object:
        if module == library:
            raise ImportError(module)
        return builtins.__import__(module)

    monkeypatch.setattr(formats, "import_module", without)
    with pytest.raises(InputProblem, match=f"python -m pip install {install} "):
        read(save(tmp_path, name, "x"))


def test_the_extras_are_those_of_the_project():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert all(f"\n{extra} = [" in text for extra in ("docx", "html", "pdf"))


# --- the proposal, in every format --------------------------------------------------------------------------


def test_the_proposal_reads_alike_from_every_format(tmp_path: Path, proposal: Document):
    lines = proposal.text.split("\n")
    word_file = docx.Document()
    for line in lines:
        word_file.add_paragraph(line)
    html = "".join(f"<p>\u3000\u3000{escape(line)}</p>\n" for line in lines)
    files = {
        "plan.txt": "\n".join(lines).encode("gb18030"),
        "plan.md": "\n\n".join(lines),
        "plan.html": f"<html><body><div id='zoom'>{html}</div></body></html>".encode("gbk"),
        "plan.docx": packed(word_file),
    }
    expected = sentences(proposal, headings=True)[["sentence_id", "kind", "text"]]
    for name, data in files.items():
        document = read(save(tmp_path, name, data))
        assert (document.title, document.adopted) == (proposal.title, proposal.adopted)
        found = sentences(document, headings=True)[["sentence_id", "kind", "text"]]
        pd.testing.assert_frame_equal(found, expected)
