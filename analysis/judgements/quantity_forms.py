"""The pattern by which a sentence is scanned for numbers, and the parts of a number with its bounds."""

from __future__ import annotations

import re

from analysis.judgements.quantity_dates import DATE, YEAR
from analysis.judgements.quantity_names import FIGURES, NAME, NUMBERING
from analysis.judgements.quantity_units import BEFORE, BEHIND, LOOSE_UNIT, TIME, UNIT
from analysis.judgements.quantity_values import ARABIC, CHINESE, DASH, DIGIT, GAP
from analysis.judgements.quantity_words import UNCOUNTED

_SIGNED = f"(?:{ARABIC}[%％‰])"
_ONE = f"(?:{_SIGNED}|{ARABIC}|{CHINESE})"
_RATE = "(?<![\\d.])\\d{1,4}(?:\\.\\d{1,3})?/10万"  # 孕产妇死亡率9.5/10万
_SHARE = (
    f"(?:{_RATE}|(?:百|千|万|{DIGIT}{{1,2}}|\\d{{1,2}})分之{_ONE}|(?<![\\d.])\\d{{1,2}}/\\d{{1,2}}(?![\\d/]))"
)
# 2.1∶1, 6∶40∶54 and 1:16, but no time of day.
_RATIO = (
    "(?<![\\d.．:：])\\d{1,3}\\.\\d{1,2}(?:[:：]\\d{1,3}\\.\\d{1,2}){1,2}(?![\\d:：])|"
    "(?<![\\d.．:：])\\d{1,3}(?:\\.\\d{1,3})?"
    "(?:(?:(?:∶|[:：](?!\\d\\d))\\d{1,3}(?:\\.\\d{1,3})?){1,3}(?![\\d:：])|(?<=[比为达到约是]1)[:：][1-9]\\d(?![\\d:：]))|"
    f"(?<=[于过为达照按到]){DIGIT}{{1,2}}比(?:{DIGIT}|十){{1,3}}(?![年天个月次步代好])"  # 不低于一比三
)
_UNIT = f"(?:{TIME}|个?百分点|倍|番|{UNIT}|大(?=[一-鿿])|{LOOSE_UNIT})"
_MORE = f"{GAP}[多余来]?{GAP}"
_TENTHS = f"(?:{DIGIT}|\\d)成(?:[至到—](?:{DIGIT}|\\d)成|半)?(?![立为员本长就功果品熟人交效])"
_CORE = (
    f"(?:{_RATIO}|{_SHARE}(?:{DASH}{_SHARE})?|{_TENTHS}|一半|[十百千万]亿(?=[产县镇园城企集])"
    f"|{_SIGNED}(?:{DASH}{_SIGNED})?|{_ONE}{_MORE}(?:{_UNIT})?(?:(?<!百分点){DASH}{_ONE}{_MORE}(?:{_UNIT})?)?)"
)
_BEFORE = f"(?:{BEFORE})(?!{YEAR}年)"  # 低于1985年 bounds no number
_LEADING = "连续|过去|最近|未来|今后|这|(?<![附邻临靠亲])近|(?<![学目以之])前|每"
COUNT = re.compile(
    f"(?P<leading>{_LEADING})?(?P<before>{_BEFORE})?(?P<core>{_CORE})(?!几)(?P<behind>{BEHIND})?"
)
NUMBER = re.compile(f"{_RATIO}|{_SHARE}|{_ONE}")
UNIT_BEHIND = re.compile(f"{_MORE}({_UNIT})?$")

_RANKED = "个|位|名|批|次|家(?![园庭])|座|项|台|套|条|例|艘|架|轮|阶段|梯队|方阵|大|站|步|类|线|道"
_ORDINAL = f"第(?:{CHINESE}|\\d{{1,4}})"
_FIRST = "首(?:个|批|次|位(?!度)|家|台|套|条|例|座|单|只|艘|架|笔|项|部|张|份|支|颗|列|款|轮|期|要|届)"
_FOREMOST = (
    f"(?<![目以之学])前(?:{DIGIT}?十{DIGIT}?|百|\\d{{1,3}}|{DIGIT}(?=[，,。、；]|[名位强]))(?:[位名强]|[%％‰])?"
    "(?![年月天日季个周小.．万亿千百\\d一二三四五六七八九十])"
)
_AMONG = "\\d{2,4}强"  # no name, where something is ranked among them
ORDINAL = re.compile(f"{_ORDINAL}(?:{_RANKED})?|{_FIRST}|{_FOREMOST}|{_AMONG}")
_RANK = f"{_ORDINAL}(?:[、和]{_ORDINAL}){{1,4}}(?:{_RANKED})?|{ORDINAL.pattern}"
# Not 数十 and 几百, but 总数十万.
_DEFINITE = "(?<!几)(?:(?<!数)|(?<=[尾总个人倍指基次户件]数)|(?=[\\d])(?<!\\d))"
_ADDRESS = "https?://[\\w./?=&%-]{1,200}|[A-Za-z0-9._-]{1,60}@[A-Za-z0-9.-]{1,60}"

FORMS = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("address", _ADDRESS),
            ("date", f"(?:到|至|截至)?(?:{DATE})"),
            ("name", NAME),
            ("uncounted", UNCOUNTED),
            ("figure", FIGURES),
            ("numbering", NUMBERING),
            ("nothing", "零(?=增长|发[生案]|事故|死亡|伤亡|上访|新增)"),
            ("digits", "[两三]位数(?=以上|的?增)"),
            ("rank", _RANK),
            (
                "count",
                f"(?:{_LEADING})?(?:{_BEFORE})?{_DEFINITE}(?:{_CORE})(?!几)(?:{BEHIND})?",
            ),
        )
    )
)
