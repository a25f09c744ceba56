"""Traditional script made simplified on request: character for character, told, and found again."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.__main__ import main
from analysis.reading import check, lines_of, mapped, read, read_bytes, read_text, script
from analysis.report.snapshot import Snapshot
from analysis.setup import Setup
from analysis.study import Study
from analysis.tables import InputProblem

TRADITIONAL = "某區數字化轉型方案\n\n一、總體要求\n加快數字化 5G 轉型，改善民生。乾隆年間的乾淨街道。\n"
SIMPLIFIED = ["某区数字化转型方案", "一、总体要求", "加快数字化5G转型，改善民生。乾隆年间的干净街道。"]


def test_it_is_converted_on_request_only():
    kept, made = (read_text(TRADITIONAL, id="x", script=one) for one in ("kept", "simplified"))
    assert made.text.split("\n") == SIMPLIFIED and made.title == SIMPLIFIED[0]
    assert kept.text.startswith("某區數字化轉型方案") and kept != made


def test_every_character_leads_back_to_the_one_that_it_was():
    made = read_text(TRADITIONAL, id="x", script="simplified")
    for at, character in enumerate(made.text):
        if character != "\n":
            assert script.simplified(TRADITIONAL)[made.origin(at)[0]] == character
    assert TRADITIONAL[made.origin(made.text.index("转"))[0]] == "轉"


def test_check_tells_how_many_characters_were_converted():
    told = check(read_text(TRADITIONAL, id="x", script="simplified"))
    changed = sum(a != b for a, b in zip(TRADITIONAL, script.simplified(TRADITIONAL), strict=True))
    rows = told[told["finding"] == "converted"]
    assert rows["line"].tolist() == [1] and f"for character: {changed} characters" in rows["detail"].iloc[0]
    assert f"共{changed}字" in rows["detail_zh"].iloc[0]
    assert "traditional" not in set(told["finding"])
    assert "traditional" in set(check(read_text(TRADITIONAL, id="x"))["finding"])
    assert not mapped("".join(SIMPLIFIED), script="simplified")[1]


@given(st.text(max_size=40))
@example("乾\ud800數")
@example("二噁英\U0002f804")
def test_a_text_stays_as_long_as_it_was(text: str):
    assert len(script.simplified(text)) == len(text)
    lines_of(text, script="simplified")


def test_a_line_that_would_grow_is_converted_by_characters(monkeypatch: pytest.MonkeyPatch):
    class Growing:
        def convert(self, text: str) -> str:
            return text.replace("網際", "互联网").replace("數", "数").replace("無", "没有")

    monkeypatch.setattr(script, "_converter", Growing)
    assert script.simplified("網際數\n數無\n數") == "網際数\n数無\n数"


def test_titles_of_the_file_are_converted_too():
    page = (
        f"<html><head><title>某區條例</title></head><body><p>一、總則</p><p>{SIMPLIFIED[2]}</p></body></html>"
    )
    assert read_bytes(page.encode(), "x.html", script="simplified").title == "某区条例"


def test_setup_study_report_and_command_line_know_of_it(tmp_path: Path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(TRADITIONAL, encoding="utf-8")
    setup = Setup(script="simplified")
    assert setup.hash() != Setup().hash()
    expected = SIMPLIFIED[0]
    assert Study.open(path, setup=setup).document.title == expected
    assert Study.open(path, script="simplified").setup.hash() == setup.hash()
    assert main(["documents", "--script", "simplified", str(path)]) == 0
    assert expected in capsys.readouterr().out
    snapshot = Snapshot.take(tmp_path, path, script="simplified")
    assert snapshot.given["reading"]["script"] == "simplified" and snapshot.study().document.title == expected


def test_an_unknown_script_is_told():
    for use in (lambda: Setup(script="latin"), lambda: read(__file__, script="latin")):
        with pytest.raises(InputProblem, match="script must be one of kept, simplified; 'latin' came"):
            use()


def test_without_the_library_one_line_says_what_to_install(tmp_path: Path, monkeypatch, capsys):
    def without(name: str, *rest: object, **named: object) -> object:
        if name == "opencc":
            raise ImportError(name)
        return imported(name, *rest, **named)

    imported = builtins.__import__
    script._converter.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    path = tmp_path / "a.txt"
    path.write_text(TRADITIONAL, encoding="utf-8")
    assert main(["terms", "--script", "simplified", str(path)]) == 2
    said = capsys.readouterr().err
    assert (
        said.count("\n") == 1 and r"python -m pip install opencc (the extra [script] of this project)" in said
    )
    assert main(["terms", str(path)]) == 0
