"""
Notebooks run in kernels of this interpreter: what they are given, what does not reach them, how they end.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import psutil
import pytest

from analysis.__main__ import main
from analysis.problems import InputProblem
from analysis.report import execution
from analysis.report.execution import Executed
from analysis.report.kernels import environment, hidden, places_of
from analysis.report.snapshot import Snapshot
from analysis.resources import folder as resource_folder
from tests.conftest import ROOT


def notebook_of(*sources: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{at}") for at, source in enumerate(sources)]
    return nbformat.v4.new_notebook(cells=cells)


def run(*sources: str, folder: Path) -> tuple[Executed, list[str]]:
    """A notebook of these cells, run in `folder`, and what they printed."""
    private = folder / "kernels"
    private.mkdir()
    notebook = notebook_of(*sources)
    with ThreadPoolExecutor(1) as own:  # the browser of other tests keeps a loop running in this thread
        (executed,) = own.submit(execution.execute, {"x": notebook}, folder, private=private).result()
    texts = [output.get("text", "") for cell in notebook.cells for output in cell.outputs]
    return executed, [text.strip() for text in texts]


# --- the user's own set-up -------------------------------------------------------------------------------

LOOK = """
import json, os, sys
import matplotlib
print(json.dumps({
    "executable": sys.executable, "startup": "STARTED" in globals(), "json": json.__file__,
    "font": matplotlib.rcParams["font.size"], "backend": matplotlib.get_backend(),
    "files": sorted(os.listdir()),
}))
"""


def test_the_user_s_own_settings_do_not_reach_a_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    mine, work = tmp_path / "mine", tmp_path / "work"
    spec = mine / "kernels" / "python3"
    spec.mkdir(parents=True)
    work.mkdir()
    (spec / "kernel.json").write_text(
        json.dumps({"argv": ["false"], "display_name": "mine", "language": "python"}), encoding="utf-8"
    )
    (mine / "startup.py").write_text("STARTED = True", encoding="utf-8")
    (mine / "matplotlibrc").write_text("font.size: 77\nbackend: nonsense\n", encoding="utf-8")
    for name, value in {
        "JUPYTER_PATH": mine,
        "PYTHONSTARTUP": mine / "startup.py",
        "MPLCONFIGDIR": mine,
        "MATPLOTLIBRC": mine / "matplotlibrc",
        "MPLBACKEND": "nonsense",
        "JUPYTER_DEFAULT_PROVISIONER_NAME": "nonsense",
    }.items():
        monkeypatch.setenv(name, str(value))
    executed, (printed,) = run(LOOK, folder=work)
    assert executed.failure == ""
    seen = json.loads(printed.replace("<python>", sys.prefix))
    assert Path(seen["executable"]).samefile(sys.executable)
    assert (seen["startup"], seen["font"], seen["files"]) == (False, 10.0, ["kernels"])
    assert "nonsense" not in seen["backend"]


def test_the_environment_has_nothing_that_runs_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONBREAKPOINT", "MPLBACKEND"):
        monkeypatch.setenv(name, "x")
    given = environment(tmp_path)
    assert not {"PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONBREAKPOINT", "MPLBACKEND"} & given.keys()
    assert given["TMPDIR"].startswith(str(tmp_path)) and given["IPYTHONDIR"].startswith(str(tmp_path))


# --- failures, and what they show ------------------------------------------------------------------------


def test_no_path_of_this_machine_reaches_a_page(tmp_path: Path):
    package = ROOT / "analysis" / "study.py"
    executed, printed = run(
        f"import sys; print({str(package)!r}, file=sys.stderr)",
        f"raise ValueError({str(tmp_path / 'inputs' / 'plan.txt')!r} + ': bad')",
        folder=tmp_path,
    )
    assert printed[0] == "/analysis/study.py"
    assert executed.failure == "code cell 2: ValueError: ./inputs/plan.txt: bad"
    assert str(ROOT) not in json.dumps(executed.notebook.cells[0].outputs)


def test_warnings_are_not_shown(tmp_path: Path):
    executed, printed = run("import warnings; warnings.warn('x')", folder=tmp_path)
    assert (executed.failure, printed) == ("", [])


def test_an_error_while_an_output_is_drawn_is_told_with_its_name(tmp_path: Path):
    source = "class A:\n    def _repr_html_(self):\n        raise ValueError('no such glyph')\nA()"
    executed, _ = run(source, folder=tmp_path)
    assert executed.failure == "code cell 1: ValueError: no such glyph"


def test_the_longest_path_is_hidden_first(tmp_path: Path):
    places = places_of(tmp_path, tmp_path / "kernels")
    assert hidden(f"{tmp_path / 'kernels'}/x {tmp_path}/y", places) == "./x ./y"


class Stubborn:
    """A client whose kernel does not start the first `times`."""

    def __init__(self, times: int) -> None:
        self.left, self.tries = times, 0

    async def async_execute(self, **_: object) -> None:
        self.tries += 1
        if self.tries <= self.left:
            raise RuntimeError("Kernel didn't respond in 60 seconds")


@pytest.mark.parametrize(
    ("times", "failure"), [(0, ""), (1, ""), (2, "the kernel did not start: Kernel didn't")]
)
def test_a_kernel_that_does_not_start_is_tried_once_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, times: int, failure: str
):
    client = Stubborn(times)
    monkeypatch.setattr(execution, "_client", lambda *_: client)
    executed, _ = run(folder=tmp_path)
    assert executed.failure.startswith(failure) and bool(executed.failure) == bool(failure)
    assert client.tries == min(times + 1, 2)


# --- one snapshot ----------------------------------------------------------------------------------------


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text("甲区规划\n一、目标\n虹桥更美。\n", encoding="utf-8")
    return path


def test_notebooks_get_what_was_read_once(plan: Path, tmp_path: Path):
    own = tmp_path / "own.tsv"
    own.write_text("term\ttype\n更美\tconcept\n", encoding="utf-8")
    private = tmp_path / "private"
    private.mkdir()
    snapshot = Snapshot.take(private, plan, lexicon=[own])
    plan.write_text("甲区规划\n一、目标\n浦东更美。\n", encoding="utf-8")
    own.unlink()
    assert snapshot.study().sentences["text"].tolist() == ["虹桥更美。"]
    assert "更美" in snapshot.study().lexicon.terms
    assert snapshot.given == {
        "source": "inputs/document/plan.txt",
        "themes": None,
        "lexicon": ["inputs/lexicon-1/own.tsv"],
        "errors": "strict",
        "script": "kept",
    }
    for path in (snapshot.given["source"], snapshot.given["lexicon"][0]):
        assert (private / path).is_file()


def test_a_problem_names_the_user_s_file_not_the_copy(tmp_path: Path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes("规划".encode() + b"\xff\xfe\xff")
    (tmp_path / "private").mkdir()
    snapshot = Snapshot.take(tmp_path / "private", bad)
    with pytest.raises(InputProblem) as told:
        snapshot.study()
    assert str(bad) in str(told.value) and "private" not in str(told.value)


def test_two_tables_of_one_name_stay_two(tmp_path: Path):
    for name, term in (("a", "甲词"), ("b", "乙词")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "own.tsv").write_text(f"term\ttype\n{term}\tconcept\n", encoding="utf-8")
    (tmp_path / "private").mkdir()
    snapshot = Snapshot.take(
        tmp_path / "private", None, lexicon=[tmp_path / "a" / "own.tsv", tmp_path / "b" / "own.tsv"]
    )
    assert {"甲词", "乙词"} <= set(snapshot.study().lexicon.terms)


def test_a_change_of_what_comes_with_the_software_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "themes.toml").write_text("a", encoding="utf-8")
    monkeypatch.setattr(
        "analysis.report.snapshot.resource_folder",
        lambda name: corpus if name == "corpus" else resource_folder(name),
    )
    (tmp_path / "private").mkdir()
    snapshot = Snapshot.take(tmp_path / "private", None)
    snapshot.refuse_changes()
    (corpus / "themes.toml").write_text("b", encoding="utf-8")
    with pytest.raises(InputProblem, match="was changed while the report was made"):
        snapshot.refuse_changes()


# --- interruptions ---------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("moment", ["at once", "in a kernel"])
def test_an_interruption_is_one_line_and_leaves_nothing(
    number: int, status: int, moment: str, plan: Path, tmp_path: Path
):
    out = tmp_path / "out"
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "analysis", "report", str(plan), "-o", str(out)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # off where tests run behind a script
    )
    kernels = wait_for(process, tmp_path, kernels=moment == "in a kernel")
    process.send_signal(number)
    printed, said = process.communicate(timeout=30)
    progress = ("[", "06-hongqiao-hub: left out")  # its theme is of another place than the plan
    lines = [line for line in said.decode().splitlines() if not line.startswith(progress)]
    assert process.returncode == status, said.decode()
    assert [line.partition(":")[0] for line in lines] == ["interrupted"]
    assert printed == b"" and not out.exists()
    assert list(temporary.iterdir()) == [] and {path.name for path in tmp_path.iterdir()} == {
        "plan.txt",
        "tmp",
    }
    assert not any(kernel.is_running() and kernel.status() != psutil.STATUS_ZOMBIE for kernel in kernels)


def wait_for(process: subprocess.Popen[bytes], folder: Path, *, kernels: bool) -> list[psutil.Process]:
    """Until the report has been begun in `folder`, or until it has started kernels."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = psutil.Process(process.pid).children(recursive=True)
        if found or (not kernels and list(folder.glob(".out.*.new"))):
            return found
        time.sleep(0.02)
    raise AssertionError("it did not begin")


def test_a_report_that_was_interrupted_unheard_does_not_take_its_place(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.interruption.Interruption.check", lambda self: interrupted())
    monkeypatch.setattr("analysis.report._notebooks", lambda study: [])
    assert main(["report", str(plan), "-o", str(tmp_path / "out")]) == 130
    assert not (tmp_path / "out").exists()
