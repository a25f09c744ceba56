"""The space of themes by hand arithmetic, from clauses to chapters, and that the parts add up."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.codebook import Group, Theme
from analysis.extent import (
    coverage,
    pair_grid,
    sentence_shares,
    subtheme_coverage,
    theme_pairs,
    theme_sizes,
    unit_themes,
    units_of,
)
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from analysis.themes import find_clauses, find_themes
from tests.test_codebook import IDS
from tests.test_themes import theme, with_headings

A, B, C = theme("民生", id="a"), theme("教育", id="b"), theme("养老", id="c")
TEXT = "一、甲\n1.子。\n改善民生。大力，发展教育。\n二、乙\n2.丑。\n天气很好。"


def pieces(text: str, *themes: Theme) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Clauses with evidence, sentences with headings, and sentences alone."""
    table, words = with_headings(text)
    bodies = table[table["kind"] != "heading"].reset_index(drop=True)
    return find_clauses(themes, table, words), table, bodies


def test_a_sentence_is_divided_among_its_themes_in_proportion_to_their_clauses():
    clauses, table, _ = pieces("改善民生和教育，大力发展教育，天气很好。", A, B)
    shares = sentence_shares(clauses, table).set_index("theme")
    assert shares["characters"].tolist() == [20, 20]
    assert shares["clause_characters"].to_dict() == {"a": 7, "b": 13}  # 7, and 7 + 6
    assert shares["divided"].to_dict() == {"a": 20 * 7 / 20, "b": 20 * 13 / 20}


def test_coverage_by_hand():
    clauses, _, bodies = pieces(TEXT, A, B, C)
    covered = coverage(clauses, bodies, ["a", "b", "c"])
    assert covered.columns.tolist() == TABLES["theme_coverage"].names
    assert covered.values.tolist() == [
        [1, "a", 1, 5, 4, 5 / 13, 4 / 13, 1.0],
        [1, "b", 1, 8, 4, 8 / 13, 4 / 13, 1.0],  # 大力，发展教育。 with the clause 发展教育
        [1, "c", 0, 0, 0, 0.0, 0.0, 0.0],
        [2, "a", 0, 0, 0, 0.0, 0.0, 0.0],
        [2, "b", 0, 0, 0, 0.0, 0.0, 0.0],
        [2, "c", 0, 0, 0, 0.0, 0.0, 0.0],
    ]


def test_coverage_without_any_coding_is_all_zeros():
    _, _, bodies = pieces("天气很好。")
    covered = coverage(build("theme_clauses", []), bodies, ["a", "b"])
    assert covered[["chapter", "theme"]].values.tolist() == [[0, "a"], [0, "b"]]
    assert (covered.drop(columns=["chapter", "theme"]) == 0).all(axis=None)


def test_sizes_by_hand():
    clauses, table, bodies = pieces(TEXT, A, B, C)
    covered = coverage(clauses, bodies, ["a", "b", "c"])
    themes = build(
        "themes", [("1.1.1", "a", "民生", "main", 0.5, "text"), ("1.1.2", "b", "教育", "main", 0.5, "text")]
    )
    sizes = theme_sizes(covered, themes, 18)
    assert sizes.values.tolist() == [
        ["a", 1, 5, 4, 5 / 18, 4 / 18, 1, 1, "1.1.1"],
        ["b", 1, 8, 4, 8 / 18, 4 / 18, 1, 1, "1.1.2"],
        ["c", 0, 0, 0, 0.0, 0.0, 0, 0, ""],
    ]
    assert len(table) > len(bodies)


def test_coverage_and_sizes_of_the_proposal_add_up(study: Study):
    covered, sizes = study.coverage, study.theme_sizes.set_index("theme")
    assert len(covered) == len(IDS) * (10 + 1)  # ten chapters and what stands before them
    shares = covered[["share", "clause_share", "share_of_theme"]]
    assert ((shares >= 0) & (shares <= 1)).all(axis=None)
    assert (covered["clause_characters"] <= covered["characters"]).all()
    codings = study.spoken_themes["theme"].value_counts()
    assert covered.groupby("theme")["sentences"].sum().to_dict() == codings.to_dict()
    assert sizes["sentences"].to_dict() == codings.to_dict()
    assert covered.groupby("theme")["share_of_theme"].sum().round(6).eq(1).all()
    texts = study.sentences.set_index("sentence_id")["text"]
    for theme_id in IDS:
        ids = study.spoken_themes.loc[study.spoken_themes["theme"] == theme_id, "sentence_id"]
        assert sizes.loc[theme_id, "characters"] == sum(len(texts[id_]) for id_ in ids)
        assert sizes.loc[theme_id, "sentence_ids"] == " | ".join(ids)
    assert sizes["clause_characters"].is_monotonic_decreasing


def test_coverage_by_subtheme_counts_a_sentence_in_each_of_its_groups():
    groups = tuple(
        Group(id_, id_, id_, (text,)) for id_, text in zip("abc", ("教育", "养老", "就业"), strict=True)
    )
    one = Theme("toy", "玩具", "Toy", "", groups)
    table, words = with_headings("一、甲\n1.子。\n教育、养老。\n二、乙\n2.丑。\n教育。")
    covered = subtheme_coverage(one, find_themes([one], table, words), table)
    assert covered.values.tolist() == [
        ["a", 1, 1, 6],
        ["a", 2, 1, 3],
        ["b", 1, 1, 6],
        ["b", 2, 0, 0],
        ["c", 1, 0, 0],
        ["c", 2, 0, 0],
    ]


# --- paragraphs, articles, chapters ----------------------------------------------------------------------


