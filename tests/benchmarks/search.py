"""``python -m tests.benchmarks.search``: how soon the report's page answers on 300,000 characters."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.pages.conftest import BROWSERS, WAITED
from tests.pages.long_text import ANSWERED, long_page


def main() -> None:
    """Print what each question takes, the median of five, beside its aim."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        print("search in the report: no Chromium on PATH, not measured")
        return
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(long_page(Path(folder)).as_uri())
        page.wait_for_function(WAITED)
        page.evaluate(ANSWERED, "，")  # the data are read once
        for sought in ("民生", "数字化转型", "的", "量子"):
            times = []
            for _ in range(5):
                page.evaluate("window.location.hash = ''")
                page.wait_for_timeout(50)
                times.append(page.evaluate(ANSWERED, sought))
            print(f"search for {sought} in 300,000 characters: {sorted(times)[2]:.0f} ms (aim 100)")
        browser.close()


if __name__ == "__main__":
    main()
