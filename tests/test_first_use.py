"""Where terms first stand: by hand, and against a search through the proposal."""

from __future__ import annotations

import pytest

from analysis.measures.first_use import first_use
from analysis.problems import InputProblem
from analysis.study import Study
from analysis.tables import TABLES, build
from tests.conftest import tables_of


def test_by_hand():
    sentences, tokens = tables_of("一、民生\n改善民生。发展经济。\n二、经济\n民生优先，发展优先。")
    table = first_use(tokens, sentences, {"民生", "发展", "教育"})
    assert table[["term", "n", "sentence_id", "text"]].values.tolist() == [
        ["民生", 2, sentences["sentence_id"][0], "改善民生。"],
        ["发展", 2, sentences["sentence_id"][1], "发展经济。"],
    ]
    at = tokens["token"].tolist()
    assert table["share"].tolist() == [at.index("民生") / len(at), at.index("发展") / len(at)]


def test_every_policy_term_of_the_proposal_stands_nowhere_before(study: Study):
    table = study.first_use()
    assert table.columns.tolist() == TABLES["first_use"].names
    assert set(table["term"]) == set(study.policy_terms()["term"])
    assert table.set_index("term")["n"].to_dict() == study.policy_terms().set_index("term")["n"].to_dict()
    assert table["share"].is_monotonic_increasing and table["share"].between(0, 1, inclusive="left").all()
    tokens = study.whole_terms
    for row in table.head(20).itertuples():
        assert tokens.loc[tokens["token"] == row.term, "sentence_id"].iloc[0] == row.sentence_id
        assert row.term.replace("“", "").replace("”", "")[:2] in row.text


def test_nothing_used_is_an_empty_table_and_a_wrong_one_is_told():
    sentences, tokens = tables_of("改善民生。")
    assert first_use(tokens, sentences, {"教育"}).empty
    with pytest.raises(InputProblem, match="sentence_id"):
        first_use(build("terms", []), sentences, set())
