"""
Numbers that are neither done nor promised, whichever way their sentence looks.

An ordinal only numbers a batch, a round or a phase, or ranks an idea (第四批, 质量第一), where nothing is
ranked among others; a level, an age or a size says which things are meant (县乡两级, 65岁以上老年人,
30万千瓦以下机组); a time is told of itself (五千年文明, 新的一年).
"""

from __future__ import annotations

import re

from analysis.judgements.quantities import Quantity

_REACH = 24  # characters before an ordinal that say that something is ranked, or where
_NEAR = 14  # characters behind a number that say what it is of

_WHERE = "全[国球省市区县]|世界|国[内际家]|我[国省市]|亚洲|大陆|[东中西]部|东北|长三角|同类"
# What ranks: where, how it is told, and what else holds a place.
_RANKED = re.compile(
    rf"{_WHERE}|[居列排占]|位[次于]?|升|[进跃]|入选|保持|连续|获|评|考核|满意度|[增降][速幅]|规模|总量|产量|[到至]$"
)
_PLACE = re.compile(r"第[^批轮届期次步线类道个家座项台套条例艘架]{1,5}?[位名大]?|首位")
_AMONG = re.compile(r"前.*|.*强|第.*(?:梯队|方阵|档)")
_PLACE_ENDS = re.compile(
    "[，。；：！？,;:（(）)、”和与升降跃退]|上升|下降|以内|[的大档]|$|并|且|[一-鿿]{0,6}(?:经济体|市场|大国|强国|大省)"
)
_PUT = re.compile("[放摆置]在?(?:更加)?(?:突出)?的?$")  # 摆在首位
_FIRST = re.compile("首[个次家座台套条例单只艘架笔项部张份支颗列款]|第[一1](?:[个家座项台套条例艘架次]|)")
_OF_SERIES = re.compile("首[批期轮届]")
_CHOSEN = re.compile(
    rf"(?:{_WHERE}|入选|跻身|列入|纳入|进入|获[批评得颁]|成为|上榜|被评为)[^，。；、]{{0,6}}$"
)
_LATER = re.compile("第.*[个家座]")  # 我国第七个“世界美食之都”
_CHOSEN_NEAR = re.compile(rf"(?:{_WHERE})的?$")
_OF_TIME = re.compile("阶段|[^，。；]{0,2}年|中长期|步")
_THING = re.compile("[颗个座款部艘架套台条项次辆枚例所]|家(?![园庭])")

_CLAUSE_ENDS = re.compile("[，。；：！？,;]")
_HAN = "[一-鿿]"
_BOUND = "(?:[及或]?以[上下内])?的?"
_PEOPLE = re.compile(rf"{_BOUND}{_HAN}")
_OF_LIFE = re.compile("寿命|年龄|退休")
_TECHNICAL = frozenset(("千伏", "伏", "毫米", "微米", "纳米", "厘米", "英寸", "度"))
_POWER = frozenset(("千瓦", "兆瓦", "吨", "兆瓦时", "蒸吨"))
_MONEY = frozenset(("元", "美元", "人民币", "人", "平方米", "公里", "亩"))
_SIZED = re.compile(rf"的?{_HAN}{{0,8}}?(?:机组|锅炉|装置|裂解炉|泊位|电站|煤矿|船舶?|储能系统)")
_BY_SIZE = re.compile(
    rf"的?{_HAN}{{0,8}}?(?:项目|企业|公司|工程|园区|集群|产业链|城市|县|乡镇|村|机构|商场|家庭|农户|经营主体)"
)
_IS_FIRST = re.compile("首[个家座]")  # 首个经济总量超过3万亿元的城市
_SINGLE = re.compile("单[机体个项][^，。；、]{0,8}$")
_CAPACITY = re.compile("(?:[年日]产|[年日]?处理|装机|库容|时速|最高|最大)(?:能力|量|容量)?达?$")
_THING_OF = re.compile(
    rf"(?:[及或]?以[上下])?的?{_HAN}{{0,12}}?(?:生产线|项目|装置|基地|厂|线|能力|设施|高铁|铁路|列车)"
)

_FINE = re.compile("[^，。；]{0,20}罚[款金]")  # the price of a breach

_TOLD_OF = re.compile("(?:的[一-鿿]{0,8}?|历程)?，?(?:是(?!为)|极|很不|令人|来之不易)")
_HISTORY = re.compile("的?(?:中华民族|漫长|悠久|历史|文明|发展史|一遇|禁渔|发展规划期|一贯制)")
_NEW_YEAR = re.compile("(?:新的|关键|重要|[的])$")
_ROUND_THE_CLOCK = re.compile("(?:24|二十四)小时")


