"""Clusters: the same every time, right where it is plain, doubted where there is nothing, refused in time."""

from __future__ import annotations

import io
import logging
import math
import os
import random
import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis.judgements import stability as stability_module
from analysis.judgements.cluster_profiles import agreement, chapter_grid, typical_sentences, unit_parts
from analysis.judgements.clustering import Features, cluster_terms, clusters, features, weighted
from analysis.judgements.shuffling import shuffled, shuffles
from analysis.judgements.stability import choose_k, stability
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build
from tests.conftest import ROOT, plain_segmenter, tables_of

SCHOOL = re.findall("..", "教育学校学生教师课程教学学习知识老师大学中学小学考试课堂教材")
FLIGHT = re.findall("..", "航空机场飞机航线旅客货运飞行航班跑道货物运输客机空港机票仓库")


def paragraphs(*vocabularies: list[str], count: int = 20, words: int = 8, seed: int = 5) -> str:
    """Paragraphs of words drawn at random, from each vocabulary in turn."""
    draw = random.Random(seed)
    return "\n".join(
        "，".join(draw.sample(vocabularies[at % len(vocabularies)], words)) + "。" for at in range(count)
    )


def features_of(text: str, **options) -> Features:
    return features(tables_of(text)[1], **options)


def partition(table: pd.DataFrame) -> set[frozenset[str]]:
    return {frozenset(units) for _, units in table.groupby("cluster")["unit_id"]}


@pytest.fixture(scope="module")
def two() -> Features:
    return features_of(paragraphs(SCHOOL, FLIGHT))


@pytest.fixture(scope="module")
def noise() -> Features:
    """Sixty paragraphs of words that have nothing to do with each other."""
    draw = np.random.default_rng(0)
    characters = [chr(code) for code in range(0x4E00, 0x4E00 + 600)]
    counts = (draw.random((60, 600)) < 0.04).astype("int64")
    return weighted(tuple(f"p0.{at}" for at in range(1, 61)), tuple(characters), counts)


# --- features --------------------------------------------------------------------------------------------


def test_weights_equal_the_formula():
    counts = np.array([[1, 2], [0, 1], [3, 0], [0, 0]])
    found = weighted(("p0.1", "p0.2", "p0.3", "p0.4"), ("学校", "教育"), counts)
    idf = 1 + math.log((1 + 3) / (1 + 2))  # three units with words, two of them with each
    first = np.array([1 * idf, (1 + math.log(2)) * idf])
    expected = np.array([first / np.linalg.norm(first), [0, 1], [1, 0], [0, 0]])
    np.testing.assert_allclose(found.weights, expected)


def test_words_are_counted_in_each_paragraph():
    found = features_of("教育教育,学校,课程,天气。\n教育,课程,机场,航班。\n学校,学校,课程,航班,机场。")
    assert found.words == ("学校", "教育", "机场", "航班", "课程")
    assert found.counts.tolist() == [[1, 2, 0, 0, 1], [0, 1, 1, 1, 1], [2, 0, 1, 1, 1]]


def test_paragraphs_of_fewer_than_four_content_words_are_not_grouped():
    """Forms of address and lines that lead into a list: they made the most stable cluster of a report."""
    address = "各位代表！\n"
    text = address.join([paragraphs(SCHOOL, FLIGHT) + "\n"] + ["教育学校课程。\n"] * 8)
    table = clusters(features_of(text), k=2)
    assert (table["cluster"] == 0).sum() == 16 and set(table["cluster"]) == {0, 1, 2}
    assert {"各位", "代表"}.isdisjoint(features_of(text).words)
    four = clusters(features_of(text.replace("教育学校课程。", "教育学校课程学生。")), k=2)
    assert (four["cluster"] == 0).sum() == 8


def test_what_cannot_join_paragraphs_is_left_out():
    shared = "教育、的的、2025年、99.3%、改善"
    text = f"{shared}、天气、机场、课程。\n{shared}、飞机、学校、航班。"
    assert features_of(text, stop_words={"改善"}).words == ("教育",)


