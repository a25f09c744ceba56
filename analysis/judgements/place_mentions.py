"""Every place that a document names, where it names it; and the place that the document is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from analysis.columns import OFFSETS, SENTENCE_ID
from analysis.judgements.name_words import words_of
from analysis.judgements.organisation_names import OrganisationReader
from analysis.judgements.place_names import PlaceName, PlaceReader, Places
from analysis.judgements.register_lists import divisions, provinces_of, short_divisions
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document
    from analysis.study import Study

Level = Literal["national", "provincial", "city", "district", ""]
_LEVELS: dict[str, Level] = {"province": "provincial", "prefecture": "city", "county": "district"}
_GOVERNED = re.compile(
    r"(?:中共|中国共产党)?(?P<place>[一-龥]{1,5}[省市区县州])(?:委|人民政府|人大|人民代表大会|国民经济)"
)
_BY_NAME: dict[str, Level] = {
    "省": "provincial",
    "市": "city",
    "州": "city",
    "区": "district",
    "县": "district",
}
_NATIONAL = ("国务院", "中共中央", "中国共产党中央", "全国人民代表大会", "党中央")

PLACE = Column("place", "str", "the place's name as written", ("place", "地方"))
_COMMON = frozenset(("朝阳", "大同", "中山"))  # cities that many a locality elsewhere is called like
PLACE_TYPE = Column(
    "type",
    "str",
    "province, prefecture, county; division (a town, a subdistrict), region (a part of a country or "
    "province), zone (a new area, park of industry, base), corridor (a belt, a line of traffic between "
    "places, an expressway), hub (a port, airport, station), street, water, park, area (of no clear kind: "
    "虹桥)",
    ("type", "类型"),
)


def home_of(document: Document) -> tuple[str, Level]:
    """
    The place that a document is of, by its issuer or title, and the level of government; empty when unknown.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> home_of(read_text("中共上海市长宁区委关于规划的建议\\n一、目标\\n改善民生。", id="x"))
    ('长宁区', 'district')
    """
    for told in (document.issuer, document.title):
        if found := list(_named(told)):
            name, level = found[-1]
            return name, "city" if name.endswith("市") and level == "county" else _LEVELS[level]
        if other := _GOVERNED.match(told):  # of a place that no list has
            return other["place"], _BY_NAME[other["place"][-1]]
        if any(told.startswith(body) for body in _NATIONAL):
            return "", "national"
    return "", "national" if document.title.startswith("中国共产党") else ""


def _named(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        full = divisions().at(text, at)
        name = full or short_divisions().at(text, at)
        if name and (full or text[at + len(name) : at + len(name) + 1] not in _BY_NAME):
            yield name, (divisions() if full else short_divisions()).values[name]
        at += len(name) or 1


def confirmed(found: Sequence[tuple[str, PlaceName]]) -> Iterator[tuple[str, PlaceName]]:
    """The places without those parts of names (虹桥) that begin no name of the document (虹桥商务区)."""
    begun = {name.name[:size] for _, name in found if name.type != "area" for size in (2, 3, 4)}
    for id_, place in found:
        if place.type != "area" or place.name in begun:
            yield id_, place


def outside(places: Sequence[PlaceName], bodies: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The places that are no part of the name of an organisation (上海期货交易所)."""
    named = Places(bodies)
    for place in places:
        body = named.around(place.start, place.end)
        if body is None or body.name == place.name:
            yield place


def of_this_province(places: Sequence[PlaceName], home: str) -> Iterator[PlaceName]:
    """
    The places without short names of counties in other provinces than the document's, which are something
    local then (浮山 is a hill in 青岛), unless the sentence names that province or a city in it. A city whose
    name is common is a locality there, too (朝阳 in 南昌).

    Examples
    --------
    >>> hill, county = PlaceName("浮山", "county", 2, 4), PlaceName("山西", "province", 0, 2)
    >>> [len(list(of_this_province(places, "青岛市"))) for places in ([hill], [county, hill])]
    [0, 2]
    """
    ours = provinces_of(home)
    told = {
        one
        for place in places
        if place.type in ("province", "prefecture") and place.name not in _COMMON
        for one in provinces_of(place.name)
    }
    for place in places:
        foreign = bool(ours) and not provinces_of(place.name) & (ours | told)
        if foreign and place.name in _COMMON:
            yield replace(place, type="area")
        elif not (foreign and place.type == "county" and place.name in short_divisions().values):
            yield place


def known_words(study: Study) -> tuple[list[str], set[str]]:
    """The terms of a study's lexicon that are places, and its words that are no proper names."""
    lexicon = study.lexicon
    places = [term for term, type_ in lexicon.terms.items() if type_ == "place"]
    others = {term for term, type_ in lexicon.terms.items() if type_ not in ("place", "org")}
    return places, {*lexicon.stop_words, *lexicon.generic, *others}


@table(
    "place_names",
    row="a place where a place is named",
    key=("sentence_id", "start"),
    help="every place, zone, corridor, hub, street and river that is named, where it is named",
    columns=(SENTENCE_ID, *OFFSETS, PLACE, PLACE_TYPE),
)
def place_names_of(study: Study) -> pd.DataFrame:
    """Every place that is named, where it is named."""
    known = known_words(study)
    reader, others = PlaceReader(*known), OrganisationReader(*known)
    home = home_of(study.document)[0]
    found = [
        (id_, place)
        for id_, text, words in words_of(study.tokens, study.counted_sentences)
        for named in [reader.places(text, words)]
        for place in of_this_province(list(outside(named, others.organisations(text, words))), home)
    ]
    begin = study.counted_sentences.set_index("sentence_id")["start"].to_dict()
    rows = (
        (id_, begin[id_] + one.start, begin[id_] + one.end, one.name, one.type)
        for id_, one in confirmed(found)
    )
    return build("place_names", rows)
