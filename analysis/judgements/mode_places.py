"""What a place in a document is by its headings: a review, a diagnosis, or what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import load_actions
from analysis.judgements.actions import opening
from analysis.judgements.mode_marks import Marks, found, load_marks
from analysis.judgements.worth import WORTH
from analysis.reading import headings_above

if TYPE_CHECKING:
    from analysis.reading import Document

_FORWARD_KINDS = frozenset(("plan", "programme", "proposal", "notice", "regulation", "opinions", "decision"))
_REVIEWING = "work report"
_WAYS = ("backward", "forward")
_ARTICLE = re.compile(r"^[ \u3000]*第[一二三四五六七八九十百零〇\d]{1,5}条(?![例款])", re.MULTILINE)
_SURROUNDINGS = ("发展环境",)  # which a heading may be out to better
_TOPICS = ("政府自身建设",)  # with which tasks end, and reviews sometimes
_CRITERIA = re.compile(  # headings of what applicants must be or bring: 申报条件, 申请材料
    "(?:申报|申请|遴选|评选|认定|准入|报名|入选|推荐|补贴|扶持|奖励|资助|支持|录取|入学|报考)(?:对象)?(?:的?基本)?(?:和|及|与)?(?:条件|材料|资料|资格|要件)$"
)
CRITERIA = "criteria"  # the place below one
_AIMED = re.compile(
    "(?:取得|实现)(?:更大|更多)?的?新的?(?:更大)?(?:成效|进展|突破|成绩|成就)"
)  # once reached
_AIMED_IN = re.compile("(?:努力|力争|着力)?在[^，。；]{2,30}上(?:努力|力争)?(?:取得|实现)")
_YEAR_OF_WORK = re.compile(r"(20\d\d)年(?:政府|全[省市区县]|我[省市区县]|我们)?的?(?:主要)?工作$")
_BOTH = re.compile(  # 当前形势和2018年重点工作
    r"形势[^，。；]{0,8}[和与及、](?:20\d\d|二[〇○零]..|今|明)年[^，。；]{0,16}(?:工作|任务|安排|部署|目标|要求)"
)
_ARTICLES = 3  # of a text that is rules, be they attached to a notice


def place_of(titles: Iterable[str], marks: Marks | None = None) -> tuple[str, str]:
    """
    What a place is by its headings, the nearest first: the mode of its sentences, and the mark.

    A heading that speaks of two (成就和今后的任务) says neither. New results below a heading of tasks are
    aims, and so are those that begin with where they shall be reached (在改革上取得新成效).

    Examples
    --------
    >>> place_of(["推进改革", "过去五年工作回顾"]), place_of(["成就和今后的任务"])
    (('backward', '回顾'), ('', ''))
    >>> place_of(["改革取得新成效", "今年任务"]), place_of(["改革取得新成效"])
    (('forward', '任务'), ('backward', '新成效'))
    >>> place_of(["政府自身建设不断加强", "过去五年工作回顾"]), place_of(["加强政府自身建设"])
    (('backward', '回顾'), ('forward', '政府自身建设'))
    """
    marks = load_marks() if marks is None else marks
    nearest_first = list(titles)
    for at, title in enumerate(nearest_first):
        if criteria := _CRITERIA.search(title):
            return CRITERIA, criteria[0]
        told = {mode: mark for _, mark, mode in found(marks.headings, title)}
        if "backward" in told and _does(title):
            del told["backward"]  # 夯实发展基础 is no review
        if "backward" in told and _is_aim(title, nearest_first[at + 1 :], marks):
            del told["backward"]
        if told.get("forward") in _TOPICS and place_of(nearest_first[at + 1 :], marks)[0] == "backward":
            del told["forward"]  # below a review 政府自身建设 is reviewed
        if told.get("situation") in _SURROUNDINGS and _does(title):
            del told["situation"]  # 优化人才发展环境 is a task
        if "forward" in told and ("backward" in told or told.get("situation") in WORTH):
            return "", ""
        if "forward" in told and _BOTH.search(title):
            del told["situation"]  # below 当前形势和2018年重点工作 most is to be done
        for mode in ("situation", "forward", "backward"):
            if mode in told:
                return mode, told[mode]
    return "", ""


def _is_aim(title: str, above: Sequence[str], marks: Marks) -> bool:
    """Whether a heading's new results are still to be reached: by its words, or below one of tasks."""
    if not _AIMED.search(title):
        return False
    return bool(_AIMED_IN.match(title)) or place_of(above, marks)[0] == "forward"


def _does(title: str) -> bool:
    """Whether a heading begins with what is to be done."""
    lists, verb = load_actions(), opening(title)
    return verb not in lists.nouns and lists.verbs.values.get(verb, "result") in ("1", "2", "3")


def _by_year(above: Iterable[str], titles: Sequence[str], marks: Marks) -> tuple[str, str]:
    """
    What a part called 2020年主要工作 is: tasks where its heading says so (做好2021年工作), else a review
    where another part is of a later year, or where another is told ahead and none is of an earlier one.
    """
    headed = next(((title, year) for title in above if (year := _YEAR_OF_WORK.search(title))), None)
    if headed is None:
        return "", ""
    title, named = headed
    years = {year for one in titles for year in re.findall(r"20\d\d", one)}
    others = {place_of([one], marks)[0] for one in titles if not _YEAR_OF_WORK.search(one)}
    ahead = "forward" in others and "backward" not in others and not any(year < named[1] for year in years)
    done = any(year > named[1] for year in years) or ahead
    return ("backward" if done and not _does(title) else "forward"), named[0]


def states_rules(document: Document) -> bool:
    """
    Whether a document states rules: a regulation, or a text in articles (第三条), attached to a notice too.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> states_rules(read_text("某市数据条例\\n第一条 应当报告。", id="x"))
    True
    """
    return document.kind == "regulation" or len(_ARTICLE.findall(document.text)) >= _ARTICLES


def places(document: Document, starts: Iterable[int], marks: Marks) -> Iterator[tuple[str, str]]:
    """
    What each place is, and by which mark; behind its review, or its first part on tasks, a report tells what
    will be done; in an excerpt from a later part of one, whose headings do not say so, those do that begin
    with what is done.
    """
    reviewed, above, rules = False, headings_above(document), states_rules(document)
    headings = list(document.headings.values())
    titles, top = [one.title for one in headings], min((one.level for one in headings), default=0)
    told = [one.start for one in headings if one.level == top and place_of([one.title], marks)[0] in _WAYS]
    parts = [one.title for one in headings if one.level == top]
    silent = not any(place_of([title], marks)[0] in _WAYS for title in titles)
    begun = bool(headings) and headings[0].label.strip("（）()第") not in ("一", "1", "")
    for start in starts:
        place, mark = place_of(reversed(above(start)), marks)
        if not place and document.kind == _REVIEWING:
            place, mark = _by_year(above(start), parts, marks)
        reviewed = reviewed or place in _WAYS or (bool(told) and start > told[0])
        ahead = rules or document.kind in _FORWARD_KINDS or (document.kind == _REVIEWING and reviewed)
        acts = document.kind == _REVIEWING and silent and begun and any(map(_does, above(start)[-1:]))
        yield place or ("forward" if ahead or acts else ""), mark
