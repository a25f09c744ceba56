"""A network of words that stand together: few nodes, readable, with communities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.columns import WINDOW, WORD1, WORD2, evidence, minimum, n_of
from analysis.measures.evidence import sentences_of_pairs
from analysis.tables import Column, InputProblem, Option, require, table, typed

if TYPE_CHECKING:
    import networkx
    import pandas as pd

    from analysis.study import Study

NODES, SEED = 40, 0
FALSE = 0.05  # the share of edges that may be by chance
INSIDE = 0.7  # of its square a part of the drawing fills, so that labels of two do not meet
MEASURES = ("g2", "log_dice", "mi", "t", "npmi", "n")
Edges = list[tuple[str, str, int, float]]


def network(pairs: pd.DataFrame, *, nodes: int = NODES, measure: str = "g2") -> pd.DataFrame:
    """
    The edges of a co-word network: the sure pairs of `collocations` between its strongest words.

    One row is an edge; columns as in ``tables.TABLES["network"]``, the strongest first. An edge is a pair
    that is surely attracted (see `surely_attracted`); where none is, the table is empty. The words are those
    with the largest sums of `measure` over all their pairs, `nodes` at most, with all edges between them: so
    the network shows what hangs together rather than set phrases of two words. Communities (Louvain, Blondel
    et al. 2008, with a fixed seed; weights are the measure) are numbered from 1, the largest first; an edge
    between two communities has 0.

    Parameters
    ----------
    pairs
        A table of ``collocations.collocations``.
    nodes
        At most so many words: beyond forty a drawing is not readable.
    measure
        ``g2``, ``log_dice``, ``mi``, ``t``, ``npmi`` or ``n``.

    Raises
    ------
    InputProblem
        With fewer than two nodes, or an unknown measure.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("数字", "转型", 5, 20.0), ("推动", "转型", 5, 2.0), ("推动", "数字", 5, -30.0)]
    >>> network(pd.DataFrame(rows, columns=["word1", "word2", "n", "g2"])).values.tolist()
    [['数字', '转型', 5, 20.0, 1, 1, 1]]
    """
    import pandas as pd

    if measure not in MEASURES:
        raise InputProblem(f"a network is made by {', '.join(MEASURES)}; {measure!r} came.")
    require(pairs, "collocations", ["word1", "word2", "n", "g2", measure])
    if nodes < 2:
        raise InputProblem(f"a network has two nodes or more; {nodes} came.")
    edges = _between_strongest(surely_attracted(pairs), nodes, measure)
    of = communities(edges)
    table = pd.DataFrame(edges, columns=["word1", "word2", "n", "score"])
    first, second = table["word1"].map(of), table["word2"].map(of)
    joined = first.where(first == second, 0)
    return typed("network", table.assign(community=joined, community1=first, community2=second))


def surely_attracted(pairs: pd.DataFrame) -> pd.DataFrame:
    """
    The pairs that stand together so much more often than expected that one in twenty may be by chance.

    Benjamini & Hochberg (1995) over p of G², of which there are as many as the words of the table have pairs:
    those that stand together too rarely to be in the table were compared as well.
    """
    from scipy.special import chdtrc  # as scipy.stats has it, whose import takes a second

    words = len({*pairs["word1"], *pairs["word2"]})
    p = chdtrc(1, pairs["g2"].clip(lower=0).to_numpy())
    allowed = FALSE * np.arange(1, len(p) + 1) / max(1, words * (words - 1) // 2)
    passed = np.sort(p)[np.sort(p) <= allowed]
    return pairs[p <= passed.max(initial=0.0)]


def _between_strongest(pairs: pd.DataFrame, nodes: int, measure: str) -> Edges:
    """Pairs, the strongest first, that join so many words: those with the largest sums over their pairs."""
    import pandas as pd

    ends = pd.concat([pairs[[end, measure]].set_axis(["word", "sum"], axis=1) for end in ("word1", "word2")])
    sums = ends.groupby("word")["sum"].sum()
    both = pairs["word1"].map(sums) + pairs["word2"].map(sums)
    ranked = pairs.assign(both=both).sort_values(["both", "word1", "word2"], ascending=[False, True, True])
    inside: set[str] = set()
    for pair in zip(ranked["word1"], ranked["word2"], strict=True):
        if len(inside.union(pair)) <= nodes:
            inside.update(pair)
    joined = pairs[pairs["word1"].isin(inside) & pairs["word2"].isin(inside)]
    ordered = joined.sort_values([measure, "n", "word1", "word2"], ascending=[False, False, True, True])
    return list(zip(*(ordered[name] for name in ("word1", "word2", "n", measure)), strict=True))


def communities(edges: Edges) -> dict[str, int]:
    """The community of every word, 1 = the largest; ties by the first word in code-point order."""
    import networkx

    if not edges:
        return {}
    graph = _graph(edges)
    found = networkx.community.louvain_communities(graph, weight="score", seed=SEED)
    ordered = sorted(found, key=lambda words: (-len(words), min(words)))
    return {word: number for number, words in enumerate(ordered, start=1) for word in words}


def _graph(edges: Edges) -> networkx.Graph:
    """The graph with nodes and edges in a fixed order, so that nothing depends on the order of the table."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(sorted({word for a, b, *_ in edges for word in (a, b)}))
    graph.add_edges_from((a, b, {"n": int(n), "score": score}) for a, b, n, score in sorted(edges))
    return graph


