"""
Numbers that say which things are meant, and not how many: 65岁以上老年人, 总投资超10亿元项目, 500千伏线路.

The price of a breach (处一万元以下罚款) is such a limit too.
"""

from __future__ import annotations

import re

from analysis.judgements.quantities import Quantity

_NEAR = 14  # characters beside a number that say what it is of
_HAN = "[一-鿿]"
_NAMED = re.compile(f"的?{_HAN}")
_AGED = ("岁", "周岁")
_PEOPLE = re.compile(rf"(?:[及或]?以[上下内])?的?{_HAN}")
_OF_LIFE = re.compile("寿命|年龄|退休")
_TECHNICAL = frozenset(("千伏", "伏", "毫米", "微米", "纳米", "厘米", "英寸", "度"))
_POWER = frozenset(("千瓦", "兆瓦", "吨", "兆瓦时", "蒸吨"))
_SIZES = frozenset(("元", "美元", "人民币", "人", "户", "平方米", "公里", "亩"))
_FINED = ("元", "ratio")
_LENGTHS = ("公里", "千米", "米")
_BOUNDS = ("at_least", "at_most", "more_than", "less_than")
_MACHINES = re.compile(rf"的?{_HAN}{{0,8}}?(?:机组|锅炉|装置|裂解炉|泊位|电站|煤矿|船舶?|储能系统)")
_THINGS = re.compile(
    rf"的?{_HAN}{{0,8}}?(?:项目|企业|公司|工程|园区|集群|产业链|城市|县|乡镇|村|机构|商场|家庭|农户|经营主体)"
)
_PLANTS = re.compile(
    rf"(?:[及或]?以[上下])?的?{_HAN}{{0,12}}?(?:生产线|项目|装置|基地|厂|线|能力|设施|高铁|铁路|列车)"
)
_MADE = re.compile(
    "(?:新增|净增|投产|投运|并网|等)$"
)  # 新增30万千瓦储能装置 and 甲、乙等90万千瓦机组 say how much
_EACH_OF = re.compile(rf"{_HAN}{{0,12}}\d")  # of each of several: 投产100万千瓦机组2台
_WHICH = re.compile(
    rf"{_HAN}{{1,6}}(?:一律|全部|原则上)?(?:停产|关闭|退出|淘汰|取消|停止|禁止|严禁|不得|不再|暂停|限期)"
)  # 30万吨/年以下煤矿一律停产
_IF_SO = re.compile(r"(?:的?(?!是)[一-鿿]){0,10}?的(?:，|[（(])")  # 处理100万人以上个人信息的，
_COUNTED = re.compile(r"的?\d{1,6}[个家户项只]")
_IS_FIRST = re.compile("首[个家座]")  # 首个经济总量超过3万亿元的城市 is a result
_SINGLE = re.compile("单[机体个项][^，。；、]{0,8}$")
_CAPACITY = re.compile("(?:[年日]产|[年日]?处理|装机|库容|时速|最高|最大)(?:能力|量|容量)?达?$")
_ALONG = re.compile("(?:沿[线岸海江河路边]|两[岸侧])[^，。；、]{0,3}$")  # 长江沿线1公里化工用地
_LAND = re.compile(f"口?的{_HAN}{{0,6}}?(?:大国|国家|国度|大?市场|民族)")  # 领导十三亿多人的社会主义大国
_ROUND = re.compile("[百千万亿]+")  # of which a name is made: 千亿立方米生产基地
_FINE = re.compile("[^，。；]{0,20}罚[款金]")


def is_limit(quantity: Quantity, sentence: str) -> bool:
    """
    Whether a number says which things are meant, by age or size, for whom a rule is, or what a breach costs.

    Examples
    --------
    >>> from analysis.judgements.quantities import quantities
    >>> text = "引进总投资超10亿元项目50个，建成500千伏线路，预期寿命80岁以上"
    >>> [is_limit(one, text) for one in quantities(text)]
    [True, False, True, False]
    """
    before = sentence[max(0, quantity.start - _NEAR) : quantity.start]
    behind = sentence[quantity.end : quantity.end + _NEAR]
    if quantity.unit in _AGED:
        return bool(_PEOPLE.match(behind)) and not _OF_LIFE.search(before)
    if quantity.comparator in _BOUNDS and _IF_SO.match(behind):
        return True
    if quantity.unit == "级" and quantity.comparator == "at_least" and _NAMED.match(behind):
        return True  # 二级及以上公路
    if quantity.unit in _FINED and (_FINE.match(sentence, quantity.end) or before.endswith("罚款")):
        return True
    return quantity.kind == "count" and _is_size(quantity, before, behind)


def _is_size(quantity: Quantity, before: str, behind: str) -> bool:
    round_ = _ROUND.fullmatch(quantity.core.removesuffix(quantity.unit))
    if (round_ or _CAPACITY.search(before)) and _PLANTS.match(behind):
        return True
    if quantity.unit in ("人", "人口") and _LAND.match(behind):
        return True
    if quantity.unit in _LENGTHS and _ALONG.search(before) and _NAMED.match(behind):
        return True
    if quantity.unit in _TECHNICAL:
        return bool(_NAMED.match(behind))
    if quantity.unit in _POWER:
        if _MADE.search(before) and not _EACH_OF.match(behind):
            return False
        return bool(_MACHINES.match(behind) or _SINGLE.search(before))
    if quantity.comparator in _BOUNDS and _WHICH.match(behind):
        return True
    bounded = quantity.unit in _SIZES and quantity.comparator in _BOUNDS
    if bounded and _COUNTED.match(behind):
        return True  # 其中5亿元以上12个
    return bounded and bool(_THINGS.match(behind)) and not _IS_FIRST.search(before)


def with_size(text: str, span: tuple[int, int], size: Quantity | None, sentence: str) -> str:
    """The name of things at a span with the size in its midst: 10家年营收超100亿元的企业."""
    if size is None or size.start != span[1] or not is_limit(size, sentence):
        return text
    end = things_of_size(size, sentence)
    return sentence[span[0] : end] if end > size.end else text


def things_of_size(size: Quantity, sentence: str) -> int:
    """Where the things end that a size stands before (超10亿元的企业); the end of the size where none do."""
    behind = sentence[size.end : size.end + _NEAR]
    found = _THINGS.match(behind) or _PLANTS.match(behind)
    return size.end + found.end() if found else size.end
