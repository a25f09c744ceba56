"""
Which way a sentence looks: forward (to be done), backward (done), at the situation, or at none of these.

The place in the document counts: in a review a sentence that begins with its verb has been done, in tasks it
is to be done. A place is that of the nearest heading that says what it is; where none does, a plan, a notice
or a regulation looks forward, and elsewhere the words alone decide, then the sentence before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.judgements.actions import actions
from analysis.judgements.ahead_clauses import comes_next
from analysis.judgements.checkable import by_when
from analysis.judgements.enumerations import ITEM, cases
from analysis.judgements.list_forms import is_principle
from analysis.judgements.mode_anywhere import BOUND, told_anywhere
from analysis.judgements.mode_evidence import Evidence, Judged, evidence_in
from analysis.judgements.mode_forms import is_condition_of, is_truth, said
from analysis.judgements.mode_marks import Marks, Mode, load_marks
from analysis.judgements.mode_places import CRITERIA, places, states_rules
from analysis.judgements.permissions import leaves_free, only_permits
from analysis.judgements.stated_goals import GOING_ON, focuses
from analysis.judgements.troubles import admits, condition
from analysis.judgements.worth import WORTH, of_worth

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document

_YEARS = re.compile(r"是.{0,60}(?:之年|开局|五年|一年|第一个|第\S{1,3}个)")
_ARGUED = "worth"  # the place under a heading of what a matter is worth
_LONG = 80  # characters above which a sentence says more than which year it is
_HOW_IT_WAS = re.compile(  # 这五年，是攻坚克难的五年; 2025年是收官之年 only names the year
    r"^(?:这|过去|刚刚过去)[^，,；;。]{0,8}年|极不?[^，,；;。]{1,4}的|重要一年|不平凡|不寻常|攻坚|奋进|非凡"
)
_IF = re.compile(r"^(?:如果|假如|倘若|如不)")
_BECAUSE = re.compile(r"^(?:由于|因为)|原因")
_DATED = re.compile(r"^.{0,12}年.{0,60}[到至].{0,4}年")  # from one year to another
_COUNTED = re.compile(r"\d")
_DRAWN_UP = re.compile(r"(?:编制|起草|制定|拟定|形成)了(?=[^，,；;。：:]{0,12}《)")
_DRAFT = re.compile("(?:草案|讨论稿|审议稿)[）)]?》")  # what is laid before the meeting
_SHARE = re.compile(r"\d[%％]|百分之")
_BY_DATE = re.compile(
    r"^(?:力争|争取)?到(?:\d{4}|[一二〇○零九三四五六七八]{4})年(?:[底末]|年底)?前?(?!的|[^，,；;。]{0,12}是)"
)
_OF_YEAR = re.compile("^(?:到?年[末底内]|全年)(?![^。]{0,80}(?:了|已|实际|初步核算))")
_CALLED = re.compile("应当?(?![届急收])|必须|(?<![重需主只])要(?![求素点件])|请|(?<!必)须(?!知)")
_LIST_OF = re.compile("[：:]$")
_ANSWERS = re.compile(r"^(?:针对|面对|为应对|围绕)[^，]{4,60}，")  # 针对需求不足，扩大投资: it was dealt with
_IMPROVED = re.compile(
    r"(?:改善|发展|进展|好转|加强|增强|提高|巩固|繁荣|正常|协调|安定|居乐业|一步|成果|成就|作用|保证|景象)(?=[。，]|$)"
)
_OWED = re.compile(
    r"(?:^|[，；])[^，；。]{0,6}(必须|务必|一定要)(?!看到|认识|清醒|充分|指出|承认|正视|深刻|注意到)(?=[\u4e00-\u9fff]{2})|^(?:面向未来|展望未来)，[^，]{0,8}(要)"
)


_STAGE = re.compile(  # at what point things stand: 我国正处在…的攻关期, 全市将迎来…等节点
    r"^(?:(?:“[^”]{2,6}”时期|当前|目前|现在|今后\S{1,4}|未来\S{1,4})，?)?[^，,；;。：:]{1,16}?(?:正?处[在于]|正值|将迎来)[^。：:]{2,}"
)
_LED = re.compile(r"以[^，,；;。]{2,40}为[^，,；;。]{4,}|[把将对][^，,；;。]{4,}")  # a phrase, and no subject
_HOLDS = re.compile(  # 坚持房子是用来住的定位，加快建立制度: what is held is told, and then done
    r"(?:坚持|树立|树牢|秉持|牢记|坚守)[^，。；]{2,40}是[^，。；]{2,40}(?:定位|思想|理念|观念|意识|原则|方针|导向)，(?=.{4})"
)
_ANSWERED = re.compile("(?:对于?|针对)?(?:以上|上述|这些)(?:问题|困难|不足|矛盾)[^。]{0,10}?(?:必须|要|一定)")
_PLACED = re.compile(
    "在(?!于)|对(?!于)|通过|从|按照|依法|广泛|国家(?=准备|将|继续)|全面(?=从严)"
    "|依托|借助|围绕|以[^，,；;。]{2,30}(?:为|带动|引领|促进|推动)"
)  # and no subject
_OCCASION = re.compile("(?:以|借)[^，,；;。]{2,40}为契机，")  # what it has been, and not what is told


def judge(text: str, place: str, before: Mode | None = None, marks: Marks | None = None) -> Judged:
    """
    The mode of a sentence at a place (``forward``, ``backward``, ``situation`` or empty).

    Examples
    --------
    >>> judge("加强管理。", "forward").mode, judge("加强管理。", "backward").mode
    ('forward', 'backward')
    >>> judge("下一步，将加强管理。", "backward").mode, judge("请予审议。", "forward").mode
    ('forward', 'other')
    """
    marks = load_marks() if marks is None else marks
    text = said(text)
    seen = evidence_in(text, marks)
    told = told_anywhere(text, place, seen, before)
    return told or _PLACES.get(place, _unplaced)(seen, before)


def _in_review(seen: Evidence, before: Mode | None) -> Judged:
    if _YEARS.search(seen.masked) and len(seen.text) < _LONG and not _SHARE.search(seen.masked):
        return Judged("backward" if _HOW_IT_WAS.search(seen.masked) else "other", "是")
    if comes_next(seen.masked):
        return Judged("forward")
    if is_truth(seen.masked):
        return Judged("other", "是")
    done = seen.first("backward", "review")
    lesson = seen.text.startswith("要把") and before != "situation"
    if (mark := seen.first("forward")) and not (done or lesson):
        return Judged("forward", mark)
    if _ANSWERS.match(seen.text) and seen.acts:
        return Judged("backward", done or seen.past)
    strong = seen.first("situation")
    if strong and not (seen.opens or seen.past or seen.first("backward") or _COUNTED.search(seen.masked)):
        return Judged("situation", strong)
    if before == "situation" and _ANSWERED.match(seen.text):
        return Judged("forward")
    quiet = not (done or seen.opens)
    unsolved = admits(seen.masked) and not (seen.past or BOUND.search(seen.masked))
    if quiet and before == "situation" and unsolved:
        return Judged("situation")
    if quiet and (problem := seen.first("situation") or (not seen.acts and seen.first("situation", "weak"))):
        return Judged("situation", problem)
    if quiet and before == "situation" and not (seen.past or seen.acts or _COUNTED.search(seen.masked)):
        return Judged("situation")
    return Judged("backward", done or seen.past)


def _outright(seen: Evidence) -> Judged | None:
    """What a result in the past, the sentence's own word for itself or a mark of tasks decides alone."""
    done = seen.first("backward")
    if seen.past and done:
        return Judged("backward", done)
    if this := seen.this:
        return this
    if drawn := _DRAWN_UP.search(seen.text):
        return Judged("other" if _DRAFT.search(seen.text) else "backward", drawn[0])
    stage = None if seen.opens or BOUND.search(seen.masked) else _STAGE.search(seen.text)
    if seen.views or stage:
        return Judged("situation", seen.first("situation", "weak"))
    if (mark := seen.first("forward", "task")) and not seen.went_on:
        return Judged("forward", mark)
    mark = "" if seen.opens else condition(seen.masked)
    return Judged("situation", mark) if mark else None


