"""Which notebooks a report runs."""

from __future__ import annotations

import pytest

from analysis.report.selection import selected
from tests.conftest import study_of


def test_a_page_of_a_theme_that_no_sentence_speaks_of_is_left_out_and_told(
    capsys: pytest.CaptureFixture[str],
):
    pages = selected(study_of("某市工作报告\n一、目标\n新建学校，提高养老金，扩大就业。\n"), {})
    assert "07-livelihood" in pages
    assert "05-digitalization" not in pages
    assert "05-digitalization: left out, no sentence speaks of its theme" in capsys.readouterr().err
    assert "theme-digitalization" in pages  # which shows the nought


def test_a_page_of_a_theme_that_is_spoken_of_is_there():
    pages = selected(study_of("某市工作报告\n一、目标\n推进城市数字化转型，建设数字政府。\n"), {})
    assert "05-digitalization" in pages
