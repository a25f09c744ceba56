"""Sub-themes: learned within their theme, in general where none is sure, by expressions without weights."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.judgements.theme_features import FeatureReader
from analysis.judgements.theme_files import Group, Theme, load_themes
from analysis.judgements.theme_parts import (
    is_learned,
    learned_parts,
    listed_parts,
    load_part_weights,
    measured_parts,
    part_lists,
    without_departments,
)
from analysis.judgements.theme_weights import Weight, Weights
from analysis.study import Study
from tests.conftest import plain_segmenter, study_of, tables_of
from tests.gold import subthemes
from tests.gold.learning import coded, parted

DIGITAL = Theme(
    "digital",
    "数字化",
    "Digital",
    "whatever is digital",
    (
        Group("economy", "经济", "Economy", ("电商",)),
        Group("society", "社会", "Society", ("养老",), weak=("平台",)),
        Group("general", "总体", "In general", ("数字化",)),
    ),
)
WEIGHTS = Weights(
    tuple(
        Weight(f"digital.{part}", *row, 1, "toy")
        for part, word in (("economy", "电商"), ("society", "养老"))
        for row in (("bias", "", -2.0), ("list", f"digital.{part}", 2.0), ("word", word, 1.0))
    ),
    part_lists([DIGITAL]),
)


def sheet(*texts: str) -> pd.DataFrame:
    rows = {"text": texts, "heading": "", "top_heading": "", "before": ""}
    return pd.DataFrame(rows).assign(sentence_id=[f"1.1.{at}" for at in range(1, len(texts) + 1)])


def test_lists_of_parts_leave_out_what_is_weak_or_said_in_general():
    assert part_lists([DIGITAL]).owners == {"电商": ("digital.economy",), "养老": ("digital.society",)}
    alone = Theme("one", "一", "One", "one", (Group("general", "一", "One", ("甲乙",)),))
    assert part_lists([alone]).owners == {}


def test_parts_are_told_in_their_order_and_in_general_where_none_is_sure():
    reader = FeatureReader(plain_segmenter().words, WEIGHTS.lists, ())
    found = learned_parts(DIGITAL, WEIGHTS, reader, sheet("养老电商。", "发展养老。", "推进数字化。"))
    assert found == {"1.1.1": ("economy", "society"), "1.1.2": ("society",), "1.1.3": ("general",)}


def test_without_weights_parts_are_the_groups_whose_expressions_stand_there():
    table, words = tables_of("一、甲\n1.子。\n发展电商平台。\n推进数字化。")
    assert list(listed_parts(DIGITAL, table, words).values()) == [("economy",), ("general",)]
    assert is_learned(DIGITAL, WEIGHTS) and not is_learned(DIGITAL, Weights((), WEIGHTS.lists))


def test_every_sub_theme_of_the_codebook_has_weights():
    weights = load_part_weights(load_themes())
    wanted = {f"{one.id}.{group.id}" for one in parted() for group in one.groups if group.id != "general"}
    assert set(weights.themes) == wanted and len(wanted) == 13


def test_a_theme_of_ones_own_has_no_learned_parts(tmp_path):
    own = tmp_path / "own.toml"
    part = '[digitalization.groups.{0}]\nname = "{0}"\nname_en = "{0}"\nexpressions = ["{1}"]\n'
    groups = part.format("a", "电商") + part.format("b", "养老")
    own.write_text('[digitalization]\nname = "数字"\nname_en = "D"\n' + groups, encoding="utf-8")
    assert load_part_weights(load_themes(own)).rows == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("推动平台企业数字化改造，培育工业互联网。", "economy"),
        ("推进政务服务一网通办，企业事项全程网办。", "government"),
        ("建设智慧社区，推广智慧养老。", "society"),
        ("建设算力中心，完善数据要素基础制度。", "data"),
    ],
)
def test_sides_of_digitalization(text: str, part: str):
    themes = study_of(f"某市规划\n一、任务\n{text}\n").themes
    found = themes[themes["theme"] == "digitalization"]["subtheme"].tolist()
    assert found and part in found[0].split(" | ")


def test_parts_of_the_proposal_are_groups_of_their_theme(study: Study):
    for theme in parted():
        mine = study.themes[study.themes["theme"] == theme.id]["subtheme"]
        told = {one for cell in mine for one in cell.split(" | ") if one}
        assert told <= {group.id for group in theme.groups} and len(told) > 3


def test_what_is_kept_of_the_measurement_holds_its_floors():
    every = measured_parts().query("subtheme == 'all'").set_index("theme")
    assert every.loc["digitalization", "f1"] > 0.78 and every.loc["livelihood", "f1"] > 0.86
    assert (every["f1"] > every["f1_list"]).all()


@pytest.mark.slow
def test_parts_are_told_better_than_by_lists_on_documents_left_out():
    rows = coded(written=True)
    kept = measured_parts().set_index(["theme", "subtheme"])
    for theme in parted():
        found = subthemes.scores(theme, rows).set_index("subtheme").loc["all"]
        assert found["f1"] > found["f1_list"]
        assert found["f1"] == pytest.approx(kept.loc[(theme.id, "all"), "f1"], abs=0.01)


@pytest.mark.parametrize(
    "text",
    ["由区卫生健康部门责令改正。", "教育、卫生健康、民政等部门应当配合。", "人力资源社会保障行政部门负责。"],
)
def test_a_department_s_field_is_no_evidence(text: str):
    blank = without_departments(text)
    assert len(blank) == len(text)
    assert not any(field in blank for field in ("卫生", "教育", "民政", "人力", "社会保障"))


def test_what_is_no_department_stays():
    assert without_departments("发展卫生健康事业，办好教育。") == "发展卫生健康事业，办好教育。"
