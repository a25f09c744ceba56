"""Reports as they are asked for: one file or many, several documents, a language, a summary; killed runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from analysis.__main__ import main
from analysis.report import pages as page_side
from analysis.report import selection
from analysis.report.folder import publish, reserved
from analysis.report.single import one_file
from analysis.report.unfinished import LOCKS, MARK, clear, held, working_folder

posix = pytest.mark.skipif(os.name == "nt", reason="locks of POSIX")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two plans; the notebooks are one of the test's own."""
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    cells = [
        nbformat.v4.new_markdown_cell("# Toy 样例\n\n## Part", id="t"),
        nbformat.v4.new_code_cell("source = None", id="p", metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell("assert 'bad' not in (source or '')", id="c"),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), notebooks / "00-toy.ipynb")
    monkeypatch.setattr(selection, "collection", lambda: notebooks)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("a", "b"):
        write_plan(folder / f"{name}.txt", name)
    return folder


def write_plan(path: Path, name: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{name}区规划\n一、目标\n民生更美。\n", encoding="utf-8")


class Seen(HTMLParser):
    """Ids, links and what they belong to, of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self.tags[tag] += 1
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found[name] for name in ("href", "xlink:href") if name in found]


# --- one file --------------------------------------------------------------------------------------------


def page(body: str, *, style: str = "a", script: str = "b") -> str:
    return (
        '<!DOCTYPE html><html data-text="text.html"><head><meta content="script-src \'sha256-x\'; base-uri">'
        f'<style>{style}</style><script>{script}</script></head><body><a href="#main">x</a><nav>'
        f'<a href="a.html">A</a><a href="#s">S</a></nav><main id="main">{body}</main><footer id="f"></footer>'
        "</body></html>"
    )


def test_ids_are_unique_and_references_follow_them():
    index = '<h2 id="s">1</h2><svg><path id="g"/><use xlink:href="#g"/><g clip-path="url(#g)"/></svg>'
    other = (
        '<h2 id="s">2</h2><a href="index.html#s">i</a><a href="text.html#9.1.3">t</a><label for="s"></label>'
        '<path id="g"/><use xlink:href="#g"/><i aria-labelledby="s g"></i><p id="own"></p>'
        '<a href="#own">o</a><p>&lt;a id="s"&gt; href="#s"</p><a href="data:text/csv,a.html#s">d</a>'
        '<a href="a.html">self</a>'
    )
    html = one_file(
        [
            ("index.html", page(index)),
            ("a.html", page(other)),
            ("text.html", page('<p id="9.1.3">1</p><p id="s">s</p>')),
        ]
    )
    seen = Seen(html)
    assert len(seen.ids) == len(set(seen.ids))
    assert set(seen.ids) >= {
        "9.1.3",
        "own",
        "s",
        "index--s",
        "a--s",
        "page-index",
        "page-a",
        "page-text",
        "main",
    }
    assert "url(#index--g)" in html and 'xlink:href="#a--g"' in html
    assert '<label for="a--s">' in html and 'aria-labelledby="a--s a--g"' in html
    assert '<p>&lt;a id="s"&gt; href="#s"</p>' in html  # text is no tag
    assert 'href="data:text/csv,a.html#s"' in html
    inner = [link for link in seen.links if not link.startswith("data:")]
    assert all(link.startswith("#") and link[1:] in seen.ids for link in inner), inner
    assert 'data-text=""' in html


def test_style_and_script_are_there_once_and_every_script_is_allowed():
    html = one_file(
        [("index.html", page("")), ("a.html", page("")), ("text.html", page("", script="c", style="d"))]
    )
    tags = Seen(html).tags
    assert (tags["style"], tags["script"], tags["main"], tags["nav"], tags["section"]) == (2, 2, 1, 1, 3)
    allowed = re.search(r"script-src ([^;]*);", html)
    assert allowed is not None and len(allowed[1].split()) == 2 and "sha256-x" not in allowed[1]


def test_a_single_file_holds_the_report(work: Path, capsys):
    assert main(["report", "a.txt", "--single-file"]) == 0
    assert capsys.readouterr().out == "report.html\n"
    html = (work / "report.html").read_text(encoding="utf-8")
    seen = Seen(html)
    assert len(seen.ids) == len(set(seen.ids))
    assert {"page-index", "page-00-toy", "page-text", "1.0.1"} & set(seen.ids) >= {"page-00-toy", "page-text"}
    assert all(link[1:] in seen.ids for link in seen.links if link.startswith("#"))
    assert not [link for link in seen.links if link.endswith(".html")]
    assert html.count("@font-face") == 1 and html.count("<script>") == 1
    before = html
    assert main(["report", "a.txt", "--single-file", "-o", "report.html"]) == 0
    assert (work / "report.html").read_text(encoding="utf-8") == before
    assert sorted(os.listdir()) == ["a.txt", "b.txt", "report.html"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--single-file", "-o", "nowhere/x.html"], "the folder nowhere does not exist"),
        (["--single-file", "-o", "."], "this is a folder"),
        (["--single-file", "-o", "a.txt"], "this file is read"),
        (["-o", "x.html"], "a report is a folder. Name a folder, or add --single-file"),
    ],
)
def test_an_output_that_cannot_be_is_told_before_anything_runs(
    arguments: list[str], told: str, work: Path, capsys
):
    assert main(["report", "a.txt", *arguments]) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder in which not even root may write")
@pytest.mark.parametrize("arguments", [["-o", "/proc/x.html", "--single-file"], ["-o", "/proc/x"]])
def test_a_folder_that_cannot_be_written_is_told_before_anything_runs(
    arguments: list[str], work: Path, capsys
):
    assert main(["report", "a.txt", *arguments]) == 2
    said = capsys.readouterr().err
    assert "cannot be written" in said and said.count("\n") == 1


# --- several documents -----------------------------------------------------------------------------------


def test_several_documents_have_a_report_each_and_an_index(work: Path, capsys):
    write_plan(work / "other" / "A.txt", "c")
    (work / "empty.txt").write_bytes(b"")
    write_plan(work / "100% #1.txt", "d")
    assert main(["report", "a.txt", "other/A.txt", "empty.txt", "100% #1.txt", "-o", "out"]) == 1
    said = capsys.readouterr()
    assert said.out == f"{Path('out') / 'index.html'}\n"
    assert "error: empty.txt: the file is empty" in said.err and "3 reports of 4" in said.err
    out = work / "out"
    assert sorted(path.name for path in out.iterdir()) == ["100% #1", "A-2", "a", "index.html", "report.json"]
    index = (out / "index.html").read_text(encoding="utf-8")
    assert Seen(index).links == ["a/index.html", "A-2/index.html", "100%25 %231/index.html"]
    assert "the file is empty" in index and "c区规划" in index
    assert not list(work.glob(".out.*"))


@pytest.mark.slow
def test_several_reports_made_twice_are_the_same_to_the_byte(work: Path):
    write_plan(work / "b.txt", "b")
    made = []
    for _ in range(2):
        assert main(["report", "a.txt", "b.txt", "-o", "out", "--fresh"]) == 0
        made.append({path: path.read_bytes() for path in (work / "out").rglob("*.html")})
    assert made[0] == made[1] and len(made[0]) > 4


@pytest.mark.slow
def test_of_a_folder_every_document_has_its_report_also_as_single_files(work: Path):
    write_plan(work / "plans" / "x.txt", "x")
    assert main(["report", "plans", "-o", "out", "--single-file"]) == 0
    assert sorted(os.listdir("out")) == ["index.html", "report.json", "x.html"]
    assert main(["report", "plans", "-o", "out"]) == 0  # one kind takes the other's place
    assert sorted(os.listdir("out")) == ["index.html", "report.json", "x"]
    assert main(["report", "a.txt", "-o", "out"]) == 0
    assert "x" not in os.listdir("out")


@pytest.mark.slow
def test_where_no_document_has_a_report_the_old_ones_stay(work: Path, capsys):
    assert main(["report", "a.txt", "b.txt", "-o", "out"]) == 0
    capsys.readouterr()
    assert main(["report", "x.txt", "y.txt", "-o", "out"]) == 2
    assert capsys.readouterr().err.count("error: ") == 2
    assert (work / "out" / "a" / "index.html").exists()
    assert main(["report", "a.txt", "b.txt", "-o", "out", "--themes", "x.toml"]) == 2
    assert capsys.readouterr().err.count("error: ") == 1  # once, not for each document


def test_a_notebook_that_fails_on_one_document_is_told_on_the_index(work: Path):
    write_plan(work / "bad.txt", "e")
    assert main(["report", "a.txt", "bad.txt", "-o", "out"]) == 1
    assert "00-toy: code cell 3: AssertionError" in (work / "out" / "index.html").read_text(encoding="utf-8")
    assert (work / "out" / "bad" / "index.html").exists()


@pytest.mark.slow
@pytest.mark.parametrize("place", ["out/mine.txt", "out/a/mine.txt"])
def test_what_somebody_put_into_a_collection_is_named_and_stays(place: str, work: Path, capsys):
    assert main(["report", "a.txt", "b.txt", "-o", "out"]) == 0
    (work / place).write_text("mine", encoding="utf-8")
    assert main(["report", "a.txt", "b.txt", "-o", "out"]) == 2
    assert "something else than a report" in capsys.readouterr().err
    assert (work / place).read_text(encoding="utf-8") == "mine"


# --- language and summary --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "given"), [pytest.param([], None, marks=pytest.mark.slow), (["--lang", "zh"], "zh")]
)
def test_the_language_is_passed_on_and_findings_are_told_in_it(
    arguments: list[str], given: str | None, work: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    languages: list[object] = []
    real = page_side.render

    def render(*given: object, language: object = None) -> object:
        languages.append(language)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(page_side, "render", render)
    assert main(["report", "a.txt", "--fresh", *arguments]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("· ")]
    assert languages == [given]
    assert 2 <= len(told) <= 6
    assert bool(re.search("[一-鿿]{6}", told[-1])) == (given == "zh")


# --- full disks, and two runs at once --------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize("largest", [1, *(pytest.param(n, marks=pytest.mark.slow) for n in (2_000, 15_000))])
@pytest.mark.parametrize("single", [False, True])
def test_a_full_disk_leaves_what_was_there(largest: int, single: bool, work: Path):
    kind = ["--single-file", "-o", "out.html"] if single else ["-o", "out"]
    assert main(["report", "a.txt", *kind]) == 0
    out = work / ("out.html" if single else "out/index.html")
    before = out.read_bytes()
    script = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest}))\n"
        "import sys; from analysis import report; from analysis.__main__ import main\n"
        "from analysis.report import selection; from pathlib import Path\n"
        f"selection.collection = lambda: Path({str(work.parent / 'notebooks')!r})\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", script, "report", "b.txt", "--fresh", *kind]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    told = [line for line in ran.stderr.splitlines() if line.startswith("error: ")]
    assert ran.returncode == 2 and len(told) == 1 and "written" in told[0], ran.stderr
    assert "Traceback" not in ran.stderr
    assert out.read_bytes() == before
    assert {path.name for path in work.iterdir()} == {"a.txt", "b.txt", out.name if single else "out"}


def test_of_two_runs_at_once_the_later_one_s_report_stands_whole(work: Path):
    with reserved(work / "out") as one, reserved(work / "out") as other:
        publish([("index.html", "one"), ("one.html", "one")], one, made_from="one")
        publish([("index.html", "other")], other, made_from="other")
    assert sorted(os.listdir("out")) == ["index.html", "report.json"]
    assert (work / "out" / "index.html").read_text(encoding="utf-8") == "other"
    assert not list(work.glob(".out.*"))


# --- killed runs -----------------------------------------------------------------------------------------


@posix
def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from analysis.report.folder import reserved; from analysis.report.unfinished import working_folder\n"
        "with reserved(Path('out')) as place, working_folder() as work:\n"
        "    (work / 'x').write_text('x'); (place.aside / 'index.html').write_text('half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path / "tmp"), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, check=False)
    assert len(list(tmp_path.glob(".out.*.new"))) == len(list((tmp_path / "tmp").iterdir())) == 1
    with reserved(tmp_path / "out") as place, working_folder() as work_:
        assert list(tmp_path.glob(".out.*.new")) == [place.aside]
        assert list((tmp_path / "tmp").iterdir()) == [work_]


@posix
def test_what_another_run_is_using_and_what_is_somebody_s_own_stays(tmp_path: Path):
    pattern = re.compile(r"x[0-9]")
    (tmp_path / "x1").mkdir()
    (tmp_path / "x1" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "x2").symlink_to(tmp_path / "x1")
    (tmp_path / "x3").write_text("mine", encoding="utf-8")
    with held(tmp_path / "x4"):
        clear(tmp_path, pattern)
        assert sorted(os.listdir(tmp_path)) == ["x1", "x2", "x3", "x4"]
    (tmp_path / "x5").mkdir()
    (tmp_path / "x5" / MARK).touch()
    clear(tmp_path, pattern)
    assert sorted(os.listdir(tmp_path)) == ["x1", "x2", "x3"]
    assert (tmp_path / "x1" / "mine.txt").exists()


@posix
def test_a_folder_that_another_run_clears_away_at_once_is_made_again(tmp_path: Path, monkeypatch):
    real, times = LOCKS.flock, []

    def late(handle: int, how: int) -> None:
        if not times:
            (tmp_path / "x1").rmdir()
        times.append(how)
        real(handle, how)

    monkeypatch.setattr(LOCKS, "flock", late)
    with held(tmp_path / "x1"):
        assert (tmp_path / "x1" / MARK).exists()
    assert len(times) == 2


def test_a_report_that_was_cut_off_before_its_last_step_is_a_report(tmp_path: Path):
    with reserved(tmp_path / "out") as place:
        publish([("index.html", "x")], place, made_from="x")
    (tmp_path / "out" / MARK).touch()  # as when it was killed between the move and the removal of the mark
    with reserved(tmp_path / "out") as place:
        publish([("index.html", "y")], place, made_from="x")
    assert sorted(os.listdir(tmp_path)) == ["out"]
    assert sorted(os.listdir(tmp_path / "out")) == ["index.html", "report.json"]
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["made_from"] == "x"
