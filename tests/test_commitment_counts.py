"""Modes by chapter, and wording against what can be checked."""

from __future__ import annotations

import pandas as pd

from analysis.judgements.commitment_counts import firmness, mode_counts
from analysis.study import Study


def rows() -> pd.DataFrame:
    told = [
        ("1.1.1", "backward", 0, False),
        ("1.1.2", "forward", 2, True),
        ("2.1.1", "forward", 3, False),
        ("2.1.2", "forward", 3, False),
    ]
    return pd.DataFrame(told, columns=["sentence_id", "mode", "wording", "has_target"])


def test_modes_by_hand():
    sentences = pd.DataFrame({"sentence_id": rows()["sentence_id"], "chapter": [1, 1, 2, 2]})
    table = mode_counts(rows(), sentences).set_index(["mode", "chapter"])
    assert table["n"].to_dict() == {
        ("forward", 1): 1,
        ("forward", 2): 2,
        ("backward", 1): 1,
        ("backward", 2): 0,
        ("situation", 1): 0,
        ("situation", 2): 0,
        ("other", 1): 0,
        ("other", 2): 0,
    }
    assert table.loc[("forward", 2), "share"] == 1.0 and table.loc[("forward", 1), "share"] == 0.5


def test_firm_words_and_targets_are_two_axes():
    table = firmness(rows())
    assert len(table) == 6
    full = table[table["n"] > 0][["wording", "has_target", "n", "sentence_ids"]]
    assert full.values.tolist() == [[2, True, 1, "1.1.2"], [3, False, 2, "2.1.1 | 2.1.2"]]


def test_the_proposal_adds_up(study: Study):
    assert study.modes()["n"].sum() == len(study.counted_sentences)
    forward = study.commitments(mode="forward")
    table = study.firmness()
    assert table["n"].sum() == len(forward)
    ids = [one for cell in table["sentence_ids"] for one in cell.split(" | ") if one]
    assert sorted(ids) == sorted(forward["sentence_id"])
