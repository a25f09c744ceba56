"""The object of an action: its head with the nearest modifier, quantities behind it left out."""

from __future__ import annotations

import re

_LEADING = re.compile(r"^(?:好|了|着|对(?![外内接口])|于|与|一批|一系列)(?=..)")
_QUANTITY = re.compile(
    r"(?:不少于|不低于|超过|突破|力争|达到|达|约|超)?(?:\d[\d.,多余]{0,12}[万亿千百]{0,3}|(?<!每)[一二三四五六七八九十百千两几]{1,8}(?=[万亿个项家条批座所处件名人])[万亿]{0,2})"
    r"[\u4e00-\u9fff%]{0,4}(?:以上|以下|左右|以内)?$"
)
_TAIL = 30  # characters in which a quantity at the end is looked for
_LONG = 12  # characters from which an object is cut to its head


def head(object_: str, whole: bool) -> str:
    """The head of an object with its nearest modifier; a clause is left as it is."""
    object_ = _LEADING.sub("", object_.strip())
    if whole:
        return object_
    tail = object_[-_TAIL:]
    bare = object_[:-_TAIL] + _QUANTITY.sub("", tail)
    object_ = bare if len(bare) >= 2 else object_
    before, _, after = object_.rpartition("的")
    return after if before and len(object_) > _LONG and len(after) >= 2 else object_
