"""
The document strip: the whole document as one band in reading order, a lane for each theme.

Width is in proportion to characters; chapters are ruled and named; a sentence of two themes shows in both
lanes. Pointing at a piece shows the sentence, clicking leads to it. On narrow screens there is a band for
each chapter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.prose import Bilingual
from analysis.showing.figures import theme_colours
from analysis.showing.finding import Finding
from analysis.showing.html import rendered
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme

WIDTH, LANE, GAP = 1000, 22, 4  # user units of the drawing
NARROWEST = 1.5  # of a sentence, so that it can be seen
CLOSEST = 32  # beginnings of chapters that both are named, so that the names are apart where it is narrowest
LONGEST_TOOLTIP = 160  # characters

Evidence = Mapping[tuple[str, str], str]  # (sentence id, theme id) → the words found


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence on the strip: from and to which character of the band, and where it belongs."""

    sentence_id: str
    chapter: int
    left: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence drawn in a lane: where, how wide (in user units), and what is shown at a touch."""

    sentence_id: str
    x: float
    width: float
    tip: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A theme's lane in a band."""

    y: int
    height: int
    colour: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a chapter begins in a band, and whether there is room for its number."""

    x: float
    chapter: int
    title: str
    named: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the document with its lanes: the whole, or a chapter on a narrow screen."""

    name: str
    width: int
    height: int
    words: Finding
    lanes: tuple[Lane, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawn strip; shown as HTML in a notebook, with links to the sentences in the report."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


def document_strip(
    sentences: pd.DataFrame,
    coded: pd.DataFrame,
    outline: pd.DataFrame,
    themes: Sequence[Theme],
) -> Strip:
    """
    Draw the strip for `themes`; `coded` has one row per (sentence, theme), as ``find_themes`` gives it.

    `outline` names the chapters. A theme without any sentence keeps its empty lane.
    """
    if sentences.empty or not themes:
        return Strip(Finding("no_strip")._repr_html_())
    colours = theme_colours([theme.id for theme in themes])
    keys = zip(coded["sentence_id"], coded["theme"], strict=True)
    evidence = dict(zip(keys, coded["evidence"], strict=True))
    pieces = list(_pieces(sentences))
    titles = outline[outline["kind"] == "chapter"].set_index("chapter")["title"].to_dict()
    narrow = []
    for chapter in dict.fromkeys(piece.chapter for piece in pieces):
        inside = list(_pieces(sentences[sentences["chapter"] == chapter]))
        name = f"{chapter} {titles.get(chapter, '')}" if chapter else "—"
        narrow.append(_band(inside, themes, evidence, colours, {}, name))
    whole = _band(pieces, themes, evidence, colours, titles)
    return Strip(rendered("strip", themes=themes, colours=colours, whole=whole, narrow=narrow))


def _pieces(sentences: pd.DataFrame) -> Iterator[Piece]:
    left = 0
    for row in sentences.itertuples():
        right = left + row.end - row.start
        yield Piece(row.sentence_id, row.chapter, left, right, row.text)
        left = right


def _band(
    pieces: Sequence[Piece],
    themes: Sequence[Theme],
    evidence: Evidence,
    colours: Mapping[str, str],
    titles: Mapping[int, str],
    name: str = "",
) -> Band:
    """All pieces in one drawing, with a rule and a number where a chapter begins."""
    lanes = tuple(
        Lane(at * (LANE + GAP), LANE, colours[theme.id], tuple(_marks(pieces, theme, evidence)))
        for at, theme in enumerate(themes)
    )
    counts = [
        (Bilingual(theme.name_en, theme.name), len(lane.marks))
        for theme, lane in zip(themes, lanes, strict=True)
    ]
    words = Finding("strip", sentences=len(pieces), themes=counts)
    height = len(themes) * (LANE + GAP)
    return Band(name, WIDTH, height, words, lanes, tuple(_rules(pieces, titles)))


def _marks(pieces: Sequence[Piece], theme: Theme, evidence: Evidence) -> Iterator[Mark]:
    first, total = pieces[0].left, pieces[-1].right - pieces[0].left
    for piece in pieces:
        if words := evidence.get((piece.sentence_id, theme.id)):
            width = max(WIDTH * (piece.right - piece.left) / total, NARROWEST)
            yield Mark(piece.sentence_id, WIDTH * (piece.left - first) / total, width, _tip(piece, words))


def _tip(piece: Piece, words: str) -> str:
    text = piece.text if len(piece.text) <= LONGEST_TOOLTIP else piece.text[: LONGEST_TOOLTIP - 1] + "…"
    return f"{piece.sentence_id} [{words.replace(SEPARATOR, '、')}] {text}"


def _rules(pieces: Sequence[Piece], titles: Mapping[int, str]) -> Iterator[Rule]:
    first, total = pieces[0].left, pieces[-1].right - pieces[0].left
    begins: dict[int, int] = {}
    for piece in pieces:
        begins.setdefault(piece.chapter, piece.left)
    last = -float(CLOSEST)
    for chapter, title in titles.items():
        if chapter not in begins:
            continue
        x = WIDTH * (begins[chapter] - first) / total
        named = x - last >= CLOSEST
        last = x if named else last
        yield Rule(x, chapter, title, named)
