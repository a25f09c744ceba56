"""
Places of a list that says itself what they are: 完善跳马、暮云等区域规划, 推进朝正垸、雅塘等片区改造.

What stands between the marks is a name, however common its words, where none is a verb or tells a kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import Words, load_actions
from analysis.judgements.register_lists import entries, place_heads

if TYPE_CHECKING:
    from analysis.judgements.name_words import Word

_NAME = "(?:(?![、，；。和与及等的])[一-龥]){2,8}"
_LIST = re.compile(
    f"(?P<names>{_NAME}(?:[、和与]{_NAME}){{1,8}})等"
    "(?:[0-9一二三四五六七八九十两多]{1,3}[个条座处片大]|重点|主要|重要|一批)?"
    "(?P<kind>历史文化街区|街区|片区|区域|组团|板块|新城|景区|公园|水库|河道|河流|湖泊|古镇|古村落?|岛屿|海岛|主干道|快速路|铁路|高速公路)"
    "(?=[、，；。的和与]|建设|改造|更新|整治|治理|规划|开发|保护|项目|工程|发展|扩容|提升|成片|连片|综合|环境|水环境|生态|$)"
)
_TYPES = {
    **dict.fromkeys(("公园",), "park"),
    **dict.fromkeys(("水库", "河道", "河流", "湖泊"), "water"),
    **dict.fromkeys(("主干道",), "street"),
    **dict.fromkeys(("快速路", "铁路", "高速公路"), "corridor"),
}
_NUMBERED = re.compile(
    r"(?:(?:地铁|轨道交通|轻轨|城轨)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号线|(?<![0-9A-Za-z、])[0-9]{1,2}号线)"
    r"(?:[东西南北]延(?:线|伸线|段)?|支线)?(?![0-9东西南北]?[一-龥]{0,8}(?:带|站|口)(?![一-龥]))"
    r"|(?<![0-9A-Za-z])(?:[GSX][0-9]{2,4}(?:国道|省道|县道|高速)?"
    r"(?=[、，。；和与至到线（]|改|等|[一-龥]{2,4}段)|[0-9]{3}(?:国道|省道|县道))(?![0-9A-Za-z])"
)
_LONGEST_NAME = 6  # characters of one that no head ends


def numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """
    Where lines and roads by a number stand in a sentence.

    Examples
    --------
    >>> text = "建成地铁2号线西延，推进S104省道改造。"
    >>> [text[start:end] for start, end, _ in numbered(text)]
    ['地铁2号线西延', 'S104省道']
    """
    yield from ((at.start(), at.end(), "corridor") for at in _NUMBERED.finditer(text))


def listed(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """
    Where the names of such a list stand in a sentence, and their types.

    Examples
    --------
    >>> text = "完善跳马、暮云等区域规划。"
    >>> [text[start:end] for start, end, _ in listed(text, [])]
    ['跳马', '暮云']
    """
    ends = {word.end for word in words}
    for found in _LIST.finditer(text):
        start, stop = found.span("names")
        start = _behind_verb(text, start, stop)
        names = [(at.start(), at.end()) for at in re.compile(_NAME).finditer(text, start, stop)]
        sure = all(_is_name(text[a:b], found["kind"]) for a, b in names)
        whole = not words or all(b in ends for _, b in names)
        if sure and whole and len(names) > 1:
            yield from ((a, b, _type_of(text[a:b], found["kind"])) for a, b in names)


def _behind_verb(text: str, start: int, stop: int) -> int:
    """Where the first name begins: behind the verbs and manners that the list is led by."""
    lists = load_actions()
    first = re.compile(_NAME).match(text, start, stop)
    end = first.end() if first else start
    while start < end:
        led = max(lists.verbs.at(text, start), lists.manners.at(text, start), key=len)
        if len(led) < 2 or start + len(led) > end:
            break
        start += len(led)
    return start


def _is_name(name: str, kind: str) -> bool:
    lists = load_actions()
    if len(name) < 2 or any(_kinds().at(name, at) for at in range(len(name))):
        return False
    headed = bool(place_heads().before(name, len(name)))
    acts = any(len(lists.verbs.at(name, at)) > 1 for at in range(len(name)))
    return not acts and (headed or len(name) <= _LONGEST_NAME)


def _type_of(name: str, kind: str) -> str:
    head = place_heads().before(name, len(name))
    return place_heads().types[head] if head and len(name) > len(head) else _TYPES.get(kind, "zone")


@cache
def _kinds() -> Words:
    """Words that tell a kind of place or thing, and stand in no name of such a list."""
    return Words({word: "" for word in entries("common_names", "word") if len(word) > 1})
