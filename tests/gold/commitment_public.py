"""
``python -m tests.gold.commitment_public FOLDER``: figures on seven public documents of 2012 to 2025.

No rule was made from them. 210 sentences were coded by two readers each (language models; of the modes 208
are alike, the verbs agree with F1 .96), the first of whom counts; 208 others by one. A third told the kinds
of error of the 210 in words and examples of its own, after which the rules were mended: the others are what
tells. The documents (titles in ``corpus/gold/commitments/README.md``) lie in FOLDER as ``NAME.txt``; rows
whose sentence begins otherwise in that copy are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.gold.commitment_scores import Sentence, interval, kappa, mode_f1, mode_recall, verb_f1
from tests.gold.commitment_written import of_documents
from tests.gold.quantity_scores import gold_rows

SHEETS = {
    "seven, told by kinds": "public_commitments.tsv",
    "seven, others": "public_commitments_others.tsv",
    "fourteen, read openly": "public_commitments_second.tsv",
    "ten, at first sight": "public_commitments_third.tsv",
}


def figures(folder: Path) -> Iterator[str]:
    """Lines of figures."""
    for told, sheet in SHEETS.items():
        coded = of_documents(gold_rows(sheet), folder)
        yield f"{told}: {_line(coded)}"
        for name in sorted({one.document for one in coded}):
            yield f"  {name}: verb F1 {verb_f1([one for one in coded if one.document == name]):.3f}"


def _line(coded: list[Sentence]) -> str:
    alike = sum(one.mode == one.found_mode for one in coded) / len(coded)
    low, high = interval(coded, verb_f1)
    return (
        f"{len(coded)} sentences; modes right {alike:.3f}, macro-F1 {mode_f1(coded):.3f}, recall "
        f"{mode_recall(coded)}; verb F1 {verb_f1(coded):.3f} ({low:.2f} to {high:.2f}); "
        f"strength kappa {kappa(coded):.3f}"
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name the folder in which the seven documents lie")
    print(*figures(Path(sys.argv[1])), sep="\n")
