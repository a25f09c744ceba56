"""Text to lines: each knows where its characters stood in the source; what had to be repaired is counted."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

# (offset in the line or document, offset in the source text, line of the source): characters from here on
# stand unbroken in the source, up to the next run.
Run = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of text, or several joined, without white space around.

    `gap` counts the blank lines above, `indent` the white space in front (in half-widths), `width` is what it
    filled in the source (in half-widths, white space at the end not counted). `markup` is the level of a
    heading that the file format itself marks (HTML, Word, Markdown), 0 = none.
    """

    text: str
    runs: tuple[Run, ...]
    gap: int = 0
    indent: int = 0
    width: int = 0
    markup: int = 0

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

_BREAK = re.compile(r"\r\n|\r|\n")
_HAN = r"\u3400-\u9fff"
_CJK = rf"{_HAN}，。、；：？！“”‘’《》（）％"

# Radicals of the CJK supplement that stand for whole characters (U+2E80–2EF3; NFKC leaves them as they are).
_RADICALS = str.maketrans(
    "⺁⺇⺈⺊⺌⺍⺎⺒⺓⺕⺜⺝⺟⺠⺧⺩⺬⺮⺷⺸⺼⺽⻁⻄⻅⻆⻉⻊⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳",
    "厂几刀卜小小兀巳幺彐日月母民牛王示竹羊羊月臼虎西见角贝足车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟",
)
_FULLWIDTH = {ord(full): chr(ord(full) - 0xFEE0) for full in "０１２３４５６７８９"} | {
    code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
# One character for one, so that offsets stay.
_MAPPED: tuple[tuple[str, re.Pattern[str], Mapping[int, str | int]], ...] = (
    ("full-width digit or letter", re.compile(r"[０-９Ａ-Ｚａ-ｚ]"), _FULLWIDTH),
    (
        "compatibility character",
        re.compile(r"[\u2f00-\u2fdf\uf900-\ufaff]"),
        {
            code: unicodedata.normalize("NFKC", chr(code))
            for code in (*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00))
            if len(unicodedata.normalize("NFKC", chr(code))) == 1
        },
    ),
    ("compatibility character", re.compile(r"[\u2e80-\u2ef3]"), _RADICALS),
    ("lone surrogate", re.compile(r"[\ud800-\udfff]"), dict.fromkeys(range(0xD800, 0xE000), "\ufffd")),
)
_SPACES = {
    ord(space): " "
    for space in (
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    )
}
_SPACE = re.compile(f"[{''.join(map(chr, _SPACES))}]")

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
_EDIT_LINK = re.compile(
    r"[\[［](?:编辑|編輯|edit)(?: ?[|｜] ?[^\]］]{1,12})?[\]］]\s*$", re.MULTILINE
)  # behind the headings of a wiki
_PAGE_BREAK = re.compile(r"\x0c+")
# In texts that space their digits: 1 9 9 3 年, 3 月, 8 . 8 ％.
_DIGIT_SPACE = re.compile(r"(?<=[\d.．])[ \u3000](?=[\d.．])|(?<=\d)[ \u3000](?=[年月日％%])")
_SPACED_YEAR = re.compile(r"(?<!\d)[12] \d \d \d ?年")
# Typesetters set a space between Chinese and Latin characters; it carries no meaning and splits 2035 年.
_MIXED_SPACE = re.compile(rf"(?<=[{_CJK}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[{_CJK}])")
# In a row of a table spaces set cells apart, so there they all stay.
_CELL_SPACE = re.compile(rf"(?<=[{_HAN}%％\])）]) (?=[{_HAN}%％\[(<>|-])|(?<=[\d|-]) (?=[\d%％\[|-])")
_LETTER_SPACING = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[ \u3000]{{1,4}}[{_HAN}]){{1,5}}(?![{_HAN}])")
_LABEL_SPACE = re.compile(r"^\d{1,3}(?:[.．]\d{1,3})* ")  # 1.1 目标: the space ends the number
_OF_SPACES = (_DIGIT_SPACE, _MIXED_SPACE, _LETTER_SPACING)
_SPACED = 40  # characters; only in lines as short as titles are letters set apart


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended before anything was read: its kind, how often, and the first line in which it stood."""

    kind: str
    n: int
    line: int


def lines_of(text: str, *, markup: Mapping[int, int] | None = None) -> tuple[list[Line], tuple[Repair, ...]]:
    """
    The lines that are not blank, with what was repaired in them.

    Characters are mapped one for one (full-width digits and letters, radicals that stand for whole
    characters, lone surrogates) or removed (control and zero-width characters, the spaces in ``1 9 9 3 年``
    and between Chinese and Latin characters); each kind is counted. `markup` gives the level of marked
    headings by line number.

    Examples
    --------
    >>> found, repairs = lines_of("第一章　总　则\\n\\n１ ９ ９ ３ 年⺠生")
    >>> [line.text for line in found], [(repair.kind, repair.n) for repair in repairs][:2]
    (['第一章　总则', '1993年民生'], [('full-width digit or letter', 4), ('compatibility character', 1)])
    """
    text, repairs = _mapped(text)
    spaced_digits = _SPACED_YEAR.search(text) is not None
    patterns = [(kind, pattern) for kind, pattern in _removals(spaced_digits) if pattern.search(text)]
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    found: list[Line] = []
    gap = indent = start = 0
    for number, (raw, end) in enumerate(_raw_lines(text), start=1):
        line, kinds = _mended(raw, start, number, patterns)
        start = end
        for kind, n in kinds.items():
            counts[kind] += n
            first.setdefault(kind, number)
        if line.text:
            level = markup.get(number, 0) if markup else 0
            found.append(Line(line.text, line.runs, gap, max(line.indent, indent), line.width, level))
            gap = indent = 0
        elif "\u3000" in raw:  # a line of indentation alone: the paragraph begins in the next
            indent = line.indent
        else:
            gap += 1
    mended = (Repair(kind, n, first[kind]) for kind, n in counts.items())
    return found, (*repairs, *mended)


def _mapped(text: str) -> tuple[str, tuple[Repair, ...]]:
    counts: dict[str, Repair] = {}
    for kind, pattern, table in _MAPPED:
        if hit := pattern.search(text):
            line = len(_BREAK.findall(text, 0, hit.start())) + 1
            before = counts.get(kind, Repair(kind, 0, line))
            n = before.n + len(pattern.findall(text))
            counts[kind] = Repair(kind, n, min(line, before.line))
            text = text.translate(table)
    return text.translate(_SPACES) if _SPACE.search(text) else text, tuple(counts.values())


def _removals(spaced_digits: bool) -> list[tuple[str, re.Pattern[str]]]:
    kinds = [
        ("zero-width character", _INVISIBLE),
        ("control character", _CONTROL),
        ("page break", _PAGE_BREAK),
    ]
    kinds += [("wiki edit link", _EDIT_LINK)]
    kinds += [("spaced digits", _DIGIT_SPACE)] if spaced_digits else []
    return [
        *kinds,
        ("space between Chinese and Latin", _MIXED_SPACE),
        ("letter-spaced title", _LETTER_SPACING),
    ]


def _raw_lines(text: str) -> Iterator[tuple[str, int]]:
    """Each line with the offset at which the next begins."""
    start = 0
    for match in _BREAK.finditer(text):
        yield text[start : match.start()], match.end()
        start = match.end()
    yield text[start:], len(text)


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
            spans = [span for span in _removed(pattern, text) if span[0] >= skip]
            if not spans:
                continue
            kinds[kind] = kinds.get(kind, 0) + len(spans)
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
