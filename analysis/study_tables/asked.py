"""
What a table of a study is asked by.

Made from the register by ``make generated``: do not edit.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class Asked(ABC):
    """Something that makes tables by their names."""

    @abstractmethod
    def table(self, name: str, **options: Any) -> pd.DataFrame:
        """The table `name`, made with these options."""
