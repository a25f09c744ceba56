"""Whether a word's keyness is more than articles dealt at random give: a permutation of whole articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import comb
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.measures.association import ALPHA
from analysis.tables import InputProblem, require, typed

if TYPE_CHECKING:
    import pandas as pd
    from scipy.sparse import csr_array

DEALS = 999
FEWEST_DEALS = 199
SEED = 20201130
_WORK = 250_000_000  # values of G² made at most, before there are fewer deals
_BLOCK = 2_000_000  # values of G² held at once
_DIRECTIONS = 16  # a quarter turn is searched in so many steps for the largest G² that can be dealt
_ROUNDING = 1e-6


class Articles(NamedTuple):
    """Articles to deal: terms × articles, words of each, its group, and how many groups are compared."""

    counts: csr_array
    sizes: np.ndarray
    groups: np.ndarray
    names: list[str]
    terms: list[str]
    compared: int


def dealing(
    counts: pd.DataFrame,
    rows: pd.DataFrame,
    *,
    against: str | None = None,
    terms: Collection[str] | None = None,
    absent: bool = False,
    deals: int | None = None,
    seed: int = SEED,
) -> pd.DataFrame:
    """
    `rows` with ``p``, ``survives`` and ``g2_cut``: how G² compares with that of articles dealt at random.

    Words come in bursts by article, so the article, not the word, is what is dealt (Kilgarriff 2005; Lijffijt
    et al. 2016): all articles are dealt to the groups anew, each group getting as many as it has, and every
    G² is taken again. ``p`` is the share of deals, the real one among them, whose G² in the row is no smaller
    in either direction, (b + 1) / (B + 1). For all rows together the largest G² of each deal is kept (over
    the same words: those compared, in the groups that hold them, or in all with `absent`); ``g2_cut`` is what
    at most one deal in twenty exceeds (Westfall & Young 1993), and ``survives`` is

    - ``yes`` where G² is above that cut,
    - ``not testable`` where it could not be: fewer than 20 ways to choose the group's articles, or no choice
      of as many articles lifts the word's G² above the cut (G² is convex in the word's count and the group's
      words, so its largest value stands at the end of a direction in these; 32 directions are searched),
    - ``no`` elsewhere.

    p describes how concentrated a word is in this text; it is no inference to other texts.

    Parameters
    ----------
    counts
        A row per (group, article, term) with ``n``, all words.
    rows
        Rows of `keyness` made from the same words: all that are compared.
    against
        The group that is reference only, of two.
    terms
        All words compared, those too that no row holds; by default those of the rows.
    absent
        Whether rows of words that the group does not have are compared.
    deals
        How many; by default 999, fewer (199 at least) where there are very many rows.
    seed
        Of the random deals.

    Examples
    --------
    >>> import pandas as pd
    >>> places = [(group, f"{group}{at}") for group in "甲乙" for at in range(6)]
    >>> words = [(*place, "数字", 1 + 8 * (place[0] == "甲")) for place in places]
    >>> words += [(*place, "的", 90) for place in places]
    >>> counts = pd.DataFrame(words, columns=["group", "article", "term", "n"])
    >>> from analysis.measures.keyness import keyness
    >>> table = keyness(counts.groupby(["group", "term"], as_index=False)["n"].sum(), stop_words=["的"])
    >>> dealing(counts, table)[["p", "survives"]].round(3).values.tolist()[0]
    [0.004, 'yes']
    """
    require(counts, "counts", ["group", "article", "term", "n"])
    dealt = _articles(counts, sorted(set(rows["term"]) | set(terms or ())), against)
    if rows.empty:
        return typed("keyness", rows.assign(p=[], survives=[], g2_cut=[]))
    size = len(dealt.terms) * dealt.compared
    times = deals or int(np.clip(_WORK // size, FEWEST_DEALS, DEALS))
    real = _g2(dealt, dealt.groups[None, :])[1][:, 0]
    reached, highest, largest = _deal(dealt, real, times, seed, absent=absent)
    cut = cut_of(largest)
    term = rows["term"].map({term: at for at, term in enumerate(dealt.terms)}).to_numpy(int)
    group = rows["group"].map({group: at for at, group in enumerate(dealt.names)}).to_numpy(int)
    found = real[term, group]
    can = _can_reach(dealt, np.maximum(highest, real), cut)[term, group]
    verdict = np.where(found > cut + _ROUNDING, "yes", "no")
    return typed(
        "keyness",
        rows.assign(
            p=(reached[term, group] + 1) / (times + 1),
            survives=np.where(can, verdict, "not testable"),
            g2_cut=cut,
        ),
    )


def cut_of(largest: np.ndarray, *, alpha: float = ALPHA) -> float:
    """
    What the real value must exceed for (b + 1) / (B + 1) ≤ alpha, from the largest values of B deals.

    Examples
    --------
    >>> cut_of(np.arange(1.0, 200.0))
    190.0
    """
    exceeding = int(alpha * (len(largest) + 1) + 1e-9) - 1
    return float(np.sort(largest)[::-1][exceeding]) if exceeding >= 0 else float("inf")


def _articles(counts: pd.DataFrame, terms: list[str], against: str | None) -> Articles:
    from scipy.sparse import csr_array

    names = [group for group in counts["group"].unique() if group != against]
    if against is not None and len(names) != 1:
        raise InputProblem(f"one group is compared with {against!r}; {len(names)} came.")
    every = [*names, *([] if against is None else [against])]
    sizes = counts.groupby(["group", "article"], sort=False)["n"].sum()
    place = {article: at for at, article in enumerate(sizes.index)}
    held = counts[counts["term"].isin(terms)]
    columns = [place[pair] for pair in zip(held["group"], held["article"], strict=True)]
    at = held["term"].map({term: at for at, term in enumerate(terms)}).to_numpy(int)
    matrix = csr_array((held["n"].to_numpy(np.int64), (at, columns)), shape=(len(terms), len(sizes)))
    groups = np.array([every.index(group) for group, _ in sizes.index])
    return Articles(matrix, sizes.to_numpy(np.int64), groups, every, terms, len(names))


def _g2(dealt: Articles, groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Counts and G² of every term (first axis) in every deal (second) and group compared (third)."""
    inside = (groups[:, :, None] == np.arange(dealt.compared)).transpose(1, 0, 2)
    shape = (len(dealt.terms), *inside.shape[1:])
    chosen = inside.reshape(len(dealt.sizes), -1).astype(np.int64)
    n = np.asarray(dealt.counts @ chosen)
    return n.reshape(shape), _of_counts(dealt, n, dealt.sizes @ chosen).reshape(shape)


