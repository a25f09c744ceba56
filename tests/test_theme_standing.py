"""How listed expressions stand in their clauses: object, one among several, or a means."""

from __future__ import annotations

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.judgements.theme_features import FeatureReader, Lists
from analysis.judgements.theme_standing import PARTS, standing
from analysis.judgements.theme_weights import Weight, Weights
from tests.conftest import plain_segmenter

LISTS = Lists({"数据": ("digital",), "养老": ("care",), "教育": ("care",), "智慧养老": ("digital", "care")})


def stands(text: str) -> dict[str, float]:
    return standing(text, [(LISTS.owners[text[a:b]], a, b) for a, b in LISTS.places(text, set(range(99)))])


def parts(text: str, theme: str) -> set[str]:
    return {name.split(":")[0] for name in stands(text) if name.endswith(f":{theme}")} - {"cover"}


@pytest.mark.parametrize(
    ("text", "digital"),
    [
        ("加快开放数据。", {"last", "alone"}),
        ("以数据加强养老。", {"means", "alone"}),
        ("运用各类数据，加强养老。", {"means", "last", "alone"}),
        ("运用资金，开放数据。", {"last", "alone"}),
        ("发展数据、养老、医院。", {"among"}),
        ("发展“数据”、教育。", {"among"}),
        ("发展能源、养老和数据。", {"last", "among"}),
        ("发展能源、“数据”产业。", {"last", "among"}),
        ("开放和数据。", {"last", "alone"}),
        ("办好养老。", set()),
    ],
)
def test_how_an_expression_stands_in_its_clause(text: str, digital: set[str]):
    assert parts(text, "digital") == digital


def test_a_long_sentence_does_not_thin_a_clause_out():
    short, long = stands("开放数据。"), stands("办好养老，修桥，开放数据，种树造林，加强教育。")
    assert short["cover:digital"] == long["cover:digital"] == 0.5


def test_the_best_clause_of_several_counts_whole_at_most():
    assert stands("智慧养老，深化数据开放。")["cover:digital"] == 1.0
    assert stands("一是数据。")["cover:digital"] == 1.0
    assert standing("一、数据", [(("digital",), 0, 4)])["cover:digital"] == 1.0


def test_marks_inside_quotes_part_no_clause():
    assert stands("用好“数据，账本”，修桥。")["cover:digital"] == pytest.approx(2 / 9)


@pytest.mark.parametrize("piece", ["数据", "数据，", "数据、", "和数据"])
def test_time_grows_with_the_sentence_alone(piece: str):
    def seconds(n: int) -> float:
        listed = [(("digital",), at, at + 2) for at in range(piece.index("数"), n * len(piece), len(piece))]
        return min(timeit.repeat(lambda: standing(piece * n, listed), number=1, repeat=3))

    assert seconds(16_000) < 10 * max(seconds(4_000), 0.001)


@given(st.text(alphabet="数据养老教育智慧、，。；和以用“”（）一是1.", max_size=60))
def test_any_text_has_features_within_bounds(text: str):
    found = stands(text)
    assert {name.split(":")[0] for name in found} <= set(PARTS)
    assert all(0 < value <= 1 for value in found.values())
    for theme in ("digital", "care"):
        placed = {f"alone:{theme}", f"among:{theme}"} & found.keys()
        assert bool(placed) == (f"cover:{theme}" in found)


def test_what_stands_in_a_clause_is_weighed_and_told_as_evidence():
    text = "发展数据。"
    read = FeatureReader(plain_segmenter().words, LISTS, set()).read(text, "", "", "")
    rows = [("bias", "", -1.0), ("cover", "digital", 4.0), ("means", "digital", -9.0)]
    toy = Weights(tuple(Weight("digital", *row, 1, "test") for row in rows), LISTS)
    ((one,),) = toy.judged([read], [text])
    assert one.evidence == ("数据",) and one.confidence == pytest.approx(0.7311, abs=1e-4)
