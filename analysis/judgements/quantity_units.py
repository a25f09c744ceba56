"""Units and measure words that a number is told in, and the words that bound it (不少于, 以上, 约)."""

from __future__ import annotations

import re
from typing import Literal

Comparator = Literal["exactly", "at_least", "at_most", "more_than", "less_than", "about", ""]

TIME = "个?工作日|个?月|周年|年|天|日|小时|分钟|秒钟?|个?星期|个?季度|个学期|个世纪|个年头|昼夜|周"
_SIZES = (
    "平方公里|平方千米|平方米|平方|立方米|立方|公里|千米|厘米|毫米|微米|纳米|海里|英里|米|里|公顷|亩|顷|"
    "吨标准煤|标准煤|吨公里|吨|公斤|千克|毫克|微克|克|斤|担|兆瓦|千瓦时|千瓦|瓦时|瓦|度|千伏|伏|毫升|升|摄氏度|℃|"
    "标准箱|标箱|箱|TEU|EB|PB|TB|GB|MW|kW|km|P|"
    "人民币|美元|欧元|港元|港币|日元|英镑|卢布|元|角"
)
_COUNTED = (
    "人次|人口|人|名|位|户次|户|家次|家|口|个|项次|项|件|条|座|处|所|台|套|辆|艘次|艘|架次|架|列|班次|班|趟|张|份|种|类|批次|批|"
    "次|场次|场|届|部|篇|幅|首|支|只|头|匹|株|棵|片|块|间|栋|幢|宗|起|例|单|笔|款|档|对|组|队|车次|航次|卷|册|床|枚|"
    "门|轮|步|岁|者|国|省|市|县|区|镇|乡|村|级|层|手|方面|代人?|颗|盏|根|扇|尾|羽|标段|公顷次"
)
_ONLY_ARABIC = "方|面|点|线|路|分|期|号|句|页|字|道|团|师|军|尺|寸|孔|桩|泊位|元/[平亩吨人天]"
# Per what: 公里/小时, 微克/立方米.
_PER = "(?:/(?:立方米|平方米|平方公里|小时|人|亩|天|日|年|吨|户|千瓦时|升|秒|公里))?"
_TWINS = "(?:[（(][套个件家处张人条项所座间辆台部组批份户]{1,2}[）)])?"
UNIT = rf"(?:(?:{_SIZES}|{_COUNTED}){_PER}{_TWINS})"
LOOSE_UNIT = rf"(?:{_ONLY_ARABIC})"

_BOUNDS: tuple[tuple[Comparator, str, str], ...] = (
    ("at_least", "不少于|不低于|不小于|不短于|至少|最少|最低", "及以上|或以上|以上"),
    (
        "at_most",
        "不超过|不高于|不多于|不大于|不超|至多|最多|低于|小于|少于",
        "及以下|以内|以下|之内|内(?![乱部容外需地陆河蒙生涵销在])",
    ),
    (
        "more_than",
        "超过|突破|超出|逾|多于|大于|高于|超|破|上(?=[百千万亿](?![元级]))|过(?=[一二三四五六七八九两十百千万亿半\\d])",
        "多|余",
    ),
    ("less_than", "接近|将近|近|不到|不足|不满", ""),
    ("about", "大约|大致|约|大概", "左右|上下"),
)
BEFORE = rf"(?:{'|'.join(before for _, before, _ in _BOUNDS)})"
_SINCE = "以来|来(?![自到源往看说])"  # of a period, bounding nothing: 五年来
BEHIND = rf"(?:{'|'.join(behind for name, _, behind in _BOUNDS if behind and name != 'more_than')}|{_SINCE})"
_BEFORE = [(name, re.compile(before)) for name, before, _ in _BOUNDS]
_BEHIND = [(name, re.compile(behind)) for name, _, behind in _BOUNDS if behind]


def comparator(before: str, core: str, behind: str) -> Comparator:
    """
    How a number is bounded: by what stands before it, behind it, or inside (1000多项).

    Examples
    --------
    >>> comparator("不少于", "100万平方米", ""), comparator("", "1000多项", "")
    ('at_least', 'more_than')
    """
    for name, pattern in _BEFORE:
        if before and pattern.match(before):
            return name
    for name, pattern in _BEHIND:
        if pattern.fullmatch(behind):
            return name
    if re.search("[十百千万]来", core):
        return "about"
    return "more_than" if re.search("[多余]", core) else "exactly"


def unit_of(text: str) -> str:
    """
    A unit as the table has it: money of the land is 元.

    Examples
    --------
    >>> unit_of("人民币"), unit_of("美元"), unit_of("台（套）")
    ('元', '美元', '台（套）')
    """
    return "元" if text == "人民币" else text
