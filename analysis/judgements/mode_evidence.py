"""What in a sentence tells its mode: its marks, how it opens, what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.judgements.actions import actions, opening
from analysis.judgements.clauses import closed
from analysis.judgements.mode_marks import Marks, Mode, found
from analysis.judgements.stated_goals import GOING_ON, views
from analysis.judgements.troubles import falls_short, in_case, overcome

_COPULA = re.compile(
    r"(?<![求只凡而就还可但正于总要别其都也更像倒二三四五六七八九十一])(?:是|在于|等于|就是)(?![否非])"
)
_THIS = re.compile(r"^(?:这|那)(?:就|也|正)?是|^只有.{1,120}?才")
_CARRIED_OUT = re.compile(
    r"(?:加强|开展|调整|提高|发展|取得|完成|实现|建立|增加|改进|改善|恢复|扩大|作出|进行|得到|保持)了(?![解])|^经过[^，]{2,60}，.*(?:正在|已经|已)"
)
_ATTRIBUTE = re.compile(  # 按照已明确的方式, 已上市的企业: what something is, and nothing that was done
    "(?:(?<=按)|(?<=照)|(?<=据)|(?<=对)|(?<=将)|(?<=把)|(?<=、)|(?<=与)|^)已经?(?=[一-龥]{2,4}(?:的[一-龥]|或已))"
)
_WILL = re.compile(  # 国务院将对各地进行抽查, where 将对经济产生影响 tells how things stand
    "将(?=对[^，,；;。]{2,30}?(?:进行|给予|予以|开展|实施|加以|实行|组织))"
)
_HOWEVER = re.compile(r"(?:但是?|然而)(?=[^，。])(?!书)")


@dataclass(frozen=True, slots=True)
class Judged:
    """A mode, and the word or heading that decided it; the mark is empty where the place alone did."""

    mode: Mode
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, what in it is closed, and the marks in it that tell its mode."""

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
    def went_on(self) -> bool:
        """Whether it tells of a time gone by what went on in it (过去一年继续…), and calls for nothing."""
        marks = {mark for _, mark, mode in self.told if mode == "forward"}
        told = any(self._where(mark) == "time" for _, mark, _ in self.told)
        return (told or _CARRIED_OUT.search(self.masked) is not None) and marks <= GOING_ON

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
    def short(self) -> str:
        """What says that something was not attained, if nothing done or to be done follows."""
        mark, end = falls_short(self.masked)
        behind = {mode for at, _, mode in self.told if at >= end}
        return mark if not behind & {"forward", "backward"} else ""

    @property
    def views(self) -> bool:
        """Whether it views how things stand, and calls for nothing."""
        marks = [mark for _, mark, mode in self.told if mode == "forward"]
        return bool(marks or not self.first("backward")) and views(self.masked, marks)

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


def evidence_in(text: str, marks: Marks) -> Evidence:
    """
    What tells the mode of a sentence: its marks, without those of a trouble that it says is overcome.

    Examples
    --------
    >>> from analysis.judgements.mode_marks import load_marks
    >>> [evidence_in(text, load_marks()).first("situation") for text in ("差距逐步缩小。", "差距仍大。")]
    ['', '差距']
    """
    masked = closed(text)
    every = tuple(found(marks.sentences, masked))
    troubles = [at for at, _, mode in every if mode == "situation"]
    solved = overcome(masked, troubles) | in_case(masked, troubles)
    solved |= {one.start() for pattern in (_ATTRIBUTE, _WILL) for one in pattern.finditer(masked)}
    return Evidence(text, masked, marks, tuple(one for one in every if one[0] not in solved))
