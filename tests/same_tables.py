"""
Whether a change leaves every table as it was, to the byte.

``python -m tests.same_tables keep DIR`` writes the CSV of every command on the proposal and on Shanghai's
outline; ``python -m tests.same_tables compare DIR``, after the change, says which are no longer the same.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from analysis.__main__ import main
from tests.conftest import DOCUMENTS

INPUTS: dict[str, list[str]] = {
    "proposal": [],
    "outline": [str(DOCUMENTS / "shanghai-14fyp-outline-2021.txt")],
}
LINES = """
documents
sentences
sentences --headings
tokens
tokens --granularity term
terms
terms --by chapter
terms --by article --granularity term
terms --by kind --stop-words
themes
themes --theme livelihood
spread
spread --granularity word
ngrams
ngrams --size 3 --minimum 2
richness
richness --by chapter
richness --by article --window 50
keyness
keyness --by article --granularity term
keyness --group 2 --minimum 2
keyness --against OTHER
dispersion
dispersion --by article --granularity term --stop-words
concordance --pattern 数字
concordance --pattern .*化 --regular --sort left --context 5
collocations
collocations --window 5 --granularity word
collocations --word 发展 --minimum 2
network
network --nodes 20 --window 5
correspondence
correspondence --top 30
discover
check
dropped
""".strip().splitlines()
ONCE = ["sensitivity", "clusters", "clusters --k 6", "evaluate"]  # on the proposal: they take long


def lines() -> Iterator[tuple[str, list[str]]]:
    """The name of each table, and the arguments that make it."""
    other = str(DOCUMENTS / "government-work-report-2018.txt")
    for name, files in INPUTS.items():
        for line in [*LINES, *(ONCE if name == "proposal" else ())]:
            command, *options = (other if word == "OTHER" else word for word in line.split())
            yield f"{name}: {line}", [command, *files, *options]


def written(line: tuple[str, list[str]]) -> tuple[str, bytes]:
    """The table that these arguments make."""
    name, arguments = line
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        status = main([*arguments, "-o", str(path)])
        return name, path.read_bytes() if path.exists() else f"status {status}".encode()


def run(action: str, folder: Path) -> int:
    """Keep the tables in `folder`, or say which differ from those there."""
    different = []
    folder.mkdir(exist_ok=True)
    with ProcessPoolExecutor(2) as pool:
        for name, data in pool.map(written, lines()):
            path = folder / f"{name.replace(': ', '.').replace(' ', '_').replace('*', '')}.csv"
            if action == "keep":
                path.write_bytes(data)
            elif not path.exists() or path.read_bytes() != data:
                different.append(name)
    sys.stdout.writelines(f"not the same: {name}\n" for name in different)
    sys.stdout.write(f"{len(list(lines()))} tables, {len(different)} not the same\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], Path(sys.argv[2])))
