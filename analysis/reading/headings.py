"""Which paragraphs are headings, and at which level: by their numbers, their setting and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from analysis.reading.lines import Line
from analysis.reading.numbering import LONGEST_TITLE, STYLES, Label, Style, label_of
from analysis.reading.paragraphs import BULLET

_LONGEST_RUN_IN = 60  # characters of a title that runs into its paragraph
_SHORT = 30  # characters of a heading that has no number
_CENTRED = 8  # half-widths of white space in front
_FIGURES = re.compile(r"\d\S* +\S*\d\S* ")  # cells
_END = re.compile(r"[。！？!?]")
_OPEN = "；;，,、"
_STOPS = "。；;！？!?：:，,"
_ARTICLE_TITLE = re.compile(r"[【〔［\[（(]([^】〕］\]）)]{1,30})[】〕］\]）)][ \u3000]*")

# Headings that carry no number.
UNNUMBERED = re.compile(
    r"(前[ \u3000]*言|序[ \u3000]*言|引[ \u3000]*言|导[ \u3000]*言|结[ \u3000]*束?[ \u3000]*语|后[ \u3000]*记|尾[ \u3000]*声)"
)
_ANNEX = re.compile(
    r"附[ \u3000]*[件录表][ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000]*[：:]?[^。；]{0,50}"
)
_ATTACHMENTS = re.compile(r"附[ \u3000]*件[ \u3000]*[：:][ \u3000]*1[.．、].*")  # a list of them: 附件：1.…
_BOX = re.compile(r"专栏[ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000：:]*[^。；]{0,40}")
_NEVER = re.compile(r"(各位|同志|女士|先生).{0,20}[：:！!]|[（(].*[）)]|(图|表)[ \u3000]*\d.*")


@dataclass(frozen=True, slots=True)
class Heading:
    """
    A heading: in which line, its style, number as printed, title, level (1 = highest) and where it ends.

    Text after `end` in the same line is its paragraph: the title runs into it.
    """

    index: int
    style: str
    label: str
    title: str
    end: int
    level: int = 0

    @property
    def values(self) -> tuple[int, ...]:
        """What its number counts; empty without a number."""
        from analysis.reading.numbering import numbers

        return numbers(self.label) if self.label else ()


def headings(lines: Sequence[Line], *, blank: bool = False) -> list[Heading]:
    """
    The headings among the paragraphs of a body, in order, with their levels.

    A style's level comes from the order in which styles first appear, so 一、 above （一） and （一） above 一、
    are both read as they are. Items of a list (ending in ；, or a sentence each and directly after one
    another) are none. An annex is a heading of the first level, and what is numbered in it stands below.
    `blank` says that blank lines set paragraphs apart; a short line set off by more of them is a heading.
    """
    apart = _set_off(lines, blank)
    numbered = [
        heading for at, line in enumerate(lines) if (heading := _numbered(at, line.text, at in apart))
    ]
    numbered = _outside_boxes(numbered, lines)
    attachments = _attachments(lines)
    numbered = _without_lists([heading for heading in numbered if heading.index not in attachments], lines)
    numbered = _with_bare_numbers(_plausible(numbered), lines)
    known = {heading.index for heading in numbered}
    bare = [
        heading
        for at in range(len(lines))
        if at not in known and (heading := _bare(at, lines, apart.get(at, "")))
    ]
    found = sorted([*numbered, *bare], key=lambda heading: heading.index) or _plain(lines)
    return _levelled(found, lines, apart)


def _numbered(at: int, text: str, set_off: bool) -> Heading | None:
    label = label_of(text)
    if label is None or (label.style.ordinal and "\n" in text):
        return None
    if label.style.article:
        return _article(at, text, label)
    first = _END.search(text, label.end)
    title = text[label.end : first.start() if first else len(text)]
    own_line = first is None or not text[first.end() :].strip("”’」』）)")
    longest = (1 + set_off) * LONGEST_TITLE if own_line else _LONGEST_RUN_IN
    if (
        label.style.name[:2] == "第X"
        and "，" in title
        and text[-1] == "。"
        and text[label.end - 1] not in " \u3000"
    ):
        return None  # 第三章提出的任务，由各部门落实。
    decimal = "." in label.printed and (0 in label.values or re.match(r"\d{1,3}(\D|$)", title))
    if decimal or _FIGURES.search(title):  # 6.0级地震; a row of a table
        return None
    if (
        len(title) > longest
        or "；" in title
        or (own_line and text[-1] in _OPEN)
        or (not title and not own_line)
    ):
        return None
    end = len(text) if own_line or first is None else first.end()
    return Heading(at, label.style.name, label.printed, title.rstrip("：: "), end)


def _article(at: int, text: str, label: Label) -> Heading:
    """第X条: the text begins at once, unless a short line without a stop is its title."""
    rest = text[label.end :]
    if match := _ARTICLE_TITLE.match(rest):
        return Heading(at, label.style.name, label.printed, match[1], label.end + match.end())
    if len(rest) <= LONGEST_TITLE // 2 and rest[-1:] not in _STOPS:
        return Heading(at, label.style.name, label.printed, rest, len(text))
    return Heading(at, label.style.name, label.printed, "", label.end)


# --- what looks like a heading and is none -----------------------------------------------------------------


def _without_lists(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """Leave out the items of lists, and sentences that an ordinal numbers."""
    kept: list[Heading] = []
    for name in dict.fromkeys(heading.style for heading in found):
        style = next(style for style in STYLES if style.name == name)
        items = [heading for heading in found if heading.style == name and not _ends_list(heading, lines)]
        for group in _groups(items):
            if style.article or not _is_list(group, lines, style):
                kept += group
    return sorted(kept, key=lambda heading: heading.index)


def _attachments(lines: Sequence[Line]) -> set[int]:
    """The lines of lists of attachments, behind their first: 附件：1.…, 2.…, 3.…."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if _ATTACHMENTS.fullmatch(line.text):
            for value, after in enumerate(range(at + 1, len(lines)), start=2):
                label = label_of(lines[after].text)
                if label is None or label.values != (value,):
                    break
                found.add(after)
    return found


