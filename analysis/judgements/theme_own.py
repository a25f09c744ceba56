"""
A theme of your own from sentences that you have coded: its file, how well it will do, and what to code next.

The coded sentences are a table with the columns ``text`` and ``code`` (1 or 0; empty = not coded yet) and,
where there are, ``heading`` and one of ``document``, ``paragraph`` or ``sentence_id``: groups to leave out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.judgements.theme_features import FeatureReader, Lists
from analysis.judgements.theme_learning import (
    POSITIVE,
    Sheet,
    calibration,
    learn,
    left_out,
    scored,
    sheet_of,
)
from analysis.judgements.theme_scores import f1, f1_interval
from analysis.judgements.theme_weights import CODED
from analysis.tables import InputProblem
from analysis.words.lexicon_tables import lines_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

FOLDS = 10
GROUPS = ("document", "paragraph", "sentence_id")
TOLD = 40  # expressions that a learned theme counts and shows
STEPS = (0.25, 0.5, 0.75, 1.0)
_CODES = {"1": True, "0": False, "是": True, "否": False, "yes": True, "no": False, "": None}


class Learned(NamedTuple):
    """
    A theme learned from codes: its file, its scores, its learning curve and what to code next.

    `scores` holds ``n`` (sentences coded), ``positive``, ``groups``, ``precision``, ``recall``, ``f1``,
    ``low``, ``high``; `curve` a row per share of the groups (``share, n, f1``); `next` the sentences without
    a code of which the theme is least sure (``text, confidence``), or no row where every one is coded.
    """

    file: str
    scores: dict[str, float]
    curve: pd.DataFrame
    next: pd.DataFrame


def read_codes(path: str | Path) -> pd.DataFrame:
    """
    The coded sentences of a file: ``text, heading, top_heading, before, group`` and ``code``, None if open.

    Raises
    ------
    InputProblem
        When a column is missing, a code is neither 1 nor 0, or there are too few of one of them.
    """
    import pandas as pd

    path = Path(path)
    (_, header), *rows = list(lines_of(path)) or [(1, [])]
    names = [name.strip().lstrip("\ufeff") for name in header]
    if missing := {"text", "code"} - set(names):
        raise InputProblem(
            f"{path.name}:1: lacks the column {', '.join(sorted(missing))}; it has: {', '.join(names)}"
        )
    table = pd.DataFrame(list(_coded(path.name, names, rows)))
    positive, negative = (int((table["code"] == value).sum()) if len(table) else 0 for value in (True, False))
    if min(positive, negative) < POSITIVE:
        raise InputProblem(
            f"{path.name}: {positive} sentences are coded 1 and {negative} are coded 0; a theme needs at "
            f"least {POSITIVE} of each (40 for a figure that means something). Code more."
        )
    return table


def _coded(name: str, names: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[dict[str, object]]:
    grouped = next((one for one in GROUPS if one in names), None)
    for line, cells in rows:
        row = dict(zip(names, (cell.strip() for cell in cells), strict=False))
        if not row.get("text"):
            continue
        code = row.get("code", "").lower()
        if code not in _CODES:
            raise InputProblem(f"{name}:{line}: code must be 1, 0 or empty; found: {code[:20]!r}")
        group = row.get(grouped, "") if grouped else f"block {line // 10}"
        if grouped == "sentence_id":
            group = group.rsplit(".", 1)[0]
        around = {"heading": row.get("heading", ""), "top_heading": "", "before": ""}
        yield {"text": row["text"], **around, "group": group, "code": _CODES[code]}


def learn_theme(
    codes: pd.DataFrame, id_: str, name: str, cut: Callable[[str], list[str]], stop_words: Collection[str]
) -> Learned:
    """
    A theme learned from coded sentences, judged by leaving out whole groups.

    Words and pairs of words get weights (`cut` and `stop_words` say what a word is); the calibration of two
    numbers is made on the groups left out. With fewer than two groups nothing can be left out.

    Raises
    ------
    InputProblem
        When all coded sentences are of one group.
    """
    coded = codes[codes["code"].notna()].reset_index(drop=True)
    if coded["group"].nunique() < 2:
        raise InputProblem("all coded sentences are of one document or paragraph; code some of another.")
    reader = FeatureReader(cut, Lists({}), stop_words)
    everything = sheet_of(_with_themes(codes, id_), reader, [id_])
    known = codes["code"].notna().to_numpy()
    sheet = everything.part(known)
    outside = left_out(sheet, most=FOLDS)[:, 0]
    line = calibration(outside, sheet.codes[:, 0])
    model = learn(sheet)[0]
    if model is None:
        raise InputProblem("too few sentences of one code to learn from; code more.")
    open_ = everything.part(~known)
    return Learned(
        _file(id_, name, sheet, model.weights * line[0], model.bias * line[0] + line[1]),
        _scores(sheet, _sure(outside, line)),
        _curve(sheet),
        _unsure(codes[~known], _sure(scored([model], open_)[:, 0], line)),
    )


def _with_themes(codes: pd.DataFrame, id_: str) -> pd.DataFrame:
    return codes.assign(themes=[id_ if code is True else "none" for code in codes["code"]])


def _sure(scores: np.ndarray, line: tuple[float, float]) -> np.ndarray:
    import numpy as np

    return np.asarray(1 / (1 + np.exp(-(line[0] * scores + line[1]))))


def _scores(sheet: Sheet, sure: np.ndarray) -> dict[str, float]:
    code, found = sheet.codes[:, 0], sure >= CODED
    low, high = f1_interval(code, found, sheet.groups)
    both = int((code & found).sum())
    return {
        "n": len(code),
        "positive": int(code.sum()),
        "groups": len(set(sheet.groups)),
        "precision": both / max(1, int(found.sum())),
        "recall": both / max(1, int(code.sum())),
        "f1": f1(code, found),
        "low": low,
        "high": high,
    }


def _curve(sheet: Sheet, *, seed: int = 1) -> pd.DataFrame:
    """F1 from a quarter, a half, three quarters and all of the groups, drawn at random."""
    import numpy as np
    import pandas as pd

    names = np.random.default_rng(seed).permutation(np.unique(sheet.groups))
    rows = []
    for share in STEPS:
        part = sheet.part(np.isin(sheet.groups, names[: max(2, round(share * len(names)))]))
        code = part.codes[:, 0]
        if min(code.sum(), (~code).sum()) >= POSITIVE:
            outside = left_out(part, most=FOLDS)[:, 0]
            rows.append((share, len(code), f1(code, _sure(outside, calibration(outside, code)) >= CODED)))
    return pd.DataFrame(rows, columns=["share", "n", "f1"])


def _unsure(rows: pd.DataFrame, sure: np.ndarray) -> pd.DataFrame:
    found = rows[["text"]].assign(confidence=sure.round(4))
    return found.sort_values("confidence", key=lambda one: (one - CODED).abs(), kind="stable").head(20)


def _file(id_: str, name: str, sheet: Sheet, weights: np.ndarray, bias: float) -> str:
    """The theme as a theme file: it adds to those that come with the software."""
    import json

    words = {
        feature.split(":", 1)[1]: round(float(weight), 4)
        for feature, weight in zip(sheet.names, weights, strict=True)
        if feature.startswith("word:") and round(float(weight), 4)
    }
    ranked = sorted(words, key=lambda word: (-words[word], word))
    shown = [word for word in ranked if len(word) > 1 and words[word] > 0][:TOLD]
    if not shown:
        raise InputProblem("no word of two characters speaks for the theme; are the codes right? Code more.")
    lines = [
        "extends = true",
        "",
        f"[{id_}]",
        f"name = {json.dumps(name, ensure_ascii=False)}",
        f"expressions = {json.dumps(shown, ensure_ascii=False)}",
        f"bias = {bias:.4f}",
        "",
        f"[{id_}.weights]",
        *(f"{json.dumps(word, ensure_ascii=False)} = {words[word]}" for word in ranked),
    ]
    return "\n".join(lines) + "\n"


def told(found: Learned) -> Iterator[str]:
    """What a learned theme is worth, in lines."""
    scores = found.scores
    yield (
        f"{scores['n']} sentences coded, {scores['positive']} of the theme, in {scores['groups']} groups; "
        f"left out in turn: F1 {scores['f1']:.2f} ({scores['low']:.2f} to {scores['high']:.2f}), precision "
        f"{scores['precision']:.2f}, recall {scores['recall']:.2f}"
    )
    steps = ", ".join(f"{row.f1:.2f} from {row.n}" for row in found.curve.itertuples())
    yield f"F1 by the number of coded sentences: {steps}"
    for row in found.next.itertuples():
        yield f"code next ({row.confidence:.2f}): {row.text}"
