"""What people call themes and their groups, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.prose import LANGUAGES, Bilingual, called

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


def part_name(id_: str) -> Bilingual:
    """
    What the id of a heading or of an article says.

    Examples
    --------
    >>> part_name("9"), part_name("c3").en, part_name("p0").zh
    (Bilingual(en='article 9', zh='第9条'), 'chapter 3 outside its articles', '开头')
    """
    kind = {"c": "lead", "p": "opening"}.get(id_[0], "article")
    return _part(kind, id_.removeprefix("c"))


def chapter_name(number: int) -> Bilingual:
    """What stands for a chapter by its number; 0 is what stands outside chapters."""
    return _part("chapter" if number else "outside", str(number))


def is_annex(outline: pd.DataFrame) -> pd.Series:
    """Which headings of an outline are titles of annexes: without a number, and called so."""
    return outline["label"].eq("") & outline["title"].str.match("附[件录表]")


def _part(kind: str, number: str) -> Bilingual:
    return Bilingual(*(called(language, "part", kind).format(number) for language in LANGUAGES))
