"""Lines to paragraphs: what the page, the PDF or a web link has broken is joined again."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Literal

from analysis.reading.document import DroppedLine
from analysis.reading.lines import Line, display_width
from analysis.reading.numbering import label_of

Setting = Literal["lines", "blank", "wrapped", "indented"]

_STOPS, _CLOSING = "。！？!?；;：:…", "”’」』）)》"
_END = re.compile(r"[。！？!?；]")
_CANNOT_BEGIN = re.compile(r"[，。、；：？！”’》）」』〉】,;:?!)%％]")
_CANNOT_END = "，、《“‘（「『〈【,("
BULLET = re.compile(r"[—―–-]{2}|[●■◆▪•·※★◎○□►▶]\s*(?=\S)|[-*+]\s+(?=\S)")
_LATIN = re.compile(r"[A-Za-z]{2}")
_PROSE = 40  # half-widths; shorter lines do not tell how a text is set
_NEARLY = 6  # half-widths by which a full line may fall short (a word or a mark that would not fit)
_LEAST = 8  # lines below which nothing is said about how a text is set


def _ends_sentence(text: str) -> bool:
    """Whether a text ends in a stop, quotes and brackets closed behind it."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS and text.rstrip(_CLOSING) != ""


def setting(lines: Sequence[Line]) -> Setting:
    """
    How a text is set.

    ``blank``: blank lines between paragraphs, so lines that touch belong together. ``wrapped``: broken at a
    fixed width, as from a PDF. ``indented``: only the first line of a paragraph is indented, and lines end
    without a stop (one sentence a line). ``lines``: a line is a paragraph.
    """
    prose = [line for line in lines if line.width >= _PROSE]
    if len(prose) < _LEAST:
        return "lines"
    if _is_blank(prose):
        return "blank"
    if _is_wrapped(lines):
        return "wrapped"
    stopped = sum(_ends_sentence(line.text) for line in prose)
    indented = sum(line.indent >= 4 for line in lines)
    if stopped < 0.3 * len(prose) and 0.1 * len(lines) < indented < 0.9 * len(lines):
        return "indented"
    return "lines"


def _is_blank(prose: Sequence[Line]) -> bool:
    """Blank lines above most lines; or above all that are indented, when those that touch the line above are not."""
    apart = [line for line in prose if line.gap]
    if len(apart) >= 0.7 * len(prose):
        return True
    indented = sum(line.indent >= 4 for line in apart)
    touching = sum(line.indent >= 4 for line in prose if not line.gap)
    return len(apart) >= 0.35 * len(prose) and indented >= 0.7 * len(apart) and touching <= 0.05 * len(prose)


def full_width(lines: Sequence[Line]) -> int:
    """The width at which lines are broken: what one line in ten exceeds by nothing or little."""
    widths = sorted(line.width for line in lines)
    return widths[int(0.85 * (len(widths) - 1))]


def _is_wrapped(lines: Sequence[Line]) -> bool:
    full = full_width(lines)
    near = [line for line in lines if abs(line.width - full) <= _NEARLY]
    open_ = sum(not _ends_sentence(line.text) for line in near)
    return full >= _PROSE - 10 and len(near) >= 0.45 * len(lines) and open_ >= 0.5 * len(near)


def paragraphs(lines: Sequence[Line], how: Setting | None = None) -> list[Line]:
    """
    Join lines that belong to one paragraph; headings and bullets always begin one.

    Examples
    --------
    >>> from analysis.reading.lines import lines_of
    >>> found, _ = lines_of("制定《\\n国防法\\n》并实施。\\n二、保障")
    >>> [line.text for line in paragraphs(found)]
    ['制定《国防法》并实施。', '二、保障']
    """
    how = setting(lines) if how is None else how
    goes_on = {"blank": _touches, "indented": _is_not_indented, "lines": _is_torn}.get(how, _Wrapped(lines))
    joined: list[Line] = []
    pieces: list[Line] = []
    for line in lines:
        if pieces and goes_on(pieces, line):
            pieces.append(line)
            continue
        if pieces:
            joined.append(_joined(pieces, how))
        pieces = [line]
    if pieces:
        joined.append(_joined(pieces, how))
    return joined


