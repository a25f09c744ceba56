"""Text to lines: each knows where its characters stood in the source; what had to be repaired is counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.reading.mapping import BREAK, Repair, mapped
from analysis.reading.script import Script

# (offset in the line or document, offset in the source text, line of the source): characters from here on
# stand unbroken in the source, up to the next run.
Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of text, or several joined, without white space around.

    `gap` counts the blank lines above, `indent` the white space in front (in half-widths), `width` is what it
    filled in the source (in half-widths, white space at the end not counted). `markup` is the level of a
    heading that the file format itself marks (HTML, Word, Markdown), 0 = none; `first` says that the format
    shows a paragraph to begin here.
    """

    text: str
    runs: tuple[Run, ...]
    gap: int = 0
    indent: int = 0
    width: int = 0
    markup: int = 0
    first: bool = False

    @property
    def number(self) -> int:
        """The line of the source in which it begins, from 1."""
        return self.runs[0][2]

    def cut(self, start: int, end: int | None = None) -> Line:
        """
        The part between two offsets, without white space around.

        Examples
        --------
        >>> Line("一、目标　　到2025年", ((0, 7, 3),)).cut(4).text
        '到2025年'
        """
        end = len(self.text) if end is None else end
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        text = piece.strip()
        return replace(self, text=text, runs=tuple(_runs_between(self.runs, start, start + len(text))))

    def join(self, other: Line, glue: str = "") -> Line:
        """Put another line behind this one."""
        shift = len(self.text) + len(glue)
        moved = tuple((at + shift, source, line) for at, source, line in other.runs)
        return replace(self, text=self.text + glue + other.text, runs=self.runs + moved)


def _runs_between(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    first = max(0, bisect_right(runs, start, key=lambda run: run[0]) - 1)
    for place in range(first, len(runs)):
        at, source, line = runs[place]
        if at >= end and at > start:
            return
        yield max(at, start) - start, source + max(0, start - at), line


def origin(runs: tuple[Run, ...], offset: int) -> tuple[int, int]:
    """The offset in the source, and the line there, of the character at `offset`."""
    at, source, line = runs[bisect_right(runs, offset, key=lambda run: run[0]) - 1]
    return source + offset - at, line


# --- what is repaired --------------------------------------------------------------------------------------

_ODD_BREAK = re.compile(r"[\x0b\x0c\x85\u2028\u2029]+")  # line ends of other programs, and of pages
_HAN = r"\u3400-\u9fff"
_CJK = rf"{_HAN}，。、；：？！“”‘’《》（）％"

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]+")
_EDIT_LINK = re.compile(
    r"[\[［](?:编辑|編輯|edit)(?: ?[|｜] ?[^\]］]{1,12})?[\]］]\s*$", re.MULTILINE
)  # behind the headings of a wiki
# In texts that space their digits: 1 9 9 3 年, 3 月, 8 . 8 ％.
_DIGIT_SPACE = re.compile(r"(?<=[\d.．])[ \u3000](?=[\d.．])|(?<=\d)[ \u3000](?=[年月日％%])")
_SPACED_YEAR = re.compile(r"(?<!\d)[12] \d \d \d ?年")
# Typesetters set a space between Chinese and Latin characters; it carries no meaning and splits 2035 年.
_MIXED_SPACE = re.compile(rf"(?<=[{_CJK}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[{_CJK}])")
# In a row of a table spaces set cells apart, so there they all stay.
_CELL_SPACE = re.compile(rf"(?<=[{_HAN}%％\])）]) (?=[{_HAN}%％\[(<>|-])|(?<=[\d|-]) (?=[\d%％\[|-])")
_LETTER_SPACING = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[ \u3000]{{1,4}}[{_HAN}]){{1,5}}(?![{_HAN}])")
_LABEL_SPACE = re.compile(r"^\d{1,3}(?:[.．]\d{1,3})* ")  # 1.1 目标: the space ends the number
# What scanning leaves between, or inside, Chinese words: 数字 化转型, or every character apart.
_WORD_SPACE = re.compile(rf"(?<=[{_CJK}])[ \u3000]+(?=[{_CJK}])")
_PROSE = re.compile(r"[，。；：、！？]|^第[一二三四五六七八九十百]{1,9}[章条节]")
_SO_SPACED, _FEWEST_SPACES = 0.03, 5  # blanks a Chinese character of the prose, and in all
_OF_SPACES = (_DIGIT_SPACE, _MIXED_SPACE, _LETTER_SPACING, _WORD_SPACE)
_SPACED = 40  # characters; only in lines as short as titles are letters set apart


