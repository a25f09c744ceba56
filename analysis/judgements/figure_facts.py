"""What a figure of the ledger is beside its value: its indicator by one name, its period, its prices."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.judgements.action_lists import Words
from analysis.judgements.figure_periods import MEASURED, YEAR, carried_periods, period_of
from analysis.judgements.place_mentions import home_of
from analysis.judgements.quantity_status import is_start
from analysis.judgements.register_lists import values
from analysis.reading import headings_above

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document

_SHORTEST = 3  # characters of an indicator that says which: 项目 and 企业 do not
_NEAR = 20  # characters around a figure that say whether a change starts from it

_OWN = re.compile(
    r"^(?:全年|全省|全市|全区|全县|全国|我省|我市|我区|本市|其中|预计|完成|实现|力争|年度|当年|年末|同比|本年)+"
)
_OF_PLACE = re.compile(_OWN.pattern.replace("全国|", "").replace("我国|", ""))
_OF_A_PLACE, _OF_THE_NATION = "地区生产总值", "国内生产总值"
_TOLD = re.compile(r"(?<!自然)(?:均值|平均值|增速|增幅|增长率|增长|总体|预期|目标|总量|规模|达到|左右){1,8}$")
_COMPARABLE = re.compile(r"可比价|可比口径|同口径|不变价|实际增长|扣除价格")
_NOMINAL = re.compile(r"现价|名义|当年价")
_ADDED = re.compile(
    r"新(?:增|建|培育|认定|引进|开|设|改|签|创|获|入选|上|打造|组建|成立|布局)|增加|净增|再增"
)
_STOCK = re.compile(r"总数|总量|达到|累计|超过|突破|保有|存量")
_CLAUSE_ENDS = re.compile(r"[，,；;。：:]")
_LISTED = re.compile(
    "[一二两三四五六七八九十]{1,3}(?:大|项|个|种|件|条|类|点|方面)"
)  # 三项 of 三项任务 measures nothing
_AIM = re.compile(r"预期性|约束性")


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A figure that measures: `period` is a year, ``several`` for more than one, or empty where nobody says;
    `prices` comparable, nominal or empty; `aim` 预期性, 约束性 or empty.
    """

    indicator: str
    unit: str
    kind: str
    value: str
    expression: str
    comparator: str
    direction: str
    status: str
    sentence_id: str
    period: str
    prices: str
    aim: str
    added: bool = False  # what is new within the period (新增), no stock


def one_name(indicator: str, *, national: bool = False) -> str:
    """
    An indicator by one name, what says only where or how it is told left out.

    Of the nation 国内生产总值 keeps its name; elsewhere 全国 tells it from the place's own.

    Examples
    --------
    >>> one_name("全省生产总值"), one_name("全年城镇新增就业"), one_name("GDP"), one_name("粮食总产量")
    ('地区生产总值', '城镇新增就业', '地区生产总值', '粮食产量')
    """
    own = _OWN if national else _OF_PLACE
    known, bare = values("indicators", "variant", "indicator"), own.sub("", _with_one_part(indicator))
    told = _TOLD.sub("", bare) or bare
    name = next((known[tried] for tried in (indicator, bare, told) if tried in known), told)
    return name.replace(_OF_A_PLACE, _OF_THE_NATION) if national else name


def _with_one_part(indicator: str) -> str:
    """The name with each part that has several wordings by one of them (单位GDP能耗)."""
    parts, at, made = Words(values("indicator_parts", "part", "name")), 0, ""
    while at < len(indicator):
        part = parts.at(indicator, at)
        made += parts.values[part] if part else indicator[at]
        at += len(part) or 1
    return made


def figures(document: Document, targets: pd.DataFrame, sentences: pd.DataFrame) -> list[Figure]:
    """The figures of a ledger that measure an indicator, in their order; none that a change starts from."""
    above, year = headings_above(document), document.year
    national = is_national(document)
    texts = sentences.set_index("sentence_id")[["text", "start"]]
    carried = dict(zip(sentences["sentence_id"], carried_periods(document, sentences), strict=True))
    found = []
    for one in targets[targets["kind"].isin(MEASURED)].itertuples(index=False):
        name = one_name(one.indicator, national=national)
        if len(name) < _SHORTEST or one.expression.endswith("大") or _LISTED.fullmatch(one.expression):
            continue  # 7大平台 are named so, and no figure
        text, begin = texts.loc[one.sentence_id]
        before = text[: int(one.start - begin)]
        if is_start(before[-_NEAR:], text[int(one.end - begin) :][:_NEAR]):
            continue
        found.append(
            Figure(
                name, one.unit, one.kind, one.value, one.expression, one.comparator,
                one.direction, one.status, one.sentence_id,
                period_of(before, carried[one.sentence_id], one.deadline, one.status, year),
                prices_of(text), _aim(text, above, int(begin)), is_added(before),
            )
        )  # fmt: skip
    return found


def is_national(document: Document) -> bool:
    """Whether a document is of the whole nation."""
    return home_of(document)[1] == "national"


def in_table(row: Any, *, national: bool = False) -> Figure:
    """The figure in a row of the table of indicators; its period is the year that heads its column."""
    year = YEAR.search(row.head)
    direction, name = "up" if row.kind == "growth" else "", one_name(row.indicator, national=national)
    return Figure(
        name, row.unit, row.kind, row.value, row.expression, row.comparator, direction,
        row.status, row.sentence_id, year[1] if year else "", "", row.aim,
    )  # fmt: skip


def is_added(before: str) -> bool:
    """
    Whether a figure is of what is new in its period, as the clause before it says; a list is new as a whole.

    Examples
    --------
    >>> is_added("新增中小企业7227家、专精特新企业"), is_added("新增企业后，总数达到"), is_added("企业")
    (True, False, False)
    """
    clause = _CLAUSE_ENDS.split(before)[-1]
    return bool(_ADDED.search(clause)) and not _STOCK.search(clause)


def prices_of(text: str) -> str:
    """
    Whether a sentence says that its figures are of comparable or of current prices; empty when it does not.

    Examples
    --------
    >>> prices_of("按可比价格计算增长5%。"), prices_of("增长5%。")
    ('comparable', '')
    """
    if _COMPARABLE.search(text):
        return "comparable"
    return "nominal" if _NOMINAL.search(text) else ""


def _aim(text: str, above: Callable[[int], Sequence[str]], start: int) -> str:
    for told in (text, *reversed(above(start))):
        found = set(_AIM.findall(told))
        if len(found) == 1:
            return str(found.pop())
    return ""
