"""Charts of term statistics: keyness, positions, co-words, correspondence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.measures.units import OUTSIDE
from analysis.showing.figures.chart import Chart, refusal
from analysis.showing.figures.drawing import (
    ACCENT,
    GREY,
    GRID,
    INK,
    OTHER_COLOURS,
    PALE,
    WIDTH,
    bars,
    canvas,
    legible,
    short,
    way,
    ways_of,
)
from analysis.showing.figures.placing import apart, fitted
from analysis.showing.finding import Finding
from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_VERDICTS = {"yes": ACCENT, "no": GREY, "not testable": PALE}  # of the dealing of articles
_ALWAYS_WHOLE = 3  # groups whose differences two dimensions hold whatever they are
_CHARACTER = 0.033  # of the width, that a character of a border's label takes
_PALETTE = (ACCENT, *OTHER_COLOURS, "#8C564B", "#4D8B31")  # of communities, which are no themes


def keyness_panels(keyness: pd.DataFrame, outline: pd.DataFrame, *, top: int = 5) -> Chart:
    """
    The `top` words that each chapter overuses most, by G².

    Dark bars survive the dealing of articles, grey ones do not, pale ones could not (not testable). Groups
    are chapters; what stands outside is left out.
    """
    over = keyness[(keyness["g2"] > 0) & (keyness["group"] != OUTSIDE)]
    shown = over.groupby("group", sort=False).head(top)
    if shown.empty:
        return refusal(shown, "no_key_terms")
    titles = outline[outline["kind"] == "chapter"].reset_index(drop=True)
    groups = shown["group"].drop_duplicates().tolist()
    rows = -(-len(groups) // 2)
    highest = float(shown["g2"].max())
    with canvas(rows * (top + 1.7), lines=rows, columns=2, squeeze=False) as grid:
        for axes, group in zip(grid.flat, groups, strict=False):
            part = shown[shown["group"] == group]
            colours = [_VERDICTS[verdict] for verdict in part["survives"]]
            texts = [f"{g2:.0f}" for g2 in part["g2"]]
            bars(axes, part["term"].tolist(), part["g2"].tolist(), colours, texts, ways_of(part))
            axes.set_xlim(0, highest * 1.2)
            axes.set_ylim(top - 0.5, -0.5)
            axes.set_title(_name(group, titles), loc="left", fontsize=11)
        for axes in list(grid.flat)[len(groups) :]:
            axes.set_visible(False)
    first, dark = (
        list(zip(words["group"], words["term"], strict=True))
        for words in (shown.drop_duplicates("group"), shown[shown["survives"] == "yes"])
    )
    data = shown[["group", "term", "n", "n_rest", "log_ratio", "g2", "p", "survives", "sentence_ids"]]
    return Chart(grid[0, 0], data, Finding("chart_keyness_panels", first=first, dark=dark))


def _name(group: str, titles: pd.DataFrame) -> str:
    if group.isdecimal() and 0 < int(group) <= len(titles):
        row = titles.iloc[int(group) - 1]
        return f"{row['label']} {short(str(row['title']), 11)}"
    return group


def position_plot(positions: pd.DataFrame, borders: Sequence[tuple[str, float]]) -> Chart:
    """
    Where words stand in the document: a row per word, a stroke per occurrence, from the first token to the
    last.

    `positions` is the table of that name (``term, sentence_id, start, share``); `borders` are (label, share)
    of the places where chapters begin, titles shortened; a label that would run into another goes below it.
    """
    if positions.empty:
        return refusal(positions, "no_positions")
    places = dict(iter(positions.groupby("term", sort=False)))
    with canvas(len(places) + 1.2) as axes:
        for _, share in borders:
            axes.axvline(share, color=GRID, linewidth=1, zorder=0)
        for place, table in enumerate(places.values()):
            low, high = place - 0.32, place + 0.32
            strokes = axes.vlines(table["share"], low, high, color=ACCENT, linewidth=1.1)
            strokes.set_urls([way(id_) for id_ in table["sentence_id"]])
            every = way(SEPARATOR.join(dict.fromkeys(table["sentence_id"])))
            axes.text(1.01, place, f"{len(table):,}", va="center", fontsize=11, url=every)
        axes.set_yticks(range(len(places)), list(places))
        axes.set_ylim(len(places) - 0.5, -0.5)
        axes.set_xlim(0, 1)
        axes.set_xticks([share for _, share in borders], _stepped(borders), fontsize=11)
        for label, (text, share) in zip(axes.get_xticklabels(), borders, strict=True):
            label.set_horizontalalignment("left" if _fits(text, share) else "right")
        axes.spines["bottom"].set_visible(False)
    words = Finding("chart_position_plot", terms=[(term, len(table)) for term, table in places.items()])
    return Chart(axes, positions[["term", "sentence_id", "start", "share"]], words)


def _stepped(borders: Sequence[tuple[str, float]]) -> list[str]:
    """The labels, shortened, each in the first line below the axis in which it runs into none before it."""
    ends: list[float] = []  # of what stands in each line so far
    found: list[str] = []
    for label, share in borders:
        begin = share if _fits(label, share) else share - _wide(label)
        line = next((at for at, end in enumerate(ends) if end <= begin), len(ends))
        ends[line : line + 1] = [begin + _wide(label) + _CHARACTER]
        found.append("\n" * line + short(label))
    return found


def _fits(label: str, share: float) -> bool:
    """Whether a border's label may begin at the border without leaving the drawing."""
    return share + _wide(label) <= 1 + 2 * _CHARACTER


def _wide(label: str) -> float:
    return len(short(label)) * _CHARACTER


