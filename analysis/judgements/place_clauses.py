"""How clauses begin that tell of a place: with it, with a list that it stands in, or with somebody else."""

from __future__ import annotations

import re

from analysis.judgements.action_lists import load_actions
from analysis.judgements.place_names import PlaceName
from analysis.judgements.place_partners import clause_of

_SUBJECT = re.compile(
    "[，,](?P<who>(?![并以对在从向为与将把要进更重着])[一-龥、]{2,12}?)(?:重点|着重|主要)(?=[一-龥])"
)
_UNKNOWN = re.compile("(?![以对在向从与和把将由为经按])(?:[一-龥]{2,4}[、和]){1,6}")
_RELATIVE = re.compile("(?:已|具备|具有|有|处于|位于|地处|正在|尚未|符合)[^，,；;。]{2,24}的")
_WORD = 2  # characters of a verb, at least


def other_subject(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where a clause begins that somebody else is the subject of (…，海珠重点开展…)."""
    verbs = load_actions().verbs
    subjects = _SUBJECT.finditer(text, start, end)
    return next((one for one in subjects if len(verbs.at(text, one.start("who"))) < _WORD), None)


def begins_list(text: str, first: PlaceName) -> bool:
    """Whether a list begins its clause, be it with names that are not known (历下、市中、槐荫等城区，要…)."""
    begin = clause_of(text, first)[0]
    if _RELATIVE.fullmatch(text, begin, first.start):
        return True  # 已形成城市群的京津冀、长三角等区域，要继续…
    acts = len(load_actions().verbs.at(text, begin)) > 1 or load_actions().manners.at(text, begin)
    unknown = _UNKNOWN.fullmatch(text, begin, first.start) if not acts else None
    return begins_clause(text, first) or unknown is not None


def begins_clause(text: str, place: PlaceName) -> bool:
    """
    Whether a clause begins with a place.

    Examples
    --------
    >>> [begins_clause(text, PlaceName("唐山", "prefecture", 2, 4)) for text in ("支持唐山。", "好，唐山。")]
    [False, True]
    """
    before = text[place.start - 1 : place.start]
    return not place.start or before in "，,；;。：:" or text.endswith("——", 0, place.start)


def is_title(text: str, place: PlaceName) -> bool:
    """Whether a place is a title, of which all is told that follows (松江新城：…；…)."""
    return begins_clause(text, place) and text[place.end : place.end + 1] in tuple("：:→")
