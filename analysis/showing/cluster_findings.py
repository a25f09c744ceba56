"""What clusters show, as values: how many, how far they can be trusted, whether they repeat the chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.showing.finding import Finding, Findings

if TYPE_CHECKING:
    import pandas as pd

MOST = 0.5  # agreement from which clusters repeat the chapters


def cluster_number(curve: pd.DataFrame) -> Finding:
    """How many clusters, which other numbers are as good, and whether shuffled words do as well."""
    if curve.empty:
        return no_clusters(curve.attrs.get("refusal", ""))
    chosen = curve[curve["chosen"]].iloc[0]
    others = curve.loc[curve["as_good"] & ~curve["chosen"], "k"].tolist()
    beyond = chosen["ari"] - chosen["sd"] > chosen["ari_shuffled"]
    ari, shuffled = chosen["ari"], chosen["ari_shuffled"]
    return Finding("cluster_number", k=chosen["k"], ari=ari, shuffled=shuffled, beyond=beyond, others=others)


def cluster_quality(stability: pd.DataFrame, agreement: float) -> Findings:
    """How many clusters can be trusted, and how far they repeat the chapters."""
    if stability.empty:
        return Findings((no_clusters(stability.attrs.get("refusal", "")),))
    verdicts, repeats = stability["verdict"].value_counts(), agreement >= MOST
    trusted = Finding(
        "cluster_stability",
        clusters=len(stability),
        stable=verdicts.get("stable", 0),
        doubtful=verdicts.get("doubtful", 0),
        not_supported=verdicts.get("not supported", 0),
        shuffled=stability["jaccard_shuffled"].iloc[0],
    )
    return Findings((trusted, Finding("cluster_agreement", agreement=agreement, repeats=repeats)))


def no_clusters(problem: str) -> Finding:
    """Said in place of clusters; `problem` is why they are refused."""
    return Finding("no_clusters", problem=problem)
