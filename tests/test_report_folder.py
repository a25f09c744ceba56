"""The report's folder: complete or not at all, and nothing lost that no report wrote."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable
from pathlib import Path

import pytest

from analysis import report
from analysis.__main__ import main
from analysis.outputs import SOFTWARE, hash_of
from analysis.problems import InputProblem
from analysis.report import folder as report_folder
from analysis.report.folder import guard, publish, reserved

posix = pytest.mark.skipif(os.name == "nt", reason="pipes, links and modes of POSIX")


def put(folder: Path, files: Iterable[tuple[str, str]], *, made_from: str = "x") -> None:
    with reserved(folder) as place:
        publish(files, place, made_from=made_from)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A report in a folder of its own."""
    folder = tmp_path / "report"
    put(folder, [("index.html", "old"), ("gone.html", "old")])
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- whole or not at all ---------------------------------------------------------------------------------


def test_a_new_report_replaces_the_old_one_as_a_whole(old: Path):
    put(old, [("index.html", "new")], made_from="y")
    assert names(old) == ["index.html", "report.json"]
    assert json.loads((old / "report.json").read_text(encoding="utf-8"))["made_from"] == "y"
    assert names(old.parent) == ["report"]


def test_an_interruption_leaves_the_old_report(old: Path):
    def interrupted() -> Iterable[tuple[str, str]]:
        yield "index.html", "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(old, interrupted())
    assert (old / "index.html").read_text(encoding="utf-8") == "old"
    assert names(old.parent) == ["report"]


def test_a_swap_that_fails_puts_the_old_report_back(old: Path, monkeypatch: pytest.MonkeyPatch):
    real = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(InputProblem, match="cannot be written"):
        put(old, [("index.html", "new")])
    assert (old / "index.html").read_text(encoding="utf-8") == "old"
    assert names(old.parent) == ["report"]


def test_a_swap_that_was_cut_off_is_put_right_by_the_next_run(old: Path):
    beside = old.with_name(".report.0123456789abcdef.old")
    old.rename(beside)
    with reserved(old):
        assert (old / "index.html").read_text(encoding="utf-8") == "old"
    assert names(old.parent) == ["report"]


def test_what_a_cut_off_run_left_beside_a_new_report_is_cleared(old: Path):
    beside = old.with_name(".report.0123456789abcdef.old")
    old.rename(beside)
    with reserved(old.with_name("report-2")):
        assert beside.is_dir()  # it belongs to another report
    put(old.with_name("other"), [("index.html", "new")])
    old.with_name("other").rename(old)
    with reserved(old):
        assert not beside.exists()