def lines_of(
    text: str,
    *,
    markup: Mapping[int, int] | None = None,
    begins: Collection[int] = (),
    script: Script = "kept",
) -> tuple[list[Line], tuple[Repair, ...]]:
    """
    The lines that are not blank, with what was repaired in them.

    Characters are mapped one for one (full-width digits and letters, radicals that stand for whole
    characters, lone surrogates) or removed (control and zero-width characters, the spaces in ``1 9 9 3 年``
    and between Chinese and Latin characters, and in texts that are set so those between Chinese ones); each
    kind is counted. Lines end at page breaks, U+2028, U+2029, VT and NEL too. `markup` gives the level of
    marked headings by line number, `begins` the lines with which a paragraph certainly begins, `script`
    whether traditional script is made simplified.

    Examples
    --------
    >>> found, repairs = lines_of("第一章　总　则\\n\\n１ ９ ９ ３ 年⺠生")
    >>> [line.text for line in found], [(repair.kind, repair.n) for repair in repairs][:2]
    (['第一章　总则', '1993年民生'], [('full-width digit or letter', 4), ('compatibility character', 1)])
    """
    text, repairs = mapped(text, script=script)
    spaced_digits = _SPACED_YEAR.search(text) is not None
    patterns = [
        (kind, pattern)
        for kind, pattern in _removals(spaced_digits, spaced_words(text))
        if pattern.search(text)
    ]
    counts: Counter[str] = Counter()
    first_of: dict[str, int] = {}
    found: list[Line] = []
    gap = indent = 0
    for number, start, raw, kind in _raw_lines(text):
        if kind:
            counts[kind] += 1
            first_of.setdefault(kind, number)
        line, kinds = _mended(raw, start, number, patterns)
        for kind, n in kinds.items():
            counts[kind] += n
            first_of.setdefault(kind, number)
        if line.text:
            level = markup.get(number, 0) if markup else 0
            indent, first = max(line.indent, indent), number in begins
            found.append(Line(line.text, line.runs, gap, indent, line.width, level, first))
            gap = indent = 0
        elif "\u3000" in raw:  # a line of indentation alone: the paragraph begins in the next
            indent = line.indent
        else:
            gap += 1
    mended = (Repair(kind, n, first_of[kind]) for kind, n in counts.items())
    return found, (*repairs, *mended)


def _removals(spaced_digits: bool, spaced_words: bool) -> list[tuple[str, re.Pattern[str]]]:
    kinds = [
        ("zero-width character", _INVISIBLE),
        ("control character", _CONTROL),
    ]
    kinds += [("wiki edit link", _EDIT_LINK)]
    kinds += [("spaced digits", _DIGIT_SPACE)] if spaced_digits else []
    kinds += [("space inside Chinese", _WORD_SPACE)] if spaced_words else []
    return [
        *kinds,
        ("space between Chinese and Latin", _MIXED_SPACE),
        ("letter-spaced word", _LETTER_SPACING),
    ]


