"""What themes and their groups are called."""

from __future__ import annotations

from analysis.judgements.theme_files import load_themes
from analysis.prose import Bilingual
from analysis.showing.wording import group_names, theme_names


def test_themes_and_groups_have_a_name_in_each_language():
    themes = {theme.id: theme for theme in load_themes()}
    assert theme_names(themes.values())["livelihood"] == Bilingual("Livelihood", "民生")
    assert group_names(themes["digitalization"])["economy"] == Bilingual("Digital economy", "数字经济")
