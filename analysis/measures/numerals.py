"""Numbers and the units they are told in: no words that say what a text is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.tables import require

if TYPE_CHECKING:
    import pandas as pd

_DIGIT, _PLACE = "〇零一二三四五六七八九两几数半", "十百千万亿兆"
_UNIT = (
    "个?百分点|年|个?月|日|号|小?时|分钟?|秒|天|周年?|岁|美?元|角|倍|番|成|个|批|类|级|次|家|项|座|名|位|户|人|"
    "条|款|件|所|处|种|张|套|辆|台|艘|架|届|平方公里|平方米|立方米|公里|公顷|公斤|里|米|吨|斤|克|亩|点"
)
# Two Chinese digits without a place (七五) are the name of a plan, three and more a year.
_NUMBER = rf"[\d.．,，]+[%％‰]?[{_PLACE}]*|[{_DIGIT}]|[{_DIGIT}]{{3,}}|(?:[{_DIGIT}]*[{_PLACE}])+[{_DIGIT}]?"
_NUMERAL = re.compile(
    rf"(?:第|百分之|[{_DIGIT}{_PLACE}]+分之)?(?:{_NUMBER})[多余来]?(?:{_UNIT})?|首?(?:{_UNIT})|[多首]"
)
_TAGS = ("m", "q", "mq", "t")
_UNTAGGED = ("", "x", "eng")


def numerals(tokens: pd.DataFrame) -> set[str]:
    """
    The words of a table of tokens that are numbers or units: 1万, 亿元, 第二, 2025年, 个, 元, 平方米.

    Measure words (tagged q), and what is written as a number, a unit or both and is tagged so or not at all:
    the dictionary knows the others as names (十四五) or words (一致).

    Examples
    --------
    >>> import pandas as pd
    >>> words = [("1万", "m"), ("个", "q"), ("年", "m"), ("十四五", "nz"), ("七五", "m"), ("现代", "t")]
    >>> sorted(numerals(pd.DataFrame(words, columns=["token", "tag"])))
    ['1万', '个', '年']
    """
    require(tokens, "tokens", ["token", "tag"])
    tags = tokens["tag"].fillna("")
    written = tokens["token"].str.fullmatch(_NUMERAL) & tags.isin(_TAGS + _UNTAGGED)
    found = (tags == "q") | written
    share = found.groupby(tokens["token"]).mean()  # a word may be tagged one way here, another there
    return set(share.index[share > 0.5])
