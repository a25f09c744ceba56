"""
``python -m tests.gold.first_sight FOLDER``: documents in reserve as they were read at first sight.

The truth (``tests/documents/reserve_headings.tsv``, ``reserve_identity.tsv``) was written by a reader who had
not seen the software; the documents themselves lie in FOLDER as ``NAME.txt``.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.reading import Document, read
from tests.conftest import DOCUMENTS
from tests.gold.measures import heading_truth, headings_found

FACTS = ("title", "issuer", "issued", "adopted", "delivered", "kind")


def fact(document: Document, name: str) -> str:
    """A fact of a document; a title that is only the file's name is none."""
    if name == "title":
        return "" if document.title == document.id else document.title
    return document.fact(name) or ""


def figures(folder: Path) -> Iterator[str]:
    """A line for each document."""
    with (DOCUMENTS / "reserve_identity.tsv").open(encoding="utf-8") as file:
        identity = {row["document"]: row for row in csv.DictReader(file, delimiter="\t")}
    for name, truth in heading_truth(DOCUMENTS, "reserve_headings.tsv").items():
        document = read(folder / f"{name}.txt")
        found = headings_found(document)
        score = 2 * len(found & truth) / (len(found) + len(truth))
        wrong = [one for one in FACTS if fact(document, one) != identity[name][one]]
        told = ", ".join(wrong) or "nothing"
        yield f"{name}: {len(truth)} headings, F1 {score:.3f}; not as in the truth: {told}"


if __name__ == "__main__":
    for line in figures(Path(sys.argv[1])):
        print(line)
