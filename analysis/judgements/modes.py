"""
Which way a sentence looks: forward (to be done), backward (done), at the situation, or at none of these.

The place in the document counts: in a review a sentence that begins with its verb has been done, in tasks it
is to be done. A place is that of the nearest heading that says what it is; where none does, a plan, a notice
or a regulation looks forward, and elsewhere the words alone decide, then the sentence before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.judgements.actions import actions, opening
from analysis.judgements.checkable import deadline
from analysis.judgements.clauses import closed
from analysis.judgements.mode_marks import Marks, Mode, found, load_marks
from analysis.judgements.mode_places import places, states_rules

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document

_COPULA = re.compile(
    r"(?<![求只凡而就还可但正于总要别其都也更像倒二三四五六七八一])(?:是|在于|等于|就是)(?![否非])"
)
_YEARS = re.compile(r"是.{0,60}(?:之年|开局|五年|一年|第一个|第\S{1,3}个)")
_LONG = 80  # characters above which a sentence says more than which year it is
_ASKS = re.compile(r"[？?]”?$")
_ONLY = re.compile(r"只有.{1,120}?才|才能(?!力)|没有.{1,60}?就没有|越.{1,20}?越")
_OF_ITSELF = re.compile(
    r"^(?:本|这个|这份)?《[^》]*(?:纲要|规划|草案|意见|办法|条例|规定)[^》]*》(?!》)(?![，,])"
)
_FORMAL = re.compile(
    r"自.{2,24}起(?:施行|实施|执行|生效)|由.{2,24}负责解释|有效期|^本.{1,6}适用|适用本(?:条例|办法|规定|规则|细则|法)|^[^，。]{0,20}另有规定的|本(?:条例|办法|规定|规则|细则|法)(?:所称|中的|下列用语)|制定(?:本|以下|如下)|提出(?:如下|以下)|同时废止"
    r"|(?:通知|报告|公告|规定)如下|(?:现)?印发(?:给|你们)|^（[^（）]*）[。]?$"
    r"|^(?:各[^。]{2,160}|[^，,；;。\s]{2,60}(?:政府|单位|部门|机构|委员会|[委局厅办处室]|办公室|公司|企业|院校|学校))[：:]$"
    r"|^附件|^\d{1,2}[.．][^，。；]{4,40}(?:表|名单|方案|清单|图)$|^抄送"
)
_THIS = re.compile(r"^(?:这|那)(?:就|也|正)?是|^只有.{1,120}?才")
_IF = re.compile(r"^(?:如果|假如|倘若)")
_HOWEVER = re.compile(r"(?:但是?|然而)(?=[^，。])(?!书)")
_BECAUSE = re.compile(r"^(?:由于|因为)|原因")
_DATED = re.compile(r"^.{0,12}年.{0,60}[到至].{0,4}年")  # from one year to another
_COUNTED = re.compile(r"\d")
_CALLS = re.compile(r"^(?:同志们|朋友们|女士们|先生们|各位\S{1,6})[！!：:，,]?$")
_ITEM = re.compile(r"^[（(][一二三四五六七八九十\d]{1,3}[）)]")
_HEADLIKE = re.compile(r"^[^，,。；]{2,14}(?:方面|如下)[：。]?$")


@dataclass(frozen=True, slots=True)
class Judged:
    """A mode, and the word or heading that decided it; the mark is empty where the place alone did."""

    mode: Mode
    mark: str = ""


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
    masked = closed(text)
    seen = _Evidence(text, masked, marks, tuple(found(marks.sentences, masked)))
    if mark := seen.first("other"):
        return Judged("other", mark)
    if (
        _CALLS.match(text)
        or _FORMAL.search(masked)
        or _ASKS.search(text)
        or _HEADLIKE.match(text)
        or _OF_ITSELF.match(text)
        or len(text) < 4
    ):
        return Judged("other")
    if mark := seen.reversed:
        return Judged("situation", mark)
    return {"backward": _in_review, "forward": _in_tasks, "situation": _in_situation}.get(place, _unplaced)(
        seen, before
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    text: str
    masked: str
    marks: Marks
    told: tuple[tuple[int, str, str], ...]

    def first(self, mode: Mode, *where: str) -> str:
        """The first mark of a mode of those that stand for it anywhere, and those of `where`."""
        return next(
            (mark for _, mark, one in self.told if one == mode and self._where(mark) in ("anywhere", *where)),
            "",
        )

    def _where(self, mark: str) -> str:
        return self.marks.where[mark]

    @property
    def past(self) -> str:
        """The mark of a time gone by that it begins with."""
        return next((mark for at, mark, _ in self.told if at < 8 and self._where(mark) == "time"), "")

    @property
    def this(self) -> Judged | None:
        """The mode of a sentence that says what something is from its first word on (这是…, 只有…才)."""
        if not _THIS.search(self.masked):
            return None
        problem = self.first("situation", "weak")
        return (
            Judged("situation", problem) if problem else Judged("other", "是" if "是" in self.masked else "")
        )

    @property
    def reversed(self) -> str:
        """The mark of a problem to which the sentence turns in the end (但…尚未)."""
        turn = _HOWEVER.search(self.masked)
        if turn is None:
            return ""
        behind = [one for one in self.told if one[0] >= turn.end()]
        if any(mode == "forward" for _, _, mode in behind):
            return ""
        return next((mark for _, mark, mode in behind if mode == "situation"), "")

    @property
    def opens(self) -> bool:
        """Whether it begins with what is done, no subject before."""
        return bool(opening(self.text))

    @property
    def acts(self) -> bool:
        """Whether it says what is done, behind a subject too."""
        return bool(actions(self.text))

    @property
    def defines(self) -> bool:
        """Whether it says what something is."""
        return bool(_COPULA.search(self.masked))


def _in_review(seen: _Evidence, before: Mode | None) -> Judged:
    if _YEARS.search(seen.masked) and len(seen.text) < _LONG:
        return Judged("other", "是")
    done = seen.first("backward", "review")
    if (mark := seen.first("forward")) and not done:
        return Judged("forward", mark)
    strong = seen.first("situation")
    if strong and not (seen.opens or seen.past or seen.first("backward") or _COUNTED.search(seen.masked)):
        return Judged("situation", strong)
    quiet = not (done or seen.opens)
    if quiet and (problem := seen.first("situation") or (not seen.acts and seen.first("situation", "weak"))):
        return Judged("situation", problem)
    if quiet and before == "situation" and not (seen.past or seen.acts or _COUNTED.search(seen.masked)):
        return Judged("situation")
    return Judged("backward", done or seen.past)


def _outright(seen: _Evidence) -> Judged | None:
    """What a result in the past, the sentence's own word for itself or a mark of tasks decides alone."""
    done = seen.first("backward")
    if seen.past and done:
        return Judged("backward", done)
    if this := seen.this:
        return this
    mark = seen.first("forward", "task")
    return Judged("forward", mark) if mark else None


