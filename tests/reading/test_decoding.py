"""Bytes: what is read, and what is refused with one clear line."""

from __future__ import annotations

import codecs

import pytest

from analysis.reading import read
from analysis.reading.decoding import decode
from analysis.tables import InputProblem

TEXT = "一、总体要求\n1.目标。\n到2025年,城区数字化转型取得新进展。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_encodings_are_found(tmp_path, data: bytes, encoding: str):
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    document = read(path)
    assert document.encoding == encoding
    assert document.text == TEXT


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "the file is empty"),
        (codecs.BOM_UTF8 + b" \n\t", "the file is empty"),
        (b"%PDF-1.7 ...", "seems to be a PDF"),
        (b"PK\x03\x04....", "Office document"),
        ("长宁".encode("utf-16"), "UTF-16"),
        (b"abc\x00def", "NUL byte at offset 3"),
        ("数字化转型".encode() + b"\xe4\xb8" + "民生".encode(), "UTF-8"),
        (bytes(range(128, 256)) * 3, "UTF-8 fails at byte 0"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, match: str):
    with pytest.raises(InputProblem, match=match) as problem:
        decode(data, name="plan.txt")
    assert str(problem.value).startswith("plan.txt: ")
    assert "\n" not in str(problem.value)


def test_missing_file_and_folder_are_told(tmp_path):
    with pytest.raises(InputProblem, match=r"nowhere\.txt: no such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(InputProblem, match="this is a folder"):
        read(tmp_path)
