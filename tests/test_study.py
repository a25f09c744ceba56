"""A study hands out the tables of the register, keeps them as they are, and says what it cannot make."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.reading import Document
from analysis.study import Study
from analysis.tables import TABLES, InputProblem
from tests.conftest import study_of
from tests.generated import contents

MADE = {name: table for name, table in TABLES.items() if table.make is not None}
SLOW = {"sensitivity", "most_sensitive", "evaluate", "segmentation_quality"}
NEEDED: dict[str, Any] = {
    "theme": "livelihood",
    "pattern": "民生",
    "text": "民生",
    "of": "虹桥",
    "words": ("民生",),
    "k": 6,
}


def options(name: str) -> dict[str, Any]:
    """What a table must be asked with, and one number of clusters for all."""
    return {
        option.name: NEEDED[option.name]
        for option in MADE[name].options
        if option.required or option.name == "k"
    }


@pytest.mark.parametrize("name", sorted(set(MADE) - SLOW))
def test_every_table_is_as_declared_and_what_is_done_to_it_stays_with_him_who_does_it(
    study: Study, name: str
):
    table = study.table(name, **options(name))
    assert table.columns.tolist() == MADE[name].names
    declared = {column.name: column.dtype for column in MADE[name].columns}
    assert table.dtypes.astype(str).to_dict() == declared
    assert not table.duplicated(list(MADE[name].key)).any()
    expected = table.copy(deep=True)
    table.insert(0, "document_id", "x")
    if len(table):
        table.iloc[0, 1] = table.iloc[-1, 1]
        table.loc[len(table)] = table.iloc[0]
    table.columns = table.columns.str.upper()
    pd.testing.assert_frame_equal(study.table(name, **options(name)), expected)


@pytest.mark.parametrize("name", [name for name in MADE if MADE[name].extra])
def test_every_measure_comes_when_asked_for(study: Study, name: str):
    """The columns that are there anyway are the same; no number is infinite."""
    described = MADE[name]
    every = study.table(name, **options(name), all_measures=True)
    assert every.columns.tolist() == described.names + described.extra_names
    columns = (*described.columns, *described.extra)
    assert every.dtypes.astype(str).to_dict() == {column.name: column.dtype for column in columns}
    pd.testing.assert_frame_equal(every[described.names], study.table(name, **options(name)))
    assert not np.isinf(every.select_dtypes("number")).any(axis=None)


@pytest.mark.parametrize("name", MADE)
def test_the_study_s_own_method_makes_the_table_and_knows_its_options(name: str):
    member = inspect.getattr_static(Study, name)
    table = MADE[name]
    assert isinstance(member, property) == table.attribute
    if not table.attribute:
        known = set(inspect.signature(member).parameters) - {"self"}
        assert known == {option.name for option in table.options}
    made = {name for name in list(inspect.signature(table.make).parameters)[1:]}
    assert made == {option.name for option in table.options}


def test_what_is_generated_is_up_to_date():
    for path, text in contents().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run make generated"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_is(name: str):
    table = TABLES[name]
    assert table.row and table.help and table.columns
    assert set(table.key) <= set(table.names)
    assert all(column.meaning and all(column.head) for column in (*table.columns, *table.extra))
    assert bool(table.extra) == any(option.name == "all_measures" for option in table.options)
    assert all(option.help for option in table.options)


def test_a_kept_table_is_made_once(proposal: Document, monkeypatch: pytest.MonkeyPatch):
    made = []
    counted = replace(TABLES["outline"], make=lambda study: made.append(1) or pd.DataFrame({"n": [1]}))
    monkeypatch.setitem(TABLES, "outline", counted)
    study = Study(proposal)
    assert study.outline is not study.outline and made == [1]


def test_defaults_that_are_said_and_left_out_are_one_table(study: Study, monkeypatch: pytest.MonkeyPatch):
    study.terms("chapter")
    monkeypatch.setitem(TABLES, "terms", replace(TABLES["terms"], make=None))
    with pytest.raises(InputProblem, match="the table terms is not made from one document"):
        study.terms("chapter")
    monkeypatch.undo()
    made: list[int] = []
    monkeypatch.setitem(
        TABLES, "terms", replace(TABLES["terms"], make=lambda *_, **__: made.append(1) or pd.DataFrame())
    )
    study.terms("chapter", granularity="word", stop_words=False)
    assert made == []


@pytest.mark.parametrize(
    ("ask", "match"),
    [
        (lambda study: study.dispersion("kind"), "by must be document, chapter or article; 'kind' came"),
        (
            lambda study: study.richness("page"),
            "by must be document, chapter, article or kind; 'page' came",
        ),
        (lambda study: study.table("terms", page=1), "the table terms has no option page; it has: by, gran"),
        (lambda study: study.table("check", page=1), "the table check has no option page; it has none"),
        (
            lambda study: study.table("nonsense"),
            "no table 'nonsense'; there are: about, beneficiaries, check, ",
        ),
        (lambda study: study.table("concordance"), "the table concordance needs pattern"),
        (lambda study: study.table("documents"), "documents is not made from one document"),
        (lambda study: study.clusters(1), "k must be 2 or more; 1 came"),
        *(
            (
                lambda study, name=name: getattr(study, name)(granularity="phrase"),
                "granularity must be word or term; 'phrase' came",
            )
            for name in ("terms", "spread", "keyness", "dispersion", "collocations")
        ),
    ],
)
def test_what_no_table_is_made_by_is_told(study: Study, ask: Callable[[Study], pd.DataFrame], match: str):
    with pytest.raises(InputProblem, match=match):
        ask(study)


def test_borders_of_attached_documents_are_those_of_their_own_chapters():
    notice = [
        "某市人民政府办公室关于印发某市节水办法的通知", "各区人民政府：", "现将《某市节水办法》印发给你们。",
        "某市人民政府办公室", "2020年5月6日", "某市节水办法",
    ]  # fmt: skip
    text = [*notice, "第一章 总则", "第一条 为了节约用水，制定本办法。", "第二章 管理", "第二条 用水计量。"]
    study = study_of("\n".join(text))
    assert [label for label, _ in study.borders] == ["一", "二"]
    text.insert(len(notice), "本办法已经市政府同意。")
    study = study_of("\n".join(text))
    assert [label for label, _ in study.borders] == ["一", "二"], "what stands above them is no chapter"
    bare = study_of("\n".join([*notice, "本办法已经市政府同意。", "一、节约用水。"]))
    assert [label for label, _ in bare.borders] == ["某市节水办法"], "without chapters the whole is one"
