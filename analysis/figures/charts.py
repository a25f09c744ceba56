"""Charts of one document: its shape, its terms, its themes, its clusters."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from analysis.figures.drawing import (
    GREY,
    GRID,
    INK,
    THEME_COLOURS,
    WIDTH,
    Chart,
    bars,
    canvas,
    font_path,
    refuse_empty,
    short,
    style,
    theme_colours,
)

if TYPE_CHECKING:
    import pandas as pd


def term_bars(counts: pd.DataFrame, *, top: int = 20, colours: Mapping[str, str] | None = None) -> Chart:
    """
    The `top` terms of a count table (one group) as bars, each with its count.

    `colours` gives terms of a theme their theme's colour; all others are grey.
    """
    refuse_empty(counts, "terms")
    shown = counts.head(top)
    values = shown["n"].astype("float64").tolist()
    painted = [(colours or {}).get(term, GREY) for term in shown["term"]]
    with canvas(len(shown)) as axes:
        bars(axes, shown["term"].tolist(), values, painted, [f"{n:,.0f}" for n in values])
    listed = [f"{term} {n}" for term, n in zip(shown["term"], shown["n"], strict=True)]
    return Chart(
        axes,
        shown,
        f"Bar chart of the {len(shown)} most frequent terms: {', '.join(listed[:8])}, …",
        f"最常见的{len(shown)}个词语条形图:{'、'.join(listed[:8])}等",
    )


def outline_bars(outline: pd.DataFrame) -> Chart:
    """Characters of body text in each chapter (or article, where there are no chapters)."""
    level = "chapter" if (outline["level"] == "chapter").any() else "article"
    shown = outline[outline["level"] == level]
    refuse_empty(shown, "headings")
    labels = [f"{label} {short(title)}" for label, title in zip(shown["label"], shown["title"], strict=True)]
    values = shown["characters"].astype("float64").tolist()
    with canvas(len(shown)) as axes:
        bars(axes, labels, values, [GREY] * len(shown), [f"{n:,.0f}" for n in values])
    longest = shown.loc[shown["characters"].idxmax()]
    return Chart(
        axes,
        shown[["heading_id", "label", "title", "passages", "sentences", "characters"]],
        f"Bar chart of characters in {len(shown)} {level}s; the longest is {longest['label']} {longest['title']} "
        f"with {longest['characters']:,}.",
        f"{len(shown)}个{'章' if level == 'chapter' else '条'}的正文字数条形图;最长的是{longest['label']}"
        f"“{longest['title']}”,{longest['characters']:,}字。",
    )


def coverage_bars(coverage: pd.DataFrame, outline: pd.DataFrame, theme_id: str) -> Chart:
    """
    A theme in every chapter, two ways: its share of the chapter (%), and the chapter's share of the theme (%).

    The left bar is pale for whole sentences and full for the clauses that speak of the theme.
    """
    table = coverage[coverage["theme"] == theme_id]
    table = table[table["chapter"] > 0] if (table["chapter"] > 0).any() else table
    refuse_empty(table, "coverage")
    titles = outline[outline["level"] == "chapter"].set_index("chapter")
    labels = [
        f"{titles.loc[c, 'label']} {short(str(titles.loc[c, 'title']), 9)}" if c in titles.index else str(c)
        for c in table["chapter"]
    ]
    colour = theme_colours([theme_id])[theme_id]
    shares = {name: table[name].to_list() for name in ("share", "clause_share", "share_of_theme")}
    with canvas(len(table) + 1, columns=2, sharey=True) as (left, right):
        bars(
            left, labels, shares["share"], [colour] * len(table), [f"{100 * v:.0f}" for v in shares["share"]]
        )
        for patch in left.patches:
            patch.set_alpha(0.35)
        left.barh(range(len(table)), shares["clause_share"], color=colour, height=0.7)
        bars(
            right,
            labels,
            shares["share_of_theme"],
            [colour] * len(table),
            [f"{100 * v:.0f}" for v in shares["share_of_theme"]],
        )
        left.set_title("% of chapter 占本章", fontsize=10, loc="left")
        right.set_title("% of theme 占主题", fontsize=10, loc="left")
    top = table.loc[table["share"].idxmax()]
    most = table.loc[table["characters"].idxmax()]
    found = bool(table["characters"].sum())
    return Chart(
        left,
        table,
        f"Bars of the theme by chapter; it fills most of chapter {top['chapter']} ({100 * top['share']:.0f} %) and stands "
        f"mostly in chapter {most['chapter']}."
        if found
        else "Bars of the theme by chapter, all empty.",
        f"该主题在各章的条形图;占比最高的是第{top['chapter']}章({100 * top['share']:.0f}%),字数最多的是第{most['chapter']}章。"
        if found
        else "该主题在各章的条形图,均为零。",
    )


def heat_grid(
    table: pd.DataFrame,
    *,
    rows: str,
    columns: str,
    values: str,
    colour: str = "#0072B2",
    row_names: Mapping[Any, str] | None = None,
    column_names: Mapping[Any, str] | None = None,
) -> Chart:
    """
    A tidy table as a grid of numbers in one hue, zeros shown as pale dots, rows as they come.

    `rows`, `columns` and `values` name columns of `table` with one row per cell. Columns come in the order of
    `column_names`, sorted where there are none; their Chinese names are set from top to bottom.
    """
    from matplotlib.colors import LinearSegmentedColormap

    refuse_empty(table, values)
    wide = table.pivot(index=rows, columns=columns, values=values)
    known = column_names or {}
    shown = [c for c in known if c in set(table[columns])] or sorted(table[columns].unique())
    wide = wide.reindex(index=table[rows].drop_duplicates(), columns=shown).fillna(0)
    heads = ["\n".join(known[c]) if c in known else str(c) for c in shown]
    head = max(text.count("\n") for text in heads)
    hue = LinearSegmentedColormap.from_list("hue", ["#FFFFFF", colour])
    highest = float(wide.to_numpy().max()) or 1.0
    with canvas(len(wide) + 1 + 0.5 * head) as axes:
        axes.imshow(wide.to_numpy(), cmap=hue, vmin=0, vmax=highest * 1.15, aspect="auto")
        axes.set_yticks(range(len(wide)), [(row_names or {}).get(row, str(row)) for row in wide.index])
        axes.set_xticks(range(wide.shape[1]), heads, linespacing=1.0)
        axes.xaxis.tick_top()
        axes.spines[:].set_visible(False)
        for y, row in enumerate(wide.to_numpy()):
            for x, value in enumerate(row):
                ink = "#FFFFFF" if value > 0.55 * highest else INK if value else "#B5B9C0"
                number = "·" if not value else f"{value:,.0f}" if value >= 0.5 else "<1"
                axes.text(x, y, number, ha="center", va="center", color=ink, fontsize=10)
    filled = int((wide.to_numpy() > 0).sum())
    return Chart(
        axes,
        table,
        f"Grid of {len(wide)} rows by {wide.shape[1]} columns; {filled} of {wide.size} cells are not zero.",
        f"{len(wide)}行×{wide.shape[1]}列的数值表;{wide.size}格中有{filled}格不为零。",
    )


def stability_curve(curve: pd.DataFrame) -> Chart:
    """Stability (ARI over subsamples, ± one standard error) and coherence (NPMI) by number of clusters."""
    refuse_empty(curve, "stability")
    chosen = curve[curve["chosen"]].iloc[0]
    with canvas(7) as axes:
        axes.errorbar(curve["k"], curve["ari"], yerr=curve["error"], color=INK, marker="o", capsize=3)
        axes.plot(curve["k"], curve["coherence"], color=GREY, marker="s", linestyle="--")
        axes.axvline(chosen["k"], color=THEME_COLOURS["digitalization"], linewidth=6, alpha=0.15)
        for name, text in (("ari", "ARI"), ("coherence", "NPMI")):
            last = curve.iloc[-1]
            at = (last["k"], last[name])
            axes.annotate(text, at, xytext=(10, 0), textcoords="offset points", va="center")
        axes.set_ylim(min(0.0, float(curve["coherence"].min()) - 0.05), 1)
        axes.set_xlim(curve["k"].min() - 0.5, curve["k"].max() + 1.2)
        axes.set_xticks(curve["k"])
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1])
        axes.grid(axis="y", color=GRID)
        axes.set_axisbelow(True)
    k, ari, coherence = int(chosen["k"]), float(chosen["ari"]), float(chosen["coherence"])
    return Chart(
        axes,
        curve,
        f"Lines of stability and coherence by number of clusters; {k} are chosen, with an adjusted Rand index of "
        f"{ari:.2f} and a coherence of {coherence:.2f}.",
        f"稳定性与连贯性随类数变化的折线图;选定{k}类,调整兰德指数为{ari:.2f},连贯性为{coherence:.2f}。",
    )


VERDICT_COLOURS = {"stable": "#009E73", "doubtful": "#E69F00", "not supported": GREY}
VERDICT_SIGNS = {"stable": "●", "doubtful": "◐", "not supported": "○"}
VERDICTS_ZH = {"stable": "稳定", "doubtful": "存疑", "not supported": "不成立"}
VERDICTS = {verdict: f"{sign} {verdict} {VERDICTS_ZH[verdict]}" for verdict, sign in VERDICT_SIGNS.items()}


def stability_bars(stability: pd.DataFrame) -> Chart:
    """Mean Jaccard of each cluster, the two thresholds as lines; ● stable, ◐ doubtful, ○ not supported."""
    refuse_empty(stability, "clusters")
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
    verdicts = stability["verdict"].value_counts()
    counted = {verdict: int(verdicts.get(verdict, 0)) for verdict in VERDICTS_ZH}
    return Chart(
        axes,
        stability,
        "Bars of each cluster's stability: "
        + ", ".join(f"{n} {verdict}" for verdict, n in counted.items())
        + ".",
        "各类稳定性条形图:"
        + "、".join(f"{VERDICTS_ZH[verdict]}{n}类" for verdict, n in counted.items())
        + "。",
    )


def tf_idf_panels(table: pd.DataFrame, outline: pd.DataFrame, *, top: int = 5) -> Chart:
    """The `top` most characteristic terms of each chapter, a panel each, all on one scale."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    shown = table[(table["group"] != "0") & (table["tf_idf"] > 0)].groupby("group", sort=False).head(top)
    refuse_empty(shown, "tf-idf")
    groups = list(dict.fromkeys(shown["group"]))
    titles = outline[outline["level"] == "chapter"].set_index("chapter")
    lines = -(-len(groups) // 2)
    with mpl.rc_context(style()):
        figure = Figure(figsize=(WIDTH, lines * (0.27 * top + 0.5)), layout="constrained")
        grid = figure.subplots(lines, 2, sharex=True, squeeze=False).ravel()
        for axes in grid[len(groups) :]:
            axes.set_axis_off()
        for axes, group in zip(grid, groups, strict=False):
            rows = shown[shown["group"] == group]
            bars(
                axes,
                rows["term"].tolist(),
                rows["tf_idf"].tolist(),
                [GREY] * len(rows),
                rows["n"].astype("str").tolist(),
            )
            known = int(group) in titles.index
            name = (
                f"{titles.loc[int(group), 'label']} {short(str(titles.loc[int(group), 'title']), 11)}"
                if known
                else group
            )
            axes.set_title(name, fontsize=11, loc="left")
        for axes in grid[: len(groups)]:
            axes.set_xlim(0, float(shown["tf_idf"].max()) * 1.16)
    firsts = shown.groupby("group", sort=False)["term"].first()
    return Chart(
        grid[0],
        shown,
        "Panels of the most characteristic terms; first of each chapter: "
        + ", ".join(f"{group} {term}" for group, term in firsts.items())
        + ".",
        "各章最具特征的词语;每章第一位:"
        + "、".join(f"{group} {term}" for group, term in firsts.items())
        + "。",
    )


def word_cloud(counts: pd.DataFrame, *, top: int = 120, colours: Mapping[str, str] | None = None) -> Chart:
    """
    The `top` terms sized by count, horizontal, in their theme's colour; the same picture at every run.

    For a first impression only: areas mislead, the bars carry the numbers.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from PIL import ImageFont
    from wordcloud import WordCloud

    refuse_empty(counts, "terms")
    shown = counts.sort_values(["n", "term"], ascending=[False, True]).head(top)
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
    with mpl.rc_context(style()):
        figure = Figure(figsize=(WIDTH, WIDTH * 450 / 800))
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 800), ylim=(450, 0))
        axes.set_axis_off()
        for (word, _), size, (y, x), _, _ in cloud.layout_:
            above = ImageFont.truetype(str(font_path()), size).getbbox(word, anchor="ls")[1]
            points = size * WIDTH * 72 / 800
            axes.text(x, y - above, word, fontsize=points, va="baseline", color=painted.get(word, "#6B7078"))
    return Chart(
        axes,
        shown,
        f"Word cloud of {len(shown)} terms; the largest are {', '.join(shown['term'].head(5))}.",
        f"{len(shown)}个词语的词云;最大的是{'、'.join(shown['term'].head(5))}。",
    )


def theme_terms(expressions: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Colour of each expression by its theme (`expressions`: theme id → its expressions); of several, one that is not grey."""
    colours = theme_colours(list(expressions))
    pairs = [(text, colours[id_]) for id_, texts in expressions.items() for text in texts]
    return dict(sorted(pairs, key=lambda pair: pair[1] != GREY))
