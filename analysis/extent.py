"""
How much of a document speaks of each theme, and where: from coded clauses to paragraphs, articles, chapters.

A clause that speaks of a theme gives it its characters. Of a sentence with several themes each takes the part that its
clauses take, so that in a list of everything no theme is given the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from analysis.matching import joined
from analysis.tables import SEPARATOR, InputProblem, build, require

if TYPE_CHECKING:
    import pandas as pd

    from analysis.codebook import Theme

Level = Literal["paragraph", "article", "chapter"]

HEADING, CHAPTER = 0.6, 0.25  # what the heading right above adds to a theme's score, and the chapter's
FRAME = 0.15  # of a heading that names a kind of text (goals, principles), not a subject
ANNOUNCED, SHORT = 0.5, 25  # a first sentence of so many characters announces what the paragraph is about


def sentence_shares(clauses: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    How many characters of each sentence each of its themes takes.

    One row per (sentence, theme): ``sentence_id, theme, clause_characters`` (of the clauses that speak of
    the theme), ``characters`` (of the whole sentence) and ``divided``: the sentence's characters divided
    among its themes in proportion to their clauses.
    """
    require(clauses, "theme_clauses", ["sentence_id", "theme", "start", "end", "weight"])
    spoken = clauses[clauses["weight"] >= 1]
    size = (sentences["end"] - sentences["start"]).set_axis(sentences["sentence_id"])
    table = (
        spoken.assign(clause_characters=spoken["end"] - spoken["start"])
        .groupby(["sentence_id", "theme"], sort=False, as_index=False)["clause_characters"]
        .sum()
    )
    table = table[table["sentence_id"].isin(size.index)].reset_index(drop=True)
    total = table.groupby("sentence_id")["clause_characters"].transform("sum")
    characters = table["sentence_id"].map(size).astype("int64")
    return table.assign(characters=characters, divided=characters * table["clause_characters"] / total)


def units_of(sentences: pd.DataFrame, level: Level) -> pd.Series:
    """
    The paragraph, article or chapter of every sentence: 9.1, 9 or c3; p0 for what stands before the first.

    Raises
    ------
    InputProblem
        At an unknown level.
    """
    ids = sentences["sentence_id"]
    if level == "paragraph":
        return ids.str.rpartition(".")[0]
    if level == "article":
        return ids.str.partition(".")[0]
    if level == "chapter":
        return sentences["chapter"].map(lambda chapter: f"c{chapter}" if chapter else "p0").astype("str")
    raise InputProblem(f"units are paragraph, article or chapter, not {level!r}")


def unit_themes(
    themes: Sequence[Theme], clauses: pd.DataFrame, sentences: pd.DataFrame, *, level: Level = "paragraph"
) -> pd.DataFrame:
    """
    Which paragraph, article or chapter speaks of which theme, and which theme comes first.

    A unit has every theme that one of its sentences has in its text, and those of the heading right above it. One row
    per (unit, theme), units in reading order, the primary theme first; columns as in
    ``tables.TABLES["theme_units"]``. ``share`` is the part of the unit's characters that the theme takes;
    ``score`` decides which theme is primary: the share, plus .6 divided among the themes of the heading
    above, .25 among those of the chapter's heading, .5 among those of a first sentence of at most 25
    characters. For themes that are a frame (goals, principles) headings add .15 at most: they name
    the kind of text, not its subject.

    Examples
    --------
    >>> from analysis import Study
    >>> study = Study.open()
    >>> found = study.theme_units("paragraph")
    >>> found.loc[found["primary"] & (found["unit_id"] == "25.1"), "theme"].item()
    'livelihood'
    """
    bodies = sentences[sentences["kind"] != "heading"]
    units = units_of(bodies, level)
    shares = sentence_shares(clauses, bodies)
    shares["unit"] = shares["sentence_id"].map(units.set_axis(bodies["sentence_id"]))
    size = (bodies["end"] - bodies["start"]).groupby(units).sum()
    heads = _heading_evidence(clauses, sentences)
    rank = {theme.id: at for at, theme in enumerate(themes)}
    frames = {theme.id for theme in themes if theme.frame}
    spoken = _texts(clauses, units.set_axis(bodies["sentence_id"]))
    taken = {unit: part for unit, part in shares.groupby("unit")}
    rows: list[tuple[object, ...]] = []
    for unit, part in bodies.groupby(units, sort=False):
        above, chapter = _headings_of(str(unit), part, level)
        share = _shares(taken.get(unit), int(size[unit]))
        own, outer = heads.get(above, {}), heads.get(chapter, {})
        score = _scores(share, own, outer, _announced(part, shares), frames)
        found = sorted({*share, *own}, key=lambda id_: (-score[id_], rank[id_]))
        for at, theme in enumerate(found):
            cells = spoken.get((str(unit), theme), ("", "", "", 0, 0))
            numbers = (round(score[theme], 3), round(share.get(theme, 0.0), 4))
            rows.append((unit, theme, at == 0, *numbers, *cells, own.get(theme, "")))
    return build("theme_units", rows)


