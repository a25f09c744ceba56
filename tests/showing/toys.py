"""
A document of six sentences and the tables about it, all made by hand: what any sentence, chart or page says
of them can be worked out on paper.

============  =======  ==========  =======================  ==============================
sentence      chapter  characters  themes                   text
============  =======  ==========  =======================  ==============================
``p0.1.1``    0        12                                   为推动发展，制定本意见。
``c1.1.1``    1        5           livelihood               改善民生。
``1.1.1``     1        10          livelihood, digital      民生优先，数字民生。
``1.1.2``     1        5           digital                  数字转型。
``2.1.1``     2        12          digital                  推动数字转型和经济发展。
``3.1.1``     3        6                                    要做好监督。
============  =======  ==========  =======================  ==============================

Fifty characters in all: 12 outside, 20 in chapter 1, 12 in chapter 2, 6 in chapter 3. Article 4 has no body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.judgements.theme_files import Group, Theme
from analysis.reading import Document
from analysis.reading.document import Fact, Part
from analysis.tables import build

LIVELIHOOD = Theme(
    "livelihood",
    "民生",
    "Livelihood",
    "",
    (
        Group("general", "总体", "in general", ("民生", "数字民生")),
        Group("health", "健康", "health", ("医疗",)),
        Group("housing", "住房", "housing", ("住房", "租赁")),
    ),
)
DIGITAL = Theme(
    "digital", "数字化", "Digitalization", "", (Group("general", "总体", "in general", ("数字",)),)
)
THEMES = (LIVELIHOOD, DIGITAL)
COLOURS = {"livelihood": "#009E73", "digital": "#CC79A7"}  # green is livelihood's own, pink the first other

CHAPTERS = {1: ("一", "民生"), 2: ("二", "数字化转型和产业发展的主要任务"), 3: ("三", "监督")}
TEXTS = {
    "p0.1.1": "为推动发展，制定本意见。",
    "c1.1.1": "改善民生。",
    "1.1.1": "民生优先，数字民生。",
    "1.1.2": "数字转型。",
    "2.1.1": "推动数字转型和经济发展。",
    "3.1.1": "要做好监督。",
}

# Kind, chapter, article, paragraph, label, title, ids of the sentences (or none: the line is its heading).
_LINES: tuple[tuple[str, int, int, int, str, str, tuple[str, ...]], ...] = (
    ("title", 0, 0, 0, "", "关于民生的意见", ()),
    ("adoption", 0, 0, 0, "", "2025年11月25日通过", ()),
    ("opening", 0, 0, 1, "", "", ("p0.1.1",)),
    ("chapter", 1, 0, 0, *CHAPTERS[1], ()),
    ("lead", 1, 0, 1, "", "", ("c1.1.1",)),
    ("article", 1, 1, 0, "1", "服务", ()),
    ("body", 1, 1, 1, "", "", ("1.1.1", "1.1.2")),
    ("chapter", 2, 0, 0, *CHAPTERS[2], ()),
    ("article", 2, 2, 0, "2", "转型", ()),
    ("body", 2, 2, 1, "", "", ("2.1.1",)),
    ("chapter", 3, 0, 0, *CHAPTERS[3], ()),
    ("article", 3, 3, 0, "3", "督查", ()),
    ("body", 3, 3, 1, "", "", ("3.1.1",)),
    ("article", 3, 4, 0, "4", "附则", ()),
    ("signature", 0, 0, 0, "", "某委员会", ()),
)
_MARKS = {"chapter": "、", "article": "."}


def document(texts: dict[str, str] = TEXTS, *, heading: str = "") -> Document:
    """The document; other `texts` of its sentences, by id, or the same `heading` everywhere, if asked for."""
    lines, parts, at = [], [], 0
    for kind, chapter, article, paragraph, label, own, ids in _LINES:
        title = heading or own
        line = "".join(texts[id_] for id_ in ids) or f"{label}{_MARKS.get(kind, '')}{title}"
        place = {"chapter": chapter, "article": article, "paragraph": paragraph}
        parts.append(Part(kind, at, at + len(line), len(lines) + 1, **place, label=label, title=title))
        lines.append(line)
        at += len(line) + 1
    return Document(
        "toy",
        "关于民生的意见",
        "toy.txt",
        "\n".join(lines),
        tuple(parts),
        facts=(Fact("issuer", "某委员会"), Fact("adopted", "2025-11-25")),
    )


def bare(title: str = "无题") -> Document:
    """A document of which nothing is left but its title."""
    return Document("bare", title, "bare.txt", "", ())


def sentences(texts: dict[str, str] = TEXTS) -> pd.DataFrame:
    """The six sentences with their places in `document`."""
    rows, whole = [], document(texts)
    for part, (kind, chapter, article, paragraph, *_, ids) in zip(whole.parts, _LINES, strict=True):
        at = part.start
        for id_ in ids:
            rows.append((id_, kind, chapter, article, paragraph, at, at + len(texts[id_]), texts[id_]))
            at += len(texts[id_])
    return build("sentences", rows)


def sentences_of(*lengths: int) -> pd.DataFrame:
    """Sentences of so many characters, one after the other in one paragraph."""
    rows, at = [], 0
    for number, length in enumerate(lengths, start=1):
        rows.append((f"1.1.{number}", "body", 0, 1, 1, at, at + length, "字" * length))
        at += length
    return build("sentences", rows)


def coded() -> pd.DataFrame:
    """Which sentence speaks of which theme."""
    return build(
        "themes",
        [
            ("c1.1.1", "livelihood", "民生", "general", 0.5, "text"),
            ("1.1.1", "livelihood", "民生 | 数字民生", "general", 0.75, "text"),
            ("1.1.1", "digital", "数字", "general", 0.5, "text"),
            ("1.1.2", "digital", "数字", "general", 0.5, "text"),
            ("2.1.1", "digital", "数字", "general", 0.5, "text"),
        ],
    )


def outline() -> pd.DataFrame:
    """Chapters and articles with what stands below them."""
    columns = [
        *("heading_id", "kind", "chapter", "article", "label", "title"),
        *("passages", "sentences", "characters", "depth"),
    ]
    rows = [
        ("c1", "chapter", 1, 0, *CHAPTERS[1], 2, 3, 20, 1),
        ("1", "article", 1, 1, "1", "服务", 1, 2, 15, 2),
        ("c2", "chapter", 2, 0, *CHAPTERS[2], 1, 1, 12, 1),
        ("2", "article", 2, 2, "2", "转型", 1, 1, 12, 2),
        ("c3", "chapter", 3, 0, *CHAPTERS[3], 1, 1, 6, 1),
        ("3", "article", 3, 3, "3", "督查", 1, 1, 6, 2),
        ("4", "article", 3, 4, "4", "附则", 0, 0, 0, 2),
    ]
    return pd.DataFrame(rows, columns=columns)


def coverage() -> pd.DataFrame:
    """Characters of each theme by chapter, with their share of the chapter."""
    return coverage_of(
        [
            (0, "livelihood", 0, 0, 0.0),
            (0, "digital", 0, 0, 0.0),
            (1, "livelihood", 2, 15, 0.75),
            (1, "digital", 2, 15, 0.75),
            (2, "livelihood", 0, 0, 0.0),
            (2, "digital", 1, 12, 1.0),
            (3, "livelihood", 0, 0, 0.0),
            (3, "digital", 0, 0, 0.0),
        ]
    )


def coverage_of(rows: Sequence[tuple[int, str, int, int, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["chapter", "theme", "sentences", "characters", "share"])


def check(*rows: tuple[str, int, str, str, str, str, str]) -> pd.DataFrame:
    """Findings of integrity: kind, line, heading, text, detail in English and Chinese, severity."""
    return build("check", rows)


EMPTY_ARTICLE = ("empty_article", 14, "4", "4.附则。", "no body", "没有正文", "problem")


def occurrences() -> pd.DataFrame:
    """Where 民生 stands: twice as a word, in two sentences, and once only inside 数字民生."""
    rows = [
        ("c1.1.1", "民生", "general", True, True),
        ("1.1.1", "民生", "general", True, True),
        ("1.1.1", "数字民生", "general", True, True),
        ("1.1.1", "民生", "general", False, False),
    ]
    return pd.DataFrame(rows, columns=["sentence_id", "expression", "subtheme", "whole", "longest"])


def expressions() -> pd.DataFrame:
    """How often each expression of livelihood stands."""
    rows = [
        ("民生", "general", 2, 1, "c1.1.1 | 1.1.1"),
        ("数字民生", "general", 1, 0, "1.1.1"),
        ("医疗", "health", 0, 0, ""),
        ("住房", "housing", 0, 0, ""),
        ("租赁", "housing", 0, 0, ""),
    ]
    return pd.DataFrame(rows, columns=["expression", "subtheme", "n", "n_inside", "sentence_ids"])


def terms() -> pd.DataFrame:
    """Six terms of a document of a thousand words."""
    rows = [("发展", 1200), ("民生", 80), ("数字", 40), ("转型", 20), ("监督", 10), ("意见", 7)]
    return build("terms", [("toy", term, n, float(n)) for term, n in rows])


def keyness() -> pd.DataFrame:
    """Words of two chapters, the highest G² of each first, the underused last."""
    rows = [
        ("1", "民生", 9, 1, 3.2, 40.0, 0.001, "yes", "c1.1.1 | 1.1.1"),
        ("1", "服务", 4, 2, 1.5, 10.4, 0.1, "no", "1.1.2"),
        ("1", "发展", 1, 9, -2.0, -25.0, 0.002, "yes", "1.1.1"),
        ("2", "数字", 8, 2, 2.5, 20.0, 0.003, "yes", "2.1.1"),
        ("2", "转型", 3, 2, 0.6, 2.6, 0.3, "not testable", "2.1.1"),
    ]
    columns = ["group", "term", "n", "n_rest", "log_ratio", "g2", "p", "survives", "sentence_ids"]
    return pd.DataFrame(rows, columns=columns)


def edges() -> pd.DataFrame:
    """Two communities: 民生 – 发展 – 改善, and 数字 – 转型; one edge joins them."""
    rows = [
        ("发展", "民生", 8, 30.0, 1, 1, 1),
        ("改善", "民生", 4, 20.0, 1, 1, 1),
        ("数字", "转型", 4, 15.0, 2, 2, 2),
        ("数字", "民生", 2, 9.0, 0, 2, 1),
    ]
    columns = ["word1", "word2", "n", "score", "community", "community1", "community2"]
    return pd.DataFrame(rows, columns=columns)


def stability() -> pd.DataFrame:
    """Four clusters: one stable, two doubtful, one not supported."""
    rows = [
        (1, "民生 | 服务", 6, 0.91, 0.55, "stable"),
        (2, "数字 | 转型", 5, 0.7, 0.55, "doubtful"),
        (3, "监督 | 保障", 4, 0.62, 0.55, "doubtful"),
        (4, "发展 | 经济", 3, 0.3, 0.55, "not supported"),
    ]
    return pd.DataFrame(rows, columns=["cluster", "label", "size", "jaccard", "jaccard_shuffled", "verdict"])


def curve() -> pd.DataFrame:
    """Three numbers of clusters: 6 is chosen, 8 as good."""
    rows = [
        (4, 0.4, 0.1, 0.3, False, False),
        (6, 0.7, 0.25, 0.3, True, True),
        (8, 0.6, 0.2, 0.3, True, False),
    ]
    return pd.DataFrame(rows, columns=["k", "ari", "sd", "ari_shuffled", "as_good", "chosen"])


@dataclass(frozen=True)
class Studied:
    """What the page of the full text asks of a study."""

    document: Document
    sentences: pd.DataFrame
    themes: pd.DataFrame
    check: pd.DataFrame
    theme_definitions: tuple[Theme, ...] = THEMES
    commitments: Callable[[], pd.DataFrame] = lambda: build("commitments", [])


def studied(texts: dict[str, str] = TEXTS, definitions: tuple[Theme, ...] = THEMES) -> Studied:
    return Studied(document(texts), sentences(texts), coded(), check(EMPTY_ARTICLE), definitions)


def studied_with_titles(title: str) -> Studied:
    """The study of a document in which every heading, title and signature is the same."""
    return replace(studied(), document=document(heading=title))


def renamed(theme: Theme, name: str, name_en: str) -> Theme:
    return replace(theme, name=name, name_en=name_en)
