"""A table set into a document changes no count of it; a search finds what its cells say."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from analysis.columns import THEME_ID
from analysis.reading import read_text
from analysis.resources import PROPOSAL, corpus_file
from analysis.showing import findings
from analysis.showing.strip import document_strip
from analysis.study import Study
from analysis.tables import TABLES, Table

# Words of themes and terms, a string in quotation marks, and a word that stands nowhere else.
ROWS = [
    "指标名称 2020年 2025年 属性",
    "虹桥国际枢纽民生数字化转型 12.5 99.8 预期性",
    "“一脸通行”琉璃瓦 120 150 约束性",
    "“一脸通行”琉璃瓦 130 160 约束性",
    "“一脸通行”琉璃瓦 140 170 约束性",
]
NOT_COUNTS = {
    "sentences",
    "check",
    "dropped",
    "concordance",
    "indicators",
}  # what was read, what is found
PLACES = ["start", "end", "term_start", "term_end"]  # these alone move
# Made of features, grouped paragraphs and counts, which are looked at themselves.
FROM_OTHERS = {
    "clusters", "cluster_curve", "cluster_stability", "cluster_members", "sensitivity", "most_sensitive",
}  # fmt: skip
GIVEN: dict[str, Any] = {"text": "民生", "of": "虹桥", "words": ("民生", "琉璃瓦"), "k": 3}
COUNTS = [
    name
    for name, table in sorted(TABLES.items())
    if table.make and name not in NOT_COUNTS | FROM_OTHERS | {"evaluate", "segmentation_quality"}
]


def inserted(text: str) -> str:
    """The text with the table below two of its articles."""
    return re.sub(r"^(?=(?:9|20)\.\D)", "".join(f"{row}\n" for row in ROWS), text, flags=re.MULTILINE)


def options(table: Table) -> dict[str, Any]:
    given = {option.name: GIVEN[option.name] for option in table.options if option.name in GIVEN}
    return given | ({"theme": "digitalization"} if THEME_ID in table.options else {})


@pytest.fixture(scope="module")
def with_table(study: Study) -> Study:
    text = inserted(corpus_file(PROPOSAL).read_text(encoding="utf-8"))
    return Study(read_text(text, id=study.document.id), study.setup)


def test_the_tables_are_cells(with_table: Study):
    cells = with_table.sentences.query("kind == 'cell'")
    assert cells["text"].tolist() == 2 * ROWS


@pytest.mark.parametrize(
    "name",
    [name if at % 4 == 0 else pytest.param(name, marks=pytest.mark.slow) for at, name in enumerate(COUNTS)],
)
def test_no_count_changes(study: Study, with_table: Study, name: str):
    given = options(TABLES[name])
    tables = [one.table(name, **given).drop(columns=PLACES, errors="ignore") for one in (study, with_table)]
    pd.testing.assert_frame_equal(*tables)


def test_what_clusters_are_made_of_does_not_change(study: Study, with_table: Study):
    assert study.features.units == with_table.features.units
    assert study.compared_by == with_table.compared_by and study.borders == with_table.borders


def test_no_count_of_bare_strings_changes(study: Study, with_table: Study):
    tables = []
    for one in (Study(study.document, study.setup), Study(with_table.document, study.setup)):
        vars(one)["variants"] = {}  # other segmenters take seconds
        tables.append(one.sensitivity("chapter"))
    pd.testing.assert_frame_equal(*tables)


def test_no_finding_and_no_strip_changes(study: Study, with_table: Study):
    said = [findings.document(one.document, one.counted_sentences).values for one in (study, with_table)]
    assert said[0] == said[1]
    themes = study.theme_definitions
    strips = [
        document_strip(one.counted_sentences, one.themes, one.outline, themes) for one in (study, with_table)
    ]
    assert strips[0] == strips[1]


def test_a_search_finds_what_a_cell_says(with_table: Study):
    found = with_table.concordance("琉璃瓦")
    place = with_table.sentences.set_index("sentence_id").loc[found["sentence_id"]]
    assert found["match"].tolist() == 6 * ["琉璃瓦"] and set(place["kind"]) == {"cell"}
    for start, end in zip(found["start"], found["end"], strict=True):
        assert with_table.document.text[start:end] == "琉璃瓦"
