"""What many tests share: the proposal as read, and its altered twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.reading import Document, read
from analysis.resources import PROPOSAL, corpus_file

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="session")
def proposal() -> Document:
    return read(corpus_file(PROPOSAL))