def layout(edges: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """
    A place for every word, close to those it stands with (Kamada & Kawai 1989); the same each time.

    Examples
    --------
    >>> import pandas as pd
    >>> len(layout(pd.DataFrame([("数字", "转型", 5, 13.6)], columns=["word1", "word2", "n", "score"])))
    2
    """
    import networkx

    require(edges, "network", ["word1", "word2", "n", "score"])
    graph = _graph(list(edges[["word1", "word2", "n", "score"]].itertuples(index=False, name=None)))
    if not graph:
        return {}
    parts = sorted(map(sorted, networkx.connected_components(graph)), key=lambda words: (-len(words), words))
    places: dict[str, tuple[float, float]] = {}
    widths = [0.5 + 1.4 * len(part) ** 0.5 for part in parts]
    row = max(widths[0], 1.1 * sum(width**2 for width in widths) ** 0.5)  # all together about a square
    left, top, high = 0.0, 0.0, 0.0
    for part, width in zip(parts, widths, strict=True):  # the largest on top, the others beside and below
        if left + width > row + 0.01:
            left, top, high = 0.0, top - high, 0.0
        alone = networkx.Graph()  # a subgraph of networkx lists its nodes as a set does, in no fixed order
        alone.add_nodes_from(part)
        alone.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges(part)))
        for word, (x, y) in networkx.kamada_kawai_layout(alone).items():
            places[word] = (
                left + width * (1 + INSIDE * float(x)) / 2,
                top - width * (1 - INSIDE * float(y)) / 2,
            )
        left, high = left + width, max(high, width)
    return places


def no_network(study: Study, *, minimum: int, **_: Any) -> str:
    """Why the network is empty, in one line."""
    return (
        f"no two words that stand together {minimum} times or more do so surely more often than by chance; "
        "collocations lists all pairs."
    )


@table(
    "network",
    row="an edge of the co-word network",
    key=("word1", "word2"),
    when_empty=no_network,
    help="pairs of words that surely stand together more than by chance, as a network with communities",
    options=(
        Option("nodes", f"words at most (default {NODES})", kind=int, least=2, default=NODES, metavar="N"),
        minimum(3),
        WINDOW,
    ),
    columns=(
        WORD1,
        WORD2,
        n_of("how often they stand together"),
        Column(
            "score",
            "float64",
            "G²; of edges so strong one in twenty at most is expected by chance (false discovery rate)",
            ("G²", "G²"),
        ),
        Column(
            "community",
            "int64",
            "the community of both, 1 = the largest; 0 = the edge joins two",
            ("community", "群"),
        ),
        Column("community1", "int64", "the first word's community", ("community, first", "前词群")),
        Column("community2", "int64", "the second word's community", ("community, second", "后词群")),
        evidence("the sentences in which they stand together, joined by ' | '"),
    ),
)
def network_of(
    study: Study, nodes: int = NODES, *, minimum: int = 3, window: int | None = None
) -> pd.DataFrame:
    """
    The edges of the co-word network, with the sentences; no row where no pair is surely attracted.

    Surely: by G², with at most one in twenty expected by chance (false discovery rate).
    """
    edges = network(study.collocations(window, minimum=minimum), nodes=nodes)
    return typed("network", sentences_of_pairs(study.words("term"), edges, window=window))
