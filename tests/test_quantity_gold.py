"""Floors below what the ledger reaches on gold, and the scoring by hand arithmetic."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from tests.gold import commitment_public, quantity_public
from tests.gold.quantity_scores import (
    DEVELOPED,
    Pair,
    by_document,
    commitments_gold,
    gold_rows,
    interval,
    proposal_gold,
    same_value,
    score,
)

ROW = {"kind": "count"}


def pair(document: str, *, gold: bool = True, found: bool = True, right: bool = True) -> Pair:
    return Pair(document, "", ROW if gold else None, ROW if found else None, {"kind": right})


def test_scores_by_hand():
    found = [pair("a"), pair("a", right=False), pair("a", gold=False), pair("a", found=False)]
    scores = score(found)
    assert (scores["gold"], scores["found"], scores["span_f1"], scores["kind"]) == (3, 3, 2 / 3, 0.5)
    assert math.isnan(scores["status"])


def test_whole_documents_are_drawn_again():
    low, high = interval({"a": [pair("a")], "b": [pair("b", right=False)]}, "kind", times=200)
    assert (low, high) == (0, 1)


@pytest.mark.parametrize(
    ("gold", "found", "plan", "same"),
    [
        ("0.333333", "0.333333", False, True),
        ("3;3", "3", False, False),
        ("2020-11", "2020-12", False, False),
        ("14;5", "14", True, True),
        ("14;5", "14", False, False),
    ],
)
def test_values_agree(gold: str, found: str, plan: bool, same: bool):
    assert same_value(gold, found, plan=plan) is same


FLOORS = {
    "proposal": {"span_f1": 0.97, "kind": 0.97, "value": 0.97, "in_name": 0.97, "status": 0.9},
    "developed": {"span_f1": 0.98, "kind": 0.97, "value": 0.98, "in_name": 0.98, "status": 0.95},
    "read last": {"span_f1": 0.98, "kind": 0.97, "value": 0.97, "in_name": 0.98, "status": 0.94},
}


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    found = by_document(commitments_gold())
    split = {
        "developed": (pair for name in DEVELOPED for pair in found[name]),
        "read last": (pair for name in found if name not in DEVELOPED for pair in found[name]),
        "proposal": iter(by_document(proposal_gold())["proposal"]),
    }
    return {name: score(part) for name, part in split.items()}


@pytest.mark.parametrize(("part", "name"), [(part, name) for part in FLOORS for name in FLOORS[part]])
def test_scores_do_not_fall_below_what_was_reached(scores: dict[str, dict[str, float]], part: str, name: str):
    assert scores[part][name] >= FLOORS[part][name]


@pytest.mark.parametrize(
    ("sheet", "n", "numbers"), list(zip(quantity_public.SHEETS, (160, 120), (295, 284), strict=True))
)
def test_the_sheets_of_unseen_reports_keep_to_the_codebook(tmp_path: Path, sheet: str, n: int, numbers: int):
    coded = gold_rows(sheet)
    told = [row for row in coded if row["expression"]]
    assert (len({(row["document"], row["sentence_id"]) for row in coded}), len(told)) == (n, numbers)
    assert {row["kind"] for row in told} == {
        "date",
        "period",
        "count",
        "proportion",
        "growth",
        "rank",
        "name",
    }
    assert all((row["in_name"] == "yes") == (row["kind"] == "name") for row in told)
    assert all(row["core"] in row["expression"] for row in told)
    assert list(quantity_public.sentences(tmp_path, sheet)) == [], "none of the documents lies there"


def test_sentences_that_begin_otherwise_in_a_copy_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    row = {"document": "report-2020.txt", "sentence_id": "1.1.1", "begins": "新增", "expression": "5个"}
    monkeypatch.setattr(quantity_public, "gold_rows", lambda _: [{**row, "core": "5个", "kind": "count"}])
    file = tmp_path / "report-2020.txt"
    file.write_text("某市人民政府工作报告\n一、2019年工作回顾\n新增学校5个。\n", encoding="utf-8")
    assert [(one.written, one.found_mode) for one in quantity_public.sentences(tmp_path, "")] == [
        (2020, "backward")
    ]
    assert next(quantity_public.figures(tmp_path)) == "1 documents; 1 rows coded, 1 found"
    file.write_text("某市人民政府工作报告\n一、2019年工作回顾\n建成学校5个。\n", encoding="utf-8")
    assert list(quantity_public.sentences(tmp_path, "")) == []


@pytest.mark.parametrize(
    ("sheet", "n", "ahead"),
    [("public_modes.tsv", 1754, 470), ("public_commitments_fourth.tsv", 172, 169)],
)
def test_sheets_of_modes_are_whole(sheet: str, n: int, ahead: int):
    coded = gold_rows(sheet)
    assert (len(coded), sum(row["mode"] == "forward" for row in coded)) == (n, ahead)
    assert {row["mode"] for row in coded} <= {"forward", "backward", "situation", "other"}
    assert len({(row["document"], row["sentence_id"]) for row in coded}) == n
    assert all(row["mode"] == "forward" for row in coded if row.get("actions"))


def test_figures_of_public_documents_are_of_those_that_lie_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert list(commitment_public.figures(tmp_path)) == []
    coded = {"document": "report-2020.txt", "sentence_id": "1.1.1", "begins": "新增", "mode": "backward"}
    monkeypatch.setattr(commitment_public, "gold_rows", lambda _: [coded])
    monkeypatch.setattr(commitment_public, "SHEETS", {})
    text = "某市人民政府工作报告\n一、2019年工作回顾\n新增学校5个。\n"
    (tmp_path / "report-2020.txt").write_text(text, encoding="utf-8")
    first, second = commitment_public.figures(tmp_path)
    assert first == "every sentence of 1 reports: 1" and "'backward': (1.0, 1)" in second
