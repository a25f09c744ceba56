"""
Rules of a theme beyond its list: expressions that must stand together or apart, and words against it.

They are what KH Coder calls coding rules (Higuchi 2016), in a theme file:

.. code:: toml

    [safety]
    name = "数据安全"
    expressions = ["数据安全"]
    unless = ["人身安全"]             # a sentence with one of these does not have the theme
    rules = [
        { all = ["数据", "安全"], near = 10 },            # both, at most ten characters between them
        { all = ["网络"], none = ["公路网络"] },           # the one without the other
    ]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

from analysis.tables import SEPARATOR

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme

Coding = tuple[str, str, float]  # evidence, groups and confidence

LONG = 4  # characters from which an expression needs an edge of a word only where it begins


@dataclass(frozen=True, slots=True)
class Rule:
    """
    Expressions that must `all` stand in a sentence, at most `near` characters apart (0 = anywhere), and those
    of which `none` may.

    Examples
    --------
    >>> Rule(("数据", "安全"), near=4).places("数据和安全", {0, 2, 3, 5})
    ((0, 2), (3, 5))
    >>> Rule(("数据",), none=("统计数据",)).places("统计数据", {0, 2, 4})
    ()
    """

    all: tuple[str, ...]
    near: int = 0
    none: tuple[str, ...] = ()

    def places(self, text: str, edges: Collection[int]) -> tuple[tuple[int, int], ...]:
        """Where its expressions stand in a sentence that it holds for; empty where it does not hold."""
        if any(one in text for one in self.none):
            return ()
        found = [list(standing(one, text, edges)) for one in self.all]
        for places in product(*found):
            if not self.near or _gap(places) <= self.near:
                return tuple(sorted(places))
        return ()


def _gap(places: tuple[tuple[int, int], ...]) -> int:
    """The widest gap between neighbours."""
    ordered = sorted(places)
    return max((after[0] - before[1] for before, after in pairwise(ordered)), default=0)


def standing(expression: str, text: str, edges: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where an expression stands between edges of words; a long one need only begin at one."""
    for match in re.finditer(re.escape(expression), text):
        start, end = match.span()
        if start in edges and (len(expression) >= LONG or end in edges):
            yield start, end


def ruled(
    theme: Theme, codings: Mapping[str, Coding], sentences: pd.DataFrame, tokens: pd.DataFrame
) -> Iterator[tuple[str, Coding]]:
    """Codings by list and by rules, without the sentences that hold what speaks against the theme."""
    edges = {*tokens["start"].tolist(), *tokens["end"].tolist()} if theme.rules else set()
    for id_, offset, text in zip(
        sentences["sentence_id"], sentences["start"], sentences["text"], strict=True
    ):
        if any(against in text for against in theme.unless):
            continue
        if id_ in codings and not _only_of_rules(theme):
            yield id_, codings[id_]
        elif found := _ruled(theme, text, {edge - offset for edge in _within(edges, offset, len(text))}):
            yield id_, found


def _within(edges: set[int], offset: int, length: int) -> Iterator[int]:
    return (edge for edge in range(offset, offset + length + 1) if edge in edges)


def _only_of_rules(theme: Theme) -> bool:
    """Whether the theme has no list of its own: its expressions are then those of its rules."""
    return bool(theme.rules) and set(theme.expressions) <= {text for rule in theme.rules for text in rule.all}


def _ruled(theme: Theme, text: str, edges: set[int]) -> Coding | None:
    for rule in theme.rules:
        if places := rule.places(text, edges):
            evidence = tuple(dict.fromkeys(text[start:end] for start, end in places))
            group = theme.expressions.get(evidence[0], theme.groups[0]).id
            return SEPARATOR.join(evidence), group, round(1 - 2.0 ** -len(evidence), 4)
    return None
