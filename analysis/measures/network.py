"""A network of words that stand together: few nodes, readable, with communities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import WINDOW, WORD1, WORD2, evidence, minimum, n_of
from analysis.measures.association import critical_value
from analysis.measures.evidence import sentences_of_pairs
from analysis.tables import Column, InputProblem, Option, require, table, typed

if TYPE_CHECKING:
    import networkx
    import pandas as pd

    from analysis.study import Study

NODES, SEED = 40, 0
MEASURES = ("g2", "log_dice", "mi", "t", "npmi", "n")
Edges = list[tuple[str, str, int, float]]


def network(pairs: pd.DataFrame, *, nodes: int = NODES, measure: str = "g2") -> pd.DataFrame:
    """
    The edges of a co-word network: the strongest pairs of `collocations` that join so many words.

    One row is an edge; columns as in ``tables.TABLES["network"]``, the strongest first. An edge is a pair
    that is surely attracted (see `surely_attracted`); where none is, the table is empty. Edges are taken in
    the order of `measure` until `nodes` words are joined; one between two words that are in already is taken
    too. Communities (Louvain, Blondel et al. 2008, with a fixed seed; weights are the measure) are numbered
    from 1, the largest first; an edge between two communities has 0.

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
    edges = _strongest(surely_attracted(pairs), nodes, measure)
    of = communities(edges)
    table = pd.DataFrame(edges, columns=["word1", "word2", "n", "score"])
    first, second = table["word1"].map(of), table["word2"].map(of)
    joined = first.where(first == second, 0)
    return typed("network", table.assign(community=joined, community1=first, community2=second))


def surely_attracted(pairs: pd.DataFrame) -> pd.DataFrame:
    """
    The pairs that stand together more often than expected, with a G² above the 5 % cut for many comparisons.

    As many are counted as the words of the table have pairs (Bonferroni): those that stand together too
    rarely to be in the table were compared as well.
    """
    words = len({*pairs["word1"], *pairs["word2"]})
    return pairs[pairs["g2"] > critical_value(words * (words - 1) // 2)]


def _strongest(pairs: pd.DataFrame, nodes: int, measure: str) -> Edges:
    """Pairs by their measure, as long as they join no more than so many words."""
    ordered = pairs.sort_values([measure, "n", "word1", "word2"], ascending=[False, False, True, True])
    inside: set[str] = set()
    edges = []
    for edge in zip(*(ordered[name] for name in ("word1", "word2", "n", measure)), strict=True):
        new = {edge[0], edge[1]} - inside
        if len(inside) + len(new) <= nodes:
            inside |= new
            edges.append(edge)
    return edges


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
    row = 1.4 * len(parts[0]) ** 0.5
    left, top, high = 0.0, 0.0, 0.0
    for part in parts:  # the largest on top, the others in rows below
        width = 1.4 * len(part) ** 0.5
        if left + width > row + 0.01:
            left, top, high = 0.0, top - high, 0.0
        alone = networkx.Graph()  # a subgraph of networkx lists its nodes as a set does, in no fixed order
        alone.add_nodes_from(part)
        alone.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges(part)))
        for word, (x, y) in networkx.kamada_kawai_layout(alone).items():
            places[word] = (left + width * (1 + float(x)) / 2, top - width * (1 - float(y)) / 2)
        left, high = left + width, max(high, width)
    return places


@table(
    "network",
    row="an edge of the co-word network",
    key=("word1", "word2"),
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
            "G², above the 5 % cut for all pairs of the words compared (from Python also another measure)",
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

    Surely: with a G² above the 5 % cut for all pairs of the words that are compared (Bonferroni).
    """
    edges = network(study.collocations(window, minimum=minimum), nodes=nodes)
    return typed("network", sentences_of_pairs(study.words("term"), edges, window=window))
