"""Organisations that a document names, and in how many sentences they are to act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from analysis.columns import evidence, n_of
from analysis.judgements.actors import actor
from analysis.judgements.name_words import words_of
from analysis.judgements.organisation_names import OrganisationReader
from analysis.judgements.place_mentions import known_words
from analysis.tables import SEPARATOR, Column, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_LIST = re.compile(r"[、，,；;：:和与及]|会同|以及")
_BRACKETS = re.compile(r"[（(]([^（）()]{2,200})[）)]")
_CHARGED = re.compile(r"牵头|负责|配合|责任单位|承担|分工")
_SUFFERS = re.compile(r"[获受被经向对给报请按据]")
TYPES = (
    "department", "government", "party", "congress", "justice", "military", "mass", "education", "research",
    "health", "company", "culture", "border", "international",
)  # fmt: skip


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
        actors = [*actor(text), *in_charge(text)] if found else []
        for one in found:
            named.setdefault(one.name, []).append(id_)
            types.setdefault(one.name, one.type)
            if acts(one.name, actors):
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


def in_charge(text: str) -> list[str]:
    """
    Who is in charge or takes part as brackets say it: （省商务厅牵头，合肥海关配合）.

    Examples
    --------
    >>> in_charge("优化通关。（省商务厅牵头，合肥海关按职责分工配合）（见附件）")
    ['省商务厅牵头，合肥海关按职责分工配合']
    """
    return [found[1] for found in _BRACKETS.finditer(text) if _CHARGED.search(found[1])]


def acts(name: str, actors: Iterable[str]) -> bool:
    """
    Whether an organisation is one of those who act, of a list too; who only stands near is not.

    Examples
    --------
    >>> acts("省商务厅", ["省商务厅、合肥海关"]), acts("国务院", ["先后4次获国务院"])
    (True, False)
    """
    listed = [one for who in actors for one in _LIST.split(who)]
    return any(one.startswith(name) or (one.endswith(name) and not _SUFFERS.search(one)) for one in listed)


def _joined(ids: Iterable[str]) -> str:
    return SEPARATOR.join(dict.fromkeys(ids))
