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


@pytest.mark.parametrize(
    ("note", "dates"),
    [
        (
            "2017年10月27日甲市第六届人民代表大会常务委员会第三次会议通过　2018年1月18日甲省人民代表大会"
            "常务委员会批准　根据2021年9月29日甲省人民代表大会常务委员会第三十五次会议批准的《甲市人民"
            "代表大会常务委员会关于修改〈甲市水源条例〉的决定》修正",
            {"adopted": "2017-10-27", "approved": "2018-01-18", "amended": "2021-09-29"},
        ),
        (
            "2012年6月1日甲市人民代表大会常务委员会通过　2020年8月28日甲市人民代表大会常务委员会修订　"
            "2020年11月27日甲省人民代表大会常务委员会批准",
            {"adopted": "2012-06-01", "approved": "2020-11-27", "amended": "2020-08-28"},
        ),
        ("2020年8月28日甲市人民代表大会常务委员会第三十次会议修订通过", {"amended": "2020-08-28"}),
        ("2021年3月5日甲市人民代表大会第二次会议批准", {"adopted": "2021-03-05"}),
        ("2019年3月5日甲市人民代表大会第二次会议通过《甲市水源条例（修订草案）》", {"adopted": "2019-03-05"}),
        (
            "2019年3月5日甲市人民政府常务会议通过　根据2022年5月6日甲市人民政府常务会议通过的决定修正",
            {"adopted": "2019-03-05", "amended": "2022-05-06"},
        ),
    ],
)
def test_a_note_tells_who_adopted_approved_and_amended(note: str, dates: dict[str, str]):
    text = f"甲市水源条例\n（{note}）\n第一条 为了保护水源，制定本条例。\n第二条 水源保护区内禁止排污。"
    found = read_text(text, id="x")
    told = {fact.field: fact.value for fact in found.facts if fact.source == "adoption note"}
    assert {field: told[field] for field in dates} == dates
    assert told.keys() - {"issuer"} == dates.keys()
