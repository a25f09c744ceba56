"""Lists of places, and objects that go on over a comma with more of them or of what an action is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.judgements.actions import Action, actions
from analysis.judgements.place_names import PlaceName, Places
from analysis.judgements.place_partners import CLAUSE_END

_JOINS = re.compile("[、和与及]|以及")
_AND_ALSO = re.compile("[，,](?=以及)")


def with_also(text: str, action: Action, places: Places) -> Action:
    """
    An action with the clause that goes on with its object (支持甲市，以及乙市等发展) or with the places in it
    (治理淮河、海河，太湖、巢湖的污染).

    Examples
    --------
    >>> from analysis.judgements.actions import actions
    >>> text = "支持甲市，以及乙市等发展。"
    >>> with_also(text, actions(text)[0], Places([])).object
    '甲市，以及乙市等发展'
    """
    if not (_AND_ALSO.match(text, action.end) or _lists_on(text, action, places)):
        return action
    stop = CLAUSE_END.search(text, action.end + 1)
    end = stop.start() if stop else len(text)
    return replace(action, object=action.object + text[action.end : end], end=end)


def _lists_on(text: str, action: Action, places: Places) -> bool:
    """Whether an action ends in a list of places and the next clause begins with more of them."""
    if text[action.end : action.end + 1] not in ("，", ",") or "、" not in action.object:
        return False
    listed = places.between(action.start, action.end)
    more = places.around(action.end + 1, action.end + 2)
    if not listed or listed[-1].end != action.end or more is None or more.start != action.end + 1:
        return False
    stop = CLAUSE_END.search(text, more.end)
    return text[more.end : more.end + 1] == "、" and not actions(
        text[more.start : stop.start() if stop else len(text)]
    )


def in_lists(masked: str, near: Sequence[PlaceName]) -> Iterator[list[PlaceName]]:
    """
    Places of a clause in reading order, those together that stand in one list.

    Examples
    --------
    >>> near = [PlaceName("甲市", "prefecture", 0, 2), PlaceName("乙市", "prefecture", 3, 5)]
    >>> [len(one) for one in in_lists("甲市、乙市共建", near)]
    [2]
    """
    listed = list(near[:1])
    for one in near[1:]:
        if not _JOINS.fullmatch(masked, listed[-1].end, one.start):
            yield listed
            listed = []
        listed.append(one)
    if listed:
        yield listed
