"""
The tables of ``analysis.reading`` as methods of a study.

Made from the register by ``make generated``: do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.study_tables.asked import Asked

if TYPE_CHECKING:
    import pandas as pd


class ReadingTables(Asked):
    """Each method makes the table of its name."""

    @property
    def about(self) -> pd.DataFrame:
        """What the document says of itself."""
        return self.table("about")

    @property
    def check(self) -> pd.DataFrame:
        """Findings about the document's integrity."""
        return self.table("check")

    @property
    def dropped(self) -> pd.DataFrame:
        """Every line that was left out, with the reason."""
        return self.table("dropped")

    @property
    def outline(self) -> pd.DataFrame:
        """Headings with the size of what stands below them."""
        return self.table("outline")

    @property
    def sentences(self) -> pd.DataFrame:
        """Sentences of the body, with their ids and places."""
        return self.table("sentences")
