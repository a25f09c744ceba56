"""The measures that ``python -m tests.gold`` prints and the tests hold to a floor."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis import Study
from analysis.reading import Document, read
from analysis.words.evaluation import beside, evaluate, peers, spans
from analysis.words.gold import load_gold
from analysis.words.lexicon import Lexicon, load_lexicon
from analysis.words.segmentation import Segmenter
from tests.conftest import DOCUMENTS
from tests.gold.scores import f1, rows


def structure() -> str:
    """Whether the sentences equal the gold, in words."""
    study = Study.open()
    same = [(row["id"], row["text"]) for row in rows("sentences.tsv")] == list(
        zip(study.sentences["sentence_id"], study.sentences["text"], strict=True)
    )
    return (
        f"structure: {len(study.sentences)} sentences, "
        f"{'equal to the gold' if same else 'NOT equal to the gold'}"
    )


def segmentation() -> pd.DataFrame:
    """One row per set and segmenter, the measures beside each other with their intervals."""
    return beside(evaluate(load_gold(), peers()))


def terms_whole() -> pd.DataFrame:
    """Occurrences in the proposal of the gold's terms that lie within one unit, those marked 可选 aside."""
    study = Study.open()
    wanted = [row["term"] for row in rows("terms.tsv") if "可选" not in row["note/variants"]]
    lexicons = {"general lexicon": load_lexicon(), "with local names": study.lexicon}
    table = []
    for name, lexicon in {"dictionary alone": Lexicon(), **lexicons}.items():
        segmenter = Segmenter(lexicon)
        kept = [
            whole
            for text in study.sentences["text"]
            for whole in _whole(spans(segmenter.units(text)), text, wanted)
        ]
        table.append((name, len(wanted), len(kept), sum(kept) / len(kept)))
    return pd.DataFrame(table, columns=["segmenter", "terms", "occurrences", "kept_whole"]).round(3)


def _whole(units: list[tuple[int, int]], text: str, terms: list[str]) -> Iterator[bool]:
    for term in terms:
        for match in re.finditer(re.escape(term), text):
            yield any(start <= match.start() and match.end() <= end for start, end in units)


def discovery() -> pd.DataFrame:
    """Share of the candidates that blind judges held for terms: ours, and a usual method's, by document."""
    table = pd.DataFrame(rows("discovery_judgements.tsv"))
    given = [[int(one) for one in row.split()] for row in table["judgements"]]
    table["right"] = [sum(row) / len(row) for row in given]
    found = []
    for method in ("discover", "pmi_entropy"):
        chosen = table[table[method] != ""]
        for document, part in chosen.groupby("document", sort=False):
            found.append((method, document, len(part), part["right"].mean()))
        found.append((method, "all", len(chosen), chosen["right"].mean()))
    return pd.DataFrame(found, columns=["method", "document", "candidates", "right"]).round(3)


def discovery_today(top: int = 100) -> pd.DataFrame:
    """
    What `discover` gives now, held against the judgements: one row per document.

    Of its first `top` candidates those judged right and wrong (by half of the judges or more, whichever
    method had brought them up) and those that nobody judged; and of all that were judged right when
    `discover` brought them up, the share that it still finds or that the lexicon has by now.
    """
    table = pd.DataFrame(rows("discovery_judgements.tsv"))
    votes = [[int(one) for one in row.split()] for row in table["judgements"]]
    table["right"] = [sum(row) / len(row) >= 0.5 for row in votes]
    found = []
    for document, part in table.groupby("document", sort=False):
        study = Study.open(DOCUMENTS / f"{document}.txt")
        now = study.discover()["term"].tolist()
        judged = part.set_index("term")["right"].to_dict()
        verdicts = [judged.get(term) for term in now[:top]]
        before = part.loc[part["right"] & (part["discover"] != ""), "term"]
        kept = [term in set(now) or term in study.lexicon.terms for term in before]
        found.append((document, *(verdicts.count(one) for one in (True, False, None)), sum(kept) / len(kept)))
    return pd.DataFrame(
        found, columns=["document", "judged_right", "judged_wrong", "unjudged", "still_found"]
    ).round(3)


def themes() -> pd.DataFrame:
    """One row per theme, with and without borderline rows: positives, precision, recall, F1."""
    study = Study.open()
    gold = {row["id"]: row for row in rows("key_theme_sentences.tsv")}
    borderline = {(row["id"], row["theme"]) for row in rows("borderline.tsv")}
    table = []
    for theme in (one for one in study.theme_definitions if one.id in next(iter(gold.values()))):
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
    return (
        f"clusters: k = {study.cluster_count}, AMI with the primary themes of {len(primary)} paragraphs "
        f"{ami:.2f}"
    )


HeadingSet = set[tuple[int, int, str, str]]


def heading_truth(folder: Path = DOCUMENTS, name: str = "headings.tsv") -> dict[str, HeadingSet]:
    """The hand-made headings of each document: line, level, label (its number alone), title."""
    found: dict[str, HeadingSet] = {}
    with (folder / name).open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["document"], set()).add(
                (int(row["line"]), int(row["level"]), _number_of(row["label"]), row["title"])
            )
    return found


def _number_of(label: str) -> str:
    """A label's number: 三 of 第三章, 2 of （2）, 3.1 of 3.1, 十五之一 of 第十五条之一."""
    bare = re.sub(r"[第篇编章节条（）、，．\s]|(?<=^\d)\.$|(?<=^\d\d)\.$", "", label)
    return unicodedata.normalize("NFKC", bare) if bare.isdecimal() else bare


def headings_found(document: Document) -> HeadingSet:
    """The headings of a document as read, in the same form."""
    return {
        (part.line, part.level, part.label, re.sub(r"\s", "", part.title))
        for part in document.headings.values()
    }


def headings(folder: Path = DOCUMENTS) -> pd.DataFrame:
    """
    Precision, recall and F1 of the headings of each document; line, level, label and title must all agree.
    """
    rows = []
    for name, truth in sorted(heading_truth(folder).items()):
        found = headings_found(read(folder / f"{name}.txt"))
        hits = len(found & truth)
        f1 = 2 * hits / (len(found) + len(truth))
        rows.append((name, len(truth), hits / max(1, len(found)), hits / len(truth), f1))
    return pd.DataFrame(rows, columns=["document", "headings", "precision", "recall", "f1"]).round(3)