def test_every_paragraph_keeps_its_row_in_reading_order(study: Study):
    units = study.features.units
    assert list(units) == list(dict.fromkeys(study.sentences["sentence_id"].str.rsplit(".", n=1).str[0]))
    assert len(units) == 63
    assert list(study.features.words) == sorted(study.features.words)
    norms = np.linalg.norm(study.features.weights, axis=1)
    assert np.allclose(norms[norms > 0], 1)


# --- the table -------------------------------------------------------------------------------------------


def test_every_paragraph_is_in_one_cluster(study: Study):
    k = 6
    table = study.clusters(k)
    assert table.columns.tolist() == TABLES["clusters"].names
    held = study.cluster_stability(k).set_index("cluster")
    assert table["jaccard"].tolist() == held["jaccard"][table["cluster"]].tolist()
    assert table["verdict"].tolist() == held["verdict"][table["cluster"]].tolist()
    assert tuple(table["unit_id"]) == study.features.units
    assert set(table["cluster"]) == set(range(1, table["cluster"].max() + 1))
    assert table["cluster"].max() <= k
    assert table["strength"].between(0, 1).all() and (table["strength"] > 0).all()
    assert table.groupby("cluster")["label"].nunique().eq(1).all()


@pytest.mark.parametrize("k", [6, 8])
def test_clusters_are_numbered_by_size_then_by_first_paragraph(study: Study, k: int):
    table = study.grouped(k).reset_index()
    keys = [(-len(units), units["index"].min()) for _, units in table.groupby("cluster")]
    assert keys == sorted(keys)


def test_labels_are_the_heaviest_terms(study: Study):
    table = study.grouped(6)
    terms = study.cluster_terms(6, top=3).groupby("cluster")["term"].agg(" | ".join)
    assert table.drop_duplicates("cluster").set_index("cluster")["label"].to_dict() == terms.to_dict()


def test_terms_weigh_inside_against_outside_by_hand():
    weights = np.array([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]])
    found = Features(("1.1", "2.1", "3.1"), ("甲", "乙"), (weights > 0).astype("int64"), weights)
    table = cluster_terms(found, [1, 1, 2])
    assert table.values.tolist() == [[1, "甲", 0.8], [2, "乙", 0.6]]


def test_units_without_any_shared_word_stand_in_cluster_0():
    text = paragraphs(SCHOOL, FLIGHT) + "\n天气晴朗。"
    table = clusters(features_of(text), k=2)
    assert table.iloc[-1].tolist() == ["p0.21", 0, "", 0.0]
    assert table.columns.tolist() == ["unit_id", "cluster", "label", "strength"]
    assert set(table["cluster"][:-1]) == {1, 2}


# --- the same every time ---------------------------------------------------------------------------------


def test_twice_the_same_text_gives_twice_the_same_table(study: Study):
    found = features(study.tokens, stop_words=study.lexicon.stop_words)
    pd.testing.assert_frame_equal(clusters(found, k=8), study.grouped(8))


def test_the_order_of_words_inside_paragraphs_does_not_matter(study: Study):
    unit = study.tokens["sentence_id"].str.rsplit(".", n=1).str[0]
    shuffled = study.tokens.sample(frac=1, random_state=2)
    shuffled = shuffled.loc[shuffled.index[np.argsort(pd.factorize(unit)[0][shuffled.index], kind="stable")]]
    assert shuffled["token"].tolist() != study.tokens["token"].tolist()
    found = features(shuffled, stop_words=sorted(study.lexicon.stop_words, reverse=True))
    pd.testing.assert_frame_equal(clusters(found, k=8), study.grouped(8))


@pytest.mark.parametrize("k", [6, 8, 9, 10, 12])
def test_the_order_of_paragraphs_does_not_matter(study: Study, k: int):
    """NMF that starts from singular vectors has no seed to choose: only numbering follows reading order."""
    found = study.features
    expected = partition(study.grouped(k))
    for seed in range(3):
        order = np.random.default_rng(seed).permutation(len(found.units))
        units = tuple(found.units[at] for at in order)
        other = Features(units, found.words, found.counts[order], found.weights[order])
        assert partition(clusters(other, k=k)) == expected


