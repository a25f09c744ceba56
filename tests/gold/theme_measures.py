"""How well themes and clusters agree with people, in tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import pandas as pd

from analysis import Study
from analysis.partitions import adjusted_mutual_information
from tests.conftest import DOCUMENTS
from tests.gold.scores import f1, rows

KEY = ("digitalization", "hongqiao_hub", "livelihood")
SUBTHEMES = {
    "education": "教育",
    "health": "卫生健康",
    "elderly": "养老",
    "employment": "就业",
    "housing": "住房与居住环境",
    "security": "社会保障",
    "culture_sport": "公共文化体育",
    "community": "社区生活圈",
}
OTHERS = ("shanghai-14fyp-outline-2021", "government-work-report-2023")
DRAWS = 1000


@cache
def _study(document: str, names: bool = True) -> Study:
    return Study.open(None if document == "proposal" else DOCUMENTS / f"{document}.txt", names=names)


def _sentences(document: str) -> tuple[list[dict[str, str]], set[tuple[str, str]]]:
    """The labelled sentences and the close calls among them."""
    if document == "proposal":
        return rows("key_theme_sentences.tsv"), {(row["id"], row["theme"]) for row in rows("borderline.tsv")}
    found = [row for row in rows("other_sentences.tsv") if row["document"] == document]
    return found, {(row["id"], theme) for row in found for theme in row["borderline"].split(",") if theme}


def _interval(hits: Sequence[tuple[int, int, int]]) -> str:
    """95 % of the F1 over resampled rows (right, found, wanted), the draws always the same."""
    table = np.array(hits).reshape(-1, 3)
    rng = np.random.default_rng(6)
    sums = np.array([table[rng.integers(len(table), size=len(table))].sum(axis=0) for _ in range(DRAWS)])
    scores = 2 * sums[:, 0] / np.maximum(sums[:, 1] + sums[:, 2], 1)
    low, high = np.quantile(scores, [0.025, 0.975])
    return f"{low:.2f}–{high:.2f}"


def _scored(hits: Iterable[tuple[int, int, int]]) -> tuple[int, float, float, float, str]:
    """Wanted, precision, recall, F1 and its interval."""
    listed = list(hits)
    right, found, wanted = (sum(column) for column in zip(*listed, strict=True))
    precision = right / found if found else float("nan")
    recall = right / wanted if wanted else float("nan")
    return wanted, precision, recall, f1(right, found, wanted), _interval(listed)


def key_themes() -> pd.DataFrame:
    """The three key themes in sentences: one row per document, theme, and with or without close calls."""
    table = []
    for document, names in (("proposal", True), ("proposal", False), *((other, True) for other in OTHERS)):
        gold, close = _sentences(document)
        coded = _study(document, names).spoken_themes
        for theme in KEY:
            found = set(coded.loc[coded["theme"] == theme, "sentence_id"])
            for kind in ("all", "without close calls"):
                judged = [row for row in gold if kind == "all" or (row["id"], theme) not in close]
                pairs = [(row["id"] in found, row[theme] == "1") for row in judged]
                if any(wanted or got for got, wanted in pairs):
                    hits = [(int(got and wanted), int(got), int(wanted)) for got, wanted in pairs]
                    label = document if names else f"{document}, no names"
                    table.append((label, theme, kind, *_scored(hits)))
    columns = ["document", "theme", "sentences", "positives", "precision", "recall", "f1", "interval"]
    return pd.DataFrame(table, columns=columns).round(3)


def subthemes() -> pd.DataFrame:
    """Livelihood's eight services in sentences, micro-averaged: one row per document."""
    table = []
    for document, names in (("proposal", True), ("proposal", False), *((other, True) for other in OTHERS)):
        gold, _ = _sentences(document)
        coded = _study(document, names).spoken_themes
        coded = coded[coded["theme"] == "livelihood"].set_index("sentence_id")["subtheme"]
        hits = []
        for row in gold:
            got = {SUBTHEMES[id_] for id_ in coded.get(row["id"], "").split(" | ") if id_ in SUBTHEMES}
            wanted = {name for name in row["livelihood_sub"].split(",") if name}
            hits.append((len(got & wanted), len(got), len(wanted)))
        table.append((document if names else f"{document}, no names", *_scored(hits)))
    columns = ["document", "positives", "precision", "recall", "f1", "interval"]
    return pd.DataFrame(table, columns=columns).round(3)


def paragraphs() -> pd.DataFrame:
    """Primary theme and all themes of paragraphs: one row per document."""
    table = []
    for document, names in (("proposal", True), ("proposal", False), *((other, True) for other in OTHERS)):
        gold = (
            rows("themes.tsv")
            if document == "proposal"
            else [row for row in rows("other_paragraphs.tsv") if row["document"] == document]
        )
        units = _study(document, names).theme_units("paragraph")
        primary = units[units["primary"]].set_index("unit_id")["theme"]
        every = units.groupby("unit_id")["theme"].agg(set)
        right = [primary.get(row["id"], "none") == row["primary"] for row in gold]
        hits = []
        for row in gold:
            got, wanted = every.get(row["id"], set()), set(row["all_themes"].split(",")) - {"none"}
            hits.append((len(got & wanted), len(got), len(wanted)))
        label = document if names else f"{document}, no names"
        table.append((label, len(gold), sum(right) / len(right), *_scored(hits)[1:]))
    columns = ["document", "paragraphs", "primary_right", "precision", "recall", "f1", "interval"]
    return pd.DataFrame(table, columns=columns).round(3)


def second_reader() -> pd.DataFrame:
    """How far a second reader with the codebook agrees on the same sentences (F1 against the first)."""
    first = {(row["document"], row["id"]): row for row in rows("other_sentences.tsv")}
    table = []
    for theme in KEY:
        hits = []
        for row in rows("second_sentences.tsv"):
            got, wanted = row[theme] == "1", first[row["document"], row["id"]][theme] == "1"
            hits.append((int(got and wanted), int(got), int(wanted)))
        table.append((theme, len(hits), *_scored(hits)))
    columns = ["theme", "sentences", "positives", "precision", "recall", "f1", "interval"]
    return pd.DataFrame(table, columns=columns).round(3)


def clusters() -> pd.DataFrame:
    """The proposal's clusters by number: stability, coherence, and agreement with the gold's primary themes."""
    study = _study("proposal")
    primary = {row["id"]: row["primary"] for row in rows("themes.tsv")}
    curve = study.cluster_curve()
    agreement = []
    for k in curve["k"]:
        found = study.clusters(int(k)).set_index("unit_id")["cluster"].reindex(list(primary))
        agreement.append(adjusted_mutual_information(list(primary.values()), found))
    return curve.assign(ami_gold=np.round(agreement, 3))
