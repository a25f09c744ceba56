"""``python -m tests.benchmarks.coding``: how soon the themes of 1 MB are found, once its words are cut."""

from __future__ import annotations

import time
from itertools import accumulate, cycle
from statistics import median

from analysis import Study
from analysis.reading import read_text
from tests.conftest import DOCUMENTS

REPEATS = 5
MEGABYTE = 1_000_000
REPORTS = ("government-work-report-2023.txt", "work-report-2026-anhui.txt")


def megabyte() -> str:
    """Reports one after the other, until they are 1 MB in UTF-8."""
    texts = [(DOCUMENTS / name).read_text("utf-8") for name in REPORTS]
    sizes = accumulate(len(text.encode()) for text in cycle(texts))
    needed = next(at for at, size in enumerate(sizes, start=1) if size >= MEGABYTE)
    return "".join(text for text, _ in zip(cycle(texts), range(needed), strict=False))


def coded(text: str) -> float:
    """Seconds for finding the themes of a text for 1 MB of it; its words, lists and weights are there."""
    study = Study(read_text(text, id="megabyte"))
    study.tokens, study.feature_reader, study.setup.weights.themes  # noqa: B018 - made before the clock runs
    begun = time.perf_counter()
    study.table("themes")
    return (time.perf_counter() - begun) * MEGABYTE / len(text.encode())


def main() -> None:
    """Print the median of five studies."""
    text = megabyte()
    times = [coded(text) for _ in range(REPEATS)]
    print(f"themes: 1 MB coded in {median(times):.2f} s after its words were cut (aim under 2)")


if __name__ == "__main__":
    main()
