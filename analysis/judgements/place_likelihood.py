"""
How likely a row of the table of places is right, by how its sentence is written.

Readers judged rows of more than a hundred reports, most of cities and provinces, that no rule had been
made from before. From what they found right and wrong a logistic regression learns over plain properties
of a row (its type, its doubt, the verb, the character behind the name, how the clause goes on) two
things: whether all that the row says is so (`true`), and whether nothing lacks either (`whole`). The
weights stand in ``corpus/weights/places.tsv``; ``python -m tests.gold.place_likelihood`` learns them anew
and tells what they are worth on reports left out. Of places that are not told of ahead too few were
judged: nothing is foretold of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from analysis.judgements.register_lists import divisions, regions, short_divisions
from analysis.resources import folder

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.judgements.place_names import PlaceName

BIAS = "1"
SURE = 0.87  # from here on rows are shown as those to rely on: see README for how many of them are true
_PARTS = re.compile("[；;。]")
_CLAUSES = re.compile("[，；;。]")
_LENGTHS = (12, 24, 40)  # characters of the longest object
_SENTENCES = (60, 120, 200)  # characters of a sentence


def properties(
    text: str, found: Sequence[PlaceName], acted: Sequence[str], *, role: bool, doubt: str
) -> list[str]:
    """
    What is known of a row that looks ahead: `found` are the place's mentions, `acted` its actions.

    Examples
    --------
    >>> from analysis.judgements.place_names import PlaceName
    >>> here = [PlaceName("洛阳", "prefecture", 2, 4)]
    >>> known = properties("推进洛阳建设。", here, ["推进:洛阳建设"], role=False, doubt="")
    >>> "verb=推进" in known, "next=建" in known, "clauses=1" in known
    (True, True, True)
    """
    place = found[0]
    verb, _, _ = acted[0].partition(":") if acted else ("-", "", "")
    next_ = text[place.end : place.end + 1].strip()
    plain = [BIAS, f"type={place.type}", f"doubt={doubt}", f"kind={_kind(place)}"]
    plain += [f"verb={verb}", f"next={next_}", f"tail={place.name[-1:]}", f"size={min(len(place.name), 8)}"]
    plain += [f"actions={min(len(acted), 3)}", *["role"] * role, *["again"] * (len(found) > 1)]
    return [*plain, *_of_objects(place.name, acted), *_of_clauses(text, place)]


def _kind(place: PlaceName) -> str:
    """By which list a name is known, if by any."""
    lists = (("full", divisions()), ("short", short_divisions()), ("region", regions()))
    known = next((kind for kind, names in lists if place.name in names.values), "")
    return known or ("headed" if short_divisions().at(place.name, 0) else "none")


def _of_objects(name: str, acted: Sequence[str]) -> Iterator[str]:
    objects = [one.partition(":")[2] for one in acted]
    longest = max(map(len, objects), default=0)
    yield f"object={sum(longest > length for length in _LENGTHS)}"
    told = {
        "named": any(name in one for one in objects),
        "begins": any(one.startswith(name) for one in objects),
        "listed": any("、" in one for one in objects),
        "first": any(one.startswith(f"{name}、") for one in objects),
        "quoted": any("“" in one for one in objects),
    }
    yield from (what for what, is_so in told.items() if is_so)


def _of_clauses(text: str, place: PlaceName) -> Iterator[str]:
    begin = max((at.end() for at in _PARTS.finditer(text, 0, place.start)), default=0)
    before, clauses = text[begin : place.start].count("，"), len(_CLAUSES.findall(text.rstrip("。"))) + 1
    more = "，" in _PARTS.split(text[place.end :], maxsplit=1)[0]
    yield f"place={'first' if not before else 'later'}{'+' if more else ''}"
    yield f"clauses={clauses if clauses < 3 else '3' if clauses < 5 else '5'}"
    yield f"sentence={sum(len(text) > length for length in _SENTENCES)}"


@cache
def load_weights(path: Path | None = None) -> Mapping[str, Mapping[str, float]]:
    """The weights of each property, for `true` and `whole`, in ``places.tsv`` or a file of that form."""
    lines = (path or folder("corpus") / "weights" / "places.tsv").read_text(encoding="utf-8").splitlines()
    names, *rows = (line.split("\t") for line in lines)
    return {name: {row[0]: float(row[at]) for row in rows} for at, name in enumerate(names[1:-1], 1)}


def likely(known: Sequence[str], weights: Mapping[str, float]) -> float:
    """
    The share of rows with these properties that readers find right, estimated.

    Examples
    --------
    >>> round(likely(["1", "a"], {"1": 0.0, "a": 2.0}), 2)
    0.88
    """
    return 1 / (1 + exp(-sum(weights.get(one, 0.0) for one in known)))


def chances(known: Sequence[str]) -> tuple[float, float]:
    """
    How likely all that a row says is so, and how likely nothing lacks either, to two places.

    Examples
    --------
    >>> true, whole = chances(["1", "doubt=", "verb=推进", "named"])
    >>> true > whole
    True
    """
    weights = load_weights()
    true = likely(known, weights["true"])
    return round(true, 2), round(min(true, likely(known, weights["whole"])), 2)
