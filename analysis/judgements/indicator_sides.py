"""
What a number measures where its sentence names only a side of it: the rest was told of the number before.

总数, 国家级, 单产 and 占比 are each of something that stands further on the left (其中国家级28家).
"""

from __future__ import annotations

import re

from analysis.judgements.indicator_words import OF_GROWTH, SHARE_OF, SIDES
from analysis.judgements.shared_heads import of_crop, of_people

_SIZED = re.compile("^(?:超|过|总投资)?[十百千万亿]{0,3}[0-9.]{0,6}[十百千万亿]{1,3}元(?:以上)?的?(?=..)")
REACHES = re.compile("惠及|带动|服务|覆盖|辐射")  # others than what is told of
REACHED = re.compile(  # with nothing told between the verb and its number
    "(?:^|、|，)(?:累计|共|可|预计|直接|将){0,2}(?:惠及|带动|服务|覆盖|辐射|安置|吸纳|受益|保护|支持|灌溉|方便|解决)了?[约近超]?过?$"
)
_DONE = re.compile("[，；,;](?:培育|引进|打造|形成|建成|新增|支持|实施)$")
_LEVEL = re.compile("(?:国家|世界|[部省市区县])级(?:及?以上)?")
_ADDED = re.compile("新增|净增|新认定|新获批|新")
# A measure that ends in for how many each is: 公共文化设施面积达到(常住人口)人均|0.18平方米.
_EACH = re.compile(
    "(?P<name>.{2,30}?)(?:达到?|为|保持在?)?(?:常住人口|户籍人口)?(?P<each>人均|户均|每[百千万]人)"
)


def of_whole(name: str, last: str) -> str:
    """
    A name, with the part of the `last` that it leaves out, where it is only a side of that.

    Examples
    --------
    >>> of_whole("国家级", "新增科技企业孵化器"), of_whole("企业", "项目")
    ('国家级科技企业孵化器', '企业')
    >>> of_whole("占比", "工业增加值"), of_whole("占全市比重", "工业增加值增速")
    ('占比', '工业增加值占全市比重')
    """
    if name in SIDES and last.endswith(SIDES[name]):
        return last.removesuffix(SIDES[name]) + name
    name = _of_level(of_crop(of_people(name, last), last), last)
    return OF_GROWTH.sub("", last) + name if SHARE_OF.fullmatch(name) and last else name


def _of_level(name: str, last: str) -> str:
    """Those of one level of what was counted before: 孵化器12家，其中国家级|2家."""
    if not _LEVEL.fullmatch(name):
        return name
    added = _ADDED.match(last)
    last = last[added.end() :] if added else last
    level = _LEVEL.match(last)
    return name + (last[level.end() :] if level else last)


def of_any_size(name: str) -> str:
    """
    Things without the size that says which are meant.

    Examples
    --------
    >>> of_any_size("亿元以上项目"), of_any_size("企业")
    ('项目', '企业')
    """
    return _SIZED.sub("", name)


def begins_anew(between: str, name: str) -> bool:
    """
    Whether a clause that tells a name before a number begins with what is done, and so is of nothing before.

    Examples
    --------
    >>> begins_anew("，培育产值过", "产值"), begins_anew("，总数达", "总数")
    (True, False)
    """
    return bool(name and _DONE.search(between.partition(name)[0]))


def each_first(name: str) -> str:
    """
    A measure with for how many each is told before it.

    Examples
    --------
    >>> each_first("体育场地面积达到人均"), each_first("人均可支配收入")
    ('人均体育场地面积', '人均可支配收入')
    """
    found = _EACH.fullmatch(name)
    return found["each"] + found["name"] if found else name