def _joined(pieces: list[Line], how: Setting) -> Line:
    if len(pieces) == 1:
        return pieces[0]
    glues = [_glue(before.text, after.text, how) for before, after in pairwise(pieces)]
    text, runs = pieces[0].text, list(pieces[0].runs)
    parts = [text]
    length = len(text)
    for glue, piece in zip(glues, pieces[1:], strict=True):
        length += len(glue)
        runs += [(at + length, source, line) for at, source, line in piece.runs]
        parts += [glue, piece.text]
        length += len(piece.text)
    return replace(pieces[0], text="".join(parts), runs=tuple(runs), width=display_width("".join(parts)))


def _glue(before: str, after: str, how: Setting) -> str:
    if how == "indented":
        return "\n"  # each line is a sentence that has lost its stop
    figures = _NUMBERS.fullmatch(after) or _NUMBERS.fullmatch(before)  # a line of its own: no end of a number
    return (
        " " if figures or _LATIN.fullmatch(before[-1] + after[0]) else ""
    )  # between words, not within 20|21


def _begins(line: Line) -> bool:
    """Whether a line cannot go on from the one above: a heading, a bullet."""
    return bool(line.markup or BULLET.match(line.text) or label_of(line.text))


def _is_division(line: Line) -> bool:
    """Whether a line begins with 第X章 or the like, which no prose does."""
    label = label_of(line.text)
    return label is not None and label.style.name[0] == "第" and not label.style.ordinal


def _touches(pieces: list[Line], line: Line) -> bool:
    """Between blank lines: no blank line lies between, and neither is a heading of its own."""
    if line.gap:
        return False
    if _CANNOT_BEGIN.match(line.text) or pieces[-1].text[-1] in _CANNOT_END:
        return True
    if pieces[0].markup or (label_of(pieces[0].text) and not _ends_sentence(pieces[-1].text)):
        return False  # a heading and its text may touch
    return not _begins(line)


def _is_not_indented(pieces: list[Line], line: Line) -> bool:
    """One sentence a line: the first of a paragraph is indented; a heading stands alone."""
    heading = label_of(pieces[0].text)
    alone = heading is not None and not heading.style.ordinal and len(pieces) == 1
    return line.indent < 4 and not line.markup and not label_of(line.text) and not alone


def _is_torn(pieces: list[Line], line: Line) -> bool:
    """A line a paragraph: only what no line can begin or end with is joined."""
    if line.markup or pieces[0].markup:
        return False
    return bool(_CANNOT_BEGIN.match(line.text)) or (pieces[-1].text[-1] in _CANNOT_END and not _begins(line))


