"""Results kept from one run to the next: used when nothing has changed, and never anybody else's."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import nbformat
import pytest

from analysis.__main__ import main
from analysis.report import kept as keeping
from analysis.report import selection
from analysis.report.kept import Kept, digest

posix = pytest.mark.skipif(os.name == "nt", reason="owners and modes of POSIX")
NAME = f"{digest('x')}.json"
CONTENT = {"metadata": {}, "text": "规划"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "report"


def test_what_was_kept_comes_back_and_is_the_user_s_alone(folder: Path):
    before = os.umask(0)
    try:
        Kept(folder).put(NAME, CONTENT)
    finally:
        os.umask(before)
    assert Kept(folder).get(NAME) == CONTENT
    assert Kept(folder, fresh=True).get(NAME) is None
    if os.name != "nt":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert os.listdir(folder) == [NAME]


def altered(data: bytes) -> bytes:
    return data.replace("规划".encode(), "谎言".encode())


def of_another_name(data: bytes) -> bytes:
    return data.replace(digest("x").encode(), digest("y").encode())


DAMAGE = {
    "cut off": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "another content": altered,
    "another key": of_another_name,
    "no seal": lambda data: json.dumps(CONTENT).encode(),
    "no object": lambda data: b"[1]",
    "nested": lambda data: b"[" * 100_000,
    "no text": lambda data: b"\xff\xfe" + data,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_or_foreign_entry_is_passed_over(damage, folder: Path):
    Kept(folder).put(NAME, CONTENT)
    (folder / NAME).write_bytes(damage((folder / NAME).read_bytes()))
    assert Kept(folder).get(NAME) is None
    Kept(folder).put(NAME, CONTENT)
    assert Kept(folder).get(NAME) == CONTENT


@posix
@pytest.mark.parametrize("kind", ["readable", "writable", "link", "pipe", "folder"])
def test_an_entry_that_is_not_the_user_s_alone_is_passed_over(kind: str, folder: Path):
    Kept(folder).put(NAME, CONTENT)
    path = folder / NAME
    if kind in ("readable", "writable"):
        path.chmod(0o640 if kind == "readable" else 0o620)
    else:
        real = path.rename(folder / "real")
        {"link": lambda: path.symlink_to(real), "pipe": lambda: os.mkfifo(path), "folder": path.mkdir}[kind]()
    assert Kept(folder).get(NAME) is None


@posix
@pytest.mark.parametrize("kind", ["readable", "writable", "link", "another's"])
def test_a_folder_that_is_not_the_user_s_alone_is_not_used(kind: str, folder: Path, monkeypatch, capsys):
    Kept(folder).put(NAME, CONTENT)
    if kind in ("readable", "writable"):
        folder.chmod(0o750 if kind == "readable" else 0o722)
    elif kind == "link":
        folder.symlink_to(folder.rename(folder.with_name("real")))
    else:
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert Kept(folder).get(NAME) is None
    assert "so nothing is kept there" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    kept = Kept(tmp_path / "file" / "report")
    kept.put(NAME, CONTENT)
    assert kept.get(NAME) is None


def test_a_full_disk_keeps_nothing_and_harms_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    kept = Kept(folder)
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    kept.put(NAME, CONTENT)
    assert os.listdir(folder) == []


def test_the_oldest_go_when_there_are_too_many(folder: Path, monkeypatch: pytest.MonkeyPatch):
    kept = Kept(folder)
    for at, name in enumerate("abc"):
        kept.put(name, CONTENT)
        os.utime(folder / name, (at, at))
    (folder / ".left").write_bytes(b"")
    os.utime(folder / ".left", (1, 1))
    monkeypatch.setattr(keeping, "MOST_BYTES", 3 * (folder / "a").stat().st_size)
    assert kept.get("a") == CONTENT  # and so it is new again
    kept.put("d", CONTENT)
    assert sorted(os.listdir(folder)) == ["a", "c", "d"]


# --- reports ---------------------------------------------------------------------------------------------


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Notebooks of the test's own, and a cache with nothing in it."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.setattr(selection, "collection", lambda: folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def write(path: Path, source: str) -> None:
    cells = [nbformat.v4.new_markdown_cell("# Toy 样例", id="t"), nbformat.v4.new_code_cell(source, id="c")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text("甲区规划\n一、目标\n民生更美。\n", encoding="utf-8")
    return path


COUNTING = (
    "import pathlib; p = pathlib.Path({!r}); p.write_text(p.read_text() + 'x' if p.exists() else 'x'); 40 + 2"
)


def pages(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_only_what_changed_is_computed_again_and_the_pages_are_the_same(
    collection: Path, plan: Path, tmp_path: Path, capsys
):
    runs = tmp_path / "runs"
    write(collection / "00-counted.ipynb", COUNTING.format(str(runs)))
    write(collection / "01-other.ipynb", "1")

    def made(*options: str) -> tuple[dict[str, bytes], str]:
        assert main(["report", str(plan), "-o", str(tmp_path / "out"), *options]) == 0
        return pages(tmp_path / "out"), runs.read_text()

    first, ran = made()
    assert ran == "x"
    again, ran = made()
    assert (again, ran) == (first, "x")
    fresh, ran = made("--fresh")
    assert (fresh, ran) == (first, "xx")
    write(collection / "01-other.ipynb", "2")
    capsys.readouterr()
    other, ran = made()
    assert other != first and ran == "xx"  # the notebook that stayed was not run
    assert "00-counted: done before" in capsys.readouterr().err
    plan.write_text("甲区规划\n一、目标\n民生最美。\n", encoding="utf-8")
    assert made()[1] == "xxx"


@pytest.mark.slow
def test_a_notebook_that_failed_is_not_kept(collection: Path, plan: Path, tmp_path: Path):
    runs = tmp_path / "runs"
    write(collection / "00-bad.ipynb", COUNTING.format(str(runs)) + "\n1 / 0")
    for _ in range(2):
        assert main(["report", str(plan), "-o", str(tmp_path / "out")]) == 1
    assert runs.read_text() == "xx"
    assert not list((tmp_path / "cache").rglob("*.*"))


@pytest.mark.slow
def test_nothing_kept_is_used_for_another_version_of_the_software(
    collection: Path, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    runs = tmp_path / "runs"
    write(collection / "00-counted.ipynb", COUNTING.format(str(runs)))
    for version in ("1", "2"):
        monkeypatch.setattr("analysis.report.origins.software", lambda version=version: (version,))
        assert main(["report", str(plan), "-o", str(tmp_path / "out")]) == 0
    assert runs.read_text() == "xx"
