"""A study hands out its tables and keeps them as they are."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.reading import Document
from analysis.study import Study
from analysis.tables import InputProblem

TABLES = sorted(name for name, member in vars(Study).items() if isinstance(member, property))
ASKED: dict[str, Callable[[Study], pd.DataFrame]] = {
    name: lambda study, name=name: getattr(study, name)  # type: ignore[misc]
    for name in TABLES
    if name not in ("document", "lexicon", "units", "evaluation", "segmentation_quality")
} | {
    "clusters": lambda study: study.clusters(6),
    "cluster_stability": lambda study: study.cluster_stability(6),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_done_to_a_table_stays_with_him_who_does_it(study: Study, name: str):
    expected = ASKED[name](study).copy(deep=True)
    table = ASKED[name](study)
    table.insert(0, "document_id", "x")
    if len(table):
        table.iloc[0, 1] = table.iloc[-1, 1]
        table.loc[len(table)] = table.iloc[0]
    table.columns = table.columns.str.upper()
    pd.testing.assert_frame_equal(ASKED[name](study), expected)


def test_every_kept_table_is_tried():
    assert {"tokens", "sentences", "whole_terms", "themes", "coverage", "outline", "check"} <= set(ASKED)
    assert not [
        name
        for name, member in vars(Study).items()
        if type(member).__name__ == "cached_property"
        and "DataFrame" in str(member.func.__annotations__["return"])
        and not name.startswith("_")
    ]


def test_a_kept_table_is_made_once(proposal: Document, monkeypatch: pytest.MonkeyPatch):
    made = []
    monkeypatch.setattr("analysis.reading.outline", lambda _: made.append(1) or pd.DataFrame({"n": [1]}))
    study = Study(proposal)
    assert study.outline is not study.outline and made == [1]
    assert Study.outline.__doc__ == "Headings with the size of what stands below them."


@pytest.mark.parametrize(
    ("ask", "match"),
    [
        (lambda study: study.dispersion("kind"), "spread over chapters or articles, not 'kind'"),
        (lambda study: study.richness("page"), "cannot be grouped by 'page'"),
        (lambda study: study.terms("page"), "cannot be grouped by 'page'"),
        *(
            (
                lambda study, name=name: getattr(study, name)(granularity="phrase"),
                "word or term, not 'phrase'",
            )
            for name in ("terms", "spread", "keyness", "dispersion", "collocations")
        ),
    ],
)
def test_what_no_table_is_made_by_is_told(study: Study, ask: Callable[[Study], pd.DataFrame], match: str):
    with pytest.raises(InputProblem, match=match):
        ask(study)
