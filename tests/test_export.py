"""Files: nothing that a spreadsheet would run, nothing lost, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import export
from analysis.export import encode, escape_formulas, write
from analysis.study import Study
from analysis.tables import InputProblem, build

DANGEROUS = ["=1+1", "=cmd|' /C calc'!A0", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=", "-"]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_cells_that_a_spreadsheet_would_run_are_escaped(cell: str):
    table = pd.DataFrame({"token": [cell, "民生"], "n": [1, -2]})
    assert escape_formulas(table)["token"].tolist() == ["'" + cell, "民生"]
    assert table["token"][0] == cell
    (row, _) = csv.DictReader(io.StringIO(encode(table, "csv").decode(), newline=""))
    assert row["token"] == "'" + cell


@pytest.mark.parametrize("cell", ["民生", "——城区", "1=1", "'=1", " ", "a+b", "99.3%", "(=1)"])
def test_other_cells_stay_as_they_are(cell: str):
    assert escape_formulas(pd.DataFrame({"token": [cell]}))["token"].tolist() == [cell]


def test_numbers_and_empty_cells_are_not_touched():
    table = pd.DataFrame({"n": [-1, 2], "rate": [-0.5, 1.5], "term": pd.array([None, "=1"], dtype="str")})
    table["start"] = pd.array([None, -3], dtype="Int64")
    assert encode(table, "csv").decode() == "n,rate,term,start\n-1,-0.5,,\n2,1.5,'=1,-3\n"


@given(st.lists(st.text(alphabet="=+-@\t'\",\n民生a1 ", max_size=6), min_size=1, max_size=6))
def test_no_cell_of_a_csv_begins_like_a_formula(cells: list[str]):
    table = pd.DataFrame({"n": range(len(cells)), "text": pd.array(cells, dtype="str")})
    written = [row["text"] for row in csv.DictReader(io.StringIO(encode(table, "csv").decode(), newline=""))]
    assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in written)
    assert all(text in (cell, "'" + cell) for text, cell in zip(written, cells, strict=True))


def test_csv_is_utf_8_without_mark_and_with_plain_line_ends():
    data = encode(pd.DataFrame({"term": ["民生", "a,b"], "n": [8, 1]}), "csv")
    assert data == 'term,n\n民生,8\n"a,b",1\n'.encode()


# --- lossless --------------------------------------------------------------------------------------------

TABLES_OF_THE_STUDY = ["sentences", "tokens", "themes", "check"]


@pytest.mark.parametrize("name", TABLES_OF_THE_STUDY)
def test_json_gives_every_value_back(study: Study, name: str):
    table = getattr(study, name)
    rows = json.loads(encode(table, "json"))
    assert list(rows[0]) == table.columns.tolist()
    expected = table.astype(object).where(table.notna(), None).to_dict("records")
    assert rows == expected


def test_json_gives_every_digit_back(study: Study):
    table = study.terms("article")
    assert [row["rate"] for row in json.loads(encode(table, "json"))] == table["rate"].tolist()


def test_json_escapes_nothing_and_shows_chinese_as_it_is():
    data = encode(pd.DataFrame({"term": ["=1+1", "民生", '"', "a/b"]}), "json").decode()
    assert "民生" in data and data.endswith("\n")
    assert [row["term"] for row in json.loads(data)] == ["=1+1", "民生", '"', "a/b"]


@pytest.mark.parametrize("name", [*TABLES_OF_THE_STUDY, "terms"])
def test_parquet_gives_the_table_back(study: Study, name: str):
    table = study.terms("article") if name == "terms" else getattr(study, name)
    again = pd.read_parquet(io.BytesIO(encode(table, "parquet")))
    pd.testing.assert_frame_equal(again, table)


def test_an_empty_table_keeps_its_columns():
    empty = build("themes", [])
    assert encode(empty, "csv").decode() == "sentence_id,theme,evidence,subtheme,confidence,source\n"
    assert json.loads(encode(empty, "json")) == []
    assert pd.read_parquet(io.BytesIO(encode(empty, "parquet"))).columns.tolist() == empty.columns.tolist()


def test_parquet_without_pyarrow_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch):
    def missing(self: pd.DataFrame, *_: object, **__: object) -> None:
        raise ImportError("Unable to find a usable engine")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", missing)
    with pytest.raises(InputProblem, match=r"needs the package pyarrow: pip install .*parquet.*--format csv"):
        encode(pd.DataFrame({"n": [1]}), "parquet")
    assert encode(pd.DataFrame({"n": [1]}), "csv") == b"n\n1\n"


# --- whole or not at all ---------------------------------------------------------------------------------


def test_a_file_is_written_and_replaced_as_a_whole(tmp_path: Path):
    target = tmp_path / "terms.csv"
    for data in (b"first, and longer", b"second"):
        write(data, target)
        assert target.read_bytes() == data
    assert list(tmp_path.iterdir()) == [target]
    assert target.stat().st_mode & 0o444 == 0o444


class Full:
    """A file on a disk that fills up after some bytes."""

    def __init__(self, file: io.BufferedWriter) -> None:
        self._file = file

    def __enter__(self) -> Full:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[:3])
        self._file.flush()
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "terms.csv"
    target.write_bytes(b"old")
    fdopen = os.fdopen
    monkeypatch.setattr(export.os, "fdopen", lambda handle, mode: Full(fdopen(handle, mode)))
    with pytest.raises(InputProblem, match=r"terms\.csv: cannot be written \(No space left on device\)"):
        write(b"new and longer", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interruption_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "terms.csv"
    target.write_bytes(b"old")

    def interrupted(self: Path, _: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_told(tmp_path: Path):
    with pytest.raises(InputProblem, match=r"nowhere does not exist\. Make it first"):
        write(b"new", tmp_path / "nowhere" / "terms.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_file_s_place_is_told(tmp_path: Path):
    (tmp_path / "terms.csv").mkdir()
    with pytest.raises(InputProblem, match=r"terms\.csv: cannot be written"):
        write(b"new", tmp_path / "terms.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["terms.csv"]
