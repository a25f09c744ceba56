"""Headings without a number: by their words, the format's marks, or their setting."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from statistics import median

from analysis.reading.candidates import STOPS, Heading
from analysis.reading.captions import ANNEX, ATTACHMENTS, BOX
from analysis.reading.lines import Line
from analysis.reading.numbering import LONGEST_TITLE, label_of
from analysis.reading.paragraphs import BULLET

_SHORT = 30  # characters of a heading that has no number
_CENTRED = 8  # half-widths of white space in front
UNNUMBERED = re.compile(
    r"(前[ \u3000]*言|序[ \u3000]*言|引[ \u3000]*言|导[ \u3000]*言|结[ \u3000]*束?[ \u3000]*语|"
    r"后[ \u3000]*记|尾[ \u3000]*声)"
)
_NEVER = re.compile(r"(各位|同志|女士|先生).{0,20}[：:！!]|[（(].*[）)]|(图|表)[ \u3000]*\d.*")
YEAR_HEADING = re.compile(  # of a report, below its title: 2009年工作总体部署
    r"(?:(?:扎实|全力|努力|认真|切实|全面|奋力)?(?:做好|抓好|完成|部署|推进))?(?:20\d\d|二[〇○零]..)年(?:的|政府|主要|重点)*(?:工作|任务)(?:的|总体|主要|基本|和)*"
    r"(?:任务|部署|安排|回顾|总结|目标|要求|打算|建议)?"
    r"|(?:过去五年|“?十[一二三四五六七八]五”?(?:时期|期间)?)(?:的|政府|主要|经济社会|发展|工作|和|及|20\d\d年){1,6}(?:回顾|总结|安排|部署|打算)"
)


def unnumbered_heading(at: int, lines: Sequence[Line], setting: str) -> Heading | None:
    """Read a line as a heading without a number; `setting` says how it is set apart, empty when it is not."""
    line = lines[at]
    text = line.text
    if len(text) > (2 if setting else 1) * LONGEST_TITLE or text[-1] in STOPS:
        return None
    if UNNUMBERED.fullmatch(text):
        return Heading(at, "bare", "", re.sub(r"[ \u3000]", "", text), len(text))
    if YEAR_HEADING.fullmatch(text):
        return Heading(at, "year", "", text, len(text))
    is_annex = ANNEX.fullmatch(text) and not ATTACHMENTS.fullmatch(text)
    if at and is_annex and at + 1 < len(lines):
        return Heading(at, "annex", "", text, len(text))
    if at and BOX.fullmatch(text):
        return Heading(at, "box", "", text, len(text))
    if line.markup:
        return Heading(at, f"h{line.markup}", "", text, len(text))
    if setting and _is_bare_text(text):
        return Heading(at, setting, "", text, len(text))
    return None


def set_off(lines: Sequence[Line], blank: bool) -> dict[int, str]:
    """
    The lines that their setting makes headings, with their style.

    ``set off``: more blank lines above than between paragraphs (and below, unless the line is short and
    prose follows); ``centred``: far indented above prose that is not.
    """
    usual = median(line.gap for line in lines) if lines else 0
    found: dict[int, str] = {}
    for at, line in enumerate(lines[:-1]):
        after = lines[at + 1]
        short = len(line.text) <= _SHORT and line.text[-1] not in STOPS and after.text[-1] in STOPS
        far = blank and line.gap >= usual + 2 and after.gap >= usual + 1
        apart = blank and short and line.gap >= usual + 1 and after.gap >= usual
        centred = short and line.indent >= _CENTRED and after.indent <= _CENTRED // 2
        if far or apart or centred:
            found[at] = "centred" if centred else "set off"
    return found


def plain(lines: Sequence[Line], cells: Set[int] = frozenset()) -> list[Heading]:
    """
    Short lines without a stop above prose: the headings of a text that has no other sign of any.

    At least two, and none at the end of a list or above another.
    """
    found = [
        Heading(at, "plain", "", line.text, len(line.text))
        for at, line in enumerate(lines[:-1])
        if at not in cells
        and len(line.text) <= _SHORT
        and _is_bare_text(line.text)
        and lines[at + 1].text[-1] in STOPS
        and len(lines[at + 1].text) > len(line.text)
        and (at == 0 or lines[at - 1].text[-1] in "。！？!?")
    ]
    return found if len(found) >= 2 else []


def _is_bare_text(text: str) -> bool:
    return (
        text[-1] not in STOPS and not BULLET.match(text) and not _NEVER.fullmatch(text) and not label_of(text)
    )
