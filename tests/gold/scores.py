"""Scores against the hand-made gold: pure functions, tables in, numbers out."""

from __future__ import annotations

import csv
from pathlib import Path

GOLD = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a gold table."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def f1(found: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall from counts; 0 when nothing was found."""
    return 2 * found / (predicted + gold) if found else 0.0
