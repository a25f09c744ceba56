"""
Words that contract two or three things in one: 内外资 is 内资 and 外资, 一二三产 is 一产, 二产 and 三产.

Where as many numbers are dealt out to such a word (内外资分别增长8%、3%), each is of the member at its place.
"""

from __future__ import annotations

import re

# The word, with what must stand behind it, and its members in their order.
_CONTRACTED = """
内外资 内资 外资
内外贸 内贸 外贸
内外销 内销 外销
中外资 中资 外资
进出口 进口 出口
进出境 进境 出境
出入境 出境 入境
存贷款 存款 贷款
产销量 产量 销量
国内外 国内 国外
境内外 境内 境外
省内外 省内 省外
南北疆 南疆 北疆
东西部 东部 西部
东中西部 东部 中部 西部
上下游 上游 下游
城乡(?=(?:常住)?居民) 城镇 农村
城乡(?=低保) 城市 农村
国省道 国道 省道
国地税 国税 地税
软硬件 软件 硬件
工农业 工业 农业
中小学 中学 小学
本专科 本科 专科
大中型 大型 中型
中小型 中型 小型
大中小型 大型 中型 小型
中低压 中压 低压
高中低压 高压 中压 低压
汽柴油 汽油 柴油
农林牧渔业 农业 林业 牧业 渔业
一二产 一产 二产
二三产 二产 三产
一二三产 一产 二产 三产
"""
_ENTRIES = [(re.compile(word), members) for word, *members in map(str.split, _CONTRACTED.strip().split("\n"))]
_LONGEST_FIRST = sorted(_ENTRIES, key=lambda entry: -len(entry[0].pattern))


def members_of(name: str, many: int) -> list[str]:
    """
    The things that a name contracts, where they are so `many`; else none.

    Examples
    --------
    >>> members_of("内外资企业户数", 2), members_of("城乡居民收入", 2), members_of("内外资", 3)
    (['内资企业户数', '外资企业户数'], ['城镇居民收入', '农村居民收入'], [])
    """
    for word, members in _LONGEST_FIRST:
        if found := word.search(name):
            parts = name[: found.start()], name[found.end() :]
            return [member.join(parts) for member in members] if len(members) == many else []
    return []