def spaced_words(text: str) -> bool:
    """
    Whether a text is set with blanks between its Chinese words or characters, as scanning leaves it.

    Judged by prose alone: titles and rows of tables are spaced in many texts.

    Examples
    --------
    >>> spaced_words("全面 推进 数字 化转型，改善 民生，扩大 养老服务 供给。")
    True
    >>> spaced_words("第一章　总 则\\n全面推进转型，改善民生。")
    False
    """
    if not _WORD_SPACE.search(text):
        return False
    prose = [line.strip() for line in BREAK.split(text) if "。" in line or "，" in line]
    blanks = sum(len(_WORD_SPACE.findall(line)) for line in prose)
    han = sum(len(re.findall(rf"[{_HAN}]", line)) for line in prose)
    return blanks >= _FEWEST_SPACES and blanks > _SO_SPACED * han


def _raw_lines(text: str) -> Iterator[tuple[int, int, str, str]]:
    """
    Each line: its number, where it begins, its characters, and what ended it where that is no line feed.

    Other line ends are counted as lines of the file where it has no line feeds; else editors do not.
    """
    number, own, start = 1, not BREAK.search(text), 0
    for match in re.finditer(rf"{BREAK.pattern}|{_ODD_BREAK.pattern}", text):
        odd = _ODD_BREAK.fullmatch(match[0]) is not None
        piece = text[start : match.start()]
        if piece or not odd:
            yield number, start, piece, _kind_of_break(match[0]) if odd else ""
        number += own or not odd
        start = match.end()
    yield number, start, text[start:], ""


def _kind_of_break(mark: str) -> str:
    return "page break" if set(mark) == {"\x0c"} else "unusual line end"


def _mended(
    raw: str, start: int, number: int, patterns: Iterable[tuple[str, re.Pattern[str]]]
) -> tuple[Line, dict[str, int]]:
    kinds: dict[str, int] = {}
    runs: tuple[Run, ...] = ((0, start, number),)
    text = raw
    spaced = " " in raw or "\u3000" in raw
    for kind, pattern in patterns:
        if (spaced or pattern not in _OF_SPACES) and pattern.search(text):
            keep = _LABEL_SPACE.match(text.lstrip()) if pattern is _MIXED_SPACE else None
            skip = len(text) - len(text.lstrip()) + keep.end() if keep else 0
            if pattern is _MIXED_SPACE and _CELL_SPACE.search(text, skip):
                continue
            if pattern is _WORD_SPACE and not _PROSE.search(text):
                continue
            spans = [span for span in _removed(pattern, text) if span[0] >= skip]
            if not spans:
                continue
            n = len(pattern.findall(text)) if pattern is _LETTER_SPACING else len(spans)  # words, not blanks
            kinds[kind] = kinds.get(kind, 0) + n
            text, runs = _without(text, runs, spans)
    stripped = text.strip()
    first = len(text) - len(text.lstrip())
    if len(stripped) < len(text):
        runs = tuple(_runs_between(runs, first, first + len(stripped))) or runs[:1]
    return Line(stripped, runs, 0, display_width(text[:first]), display_width(raw.strip())), kinds


def _removed(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    if pattern is not _LETTER_SPACING:
        yield from (match.span() for match in pattern.finditer(text))
    elif len(text) <= _SPACED:
        for match in pattern.finditer(text):
            yield from (
                (match.start() + space.start(), match.start() + space.end())
                for space in re.finditer(r"[ \u3000]+", match[0])
            )


def _without(text: str, runs: tuple[Run, ...], spans: list[tuple[int, int]]) -> tuple[str, tuple[Run, ...]]:
    pieces, kept, length, at = [], [], 0, 0
    for start, end in (*spans, (len(text), len(text))):
        if start > at:
            pieces.append(text[at:start])
            kept += [
                (length + offset, source, line) for offset, source, line in _runs_between(runs, at, start)
            ]
            length += start - at
        at = end
    return "".join(pieces), tuple(kept) or runs[:1]


def display_width(text: str) -> int:
    """
    How much room a text takes, in half-widths: Chinese characters and their punctuation take two.

    Counted in bytes of GB18030, which is exact for its two-byte characters and as fast as copying.

    Examples
    --------
    >>> display_width("到2025年")
    8
    """
    return len(text.encode("gb18030", "replace"))
