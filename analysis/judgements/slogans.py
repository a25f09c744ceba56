"""
Slogans and other quoted expressions, each with its kind, how often and where it stands first.

What a kind is goes by form: a formula counts (“三严三实”), a slogan has two parts of one measure or is a
clause of its own (“马上就办、真抓实干”), an expression is any other word in marks, a plain list too
(“小巨人”). Titles of documents and works, names, plan periods and what somebody said are told apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from analysis.columns import evidence, n_of
from analysis.judgements.quotes import TITLES, Quote, quotes
from analysis.tables import SEPARATOR, Column, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document
    from analysis.study import Study

Kind = Literal["name", "document", "period", "speech", "work", "formula", "slogan", "expression"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_NUMERAL = "一二三四五六七八九十百千万两双零"
_MANY = "二三四五六七八九十两双"  # what counts things; 一 is as often an article or a whole
_PERIOD = re.compile(rf"[{_NUMERAL}]{{1,3}}五(?:期间|时期|规划|计划|末)?")
_DOCUMENT = re.compile(
    r"(?:规划|纲要|条例|办法|决定|决议|意见|通知|方案|法|协定|准则|公约|宣言|报告|章程|建议|规定|细则|目录|指南|标准|白皮书|公报|声明"
    r"|草案|法案|法典|协议|议定书|公告|通告|规则|制度|清单|计划|要点|备忘录|批复|说明|守则|规范|导则|令|措施|倡议|倡议书"
    r"|宪章|党章|宪法|框架|蓝皮书|战略)(?:（[^（）]{1,30}）)?$"
)
_ENTITLED = re.compile(
    r"^(?:关于|中共|中华人民共和国|国务院).{6,}|.*(?:条例|纲要|决议|协定|公约|[一-龥]{4}法)$"
)
_SAID = re.compile(
    r"(?:说|讲|指出|强调|写道|写的|回答|宣布|规定|认为|要求|告诫|谈到|提到|嘱托)(?:过|道)?[：:，,]?$"
)
_OF_SPEECH = re.compile(r"[。！？!?；;]")
_ACTED = re.compile(r"(?:工程|行动|计划|专项|大赛|奖)$")
_NAMED = re.compile(
    r"[^、，]{2}(?:项目|平台|基地|论坛|系统|品牌|书房|驿站|中心|联盟|示范区|试验区|开发区|新区|园区|剧场|学校|大学|医院|银行"
    r"|集团|公司|指数|服务站|讲堂|APP|文化节|艺术节|购物节|博览会)$"
)
_NAMED_BEHIND = re.compile(r"(?:行动|专项行动|工程|计划|大赛|卫星|小程序|APP)(?![一-龥]?[行计])")
_BRANDED = re.compile(  # what a word in marks is the name of, behind others of its list
    r"(?:[、和与及]?“[^“”]{1,20}”){0,4}(?:等)?(?:[一-龥]{0,6}(?:APP|小程序)"
    r"|(?!企业|产业|改革|农业|农村)[一-龥]{0,10}?(?:提升行动|专项行动|行动计划|建设行动|促进行动|促进工程|提升工程|公用品牌|品牌|服务平台|平台(?!经济|企业)|金融服务|金融产品"
    r"|信贷产品|服务质效|社区|综合体|服务体|洽谈|博览会|推介会|论坛|大赛|系统(?!性|治理)|应用程序|客户端|班列|快线|旅游专列))"
)
_NO_BRAND = re.compile(r".*(?:式|型|化|级|[+＋])$|互联网.*|智慧.*|数字.*|.")
_COUNTED = re.compile(
    rf"[{_MANY}](?!闽)[一-龥]{{1,5}}|[一-龥]{{0,2}}[{_NUMERAL}][一-龥]{{1,3}}[{_NUMERAL}](?!姓|闽)[一-龥]{{1,6}}"
    rf"|[一-龥]{{0,2}}[{_NUMERAL}](?:[一-龥]{{1,3}}[{_NUMERAL}][一-龥]{{1,3}}){{1,4}}"
)
_SHARED = frozenset("做要靠抓促向讲不有")  # a verb that every part of a slogan has
_IN_A_ROW = re.compile(r"连[增丰冠好升涨降跳快贯]$")  # 九连好 counts times
_LISTED = re.compile(r"[、；;]")
_LINKED = re.compile(r"以及|[与及]")
_PARTS = re.compile(r"[、，,；; ·　]")
_COPULA = re.compile(r"[一-龥]{2}(?:就是|是|为|没有|不是|不要|必须|只有|靠|让|把)[一-龥]{2}")
_ONE = re.compile(r"[一-龥]")
_SPEECH_LONG = 24  # characters from which what follows 说 or 指出 is speech and no term
_AHEAD = 40  # characters behind a mark in which stands what it is the name of
_NEAR = 8  # characters before a mark in which a word of saying may stand
_TOLD = 40  # from which what is not listed by 、 tells something
_WHOLE_CLAUSE = 8  # characters of a clause of its own


@dataclass(frozen=True, slots=True)
class Quoted:
    """An expression in marks with its kind, and the sentences that it reaches over."""

    expression: str
    kind: Kind
    sentence_ids: tuple[str, ...]


def kind_of(text: str, quote: Quote) -> Kind:
    """
    What a quotation is by its marks, its form and what stands around it.

    Examples
    --------
    >>> for text in ("“三严三实”教育", "“马上就办、真抓实干”", "“十四五”规划", "“雪亮工程”"):
    ...     print(kind_of(text, quotes(text)[0]))
    formula
    slogan
    period
    name
    """
    inside, before = (
        text[quote.start : quote.end].strip(),
        text[max(0, quote.start - 1 - _NEAR) : quote.start - 1],
    )
    if quote.mark in TITLES:
        return "document" if _DOCUMENT.search(inside) else "work"
    if _PERIOD.fullmatch(inside):
        return "period"
    if _is_speech(inside, before):
        return "speech"
    if _ENTITLED.match(inside) and _DOCUMENT.search(inside):
        return "document"
    listed = _PARTS.search(inside) or _COUNTED.fullmatch(inside)
    if _ACTED.search(inside) or (_NAMED.search(inside) and not listed):
        return "name"
    return _by_form(inside, text[quote.end + 1 : quote.end + 1 + _AHEAD])


def _by_form(inside: str, behind: str) -> Kind:
    """What a quotation is that is no name by its own words."""
    if _PARTS.search(inside):
        return "expression" if _is_list(inside) else "slogan"
    if _NAMED_BEHIND.match(behind):
        return "name"
    if _COUNTED.fullmatch(inside) and not _IN_A_ROW.search(inside):
        return "formula"
    if _BRANDED.match(behind) and not _NO_BRAND.fullmatch(inside):
        return "name"
    clause = len(inside) >= _WHOLE_CLAUSE and _COPULA.search(inside)
    return "slogan" if clause else "expression"


def _is_list(inside: str) -> bool:
    """
    Whether parts that 、 joins are things in a list and no slogan: of one character, of unequal length, or
    with the same word in each (看病难、看病贵).
    """
    parts = _LISTED.split(inside)
    if len(parts) < 2 or "，" in inside:
        return False
    if len(parts[0]) > 2 and set.intersection(*map(set, parts)) & _SHARED:
        return False  # 股权投资做引导、债权融资做增信
    if len({len(part) for part in parts}) > 1 or len(parts[0]) < 2 or _LINKED.search(parts[-1]):
        return True
    whole = len(parts[0]) > 2
    return whole and (len({part[:2] for part in parts}) == 1 or len({part[-2:] for part in parts}) == 1)


def _is_speech(inside: str, before: str) -> bool:
    """Whether somebody says it: behind a word of saying, or in sentences of its own."""
    if _OF_SPEECH.search(inside) or (len(inside) >= _TOLD and "、" not in inside):
        return True
    return bool(_SAID.search(before)) and len(inside) >= _SPEECH_LONG


def quoted(document: Document, sentences: pd.DataFrame) -> Iterator[Quoted]:
    """
    Every quotation of a document's paragraphs, those over several sentences with all of them.

    What stands inside a title is part of it, and the parts of a speech are its own.
    """
    starts, ids = sentences["start"].tolist(), sentences["sentence_id"].tolist()
    for part in document.paragraphs:
        text = document.text[part.start : part.end]
        for one in quotes(text):
            if one.titled:
                continue
            first = bisect_right(starts, part.start + one.start) - 1
            last = bisect_right(starts, part.start + one.end) - 1
            if first >= 0:
                inside = text[one.start : one.end].strip()
                if _ONE.fullmatch(inside):  # 反“独”促统: a part of a word
                    continue
                yield Quoted(inside, kind_of(text, one), tuple(ids[first : last + 1]))


def slogans(document: Document, sentences: pd.DataFrame) -> pd.DataFrame:
    """
    One row per quoted expression, the most frequent first; columns as in ``tables.TABLES["slogans"]``.

    Of the kinds that an expression has at several places, the first of `KINDS` is its kind.
    """
    found: dict[str, list[Quoted]] = {}
    for one in quoted(document, sentences):
        found.setdefault(one.expression, []).append(one)
    rows = [
        (
            expression,
            min((one.kind for one in places), key=KINDS.index),
            len(places),
            places[0].sentence_ids[0],
            SEPARATOR.join(dict.fromkeys(id_ for one in places for id_ in one.sentence_ids)),
        )
        for expression, places in sorted(found.items(), key=lambda item: -len(item[1]))
        if expression
    ]
    return build("slogans", rows)


@table(
    "slogans",
    row="an expression in quotation marks or title marks",
    key=("expression",),
    help="slogans and other quoted expressions, titles and speech told apart",
    options=(Option("kind", "of this kind only", choices=KINDS),),
    columns=(
        Column("expression", "str", "what stands between the marks", ("expression", "引用语")),
        Column(
            "kind",
            "str",
            "formula (三严三实), slogan (two parts, or a clause), expression (other words), name, document, "
            "work (a film, a book), period (十四五) or speech",
            ("kind", "类别"),
        ),
        n_of("times that it stands in marks"),
        Column("first", "str", "the sentence where it stands first", ("first in", "首见句")),
        evidence(),
    ),
)
def slogans_of(study: Study, *, kind: Kind | None = None) -> pd.DataFrame:
    """Slogans and other quoted expressions, the most frequent first."""
    found = slogans(study.document, study.counted_sentences)
    return found if kind is None else found[found["kind"] == kind]
