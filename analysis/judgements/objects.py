"""The object of an action: its head with the nearest modifier, quantities behind it left out."""

from __future__ import annotations

import re

_LEADING = re.compile(
    r"^(?:好(?:、[一-龥]{2}好)*|了|着|对(?![外内接口])|于(?![都田洪][、和与])|一批|一系列)(?=..)"
)
_DATE = re.compile(r"^(?:到|至)?(?:20\d\d年|今年|明年|年)(?:底|末)?前?(?=..)")  # 到2025年全市
_POINTED = re.compile(r"(?<=..)这一[一-龥]{2,4}$")  # 围绕谱写新篇章这一主线
_STRIVEN = re.compile(r"(?<=..)而(?:不懈|努力|共同|团结|接续|顽强|继续){0,3}奋斗$")  # 为谱写新篇章而努力奋斗
_LAST = re.compile(  # what stands between a subject and its verb
    r"(?:年内|今年|明年|年均|每年|平均|至少|力争|确保|争取|努力|全部|分别|稳步|再|也|都|均|要|将|应|须|必须|应当|基本"
    r"|总体|充分|更多|更好|有机|紧密|年底前?){1,6}$"
)
_QUANTITY = re.compile(
    r"(?:不少于|不低于|超过|突破|力争|达到|达|约|超)?(?:(?<![A-Za-z])(?<![A-Z]\d)(?<![A-Z]\d\d)(?<![A-Z]\d{3})\d[\d.,多余]{0,12}(?!号)[万亿千百]{0,3}|(?<!每)[一二三四五六七八九十百千两几]{1,8}(?=[万亿个项家条批座所处件名人])[万亿]{0,2})"
    r"[\u4e00-\u9fff%]{0,4}(?:以上|以下|左右|以内)?$"
)
_TAIL = 30  # characters in which a quantity at the end is looked for
_LONG = 12  # characters from which an object is cut to its head
_NOT_CUT = ("人", "党")  # behind which 的 does not part a head from its modifier
_BARE = 4  # characters of a head that says too little without what stands before it
_WHOLE = 30  # and of an object that is kept whole then


def head(object_: str, whole: bool) -> str:
    """The head of an object with its nearest modifier; a clause is left as it is."""
    object_ = _STRIVEN.sub("", _POINTED.sub("", _LEADING.sub("", object_.strip())))
    if whole:
        return object_
    tail = object_[-_TAIL:]
    bare = object_[:-_TAIL] + _QUANTITY.sub("", tail)
    object_ = bare if len(bare) >= 2 and not bare.endswith(("以下", "如下", "这", "那")) else object_
    before, _, after = object_.rpartition("的")
    if not before or len(object_) <= _LONG or len(after) < 2 or after.count("”") > after.count("“"):
        return object_
    if before.endswith(_NOT_CUT):
        return object_ if len(object_) <= _WHOLE else before[-1] + "的" + after  # 人的全面发展
    return object_ if len(after) <= _BARE and len(object_) <= _WHOLE else after


def subject_of(text: str) -> str:
    """
    A subject without what stands between it and its verb.

    Examples
    --------
    >>> subject_of("移动网络流量资费年内至少"), subject_of("粮食产量再")
    ('移动网络流量资费', '粮食产量')
    """
    text = _DATE.sub("", text)
    return text[:-_TAIL] + _LAST.sub("", text[-_TAIL:])
