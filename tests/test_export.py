"""Files: nothing that a spreadsheet would run, nothing lost, whole or not at all."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.export import encode, escape_formulas
from analysis.study import Study
from analysis.tables import InputProblem, build

DANGEROUS = [
    "＝1+1",
    "＋cmd",
    "－2",
    "＠SUM(A1)",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+cmd",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=",
    "-",
]


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


def test_json_has_no_infinity():
    data = encode(pd.DataFrame({"n": [1.5, float("inf"), float("-inf"), float("nan")]}), "json").decode()
    assert [row["n"] for row in json.loads(data)] == [1.5, None, None, None]
    assert "Infinity" not in data and "NaN" not in data


def test_short_fractions_keep_six_digits_and_no_whole_number_loses_any():
    table = pd.DataFrame({"n": [435_000_000.0, 1234567.25, float("nan")], "p": [0.123456789, -1e-9 / 3, 2.0]})
    text = encode(table, "csv", short=True).decode()
    assert text == "n,p\n435000000.0,0.123457\n1234567.25,-3.33333e-10\n,2.0\n"
    assert encode(table, "csv") != text.encode()
