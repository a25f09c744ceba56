"""The co-word network: only pairs surely together more than by chance, communities by the measure."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2, false_discovery_control

from analysis.measures.collocations import collocations
from analysis.measures.network import MEASURES, communities, layout, network, surely_attracted
from analysis.study import Study
from analysis.tables import TABLES, InputProblem, build


def test_a_network_has_few_nodes_and_numbered_communities(study: Study):
    edges = study.network(nodes=20, minimum=3)
    assert edges.columns.tolist() == TABLES["network"].names
    nodes = {*edges["word1"], *edges["word2"]}
    assert 10 < len(nodes) <= 20
    of_word = dict(zip(edges["word1"], edges["community1"], strict=True))
    of_word |= dict(zip(edges["word2"], edges["community2"], strict=True))
    sizes = Counter(of_word.values())
    assert sorted(sizes) == list(range(1, len(sizes) + 1))
    assert [sizes[number] for number in sorted(sizes)] == sorted(sizes.values(), reverse=True)
    assert all(len(row.sentence_ids.split(" | ")) == row.n for row in edges.itertuples())
    same = edges["community1"] == edges["community2"]
    assert (edges["community"] == edges["community1"].where(same, 0)).all()


def test_a_network_is_the_same_each_time_and_in_any_order(study: Study):
    pairs = study.collocations(minimum=3)
    pd.testing.assert_frame_equal(network(pairs), network(pairs.sample(frac=1, random_state=1)))
    places, again = layout(network(pairs)), layout(network(pairs).iloc[::-1])
    assert places.keys() == again.keys()
    assert all(np.allclose(places[word], again[word]) for word in places)


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"nodes": 1}, "two nodes or more; 1 came"),
        ({"measure": "beauty"}, "made by g2, log_dice, mi, t, npmi, n; 'beauty' came"),
    ],
)
def test_networks_that_cannot_be_are_refused(study: Study, options: dict, match: str):
    with pytest.raises(InputProblem, match=match):
        network(study.collocations(minimum=5), **options)


def pairs_of(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["word1", "word2", "n", "g2"])


@pytest.mark.parametrize("window", [None, 5])
def test_every_edge_is_surely_attracted(study: Study, window: int | None):
    pairs = study.collocations(window, minimum=3)
    edges = study.network(minimum=3, window=window)
    assert len(edges) > 20 and edges["score"].min() > 10.83
    of = pairs.set_index(["word1", "word2"])
    chosen = of.loc[list(zip(edges["word1"], edges["word2"], strict=True))]
    assert (chosen["mi"] > 0).all() and chosen["g2"].tolist() == edges["score"].tolist()


@pytest.mark.parametrize("measure", MEASURES)
def test_the_cut_is_of_g2_whatever_the_measure(study: Study, measure: str):
    pairs = collocations(study.words("term"), minimum=3)
    edges = network(pairs, measure=measure, nodes=10**6)
    same = network(pairs, nodes=10**6)
    key = ["word1", "word2"]
    assert set(edges[key].itertuples(index=False)) == set(same[key].itertuples(index=False))


def test_sure_pairs_are_those_of_scipy(study: Study):
    """Benjamini & Hochberg over all pairs of the words, those that are not in the table with a p of 1."""
    pairs = study.collocations(minimum=3)
    words = len({*pairs["word1"], *pairs["word2"]})
    p = np.ones(words * (words - 1) // 2)
    p[: len(pairs)] = np.where(pairs["g2"] > 0, chi2.sf(pairs["g2"].clip(lower=0), 1), 1)
    expected = pairs[false_discovery_control(p)[: len(pairs)] <= 0.05]
    assert len(expected) > 50
    pd.testing.assert_frame_equal(surely_attracted(pairs), expected)


@pytest.mark.parametrize("window", [None, 5])
def test_in_shuffled_words_hardly_any_pair_is_sure(study: Study, window: int | None):
    words = study.words("term")
    found = []
    for seed in range(10):
        shuffled = np.random.default_rng(seed).permutation(words["token"].to_numpy())
        pairs = collocations(
            words.assign(token=shuffled), window=window, minimum=3, stop_words=study.lexicon.stop_words
        )
        found.append(len(surely_attracted(pairs)))
    assert sum(found) <= 5


def test_a_network_is_of_the_words_with_the_strongest_ties():
    """The hub's four ties weigh more than the strongest single pair, for which there is no room."""
    hub = [(f"乙{at}", "甲", 9, 70.0 + at) for at in range(4)]
    pairs = pairs_of(*hub, ("丙", "丁", 9, 80.0))
    assert network(pairs, nodes=5)["word1"].tolist() == ["乙3", "乙2", "乙1", "乙0"]
    assert network(pairs, nodes=7)["word1"].tolist() == ["丙", "乙3", "乙2", "乙1", "乙0"]
    assert network(pairs, nodes=3)["word1"].tolist() == ["乙3", "乙2"]


def test_words_that_avoid_each_other_are_not_joined():
    assert network(pairs_of(("甲", "乙", 5, -90.0), ("丙", "丁", 5, 40.0)))["word1"].tolist() == ["丙"]


def test_pairs_in_reach_of_chance_are_not_joined_even_between_words_that_are_in():
    edges = network(pairs_of(("甲", "乙", 9, 80.0), ("乙", "丙", 9, 70.0), ("甲", "丙", 30, 3.0)))
    assert list(zip(edges["word1"], edges["word2"], strict=True)) == [("甲", "乙"), ("乙", "丙")]


def test_communities_are_made_by_the_measure_not_by_frequency():
    """Two strong pairs with a weak but frequent tie between them, which would draw its two together."""
    edges = [("甲", "乙", 3, 90.0), ("丙", "丁", 3, 90.0), ("乙", "丙", 500, 20.0)]
    of = communities(edges)
    assert of["甲"] == of["乙"] != of["丙"] == of["丁"]


def test_a_network_of_no_sure_pairs_is_empty(study: Study):
    for edges in (study.network(minimum=500), network(pairs_of(("甲", "乙", 5, 1.0)))):
        assert edges.empty
        full = build("network", [])
        assert edges.dtypes.equals(full.dtypes[edges.columns])
