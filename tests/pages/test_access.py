"""What axe-core finds: names of controls, landmarks, contrast, regions that scroll, in both schemes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.conftest import PHONE, UNFOLDED, WIDE, Reader, Reports, View, missing

pytestmark = pytest.mark.pages

DARK = View(1280, "zh-CN", "dark")


def checker() -> Any:
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        missing("axe-playwright-python is not installed")
    return Axe()


@pytest.mark.parametrize("view", [WIDE, DARK, PHONE], ids=str)
@pytest.mark.parametrize("report", ["proposal", "notice"])
def test_axe_finds_nothing(browser: Any, reports: Reports, report: str, view: View):
    axe = checker()
    reader, found = Reader(browser, view), {}
    for path in reports.pages(report):
        page = reader.open(path)
        page.evaluate(UNFOLDED)
        broken = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        if broken:
            found[path.name] = [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in broken]
    reader.context.close()
    assert not found
