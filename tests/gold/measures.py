"""The measures that ``python -m tests.gold`` prints and the tests hold to a floor."""

from __future__ import annotations

import csv
import re
import tempfile
import unicodedata
import warnings
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis import Study
from analysis.lexicon import Lexicon, load_lexicon
from analysis.reading import Document, read
from analysis.segmentation import Segmenter
from tests.conftest import DOCUMENTS
from tests.gold.scores import crossing, f1, lenient, rows, shared, spans

Cut = Callable[[str], list[str]]


def structure() -> str:
    """Whether the sentences equal the gold, in words."""
    study = Study.open()
    same = [(row["id"], row["text"]) for row in rows("sentences.tsv")] == list(
        zip(study.sentences["sentence_id"], study.sentences["text"], strict=True)
    )
    return f"structure: {len(study.sentences)} sentences, {'equal to the gold' if same else 'NOT equal to the gold'}"


def _ours(lexicon: Lexicon) -> Cut:
    segmenter = Segmenter(lexicon)
    return lambda text: [text[start:end] for start, end, _ in segmenter.cut(text)]


def _plain_jieba() -> Cut:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as private:
        tokenizer.tmp_dir = private
        tokenizer.initialize()
    return lambda text: list(tokenizer.cut(text))


def segmentation() -> pd.DataFrame:
    """One row per segmenter: strict and lenient word F1, and crossing words per 1,000."""
    cutters: dict[str, Cut] = {
        "with lexicon": _ours(load_lexicon()),
        "without the proposal's names": _ours(load_lexicon(local=False)),
        "without lexicon": _ours(Lexicon()),
        "plain jieba (HMM)": _plain_jieba(),
    }
    return pd.DataFrame(
        [(name, *_segmentation(cut)) for name, cut in cutters.items()], columns=SEGMENTATION
    ).round(3)


SEGMENTATION = ["segmenter", "sentences", "strict_f1", "lenient_f1", "crossing_per_1000"]


def _segmentation(cut: Cut) -> tuple[int, float, float, float]:
    contested: dict[str, list[tuple[str, str]]] = {}
    for row in rows("segmentation_contested.tsv"):
        contested.setdefault(row["id"], []).append((row["gold"], row["alternative"]))
    totals = {"words": 0, "gold": 0, "same": 0, "gold_lenient": 0, "same_lenient": 0, "crossing": 0}
    sentences = rows("segmentation.tsv")
    for row in sentences:
        words, gold = cut(row["text"]), row["words"].split(" ")
        kind = lenient(words, gold, contested.get(row["id"], []))
        found = spans(words)
        totals["words"] += len(words)
        totals["gold"] += len(gold)
        totals["same"] += shared(found, spans(gold))
        totals["gold_lenient"] += len(kind)
        totals["same_lenient"] += shared(found, spans(kind))
        totals["crossing"] += crossing(found, spans(gold))
    return (
        len(sentences),
        f1(totals["same"], totals["words"], totals["gold"]),
        f1(totals["same_lenient"], totals["words"], totals["gold_lenient"]),
        1000 * totals["crossing"] / totals["words"],
    )


def themes() -> pd.DataFrame:
    """One row per theme, with and without borderline rows: positives, precision, recall, F1."""
    study = Study.open()
    gold = {row["id"]: row for row in rows("key_theme_sentences.tsv")}
    borderline = {(row["id"], row["theme"]) for row in rows("borderline.tsv")}
    table = []
    for theme in study.theme_definitions:
        coded = set(study.themes.loc[study.themes["theme"] == theme.id, "sentence_id"])
        for name, ids in (
            ("all", set(gold)),
            ("without borderline", {id_ for id_ in gold if (id_, theme.id) not in borderline}),
        ):
            positive = {id_ for id_ in ids if gold[id_][theme.id] == "1"}
            found = coded & ids
            hits = len(found & positive)
            row = (theme.id, name, len(positive), hits / len(found), hits / len(positive))
            table.append((*row, f1(hits, len(found), len(positive))))
    return pd.DataFrame(table, columns=["theme", "rows", "positives", "precision", "recall", "f1"]).round(3)


def clusters() -> str:
    """Agreement of the clusters with the primary themes of the gold's paragraphs, in words."""
    from sklearn.metrics import adjusted_mutual_info_score

    study = Study.open()
    primary = {row["id"]: row["primary"] for row in rows("themes.tsv")}
    table = study.clusters().set_index("unit_id").loc[list(primary)]
    ami = adjusted_mutual_info_score(list(primary.values()), table["cluster"])
    return f"clusters: k = {study.cluster_count}, AMI with the primary themes of {len(primary)} paragraphs {ami:.2f}"


HeadingSet = set[tuple[int, int, str, str]]


def heading_truth(folder: Path = DOCUMENTS) -> dict[str, HeadingSet]:
    """The hand-made headings of each document: line, level, label (its number alone), title."""
    found: dict[str, HeadingSet] = {}
    with (folder / "headings.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["document"], set()).add(
                (int(row["line"]), int(row["level"]), _number_of(row["label"]), row["title"])
            )
    return found


def _number_of(label: str) -> str:
    """A label's number: 三 of 第三章, 2 of （2）, 3.1 of 3.1, 十五 of 第十五条之一."""
    bare = re.sub(r"条之.+|[第篇编章节条（）、，．\s]|(?<=^\d)\.$|(?<=^\d\d)\.$", "", label)
    return unicodedata.normalize("NFKC", bare) if bare.isdecimal() else bare


def headings_found(document: Document) -> HeadingSet:
    """The headings of a document as read, in the same form."""
    return {
        (part.line, part.level, part.label, re.sub(r"\s", "", part.title))
        for part in document.headings.values()
    }


def headings(folder: Path = DOCUMENTS) -> pd.DataFrame:
    """Precision, recall and F1 of the headings of each document; line, level, label and title must all agree."""
    rows = []
    for name, truth in sorted(heading_truth(folder).items()):
        found = headings_found(read(folder / f"{name}.txt"))
        hits = len(found & truth)
        f1 = 2 * hits / (len(found) + len(truth))
        rows.append((name, len(truth), hits / max(1, len(found)), hits / len(truth), f1))
    return pd.DataFrame(rows, columns=["document", "headings", "precision", "recall", "f1"]).round(3)
