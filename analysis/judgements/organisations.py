"""
Organisations that a document names, and in how many sentences they are to act.

A department is a field of government with 委, 局, 厅 or 部 behind it; others are known by name, or end in a
head (大学, 公司) behind a proper name: what has none (各类企业, 医疗机构) is a kind of organisation and none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.columns import evidence, n_of
from analysis.judgements.actors import actor
from analysis.judgements.name_words import Word, words_of
from analysis.judgements.place_mentions import known_words
from analysis.judgements.place_names import PlaceName, PlaceReader, outermost
from analysis.judgements.register_lists import departments, known_organisations, organisation_heads
from analysis.tables import SEPARATOR, Column, Option, build, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from analysis.study import Study

TYPES = (
    "department", "government", "party", "congress", "justice", "military", "mass", "education", "research",
    "health", "company", "culture", "border", "international",
)  # fmt: skip


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


@table(
    "organisations",
    row="an organisation that is named",
    key=("organisation",),
    help="departments, committees, companies, universities … that are named, and where they are to act",
    options=(Option("type", "of this type only", choices=TYPES),),
    columns=(
        Column("organisation", "str", "its name as written", ("organisation", "机构")),
        Column("type", "str", f"one of {', '.join(TYPES)}", ("type", "类型")),
        n_of("times that it is named"),
        Column(
            "as_actor",
            "int64",
            "sentences in which it acts: subject of what is done, or in charge (牵头, 责任单位)",
            ("as actor", "作主体句数"),
        ),
        evidence(),
        Column(
            "actor_ids", "str", "the sentences in which it acts, joined by ' | '", ("acts in", "作主体句")
        ),
    ),
)
def organisations_of(study: Study, *, type: str | None = None) -> pd.DataFrame:
    """Organisations that are named, the most frequent first, and where they are to act."""
    reader = OrganisationReader(*known_words(study))
    named: dict[str, list[str]] = {}
    acting: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    for id_, text, words in words_of(study.tokens, study.counted_sentences):
        found = reader.organisations(text, words)
        actors = actor(text) if found else []
        for one in found:
            named.setdefault(one.name, []).append(id_)
            types.setdefault(one.name, one.type)
            if any(one.name in who for who in actors):
                acting.setdefault(one.name, []).append(id_)
    rows = [
        (
            name,
            types[name],
            len(ids),
            len(set(acting.get(name, ()))),
            _joined(ids),
            _joined(acting.get(name, ())),
        )
        for name, ids in sorted(named.items(), key=lambda item: -len(item[1]))
        if type in (None, types[name])
    ]
    return build("organisations", rows)


def _joined(ids: Iterable[str]) -> str:
    return SEPARATOR.join(dict.fromkeys(ids))
