"""
``python -m tests.gold.quantity_public FOLDER``: figures' spans, kinds, values and status in unseen reports.

160 sentences with a numeral, drawn at random from 33 public work reports of cities and provinces (2012 to
2021), then 120 from eighteen more (2015 to 2021), coded by two readers by the codebook alone (language
models; the first counts). At first sight the 160 had spans .97, kind .97, value .99, in_name .97, status .93;
then some names were mended by their errors. By those of the 120 nothing was. The documents (titles in
``corpus/gold/commitments/README.md``) lie in FOLDER as ``NAME.txt``; those that do not are passed over, and
sentences that begin otherwise in that copy are left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.study import Study
from tests.gold.quantity_scores import Pair, Sentence, by_document, gold_rows, interval, score

SHEETS = ("public_quantities.tsv", "public_quantities_second.tsv")
TOLD = ("span_f1", "kind", "value", "in_name", "status")


def sentences(folder: Path, sheet: str) -> Iterator[Sentence]:
    """The coded sentences of the documents that lie in a folder, with the modes found today."""
    coded: dict[str, dict[str, list[dict[str, str]]]] = {}
    for row in gold_rows(sheet):
        coded.setdefault(row["document"], {}).setdefault(row["sentence_id"], []).append(row)
    for name, by_id in coded.items():
        if (folder / name).exists():
            yield from _of(folder / name, by_id)


def _of(path: Path, by_id: dict[str, list[dict[str, str]]]) -> Iterator[Sentence]:
    study, year = Study.open(path), re.search(r"20\d\d", path.name)
    texts = study.counted_sentences.set_index("sentence_id")["text"].to_dict()
    modes = study.commitments().set_index("sentence_id")["mode"].to_dict()
    for id_, rows in by_id.items():
        text = texts.get(id_, "").replace("\n", " ")
        if year and text.startswith(rows[0]["begins"]):
            gold = [row for row in rows if row["expression"]]
            yield Sentence(id_, path.name, text, int(year[0]), "", modes[id_], gold)


def figures(folder: Path) -> Iterator[str]:
    """Lines of figures, each with its interval over documents."""
    for sheet in SHEETS:
        documents = by_document(sentences(folder, sheet))
        yield from _of_sheet(documents) if documents else ["none of the documents lies there"]


def _of_sheet(documents: dict[str, list[Pair]]) -> Iterator[str]:
    table = score(pair for found in documents.values() for pair in found)
    yield f"{len(documents)} documents; {table['gold']:.0f} rows coded, {table['found']:.0f} found"
    for name in TOLD:
        low, high = interval(documents, name)
        yield f"  {name} {table[name]:.3f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name the folder in which the documents lie")
    print(*figures(Path(sys.argv[1])), sep="\n")
