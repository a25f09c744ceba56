"""
Which paragraphs are headings, and at which level: by their numbers, their setting and what stands around
them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from analysis.reading.attached import attached_titles
from analysis.reading.candidates import Heading, numbered_heading
from analysis.reading.levels import ATTACHED, levelled, with_attached
from analysis.reading.lines import Line
from analysis.reading.lists import (
    announced,
    enumerated,
    outside_boxes,
    plausible,
    with_bare_numbers,
    without_lists,
    without_names,
)
from analysis.reading.sentence_items import without_lone_sentences, without_sentence_items
from analysis.reading.unnumbered import UNNUMBERED, plain, set_off, unnumbered_heading

__all__ = ["UNNUMBERED", "Heading", "headings"]


def headings(lines: Sequence[Line], *, blank: bool = False, cells: Set[int] = frozenset()) -> list[Heading]:
    """
    The headings among the paragraphs of a body, in order, with their levels.

    A style's level comes from what contains what, so 一、 above （一） and （一） above 一、 are both read as
    they are. Items of a list (ending in ；, or a sentence each and directly after one another) are none. An
    annex is a heading of the first level, and what is numbered in it stands below. So is the title of an
    attached document, and all else stands below one. `blank` says that blank lines set paragraphs apart; a
    short line set off by more of them is a heading. `cells` are the lines of tables, which hold none.
    """
    apart = {at: how for at, how in set_off(lines, blank).items() if at not in cells}
    numbered = [
        heading
        for at, line in enumerate(lines)
        if at not in cells and (heading := numbered_heading(at, line.text, at in apart))
    ]
    numbered = outside_boxes(numbered, lines)
    listed = enumerated(lines)
    numbered = without_lone_sentences(without_sentence_items(numbered, lines), lines)
    numbered = without_lists([heading for heading in numbered if heading.index not in listed], lines)
    numbered = with_bare_numbers(plausible(without_names(numbered, lines)), lines)
    titles = [Heading(at, ATTACHED, "", lines[at].text, len(lines[at].text)) for at in attached_titles(lines)]
    known = cells | announced(lines) | {heading.index for heading in (*numbered, *titles)}
    bare = [
        heading
        for at in range(len(lines))
        if at not in known and (heading := unnumbered_heading(at, lines, apart.get(at, "")))
    ]
    found = sorted([*numbered, *bare], key=lambda heading: heading.index) or plain(lines, cells)
    return with_attached(levelled(found, lines, apart), titles)