def _outside_boxes(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """Leave out what is numbered in a box (专栏): until a division begins, or the numbers above it go on."""
    boxes = iter([at for at, line in enumerate(lines) if at and _BOX.fullmatch(line.text)])
    box = next(boxes, len(lines))
    kept: list[Heading] = []
    last: dict[str, tuple[int, ...]] = {}
    inside = False
    for heading in found:
        while heading.index > box:
            inside, box = True, next(boxes, len(lines))
        before = last.get(heading.style)
        goes_on = before is not None and heading.values == (*before[:-1], before[-1] + 1)
        if inside and not goes_on and heading.style[:2] != "第X":
            continue
        inside = False
        last[heading.style] = heading.values
        kept.append(heading)
    return kept


def _groups(found: Sequence[Heading]) -> list[list[Heading]]:
    """Runs that count upwards."""
    groups: list[list[Heading]] = []
    for heading in found:
        if groups and groups[-1][-1].values < heading.values:
            groups[-1].append(heading)
        else:
            groups.append([heading])
    return groups


def _is_list(group: Sequence[Heading], lines: Sequence[Line], style: Style) -> bool:
    if style.name[0] == "第" and not style.ordinal:
        return False
    bodiless = [heading for heading in group[:-1] if _is_bodiless(heading, lines)]
    if style.ordinal:
        own = all(heading.end == len(lines[heading.index].text) for heading in group)
        return not own or len(group) < 2 or bool(bodiless)
    if len(group) == 1:
        text = lines[group[0].index].text
        return _is_bodiless(group[0], lines) and text[-1] in "。；：" and len(group[0].title) > 20
    ends = [heading for heading in bodiless if lines[heading.index].text[-1] in "。！？；;!?：:"]
    return len(ends) >= 0.5 * (len(group) - 1)


def _ends_list(heading: Heading, lines: Sequence[Line]) -> bool:
    """Whether the line above is an item of the same style that ends in a semicolon or a comma."""
    above = lines[heading.index - 1].text if heading.index else ""
    return above[-1:] in _OPEN and above != "" and _same_style(above, heading.style)


def _is_bodiless(heading: Heading, lines: Sequence[Line]) -> bool:
    """Whether nothing stands below but the next number of its style, or nothing at all."""
    if heading.end < len(lines[heading.index].text):
        return False
    after = heading.index + 1
    return after >= len(lines) or _same_style(lines[after].text, heading.style)


def _same_style(text: str, style: Style | str) -> bool:
    label = label_of(text)
    return label is not None and label.style.name == (style if isinstance(style, str) else style.name)


def _plausible(found: list[Heading]) -> list[Heading]:
    """Leave out decimals that read like 2.5, single numbers that begin nowhere, and styles without their parent."""
    counts = Counter(heading.style for heading in found)
    parents = {style.name for style in STYLES if style.parent}
    kept: list[Heading] = []
    last: dict[int, tuple[int, ...]] = {}
    plain = 0  # the last bare number taken for a heading: 6 恢复重建 has no 6.1 but follows 5
    for at, heading in enumerate(found):
        depth = len(heading.values)
        if heading.style in parents:
            if not _has_child(heading, found[at + 1 : at + 2]) and not (0 < plain == heading.values[0] - 1):
                continue
            plain = heading.values[0]
        if counts[heading.style] == 1 and heading.values[-1] != 1 and heading.style[0] != "第":
            continue
        if depth > 1:
            if not _follows(last.get(depth), heading.values):
                continue
            last[depth] = heading.values
        kept.append(heading)
    return kept


def _has_child(heading: Heading, after: Sequence[Heading]) -> bool:
    """Whether the next heading is the first below: 3.1 after 3."""
    return bool(after) and after[0].values == (*heading.values, 1)


def _follows(before: tuple[int, ...] | None, found: tuple[int, ...]) -> bool:
    """Whether a number such as 3.2 can come after another; a number may be missing, or two."""
    if before is None:
        return found[-1] == 1
    if found[:-1] == before[:-1]:
        return found[-1] <= before[-1] + 3
    return (found[-1] <= 2 and 0 <= found[0] - before[0] <= 3) or found == (1,) * len(found)


def _with_bare_numbers(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """
    Add the heading that a gap of one number misses, when a line between begins with just that number.

    A copy may lose the mark behind a number (6科技教育 between 5． and 7．) or garble it (2，大力发展).
    """
    added: list[Heading] = []
    last: dict[str, Heading] = {}
    for heading in found:
        before = last.get(heading.style)
        last[heading.style] = heading
        if before and heading.style == "1." and heading.values[0] == before.values[0] + 2:
            lost = _bare_number(before.values[0] + 1)
            between = range(before.index + 1, heading.index)
            hits = [(at, match) for at in between if (match := lost.match(lines[at].text))]
            if len(hits) == 1:
                at, match = hits[0]
                added.append(Heading(at, heading.style, match[1], match[2].rstrip("。"), match.end()))
    return sorted([*found, *added], key=lambda heading: heading.index)


def _bare_number(value: int) -> re.Pattern[str]:
    return re.compile(
        rf"({value})[，,·:：;；]?[ \u3000]*([\u4e00-\u9fff“《][^。！？；\n]{{1,{LONGEST_TITLE}}}。?)(?=\n|$)"
    )


# --- headings without a number -----------------------------------------------------------------------------


def _bare(at: int, lines: Sequence[Line], set_off: str) -> Heading | None:
    line = lines[at]
    text = line.text
    if len(text) > (2 if set_off else 1) * LONGEST_TITLE or text[-1] in _STOPS:
        return None
    if UNNUMBERED.fullmatch(text):
        return Heading(at, "bare", "", re.sub(r"[ \u3000]", "", text), len(text))
    is_annex = _ANNEX.fullmatch(text) and not _ATTACHMENTS.fullmatch(text)
    if at and is_annex and at + 1 < len(lines):
        return Heading(at, "annex", "", text, len(text))
    if at and _BOX.fullmatch(text):
        return Heading(at, "box", "", text, len(text))
    if line.markup:
        return Heading(at, f"h{line.markup}", "", text, len(text))
    if set_off and _is_bare_text(text):
        return Heading(at, set_off, "", text, len(text))
    return None


def _set_off(lines: Sequence[Line], blank: bool) -> dict[int, str]:
    """
    The lines that their setting makes headings, with their style.

    ``set off``: more blank lines above than between paragraphs (and below, unless the line is short and
    prose follows); ``centred``: far indented above prose that is not.
    """
    usual = median(line.gap for line in lines) if lines else 0
    found: dict[int, str] = {}
    for at, line in enumerate(lines[:-1]):
        after = lines[at + 1]
        short = len(line.text) <= _SHORT and line.text[-1] not in _STOPS and after.text[-1] in _STOPS
        far = blank and line.gap >= usual + 2 and after.gap >= usual + 1
        apart = blank and short and line.gap >= usual + 1 and after.gap >= usual
        centred = short and line.indent >= _CENTRED and after.indent <= _CENTRED // 2
        if far or apart or centred:
            found[at] = "centred" if centred else "set off"
    return found


def _plain(lines: Sequence[Line]) -> list[Heading]:
    """
    Short lines without a stop above prose: the headings of a text that has no other sign of any.

    At least two, and none at the end of a list or above another.
    """
    found = [
        Heading(at, "plain", "", line.text, len(line.text))
        for at, line in enumerate(lines[:-1])
        if len(line.text) <= _SHORT
        and _is_bare_text(line.text)
        and lines[at + 1].text[-1] in _STOPS
        and len(lines[at + 1].text) > len(line.text)
        and (at == 0 or lines[at - 1].text[-1] in "。！？!?")
    ]
    return found if len(found) >= 2 else []


def _is_bare_text(text: str) -> bool:
    return (
        text[-1] not in _STOPS
        and not BULLET.match(text)
        and not _NEVER.fullmatch(text)
        and not label_of(text)
    )


# --- levels ------------------------------------------------------------------------------------------------


def _levelled(found: Sequence[Heading], lines: Sequence[Line], apart: Mapping[int, str]) -> list[Heading]:
    levels = _style_levels(found, lines, apart)
    levels["box"] = _box_level(found, levels)
    in_annex = False
    result: list[Heading] = []
    for heading in found:
        if heading.style in ("annex", "bare"):
            in_annex = heading.style == "annex" and bool(levels)
            level = 1
        else:
            level = levels[heading.style] + in_annex
        result.append(replace(heading, level=level))
    return result


def _box_level(found: Sequence[Heading], levels: Mapping[str, int]) -> int:
    """Boxes stand one below the highest heading that holds one."""
    above = [
        levels.get(before.style, 1)
        for before, heading in pairwise(found)
        if heading.style == "box" and before.style != "box"
    ]
    return min(above, default=0) + 1


_FAMILIES = (("第X篇", "第X章", "第X节", "第X条"), ("1 ", "1.1", "1.1.1", "1.1.1.1"))


def _style_levels(
    found: Sequence[Heading], lines: Sequence[Line], apart: Mapping[int, str]
) -> dict[str, int]:
    """
    Level of each style, by which contains which.

    Within a family (篇章节条, 1.1 above 1.1.1) the family's order holds, among headings that the format marks
    (h1, h2 …) that of their marks; styles with the same mark share a level. What is set off like the highest
    numbered headings stands beside them.
    """
    numbered = [heading for heading in found if heading.label and heading.index in apart]
    beside = {apart[heading.index] for heading in numbered}
    aside = {"annex", "bare", "box", *beside}
    styled = [heading for heading in found if heading.style not in aside]
    order = _nested(styled)
    for family in _FAMILIES:
        _reorder(order, family, family.index)
    marks = {style: min(lines[h.index].markup for h in found if h.style == style) for style in order}
    _reorder(order, [style for style in order if marks[style]], marks.__getitem__)
    levels: dict[str, int] = {}
    for at, style in enumerate(order):
        same = [other for other in order[:at] if marks[style] and marks[other] == marks[style]]
        above = _above(style, order[:at], styled)
        relatives = [levels[other] for other in order[:at] if _is_relative(other, style)]
        levels[style] = levels[same[0]] if same else 1 + max([levels.get(above, 0), *relatives])
    for setting in beside:
        levels[setting] = min(levels[h.style] for h in numbered if apart[h.index] == setting)
    return levels


def _is_relative(higher: str, style: str) -> bool:
    """Whether two styles are of one family: 条 stands below 节 also in chapters without sections."""
    return any(higher in family and style in family for family in _FAMILIES)


def _above(style: str, higher: Sequence[str], found: Sequence[Heading]) -> str:
    """The style under which a style mostly begins to count, among those that stand higher; empty for the highest."""
    parents: Counter[str] = Counter()
    before = ""
    for heading in found:
        if heading.style in higher:
            before = heading.style
        elif heading.style == style and before:
            parents[before] += 1
            before = ""
    return max(higher, key=parents.__getitem__) if parents else (higher[-1] if higher else "")


def _nested(found: Sequence[Heading]) -> list[str]:
    """
    Styles from the highest to the lowest.

    Where a style begins to count (at 1, or for the first time), the heading above is evidence that its style
    stands higher. Where the evidence is even, the style used first stands higher.
    """
    above: Counter[tuple[str, str]] = Counter()
    order = list(dict.fromkeys(heading.style for heading in found))
    seen: set[str] = set()
    for before, heading in pairwise([None, *found]):
        if (
            before
            and heading
            and before.style != heading.style
            and (heading.values[-1:] == (1,) or heading.style not in seen)
        ):
            above[before.style, heading.style] += 1
        seen.add(heading.style if heading else "")
    nested: list[str] = []
    while order:
        best = min(order, key=lambda style: sum(above[other, style] > above[style, other] for other in order))
        nested.append(best)
        order.remove(best)
    return nested


def _reorder(order: list[str], which: Sequence[str], key: Callable[[str], int]) -> None:
    """Sort some of the styles among the places that they hold."""
    places = [at for at, style in enumerate(order) if style in which]
    for at, style in zip(places, sorted((order[at] for at in places), key=key), strict=True):
        order[at] = style
