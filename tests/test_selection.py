"""Which notebooks a report runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.report.selection import selected
from analysis.study import Study
from tests.conftest import DOCUMENTS, study_of


def test_a_page_of_a_theme_that_no_sentence_speaks_of_is_left_out_and_told(
    capsys: pytest.CaptureFixture[str],
):
    pages = selected(study_of("某市工作报告\n一、目标\n新建学校，提高养老金，扩大就业。\n"), {})
    assert "07-livelihood" in pages
    assert "05-digitalization" not in pages
    assert "05-digitalization: left out, no sentence speaks of its theme" in capsys.readouterr().err
    assert "theme-digitalization" not in pages and "theme-livelihood" in pages


def test_of_themes_of_one_s_own_the_nought_is_shown(tmp_path: Path):
    own = tmp_path / "own.toml"
    own.write_text('[heat]\nname = "供热"\nname_en = "Heating"\nexpressions = ["供热管网"]\n', "utf-8")
    study = Study.open(DOCUMENTS / "written" / "notice-winter-safety-2016.txt", themes=own)
    assert "theme-heat" in selected(study, {"themes": str(own)})


def test_the_theme_that_a_document_is_about_has_a_lane_and_a_page():
    study = Study.open(DOCUMENTS / "written" / "notice-winter-safety-2016.txt")
    assert [theme.id for theme in study.theme_definitions][-1] == "rule_of_law_safety"
    assert "theme-rule_of_law_safety" in selected(study, {})


def test_a_page_of_a_theme_that_is_spoken_of_is_there():
    pages = selected(study_of("某市工作报告\n一、目标\n推进城市数字化转型，建设数字政府。\n"), {})
    assert "05-digitalization" in pages
