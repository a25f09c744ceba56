"""
How commitments are judged, against the gold: ``python -m tests.gold.commitment_scores``.

The proposal's half is one annotator's, and was read while the rules were written: its scores say that they
fit. The 480 sentences of sixteen documents are settled from two readings. Rules were written on `DEVELOPED`
(every other document in the order of names); `SECOND` were scored only, until at the end their errors were
read and mended too. What they scored before is in `BEFORE`: that, not today's figure, is the nearest to what
to expect of other documents. Intervals are of a bootstrap over documents (over sentences in the proposal).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.metrics import cohen_kappa_score, f1_score, recall_score

from analysis.judgements.actions import actions
from analysis.judgements.checkable import checkable
from analysis.judgements.commitments import find_commitments
from analysis.judgements.mode_marks import MODES
from analysis.judgements.strength import strength
from analysis.reading import counted, read, sentences
from analysis.resources import folder
from tests.conftest import DOCUMENTS
from tests.gold.scores import f1, rows

DEVELOPED = (
    "cpc-congress-report-12", "government-work-report-1964", "government-work-report-2008",
    "government-work-report-2023", "national-9fyp-one-sentence-per-line", "work-report-2026-anhui",
    "work-report-2026-fujian", "work-report-2026-liaoning",
)  # fmt: skip
SECOND = (
    "cpc-congress-report-19", "government-work-report-1987", "government-work-report-2018",
    "local-anhui-reform", "shanghai-14fyp-outline-2021", "work-report-2026-chongqing",
    "work-report-2026-hubei", "work-report-2026-yunnan",
)  # fmt: skip
BEFORE = {"mode macro-F1": 0.825, "strength kappa": 0.701, "target F1": 0.750, "verb F1": 0.873}
DRAWS = 500
LADDER = (
    (3, ("确保", "必须", "严禁", "不得", "落实", "贯彻", "完成", "切实保障", "守牢", "底线", "全覆盖")),
    (1, ("探索", "鼓励", "引导", "支持", "争取", "努力", "力争", "倡导", "研究")),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the gold; of the strength and what follows only forward ones have one."""

    document: str
    text: str
    mode: str
    found_mode: str
    verbs: frozenset[str]
    strength: int
    has_target: bool


def verbs_of(written: str) -> frozenset[str]:
    """The verbs of a cell of actions."""
    return frozenset(action.partition(":")[0] for action in written.split(" | ") if action.strip())


@cache
def proposal() -> tuple[Sentence, ...]:
    """The proposal's half; every sentence counts as forward there."""
    texts = {row["id"]: row["text"] for row in rows("sentences.tsv")}
    return tuple(
        Sentence(
            row["id"], texts[row["id"]], "forward", "forward", verbs_of(row["action_verbs"]),
            int(row["strength"]), row["has_target"] == "1",
        )
        for row in rows("commitments.tsv")
    )  # fmt: skip


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def coded() -> tuple[Sentence, ...]:
    """The sentences of the sixteen documents with the mode that the table gives them."""
    home = folder("corpus") / "gold" / "commitments"
    places = {row["id"]: row for row in _table(home / "sentences.tsv")}
    modes = {name: table_modes(name) for name in (*DEVELOPED, *SECOND)}
    return tuple(
        Sentence(
            place["document"], place["text"], row["mode"],
            modes[place["document"]][place["sentence_id"]], verbs_of(row["actions"]),
            int(row["strength"] or 0), row["has_target"] == "1",
        )
        for row in _table(home / "commitments.tsv")
        for place in [places[row["id"]]]
    )  # fmt: skip


@cache
@cache
def table_modes(name: str) -> dict[str, str]:
    """The mode that the table gives each sentence of a document."""
    document = read(DOCUMENTS / f"{name}.txt")
    table = find_commitments(document, counted(sentences(document)))
    return dict(zip(table["sentence_id"], table["mode"], strict=True))


def of(names: Iterable[str]) -> list[Sentence]:
    """The coded sentences of some documents."""
    kept = set(names)
    return [one for one in coded() if one.document in kept]


def mode_f1(coded: Sequence[Sentence]) -> float:
    """Macro-F1 of modes."""
    given, found = [one.mode for one in coded], [one.found_mode for one in coded]
    return float(f1_score(given, found, average="macro", labels=MODES, zero_division=0))


def mode_recall(coded: Sequence[Sentence]) -> dict[str, tuple[float, int]]:
    """Recall of each mode, and in how many sentences it stands."""
    return {
        mode: (sum(one.found_mode == mode for one in those) / max(1, len(those)), len(those))
        for mode in MODES
        for those in [[one for one in coded if one.mode == mode]]
    }


