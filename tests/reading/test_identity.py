"""What a document is: against the truth written by hand, and on invented fronts of every kind."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.reading import read
from analysis.reading.document import FILE_NAME, Document
from tests.conftest import DOCUMENTS, WRITTEN

FIELDS = ("title", "issuer", "issued", "adopted", "delivered", "kind")


def truth() -> Iterator[tuple[Path, dict[str, str]]]:
    """Each document with what it is, as written by hand."""
    for folder in (DOCUMENTS, WRITTEN):
        with (folder / "identity.tsv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                name = row.pop("document")
                yield folder / f"{name}.txt", row


def identity(document: Document) -> dict[str, str]:
    """What a document says of itself; a title that only its file's name gives is none."""
    title = next(fact for fact in document.facts if fact.field == "title")
    found = {field: str(getattr(document, field)) for field in FIELDS}
    return found | {"title": "" if title.source == FILE_NAME else document.title}


@pytest.mark.parametrize(("path", "expected"), list(truth()), ids=lambda value: getattr(value, "stem", ""))
def test_what_a_document_is_equals_the_truth(path: Path, expected: dict[str, str]):
    assert identity(read(path)) == expected
