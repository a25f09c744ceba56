"""The report: notebooks as committed, pages as rendered, failures as told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import nbformat
import pytest

from analysis import resources
from analysis.__main__ import main
from analysis.report import selection

NOTEBOOKS = sorted(resources.folder("notebooks").glob("*.ipynb"))


def notebook_of(*sources: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_markdown_cell("# 00 · Toy 样例", id="title")]
    cells += [nbformat.v4.new_code_cell(source, id=f"c{at}") for at, source in enumerate(sources)]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "report"
    assert main(["report", "-o", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def altered_report(tmp_path_factory, altered_file) -> Path:
    folder = tmp_path_factory.mktemp("altered") / "report"
    assert main(["report", str(altered_file), "-o", str(folder)]) == 0
    return folder


# --- the notebooks as committed --------------------------------------------------------------------------


def test_the_collection_is_complete():
    *numbered, theme = [path.stem for path in NOTEBOOKS]
    assert [stem[:3] for stem in numbered] == [f"{at:02}-" for at in range(9)]
    assert theme == "theme", "one for any theme"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_imports_and_shows(path: Path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    source = "\n".join(cell.source for cell in code)
    assert not re.search(r"^\s*(def|class) |sys\.path|import \*|lambda", source, re.MULTILINE)
    assert [cell for cell in code if "parameters" in cell.metadata.get("tags", [])]
    tags = [tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])]
    assert tags.count("en") == tags.count("zh") > 1
    assert "长宁" not in path.read_text(encoding="utf-8")


# --- the pages -------------------------------------------------------------------------------------------


class Links(HTMLParser):
    """Ids and links of a page, and what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        self.loads += [found[name] for name in ("src", "data", "action") if name in found]
        if tag == "link":
            self.loads.append(found.get("href", ""))


def behind(anchor: str) -> set[str]:
    """The ids in an address of the page that finds."""
    found = set()
    for run in anchor.removeprefix("s=").split("+"):
        first, _, last = run.partition("-")
        stem, _, number = first.rpartition(".")
        found |= {f"{stem}.{at}" for at in range(int(number), int(last) + 1)} if last else {first}
    return found


def test_every_notebook_has_its_page_and_the_index_leads_there(built: Path, study):
    index = Links((built / "index.html").read_text(encoding="utf-8"))
    themes = [f"theme-{theme.id}" for theme in study.theme_definitions]
    for name in (*(path.stem for path in NOTEBOOKS if path.stem != "theme"), *themes):
        assert f"{name}.html" in index.links
    assert "text.html" in index.links


def test_links_resolve_and_nothing_is_loaded_from_anywhere(built: Path):
    pages = {path.name: Links(path.read_text(encoding="utf-8")) for path in built.glob("*.html")}
    for name, page in pages.items():
        assert not [load for load in page.loads if not load.startswith("data:")], name
        for link in page.links:
            if link.endswith(".csv"):
                assert (built / link).is_file(), f"{name}: {link}"
                continue
            file, _, anchor = link.partition("#")
            target, known = pages[file or name], pages["text.html"].ids
            if anchor.startswith("s="):
                assert behind(anchor) <= set(known), f"{name}: {link}"
            else:
                assert not anchor or anchor in target.ids, f"{name}: {link}"


def test_pages_allow_only_what_is_inline(built: Path):
    for path in built.glob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in html
        assert html.count("<script>") == 1
        assert html.count("<script") == 1 + (path.name == "find.html")


def test_the_report_of_the_proposal_can_be_sent_by_mail(built: Path):
    assert sum(path.stat().st_size for path in built.iterdir()) <= 4_000_000


def test_code_is_there_with_the_colours_that_the_style_has(built: Path):
    page = (built / "00-overview.html").read_text(encoding="utf-8")
    pieces = re.findall(r'<div class=" highlight.*?</div>', page, re.DOTALL)
    assert set(re.findall('<span class="(.*?)">', "".join(pieces))) == {"k", "kn", "s2"}
    code = re.sub("<[^>]*>", "", "".join(pieces))
    assert "from analysis.notebook import open_study" in code


