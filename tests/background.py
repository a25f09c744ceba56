"""
Make ``corpus/vectors.tsv`` anew from the eleven public documents: ``python -m tests.background``.

Run it when the lexicon has changed much; the test of the vectors compares the neighbours of a few words.
"""

from __future__ import annotations

import pandas as pd

from analysis import Study
from analysis.resources import folder
from analysis.vectors import WordVectors, as_text, word_vectors
from tests.conftest import DOCUMENTS


def background() -> WordVectors:
    """Vectors of the content words of the eleven documents."""
    parts = []
    for path in sorted(DOCUMENTS.glob("*.txt")):
        study = Study.open(path)
        tokens = study.tokens
        content = tokens["token"].str.fullmatch(r"\w{2,}") & ~tokens["tag"].isin(["m", "t"])
        words = tokens[content & ~tokens["token"].isin(study.lexicon.stop_words)]
        parts.append(words.assign(sentence_id=path.stem + "/" + words["sentence_id"]))
    return word_vectors(pd.concat(parts))


if __name__ == "__main__":
    target = folder("corpus") / "vectors.tsv"
    made = background()
    target.write_text(as_text(made), encoding="utf-8")
    print(f"{target.name}: {len(made.words):,} words of {made.vectors.shape[1]} dimensions")
