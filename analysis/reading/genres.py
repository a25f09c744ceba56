"""What kind of document it is, by what its title, its subtitle or its own text calls it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from analysis.reading.front_lines import MEETING

Genre = Literal[
    "plan", "programme", "proposal", "work report", "report", "speech", "notice", "announcement",
    "regulation", "opinions", "decision", "letter", "other",
]  # fmt: skip
OTHER: Genre = "other"
SPOKEN = ("work report", "report", "speech")  # of which someone says in whose name he speaks, and when
_BY_WORD: tuple[tuple[Genre, str], ...] = (
    ("work report", r"工作报告|政府工作的报告"),
    ("report", r"报告|汇报|说明"),
    ("speech", r"讲话|致辞|发言|演讲|贺词|献词"),
    ("notice", r"通知|通报"),
    ("announcement", r"公告|通告|公报|公示"),
    ("proposal", r"建议|提案|议案"),
    ("opinions", r"意见|措施|政策|指引"),
    ("regulation", r"条例|办法|规定|细则|规则|章程|准则|通则|法"),
    ("programme", r"方案|预案|行动|要点|安排|行动计划"),
    ("plan", r"规划|纲要|计划"),
    ("decision", r"决定|决议|令"),
    ("letter", r"批复|函|答复|请示"),
)
_PATTERNS = tuple(
    (genre, re.compile(rf".*(?:{words})(?:全文|摘要)?(?:[ \u3000]*[（(][^（）()]{{1,30}}[）)]){{0,2}}》?"))
    for genre, words in _BY_WORD
)
_REPORTS = re.compile(r"我(?:们)?(?:代表|受)[^。]{2,60}(?:报告|审议)")
_ON_GOVERNMENT = re.compile(r"(?:政府|国务院)[^。]{0,60}(?:报告|审议)")
_CALLS_ITSELF = re.compile(
    r"(?:本|《)(规划|纲要|计划|条例|办法|规定|细则|方案|预案|意见|决定|通知)(?:》|所称|自|由|是|的|适用|提出)"
)
_ORDER = re.compile(r"令[ \u3000（(]{0,2}(?:\d{4}年)?第[^第]{1,8}号")
_OFTEN = 3  # times that a text calls itself by a name


def genre_of(title: str, notes: tuple[str, ...] = (), opening: str = "", text: str = "") -> Genre:
    """
    The kind of a document by its title; without one, by subtitle, first sentences and what it calls itself.

    Examples
    --------
    >>> genre_of("某市关于印发甲规划的通知"), genre_of("某区管理办法（试行）"), genre_of("团结奋斗")
    ('notice', 'regulation', 'other')
    >>> genre_of("", opening="现在，我代表国务院，向大会报告工作，请予审议。")
    'work report'
    """
    named = _named(title)
    if named == "report" and _ON_GOVERNMENT.search(opening) and "工作报告" in title:
        return "work report"
    spoken = next((_named(what) for note in notes if (what := _subtitle(note))), OTHER)
    ordered = "regulation" if any(_ORDER.search(note) for note in notes) else OTHER
    told = next((kind for kind in (named, spoken, ordered) if kind != OTHER), None)
    return told or _by_text(opening, text)


def _named(title: str) -> Genre:
    return next((genre for genre, pattern in _PATTERNS if pattern.fullmatch(title)), OTHER)


def _subtitle(note: str) -> str:
    """What a subtitle calls the document: 报告 in ——在…会上的报告."""
    found = MEETING.search(note)
    return found["what"] or "" if found else ""


def _by_text(opening: str, text: str) -> Genre:
    if found := _REPORTS.search(opening):
        return "work report" if _ON_GOVERNMENT.search(found[0]) else "report"
    names = Counter(match[1] for match in _CALLS_ITSELF.finditer(text))
    most = names.most_common(1)
    return _named(most[0][0]) if most and most[0][1] >= _OFTEN else OTHER
