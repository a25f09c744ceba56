"""
Themes from above: which clause, and so which sentence, speaks of what, and by which words.

What a theme is stands in ``analysis.codebook``, what its words weigh in ``analysis.matching``. A sentence speaks of a
theme when one of its clauses does: an analyst quotes a clause, not a list that happens to hold the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.matching import CLAUSE, Finder, Place, joined, weigh
from analysis.tables import SEPARATOR, build, require

if TYPE_CHECKING:
    import pandas as pd

    from analysis.codebook import Group, Theme


def _edges(tokens: pd.DataFrame) -> dict[str, list[int]]:
    """Offsets at which words begin or end, by sentence."""
    found: dict[str, list[int]] = {}
    for id_, start, end in zip(tokens["sentence_id"], tokens["start"], tokens["end"], strict=True):
        found.setdefault(id_, []).extend((start, end))
    return found


def paragraph_of(sentence_id: str) -> str:
    """The paragraph of a sentence; a heading is its own."""
    return sentence_id.rpartition(".")[0] or sentence_id


def _contexts(sentences: pd.DataFrame) -> dict[str, str]:
    """Text in which companions are looked for: the paragraph and the headings above it, by paragraph."""
    heads = sentences[sentences["kind"] == "heading"]
    above = dict(zip(zip(heads["chapter"], heads["article"], strict=True), heads["text"], strict=True))
    found: dict[str, list[str]] = {}
    columns = ("sentence_id", "chapter", "article", "text")
    for id_, chapter, article, text in zip(*(sentences[name] for name in columns), strict=True):
        unit = paragraph_of(id_)
        if unit not in found:
            found[unit] = [above.get((chapter, 0), ""), above.get((chapter, article), "")]
        found[unit].append(text)
    return {unit: "\n".join(texts) for unit, texts in found.items()}


def _reading(
    themes: Sequence[Theme], sentences: pd.DataFrame, tokens: pd.DataFrame
) -> Iterator[tuple[str, int, str, Theme, list[Place]]]:
    """Sentence id, offset, text, theme and places of every sentence and theme with a string in it."""
    require(sentences, "sentences", ["sentence_id", "kind", "chapter", "article", "start", "text"])
    require(tokens, "tokens", ["sentence_id", "start", "end"])
    edges, contexts = _edges(tokens), _contexts(sentences)
    whole = "\n".join(sentences["text"])
    finder = Finder([one for one in themes if not one.only_in or any(word in whole for word in one.only_in)])
    for id_, start, text in zip(sentences["sentence_id"], sentences["start"], sentences["text"], strict=True):
        at = {edge - start for edge in edges.get(id_, ())}
        for theme, places in finder.places(text, at, contexts[paragraph_of(id_)]):
            yield id_, start, text, theme, places


def occurrences(theme: Theme, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Every place where an expression of `theme` stands, in reading order, overlapping ones included.

    Columns: ``sentence_id``, ``start``, ``end`` (offsets in the document's text), ``expression``,
    ``subtheme`` (the group's id), ``whole`` (False where it stands only inside a longer word), ``longest``
    (False inside a longer expression of the theme that stands there whole) and ``counts`` (False also where
    a companion is missing or an excluding word stands in the clause). Places inside the theme's
    ``not_within`` are left out. Companions are looked for in the paragraph and, where `sentences` holds the
    headings too, in those above it.
    """
    import pandas as pd

    rows = [
        (
            id_,
            start + one.start,
            start + one.end,
            one.expression,
            group.id,
            one.whole,
            one.longest,
            one.counts,
        )
        for id_, start, _, _, places in _reading([theme], sentences, tokens)
        for one in places
        for group in (theme.expressions[one.expression],)
    ]
    types = {"sentence_id": "str", "start": "int64", "end": "int64", "expression": "str", "subtheme": "str"}
    types |= dict.fromkeys(("whole", "longest", "counts"), "bool")
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def find_clauses(themes: Sequence[Theme], sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Which clause holds evidence of which theme: one row per (clause, theme), in reading order.

    Columns as in ``tables.TABLES["theme_clauses"]``. Clauses end at ，；：。！？. A clause speaks of the theme from a
    ``weight`` of 1 (see `weigh`). Headings among the sentences are coded like them, under their own ids.

    Examples
    --------
    >>> from analysis import Study
    >>> study = Study.open()
    >>> found = find_clauses([study.theme("livelihood")], study.sentences, study.tokens)
    >>> found.loc[found["sentence_id"] == "1.4.1", "evidence"].tolist()
    ['民生福祉']
    """
    order = {theme.id: rank for rank, theme in enumerate(themes)}
    rows: list[tuple[tuple[int, int], tuple[object, ...]]] = []
    for id_, start, text, theme, places in _reading(themes, sentences, tokens):
        spans = [match.span() for match in CLAUSE.finditer(text)]
        for one in weigh(theme, places):
            first, last = (start + edge for edge in spans[one.clause])
            cells = (SEPARATOR.join(one.expressions), SEPARATOR.join(one.groups), one.weight)
            rows.append(((first, order[theme.id]), (id_, theme.id, first, last, *cells)))
    return build("theme_clauses", (row for _, row in sorted(rows, key=lambda row: row[0])))


def find_themes(themes: Sequence[Theme], sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Which sentence speaks of which theme: one row per (sentence, theme), in reading order.

    A sentence has a theme when one of its clauses has. Columns as in ``tables.TABLES["themes"]``. Where `sentences`
    holds headings, a theme that only the heading right above a sentence names is a row of its own ``source``:
    heading instead of text.

    ``confidence`` is 1 − 2⁻ʷ with w the weight of all clauses: .5 for one expression, .75 for two; half of that for
    what is inherited from a heading. It ranks by evidence; it is not a probability.
    """
    return code_sentences(themes, find_clauses(themes, sentences, tokens), sentences)


def code_sentences(themes: Sequence[Theme], clauses: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The table of `find_themes` from that of `find_clauses`."""
    coded = {(id_, theme): part for (id_, theme), part in _coded(clauses).groupby(["sentence_id", "theme"])}
    rows = []
    columns = ("sentence_id", "kind", "chapter", "article")
    for id_, kind, chapter, article in zip(*(sentences[name] for name in columns), strict=True):
        if kind == "heading":
            continue
        above = str(article) if article else f"c{chapter}"
        for theme in themes:
            if (id_, theme.id) in coded:
                rows.append((id_, theme.id, *_cells(coded[id_, theme.id], 1), "text"))
            elif (above, theme.id) in coded:
                rows.append((id_, theme.id, *_cells(coded[above, theme.id], 0.5), "heading"))
    return build("themes", rows)


def _coded(clauses: pd.DataFrame) -> pd.DataFrame:
    """The clauses of those sentences and themes of which one clause at least speaks of the theme."""
    highest = clauses["weight"].groupby([clauses["sentence_id"], clauses["theme"]]).transform("max")
    return clauses[highest >= 1]


def _cells(part: pd.DataFrame, certainty: float) -> tuple[str, str, float]:
    """Evidence, groups and confidence of the clauses of a sentence; groups of what is enough alone."""
    groups = joined(part.loc[part["weight"] >= 1, "subtheme"])
    return joined(part["evidence"]), groups, round(certainty * (1 - 2.0 ** -part["weight"].sum()), 4)


def count_expressions(theme: Theme, occurrences: pd.DataFrame) -> pd.DataFrame:
    """
    How often each expression of `theme` stands in the document, those that never do included.

    `occurrences` as the function of that name gives it. One row per expression in the order of the theme file; columns as in ``tables.TABLES["theme_expressions"]``:
    ``n`` counts whole words, ``n_counted`` those of them that are evidence (no longer expression around
    them, companions there), ``n_inside`` what is only part of a longer word, as 民生 in 人民生活.
    """
    require(occurrences, "occurrences", ["sentence_id", "expression", "whole", "counts"])
    whole, inside = occurrences[occurrences["whole"]], occurrences[~occurrences["whole"]]
    n, n_inside = whole["expression"].value_counts(), inside["expression"].value_counts()
    counted = whole.loc[whole["counts"], "expression"].value_counts()
    ids = whole.groupby("expression")["sentence_id"].agg(lambda ids: SEPARATOR.join(dict.fromkeys(ids)))
    rows = []
    for text, group in theme.expressions.items():
        numbers = (int(table.get(text, 0)) for table in (n, counted, n_inside))
        rows.append((theme.id, group.id, text, _kind(group, text), *numbers, str(ids.get(text, ""))))
    return build("theme_expressions", rows)


def _kind(group: Group, text: str) -> str:
    return "name" if text in group.names else "weak" if text in group.weak else "strong"


def expression_chapters(occurrences: pd.DataFrame, sentences: pd.DataFrame, *, top: int = 20) -> pd.DataFrame:
    """
    The `top` expressions that stand most often as whole words, by chapter, zeros included.

    One row per (expression, chapter): ``expression, chapter, n``; the most frequent expression first.
    """
    import pandas as pd

    whole = occurrences[occurrences["whole"]].merge(sentences[["sentence_id", "chapter"]], on="sentence_id")
    total = whole.groupby("expression").size().rename("n").reset_index()
    order = total.sort_values(["n", "expression"], ascending=[False, True]).head(top)["expression"]
    axes = [order.tolist(), sorted(sentences["chapter"].unique())]
    every = pd.MultiIndex.from_product(axes, names=["expression", "chapter"])
    return (
        whole.groupby(["expression", "chapter"]).size().reindex(every, fill_value=0).rename("n").reset_index()
    )
