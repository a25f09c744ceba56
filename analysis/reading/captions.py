"""Titles of boxes and attachments, which no number of the document's headings counts."""

from __future__ import annotations

import re

_NUMBER = r"[ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000]*"
ANNEX = re.compile(rf"附[ \u3000]*[件录表图]{_NUMBER}[：:]?[^。；]{{0,50}}")
ANNEX_NUMBER = re.compile(rf"附[ \u3000]*[件录表图]{_NUMBER}[：:]?")
_FIRST = r"[ \u3000]*[：:][ \u3000]*(?=[（(]?[1一①⑴][）)]?[.、．﹒]?)"
ATTACHMENTS = re.compile(rf"附[ \u3000]*[件录表图]?{_FIRST}.*")  # a list of them: 附件：1.…
NOTES = re.compile(rf"(?:备?注|说明|注释){_FIRST}.*")  # below a table: 注：1.…
ANNOUNCED = re.compile(r"附[ \u3000]*[件录表图][ \u3000]*[：:][ \u3000]*[^。；]{2,80}")
_COLON = re.compile(r"[：:][ \u3000]*")
BOX = re.compile(r"专栏[ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000：:]*[^。；]{0,40}")
_NUMBERED = re.compile(
    r"(专栏|附[ \u3000]*[件录表图])[ \u3000]*[\d一二三四五六七八九十]{1,3}"
    r"(?![\d%％]|[ \u3000]*[的和与及、，（(])[^。；，]{0,40}"
)


def first_item(text: str) -> str:
    """
    The first item of a list of attachments or notes, behind the colon; empty when the line begins none.

    Examples
    --------
    >>> first_item("附表：1．甲区计划"), first_item("注：1. 比例按长度计算。"), first_item("附件：名单")
    ('1．甲区计划', '1. 比例按长度计算。', '')
    """
    if not (ATTACHMENTS.fullmatch(text) or NOTES.fullmatch(text)):
        return ""
    return _COLON.split(text, maxsplit=1)[1]


def is_caption(text: str) -> bool:
    """
    Whether a line is the numbered title of a box or an attachment, and no piece of prose that names one.

    Examples
    --------
    >>> is_caption("专栏1 创新行动"), is_caption("附件1和附件2所列的"), is_caption("专栏3。")
    (True, False, False)
    """
    return _NUMBERED.fullmatch(text) is not None
