"""
What belongs to the name of an institution and stands outside what its head tells: the front that no list has
(一汽吉林汽车公司, 西安交大青岛研究院), the branch behind it (齐鲁医院青岛院区, 哈尔滨工业大学（深圳）).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.judgements.action_lists import load_actions
from analysis.judgements.name_words import Word
from analysis.judgements.place_names import PlaceName
from analysis.judgements.place_unlisted import is_border
from analysis.judgements.register_lists import divisions, entries, regions, short_divisions

INSTITUTIONS = frozenset(("research", "education", "health", "company", "culture"))
_FRONT = re.compile("j|n[trzsg]|nrt|zg|g")  # tags of words that name something
_SINGLE = re.compile("j|n[trzsg]?|nrt|[zvan]?g|f|b")  # of single characters that may be part of a name
_LONGEST = 6  # characters of a front
_NATIONAL = frozenset(("国家", "中国", "中央"))
_INNER = "(?![和与及的在对为以将向把等让由到至或])[一-龥]"
_BRANCH = re.compile(
    f"(?:{_INNER}){{0,10}}?"
    "(?:分院|院区|校区|分校|分馆|[东西南北]馆|分公司|分行|医院|学院|研究院|研究所"
    "|(?:医学|科创|创新|研究)中心)(?!校|士|系|长|感染|学)"
)
_BRACKET = re.compile("[（(]([一-龥]{2,4})[）)]")
_BRANCH_ALONE = re.compile("[校院]区|分[院校馆]")


def whole(text: str, words: Sequence[Word], one: PlaceName) -> PlaceName:
    """
    An institution with the front and the branch that belong to its name.

    Examples
    --------
    >>> words = [Word("引进", 0, 2, "v"), Word("西安交大", 2, 6, "nt"), Word("青岛", 6, 8, "ns")]
    >>> whole("引进西安交大青岛研究院。", words, PlaceName("青岛研究院", "research", 6, 11)).name
    '西安交大青岛研究院'
    >>> whole("齐鲁医院青岛院区开诊。", [], PlaceName("齐鲁医院", "health", 0, 4)).name
    '齐鲁医院青岛院区'
    """
    if one.type not in INSTITUTIONS:
        return one
    start, end = _start(text, words, one.start), _end(text, words, one.end)
    return PlaceName(text[start:end], one.type, start, end)


def _start(text: str, words: Sequence[Word], start: int) -> int:
    """Where the name begins: behind a border, where nothing but names and single characters is between."""
    at = next((i for i, word in enumerate(words) if word.end == start), -1)
    begun = start
    while at >= 0 and start - words[at].start <= _LONGEST and not is_border(text, words[at]):
        if not _fronts(words[at]):
            return start
        begun, at = words[at].start, at - 1
    front = text[begun:start]
    over = at < 0 or is_border(text, words[at])
    known = any(front in one().values for one in (divisions, short_divisions, regions))
    return begun if over and not known and len(front) > 1 else start


def _fronts(word: Word) -> bool:
    tags = _SINGLE if len(word.text) == 1 else _FRONT
    return (bool(tags.fullmatch(word.tag)) and word.text.isalpha()) or word.text in _NATIONAL


def _end(text: str, words: Sequence[Word], end: int) -> int:
    """Where the name ends: behind the branch that follows, if nothing is done between."""
    bracket = _BRACKET.match(text, end)
    if bracket and any(bracket[1] in one().values for one in (divisions, short_divisions)):
        return bracket.end()
    branch = _BRANCH.match(text, end)
    if branch is None or any(_acts(word) for word in words if end <= word.start < branch.end()):
        return end
    return branch.end()


def _acts(word: Word) -> bool:
    """Whether a word is a verb that stands in no name (创新 does)."""
    inner = entries("inner_verbs", "word")
    return len(word.text) > 1 and word.text in load_actions().verbs.values and word.text not in inner


def is_branch_alone(name: str) -> bool:
    """
    Whether a name tells where a branch is and not of what: 签约建设深圳校区.

    Examples
    --------
    >>> [is_branch_alone(name) for name in ("深圳校区", "中山大学深圳校区", "兰州六十一中新区分校")]
    [True, False, False]
    """
    place = divisions().at(name, 0) or short_divisions().at(name, 0)
    return bool(place) and bool(_BRANCH_ALONE.fullmatch(name, len(place)))