@pytest.mark.slow
def test_another_process_with_another_hash_seed_gives_the_same_table(study: Study):
    command = [sys.executable, "-m", "analysis", "clusters", "--k", "6"]
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    again = pd.read_csv(io.BytesIO(ran.stdout), dtype={"unit_id": str})
    pd.testing.assert_frame_equal(again, study.clusters(6), check_dtype=False)


# --- right where the answer is plain, doubted where there is none ------------------------------------------


def test_two_vocabularies_are_told_apart(two: Features):
    table = clusters(two, k=2)
    units = [f"p0.{at}" for at in range(1, 21)]
    assert partition(table) == {frozenset(units[::2]), frozenset(units[1::2])}
    assert table["cluster"].tolist() == [1, 2] * 10
    assert (table["strength"] > 0.9).all()
    terms = cluster_terms(two, table["cluster"].to_numpy(), top=5)
    assert set(terms.loc[terms["cluster"] == 1, "term"]) <= set(SCHOOL)
    assert set(terms.loc[terms["cluster"] == 2, "term"]) <= set(FLIGHT)


def test_what_is_plain_is_stable(two: Features):
    found = stability(two, clusters(two, k=2))
    assert found[["cluster", "size", "verdict"]].values.tolist() == [[1, 10, "stable"], [2, 10, "stable"]]
    assert (found["jaccard"] >= 0.95).all()


def test_noise_is_not_supported(noise: Features):
    found = stability(noise, clusters(noise, k=6), resamples=20)
    assert found["jaccard"].mean() < 0.6
    assert (found["verdict"] == "not supported").sum() > len(found) / 2
    assert (found["verdict"] == "stable").sum() <= 1  # chance makes one now and then


@pytest.mark.parametrize(
    ("jaccard", "told", "verdict"),
    [
        (0.7496, 0.75, "stable"),
        (0.7494, 0.749, "doubtful"),
        (0.5996, 0.6, "doubtful"),
        (0.5994, 0.599, "not supported"),
    ],
)
def test_a_verdict_is_that_of_the_figure_that_is_told(
    two: Features, monkeypatch: pytest.MonkeyPatch, jaccard: float, told: float, verdict: str
):
    monkeypatch.setattr("analysis.judgements.stability._jaccards", lambda *_: {1: jaccard, 2: 0.9})
    monkeypatch.setattr("analysis.judgements.stability.shuffled_jaccard", lambda *_: 0.3)
    found = stability(two, clusters(two, k=2))
    assert found.loc[0, ["jaccard", "verdict"]].tolist() == [told, verdict]


def test_stability_of_the_proposal_is_the_same_every_time(study: Study):
    found = study.cluster_stability(6)
    pd.testing.assert_frame_equal(stability(study.features, study.clusters(6)), found)
    assert found["size"].sum() == 63
    assert found["jaccard"].between(0, 1).all()
    assert found["jaccard_shuffled"].nunique() == 1
    low = max(0.6, found["jaccard_shuffled"].iloc[0])
    limits = {"stable": (0.75, 1.0), "doubtful": (low, 0.75), "not supported": (0.0, low)}
    assert all(limits[row.verdict][0] <= row.jaccard <= limits[row.verdict][1] for row in found.itertuples())


# --- against shuffled words ------------------------------------------------------------------------------


def test_shuffled_words_stay_as_many_and_paragraphs_as_long(study: Study):
    dealt, again = shuffles(study.features, 2)
    for found in (dealt, again):
        assert (found.counts.sum(axis=0) == study.features.counts.sum(axis=0)).all()
        assert (found.counts.sum(axis=1) == study.features.counts.sum(axis=1)).all()
    assert (dealt.counts != again.counts).any() and (dealt.counts != study.features.counts).any()


