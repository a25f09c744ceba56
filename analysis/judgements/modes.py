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
from analysis.judgements.enumerations import ITEM, cases, only_permits
from analysis.judgements.mode_evidence import Evidence, Judged, evidence_in
from analysis.judgements.mode_marks import Marks, Mode, load_marks
from analysis.judgements.mode_places import places, states_rules
from analysis.judgements.stated_goals import explains_goal, focuses, sets_goals
from analysis.judgements.troubles import admits, condition

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document

_YEARS = re.compile(r"是.{0,60}(?:之年|开局|五年|一年|第一个|第\S{1,3}个)")
_LONG = 80  # characters above which a sentence says more than which year it is
_ASKS = re.compile(r"[？?]”?$")
_ONLY = re.compile(r"只有.{1,120}?才|才能(?!力)|没有.{1,60}?就没有|越.{1,20}?越")
_OF_ITSELF = re.compile(
    r"^(?:本|这个|这份)?《[^》]*(?:纲要|规划|草案|意见|办法|条例|规定)[^》]*》(?!》)(?![，,]|围绕|锚定|坚持|紧扣|聚焦)"
)
_FORMAL = re.compile(
    r"自.{2,24}起(?:施行|实施|执行|生效)|由.{2,24}负责解释|有效期|^本.{1,6}适用|适用本(?:条例|办法|规定|规则|细则|法)|^[^，。]{0,20}另有规定的|本(?:条例|办法|规定|规则|细则|法)(?:所称|中的|下列用语)|制定(?:本|以下|如下)|提出(?:如下|以下)|同时废止"
    r"|(?:通知|报告|公告|规定)如下|(?:现)?印发(?:给|你们)|^（[^（）]*）[。]?$"
    r"|^(?:各[^。]{2,160}|[^，,；;。\s]{2,60}(?:政府|单位|部门|机构|委员会|[委局厅办处室]|办公室|公司|企业|院校|学校))[：:]$"
    r"|^附件|^[图表]\s?\d{1,3}(?!\d)[^，。；]{4,40}$|^\d{1,2}[.．][^，。；]{4,40}(?:表|名单|方案|清单|图)$|^抄送"
)
_IF = re.compile(r"^(?:如果|假如|倘若|如不)")
_BECAUSE = re.compile(r"^(?:由于|因为)|原因")
_DATED = re.compile(r"^.{0,12}年.{0,60}[到至].{0,4}年")  # from one year to another
_COUNTED = re.compile(r"\d")
_CALLS = re.compile(r"^(?:同志们|朋友们|女士们|先生们|各位\S{1,6})[！!：:，,]?$")
_DRAWN_UP = re.compile(r"(?:编制|起草|制定|拟定|形成)了(?=[^，,；;。：:]{0,12}《)")
_SHARE = re.compile(r"\d[%％]|百分之")
_BY_DATE = re.compile(
    r"^(?:力争|争取)?到(?:\d{4}|[一二〇○零九三四五六七八]{4})年(?:[底末]|年底)?前?(?!的|[^，,；;。]{0,12}是)"
)
_LIST_OF = re.compile("[：:]$")
_ADDRESS = re.compile(r"^(?:各位代表|各位委员|同志们|朋友们)[，,：:！!]\s{0,4}(?=\S)")
_HEADLIKE = re.compile(r"^[^，,。；]{2,14}(?:方面|如下)[：。]?$")


