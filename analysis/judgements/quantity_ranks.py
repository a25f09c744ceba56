"""
Which ordinals are a place among others or a first of its kind, and which only number or praise.

居全国第一 and 全国首个平台 are results; 第四批, 第二轮, 第一资源 and 质量第一 are none.
"""

from __future__ import annotations

import re

_WHERE = "全[国球省市区县]|世界|国[内际家]|我[国省市]|亚洲|大陆|[东中西]部|东北|长三角|同类"
# What ranks: where, how it is told, and what else holds a place.
_RANKED = re.compile(
    rf"{_WHERE}|[居列排占]|位[次于]?|升|[进跃]|入选|保持|连续|获|评|考核|满意度|[增降][速幅]|规模|总量|产量|[到至]$"
)
_AMONG = re.compile("前.*|.*强|第.*(?:梯队|方阵|档)")
_PLACE = re.compile("第[^批轮届期次步线类道个家座项台套条例艘架]{1,5}?[位名大]?|首位")
_PLACE_ENDS = re.compile(
    "[，。；：！？,;:（(）)、”和与升降跃退]|上升|下降|以内|[的大档]|$|并|且|[一-鿿]{0,6}(?:经济体|市场|大国|强国|大省)"
)
_PUT = re.compile("[放摆置]在?(?:更加)?(?:突出)?的?$")  # 摆在首位
_FIRST = re.compile("第[一1][个家座项台套条例艘架次]?")
_COUNTED_BY = re.compile("[颗个座款部艘架套台条项次辆枚例所]|家(?![园庭])")
_OF_TIME = re.compile("阶段|[^，。；]{0,2}年|中长期|步")
_LATER = re.compile("第.*[个家座]")  # 我国第七个“世界美食之都”
_THERE = re.compile(rf"(?:{_WHERE})的?$")
_OF_SERIES = re.compile("首[批期轮届]")
_CHOSEN = re.compile(
    rf"(?:{_WHERE}|入选|跻身|列入|纳入|进入|获[批评得颁]|成为|上榜|被评为)[^，。；、]{{0,6}}$"
)
_ONCE = re.compile("首[次批期轮届]|第一[次批期轮届]")
_STRIVEN = re.compile("争[取创]|力争|入选|申[报创]|列入|纳入|跻身")


def is_standing(core: str, before: str, behind: str, *, ahead: bool = False) -> bool:
    """
    Whether an ordinal is a place among others, or says that something is the first of its kind.

    A first batch or a first time that lies `ahead` is one where it is striven for alone.

    Examples
    --------
    >>> is_standing("第一", "产量居全国", "，"), is_standing("第一", "坚持质量", "、效益优先")
    (True, False)
    >>> is_standing("首批", "入选全国", "试点"), is_standing("首批", "推进", "试点")
    (True, False)
    """
    if ahead and _ONCE.fullmatch(core) and not _STRIVEN.search(before):
        return False
    if _OF_SERIES.fullmatch(core):
        return bool(_CHOSEN.search(before))
    if _AMONG.fullmatch(core) or (core[0] == "首" and core not in ("首位", "首要")):
        return True
    if _FIRST.fullmatch(core) and (core[-1] not in "一1" or _COUNTED_BY.match(behind)):
        return not _OF_TIME.match(behind)
    return bool(_LATER.fullmatch(core) and _THERE.search(before)) or _is_placed(core, before, behind)


def _is_placed(core: str, before: str, behind: str) -> bool:
    """Whether an ordinal says how something stands among others, and not what it is called (第一资源)."""
    placed = _PLACE.fullmatch(core) and not _PUT.search(before)
    return bool(placed and _PLACE_ENDS.match(behind) and _RANKED.search(before))
