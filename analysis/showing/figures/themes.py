"""Charts of all themes at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.prose import Bilingual, Language
from analysis.showing.figures.chart import Chart, in_both_languages, refusal
from analysis.showing.figures.drawing import GREY, INK, bars, canvas, said, theme_colours, ways_of
from analysis.showing.finding import Finding

if TYPE_CHECKING:
    import pandas as pd

_NAMED = 5  # themes that are named in words, too


_LEAST = 0.005  # of less it is said that it is under one per cent


def _share(share: float) -> str:
    """A share in per cent; one that would read as none says that it is less than one."""
    return f"{100 * share:.0f}" if share >= _LEAST else "<1"


@in_both_languages
def theme_bars(
    quality: pd.DataFrame,
    names: Mapping[str, str | Bilingual],
    *,
    coloured: tuple[str, ...] = (),
    language: Language = "en",
) -> Chart:
    """
    Each theme's share of the document's sentences, the largest first, with what the share is once put right.

    `quality` is the table ``theme_quality``; `names` gives ids their names; `coloured` those with a colour of
    their own. The line is the 95 % interval of the share put right by what the theme is found with; a theme
    that is not assessed has none.
    """
    shown = quality[quality["share"] > 0].sort_values("share", ascending=False, kind="stable")
    if shown.empty:
        return refusal(shown, "no_themes")
    colours = theme_colours(list(coloured))
    painted = [colours.get(id_, GREY) for id_ in shown["theme"]]
    values = shown["share"].astype("float64").tolist()
    labels = [said(names[id_], language) for id_ in shown["theme"]]
    with canvas(len(shown)) as axes:
        bars(axes, labels, values, painted, [f"{_share(value)} %" for value in values], ways_of(shown))
        ends = shown[["share", "share_high"]].max(axis=1).tolist()
        for place, (low, high) in enumerate(zip(shown["share_low"], shown["share_high"], strict=True)):
            if low == low:
                axes.plot([low, high], [place, place], color=INK, linewidth=1.2, solid_capstyle="butt")
        for text, end in zip(axes.texts, ends, strict=True):  # behind the line, not on it
            text.set_x(end + max(ends) * 0.012)
        axes.set_xlim(0, max(ends) * 1.16)
    first = [
        (name, _share(share)) for name, share in zip(map(names.get, shown["theme"]), values, strict=True)
    ][:_NAMED]
    words = Finding("chart_theme_bars", themes=len(shown), first=first, more=len(shown) > _NAMED)
    return Chart(axes, shown, words, names={"theme": names})