_MAXIM = re.compile(  # 实干为要，奋斗以成: nothing is promised
    r"(?!.*(?:必须|应当|将|\d|(?:要|应|须)(?=[\u4e00-\u9fff]{2})))(?:[^，,；;。！!：:]{3,8}[，,；;]){1,3}[^，,；;。！!：:]{3,8}[。！!]?"
)
_SAYING = re.compile(r"没有[^，,；;。]{1,10}不[过成了开]的[^，,；;。]{1,3}[、，！。]")  # 没有迈不过的坎
_STAGE = re.compile(  # at what point things stand: 我国正处在…的攻关期, 全市将迎来…等节点
    r"^(?:(?:“[^”]{2,6}”时期|当前|目前|现在|今后\S{1,4}|未来\S{1,4})，?)?[^，,；;。：:]{1,16}?(?:正?处[在于]|正值|将迎来)[^。：:]{2,}"
)
_REQUIRED = re.compile(  # 保持稳定，是复兴的必然要求: what something is, though it begins with a verb
    r"[，,](?:也|正|就|都|既|更)?是[^，,；;。]{2,40}(?:要求|关键|之义|保证|前提|基础|根本|途径|之路|之举|所在|标志|选择|问题|大事)[。！]?$|是[^。]{4,90}的一年[。！]?$"
)
_LED = re.compile(r"以[^，,；;。]{2,40}为[^，,；;。]{4,}|[把将对][^，,；;。]{4,}")  # a phrase, and no subject
_HOLDS = re.compile(  # 坚持房子是用来住的定位，加快建立制度: what is held is told, and then done
    r"(?:坚持|树立|树牢|秉持|牢记|坚守)[^，。；]{2,40}是[^，。；]{2,40}(?:定位|思想|理念|观念|意识|原则|方针|导向)，(?=.{4})"
)
_ANSWERED = re.compile("(?:对于?|针对)?(?:以上|上述|这些)(?:问题|困难|不足|矛盾)[^。]{0,10}?(?:必须|要|一定)")
_PLACED = re.compile(
    "在(?!于)|对(?!于)|通过|从|按照|依法|广泛|国家(?=准备|将|继续)|全面(?=从严)"
)  # and no subject
_BOUND = re.compile(r"必须|务必|应当|一定要|我们要|(?<![需只主重首紧必简])要(?=[\u4e00-\u9fff]{2})")


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
    text = _ADDRESS.sub("", text)
    seen = evidence_in(text, marks)
    if mark := seen.first("other"):
        return Judged("other", mark)
    if place != "backward" and _REQUIRED.search(seen.masked) and not _BOUND.search(seen.masked):
        return Judged("other", "是")
    if mark := explains_goal(text):
        return Judged("situation", mark)
    if _SAYING.search(text) and not seen.acts:
        return Judged("other")
    if place != "backward" and (mark := sets_goals(text)):
        return Judged("forward", mark)
    if _is_formal(text, seen.masked) or (place == "forward" and _is_maxim(seen)):
        return Judged("other")
    if mark := seen.reversed or seen.short:
        return Judged("situation", mark)
    return {"backward": _in_review, "forward": _in_tasks, "situation": _in_situation}.get(place, _unplaced)(
        seen, before
    )


def _is_maxim(seen: Evidence) -> bool:
    """Whether it is a saying of short clauses, none of which does anything (政贵在行，功成于实)."""
    return _MAXIM.fullmatch(seen.text) is not None and not seen.acts


def _is_formal(text: str, masked: str) -> bool:
    """Whether it calls, asks, heads what follows, or belongs to the form of a document."""
    return bool(
        _CALLS.match(text)
        or _FORMAL.search(masked)
        or _ASKS.search(text)
        or _HEADLIKE.match(text)
        or _OF_ITSELF.match(text)
        or len(text) < 4
    )


def _in_review(seen: Evidence, before: Mode | None) -> Judged:
    if _YEARS.search(seen.masked) and len(seen.text) < _LONG and not _SHARE.search(seen.masked):
        return Judged("other", "是")
    if comes_next(seen.masked):
        return Judged("forward")
    done = seen.first("backward", "review")
    if (mark := seen.first("forward")) and not done:
        return Judged("forward", mark)
    strong = seen.first("situation")
    if strong and not (seen.opens or seen.past or seen.first("backward") or _COUNTED.search(seen.masked)):
        return Judged("situation", strong)
    if before == "situation" and _ANSWERED.match(seen.text):
        return Judged("forward")
    quiet = not (done or seen.opens)
    if (
        quiet
        and before == "situation"
        and admits(seen.masked)
        and not (seen.past or _BOUND.search(seen.masked))
    ):
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
        return Judged("backward", drawn[0])
    stage = None if seen.opens or _BOUND.search(seen.masked) else _STAGE.search(seen.text)
    if seen.views or stage:
        return Judged("situation", seen.first("situation", "weak"))
    if (mark := seen.first("forward", "task")) and not seen.went_on:
        return Judged("forward", mark)
    mark = "" if seen.opens else condition(seen.masked)
    return Judged("situation", mark) if mark else None


def _in_tasks(seen: Evidence, before: Mode | None) -> Judged:
    if told := _outright(seen):
        return told
    done, problem = seen.first("backward"), seen.first("situation")
    if _ONLY.search(seen.masked):
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
    if mark := seen.first("forward") or (not problem and seen.first("forward", "task")):
        return Judged("forward", mark)
    return Judged("backward", done) if done and not problem else Judged("situation", problem)


def _unplaced(seen: Evidence, before: Mode | None) -> Judged:
    if told := _outright(seen):
        return told
    done, problem = seen.first("backward"), seen.first("situation")
    if _BECAUSE.search(seen.masked) or _IF.search(seen.masked):
        return Judged("situation", problem)
    if seen.acts and (mark := focuses(seen.masked, acts=True)):
        return Judged("forward", mark)
    defines = seen.defines and not _HOLDS.match(seen.text)
    if _ONLY.search(seen.masked) or (defines and not seen.first("situation", "weak")):
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
        one = judge(text, place, before, marks)
        if rules and (case or only_permits(text) or (ITEM.match(text) and not (one.mark or actions(text)))):
            one = Judged("other")  # （一）申请书；（二）损坏设施的；
        judged.append(one if one.mark or one.mode != place else Judged(one.mode, mark))
        before = one.mode
    return judged
