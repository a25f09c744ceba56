"""Where a document comes from: a file, or the bytes of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.reading import read, read_bytes
from analysis.tables import InputProblem

TEXT = "甲区规划\n一、总体要求\n到2025年，城区更美。\n"


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.html", "plan.raw.txt"])
def test_bytes_are_read_as_the_file_that_holds_them(tmp_path: Path, name: str):
    data = TEXT.encode("gb18030")
    (tmp_path / name).write_bytes(data)
    assert read_bytes(data, tmp_path / name) == read(tmp_path / name)
    document = read_bytes(data, f"nowhere/{name}")
    assert (document.id, document.source, document.encoding) == ("plan", name, "gb18030")


def test_bytes_are_refused_with_the_name_given():
    with pytest.raises(InputProblem, match=r"^plans/x\.docx: no Word document"):
        read_bytes(TEXT.encode(), "plans/x.docx")
    assert "\ufffd" in read_bytes(TEXT.encode() + b"\xff", "x.txt", errors="replace").text
