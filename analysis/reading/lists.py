"""What reads like a numbered heading and is none: items of lists, attachments, boxes, decimals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis.reading.candidates import STOPS, Heading
from analysis.reading.captions import ANNEX, ANNOUNCED, BOX, first_item
from analysis.reading.lines import Line
from analysis.reading.numbering import LONGEST_TITLE, STYLES, Style, label_of

_MOST_BETWEEN = 5  # lines between the name of an attachment and the attachment
_FEWEST_NAMES = 6  # numbered lines without text that are a list
_MOST_MISSING = 3  # numbers that a gap may lack
_OPEN = "；;，,、"
_CHAPTER = re.compile("(?:工作|任务|安排|部署|回顾|总结|目标|要求|打算|建议|举措|措施|情况)$")


def without_lists(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """Leave out the items of lists, and sentences that an ordinal numbers."""
    kept: list[Heading] = []
    for name in dict.fromkeys(heading.style for heading in found):
        style = next(style for style in STYLES if style.name == name)
        items = [heading for heading in found if heading.style == name and not _ends_list(heading, lines)]
        for group in _groups(items):
            if style.article or not _is_list(group, lines, style):
                kept += group
    return sorted(kept, key=lambda heading: heading.index)


def enumerated(lines: Sequence[Line]) -> set[int]:
    """The lines of lists of attachments and of notes, behind their first: 附件：1.…, 2.…, 3.…."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        first = label_of(first_item(line.text))
        for value, after in enumerate(range(at + 1, len(lines)) if first else (), start=2):
            label = label_of(lines[after].text)
            if label is None or first is None or (label.style, label.values) != (first.style, (value,)):
                break
            found.add(after)
    return found


def announced(lines: Sequence[Line]) -> set[int]:
    """
    The lines that name an attachment before it comes: 附件：计划表 above 附件 and 计划表.

    Nothing but issuer and date stands between.
    """
    found: set[int] = set()
    last = -1
    for at, line in enumerate(lines):
        if last >= 0 and ANNEX.fullmatch(line.text):
            found.add(last)
        if ANNOUNCED.fullmatch(line.text):
            last = at
        elif at - last > _MOST_BETWEEN or line.text[-1] in STOPS or label_of(line.text):
            last = -1
    return found


def without_names(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """
    Leave out numbered names that follow one another without any text: 1.犁, 1.1 铧式犁, 2.耙.

    Six in a row are a list; where there is one, so are two of its numbering elsewhere.
    """
    runs: list[list[Heading]] = []
    for heading in found:
        if heading.style[:2] == "第X" or heading.end < len(lines[heading.index].text):
            continue
        last = runs[-1][-1] if runs else None
        if last and last.index + 1 == heading.index and _family(last) == _family(heading):
            runs[-1].append(heading)
        else:
            runs.append([heading])
    bare = [run for run in map(_unfollowed, runs, [lines] * len(runs)) if len(run) > 1]
    listed = {_family(run[0]) for run in bare if len(run) >= _FEWEST_NAMES}
    none = {heading.index for run in bare if _family(run[0]) in listed for heading in run}
    return [heading for heading in found if heading.index not in none]


def _family(heading: Heading) -> str:
    """What numbers of several depths share: 1., 1.1 and 1.1.1 are one numbering."""
    return "1" if heading.style[0].isdecimal() else heading.style


def _unfollowed(run: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """A run without its last, when text follows that one."""
    after = run[-1].index + 1
    return run[:-1] if after < len(lines) and lines[after].text[-1] in STOPS else run


def outside_boxes(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
    """
    Leave out what is numbered in a box (专栏): until a division begins, or the numbers above it go on.

    They may lack some, unless the box's own are of their style.
    """
    boxes = iter([at for at, line in enumerate(lines) if at and BOX.fullmatch(line.text)])
    box = next(boxes, len(lines))
    kept: list[Heading] = []
    last: dict[str, tuple[int, ...]] = {}
    inside, own = False, ""
    for heading in found:
        while heading.index > box:
            inside, own, box = True, "", next(boxes, len(lines))
        if inside and not own and heading.values[-1] == 1:
            own = heading.style
        missing = _missing(last.get(heading.style), heading.values)
        goes_on = missing == 0 or (own not in ("", heading.style) and 0 < missing <= _MOST_MISSING)
        if inside and not goes_on and heading.style[:2] != "第X":
            continue
        inside = False
        last[heading.style] = heading.values
        kept.append(heading)
    return kept


def _missing(before: tuple[int, ...] | None, found: tuple[int, ...]) -> int:
    """How many numbers lack between two; negative when the second does not come after the first."""
    return -1 if before is None or found[:-1] != before[:-1] else found[-1] - before[-1] - 1


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


def plausible(found: list[Heading]) -> list[Heading]:
    """
    Leave out decimals that read like 2.5, single numbers that begin nowhere, and styles without their parent.
    """
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
        alone = counts[heading.style] == 1 and heading.values[-1] != 1 and heading.style[0] != "第"
        if alone and not _holds(heading, found[at + 1 : at + 2], first=not at):
            continue
        if depth > 1:
            if not _follows(last.get(depth), heading.values):
                continue
            last[depth] = heading.values
        kept.append(heading)
    return kept


def _holds(heading: Heading, after: Sequence[Heading], *, first: bool) -> bool:
    """
    Whether what follows counts below: （一） after the only 三、 of an excerpt, or any after its first; or
    whether the first is called as chapters of reports are (三、2017年重点工作, before 第四，…).
    """
    if first and _CHAPTER.search(heading.title):
        return True
    return bool(after) and after[0].style != heading.style and (after[0].values == (1,) or first)


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


def with_bare_numbers(found: list[Heading], lines: Sequence[Line]) -> list[Heading]:
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
