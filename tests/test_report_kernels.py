"""
Notebooks run in kernels of this interpreter: what they are given, what does not reach them, how they end.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import nbformat
import psutil
import pytest

from analysis.__main__ import main
from analysis.interruption import Interruption
from analysis.problems import InputProblem
from analysis.report import execution, pool
from analysis.report.execution import Executed
from analysis.report.kernels import Kernel, environment, hidden, places_of
from analysis.report.snapshot import Snapshot
from analysis.resources import folder as resource_folder
from tests.conftest import ROOT


def notebook_of(*sources: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{at}") for at, source in enumerate(sources)]
    return nbformat.v4.new_notebook(cells=cells)


def run(*sources: str, folder: Path) -> tuple[Executed, list[str]]:
    """A notebook of these cells, run in `folder`, and what they printed."""
    executed = run_all({"x": notebook_of(*sources)}, folder)["x"]
    return executed, printed_by(executed)


def run_all(notebooks: dict[str, nbformat.NotebookNode], folder: Path) -> dict[str, Executed]:
    private = folder / "kernels"
    private.mkdir(exist_ok=True)
    with ThreadPoolExecutor(1) as own:  # the browser of other tests keeps a loop running in this thread
        found = own.submit(pool.execute, notebooks, folder, private=private).result()
    return {one.name: one for one in found}


def printed_by(executed: Executed) -> list[str]:
    texts = [output.get("text", "") for cell in executed.notebook.cells for output in cell.outputs]
    return [text.strip() for text in texts]


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


@pytest.mark.slow
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


@pytest.mark.slow
def test_warnings_are_not_shown(tmp_path: Path):
    executed, printed = run("import warnings; warnings.warn('x')", folder=tmp_path)
    assert (executed.failure, printed) == ("", [])


@pytest.mark.slow
def test_an_error_while_an_output_is_drawn_is_told_with_its_name(tmp_path: Path):
    source = "class A:\n    def _repr_html_(self):\n        raise ValueError('no such glyph')\nA()"
    executed, _ = run(source, folder=tmp_path)
    assert executed.failure == "code cell 1: ValueError: no such glyph"


def test_the_longest_path_is_hidden_first(tmp_path: Path):
    places = places_of(tmp_path, tmp_path / "kernels")
    assert hidden(f"{tmp_path / 'kernels'}/x {tmp_path}/y", places) == "./x ./y"


@pytest.mark.parametrize(("times", "failure"), [(1, ""), (2, "the kernel did not start: no port")])
def test_a_kernel_that_does_not_start_is_tried_once_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, times: int, failure: str
):
    tries: list[Kernel] = []
    real = Kernel.start_kernel

    async def stubborn(self: Kernel, **options: object) -> None:
        tries.append(self)
        if len(tries) <= times:
            raise RuntimeError("no port")
        await real(self, **options)

    monkeypatch.setattr(Kernel, "start_kernel", stubborn)
    executed, _ = run("1", folder=tmp_path)
    assert executed.failure == failure
    assert len(tries) == 2


# --- one kernel, several notebooks -----------------------------------------------------------------------


@pytest.fixture
def one_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """All notebooks in the same kernel, the longest first."""
    monkeypatch.setattr(pool, "AT_ONCE", 1)


SPOILING = """
import os, sys, warnings
import pandas as pd
import matplotlib, matplotlib.pyplot as plt
from analysis import Study
mine = 1
study = Study.open()
study.sentences.loc[:, "text"] = "x"
study.table("terms").drop(columns="n", inplace=True)
plt.figure()
matplotlib.rcParams["font.size"] = 77
pd.set_option("display.max_rows", 3)
warnings.simplefilter("error")
os.environ["MINE"] = "1"
sys.path.insert(0, "mine")
os.chdir("/")
"""
SPOILT = """
import os, sys, warnings, json
import pandas as pd
import matplotlib, matplotlib.pyplot as plt
from analysis import Study
study = Study.open()
print(json.dumps({
    "names": "mine" in globals(), "text": bool((study.sentences["text"] == "x").any()),
    "columns": "n" in study.table("terms"), "figures": len(plt.get_fignums()),
    "font": matplotlib.rcParams["font.size"], "rows": pd.get_option("display.max_rows"),
    "warnings": [one[0] for one in warnings.filters][:1], "environment": "MINE" in os.environ,
    "path": "mine" in sys.path, "folder": os.getcwd() == os.path.realpath(FOLDER),
}))
"""


@pytest.mark.slow
def test_a_notebook_begins_as_in_a_new_kernel(one_kernel: None, tmp_path: Path):
    look = SPOILT.replace("FOLDER", repr(str(tmp_path)))
    first = notebook_of(SPOILING + "#" * len(look) * 2, "1")
    done = run_all({"after": notebook_of(look), "before": first}, tmp_path)
    assert [one.failure for one in done.values()] == ["", ""]
    assert json.loads(printed_by(done["after"])[0]) == {
        "names": False,
        "text": False,
        "columns": True,
        "figures": 0,
        "font": 10.0,
        "rows": 60,
        "warnings": ["ignore"],
        "environment": False,
        "path": False,
        "folder": True,
    }
    assert [cell.execution_count for cell in done["after"].notebook.cells] == [1]


@pytest.mark.slow
def test_notebooks_of_one_kernel_share_what_they_study(one_kernel: None, tmp_path: Path):
    asked = "import os; from analysis import Study; print(os.getpid(), id(Study.open()))"
    done = run_all({name: notebook_of(asked) for name in "ab"}, tmp_path)
    assert printed_by(done["a"]) == printed_by(done["b"])


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
@pytest.mark.parametrize(
    ("ending", "failure"),
    [
        ("import os; os._exit(3)", "code cell 1: the kernel died"),
        pytest.param(
            "import time; time.sleep(60)",
            "code cell 1: did not end within 1 seconds",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
            "did not end",
            marks=pytest.mark.slow,
        ),
    ],
    ids=["dies", "hangs", "hangs deaf"],
)
def test_a_notebook_that_takes_its_kernel_leaves_the_others(
    one_kernel: None, ending: str, failure: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(execution, "CELL_SECONDS", 1)
    first = notebook_of(f"print('before'){' ' * 200}", ending)
    done = run_all({"bad": first, "good": notebook_of("print(40 + 2)")}, tmp_path)
    assert failure.removeprefix("code cell 1: ") in done["bad"].failure
    assert printed_by(done["bad"])[0] == "before"
    assert (done["good"].failure, printed_by(done["good"])) == ("", ["42"])


@pytest.mark.slow
def test_what_a_notebook_left_behind_fails_no_other(one_kernel: None, tmp_path: Path):
    trap = f"import colorsys; colorsys.rgb_to_hsv = None{' ' * 200}"
    done = run_all(
        {"trap": notebook_of(trap), "good": notebook_of("import colorsys; colorsys.rgb_to_hsv(1, 1, 1)")},
        tmp_path,
    )
    assert [one.failure for one in done.values()] == ["", ""]


@pytest.mark.slow
def test_the_longest_begins_first(one_kernel: None, tmp_path: Path):
    begun: list[str] = []
    notebooks = {name: notebook_of("#" * size) for name, size in (("a", 1), ("b", 9), ("c", 5))}
    (tmp_path / "kernels").mkdir()
    with ThreadPoolExecutor(1) as own:
        own.submit(
            pool.execute,
            notebooks,
            tmp_path,
            private=tmp_path / "kernels",
            done=lambda one: begun.append(one.name),
        ).result()
    assert begun == ["b", "c", "a"]


def test_notebooks_are_checked_without_grammars_that_nobody_asks_for():
    script = (
        "import sys; from analysis.report.schemas import import_schemas; import_schemas(); import nbformat\n"
        "nbformat.validate(nbformat.v4.new_notebook()); assert 'jsonschema' in sys.modules\n"
        "assert 'rfc3987_syntax' not in sys.modules; import_schemas()"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_a_report_does_not_wait_for_grammars_before_its_kernels_start(tmp_path: Path):
    script = (
        "import sys\n"
        "from analysis import report\n"
        "from analysis.__main__ import main\n"
        "def made(snapshot, pool, results, *rest):\n"
        "    assert not {'nbformat', 'jsonschema', 'rfc3987_syntax'} & set(sys.modules)\n"
        "    from analysis.report.schemas import import_schemas\n"
        "    import_schemas(), results()\n"
        "    assert 'nbformat' in sys.modules and 'rfc3987_syntax' not in sys.modules\n"
        "    raise SystemExit(7)\n"
        "report._made = made\n"
        f"main(['report', '--fresh', '-o', {str(tmp_path / 'out')!r}])"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == 7


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
        "reading": {"errors": "strict", "script": "kept"},
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
    with ended(process):
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


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Whatever fails, the process ends and its pipes are closed: another test is not to find them."""
    with process:
        try:
            yield
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[bytes], folder: Path, *, kernels: bool) -> list[psutil.Process]:
    """Until the report has been begun in `folder`, or until it has started kernels."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = psutil.Process(process.pid).children(recursive=True)
        if found or (not kernels and list(folder.glob(".out.*.new"))):
            return found
        time.sleep(0.02)
    raise AssertionError("it did not begin")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interruption_inside_a_weak_references_callback_is_not_lost(capsys: pytest.CaptureFixture[str]):
    """Python drops what is raised there; the locks of modules that are imported have such callbacks."""

    def killed(_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.1)

    with Interruption() as interruption, pytest.raises(KeyboardInterrupt):
        reference = weakref.ref(kept := type("Kept", (), {})(), killed)
        del kept
        assert interruption.number == signal.SIGTERM and reference() is None
        time.sleep(5)
    assert capsys.readouterr().err == ""
    assert sys.unraisablehook is not interruption._dropped


IMPORTS_INTERRUPTED = """
import _imp, importlib.util, signal, sys, threading, time
from analysis import interruption
from analysis.interruption import Interruption

