"""Where expressions of a theme stand in a text, as whole words or inside longer ones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING

from analysis.columns import EXPRESSION, OFFSETS, SENTENCE_ID, SUBTHEME, THEME_ID
from analysis.judgements.register_lists import bare_departments, departments
from analysis.judgements.theme_rules import LONG
from analysis.reading import contexts
from analysis.tables import Column, build, require, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.judgements.theme_files import Theme
    from analysis.study import Study


def occurrences(theme: Theme, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """
    Every place where an expression of `theme` stands, in reading order, overlapping ones included.

    Columns: ``sentence_id``, ``start``, ``end`` (offsets in the document's text), ``expression``,
    ``subtheme`` (the group's id), ``whole`` (False where it stands only inside a longer word) and
    ``longest`` (False inside a longer expression of the theme that stands there whole). Places inside one
    of the theme's exclusions, or inside a department's name (信息化 in 工业和信息化厅), are left out.
    """
    require(sentences, "sentences", ["sentence_id", "start", "text"])
    require(tokens, "tokens", ["sentence_id", "start", "end"])
    edges = {*tokens["start"].tolist(), *tokens["end"].tolist()}
    expressions = theme.expressions
    begin = _by_beginning(expressions)
    rows = [
        (id_, start, end, text, expressions[text].id, whole, longest)
        for id_, offset, sentence in zip(
            sentences["sentence_id"], sentences["start"], sentences["text"], strict=True
        )
        for start, end, text, whole, longest in _places(theme.excludes, begin, sentence, offset, edges)
    ]
    return build("occurrences", rows)


def sought(theme: Theme, sheet: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    The sentences in which a theme is looked for: all, or those near its word where it is of another place.

    `sheet` is what stands around each sentence (``reading.contexts``).
    """
    if not theme.near_word:
        return sentences
    around = sheet["text"] + "\n" + sheet["heading"] + "\n" + sheet["top_heading"]
    near = sheet.loc[around.str.contains(theme.word, regex=False), "sentence_id"]
    return sentences[sentences["sentence_id"].isin(near)]


def _by_beginning(expressions: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in expressions:
        found.setdefault(text[0], []).append(text)
    return found


def _places(
    excludes: Iterable[str], begin: Mapping[str, list[str]], sentence: str, offset: int, edges: set[int]
) -> Iterator[tuple[int, int, str, bool, bool]]:
    excluded = _reach([*_excluded(excludes, sentence), *_bodies(sentence)])
    found = [
        (*match.span(), text)
        for first in begin.keys() & set(sentence)
        for text in begin[first]
        if text in sentence
        for match in re.finditer(re.escape(text), sentence)
        if not _inside(match.span(), excluded)
    ]
    whole = {
        (start, end)
        for start, end, _ in found
        if offset + start in edges and (end - start >= LONG or offset + end in edges)
    }
    reach = _reach(whole)
    for start, end, text in sorted(found, key=lambda place: (place[0], -place[1])):
        is_whole = (start, end) in whole
        longest = is_whole and not _inside((start, end), reach, itself=False)
        yield offset + start, offset + end, text, is_whole, longest


def _excluded(excludes: Iterable[str], sentence: str) -> Iterator[tuple[int, int]]:
    for text in excludes:
        if text in sentence:
            yield from (match.span() for match in re.finditer(re.escape(text), sentence))


def _bodies(sentence: str) -> Iterator[tuple[int, int]]:
    """Names of departments: what they are charged with is not what the sentence speaks of."""
    for pattern in (departments(), bare_departments()):
        yield from (match.span() for match in pattern.finditer(sentence))


def _reach(spans: Iterable[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Spans by where they begin, the longest first, and how far those up to each one reach."""
    ordered = sorted((start, -end) for start, end in spans)
    return ordered, list(accumulate((-end for _, end in ordered), max))


def _inside(
    span: tuple[int, int], others: tuple[list[tuple[int, int]], list[int]], *, itself: bool = True
) -> bool:
    """Whether a span lies within one of others (`itself`: the same span counts), found by halving."""
    ordered, reach = others
    at = (bisect_right if itself else bisect_left)(ordered, (span[0], -span[1]))
    return at > 0 and reach[at - 1] >= span[1]


@table(
    "occurrences",
    row="a place where an expression of a theme stands",
    key=("start", "expression"),
    help="every place where an expression of a theme stands",
    options=(THEME_ID,),
    columns=(
        SENTENCE_ID,
        *OFFSETS,
        EXPRESSION,
        SUBTHEME,
        Column("whole", "bool", "false where it stands only inside a longer word", ("whole word", "整词")),
        Column(
            "longest",
            "bool",
            "false inside a longer expression of the theme that stands there whole",
            ("longest", "最长"),
        ),
    ),
)
def occurrences_of(study: Study, theme: str) -> pd.DataFrame:
    """Every place where an expression of a theme stands."""
    one, sentences = study.theme(theme), study.counted_sentences
    return occurrences(one, sought(one, contexts(study.document, sentences), sentences), study.tokens)
