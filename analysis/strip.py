"""
The document strip: the whole document as one band in reading order, a lane for each theme.

Width is in proportion to characters; chapters are ruled and numbered; a sentence of two themes shows in both
lanes, and one whose theme only its heading names is pale. Pointing at a piece shows the sentence, clicking leads
to it. On narrow screens there is a band for each chapter, with the lanes that are not empty there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from analysis.figures import theme_colours
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.codebook import Theme

WIDTH, LANE = 1000, 20  # user units of a lane; both are stretched to the page
NARROWEST = 2.0  # of a sentence, so that it can be seen
LONGEST_TOOLTIP = 160  # characters
# In the drawing itself, so that it looks the same in JupyterLab as in the report.
_STYLE = (
    ".strip{margin:1.2rem 0}.strip .row{display:grid;grid-template-columns:8.5em 1fr;gap:.5rem;align-items:center;"
    "font-size:.8rem;line-height:1.3;margin:0 0 3px}.strip .row>span:first-child{white-space:nowrap;overflow:hidden;"
    "text-overflow:ellipsis}.strip svg{display:block;width:100%;height:20px}.strip .marks{position:relative;height:1.3em}"
    ".strip .marks b{position:absolute;font-weight:400}.strip .narrow{display:none}.strip .narrow p{margin:.6rem 0 .2rem;"
    "font-size:.8rem}.strip .lane{fill:var(--panel,#F3F4F6)}.strip .rule line{stroke:var(--soft,#6B7078);stroke-width:.8;"
    "vector-effect:non-scaling-stroke}.strip .pale{fill-opacity:.3}@media(max-width:40rem){.strip .wide{display:none}"
    ".strip .narrow{display:block}.strip .row{grid-template-columns:6em 1fr}}"
)


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


Found = Mapping[tuple[str, str], tuple[str, str]]  # (sentence, theme) → evidence and source
Colours = Mapping[str, str]


def document_strip(
    sentences: pd.DataFrame, coded: pd.DataFrame, outline: pd.DataFrame, themes: Sequence[Theme]
) -> Strip:
    """
    Draw the strip for `themes`; `coded` has one row per (sentence, theme), as ``find_themes`` gives it.

    `outline` names the chapters. A theme without any sentence keeps its empty lane.
    """
    columns = (coded[name] for name in ("sentence_id", "theme", "evidence", "source"))
    found = {(id_, theme): (evidence, source) for id_, theme, evidence, source in zip(*columns, strict=True)}
    pieces, colours = list(_pieces(sentences)), theme_colours([theme.id for theme in themes])
    titles = outline[outline["level"] == "chapter"].set_index("chapter")["title"].to_dict()
    chapters = dict.fromkeys(piece.chapter for piece in pieces)
    bands = "".join(
        _chapter(titles.get(chapter, ""), [p for p in pieces if p.chapter == chapter], themes, found, colours)
        for chapter in chapters
    )
    lanes = "".join(_lane(pieces, theme, found, colours, ruled=bool(titles)) for theme in themes)
    return Strip(
        f'<div class="strip"><style>{_STYLE}</style>'
        f'<div class="wide">{_marks(pieces, titles)}{lanes}</div>'
        f'<div class="narrow">{bands}</div></div>'
    )


def _pieces(sentences: pd.DataFrame) -> Iterator[Piece]:
    left = 0
    for row in sentences.itertuples():
        right = left + row.end - row.start
        yield Piece(row.sentence_id, row.chapter, left, right, row.text)
        left = right


def _begins(pieces: Sequence[Piece]) -> dict[int, float]:
    """Where each chapter begins, as a share of the band."""
    total = pieces[-1].right - pieces[0].left
    first: dict[int, float] = {}
    for piece in pieces:
        first.setdefault(piece.chapter, (piece.left - pieces[0].left) / total)
    return first


def _marks(pieces: Sequence[Piece], titles: Mapping[int, str]) -> str:
    """The numbers of the chapters above the lanes."""
    if not titles:
        return ""
    numbers = "".join(
        f'<b style="left:{100 * at:.1f}%" title="{chapter} {escape(titles.get(chapter, ""))}">{chapter}</b>'
        for chapter, at in _begins(pieces).items()
        if chapter
    )
    return f'<div class="row"><span></span><span class="marks">{numbers}</span></div>'


def _chapter(
    title: str, pieces: Sequence[Piece], themes: Sequence[Theme], found: Found, colours: Colours
) -> str:
    """The band of one chapter: only the themes that it has, or the first when it has none."""
    ids = [piece.sentence_id for piece in pieces]
    here = [theme for theme in themes if any((id_, theme.id) in found for id_ in ids)] or themes[:1]
    name = f"{pieces[0].chapter} {title}" if pieces[0].chapter else "—"
    lanes = "".join(_lane(pieces, theme, found, colours) for theme in here)
    return f"<p>{escape(name)}</p>{lanes}"


def _lane(
    pieces: Sequence[Piece], theme: Theme, found: Found, colours: Colours, *, ruled: bool = False
) -> str:
    """The name of a theme, and its sentences where they stand."""
    total = pieces[-1].right - pieces[0].left
    drawn = []
    for piece in pieces:
        if one := found.get((piece.sentence_id, theme.id)):
            left = WIDTH * (piece.left - pieces[0].left) / total
            width = max(WIDTH * (piece.right - piece.left) / total, NARROWEST)
            drawn.append(_mark(piece, one, left, width, colours[theme.id]))
    rules = "".join(
        f'<line x1="{WIDTH * at:.1f}" x2="{WIDTH * at:.1f}" y1="0" y2="{LANE}"/>'
        for chapter, at in _begins(pieces).items()
        if ruled and chapter
    )
    label = f"{theme.name} {theme.name_en}: {len(drawn)} of {len(pieces)} sentences 句"
    return (
        f'<div class="row"><span title="{escape(theme.name_en)}">{escape(theme.name)}</span>'
        f'<svg viewBox="0 0 {WIDTH} {LANE}" preserveAspectRatio="none" role="img" aria-label="{escape(label)}">'
        f'<rect class="lane" width="{WIDTH}" height="{LANE}"/>{"".join(drawn)}<g class="rule">{rules}</g></svg></div>'
    )


def _mark(piece: Piece, found: tuple[str, str], left: float, width: float, colour: str) -> str:
    evidence, source = found
    text = piece.text if len(piece.text) <= LONGEST_TOOLTIP else piece.text[: LONGEST_TOOLTIP - 1] + "…"
    words = evidence.replace(SEPARATOR, "、")
    said, shade = ("heading 标题: ", ' class="pale"') if source == "heading" else ("", "")
    tip = f"{piece.sentence_id} [{said}{words}] {text}"
    return (
        f'<a class="sid" data-sid="{escape(piece.sentence_id)}"><rect{shade} '
        f'x="{left:.1f}" y="0" width="{width:.1f}" height="{LANE}" fill="{colour}"><title>{escape(tip)}</title></rect></a>'
    )
