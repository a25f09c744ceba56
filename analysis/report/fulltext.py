"""The full text as a page: every sentence under its id, with what was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from analysis.ids import paragraph_of
from analysis.prose import LANGUAGES, Bilingual, called
from analysis.showing.exhibits import mark
from analysis.showing.figures import theme_colours
from analysis.showing.html import rendered
from analysis.tables import SEPARATOR
from analysis.translations import translation

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_HEADINGS = {"attached": "h2", "chapter": "h2", "article": "h3", "subheading": "h4"}
_MARKED = re.compile(r'<mark class="([^"]+)">')
_MARK = re.compile(r"<mark>([^<]*)</mark>")
_UNSAID = "other"  # the mode of a sentence that is in none
Coded = Mapping[str, list[tuple[str, str]]]  # sentence id → (theme, evidence)
Modes = Mapping[str, tuple[Bilingual, ...]]  # sentence id → what it does: looks ahead, can be checked


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence with its evidence marked, and the themes found in it."""

    id: str
    text: str
    themes: tuple[str, ...]
    english: str = ""
    modes: tuple[Bilingual, ...] = ()


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
    The document's body as HTML: headings and sentences with their ids, evidence marked, themes as badges, and
    whether a sentence looks ahead or back and names what can be checked.

    `theme_pages` names the page of each theme that has one; a badge leads there.
    """
    themes = study.theme_definitions
    parts = list(_parts(study))
    shared = _MARKED.findall("".join(one.text for part in parts for one in part.sentences))
    return rendered(
        "fulltext",
        themes=themes,
        colours=theme_colours([theme.id for theme in themes]),
        names={theme.id: theme.name for theme in themes},
        pages=theme_pages,
        parts=parts,
        translated=any(part.english or any(one.english for one in part.sentences) for part in parts),
        told=any(one.modes for part in parts for one in part.sentences),
        shared=[[one.removeprefix("e-") for one in names.split()] for names in dict.fromkeys(shared)],
    )


def _modes(commitments: pd.DataFrame) -> Modes:
    """What is said of each sentence beside its themes."""
    found = {}
    for row in commitments.itertuples():
        codes = [("mode", row.mode)] if row.mode != _UNSAID else []
        codes += [("has_target", True)] if row.has_target else []
        said = [Bilingual(*(called(language, *code) for language in LANGUAGES)) for code in codes]
        found[row.sentence_id] = tuple(said)
    return found


def _parts(study: Study) -> Iterator[ShownPart]:
    modes = _modes(study.commitments())
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
            element = "h3" if part.kind == "subheading" and not part.article else _HEADINGS[part.kind]
            yield ShownPart(part.id, part.kind, text, element, part.id in empty, translation(text))
        elif part.kind in ("title", "adoption", "signature"):
            yield ShownPart(part.id, part.kind, text)
        else:
            yield ShownPart(
                part.id, part.kind, text, sentences=tuple(_sentences(rows[part.id], coded, modes))
            )


def _sentences(sentences: pd.DataFrame, coded: Coded, modes: Modes) -> Iterator[ShownSentence]:
    for id_, text in zip(sentences["sentence_id"], sentences["text"], strict=True):
        found = coded.get(id_, [])
        themes = tuple(theme for theme, _ in found)
        yield ShownSentence(id_, _evidence(text, found), themes, translation(text), modes.get(id_, ()))


def _evidence(text: str, found: Sequence[tuple[str, str]]) -> Markup:
    """The text with the evidence of each theme marked as its own, so that it can be switched off with it."""
    of: dict[str, list[str]] = {}
    for theme, words in found:
        for word in words.split(SEPARATOR):
            of.setdefault(word, []).append(f"e-{theme}")

    def owned(match: re.Match[str]) -> str:
        return f'<mark class="{escape(" ".join(of[unescape(match[1])]))}">{match[1]}</mark>'

    return Markup(_MARK.sub(owned, mark(text, of)))
