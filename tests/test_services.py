"""What each sub-theme gets, and promises that nobody can check, by hand."""

from __future__ import annotations

import pandas as pd

from analysis.judgements.services import services
from analysis.judgements.theme_files import Group, Theme
from analysis.judgements.uncheckable import uncheckable
from analysis.study import Study

SENTENCES = pd.DataFrame(
    {
        "sentence_id": ["1.1.1", "1.1.2", "1.1.3"],
        "chapter": 1,
        "article": 1,
        "text": ["办好学校。", "新增学位100个，关爱老人。", "学校很多。"],
    }
)
COMMITMENTS = pd.DataFrame(
    {
        "sentence_id": SENTENCES["sentence_id"],
        "mode": ["forward", "forward", "backward"],
        "actions": ["办好:学校", "新增:学位 | 关爱:老人", ""],
        "wording": [3, 2, 0],
        "has_target": [False, True, False],
        "actor": ["市教育局", "", ""],
    }
)
THEME = Theme(
    "life", "民生", "Life", "", tuple(Group(id_, id_, id_, ()) for id_ in ("schools", "old", "none"))
)


def test_services_by_hand():
    themes = pd.DataFrame(
        {
            "sentence_id": SENTENCES["sentence_id"],
            "theme": "life",
            "subtheme": ["schools", "schools | old", "schools"],
        }
    )
    found = services(THEME, themes, SENTENCES, COMMITMENTS).set_index("subtheme")
    assert found.loc["schools"].tolist() == [3, 24, 2, 3, 1, 1, "1.1.1 | 1.1.2 | 1.1.3"]
    assert found.loc["old"].tolist() == [1, 14, 1, 2, 0, 1, "1.1.2"]
    assert found.loc["none"].tolist() == [0, 0, 0, 0, 0, 0, ""]


def test_uncheckable_by_hand():
    found = uncheckable(COMMITMENTS, SENTENCES)
    assert found[["sentence_id", "wording", "actor"]].values.tolist() == [["1.1.1", 3, "市教育局"]]
    bare = COMMITMENTS.assign(actions="")
    assert uncheckable(bare, SENTENCES).empty  # what names no action promises nothing


def test_the_proposal_adds_up(study: Study):
    found = study.table("uncheckable")
    forward = study.commitments(mode="forward").set_index("sentence_id")
    assert not forward.loc[found["sentence_id"], "has_target"].any()
    assert len(found) == ((forward["actions"] != "") & ~forward["has_target"]).sum()
    assert set(study.table("uncheckable", wording="3")["wording"]) == {3}
    by_chapter = study.subthemes("livelihood").groupby("subtheme")["sentences"].sum()
    shown = study.table("services", theme="livelihood").set_index("subtheme")["sentences"]
    assert shown.to_dict() == by_chapter.to_dict()
