"""What a document is: against the truth written by hand, and on invented fronts of every kind."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.reading import read, read_text
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


SIGNERS = [
    ("省　长　　李大江", "李大江"),
    ("省　长　李大江", "李大江"),
    ("省 长 李大江", "李大江"),
    ("主　任 王某某", "王某某"),
    ("省长：李大江", "李大江"),
    ("代　省　长　　李　明", "李明"),
    ("部　长　　艾力·买买提", "艾力·买买提"),
    ("甲省人民政府省　长　李大江", "李大江"),
    ("委 员 长　　李大江", "李大江"),
    ("省长\n李大江", "李大江"),
]


@pytest.mark.parametrize(("signer", "name"), SIGNERS)
def test_a_person_signs_with_his_office_however_it_is_spaced(signer: str, name: str):
    text = "甲省节水办法\n一、目标\n节约用水，保护水源。\n二、保障\n落实责任，依法管理。\n"
    found = read_text(f"{text}{signer}\n2020年5月6日\n", id="x")
    assert found.fact("signatory") == name
    signed = [found.text[part.start : part.end] for part in found.parts if part.kind == "signature"]
    assert "\n".join(signed).count("\n") == 1 + signer.count("\n")
    assert found.issued == "2020-05-06"


@pytest.mark.parametrize(("signer", "name"), SIGNERS[:-1])
def test_a_person_signs_an_order_above_what_it_makes_known(signer: str, name: str):
    order = (
        f"甲省人民政府令\n第12号\n《甲省节水办法》已经省政府会议通过，现予公布。\n{signer}\n2020年5月6日\n"
    )
    attached = (
        "甲省节水办法\n第一章 总则\n第一条 为了节约用水，制定本办法。\n第二章 管理\n第二条 用水计量。\n"
    )
    found = read_text(order + attached, id="x")
    assert found.fact("signatory") == name and found.issued == "2020-05-06"
    assert [part.kind for part in found.parts].count("signature") == 2
    assert next(iter(found.headings.values())).title == "甲省节水办法"


def test_who_is_no_person_does_not_sign():
    text = "甲省节水办法\n一、目标\n节约用水。\n二、保障\n落实责任。\n{}\n2020年5月6日\n"
    for signer in ("甲省人民政府", "甲省水利厅　甲省财政厅", "李　明"):
        assert read_text(text.format(signer), id="x").fact("signatory") == ""
