"""
``python -m tests.gold.place_likelihood``: how well it is foretold which rows of places readers find right.

Learned from ``corpus/gold/places/judged_rows.tsv``, a row per judged row of the table: the group of reports
that it was judged with, the report, the share of its readers who found it right with nothing missing
(`right`) and of those who found that what it says is so (`true`), and its properties
(`analysis.judgements.place_likelihood`). Each group is foretold by weights that saw nothing of it. Printed
are, for both, how many of the rows foretold so are right, by steps and of the likeliest shares of all rows;
then what is true and right by groups, of all rows and of those that would be shown. ``--write`` keeps
weights learned from all in ``corpus/weights/places.tsv``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.judgements.place_doubts import MORE
from analysis.judgements.place_likelihood import SURE
from analysis.resources import folder

SHEET = Path(__file__).parents[2] / "corpus" / "gold" / "places" / "judged_rows.tsv"
LEAST, PENALTY = 6, 0.1  # rows that a property needs; the inverse strength of the penalty
STEPS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9)
TARGETS = {"true": "true", "right": "whole"}  # what readers said, and the column of its weights
SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)


def judged(path: Path = SHEET) -> pd.DataFrame:
    """The judged rows, their properties as sets."""
    types = {"group": str, "right": float, "true": float}
    rows = pd.read_csv(path, sep="\t", dtype=types, keep_default_na=False, quoting=3)
    return rows.assign(properties=rows["properties"].str.split(" "))


def learned(rows: pd.DataFrame, target: str) -> dict[str, float]:
    """
    The weight of each property that enough rows have, and of the bias. A row on which its readers disagree
    speaks for both sides, by their shares.
    """
    from scipy.sparse import vstack
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    n = Counter(one for known in rows["properties"] for one in set(known))
    kept = [{one: 1 for one in known if n[one] >= LEAST} for known in rows["properties"]]
    table = DictVectorizer()
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    known, said = table.fit_transform(kept), rows[target].to_numpy()
    sides = np.repeat([1, 0], len(rows))
    model.fit(vstack([known, known]), sides, sample_weight=np.concatenate([said, 1 - said]))
    weights = dict(zip(table.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {"1": float(model.intercept_[0]), **weights}


def foretold(rows: pd.DataFrame, target: str) -> np.ndarray:
    """
    For each row how likely it is `true` or `right`, by weights that saw nothing of its group; to two places,
    and never likelier right than true, as the table has it.
    """
    own = _foretold(rows, target)
    return (own if target == "true" else np.minimum(own, _foretold(rows, "true"))).round(2)


def _foretold(rows: pd.DataFrame, target: str) -> np.ndarray:
    from analysis.judgements.place_likelihood import likely

    found = np.zeros(len(rows))
    for group in sorted(set(rows["group"])):
        out = (rows["group"] == group).to_numpy()
        weights = learned(rows[~out], target)
        found[out] = [likely(["1", *known], weights) for known in rows["properties"][out]]
    return found


def steps(right: pd.Series, told: np.ndarray) -> pd.DataFrame:
    """Per step of what is foretold: rows, the mean foretold, and the share that is right."""
    step = np.digitize(told, STEPS)
    table = pd.DataFrame({"step": step, "foretold": told, "right": right.to_numpy()})
    grouped = table.groupby("step").agg(
        n=("right", "size"), foretold=("foretold", "mean"), right=("right", "mean")
    )
    return grouped.rename(index=lambda at: f"from {STEPS[at - 1]:g}")


def likeliest(said: pd.Series, told: np.ndarray) -> pd.DataFrame:
    """Of the likeliest shares of all rows how many are right."""
    right = said.to_numpy()[np.argsort(-told, kind="stable")]
    n = [round(share * len(right)) for share in SHARES]
    return pd.DataFrame({"n": n, "right": [right[:size].mean() for size in n]}, index=list(SHARES))


def shown(rows: pd.DataFrame, told: np.ndarray) -> np.ndarray:
    """Which rows the table would show: those foretold as likely as `SURE` without a doubt but `MORE`."""
    doubts = [{one for one in known if one.startswith("doubt=")} for known in rows["properties"]]
    return np.array([one <= {"doubt=", f"doubt={MORE}"} for one in doubts]) & (told >= SURE)


def by_group(rows: pd.DataFrame, told: np.ndarray) -> pd.DataFrame:
    """Per group what is true and right, of all rows and of those that would be shown."""
    sums = {"n": ("true", "size"), "true": ("true", "mean"), "right": ("right", "mean")}
    every, sure = rows.groupby("group").agg(**sums), rows[shown(rows, told)].groupby("group").agg(**sums)
    return every.join(sure.add_suffix("_shown"))


def write(rows: pd.DataFrame, path: Path) -> None:
    """Keep the weights learned from all, each with the number of rows that have its property."""
    n = Counter(one for known in rows["properties"] for one in set(known)) | {"1": len(rows)}
    found = {column: learned(rows, target) for target, column in TARGETS.items()}
    names = sorted(found["true"])
    lines = ["\t".join((one, *(f"{found[of][one]:.4f}" for of in found), str(n[one]))) for one in names]
    path.write_text("\n".join(["\t".join(("property", *found, "n")), *lines, ""]), encoding="utf-8")


def main(words: Sequence[str]) -> None:
    """Print what is foretold, and keep weights learned from all where asked to."""
    rows = judged()
    print(f"{len(rows)} rows of {rows['report'].nunique()} reports in {rows['group'].nunique()} groups")
    for target, column in TARGETS.items():
        told = foretold(rows, target)
        print(f"\n{column}")
        print(steps(rows[target], told).round(2).to_string())
        print(likeliest(rows[target], told).round(2).to_string())
    told = foretold(rows, "true")
    kept = rows[shown(rows, told)]
    print(f"\nshown: {len(kept)}, true {kept['true'].mean():.2f}, right {kept['right'].mean():.2f}")
    print(by_group(rows, told).round(2).to_string())
    if "--write" in words:
        write(rows, folder("corpus") / "weights" / "places.tsv")


if __name__ == "__main__":
    main(sys.argv[1:])
