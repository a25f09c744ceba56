"""At which level headings stand: by what contains what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.reading.candidates import Heading
from analysis.reading.document import PartKind
from analysis.reading.lines import Line

ATTACHED = "attached"
_ARTICLE, _OF_ARTICLES = "第X条", ("第X章", "第X节")  # what articles of a law stand under
BELOW_SIGNATURES = (ATTACHED, "annex")  # styles of headings above which a notice may be signed


def levelled(found: Sequence[Heading], lines: Sequence[Line], apart: Mapping[int, str]) -> list[Heading]:
    """Give each heading its level; `apart` says which lines their setting makes headings, and how."""
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


def with_attached(found: Sequence[Heading], titles: Sequence[Heading]) -> list[Heading]:
    """
    Put the titles of attached documents above all other headings.

    Annexes stay beside them, and what is numbered in those stands below annexes as it did.
    """
    if not titles:
        return list(found)
    in_annex = False
    lower: list[Heading] = []
    for heading in found:
        in_annex = heading.style == "annex" or (in_annex and heading.style != "bare")
        lower.append(replace(heading, level=heading.level + (not in_annex)))
    above = [replace(title, level=1) for title in titles]
    return sorted([*lower, *above], key=lambda heading: heading.index)


def heading_kinds(found: Sequence[Heading]) -> dict[int, PartKind]:
    """
    What each heading is, by its line: a chapter, an article, a subheading, or ``attached``.

    That is the title of an attached document which has chapters of its own, or a 编 above 章 and 条.
    """
    articles = article_level(found)
    sections = _sections(found, articles)
    upper = [heading for heading in found if heading.level < articles and heading.index not in sections]
    holders = {above.index for above, below in pairwise(upper) if above.level < below.level}
    kinds = {heading.index: _kind(heading, articles, holders) for heading in found}
    return kinds | dict.fromkeys(sections, "subheading")


def _kind(heading: Heading, articles: int, holders: Collection[int]) -> PartKind:
    if heading.level >= articles:
        return "article" if heading.level == articles else "subheading"
    return "attached" if heading.index in holders else "chapter"


def article_level(found: Sequence[Heading]) -> int:
    """
    The level of what 第X条 numbers where sections stand above it (章, 节, 条), else the second.

    Examples
    --------
    >>> found = [Heading(0, "第X章", "一", "", 3, 1), Heading(1, "第X节", "一", "", 3, 2)]
    >>> law = [*found, Heading(2, "第X条", "一", "", 3, 3), Heading(3, "第X条", "二", "", 3, 3)]
    >>> article_level(found), article_level(law)
    (2, 3)
    """
    level = _second_level(found)
    own = [heading for heading in found if heading.level == level]
    below = [
        lower.level
        for upper, lower in pairwise(found)
        if upper.level == level and lower.level > level and lower.style in ("第X节", _ARTICLE)
    ]
    articles = [heading.level for heading in found if heading.style == _ARTICLE and heading.level > level]
    holders = [heading for heading in found if heading.style in _OF_ARTICLES]
    held = all(heading.style in _OF_ARTICLES for heading in own) and 2 * len(below) > len(own)
    return min(articles) if held and len(articles) >= len(holders) else level


def _sections(found: Sequence[Heading], articles: int) -> set[int]:
    """The lines of 节 between a chapter and its articles."""
    chapters = min((heading.level for heading in found if heading.style == "第X章"), default=articles)
    return {
        heading.index for heading in found if heading.style == "第X节" and chapters < heading.level < articles
    }


def _second_level(found: Sequence[Heading]) -> int:
    """
    The second level, or the only one; below the titles of attached documents they count anew.

    Where nothing is numbered before the first annex, annexes are what the notice sends out.
    """
    styles = [heading.style for heading in found]
    attached = ATTACHED in styles or styles[:1] == ["annex"]
    own = {heading.level for heading in found if not attached or heading.style not in BELOW_SIGNATURES}
    return attached + (1 if len(own) == 1 else 2) if own else 1


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
    """
    The style under which a style mostly begins to count, among those that stand higher; empty for the
    highest.
    """
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
