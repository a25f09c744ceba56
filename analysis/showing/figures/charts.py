"""Charts of one document: its shape, its terms, its themes, its clusters."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from analysis.showing.figures.drawing import (
    ACCENT,
    GREY,
    GRID,
    INK,
    WIDTH,
    Chart,
    bars,
    canvas,
    drawing,
    font_path,
    refusal,
    short,
    theme_colours,
)
from analysis.showing.finding import Finding

if TYPE_CHECKING:
    import pandas as pd

_NAMED = 8  # terms that are named in words, too
_LARGEST = 5  # terms of a cloud that are


def term_bars(counts: pd.DataFrame, *, top: int = 20, colours: Mapping[str, str] | None = None) -> Chart:
    """
    The `top` terms of a count table (one group) as bars, each with its count.

    `colours` gives terms of a theme their theme's colour; all others are grey.
    """
    shown = counts.head(top)
    if shown.empty:
        return refusal(shown, "no_counts")
    values = shown["n"].astype("float64").tolist()
    painted = [(colours or {}).get(term, GREY) for term in shown["term"]]
    with canvas(len(shown)) as axes:
        bars(axes, shown["term"].tolist(), values, painted, [f"{n:,.0f}" for n in values])
    first = list(zip(shown["term"], shown["n"], strict=True))[:_NAMED]
    words = Finding("chart_term_bars", terms=len(shown), first=first, more=len(shown) > _NAMED)
    return Chart(axes, shown, words)


def outline_bars(outline: pd.DataFrame) -> Chart:
    """
    Characters of body text in each chapter (or article, where there are no chapters).

    A chapter that holds chapters, the title of an attached document, is not drawn beside them.
    """
    level = "chapter" if (outline["kind"] == "chapter").any() else "article"
    shown = outline[outline["kind"] == level]
    shown = shown[~(shown["depth"].shift(-1) > shown["depth"])]
    if shown.empty:
        return refusal(shown, "no_headings")
    labels = [f"{label} {short(title)}".strip() for label, title in shown[["label", "title"]].values]
    values = shown["characters"].astype("float64").tolist()
    with canvas(len(shown)) as axes:
        bars(axes, labels, values, [GREY] * len(shown), [f"{n:,.0f}" for n in values])
    longest = shown.loc[shown["characters"].idxmax()]
    words = Finding(
        "chart_outline_bars",
        level=level,
        parts=len(shown),
        label=longest["label"],
        title=longest["title"],
        characters=longest["characters"],
    )
    return Chart(axes, shown[["heading_id", "label", "title", "passages", "sentences", "characters"]], words)


def coverage_bars(coverage: pd.DataFrame, outline: pd.DataFrame, names: Mapping[str, str]) -> Chart:
    """
    Small multiples: for each theme, the share of every chapter's characters in sentences with the theme.

    `names` gives the themes (id → name) in the order of the panels. All panels share one scale, 0 to 100 %.
    """
    table = coverage[coverage["chapter"] > 0] if (coverage["chapter"] > 0).any() else coverage
    if table.empty:
        return refusal(table, "no_text")
    titles = outline[outline["kind"] == "chapter"].set_index("chapter")
    chapters = sorted(set(table["chapter"]))
    labels = [
        f"{titles.loc[c, 'label']} {short(str(titles.loc[c, 'title']), 9)}" if c in titles.index else str(c)
        for c in chapters
    ]
    wide = table.pivot(index="chapter", columns="theme", values="share").reindex(chapters)
    colours = theme_colours(list(names))
    with canvas(len(chapters) + 1, columns=len(names), sharey=True, squeeze=False) as grid:
        for axes, (id_, name) in zip(grid[0], names.items(), strict=True):
            values = wide[id_].to_list()
            axes.barh(range(len(chapters)), [1] * len(chapters), color="#F3F4F6", height=0.7)
            bars(axes, labels, values, [colours[id_]] * len(values), [f"{100 * v:.0f}" for v in values])
            axes.set_xlim(0, 1.28)
            axes.set_title(name, fontsize=12, color=colours[id_], loc="left")
    highest = [(name, wide[id_].idxmax()) for id_, name in names.items() if wide[id_].max() > 0]
    return Chart(grid[0][0], table, Finding("chart_coverage_bars", highest=highest))


def heat_grid(
    table: pd.DataFrame,
    *,
    rows: str,
    columns: str,
    values: str,
    colour: str = ACCENT,
    row_names: Mapping[Any, str] | None = None,
    column_names: Mapping[Any, str] | None = None,
) -> Chart:
    """
    A tidy table as a grid of numbers in one hue, zeros shown as pale dots, rows and columns as they come.

    `rows`, `columns` and `values` name columns of `table` with one row per cell.
    """
    from matplotlib.colors import LinearSegmentedColormap

    if table.empty:
        return refusal(table, "no_text")
    wide = table.pivot(index=rows, columns=columns, values=values)
    wide = wide.reindex(index=table[rows].drop_duplicates(), columns=sorted(table[columns].unique())).fillna(
        0
    )
    hue = LinearSegmentedColormap.from_list("hue", ["#FFFFFF", colour])
    highest = float(wide.to_numpy().max()) or 1.0
    with canvas(len(wide) + 1) as axes:
        axes.imshow(wide.to_numpy(), cmap=hue, vmin=0, vmax=highest * 1.15, aspect="auto")
        axes.set_yticks(range(len(wide)), [(row_names or {}).get(row, str(row)) for row in wide.index])
        axes.set_xticks(range(wide.shape[1]), [(column_names or {}).get(c, str(c)) for c in wide.columns])
        axes.xaxis.tick_top()
        axes.spines[:].set_visible(False)
        for y, row in enumerate(wide.to_numpy()):
            for x, value in enumerate(row):
                ink = "#FFFFFF" if value > 0.55 * highest else INK if value else "#B5B9C0"
                axes.text(
                    x, y, f"{value:,.0f}" if value else "·", ha="center", va="center", color=ink, fontsize=10
                )
    filled = (wide.to_numpy() > 0).sum()
    words = Finding("chart_heat_grid", rows=len(wide), columns=wide.shape[1], cells=wide.size, filled=filled)
    return Chart(axes, table, words)


def stability_curve(curve: pd.DataFrame) -> Chart:
    """
    Agreement of subsamples with the whole (ARI, ± one standard deviation) by number of clusters, and below it
    that of shuffled words.
    """
    if curve.empty:
        return refusal(curve, "no_clusters")
    with canvas(7) as axes:
        axes.errorbar(curve["k"], curve["ari"], yerr=curve["sd"], color=GREY, marker="o", capsize=3)
        axes.plot(curve["k"], curve["ari_shuffled"], "--", color=INK, label="shuffled 打乱词语")
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


VERDICT_COLOURS = {"stable": "#009E73", "doubtful": "#E69F00", "not supported": GREY}
VERDICT_SIGNS = {"stable": "●", "doubtful": "◐", "not supported": "○"}
VERDICTS_ZH = {"stable": "稳定", "doubtful": "存疑", "not supported": "不成立"}
VERDICTS = {verdict: f"{sign} {verdict} {VERDICTS_ZH[verdict]}" for verdict, sign in VERDICT_SIGNS.items()}


def stability_bars(stability: pd.DataFrame) -> Chart:
    """
    Mean Jaccard of each cluster; lines at the two thresholds and, dashed, at what shuffled words reach; ●
    stable, ◐ doubtful, ○ not supported.
    """
    if stability.empty:
        return refusal(stability, "no_clusters")
    labels = [f"{n} {label}" for n, label in zip(stability["cluster"], stability["label"], strict=True)]
    texts = [
        f"{value:.2f} {VERDICT_SIGNS[verdict]}"
        for value, verdict in zip(stability["jaccard"], stability["verdict"], strict=True)
    ]
    colours = [VERDICT_COLOURS[verdict] for verdict in stability["verdict"]]
    with canvas(len(stability)) as axes:
        bars(axes, labels, stability["jaccard"].tolist(), colours, texts)
        axes.set_xlim(0, 1.2)
        for threshold in (0.6, 0.75):
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
    painted = colours or {}
    cloud = WordCloud(
        font_path=str(font_path()),
        width=800,
        height=450,
        prefer_horizontal=1.0,
        random_state=1,
        relative_scaling=0.6,
        max_words=top,
    ).generate_from_frequencies(dict(zip(shown["term"], shown["n"].astype(float), strict=True)))
    with drawing():
        figure = Figure(figsize=(WIDTH, WIDTH * 450 / 800))
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 800), ylim=(450, 0))
        axes.set_axis_off()
        for (word, _), size, (y, x), _, _ in cloud.layout_:
            above = ImageFont.truetype(str(font_path()), size).getbbox(word, anchor="ls")[1]
            points = size * WIDTH * 72 / 800
            axes.text(x, y - above, word, fontsize=points, va="baseline", color=painted.get(word, "#6B7078"))
    largest = shown["term"].head(_LARGEST).tolist()
    return Chart(axes, shown, Finding("chart_word_cloud", terms=len(shown), largest=largest))


def theme_terms(expressions: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Colour of each expression by its theme (`expressions`: theme id → its expressions)."""
    colours = theme_colours(list(expressions))
    return {text: colours[id_] for id_, texts in expressions.items() for text in texts}