@cache
def level(text: str) -> int:
    """The strength of a sentence."""
    return strength(text, actions(text)).level


def ladder(text: str) -> int:
    """The rival: words looked for anywhere in a sentence."""
    return next((value for value, words in LADDER if any(word in text for word in words)), 2)


def kappa(coded: Sequence[Sentence], judge: Callable[[str], int] = level) -> float:
    """Quadratic-weighted kappa of strength over forward sentences; 0 where a judge says one thing only."""
    forward = [one for one in coded if one.strength]
    given, found = [one.strength for one in forward], [judge(one.text) for one in forward]
    return float(cohen_kappa_score(given, found, weights="quadratic", labels=[1, 2, 3]))


def strength_recall(coded: Sequence[Sentence]) -> list[float]:
    """Recall of the levels 1 to 3."""
    forward = [one for one in coded if one.strength]
    found = [level(one.text) for one in forward]
    return list(
        recall_score(
            [one.strength for one in forward], found, labels=[1, 2, 3], average=None, zero_division=0
        )
    )


def target_f1(coded: Sequence[Sentence]) -> float:
    """F1 of forward sentences that can be checked."""
    pairs = [(one.has_target, bool(checkable(one.text))) for one in coded if one.strength]
    return f1(sum(a and b for a, b in pairs), sum(b for _, b in pairs), sum(a for a, _ in pairs))


@cache
def _found(text: str) -> frozenset[str]:
    return frozenset(action.verb for action in actions(text))


def verb_f1(coded: Sequence[Sentence]) -> float:
    """F1 of the sets of verbs of forward sentences."""
    pairs = [(one.verbs, _found(one.text)) for one in coded if one.strength]
    hits = sum(len(given & found) for given, found in pairs)
    return f1(hits, sum(len(found) for _, found in pairs), sum(len(given) for given, _ in pairs))


def interval(coded: Sequence[Sentence], score: Callable[[Sequence[Sentence]], float]) -> tuple[float, float]:
    """The middle 95 % of a score when documents are drawn anew."""
    groups: dict[str, list[Sentence]] = {}
    for one in coded:
        groups.setdefault(one.document, []).append(one)
    names, random = list(groups), np.random.default_rng(0)
    drawn = [
        score([one for name in random.choice(names, len(names)) for one in groups[name]])
        for _ in range(DRAWS)
    ]
    return float(np.nanquantile(drawn, 0.025)), float(np.nanquantile(drawn, 0.975))


def pairs() -> list[tuple[dict[str, str], int, int]]:
    """The pairs that differ in verb or modifier, with the levels found for both sentences."""
    return [(row, level(row["found"]), level(row["altered"])) for row in rows("commitment_pairs.tsv")]


def _told(name: str, coded: Sequence[Sentence], *, modes: bool) -> None:
    print(f"{name}: {len(coded)} sentences, {sum(bool(one.strength) for one in coded)} forward")
    if modes:
        majority = max(MODES, key=lambda mode: sum(one.mode == mode for one in coded))
        share = sum(one.mode == majority for one in coded)
        rival = 2 * share / (share + len(coded)) / len(MODES)
        _scored("mode macro-F1", coded, mode_f1, f"majority class {rival:.3f}")
        print("   recall:", ", ".join(f"{m} {r:.2f} of {n}" for m, (r, n) in mode_recall(coded).items()))
    _scored("strength kappa", coded, kappa, f"ladder {kappa(coded, ladder):.3f}, always 2 0")
    print("   recall of 1, 2, 3:", ", ".join(f"{one:.2f}" for one in strength_recall(coded)))
    _scored("target F1", coded, target_f1)
    _scored("verb F1", coded, verb_f1)


def _scored(
    name: str, coded: Sequence[Sentence], score: Callable[[Sequence[Sentence]], float], beside: str = ""
) -> None:
    low, high = interval(coded, score)
    print(f"   {name} {score(coded):.3f} [{low:.2f}, {high:.2f}] {beside}")


if __name__ == "__main__":
    _told("proposal's half", proposal(), modes=False)
    _told("developed on", of(DEVELOPED), modes=True)
    _told("second eight, errors read since", of(SECOND), modes=True)
    print("   before that:", ", ".join(f"{name} {score:.3f}" for name, score in BEFORE.items()))
    _told("all sixteen", coded(), modes=True)
    apart = [(a, b) == (int(row["strength"]), int(row["altered_strength"])) for row, a, b in pairs()]
    print(f"pairs: {sum(apart)} of {len(apart)} as expected")