def _of_counts(dealt: Articles, n: np.ndarray, c: np.ndarray) -> np.ndarray:
    """G² of terms (rows) that stand `n` times in `c` words; x ln x is looked up, since all are counts."""
    total = int(dealt.sizes.sum())
    x = np.arange(total + 1, dtype=float)
    x_log_x = x * np.log(np.maximum(x, 1))
    word = np.asarray(dealt.counts.sum(axis=1)).reshape(-1, *[1] * (n.ndim - 1))
    cells = x_log_x[n] + x_log_x[word - n] + x_log_x[c - n] + x_log_x[total - c - word + n]
    margins = x_log_x[word] + x_log_x[total - word] + x_log_x[c] + x_log_x[total - c]
    return np.asarray(np.maximum(0.0, 2 * (cells - margins + x_log_x[total])))


def _deal(
    dealt: Articles, real: np.ndarray, times: int, seed: int, *, absent: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How many deals reach each real value, the highest value of each row, and the largest of each deal."""
    reached, highest, largest = np.zeros(real.shape, int), np.zeros(real.shape), []
    for groups in _blocks(dealt, times, seed):
        n, g2 = _g2(dealt, groups)
        reached += (g2 >= real[:, None, :] - _ROUNDING).sum(axis=1)
        highest = np.maximum(highest, g2.max(axis=1))
        largest.append((g2 if absent else np.where(n > 0, g2, 0.0)).max(axis=(0, 2)))
    return reached, highest, np.concatenate(largest)


def _blocks(dealt: Articles, times: int, seed: int) -> Iterator[np.ndarray]:
    """Deals, some at a time: the group of every article in each."""
    rng = np.random.default_rng(seed)
    some = max(1, _BLOCK // (len(dealt.terms) * dealt.compared))
    for begun in range(0, times, some):
        yield rng.permuted(np.tile(dealt.groups, (min(some, times - begun), 1)), axis=1)


# --- what could be reached ----------------------------------------------------------------------------------


def _can_reach(dealt: Articles, highest: np.ndarray, cut: float) -> np.ndarray:
    """Whether any deal lifts a term (row) above the cut in a group (column)."""
    chosen = np.bincount(dealt.groups, minlength=len(dealt.names))[: dealt.compared]
    found = [ways(len(dealt.groups), int(size), len(dealt.names)) for size in chosen]
    enough = np.array(found) >= 1 / ALPHA
    can = (highest > cut + _ROUNDING) & enough
    open_ = np.flatnonzero((~can & enough).any(axis=1))
    some = max(1, _BLOCK // len(dealt.groups))
    for begun in range(0, len(open_), some):
        terms = open_[begun : begun + some]
        can[terms] |= (_most(dealt, terms, chosen) > cut + _ROUNDING) & enough
    return can


def ways(articles: int, chosen: int, groups: int) -> float:
    """
    In how many ways that G² can tell apart a group gets its articles.

    Of two halves it does not matter which is called the group.

    Examples
    --------
    >>> ways(10, 1, 3), ways(6, 3, 2), ways(6, 2, 2)
    (10, 10.0, 15)
    """
    found = comb(articles, chosen)
    return found / 2 if groups == 2 and 2 * chosen == articles else found


def _most(dealt: Articles, terms: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """The largest G² of each of `terms` that a choice of as many articles as each group has gives."""
    matrix = dealt.counts[terms].toarray()
    part = dealt._replace(counts=dealt.counts[terms])
    share = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    length = dealt.sizes / dealt.sizes.sum()
    most = np.zeros((len(terms), len(chosen)))
    for turn in np.linspace(0, np.pi / 2, _DIRECTIONS):
        order = np.argsort(np.sin(turn) * length - np.cos(turn) * share, axis=1, kind="stable")
        for best in (order, order[:, ::-1]):  # most of the word in few words, least in many
            n = np.take_along_axis(matrix, best, axis=1).cumsum(axis=1)[:, chosen - 1]
            c = dealt.sizes[best].cumsum(axis=1)[:, chosen - 1]
            most = np.maximum(most, _of_counts(part, n, c))
    return most
