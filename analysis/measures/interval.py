"""How exact a log ratio is, where words come in bursts: an interval from the articles as clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.tables import require, typed

if TYPE_CHECKING:
    import pandas as pd

NORMAL = 1.959963984540054  # of the standard normal distribution, 2.5 % lie above
_FEWEST = 0.5  # what a count of 0 is taken for, as in the log ratio


def with_interval(counts: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """
    `rows` with ``log_ratio_low`` and ``log_ratio_high``, the 95 % interval of the log ratio.

    Articles are the clusters: the variance of ln(ratio) is, of each side, Σ (n_i − r c_i)² k / (k − 1) / n²
    over its k articles of c_i words with the word n_i times, where r is the side's rate (the linearised ratio
    estimator, as in Rao & Scott 1992), and 1 / n (Poisson, each token for itself) where that is more. With
    few articles it is rough. A count of 0 leaves its side open (empty): the ratio may be as small, or as
    large, as one likes. Where a side is one article nothing is known of how articles differ: both are empty.

    Parameters
    ----------
    counts
        A row per (group, article, term) with ``n``, all words.
    rows
        Rows of `keyness` made from the same words, each group against the rest.

    Examples
    --------
    >>> import pandas as pd
    >>> articles = [("1", "a", 4), ("1", "b", 4), ("2", "c", 2), ("2", "d", 2)]
    >>> words = [(group, article, "数字", n) for group, article, n in articles]
    >>> words += [(group, article, "的", 100 - n) for group, article, n in articles]
    >>> counts = pd.DataFrame(words, columns=["group", "article", "term", "n"])
    >>> from analysis.measures.keyness import keyness
    >>> table = keyness(counts.groupby(["group", "term"], as_index=False)["n"].sum(), stop_words=["的"])
    >>> with_interval(counts, table)[["log_ratio_low", "log_ratio_high"]].round(2).head(1).values.tolist()
    [[-0.73, 2.73]]
    """
    require(counts, "counts", ["group", "article", "term", "n"])
    inside, outside = _sides(counts, rows)
    spread = NORMAL * np.sqrt(_variance(inside) + _variance(outside)) / np.log(2)
    a, b = (rows[name].to_numpy() for name in ("n", "n_rest"))
    low = np.where(a > 0, rows["log_ratio"] - spread, np.nan)
    high = np.where(b > 0, rows["log_ratio"] + spread, np.nan)
    return typed("keyness", rows.assign(log_ratio_low=low, log_ratio_high=high))


class _Side(NamedTuple):
    """What the variance needs of one side of every row: sums over its articles."""

    n: np.ndarray
    squared: np.ndarray  # Σ n_i²
    crossed: np.ndarray  # Σ n_i c_i
    size: np.ndarray
    squares: np.ndarray  # Σ c_i²
    k: np.ndarray


def _sides(counts: pd.DataFrame, rows: pd.DataFrame) -> tuple[_Side, _Side]:
    """The group and the reference of every row."""
    sizes = counts.groupby(["group", "article"])["n"].sum().rename("size").reset_index()
    of_group = sizes.assign(k=1, squares=sizes["size"] ** 2).groupby("group")[["size", "squares", "k"]].sum()
    held = counts[counts["term"].isin(rows["term"].unique())].merge(sizes, on=["group", "article"])
    held = held.assign(squared=held["n"] ** 2, crossed=held["n"] * held["size"])
    names = ["n", "squared", "crossed"]
    of_word = held.groupby(["group", "term"])[names].sum()
    everywhere = held.groupby("term")[names].sum().reindex(rows["term"]).to_numpy(float)
    index = rows.set_index(["group", "term"]).index
    words = of_word.reindex(index, fill_value=0).to_numpy(float)
    group = of_group.reindex(rows["group"]).to_numpy(float)
    outside = everywhere - words, of_group.sum().to_numpy(float) - group
    return _Side(*words.T, *group.T), _Side(*outside[0].T, *outside[1].T)


def _variance(side: _Side) -> np.ndarray:
    """The variance of the logarithm of a side's rate."""
    rate, counted = side.n / side.size, np.maximum(side.n, _FEWEST)
    around = np.maximum(0.0, side.squared - 2 * rate * side.crossed + rate**2 * side.squares)
    with np.errstate(divide="ignore", invalid="ignore"):
        clusters = np.where(side.k > 1, around * side.k / (side.k - 1), np.nan) / counted**2
    return np.asarray(np.maximum(clusters, 1 / counted))