def _in_tasks(seen: Evidence, before: Mode | None) -> Judged:
    if ahead := _OF_YEAR.match(seen.masked):
        return Judged("forward", ahead[0])  # 年末销售收入同比增长16%
    if told := _outright(seen):
        return told
    done, problem = seen.first("backward"), seen.first("situation")
    if is_condition_of(seen.masked):
        return Judged("other")
    if mark := focuses(seen.masked, acts=seen.acts):
        return Judged("forward", mark)
    if problem.startswith("将"):
        return Judged("situation", problem)
    problem = problem or seen.first("situation", "weak")
    if (_LIST_OF.search(seen.text) or (_BY_DATE.search(seen.masked) and not done)) and (
        date := by_when(seen.text)
    ):
        return Judged("forward", date)
    if seen.defines:
        return Judged("situation", problem) if problem else Judged("other", "是")
    if seen.past and not problem:
        return Judged("backward", done or seen.past)
    if seen.opens or (seen.acts and not seen.first("situation") and not done):
        return Judged("forward")
    if problem:
        return Judged("situation", problem)
    done = done or seen.past
    return Judged("backward", done) if done else Judged("forward")


def _in_situation(seen: Evidence, before: Mode | None) -> Judged:
    problem, done = seen.first("situation", "weak"), seen.first("backward", "review", "time")
    mark = seen.first("forward") or ("" if problem else seen.first("forward", "task"))
    went_on = _IMPROVED.search(seen.masked) and set(_marks(seen, "forward")) <= GOING_ON
    if mark and not went_on:
        return Judged("forward", mark)
    if owed := _OWED.search(seen.masked):
        return Judged("forward", owed[1] or owed[2])
    if not problem and not done and _IMPROVED.search(seen.masked):
        return Judged("backward")
    return Judged("backward", done) if done and not problem else Judged("situation", problem)


