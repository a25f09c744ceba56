"""
What a web page, a wiki or a printer leaves around a document: recognised, dropped with its reason, never
silently.
"""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter
from collections.abc import Sequence

from analysis.reading.captions import ANNEX
from analysis.reading.dates import date_alone
from analysis.reading.debris import debris, is_form
from analysis.reading.document import DroppedLine
from analysis.reading.entries import with_entries_apart
from analysis.reading.lines import Line
from analysis.reading.numbering import label_of, number

# Lines from which on nothing is the document any more.
_FOOTERS = (
    ("wiki footer", re.compile(
        r"本作品(是|来自|在|原文|的|为|收录)|Public domain|.{0,20}(维基文库|维基百科|CC BY-SA|知识共享)|↑"
    )),
    ("web page footer", re.compile(
        r"版权所有|Copyright|©|主\s*办(单位)?\s*[:：]|承\s*办(单位)?\s*[:：]|网站标识码|.{0,6}ICP备|"
        r".{0,8}公网安备|技术支持\s*[:：]"
    )),
)  # fmt: skip
_GLOSSARY = re.compile(
    r"(附[件录表]?\s*[\d一二三四五六七八九十]*\s*[：:]?\s*)?[^，。；]{0,30}(名词|词语|术语|指标|用语|词汇|"
    r"专业词)(解释|释义|注释|说明|表)"
)
_LONE_ANNEX = re.compile(r"附[ \u3000]*[件录表][ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000]*[：:]?")
_NOTES = re.compile(r"(注|注释|脚注|尾注|参考文献|参考资料)\s*[：:]?")
_MARK = re.compile(r"注?[\[［〔（(]?(\d{1,3})[\]］〕）)：:.、．]|([①-⑳])")
_NOTE = re.compile(r"[①-⑳]|\[\d+\]|［\d+］|〔\d+〕|\d{1,3}[.、．]|（\d+）|注\d*[：:]")
_DEFINES = re.compile(r"[。．：:]?.{0,40}(是指|系指|指的是|包括|是)|.{1,40}[：:—]")
_CONTENTS = re.compile(r"(.*?)目[ \u3000]*录")
_LEADERS = ("....", "……", "····", "．．．．", "⋯⋯", "____", "────")
_DASHES = "------"
_BEHIND_LEADER = string.whitespace + string.digits + "\u00a0\u3000（）()-"
_LAST_DIGITS = re.compile(r"\d{1,4}\Z")
_LONGEST_CONTENTS, _LONGEST_ENTRY = 600, 80
_LONGEST_NOTE = 4  # lines
_JUDGED = 200  # lines at either end by which notes and glossaries are judged


def is_leader(text: str) -> bool:
    """
    Whether a line is an entry of a table of contents: a row of dots or dashes runs to the page's number.

    Examples
    --------
    >>> is_leader("一、目标……12"), is_leader("第一章 总则 ------ (3)"), is_leader("到2025年……更美。")
    (True, True, False)
    """
    entry = text.rstrip(_BEHIND_LEADER)
    return entry.endswith(_LEADERS) or _DASHES in text[len(entry) :]


def _drop(lines: Sequence[Line], reason: str) -> list[DroppedLine]:
    return [DroppedLine(line.number, reason, line.text) for line in lines]


