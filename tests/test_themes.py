"""Themes: the places of expressions against a brute force, and codings by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import Condition, Group, Theme
from analysis.reading import Document, read_text, sentences
from analysis.segmentation import tokens
from analysis.study import Study
from analysis.tables import TABLES, build
from analysis.themes import (
    code_sentences,
    count_expressions,
    expression_chapters,
    find_clauses,
    find_themes,
    occurrences,
)
from tests.conftest import plain_segmenter, tables_of

IDS = ["digitalization", "hongqiao_hub", "livelihood"]
CONDITION = (Condition(("平台",), ("贸易",)),)


def theme(*expressions: str, id: str = "toy", **options) -> Theme:
    of_group = {key: options.pop(key) for key in ("weak", "only_with", "gathers", "names") if key in options}
    group = Group("main", "主", "main", expressions, **of_group)
    return Theme(id, "玩具", "Toy", "for tests", (group,), **options)


def with_headings(text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sentences and headings of a small text, and their words."""
    table = sentences(read_text(text, id="toy"), headings=True)
    return table, tokens(table, plain_segmenter())


def coded(one: Theme, text: str) -> dict[str, tuple[str, float]]:
    """Evidence and confidence by sentence of a small text."""
    found = find_themes([one], *tables_of(text))
    return {row.sentence_id: (row.evidence, row.confidence) for row in found.itertuples()}


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
    counts = count_expressions(one, found.reset_index()).set_index("expression")
    assert counts["n"].to_dict() == {"互联网": 1, "工业互联网": 1}
    assert counts["n_counted"].to_dict() == {"互联网": 0, "工业互联网": 1}


def test_exclusions_hide_what_stands_inside_them_only():
    one = theme("民生", "教育", not_within=("民生银行",))
    assert coded(one, "民生银行开业。\n民生银行支持民生。\n民生银行支持教育。") == {
        "p0.2.1": ("民生", 0.5),
        "p0.3.1": ("教育", 0.5),
    }


def test_two_weak_expressions_make_no_theme_and_three_in_one_clause_do():
    one = theme("民生", weak=("居民", "群众", "学生"))
    assert coded(one, "居民群众。") == {}
    assert coded(one, "居民居民居民群众。") == {}
    assert coded(one, "居民，群众，学生。") == {}
    assert coded(one, "居民群众学生。") == {"p0.1.1": ("居民 | 群众 | 学生", round(1 - 2**-1.2, 4))}
    assert coded(one, "居民关心民生。") == {"p0.1.1": ("居民 | 民生", round(1 - 2**-1.4, 4))}


def test_confidence_grows_with_different_evidence_in_a_clause_and_with_clauses():
    one = theme("民生", "教育", "养老")
    text = "民生。\n民生民生。\n民生教育。\n民生教育养老。\n民生，教育。"
    assert [confidence for _, confidence in coded(one, text).values()] == [0.5, 0.5, 0.75, 0.875, 0.75]


@pytest.mark.parametrize(
    ("sentence", "speaks"),
    [
        ("发展教育、金融、商业、航空等产业。", False),  # one of four items
        ("发展金融、商业、教育和航空。", False),  # in the middle, the last two joined by 和
        ("发展教育、养老、航空等事业。", True),  # two of three
        ("发展教育、养老、金融、商业、航空、科技等。", False),  # two of six
        ("发展教育、养老。", True),  # a pair is no enumeration
        ("金融、商业、航空等领域的教育。", True),  # what the list is about is no item of it
        ("发展教育，壮大金融、商业、航空。", True),  # another clause
        ("发展金融、商业、航空，重视教育。", True),
    ],
)
def test_an_item_of_a_list_of_other_things_is_no_theme(sentence: str, speaks: bool):
    found = coded(theme("教育", "养老"), sentence)
    assert bool(found) == speaks
    clauses = find_clauses([theme("教育", "养老")], *tables_of(sentence))
    assert (
        len(clauses) and (clauses["weight"] >= 1).any() == speaks
    )  # and what weighs too little is still shown


def test_a_group_that_gathers_takes_what_its_sentence_enumerates():
    groups = (
        Group("circle", "生活圈", "circle", ("生活圈",), gathers=True),
        Group("health", "卫生", "health", ("就医", "医院")),
        Group("school", "教育", "school", ("教育",)),
    )
    one = Theme("toy", "玩具", "Toy", "", groups)

    def subthemes(text: str) -> list[str]:
        return find_themes([one], *tables_of(text))["subtheme"].tolist()

    assert subthemes("建设生活圈，方便就医、教育、购物。") == ["circle"]
    assert subthemes("建设生活圈，新建医院。") == ["circle | health"]  # not enumerated
    assert subthemes("方便就医、教育、购物。") == ["health | school"]  # and nothing to gather them


def test_an_expression_that_needs_company_counts_only_in_it():
    one = theme("民生", "平台", only_with=CONDITION)
    assert coded(one, "建设平台。") == {}
    assert coded(one, "建设贸易平台。") == {"p0.1.1": ("平台", 0.5)}
    assert coded(one, "建设平台。发展贸易。") == {"p0.1.1": ("平台", 0.5)}  # in the same paragraph
    assert coded(one, "建设平台。\n发展贸易。") == {}  # in another one
    table, words = with_headings("一、贸易\n1.子。\n建设平台。\n二、天气\n2.丑。\n建设平台。")
    found = find_themes([one], table, words)
    assert found["sentence_id"].tolist() == ["1.1.1"]  # in the heading above
    (alone,) = occurrences(one, *tables_of("建设平台。")).itertuples()
    assert (alone.whole, alone.longest, alone.counts) == (True, True, False)


