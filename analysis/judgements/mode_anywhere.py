"""What decides the mode of a sentence whatever heading it stands under, or under any but a review's."""

from __future__ import annotations

import re

from analysis.judgements.list_forms import is_entry, is_lead, is_row
from analysis.judgements.mode_evidence import Evidence, Judged
from analysis.judgements.mode_forms import (
    consists,
    is_formal,
    is_maxim,
    is_parallel,
    is_proven,
    is_saying,
    is_slogan,
    is_truth,
    shows,
)
from analysis.judgements.mode_marks import Mode
from analysis.judgements.portraits import portrays
from analysis.judgements.prospects import expects, explains_figure, key_stage, stands_for
from analysis.judgements.standings import stands
from analysis.judgements.stated_goals import explains_goal, names_duty, sets_goals

_REQUIRED = re.compile(  # 保持稳定，是复兴的必然要求: what something is, though it begins with a verb
    r"[，,](?:也|正|就|都|既|更)?是[^，,；;。]{2,40}(?:要求|关键|之义|保证|前提|基础|根本|途径|之路|之举|所在|标志|选择|问题|大事)[。！]?$|是[^。]{4,90}的一年[。！]?$"
)
BOUND = re.compile(r"必须|务必|应当|一定要|我们要|(?<![需只主重首紧必简])要(?=[\u4e00-\u9fff]{2})")
_INSPECTS = re.compile(r"(?:^|[，,；;])查[^，,；;。]{1,12}是否")  # 第一，查责任是否落实


def told_anywhere(text: str, place: str, seen: Evidence, before: Mode | None = None) -> Judged | None:
    """
    The mode that a sentence has by its form or by what it says of things, wherever it stands.

    Examples
    --------
    >>> from analysis.judgements.mode_evidence import evidence_in
    >>> from analysis.judgements.mode_marks import load_marks
    >>> text, marks = "该区水质优良。", load_marks()
    >>> told_anywhere(text, "forward", evidence_in(text, marks)).mode
    'situation'
    """
    if mark := seen.first("other"):
        return Judged("other", mark)
    if is_slogan(text) or (is_saying(text) and not seen.acts) or _only_lists(text, seen):
        return Judged("other")
    judged = explains_goal(text) or explains_figure(text) or expects(seen.masked)
    if mark := judged or stands(text, review=place == "backward"):
        return Judged("situation", mark)
    if place != "backward" and (told := _outside_review(text, seen, before)):
        return told
    if is_formal(text, seen.masked) or (place == "forward" and is_maxim(seen.text) and not seen.acts):
        return Judged("other")
    mark = seen.reversed or seen.short
    return Judged("situation", mark) if mark else None


def _only_lists(text: str, seen: Evidence) -> bool:
    """Whether it is a row, an entry or the lead of a list, and says no more."""
    entry = not (seen.told or seen.opens) and is_entry(text, acts=seen.acts)
    return entry or is_row(text) or is_lead(text)


def _outside_review(text: str, seen: Evidence, before: Mode | None) -> Judged | None:
    """What is held to be so, what a time to come is, and what is wanted, where nothing is reviewed."""
    if mark := portrays(text, behind=before == "situation"):
        return Judged("situation", mark)
    if is_parallel(text) or consists(text) or (shows(seen.masked) and not seen.first("forward")):
        return Judged("other")
    held = _REQUIRED.search(seen.masked) or is_truth(seen.masked) or is_proven(seen.masked)
    if held and not BOUND.search(seen.masked):
        return Judged("other", "是")
    if _INSPECTS.search(seen.masked):
        return Judged("forward", "查")
    if mark := key_stage(text):
        return Judged("situation", mark)
    mark = "" if seen.first("backward") else stands_for(seen.masked)
    mark = mark or sets_goals(text) or names_duty(seen.masked)
    return Judged("forward", mark) if mark else None
