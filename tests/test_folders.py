"""What is read of a folder, and what is told of it: other formats, files beside documents, subfolders."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from analysis import folders
from analysis.__main__ import main
from analysis.batch import sources, unread
from analysis.reading import by_name, is_beside, read_bytes
from analysis.tables import InputProblem
from tests.test_batch import document, rows

OLE = b"\xd0\xcf\x11\xe0" + b"\x00" * 600


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + OLE


def zipped(*parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for part in parts:
            made.writestr(part, "<x/>")
    return buffer.getvalue()


WORD, OCR = r"Open it in Word or WPS and save it as \.docx", "Run OCR on it"

FOREIGN = [
    ("a.doc", OLE, rf"an old Word document \(\.doc\), not text\. {WORD}"),
    ("a.wps", OLE, rf"a WPS document \(\.wps\), not text\. {WORD}"),
    ("a.et", OLE, r"a spreadsheet \(\.et\), not text\. Save what is text"),
    ("a.txt", ole("WordDocument"), rf"an old Word document \(\.doc\), not text\. {WORD}"),
    ("a", ole("Workbook"), r"a spreadsheet \(\.xls\)"),
    ("a.docx", ole("EncryptedPackage"), "a document locked with a password. Open it, take the password off"),
    ("a.doc", ole("EncryptedPackage"), "a document locked with a password"),
    ("a.rtf", b"{\\rtf1\\ansi", rf"a Rich Text document \(\.rtf\), not text\. {WORD}"),
    ("a.doc", b"{\\rtf1\\ansi", r"a Rich Text document \(\.rtf\)"),
    ("a.ofd", zipped("OFD.xml", "Doc_0/Document.xml"), r"pages \(\.ofd\), not text\. Open it in its reader"),
    ("a.xlsx", zipped("xl/workbook.xml"), r"a spreadsheet \(\.xlsx\)"),
    ("a.doc", zipped("word/document.xml"), r"Word document \(\.docx\), not text\. Give its name the"),
    ("a.zip", zipped("plan.txt"), "a ZIP archive .*Unpack it"),
    ("a.png", b"\x89PNG\r\n\x1a\n", f"a PNG image, not text. {OCR}"),
    ("a.jpg", b"\xff\xd8\xff\xe0", OCR),
    ("a.tif", b"II*\x00\x08\x00", OCR),
    ("a.bmp", b"BM\x36\x00\x00\x00\x00\x00\x00\x00", OCR),
    ("a.webp", b"RIFF\x24\x00\x00\x00WEBPVP8 ", OCR),
    ("a.heic", b"\x00\x00\x00\x18ftypheic", OCR),
    ("a.pdf", b"\xff\xd8\xff\xe0", f"no PDF: this seems to be a JPEG image. {OCR}"),
    ("a.docx", b"%PDF-1.7", r"no Word document .*this seems to be a PDF\. Give its name the"),
    ("a.mht", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", r"a saved web archive \(\.mht\)"),
    ("a.xml", b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "a Word document in XML"),
    ("a.caj", bytes(range(256)) * 9, r"By its name it is a document with fixed pages \(\.caj\)\. Open it"),
    ("~$plan.docx", b"\x04Name" + b"\x00" * 150, "keeps this file beside one. Name the document itself"),
    ("._plan.txt", b"\x00\x05\x16\x07" + b"\x00" * 90, "keeps this file beside one"),
    (".DS_Store", b"\x00\x00\x00\x01Bud1", "keeps this file beside one"),
    ("Thumbs.db", OLE, "keeps this file beside one"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "match"), FOREIGN)
def test_a_file_of_another_format_is_told_what_it_is_and_what_to_do(name: str, data: bytes, match: str):
    with pytest.raises(InputProblem, match=match) as problem:
        read_bytes(data, name)
    assert str(problem.value).startswith(f"{name}: ") and "\n" not in str(problem.value)


def test_another_format_alone_ends_with_nothing_done(tmp_path: Path, capsys):
    path = tmp_path / "规划.doc"
    path.write_bytes(OLE)
    assert main(["terms", str(path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "规划.doc: this seems to be an old Word document" in said


def test_what_is_named_so_but_is_text_is_read():
    text = "甲区规划\n一、目标\n城区更美。\n"
    assert read_bytes(text.encode("gbk"), "a.doc").title == "甲区规划"
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in text.split())}</body></html>"
    assert read_bytes(page.encode(), "a.doc").loader.startswith("html")


# --- folders -----------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    (made / "sub" / "deep").mkdir(parents=True)
    document(made, "a.txt")
    for name in ("~$a.docx", "._a.txt", ".DS_Store", "Thumbs.db", "desktop.ini", "~WRL0001.tmp"):
        (made / name).write_bytes(OLE)
    return made


def names(found: list[str], **options: bool) -> list[str]:
    return [source.path.name for source in sources(found, **options) if source.path]


def test_other_formats_in_a_folder_are_rows_with_the_reason(folder: Path, tmp_path: Path, capsys):
    for name in ("b.doc", "c.ofd", "d.png"):
        (folder / name).write_bytes(OLE)
    out = tmp_path / "documents.csv"
    assert main(["documents", str(folder), "-o", str(out)]) == 1
    told = rows(out)
    assert [(row["document_id"], row["status"]) for row in told] == [
        ("a", "done"), ("b", "failed"), ("c", "failed"), ("d", "failed"),
    ]  # fmt: skip
    assert "an old Word document (.doc), not text. Open it in Word" in told[1]["reason"]


def test_what_is_kept_beside_documents_is_passed_over_in_silence(folder: Path):
    assert names([str(folder)]) == ["a.txt"]
    assert list(unread([str(folder)])) == []


def test_files_of_other_names_are_told_in_one_line(folder: Path, capsys):
    for at in range(5):
        (folder / f"{at}.json").write_text("{}")
    assert main(["terms", str(folder)]) == 0
    assert capsys.readouterr().err == (
        f"note: {folder}: 5 files were not read, being no document by name: 0.json, 1.json, 2.json and 2"
        " more. To read one all the same, name it.\n"
    )


def test_subfolders_are_read_on_request_and_told_otherwise(folder: Path, capsys):
    document(folder / "sub", "a.txt")
    document(folder / "sub" / "deep", "b.txt")
    (folder / "page_files").mkdir()
    document(folder / "page_files", "script.txt")
    assert names([str(folder)]) == ["a.txt"]
    assert list(unread([str(folder)])) == [
        f"{folder}: 2 documents in subfolders were not read. To read them, add --subfolders."
    ]
    assert main(["terms", "--subfolders", str(folder)]) == 0
    ran = capsys.readouterr()
    assert ran.err == "" and {line.split(",")[0] for line in ran.out.splitlines()[1:]} == {"a", "a-2", "b"}


def test_a_subfolder_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch):
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(folders.os, "scandir", refusing)
    assert names([str(folder)], subfolders=True) == ["a.txt"]
    told = f"{folder / 'sub'}: cannot be read (Permission denied)."
    assert list(unread([str(folder)], subfolders=True)) == [told] == list(unread([str(folder)]))


@pytest.mark.parametrize("name", ["规划.docx", "plan.txt", "~plan.txt", "a.tmp.txt"])
def test_documents_are_kept_beside_nothing(name: str):
    assert not is_beside(name) and by_name(Path(name)) is None
