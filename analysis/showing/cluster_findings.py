"""What clusters show, as values: how many, how far they can be trusted, whether they repeat the chapters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.prose import Case
from analysis.showing.finding import Finding, Findings

if TYPE_CHECKING:
    import pandas as pd

# Agreement (adjusted mutual information) from which clusters repeat the chapters, do so in part, or weakly.
LARGELY, PARTLY, WEAKLY = 0.5, 0.25, 0.1
_DIGITS = 2  # of it that are told


def cluster_number(curve: pd.DataFrame) -> Finding:
    """How many clusters, which other numbers are as good, and whether shuffled words do as well."""
    if curve.empty:
        return no_clusters(curve.attrs.get("refusal", ""))
    chosen = curve[curve["chosen"]].iloc[0]
    others = curve.loc[curve["as_good"] & ~curve["chosen"], "k"].tolist()
    beyond = chosen["ari"] - chosen["sd"] > chosen["ari_shuffled"]
    ari, shuffled = chosen["ari"], chosen["ari_shuffled"]
    last = bool(chosen["k"] == curve["k"].max())
    return Finding(
        "cluster_number",
        k=chosen["k"],
        last=last,
        ari=ari,
        shuffled=shuffled,
        beyond=beyond,
        others=others,
    )


def cluster_quality(stability: pd.DataFrame, agreement: Mapping[str, float]) -> Findings:
    """How many clusters can be trusted; how far they repeat chapters and articles (`agreement`, by these)."""
    if stability.empty:
        return Findings((no_clusters(stability.attrs.get("refusal", "")),))
    verdicts = stability["verdict"].value_counts()
    shuffled = stability["jaccard_shuffled"].iloc[0]
    trusted = Finding(
        "cluster_stability",
        clusters=len(stability),
        stable=verdicts.get("stable", 0),
        doubtful=verdicts.get("doubtful", 0),
        not_supported=verdicts.get("not supported", 0),
        shuffled=shuffled,
        beatable=bool(shuffled < 1),
    )
    return Findings((trusted, *(_agreement(Case(parts), value) for parts, value in agreement.items())))


def _agreement(parts: Case, agreement: float) -> Finding:
    """How far clusters repeat the parts of the document."""
    told = round(agreement, _DIGITS) + 0.0
    return Finding(
        "cluster_agreement",
        agreement=told,
        parts=parts,
        repeats=_repeats(told),
        largely=LARGELY,
        partly=PARTLY,
        weakly=WEAKLY,
    )


def _repeats(agreement: float) -> Case:
    """The word for an agreement of clusters and chapters."""
    limits = {"largely": LARGELY, "partly": PARTLY, "weakly": WEAKLY}
    return Case(next((word for word, least in limits.items() if agreement >= least), "hardly"))


def no_clusters(problem: str) -> Finding:
    """Said in place of clusters; `problem` is why they are refused."""
    return Finding("no_clusters", problem=problem)
