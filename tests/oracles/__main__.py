"""
``python -m tests.oracles``: ask nltk, lexicalrichness and prince again, and write ``values.json``.

Needs these libraries, which nothing else here does: ``pip install nltk lexicalrichness prince``.
"""

from __future__ import annotations

import json
import random
from importlib.metadata import version
from pathlib import Path
from typing import Any

LIBRARIES = ("nltk", "lexicalrichness", "prince")


def pairs() -> list[dict[str, Any]]:
    """Association of random pairs by nltk: the joint count, the single ones, all; what it makes of them."""
    from nltk.metrics import BigramAssocMeasures as Of

    names = ("pmi", "student_t", "dice", "chi_sq", "likelihood_ratio")
    draw, found = random.Random(1), []
    for _ in range(40):
        f1, f2, n = draw.randint(1, 400), draw.randint(1, 400), draw.randint(1000, 100_000)
        f = draw.randint(1, min(f1, f2))
        measures = {name: float(getattr(Of, name)(f, (f1, f2), n)) for name in names}
        found.append({"given": [f, f1, f2, n], **measures})
    return found


def texts() -> list[dict[str, Any]]:
    """Richness of random texts by lexicalrichness."""
    from lexicalrichness import LexicalRichness

    draw, found = random.Random(2), []
    for size in (120, 300, 700):
        words = [f"w{min(draw.randint(1, 300), draw.randint(1, 300))}" for _ in range(size)]
        of = LexicalRichness(words, preprocessor=None, tokenizer=None)
        found.append({"words": words, "mattr": of.mattr(50), "mtld": of.mtld(0.72), "yule_k": of.yulek})
    return found


def tables() -> list[dict[str, Any]]:
    """Correspondence analysis of random tables by prince."""
    import pandas as pd
    from prince import CA

    draw, found = random.Random(3), []
    for rows, columns in ((3, 4), (5, 9), (8, 20)):
        counts = [[draw.randint(1, 30) for _ in range(columns)] for _ in range(rows)]
        frame = pd.DataFrame(counts)
        model = CA(n_components=2, n_iter=20, random_state=1).fit(frame)
        found.append(
            {
                "counts": counts,
                "inertias": model.eigenvalues_.tolist(),
                "rows": model.row_coordinates(frame).to_numpy().tolist(),
                "columns": model.column_coordinates(frame).to_numpy().tolist(),
            }
        )
    return found


if __name__ == "__main__":
    values = {
        "versions": {name: version(name) for name in LIBRARIES},
        "pairs": pairs(),
        "texts": texts(),
        "tables": tables(),
    }
    (Path(__file__).parent / "values.json").write_text(json.dumps(values, indent=0) + "\n", encoding="utf-8")
