"""A drawn chart with what it shows: as SVG with links to sentences, and as what a notebook shows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, wraps
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis.prose import LANGUAGES
from analysis.showing.exhibits import MOST_ROWS, Names, download, table_html
from analysis.showing.figures.drawing import WAY, canvas, drawing, spelled
from analysis.showing.finding import Finding
from analysis.showing.html import rendered

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class Chart:
    """
    A drawn chart: its axes, its data as a table, and what it shows as a finding (alternative text).

    A chart that was `refused` was not drawn; the words say why. `again` draws it in another language than
    its own. `names` says what people call the codes in the data, and `columns` which of the data are shown
    (by default all).
    """

    axes: Axes
    data: pd.DataFrame
    words: Finding
    refused: bool = False
    again: Callable[..., Chart] | None = None
    language: str = ""
    names: Names = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    @property
    def alt_en(self) -> str:
        """What the chart shows, in English."""
        return self.words.en

    @property
    def alt_zh(self) -> str:
        """What the chart shows, in Chinese."""
        return self.words.zh

    def svg(self, alt: str = "") -> str:
        """The figure as an SVG element with glyphs as outlines; the same text for the same input."""
        return _inline(self._file(), names=[alt] if alt else [self.alt_en, self.alt_zh])

    def _file(self) -> str:
        """The figure as an SVG file."""
        buffer = io.StringIO()
        with drawing():
            figure: Any = self.axes.get_figure(root=True)
            _spell_out(figure)
            figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        return buffer.getvalue()

    def _drawings(self) -> list[tuple[str, Markup]]:
        """The drawing in each language, or one (no language) that holds no word of ours."""
        if self.again is None:
            return [("", Markup(self.svg()))]
        charts = {one: self if one == self.language else self.again(language=one) for one in LANGUAGES}
        files = {language: chart._file() for language, chart in charts.items()}
        if len(set(files.values())) == 1:
            return [("", Markup(_inline(files[LANGUAGES[0]], names=[self.alt_en, self.alt_zh])))]
        return [
            (language, Markup(_inline(file, names=[getattr(self.words, language)])))
            for language, file in files.items()
        ]

    def _seen(self) -> pd.DataFrame:
        """The data without what never stands, which the download has."""
        data = self.data[[name for name in self.columns if name in self.data]] if self.columns else self.data
        data.attrs = self.data.attrs
        if "sentence_ids" not in data:
            return data
        return data[(data["sentence_ids"] != "") | (data["kind"].eq("group") if "kind" in data else False)]

    def _repr_html_(self) -> str:
        if self.refused:
            return self.words._repr_html_()
        seen = self._seen()
        return rendered(
            "chart",
            drawings=self._drawings(),
            words=self.words,
            rows="" if seen.empty else table_html(seen.head(MOST_ROWS), marks=[], names=self.names),
            shown=MOST_ROWS,
            total=len(seen),
            zeros=len(self.data) - len(seen),
            download=download(self.data),
        )


def in_both_languages(draw: Callable[..., Chart]) -> Callable[..., Chart]:
    """A figure that takes a ``language`` for its labels, and can so be drawn again in the other."""

    @wraps(draw)
    def drawn(*arguments: Any, **options: Any) -> Chart:
        own = options.get("language", LANGUAGES[0])
        again = partial(draw, *arguments, **options)
        return replace(draw(*arguments, **options), again=again, language=own)

    return drawn


def refusal(data: pd.DataFrame, why: str) -> Chart:
    """
    The figure of what cannot be drawn: blank, and its words say why (a case of the sentence
    ``nothing_to_draw``).

    Examples
    --------
    >>> import pandas as pd
    >>> refusal(pd.DataFrame(), "no_counts").alt_en
    'Nothing to draw: no term is left to be counted.'
    """
    with canvas(1) as axes:
        axes.set_axis_off()
    return Chart(axes, data, Finding("nothing_to_draw", why=why), refused=True)


def _spell_out(figure: Any) -> None:
    """Let no text of a figure hold a character that cannot be drawn; ticks are written anew when drawn."""
    from matplotlib.text import Text

    for axis in (axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)):
        labels = [label.get_text() for label in axis.get_ticklabels()]
        if (told := [spelled(label) for label in labels]) != labels:
            axis.set_ticks(axis.get_majorticklocs(), told)
    for text in figure.findobj(Text):
        text.set_text(spelled(text.get_text()))


_LETTERING = re.compile(r"<!-- ([^<>]*) -->\s*<g")  # what a group of outlines spells
_IDLE = re.compile(r'<!--[^<>]*-->|<defs/>| target="_blank"|(?<=>)\s+(?=<)')
_PLACE = re.compile(r'(?:\b(?:d|x|y|x1|x2|y1|y2|points|width|height)="|translate\()[^")]*')
_FRACTION = re.compile(r"(?<!\d)-?\d+\.\d+")
_STEP = re.compile(r" ?([A-Za-z]) ")
_LINES = re.compile(r'd="M(-?[\d.]+) (-?[\d.]+)((?:L-?[\d.]+ -?[\d.]+)+)( ?z?)\Z')
_GLYPH = re.compile(r'(<path id="[^"]+") d="([^"]+)" transform="scale\(0\.015625\)"')
_LINK = re.compile(rf'<a xlink:href="{WAY}([^"]*)"')
_COORDINATE = re.compile(r"-?\d+(?:\.\d+)?")


def _inline(svg: str, *, names: Sequence[str]) -> str:
    """
    An SVG file as an element of a page: named for readers who cannot see it, lighter, without idle ids.

    With a name in each language it has both, and each apart, of which a page keeps the one it shows.

    Outlines come in 6,400 units an em; a tenth of that is finer than any screen and a quarter shorter.
    """

    def coarser(match: re.Match[str]) -> str:
        outline = _COORDINATE.sub(lambda number: f"{float(number[0]) / 10:.0f}", match[2])
        return f'{match[1]} d="{" ".join(outline.split())}" transform="scale(0.15625)"'

    element = re.sub(r'<g id="[^"]*"', "<g", svg[svg.index("<svg") :])
    before, _, behind = element.partition("<metadata>")
    element = before + behind.partition("</metadata>")[2]
    element = re.sub(r'\A(<svg [^>]*?) width="[^"]*"', r"\1", element)
    element = re.sub(r'\A(<svg [^>]*?) height="[^"]*"', r"\1", element)
    element = _LETTERING.sub(lambda match: f'<g data-text="{match[1]}"', element)
    element = _lighter(_GLYPH.sub(coarser, element))
    element = _LINK.sub(lambda match: f'<a class="sids" data-sids="{match[1]}"', element)
    role = "group" if WAY in svg else "img"
    named = f'role="{role}" aria-label="{escape(" ".join(names))}"'
    if len(names) == len(LANGUAGES):
        named += "".join(f' data-{one}="{escape(name)}"' for one, name in zip(LANGUAGES, names, strict=True))
    return element.replace("<svg ", f"<svg {named} ", 1)


def _lighter(element: str) -> str:
    """A drawing without what is not seen: comments, empty parts, more than a tenth of a point."""

    def rounded(place: re.Match[str]) -> str:
        text = _FRACTION.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), place[0])
        return _straight(_STEP.sub(r"\1", " ".join(text.split())))

    return _PLACE.sub(rounded, _IDLE.sub("", element))


def _straight(path: str) -> str:
    """Lines, those that go up or across told by where they end: M1 2L1 9 as M1 2V9."""
    lines = _LINES.match(path)
    if lines is None:
        return path
    x, y, told = lines[1], lines[2], f'd="M{lines[1]} {lines[2]}'
    for next_x, next_y in (point.split(" ") for point in lines[3][1:].split("L")):
        told += f"V{next_y}" if next_x == x else f"H{next_x}" if next_y == y else f"L{next_x} {next_y}"
        x, y = next_x, next_y
    return told + lines[4].strip()
