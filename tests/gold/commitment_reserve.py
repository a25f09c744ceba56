"""
``python -m tests.gold.commitment_reserve FOLDER``: figures on six documents that no rule was made from.

180 sentences, coded by two readers (language models; their modes agree on all), the first of whom counts,
and the mode of every sentence of the six, coded later by one. The documents lie in FOLDER as ``NAME.txt``.
Item numbers such as （二）, which the codebook calls both names and none, are left out of the count of spans.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.study import Study
from tests.gold.commitment_scores import (
    Sentence,
    interval,
    kappa,
    ladder,
    mode_f1,
    mode_recall,
    strength_recall,
    target_f1,
    verb_f1,
    verbs_of,
)
from tests.gold.quantity_scores import gold_rows, same_value

_ITEM = re.compile("（.{1,3}）")


def figures(folder: Path) -> Iterator[str]:
    """Lines of figures."""
    places = {row["id"]: row for row in gold_rows("reserve_sentences.tsv")}
    studies = {
        name: Study.open(folder / f"{name}.txt")
        for name in sorted({row["document"] for row in places.values()})
    }
    for place in places.values():
        place["sentence_id"] = id_today(studies[place["document"]].counted_sentences, place)
    yield from _commitments(places, studies)
    yield _modes(studies)
    yield _quantities(places, studies)


def id_today(sentences: pd.DataFrame, place: dict[str, str]) -> str:
    """The id of a coded sentence as the document is read now: the coded one where its text still stands."""
    same = sentences.loc[sentences["text"] == place["text"], "sentence_id"].tolist()
    return place["sentence_id"] if place["sentence_id"] in same else str(same[0])


def _commitments(places: dict[str, dict[str, str]], studies: dict[str, Study]) -> Iterator[str]:
    found = {name: study.commitments().set_index("sentence_id")["mode"] for name, study in studies.items()}
    coded = [
        Sentence(
            place["document"], place["text"], row["mode"],
            found[place["document"]][place["sentence_id"]], verbs_of(row["actions"]),
            int(row["strength"] or 0), row["has_target"] == "1",
        )
        for row in gold_rows("reserve_commitments.tsv")
        for place in [places[row["id"]]]
    ]  # fmt: skip
    low, high = interval(coded, mode_f1)
    yield f"{len(coded)} sentences: mode macro-F1 {mode_f1(coded):.3f} ({low:.2f} to {high:.2f})"
    yield f"recall and sentences by mode: {mode_recall(coded)}"
    low, high = interval(coded, kappa)
    recall = ", ".join(f"{one:.2f}" for one in strength_recall(coded))
    yield f"strength kappa {kappa(coded):.3f} ({low:.2f} to {high:.2f}), ladder {kappa(coded, ladder):.3f}"
    yield f"recall of strength 1, 2, 3: {recall}"
    yield f"target F1 {target_f1(coded):.3f}, verb F1 {verb_f1(coded):.3f}"


def _modes(studies: dict[str, Study]) -> str:
    """Every sentence whose text still begins as it was coded."""
    coded = gold_rows("reserve_modes.tsv")
    sentences: list[Sentence] = []
    for name, study in studies.items():
        text = study.counted_sentences.set_index("sentence_id")["text"].to_dict()
        mode = study.commitments().set_index("sentence_id")["mode"].to_dict()
        sentences += [
            Sentence(name, text[at], row["mode"], mode[at], frozenset(), 0, has_target=False)
            for row in coded
            for at in [row["sentence_id"]]
            if row["document"] == name and text.get(at, "").startswith(row["begins"])
        ]
    low, high = interval(sentences, mode_f1)
    return (
        f"all {len(sentences)} of {len(coded)} sentences: mode macro-F1 {mode_f1(sentences):.3f} "
        f"({low:.2f} to {high:.2f}); recall and sentences: {mode_recall(sentences)}"
    )


def _quantities(places: dict[str, dict[str, str]], studies: dict[str, Study]) -> str:
    rows = [row for row in gold_rows("reserve_quantities.tsv") if not _ITEM.fullmatch(row["expression"])]
    asked = {(place["document"], place["sentence_id"]) for place in places.values()}
    found: dict[tuple[str, str], list[object]] = defaultdict(list)
    for name, study in studies.items():
        for one in study.targets().itertuples():
            if (name, one.sentence_id) in asked:
                found[name, one.sentence_id].append(one)
    total = sum(map(len, found.values()))
    agree = dict.fromkeys(("kind", "value", "in_name", "status"), 0)
    hits = 0
    for row in rows:
        place = places[row["id"]]
        here = found[place["document"], place["sentence_id"]]
        match = next(
            (one for one in here if row["core"] in one.expression or one.expression in row["expression"]),
            None,
        )
        if match is None:
            continue
        here.remove(match)
        hits += 1
        agree["kind"] += match.kind == row["kind"]
        agree["value"] += same_value(row["value"], match.value, plan=True)
        agree["in_name"] += match.in_name == (row["in_name"] == "yes")
        agree["status"] += match.status == row["status"]
    shares = ", ".join(f"{name} {n / hits:.3f}" for name, n in agree.items())
    return f"{len(rows)} quantities: span F1 {2 * hits / (len(rows) + total):.3f}; of those found {shares}"


if __name__ == "__main__":
    for line in figures(Path(sys.argv[1])):
        print(line)