def _headings_of(unit: str, part: pd.DataFrame, level: Level) -> tuple[str, str]:
    """Ids of the heading right above a unit and of that of its chapter, '' where they are one."""
    chapter, article = int(part["chapter"].iloc[0]), int(part["article"].iloc[0])
    if level == "chapter":
        return unit, ""
    return (str(article), f"c{chapter}") if article else (f"c{chapter}", "")


def _heading_evidence(clauses: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Theme and evidence of every heading."""
    heads = set(sentences.loc[sentences["kind"] == "heading", "sentence_id"])
    found: dict[str, dict[str, str]] = {}
    spoken = clauses[clauses["sentence_id"].isin(heads) & (clauses["weight"] >= 1)]
    for id_, theme, evidence in zip(spoken["sentence_id"], spoken["theme"], spoken["evidence"], strict=True):
        known = found.setdefault(id_, {})
        known[theme] = joined([known[theme], evidence]) if theme in known else evidence
    return found


def _texts(clauses: pd.DataFrame, units: pd.Series) -> dict[tuple[str, str], tuple[str, str, str, int, int]]:
    """Evidence, groups, sentences, their number and that of clauses, by unit and theme."""
    spoken = clauses[(clauses["weight"] >= 1) & clauses["sentence_id"].isin(units.index)]
    found = {}
    for (unit, theme), part in spoken.groupby([spoken["sentence_id"].map(units), "theme"], sort=False):
        ids = list(dict.fromkeys(part["sentence_id"]))
        cells = (joined(part["evidence"]), joined(part["subtheme"]), SEPARATOR.join(ids))
        found[unit, theme] = (*cells, len(ids), len(part))
    return found


def _shares(part: pd.DataFrame | None, size: int) -> dict[str, float]:
    if part is None:
        return {}
    return {str(theme): float(n) / size for theme, n in part.groupby("theme")["divided"].sum().items()}


def _announced(part: pd.DataFrame, shares: pd.DataFrame) -> list[str]:
    """Themes of a first sentence that is short enough to announce."""
    first = part.iloc[0]
    if first["end"] - first["start"] > SHORT:
        return []
    return list(shares.loc[shares["sentence_id"] == first["sentence_id"], "theme"])


def _scores(
    share: Mapping[str, float],
    own: Mapping[str, str],
    outer: Mapping[str, str],
    announced: Sequence[str],
    frames: set[str],
) -> dict[str, float]:
    score = {theme: share.get(theme, 0.0) for theme in {*share, *own, *outer, *announced}}
    for weight, named, frame in (
        (HEADING, own, FRAME),
        (CHAPTER, outer, FRAME / 2),
        (ANNOUNCED, announced, None),
    ):
        for theme in named:
            plain = weight / len(named)
            score[theme] += frame if frame is not None and theme in frames else plain
    return score


def coverage(clauses: pd.DataFrame, sentences: pd.DataFrame, theme_ids: Sequence[str]) -> pd.DataFrame:
    """
    How much of each chapter speaks of each theme.

    One row per (chapter, theme), zeros included; chapter 0 is what stands outside chapters. Columns as in
    ``tables.TABLES["theme_coverage"]``: ``share`` is the part of the chapter's characters in sentences with the theme,
    ``clause_share`` that in the clauses which say it; what a reader would call the theme's space lies
    between the two. ``share_of_theme`` is the part of the theme's characters that stand in this chapter.
    """
    import pandas as pd

    bodies = sentences[sentences["kind"] != "heading"]
    total = (bodies["end"] - bodies["start"]).groupby(bodies["chapter"]).sum()
    placed = sentence_shares(clauses, bodies).merge(bodies[["sentence_id", "chapter"]], on="sentence_id")
    cells = placed.groupby(["chapter", "theme"]).agg(
        sentences=("characters", "size"),
        characters=("characters", "sum"),
        clause_characters=("clause_characters", "sum"),
    )
    every = pd.MultiIndex.from_product([total.index, theme_ids], names=["chapter", "theme"])
    table = cells.reindex(every, fill_value=0).reset_index()
    whole, of_theme = table["chapter"].map(total), table.groupby("theme")["characters"].transform("sum")
    shares = {
        "share": table["characters"] / whole,
        "clause_share": table["clause_characters"] / whole,
        "share_of_theme": (table["characters"] / of_theme.where(of_theme > 0, 1)),
    }
    table = table.assign(**shares)
    return build("theme_coverage", table[["chapter", "theme", *table.columns[2:]]].itertuples(index=False))


def theme_sizes(covered: pd.DataFrame, themes: pd.DataFrame, total: int) -> pd.DataFrame:
    """
    How much of the document speaks of each theme: one row per theme, the one with most space first.

    `covered` as `coverage` gives it, `themes` as `find_themes` does, `total` characters of the document. Columns as in
    ``tables.TABLES["theme_sizes"]``. What is only inherited from headings does not count.

    Examples
    --------
    >>> from analysis import Study
    >>> Study.open().theme_sizes["theme"].head(3).tolist()
    ['livelihood', 'overall_goals', 'party']
    """
    require(covered, "theme_coverage", ["theme", "chapter", "sentences", "characters", "clause_characters"])
    text = themes[themes["source"] != "heading"]
    ids = text.groupby("theme")["sentence_id"].agg(SEPARATOR.join)
    rows = []
    for theme, part in covered.groupby("theme", sort=False):
        numbers = [int(part[name].sum()) for name in ("sentences", "characters", "clause_characters")]
        inside = part[(part["chapter"] > 0) & (part["characters"] > 0)]
        top = int(inside.loc[inside["characters"].idxmax(), "chapter"]) if len(inside) else 0
        shares = (numbers[1] / max(1, total), numbers[2] / max(1, total))
        rows.append((theme, *numbers, *shares, len(inside), top, ids.get(theme, "")))
    rows.sort(key=lambda row: -row[3])
    return build("theme_sizes", rows)


def theme_pairs(themes: pd.DataFrame, theme_ids: Sequence[str]) -> pd.DataFrame:
    """
    Which themes stand in the same sentences.

    `themes` as `find_themes` gives it; what is only inherited from headings does not count. One row per
    pair, pairs that never meet included, in the order of `theme_ids`; columns as in
    ``tables.TABLES["theme_pairs"]``. ``jaccard`` is n / (n1 + n2 − n), 0 to 1.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"sentence_id": ["1.1.1", "1.1.1", "1.1.2"], "theme": ["a", "b", "a"], "source": "text"}
    >>> theme_pairs(pd.DataFrame(rows), ["a", "b"])["sentence_ids"].tolist()
    ['1.1.1']
    """
    require(themes, "themes", ["sentence_id", "theme", "source"])
    text = themes[themes["source"] != "heading"]
    ids = {id_: list(part) for id_, part in text.groupby("theme")["sentence_id"]}
    rows = []
    for at, first in enumerate(theme_ids):
        for second in theme_ids[at + 1 :]:
            one, other = ids.get(first, []), ids.get(second, [])
            inside = set(other)
            both = [id_ for id_ in one if id_ in inside]
            union = len(one) + len(other) - len(both)
            jaccard = round(len(both) / union, 4) if union else 0.0
            rows.append((first, second, len(both), len(one), len(other), jaccard, SEPARATOR.join(both)))
    return build("theme_pairs", rows)


def pair_grid(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of `theme_pairs` in both directions, as a square: ``theme1, theme2, n``."""
    import pandas as pd

    turned = pairs.rename(columns={"theme1": "theme2", "theme2": "theme1"})
    order = {id_: at for at, id_ in enumerate(dict.fromkeys([*pairs["theme1"], *pairs["theme2"]]))}
    square = pd.concat([pairs, turned])[["theme1", "theme2", "n"]]
    by_theme = square.sort_values(["theme1", "theme2"], key=lambda column: column.map(order), kind="stable")
    return by_theme.reset_index(drop=True)


def subtheme_coverage(theme: Theme, themes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    How much each chapter says of each group of a theme.

    One row per (subtheme, chapter), zeros included, groups in the order of the theme file: ``sentences`` and
    ``characters`` of sentences with evidence of the group. A sentence of two groups counts in both.
    """
    import pandas as pd

    bodies = sentences[sentences["kind"] != "heading"]
    size = bodies.assign(characters=bodies["end"] - bodies["start"])
    found = themes[(themes["theme"] == theme.id) & (themes["source"] != "heading")]
    found = found.assign(subtheme=found["subtheme"].str.split(SEPARATOR, regex=False)).explode("subtheme")
    placed = found.merge(size[["sentence_id", "chapter", "characters"]], on="sentence_id")
    cells = placed.groupby(["subtheme", "chapter"])["characters"].agg(sentences="size", characters="sum")
    axes = [[group.id for group in theme.groups], sorted(bodies["chapter"].unique())]
    every = pd.MultiIndex.from_product(axes, names=["subtheme", "chapter"])
    return cells.reindex(every, fill_value=0).reset_index()
