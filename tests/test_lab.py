"""
The notebooks in JupyterLab: what a notebook carries, that a report takes none of it, and that a reader can
click, type and change the language (the last in Chromium, left out unless asked for).
"""

from __future__ import annotations

import ast
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import nbformat
import pytest

from analysis import notebook as notebooks_
from analysis.notebook import IN_REPORT, open_study
from analysis.report.execution import Executed
from analysis.report.pages import notebook_page
from analysis.showing.cluster_findings import no_clusters
from analysis.showing.explorer import GROUPS, explore
from analysis.showing.reader import Reader
from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
QUERIES = (
    "数字",
    "数字 经济",
    "的",
    "，",
    "数",
    "“十四五",
    "民生 民生",
    "人民 城市",
    "没有这个词",
    "2025",
    "、、",
    "化",
)


# --- what a notebook carries -----------------------------------------------------------------------------


def test_the_reader_has_every_sentence_its_place_and_its_translation(study):
    data = Reader(study).data()
    assert [row[0] for row in data["sentences"]] == study.sentences["sentence_id"].tolist()
    assert [row[2] for row in data["sentences"]] == study.sentences["text"].tolist()
    assert all(row[3] for row in data["sentences"])  # the proposal's are all translated
    assert data["headings"]["c1"] and len(data["chapters"]) == len(study.document.chapters) + 1


def test_the_reader_knows_what_stands_below_headings_whose_ids_no_sentence_has(tmp_path: Path):
    notice = (
        "某市政府关于印发某市办法的通知\n各区：\n《某市供水办法》已经同意，现印发给你们。\n某市供水办法\n"
    )
    rules = "一、任务\n（一）管网\n1.改造。更新旧管。\n2.维护。加强巡查。\n二、保障\n（二）资金\n安排资金。\n"
    (tmp_path / "rules.txt").write_text(notice + rules, "utf-8")
    data = Reader(open_study(str(tmp_path / "rules.txt"))).data()
    ids = [row[0] for row in data["sentences"]]
    below = {heading: ids[first:last] for heading, (first, last) in data["below"].items()}
    assert below == {"p0.3": ["1.2.1", "1.4.1", "2.1.1"], "1.1": ["1.2.1"], "1.3": ["1.4.1"]}


def test_no_text_can_end_the_element_in_which_it_stands(tmp_path: Path):
    plan = tmp_path / "plan.txt"
    plan.write_text("规划\n一、目标\n民生</script><script>alert(1)</script>改善。\n", "utf-8")
    made = open_study(str(plan))
    for html in (Reader(made)._repr_html_(), explore(made, "</script>")._repr_html_()):
        assert "<script>alert" not in html
        assert html.count("<script") == html.count("</script>")


def test_the_strip_is_styled_in_a_notebook_as_in_a_report():
    templates = ROOT / "analysis" / "report" / "templates", ROOT / "analysis" / "showing" / "templates"
    report, lab = (
        (folder / name).read_text("utf-8")
        for folder, name in zip(templates, ("style.css", "lab.css"), strict=True)
    )
    parts = [set(re.findall(r"\.strip \.[\w-]+(?: \w+)?(?= *\{)", style)) for style in (report, lab)]
    assert len(parts[0]) > 3
    phone = {part for part in parts[0] if part.startswith((".strip .narrow", ".strip .wide"))}
    assert parts[0] - phone <= parts[1]


class Shell:
    """What runs a notebook's cells, as far as `open_study` asks for it."""

    def __init__(self, kernel: object) -> None:
        self.kernel, self.shown = kernel, []
        self.display_pub = self

    def publish(self, data: dict[str, str]) -> None:
        self.shown.append(data["text/html"])


@pytest.mark.parametrize(("kernel", "report", "times"), [("a", "", 1), ("a", "1", 0), (None, "", 0)])
def test_the_reader_is_shown_where_a_kernel_runs_that_is_no_report_s(monkeypatch, kernel, report, times):
    import IPython

    shell = Shell(kernel)
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    monkeypatch.setenv(IN_REPORT, report)
    notebooks_.open_study()
    assert len(shell.shown) == times
    assert all('class="lab"' in html for html in shell.shown)


