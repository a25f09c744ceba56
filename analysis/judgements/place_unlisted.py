"""
Places by a proper name that no list and no dictionary has (浑南新区, 贾鲁河, 郑徐高铁): what stands between a
border and a plain head is one where none of its words tells a kind (特色产业园, 城市公园).

A border is a mark, a verb of the list of actions, or a word that leads (在, 和, 以). A name that is cut into
single characters, or into words tagged as names, is proper; of streets, waters and airports common words are
names as well (成功大道).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from analysis.judgements.action_lists import Words, load_actions
from analysis.judgements.place_lists import listed, numbered
from analysis.judgements.register_lists import divisions, entries, short_divisions, unlisted_heads

if TYPE_CHECKING:
    from analysis.judgements.name_words import Word

_LEADS = frozenset("和与及在对以把将于从至到等为由含即如")
_ALSO = frozenset(  # words that lead to a name and are no verb of the list
    (
        "依托", "围绕", "以及", "结合", "沿着", "经由", "连接", "利用", "通过", "位于", "包括", "借助",
        "立足", "其中", "年内", "今年", "明年", "年底", "尽快", "同步", "继续",
    )
)  # fmt: skip
_MARKS = frozenset("、，,；;。：:→（“")
_OVER = re.compile(
    "[、，,；;。：:→）（]|等|[和与及至到]|建设|改造|开发(?!区)|整治|治理|综合(?:治理|整治|开发|改造|利用)|项目|工程|[一二三]期|扩建|改扩建|[一二三四]跑道|快速化|[东西南北]广场|[东西南北]延|规划(?!建筑)|核心区|提升|延伸|$"
)
_PROPER = re.compile("ns|nr|nz|nrt|nrfg|x|j|zg|g")
_FRONT = re.compile("[vna]?g|ns|nr|nz|nrt|nrfg|x|j|zg|n")  # of words that a name begins with
_LOOSE = re.compile("[pcudryel]")  # tags of words that are in no name
_COMMON_TAGS = re.compile("[nmabt]")
_ANY_WORD = frozenset(("street", "water", "hub", "park", "corridor"))  # types that common words may name
_NO_ROAD = re.compile("[线道马出思网陆岔公铁]$")  # before 路 it is another word
_BAY = re.compile("湾")
_BONDED = re.compile("综合保税区|综保区|保税港区|保税物流中心")  # which all are called by a place
_FEW, _MOST = 3, 5  # characters of a name of common words, and of any
_ENDS_WAY = re.compile("[至到](?:[一-龥]{2,4}、)?$")
_NUMBERED = re.compile(
    "[0-9第期]|号$|[型级类性]$|[一二三四五六七八九十两][条座个]$|^(?:一批|一系列|若干|部分|多条|[一二三两四五六七八九十]条)"
)


def unlisted(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """
    Where the names stand in a sentence that no list has, and their types.

    Examples
    --------
    >>> from analysis.judgements.name_words import Word
    >>> lead, zone = Word("推进", 0, 2, "v"), Word("新区", 4, 6, "ns")
    >>> list(unlisted("推进浑南新区", [lead, Word("浑", 2, 3, "n"), Word("南", 3, 4, "ns"), zone]))
    [(2, 6, 'zone')]
    >>> list(unlisted("推进特色新区", [lead, Word("特色", 2, 4, "n"), zone]))
    []
    """
    yield from listed(text, words)
    yield from numbered(text)
    heads = unlisted_heads()
    for at, word in enumerate(words):
        head = heads.before(text, word.end)
        if not head or not _OVER.match(text, word.end):
            continue
        begun = _begun(text, words, at, word.end - len(head))
        type_ = heads.types[head]
        if type_ == "corridor" and _ENDS_WAY.search(text, max(0, begun - 6), begun):
            continue  # 武川至杨树坝公路: where a way ends
        if text[max(begun, 0) : word.end] in entries("no_places", "word"):
            continue
        if head == "路" and _NO_ROAD.search(text, max(0, word.end - 2), word.end - 1):
            continue  # 高峰|线路
        if begun >= 0 and _is_name(text, words, begun, word.end - len(head), type_):
            yield begun, word.end, type_


def _begun(text: str, words: Sequence[Word], at: int, head: int) -> int:
    """Where the name begins that ends in the head at `head`: behind a border; -1 where there is none."""
    while at > 0 and words[at].start > head:
        at -= 1
    start = min(words[at].start, head)
    verbs = load_actions().verbs.values
    while at > 0 and head - words[at - 1].start <= _MOST:
        if is_border(text, words[at - 1]) and not _is_front(words, at - 1, head):
            break
        at -= 1
        start = words[at].start
    before = words[at - 1] if at else None
    if before is None or is_border(text, before):
        return start
    return start if before.text in verbs else -1


def _is_front(words: Sequence[Word], at: int, head: int) -> bool:
    """Whether 和 right behind a verb begins a name: it joins nothing there (续建|和燕路)."""
    led = at > 0 and words[at - 1].end == words[at].start and len(words[at - 1].text) > 1
    acts = led and words[at - 1].text in load_actions().verbs.values
    before = words[at - 2].text if at > 1 else "，"
    begins = before in _MARKS or before in load_actions().manners.values
    return acts and begins and words[at].text == "和" and 0 < head - words[at].end <= _FEW


def is_border(text: str, word: Word) -> bool:
    """Whether a name can begin behind a word: a mark, one that leads, or a verb."""
    lists = load_actions()
    verb = len(word.text) > 1 and (word.text in lists.verbs.values or word.text in lists.manners.values)
    return verb or word.text in _MARKS or word.text in _LEADS or word.text in _ALSO


def _is_name(text: str, words: Sequence[Word], start: int, head: int, type_: str) -> bool:
    """Whether what stands before a head is a proper name: none of its words tells a kind."""
    name = text[start:head]
    inside = [word for word in words if word.start >= start and word.end <= head]
    if not 0 < len(name) <= _MOST or not name.isalpha() or _NUMBERED.search(name):
        return False
    if any(divisions().at(text, at) for at in range(start, head)):
        return False  # known: 上海|浦东新区
    if name in short_divisions().values:
        return True
    if (type_ == "region" and len(name) > _FEW) or (_BAY.match(text, head) and short_divisions().at(name, 0)):
        return False  # a division's bay is a zone
    if _common().at(name, 0) == name or any(word.text in _common().values for word in inside):
        return False
    point = bool(inside) and inside[0].tag == "f" and not (type_ == "street" and len(name) == len("中青"))
    if any(_LOOSE.match(word.tag) for word in inside[name[0] == "和" :]) or point:
        return False
    if not inside:  # the word that ends in the head is all of it: 贾鲁河
        return len(name) > 1 or type_ == "water"
    if all(len(word.text) == 1 for word in inside):
        return len(name) > 1
    if any(_PROPER.match(word.tag) for word in inside):
        return True
    if _BONDED.match(text, head):
        return len(name) > 1
    plain = all(_COMMON_TAGS.match(word.tag) or len(word.text) == 1 for word in inside)
    return plain and len(name) <= _FEW and type_ in _ANY_WORD


def whole_start(text: str, words: Sequence[Word], start: int) -> int:
    """
    Where a name really begins that was found from `start` on: behind a border, with the single characters and
    names before it (海昏|侯国遗址公园); `start` itself where no such words stand there.

    Examples
    --------
    >>> from analysis.judgements.name_words import Word
    >>> words = [Word("支持", 0, 2, "v"), Word("海", 2, 3, "n"), Word("昏", 3, 4, "vg")]
    >>> whole_start("支持海昏侯国遗址公园", [*words, Word("侯国", 4, 6, "ns")], 4)
    2
    """
    at = next((at for at, word in enumerate(words) if word.start == start), -1)
    if at < 1:
        return start
    begun = _begun(text, words, at, start)
    before = next((word for word in words if word.end == begun), None)
    if before is not None and before.text in entries("inner_verbs", "word"):
        return start  # 创新|园石家庄分园: no border but a part of the name
    inside = [word for word in words if begun <= word.start < start]
    fits = all(_FRONT.fullmatch(word.tag) and word.text.isalpha() for word in inside)
    loose = any(_is_loose(word) for word in inside)
    named = any(divisions().at(text, i) or short_divisions().at(text, i) for i in range(max(begun, 0), start))
    return begun if begun >= 0 and fits and not loose and not named and start - begun <= _FEW + 1 else start


def _is_loose(word: Word) -> bool:
    """Whether a word is in no name, or tells a kind."""
    plain = len(word.text) > 1 and word.tag == "n"
    return (
        plain or _LOOSE.match(word.tag) is not None or (len(word.text) > 1 and word.text in _common().values)
    )


@cache
def _common() -> Words:
    return Words(dict.fromkeys(entries("common_names", "word"), ""))
