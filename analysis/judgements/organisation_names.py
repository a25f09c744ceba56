"""
Names of organisations in a sentence: departments, bodies of party and state, companies, universities.

A department is a field of government with 委, 局, 厅 or 部 behind it; others are known by name, or end in a
head (大学, 公司) behind a proper name: what has none (各类企业, 医疗机构) is a kind of organisation and none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.judgements.name_words import Word
from analysis.judgements.place_names import PlaceName, PlaceReader, outermost
from analysis.judgements.register_lists import departments, known_organisations, organisation_heads


class OrganisationReader(PlaceReader):
    """Finds the organisations of a sentence; `terms` and `common` as for places."""

    own_tags = ("nt", "nz", "ns")
    also_proper = frozenset(("中国", "中华", "国际"))

    def __init__(self, terms: Iterable[str] = (), common: Iterable[str] = ()) -> None:
        super().__init__(terms, common, organisation_heads())

    def organisations(self, text: str, words: Sequence[Word]) -> list[PlaceName]:
        """The organisations that a sentence names, none inside another, in their order."""
        merged = list(self.merged(text, words))
        edges = ({word.start for word in words}, {word.end for word in words})
        found = [*self.headed(text, merged), *_departments(text), *_known(text, *edges)]
        return [one for one in outermost(found) if not _is_kind(one.name)]


def _is_kind(name: str) -> bool:
    """Whether a name is what any organisation of a kind is called."""
    return name.startswith(("中国特色", "国际组织", "中国组织")) or name in organisation_heads().types


def _departments(text: str) -> Iterator[PlaceName]:
    for found in departments().finditer(text):
        yield PlaceName(found[0], "department", *found.span())


def _known(text: str, starts: set[int], ends: set[int]) -> Iterator[PlaceName]:
    known = known_organisations()
    for at in sorted(starts):
        name = known.at(text, at)
        if name and at + len(name) in ends:
            yield PlaceName(name, known.values[name], at, at + len(name))
