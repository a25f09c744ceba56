"""The theme file: read as it stands, its proper names by document, and refused with file and line where it cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.codebook import Condition, choose, load_themes
from analysis.tables import InputProblem

IDS = [
    "overall_goals",
    "party",
    "hongqiao_hub",
    "yangtze_delta",
    "digitalization",
    "industry",
    "innovation_talent",
    "reform_business",
    "culture",
    "ecology",
    "urban_renewal",
    "livelihood",
    "governance",
    "rule_of_law_safety",
]
SERVICES = {
    "education",
    "health",
    "elderly",
    "employment",
    "housing",
    "security",
    "culture_sport",
    "community",
}

HEAD = '[toy]\nname = "玩具"\nname_en = "Toy"\ndefinition = "for tests"\n'
GROUP = '[toy.groups.main]\nname = "主"\nname_en = "main"\n'
SOME = 'expressions = ["甲"]\n'


def written(path: Path, text: str) -> Path:
    file = path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return file


# --- the file that comes with the software ---------------------------------------------------------------


def test_the_fourteen_themes_and_their_groups_are_there():
    themes = {one.id: one for one in load_themes()}
    assert list(themes) == IDS
    groups = {id_: [group.id for group in one.groups] for id_, one in themes.items()}
    assert groups["digitalization"] == ["economy", "government", "society"]
    assert len(groups["hongqiao_hub"]) == 4
    assert set(groups["livelihood"]) >= SERVICES
    assert all(one.name and one.name_en and one.definition for one in themes.values())


def test_no_expression_is_a_sentence_in_disguise():
    for one in load_themes():
        for group in one.groups:
            assert [text for text in (*group.expressions, *group.weak) if len(text) > 8] == []


def test_the_proposal_s_own_names_stand_apart_and_can_be_switched_off():
    def names(**options) -> set[str]:
        return {name for one in load_themes(**options) for group in one.groups for name in group.names}

    ours, elsewhere = names(title="中共上海市长宁区委员会的建议"), names(title="政府工作报告")
    assert "中部虹桥地区" in ours and "虹桥商务区" in elsewhere
    assert elsewhere < ours  # the names of a place join only where the title calls for them
    assert names(title="长宁", names=False) == set()
    general = [text for one in load_themes(names=False) for text in one.expressions]
    assert not [text for text in general if "虹桥" in text or "长宁" in text]


def test_choose_names_the_themes_that_there_are():
    assert choose(load_themes(), "hongqiao_hub").name == "虹桥枢纽"
    with pytest.raises(
        InputProblem, match="no theme 'sports'; there are: overall_goals, party, hongqiao_hub"
    ):
        choose(load_themes(), "sports")


# --- a file of one's own ---------------------------------------------------------------------------------


def test_a_theme_file_is_read_as_it_stands(tmp_path: Path):
    text = (
        HEAD
        + 'not_within = ["甲乙丙"]\nunless = ["丁"]\nonly_in = ["戊"]\nframe = true\n'
        + GROUP
        + 'expressions = ["甲", "己"]\nweak = ["丙"]\ngathers = true\n'
        + 'only_with = [{ expressions = ["己"], words = ["庚", "辛"] }]\n'
        + '[names.place.toy]\nmain = ["乙"]\n'
    )
    (one,) = load_themes(written(tmp_path, text))
    assert (one.id, one.name, one.name_en, one.definition) == ("toy", "玩具", "Toy", "for tests")
    assert (one.not_within, one.unless, one.only_in, one.frame) == (("甲乙丙",), ("丁",), ("戊",), True)
    assert list(one.expressions) == ["甲", "己", "乙", "丙"]
    (group,) = one.groups
    assert (group.weak, group.names, group.gathers) == (("丙",), ("乙",), True)
    assert group.only_with == (Condition(("己",), ("庚", "辛")),)
    assert (one.weak, one.companions) == ({"丙"}, {"己": ("庚", "辛")})


def test_a_name_takes_the_place_of_the_same_expression(tmp_path: Path):
    """As a name it needs no companion and is not weak."""
    text = HEAD + GROUP + 'expressions = ["甲", "乙"]\nweak = ["丙"]\n'
    text += 'only_with = [{ expressions = ["乙"], words = ["丁"] }]\n'
    text += '[names.place]\ntitles = ["长宁"]\n[names.place.toy]\nmain = ["乙", "丙"]\n'
    file = written(tmp_path, text)
    (named,) = load_themes(file, title="长宁区规划")
    assert (named.companions, named.weak, named.groups[0].names) == ({}, frozenset(), ("乙", "丙"))
    (plain,) = load_themes(file, title="静安区规划")
    assert (plain.companions, plain.weak, plain.groups[0].names) == ({"乙": ("丁",)}, {"丙"}, ())


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(HEAD + GROUP + SOME, encoding="utf-8-sig")
    assert [one.id for one in load_themes(file)] == ["toy"]


# --- refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("[toy\n", r"not a theme file in TOML and UTF-8: .*line 1"),
        ('[toy]\nname = "a"\nname = "b"\n', r"not a theme file in TOML and UTF-8: .*line 3"),
        ("", r"no theme in this file; add one as a table, such as \[livelihood\]"),
        ('title = "玩具"\n', r"line 1: title must be a table with definition, groups, name, name_en"),
        (HEAD, r"line 1: \[toy\] lacks groups"),
        (HEAD.replace('definition = "for tests"\n', "") + GROUP + SOME, r"line 1: \[toy\] lacks definition"),
        (HEAD + 'colour = "red"\n' + GROUP + SOME, r"line 5: \[toy\] has an unknown key colour; known: "),
        (HEAD + 'excludes = ["甲乙"]\n' + GROUP + SOME, r"line 5: .*\(excludes is called not_within now\)"),
        (HEAD + 'frame = "yes"\n' + GROUP + SOME, r"line 5: \[toy\] frame is true or false, not 'yes'"),
        (HEAD + GROUP, r"line 5: \[toy\.groups\.main\] lacks expressions"),
        (HEAD + GROUP + SOME + "words = []\n", r"line 9: .*unknown key words; known: "),
        (HEAD + GROUP + "expressions = []\n", r"line 5: \[toy\.groups\.main\] has no expression; add one"),
        (
            HEAD + GROUP + 'expressions = "甲"\n',
            r"line 8: .*expressions must be a list of texts; found: '甲'",
        ),
        (HEAD + GROUP + 'expressions = ["甲", " "]\n', r"line 8: .*expressions must be a list of texts"),
        (
            HEAD + GROUP + 'expressions = ["甲，乙"]\n',
            r"line 8: .*'甲，乙' can never match: spaces and the marks",
        ),
        (HEAD + GROUP + 'expressions = ["甲 乙"]\n', r"line 8: .*'甲 乙' can never match"),
        (
            HEAD + GROUP + 'expressions = ["甲", "甲"]\n',
            r"line 8: theme toy: '甲' stands in group main, twice and",
        ),
        (
            HEAD + GROUP + SOME + 'weak = ["甲"]\n',
            r"theme toy: '甲' stands in group main, twice and in main; keep one",
        ),
        (
            HEAD + "".join(GROUP.replace("main", id_) + SOME for id_ in ("a", "b")),
            r"line 12: theme toy: '甲' stands in group a and in b; keep one",
        ),
        ((HEAD + GROUP).replace("toy", "Toy-1") + SOME, r"line 1: \[Toy-1\] an id is small Latin letters"),
        (HEAD + "groups = 3\n", r"\[toy\] groups must be tables, at least one"),
        (HEAD + "[toy.groups]\n", r"\[toy\] groups must be tables, at least one"),
        (
            HEAD + 'not_within = ["甲"]\n' + GROUP + SOME,
            r"line 5: theme toy: '甲' is an expression and excluded \(not_within\); keep one",
        ),
        (
            HEAD + 'not_within = ["乙丙"]\n' + GROUP + SOME,
            r"line 5: theme toy: not_within '乙丙' holds none of the theme's expressions and excludes nothing",
        ),
        (
            HEAD + 'unless = ["甲"]\n' + GROUP + 'expressions = ["甲乙"]\n',
            r"line 5: theme toy: unless '甲' excludes its own expression '甲乙'",
        ),
        (
            HEAD + GROUP + SOME + 'only_with = [{ expressions = ["乙"], words = ["丙"] }]\n',
            r"line 9: .*only_with names '乙', which is no expression of the group",
        ),
        (
            HEAD + GROUP + SOME + 'only_with = [{ expressions = ["甲"], words = [] }]\n',
            r"line 9: .*only_with has an empty list",
        ),
        (HEAD + GROUP + SOME + 'only_with = "丙"\n', r"line 9: .*only_with must be a list of"),
        (
            HEAD + GROUP + SOME + "only_with = [3]\n",
            r"toy\.groups\.main must be a table with expressions, words",
        ),
        (
            HEAD + GROUP + SOME + '[names.place.toy]\nother = ["乙"]\n',
            r"line 10: \[names\.place\] names a theme or group that is not in this file",
        ),
        (
            HEAD + GROUP + SOME + '[names.place.sports]\nmain = ["乙"]\n',
            r"\[names\.place\] names a theme or group that is not in this file",
        ),
        (HEAD + GROUP + SOME + '[names.place.toy]\nmain = "乙"\n', r"toy\.main must be a list of texts"),
    ],
)
def test_a_broken_theme_file_is_refused_with_its_line(tmp_path: Path, text: str, match: str):
    with pytest.raises(InputProblem, match=match) as problem:
        load_themes(written(tmp_path, text))
    assert "mine.toml" in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_missing_theme_file_and_another_encoding_are_told(tmp_path: Path):
    with pytest.raises(InputProblem, match=r"nowhere\.toml: cannot be read \(No such file or directory\)"):
        load_themes(tmp_path / "nowhere.toml")
    (tmp_path / "gbk.toml").write_bytes(HEAD.encode("gb18030"))
    with pytest.raises(InputProblem, match=r"gbk\.toml: not a theme file in TOML and UTF-8"):
        load_themes(tmp_path / "gbk.toml")
