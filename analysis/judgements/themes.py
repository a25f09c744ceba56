"""
Themes from above: which sentence speaks of what, and by which words.

The themes of the codebook are found by weights learned from coded sentences (``theme_weights``): words and
listed expressions of the sentence, and what stands around it, add up to a confidence. Themes of a place and
those of a user are found by their expressions, as ``corpus/themes.toml`` writes them. An expression is found
where it stands between edges of words, so that 民生 is not found in 人民生活; what stands only inside a
longer word is counted apart and shown. Expressions of four characters or more need only begin at an edge: the
dictionary has compounds that would hide their end (健康|服务体系), and that long a string hardly arises by
chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.columns import (
    ARTICLE,
    CHAPTER,
    SENTENCE_ID,
    TEXT,
    THEME,
    THEME_ID,
)
from analysis.judgements.theme_parts import is_learned, learned_parts, listed_parts
from analysis.judgements.theme_places import occurrences, sought
from analysis.judgements.theme_rules import ruled
from analysis.judgements.theme_weights import CODED, Judged
from analysis.reading import contexts
from analysis.tables import (
    SEPARATOR,
    Column,
    Option,
    build,
    table,
    typed,
)

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_features import FeatureReader
    from analysis.judgements.theme_files import Theme
    from analysis.judgements.theme_weights import Weights
    from analysis.study import Study

WEAK = 0.4  # weight of a weak expression: two of them do not make a theme, three do


def find_themes(themes: Sequence[Theme], sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Which sentence speaks of which theme: one row per (sentence, theme), in reading order.

    A sentence has a theme when one of its expressions or names stands there as whole words, or three
    different weak ones. Columns as in ``tables.TABLES["themes"]``. ``confidence`` is 1 − 2⁻ᵏ with k the
    number of different expressions found, a weak one counting .4: .5 for one, .75 for two. It ranks by
    evidence; it is not a probability.
    """
    order = {id_: place for place, id_ in enumerate(sentences["sentence_id"])}
    rows = [
        (order[id_], rank, (id_, theme.id, *coding, "text"))
        for rank, theme in enumerate(themes)
        for id_, coding in ruled(
            theme, dict(_codings(theme, occurrences(theme, sentences, tokens))), sentences, tokens
        )
    ]
    return build("themes", (row for _, _, row in sorted(rows, key=lambda row: row[:2])))


def _codings(theme: Theme, found: pd.DataFrame) -> Iterator[tuple[str, tuple[str, str, float]]]:
    columns = found.loc[found["longest"], ["sentence_id", "expression", "subtheme"]]
    places: dict[str, list[tuple[str, str]]] = {}
    for id_, text, subtheme in columns.itertuples(index=False, name=None):
        places.setdefault(id_, []).append((text, subtheme))
    for id_, inside in places.items():
        evidence, subthemes = (list(dict.fromkeys(values)) for values in zip(*inside, strict=True))
        weight = sum(WEAK if text in theme.weak else 1.0 for text in evidence)
        if weight >= 1:
            yield id_, (SEPARATOR.join(evidence), SEPARATOR.join(subthemes), round(1 - 2.0**-weight, 4))


def detect_themes(
    themes: Sequence[Theme],
    weights: Weights,
    reader: FeatureReader,
    sheet: pd.DataFrame,
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    least: float = CODED,
    parts: tuple[Weights, FeatureReader] | None = None,
) -> pd.DataFrame:
    """
    Which sentence speaks of which theme, by weights where a theme is learned, by its expressions where not.

    `sheet` is what stands around each sentence (``reading.contexts``); `least` the confidence from which a
    learned theme counts; `parts` the weights of its sub-themes and what reads their evidence, without which
    they are told by their expressions. Rows in reading order, then in the order of `themes`.
    """
    rank = {theme.id: at for at, theme in enumerate(themes)}
    order = {id_: place for place, id_ in enumerate(sentences["sentence_id"])}
    rows = [
        row
        for theme in themes
        if not theme.learned
        for row in find_themes([theme], sought(theme, sheet, sentences), tokens).itertuples(
            index=False, name=None
        )
    ]
    learned = {theme.id: theme for theme in themes if theme.learned}
    judged = weights.judged(reader.read_all(sheet), sheet["text"].tolist(), least=least)
    groups = {
        id_: learned_parts(theme, *parts, _having(id_, sheet, judged))
        if parts is not None and is_learned(theme, parts[0])
        else listed_parts(theme, sentences, tokens)
        for id_, theme in learned.items()
        if theme.shown
    }
    for id_, text, found in zip(sheet["sentence_id"], sheet["text"], judged, strict=True):
        for one in found:
            if one.theme in learned and not _is_excluded(text, one.evidence, learned[one.theme].excludes):
                inside = SEPARATOR.join(groups.get(one.theme, {}).get(id_, ()))
                evidence = SEPARATOR.join(one.evidence)
                rows.append((id_, one.theme, evidence, inside, one.confidence, one.source))
    return build("themes", sorted(rows, key=lambda row: (order[str(row[0])], rank[str(row[1])])))


