"""
The verb of a ban behind what stands before it: by what means, beyond what limit, directly or not.

不得超范围经营 bans 经营 and 不得利用职务便利谋取私利 bans 谋取; with no verb behind it the means is banned
itself (不得利用互联网平台, 不得低于成本价).
"""

from __future__ import annotations

import re

from analysis.judgements.clause_verbs import Clause
from analysis.judgements.duty_circumstances import LEADS, does
from analysis.judgements.duty_modals import BANS
from analysis.judgements.duty_rows import ILLICIT, whole_verb
from analysis.judgements.duty_whom import behind_whom, last_verb

_WAYS = 4  # characters of how something must not be done
_DIRECT = re.compile("(?:直接|间接)(?:(?:或者?|和)(?:直接|间接))?")
_BEYOND = re.compile("超(?![过越载速员生]|标(?!准))|跨(?!越)|越(?![过境轨权])")
_FOR = re.compile("以(?![上下内外])")
_MEANS = re.compile("利用|借助|凭借|假借|通过|违反|超过|低于|高于|借用|冒用|借(?![款用贷])")
_HEAD = re.compile(
    "范围|区域|标准|限额|定额|额度|期限|权限|规模|数量|载[客货重]量|能力|规定|约定|程序|价格?|名义|便利|之便|理由|借口"
    "|方式|形式|手段|途径|名目|为由|形象|身份|机会|优势|地位|职权|权力|职务|影响|平台|网络|目的|方法|流域|地区|省"
)
_ELSE = re.compile(f"{_MEANS.pattern}|{LEADS.pattern}|[在以将超跨越]")
_RULED = re.compile(
    r"(?P<verb>规定|要求)(?![的和与及、])(?=[^，,；;。]{2,40}(?:不得|转租|出让|转让|安装|提供|缴纳|[将把]))"
)
_ITEM_RULED = re.compile(rf"\s{{0,4}}（○{{1,3}}）{_RULED.pattern}")
_FAR = 40  # characters that a limit or means takes up
_AS = re.compile(r"以[^，,；;。]{1,60}?(?P<verb>作为)(?!的)")
_PUT = re.compile(r"将[^，,；;。]{2,60}?(?P<verb>用于|用作)(?=[\u4e00-\u9fff]{2})")
_NO_DEED = re.compile("要求|规定|计划|设计|预算|控制|管理(?=$|[的等])")  # 不得低于国家标准要求
_PAIR = re.compile(r"(?![的和与或及])[\u4e00-\u9fff]{2}(?=[\u4e00-\u9fff]{2})")
_ABUSED = frozenset(("便利", "之便", "名义", "名目", "程序", "机会", "理由", "借口", "手段"))
_TO_WHOM = re.compile("[向对与将从给在]|为(?!主)")
_LAST = re.compile(r"[\u4e00-\u9fff]{2}$")


def banned_verb(clause: Clause, begin: int) -> tuple[int, str]:
    """
    The place and verb of a ban whose verb stands behind its means or limit; the begin and none elsewhere.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> text = "不得跨区域收购原粮"
    >>> banned_verb(Clause(text, text, 0, len(text), load_actions().of_rules), 2)
    (5, '收购')
    """
    for pattern in (_AS, _PUT):
        if found := pattern.match(clause.masked, begin, clause.end):
            return found.start("verb"), found["verb"]
    means = _MEANS.match(clause.masked, begin, clause.end)
    leads = (pattern.match(clause.masked, begin, clause.end) for pattern in (_MEANS, _BEYOND, _FOR))
    lead = next((one for one in leads if one), None)
    if lead is None:
        return begin, ""
    place, verb = _behind_head(clause, lead.end(), sure=means is None)
    if means and not verb:
        place, verb = last_verb(clause, means.end(), noun=False)
    return (place, verb) if verb or not means else (begin, means[0])


def _behind_head(clause: Clause, begin: int, *, sure: bool) -> tuple[int, str]:
    """The verb right behind the noun that a means or limit ends in (低于成本价销售), be it listed or none."""
    found = list(_HEAD.finditer(clause.masked, begin, min(clause.end, begin + _FAR)))
    heads = [one for one in found if _NO_DEED.match(clause.masked, one.end(), clause.end) is None]
    known = (one.end() for one in heads if does(clause, one.end(), led=True))
    other = (one.end() for one in heads if sure or one[0] in _ABUSED)
    paired = (end for end in other if _PAIR.match(clause.masked, end, clause.end))
    place = next(known, next(paired, clause.end))
    if clause.masked[place : place + 1] in ("将", "把", "向", "对") and place < clause.end:
        return behind_whom(clause, place + (clause.masked[place] in "将把"))  # 不得以任何形式将资产用于…
    return place, whole_verb(clause, place) or clause.masked[place : min(place + 2, clause.end)]


def ruled(clause: Clause) -> str:
    """
    规定 or 要求 where an item of contents begins with it (（二）规定学员不得转让名额); empty elsewhere.

    Examples
    --------
    >>> from analysis.judgements.action_lists import load_actions
    >>> ruled(Clause("规定学员不得转让", "规定学员不得转让", 0, 8, load_actions()))
    '规定'
    """
    found = _RULED.match(clause.masked, clause.start, clause.end)
    return found["verb"] if found else ""


def in_rule(clause: Clause) -> bool:
    """Whether a clause with a ban goes on with what an item of contents rules (规定…不得…，教练不得…)."""
    first = _ITEM_RULED.match(clause.masked)
    if first is None or clause.start <= first.end() or "；" in clause.masked[first.end() : clause.start]:
        return False
    return clause.masked.find("不得", clause.start, clause.end) > clause.start


def behind_direct(clause: Clause, begin: int) -> int:
    """The place behind 直接 or 间接 or both, none of which a ban is for."""
    found = _DIRECT.match(clause.masked, begin, clause.end)
    return found.end() if found else begin


def last_pair(clause: Clause, begin: int) -> tuple[int, str]:
    """The last two characters of a ban that begins with to whom or for what (不得向摊贩供货)."""
    led = _TO_WHOM.match(clause.masked, begin, clause.end)
    last = _LAST.search(clause.masked, max(begin + 3, clause.end - 2), clause.end) if led else None
    return (last.start(), last[0]) if last else (begin, "")


def ban_of(clause: Clause, place: int, modal: str) -> str:
    """A ban as it is worded before the verb at `place` (不得擅自); empty where `modal` is none."""
    if modal not in BANS:
        return ""
    begin = clause.masked.rfind(modal, clause.start, place) + len(modal)
    begin = min(behind_direct(clause, begin), place)
    between = clause.masked[begin:place]  # 不得重复收取, but nothing of 不得将名额向他人转让
    if (
        len(between) > _WAYS
        or _MEANS.match(between)
        or LEADS.match(between)
        or between[:1] in tuple("在以将超跨越")
    ):
        between = between[-2:] if ILLICIT.fullmatch(between[-2:]) else ""
    return modal + between
