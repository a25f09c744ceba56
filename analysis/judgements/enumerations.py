"""Items of a list in rules: what is to be done (下列职责), or only cases and acts of which they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analysis.judgements.list_forms import is_principle

ITEM = re.compile(r"^[（(][一二三四五六七八九十\d]{1,3}[）)]")
_INNER = re.compile(r"^\d{1,2}[.．、](?!\d)|^[①-⑳]")  # of an item that opens a list of its own
_NUMBER = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s{0,2}")
_CASES = re.compile(
    r"(?:下列|以下|如下)[^，,；;。：:]{0,12}?(?:行为|情形|情况|情节|条件|内容|材料|信息|资料|事项|文件|区域|范围|因素|用语|含义|类型|类别|标准|设施|设备|器材|物资)"
    r"[^。：:]{0,120}[：:]$|(?:是指|包括|分为|之一的|情形的)[^。：:]{0,160}[：:]$"
)
_PRINCIPLES = re.compile(r"原则[^，,；;。：:]{0,4}[：:]$")
_DUTIES = re.compile(
    r"(?:下列|以下|如下)[^，,；;。：:]{0,12}?(?:职责|职权|义务|工作|任务|措施|规定|要求|责任|服务|制度)"
    r"|(?:职责|职权|义务|任务|措施|工作)[^，,；;。：:]{0,8}[：:]$"
)
_ILLS = re.compile(  # 重点整治以下问题：its items name ills
    r"(?:清理|清查|纠正|改正|整治|治理|排查|查处|取缔)[^，,；;。：:]{0,8}(?:下列|以下|如下)[^，,；;。：:]{0,8}(?:问题|做法|现象|乱象)[：:]$"
)
_CURE = re.compile("(?:规范|取消|完善|建立|健全|加强|推进|推动|优化|落实|强化|清理|整治|纠正|严查|查处|坚决)")
_SETTLING = re.compile(
    r"(?:明确|载明|写明|规定|约定|包括)[^，,；;。：:]{0,6}(?:下列|以下|如下)(?:内容|事项)[：:]$"
)
_SETTLES = re.compile(  # 分段施工的，明确各段的工期; no 明确约定了工期的合同
    r"(?:^|[，,])(?:明确|规定|约定|确定)(?!了|的|约定|规定)[^，,；;。]{2,}"
    r"|(?:应当|不得)(?![^，,；;。]{0,24}的)[^，,；;。]{2,}"
)
_OWED = re.compile(r"应当|必须|应(?=履行|做到|遵守|符合)")
_CASE = re.compile(r"(?<![目标])的[；;。]?$")


def cases(texts: Iterable[str]) -> Iterator[bool]:
    """
    Whether each of the sentences of a document, in their order, is an item that names a case or an act.

    Such an item begins with a verb and asks nothing (有下列行为之一的，处以罚款：（一）损坏设施的). Where
    the line that opens the list tells duties (应当履行下列职责：), its items do ask.

    Examples
    --------
    >>> list(cases(["有下列行为之一的，处以罚款：", "（一）损坏设施；"]))
    [False, True]
    >>> list(cases(["禁止下列行为：", "（一）设置下列场所：", "1．露天堆放场所；"]))
    [False, True, True]
    >>> list(cases(["应当履行下列职责：", "（一）编制规划；"]))
    [False, False]
    >>> list(cases(["应当遵循下列原则：", "（一）统一规划、分级负责；"]))
    [False, True]
    >>> list(cases(["集中整治以下问题：", "（一）提高收费标准；", "（二）规范收费。"]))
    [False, True, False]
    >>> list(cases(["章程应当载明下列内容：", "（一）明确工期；", "（二）工期；"]))
    [False, False, True]
    """
    of_cases = of_principles = of_ills = settling = False
    for text in texts:
        item = ITEM.match(text) is not None or _INNER.match(text) is not None
        if not item:
            of_cases = _CASES.search(text) is not None and _DUTIES.search(text) is None
            of_principles = _PRINCIPLES.search(text) is not None
            of_ills, settling = _ILLS.search(text) is not None, _SETTLING.search(text) is not None
        said = _NUMBER.sub("", text)
        named = (of_cases and not (settling and _SETTLES.search(said))) or _CASE.search(text) is not None
        named = named or (of_ills and _CURE.match(said) is None)
        yield item and (named or (of_principles and is_principle(text)))


def owed(texts: Iterable[str]) -> Iterator[str]:
    """
    The word by which the line above binds each of the sentences of a rule; empty where none does.

    Examples
    --------
    >>> list(owed(["机构应当履行下列职责：", "（一）建立制度；", "市政府负责协调。"]))
    ['', '应当', '']
    """
    word = ""
    for text in texts:
        if ITEM.match(text):
            yield word
            continue
        found = _OWED.search(text) if text.endswith(("：", ":")) else None
        word = found[0] if found else ""
        yield ""