class _Wrapped:
    """Broken at a fixed width: a full line goes on in the next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.full = full_width(lines) if lines else 0
        long = [line for line in lines if line.width >= self.full - _NEARLY]
        self.indents = len({line.indent for line in long}) > 1 and median(line.indent for line in long) < 4

    def __call__(self, pieces: list[Line], line: Line) -> bool:
        last = pieces[-1]
        if line.markup or last.markup or (line.text[0] == "第" and _is_division(line)):
            return False
        if self.indents and line.indent >= 4 and last.indent < 4 and _ends_sentence(last.text):
            return False
        if last.width < self.full - _NEARLY:  # the last line of a paragraph, or a line of its own
            return bool(_CANNOT_BEGIN.match(line.text))
        heading = label_of(pieces[0].text)
        if heading and not heading.style.article and not any(_END.search(piece.text) for piece in pieces):
            short = line.width < self.full - 4 - _NEARLY
            return short or (
                last.width >= self.full - 4 and not self._is_first(line)
            )  # the title, or the item, goes on or ends here
        if not _ends_sentence(last.text):
            return not BULLET.match(line.text) or last.text[-1] not in "。；"
        # Both could be: a full line that ends a sentence. The first line of a paragraph is two characters
        # shorter than the others, because it was indented.
        return not _begins(line) and not self._is_first(line)

    def _is_first(self, line: Line) -> bool:
        return self.full - 4 - _NEARLY <= line.width <= self.full - 4 and not _ends_sentence(line.text)


# --- subscripts that a PDF puts on a line of their own ------------------------------------------------------

_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?: \d{1,3}(?:\.\d{1,2})?){0,5}")
_SUBSCRIPTED = re.compile(r"(?<![A-Za-z])(?:PM|SO|NO|CO|NH|CH|O|N|H)(?![A-Za-z0-9])")


def with_subscripts(lines: Sequence[Line]) -> tuple[list[Line], int, int]:
    """
    Put subscripts back behind their letters: numbers on a line of their own, below as many PM, CO or O.

    Left where they stand they would join figures: 下降至32 | 2.5 | 微克 would read 322.5微克. Returns the lines,
    how many subscripts were put back, and the line of the first.
    """
    found: list[Line] = []
    count = first = 0
    for line in lines:
        slots = [match.end() for match in _SUBSCRIPTED.finditer(found[-1].text)] if found else []
        numbers = line.text.split(" ") if slots and _NUMBERS.fullmatch(line.text) else []
        if not numbers or len(numbers) != len(slots):
            found.append(line)
            continue
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
_MOST_LINES, _FEWEST_LINES, _SHORTEST_CHAIN = 90, 8, 3


def page_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """
    Where page numbers stand: index of the line → length of the number at its beginning.

    A number at the beginning of a line is a page number when it goes on counting from page to page at about
    the same distance, whatever it is glued to (``15三、强化…``, ``425.1.3 促进…``).
    """
    best: dict[_Node, tuple[int, int, _Node | None]] = {}  # length of the chain, how glued, the node before
    recent: dict[int, deque[int]] = {}  # where each value stood, no more lines ago than a page may have
    for index, line in enumerate(lines):
        for value in _page_candidates(line.text):
            glued = not line.text[len(str(value)) :].startswith(" ")  # a row of a table begins 15 and a space
            before = recent.get(value - 1, deque())
            while before and index - before[0] > _MOST_LINES:
                before.popleft()
            links = [(*best[at, value - 1][:2], at) for at in before if index - at >= _FEWEST_LINES]
            length, kind, at = max(links, default=(0, 0, -1))  # of equals the nearest
            best[index, value] = (length + 1, kind + glued, (at, value - 1) if links else None)
            recent.setdefault(value, deque()).append(index)
    return _longest_chains(best, len(lines))


def _page_candidates(text: str) -> Iterator[int]:
    if not _MAY_BE_PAGE.match(text):
        return
    if alone := _NUMBER_ALONE.fullmatch(text):
        yield int(alone[1])
        return
    match = _LEADING_NUMBER.match(text)
    for length in range(1, len(match[0]) + 1) if match else ():
        rest = text[length:]
        numbered = rest[:1].isdecimal() and rest[0] != "0" and label_of(rest)
        if (
            text[0] != "0"
            and rest
            and (numbered or not rest[0].isdecimal())
            and rest[0] not in ".．%％、年月"
        ):
            yield int(text[:length])


def _longest_chains(best: dict[_Node, tuple[int, int, _Node | None]], count: int) -> dict[int, int]:
    """The nodes of the longest chains that do not overlap, of at least three pages each."""
    found: dict[int, int] = {}
    covered = bytearray(count)
    for end in sorted(best, key=lambda node: (-best[node][0], -best[node][1], node)):
        if best[end][0] < _SHORTEST_CHAIN:
            break
        if covered[end[0]]:
            continue
        chain: list[_Node] = []
        node: _Node | None = end
        while node is not None:
            chain.append(node)
            node = best[node][2]
        first, last = chain[-1][0], chain[0][0]
        if 1 not in covered[first : last + 1]:
            covered[first : last + 1] = b"\x01" * (last + 1 - first)
            found |= dict(chain)
    return found


def without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[DroppedLine]]:
    """Drop page numbers from a text broken at a fixed width, and the heads that repeat beside them."""
    numbers = page_numbers(lines)
    heads = _running_heads(lines, numbers)
    kept: list[Line] = []
    dropped: list[DroppedLine] = []
    for index, line in enumerate(lines):
        if index in heads:
            dropped.append(DroppedLine(line.number, "running head", line.text))
        elif index not in numbers:
            kept.append(line)
        elif _NUMBER_ALONE.fullmatch(line.text):
            dropped.append(DroppedLine(line.number, "page number", line.text))
        else:
            length = len(str(numbers[index]))
            dropped.append(DroppedLine(line.number, "page number", line.text[:length]))
            rest = line.cut(length)
            kept.append(replace(rest, width=line.width - length))
    return kept, dropped


def _running_heads(lines: Sequence[Line], numbers: dict[int, int]) -> set[int]:
    """Lines beside a page number whose text stands beside at least three of them."""
    beside: dict[str, list[int]] = {}
    for index in numbers:
        for near in (index - 1, index + 1):
            if 0 <= near < len(lines) and near not in numbers and len(lines[near].text) <= _PROSE:
                beside.setdefault(lines[near].text, []).append(near)
    return {index for places in beside.values() if len(places) >= _SHORTEST_CHAIN for index in places}