def _marks(seen: Evidence, mode: Mode) -> list[str]:
    return [mark for _, mark, one in seen.told if one == mode]


def _unplaced(seen: Evidence, before: Mode | None) -> Judged:
    if told := _outright(seen):
        return told
    if before != "backward" and seen.acts and _OCCASION.match(seen.text):
        return Judged("forward")
    done, problem = seen.first("backward"), seen.first("situation")
    if _BECAUSE.search(seen.masked) or _IF.search(seen.masked):
        return Judged("situation", problem)
    if seen.acts and (mark := focuses(seen.masked, acts=True)):
        return Judged("forward", mark)
    defines = seen.defines and not _HOLDS.match(seen.text)
    if is_condition_of(seen.masked) or (defines and not seen.first("situation", "weak")):
        return Judged("other", "是")
    if problem and seen.opens and before == "forward" and not seen.defines:
        return Judged("forward")  # 倡导绿色生活，反对不合理消费
    if problem or done:
        return Judged("situation", problem) if problem else Judged("backward", done)
    return _unmarked(seen, before)


def _unmarked(seen: Evidence, before: Mode | None) -> Judged:
    """What a sentence without a heading or a strong mark is: as the words it has and the one before go."""
    if _DATED.search(seen.masked) and (risen := seen.first("backward", "review")):
        return Judged("backward", risen)
    if before == "forward" and seen.acts and _LED.match(seen.text):
        return Judged("forward")
    if seen.opens:
        return Judged(before if before in ("forward", "backward") else "forward")
    if (date := by_when(seen.text)) and not _DATED.search(seen.masked):
        return Judged("forward", date)
    weak, done = seen.first("situation", "weak"), seen.first("backward", "review", "time")
    if weak and not seen.acts:
        return Judged("situation", weak)
    if done:
        return Judged("backward", done)
    if weak:
        return Judged("situation", weak)
    if before == "forward" and seen.acts and _PLACED.match(seen.text):
        return Judged("forward")
    return Judged("backward" if before == "backward" else "other")


def _in_criteria(seen: Evidence, before: Mode | None) -> Judged:
    """What applicants must be or bring is nothing to be done, unless it says that it is."""
    called = _CALLED.search(seen.masked)
    return Judged("forward", called[0]) if called and seen.acts else Judged("other")


_PLACES = {
    CRITERIA: _in_criteria,
    "backward": _in_review,
    "forward": _in_tasks,
    "situation": _in_situation,
    _ARGUED: of_worth,
}


def modes(document: Document, sentences: pd.DataFrame, marks: Marks | None = None) -> list[Judged]:
    """
    The mode of each sentence of a document, in their order (columns ``start``, ``text``).

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> document = read_text("某市规划\\n一、回顾\\n加强管理。\\n二、任务\\n加强管理。", id="x")
    >>> [one.mode for one in modes(document, sentences(document))]
    ['backward', 'forward']
    """
    marks = load_marks() if marks is None else marks
    judged: list[Judged] = []
    before: Mode | None = None
    rules = states_rules(document)
    where = places(document, sentences["start"].tolist(), marks)
    named = cases(sentences["text"])
    for (place, mark), text, case in zip(where, sentences["text"], named, strict=True):
        one = judge(text, _ARGUED if mark in WORTH else place, before, marks)
        item = ITEM.match(text) and not (one.mark or actions(text))
        free = only_permits(text) or item if rules else place == "forward" and leaves_free(text)
        if case or free or (mark.endswith("原则") and is_principle(text)):
            one = Judged("other")  # （一）申请书；（二）损坏设施的；（三）分级管理，属地为主；
        judged.append(one if one.mark or one.mode != place else Judged(one.mode, mark))
        before = one.mode
    return judged
