"""
The document strip: the whole document as one band in reading order, a lane for each theme.

Width is in proportion to characters; chapters are ruled and named; a sentence of two themes shows in both lanes.
Pointing at a piece shows the sentence, clicking leads to it. On narrow screens there is a band for each chapter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from analysis.showing.figures import theme_colours
from analysis.showing.wording import counted
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.themes import Theme

WIDTH, LANE, GAP, LABEL = 1000, 22, 4, 18  # user units of the drawing
LONGEST_TOOLTIP = 160  # characters
NOTHING = '<div class="strip"><p lang="en">There is no sentence to draw.</p><p lang="zh">没有句子，不作图。</p></div>'


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence on the strip: from and to which character of the band, and where it belongs."""

    sentence_id: str
    chapter: int
    left: int
    right: int
    text: str


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
        return Strip(NOTHING)
    colours = theme_colours([theme.id for theme in themes])
    evidence = {(row.sentence_id, row.theme): row.evidence for row in coded.itertuples()}
    pieces = list(_pieces(sentences))
    titles = outline[outline["level"] == "chapter"].set_index("chapter")["title"].to_dict()
    whole = _band(pieces, themes, evidence, colours, titles)
    chapters = dict.fromkeys(piece.chapter for piece in pieces)
    narrow = "".join(
        _chapter_band(
            [p for p in pieces if p.chapter == chapter], themes, evidence, colours, titles.get(chapter, "")
        )
        for chapter in chapters
    )
    legend = "".join(
        f'<li><i style="background:{colours[theme.id]}"></i>{escape(theme.name)} '
        f'<span lang="en">{escape(theme.name_en)}</span></li>'
        for theme in themes
    )
    return Strip(
        f'<div class="strip"><ul class="legend">{legend}</ul>'
        f'<div class="wide">{whole}</div><div class="narrow">{narrow}</div></div>'
    )


def _pieces(sentences: pd.DataFrame) -> Iterator[Piece]:
    left = 0
    for row in sentences.itertuples():
        right = left + row.end - row.start
        yield Piece(row.sentence_id, row.chapter, left, right, row.text)
        left = right


def _band(
    pieces: Sequence[Piece],
    themes: Sequence[Theme],
    evidence: Mapping[tuple[str, str], str],
    colours: Mapping[str, str],
    titles: Mapping[int, str],
) -> str:
    """All pieces in one drawing, with a rule and a number where a chapter begins."""
    first, total = pieces[0].left, pieces[-1].right - pieces[0].left
    height = len(themes) * (LANE + GAP) + (LABEL if titles else 0)
    top = LABEL if titles else 0
    drawn = []
    for lane, theme in enumerate(themes):
        y = top + lane * (LANE + GAP)
        drawn.append(f'<rect class="lane" x="0" y="{y}" width="{WIDTH}" height="{LANE}"/>')
        for piece in pieces:
            if words := evidence.get((piece.sentence_id, theme.id)):
                x = WIDTH * (piece.left - first) / total
                width = max(WIDTH * (piece.right - piece.left) / total, 1.5)
                drawn.append(_mark(piece, words, x, y, width, colours[theme.id]))
    for chapter, title in titles.items():
        begins = next((piece.left for piece in pieces if piece.chapter == chapter), None)
        if begins is not None:
            x = WIDTH * (begins - first) / total
            drawn.append(
                f'<g class="rule"><line x1="{x:.1f}" x2="{x:.1f}" y1="2" y2="{height}"/>'
                f'<text x="{x + 3:.1f}" y="12">{chapter}<title>{chapter} {escape(title)}</title></text></g>'
            )
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(_label(pieces, themes, evidence))}" '
        f'preserveAspectRatio="none">{"".join(drawn)}</svg>'
    )


def _mark(piece: Piece, words: str, x: float, y: float, width: float, colour: str) -> str:
    text = piece.text if len(piece.text) <= LONGEST_TOOLTIP else piece.text[: LONGEST_TOOLTIP - 1] + "…"
    tip = f"{piece.sentence_id} [{words.replace(SEPARATOR, '、')}] {text}"
    return (
        f'<a class="sid" data-sid="{escape(piece.sentence_id)}"><rect x="{x:.1f}" y="{y}" width="{width:.1f}" '
        f'height="{LANE}" fill="{colour}"><title>{escape(tip)}</title></rect></a>'
    )


def _chapter_band(
    pieces: Sequence[Piece],
    themes: Sequence[Theme],
    evidence: Mapping[tuple[str, str], str],
    colours: Mapping[str, str],
    title: str,
) -> str:
    chapter = pieces[0].chapter
    name = f"{chapter} {title}" if chapter else "—"
    return f"<p>{escape(name)}</p>{_band(pieces, themes, evidence, colours, {})}"


def _label(pieces: Sequence[Piece], themes: Sequence[Theme], evidence: Mapping[tuple[str, str], str]) -> str:
    counts = [
        f"{theme.name} {sum((p.sentence_id, theme.id) in evidence for p in pieces)}" for theme in themes
    ]
    return f"{counted(len(pieces), 'sentence')} 句: " + ", ".join(counts)
