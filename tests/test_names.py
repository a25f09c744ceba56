"""Names: readable, new among others, and such that every system can hold them."""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.names import file_name, folded, numbered, readable
from analysis.problems import harmless

RESERVED = ["CON", "con", "Aux", "NUL", "COM1", "lpt9", "COM¹", "CONIN$", "con.raw", "CON .x"]


@pytest.mark.parametrize("stem", RESERVED)
def test_names_of_devices_are_changed(stem: str):
    name = file_name(stem, ".terms.csv")
    assert name.split(".")[0].rstrip().upper() not in {one.split(".")[0].rstrip().upper() for one in RESERVED}


@pytest.mark.parametrize("stem", ["CONSTITUTION", "规划", "com10", "a.b", "auxiliary"])
def test_other_names_stay(stem: str):
    assert file_name(stem, ".csv") == f"{stem}.csv"


@given(st.text(max_size=300), st.sampled_from([".csv", ".collocations.parquet"]))
def test_every_name_is_short_safe_and_ends_in_its_suffix(stem: str, suffix: str):
    name = file_name(stem, suffix)
    assert len(os.fsencode(name)) <= 200 and name.endswith(suffix) and name != suffix
    assert not set('<>:"/\\|?*') & set(name)
    assert all(unicodedata.category(character) not in ("Cc", "Cs") for character in name)
    assert not name.startswith(".") and name == name.strip()


@given(st.lists(st.text(alphabet="aA-2é\u0301", min_size=1, max_size=4), max_size=8))
def test_names_are_new_on_systems_that_tell_no_cases_apart(stems: list[str]):
    taken: set[str] = set()
    for stem in stems:
        name = file_name(stem, ".csv", taken=taken)
        assert folded(name) not in taken
        taken.add(folded(name))


def test_long_names_that_differ_at_the_end_stay_apart():
    one, two = (file_name("规" * 100 + end, ".csv") for end in "甲乙")
    assert one != two


def test_numbers_go_on_until_the_name_is_new():
    assert numbered("a", set()) == "a"
    assert numbered("a", {"a", "a-2", "a-3"}) == "a-4"


def test_names_in_bytes_of_another_encoding_are_read():
    assert readable("公文.txt".encode("gb18030").decode("utf-8", "surrogateescape")) == "公文.txt"
    assert readable(b"\xff.txt".decode("utf-8", "surrogateescape")) == "\ufffd.txt"
    assert readable("规划.txt") == "规划.txt"


@given(st.text())
def test_a_message_is_one_line_without_control_characters(text: str):
    shown = harmless(text)
    assert all(unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in shown)
    assert len(shown.splitlines()) <= 1


def test_what_is_shown_says_what_came():
    assert harmless("bad\nerror: fake\x1b[2J\u202e.txt") == r"bad\nerror: fake\x1b[2J\u202e.txt"
    assert harmless("规划（2025）é𠮷.txt") == "规划（2025）é𠮷.txt"
