"""Charts of one document: its shape, its terms, its themes, its clusters."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from textwrap import fill
from typing import TYPE_CHECKING

from analysis.judgements.stability import DOUBTFUL, STABLE
from analysis.prose import Bilingual, Case, Language, called
from analysis.showing.figures.chart import Chart, in_both_languages, refusal
from analysis.showing.figures.drawing import (
    ACCENT,
    GREY,
    GRID,
    INK,
    WIDTH,
    bars,
    canvas,
    drawing,
    font_path,
    legible,
    said,
    short,
    theme_colours,
    way,
    ways_of,
)
from analysis.showing.finding import Finding
from analysis.showing.wording import is_annex

if TYPE_CHECKING:
    import pandas as pd

_NAMED = 8  # terms that are named in words, too
_LARGEST = 5  # terms of a cloud that are
_PANELS = 3  # beside each other
_TITLE = 16  # characters of a line of a panel's title, so that panels keep their width
_LARGEST_WORD = 54
_SMALLEST = 16  # hundredths of an inch, of a word in a cloud: 11.5 points

Name = str | Bilingual


def term_bars(counts: pd.DataFrame, *, top: int = 20, colours: Mapping[str, str] | None = None) -> Chart:
    """
    The `top` terms of a count table (one group) as bars, each with its count.

    `colours` gives terms of a theme their theme's colour; all others are grey.
    """
    shown = counts.head(top)
    if shown.empty:
        if counts.attrs.get("table") == "policy_terms":
            return refusal(shown, "no_terms")
        return refusal(shown, "no_counts")
    values = shown["n"].astype("float64").tolist()
    painted = [(colours or {}).get(term, GREY) for term in shown["term"]]
    with canvas(len(shown)) as axes:
        texts = [f"{n:,.0f}" for n in values]
        bars(axes, shown["term"].tolist(), values, painted, texts, ways_of(shown))
    first = list(zip(shown["term"], shown["n"], strict=True))[:_NAMED]
    kind = Case("policy" if counts.attrs.get("table") == "policy_terms" else "words")
    words = Finding("chart_term_bars", kind=kind, terms=len(shown), first=first, more=len(shown) > _NAMED)
    return Chart(axes, shown, words)


def outline_bars(outline: pd.DataFrame) -> Chart:
    """Characters of body text in each chapter (or article, where there are no chapters)."""
    level = "chapter" if (outline["kind"] == "chapter").any() else "article"
    shown = outline[outline["kind"] == level]
    if shown.empty:
        return refusal(shown, "no_headings")
    labels = [f"{label} {short(title)}".strip() for label, title in shown[["label", "title"]].values]
    values = shown["characters"].astype("float64").tolist()
    with canvas(len(shown)) as axes:
        texts = [f"{n:,.0f}" for n in values]
        bars(axes, labels, values, [GREY] * len(shown), texts, shown["heading_id"].tolist())
    longest = shown.loc[shown["characters"].idxmax()]
    annexes = int(is_annex(shown).sum())
    words = Finding(
        "chart_outline_bars",
        level=level,
        parts=len(shown) - annexes,
        annexes=annexes,
        label=longest["label"],
        title=longest["title"],
        characters=longest["characters"],
    )
    return Chart(axes, shown[["heading_id", "label", "title", "passages", "sentences", "characters"]], words)


@in_both_languages
def coverage_bars(
    coverage: pd.DataFrame, outline: pd.DataFrame, names: Mapping[str, Name], *, language: Language = "en"
) -> Chart:
    """
    Small multiples: for each theme, the share of every chapter's characters in sentences with the theme.

    `names` gives the themes (id → name) in the order of the panels. All panels share one scale, 0 to 100 %.
    """
    table = coverage[coverage["chapter"] > 0]
    if coverage.empty:
        return refusal(table, "no_text")
    if table.empty:
        return refusal(table, "no_chapters")
    if not (table.loc[table["theme"].isin(names), "share"] > 0).any():
        return refusal(table, "all_zero")
    titles = outline[outline["kind"] == "chapter"].set_index("chapter")
    chapters = sorted(set(table["chapter"]))
    labels = [
        f"{titles.loc[c, 'label']} {short(str(titles.loc[c, 'title']), 6)}" if c in titles.index else str(c)
        for c in chapters
    ]
    colours = theme_colours(list(names))
    lines, columns = -(-len(names) // _PANELS), min(_PANELS, len(names))
    with canvas(
        lines * (len(chapters) + 1), lines=lines, columns=columns, sharey=True, squeeze=False
    ) as grid:
        for axes, (id_, name) in zip(grid.flat, names.items(), strict=False):
            rows = table[table["theme"] == id_].set_index("chapter").reindex(chapters)
            texts = [f"{100 * value:.0f}" for value in rows["share"]]
            axes.barh(range(len(chapters)), [1] * len(chapters), color="#F3F4F6", height=0.7)
            bars(axes, labels, rows["share"].tolist(), [colours[id_]] * len(rows), texts, ways_of(rows))
            axes.set_xlim(0, 1.36)
            title = fill(said(name, language), _TITLE)
            axes.set_title(title, fontsize=11, color=legible(colours[id_]), loc="left")
        for axes in list(grid.flat)[len(names) :]:
            axes.set_visible(False)
    shares = table.pivot(index="chapter", columns="theme", values="share")
    highest = [(name, shares[id_].idxmax()) for id_, name in names.items() if shares[id_].max() > 0]
    return Chart(grid[0][0], table, Finding("chart_coverage_bars", highest=highest), names={"theme": names})


@in_both_languages
def stability_curve(curve: pd.DataFrame, *, language: Language = "en") -> Chart:
    """
    Agreement of subsamples with the whole (ARI, ± one standard deviation) by number of clusters, and below it
    that of shuffled words.
    """
    if curve.empty:
        return refusal(curve, "no_clusters")
    with canvas(7) as axes:
        axes.errorbar(curve["k"], curve["ari"], yerr=curve["sd"], color=GREY, marker="o", capsize=3)
        label = called(language, "label", "shuffled")
        axes.plot(curve["k"], curve["ari_shuffled"], "--", color=INK, label=label)
        axes.legend(frameon=False, loc="lower right")
        chosen = curve[curve["chosen"]]
        axes.plot(chosen["k"], chosen["ari"], "o", color=ACCENT, markersize=9)
        for k, top in zip(chosen["k"], chosen["ari"] + chosen["sd"], strict=True):
            axes.annotate(f"k = {k}", (k, top), xytext=(0, 6), textcoords="offset points", ha="center")
        axes.set_ylim(0, 1)
        axes.set_xticks(curve["k"])
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1])
        axes.grid(axis="y", color=GRID)
        axes.set_axisbelow(True)
    row = chosen.iloc[0]
    words = Finding("chart_stability_curve", k=row["k"], ari=row["ari"], shuffled=row["ari_shuffled"])
    return Chart(axes, curve, words)


_VERDICT_COLOURS = {"stable": "#009E73", "doubtful": "#E69F00", "not supported": GREY}


def stability_bars(stability: pd.DataFrame) -> Chart:
    """
    Mean Jaccard of each cluster; lines at the two thresholds and, dashed, at what shuffled words reach; ●
    stable, ◐ doubtful, ○ not supported.
    """
    if stability.empty:
        return refusal(stability, "no_clusters")
    labels = [
        f"{n} {short(label, 14)}" for n, label in zip(stability["cluster"], stability["label"], strict=True)
    ]
    texts = [
        f"{value:.3f} {called('en', 'verdict', verdict).split()[0]}"
        for value, verdict in zip(stability["jaccard"], stability["verdict"], strict=True)
    ]
    colours = [_VERDICT_COLOURS[verdict] for verdict in stability["verdict"]]
    with canvas(len(stability)) as axes:
        bars(axes, labels, stability["jaccard"].tolist(), colours, texts, ways_of(stability))
        axes.set_xlim(0, 1.36)
        for threshold in (DOUBTFUL, STABLE):
            axes.axvline(threshold, color="white", linewidth=1.5)
        axes.axvline(
            stability["jaccard_shuffled"].iloc[0], color=GREY, linewidth=1.2, linestyle="--", zorder=0
        )
    verdicts = stability["verdict"].value_counts()
    words = Finding(
        "chart_stability_bars",
        stable=verdicts.get("stable", 0),
        doubtful=verdicts.get("doubtful", 0),
        not_supported=verdicts.get("not supported", 0),
        shuffled=stability["jaccard_shuffled"].iloc[0],
    )
    return Chart(axes, stability, words)


def word_cloud(counts: pd.DataFrame, *, top: int = 120, colours: Mapping[str, str] | None = None) -> Chart:
    """
    The `top` terms sized by count, horizontal, in their theme's colour; the same picture at every run.

    For a first impression only: areas mislead, the bars carry the numbers.
    """
    from matplotlib.figure import Figure
    from PIL import ImageFont
    from wordcloud import WordCloud

    shown = counts.sort_values(["n", "term"], ascending=[False, True]).head(top)
    if shown.empty:
        return refusal(shown, "no_counts")
    painted, found = colours or {}, dict(zip(shown["term"], ways_of(shown), strict=False))
    width, height = (round(100 * side) for side in (WIDTH, 0.75 * WIDTH))
    cloud = WordCloud(
        font_path=str(font_path()),
        width=width,
        height=height,
        prefer_horizontal=1.0,
        random_state=1,
        relative_scaling=0.5,
        max_font_size=_LARGEST_WORD,
        min_font_size=_SMALLEST,
        max_words=top,
    ).generate_from_frequencies(dict(zip(shown["term"], shown["n"].astype(float), strict=True)))
    with drawing():
        figure = Figure(figsize=(WIDTH, 0.75 * WIDTH))
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        for (word, _), size, (y, x), _, _ in cloud.layout_:
            above = ImageFont.truetype(str(font_path()), size).getbbox(word, anchor="ls")[1]
            ink, ids = legible(painted.get(word, "#6B7078")), found.get(word)
            axes.text(x, y - above, word, fontsize=0.72 * size, va="baseline", color=ink, url=way(ids))
    largest = shown["term"].head(_LARGEST).tolist()
    return Chart(axes, shown, Finding("chart_word_cloud", terms=len(shown), largest=largest))


def theme_terms(expressions: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Colour of each expression by its theme (`expressions`: theme id → its expressions)."""
    colours = theme_colours(list(expressions))
    return {text: colours[id_] for id_, texts in expressions.items() for text in texts}
