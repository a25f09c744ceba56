"""
``python -m tests.gold.commitment_public FOLDER``: figures on public documents of 2011 to 2026.

Of seven, 210 sentences were coded by two readers each (language models; of the modes 208 are alike, the
verbs agree with F1 .96), the first of whom counts; 182 others by one. A third told the kinds of error of
the 210 in words and examples of its own, after which the rules were mended. The errors of fourteen more
were read openly; of ten and of eighteen nobody's were before they were scored first, and what was seen
later in other tables may have been mended since. Of twelve work reports every sentence has its mode
coded, before any of them was read by who makes the rules. The documents (titles in
``corpus/gold/commitments/README.md``) lie in FOLDER as ``NAME.txt``; those that do not are passed over,
and rows whose sentence begins otherwise in that copy are left out.
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
    "ten": "public_commitments_third.tsv",
    "eighteen": "public_commitments_fourth.tsv",
}


MODES = "public_modes.tsv"


def figures(folder: Path) -> Iterator[str]:
    """Lines of figures."""
    if coded := of_documents(_there(MODES, folder), folder):
        low, high = interval(coded, mode_f1)
        recall = f"recall and sentences by mode: {mode_recall(coded)}"
        reports = len({one.document for one in coded})
        yield f"every sentence of {reports} reports: {len(coded)}"
        yield f"  mode macro-F1 {mode_f1(coded):.3f} ({low:.2f} to {high:.2f}); {recall}"
    for told, sheet in SHEETS.items():
        coded = of_documents(_there(sheet, folder), folder)
        if not coded:
            continue
        yield f"{told}: {_line(coded)}"
        for name in sorted({one.document for one in coded}):
            yield f"  {name}: verb F1 {verb_f1([one for one in coded if one.document == name]):.3f}"


def _there(sheet: str, folder: Path) -> list[dict[str, str]]:
    """The coded sentences of documents that lie in the folder."""
    return [row for row in gold_rows(sheet) if (folder / row["document"]).exists()]


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
        sys.exit("name the folder in which the documents lie")
    print(*figures(Path(sys.argv[1])), sep="\n")
