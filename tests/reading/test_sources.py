"""Where a document comes from: a file, or the bytes of one."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from pathlib import Path

import pytest

from analysis.reading import check, formats, read, read_bytes, source
from analysis.tables import InputProblem

TEXT = "甲区规划\n一、总体要求\n到2025年，城区更美。\n"


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.html", "plan.raw.txt"])
def test_bytes_are_read_as_the_file_that_holds_them(tmp_path: Path, name: str):
    data = TEXT.encode("gb18030")
    (tmp_path / name).write_bytes(data)
    assert read_bytes(data, tmp_path / name) == read(tmp_path / name)
    document = read_bytes(data, f"nowhere/{name}")
    assert (document.id, document.source, document.encoding) == ("plan", name, "gb18030")


def test_bytes_are_refused_with_the_name_given():
    with pytest.raises(InputProblem, match=r"^plans/x\.docx: no Word document"):
        read_bytes(TEXT.encode(), "plans/x.docx")
    assert "\ufffd" in read_bytes(TEXT.encode() + b"\xff", "x.txt", errors="replace").text


@pytest.mark.parametrize("suffix", [*formats.SUFFIXES, ""])
@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", "\u3000\n".encode(), b"\n" * 100_000])
def test_an_empty_file_is_told_as_such_in_every_format(suffix: str, data: bytes):
    told = (
        rf"^plans/zero{re.escape(suffix)}: the file is empty \(({len(data)} bytes|"
        r"white space.*)\)\. A .*policy"
    )
    with pytest.raises(InputProblem, match=told):
        read_bytes(data, f"plans/zero{suffix}")


def test_a_file_without_a_sentence_is_told_with_its_path(tmp_path: Path):
    (tmp_path / "plan.md").write_text("---\ntitle: 甲\n---\n", "utf-8")
    with pytest.raises(InputProblem, match=f"^{re.escape(str(tmp_path / 'plan.md'))}: no sentence found"):
        read(tmp_path / "plan.md")


# --- web pages by another name -----------------------------------------------------------------------------

PAGE = "<html><head><title>甲</title></head><body><div id=zoom><p>城区更美。</p></div></body></html>"
NAMES = ["plan.txt", "plan", "plan.md", "plan.html.1", "63"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "before",
    [
        "",
        "<!DOCTYPE html>",
        "\ufeff \n",
        '<?xml version="1.0"?>\n<!DOCTYPE html>',
        "<!-- a > b --> <!---->\n",
    ],
)
def test_a_web_page_is_one_by_any_name(name: str, before: str):
    document = read_bytes((before + PAGE).encode(), name)
    assert (document.text, document.loader) == ("城区更美。", "html: #zoom")
    told = check(document).set_index("finding").loc["web_page"]
    assert told["detail"] == f"{name} holds a web page and was read as one"
    assert told["detail_zh"] == f"{name}的内容是网页，已按网页读取"
    assert told["severity"] == "note"
    assert "web_page" not in set(check(read_bytes((before + PAGE).encode(), "plan.HTM"))["finding"])


@pytest.mark.parametrize(
    "text",
    ["见<html>一节。", "<header>城区更美。", "<!-- 注 -->城区更美。", "<p>城区更美。", "<" * 9 + "html>。"],
)
def test_a_text_that_does_not_begin_as_a_page_is_text(text: str):
    document = read_bytes(text.encode(), "plan.txt")
    assert (document.loader, document.text) == ("text", text)


def test_a_web_page_by_another_name_needs_the_library(monkeypatch: pytest.MonkeyPatch):
    def without(module: str) -> object:
        raise ImportError(module)

    monkeypatch.setattr(formats, "import_module", without)
    told = r"^plan\.txt: this is a web page; reading \.html needs bs4, .*pip install beautifulsoup4"
    with pytest.raises(InputProblem, match=told):
        read_bytes(PAGE.encode(), "plan.txt")


@pytest.mark.parametrize("piece", ["<!---->", "<!--", " ", "<?xml a>", "<?xml "])
def test_the_beginning_of_a_page_is_looked_at_once(piece: str):
    """Were each comment tried with every end behind it, this would take for ever."""
    assert read_bytes(f"{piece * 2000}城区更美。".encode(), "plan.txt").loader == "text"


# --- files that are none ------------------------------------------------------------------------------------


def test_missing_files_folders_and_impossible_names_are_told(tmp_path: Path):
    (tmp_path / "plan.txt").write_text(TEXT, "utf-8")
    for path, match in (
        (tmp_path / "nowhere.txt", r"nowhere\.txt: no such file"),
        (tmp_path / "plan.txt" / "x.txt", "no such file"),
        (tmp_path, "this is a folder"),
        (tmp_path / ("很长" * 3000 + ".txt"), r"cannot be read \(File name too long\)"),
        (tmp_path / "nul\0.txt", r"cannot be read \(embedded null byte\)"),
        (Path("/dev/zero"), r"^/dev/zero: this is a device\."),
    ):
        with pytest.raises(InputProblem, match=match) as problem:
            read(path)
        assert len(str(problem.value)) < 500


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    return path


def test_a_pipe_is_read_to_its_end(fifo: Path):
    data = (TEXT + "正文说明要求。\n" * 20_000).encode()
    writer = threading.Thread(target=fifo.write_bytes, args=[data])
    writer.start()
    assert read(fifo) == read_bytes(data, fifo)
    writer.join()


def test_what_a_shell_puts_in_a_files_place_is_read():
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as pipe:
        os.write(theirs, TEXT.encode())
        os.close(theirs)
        document = read(f"/dev/fd/{pipe.fileno()}")
    assert document.text.endswith("到2025年，城区更美。")


def test_a_pipe_without_a_writer_does_not_wait_for_ever(fifo: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "PATIENCE", 0.01)
    with pytest.raises(InputProblem, match="a pipe that no program writes to"):
        read(fifo)


def test_a_pipe_that_never_ends_is_closed(fifo: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "MOST_BYTES", 200_000)

    def flood() -> None:
        with contextlib.suppress(BrokenPipeError):
            fifo.write_bytes(b"x" * 1_000_000)

    writer = threading.Thread(target=flood)
    writer.start()
    with pytest.raises(InputProblem, match="gives more than 0 MB and was closed"):
        read(fifo)
    writer.join(5)
    assert not writer.is_alive()
