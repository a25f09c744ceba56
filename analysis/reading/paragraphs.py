"""Lines to paragraphs: what the page, the PDF or a web link has broken is joined again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Literal

from analysis.reading.captions import is_caption
from analysis.reading.cells import is_row, of_one_table
from analysis.reading.debris import debris
from analysis.reading.lines import Line, display_width
from analysis.reading.numbering import label_of
from analysis.reading.titles import apart
from analysis.reading.widths import NEARLY, breaks_lines, full_at, full_widths

Setting = Literal["lines", "blank", "wrapped", "indented"]

_STOPS, _CLOSING = "。！？!?；;：:…", "”’」』）)》"
_END = re.compile(r"[。！？!?；]")
_CANNOT_BEGIN = re.compile(r"[，。、；：？！”’》）」』〉】,;:?!)%％]")
_CANNOT_END = "，、《“‘（「『〈【,("
BULLET = re.compile(r"[—―–-]{2}|[●■◆▪•·※★◎○□►▶]\s*(?=\S)|[-*+]\s+(?=\S)")
_ADDRESSED = re.compile(r"各[^。；]{1,60}(?<![下是为])[：:]")  # 各区人民政府：, not 各项要求如下：
_RUNNING_STOP = re.compile(r"[，。；]")
_RUNNING = re.compile(r"[，。；：、！？,]|.{25}")  # a text under way: punctuation, or much of it
_LATIN = re.compile(r"[A-Za-z]{2}")
_ABBREVIATED = re.compile(  # （CPTPP）等…: what a name above is short for, torn off by a link
    r"[（(][A-Za-z][A-Za-z0-9&.+ -]{1,20}[）)][\u4e00-\u9fff、，]"
)
NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?: \d{1,3}(?:\.\d{1,2})?){0,5}")  # a line of figures alone
_LONGEST_REST = 30  # characters of the second line of a title
_PROSE = 40  # half-widths; shorter lines do not tell how a text is set
_LEAST = 8  # lines below which nothing is said about how a text is set


def ends_sentence(text: str) -> bool:
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
    if breaks_lines(lines, [line for line in lines if not ends_sentence(line.text)]):
        return "wrapped"
    stopped = sum(ends_sentence(line.text) for line in prose)
    indented = sum(line.indent >= 4 for line in lines)
    if stopped < 0.3 * len(prose) and 0.1 * len(lines) < indented < 0.9 * len(lines):
        return "indented"
    return "lines"


def _is_blank(prose: Sequence[Line]) -> bool:
    """
    Blank lines above most lines; or above all that are indented, when those that touch the line above are
    not.
    """
    apart = [line for line in prose if line.gap]
    if len(apart) >= 0.7 * len(prose):
        return True
    indented = sum(line.indent >= 4 for line in apart)
    touching = sum(line.indent >= 4 for line in prose if not line.gap)
    return len(apart) >= 0.35 * len(prose) and indented >= 0.7 * len(apart) and touching <= 0.05 * len(prose)


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
    ways: dict[Setting, Callable[[Sequence[Line]], Callable[[list[Line], Line], bool]]] = {
        "blank": _Blank,
        "wrapped": _Wrapped,
        "lines": _Torn,
        "indented": lambda _: _is_not_indented,
    }
    goes_on = ways[how](lines)
    joined: list[Line] = []
    pieces: list[Line] = []
    for line in lines:
        if pieces and not apart(pieces[-1].text, line.text) and goes_on(pieces, line):
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
    glues = [_glue(before, after, how) for before, after in pairwise(pieces)]
    text, runs = pieces[0].text, list(pieces[0].runs)
    parts = [text]
    length = len(text)
    for glue, piece in zip(glues, pieces[1:], strict=True):
        length += len(glue)
        runs += [(at + length, source, line) for at, source, line in piece.runs]
        parts += [glue, piece.text]
        length += len(piece.text)
    return replace(pieces[0], text="".join(parts), runs=tuple(runs), width=display_width("".join(parts)))


def _glue(above: Line, below: Line, how: Setting) -> str:
    before, after = above.text, below.text
    if how == "indented":  # each line is a sentence that has lost its stop, unless a page ends within it
        return "" if above.runs[-1][2] == below.number else "\n"
    figures = NUMBERS.fullmatch(after) or NUMBERS.fullmatch(before)  # a line of its own: no end of a number
    return (
        " " if figures or _LATIN.fullmatch(before[-1] + after[0]) else ""
    )  # between words, not within 20|21


def _begins(line: Line) -> bool:
    """Whether a line cannot go on from the one above: a heading, a bullet, the title of a box."""
    return bool(line.markup or BULLET.match(line.text) or label_of(line.text) or is_caption(line.text))


def _is_division(line: Line) -> bool:
    """Whether a line begins with 第X章 or the like, which no prose does."""
    label = label_of(line.text)
    return label is not None and label.style.name[0] == "第" and not label.style.ordinal


def _touches(pieces: list[Line], line: Line) -> bool:
    """Between blank lines: no blank line lies between, and neither is a heading of its own."""
    if _CANNOT_BEGIN.match(line.text) or pieces[-1].text[-1] in _CANNOT_END:
        return True
    if _ABBREVIATED.match(line.text) and not ends_sentence(pieces[-1].text):
        return True
    if of_one_table(pieces[-1].text, line.text):
        return False
    if pieces[0].markup or (label_of(pieces[0].text) and not ends_sentence(pieces[-1].text)):
        # A heading and its text may touch; a short line without a stop is the rest of the title.
        return not (line.markup or pieces[0].markup or _begins(line)) and _is_title_rest(line)
    if (
        not any(_RUNNING.search(piece.text) for piece in pieces)
        or debris(pieces[-1].text)
        or debris(line.text)
    ):
        return False  # titles and navigation: nothing is torn
    return not _begins(line)


def _is_title_rest(line: Line) -> bool:
    return len(line.text) <= _LONGEST_REST and not re.search(r"[。；！？!?：:]", line.text)


def _is_not_indented(pieces: list[Line], line: Line) -> bool:
    """One sentence a line: the first of a paragraph is indented; a heading stands alone."""
    heading = label_of(pieces[0].text)
    alone = heading is not None and not heading.style.ordinal and len(pieces) == 1
    return line.indent < 4 and not line.markup and not label_of(line.text) and not alone


class _Indented:
    """Where paragraphs are indented: a line that is not goes on from one that breaks off."""

    def __init__(self, lines: Sequence[Line]) -> None:
        prose = [line for line in lines if _RUNNING.search(line.text) and not _begins(line)]
        indented = sum(line.indent >= 4 for line in prose)
        self.indented = len(prose) >= _LEAST and indented >= 0.4 * len(prose)

    def goes_on(self, pieces: list[Line], line: Line) -> bool:
        first, last = pieces[0], pieces[-1]
        below = self.indented and first.indent >= 4 > line.indent and not _begins(line)
        return below and _is_under_way(first.text) and not ends_sentence(last.text)


def _is_under_way(text: str) -> bool:
    """Whether a line is prose; a short numbered line that holds no sentence is rather a heading."""
    heading = len(text) <= _LONGEST_REST and label_of(text) and not _END.search(text)
    return bool(_RUNNING.search(text)) and not heading


class _Blank(_Indented):
    """Blank lines between paragraphs: what touches belongs together."""

    def __call__(self, pieces: list[Line], line: Line) -> bool:
        if line.gap:
            return not line.markup and not pieces[0].markup and self.goes_on(pieces, line)
        return _touches(pieces, line)


class _Torn(_Indented):
    """A line a paragraph: only what no line can begin or end with is joined."""

    def __call__(self, pieces: list[Line], line: Line) -> bool:
        last = pieces[-1]
        if line.markup or pieces[0].markup:
            return False
        if _CANNOT_BEGIN.match(line.text) or (last.text[-1] in _CANNOT_END and not _begins(line)):
            return True
        return self.goes_on(pieces, line)


class _Wrapped:
    """Broken at fixed widths: a full line goes on in the next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.fulls = full_widths(lines) or (0,)
        self.counted: dict[str, tuple[int, ...]] = {}  # how far each style has counted
        long = [line for line in lines if full_at(line.width, self.fulls)]
        self.indents = len({line.indent for line in long}) > 1 and median(line.indent for line in long) < 4

    def __call__(self, pieces: list[Line], line: Line) -> bool:
        joined = self._goes_on(pieces, line)
        label = None if joined else label_of(line.text)
        if label is not None:
            self.counted[label.style.name] = label.values
        return joined

    def _goes_on(self, pieces: list[Line], line: Line) -> bool:
        last = pieces[-1]
        if line.first or line.markup or last.markup or (line.text[0] == "第" and _is_division(line)):
            return False
        if _ADDRESSED.fullmatch(line.text) and not _RUNNING_STOP.search(last.text):
            return False  # below a notice's title
        if self.indents and line.indent >= 4 and last.indent < 4 and ends_sentence(last.text):
            return False
        full = None if is_row(last.text) or is_row(line.text) else full_at(last.width, self.fulls)
        if full is None or self._is_caption(line):  # the last line of a paragraph, or a line of its own
            return bool(_CANNOT_BEGIN.match(line.text))
        heading = label_of(pieces[0].text)
        if heading and not heading.style.article and not any(_END.search(piece.text) for piece in pieces):
            short = line.width < full - 4 - NEARLY
            return short or (
                last.width >= full - 4 and not _is_first(line, full)
            )  # the title, or the item, goes on or ends here
        if not ends_sentence(last.text):
            if self._counts_on(line) and (last.text[-1] in "）)" or self._is_alone(line)):
                return False
            return not BULLET.match(line.text) or last.text[-1] not in "。；"
        # Both could be: a full line that ends a sentence. The first line of a paragraph is two characters
        # shorter than the others, because it was indented; a line set wider is of another block.
        wider = line.width > last.width + NEARLY
        return not (wider or _begins(line) or _is_first(line, full))

    def _is_caption(self, line: Line) -> bool:
        """Whether a line that ends before the width is the title of a box: prose that names one is full."""
        return is_caption(line.text) and self._is_alone(line)

    def _is_alone(self, line: Line) -> bool:
        return full_at(line.width, self.fulls) is None and not ends_sentence(line.text)

    def _counts_on(self, line: Line) -> bool:
        """Whether a line begins with the number that comes next, as no prose does by chance."""
        label = label_of(line.text)
        before = self.counted.get(label.style.name) if label else None
        return label is not None and before is not None and label.values == (*before[:-1], before[-1] + 1)


def _is_first(line: Line, full: int) -> bool:
    return full - 4 - NEARLY <= line.width <= full - 4 and not ends_sentence(line.text)
