"""Sheets of the registers: written, judged, scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.study import Study
from tests.gold.registers import ROWS, read, score, sheet, wilson, write


def test_a_sheet_is_the_same_each_time_and_holds_the_sentence(study: Study):
    rows = sheet([study], "slogans")
    assert rows == sheet([study], "slogans")
    texts = study.counted_sentences.set_index("sentence_id")["text"]
    assert len(rows) <= ROWS and all(row["text"] == texts[row["sentence_id"]] for row in rows)


def test_a_judged_sheet_is_scored(tmp_path: Path, study: Study):
    rows = sheet([study], "beneficiaries")[:10]
    write(tmp_path / "sheet.tsv", [row | {"right": "0" if at == 0 else "1"} for at, row in enumerate(rows)])
    assert score(read(tmp_path / "sheet.tsv")).startswith("beneficiaries: 9 of 10 right, 0.90 (0.60 to 0.98)")
    assert "none judged" in score(rows)


def test_wilson_by_hand():
    assert wilson(90, 100) == pytest.approx((0.8256, 0.9448), abs=1e-3)
    assert wilson(0, 0) == (0.0, 1.0)
