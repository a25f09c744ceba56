"""
What the pages of a PDF leave in its text: page numbers, running heads, subscripts on lines of their own,
codes of glyphs.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from analysis.reading.cells import is_row
from analysis.reading.document import DroppedLine
from analysis.reading.lines import Line
from analysis.reading.numbering import label_of
from analysis.reading.paragraphs import NUMBERS, ends_sentence
from analysis.reading.widths import LEAST

# --- glyphs whose font does not say which characters they show ----------------------------------------------

GLYPH = re.compile(r"\(cid:\d{1,5}\)")


def without_glyph_codes(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """Drop lines of nothing but (cid:31): they are no text, and their widths are none of the text's."""
    codes = {at for at, line in enumerate(lines) if _is_codes(line.text)}
    kept = [line for at, line in enumerate(lines) if at not in codes]
    return kept, [DroppedLine(lines[at].number, "codes of glyphs", lines[at].text) for at in sorted(codes)]


def _is_codes(text: str) -> bool:
    return "(cid:" in text and not re.search(r"\w", GLYPH.sub("", text))


# --- subscripts that a PDF puts on a line of their own ------------------------------------------------------

_SHORTEST_TORN = 6  # characters of a line that a subscript breaks off; a shorter one is a cell
_SUBSCRIPTED = re.compile(r"(?<![A-Za-z])(?:PM|SO|NO|CO|NH|CH|O|N|H)(?![A-Za-z0-9])")


def with_subscripts(lines: Sequence[Line], *, wrapped: bool = True) -> tuple[list[Line], int, int]:
    """
    Put subscripts back behind their letters: numbers on a line of their own, below as many PM, CO or O.

    Where a line is a paragraph (not `wrapped`), the next goes on behind a number that ended the line above.

    Left where they stand they would join figures: 下降至32 | 2.5 | 微克 would read 322.5微克. Returns the
    lines, how many subscripts were put back, and the line of the first.
    """
    found: list[Line] = []
    count = first = 0
    torn = False
    for line in lines:
        if torn and not (line.markup or label_of(line.text)):
            found[-1] = found[-1].join(line)
            torn = False
            continue
        slots = [match.end() for match in _SUBSCRIPTED.finditer(found[-1].text)] if found else []
        numbers = line.text.split(" ") if slots and NUMBERS.fullmatch(line.text) else []
        torn = False
        if not numbers or len(numbers) != len(slots):
            found.append(line)
            continue
        torn = not wrapped and slots[-1] == len(found[-1].text) >= _SHORTEST_TORN
        found[-1] = _interleaved(found[-1], line, slots, numbers)
        count += len(numbers)
        first = first or line.number
    return found, count, first


def _interleaved(line: Line, below: Line, slots: Sequence[int], numbers: Sequence[str]) -> Line:
    whole, at, taken = line.cut(0, slots[0]), slots[0], 0
    for slot, number in zip([*slots[1:], len(line.text)], numbers, strict=True):
        whole = whole.join(below.cut(taken, taken + len(number)))
        taken += len(number) + 1
        if rest := line.text[at:slot]:
            piece = line.cut(at, slot)
            whole = whole.join(piece, rest[: len(rest) - len(rest.lstrip())])
        at = slot
    return replace(whole, width=line.width)


# --- page numbers and running heads ------------------------------------------------------------------------

_Node = tuple[int, int]  # index of a line, the page number that it may begin with
_LEADING_NUMBER = re.compile(r"\d{1,4}")
_MAY_BE_PAGE = re.compile(r"[-—–·第\s\d]")
_NUMBER_ALONE = re.compile(
    r"[-—–·\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:[,，]?\s*/?\s*共?\s*\d{1,4}\s*页)?[-—–·\s]*"
)
_IN_DASHES = re.compile(r"[-—–·]\s*\d{1,4}\s*[-—–·]|第\s*\d{1,4}\s*页(?:[,，]?\s*/?\s*共\s*\d{1,4}\s*页)?")
_LONGEST_HEAD = 40  # characters
_LONGEST_NOTES = 15  # lines of footnotes on a page
_MOST_LINES, _FEWEST_LINES, _SHORTEST_CHAIN, _SHORTEST_GLUED = 90, 8, 3, 5


def page_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """
    Where page numbers stand: index of the line → length of the number at its beginning.

    A number at the beginning of a line is a page number when it goes on counting from page to page at about
    the same distance, whatever it is glued to (``15三、强化…``, ``425.1.3 促进…``).
    """
    best: dict[_Node, tuple[int, _Node | None]] = {}  # length of the chain, the node before
    recent: dict[int, deque[int]] = {}  # where each value stood, no more lines ago than a page may have
    for index, line in enumerate(lines):
        for value in _page_candidates(line.text, inside=_is_inside(lines, index)):
            before = recent.get(value - 1, deque())
            while before and index - before[0] > _MOST_LINES:
                before.popleft()
            links = [(best[at, value - 1][0], at) for at in before if index - at >= _FEWEST_LINES]
            length, at = max(links, default=(0, -1))  # of equals the nearest
            best[index, value] = (length + 1, (at, value - 1) if links else None)
            recent.setdefault(value, deque()).append(index)
    alone = {index for index, line in enumerate(lines) if _NUMBER_ALONE.fullmatch(line.text)}
    return _longest_chains(best, len(lines), alone)


