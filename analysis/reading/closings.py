"""
Where the text of a chapter leaves its last article: what follows sums up, admits, thanks, or addresses all.

A work report numbers what was done and goes on without a number: 各位代表！…, 这些成绩的取得，根本在于…,
同时，我们也清醒看到…. Told by how such a paragraph begins, never by where it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice, zip_longest

from analysis.reading.candidates import Heading
from analysis.reading.document import PartKind
from analysis.reading.lines import Line

_NUMERAL = "[一两二三四五六七八九十几]"
_SPAN = rf"(?:过去的?{_NUMERAL}年|这{_NUMERAL}年|{_NUMERAL}年(?:多|以)?来|“[^“”]{{1,3}}五”(?:时期|期间|以来))"
_BUT = "(?:但是?|同时|与此同时|当然|不过)"
_ALSO, _MUST = "(?:也|还|更|又)", "(?:要|必须|应当|应该)"
_PEOPLE = "代表|委员|同志|领导|来宾|朋友|乡亲|女士|先生"
_WITHIN = "[^。！？；\n]"  # the first sentence
_TURN = re.compile(
    # an address
    rf"(?:尊敬的)?(?:各位(?:{_PEOPLE})(?:们)?|(?:{_PEOPLE})们)[、，,！!：:。]"
    # what is lacking
    rf"|在(?:充分)?(?:肯定|看到|总结)(?:成绩|成就|取得{_WITHIN}{{0,12}}成[绩就]){_WITHIN}{{0,6}}(?:同时|时候)"
    rf"|{_BUT}?[，,]?(?:我们)?{_ALSO}?{_MUST}?(?:清醒|清楚|深刻)地?(?:看到|认识)"
    rf"|(?:{_BUT}[，,]?(?:我们)?{_ALSO}?{_MUST}?|(?:我们)?{_ALSO}{_MUST})(?:看到|认识到|意识到)"
    rf"|{_WITHIN}{{0,24}}(?:发展|工作|道路上|我们)(?:中|面前)?(?:还|仍|仍然|依然|也){_WITHIN}{{0,6}}(?:面临|存在)"
    rf"{_WITHIN}{{0,16}}(?:困难|问题|挑战|不足|短板|差距)"
    # to whom it is owed
    rf"|{_WITHIN}{{0,40}}(?:成绩|成就|成效){_WITHIN}{{0,20}}(?:根本在于|归功于|来之不易|离不开|得益于)"
    rf"|{_WITHIN}{{0,24}}(?:成绩|成就)[，,]?是{_WITHIN}{{2,60}}(?:结果|指引|关怀)"
    rf"|{_WITHIN}{{0,40}}(?:进步|变化|变革){_WITHIN}{{0,20}}(?:根本在于|归功于)"
    rf"|(?:在此|借此机会)[，,]{_WITHIN}{{0,80}}(?:感谢|敬意|致敬|问候)"
    # a call, and what was learned
    r"|让我们"
    rf"|{_WITHIN}{{0,24}}(?:实践|历程|奋斗|经历){_WITHIN}{{0,12}}(?:启示|体会|充分证明|告诉我们|深刻认识)"
    # the whole
    rf"|(?:回顾|回首|回望|回眸|总结)(?:过去|以往|多年|近|{_SPAN}|{_NUMERAL}年|奋斗|工作|历程)|综观|纵观"
    r"|(?:总的|总体上?|综合来?|概括地?)(?:看|说|来看|来说)[，,]|总之[，,]"
)
# A new lead, where no article has such, and titles of which a turn is the matter.
_LEAD = re.compile(rf"{_SPAN}[，,]?(?:我们|全[国省市县区州]|各级|政府)")
_OWN = re.compile("回顾|总结|体会|启示|经验|问题|困难|不足|挑战|成绩|成就")


def closings(
    lines: Sequence[Line], headings: Sequence[Heading], kinds: Mapping[int, PartKind]
) -> frozenset[int]:
    """
    The lines with which a chapter's text leaves the article above: the first of those behind it.

    Looked for below the last article of a list alone, behind its own text and its last subheading.

    Examples
    --------
    >>> from analysis.reading import read_text
    >>> text = "一、回顾\\n（一）经济\\n总量增长。\\n（二）民生\\n就业稳定。\\n各位代表！成绩来之不易。"
    >>> [part.id for part in read_text(f"{text}\\n二、任务\\n努力。", id="toy").passages]
    ['1.1', '2.1', 'c1.1', 'c2.1']
    """
    last: dict[int, Heading] = {}
    below = chapter = first = -1
    for heading in headings:  # the last heading within each chapter or article
        below = below if kinds[heading.index] == "subheading" else heading.index
        last[below] = heading
    upper = [heading for heading in headings if kinds[heading.index] != "subheading"]
    found: set[int] = set()
    for heading, after in zip_longest(upper, upper[1:]):
        if kinds[heading.index] != "article":
            chapter = heading.index if kinds[heading.index] == "chapter" else -1
            first = after.index if after else -1
        elif chapter >= 0 and not _goes_on(after, kinds) and not _OWN.search(heading.title):
            end = after.index if after else len(lines)
            led = any(_LEAD.match(line.text) for line in lines[first : heading.index])
            found.update(_turn(lines, last[heading.index], end, led=led))
    return frozenset(found)


def _goes_on(after: Heading | None, kinds: Mapping[int, PartKind]) -> bool:
    """Whether the list of articles goes on with the next heading; a 1 begins another."""
    return after is not None and kinds[after.index] == "article" and after.values[-1:] != (1,)


def _turn(lines: Sequence[Line], heading: Heading, end: int, *, led: bool) -> list[int]:
    """The first line behind a heading, and behind some text of its own, that turns away; none or one."""
    own = heading.end < len(lines[heading.index].text)
    texts = range(heading.index + (1 if own else 2), end)
    turns = (at for at in texts if _TURN.match(lines[at].text) or (not led and _LEAD.match(lines[at].text)))
    return list(islice(turns, 1))
