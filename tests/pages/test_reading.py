"""What a reader does: changes the language, follows evidence, searches, switches themes, prints."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from analysis.study import Study
from tests.pages.conftest import PHONE, UNFOLDED, Reader, Reports
from tests.pages.long_text import ANSWERED, OCCURRENCES, long_page

pytestmark = pytest.mark.pages

SOUGHT = ("民生", "数字化", "虹桥", "发展", "养老服务", "的", "一网通办", "国际精品城区", "，", "量子计算机")
SAMPLE = 40  # ways to sentences that are followed, in each kind of report

# Tables and figures that lead to no sentence, by the table behind them, and why.
OF_METHOD = {
    "theme_quality": "how well themes are found, measured on other documents",
    "segmentation_quality": "how well words are cut, measured on other documents",
    "cluster_curve": "agreement of subsamples: it has no sentence of its own",
    "cluster_stability": "agreement of subsamples: members stand in a table beside it",
    "dropped": "lines that are no part of the text",
    "plain_cuts": "words as another dictionary cuts them",
    "most_sensitive": "words as other settings cut them",
}


# --- languages -------------------------------------------------------------------------------------------


def _opens_again(page: Any) -> str:
    """The language of a page loaded again a moment later: browsers are slow to keep what they are told."""
    page.wait_for_timeout(250)
    page.reload()
    language: str = page.evaluate("document.documentElement.lang")
    return language


@pytest.mark.parametrize("report", ["proposal", "single"])
def test_the_language_is_changed_everywhere_and_remembered(reader: Reader, reports: Reports, report: str):
    page = reader.open(reports.pages(report)[0])
    english = page.title()
    page.locator("#language").click()
    assert page.evaluate("document.documentElement.lang") == "zh-CN" and page.title() != english
    assert re.search("[\u4e00-\u9fff]", page.title())
    assert any(_opens_again(page) == "zh-CN" for _ in range(20))
    page = reader.open(reports.pages(report)[-1])
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.locator("main [lang=en]:visible").count() == 0
    assert page.locator("#language").inner_text() == "English"


NAMES = """() => Array.from(document.querySelectorAll("main svg[aria-label]"))
  .filter((drawing) => drawing.checkVisibility()).map((drawing) => drawing.getAttribute("aria-label"))"""


def test_drawings_are_named_in_the_language_shown(reader: Reader, reports: Reports):
    page = reader.open(reports.pages("proposal")[0])
    english = page.evaluate(NAMES)
    assert len(english) > 3 and not any("句" in name for name in english)
    page.locator("#language").click()
    chinese = page.evaluate(NAMES)
    assert len(chinese) == len(english) and not any("sentences" in name for name in chinese)
    assert all(re.search("[\u4e00-\u9fff]", name) for name in chinese)


# --- ways to sentences -----------------------------------------------------------------------------------

WAYS = """() => Array.from(document.querySelectorAll("main a.sid, main a.sids")).map((way) => ({
  href: way.getAttribute("href"),
  text: Array.from(way.closest("tr")?.querySelector("td.text")?.childNodes ?? [])
    .filter((part) => !part.matches?.(".translation, .above"))
    .map((part) => part.textContent).join(""),
  marks: Array.from(way.closest("tr")?.querySelectorAll("td.text mark") ?? [], (mark) => mark.textContent),
  only: way.matches(".sid"),
}))"""
HREFS = """Array.from(document.querySelectorAll("a[href], use"),
  (each) => each.getAttribute("href") ?? each.getAttribute("xlink:href"))"""
IDS = 'Array.from(document.querySelectorAll("[id]"), (each) => each.id)'
BARE = """() => Array.from(document.querySelectorAll("main figure.chart, main figure.table"))
  .filter((figure) => figure.querySelector("td") && !figure.querySelector("a.sid, a.sids"))
  .map((figure) => figure.querySelector("a[download]").getAttribute("download"))"""


def behind(anchor: str) -> list[str]:
    """The ids in an address of the page that finds."""
    found: list[str] = []
    for run in anchor.split("s=", 1)[1].split("+"):
        first, _, last = run.partition("-")
        stem, _, number = first.rpartition(".")
        found += [f"{stem}.{at}" for at in range(int(number), int(last) + 1)] if last else [first]
    return found


@pytest.mark.parametrize("report", Reports.NAMES)
def test_every_link_leads_somewhere(reader: Reader, reports: Reports, report: str):
    pages = reports.pages(report)
    held = {path.name: (reader.open(path).evaluate(IDS), reader.page.evaluate(HREFS)) for path in pages}
    text = set(held["text.html" if "text.html" in held else pages[0].name][0])
    lost = []
    for name, (_, links) in held.items():
        for link in links:
            file, _, anchor = link.partition("#")
            if link.startswith("data:text/csv") or (not anchor and (pages[0].parent / file).is_file()):
                continue
            if re.match(r"(find)?s=", anchor):
                known = set(behind(anchor)) <= text
            else:
                known = anchor in held.get(file or name, ((), ()))[0]
            lost += [] if known else [(name, link)]
    assert not lost


@pytest.mark.parametrize("report", Reports.NAMES)
def test_a_way_leads_to_the_sentence_that_it_cites(reader: Reader, reports: Reports, report: str):
    ways = [(path, way) for path in reports.pages(report) for way in reader.open(path).evaluate(WAYS)]
    for path, way in random.Random(1).sample(ways, SAMPLE):
        page = reader.open(path)
        page.evaluate(UNFOLDED)
        page.locator(f"main a[href='{way['href']}']").first.dispatch_event("click")
        page.wait_for_url(f"**{way['href']}")
        anchor = way["href"].partition("#")[2]
        if re.match(r"(find)?s=", anchor):
            page.wait_for_selector("#found table a.sid")
            listed = page.locator("#found a.sid").all_inner_texts()
            for id_ in behind(anchor):
                assert any(one == id_ or one.startswith(f"{id_}.") for one in listed[:200]), way
            continue
        target = page.locator(f"[id='{anchor}']")
        assert target.is_visible(), way
        said = target.text_content()
        assert all(mark in said for mark in way["marks"]), way
        assert not way["text"] or way["text"].strip() in said, way


def test_every_table_and_figure_leads_to_sentences(reader: Reader, reports: Reports):
    bare = {}
    for path in reports.pages("proposal"):
        for file in reader.open(path).evaluate(BARE):
            table = re.sub(r"(-\d+)?\.csv$", "", file.removeprefix(f"{path.stem}-"))
            if table not in OF_METHOD:
                bare[file] = table
    assert not bare


# --- the search ------------------------------------------------------------------------------------------


def told(page: Any) -> list[str]:
    page.wait_for_selector("#found [role=status]")
    return page.locator("#found tr a.sid").evaluate_all("(links) => links.map((one) => one.textContent)")


@pytest.mark.parametrize("sought", SOUGHT)
def test_the_search_finds_what_the_concordance_finds(
    reader: Reader, reports: Reports, study: Study, sought: str
):
    expected = study.concordance(sought)["sentence_id"].tolist()
    page = reader.open(reports.proposal.parent / "00-overview.html")
    page.locator("#query").fill(sought)
    page.locator("#query").press("Enter")
    page.wait_for_url("**/find.html#q=*")
    page.wait_for_function("document.querySelector('#found [role=status]')")
    more = page.locator("#found > button")
    if more.count():
        more.click()
    assert told(page) == expected
    counts = page.locator("#found .counts b").all_inner_texts()
    assert sum(map(int, counts)) == len(expected)


@pytest.mark.parametrize("address", ["#q=%", "#q=%E6%B0%9", "#s=", "#s=9.1.1-999999999", "#s=nowhere"])
def test_an_address_that_is_damaged_breaks_nothing(reader: Reader, reports: Reports, address: str):
    page = reader.open(reports.proposal.parent / "find.html", address)
    assert page.locator("#found").inner_text().strip()


def test_a_long_text_is_searched_at_once(reader: Reader, tmp_path: Path):
    """Well under a second, generously: what it takes is for ``make bench``."""
    page = reader.open(long_page(tmp_path))
    took = page.evaluate(ANSWERED, "民生")
    assert str(OCCURRENCES) in page.locator("#found").inner_text().replace(",", "")
    assert took < 1000
    strokes = page.locator("#found .places rect").evaluate_all(
        "(all) => all.map((one) => +one.getAttribute('x'))"
    )
    assert max(strokes) > 980, "to the end of the text, however many there are"


# --- the full text, a phone, and paper -------------------------------------------------------------------


def test_marks_of_a_theme_are_switched_off_and_on(reader: Reader, reports: Reports):
    page = reader.open(reports.proposal.parent / "text.html")
    badges = page.locator(".badge.t-livelihood:visible")
    number = badges.count()
    box = page.locator("input[data-theme=livelihood]")
    box.uncheck()
    assert number and badges.count() == 0
    assert page.locator(".badge.t-digitalization:visible").count()
    box.check()
    assert badges.count() == number


WIDEST = """() => { const over = Array.from(document.querySelectorAll("figure.table .scroll"),
  (each) => each.scrollWidth - each.clientWidth); return over.indexOf(Math.max(...over)); }"""


def test_on_a_phone_a_table_scrolls_in_itself_under_its_first_column(browser: Any, reports: Reports):
    reader = Reader(browser, PHONE)
    page = reader.open(reports.proposal.parent / "03-term-frequency.html")
    table = page.locator("figure.table .scroll").nth(page.evaluate(WIDEST))
    table.evaluate("(each) => { each.scrollLeft = 200; }")
    left = table.evaluate("(each) => each.getBoundingClientRect().left")
    assert table.evaluate("(each) => each.scrollLeft") > 50
    assert abs(table.locator("tbody td").first.bounding_box()["x"] - left) < 2
    reader.context.close()


PAPER = {"width": 680, "height": 960}  # what A4 leaves between its margins, in pixels of CSS
TOO_WIDE = """() => Array.from(document.querySelectorAll("main *")).filter((each) => each.checkVisibility()
  && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1.5)
  .map((each) => each.localName + " " + each.textContent.trim().slice(0, 50)).slice(0, 5)"""


@pytest.mark.parametrize("name", ["index", "00-overview", "03-term-frequency", "text", "07-livelihood"])
def test_a_page_is_printed_with_its_legend_and_nothing_cut(reader: Reader, reports: Reports, name: str):
    page = reader.open(reports.proposal.parent / f"{name}.html")
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    assert page.evaluate(TOO_WIDE) == []
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    said = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
    assert len(printed) > 0 and page.locator("h1:visible").inner_text()[:8] in said
    if page.locator(".legend").count():
        swatch = page.locator(".legend i").first
        assert swatch.evaluate("(each) => getComputedStyle(each).printColorAdjust") == "exact"
        assert "Livelihood" in said