def _is_inside(lines: Sequence[Line], index: int) -> bool:
    """Whether the line above breaks off within a sentence, so that neither a heading nor a row can follow."""
    above = lines[index - 1] if index else None
    if above is None or above.width < LEAST or ends_sentence(above.text):
        return False
    return not (is_row(above.text) or is_row(lines[index].text))


def _page_candidates(text: str, *, inside: bool) -> Iterator[int]:
    """The page numbers with which a line may begin; a space behind one is believed `inside` a sentence."""
    if not _MAY_BE_PAGE.match(text):
        return
    if alone := _NUMBER_ALONE.fullmatch(text):
        yield int(alone[1])
        return
    label = label_of(text)
    if label is not None and label.style.name == "1.":
        return  # 31.加强… is rather a heading's number than page 3 before 1.加强…
    match = _LEADING_NUMBER.match(text)
    for length in range(1, len(match[0]) + 1) if match else ():
        rest = text[length:]
        numbered = rest[:1].isdecimal() and rest[0] != "0" and label_of(rest)
        if (
            text[0] != "0"
            and rest
            and (numbered or not rest[0].isdecimal())
            and rest[0] not in (".．%％、年月" if inside else " .．%％、年月")
        ):
            yield int(text[:length])


def _longest_chains(
    best: dict[_Node, tuple[int, _Node | None]], count: int, alone: Set[int]
) -> dict[int, int]:
    """
    The nodes of the longest chains that do not overlap.

    Three pages make a chain where the numbers stand alone, five where they are glued to the text and no
    longer chain shows that they are.
    """
    found: dict[int, int] = {}
    covered = bytearray(count)
    for end in sorted(best, key=lambda node: (-best[node][0], node)):
        if best[end][0] < _SHORTEST_CHAIN:
            break
        if covered[end[0]]:
            continue
        chain: list[_Node] = []
        node: _Node | None = end
        while node is not None:
            chain.append(node)
            node = best[node][1]
        first, last = chain[-1][0], chain[0][0]
        glued = any(at not in alone for at, _ in chain)
        if glued and len(chain) < _SHORTEST_GLUED and not found:
            continue  # the contents' own three pages are believed beside the many of the text
        if 1 not in covered[first : last + 1]:
            covered[first : last + 1] = b"\x01" * (last + 1 - first)
            found |= dict(chain)
    return found


def without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """
    Drop page numbers from a text broken at a fixed width, with the heads and footnotes beside them.

    A number in dashes or between 第 and 页 is one wherever it stands; others must count on from page to page,
    or stand alone where most of those do.
    """
    numbers = page_numbers(lines) | {
        at: 0 for at, line in enumerate(lines) if _IN_DASHES.fullmatch(line.text)
    }
    heads, notes = _running_heads(lines, numbers), _footnotes(lines, numbers)
    kept: list[Line] = []
    dropped: list[DroppedLine] = []
    for index, line in enumerate(lines):
        if index in heads or index in notes:
            reason = "running head" if index in heads else "footnote"
            dropped.append(DroppedLine(line.number, reason, line.text))
        elif index not in numbers:
            kept.append(line)
        elif _NUMBER_ALONE.fullmatch(line.text):
            dropped.append(DroppedLine(line.number, "page number", line.text))
        else:
            length = len(str(numbers[index]))
            dropped.append(DroppedLine(line.number, "page number", line.text[:length]))
            kept.append(replace(line.cut(length), width=line.width - length))
    return kept, dropped


def _footnotes(lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """Lines between a note's mark (①) and the page's number, when the mark stands in the text above too."""
    found: set[int] = set()
    for page in numbers:
        first = page
        for at in range(page - 1, max(-1, page - _LONGEST_NOTES), -1):
            mark = lines[at].text[:1]
            above = lines[max(0, at - _MOST_LINES) : at]
            if "①" <= mark <= "⑳" and any(mark in line.text for line in above):
                first = at
        found.update(range(first, page))
    return found


def _running_heads(lines: Sequence[Line], numbers: dict[int, int]) -> set[int]:
    """Lines whose text stands beside at least three page numbers, wherever else they stand alone."""
    beside: dict[str, list[int]] = {}
    for index in numbers:
        for near in (index - 1, index + 1):
            if 0 <= near < len(lines) and near not in numbers and len(lines[near].text) <= _LONGEST_HEAD:
                beside.setdefault(lines[near].text, []).append(near)
    heads = {text for text, places in beside.items() if len(places) >= _SHORTEST_CHAIN}
    return {index for index, line in enumerate(lines) if line.text in heads}
