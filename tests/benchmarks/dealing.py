"""
``python -m tests.benchmarks.dealing [RUNS]``: how often chance passes for a key word.

The articles of real documents are dealt to their chapters at random, so that no chapter has words of its own,
and keyness is asked as ever: at most 5 % of the runs may have a survivor. Beside it what survives in the
documents as they are, and what the cut of single tokens (Bonferroni) lets through in both. The last line
pools the documents: the share of all runs with a survivor and its exact 95 % interval (Clopper & Pearson
1934). The test holds the 5 % by construction, so the interval is to hold 5; a document alone has an error of
two points at 200 runs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.measures.association import critical_value
from analysis.measures.dealing import dealing
from analysis.measures.frequency import pooled
from analysis.measures.keyness import keyness
from analysis.measures.numerals import numerals
from analysis.measures.units import OUTSIDE, units
from analysis.study import Study
from tests.conftest import DOCUMENTS

MINIMUM = 3
DEALS = 199  # in each run; the table of a study has 999
NAMES = (
    None,
    "shanghai-14fyp-outline-2021.txt",
    "government-work-report-2023.txt",
    "government-work-report-1987.txt",
    "cpc-congress-report-19.txt",
)


def articles(study: Study) -> tuple[pd.DataFrame, set[str]]:
    """Counts by chapter and article, and the words that are not compared."""
    words = study.words("word")
    chapter = study.sentences.set_index("sentence_id")["chapter"].astype("str")
    article = words["sentence_id"].map(units(study.sentences, "chapter"))
    words = words.assign(group=words["sentence_id"].map(chapter), article=article)
    left_out = set(study.lexicon.stop_words) | numerals(words)
    return pooled([words[words["group"] != OUTSIDE]], ["group", "article", "token"]), left_out


def dealt(counts: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The same articles in other chapters."""
    place = counts[["group", "article"]].drop_duplicates()
    groups = dict(zip(place["article"], rng.permutation(place["group"]), strict=True))
    return counts.assign(group=counts["article"].map(groups))


def passing(counts: pd.DataFrame, left_out: set[str], *, seed: int, deals: int) -> tuple[int, int]:
    """How many rows survive the dealing of articles, and how many the cut of single tokens."""
    totals = counts.groupby(["group", "term"], sort=False)["n"].sum().reset_index()
    rows = keyness(totals, stop_words=left_out, minimum=MINIMUM)
    table = dealing(counts, rows, deals=deals, seed=seed)
    above = table["g2"].abs() >= critical_value(len(table))
    return int((table["survives"] == "yes").sum()), int(above.sum())


def figures(runs: int) -> Iterator[str]:
    """A line for each document, and one for all."""
    survivors = 0
    for at, name in enumerate(NAMES):
        study = Study.open(None if name is None else DOCUMENTS / name)
        counts, left_out = articles(study)
        rng = np.random.default_rng([at, runs])
        seeds = rng.integers(2**32, size=runs).tolist()
        found = np.array([passing(dealt(counts, rng), left_out, seed=seed, deals=DEALS) for seed in seeds])
        real, above = passing(counts, left_out, seed=0, deals=999)
        survivors += int((found[:, 0] > 0).sum())
        share, shares = 100 * (found > 0).mean(axis=0)
        error = np.sqrt(5 * 95 / runs)
        yield (
            f"{study.document.id}: {counts['article'].nunique()} articles or paragraphs in "
            f"{counts['group'].nunique()} chapters; dealt at random {runs} times, {share:.1f} % have a "
            f"survivor (aim 5 at most, standard error {error:.1f}), {shares:.0f} % a word above the cut of "
            f"Bonferroni, {found[:, 1].mean():.1f} on average; as it stands {real} survive, {above} are "
            "above that cut"
        )
    yield pooled_line(survivors, runs * len(NAMES))


def pooled_line(survivors: int, runs: int) -> str:
    """
    The share of all runs, with its interval.

    Examples
    --------
    >>> pooled_line(50, 1000)
    'all documents: 50 of 1000 runs have a survivor: 5.0 % (95 % interval 3.7 to 6.5)'
    """
    from scipy.stats import binomtest

    interval = binomtest(survivors, runs).proportion_ci(0.95, method="exact")
    return (
        f"all documents: {survivors} of {runs} runs have a survivor: {100 * survivors / runs:.1f} % "
        f"(95 % interval {100 * interval.low:.1f} to {100 * interval.high:.1f})"
    )


def main(runs: int) -> None:
    """Print them."""
    for line in figures(runs):
        print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
