"""Rows, entries and leads of lists: what has the form of a list, and asks nothing by itself."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))\s{0,2}"
)
_NUMBERED = re.compile(rf"^{_NUMBER}(?![为向对将把由在给让])(?P<entry>[^，,。：:！!]{{2,30}}?)[；;。]?$")
_NAMED = re.compile(r"(?:制度|工程|项目|馆)$")  # the last word of a name: 产品召回制度
_SETS_UP = re.compile("[建设]立|建设|新建|完善|健全|[实推执]行|落实|实施|组建|组织|制定|推进|加强")
_PRINCIPLE = re.compile(rf"^{_NUMBER}(?:[\u4e00-\u9fff]{{4}}[，、]){{1,3}}[\u4e00-\u9fff]{{4}}[；;。]?$")
_CELL = re.compile(r"\S[ \t]{0,4}[\u3000\t][\u3000\t ]{0,8}(?=\S)")
_PROSE = re.compile(r"[，。；！？]")
_NOTE = re.compile(r"^(?:注|备注|说明|资料来源|数据来源|单位)\d{0,2}[：:]")
_LEAD = re.compile(r"(?:^|[，,])[^，,；;。：:]{0,24}(?:目标|指标|原则|任务)(?:就?是|为|有|如下|包括)?[：:]$")
_LABEL = re.compile(
    rf"^{_NUMBER}(?![^：:]{{0,6}}(?:要|应|下列|以下|工作))[^，,。；;：:]{{2,6}}[：:]$"
)  # 3.推荐项目：
_STATUS = re.compile(  # 有下列情形之一的，适用简易程序：what is so binds nobody
    r"^(?!.{0,120}(?:应当|应该|不得|必须|给予|予以|处以|责令))[^。；：:]{0,60}(?:下列|以下)[^，,；;。：:]{2,16}[，,]?"
    r"(?:[\u4e00-\u9fff]{0,4}(?:享受|终止|失效)|不?适用|列为|不?属于|为|是)[^，,；;。：:]{0,16}[：:]$"
)
_COUNTED = re.compile(r"\d|必须|务必|应当|(?<![主需])要(?![求点素])")


def is_row(text: str) -> bool:
    """
    Whether it is a row of a table, or a note below one.

    Examples
    --------
    >>> is_row("粮食产量（万吨）　12.6　14　约束性"), is_row("注：〔〕内为五年累计数。"), is_row("加强管理。")
    (True, True, False)
    """
    cells = len(_CELL.findall(text))
    return bool(_NOTE.match(text)) or (cells > 1 and not _PROSE.search(text))


def is_entry(text: str, *, acts: bool) -> bool:
    """
    Whether it is a numbered entry that only names something; one in which something acts ends in a name.

    It is for sentences that do not begin with their verb.

    Examples
    --------
    >>> is_entry("3．肉牛扩繁工程。", acts=False), is_entry("2．过程控制制度；", acts=True)
    (True, True)
    >>> is_entry("（一）各县建立台账制度；", acts=True), is_entry("肉牛扩繁工程。", acts=False)
    (False, False)
    """
    found = _NUMBERED.match(text)
    if found is None or not acts:
        return found is not None
    return _NAMED.search(found["entry"]) is not None and _SETS_UP.search(found["entry"]) is None


def is_principle(text: str) -> bool:
    """
    Whether it is a numbered entry of phrases of four characters, as principles are listed.

    Examples
    --------
    >>> is_principle("（一）统一领导，分级负责；"), is_principle("（一）加强对项目的统一领导。")
    (True, False)
    """
    return _PRINCIPLE.match(text) is not None


def is_lead(text: str) -> bool:
    """
    Whether it only heads what follows it: goals, principles, what a label names, or cases of a status.

    Examples
    --------
    >>> is_lead("今后五年的主要目标是："), is_lead("必须把握三条原则："), is_lead("主要目标是：增长5%。")
    (True, False, False)
    >>> [is_lead(text) for text in ("3.推荐项目：", "有下列情形的，合同终止：", "有下列情形的，罚款：")]
    [True, True, False]
    """
    if _LABEL.match(text) or _STATUS.match(text):
        return True
    return _LEAD.search(text) is not None and not _COUNTED.search(text)
