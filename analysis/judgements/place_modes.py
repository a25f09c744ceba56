"""
Which way a place's own clause looks, where it says so itself and the sentence looks another way: 将 in a
review, 正在 or 入选 among tasks, what is only listed behind 包括：. The sentence's own mode is left as it is.
"""

from __future__ import annotations

import re

from analysis.judgements.actions import actions
from analysis.judgements.ahead_clauses import looks_ahead
from analysis.judgements.place_names import PlaceName
from analysis.judgements.place_partners import clause_of

_COMES = re.compile("(?<![即行必终势])将(?![军领士近])|明年|下一步")
_HANDS = re.compile(
    "将[^，,；;。]{1,30}(?:列入|纳入|作为|打造成|建设成|建成|变成|转化为|提升为|降[至到]|提高到)"
)
_GOING_ON = re.compile("正在(?!于)|正加[快紧]|正处[在于]|(?<![方改公真更订修纠端])正(?=[以朝])")
_AFTER = re.compile("继[^，,；;。]{1,30}(?:之后|以后|后)")
_NAMED = re.compile("被(?:命名|认定|评|授予|确定|批准|列)为?|获评|荣获|成功入选|^[^，,；;。]{2,30}入选")
_PAST = re.compile(
    "^(?:去年|上年|过去[^，,；;。]{1,4}年|今年(?:前[一二三]|[一二三]季度|上半年)|前[一二三]季|上半年|近年来|[几五]年来)"
)
_DONE = re.compile("(?<![为除少不极])了(?![解望结却然事如])|业已")
_STILL = re.compile("力争|争取|争创|推动|支持|确保|努力|要|助力|申报|推进|鼓励|加快")
_LISTS = re.compile("(?:包括|包含|分别是|分别为)[：:]")


def own_mode(text: str, place: PlaceName, mode: str) -> str:
    """
    The mode of a place: that of its sentence, unless the place's clause says otherwise.

    Examples
    --------
    >>> text = "合肥入选国家试点城市，支持芜湖创建示范区。"
    >>> [own_mode(text, PlaceName(text[at : at + 2], "prefecture", at, at + 2), "forward") for at in (0, 13)]
    ['backward', 'forward']
    """
    begin, end = clause_of(text, place)
    clause = text[begin:end]
    if mode == "backward":
        return "forward" if _is_to_come(clause) else mode
    return _among_tasks(text, place, clause) if mode == "forward" else mode


def _is_to_come(clause: str) -> bool:
    """Whether a clause in a review tells what is to come; 将 that only brings an object tells no time."""
    return bool(_COMES.search(clause)) and not _HANDS.search(clause) and looks_ahead(clause)


def _among_tasks(text: str, place: PlaceName, clause: str) -> str:
    """The mode of a place whose sentence looks ahead."""
    if _is_listed(text, place):
        return "other"
    if _AFTER.search(clause) or (_is_past(clause) and not _is_wanted(clause)):
        return "backward"
    return "situation" if _GOING_ON.search(clause) and not _is_wanted(clause) else "forward"


def _is_past(clause: str) -> bool:
    return any(one.search(clause) for one in (_NAMED, _PAST, _DONE))


def _is_wanted(clause: str) -> bool:
    return bool(_STILL.search(clause)) or looks_ahead(clause)


def _is_listed(text: str, place: PlaceName) -> bool:
    """Whether a place is one of the parts that a sentence lists behind 包括： and nothing more."""
    lists = _LISTS.search(text[: place.start][-300:])
    if lists is None:
        return False
    behind = place.start - min(300, place.start) + lists.end()
    return not actions(text[behind : behind + 600])