@pytest.mark.parametrize("argument", ["nowhere.txt", "empty.txt", "--themes=nowhere.toml"])
def test_bad_input_leaves_the_old_report_whole(argument: str, old: Path, monkeypatch, capsys):
    monkeypatch.chdir(old.parent)
    Path("empty.txt").write_bytes(b"")
    assert main(["report", argument]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1
    assert Path("report/index.html").read_text() == "old"
    assert sorted(os.listdir()) == ["empty.txt", "report"]


# --- what is no report's own -----------------------------------------------------------------------------

FOREIGN = {
    "no marker": None,
    "an empty marker": "{}",
    "an older marker": '{"made_from": "x", "pages": ["thesis.docx"]}',
    "a marker of others": json.dumps({"software": "x", "kind": "report", "files": {"thesis.docx": []}}),
    "a marker of tables": json.dumps({"software": SOFTWARE, "kind": "tables", "files": {"thesis.docx": []}}),
    "another hash": json.dumps({"software": SOFTWARE, "kind": "report", "files": {"thesis.docx": ["0"]}}),
}


@pytest.mark.parametrize("marker", FOREIGN.values(), ids=FOREIGN)
def test_a_folder_with_anything_else_is_refused_and_stays(marker: str | None, tmp_path: Path):
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    if marker is not None:
        (tmp_path / "report.json").write_text(marker, encoding="utf-8")
    before = names(tmp_path)
    with pytest.raises(InputProblem, match="something else than a report"):
        report.build(None, tmp_path)
    assert (tmp_path / "thesis.docx").read_bytes() == b"years of work"
    assert names(tmp_path) == before


def test_a_file_put_into_a_report_is_named_and_stays(old: Path, capsys):
    (old / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["report", "-o", str(old)]) == 2
    assert "something else than a report: notes.txt" in capsys.readouterr().err
    assert names(old) == ["gone.html", "index.html", "notes.txt", "report.json"]


def test_a_page_that_somebody_changed_stays(old: Path):
    (old / "gone.html").write_text("mine", encoding="utf-8")
    with pytest.raises(InputProblem, match=r"gone\.html"):
        guard(old)


def test_the_document_itself_in_the_report_s_folder_is_refused(old: Path):
    page = old / "index.html"
    with pytest.raises(InputProblem, match=r"index\.html is read and stands in this folder"):
        guard(old, [page])


def test_a_neighbour_with_a_name_like_ours_stays(old: Path):
    for name in (".report.old", ".report.0123456789abcdef.old"):
        (old.parent / name).mkdir()
        (old.parent / name / "mine.txt").write_text("mine", encoding="utf-8")
    put(old, [("index.html", "new")])
    for name in (".report.old", ".report.0123456789abcdef.old"):
        assert (old.parent / name / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_that_comes_while_the_report_is_made_stays(old: Path):
    with reserved(old) as place:
        (old / "notes.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(InputProblem, match=r"notes\.txt"):
            publish([("index.html", "new")], place, made_from="x")
    assert (old / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (old / "index.html").read_text(encoding="utf-8") == "old"


def test_a_file_that_comes_at_the_very_last_stays_beside(old: Path, monkeypatch, caplog):
    real = report_folder.guard

    def late(folder: Path, inputs: Iterable[Path] = ()) -> None:
        real(folder, list(inputs))
        (folder / "notes.txt").write_text("mine", encoding="utf-8")

    with reserved(old) as place:
        monkeypatch.setattr(report_folder, "guard", late)
        publish([("index.html", "new")], place, made_from="x")
    (beside,) = old.parent.glob(".report.*.old")
    assert (beside / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert "holds files that no report wrote" in caplog.text


def test_what_file_browsers_leave_behind_goes_along(old: Path):
    (old / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    put(old, [("index.html", "new")])
    assert names(old) == [".DS_Store", "index.html", "report.json"]


def test_the_working_folder_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(old)
    with pytest.raises(InputProblem, match="the folder you are in"):
        guard(old)


# --- what is no folder -----------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("kind", ["pipe", "file", "link to a file"])
def test_what_is_no_folder_is_refused_and_stays(kind: str, tmp_path: Path):
    place, real = tmp_path / "report", tmp_path / "real"
    if kind == "pipe":
        os.mkfifo(place)
    else:
        real.write_bytes(b"mine")
        os.link(real, place) if kind == "file" else place.symlink_to(real)
    before = place.lstat().st_mode
    with pytest.raises(InputProblem, match="this is no folder"):
        report.build(None, place)
    assert place.lstat().st_mode == before


@posix
def test_a_link_to_a_folder_stays_a_link(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "report").symlink_to("real")
    put(tmp_path / "report", [("index.html", "new")])
    assert (tmp_path / "report").is_symlink()
    assert names(tmp_path / "real") == ["index.html", "report.json"]


def test_a_missing_parent_and_too_long_a_name_are_told_at_once(tmp_path: Path, capsys):
    assert main(["report", "-o", str(tmp_path / "no" / "report")]) == 2
    assert "does not exist. Make it first" in capsys.readouterr().err
    assert main(["report", "-o", str(tmp_path / ("长" * 300))]) == 2
    said = capsys.readouterr().err
    assert "cannot be written" in said and said.count("\n") == 1
    assert names(tmp_path) == []


@posix
def test_the_mask_holds_for_folder_and_pages(tmp_path: Path):
    before = os.umask(0o077)
    try:
        put(tmp_path / "report", [("index.html", "new")])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "report" / "index.html").stat().st_mode) == 0o600


def test_the_marker_lists_what_was_written(old: Path):
    content = json.loads((old / "report.json").read_text(encoding="utf-8"))
    assert content["software"] == SOFTWARE and content["kind"] == "report"
    assert content["files"] == {name: [hash_of(b"old")] for name in ("index.html", "gone.html")}
