"""
``python -m tests.gold.place_likelihood``: how well it is foretold which rows of places readers find right.

Learned from ``corpus/gold/places/judged_rows.tsv``, a row per judged row of the table: the group of reports
that it was judged with, the report, the share of its readers who found it right, and its properties
(`analysis.judgements.place_likelihood`). Each group is foretold by weights that saw nothing of it. Printed
are how many of the rows foretold so are right, by steps, and of the likeliest shares of all rows. ``--write``
keeps weights learned from all in ``corpus/weights/places.tsv``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.resources import folder

SHEET = Path(__file__).parents[2] / "corpus" / "gold" / "places" / "judged_rows.tsv"
LEAST, PENALTY = 6, 0.1  # rows that a property needs; the inverse strength of the penalty
STEPS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9)
SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)


def judged(path: Path = SHEET) -> pd.DataFrame:
    """The judged rows, their properties as sets."""
    types = {"group": str, "right": float}
    rows = pd.read_csv(path, sep="\t", dtype=types, keep_default_na=False, quoting=3)
    return rows.assign(properties=rows["properties"].str.split(" "))


def learned(rows: pd.DataFrame) -> dict[str, float]:
    """The weight of each property that enough rows have, and of the bias."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    n = Counter(one for known in rows["properties"] for one in set(known))
    kept = [{one: 1 for one in known if n[one] >= LEAST} for known in rows["properties"]]
    table = DictVectorizer()
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    model.fit(table.fit_transform(kept), rows["right"].to_numpy() >= 0.5)
    weights = dict(zip(table.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {"1": float(model.intercept_[0]), **weights}


def foretold(rows: pd.DataFrame) -> np.ndarray:
    """For each row how likely it is right, by weights that saw nothing of its group."""
    from analysis.judgements.place_likelihood import likely

    found = np.zeros(len(rows))
    for group in sorted(set(rows["group"])):
        out = (rows["group"] == group).to_numpy()
        weights = learned(rows[~out])
        found[out] = [likely(["1", *known], weights) for known in rows["properties"][out]]
    return found


def steps(rows: pd.DataFrame, told: np.ndarray) -> pd.DataFrame:
    """Per step of what is foretold: rows, the mean foretold, and the share that is right."""
    step = np.digitize(told, STEPS)
    table = pd.DataFrame({"step": step, "foretold": told, "right": rows["right"].to_numpy()})
    grouped = table.groupby("step").agg(
        n=("right", "size"), foretold=("foretold", "mean"), right=("right", "mean")
    )
    return grouped.rename(index=lambda at: f"from {STEPS[at - 1]:g}")


def likeliest(rows: pd.DataFrame, told: np.ndarray) -> pd.DataFrame:
    """Of the likeliest shares of all rows how many are right."""
    right = rows["right"].to_numpy()[np.argsort(-told, kind="stable")]
    n = [round(share * len(right)) for share in SHARES]
    return pd.DataFrame({"n": n, "right": [right[:size].mean() for size in n]}, index=list(SHARES))


def by_group(rows: pd.DataFrame, told: np.ndarray, least: float = 0.8) -> pd.DataFrame:
    """Per group: its rows and the share that is right, of all and of those foretold as likely as `least`."""
    likely = told >= least
    table = pd.DataFrame({"group": rows["group"], "right": rows["right"], "n": 1, "likely": likely})
    every, best = table.groupby("group"), table[likely].groupby("group")
    sums = {"n": every["n"].sum(), "right": every["right"].mean()}
    return pd.DataFrame({**sums, "n_likely": best["n"].sum(), "right_likely": best["right"].mean()})


def write(weights: dict[str, float], rows: pd.DataFrame, path: Path) -> None:
    """Keep the weights, each with the number of rows that have its property."""
    n = Counter(one for known in rows["properties"] for one in set(known)) | {"1": len(rows)}
    lines = [f"{one}\t{weight:.4f}\t{n[one]}\n" for one, weight in sorted(weights.items())]
    path.write_text("property\tweight\tn\n" + "".join(lines), encoding="utf-8")


def main(words: Sequence[str]) -> None:
    """Print what is foretold, and keep weights learned from all where asked to."""
    rows = judged()
    told = foretold(rows)
    print(f"{len(rows)} rows of {rows['report'].nunique()} reports in {rows['group'].nunique()} groups")
    print(steps(rows, told).round(2).to_string())
    print(likeliest(rows, told).round(2).to_string())
    print(by_group(rows, told).round(2).to_string())
    if "--write" in words:
        write(learned(rows), rows, folder("corpus") / "weights" / "places.tsv")


if __name__ == "__main__":
    main(sys.argv[1:])