def network_map(edges: pd.DataFrame, places: Mapping[str, tuple[float, float]]) -> Chart:
    """
    The co-word network: words at their places, coloured by community, lines as wide as the measure is high.

    `edges` and `places` are of ``network.network`` and ``network.layout``; of some of the edges only their
    words are drawn.
    """
    if edges.empty:
        return refusal(edges, "no_pairs")
    of: dict[str, int] = {}
    for row in edges.itertuples():
        of[str(row.word1)], of[str(row.word2)] = int(str(row.community1)), int(str(row.community2))
    most = float(edges["score"].max())
    rows, size = 21.0, 12
    drawn = {word: place for word, place in places.items() if word in of}
    at = apart(fitted(drawn, WIDTH, 0.32 * rows + 0.45), {word: word for word in of}, size=size)
    with canvas(rows) as axes:
        for row, ids in zip(edges.itertuples(), ways_of(edges) or [""] * len(edges), strict=True):
            (x1, y1), (x2, y2) = at[str(row.word1)], at[str(row.word2)]
            width = 0.6 + 2.6 * float(str(row.score)) / most
            axes.plot([x1, x2], [y1, y2], color="#D4D7DC", linewidth=width, zorder=1, url=way(ids))
        for word, (x, y) in at.items():
            colour = legible(_PALETTE[of[word] - 1]) if of[word] <= len(_PALETTE) else INK
            _label(axes, x, y, word, colour=colour, size=size, ids=_of_word(edges, word))
        _bare(axes, at)
    groups = {
        number: [word for word, own in of.items() if own == number] for number in sorted(set(of.values()))
    }
    largest = [(number, words[:4]) for number, words in list(groups.items())[:5]]
    said = Finding("chart_network_map", words=len(of), communities=len(groups), largest=largest)
    return Chart(axes, edges, said)


def _of_word(edges: pd.DataFrame, word: str) -> str:
    """The sentences in which a word stands together with another of the network."""
    own = edges[(edges["word1"] == word) | (edges["word2"] == word)]
    return SEPARATOR.join(dict.fromkeys(id_ for ids in ways_of(own) for id_ in str(ids).split(SEPARATOR)))


def _label(axes: Axes, x: float, y: float, text: str, *, colour: str, size: float, ids: str = "") -> None:
    box = {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}
    axes.text(
        x, y, text, ha="center", va="center", fontsize=size, color=colour, zorder=2, bbox=box, url=way(ids)
    )


def _bare(axes: Axes, at: Mapping[str, tuple[float, float]], above: float = 0.2) -> None:
    """Limits around the labels, in inches, and nothing to read off."""
    xs, ys = [x for x, _ in at.values()], [y for _, y in at.values()]
    axes.set_xlim(min(xs) - 0.6, max(xs) + 0.6)
    axes.set_ylim(min(ys) - 0.2, max(ys) + above)
    axes.axis("off")


def correspondence_map(points: pd.DataFrame, names: Mapping[str, str], *, words: int = 25) -> Chart:
    """
    The first two dimensions of a correspondence analysis: groups (bold) and the words that contribute most.

    `points` is the table ``correspondence``; `names` are what the groups are called.
    """
    import pandas as pd

    rows = points[points["kind"] == "group"].set_index("point")
    columns = points[points["kind"] == "term"].set_index("point")
    if rows["inertia1"].isna().all() and len(rows) > 2:
        return refusal(columns, "parts_alike")
    if rows["dim2"].isna().all():
        return refusal(columns, "too_few_parts")
    share = columns["contribution1"] + columns["contribution2"]
    kept = columns.assign(share=share).sort_values("share", ascending=False).head(words)
    inertia = [100 * float(rows[name].iloc[0]) for name in ("inertia1", "inertia2")]
    height = 17.0
    points = {f"w{word}": (row["dim1"], row["dim2"]) for word, row in kept.iterrows()}
    points |= {f"g{group}": (row["dim1"], row["dim2"]) for group, row in rows.iterrows()}
    labels = {f"w{word}": str(word) for word in kept.index}
    labels |= {f"g{group}": names.get(str(group), str(group)) for group in rows.index}
    ids = {f"w{word}": row.get("sentence_ids", "") for word, row in kept.iterrows()}
    ids |= {f"g{group}": row.get("sentence_ids", "") for group, row in rows.iterrows()}
    placed = fitted({**points, "origin": (0.0, 0.0)}, WIDTH, 0.32 * height + 0.45)
    x0, y0 = placed.pop("origin")
    at = apart(placed, labels, size=11)
    with canvas(height) as axes:
        axes.axhline(y0, color=GRID, zorder=0)
        axes.axvline(x0, color=GRID, zorder=0)
        for name, (x, y) in at.items():
            group = name.startswith("g")
            colour = ACCENT if group else "#5F656E"
            _label(axes, x, y, labels[name], colour=colour, size=12 if group else 11, ids=ids[name])
        _bare(axes, at, above=0.5)
        right, top = max(x for x, _ in at.values()), max(y for _, y in at.values())
        axes.text(right + 0.5, y0, f"{inertia[0]:.0f} % →", fontsize=11, va="bottom", ha="right")
        axes.text(x0, top + 0.45, f" {inertia[1]:.0f} % ↑", fontsize=11, va="top", ha="left")
    groups = rows.rename(index=lambda group: names.get(str(group), str(group)))
    data = pd.concat([groups, kept.drop(columns="share")]).rename_axis("term").reset_index()
    shown = sum(inertia)
    always = len(rows) <= _ALWAYS_WHOLE and round(shown) == 100
    said = Finding("chart_correspondence_map", groups=len(rows), words=len(kept), share=shown, always=always)
    return Chart(axes, data, said)