def test_a_page_of_a_report_takes_nothing_of_it(study):
    outputs = [
        nbformat.v4.new_output("display_data", data={"text/html": html})
        for html in (Reader(study)._repr_html_(), explore(study)._repr_html_())
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", outputs=outputs, id="c1")])
    body = notebook_page(Executed("00-toy", notebook, 0.0)).body
    assert "<script" not in body and "policyText" not in body
    assert body.count('<div class="output">') == 1  # the reader leaves no empty one
    assert 'class="explore"' in body and "<table>" in body  # what is tried stands as a table


def test_a_refused_method_is_told_in_each_language_alone():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# 04 · Clusters", id="c1")])
    refusal = no_clusters("5 distinct paragraphs cannot be clustered.")
    body = notebook_page(Executed("04-toy", notebook, 0.0), refusal=refusal).body
    assert f'<p lang="en">{refusal.en}</p><p lang="zh">{refusal.zh}</p>' in body
    assert "distinct" not in refusal.zh


def test_notebooks_show_no_table_but_with_the_heads_that_people_read():
    """A bare DataFrame as the last line of a cell would show the names of its columns."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        for source in (cell.source for cell in cells if cell.cell_type == "code"):
            last = ast.parse(source).body[-1]
            if isinstance(last, ast.Expr):
                said = ast.unparse(last)
                assert said.startswith(
                    ("show_table(", "figures.", "findings.", "document_strip(", "explore(")
                ), (
                    path.name,
                    said,
                )


def test_what_can_be_tried(study):
    data = explore(study).data()
    assert data["word"] == study.policy_terms(without_names=True)["term"].iloc[0]
    assert len(data["borders"]) == len(study.sentences)
    assert [group["k"] for group in data["groups"]] == list(GROUPS)
    assert all(len(group["words"]) == group["k"] for group in data["groups"])
    assert len(data["parts"]) == len(study.document.chapters)
    marks = {theme["en"]: theme["marks"] for theme in data["themes"]}
    counted = study.themes.groupby("theme")["sentence_id"].nunique()
    assert len(marks["Livelihood"]) == counted["livelihood"]


def test_a_text_too_short_for_methods_can_be_tried_all_the_same(tmp_path: Path):
    (tmp_path / "one.txt").write_text("一句话。\n", "utf-8")
    data = explore(open_study(str(tmp_path / "one.txt"))).data()
    assert (data["parts"], data["groups"], data["word"]) == ([], [], "")


# --- where one begins, and what git sees -----------------------------------------------------------------


def makefile(target: str) -> str:
    found = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def test_the_page_where_one_begins_leads_to_every_notebook():
    text = (ROOT / "notebooks" / "START.md").read_text(encoding="utf-8")
    for half in text.split("\n---\n"):
        links = re.findall(r"\]\(([^)]+)\)", half)
        assert {path.name for path in NOTEBOOKS} <= set(links)
        assert all((ROOT / "notebooks" / link).resolve().is_file() for link in links)
    assert "/lab/tree/notebooks/START.md" in makefile("lab")
    settings = json.loads((ROOT / ".lab" / "overrides.json").read_text(encoding="utf-8"))
    assert settings["@jupyterlab/docmanager-extension:plugin"]["defaultViewers"]["markdown"]


@pytest.mark.slow
def test_strip_leaves_a_notebook_as_it_was_written(tmp_path: Path):
    (tmp_path / "notebooks").mkdir()
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.metadata["execution"] = {"iopub.execute_input": "now"}
                cell.execution_count = 3
                cell.outputs = [nbformat.v4.new_output("stream", text="1")]
        notebook.metadata.language_info |= {"version": "3.99", "file_extension": ".py"}
        nbformat.write(notebook, tmp_path / "notebooks" / path.name)
    command = makefile("strip").replace("@$(PY)", sys.executable).replace("$(ARGS)", "")
    subprocess.run(command, shell=True, cwd=tmp_path, check=True, capture_output=True)
    for path in NOTEBOOKS:
        assert (tmp_path / "notebooks" / path.name).read_text("utf-8") == path.read_text("utf-8"), path.name


# --- in a browser ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on PATH")
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()


class Desk:
    """A page in a browser, with what its scripts complained of."""

    def __init__(self, chromium: Any, locale: str = "en-US") -> None:
        self.context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale=locale)
        self.page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._said)

    def _said(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def markdown(text: str) -> str:
    return (
        '<div class="jp-Cell jp-MarkdownCell jp-mod-rendered">'
        f'<div class="jp-RenderedMarkdown">{escape(text)}</div></div>'
    )


def panel(*outputs: str, texts: tuple[str, ...] = ()) -> str:
    """A notebook, as far as the script sees it in JupyterLab."""
    cells = "".join(markdown(text) for text in texts)
    shown = f'<div class="jp-OutputArea">{"".join(outputs)}</div>'
    return f'<div class="jp-NotebookPanel">{cells}<div class="jp-Cell jp-CodeCell">{shown}</div></div>'


def opened(desk: Desk, tmp_path: Path, *panels: str) -> Any:
    path = tmp_path / "page.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{''.join(panels)}", encoding="utf-8")
    desk.page.goto(path.as_uri())
    return desk.page


@pytest.mark.slow
def test_a_typed_word_lists_what_study_concordance_finds(chromium, study, tmp_path: Path):
    with Desk(chromium) as desk:
        html = panel(Reader(study)._repr_html_(), explore(study)._repr_html_())
        page = opened(desk, tmp_path, html)
        for query in QUERIES:
            page.locator(".explore input").fill(query)
            found = study.concordance(query)
            wanted = list(zip(found["sentence_id"], found["cut"] == "inside", strict=True))
            if more := page.locator(".explore .answer > button").all():
                more[0].click()
            rows = page.eval_on_selector_all(
                ".explore table.lines tr",
                "rows => rows.map(row => [row.querySelector('.sid').textContent, row.className === 'part'])",
            )
            assert [tuple(row) for row in rows] == wanted, query
        assert not desk.errors


@pytest.mark.slow
def test_themes_parts_and_groups_can_be_chosen(chromium, study, tmp_path: Path):
    with Desk(chromium) as desk:
        page = opened(desk, tmp_path, panel(Reader(study)._repr_html_(), explore(study)._repr_html_()))
        page.select_option("select[name=theme]", label="Livelihood 民生")
        sentences = study.themes.query("theme == 'livelihood'")["sentence_id"]
        assert page.locator(".explore table.lines tr").count() == sentences.nunique()
        assert page.locator(".explore table.lines mark").count() >= sentences.nunique()
        page.select_option("select[name=part]", index=1)
        word = page.locator(".explore .chosen button").first
        word.click()
        assert page.locator(".explore input").input_value() == word.inner_text()
        assert page.locator("select[name=theme]").input_value() == ""
        page.select_option("select[name=groups]", label="6")
        assert page.locator(".explore .chosen .words").count() == 6
        assert not desk.errors


@pytest.mark.slow
def test_each_of_two_notebooks_shows_its_own_sentences_and_running_twice_changes_nothing(
    chromium, study, altered_file: Path, tmp_path: Path
):
    other = open_study(str(altered_file))
    number = '<span class="sid" data-sid="1.1.1">1.1.1</span>'
    with Desk(chromium) as desk:
        html = [panel(*[Reader(one)._repr_html_()] * 2, number) for one in (study, other)]
        page = opened(desk, tmp_path, *html)
        assert page.locator(".policy-bar").count() == 2
        assert page.locator("style#policy-style").count() == 1
        for at, one in enumerate((study, other)):
            page.locator("span.sid").nth(at).click()
            assert page.locator(".policy-panel").count() == 1
            text = one.sentences.set_index("sentence_id").loc["1.1.1", "text"]
            assert text in page.locator(".policy-panel").inner_text()
        assert not desk.errors


@pytest.mark.slow
def test_a_heading_shows_all_below_it_and_an_empty_one_says_so(chromium, study, tmp_path: Path):
    outline = study.outline.set_index("heading_id")
    empty = outline.index[(outline["kind"] == "article") & (outline["sentences"] == 0)][0]
    numbers = "".join(f'<span class="sid" data-sid="{id_}">{id_}</span>' for id_ in (empty, "9", "c3", "1.2"))
    with Desk(chromium) as desk:
        page = opened(desk, tmp_path, panel(Reader(study)._repr_html_(), numbers))
        shown = page.locator(".policy-panel")
        page.locator("span.sid").nth(0).click()
        assert outline.loc[empty, "title"] in shown.inner_text()
        assert "No text stands below this heading" in shown.inner_text()
        for at, belongs in enumerate((r"9\.", "", r"1\.2\."), start=1):
            page.locator("span.sid").nth(at).click()
            rows = study.sentences[study.sentences["sentence_id"].str.match(belongs)]
            rows = rows if belongs else rows[rows["chapter"] == 3]
            assert shown.locator("p:not(.heading)").count() == len(rows)
        assert not desk.errors


@pytest.mark.slow
def test_numbers_are_reached_and_the_panel_closed_with_the_keyboard(chromium, study, tmp_path: Path):
    drawing = (
        "<svg>" + "".join(f'<a class="sid" data-sid="1.1.{n}"><rect/></a>' for n in (1, 2, 3)) + "</svg>"
    )
    with Desk(chromium) as desk:
        page = opened(desk, tmp_path, panel(Reader(study)._repr_html_(), drawing))
        page.wait_for_selector("svg a[role=button]", state="attached")
        assert page.locator("svg a[tabindex='0']").count() == 1  # a drawing is one stop
        page.locator("svg a").first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert "1.1.2" in page.locator(".policy-panel").inner_text()
        page.keyboard.press("Escape")
        assert page.locator(".policy-panel").count() == 0
        assert page.evaluate("document.activeElement.dataset.sid") == "1.1.2"
        assert not desk.errors


@pytest.mark.slow
@pytest.mark.parametrize(("locale", "shown"), [("en-US", "en"), ("zh-CN", "zh")])
def test_pairs_of_cells_show_one_language_and_a_reader_s_own_notes_stay(
    chromium, study, tmp_path: Path, locale: str, shown: str
):
    texts, tags = [], []
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                texts.append(cell.source)
                tags.append(cell.metadata.tags[0])
            elif texts and texts[-1]:
                texts.append("")  # what stands between
                tags.append("")
    with Desk(chromium, locale) as desk:
        parts = [*texts, "", "这是我自己的笔记。", "", "A note of mine."]
        page = opened(desk, tmp_path, panel(Reader(study)._repr_html_(), texts=tuple(parts)))
        kept = f"html.policy-{shown}"
        page.wait_for_selector(kept)
        found = page.eval_on_selector_all(
            ".jp-MarkdownCell",
            "cells => cells.map(cell => [cell.dataset.policyLanguage || '', !!cell.offsetParent])",
        )
        assert [language for language, _ in found[: len(tags)]] == tags
        seen = [visible for (_, visible), text in zip(found, parts, strict=True) if text]
        assert seen == [tag == shown for tag, text in zip(tags, texts, strict=True) if text] + [True, True]
        page.locator(".policy-bar button").click()
        page.wait_for_selector("html.policy-zh" if shown == "en" else "html.policy-en")
        assert not desk.errors


# --- in JupyterLab itself --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab on copies of the notebooks, as ``make lab`` starts it, with its token."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", ".lab"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    command = makefile("lab").replace("@$(PY)", sys.executable).replace("$(VENV)", "venv")
    command = command.replace("\\\n", " ").replace("$(ARGS)", "").split()
    command += ["--no-browser", "--allow-root", f"--port={port}", f"--IdentityProvider.token={token}"]
    names = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {name: str(folder / "own" / name) for name in names}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=os.environ | own | {"PYTHONPATH": str(ROOT)}, stdout=log, stderr=log
        )
        try:
            address = f"http://127.0.0.1:{port}"
            answers(f"{address}/api/status?token={token}")
            yield f"{address}{{}}?token={token}"
        finally:
            server.terminate()
            server.wait(30)


def answers(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address).close()
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    pytest.fail("JupyterLab did not start")


RAN = """() => {
  const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(one => one.textContent);
  return prompts.length > 2 && prompts.every(text => /\\[\\d+\\]/.test(text));
}"""


def run_all(desk: Desk, lab: str, name: str) -> Any:
    page = desk.page
    page.set_default_timeout(90_000)
    page.goto(lab.format(f"/lab/tree/notebooks/{name}") + "&reset")  # without the tabs of other tests
    page.locator(
        "#jp-main-statusbar", has_text="(ipykernel) | Idle"
    ).wait_for()  # before, it asks for a kernel
    page.locator(".lm-MenuBar-item", has_text="Run").first.click()
    page.locator(".lm-Menu-item:has-text('Run All Cells')").first.click()
    page.wait_for_function(RAN)
    page.locator(".policy-bar").wait_for()
    return page


@pytest.mark.slow
def test_make_lab_opens_on_the_page_where_one_begins(chromium, lab: str):
    with Desk(chromium) as desk:
        desk.page.goto(lab.format("/"))
        desk.page.wait_for_selector(".jp-MarkdownViewer h1", timeout=60_000)
        assert "Start here" in desk.page.locator(".jp-MarkdownViewer h1").inner_text()
        assert not desk.errors


@pytest.mark.slow
@pytest.mark.parametrize("name", ["00-overview.ipynb", "05-digitalization.ipynb"])
def test_a_notebook_reads_in_jupyterlab(chromium, lab: str, name: str):
    with Desk(chromium) as desk:
        page = run_all(desk, lab, name)
        piece = page.locator(".strip .wide a.sid rect").first
        colour = "c => { const e = document.createElement('i'); e.style.color = c; return e.style.color }"
        assert piece.evaluate("e => getComputedStyle(e).fill") == page.evaluate(
            colour, piece.get_attribute("fill")
        )
        assert page.locator(".strip .narrow:visible").count() == 0
        assert page.locator(".jp-OutputArea [lang=zh]:visible").count() == 0
        assert page.locator(".jp-OutputArea [lang=en]:visible").count() > 5
        assert page.locator(".jp-MarkdownCell[data-policy-language=zh]:visible").count() == 0
        number = page.locator(".finding span.sid:visible").first
        number.click()
        shown = page.locator(".policy-panel")
        assert number.inner_text() in shown.inner_text()
        page.keyboard.press("Escape")
        assert shown.count() == 0
        page.locator(".policy-bar button").click()
        assert page.locator(".jp-OutputArea [lang=en]:visible").count() == 0
        assert not desk.errors


@pytest.mark.slow
def test_a_word_can_be_typed_in_jupyterlab(chromium, lab: str, study):
    with Desk(chromium) as desk:
        page = run_all(desk, lab, "03-term-frequency.ipynb")
        cells = page.locator(".jp-Cell").count()
        field = page.locator(".explore input")
        field.fill("")
        field.press_sequentially("aabbdd")  # no shortcut of JupyterLab's is meant
        assert field.input_value() == "aabbdd" and page.locator(".jp-Cell").count() == cells
        field.fill("数字")
        assert page.locator(".explore table.lines tr").count() == len(study.concordance("数字"))
        assert not desk.errors
