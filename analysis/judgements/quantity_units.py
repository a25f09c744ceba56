"""Units and measure words that a number is told in, and the words that bound it (不少于, 以上, 约)."""

from __future__ import annotations

import re
from typing import Literal

Comparator = Literal["exactly", "at_least", "at_most", "more_than", "less_than", "about", ""]

TIME = (
    "个?工作日|个?月|周年|年(?![级产轻度])|天(?!然)|日(?![常报元])|小时|分钟|秒钟?|个?星期|个?季度|个学期|"
    "个世纪|个年头|昼夜|周(?![边岁])"
)
# Units in Latin letters, whole and in the cases that are written: 8Eflops, 60GWh, 600t/h.
_LETTERS = (
    "(?:Peta|Exa|Tera|[KMGTPEZ])?(?:FLOPS?|F[Ll]ops?|flops?)(?:/s)?|[KMGTPE]?bps|[KMGTPEZY]B(?:ps|/s)?|TOPS|TEU|"
    "[kKMGT]?W(?:·?h|p)?|[kKM]?VA|[kK]V|[kMG]?Hz|dB|[kcdmnμ]?m[²³]?|[mμn]s|[kmμ]?g|t|ha|[EP]"
)
LATIN = f"(?<![A-Za-z])(?:{_LETTERS})(?:/(?:[ahdstLl]|min|kg|km|m³|m3))?(?![A-Za-z0-9])"
_SIZES = (
    "平方公里|平方千米|平方米|平方|立方米|立方|公里|千米|厘米|毫米|微米|纳米|海里|英里|英寸|米(?!面)|里(?!程)|公顷|亩|顷|"
    "吨标准煤|标准煤|吨公里|吨|公斤|千克|毫克|微克|克(?!服)|斤|担(?![保任])|兆瓦时|兆瓦|千瓦小时|千瓦时|千瓦|瓦时|瓦|度(?!假)|千伏|伏|"
    "毫升|升(?![级至到])|摄氏度|℃|标准箱|标箱|箱|"
    f"{LATIN}|"
    "人民币|美元|欧元|港元|港币|日元|英镑|新?卢布|元(?!旦)|角(?![度场])"
)
# Measure words, each but where the character behind makes it another word (两部|分, 三家|庭).
_COUNTED = (
    "件次|人次|人口|人(?![才民均大工])|名(?![单牌])|位(?![置于居列])|户次|户(?![外籍])|家次|家(?![庭园政])|口(?!岸)|个|项次|件次|"
    "项(?!目)|件|条(?![件例])|座|处(?!理)|所(?![有在])|台(?![阶账湾])|套间|套(?!路)|辆|艘次|艘|架次|架(?!构)|列次|列(?!车)|班次|班|"
    "趟|张|份(?!额)|种(?!植)|大类|小类|类(?!型)|批次|批(?![准发])|次(?![级数])|场次|场(?![所馆景地])|届|部(?![分门署队委])|篇|幅(?!度)|"
    "首|支(?![持撑出])|只|头|匹|株|棵|片(?!区)|块|间(?!接)|栋|幢|宗|起(?![来步])|例(?![如外])|单(?![位元项])|笔|款|档(?!案)|对(?![接口外])|"
    "组(?![织团])|队(?!伍)|车次|航次|卷|册|床(?!位)|枚|门(?![户槛])|轮|步(?!伐)|岁|者|国(?![家际内有企道])|剂次|剂(?!量)|省区市|省市|省区|省(?![级份])|"
    "市(?![场民区级值政])|县(?![域级])|区(?![域块级])|镇(?!街)|乡(?![镇村土])|村(?![民庄])|级(?!别)|层(?![次面])|手(?![段续机工])|"
    "方面|代人|代(?![表码理])|颗|盏|根|扇|尾(?!气)|羽|标段|回"
)
_ONLY_ARABIC = "方(?![面案式法位])|面|点|线|路|分|期|号|句|页|字|道|团|师|军|尺|寸|孔|桩|泊位"
# Per what: 公里/小时, 微克/立方米.
_PER = "(?:/(?:立方米|平方米|平方公里|小时|人|亩|天|日|年|吨|户|千瓦小时|千瓦时|升|秒|公里))?"
_TWINS = "(?:[（(][套个件家处张人条项所座间辆台部组批份户]{1,2}[）)])?"
UNIT = rf"(?:(?:{_SIZES}|{_COUNTED}){_PER}{_TWINS})"
LOOSE_UNIT = rf"(?:{_ONLY_ARABIC})"

_BOUNDS: tuple[tuple[Comparator, str, str], ...] = (
    (
        "at_least",
        "不[得应能](?:少|低|小|短)于|不少于|不低于|不小于|不短于|至少|最少|最低",
        "及以上|或以上|以上",
    ),
    (
        "at_most",
        "不[得应能](?:超过|高于|多于|大于|超)|不超过|不高于|不多于|不大于|不超|至多|最多|低于|小于|少于",
        "及以下|以内|以下|之内|内(?![乱部容外需地陆河蒙生涵销在])",
    ),
    (
        "more_than",
        "超过|(?<![新大])突破|超出|逾|多于|大于|高于|超|(?<![爆打])破|上(?=[百千万亿](?![元级]))|"
        "(?<![通经超透跨迈越])过(?=[一二三四五六七八九两十百千万亿半\\d])",
        "多|余",
    ),
    ("less_than", "接近|将近|(?<![附邻临靠亲])近|不到|不足|不满", ""),
    ("about", "大约|大致|(?<![节合条公预签制])约|大概", "左右|上下"),
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
        if before and pattern.match(f"{before}{core}"):
            return name
    for name, pattern in _BEHIND:
        if pattern.fullmatch(behind):
            return name
    if re.search("[十百千万]来", core):
        return "about"
    return "more_than" if re.search("[多余]", core) else "exactly"
