"""The full text as a page: every sentence under its id, with the themes found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.ids import paragraph_of
from analysis.showing.exhibits import mark
from analysis.showing.figures import theme_colours
from analysis.showing.html import rendered
from analysis.tables import SEPARATOR
from analysis.translations import translation

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_HEADINGS = {"chapter": "h2", "article": "h3", "subheading": "h4"}
Coded = Mapping[str, list[tuple[str, str]]]  # sentence id → (theme, evidence)


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence with its evidence marked, and the themes found in it."""

    id: str
    text: str
    themes: tuple[str, ...]
    english: str = ""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A heading (with its HTML element), a paragraph of sentences, or what stands around the body."""

    id: str
    kind: str
    text: str
    heading: str = ""
    empty: bool = False
    english: str = ""
    sentences: tuple[ShownSentence, ...] = ()


def full_text(study: Study, theme_pages: Mapping[str, str]) -> str:
    """
    The document's body as HTML: headings and sentences with their ids, evidence marked, themes as badges.

    `theme_pages` names the page of each theme that has one; a badge leads there.
    """
    themes = study.theme_definitions
    return rendered(
        "fulltext",
        themes=themes,
        colours=theme_colours([theme.id for theme in themes]),
        names={theme.id: theme.name for theme in themes},
        pages=theme_pages,
        parts=list(_parts(study)),
    )


def _parts(study: Study) -> Iterator[ShownPart]:
    coded: dict[str, list[tuple[str, str]]] = {}
    shown = {theme.id for theme in study.theme_definitions}
    for row in study.themes[study.themes["theme"].isin(shown)].itertuples():
        coded.setdefault(row.sentence_id, []).append((row.theme, row.evidence))
    check, sentences = study.check, study.sentences
    empty = set(check.loc[check["finding"].str.startswith("empty_"), "heading_id"])
    passage = paragraph_of(sentences["sentence_id"]).rename("passage")
    rows = dict(iter(sentences.groupby(passage, sort=False)))
    for part in study.document.parts:
        text = study.document.text[part.start : part.end].strip()
        if part.kind in _HEADINGS:
            yield ShownPart(
                part.id, part.kind, text, _HEADINGS[part.kind], part.id in empty, translation(text)
            )
        elif part.kind in ("title", "adoption", "signature"):
            yield ShownPart(part.id, part.kind, text)
        else:
            yield ShownPart(part.id, part.kind, text, sentences=tuple(_sentences(rows[part.id], coded)))


def _sentences(sentences: pd.DataFrame, coded: Coded) -> Iterator[ShownSentence]:
    for id_, text in zip(sentences["sentence_id"], sentences["text"], strict=True):
        found = coded.get(id_, [])
        marked = mark(text, [word for _, words in found for word in words.split(SEPARATOR)])
        yield ShownSentence(id_, marked, tuple(theme for theme, _ in found), translation(text))
