"""Learned themes: what a sentence offers, what weights make of it, rules, themes of one's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from analysis.__main__ import main
from analysis.judgements.theme_features import DAMPING, Evidence, FeatureReader, Lists
from analysis.judgements.theme_files import load_themes
from analysis.judgements.theme_learning import (
    NEVER_LEFT_OUT,
    calibrated,
    calibration,
    folds,
    learn,
    left_out,
    scored,
    sheet_of,
)
from analysis.judgements.theme_own import learn_theme, read_codes
from analysis.judgements.theme_quality import ASSESSED, corrected, measured, qualities
from analysis.judgements.theme_rules import Rule
from analysis.judgements.theme_scores import f1
from analysis.judgements.theme_standing import PARTS
from analysis.judgements.theme_weights import CODED, Weight, Weights, load_weights
from analysis.judgements.themes import find_themes
from analysis.reading import contexts, read_text, sentences
from analysis.study import Study
from analysis.tables import InputProblem
from tests.conftest import plain_segmenter, tables_of
from tests.gold.learning import coded as coded_gold
from tests.gold.learning import reader as gold_reader
from tests.gold.learning import table, themes
from tests.gold.theme_quality import agreement, both_readings, listed, near_one_of, on_reserve
from tests.gold.themes import person

LISTS = Lists(
    {"数据": ("digital",), "大数据": ("digital",), "养老": ("care",), "智慧养老": ("digital", "care")}
)


def reader() -> FeatureReader:
    return FeatureReader(plain_segmenter().words, LISTS, {"的", "和"})


def evidence(text: str, heading: str = "", top: str = "", before: str = "") -> Evidence:
    return reader().read(text, heading, top, before)


# --- what a sentence offers -----------------------------------------------------------------------------


def test_words_and_pairs_are_offered_and_damped_by_how_many_there_are():
    found = evidence("发展数据和养老。").values
    words = {name: value for name, value in found.items() if name.startswith("word:")}
    assert set(words) == {"word:发展", "word:数据", "word:养老", "word:发展数据"}
    assert set(words.values()) == {4**-DAMPING}


def test_features_stand_in_their_order_whatever_the_hash_seed():
    """What is learned depends on it: the same sentences shall give the same table each time."""
    names = [
        name for name in evidence("改善水质，发展数据和养老，改善水质。").values if name.startswith("word:")
    ]
    assert names[:4] == ["word:改善", "word:水质", "word:发展", "word:数据"]
    assert names.index("word:养老") < names.index("word:改善水质") < names.index("word:发展数据")


def test_lists_are_counted_and_shared_out():
    found = evidence("大数据、智慧养老、养老。").values
    assert (found["list:digital"], found["list:care"]) == (2, 2)
    assert found["share:digital"] == pytest.approx(2 / 3)


def test_what_stands_around_is_told_apart():
    found = evidence("加强建设。", heading="养老服务", top="数据", before="发展大数据。").values
    assert {"heading:养老", "heading_list:care", "top_heading_list:digital", "before_list:digital"} <= set(
        found
    )
    assert "top_heading:数据" not in found and "list:care" not in found


def test_an_expression_inside_a_word_is_none():
    assert "list:care" not in evidence("抚养老人。").values


def test_contexts_by_hand():
    document = read_text(
        "一、数字\n（一）平台\n建平台。用平台。\n（二）网络\n建网络。\n二、民生\n办实事。", id="toy"
    )
    rows = contexts(document, sentences(document))[["text", "heading", "top_heading", "before"]]
    assert rows.values.tolist() == [
        ["建平台。", "平台", "数字", ""],
        ["用平台。", "平台", "数字", "建平台。"],
        ["建网络。", "网络", "数字", ""],
        ["办实事。", "民生", "", ""],
    ]


# --- weights --------------------------------------------------------------------------------------------


def weights(*rows: tuple[str, str, str, float]) -> Weights:
    return Weights(tuple(Weight(*row, 1, "test") for row in rows), LISTS)


def test_a_score_is_the_sum_of_what_is_offered():
    toy = weights(
        ("digital", "bias", "", -1.0), ("digital", "word", "数据", 2.0), ("digital", "list", "digital", 0.5)
    )
    (score,) = toy.scores([evidence("数据。")])[0]
    assert score == pytest.approx(-1.0 + 2.0 + 0.5)
    assert toy.scores([evidence("天气。")])[0][0] == -1.0


def test_evidence_is_what_carried_it_and_its_place_is_told():
    toy = weights(
        ("care", "bias", "", -2.0),
        ("care", "list", "care", 3.0),
        ("care", "word", "天气", 0.1),
        ("care", "heading", "养老", 6.0),
    )
    text = "天气好，发展养老。"
    ((one,),) = toy.judged([evidence(text)], [text])
    assert (one.theme, one.evidence, one.source) == ("care", ("养老",), "text")
    ((two,),) = toy.judged([evidence("天气好。", heading="养老")], ["天气好。"])
    assert (two.evidence, two.source) == (("天气",), "heading")
    ((three,),) = toy.judged([evidence("多云。", heading="养老")], ["多云。"])
    assert (three.evidence, three.source) == (("养老",), "heading")


def test_a_theme_counts_from_its_confidence_on():
    at = float(np.log(CODED / (1 - CODED)))
    for shift, expected in ((0.01, 1), (-0.01, 0)):
        toy = weights(("care", "bias", "", at + shift), ("care", "word", "养老", 0.0))
        assert len(toy.judged([evidence("数据。")], ["数据。"])[0]) == expected


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ("care\tbias\t\tx\t1\tme", r"themes\.tsv:2: weight and n must be numbers"),
        ("care\tbias", r"2 columns; there must"),
    ],
)
def test_a_broken_table_of_weights_is_told(tmp_path: Path, row: str, match: str):
    (tmp_path / "lists.tsv").write_text("theme\texpression\ncare\t养老\n", "utf-8")
    (tmp_path / "themes.tsv").write_text(f"theme\tpart\texpression\tweight\tn\tsource\n{row}\n", "utf-8")
    with pytest.raises(InputProblem, match=match):
        load_weights(tmp_path)


def test_the_shipped_weights_know_the_codebook_s_themes():
    shipped = load_weights()
    learned = {theme.id for theme in load_themes() if theme.learned}
    assert learned == set(shipped.themes) and len(learned) == 20
    parts = {"bias", "word", "list", "share", *PARTS, "heading", "before"}
    assert {row.part for row in shipped.rows} >= parts


# --- learning -------------------------------------------------------------------------------------------


def coded(n: int = 40) -> pd.DataFrame:
    texts = [("发展数据产业。" if at % 2 else "改善天气。") + "甲乙丙丁"[at % 4] for at in range(n)]
    rows = {"text": texts, "heading": "", "top_heading": "", "before": ""}
    themes = ["digital" if at % 2 else "none" for at in range(n)]
    return pd.DataFrame(rows).assign(themes=themes, group=[f"d{at // 8}" for at in range(n)])


def test_what_is_learned_finds_the_theme_in_groups_left_out():
    sheet = sheet_of(coded(), reader(), ["digital", "rare"])
    outside = left_out(sheet)
    assert ((outside[:, 0] > 0) == sheet.codes[:, 0]).all()
    assert (outside[:, 1] == -9).all() and learn(sheet)[1] is None
    assert ((scored(learn(sheet), sheet)[:, 0] > 0) == sheet.codes[:, 0]).all()


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=40), st.integers(1, 5))
def test_folds_leave_whole_groups_out_and_each_row_once(groups: list[str], most: int):
    rows = np.array(groups)
    found = list(folds(rows, most))
    assert (np.sum(found, axis=0) == 1).all()
    for out in found:
        assert not set(rows[out]) & set(rows[~out])


def test_what_is_written_for_learning_is_learned_from_and_never_judged():
    rows = coded().assign(themes=["digital" if at % 8 == 1 else "none" for at in range(40)])
    written = pd.DataFrame({"text": ["发展智慧医院。"] * 6, "heading": "", "top_heading": "", "before": ""})
    written = written.assign(themes="digital", group=NEVER_LEFT_OUT)
    sheet = sheet_of(pd.concat([rows, written], ignore_index=True), reader(), ["digital"])
    outside = left_out(sheet)[:, 0]
    assert (outside[40:] == -9).all() and (outside[:40] > -9).all()
    assert NEVER_LEFT_OUT not in {name for out in folds(sheet.groups) for name in sheet.groups[out]}
    alone = sheet_of(rows, reader(), ["digital"])
    (model,) = learn(sheet)
    assert model is not None and model.weights[sheet.names.index("word:医院")] > 0
    _, lines = calibrated(sheet)
    assert lines[0] == pytest.approx(calibration(left_out(sheet, most=5)[:40, 0], alone.codes[:, 0]))


def test_calibration_makes_shares_of_scores():
    rng = np.random.default_rng(0)
    scores = rng.normal(size=4000)
    code = rng.random(4000) < 1 / (1 + np.exp(-(2 * scores - 1)))
    slope, intercept = calibration(scores, code)
    assert slope == pytest.approx(2, abs=0.2) and intercept == pytest.approx(-1, abs=0.15)


# --- how good it is -------------------------------------------------------------------------------------


def test_a_share_is_put_right_by_the_errors_of_its_rule():
    # Of 1,000 sentences 100 have the theme; recall .8 and a false positive rate of .05 find 80 + 45 = 125.
    middle, low, high = corrected(0.125, 1000, 0.8, 400, 0.05, 3600)
    assert middle == pytest.approx(0.1) and low < 0.1 < high
    assert corrected(1.0, 10, 0.8, 100, 0.05, 900)[0] == 1.0


def test_what_is_kept_of_the_measurement_holds_its_aims():
    table = measured().set_index("theme")
    assert (table["assessed"] == (table["n"] >= ASSESSED)).all()
    assessed = table[table["assessed"]]
    assert assessed["f1"].mean() >= 0.75 and table.loc["livelihood", "f1"] >= 0.84
    assert table.loc["digitalization", "f1"] >= 0.8
    assert (assessed["f1"] > assessed["f1_list"]).mean() > 0.8 and (assessed["brier_skill"] > 0).all()
    assert (table["f1_low"] <= table["f1"]).all() and (table["f1"] <= table["f1_high"]).all()


def test_quality_tells_what_is_not_assessed(study: Study):
    table = study.theme_quality.set_index("theme")
    assert table.loc["hongqiao_hub", "verdict"] == "not assessed" and np.isnan(
        table.loc["hongqiao_hub", "f1"]
    )
    row = table.loc["livelihood"]
    assert row["share_low"] < row["share_corrected"] < row["share_high"]
    assert row["share"] == (study.themes["theme"] == "livelihood").sum() / 244
    assert qualities([], study.themes, 0).empty


# --- rules ----------------------------------------------------------------------------------------------


def found(text: str, toml: str, tmp_path: Path) -> list[str]:
    (tmp_path / "mine.toml").write_text(toml, "utf-8")
    return find_themes(load_themes(tmp_path / "mine.toml"), *tables_of(text))["evidence"].tolist()


def test_expressions_that_must_stand_near_each_other(tmp_path: Path):
    toml = '[a]\nname = "甲"\nrules = [{ all = ["数据", "安全"], near = 3 }]\n'
    assert found("数据的安全。\n安全生产，以及各类数据。\n数据。", toml, tmp_path) == ["数据 | 安全"]
    anywhere = toml.replace(", near = 3", "")
    assert found("数据的安全。\n安全生产，以及各类数据。", anywhere, tmp_path) == [
        "数据 | 安全",
        "安全 | 数据",
    ]


def test_expressions_that_must_not_stand_there(tmp_path: Path):
    toml = '[a]\nname = "甲"\nrules = [{ all = ["数据"], none = ["统计"] }]\n'
    assert found("统计数据。\n开放数据。", toml, tmp_path) == ["数据"]
    toml = '[a]\nname = "甲"\nexpressions = ["数据"]\nunless = ["统计"]\n'
    assert found("统计数据。\n开放数据。", toml, tmp_path) == ["数据"]


def test_a_rule_beside_a_list_adds_to_it(tmp_path: Path):
    toml = '[a]\nname = "甲"\nexpressions = ["养老"]\nrules = [{ all = ["老人", "服务"] }]\n'
    assert found("发展养老。\n服务老人。\n老人。", toml, tmp_path) == ["养老", "服务 | 老人"]


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ('rules = "x"', "rules must be a list of tables"),
        ("rules = [{ near = 3 }]", "a rule: lacks all"),
        ('rules = [{ all = ["甲"], near = -1 }]', "near must be a whole number"),
        ('rules = [{ all = [], near = 1 }]\nexpressions = ["甲"]', "all of a rule holds no expression"),
        ('expressions = ["甲"]\nunless = 3', "must be a list of texts"),
        ('expressions = ["甲"]\nweights = { "甲" = "x" }', "weights must be a table of numbers"),
    ],
)
def test_a_broken_rule_is_told(tmp_path: Path, line: str, match: str):
    (tmp_path / "mine.toml").write_text(f'[a]\nname = "甲"\n{line}\n', "utf-8")
    with pytest.raises(InputProblem, match=match):
        load_themes(tmp_path / "mine.toml")


@given(st.text(alphabet="数据安全的", max_size=12), st.integers(1, 6))
def test_a_rule_s_places_are_its_expressions_and_near(text: str, near: int):
    places = Rule(("数据", "安全"), near).places(text, set(range(len(text) + 1)))
    said = [text[start:end] for start, end in places]
    assert sorted(said) == (["安全", "数据"] if places else [])
    if places:
        assert places[1][0] - places[0][1] <= near
    elif "数据" in text and "安全" in text:
        at = [abs(a - b) - 2 for a in _all(text, "数据") for b in _all(text, "安全")]
        assert min(at) > near


def _all(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


def test_a_file_adds_to_the_themes_when_it_says_so(tmp_path: Path):
    text = (
        '[heat]\nname = "供暖"\nexpressions = ["供暖"]\n[livelihood]\nname = "民生"\nexpressions = ["民生"]\n'
    )
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    assert [theme.id for theme in load_themes(tmp_path / "mine.toml")] == ["heat", "livelihood"]
    (tmp_path / "mine.toml").write_text("extends = true\n" + text, "utf-8")
    every = {theme.id: theme for theme in load_themes(tmp_path / "mine.toml")}
    assert len(every) == len(load_themes()) + 1
    assert every["digitalization"].learned and not every["livelihood"].learned
    (tmp_path / "mine.toml").write_text("extends = 1\n" + text, "utf-8")
    with pytest.raises(InputProblem, match="extends must be true or false; found: 1"):
        load_themes(tmp_path / "mine.toml")


# --- a theme of one's own -------------------------------------------------------------------------------


def codes_file(path: Path, n: int = 60, blank: int = 4) -> Path:
    rows = ["text,code,document"]
    for at in range(n):
        heat = at % 3 == 0
        body = (
            f"推进城镇供暖改造{'一二三四五'[at % 5]}期" if heat else f"加强{'教育文化交通水利'[at % 8]}工作"
        )
        rows.append(f"{body}。,{'' if at >= n - blank else int(heat)},d{at // 10}")
    file = path / "coded.csv"
    file.write_text("\n".join(rows) + "\n", "utf-8-sig")
    return file


def test_a_theme_is_learned_from_codes_and_found_in_another_text(tmp_path: Path):
    table = read_codes(codes_file(tmp_path))
    learned = learn_theme(table, "heat", "供暖", plain_segmenter().words, set())
    assert (
        learned.scores["f1"] > 0.9 and learned.scores["low"] <= learned.scores["f1"] <= learned.scores["high"]
    )
    assert (learned.scores["n"], learned.scores["groups"]) == (56, 6) and len(learned.next) == 4
    assert learned.curve["n"].is_monotonic_increasing
    (tmp_path / "heat.toml").write_text(learned.file, "utf-8")
    (tmp_path / "plan.txt").write_text("一、任务\n加快老旧小区供暖改造。\n办好教育。\n", "utf-8")
    study = Study.open(tmp_path / "plan.txt", themes=tmp_path / "heat.toml")
    rows = study.table("themes", theme="heat")
    assert rows["sentence_id"].tolist() == ["1.1.1"] and "供暖" in rows["evidence"].iloc[0]
    assert "heat" in [theme.id for theme in study.theme_definitions]


def test_the_command_writes_the_file_and_tells_what_it_is_worth(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "heat.toml"
    words = ["themes", "learn", str(codes_file(tmp_path)), "--id", "heat", "--name", "供暖", "-o", str(out)]
    assert main(words) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("56 sentences coded, 19 of the theme, in 6 groups; left out in turn: F1 ")
    assert said[1].startswith("F1 by the number of coded sentences: ") and said[2].startswith("code next (")
    assert load_themes(out)[-1].name == "供暖"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("text\n甲\n", "lacks the column code; it has: text"),
        ("text,code\n甲,2\n", r"coded\.csv:2: code must be 1, 0 or empty; found: '2'"),
        ("text,code\n甲,1\n乙,0\n", "1 sentences are coded 1 and 1 are coded 0; a theme needs at least 5"),
        ("", "lacks the column code, text"),
        ("text,code,document\n" + "供暖,1,a\n教育,0,a\n" * 6, "all coded sentences are of one document"),
    ],
)
def test_codes_that_nothing_can_be_learned_from_are_told(
    tmp_path: Path, text: str, match: str, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "coded.csv").write_text(text, "utf-8")
    assert main(["learn", str(tmp_path / "coded.csv")]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    with pytest.raises(AssertionError, match=match):
        raise AssertionError(said)


def test_a_bad_id_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["learn", str(codes_file(tmp_path)), "--id", "供暖"]) == 2
    assert "an id is small Latin letters" in capsys.readouterr().err


def test_confidence_is_an_option_of_the_table(study: Study):
    more, fewer = study.table("themes", confidence=0.1), study.table("themes", confidence=0.9)
    assert len(more) > len(study.themes) > len(fewer)
    with pytest.raises(InputProblem, match=r"confidence must be above 0 and below 1; 1\.5 came"):
        study.table("themes", confidence=1.5)


def test_coded_sheets_are_read_from_gbk(tmp_path: Path):
    data = codes_file(tmp_path).read_text("utf-8-sig").encode("gbk")
    (tmp_path / "gbk.csv").write_bytes(data)
    assert len(read_codes(tmp_path / "gbk.csv")) == 60


# --- the gold ------------------------------------------------------------------------------------------


def test_a_person_s_sheet_is_scored(tmp_path: Path):
    sheet = table("blank").head(40)
    gold = table("sentences").set_index("id")["themes"]
    sheet["themes"] = [gold[id_] if at < 30 else "" for at, id_ in enumerate(sheet["id"])]
    sheet.to_csv(tmp_path / "mine.tsv", sep="\t", index=False, quoting=3)
    found = person(tmp_path / "mine.tsv").set_index("theme")
    assert (found["sentences"] == 30).all() and (found["person"] == found["gold"]).all()
    assert set(found["kappa"].dropna()) == {1.0}


def test_the_reserve_is_found_as_well():
    found = on_reserve().set_index("theme")
    assert found.loc["digitalization", "f1"] >= 0.95 and found.loc["livelihood", "f1"] >= 0.92
    assert (found["f1"] >= found["f1_list"]).all()
    assert found.loc["urban_renewal", "f1"] >= 0.4
    assert (found["f1"] - found["f1_list"]).mean() > 0.1


def test_every_sentence_of_the_gold_was_read_twice_and_settled():
    readings, settled = table("readings"), table("sentences").set_index("id")["themes"]
    by = {who: part.set_index("id")["themes"] for who, part in readings.groupby("reader")}
    assert set(by["a"].index) == set(by["b"].index) == set(settled.index)
    differ = {id_ for id_ in settled.index if by["a"][id_] != by["b"][id_]}
    assert differ == set(by["third"].index)
    assert all(settled[id_] == (by["third"] if id_ in differ else by["a"])[id_] for id_ in settled.index)


@pytest.mark.parametrize("name", ["written", "composed"])
def test_what_was_written_is_coded_by_the_codebook_and_no_sentence_of_a_document(name: str):
    written = table(name)
    known = {*themes(), "hongqiao_hub", "none"}
    assert {one.split(".")[0] for value in written["themes"] for one in value.split()} <= known
    assert written["id"].is_unique and written["text"].is_unique and (written["text"].str.len() > 4).all()
    documents = pd.concat([table(name) for name in ("sentences", "single", "reserve")])["text"]
    assert not near_one_of(written["text"], documents).any()


@pytest.mark.slow
def test_the_plain_rival_is_beaten_on_a_document_left_out():
    rows = coded_gold()
    names = ["digitalization", "livelihood"]
    out = (rows["document"] == "shanghai-14fyp-outline-2021").to_numpy()
    sheet = sheet_of(rows, gold_reader(), names)
    judged = out & rows["gold"].to_numpy(bool)
    scores = scored(learn(sheet.part(~out)), sheet.part(judged))
    rival = listed(rows.loc[judged, "text"], gold_reader(), names)
    for at in range(2):
        code = sheet.codes[judged][:, at]
        assert f1(code, scores[:, at] > -0.5) > f1(code, rival[:, at])


def test_agreement_of_the_readers_is_scikit_learn_s():
    found = agreement().set_index("theme")
    first, second, _ = both_readings()
    for at, theme in enumerate(found.index):
        assert found.loc[theme, "kappa"] == pytest.approx(cohen_kappa_score(first[:, at], second[:, at]))
    assert (found["kappa_low"] <= found["kappa"]).all() and (found["kappa"] <= found["kappa_high"]).all()
