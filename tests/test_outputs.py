"""
What is written: whole or not at all, over nothing that is somebody's own, with the permissions asked for.
"""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from analysis import outputs
from analysis.outputs import TABLES, destination, write, write_tables
from analysis.problems import InputProblem
from analysis.resources import PROPOSAL, corpus_file

posix = pytest.mark.skipif(os.name == "nt", reason="pipes, devices and modes of POSIX")


@pytest.fixture
def umask():
    """Set the mask that the user has set, and put it back."""
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


# --- whole or not at all ---------------------------------------------------------------------------------


def test_a_file_is_written_and_replaced_as_a_whole(tmp_path: Path):
    target = tmp_path / "terms.csv"
    for data in (b"first, and longer", b"second"):
        write(data, target)
        assert target.read_bytes() == data
    assert list(tmp_path.iterdir()) == [target]


class Full:
    """A file on a disk that fills up after some bytes."""

    def __init__(self, file: io.BufferedWriter) -> None:
        self._file = file

    def __enter__(self) -> Full:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[:3])
        self._file.flush()
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "terms.csv"
    target.write_bytes(b"old")
    fdopen = os.fdopen
    monkeypatch.setattr(outputs.os, "fdopen", lambda handle, mode: Full(fdopen(handle, mode)))
    with pytest.raises(InputProblem, match=r"terms\.csv: cannot be written \(No space left on device\)"):
        write(b"new and longer", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interruption_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "terms.csv"
    target.write_bytes(b"old")

    def interrupted(self: Path, _: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_told(tmp_path: Path):
    with pytest.raises(InputProblem, match=r"nowhere does not exist\. Make it first"):
        write(b"new", tmp_path / "nowhere" / "terms.csv")
    assert list(tmp_path.iterdir()) == []


# --- what is no plain file, and what is read -------------------------------------------------------------


def test_a_folder_in_the_file_s_place_is_told(tmp_path: Path):
    (tmp_path / "terms.csv").mkdir()
    with pytest.raises(InputProblem, match=r"terms\.csv: this is a folder"):
        write(b"new", tmp_path / "terms.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["terms.csv"]


@posix
def test_a_pipe_is_refused_and_stays_a_pipe(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputProblem, match="pipe: this is no plain file"):
        write(b"new", tmp_path / "pipe")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@posix
def test_a_device_is_refused():
    with pytest.raises(InputProblem, match="/dev/null: this is no plain file"):
        write(b"new", "/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    (tmp_path / "dangling.csv").symlink_to("later.csv")
    for name, real in (("link.csv", "real.csv"), ("dangling.csv", "later.csv")):
        write(b"new", tmp_path / name)
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / real).read_bytes() == b"new"


@posix
def test_a_loop_of_links_is_told(tmp_path: Path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(InputProblem, match="a: cannot be written"):
        write(b"new", tmp_path / "a")


def test_an_input_is_never_written(tmp_path: Path):
    plan = tmp_path / "plan.txt"
    plan.write_bytes(b"plan")
    (tmp_path / "other.csv").hardlink_to(plan)
    for name in ("plan.txt", "other.csv"):
        with pytest.raises(InputProblem, match=r"this file is read \(.*plan\.txt\) and would be lost"):
            write(b"new", tmp_path / name, inputs=[tmp_path / "missing.txt", plan])
    assert plan.read_bytes() == b"plan"
    assert destination(tmp_path / "new.csv", inputs=[plan]).name == "new.csv"


def test_the_corpus_is_never_written():
    with pytest.raises(InputProblem, match="comes with the software"):
        write(b"new", corpus_file(PROPOSAL))


@posix
def test_new_files_follow_the_mask_and_old_ones_keep_their_mode(tmp_path: Path, umask):
    umask(0o077)
    write(b"new", tmp_path / "new.csv")
    (tmp_path / "old.csv").write_bytes(b"old")
    (tmp_path / "old.csv").chmod(0o640)
    umask(0o022)
    write(b"new", tmp_path / "old.csv")
    write(b"new", tmp_path / "open.csv")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"new.csv": 0o600, "old.csv": 0o640, "open.csv": 0o644}


# --- standard output -------------------------------------------------------------------------------------


def test_a_closed_standard_output_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InputProblem, match="standard output is closed"):
        outputs.write_standard(b"x")


# --- tables in a folder ----------------------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != TABLES.name}


def test_tables_replace_tables_and_leave_other_files(tmp_path: Path):
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    write_tables([("a.csv", b"1"), ("b.csv", b"1")], tmp_path, inputs=[])
    write_tables([("a.csv", b"2")], tmp_path, inputs=[])
    write_tables([("b.csv", b"3")], tmp_path, inputs=[])
    assert files(tmp_path) == {"thesis.docx": b"years of work", "a.csv": b"2", "b.csv": b"3"}


@pytest.mark.parametrize("changed", [False, True])
def test_a_table_of_somebody_s_own_is_refused_before_anything_is_written(tmp_path: Path, changed: bool):
    if changed:
        write_tables([("b.csv", b"written")], tmp_path, inputs=[])
    (tmp_path / "b.csv").write_bytes(b"mine")
    match = "has been changed since it was written" if changed else "was not written here"
    with pytest.raises(InputProblem, match=rf"b\.csv: this file {match} and would be lost"):
        write_tables([("a.csv", b"1"), ("b.csv", b"1")], tmp_path, inputs=[])
    assert files(tmp_path) == {"b.csv": b"mine"}


MARKERS = {
    "empty": "{}",
    "list": "[]",
    "other software": '{"software": "x", "kind": "tables", "files": {"b.csv": []}}',
    "other kind": '{"software": "policy-text-notebooks", "kind": "report", "files": {"b.csv": []}}',
    "path": '{"software": "policy-text-notebooks", "kind": "tables", "files": {"../b.csv": []}}',
    "no hashes": '{"software": "policy-text-notebooks", "kind": "tables", "files": {"b.csv": 1}}',
    "no text": '{"software": "policy-text-notebooks", "kind": "tables", "files": {"b.csv": [1]}}',
    "deep": "[" * 100_000,
    "no JSON": "b.csv",
}


@pytest.mark.parametrize("content", MARKERS.values(), ids=MARKERS)
def test_a_marker_of_somebody_else_s_is_none_and_stays(tmp_path: Path, content: str):
    (tmp_path / TABLES.name).write_text(content, encoding="utf-8")
    assert TABLES.read(tmp_path) is None
    with pytest.raises(InputProblem, match=r"policy-text\.json: this file was not written here"):
        write_tables([("a.csv", b"1")], tmp_path, inputs=[])
    assert (tmp_path / TABLES.name).read_text(encoding="utf-8") == content


def test_an_interrupted_run_leaves_tables_that_the_next_may_replace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_tables([("a.csv", b"1"), ("b.csv", b"1")], tmp_path, inputs=[])
    real = outputs.write

    def interrupted(data: bytes, path: Path, **options: object) -> None:
        if Path(path).name == "b.csv":
            raise KeyboardInterrupt
        real(data, path)

    with monkeypatch.context() as patched:
        patched.setattr(outputs, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_tables([("a.csv", b"2"), ("b.csv", b"2")], tmp_path, inputs=[])
    assert files(tmp_path) == {"a.csv": b"2", "b.csv": b"1"}
    write_tables([("a.csv", b"3"), ("b.csv", b"3")], tmp_path, inputs=[])
    assert files(tmp_path) == {"a.csv": b"3", "b.csv": b"3"}
    assert json.loads((tmp_path / TABLES.name).read_bytes())["files"]["b.csv"] == [outputs.hash_of(b"3")]


@posix
def test_a_link_in_a_table_s_place_is_refused(tmp_path: Path):
    (tmp_path / "elsewhere.csv").write_bytes(b"mine")
    (tmp_path / "a.csv").symlink_to("elsewhere.csv")
    with pytest.raises(InputProblem, match=r"a\.csv: this file was not written here"):
        write_tables([("a.csv", b"1")], tmp_path, inputs=[])
    assert (tmp_path / "elsewhere.csv").read_bytes() == b"mine"