def _in_tasks(seen: _Evidence, before: Mode | None) -> Judged:
    if told := _outright(seen):
        return told
    done, problem = seen.first("backward"), seen.first("situation")
    if _ONLY.search(seen.masked):
        return Judged("other")
    if problem.startswith("将"):
        return Judged("situation", problem)
    problem = problem or seen.first("situation", "weak")
    if seen.defines:
        return Judged("situation", problem) if problem else Judged("other", "是")
    if seen.opens or (seen.acts and not seen.first("situation") and not done):
        return Judged("forward")
    if problem:
        return Judged("situation", problem)
    done = done or seen.past
    return Judged("backward", done) if done else Judged("forward")


def _in_situation(seen: _Evidence, before: Mode | None) -> Judged:
    problem, done = seen.first("situation", "weak"), seen.first("backward", "review", "time")
    if mark := seen.first("forward") or (not problem and seen.first("forward", "task")):
        return Judged("forward", mark)
    return Judged("backward", done) if done and not problem else Judged("situation", problem)


def _unplaced(seen: _Evidence, before: Mode | None) -> Judged:
    if told := _outright(seen):
        return told
    done, problem = seen.first("backward"), seen.first("situation")
    if _BECAUSE.search(seen.masked) or _IF.search(seen.masked):
        return Judged("situation", problem)
    if _ONLY.search(seen.masked) or (seen.defines and not seen.first("situation", "weak")):
        return Judged("other", "是")
    if problem or done:
        return Judged("situation", problem) if problem else Judged("backward", done)
    return _unmarked(seen, before)


def _unmarked(seen: _Evidence, before: Mode | None) -> Judged:
    """What a sentence without a heading or a strong mark is: as the words it has and the one before go."""
    if seen.opens:
        return Judged(before if before in ("forward", "backward") else "forward")
    if (date := deadline(seen.text)) and not _DATED.search(seen.masked):
        return Judged("forward", date)
    weak, done = seen.first("situation", "weak"), seen.first("backward", "review", "time")
    if weak and not seen.acts:
        return Judged("situation", weak)
    if done:
        return Judged("backward", done)
    if weak:
        return Judged("situation", weak)
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
    for (place, mark), text in zip(where, sentences["text"], strict=True):
        one = judge(text, place, before, marks)
        if rules and _ITEM.match(text) and not (one.mark or actions(text)):
            one = Judged("other")  # （一）申请书；
        judged.append(one if one.mark or one.mode != place else Judged(one.mode, mark))
        before = one.mode
    return judged
