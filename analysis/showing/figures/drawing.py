"""
What all charts share: matplotlib Axes with the words that say what is seen, one style, one font.

Titles and captions belong to the page, in two languages; a picture carries labels and numbers only. Chinese
glyphs come from a font that is installed with the software, so that no system font is needed.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.prose import Bilingual, Language
from analysis.tables import SEPARATOR, InputProblem

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

# Okabe & Ito (2008), safe for colour-blind readers; the three main themes have theirs everywhere.
THEME_COLOURS = {"digitalization": "#0072B2", "hongqiao_hub": "#D55E00", "livelihood": "#009E73"}
OTHER_COLOURS = ("#CC79A7", "#E69F00", "#56B4E9", "#7A6A00", "#5D3A9B")
ACCENT = "#2F4858"  # what stands out where no theme is meant: no theme has this colour
GREY, PALE, INK, GRID = "#8A8F98", "#C9CDD3", "#222222", "#E3E5E8"
WIDTH = 4.6  # inches, 442 px: on a telephone of 375 px its 11 points are 11 px
WAY = "sentences:"  # before the ids of a link in a drawing


def spelled(text: str) -> str:
    """
    A label with the codes of characters that the fonts cannot draw, which would be boxes.

    Examples
    --------
    >>> spelled("石\U00021484镇")
    '石[U+21484]镇'
    """
    drawn = _drawn()
    return "".join(
        character if ord(character) in drawn or character.isspace() else f"[U+{ord(character):04X}]"
        for character in text
    )


@cache
def _drawn() -> frozenset[int]:
    """Codes of the characters that a chart's fonts have."""
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    fonts = (str(font_path()), font_manager.findfont("DejaVu Sans"))
    return frozenset(code for font in fonts for code in FT2Font(font).get_charmap())


@cache
def font_path() -> Path:
    """The Chinese font that comes with the installation (Noto Sans SC, Open Font License)."""
    from importlib.util import find_spec

    found = find_spec(
        "zhplot"
    )  # not imported: it would load matplotlib, with whatever the user has set for it
    path = Path(str(found.origin if found else "")).parent / "fonts" / "NotoSansSC-Regular.ttf"
    if not path.is_file():
        raise InputProblem(
            f"the Chinese font is missing ({path.name} of the package zhplot); install it again."
        )
    return path


def theme_colours(theme_ids: Sequence[str]) -> dict[str, str]:
    """
    A colour for each theme: the three main ones have theirs, others take theirs in order, then grey.

    Examples
    --------
    >>> theme_colours(["livelihood", "ecology"])
    {'livelihood': '#009E73', 'ecology': '#CC79A7'}
    """
    others = iter(OTHER_COLOURS)
    return {id_: THEME_COLOURS.get(id_) or next(others, GREY) for id_ in theme_ids}


def legible(colour: str, contrast: float = 4.6) -> str:
    """
    A colour for letters on white: as it is, or so much darker that they can be read.

    Examples
    --------
    >>> legible("#0072B2"), legible("#E69F00")
    ('#0072b2', '#9a6a00')
    """
    from matplotlib.colors import to_hex, to_rgb

    channels = to_rgb(colour)
    while _contrast(channels, (1.0, 1.0, 1.0)) < contrast:
        channels = tuple(0.98 * one for one in channels)  # type: ignore[assignment]
    return str(to_hex(channels))


def letters_on(colour: Any) -> str:
    """
    White or black, whichever is read better on a colour.

    Examples
    --------
    >>> letters_on("#2F4858"), letters_on("#9AD0BD")
    ('#FFFFFF', '#000000')
    """
    from matplotlib.colors import to_rgb

    ground = to_rgb(colour)
    white, black = (_contrast(ground, (one, one, one)) for one in (1.0, 0.0))
    return "#FFFFFF" if white >= black else "#000000"


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """How far two colours are apart, from 1 to 21, as WCAG 2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(channels: tuple[float, ...]) -> float:
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@cache
def font_family() -> str:
    """The name under which matplotlib knows that font."""
    from matplotlib import font_manager

    font_manager.fontManager.addfont(str(font_path()))
    return font_manager.FontProperties(fname=str(font_path())).get_name()


def style() -> Any:
    """The settings of every chart."""
    return {
        "font.family": [font_family(), "DejaVu Sans"],
        "font.size": 11,
        "svg.fonttype": "path",
        "svg.hashsalt": "policy-text-notebooks",
        "text.parse_math": False,  # a dollar is a dollar
        "axes.unicode_minus": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.edgecolor": GRID,
        "axes.labelcolor": INK,
        "axes.grid": False,
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "ytick.left": False,
        "xtick.bottom": False,
        "savefig.bbox": "tight",
        "savefig.pad_inches": 0.06,
        "figure.facecolor": "white",
    }


@contextmanager
def drawing() -> Iterator[None]:
    """
    Under which everything is drawn: our settings over matplotlib's own, whatever a person has set for
    themselves.

    A character that the font lacks is drawn as a box, without a warning that would stand on the page.
    """
    import matplotlib as mpl

    with mpl.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s)Glyph .* missing from")
        mpl.rcdefaults()
        mpl.rcParams.update(style())
        yield


@contextmanager
def canvas(rows: float, *, lines: int = 1, columns: int = 1, **options: Any) -> Iterator[Any]:
    """Axes of the common width; height grows with the rows to be labelled."""
    from matplotlib.figure import Figure

    with drawing():
        figure = Figure(figsize=(WIDTH, 0.32 * rows + 0.45), layout="constrained")
        yield figure.subplots(nrows=lines, ncols=columns, **options)


def way(sentence_ids: object) -> str | None:
    """
    The address of a bar or cell that leads to sentences, as the report and JupyterLab know it; None without
    any.

    Examples
    --------
    >>> way("1.1.1 | 2.1.1"), way("")
    ('sentences:1.1.1 2.1.1', None)
    """
    return f"{WAY}{str(sentence_ids).replace(SEPARATOR, ' ')}" if sentence_ids else None


def ways_of(table: pd.DataFrame) -> list[object]:
    """The sentences behind each row of a chart's data, where it has them."""
    return table["sentence_ids"].tolist() if "sentence_ids" in table else []


def said(name: str | Bilingual, language: Language) -> str:
    """
    A label in a language; text of a document is the same in both.

    Examples
    --------
    >>> said(Bilingual("Livelihood", "民生"), "en"), said("民生", "en")
    ('Livelihood', '民生')
    """
    return str(getattr(name, language)) if isinstance(name, Bilingual) else name


def bars(
    axes: Axes,
    labels: Sequence[str],
    values: Sequence[float],
    colours: Sequence[str],
    texts: Sequence[str],
    ways: Sequence[object] = (),
) -> None:
    """
    Horizontal bars from top to bottom, the number at each end, no axis to read off.

    `ways` are the ids of the sentences (or headings) behind each bar, which bar and number lead to.
    """
    places = range(len(labels))
    drawn = axes.barh(places, values, color=colours, height=0.7)
    axes.set_yticks(places, labels)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    longest = max([*values, 1e-9])
    for place, value, text in zip(places, values, texts, strict=True):
        axes.text(value + longest * 0.012, place, text, va="center", fontsize=11)
    for bar, number, ids in zip(drawn, axes.texts[-len(labels) :], ways, strict=False):
        bar.set_url(way(ids))
        number.set_url(way(ids))
    axes.set_xlim(0, longest * 1.16)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)


def short(title: str, limit: int = 12) -> str:
    """A title cut to so many characters."""
    return title if len(title) <= limit else title[: limit - 1] + "…"