def _is_excluded(text: str, evidence: Sequence[str], excludes: Sequence[str]) -> bool:
    """Whether all words that speak for a theme stand in longer ones that do not: 数字 in 这些数字."""
    for longer in excludes:
        text = text.replace(longer, "\u3000" * len(longer))
    return bool(evidence and excludes) and not any(word in text for word in evidence)


def _having(theme: str, sheet: pd.DataFrame, judged: Sequence[Sequence[Judged]]) -> pd.DataFrame:
    """The rows of a sheet whose sentences have a theme."""
    ids = [
        id_
        for id_, found in zip(sheet["sentence_id"], judged, strict=True)
        if any(one.theme == theme for one in found)
    ]
    return sheet[sheet["sentence_id"].isin(ids)]


# --- as tables ---------------------------------------------------------------------------------------------

_EVIDENCE = Column(
    "evidence",
    "str",
    "expressions that carried it, in reading order, joined by ' | '",
    ("evidence", "依据"),
)
_SUBTHEMES = Column(
    "subtheme",
    "str",
    "ids of its sub-themes there (or groups whose expressions stand there), joined by ' | '",
    ("sub-theme", "子主题"),
)
_CONFIDENCE = Column(
    "confidence",
    "float64",
    "0 to 1: of learned themes a probability, of others how much speaks for the coding",
    ("confidence", "把握"),
)


@table(
    "themes",
    row="a theme found in a sentence",
    key=("sentence_id", "theme"),
    help="which sentence speaks of which theme, and by which words",
    attribute=True,
    options=(
        Option("theme", "this theme only", metavar="ID"),
        Option(
            "confidence",
            f"learned themes from this confidence on, above 0 and below 1 (default {CODED})",
            kind=float,
            within=(0.0, 1.0),
            default=CODED,
            metavar="P",
        ),
    ),
    columns=(
        SENTENCE_ID,
        THEME,
        _EVIDENCE,
        _SUBTHEMES,
        _CONFIDENCE,
        Column("source", "str", "text, heading (inherited) or code (a person's)", ("source", "来源")),
    ),
)
def themes_of(study: Study, *, theme: str | None = None, confidence: float = CODED) -> pd.DataFrame:
    """Which sentence speaks of which theme, and by which words."""
    if theme is not None:
        study.theme(theme)
        found = study.table("themes", confidence=confidence)
        return found[found["theme"] == theme]
    sentences = study.counted_sentences
    sheet = contexts(study.document, sentences)
    judged_by = (study.known_themes, study.setup.weights, study.feature_reader)
    parts = (study.setup.part_weights, study.part_reader)
    return detect_themes(*judged_by, sheet, study.tokens, sentences, least=confidence, parts=parts)


@table(
    "quotations",
    row="a sentence of a theme with its text, in reading order",
    key=("sentence_id",),
    help="the sentences of a theme with their place, evidence and text",
    options=(THEME_ID,),
    columns=(SENTENCE_ID, _EVIDENCE, _SUBTHEMES, _CONFIDENCE, CHAPTER, ARTICLE, TEXT),
)
def quotations_of(study: Study, theme: str) -> pd.DataFrame:
    """The sentences of a theme with their place, evidence and text, in reading order."""
    place = study.counted_sentences[["sentence_id", "chapter", "article", "text"]]
    found = study.table("themes", theme=theme).merge(place, on="sentence_id", how="left")
    return typed("quotations", found)
