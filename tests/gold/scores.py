"""Scores against the hand-made gold: pure functions, tables in, numbers out."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

Span = tuple[int, int]
GOLD = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a gold table."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def spans(words: Sequence[str]) -> list[Span]:
    """Offsets of words that follow each other without a gap."""
    found, at = [], 0
    for word in words:
        found.append((at, at + len(word)))
        at += len(word)
    return found


def f1(found: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall from counts; 0 when nothing was found."""
    return 2 * found / (predicted + gold) if found else 0.0


def shared(predicted: Sequence[Span], gold: Sequence[Span]) -> int:
    """How many words stand in both divisions."""
    return len(set(predicted) & set(gold))


def crossing(predicted: Sequence[Span], gold: Sequence[Span]) -> int:
    """Predicted words that hold a gold boundary inside and break another gold word at an end."""
    edges = {edge for span in gold for edge in span}
    return sum(
        any(start < edge < end for edge in edges) and not (start in edges and end in edges)
        for start, end in predicted
    )


def lenient(words: Sequence[str], gold: Sequence[str], accepted: Sequence[tuple[str, str]]) -> list[str]:
    """
    The gold division with those contested places replaced that the software cut in the accepted other way.

    `accepted` are pairs (gold, alternative), words joined by spaces.
    """
    division = list(gold)
    predicted = set(spans(words))
    for mine, other in accepted:
        piece, change = mine.split(), other.split()
        at = 0
        while at + len(piece) <= len(division):
            start = sum(map(len, division[:at]))
            taken = [(start + a, start + b) for a, b in spans(change)]
            if division[at : at + len(piece)] == piece and predicted.issuperset(taken):
                division[at : at + len(piece)] = change
            at += 1
    return division
