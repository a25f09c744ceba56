"""What stands whole whatever the dictionary says, and what must not be mistaken for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.words.guards import GUARD, guard_for


def found(text: str) -> list[str]:
    return [match.group() for match in GUARD.finditer(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("累计培训8300多万人次", ["8300多万"]),
        ("一亿五千万", ["一亿五千万"]),
        ("两万四千", ["两万四千"]),
        ("一百零三", ["一百零三"]),
        ("一千二百", ["一千二百"]),
        ("三四十个", ["三四十"]),
        ("十几亿", ["十几亿"]),
        ("五十多年", ["五十多"]),
        ("3.5亿千瓦时", ["3.5亿"]),
        ("三千千瓦", ["三千"]),
        ("第二十三条", ["第二十三"]),
        ("百分之七十八点五", ["百分之七十八点五"]),
        ("千分之三", ["千分之三"]),
        ("十二月二十三日", ["十二月", "二十三日"]),
        ("2020.11.30", ["2020.11.30"]),
        ("2020-11-30", ["2020-11-30"]),
        ("2020年度", ["2020"]),
        ("PM2.5浓度", ["PM2.5"]),
        ("Web3.0", ["Web3.0"]),
        ("C919、N95和COVID-19", ["C919", "N95", "COVID-19"]),
        ("G60科创走廊", ["G60"]),
        ("二号线与17号线", ["二号线", "17号线"]),
        ("６．５％", ["６．５％"]),
        ("99.3％", ["99.3％"]),
    ],
)
def test_numbers_dates_and_latin_words(text: str, whole: list[str]):
    assert found(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "千方百计",
        "万一",
        "十分重要",
        "一网通办",
        "第三方",
        "五个中心",
        "三三两两",
        "四通八达",
        "百年",
        "千家万户",
        "一体化",
    ],
)
def test_ordinary_words_with_numerals_are_left_to_the_dictionary(text: str):
    assert found(text) == []


def test_a_lexicon_s_word_outranks_a_pattern():
    pattern, tags = guard_for([("十九大", "nz"), ("2号线创新带", "ns"), ("民生", "n")])
    text = "十九大以来沿2号线创新带,十九人"
    matches = [(match.group(), tags[str(match.lastgroup)]) for match in pattern.finditer(text)]
    assert matches == [("十九大", "nz"), ("2号线创新带", "ns"), ("十九", "m")]


def test_the_longest_of_a_lexicon_s_words_is_taken():
    pattern, _ = guard_for([("A股", "n"), ("A股市场", "n")])
    assert [match.group() for match in pattern.finditer("A股市场与A股")] == ["A股市场", "A股"]


def test_a_lexicon_without_such_words_changes_nothing():
    assert guard_for([("民生", "n"), ("2025年", "t")])[0] is GUARD


@given(st.text(alphabet="一二三十百千万亿零〇两第分之点年月日多余几0123456789.,%年A-", max_size=30))
@settings(max_examples=300, deadline=None)
def test_guards_are_never_empty_and_follow_each_other(text: str):
    end = 0
    for match in GUARD.finditer(text):
        assert match.group() and match.start() >= end
        end = match.end()


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["一", "十", "百", "一千", "第", "9", "9,999", "A-", "A.1", "一十", "〇"])
def test_long_runs_take_linear_time(unit: str):
    """A million characters of anything are looked through at once; a pattern that went back would not end."""
    text = unit * (1_000_000 // len(unit))
    assert sum(len(match.group()) for match in GUARD.finditer(text)) <= len(text)
