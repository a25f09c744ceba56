"""
Rows of verbs of one character, each with an object of two: 稳预期、强信心、抓落实.

Only a row that its clause ends in is one: 稳增长、防风险各项工作 is a kind of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.judgements.clause_verbs import Clause, behind_manners

_ONE = (
    "稳促惠防强补优建搭听聚解凝察汇扩增降提保守扛抓拓破立引育兴治护"
    "减控压去活重讲顾谋图创固筑铸树集纳问办筹延求暖扬畅扶添管定打做壮帮清严栽"
)
_MEMBER = rf"(?:[{_ONE}]|把(?=[方大关]))[\u4e00-\u9fff]{{1,2}}"
_ROW = re.compile(rf"{_MEMBER}(?:、{_MEMBER}){{1,8}}$")
_SHOWN = re.compile("(?:[区员者性化率部室厅]|(?<![大新全开])局)$")  # no short object: 建设区, 保护地
_MOST = 40  # characters that a row may take up
_CALLS = re.compile("(?:要|坚持|注重|突出|着力|努力|持续|用心|全力|多措并举|千方百计|聚焦)$")
_NOUNS = frozenset((
    "保障部", "建设部", "治安员", "讲解员", "护林员", "保安员", "办公室", "创新力", "集中度", "建筑业",
    "建材业", "保险业", "重工业", "集装箱", "增长点", "增长极", "强降雨", "强对流",
))  # fmt: skip


def short_row(clause: Clause, at: int) -> Iterator[tuple[int, int, str]]:
    """
    The verbs of a row that a clause is from `at` on, by where the object of each begins and ends.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "听民意、解民忧"
    >>> list(short_row(Clause(text, text, 0, len(text), load_actions()), 0))
    [(1, 3, '听'), (5, 7, '解')]
    """
    found = _ROW.search(clause.masked, max(at, clause.end - _MOST), clause.end)
    while found and not _is_led(clause, at, found.start()):
        found = _ROW.search(clause.masked, found.start() + 1, clause.end)  # 注重优环境、促联动
    if found is None or _names(clause, found):
        return
    for place, end in _members(found):
        yield place + 1, end, clause.masked[place]


def _is_led(clause: Clause, at: int, begin: int) -> bool:
    """Whether nothing but manners or what calls for it stands before a row."""
    called = _CALLS.search(clause.masked, at, begin) is not None
    return called or behind_manners(clause, at)[0] == begin or begin == at


def _members(row: re.Match[str]) -> list[tuple[int, int]]:
    """Where the members of a row begin and end."""
    return [(row.start() + one.start(), row.start() + one.end()) for one in re.finditer("[^、]+", row[0])]


def _names(clause: Clause, row: re.Match[str]) -> bool:
    """Whether what looks like a row are names of things, or verbs of two characters (保护区、建设区)."""
    parts = row[0].split("、")
    listed = [len(clause.lists.verbs.at(part, 0)) for part in parts]
    uneven = any(len(part) != 3 for part in parts)  # 稳粮、扩菜、强畜牧, but no 保护、运用
    if uneven and any(length > 1 for length in listed):
        return True
    shown = any(part in _NOUNS or _SHOWN.search(part) for part in parts)
    return shown or all(length > 1 for length in listed)
