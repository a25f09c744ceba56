"""How likely a row of places is right: properties, weights, and what is foretold on reports left out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.__main__ import main
from analysis.judgements.place_likelihood import SURE, chances, likely, load_weights, properties
from analysis.judgements.place_names import PlaceName
from analysis.study import Study
from tests.conftest import study_of
from tests.gold.place_likelihood import by_group, foretold, judged, likeliest, shown, steps, write


def test_properties_by_hand() -> None:
    text = "推进洛阳、开封机场建设，完善配套。"
    here, acted = [PlaceName("洛阳", "prefecture", 2, 4)], ["推进:洛阳、开封机场建设"]
    known = properties(text, here, acted, role=False, doubt="more")
    assert set(known) == {
        "1", "type=prefecture", "doubt=more", "kind=short", "verb=推进", "next=、", "tail=阳",
        "size=2", "actions=1", "object=0", "named", "begins", "listed", "first", "place=first+", "clauses=2",
        "sentence=0",
    }  # fmt: skip


def test_a_likelihood_is_the_logistic_of_the_sum() -> None:
    assert likely(["1", "a", "unknown"], {"1": -1.0, "a": 1.0}) == 0.5
    assert likely(["1"], {"1": 0.0, "a": 1.0}) == 0.5
    assert set(load_weights()) == {"true", "whole"}


def test_what_is_whole_is_never_likelier_than_what_is_true() -> None:
    rows = judged().head(400)
    found = [chances(["1", *known]) for known in rows["properties"]]
    assert all(0 < whole <= true < 1 for true, whole in found)
    assert len({round(true - whole, 2) for true, whole in found}) > 5, "they are learned apart"


def test_rows_that_a_doubt_speaks_against_are_less_likely() -> None:
    rows = study_of("甲市工作报告\n一、明年工作安排\n推进洛阳、开封建设。\n在洛阳建设物流基地。\n").table(
        "places", all_rows=True
    )
    by = rows.groupby("doubt")["likely"].mean()
    assert by[""] > by["apart"] and rows["likely"].between(0, 1).all()
    done = study_of("甲市工作报告\n一、过去一年工作回顾\n推进洛阳建设。\n").table("places", all_rows=True)
    assert list(done["mode"]) == ["backward"] and done["likely"].isna().all()


def test_sure_rows_are_those_of_a_high_chance() -> None:
    study = study_of("甲市工作报告\n一、明年工作安排\n推进洛阳建设。\n在开封等地强化保障。\n")
    rows, sure = study.places(all_rows=True), study.places()
    assert list(sure["place"]) == list(rows["place"][rows["likely"] >= SURE]) == ["洛阳"]
    assert len(rows) == 2


def test_it_is_told_how_many_rows_are_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "plan.txt"
    source.write_text(
        "甲市工作报告\n一、明年工作安排\n推进洛阳建设。\n在开封等地强化保障。\n", encoding="utf-8"
    )
    assert main(["places", str(source)]) == 0
    shown = capsys.readouterr()
    assert [line.split(",")[1] for line in shown.out.splitlines()[1:]] == ["洛阳"]
    assert "note: plan: 1 of 2 rows are shown, those that promise something" in shown.err
    assert main(["places", str(source), "--all-rows"]) == 0
    every = capsys.readouterr()
    assert "note" not in every.err and len(every.out.splitlines()) == 3
    source.write_text("甲市工作报告\n一、明年工作安排\n推进洛阳建设。\n", encoding="utf-8")
    assert main(["places", str(source)]) == 0 and "note" not in capsys.readouterr().err


def test_a_class_of_places_is_shown_only_when_asked_for() -> None:
    study = study_of("甲市工作报告\n一、今年工作安排\n实施边远贫困地区、民族地区人才支持计划。\n")
    assert study.places().empty and set(study.places(all_rows=True)["doubt"]) == {"class"}


def test_sure_rows_say_something(study: Study) -> None:
    rows, sure = study.places(all_rows=True), study.places()
    doubted = rows[(rows["likely"] >= SURE) & ~rows["doubt"].isin(("", "more"))]
    assert {"unsaid"} <= set(doubted["doubt"]) and set(sure["doubt"]) <= {"", "more"}
    assert ((sure["actions"] != "") | (sure["role"] != "")).all()
    assert len(sure) + len(doubted) == (rows["likely"] >= SURE).sum()


@pytest.mark.parametrize(("target", "least"), [("true", (0.9, 0.9)), ("right", (0.86, 0.82))])
def test_what_is_foretold_holds_on_groups_left_out(target: str, least: tuple[float, ...]) -> None:
    rows = judged()
    told = foretold(rows, target)
    table = steps(rows[target], told)
    upper = table.loc["from 0.6":]
    assert (upper["foretold"] - upper["right"]).abs().max() < 0.1 and upper["n"].sum() > len(rows) / 2
    best = likeliest(rows[target], told)["right"]
    assert best[0.25] > least[0] and best[0.5] > least[1]
    assert best[0.5] > rows[target].mean() + 0.06, "the likelier half is right more often than all"


def test_sure_rows_are_true_on_groups_left_out() -> None:
    rows = judged()
    kept = shown(rows, foretold(rows, "true"))
    assert kept.mean() > 0.5 and rows["true"][kept].mean() > 0.91 and rows["right"][kept].mean() > 0.82


def test_the_weights_that_are_shipped_are_those_learned_from_all(tmp_path) -> None:
    write(judged(), tmp_path / "places.tsv")
    again, shipped = load_weights(tmp_path / "places.tsv"), load_weights()
    for target in ("true", "whole"):
        assert again[target].keys() == shipped[target].keys()
        assert again[target] == pytest.approx(shipped[target], abs=0.02)


def test_steps_and_shares_by_hand() -> None:
    rows = pd.DataFrame({"right": [1.0, 1.0, 0.0, 0.5]})
    told = np.array([0.95, 0.9, 0.1, 0.5])
    table = steps(rows["right"], told)
    assert table.loc["from 0.9"].tolist() == [2, pytest.approx(0.925), 1.0]
    assert table.loc["from 0"].tolist() == [1, 0.1, 0.0]
    many = pd.DataFrame({"right": [1.0] * 5 + [0.0] * 5})
    assert likeliest(many["right"], np.linspace(1, 0, 10))["right"].tolist()[:3] == [1.0, 1.0, 1.0]
    assert likeliest(many["right"], np.linspace(0, 1, 10)).loc[0.5].tolist() == [5, 0.0]


def test_what_is_shown_by_hand() -> None:
    rows = pd.DataFrame({"properties": [["named"], ["doubt=more"], ["doubt=inside"], ["named"]]})
    assert shown(rows, np.array([SURE, 0.9, 0.99, SURE - 0.01])).tolist() == [True, True, False, False]


def test_groups_by_hand() -> None:
    rows = pd.DataFrame({"group": ["1", "1", "2"], "right": [1.0, 0.0, 0.5], "true": [1.0, 1.0, 0.5]})
    rows["properties"] = [["doubt=more"], ["named"], ["named"]]
    table = by_group(rows, np.array([0.9, 0.1, SURE]))
    assert table.loc["1"].tolist() == [2, 1.0, 0.5, 1, 1.0, 1.0]
    assert table.loc["2"].tolist() == [1, 0.5, 0.5, 1, 0.5, 0.5]