def test_a_word_that_excludes_does_so_in_its_clause_only():
    one = theme("机场", unless=("浦东",))
    assert coded(one, "浦东机场。") == {}
    assert coded(one, "浦东，机场。") == {"p0.1.1": ("机场", 0.5)}


def test_a_theme_is_looked_for_only_where_its_place_is_named():
    one = theme("机场", only_in=("虹桥",))
    assert coded(one, "机场。") == {}
    assert coded(one, "机场。\n虹桥。") == {"p0.1.1": ("机场", 0.5)}


def test_what_only_the_heading_says_is_evidence_of_its_own_kind():
    text = "一、民生\n1.教育。\n天气。养老。\n2.天气。\n飞机。"
    table, words = with_headings(text)
    themes = [theme("民生", id="a"), theme("教育", "养老", id="b")]
    found = find_themes(themes, table, words)
    columns = ["sentence_id", "theme", "evidence", "confidence", "source"]
    assert found[columns].values.tolist() == [
        ["1.1.1", "b", "教育", 0.25, "heading"],  # of the article, not of the chapter
        ["1.1.2", "b", "养老", 0.5, "text"],
    ]


def test_evidence_comes_in_reading_order_with_its_groups():
    groups = (Group("b", "乙", "b", ("养老",)), Group("a", "甲", "a", ("教育", "学校")))
    found = find_themes([Theme("toy", "玩具", "Toy", "", groups)], *tables_of("学校养老教育。"))
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
    one = theme(*EXPRESSIONS, not_within=("民生银行",))
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
    assert (study.spoken_themes["theme"] == "hongqiao_hub").sum() >= 10


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
        if not any(row.expression in longer for longer in one.not_within):
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
        assert not (found["counts"] & ~found["longest"]).any()


def test_expressions_by_chapter_add_up(study: Study):
    table = study.expression_chapters("livelihood", top=5)
    counts = study.expressions("livelihood").set_index("expression")["n"]
    assert table.groupby("expression", sort=False)["n"].sum().to_dict() == {
        text: counts[text] for text in table["expression"].unique()
    }
    assert table["expression"].nunique() == 5 and counts.max() == counts[table["expression"].iloc[0]]
    toy = expression_chapters(
        occurrences(theme("民生"), *tables_of("改善民生。")), tables_of("改善民生。")[0]
    )
    assert toy.values.tolist() == [["民生", 0, 1]]


def test_evidence_stands_in_its_sentence_or_in_the_heading_above(study: Study):
    table = study.themes
    assert table.columns.tolist() == TABLES["themes"].names
    assert not table.duplicated(["sentence_id", "theme"]).any()
    assert set(table["source"]) == {"text", "heading"}
    texts = study.sentences.set_index("sentence_id")["text"]
    headings = {part.id: study.document.text[part.start : part.end] for part in study.document.parts}
    for row in table.itertuples():
        article = row.sentence_id.partition(".")[0]
        groups = study.theme(row.theme).expressions
        evidence = row.evidence.split(" | ")
        place = texts[row.sentence_id] if row.source == "text" else headings[article]
        assert all(expression in place for expression in evidence)
        assert {groups[expression].id for expression in evidence} >= set(row.subtheme.split(" | ")) - {""}
        low, high = (0.5, 1) if row.source == "text" else (0.25, 0.5)
        assert low <= row.confidence <= high


def test_clauses_are_slices_without_stops_and_hold_their_evidence(study: Study, proposal: Document):
    table = study.theme_clauses
    assert table.columns.tolist() == TABLES["theme_clauses"].names
    for row in table.itertuples():
        clause = proposal.text[row.start : row.end]
        assert not set(clause) & set("，；：。！？")
        assert all(expression in clause for expression in row.evidence.split(" | "))
    spoken = table[table["weight"] >= 1]
    heads = ~spoken["sentence_id"].isin(study.sentences["sentence_id"])
    said = set(zip(spoken["sentence_id"][~heads], spoken["theme"][~heads], strict=True))
    assert said == set(zip(study.spoken_themes["sentence_id"], study.spoken_themes["theme"], strict=True))


def test_article_30_has_one_window_for_all_from_its_heading_only(study: Study):
    """一网通办 stands in the heading; none of the sentences names it."""
    below = study.sentences[study.sentences["article"] == 30]
    assert not below["text"].str.contains("一网通办").any()
    rows = study.themes[study.themes["sentence_id"].isin(below["sentence_id"])]
    assert "heading" in set(rows["source"]) or "digitalization" in set(rows["theme"])
    units = study.theme_units("article").query("unit_id == '30' and theme == 'digitalization'")
    assert "一网通办" in units["heading"].item()


def test_a_further_theme_leaves_the_others_rows_as_they_are(study: Study):
    added = theme("民生", "数字化", "临空经济", "发展", id="added")
    for themes in ([*study.theme_definitions, added], [added, *study.theme_definitions]):
        found = find_themes(themes, study.sentences, study.tokens)
        assert "added" in set(found["theme"])
        rest = found[found["theme"] != "added"].reset_index(drop=True)
        alone = find_themes(study.theme_definitions, study.sentences, study.tokens)
        pd.testing.assert_frame_equal(rest, alone)


def test_no_clause_makes_no_coding():
    table, _ = tables_of("天气很好。")
    assert code_sentences([theme("民生")], build("theme_clauses", []), table).empty
