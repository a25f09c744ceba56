"""
``python -m tests.gold.commitment_written``: figures on the sentences of thirteen documents written for tests.

400 were coded by two readers, half each (language models), when the rules for verbs were done: at first
sight these had .80, which is what a new document gets. Modes had .75; their errors were then read and mended.
The modes of the other 214 were coded when that was done; .90 is what they had at first sight (.87 before).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.study import Study
from tests.conftest import DOCUMENTS
from tests.gold.commitment_scores import Sentence, interval, kappa, mode_f1, mode_recall, verb_f1, verbs_of
from tests.gold.quantity_scores import gold_rows

WRITTEN = DOCUMENTS / "written"


def sentences() -> list[Sentence]:
    """The coded sentences with the modes found today; those that are cut otherwise now are left out."""
    return of_documents(gold_rows("written_commitments.tsv"), WRITTEN)


def others() -> list[Sentence]:
    """The other sentences, of which the mode alone is coded."""
    return of_documents(gold_rows("written_modes.tsv"), WRITTEN)


def of_documents(coded: list[dict[str, str]], folder: Path) -> list[Sentence]:
    """Coded sentences with the modes found today, of the documents that lie in a folder."""
    names = sorted({row["document"] for row in coded})
    return [one for name in names for one in _of(folder / name, coded)]


def _of(path: Path, coded: list[dict[str, str]]) -> Iterator[Sentence]:
    study, name = Study.open(path), path.name
    text = study.counted_sentences.set_index("sentence_id")["text"].to_dict()
    mode = study.commitments().set_index("sentence_id")["mode"].to_dict()
    for row in coded:
        at = row["sentence_id"]
        if row["document"] == name and text.get(at, "").replace("\n", " ").startswith(row["begins"]):
            yield Sentence(
                name, text[at], row["mode"], mode[at], verbs_of(row.get("actions", "")),
                int(row.get("strength") or 0), row.get("has_target") == "1",
            )  # fmt: skip


def figures() -> Iterator[str]:
    """Lines of figures."""
    coded = sentences()
    low, high = interval(coded, mode_f1)
    yield f"{len(coded)} sentences: mode macro-F1 {mode_f1(coded):.3f} ({low:.2f} to {high:.2f})"
    yield f"recall and sentences by mode: {mode_recall(coded)}"
    low, high = interval(coded, verb_f1)
    yield f"verb F1 {verb_f1(coded):.3f} ({low:.2f} to {high:.2f}); strength kappa {kappa(coded):.3f}"
    rest = others()
    low, high = interval(rest, mode_f1)
    yield f"{len(rest)} other sentences: mode macro-F1 {mode_f1(rest):.3f} ({low:.2f} to {high:.2f})"
    yield f"recall and sentences by mode: {mode_recall(rest)}"


if __name__ == "__main__":
    for line in figures():
        print(line)
