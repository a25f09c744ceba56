"""Themes: the file, the places of expressions against a brute force, codings by hand, and the gold."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.judgements.theme_counts import count_expressions, coverage, subtheme_coverage
from analysis.judgements.theme_files import Group, Theme, choose, load_themes
from analysis.judgements.theme_places import occurrences
from analysis.judgements.theme_weights import CODED
from analysis.judgements.themes import detect_themes, find_themes
from analysis.reading import Document, contexts
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from tests.conftest import GOLD, study_of, tables_of

IDS = ["digitalization", "hongqiao_hub", "livelihood"]


def theme(
    *expressions: str, weak: tuple[str, ...] = (), excludes: tuple[str, ...] = (), id: str = "toy"
) -> Theme:
    group = Group("main", "主", "main", expressions, weak=weak)
    return Theme(id, "玩具", "Toy", "for tests", (group,), excludes)


def coded(one: Theme, text: str) -> dict[str, tuple[str, float]]:
    """Evidence and confidence by sentence of a small text."""
    found = find_themes([one], *tables_of(text))
    return {row.sentence_id: (row.evidence, row.confidence) for row in found.itertuples()}


# --- the theme file --------------------------------------------------------------------------------------

HEAD = '[toy]\nname = "玩具"\nname_en = "Toy"\ndefinition = "for tests"\n'
GROUP = '[toy.groups.main]\nname = "主"\nname_en = "main"\n'


def written(path: Path, text: str) -> Path:
    file = path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_theme_file_is_read_as_it_stands(tmp_path: Path):
    text = HEAD + 'excludes = ["甲乙丙"]\n' + GROUP + 'expressions = ["甲"]\nnames = ["乙"]\nweak = ["丙"]\n'
    (one,) = load_themes(written(tmp_path, text))
    assert (one.id, one.name, one.name_en, one.definition) == ("toy", "玩具", "Toy", "for tests")
    assert one.excludes == ("甲乙丙",)
    assert list(one.expressions) == ["甲", "乙", "丙"]
    assert one.expressions["丙"].weak == ("丙",)
    assert one.weak == {"丙"}


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("[toy\n", r"not a theme file in TOML: .*line 1"),
        ('[toy]\nname = "a"\nname = "b"\n', r"not a theme file in TOML: .*line 3"),
        ('title = "玩具"\n', r"theme title: must be a table with name"),
        (HEAD, r"mine\.toml: theme toy: lacks expressions, or groups of them"),
        (
            HEAD + 'expressions = ["甲"]\n' + GROUP + 'expressions = ["乙"]\n',
            r"theme toy: has groups and expressions; move",
        ),
        (
            HEAD + "shown = 3\n" + GROUP + 'expressions = ["甲"]\n',
            r"theme toy: shown must be true or false; found: 3",
        ),
        (HEAD.replace('name = "玩具"\n', "") + GROUP, r"theme toy: lacks name"),
        (HEAD + 'colour = "red"\n' + GROUP + 'expressions = ["甲"]\n', r"theme toy: unknown key colour; "),
        (HEAD + GROUP, r"theme toy, group main: lacks expressions"),
        (HEAD + GROUP + 'expressions = ["甲"]\nwords = []\n', r"group main: unknown key words; "),
        (HEAD + GROUP + "expressions = []\n", r"group main: has no expression"),
        (HEAD + GROUP + 'expressions = "甲"\n', r"group main: expressions must be a list of texts; found: "),
        (HEAD + GROUP + 'expressions = ["甲", " "]\n', r"group main: expressions must be a list of texts"),
        (
            HEAD + "".join(GROUP.replace("main", id_) + 'expressions = ["甲"]\n' for id_ in ("a", "b")),
            r"theme toy, group b: its expressions stand in other groups\. Remove one",
        ),
        ((HEAD + GROUP).replace("toy", "Toy-1") + 'expressions = ["甲"]\n', r"theme Toy-1: an id is small"),
        (HEAD + GROUP + 'expressions = ["民\\n生"]\n', r"group main: '民\\n生' could never match"),
        (HEAD + GROUP + 'expressions = ["、"]\n', r"group main: 、 holds no word; write one"),
        (HEAD + GROUP + 'expressions = ["甲"]\nweak = ["——"]\n', r"group main: —— holds no word"),
        (
            HEAD + 'excludes = ["甲乙", "丙"]\n' + GROUP + 'expressions = ["甲", "甲乙"]\nnames = ["丙"]\n',
            r"theme toy: stands in its own excludes and could never count: 甲乙, 丙",
        ),
        (
            HEAD.replace('"玩具"', "3") + GROUP + 'expressions = ["甲"]\n',
            r"theme toy: name must be a text; found: 3",
        ),
        (
            HEAD + GROUP.replace('"main"', "[]") + 'expressions = ["甲"]\n',
            r"group main: name_en must be a text",
        ),
        (
            (HEAD + GROUP).replace("main]", '"a\\u001b[31m"]') + 'expressions = ["甲"]\n',
            r"group a\\x1b\[31m: ",
        ),
        (
            (HEAD + GROUP).replace("main]", '"a | b"]') + 'expressions = ["甲"]\n',
            r"group a \| b: an id of a group is",
        ),
        ('"a\\u001b\\nb" = 1\n', r"theme a\\x1b\\nb: must be a table"),
        (HEAD + '"\\u001b" = 1\n' + GROUP + 'expressions = ["甲"]\n', r"unknown key \\x1b; known"),
        (
            f"a = {'[' * 3000}{']' * 3000}\n",
            r"not a theme file in TOML: lists or tables are nested too deeply",
        ),
        (f"a = {'{a=' * 3000}1{'}' * 3000}\n", r"nested too deeply"),
        (f"a = {'[' * 200}{']' * 200}\n", r"theme a: must be a table"),
        (
            HEAD + GROUP + f"expressions = {'[' * 200}{']' * 200}\n",
            r"must be a list of texts; found: \[\[\[\[",
        ),
        (
            HEAD + GROUP + f"expressions = {list(range(9000))}\n",
            r"must be a list of texts; found: \[0, 1, 2, 3, 4, 5, \.\.\.\]$",
        ),
        (f"a = {'9' * 5000}\n", r"not a theme file in TOML: a number has thousands of digits"),
        (HEAD + "groups = 3\n", r"theme toy.*groups"),
        (HEAD + "[toy.groups]\n", r"theme toy.*group"),
        ("", r"mine\.toml.*no theme"),
    ],
)
def test_a_broken_theme_file_is_refused(tmp_path: Path, text: str, match: str):
    with pytest.raises(InputProblem, match=match) as problem:
        load_themes(written(tmp_path, text))
    assert "mine.toml" in str(problem.value)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("written", ["５Ｇ网络", "5G 网络", " 5G网络 ", "5G　网络"])
def test_full_width_and_blanks_match_as_people_mean_them(tmp_path: Path, written: str):
    path = tmp_path / "mine.toml"
    path.write_text(
        HEAD + f'excludes = ["{written}商"]\n' + GROUP + f'expressions = ["{written}"]\n', "utf-8"
    )
    (theme,) = load_themes(path)
    assert theme.groups[0].expressions == ("5G网络",) and theme.excludes == ("5G网络商",)


def test_what_stands_twice_is_told_and_counts_once(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + GROUP + 'expressions = ["甲", "乙", "甲"]\nweak = ["乙", "丙"]\n', "utf-8")
    (theme,) = load_themes(path)
    assert (theme.groups[0].expressions, theme.groups[0].weak) == (("甲", "乙"), ("丙",))
    assert caplog.messages == ["mine.toml: theme toy: stands twice: 乙, 甲. The first counts."]


def test_a_missing_theme_file_and_another_encoding_are_told(tmp_path: Path):
    with pytest.raises(
        InputProblem, match=r"nowhere\.toml: cannot be read \(no such file\)\. Name one that exists"
    ):
        load_themes(tmp_path / "nowhere.toml")
    (tmp_path / "big5.toml").write_bytes((HEAD + "# 數位轉型與經濟發展\n").encode("big5"))
    with pytest.raises(
        InputProblem, match=r"^big5\.toml:2: not UTF-8, GBK or UTF-16\. Save it as text in UTF-8"
    ):
        load_themes(tmp_path / "big5.toml")
    (tmp_path / "bad.toml").write_bytes((HEAD + "# 数字化转型与经济发展").encode()[:-1] + b"\n")
    with pytest.raises(InputProblem, match=r"^bad\.toml:5: not UTF-8"):
        load_themes(tmp_path / "bad.toml")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_theme_file_of_notepad_is_read(tmp_path: Path, encoding: str):
    text = (HEAD + GROUP + 'expressions = ["数字化转型", "高质量发展", "经济"]\n').replace("\n", "\r\n")
    (tmp_path / "mine.toml").write_bytes(text.encode(encoding))
    (one,) = load_themes(tmp_path / "mine.toml")
    assert list(one.expressions) == ["数字化转型", "高质量发展", "经济"] and one.name == "玩具"


def test_what_is_no_plain_file_is_no_theme_file(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.toml")
    for path, match in (
        (tmp_path, "this is a folder. Name a file"),
        (tmp_path / "pipe.toml", "no plain file"),
    ):
        with pytest.raises(InputProblem, match=match):
            load_themes(path)


def test_a_name_and_expressions_are_enough(tmp_path: Path):
    text = '[heat]\nname = "供暖"\nexpressions = ["供暖", "暖气"]\nweak = ["锅炉"]\n'
    (one,) = load_themes(written(tmp_path, text))
    assert (one.name_en, one.definition, one.shown, one.learned) == ("供暖", "供暖", True, False)
    assert [(group.id, group.all) for group in one.groups] == [("general", ("供暖", "暖气", "锅炉"))]


def test_the_three_themes_are_there_and_an_unknown_one_is_told():
    assert set(IDS) <= {one.id for one in load_themes()}
    assert choose(load_themes(), "hongqiao_hub").name == "虹桥枢纽"
    with pytest.raises(InputProblem, match="no theme 'sports'; there are: digitalization, hongqiao"):
        choose(load_themes(), "sports")
    with pytest.raises(InputProblem, match=r"there are: toy$"):  # each once
        choose((theme("甲"), theme("乙")), "sports")


# --- where expressions stand -----------------------------------------------------------------------------


def test_an_expression_stands_between_edges_of_words():
    table, words = tables_of("改善民生。\n人民生活。")
    found = occurrences(theme("民生"), table, words)
    assert found[["sentence_id", "whole"]].values.tolist() == [["p0.1.1", True], ["p0.2.1", False]]
    assert coded(theme("民生"), "改善民生。\n人民生活。") == {"p0.1.1": ("民生", 0.5)}


def test_a_long_expression_needs_an_edge_only_where_it_begins():
    # The dictionary knows 服务体系, so that 健康服务 never ends at an edge there.
    assert coded(theme("健康服务"), "完善健康服务体系。") == {"p0.1.1": ("健康服务", 0.5)}
    # A short one, and one that begins inside a word, do not count.
    assert coded(theme("康服"), "完善健康服务体系。") == {}
    assert coded(theme("康服务体"), "完善健康服务体系。") == {}


def test_inside_a_longer_expression_the_shorter_is_counted_but_is_no_evidence():
    one = theme("互联网", "工业互联网")
    table, words = tables_of("发展工业互联网。")
    found = occurrences(one, table, words).set_index("expression")
    assert found["whole"].to_dict() == {"工业互联网": True, "互联网": True}
    assert found["longest"].to_dict() == {"工业互联网": True, "互联网": False}
    assert coded(one, "发展工业互联网。") == {"p0.1.1": ("工业互联网", 0.5)}
    assert count_expressions(one, table, words).set_index("expression")["n"].to_dict() == {
        "互联网": 1,
        "工业互联网": 1,
    }


def test_exclusions_hide_what_stands_inside_them_only():
    one = theme("民生", "教育", excludes=("民生银行",))
    assert coded(one, "民生银行开业。\n民生银行支持民生。\n民生银行支持教育。") == {
        "p0.2.1": ("民生", 0.5),
        "p0.3.1": ("教育", 0.5),
    }


def test_what_a_department_is_charged_with_is_no_theme_of_the_sentence():
    one = theme("信息化")
    assert coded(one, "由省经济和信息化厅负责。\n工业和信息化部发文。\n推进信息化。") == {
        "p0.3.1": ("信息化", 0.5)
    }


HUB_ELSEWHERE = (
    "上海市规划\n一、对外开放\n增强浦东机场枢纽功能。\n提升虹桥综合交通枢纽能级。\n"
    "二、建设虹桥商务区\n做强展示交易平台。\n" + "发展虹桥。\n" * 5
)


def test_a_list_made_for_one_place_counts_elsewhere_near_its_word_only():
    away, home = study_of(HUB_ELSEWHERE), study_of(HUB_ELSEWHERE.replace("上海市", "长宁区"))
    found = away.table("themes", theme="hongqiao_hub")
    assert away.theme("hongqiao_hub").near_word and not home.theme("hongqiao_hub").near_word
    texts = away.sentences.set_index("sentence_id")["text"]
    assert texts[found["sentence_id"]].tolist() == ["提升虹桥综合交通枢纽能级。", "做强展示交易平台。"]
    at_home = home.table("themes", theme="hongqiao_hub")["sentence_id"]
    assert set(at_home) > set(found["sentence_id"]) and len(at_home) == 3
    counted = away.table("expressions", theme="hongqiao_hub").set_index("expression")["n"]
    assert counted["枢纽功能"] == 0 and counted["综合交通枢纽"] == 1
    assert "枢纽功能" not in set(away.table("occurrences", theme="hongqiao_hub")["expression"])


def test_two_weak_expressions_make_no_theme_and_three_do():
    one = theme("民生", weak=("居民", "群众", "学生"))
    assert coded(one, "居民群众。") == {}
    assert coded(one, "居民居民居民群众。") == {}
    assert coded(one, "居民群众学生。") == {"p0.1.1": ("居民 | 群众 | 学生", round(1 - 2**-1.2, 4))}
    assert coded(one, "居民关心民生。") == {"p0.1.1": ("居民 | 民生", round(1 - 2**-1.4, 4))}


def test_confidence_grows_with_different_evidence_only():
    one = theme("民生", "教育", "养老")
    text = "民生。\n民生民生。\n民生、教育。\n民生、教育、养老。"
    assert [confidence for _, confidence in coded(one, text).values()] == [0.5, 0.5, 0.75, 0.875]


def test_evidence_comes_in_reading_order_with_its_groups():
    groups = (Group("b", "乙", "b", ("养老",)), Group("a", "甲", "a", ("教育", "学校")))
    found = find_themes([Theme("toy", "玩具", "Toy", "", groups)], *tables_of("学校、养老、教育。"))
    assert found["evidence"].tolist() == ["学校 | 养老 | 教育"]
    assert found["subtheme"].tolist() == ["a | b"]


def test_rows_come_in_reading_order_then_in_the_order_of_themes():
    themes = [theme("教育", id="b"), theme("民生", id="a")]
    found = find_themes(themes, *tables_of("民生。教育、民生。\n教育。"))
    assert found[["sentence_id", "theme"]].values.tolist() == [
        ["p0.1.1", "a"],
        ["p0.1.2", "b"],
        ["p0.1.2", "a"],
        ["p0.2.1", "b"],
    ]


EXPRESSIONS = ("民生", "人民", "生活", "民", "数字", "数字经济", "经济", "康服务体系", "健康服务")
PIECES = [*EXPRESSIONS, "人民生活", "健康服务体系", "的", ",", "民生银行"]
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9)


@given(TEXT.map(lambda pieces: "".join(pieces) + "。"))
@settings(max_examples=150, deadline=None)
def test_places_equal_a_search_by_brute_force(text: str):
    one = theme(*EXPRESSIONS, excludes=("民生银行",))
    table, words = tables_of(text)
    (row,) = table.itertuples()
    starts, ends = set(words["start"]), set(words["end"])
    at = [i for i in range(len(text)) if text.startswith("民生银行", i)]
    places = {
        (start, start + len(expression), expression)
        for expression in EXPRESSIONS
        for start in range(len(text))
        if text.startswith(expression, start)
        and not any(i <= start and start + len(expression) <= i + 4 for i in at)
    }
    whole = {
        (start, end)
        for start, end, _ in places
        if start in starts | ends and (end in starts | ends or end - start >= 4)
    }
    expected = {
        (
            start,
            end,
            expression,
            (start, end) in whole,
            (start, end) in whole
            and not any(a <= start and end <= b and (a, b) != (start, end) for a, b in whole),
        )
        for start, end, expression in places
    }
    found = occurrences(one, table, words)
    columns = ["start", "end", "expression", "whole", "longest"]
    assert {tuple(values) for values in found[columns].values.tolist()} == expected
    assert len(found) == len(expected)
    assert row.start == 0 and found["start"].is_monotonic_increasing


# --- the proposal ----------------------------------------------------------------------------------------


def test_the_hub_s_name_never_occurs_and_the_theme_is_found_all_the_same(study: Study, proposal: Document):
    assert "虹桥枢纽" not in proposal.text
    assert (study.themes["theme"] == "hongqiao_hub").sum() >= 10


def test_livelihood_s_name_occurs_eight_times_and_once_inside_another_word(study: Study):
    row = study.expressions("livelihood").set_index("expression").loc["民生"]
    assert (row["n"], row["n_inside"]) == (8, 1)
    places = study.occurrences("livelihood").query("expression == '民生' and not whole")
    text = study.document.text
    (inside,) = places.itertuples()
    assert text[inside.start - 1 : inside.end + 1] == "人民生活"


@pytest.mark.parametrize("theme_id", IDS)
def test_every_expression_has_its_row_zeros_included(study: Study, theme_id: str):
    table = study.expressions(theme_id)
    one = study.theme(theme_id)
    assert table["expression"].tolist() == [text for group in one.groups for text in group.all]
    assert table["subtheme"].tolist() == [group.id for group in one.groups for _ in group.all]
    assert (table["n"] == 0).any()
    body = "".join(study.sentences["text"])
    for row in table.itertuples():
        if not any(row.expression in longer for longer in one.excludes):
            assert row.n + row.n_inside == body.count(row.expression)
        ids = [id_ for id_ in row.sentence_ids.split(" | ") if id_]
        assert (row.n == 0) == (not ids) and len(ids) <= row.n


def test_occurrences_are_slices_of_the_document(study: Study, proposal: Document):
    for theme_id in IDS:
        found = study.occurrences(theme_id)
        place = found.merge(study.sentences, on="sentence_id", suffixes=("", "_of"))
        assert all(proposal.text[row.start : row.end] == row.expression for row in found.itertuples())
        assert ((place["start_of"] <= place["start"]) & (place["end"] <= place["end_of"])).all()
        assert not (found["longest"] & ~found["whole"]).any()


def test_evidence_stands_in_its_sentence(study: Study):
    table = study.themes
    assert table.columns.tolist() == TABLES["themes"].names
    assert not table.duplicated(["sentence_id", "theme"]).any()
    assert set(table["source"]) == {"text", "heading"}
    texts = study.sentences.set_index("sentence_id")["text"]
    for row in table.itertuples():
        theme, evidence = study.theme(row.theme), row.evidence.split(" | ")
        assert evidence[0] or row.source == "heading"
        if row.source == "text":
            assert all(expression in texts[row.sentence_id] for expression in evidence)
        if not theme.learned:
            groups = theme.expressions
            assert {groups[expression].id for expression in evidence} == set(row.subtheme.split(" | "))
        assert (CODED if theme.learned else 0.5) <= row.confidence <= 1


def test_a_further_theme_leaves_the_others_rows_as_they_are(study: Study):
    added = theme("民生", "数字化", "临空经济", "发展", id="added")
    judged_by = (study.setup.weights, study.feature_reader, contexts(study.document, study.sentences))
    parts = (study.setup.part_weights, study.part_reader)
    for themes in ([*study.known_themes, added], [added, *study.known_themes]):
        found = detect_themes(themes, *judged_by, study.tokens, study.sentences, parts=parts)
        assert "added" in set(found["theme"])
        rest = found[found["theme"] != "added"].reset_index(drop=True)
        pd.testing.assert_frame_equal(rest, study.themes)


# --- coverage --------------------------------------------------------------------------------------------


def test_coverage_by_hand():
    table, words = tables_of("一、甲\n1.子。\n改善民生。大力发展教育。\n二、乙\n2.丑。\n天气很好。")
    themes = [theme("民生", id="a"), theme("教育", id="b"), theme("养老", id="c")]
    covered = coverage(find_themes(themes, table, words), table, ["a", "b", "c"])
    assert covered.columns.tolist() == ["chapter", "theme", "sentences", "characters", "share"]
    assert covered.values.tolist() == [
        [1, "a", 1, 5, 5 / 12],
        [1, "b", 1, 7, 7 / 12],
        [1, "c", 0, 0, 0.0],
        [2, "a", 0, 0, 0.0],
        [2, "b", 0, 0, 0.0],
        [2, "c", 0, 0, 0.0],
    ]


def test_coverage_without_any_coding_is_all_zeros():
    table, _ = tables_of("天气很好。")
    covered = coverage(build("themes", []), table, ["a", "b"])
    assert covered[["chapter", "theme"]].values.tolist() == [[0, "a"], [0, "b"]]
    assert (covered[["sentences", "characters", "share"]] == 0).all(axis=None)


def test_coverage_of_the_proposal_adds_up(study: Study):
    covered = study.coverage
    assert len(covered) == len(IDS) * (10 + 1)  # ten chapters and what stands before them
    assert covered["share"].between(0, 1).all() and (covered["sentences"] == 0).any()
    codings = study.themes["theme"].value_counts()[IDS]
    assert covered.groupby("theme")["sentences"].sum().to_dict() == codings.to_dict()
    texts = study.sentences.set_index("sentence_id")["text"]
    for theme_id in IDS:
        ids = study.themes.loc[study.themes["theme"] == theme_id, "sentence_id"]
        characters = covered.loc[covered["theme"] == theme_id, "characters"].sum()
        assert characters == sum(len(texts[id_]) for id_ in ids)


def test_coverage_by_subtheme_counts_a_sentence_in_each_of_its_groups():
    groups = tuple(
        Group(id_, id_, id_, (text,)) for id_, text in zip("abc", ("教育", "养老", "就业"), strict=True)
    )
    one = Theme("toy", "玩具", "Toy", "", groups)
    table, words = tables_of("一、甲\n1.子。\n教育、养老。\n二、乙\n2.丑。\n教育。")
    covered = subtheme_coverage(one, find_themes([one], table, words), table)
    assert covered.values.tolist() == [
        ["a", 1, 1, 6],
        ["a", 2, 1, 3],
        ["b", 1, 1, 6],
        ["b", 2, 0, 0],
        ["c", 1, 0, 0],
        ["c", 2, 0, 0],
    ]


# --- how good the judgement is ---------------------------------------------------------------------------


def gold(name: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def f1(wanted: set[str], found: set[str]) -> float:
    return 2 * len(wanted & found) / (len(wanted) + len(found))


@pytest.mark.parametrize(
    ("theme_id", "borderline", "floor"),
    [
        ("digitalization", True, 0.80),  # learned from other documents alone
        ("digitalization", False, 0.85),
        ("hongqiao_hub", True, 0.90),
        ("hongqiao_hub", False, 0.90),
        ("livelihood", True, 0.86),
        ("livelihood", False, 0.88),
    ],
)
def test_themes_agree_with_the_gold(study: Study, theme_id: str, borderline: bool, floor: float):
    rows = gold("key_theme_sentences.tsv")
    doubted = {row["id"] for row in gold("borderline.tsv") if row["theme"] == theme_id}
    judged = {row["id"] for row in rows} - (set() if borderline else doubted)
    wanted = {row["id"] for row in rows if row[theme_id] == "1"} & judged
    found = set(study.themes.loc[study.themes["theme"] == theme_id, "sentence_id"]) & judged
    assert doubted <= {row["id"] for row in rows}
    assert len(wanted) >= 7
    assert f1(wanted, found) >= floor


# --- without waiting ---------------------------------------------------------------------------------------


def test_expressions_and_edges_are_collected_once_for_a_document(
    study: Study, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    made = Theme.expressions.fget
    monkeypatch.setattr(Theme, "expressions", property(lambda one: asked.append(one.id) or made(one)))
    monkeypatch.setattr(pd.DataFrame, "groupby", lambda *_, **__: asked.append("groupby"))
    for one in load_themes():
        least = 50 if one.shown else -1
        assert len(occurrences(one, study.sentences, study.tokens)) > least
    assert asked[:3] == IDS and len(asked) == len(set(asked))


def test_a_word_of_many_services_is_no_evidence_of_one(study: Study):
    """人口 names no service, 劳动 no employment, and what the epidemic hit is no health care."""
    livelihood = study.theme("livelihood")
    assert {"人口", "劳动"} <= livelihood.weak
    assert {"受疫情", "疫情冲击"} <= set(livelihood.excludes)


def test_words_within_the_excludes_of_a_learned_theme_do_not_speak_for_it():
    text = "某市工作报告\n一、情况\n这些数字和事实说明困难是暂时的。\n推进城市数字化转型。\n"
    themes = study_of(text).themes
    assert themes.loc[themes["theme"] == "digitalization", "sentence_id"].tolist() == ["1.2.1"]
