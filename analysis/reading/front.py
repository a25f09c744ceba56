"""The front of a document: which lines above the text are title and notes, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from analysis.reading.debris import debris
from analysis.reading.document import DroppedLine
from analysis.reading.front_lines import (
    ANNEX_NUMBER,
    LONGEST_TITLE_LINE,
    Role,
    cells_of,
    is_titled_row,
    is_unfinished,
    role_of,
)
from analysis.reading.lines import Line
from analysis.reading.numbering import label_of
from analysis.reading.titles import GENRE_END
from analysis.reading.unnumbered import YEAR_HEADING

__all__ = ["ANNEX_NUMBER", "LONGEST_TITLE_LINE", "Front", "FrontLine", "front"]

_ABOUT = re.compile(r".{0,20}关于")  # how a title goes on behind the names of those who issue it
_BEGINS = re.compile(  # how a title begins: below another the rest of that one does not
    r"关于|《|中共|国务院|中华|(?:\d{4}年)?(?:政府工作报告|(?![和及与暨])[\u4e00-\u9fff]{2,8}?[省市县区州盟旗镇乡])"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_BUTTONS = re.compile(r"[【\[（(]?[ \u3000]*字[ \u3000]*[体号].{0,8}")
_RECORD = "record line"
_RECORDED = re.compile(r"[^：:，。]{2,10}[：:].{0,100}")  # what a record says, whatever its name
_MOST_TITLE_LINES, _MOST_LINES = 4, 60
_MOST_BUTTONS = 6  # lines from 【字体： to the bracket that closes it
_REASONS = {"caption": "caption or reporter's line", "column": "navigation", "page": "page number"}
_FRAME = ("debris", "page")
_KEPT = ("note", "speaker", "date", "body", "head")
FrontKind = Literal["title", "adoption"]


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line above the text that belongs to the document: title or note."""

    kind: FrontKind
    role: Role
    line: Line


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above the text, in the file's order, what is left out there, and the text."""

    lines: tuple[FrontLine, ...]
    dropped: tuple[DroppedLine, ...]
    body: tuple[Line, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Run:
    """Lines that touch and may be a title together: the first, and the one behind the last."""

    start: int
    end: int
    text: str


def front(lines: Sequence[Line], named: Sequence[str] = ()) -> Front:
    """
    Tell title and notes from debris above the text, and find where that begins.

    The text begins with the first prose, addressee or heading. Of the runs of lines above that may be a title
    the best is it: one that the page's own title (`named`) repeats, that ends in what documents are called,
    that notes follow; of equals the one nearest to the text. When, where, by whom and under which number
    stays as notes, wherever it stands.
    """
    lines = list(lines)
    marked = _marked_title(lines)
    roles = _roles(lines, marked)
    if marked < 0 and any(map(is_titled_row, lines[: len(roles)])):
        head = [piece for line in lines[: len(roles)] for piece in cells_of(line)]
        lines = [*head, *lines[len(roles) :]]
        roles = _roles(lines, marked)
    start = _body_start(lines, roles, marked)
    start, lines = _mended(lines, roles, start)
    title = _title(lines, roles, start, marked, named)
    kept, dropped = _sorted(lines[:start], roles, title)
    return Front(tuple(kept), tuple(dropped), tuple(lines[start:]))


def _roles(lines: Sequence[Line], marked: int) -> list[Role]:
    """The roles of the lines up to the first that is text."""
    roles: list[Role] = []
    for at, line in enumerate(lines):
        role = role_of(line.text)
        recorded = at > 0 and debris(lines[at - 1].text) == _RECORD and _RECORDED.fullmatch(line.text)
        if YEAR_HEADING.fullmatch(line.text) and any(GENRE_END.fullmatch(one.text) for one in lines[:at]):
            role = "text"  # the first part of a report, below its title
        roles.append("debris" if recorded else role)
        if roles[-1] == "text" and at != marked:
            break
    for at, line in enumerate(lines[: len(roles)]):
        if _BUTTONS.fullmatch(line.text) and not re.search("[】\\]）)]", line.text):
            _close(lines, roles, at)
    return roles


def _close(lines: Sequence[Line], roles: list[Role], first: int) -> None:
    """Font buttons on lines of their own, up to the bracket that ends them, are debris."""
    for at in range(first, min(first + _MOST_BUTTONS + 1, len(roles))):
        if re.search("[】\\]]", lines[at].text):
            roles[first : at + 1] = ["debris"] * (at + 1 - first)
            return


def _body_start(lines: Sequence[Line], roles: Sequence[Role], marked: int) -> int:
    """Index of the first line of the text, or of the first heading."""
    first = 0  # of the lines that touch and may be a title
    for at, role in enumerate(roles):
        if (role == "text" or lines[at].markup) and at != marked:
            return at
        first = first if role in ("title", "body") else at + 1
        if at - first >= _MOST_LINES:  # no title and no menu has so many: a list, or a table's cells
            return first + (GENRE_END.fullmatch(lines[first].text) is not None)
    return min(1, len(lines) - 1) if lines else 0  # no prose at all: one line may be the title


def _mended(lines: list[Line], roles: list[Role], start: int) -> tuple[int, list[Line]]:
    """The text with the beginning of its first sentence, where that stands on lines of its own."""
    while 0 < start < len(roles) and roles[start] == "text" and roles[start - 1] == "title":
        before, after = lines[start - 1], lines[start]
        if not is_unfinished(before.text) or before.markup or after.markup or label_of(after.text):
            break
        lines = [*lines[: start - 1], before.join(after), *lines[start + 1 :]]
        roles[start - 1 : start + 1] = ["text"]
        start -= 1
    return start, lines


def _marked_title(lines: Sequence[Line]) -> int:
    """
    The first heading that the format marks, when it is the only one of its level and the highest; else -1.
    """
    marked = [(line.markup, index) for index, line in enumerate(lines) if line.markup]
    if not marked or [level for level, _ in marked].count(marked[0][0]) > 1 or min(marked)[1] != marked[0][1]:
        return -1
    level, first = marked[0]
    begun = any(role_of(line.text) == "text" for line in lines[: first + 1])
    return first if len(marked) > 1 or (level == 1 and not begun) else -1


# --- which lines are the title -----------------------------------------------------------------------------


def _title(
    lines: Sequence[Line], roles: Sequence[Role], start: int, marked: int, named: Sequence[str]
) -> range:
    """The lines that are the title; none where nothing may be one."""
    if 0 <= marked < start:
        return range(marked, marked + 1)
    known = [_bare(text) for text in named]
    runs = (*_runs(lines, roles, start), *_named_runs(lines, roles, start, known))
    ranks = [(_is_chinese(run.text), _score(run, roles, start, known), run.start, run) for run in runs]
    if not ranks or max(ranks)[1] < 0:
        return range(0)
    best = max(ranks)[-1]
    return range(best.start, best.end)


def _runs(lines: Sequence[Line], roles: Sequence[Role], start: int) -> Iterator[_Run]:
    """Runs of title lines; the names of those who issue it begin a title that goes on with 关于."""
    first = 0
    while first < start:
        end = first
        while end < start and roles[end] in ("title", "body"):
            end += 1
        yield from _pieces([line.text for line in lines[first:end]], list(roles[first:end]), first)
        first = max(end, first) + 1


def _named_runs(
    lines: Sequence[Line], roles: Sequence[Role], start: int, known: Sequence[str]
) -> Iterator[_Run]:
    """Lines that together are what the file calls itself, whatever else touches them."""
    for first in range(start if known else 0):
        for end in range(first + 1, min(first + _MOST_TITLE_LINES, start) + 1):
            if roles[end - 1] not in ("title", "body"):
                break
            text = joined([line.text for line in lines[first:end]])
            if _bare(text) in known and roles[end - 1] == "title":
                yield _Run(first, end, text)


def _pieces(texts: Sequence[str], roles: list[Role], at: int) -> Iterator[_Run]:
    """The titles that lines which touch may hold: a copy of it, or a column's name, is one of its own."""
    begun = 0
    for end in range(1, len(texts) + 1):
        last = end == len(texts)
        if not last and not _parts(texts, roles, begun, end):
            continue
        first = next((place for place in range(begun, end) if roles[place] == "title"), end)
        behind = next((place for place in range(end, first, -1) if roles[place - 1] == "title"), first)
        if first < behind:
            if _ABOUT.match(texts[first]):
                first = begun
            yield _Run(at + first, at + behind, joined(texts[first:behind]))
        begun = end


def _parts(texts: Sequence[str], roles: Sequence[Role], begun: int, end: int) -> bool:
    """Whether a title is complete above a line, which begins another."""
    above, below = joined(texts[begun:end]), texts[end]
    if roles[end - 1] == "title" and roles[end] == "body" and GENRE_END.fullmatch(above):
        return True
    if _is_chinese(above) != _is_chinese(below):
        return True
    if GENRE_END.fullmatch(above) and YEAR_HEADING.fullmatch(below):
        return True
    rest = joined(texts[end : end + end - begun + 2])
    if len(above) > 3 and _bare(rest).startswith(_bare(above)):
        return True
    complete = GENRE_END.fullmatch(above) and ("关于" not in above or "的" in above[-8:])
    return bool(complete) and bool(_BEGINS.match(below)) and GENRE_END.fullmatch(rest) is not None


def _is_chinese(text: str) -> bool:
    return _HAN.search(text) is not None


def _score(run: _Run, roles: Sequence[Role], start: int, known: Sequence[str]) -> int:
    """How much speaks for a run's being the title; less than 0 when nothing does."""
    bare = _bare(run.text)
    genre = GENRE_END.fullmatch(run.text) is not None
    exact = bare in known
    same = any(bare == name or (len(bare) > 5 and (bare in name or name in bare)) for name in known)
    followed = next((role for role in islice(roles, run.end, start + 1) if role not in _FRAME), "text")
    noted = roles[run.end : run.end + 1] in (["note"], ["date"], ["speaker"])
    after_note = run.start > 0 and roles[run.start - 1] in ("note", "date", "speaker")
    apart = run.end < start and followed == "text" and not genre
    named = 3 * same + exact + 2 * genre + ("关于" in run.text) + noted
    against = (after_note and not genre) + 2 * (len(bare) < 2)
    return named - against - (apart and not 6 <= len(bare) <= LONGEST_TITLE_LINE)


def joined(texts: Sequence[str]) -> str:
    """
    The lines of a title as one: names of several who issue it stay apart.

    Examples
    --------
    >>> joined(["某市公安局", "某市交通局", "关于加强管理", "的通知"])
    '某市公安局 某市交通局关于加强管理的通知'
    """
    whole = ""
    for text in texts:
        apart = whole and role_of(whole[-40:]) == "body" and role_of(text) == "body"
        whole += f" {text}" if apart else text
    return whole


def _bare(text: str) -> str:
    return re.sub(r"[\s《》“”\"（）()]", "", text)


def _sorted(
    head: Sequence[Line], roles: Sequence[Role], title: range
) -> tuple[list[FrontLine], list[DroppedLine]]:
    """Title and notes, and what is left out with the reason."""
    kept: list[FrontLine] = []
    dropped: list[DroppedLine] = []
    whole = _bare(joined([head[at].text for at in title]))
    for at, line in enumerate(head):
        above = bool(title) and at < title.start
        if at in title:
            kept.append(FrontLine("title", "title", line))
        elif _stays(roles[at], above) and not (roles[at] == "title" and _bare(line.text) in whole):
            kept.append(FrontLine("adoption", roles[at], line))
        else:
            reason = debris(line.text) or _REASONS.get(roles[at], "")
            again = "title again" if whole and _bare(line.text) in whole else "above the title"
            other = "navigation" if roles[at] == "debris" else again
            dropped.append(DroppedLine(line.number, reason or other, line.text))
    return kept, dropped


def _stays(role: Role, above: bool) -> bool:
    """Whether a line that is no title belongs to the document: a page's date above the title does not."""
    return (role in _KEPT and not (above and role in ("date", "speaker"))) or (role == "title" and not above)
