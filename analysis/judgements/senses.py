"""
What a name refers to each time that it stands: 虹桥 as a strategy, an airport, a district, a street, a brand.

Each occurrence is taken with the longest name around it (a place, an organisation, a term, a quotation), and
what the rest of that name says tells the sense. A name that stands by itself is the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from analysis.columns import OFFSETS, SENTENCE_ID
from analysis.judgements.action_lists import read_rows
from analysis.judgements.name_words import words_of
from analysis.judgements.organisation_names import OrganisationReader
from analysis.judgements.place_mentions import known_words
from analysis.judgements.place_names import PlaceReader
from analysis.judgements.quotes import quotes
from analysis.judgements.register_lists import home
from analysis.tables import Column, InputProblem, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_STREET = re.compile(r"[东西南北中]?[路街](?!径|线|网|演)")
_PLACE = "place"  # a name by itself
_OTHER = "other"
_LONGEST = 20  # characters of a quotation that is a name


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = read_rows(home() / "senses.tsv", ("sense", "within"))
    return tuple((row["sense"], re.compile(row["within"])) for row in rows)


def sense_of(name: str, whole: str) -> str:
    """
    What `name` refers to inside the longer name `whole`.

    Examples
    --------
    >>> for whole in ("虹桥国际开放枢纽", "虹桥机场", "虹桥商务区", "虹桥路", "虹桥国际人才港", "虹桥"):
    ...     print(sense_of("虹桥", whole), end=" ")
    strategy airport district street talent place
    """
    if whole == name:
        return _PLACE
    rest = whole.partition(name)[2]
    if _STREET.match(rest):  # 延安西路-虹桥路时尚文化集聚带
        return "street"
    rest = whole.replace(name, "", 1)
    return next((sense for sense, pattern in _patterns() if pattern.search(rest)), _OTHER)


def longest(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The longest of some spans around a place, itself where none is."""
    around = [one for one in spans if one[0] <= start and one[1] >= end]
    return max(around, key=lambda one: one[1] - one[0], default=(start, end))


def _names(study: Study) -> Iterator[tuple[str, int, str, list[tuple[int, int]]]]:
    """Each sentence with its start, text and the spans of the names in it."""
    known = known_words(study)
    readers = (PlaceReader(*known).places, OrganisationReader(*known).organisations)
    begin = study.counted_sentences.set_index("sentence_id")["start"].to_dict()
    terms: dict[str, list[tuple[int, int]]] = {}
    tokens = study.tokens[["sentence_id", "term_start", "term_end"]].dropna()
    for id_, start, end in tokens.itertuples(index=False, name=None):
        terms.setdefault(id_, []).append((int(start) - begin[id_], int(end) - begin[id_]))
    for id_, text, words in words_of(study.tokens, study.counted_sentences):
        spans = [(one.start, one.end) for read in readers for one in read(text, words)]
        marked = [(one.start, one.end) for one in quotes(text) if one.end - one.start <= _LONGEST]
        yield id_, int(begin[id_]), text, [*spans, *marked, *terms.get(id_, [])]


@table(
    "senses",
    row="a place where a name stands",
    key=("start",),
    help="what a name refers to each time: a strategy, an airport, a district, a street, a brand …",
    options=(Option("of", "the name: 虹桥", required=True, metavar="NAME"),),
    columns=(
        SENTENCE_ID,
        *OFFSETS,
        Column("whole", "str", "the longest name around it", ("in the name", "所在名称")),
        Column(
            "sense",
            "str",
            "as corpus/registers/senses.tsv has them; place = the name by itself; other",
            ("refers to", "所指"),
        ),
    ),
)
def senses_of(study: Study, *, of: str) -> pd.DataFrame:
    """What a name refers to each time that it stands."""
    if not of.strip():
        raise InputProblem("of must be a name, such as 虹桥; nothing came. Name one.")
    return build("senses", _occurrences(study, of.strip()))


def _occurrences(study: Study, name: str) -> Iterator[tuple[object, ...]]:
    for id_, begin, text, spans in _names(study) if name in study.document.text else ():
        for found in re.finditer(re.escape(name), text):
            start, end = longest(spans, *found.span())
            whole = text[start:end]
            yield id_, begin + found.start(), begin + found.end(), whole, sense_of(name, whole)
