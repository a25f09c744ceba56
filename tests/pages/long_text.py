"""The page that finds, of a text of 300,000 characters, and how long it takes to answer."""

from __future__ import annotations

from pathlib import Path

from analysis.reading import read_text
from analysis.report.pages import render
from analysis.report.search import find_page
from analysis.study import Study

LINE = "坚持以人民为中心，不断改善民生，推动数字化转型，建设虹桥国际开放枢纽。"
ARTICLES, LINES = 86, 100
OCCURRENCES = ARTICLES * LINES  # of what stands once in the line
ANSWERED = """(sought) => new Promise((done) => {
  const begun = performance.now();
  window.addEventListener("hashchange", () => done(performance.now() - begun), { once: true });
  window.location.hash = "#q=" + encodeURIComponent(sought);
})"""  # milliseconds until the answer stands


def long_page(folder: Path) -> Path:
    """The page, written into `folder`."""
    text = "关于发展的意见\n" + "".join(f"{at}.目标\n{LINE * LINES}\n" for at in range(1, ARTICLES + 1))
    assert len(text) > 300_000
    study = Study(read_text(text, id="long"))
    ((name, html),) = render([find_page(study)], study.document, frozenset())
    (folder / name).write_text(html, encoding="utf-8")
    return folder / name
