"""A few generated texts through every command; ``make fuzz`` tries ten thousand."""

from __future__ import annotations

import warnings

import pandas as pd
import pytest

from tests.fuzz.commands import Fuzz
from tests.fuzz.texts import text


@pytest.fixture(scope="module")
def fuzz() -> Fuzz:
    return Fuzz()


def test_generated_texts_end_in_tables_or_a_clear_word(fuzz: Fuzz):
    with warnings.catch_warnings(action="ignore"):
        faults = [fault for seed in range(16) for fault in fuzz.faults(seed)]
    assert faults == []


def test_a_command_that_raises_is_found(fuzz: Fuzz, monkeypatch: pytest.MonkeyPatch):
    def broken(study, options) -> pd.DataFrame:
        raise KeyError("k")

    monkeypatch.setattr("tests.fuzz.commands.made", broken)
    assert any("terms" in fault and "KeyError" in fault for seed in range(8) for fault in fuzz.faults(seed))


def test_a_seed_gives_one_text_for_ever():
    assert text(7) == text(7) != text(8)
