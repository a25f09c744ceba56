"""Numbers with their nouns in English."""

from __future__ import annotations

import pytest

from analysis.showing.wording import counted


@pytest.mark.parametrize(
    "n, text",
    [(0, "0 words"), (1, "1 word"), (2, "2 words"), (999, "999 words"), (1234567, "1,234,567 words")],
)
def test_a_number_with_its_noun(n: int, text: str):
    assert counted(n, "word") == text


@pytest.mark.parametrize("n, text", [(0, "0 analyses"), (1, "1 analysis"), (2, "2 analyses")])
def test_an_irregular_plural(n: int, text: str):
    assert counted(n, "analysis", "analyses") == text