class Slow(threading.Timer):
    def start(self):
        super().start()
        time.sleep(float(sys.argv[1]))

interruption.AGAIN, threading.Timer = 0.001, Slow
heard = 0
for at in range(400):
    with Interruption():
        signal.signal(signal.SIGALRM, signal.getsignal(signal.SIGINT))
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.0001 + at * 1e-6)
            begun = time.monotonic()
            while time.monotonic() < begun + 0.005:
                importlib.util.find_spec("nothing_of_this_name")
            time.sleep(5)
        except KeyboardInterrupt:
            heard += 1
    assert not _imp.lock_held(), at
print(heard)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("slow", [0, 0.003], ids=["in time", "before all is arranged"])
def test_an_interruption_within_an_import_leaves_no_lock_behind(slow: float):
    """Held by the main thread, it would have the kernels' thread wait for ever when it imports."""
    ran = subprocess.run(
        [sys.executable, "-c", IMPORTS_INTERRUPTED, str(slow)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.stdout, ran.stderr) == ("400\n", "")


INTERRUPTED_IN_SOURCE = """
import os, signal, sys
from analysis.interruption import Interruption
with Interruption() as interruption:
    try:
        exec("os.kill(os.getpid(), signal.SIGTERM); [None for _ in range(10**6)]")
    except KeyboardInterrupt:
        sys.exit(interruption.status)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interruption_while_a_library_makes_a_class_has_its_own_status():
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_IN_SOURCE],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (143, b"")


@pytest.mark.parametrize("moment", ["before the thread", "after the thread"])
def test_an_interruption_while_the_thread_of_the_kernels_starts_ends_it(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real = threading.Thread.start

    def interrupted(self: threading.Thread) -> None:
        if moment == "after the thread":
            real(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(pool, "_STARTING", 0.1)
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt), pool.kernels(tmp_path) as kernels:
        monkeypatch.setattr(threading.Thread, "start", interrupted)
        kernels.warm(2)
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == before


def test_what_is_left_of_work_that_was_given_up_is_not_told(tmp_path: Path, capsys, caplog):
    with pool.kernels(tmp_path) as kernels:
        kernels.warm(2)
        kernels._loop.call_exception_handler({"message": "Task exception was never retrieved"})
    assert capsys.readouterr().err == "" and not [one for one in caplog.records if one.levelname == "ERROR"]


@pytest.mark.slow
def test_a_report_that_was_interrupted_unheard_does_not_take_its_place(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.interruption.Interruption.check", lambda self: interrupted())
    monkeypatch.setattr("analysis.report.selection.selected", lambda study, given: {})
    assert main(["report", str(plan), "-o", str(tmp_path / "out")]) == 130
    assert not (tmp_path / "out").exists()


class Stubborn:
    """A bench that does or does not end."""

    def __init__(self, error: Exception | None) -> None:
        self.error, self.cleared = error, False

    async def clear(self) -> None:
        self.cleared = True
        if self.error is not None:
            raise self.error


def test_a_kernel_that_does_not_end_keeps_no_other_from_it_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    said: list[object] = []
    monkeypatch.setattr(threading, "excepthook", said.append)
    benches = [Stubborn(OSError("gone")), Stubborn(None)]
    kernels = pool.Pool(tmp_path)
    kernels._made += benches
    kernels._start()
    kernels.close()
    assert [bench.cleared for bench in benches] == [True, True]
    assert said == []


def test_what_ends_the_thread_is_heard_by_who_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    async def broken(self: pool.Pool) -> None:
        self._running.set()
        raise OSError("no loop")

    monkeypatch.setattr(pool.Pool, "_main", broken)
    kernels = pool.Pool(tmp_path)
    kernels._start()
    with pytest.raises(OSError, match="no loop"):
        list(kernels._done(1))
