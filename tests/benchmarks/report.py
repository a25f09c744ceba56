"""
``python -m tests.benchmarks.report``: a report from nothing and again, against nbconvert on the same.

nbconvert executes the notebooks one after the other, each in a kernel of its own (``jupyter nbconvert
--execute --to html``); the report is made from an empty cache, then again with nothing changed. Seconds by
the clock, and of all processes together.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from analysis import Study
from analysis.resources import folder
from tests.conftest import ROOT

REPEATS = 5


def measured(command: list[str], cache: Path) -> tuple[float, float]:
    """Seconds by the clock, and of the processors."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _notebooks(work: Path) -> list[Path]:
    """The notebooks of a report on the proposal: the numbered ones, and that of themes for each theme."""
    found = sorted(folder("notebooks").glob("[0-9]*.ipynb"))
    if not (folder("notebooks") / "theme.ipynb").exists():
        return found
    for theme in Study.open().theme_definitions:
        found.append(work / f"theme-{theme.id}.ipynb")
        shutil.copy(folder("notebooks") / "theme.ipynb", found[-1])
    return found


def main() -> None:
    """Print all figures and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        report = [sys.executable, "-m", "analysis", "report", "-o", str(work / "report")]
        cold = [measured([*report, "--fresh"], work / f"cache-{at}") for at in range(2)]
        again = [measured(report, work / "cache-0") for _ in range(REPEATS)]
        notebooks = map(str, _notebooks(work))
        convert = [sys.executable, "-m", "nbconvert", "--execute", "--to", "html", "--output-dir", str(work)]
        plain = measured([*convert, *notebooks], work / "plain")
    clock, processors = min(cold)
    print(f"nbconvert, one notebook after the other: {plain[0]:.1f} s ({plain[1]:.1f} s of processors)")
    print(
        f"report from nothing: {clock:.1f} s ({processors:.1f} s of processors), {plain[0] / clock:.1f} "
        "times faster (aim 3)"
    )
    print(f"again, nothing changed: {median(one[0] for one in again):.2f} s (aim under 1.5)")


if __name__ == "__main__":
    main()
