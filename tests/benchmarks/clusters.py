"""
``python -m tests.benchmarks.clusters [FOLDER]``: log-entropy weights against tf-idf, chapters as labels.

Adjusted mutual information of clusters and chapters, mean over 6 to 14 clusters, for every document of FOLDER
(without one, those of the tests) that has three chapters or more; the difference with its standard error over
documents. Chapters are a poor truth, but the same for both.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_mutual_info_score

from analysis import Study
from analysis.judgements.cluster_profiles import unit_parts
from analysis.judgements.clustering import FEWEST_UNITS, Features, partition
from analysis.tables import InputProblem
from tests.conftest import DOCUMENTS

KS = (6, 8, 10, 12, 14)
FEWEST_CHAPTERS = 3


def log_entropy(found: Features) -> np.ndarray:
    """Ln(1 + n) × (1 + Σ p ln p / ln units): words spread over all paragraphs weigh nothing (Dumais 1991)."""
    counts = found.counts.astype(float)
    p = counts / np.maximum(counts.sum(axis=0), 1)
    entropy = np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0).sum(axis=0)
    weights = np.log1p(counts) * (1 + entropy / np.log(max(2, counts.any(axis=1).sum())))
    norms = np.linalg.norm(weights, axis=1, keepdims=True)
    return np.divide(weights, norms, out=np.zeros_like(weights), where=norms > 0)


def compared(path: Path) -> tuple[float, float] | None:
    """Agreement with the chapters under both weights; None where there are too few."""
    study = Study.open(path)
    try:
        found = study.features
    except InputProblem:
        return None
    grouped = found.weights.any(axis=1)
    chapters = unit_parts(study.grouped(6), study.sentences).to_numpy()[grouped]
    if len(set(chapters.tolist()) - {0}) < FEWEST_CHAPTERS or grouped.sum() < 2 * FEWEST_UNITS:
        return None
    tf_idf, entropy = (
        float(np.mean([adjusted_mutual_info_score(chapters, partition(weights[grouped], k)) for k in KS]))
        for weights in (found.weights, log_entropy(found))
    )
    return tf_idf, entropy


def main(folder: Path) -> None:
    """Print the agreement of each document, then the mean difference."""
    differences = []
    for path in sorted(folder.rglob("*.txt")):
        if (pair := compared(path)) is not None:
            differences.append(pair[1] - pair[0])
            print(f"{path.stem:45} tf-idf {pair[0]:.3f}, log-entropy {pair[1]:.3f}, {differences[-1]:+.3f}")
    error = np.std(differences, ddof=1) / np.sqrt(len(differences))
    print(f"{len(differences)} documents: {np.mean(differences):+.3f}, standard error {error:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