def without_contents(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """
    Drop the table of contents: a block of lines with leaders, or what follows 目录 until its first entry
    comes again.

    Examples
    --------
    >>> from analysis.reading.lines import lines_of
    >>> contents = "目 录\\n一、目标\\n二、保障\\n"
    >>> found, _ = lines_of(f"规划\\n{contents}一、目标\\n到2025年。\\n二、保障\\n加强领导。")
    >>> [line.text for line in without_contents(found)[0]]
    ['规划', '一、目标', '到2025年。', '二、保障', '加强领导。']
    """
    block = _leaders(lines) or _repeated(lines)
    if block is None:
        apart = with_entries_apart(lines)
        block = _repeated(apart) if len(apart) > len(lines) else None
        if block is None:
            return list(lines), []
        lines = apart
    first, end = block
    head = list(lines[:first])
    if first and (title := _CONTENTS.fullmatch(head[-1].text)):
        kept, marker = head[-1].cut(0, len(title[1])), head[-1].cut(len(title[1]))
        head[-1:] = [kept] if kept.text else []
        return [*head, *lines[end:]], _drop([marker, *lines[first:end]], "table of contents")
    return [*head, *lines[end:]], _drop(lines[first:end], "table of contents")


def _leaders(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The block of lines with leaders; entries that wrapped stand between them."""
    dotted = [at for at, line in enumerate(lines[:_LONGEST_CONTENTS]) if is_leader(line.text)]
    if len(dotted) < 3:
        return None
    end = next((at for at, after in itertools.pairwise(dotted) if after - at > 3), dotted[-1]) + 1
    first = dotted[0]
    while first and not _CONTENTS.fullmatch(lines[first - 1].text) and label_of(lines[first - 1].text):
        first -= 1
    return first, end


def _repeated(lines: Sequence[Line]) -> tuple[int, int] | None:
    """
    What follows 目录 as long as each entry comes again further down.

    It ends where an entry comes for the second time, or at a line that is no entry; a line between entries
    may be the rest of one that wrapped.
    """
    starts = [at for at, line in enumerate(lines[:_LONGEST_CONTENTS]) if _CONTENTS.fullmatch(line.text)]
    entries = [_entries(line.text) for line in lines] if starts else []
    below = Counter(key for keys in entries for key in keys)
    passed = 0
    for at in starts:
        below.subtract(key for keys in entries[passed : at + 1] for key in keys)
        passed = at + 1
        seen: set[str] = set()
        end = at + 1
        for place in range(at + 1, len(lines)):
            keys = entries[place]
            if place - end > 1 or keys & seen or len(lines[place].text) > _LONGEST_ENTRY:
                break
            if any(below[key] > 1 for key in keys):
                seen |= keys
                end = place + 1
        if end > at + 2:
            return at + 1, end
    return None


def _entries(text: str) -> set[str]:
    """
    What a line may be called elsewhere: without the page behind it, a wiki's number before it, the text run
    in.

    Examples
    --------
    >>> "（一）目标" in _entries("2 （一）目标 12")
    True
    """
    title = text if len(text) <= _LONGEST_ENTRY else text.split("。")[0]
    found = {title.split("。")[0], _without_page(title)}
    found |= {re.sub(r"^\d{1,2}(?:\.\d{1,2})* +(?=\S)", "", key) for key in found}
    return {re.sub(r"\s", "", key) for key in found} - {""}


def _without_page(title: str) -> str:
    """
    An entry without the page's number behind it.

    Examples
    --------
    >>> _without_page("目标 … 12"), _without_page("目标2025")
    ('目标', '目标')
    """
    title = title.rstrip()
    if digits := _LAST_DIGITS.search(title[-4:]):
        title = title[: len(title) - len(digits[0])]
    return title.rstrip(string.whitespace + "\u00a0\u3000.…·")


def without_tail(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """Drop footers, then notes and glossaries after the body, then debris, from the end upwards."""
    end, dropped = len(lines), list[DroppedLine]()
    for reason, pattern in _FOOTERS:
        start = next((at for at in range(end // 2, end) if pattern.match(lines[at].text)), end)
        footer = lines[start:end]
        if 0 < start < end and (
            _size(footer) < 0.25 * _size(lines) or all(pattern.match(line.text) for line in footer)
        ):
            dropped = _drop(footer, reason) + dropped
            end = start
    while end > 1:
        last = end
        while end > 1 and debris(lines[end - 1].text):
            end -= 1
        dropped = [
            DroppedLine(line.number, debris(line.text), line.text) for line in lines[end:last]
        ] + dropped
        start, reason = _apparatus(lines[:end])
        if start == end:
            break
        dropped = _drop(lines[start:end], reason) + dropped
        end = start
    return list(lines[:end]), dropped


def without_forms(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """Drop what a notice says of its publication: below the date, or above the annexes, of no other line."""
    forms = {at for at, line in enumerate(lines) if is_form(line.text) and _closes(lines, at)}
    kept = [line for at, line in enumerate(lines) if at not in forms]
    return kept, _drop([lines[at] for at in sorted(forms)], "publication mark")


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether a notice ends at a line: it stands below a date or above an annex."""
    below = at + 1 < len(lines) and ANNEX.fullmatch(lines[at + 1].text) is not None
    return below or (at > 0 and date_alone(lines[at - 1].text) is not None)


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _apparatus(lines: Sequence[Line]) -> tuple[int, str]:
    """Where notes or a glossary begin that go on to the end; the number of lines when there are none."""
    for at in range(len(lines) // 4, len(lines)):
        text = lines[at].text
        if len(text) > 60:
            continue
        bare = text[label.end :] if (label := label_of(text)) else text
        if _NOTES.fullmatch(text) and at + 1 < len(lines) and _are_notes(_ends(lines, at + 1)):
            return at, "notes"
        if (
            at >= len(lines) // 2
            and _GLOSSARY.fullmatch(bare)
            and at + 2 < len(lines)
            and _are_definitions(_ends(lines, at + 1))
        ):
            return (at - 1 if at and _LONE_ANNEX.fullmatch(lines[at - 1].text) else at), "glossary"
    return len(lines), ""


def _ends(lines: Sequence[Line], first: int) -> Sequence[Line]:
    """What follows a line: all of it, or the first and the last of much."""
    if len(lines) - first <= 2 * _JUDGED:
        return lines[first:]
    return [*lines[first : first + _JUDGED], *lines[-_JUDGED:]]


def _are_notes(lines: Sequence[Line]) -> bool:
    """Whether most lines begin with a note's mark; or the marks count up, each with a few lines below."""
    if _share(_NOTE, lines) >= 0.6:
        return True
    marks = [(at, mark) for at, line in enumerate(lines) if (mark := _MARK.match(line.text))]
    values = [number(mark[1] or mark[2]) for _, mark in marks]
    places = [at for at, _ in marks]
    near = all(after - before <= _LONGEST_NOTE for before, after in itertools.pairwise([*places, len(lines)]))
    counted = values[:1] == [1] and all(before < after for before, after in itertools.pairwise(values))
    return len(values) > 1 and counted and near and places[0] == 0


def _share(pattern: re.Pattern[str], lines: Sequence[Line]) -> float:
    return sum(pattern.match(line.text) is not None for line in lines) / len(lines)


def _are_definitions(lines: Sequence[Line]) -> bool:
    """Whether what follows is definitions: most numbered entries say what something is."""
    entries = [line.text[label.end :] for line in lines if (label := label_of(line.text))]
    entries = entries or [line.text for line in lines]
    return sum(_DEFINES.match(text) is not None for text in entries) >= 0.5 * len(entries)
