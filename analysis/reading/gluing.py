"""Where a line holds two: a heading behind a text or another heading; and where a heading takes two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.reading.captions import ANNEX, ANNEX_NUMBER, is_caption
from analysis.reading.lines import Line
from analysis.reading.lists import enumerated
from analysis.reading.numbering import BY_NAME, Label, label_of
from analysis.reading.people import speaker
from analysis.reading.signatures import NOTE, signature_above

_LONGEST_LABEL = 20  # characters by which a division is told
_LONGEST_TITLE_LINE = 60
_LONGEST_TITLE = 30  # characters of a title that is glued to another or to a text

# A heading glued to the end of another (。 第四条 地下空间…), a chapter and its first article (第七章 法律
# 责任 第四十二条 …), a title and its text set apart by wide spaces (一、回顾　　以一九九二年…).
_GLUED = re.compile(
    r"(?<=[。；：])[ \u3000]+(?=第[一二三四五六七八九十百零〇\d]{1,7}[篇编章节条][ \u3000])"
    r"|(?<=[^\s第])[ \u3000]+(?=第[一二三四五六七八九十百零〇\d]{1,7}条[ \u3000])"
    r"|\u3000{2,}"
)
_DIVISIONS = ("第X篇", "第X章", "第X节", "第X条")
NAMES_ONE = re.compile(r"[违反照按据在本和与至及或、，《》“]")  # 违反第二章规定的责任: named, not begun
_STOP = re.compile(r"[。；！？]")
_SHORTEST_BROKEN = 10  # characters of a title that goes on in the next line
_SAYS = re.compile(r"[。；！？!?，、：:]")
_STOPS = "。；！？!?："
_OPEN = "，、：:；;"


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Cut lines that hold two, and join what is a title in two lines."""
    spaced = [piece for line in lines for piece in _cut_at_spaces(line)]
    divided = [piece for line in spaced for piece in _cut_at_divisions(line)]
    return _with_titles(_with_rests(list(_cut_behind_stops(divided))))


def _cut_at_spaces(line: Line) -> Iterator[Line]:
    at = 0
    if (signed := speaker(line.text)) and all(signed):
        yield line  # 省长　　李大江
        return
    for match in _GLUED.finditer(line.text):
        wide = match[0][0] == "\u3000"
        behind = line.text[match.start() - 1] in "。；："
        if wide or behind or division(line.text[at : at + _LONGEST_LABEL]) in _DIVISIONS[:3]:
            yield from _unless_empty(line.cut(at, match.start()))
            at = match.end()
    yield from _unless_empty(line.cut(at) if at else line)


def _unless_empty(line: Line) -> Iterator[Line]:
    if line.text:
        yield line


def division(text: str) -> str:
    """The style of the division with which a text begins; empty without one."""
    label = label_of(text)
    return label.style.name if label is not None and label.style.name in _DIVISIONS else ""


def _cut_at_divisions(line: Line) -> Iterator[Line]:
    """第二篇重点任务第三章产业 are two, without a space: behind a division's title a lower one begins."""
    while at := _lowerdivision(line.text):
        yield line.cut(0, at)
        line = line.cut(at)
    yield line


def _lowerdivision(text: str) -> int:
    """Where behind a division and its title a lower one begins; 0 when none does."""
    label = label_of(text[:_LONGEST_LABEL])
    if label is None or label.style.name not in _DIVISIONS[:3]:
        return 0
    lower = _DIVISIONS[_DIVISIONS.index(label.style.name) + 1 :]
    for match in re.finditer("第", text[: label.end + _LONGEST_TITLE]):
        at = match.start()
        title = text[label.end : at]
        found = title and any(BY_NAME[name].label.match(text, at) for name in lower)
        if found and not _STOP.search(title) and not NAMES_ONE.match(title[-1]):
            return at
    return 0