def test_every_sentence_is_on_the_full_text_page(built: Path, study):
    ids = Links((built / "text.html").read_text(encoding="utf-8")).ids
    assert set(study.sentences["sentence_id"]) <= set(ids)
    assert set(study.document.headings) <= set(ids)


def test_charts_have_alternative_text_and_code_is_folded(built: Path):
    html = (built / "03-term-frequency.html").read_text(encoding="utf-8")
    charts = re.findall(r'<figure class="chart">(?:<div lang="en">)?<svg ([^>]*)>', html)
    assert len(charts) >= 4
    assert all(
        re.search('role="(img|group)"', chart) and re.search('aria-label="[^"]{20,}', chart)
        for chart in charts
    )
    assert html.count('<details class="code">') == html.count('class=" highlight')


def test_the_gap_travels_with_the_numbers(built: Path):
    for name in ("00-overview", "05-digitalization", "06-hongqiao-hub", "07-livelihood"):
        assert "1 heading has no body in this copy" in (built / f"{name}.html").read_text(encoding="utf-8")


def text_of(page: Path) -> str:
    return text_of_html(page.read_text(encoding="utf-8"))


def text_of_html(html: str) -> str:
    html = re.sub(r"<(style|script|svg)\b.*?</\1>", "", html, flags=re.DOTALL)
    html = re.sub(r'<details class="code">.*?</details>', "", html, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", html)


@pytest.mark.slow
def test_no_sentence_of_the_report_states_what_is_no_longer_true(built: Path, altered_report: Path):
    for page in sorted(altered_report.glob("*.html")):
        prose = re.sub(r"<table>.*?</table>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search("长宁|虹桥枢纽|Hongqiao", text_of_html(prose)), page.name
    overview = text_of(altered_report / "00-overview.html")
    assert "37 articles" in text_of(built / "00-overview.html")
    assert "33 articles" in overview
    assert (built / "06-hongqiao-hub.html").exists()
    assert not (altered_report / "06-hongqiao-hub.html").exists()  # a page of a place that this is not
    assert "Local lists: changning" in text_of(built / "02-segmentation.html")
    assert "No local list" in text_of(altered_report / "02-segmentation.html")


# --- failures --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def failed(tmp_path_factory) -> Iterator[tuple[Path, str]]:
    """The report of three notebooks on a document of markup: one fails, one is endless; and what was said."""
    folder = tmp_path_factory.mktemp("failing")
    collection, plan = folder / "notebooks", folder / "plan.txt"
    collection.mkdir()
    nbformat.write(notebook_of("1 + 1", "1 / 0"), collection / "00-broken.ipynb")
    nbformat.write(notebook_of("40 + 2"), collection / "01-sound.ipynb")
    endless = notebook_of("print('x' * 10_000_000)")
    away = '<meta http-equiv="refresh" content="0;url=x">'
    endless.cells.append(nbformat.v4.new_markdown_cell(away, id="m"))
    nbformat.write(endless, collection / "02-endless.ipynb")
    plan.write_text(
        "<script>alert(1)</script>的规划\n一、<b>目标\n民生<img src=x onerror=alert(2)>改善。\n", "utf-8"
    )
    with pytest.MonkeyPatch.context() as patch, redirect_stderr(StringIO()) as said:
        patch.setattr(selection, "collection", lambda: collection)
        assert main(["report", str(plan), "-o", str(folder / "out")]) == 1
    yield folder / "out", said.getvalue()


def test_a_failing_notebook_is_named_and_the_others_stand(failed: tuple[Path, str]):
    out, said = failed
    assert "error: 00-broken: code cell 2: ZeroDivisionError: division by zero" in said
    assert "01-sound: done" in said
    assert "42" in text_of(out / "01-sound.html")
    assert "This notebook failed" in text_of(out / "00-broken.html")
    assert "ZeroDivisionError" in text_of(out / "index.html")


def test_prose_of_a_notebook_does_not_lead_away_and_endless_output_ends(failed: tuple[Path, str]):
    html = (failed[0] / "02-endless.html").read_text(encoding="utf-8")
    assert "refresh" not in html
    assert "9,800,001 characters more" in html and len(html) < 2_000_000


def test_markup_in_a_document_is_shown_as_text(failed: tuple[Path, str]):
    for page in failed[0].glob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script>alert" not in html
        assert "<img" not in html
