"""
``python -m tests.benchmarks``: segmentation against jieba in the same run, statistics, reading, imports,
themes, search and the whole report against nbconvert.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from analysis.reading import read_text
from tests.benchmarks import coding, report, search, segmentation, statistics
from tests.conftest import DOCUMENTS


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def fresh(code: str) -> float:
    """How long a fresh interpreter takes for `code`, the median of five runs."""
    return median(seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True)) for _ in range(5))


segmentation.main(20)
statistics.main()

plan = (DOCUMENTS / "cpc-congress-report-19.txt").read_text("utf-8")
wrapped = (DOCUMENTS / "shanghai-14fyp-outline-2021.txt").read_text("utf-8")
for name, text in (("a line a paragraph", plan), ("hard-wrapped", wrapped)):
    size = len(text.encode()) / 1e6
    small, large = (
        min(seconds(partial(read_text, text * copies, id="x")) for _ in range(3)) / (copies * size)
        for copies in (round(1 / size), round(10 / size))
    )
    print(
        f"reading, {name}: {small:.2f} s for 1 MB (aim under 0.5), ten times as much {large / small:.2f} "
        "times as long a MB"
    )
for name, line in (
    ("一", "一" * 10**6),
    ("一、", "一、" * 10**6),
    ("（", "（" * 10**6),
    ("1.", "1." * 10**6),
):
    half, whole = (
        min(seconds(partial(read_text, line[: len(line) // part], id="x")) for _ in range(3))
        for part in (2, 1)
    )
    print(
        f"reading, one line of {len(line):,} characters {name}…: {whole:.2f} s, half of it "
        f"{whole / half:.1f} times faster"
    )

empty, package, pandas = fresh("pass"), fresh("import analysis"), fresh("import pandas")
print(f"import analysis: {package - empty:.3f} s (aim under 0.3), import pandas {pandas - empty:.3f} s")

coding.main()
search.main()
report.main()