def primary(text: str, *themes: Theme, level="paragraph") -> dict[str, str]:
    clauses, table, _ = pieces(text, *themes)
    units = unit_themes(themes, clauses, table, level=level)
    return units[units["primary"]].set_index("unit_id")["theme"].to_dict()


def test_the_primary_theme_takes_most_of_the_paragraph():
    text = "一、甲\n1.子。\n改善民生。大力发展本区教育。\n改善民生，改善民生。发展教育。"
    clauses, table, _ = pieces(text, A, B)
    units = unit_themes([A, B], clauses, table)
    assert units.columns.tolist() == TABLES["theme_units"].names
    assert units[["unit_id", "theme", "primary", "share"]].values.tolist() == [
        ["1.1", "b", True, round(9 / 14, 4)],
        ["1.1", "a", False, round(5 / 14, 4)],
        ["1.2", "a", True, round(10 / 15, 4)],
        ["1.2", "b", False, round(5 / 15, 4)],
    ]
    assert units["sentence_ids"].tolist() == ["1.1.2", "1.1.1", "1.2.1", "1.2.2"]
    assert units["clauses"].tolist() == [1, 1, 2, 1]


def test_the_heading_right_above_outweighs_that_of_the_chapter_and_a_short_lead_announces():
    body = "改善民生。大力发展全区的教育。"  # nine of fourteen characters for b
    assert primary(f"一、甲\n1.子。\n{body}", A, B) == {"1.1": "b"}
    assert primary(f"一、甲\n1.民生。\n{body}", A, B) == {"1.1": "a"}
    assert primary(f"一、教育\n1.民生。\n{body}", A, B) == {"1.1": "a"}
    frame = theme("民生", id="a", frame=True)
    assert primary(f"一、甲\n1.民生。\n{body}", frame, B) == {"1.1": "b"}  # names a kind of text
    assert primary("一、民生\n1.子。\n天气很好。", A) == {}  # a chapter's heading alone gives no theme
    assert primary("一、甲\n1.民生。\n天气很好。", A) == {"1.1": "a"}


def test_equal_shares_go_to_the_theme_that_stands_first_in_the_file():
    text = "一、甲\n1.子。\n天气很好很好很好很好很好，天气很好很好很好很好很好，民生教育。"
    assert primary(text, A, B) == {"1.1": "a"}
    assert primary(text, B, A) == {"1.1": "b"}


def test_articles_and_chapters_hold_the_themes_of_their_paragraphs(study: Study):
    of = {level: study.theme_units(level) for level in ("paragraph", "article", "chapter")}
    chapter = study.sentences["chapter"].groupby(study.sentences["sentence_id"].str.partition(".")[0]).first()
    for table in of.values():
        assert table.groupby("unit_id")["primary"].sum().eq(1).all()
        assert not table.duplicated(["unit_id", "theme"]).any()
    articles = set(zip(of["article"]["unit_id"], of["article"]["theme"], strict=True))
    chapters = set(zip(of["chapter"]["unit_id"], of["chapter"]["theme"], strict=True))
    for unit, id_ in zip(of["paragraph"]["unit_id"], of["paragraph"]["theme"], strict=True):
        assert (unit.partition(".")[0], id_) in articles
    said = of["article"][of["article"]["sentences"] > 0]
    for unit, id_ in zip(said["unit_id"], said["theme"], strict=True):
        number = chapter[unit]
        assert (f"c{number}" if number else "p0", id_) in chapters


def test_an_unknown_level_is_told(study: Study):
    with pytest.raises(InputProblem, match="units are paragraph, article or chapter, not 'page'"):
        units_of(study.sentences, "page")  # type: ignore[arg-type]


# --- pairs -----------------------------------------------------------------------------------------------


def test_pairs_by_hand_and_as_a_square():
    rows = [("1", "a"), ("1", "b"), ("2", "a"), ("2", "b"), ("3", "a"), ("4", "b")]
    themes = build("themes", [(id_, theme_id, "", "", 0.5, "text") for id_, theme_id in rows])
    inherited = build("themes", [("3", "b", "", "", 0.25, "heading")])
    pairs = theme_pairs(pd.concat([themes, inherited]), ["a", "b", "c"])
    assert pairs.values.tolist() == [
        ["a", "b", 2, 3, 3, 0.5, "1 | 2"],
        ["a", "c", 0, 3, 0, 0.0, ""],
        ["b", "c", 0, 3, 0, 0.0, ""],
    ]
    assert pair_grid(pairs).values.tolist() == [
        ["a", "b", 2],
        ["a", "c", 0],
        ["b", "a", 2],
        ["b", "c", 0],
        ["c", "a", 0],
        ["c", "b", 0],
    ]


# --- vocabulary ------------------------------------------------------------------------------------------


def test_a_theme_s_own_words_are_told_from_its_list(study: Study):
    table = study.theme_vocabulary("livelihood")
    ids = set(study.spoken_themes.loc[study.spoken_themes["theme"] == "livelihood", "sentence_id"])
    sure = table[table["survives"] & (table["log_ratio"] > 0)]
    assert {True, False} == set(table["in_theme"]) and len(sure) >= 3
    for row in sure.itertuples():
        assert set(row.sentence_ids.split(" | ")) <= ids
        assert row.in_theme == (row.term in study.theme("livelihood").expressions)


def test_three_sentences_are_enough_for_themes(tmp_path):
    file = tmp_path / "short.txt"
    file.write_text("关于养老工作的通知\n要发展养老服务。要加强党的建设。天气很好。\n", encoding="utf-8")
    short = Study.open(file)
    assert short.theme_sizes.set_index("theme").loc["livelihood", "sentences"] == 1
    assert short.theme_sizes["top_chapter"].eq(0).all()
    assert short.theme_pairs["n"].sum() == 0
    assert len(short.theme_units("paragraph")) and len(short.theme_units("chapter"))
