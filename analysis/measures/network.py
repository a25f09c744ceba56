"""A network of words that stand together: few nodes, readable, with communities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import WINDOW, WORD1, WORD2, evidence, minimum, n_of
from analysis.measures.evidence import sentences_of_pairs
from analysis.tables import Column, InputProblem, Option, require, table, typed

if TYPE_CHECKING:
    import networkx
    import pandas as pd

    from analysis.study import Study

NODES, SEED = 40, 0


def network(pairs: pd.DataFrame, *, nodes: int = NODES, measure: str = "g2") -> pd.DataFrame:
    """
    The edges of a co-word network: the strongest pairs of `collocations` that join so many words.

    One row is an edge; columns as in ``tables.TABLES["network"]``, the strongest first. Pairs are taken in
    the order of `measure` until `nodes` words are joined; a pair between two words that are in already is an
    edge too. Communities (Louvain, Blondel et al. 2008, with a fixed seed; weights are the joint frequencies)
    are numbered from 1, the largest first; an edge between two communities has 0.

    Parameters
    ----------
    pairs
        A table of ``collocations.collocations``.
    nodes
        At most so many words: beyond forty a drawing is not readable.
    measure
        ``log_dice``, ``g2``, ``npmi``, ``t``, ``mi`` or ``n``.

    Raises
    ------
    InputProblem
        Without pairs, with fewer than two nodes, or an unknown measure.

    Examples
    --------
    >>> import pandas as pd
    >>> pairs = pd.DataFrame([("数字", "转型", 5, 20.0)], columns=["word1", "word2", "n", "g2"])
    >>> network(pairs).values.tolist()
    [['数字', '转型', 5, 20.0, 1, 1, 1]]
    """
    import pandas as pd

    known = ("log_dice", "g2", "npmi", "t", "mi", "n")
    if measure not in known:
        raise InputProblem(f"a network is made by {', '.join(known)}; {measure!r} came.")
    require(pairs, "collocations", ["word1", "word2", "n", measure])
    if nodes < 2:
        raise InputProblem(f"a network has two nodes or more; {nodes} came.")
    if not len(pairs):
        raise InputProblem("no two words stand together so often; lower the minimum.")
    ordered = pairs.sort_values([measure, "n", "word1", "word2"], ascending=[False, False, True, True])
    inside: set[str] = set()
    edges = []
    for row in ordered[["word1", "word2", "n", measure]].itertuples(index=False, name=None):
        new = {row[0], row[1]} - inside
        if len(inside) + len(new) <= nodes:
            inside |= new
            edges.append(row)
    of = communities(edges)
    table = pd.DataFrame(edges, columns=["word1", "word2", "n", "score"])
    first, second = table["word1"].map(of), table["word2"].map(of)
    joined = first.where(first == second, 0)
    return typed("network", table.assign(community=joined, community1=first, community2=second))


def communities(edges: list[tuple[str, str, int, float]]) -> dict[str, int]:
    """The community of every word, 1 = the largest; ties by the first word in code-point order."""
    import networkx

    graph = _graph(edges)
    found = networkx.community.louvain_communities(graph, weight="n", seed=SEED)
    ordered = sorted(found, key=lambda words: (-len(words), min(words)))
    return {word: number for number, words in enumerate(ordered, start=1) for word in words}


def _graph(edges: list[tuple[str, str, int, float]]) -> networkx.Graph:
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
    help="the strongest collocations as edges of a network, with communities",
    options=(
        Option("nodes", f"words at most (default {NODES})", kind=int, least=2, default=NODES, metavar="N"),
        minimum(5),
        WINDOW,
    ),
    columns=(
        WORD1,
        WORD2,
        n_of("how often they stand together"),
        Column(
            "score",
            "float64",
            "the measure that the network was made by: G² unless asked otherwise",
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
        evidence("the sentences that hold both words, joined by ' | '"),
    ),
)
def network_of(
    study: Study, nodes: int = NODES, *, minimum: int = 5, window: int | None = None
) -> pd.DataFrame:
    """The edges of the co-word network, with the sentences."""
    pairs = study.collocations(window, minimum=minimum)
    return sentences_of_pairs(study.words("term"), network(pairs, nodes=nodes))