def test_what_shuffled_words_do_as_well_is_not_supported(two: Features, monkeypatch: pytest.MonkeyPatch):
    table = clusters(two, k=2)
    real = stability(two, table)
    assert real["jaccard_shuffled"].iloc[0] < 0.95 < real["jaccard"].min()
    monkeypatch.setattr(stability_module, "shuffled_jaccard", lambda found, k: 1.0)
    assert set(stability(two, table)["verdict"]) == {"not supported"}


def test_few_clusters_of_shuffled_words_are_taken_for_real(study: Study):
    """Of shuffled texts other than those that the limit was made from, about one cluster in twenty passes."""
    verdicts = [
        verdict
        for seed in range(1)
        for dealt in [shuffled(study.features, np.random.default_rng(seed))]
        for verdict in stability(dealt, clusters(dealt, k=12), resamples=8)["verdict"]
    ]
    assert sum(verdict != "not supported" for verdict in verdicts) <= 0.1 * len(verdicts)


# --- refused in time -------------------------------------------------------------------------------------


def test_eleven_paragraphs_are_too_few_and_twelve_are_enough():
    with pytest.raises(
        InputProblem,
        match=r"11 distinct paragraphs of 4 content words or more cannot be clustered \(at least 12",
    ):
        clusters(features_of(paragraphs(SCHOOL, FLIGHT, count=11)), k=2)
    assert len(clusters(features_of(paragraphs(SCHOOL, FLIGHT, count=12)), k=2)) == 12


def test_identical_paragraphs_count_once():
    with pytest.raises(
        InputProblem, match="1 distinct paragraphs of 4 content words or more cannot be clustered"
    ):
        clusters(features_of("\n".join(["改善教育学校课程。"] * 30)), k=3)


@pytest.mark.parametrize("text", ["改善教育。\n改善教育。", "天气晴朗。\n飞机起飞。", "，。"])
def test_paragraphs_without_a_shared_word_are_refused(text: str):
    with pytest.raises(
        InputProblem,
        match="no word occurs in two paragraphs once stop words and paragraphs of fewer than 4 words",
    ):
        features_of(text, stop_words={"改善", "教育"})


@pytest.mark.parametrize("k", [1, 0, -3])
def test_fewer_than_two_clusters_are_refused(two: Features, k: int):
    with pytest.raises(InputProblem, match=rf"{k} cluster\(s\) asked; at least 2"):
        clusters(two, k=k)


def test_too_many_clusters_are_cut_down_with_a_warning(two: Features, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING, logger="analysis.judgements.clustering"):
        clusters(two, k=10)
        assert caplog.messages == []
        table = clusters(two, k=50)
    assert caplog.messages == ["50 clusters asked of 20 distinct paragraphs; 10 made"]
    assert table["cluster"].max() <= 10


def test_more_clusters_than_words_are_cut_down_too(caplog: pytest.LogCaptureFixture):
    few = features_of(paragraphs(SCHOOL[:6], count=40, words=4))
    assert len(few.words) == 6
    with caplog.at_level(logging.WARNING, logger="analysis.judgements.clustering"):
        assert clusters(few, k=8)["cluster"].max() <= 6
    assert caplog.messages
    assert choose_k(few, ks=(4, 8), resamples=2)["k"].max() <= 6


# --- how many, and against the chapters ------------------------------------------------------------------


def test_the_number_is_the_most_stable_one_and_others_may_be_as_good(noise: Features, two: Features):
    for found in (noise, two):
        curve = choose_k(found, ks=range(2, 7), resamples=8)
        assert curve["k"].tolist() == [2, 3, 4, 5, 6]
        rows = list(curve.itertuples())
        best = max(rows, key=lambda row: row.ari)
        within = [row.k for row in rows if row.ari >= best.ari - best.sd]
        assert curve.loc[curve["chosen"], "k"].tolist() == [best.k]
        assert curve.loc[curve["as_good"], "k"].tolist() == within


