"""What hangs on one article: keyness without the article that carries most of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from analysis.measures import association
from analysis.tables import require, typed

if TYPE_CHECKING:
    import pandas as pd

_LOWER = 1 - 1e-9  # a deletion counts when it takes more than rounding can
_PAIRS = 2_000_000  # deletions tried at once


def deletion(counts: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """
    How much of a word's keyness hangs on one article: signed G² with each article left out in turn, of the
    group and of the reference, the one that leaves least.

    Least is nearest to 0, or furthest beyond it: for an underused word the highest. Without the group's only
    article nothing is left to compare: that article is decisive, and what is left empty; a reference of one
    article is never left out. This is article-deletion sensitivity, a question about this document, not an
    inference about others.

    Parameters
    ----------
    counts
        A row per (group, article, term) with ``n``: where in each group each word stands, all words.
    rows
        Rows of `keyness` made from the same words, each group against the rest.

    Returns
    -------
    DataFrame
        `rows` with ``articles`` (how many articles of the group hold the word), ``g2_least`` and
        ``log_ratio_least`` (with the article left out that carries most) and ``article_decisive`` (which;
        empty where no article takes anything away, and the least is the whole).

    Examples
    --------
    >>> import pandas as pd
    >>> counts = pd.DataFrame(
    ...     [
    ...         ("1", "1", "数字", 8), ("1", "1", "的", 42), ("1", "2", "的", 50),
    ...         ("2", "3", "数字", 2), ("2", "3", "的", 98), ("2", "4", "的", 100),
    ...     ],
    ...     columns=["group", "article", "term", "n"],
    ... )
    >>> from analysis.measures.keyness import keyness
    >>> table = keyness(counts.groupby(["group", "term"], as_index=False)["n"].sum(), stop_words=["的"])
    >>> deletion(counts, table)[["articles", "article_decisive", "log_ratio_least"]].head(1).values.tolist()
    [[1, '1', 0.0]]
    """
    require(counts, "counts", ["group", "article", "term", "n"])
    sizes = _sizes(counts)
    held = counts.loc[counts["term"].isin(rows["term"].unique()), ["group", "article", "term", "n"]]
    held = held.merge(sizes, on=["group", "article"]).sort_values("place", kind="stable")
    whole = _whole(rows)
    holders = held.groupby(["group", "term"]).size()
    index = whole.set_index(["group", "term"]).index
    least = _least(whole, _tried(whole, held, sizes), sizes)
    return typed("keyness", rows.assign(articles=holders.reindex(index, fill_value=0).to_numpy(), **least))


def _sizes(counts: pd.DataFrame) -> pd.DataFrame:
    """All articles as they come, each with its words and its rank by them among those of its group."""
    sizes = counts.groupby(["group", "article"], sort=False)["n"].sum().rename("size").reset_index()
    ordered = sizes.sort_values("size", ascending=False, kind="stable")
    return sizes.assign(rank=ordered.groupby("group").cumcount(), place=range(len(sizes)))


def _whole(rows: pd.DataFrame) -> pd.DataFrame:
    """The four counts of every row, its signed G² and the direction of that."""
    cells = dict(zip(("n", "n_rest", "total", "total_rest"), "abcd", strict=True))
    whole = rows[["group", "term", *cells]].rename(columns=cells)
    g2 = association.signed(*(whole[name] for name in "abcd"))
    return whole.assign(g2=g2, way=np.sign(g2), row=range(len(whole)))


def _least(whole: pd.DataFrame, tried: pd.DataFrame, sizes: pd.DataFrame) -> dict[str, object]:
    """What is left of every row without the decisive article: of the articles tried the lowest."""
    lowest = _lowest(tried).set_index("row").reindex(whole["row"])
    lowers = (lowest["left"].to_numpy() < whole["g2"].abs() * _LOWER).to_numpy()
    decisive = sizes["article"].reindex(lowest["place"].fillna(-1)).to_numpy()
    lone = _lone(whole["group"], sizes)
    ratio = association.log_ratio(*(whole[name] for name in "abcd"))
    g2 = np.where(lowers, lowest["left"] * whole["way"].to_numpy(), whole["g2"])
    return {
        "g2_least": np.where(lone == "", g2, np.nan),
        "log_ratio_least": np.where(lone == "", np.where(lowers, lowest["ratio"], ratio), np.nan),
        "article_decisive": np.where(lone == "", np.where(lowers, decisive, ""), lone),
    }


def _lone(groups: pd.Series, sizes: pd.DataFrame) -> np.ndarray:
    """The article of each group that has one alone, empty where there are more."""
    several = sizes.groupby("group")["article"].transform("size") > 1
    only = dict(zip(sizes["group"], sizes["article"].mask(several, ""), strict=True))
    return np.array([only[group] for group in groups], dtype=object)


# --- deletions that can be the lowest ----------------------------------------------------------------------


def _tried(whole: pd.DataFrame, held: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """
    Rows and articles (``place``) with ``left``, G² in the direction of the whole, and ``ratio`` without it.

    Of the articles without the word only the size matters: the G² of an overused word falls when the
    reference loses words and rises when the group does, that of an underused one the other way about. So only
    the largest of the reference, or of the group, can leave least.
    """
    import pandas as pd

    largest = _largest_without(whole, held, sizes)
    lost = held.rename(columns={"group": "holder", "n": "lost"})[["holder", "place", "term", "lost", "size"]]
    per_term = lost.groupby("term").size()
    block = per_term.reindex(whole["term"], fill_value=0).to_numpy(int).cumsum() // _PAIRS
    tried = (part.merge(lost, on="term") for _, part in whole.groupby(block))
    return pd.concat([_lowest(_without(pairs)) for pairs in chain(tried, [largest])], ignore_index=True)


def _lowest(tried: pd.DataFrame) -> pd.DataFrame:
    """Of each row the deletion that leaves least, the first article of those that leave as little."""
    return tried.sort_values(["row", "left", "place"]).drop_duplicates("row")


def _without(pairs: pd.DataFrame) -> pd.DataFrame:
    """What is left of each row without the article beside it; articles that are a whole side are none."""
    inside = (pairs["holder"] == pairs["group"]).to_numpy()
    lost, size = pairs["lost"].to_numpy(float), pairs["size"].to_numpy(float)
    a = pairs["a"].to_numpy() - np.where(inside, lost, 0)
    b = pairs["b"].to_numpy() - np.where(inside, 0, lost)
    c = pairs["c"].to_numpy() - np.where(inside, size, 0)
    d = pairs["d"].to_numpy() - np.where(inside, 0, size)
    kept = (c > 0) & (d > 0)
    cells = a[kept], b[kept], c[kept], d[kept]
    chosen = pairs.loc[kept, ["row", "place"]]
    left = association.signed(*cells) * pairs.loc[kept, "way"].to_numpy()
    return chosen.assign(left=left, ratio=association.log_ratio(*cells))


def _largest_without(whole: pd.DataFrame, held: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """Every row beside the largest article without its word: of the reference, of the group if underused."""
    groups = sizes["group"].unique().tolist()
    terms = {term: at for at, term in enumerate(whole["term"].unique())}
    ranked = held.sort_values(["group", "term", "rank"])
    unbroken = ranked["rank"] == ranked.groupby(["group", "term"]).cumcount()
    first = ranked[unbroken].groupby(["group", "term"]).size().unstack(fill_value=0)
    first = first.reindex(index=groups, columns=list(terms), fill_value=0).to_numpy(int)
    by_rank = sizes.pivot(index="group", columns="rank", values="place").reindex(groups)
    places = np.column_stack([by_rank.to_numpy(float), np.full(len(groups), np.nan)])
    place = np.take_along_axis(places, first, axis=1)
    size = np.append(sizes["size"].to_numpy(float), -1.0)[np.nan_to_num(place, nan=-1).astype(int)]
    own = whole["group"].map({group: at for at, group in enumerate(groups)}).to_numpy(int)
    term = whole["term"].map(terms).to_numpy(int)
    best = size.argsort(axis=0)[::-1][:2]  # the two groups with the largest, by term
    other = np.where(best[0, term] == own, best[-1, term], best[0, term])
    holder = np.where(whole["way"] < 0, own, other)
    found = whole.assign(holder=np.array(groups)[holder], lost=0.0, size=size[holder, term])
    found = found.assign(place=place[holder, term])
    return found[found["place"].notna() & (found["way"] != 0)].astype({"place": "int64"})
