"""Many documents: ids of their own, one row each whatever happens, and outputs over nothing of anybody's."""

from __future__ import annotations

import csv
import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import batch
from analysis.__main__ import main
from analysis.batch import sources
from analysis.names import folded
from analysis.problems import InputProblem
from analysis.study import Study
from tests.conftest import ROOT

GOOD = "甲区规划\n一、目标\n虹桥更美。改善民生。\n"
pytestmark = pytest.mark.usefixtures("one_setup")
posix = pytest.mark.skipif(os.name == "nt", reason="names, pipes and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def document(folder: Path, name: str, text: str = GOOD) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def run_process(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-P", "-m", "analysis", *map(str, arguments)]
    given = {"cwd": ROOT, "stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE, "check": False} | options
    return subprocess.run(command, **given)  # type: ignore[call-overload,no-any-return]


# --- ids -------------------------------------------------------------------------------------------------


def test_three_documents_of_two_names_have_three_ids_and_three_tables(folder: Path, tmp_path: Path):
    for name in ("a.txt", "a.md", "a-2.txt"):
        document(folder, name)
    out = tmp_path / "out"
    out.mkdir()
    assert main(["terms", str(folder), "-o", str(out)]) == 0
    assert sorted(path.name for path in out.glob("*.terms.csv")) == [
        "a-2.terms.csv",
        "a-3.terms.csv",
        "a.terms.csv",
    ]
    assert [row["document_id"] for row in rows(out / "documents.csv")] == ["a-2", "a", "a-3"]
    assert {row["group"] for row in rows(out / "a-3.terms.csv")} == {"a-3"}


@given(st.lists(st.sampled_from(["a", "A", "a-2", "A-2", "a-3", "b", "é", "e\u0301"]), max_size=7))
def test_ids_are_new_and_a_name_of_its_own_is_kept_where_it_can_be(stems: list[str]):
    ids = [source.document_id for source in sources([f"{stem}.txt" for stem in stems])] if stems else []
    assert len({folded(one) for one in ids}) == len(ids)
    for stem, id_ in zip(stems, ids, strict=True):
        assert id_ == stem or [folded(other) for other in stems].count(folded(stem)) > 1


@posix
def test_a_name_that_is_not_utf_8_is_read_as_chinese_archives_leave_it(folder: Path, tmp_path: Path, capfd):
    path = os.fsencode(folder) + b"/" + "公文".encode("gb18030") + b".txt"
    Path(os.fsdecode(path)).write_text(GOOD, encoding="utf-8")
    assert main(["documents", os.fsdecode(path), "-o", str(tmp_path / "documents.csv")]) == 0
    (row,) = rows(tmp_path / "documents.csv")
    assert row["document_id"] == "公文" and row["path"].endswith("公文.txt")
    assert main(["terms", os.fsdecode(path)]) == 0
    assert capfd.readouterr().out.splitlines()[1].startswith("公文,")


def test_names_that_a_system_cannot_hold_are_made_safe(folder: Path, tmp_path: Path):
    names = ["CON.txt", "长" * 80 + ".txt"]
    for name in names:
        document(folder, name)
    out = tmp_path / "out"
    out.mkdir()
    assert main(["terms", str(folder), "-o", str(out)]) == 0
    written = [path.name for path in out.glob("*.terms.csv")]
    assert "CON_.terms.csv" in written and len(written) == 2
    assert all(len(os.fsencode(name)) <= 200 for name in written)
    assert {row["document_id"] for row in rows(out / "documents.csv")} == {"CON", "长" * 80}


# --- one row each ----------------------------------------------------------------------------------------


def test_every_input_is_a_row_and_the_good_ones_are_done(folder: Path, tmp_path: Path, capsys):
    document(folder, "good.txt")
    document(folder, "bad.txt", "")
    document(folder, "~$good.docx", "owner")
    (tmp_path / "empty").mkdir()
    named = [str(folder), str(tmp_path / "nowhere.txt"), str(tmp_path / "empty")]
    out = tmp_path / "out"
    out.mkdir()
    assert main(["terms", *named, "-o", str(out)]) == 1
    table = rows(out / "documents.csv")
    assert [(row["document_id"], row["status"]) for row in table] == [
        ("bad", "failed"),
        ("good", "done"),
        ("nowhere", "failed"),
        ("empty", "failed"),
    ]
    assert [row["path"] for row in table] == [
        str(folder / "bad.txt"),
        str(folder / "good.txt"),
        *named[1:],
    ]
    assert table[1]["title"] == "甲区规划" and table[1]["reason"] == ""
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3 and all(line.startswith("error: ") for line in said)
    assert [row["reason"] in line for row, line in zip([table[0], *table[2:]], said, strict=True)] == [
        True
    ] * 3


FAULTS = [ValueError("x"), RuntimeError("a\nb"), MemoryError(), RecursionError("deep"), KeyError("k")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("where", ["reading", "counting"])
def test_whatever_a_document_raises_the_others_are_done(
    fault: Exception, where: str, folder: Path, tmp_path: Path, monkeypatch, capsys
):
    document(folder, "a.txt")
    document(folder, "b.txt")
    if where == "reading":
        real = Study.open

        def failing(source: Path, **options: object) -> Study:
            if Path(source).name == "a.txt":
                raise fault
            return real(source, **options)

        monkeypatch.setattr(Study, "open", failing)
    else:

        def count(study: Study, _: object):
            if study.document.id == "a":
                raise fault
            return study.terms()

        monkeypatch.setattr("analysis.__main__.made", count)
    assert main(["terms", str(folder), "-o", str(tmp_path / "terms.csv")]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "a.txt" in said and type(fault).__name__ in said
    assert "not in your document: please report it" in said
    assert {row["document_id"] for row in rows(tmp_path / "terms.csv")} == {"b"}


def test_the_last_line_of_defence_names_the_file_and_debug_shows_where(folder: Path, monkeypatch, capsys):
    path = document(folder, "a.txt")

    def failing(files: list[str], **_: object) -> list[batch.Source]:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(batch, "sources", failing)
    assert main(["terms", str(path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"error: {path}: ZeroDivisionError: oh (a fault in this software")
    assert said.count("\n") == 1
    ran = run_process("terms", "--debug", folder / "missing.txt")
    assert ran.returncode == 2 and ran.stderr.count(b"\n") == 1


def test_debug_shows_the_traceback_of_a_fault(folder: Path):
    script = (
        "import sys; from analysis import batch; from analysis.__main__ import main\n"
        "def sources(files, **_): raise ZeroDivisionError('oh')\n"
        "batch.sources = sources; sys.exit(main(sys.argv[1:]))"
    )
    for debug, lines in (([], 0), (["--debug"], 1)):
        ran = subprocess.run(
            [sys.executable, "-c", script, "terms", *debug], cwd=ROOT, capture_output=True, check=False
        )
        assert ran.returncode == 2 and ran.stderr.count(b"Traceback") == lines


def test_a_full_disk_is_no_fault_of_ours(folder: Path, monkeypatch, capsys):
    def failing(*_: object, **__: object) -> Study:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Study, "open", failing)
    assert main(["terms", str(document(folder, "a.txt"))]) == 2
    said = capsys.readouterr().err
    assert (
        "nothing can be written (No space left on device). Make room" in said and "please report" not in said
    )


def test_the_documents_command_lists_what_cannot_be_read_too(folder: Path, tmp_path: Path, capsys):
    good, bad = document(folder, "good.txt"), document(folder, "bad.txt", "")
    out = tmp_path / "documents.csv"
    assert main(["documents", str(good), str(bad), "-o", str(out)]) == 1
    assert [row["status"] for row in rows(out)] == ["done", "failed"]
    assert main(["documents", str(good), "-o", str(out)]) == 0
    capsys.readouterr()
    assert main(["documents", "-o", str(out)]) == 0
    (row,) = rows(out)
    assert list(row) == ["document_id", "path", "status", "reason", "title", "issuer", "date", "kind"]
    assert (row["document_id"], row["date"]) == ("changning-14fyp-proposal", "2020-11-30")
    assert (row["issuer"], row["path"], row["kind"]) == ("中共上海市长宁区委", "", "proposal")


@pytest.mark.parametrize(
    ("front", "below", "date", "kind"),
    [
        ("关于清淤的通知", "\n某县水利局\n2016年3月4日", "2016-03-04", "notice"),
        ("政府工作报告\n——2019年1月8日在某市第七届人民代表大会上", "", "2019-01-08", "work report"),
        ("某县交通规划\n2021年3月", "", "2021-03", "plan"),
        ("某县交通规划", "", "", "plan"),
    ],
)
def test_the_date_of_a_document_is_whichever_it_bears(
    folder: Path, tmp_path: Path, front: str, below: str, date: str, kind: str
):
    path = document(folder, "one.txt", f"{front}\n一、目标\n改善民生。\n二、保障\n加强领导。{below}\n")
    assert main(["documents", str(path), "-o", str(tmp_path / "documents.csv")]) == 0
    (row,) = rows(tmp_path / "documents.csv")
    assert (row["title"], row["date"], row["kind"]) == (front.split("\n")[0], date, kind)


# --- where it goes ---------------------------------------------------------------------------------------


def test_no_output_takes_the_place_of_an_input(folder: Path, tmp_path: Path, capsys):
    path = document(folder, "plan.txt")
    own = tmp_path / "own.tsv"
    own.write_text("term\ttype\n虹桥更美\tconcept\n", encoding="utf-8")
    for target in (path, own):
        before = target.read_bytes()
        assert main(["terms", str(path), "--lexicon", str(own), "-o", str(target)]) == 2
        assert "is read" in capsys.readouterr().err
        assert target.read_bytes() == before
    assert main(["terms", str(folder), "-o", str(path)]) == 2  # an input that a folder stands for
    assert path.read_text(encoding="utf-8") == GOOD
    assert main(["documents", str(path), "-o", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == GOOD


def test_a_weeded_table_is_not_overwritten_by_the_next_run(folder: Path, tmp_path: Path, capsys):
    path = document(folder, "plan.txt")
    out = tmp_path / "out"
    out.mkdir()
    assert main(["terms", str(path), "-o", str(out)]) == 0
    assert main(["terms", str(path), "-o", str(out)]) == 0
    (out / "plan.terms.csv").write_text("weeded", encoding="utf-8")
    assert main(["terms", str(path), "-o", str(out)]) == 2
    assert "plan.terms.csv: this file has been changed since it was written" in capsys.readouterr().err
    assert (out / "plan.terms.csv").read_text(encoding="utf-8") == "weeded"


@posix
def test_a_pipe_is_refused_before_anything_is_read(folder: Path, tmp_path: Path, capsys):
    os.mkfifo(tmp_path / "pipe")
    assert main(["terms", str(folder / "missing.txt"), "-o", str(tmp_path / "pipe")]) == 2
    assert "no plain file" in capsys.readouterr().err
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@posix
def test_a_full_standard_output_is_one_line(folder: Path):
    path = document(folder, "plan.txt")
    with Path("/dev/full").open("wb") as full:
        ran, helped = run_process("terms", path, stdout=full), run_process("--help", stdout=full)
    assert ran.returncode == 2
    assert ran.stderr.decode().count("\n") == 1 and b"standard output cannot be written" in ran.stderr
    assert b"Traceback" not in helped.stderr


@posix
@pytest.mark.parametrize("closed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_closed_stream_is_no_traceback(closed: int, folder: Path):
    path = document(folder, "plan.txt")
    command = f'"{sys.executable}" -P -m analysis terms "{path}" {closed}>&-'
    ran = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == (2 if closed == 1 else 0)
    assert b"Traceback" not in ran.stderr and ran.stderr.count(b"\n") == (closed == 1)


@pytest.mark.slow
def test_a_report_stands_when_nobody_hears_of_it(folder: Path, tmp_path: Path, monkeypatch, capsys):
    path = document(folder, "plan.txt")
    monkeypatch.setattr("analysis.report.selection.selected", lambda study, given: {})
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["report", str(path), "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "index.html").is_file()
    assert "error" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["terms", ""], ["terms", "--lexicon", ""], ["report", "-o", ""]])
def test_an_empty_name_is_told(arguments: list[str], folder: Path, monkeypatch, capsys):
    document(folder, "plan.txt")
    monkeypatch.chdir(folder)
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert "an empty file name came" in said and said.count("\n") == 1


def test_a_name_longer_than_any_is_told_for_what_it_is(folder: Path, tmp_path: Path, capsys):
    path = document(folder, "plan.txt")
    assert main(["terms", str(path), "-o", str(tmp_path / ("y" * 300))]) == 2
    said = capsys.readouterr().err
    assert "cannot be written (File name too long)" in said and "fault" not in said


def test_a_wrong_option_is_one_line_however_long(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["ngrams", "--size", "9" * 5000])
    said = capsys.readouterr().err
    assert ended.value.code == 2 and said.count("\n") == 1 and len(said) < 1200
    assert said.startswith("error: argument --size: invalid int value") and "--help" in said


def test_control_characters_of_names_do_not_reach_the_terminal(tmp_path: Path, capsys):
    name = "bad\nerror: fake\x1b[2J\u202e.txt"
    assert main(["terms", str(tmp_path / name)]) == 2
    with pytest.raises(SystemExit):
        main(["terms", "--format", "\x1b[2J"])
    with pytest.raises(SystemExit):
        main(["terms", "--nonsense\x1b[2J"])
    said = capsys.readouterr().err
    assert "\x1b" not in said and "\u202e" not in said
    assert [line[:6] for line in said.splitlines() if "fake" in line] == ["error:"]


def test_what_lies_in_the_working_folder_is_not_imported(folder: Path):
    for name in ("json", "pandas", "logging", "argparse", "tomllib"):
        document(folder, f"{name}.py", "raise SystemExit('planted')")
    document(folder, "plan.txt")
    given = {"cwd": folder, "stdout": subprocess.PIPE, "env": os.environ | {"PYTHONPATH": str(ROOT)}}
    assert run_process("terms", "plan.txt", **given).returncode == 0
    unsafe = subprocess.run(
        [sys.executable, "-m", "analysis", "terms", "plan.txt"],
        cwd=folder,
        env=given["env"],
        capture_output=True,
        check=False,
    )
    assert unsafe.returncode == 0, unsafe.stderr


def test_a_fault_in_a_problem_s_place_is_none():
    assert "please report" in batch.fault(ValueError("x"))
    assert not issubclass(OSError, InputProblem)
