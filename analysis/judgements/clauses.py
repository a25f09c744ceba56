"""Sentences in clauses: what stands in brackets and quotations neither parts nor acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENCLOSED = re.compile(
    r"“[^“”]{0,80}”|‘[^‘’]{0,80}’|《[^《》]{0,80}》|（[^（）]{0,200}）|\([^()]{0,200}\)|〔[^〔〕]{0,40}〕"
)
_CHARGED = (
    "规划|建设|管理|监督|监管|执法|审批|运营|开发|维护|使用|设计|施工|勘察|监理|生产|经营|统计|宣传|组织|教育"
)
_BODIES = re.compile(  # what departments are charged with: 组织规划、建设、管理等部门制定方案
    rf"(?:{_CHARGED})(?:[、和与][\u4e00-\u9fff]{{2,6}}?){{1,10}}?等(?:相关|有关|各)?(?:行政)?(?:主管)?(?=部门|单位)"
    rf"|(?:{_CHARGED})(?:行政)?主管(?=部门)|(?:教育|管理|执法|体育)行政(?=部门|机关)"
    r"|(?:行政|监督)?(?:管理|监管|执法|审批|登记|运营|施工|使用|监理|举办|承办|主办|生产|经营|维护|监督)(?=部门|单位|机构)|建设(?=单位)|构筑(?=物)"
    r"|(?:审计|税务|统计|受理|登记|审批|审查|批准|发证|征收|复议|执法|检察|审判|管理|监督|起草|制定|公证)(?=机关(?!事务))|(?:审计|税务|统计)(?=部门)"
    r"|(?:税务|审计|统计)、(?=(?:税务|审计|统计)[、部等])|(?<=法人)代表(?!大会)"
    r"|统计(?=调查|数据|资料|信息|制度|指标|标准|报表|台账)"
    r"|(?:提供|使用|制作|保管|接收|受理|牵头|配合|供应|采购|承担)(?=单位|部门)"
    r"|(?:受让|转让|出让|出租|发包|招标|投标|中标|持有|买受|捐赠|受赠|寄件|收件|托运|承运|投保|供养|照护|竞得|受托|委派)(?=人(?![员民才力数口]))"
    r"|(?:实施|培训|评审|监测|评估|鉴定|代理|交易)(?=机构(?!改革|编制|职能|人员))|(?:实施|开发|运营|管护|承包|承接|购买|申报)(?=主体(?!功能|责任|工程|结构|作用))"
    r"|(?:实施|承包|发包|供应|采购|施工|运营|养护)(?=方(?![案式法面向针位略]))|采购(?=人(?![员民才力数口防工]))|供应(?=商(?![品业务贸场]))"
    r"|(?:种植|养殖)(?=户(?![外型籍口]))|参与(?=各方(?![面案]))"
    r"|负责(?=人(?![员民才力数口]|人))|(?:承办|委托|申请|举报|投诉|监护|代理|经办|承租|承包|经营|管理|使用|所有|受益)(?=人(?![员民才力数口]))"
)
_IN_WORDS = re.compile("大兴(?=安岭)|减量(?=化)|(?:承接|供给)(?=能力)")  # verbs that are parts of words
_FILL = "○"  # stands for a character that is not looked at
_CLAUSE = re.compile(r"[^，,；;。！!？?：:→\n]+")
_OPENING = re.compile(
    r"""[\s—―–•·]*(?:（○{1,200}）(?=[\u4e00-\u9fff]))?(?:
      (?:[一二三四五六七八九十]{1,2}(?:是|要|则)(?:要)?)|(?:第[一二三四五六七八九十]{1,3}[、]?)|[①-⑳]
      |[○]{3,4}(?=[\u4e00-\u9fff])|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、
    )?[\s—―–]*""",
    re.VERBOSE,
)


def closed(text: str) -> str:
    """
    The text with everything inside brackets and quotation marks filled, as long as before, and with what
    bodies are charged with and verbs that are parts of words.

    Examples
    --------
    >>> closed("用好“白名单，黑名单”制度（见附件）。")
    '用好“○○○○○○○”制度（○○○）。'
    >>> closed("组织规划、建设、管理等部门制定方案。")
    '组织○○○○○○○○○部门制定方案。'
    """
    text = _ENCLOSED.sub(lambda found: found[0][0] + _FILL * (len(found[0]) - 2) + found[0][-1], text)
    text = _IN_WORDS.sub(lambda found: _FILL * len(found[0]), text)
    return _BODIES.sub(lambda found: _FILL * len(found[0]), text)


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """
    Where the clauses of a closed sentence stand, ordinals and dashes before them left out.

    Examples
    --------
    >>> text = "一是加强管理，二要落实责任。"
    >>> [text[start:end] for start, end in clauses(text)]
    ['加强管理', '落实责任']
    """
    for found in _CLAUSE.finditer(text):
        opening = _OPENING.match(text, found.start(), found.end())
        start = opening.end() if opening else found.start()
        if start < found.end():
            yield start, found.end()