def is_background(quantity: Quantity, sentence: str, *, ahead: bool) -> bool:
    """
    Whether a number only numbers, describes or names the time of what its sentence tells.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "坚持质量第一，实施第四批项目，为65岁以上老年人体检，产量居全国第一"
    >>> [is_background(one, text, ahead=True) for one in quantities(text)]
    [True, True, True, False]
    """
    before = sentence[max(0, quantity.start - _REACH) : quantity.start]
    before = _CLAUSE_ENDS.split(before)[-1]
    behind = sentence[quantity.end : quantity.end + _NEAR]
    if quantity.kind == "rank":
        if ahead and quantity.core in ("首次", "第一次"):
            return True
        return not _is_standing(quantity.core, before, behind)
    if quantity.kind == "period":
        return _is_told_of_itself(quantity, before, behind, ahead=ahead)
    return (quantity.kind == "count" and quantity.unit == "级") or is_limit(quantity, sentence)


def _is_standing(core: str, before: str, behind: str) -> bool:
    """Whether an ordinal is a place among others, or says that something is the first of its kind."""
    if _AMONG.fullmatch(core):
        return True
    if _OF_SERIES.fullmatch(core):
        return bool(_CHOSEN.search(before))
    if core[0] == "首" and core not in ("首位", "首要"):
        return True
    if _LATER.fullmatch(core) and not core.startswith(("第一", "第1")):
        return bool(_CHOSEN_NEAR.search(before))
    if _FIRST.fullmatch(core) and (core[-1] in "个家座项台套条例艘架次" or _THING.match(behind)):
        return not _OF_TIME.match(behind)
    placed = _PLACE.fullmatch(core) and not _PUT.search(before)
    return bool(placed and _PLACE_ENDS.match(behind) and _RANKED.search(before))


def is_limit(quantity: Quantity, sentence: str) -> bool:
    """
    Whether a number says which things are meant, by age or size, and not how many.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "引进总投资超10亿元项目50个，建成500千伏线路，预期寿命80岁以上"
    >>> [is_limit(one, text) for one in quantities(text)]
    [True, False, True, False]
    """
    aged = quantity.unit in ("岁", "周岁")
    if quantity.kind != "count" and not aged:
        return False
    before = sentence[max(0, quantity.start - _NEAR) : quantity.start]
    behind = sentence[quantity.end : quantity.end + _NEAR]
    if aged:
        return bool(_PEOPLE.match(behind)) and not _OF_LIFE.search(before)
    if _CAPACITY.search(before) and _THING_OF.match(behind):
        return True
    if quantity.unit in _TECHNICAL:
        return bool(re.match(f"的?{_HAN}", behind))
    if quantity.unit in _POWER:
        return bool(_SIZED.match(behind) or _SINGLE.search(before))
    if quantity.unit == "元" and (_FINE.match(sentence, quantity.end) or before.endswith("罚款")):
        return True
    bounded = quantity.comparator in ("at_least", "at_most", "more_than", "less_than")
    meant = bounded and _BY_SIZE.match(behind) and not _IS_FIRST.search(before)
    return quantity.unit in _MONEY and bool(meant)


def things_of_size(size: Quantity, sentence: str) -> int:
    """Where the things end that a size stands before (超10亿元的企业); the end of the size where none do."""
    behind = sentence[size.end : size.end + _NEAR]
    found = _BY_SIZE.match(behind) or _THING_OF.match(behind)
    return size.end + found.end() if found else size.end


def _is_told_of_itself(period: Quantity, before: str, behind: str, *, ahead: bool) -> bool:
    """Whether a period is the subject, or part of a name, and no time in which something is done."""
    if before.endswith(("学前", "比", "较")) or _HISTORY.match(behind) or _ROUND_THE_CLOCK.match(period.core):
        return True
    if _TOLD_OF.match(behind) and not period.expression.startswith("连续"):
        return True
    if period.expression.startswith("这") and behind.startswith("的"):
        return True
    if period.core == "一百年" and behind.startswith("奋斗目标"):
        return True
    called = period.core == "一年" and _NEW_YEAR.search(before) and not behind.startswith("间")
    return ahead and bool(called or period.expression.startswith("过去") or before.endswith("回顾"))