def _cut_behind_stops(lines: Sequence[Line]) -> Iterator[Line]:
    """
    A heading behind a full stop at the end of a line, without a space: its number goes on from the last.

    The first of its style is believed when a line begins with the second.
    """
    labels = [label_of(line.text) for line in lines]
    begun = {(label.style.name, label.values) for label in labels if label}
    last: dict[str, tuple[int, ...]] = {}
    for line, label in zip(lines, labels, strict=True):
        if label:
            last[label.style.name] = label.values
        at = max(line.text.rfind(stop) for stop in "。；") + 1
        hidden = _hidden_heading(line.text[at:]) if at else None
        if hidden and _is_next(hidden, last.get(hidden.style.name), begun):
            last[hidden.style.name] = hidden.values
            yield line.cut(0, at)
            yield line.cut(at)
        else:
            yield line


def _hidden_heading(rest: str) -> Label | None:
    """The label of what stands behind a line's last stop, when that reads like a heading."""
    label = label_of(rest) if len(rest) <= _LONGEST_LABEL + _LONGEST_TITLE else None
    if label is None or label.style.ordinal or label.style.parent:
        return None
    title = rest[label.end :]
    return label if 2 <= len(title) <= _LONGEST_TITLE and title[-1] not in _OPEN else None


def _is_next(label: Label, before: tuple[int, ...] | None, begun: set[tuple[str, tuple[int, ...]]]) -> bool:
    if label.values[-1] == 1:
        return (label.style.name, (*label.values[:-1], 2)) in begun
    return before is not None and label.values == (*before[:-1], before[-1] + 1)


def _with_rests(lines: Sequence[Line]) -> list[Line]:
    """
    Join the title of an attachment, or of an attached document, with its rest in the next line.

    Below the rest another thing begins. In a list of attachments a rest is what is indented further.
    """
    listed = enumerated(lines)
    found: list[Line] = []
    for at, line in enumerate(lines):
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        titled = len(found) > 1 and _may_go_on(found)
        if (titled and _is_rest(line, after)) or (at - 1 in listed and _hangs(found[-1], line)):
            found[-1] = found[-1].join(line)
        else:
            found.append(line)
    return found


def _may_go_on(lines: Sequence[Line]) -> bool:
    """Whether the last line is the title of an attachment, or of a document below a signature."""
    last = lines[-1]
    if last.markup or len(last.text) < _SHORTEST_BROKEN:
        return False
    if ANNEX.fullmatch(last.text):
        return True
    return not _SAYS.search(last.text) and len(signature_above(lines, len(lines) - 1)) > 0


def _is_rest(line: Line, after: str) -> bool:
    bare = len(line.text) <= _LONGEST_TITLE and not _SAYS.search(line.text) and not NOTE.fullmatch(line.text)
    whole = line.gap == 0 and not line.markup
    return whole and bare and _begins_other(after) and not _begins_other(line.text)


def _hangs(item: Line, line: Line) -> bool:
    bare = len(line.text) <= _LONGEST_TITLE and not _SAYS.search(line.text)
    return bare and line.gap == 0 and line.indent > item.indent and not _begins_other(line.text)


def _begins_other(text: str) -> bool:
    """Whether a line is of another kind than the rest of a title: prose, numbered, or a title itself."""
    return bool(text[-1:] in _STOPS or label_of(text) or is_caption(text) or ANNEX.fullmatch(text))


def _with_titles(lines: Sequence[Line]) -> list[Line]:
    """Join a number that stands alone with the title in the next line."""
    found: list[Line] = []
    for line in lines:
        label = label_of(found[-1].text + " ") if found else None
        alone = label is not None and label.end >= len(found[-1].text) and not label.style.article
        annex = len(found) > 1 and ANNEX_NUMBER.fullmatch(found[-1].text) is not None
        alone = alone or (annex and line.text[-1] not in _STOPS)
        if alone and not label_of(line.text) and not line.markup and len(line.text) <= _LONGEST_TITLE_LINE:
            glue = " " if label is None or found[-1].text[-1].isdecimal() else ""
            found[-1] = found[-1].join(line, glue)
        else:
            found.append(line)
    return found
