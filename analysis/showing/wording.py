"""What people call themes and their groups, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.prose import Bilingual

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme


def theme_names(themes: Iterable[Theme]) -> dict[str, Bilingual]:
    """The names of themes by their ids."""
    return {theme.id: Bilingual(theme.name_en or theme.name, theme.name) for theme in themes}


def beneficiary_names(table: pd.DataFrame) -> dict[str, Bilingual]:
    """What groups of people are called (table ``beneficiaries``), by their Chinese names."""
    return {zh: Bilingual(en, zh) for en, zh in zip(table["group_en"], table["group"], strict=True)}


def group_names(theme: Theme) -> dict[str, Bilingual]:
    """The names of a theme's groups by their ids."""
    return {group.id: Bilingual(group.name_en or group.name, group.name) for group in theme.groups}
