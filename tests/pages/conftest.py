"""A browser, and what it opens: the proposal's report as a folder and as a file, and a short notice's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from analysis.__main__ import main
from tests.conftest import WRITTEN

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NOTICE = WRITTEN / "notice-winter-safety-2016.txt"
WAITED = "!document.documentElement.classList.contains('waiting')"
UNFOLDED = "document.querySelectorAll('main details').forEach((each) => { each.open = true; })"
FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")


def missing(what: str) -> None:
    """A skipped test, or a failed one where the browser is needed (``PAGES_NEEDED``), as .ci/run says."""
    if os.environ.get("PAGES_NEEDED"):
        pytest.fail(f"{what}: the tests of the pages cannot run")
    pytest.skip(f"{what}: the tests of the pages need it")


@dataclass(frozen=True)
class View:
    """How somebody looks at a page."""

    width: int
    locale: str
    scheme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.locale}-{self.scheme}"

    @property
    def language(self) -> str:
        return self.locale[:2]


VIEWS = [View(*each) for each in product((1280, 375), ("en-US", "zh-CN"), ("light", "dark"))]
WIDE, PHONE = VIEWS[0], VIEWS[-2]


class Reports:
    """Reports by name, each made when it is first asked for; the path is that of its first page."""

    NAMES = ("proposal", "single", "notice")

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def proposal(self) -> Path:
        return self._made("-o", str(self.folder / "proposal")) / "index.html"

    @cached_property
    def single(self) -> Path:
        return self._made("--single-file", "-o", str(self.folder / "single.html"))

    @cached_property
    def notice(self) -> Path:
        return self._made(str(NOTICE), "-o", str(self.folder / "notice")) / "index.html"

    def _made(self, *arguments: str) -> Path:
        assert main(["report", *arguments]) == 0
        return Path(arguments[-1])

    def pages(self, name: str) -> list[Path]:
        first: Path = getattr(self, name)
        return [first] if name == "single" else sorted(first.parent.glob("*.html"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        missing("no Chromium on PATH")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def reports(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    return Reports(tmp_path_factory.mktemp("pages"))


class Reader:
    """Somebody who looks at pages in one way, with no network; what the browser complains of is kept."""

    def __init__(self, browser: Any, view: View) -> None:
        self.context = browser.new_context(
            viewport={"width": view.width, "height": 800},
            offline=True,
            locale=view.locale,
            color_scheme=view.scheme,
            reduced_motion="reduce",
        )
        self.page = self.context.new_page()
        self.trouble: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "about:")):
            self.trouble.append(request.url)

    def open(self, path: Path, anchor: str = "") -> Any:
        self.page.goto(path.as_uri() + anchor)
        self.page.wait_for_function(WAITED)
        return self.page


@pytest.fixture
def reader(browser: Any) -> Iterator[Reader]:
    made = Reader(browser, WIDE)
    yield made
    made.context.close()
    assert not made.trouble


Seen = Mapping[str, Mapping[str, list[str]]]  # page → kind of fault → faults


@pytest.fixture(scope="session", params=Reports.NAMES)
def report(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session", params=VIEWS, ids=str)
def seen(browser: Any, reports: Reports, report: str, request: pytest.FixtureRequest) -> Seen:
    """The faults of every page of a report as it is looked at, with everything unfolded."""
    reader, found = Reader(browser, request.param), {}
    for path in reports.pages(report):
        page = reader.open(path)
        page.evaluate(UNFOLDED)
        found[path.name] = page.evaluate(FAULTS)
        found[path.name]["trouble"] = reader.trouble[:]
        reader.trouble.clear()
    reader.context.close()
    return found
