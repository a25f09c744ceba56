"""Reports on documents of other kinds: what their pages say of them holds, and nothing is left empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from lxml.etree import _Element

from analysis.__main__ import main
from analysis.prose import LANGUAGES
from analysis.study import Study
from tests.conftest import DOCUMENTS

FILES = {
    "a provincial report": DOCUMENTS / "work-report-2026-liaoning.txt",
    "a regulation": DOCUMENTS / "written" / "regulation-water-2018.txt",
    "a short notice": DOCUMENTS / "written" / "notice-winter-safety-2016.txt",
    "a text without chapters": DOCUMENTS / "government-work-report-1964.txt",
}
OURS = re.compile("Changning|长宁|Hongqiao|虹桥|Jing'an")
UNSAID = re.compile(r"\b(?:nan|NaN|None(?! [a-z])|inf|NaT)\b|\b0 of 0\b|\{\w*\}")
OTHER = {"en": "zh", "zh": "en"}

pytestmark = pytest.mark.slow


class Report:
    """A document and its pages, each as it is read in a language."""

    def __init__(self, source: Path, folder: Path) -> None:
        assert main(["report", str(source), "-o", str(folder)]) == 0
        self.study = Study.open(source)
        self.paths = [path for path in sorted(folder.glob("*.html")) if path.stem not in ("text", "find")]

    def page(self, path: Path, language: str) -> _Element:
        """What a reader of the language sees of a page: no code, nothing of the other language."""
        main_ = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8")).find(".//main")
        hidden = f".//*[@lang='{OTHER[language]}'] | .//details[@class='code'] | .//style | .//svg//title"
        for one in main_.xpath(hidden):
            one.drop_tree()
        return main_


@pytest.fixture(scope="module", params=FILES)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    return Report(FILES[request.param], tmp_path_factory.mktemp("report") / "out")


def folded(element: _Element) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_names_the_first_document_or_leaves_a_word_unsaid(report: Report, language: str):
    own = OURS.findall(report.study.document.text)
    for path in report.paths:
        seen = folded(report.page(path, language))
        named = [found for found in OURS.findall(seen) if found not in own]
        assert not named, (path.name, named)
        assert not UNSAID.search(seen), (path.name, UNSAID.search(seen))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_part_of_a_page_is_empty(report: Report, language: str):
    """Below each cell of code something is said: a finding, a table with rows or the reason, a drawing."""
    for path in report.paths:
        for output in report.page(path, language).xpath(".//div[@class='output']"):
            shown = folded(output).removesuffix("Download the table (CSV, 0 rows)").strip()
            assert len(shown) > 3 or output.xpath(".//svg"), (path.name, html.tostring(output)[:300])
            for table in output.xpath(".//table"):
                assert table.xpath(".//tbody/tr"), (path.name, "a table of heads alone")


def test_the_chinese_view_says_its_sentences_in_chinese(report: Report):
    for path in report.paths:
        for said in report.page(path, "zh").xpath(".//div[contains(@class, 'finding')]//p[@lang='zh']"):
            text = folded(said)
            foreign = re.sub(
                r"[A-Za-z0-9_.\-/]*[._/\d][A-Za-z0-9_.\-/]*|RCEP|jieba|README|kappa|UTF", "", text
            )
            assert re.search("[一-鿿]", text) and not re.search(r"[A-Za-z]{3,} [A-Za-z]{3,}", foreign), text


def test_what_the_overview_says_is_so(report: Report):
    study = report.study
    said = folded(report.page(next(path for path in report.paths if path.stem == "00-overview"), "en"))
    chapters = [part for part in study.document.chapters if part.style != "annex"]
    articles = study.document.articles
    under = "article" if any(part.label for part in articles) else "section"  # under unnumbered headings
    for kind, n in (("chapter", len(chapters)), (under, len(articles))):
        told = f"{n} {kind}{'s' * (n != 1)}"
        assert not n or re.search(rf"(?<!\d){told}\b", said), told
    assert f"{len(study.counted_sentences):,} sentence" in said
    modes = study.commitments()["mode"].value_counts()
    assert f"of {modes.sum():,} sentence" in said and f"{modes.get('forward', 0):,} look" in said
    for theme in study.theme_definitions:
        n = study.themes.loc[study.themes["theme"] == theme.id, "sentence_id"].nunique()
        assert f"{theme.name_en} {theme.name}: found in {n} sentence" in said or not n
        times = len(re.findall(theme.word, "\n".join(study.counted_sentences["text"])))
        told = re.search(rf"The string {theme.word} stands (\d+) time", said)
        assert (int(told[1]) if told else 0) <= times
