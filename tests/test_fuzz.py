"""A few generated texts through every command; ``make fuzz`` tries ten thousand."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from analysis.reading import loading
from analysis.reading.structure import Layout, layout
from tests.fuzz.commands import Fuzz, reading_faults
from tests.fuzz.documents import document
from tests.fuzz.texts import text


@pytest.fixture(scope="module")
def fuzz() -> Fuzz:
    return Fuzz()


@pytest.mark.slow
def test_generated_texts_end_in_tables_or_a_clear_word(fuzz: Fuzz):
    with warnings.catch_warnings(action="ignore"):
        faults = [fault for seed in range(16) for fault in fuzz.faults(seed)]
    assert faults == []


def test_documents_of_every_front_and_setting_are_read_whole_and_lead_back():
    assert [fault for seed in range(100, 160) for fault in reading_faults(seed)] == []


def loses(layout: Layout) -> Layout:
    return replace(layout, body=layout.body[:-1], signature=())


def doubles(layout: Layout) -> Layout:
    return replace(layout, signature=(*layout.signature, *layout.body[-1:]))


def misleads(layout: Layout) -> Layout:
    moved = [replace(line, runs=((0, 0, 1),)) for line in layout.body]
    return replace(layout, body=tuple(moved))


@pytest.mark.parametrize(
    ("harm", "told"), [(loses, "lost"), (doubles, "doubled"), (misleads, "leads elsewhere")]
)
def test_what_is_lost_doubled_or_misled_is_found(
    harm: Callable[[Layout], Layout], told: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(loading, "layout", lambda *given, **named: harm(layout(*given, **named)))
    faults = [fault for seed in range(8) for fault in reading_faults(seed)]
    assert any(told in fault for fault in faults)


def test_a_document_s_exception_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    def fails(text: str) -> None:
        raise KeyError("k")

    monkeypatch.setattr("tests.fuzz.commands.broken", fails)
    assert "KeyError" in next(reading_faults(1))


def test_a_command_that_raises_is_found(fuzz: Fuzz, monkeypatch: pytest.MonkeyPatch):
    def broken(study, options) -> pd.DataFrame:
        raise KeyError("k")

    monkeypatch.setattr("tests.fuzz.commands.made", broken)
    assert any("terms" in fault and "KeyError" in fault for seed in range(8) for fault in fuzz.faults(seed))


def test_a_seed_gives_one_text_for_ever():
    assert text(7) == text(7) != text(8)
    assert document(7) == document(7) != document(8)


def test_documents_have_what_documents_have():
    made = "\n".join(map(document, range(40)))
    for piece in ("签发人", "法宝引证码", "省　长", "大会", "附件", "2020年5月6日", " | ", "目 录", "抄送"):
        assert piece in made
