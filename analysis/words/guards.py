"""
What no dictionary may tear apart: numbers, percentages, dates, Latin and mixed words.

jieba cuts 6|.|5|%, 2020|年|11|月 and 二|〇|三五年. These are found by patterns before the dictionary sees the
text. Every pattern takes full-width and ASCII digits and letters alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_D = "[一二三四五六七八九]"
_OF_YEAR = "[〇○零一二三四五六七八九]"
_APPROXIMATE = "[一二三四五六七八九两几]"
# 千 belongs to the unit in 千瓦时, 千米, 千克.
_UNIT = "(?:[百万亿]|千(?![瓦米克伏卡帕赫]))"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
# 十五 and 五十; 五百, 三四千, 几万; then as many more as follow: 一亿五千万, 一百零三, 一千二.
_NUMERAL = (
    rf"(?:{_APPROXIMATE}{{1,2}}十{_D}?|十[一二三四五六七八九几余多](?!元化)|{_APPROXIMATE}{{1,2}}{_UNIT}+)"
    rf"(?:[零〇]?[一二三四五六七八九两]?(?:十|{_UNIT})+|(?<=[百千万亿])[零〇]?{_D}(?![十百千万亿]))*"
    r"(?:[多余](?!元化|[样边方重]))?[万亿]*"
)
_MONTH = "月(?![亮球薪供息均租票子经刊龄光嫂饼])"

# Repetitions that may fail at their end are bounded: a line of a million numerals must take linear time.
# One alternative per kind of word that stands whole, with its tag; tried in this order.
_KINDS: tuple[tuple[str, str], ...] = (
    ("t", r"\d{4}(?P<s>[-./])\d{1,2}(?P=s)\d{1,2}"),
    ("t", rf"(?:{_OF_YEAR}{{4}}|\d{{4}})年(?![度级代限份])"),
    ("t", rf"(?:\d{{1,2}}|十[一二]){_MONTH}"),
    ("t", r"(?<=月)(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"),
    ("m", rf"(?={_OF_YEAR}{{3}}){_OF_YEAR}{{0,9}}[〇○]{_OF_YEAR}{{0,9}}"),
    ("m", rf"(?:百|千|万|[{_D[1:-1]}十百]{{1,6}})分之[{_D[1:-1]}〇○零十百]+(?:点{_OF_YEAR}+)?"),
    ("m", rf"第(?:\d+|[{_D[1:-1]}〇○零十百千]{{2,}})"),
    ("n", rf"(?:\d+|[{_D[1:-1]}十]{{1,3}})号线"),
    ("m", _NUMERAL),
    ("eng", rf"\d*[{_LATIN}]+(?:[-&'’]?[{_LATIN}\d]+|[.．]\d+)*"),
    ("m", rf"\d+(?:[,，]\d{{3}})*(?:[.．]\d+)?(?:[多余几](?!元化|[样边方重]))?{_UNIT}*[%％‰]?"),
    ("x", r"—+|…+"),
)
# What a guarded word can begin with: looked at first, since nearly all characters begin none.
_FIRST = rf"〇○零一二三四五六七八九十百千万两几第\d{_LATIN}—…"
_PATTERN = "|".join(f"(?P<g{i}>{pattern})" for i, (_, pattern) in enumerate(_KINDS))
GUARD = re.compile(rf"(?=[{_FIRST}])(?:{_PATTERN})")


def guard_for(words: Iterable[tuple[str, str]]) -> tuple[re.Pattern[str], dict[str, str]]:
    """
    The guard for a lexicon, and the tag of each of its groups.

    `words` are (word, tag). Those that a guard would cut into (十四五, G60走廊) are put first, so that they
    stand whole: what a person wrote into the lexicon outranks a pattern.

    Examples
    --------
    >>> pattern, tags = guard_for([("十四五", "nz")])
    >>> match = pattern.search("“十四五”时期")
    >>> match.group(), tags[match.lastgroup]
    ('十四五', 'nz')
    >>> GUARD.search("“十四五”时期").group()
    '十四'
    """
    tags = {f"g{i}": tag for i, (tag, _) in enumerate(_KINDS)}
    kinds: dict[str, list[str]] = {}
    for word, tag in words:
        if (match := GUARD.search(word)) and match.group() != word:
            kinds.setdefault(tag, []).append(word)
    if not kinds:
        return GUARD, tags
    first = "".join(sorted({re.escape(word[0]) for found in kinds.values() for word in found}))
    own = []
    for i, (tag, found) in enumerate(sorted(kinds.items())):
        tags[f"w{i}"] = tag
        own.append(f"(?P<w{i}>{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})")
    return re.compile(rf"(?=[{_FIRST}{first}])(?:{'|'.join(own)}|{_PATTERN})"), tags
