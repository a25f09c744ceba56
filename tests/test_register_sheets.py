"""Sheets of the registers: written, judged, scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.study import Study
from tests.gold.registers import ROWS, main, read, score, sheet, wilson, write


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


def test_sheets_are_written_into_a_folder_that_is_not_there_yet(tmp_path: Path):
    source, folder = tmp_path / "plan.txt", tmp_path / "new" / "sheets"
    source.write_text("甲市规划\n一、任务\n实施“强链”工程，新增学位100个。\n", encoding="utf-8")
    main([str(source), "-o", str(folder)])
    assert [row["claim"] for row in read(folder / "reg_programmes.tsv")] == ["“强链”工程 (works)"]


def test_a_sheet_of_places_has_the_rows_that_are_shown_and_another_has_all(tmp_path: Path):
    source = tmp_path / "plan.txt"
    source.write_text("甲市规划\n一、任务\n推进洛阳建设。\n在开封等地强化保障。\n", encoding="utf-8")
    main([str(source), "-o", str(tmp_path)])
    assert [row["claim"][:9] for row in read(tmp_path / "reg_places.tsv")] == ["place: 洛阳"]
    assert len(read(tmp_path / "reg_places_all_rows.tsv")) == 2


def test_wilson_by_hand():
    assert wilson(90, 100) == pytest.approx((0.8256, 0.9448), abs=1e-3)
    assert wilson(0, 0) == (0.0, 1.0)
