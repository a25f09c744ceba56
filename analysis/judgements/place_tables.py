"""What each place is promised, and what role whose place has or is to have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.columns import SENTENCE_ID, n_of
from analysis.judgements.actions import Action, actions
from analysis.judgements.actors import actor
from analysis.judgements.clauses import closed
from analysis.judgements.place_doubts import MORE, doubt_of
from analysis.judgements.place_likelihood import SURE, chances, properties
from analysis.judgements.place_mentions import PLACE, PLACE_TYPE, home_of
from analysis.judgements.place_modes import own_mode
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_object_lists import with_also
from analysis.judgements.place_objects import told as objects_told
from analysis.judgements.place_promises import promised
from analysis.judgements.role_holders import is_home
from analysis.judgements.role_phrases import roles
from analysis.reading import headings_above
from analysis.tables import SEPARATOR, Column, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

_SHORT = re.compile(r"(?<=[一-龥]{2})[省市区县]$")  # 崇明 in 崇明区
_BUILT = re.compile("建设|打造|创建|建成|[^…]*[成为]")
_FILL = "○"  # of what is closed
_AND = re.compile("[、和与及]")


def places_in(named: pd.DataFrame, starts: Mapping[str, int]) -> dict[str, list[PlaceName]]:
    """The places of each sentence, by its id, with places in the sentence."""
    found: dict[str, list[PlaceName]] = {}
    columns = named[["sentence_id", "start", "end", "place", "type"]]
    for id_, start, end, name, type_ in columns.itertuples(index=False, name=None):
        found.setdefault(id_, []).append(PlaceName(name, type_, start - starts[id_], end - starts[id_]))
    return found


def is_reliable(rows: pd.DataFrame) -> pd.Series:
    """
    Whether each row tells of a place something that is likely so, and nothing in its sentence speaks
    against it, later clauses that may tell more aside. What looks back has no chance.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"likely": [0.9, 0.9, 0.9, 0.8], "doubt": ["", "more", "inside", ""]})
    >>> is_reliable(rows).tolist()
    [True, True, False, False]
    """
    return (rows["likely"] >= SURE) & rows["doubt"].isin(("", MORE))


def _unshown(study: Study, *, all_rows: bool = False) -> str:
    """How many rows are not shown, and what gives them."""
    every = study.table("places", all_rows=True)
    kept = int(is_reliable(every).sum())
    if all_rows or kept == len(every):
        return ""
    return (
        f"{kept} of {len(every)} rows are shown, those that promise something with a chance of {SURE:g} or "
        "more of being so and no doubt; --all-rows gives the others too."
    )


@table(
    "places",
    row="a place in a sentence",
    key=("sentence_id", "place"),
    help="places with what their sentence promises, in the rows to rely on: role, actions, how firmly",
    left_out=_unshown,
    options=(
        Option(
            "all_rows",
            f"also rows with a chance below {SURE:g} or a doubt, and places that are promised nothing",
            kind=bool,
            default=False,
        ),
    ),
    columns=(
        SENTENCE_ID,
        PLACE,
        PLACE_TYPE,
        n_of("times that the sentence names it"),
        Column(
            "mode",
            "str",
            "forward, backward, situation or other: the sentence's, or what the place's own clause says",
            ("mode", "语式"),
        ),
        Column("role", "str", "what it is to be (核心节点, 门户), joined by ' | '", ("role", "定位")),
        Column(
            "actions",
            "str",
            "verb:object of the clauses that it stands in, of a forward sentence, joined by ' | '",
            ("actions", "行动"),
        ),
        Column("strength", "int64", "of the sentence, 1 to 3; 0 = not forward", ("strength", "力度")),
        Column("has_target", "bool", "the sentence can be checked", ("checkable", "可核查")),
        Column(
            "doubt",
            "str",
            "why the row may be wrong: unsaid (nothing is told of it), class (a kind of places: 革命老区), "
            "aim (what another is to be), apart (no action names it: the promise stands elsewhere), "
            "inside (the name stands in a longer phrase: 洛阳云计算应用), cut (a word stands before it), "
            "joined (和, 的 behind it), again (named twice), more (later clauses may be about it too)",
            ("doubt", "存疑"),
        ),
        Column(
            "likely",
            "float64",
            "estimated probability that all that the row says is so, learned from rows of other reports "
            "that language models judged; empty where it does not look ahead",
            ("chance", "可信度"),
        ),
        Column(
            "whole",
            "float64",
            "estimated probability that it is so and no role or promise of the place is missing",
            ("whole", "完整度"),
        ),
    ),
)
def places_of(study: Study, *, all_rows: bool = False) -> pd.DataFrame:
    """What places are promised, and what they are to be, in the rows to rely on; or all that are named."""
    if not all_rows:
        every = study.table("places", all_rows=True)
        return every[is_reliable(every)].reset_index(drop=True)
    sentences = study.counted_sentences.merge(study.commitments(), on="sentence_id")
    names = study.table("place_names")
    here = places_in(names, sentences.set_index("sentence_id")["start"].to_dict())
    home, level = home_of(study.document)
    told = of_home(sentences, headings_above(study.document), others_of(names, home))
    ours = {id_ for id_, _, _, at_home in told if at_home and level != "national"}
    columns = sentences[["sentence_id", "text", "mode", "strength", "has_target"]]
    rows = (
        row
        for id_, text, mode, strength, target in columns.itertuples(index=False, name=None)
        if id_ in here
        for row in _promised(id_, text, here[id_], (home, id_ in ours), mode, (strength, target))
    )
    return build("places", rows)


def _promised(
    id_: str,
    text: str,
    places: Sequence[PlaceName],
    whose: tuple[str, bool],  # the document's place, and whether a role of nobody else's is its
    mode: str,
    firm: tuple[int, bool],
) -> Iterator[tuple[Any, ...]]:
    home, is_ours = whose
    masked, here = closed(text), Places(places)
    modes = {one: own_mode(masked, one, mode) for one in places}
    ahead = "forward" in modes.values()
    done = [with_also(masked, one, here) for one in actions(text)] if ahead else []
    given, made = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    mine = defaultdict(list)
    told = roles(text, places, home)
    own = {place.name for place in places if is_ours and is_home(place, home)}
    for role in told:
        for holder in role.holders or own:
            given[holder].append(role.role)
            made[holder] += [f"{role.verb}:{role.role}"] if _BUILT.fullmatch(role.verb) else []
    for place in here.all:
        mine[place.name].append(place)
    for name, found in mine.items():
        looks = _together([modes[one] for one in found], mode)
        dealt = [
            promised(masked, one, here, told, done, home) for one in found if modes[one] == looks == "forward"
        ]
        acted = [
            _opened(text, masked, action).written
            for actions_ in dealt
            for action in (actions_ if made[name] else objects_told(masked, actions_, here.all))
        ]
        if looks == "forward":
            acted = _with_made(acted, made[name], mine)
        kept = (SEPARATOR.join(dict.fromkeys(cell)) for cell in (given[name], acted))
        doubt = doubt_of(text, found, acted, role=bool(given[name]), told=looks)
        known = properties(text, found, acted, role=bool(given[name]), doubt=doubt)
        told_so = chances(known) if looks == "forward" else (nan, nan)
        yield (id_, name, found[0].type, len(found), looks, *kept, *firm, doubt, *told_so)


def _with_made(acted: Sequence[str], made: Sequence[str], names: Collection[str]) -> list[str]:
    """
    What a place is promised: what it is made into where nothing else is told (支持甲市建枢纽，乙市建中心),
    or nothing but names (将上海打造成为枢纽: not 打造:上海).
    """
    bare = [one for one in acted if any(_leads(one, role, names) for role in made)]
    told = [one for one in acted if one not in bare]
    return told if told and not bare else [*told, *made]


def _leads(action: str, made: str, names: Collection[str]) -> bool:
    """Whether an action names by the verb of a role only what gets it: 打造:上海 before 打造成:枢纽."""
    verb, _, what = action.partition(":")
    same = made.startswith(verb) and (verb[-1:] in ("成", "为") or not made.startswith(f"{verb}:"))
    return same and all(part in names for part in _AND.split(what))


def _opened(text: str, masked: str, action: Action) -> Action:
    """An action whose object was taken from a closed text, with what stands inside its marks."""
    at = masked.find(action.object, action.start) if _FILL in action.object else -1
    return action if at < 0 else replace(action, object=text[at : at + len(action.object)])


def _together(modes: Sequence[str], mode: str) -> str:
    """The mode of a place that a sentence names several times: the sentence's where one of them has it."""
    return mode if mode in modes else modes[0]


def others_of(names: pd.DataFrame, home: str) -> frozenset[str]:
    """The names of places that are neither the document's own nor a region around it."""
    inner = {_SHORT.sub("", name) for name in names[names["type"] != "region"]["place"]}
    return frozenset(name for name in inner if not home.startswith(name) and len(name) > 1)


def of_home(
    sentences: pd.DataFrame, above: Callable[[int], Sequence[str]], others: frozenset[str]
) -> Iterator[tuple[str, str, str, bool]]:
    """
    Id, text and mode of each sentence, and whether a role without a holder can be the document's place's:
    not under a heading that names another, nor where somebody else acts.
    """
    columns = sentences[["sentence_id", "text", "mode", "start"]]
    for id_, text, mode, start in columns.itertuples(index=False, name=None):
        heading = "".join(above(int(start))[-1:])
        elsewhere = any(name in heading for name in others) or bool(actor(text))
        yield id_, text, mode, not elsewhere