def test_more_subsamples_do_not_make_the_range_narrower(study: Study):
    few, many = (choose_k(study.features, ks=(6,), resamples=n) for n in (8, 32))
    assert (many["sd"] > 0.6 * few["sd"]).all()


def test_two_vocabularies_are_two_clusters(two: Features):
    curve = choose_k(two, ks=range(2, 6), resamples=10)
    first = curve.iloc[0]
    assert (first["ari"], first["sd"], first["chosen"]) == (1.0, 0.0, True)
    assert first["ari_shuffled"] < 0.6


def test_numbers_that_the_paragraphs_cannot_carry_are_not_tried_twice(two: Features):
    assert choose_k(two, ks=(9, 10, 11, 12), resamples=3)["k"].tolist() == [9, 10]


def cluster_rows(numbers: dict[str, int]) -> pd.DataFrame:
    return build("clusters", [(unit, number, "", 1.0, 0.8, "stable") for unit, number in numbers.items()])


def sentence_rows(chapters: dict[str, int]) -> pd.DataFrame:
    return build(
        "sentences", [(f"{unit}.1", "body", chapter, 1, 1, 0, 1, "甲") for unit, chapter in chapters.items()]
    )


CHAPTERS = {"p0.1": 0, "1.1": 1, "1.2": 1, "2.1": 2, "2.2": 2, "3.1": 2}


def test_agreement_is_one_for_the_same_partition_and_nought_for_none():
    same = {"p0.1": 3, "1.1": 2, "1.2": 2, "2.1": 1, "2.2": 1, "3.1": 1}
    assert agreement(cluster_rows(same), sentence_rows(CHAPTERS)) == pytest.approx(1)
    assert agreement(cluster_rows(dict.fromkeys(CHAPTERS, 1)), sentence_rows(CHAPTERS)) == pytest.approx(0)
    crossed = {unit: number for number, unit in enumerate(CHAPTERS, start=1)}
    assert agreement(cluster_rows(crossed), sentence_rows(CHAPTERS)) == pytest.approx(0, abs=1e-9)


def test_chapters_of_units_and_their_grid_by_hand():
    table = cluster_rows({"p0.1": 1, "1.1": 1, "1.2": 2, "2.1": 1, "2.2": 1, "3.1": 2})
    assert unit_parts(table, sentence_rows(CHAPTERS)).tolist() == [0, 1, 1, 2, 2, 2]
    grid = chapter_grid(table, sentence_rows(CHAPTERS))
    assert grid[["cluster", "chapter", "n"]].values.tolist() == [
        [1, 0, 1],
        [1, 1, 1],
        [1, 2, 2],
        [2, 0, 0],
        [2, 1, 1],
        [2, 2, 1],
    ]


def test_agreement_on_the_proposal_is_above_chance_and_below_identity(study: Study):
    assert all(0.1 < value < 0.9 for value in study.cluster_agreement(6).values())
    assert [*study.cluster_agreement(6)] == ["chapter"], "37 articles are too many"
    assert study.cluster_chapters(6)["n"].sum() == 63


def test_typical_sentences_hold_most_of_the_terms():
    table, words = tables_of("教育。教育学校。\n学校。\n机场。")
    clustered = cluster_rows({"p0.1": 1, "p0.2": 1, "p0.3": 2})
    terms = pd.DataFrame({"cluster": [1, 1, 2], "term": ["教育", "学校", "机场"], "weight": [0.5, 0.4, 0.3]})
    found = typical_sentences(clustered, terms, words, table, top=2)
    assert found.values.tolist() == [
        [1, "p0.1.2", "教育 | 学校", "教育学校。"],
        [1, "p0.1.1", "教育", "教育。"],
        [2, "p0.3.1", "机场", "机场。"],
    ]


def test_the_vocabularies_of_these_tests_are_words():
    segmenter = plain_segmenter()
    assert [word for word in SCHOOL + FLIGHT if len(segmenter.cut(word)) > 1] == []
