"""Of which year a figure is: by its deadline, the words before it, or the heading that it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.ids import paragraph_of
from analysis.reading import headings_above

if TYPE_CHECKING:
    import pandas as pd

    from analysis.reading import Document

MEASURED = ("count", "proportion", "growth")
_OPENING = 16  # characters by which a sentence opens
_FAR = 600  # characters before a figure in which its period may stand, in long lists
_PLAN = r"“[一二三四五六七八九十]{1,3}五”|十[一二三四五六]五|第[一二三四五六七八九十]{1,3}个五年"
_YEARS = (
    rf"(?<!第)[三四五六七八九十](?:个?多?)年(?!级|规划|计划|行动|攻坚)|(?:{_PLAN})(?!”?(?:规划|时期)?的?开|”?普法)|届政府"
    r"|(?:19|20)\d\d[—－～至到-](?:19|20)?\d\d年"
)
_SEVERAL = re.compile(rf"{_YEARS}|年均|每年|累计|以来|历年|连续")
_OPENS_SEVERAL = re.compile(rf"{_YEARS}")
_HEADS_SEVERAL = re.compile(rf"[三四五十]年|(?:{_PLAN})(?:时期|期间|发展|以来|主要|规划|经济|的)")
_OPENS_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年|(?P<last>过去的?一年|一年来|去年)|(?P<this>今年)")
YEAR = re.compile(r"((?:19|20)\d\d)年")
_IN_CHARACTERS = re.compile("[一二][〇○零ОＯO一二三四五六七八九]{3}(?=年)")
_DIGITS = str.maketrans("〇○零ОＯO一二三四五六七八九", "000000123456789")
_OF_THIS_YEAR, _OF_THE_NEXT = ("今年", "全年", "年内"), ("明年",)
_ONE_YEAR = re.compile("一年|[今去明]年")
_THIS_YEAR_LAST = re.compile(rf"今年(?!以来)(?:(?!{_YEARS}|年均|每年).){{0,60}}$")  # nothing else behind it
_COMPARED = re.compile(r"(?:比|较|与|从|由|自)$")
_SINCE = re.compile(r"[比较]((?:19|20)\d\d)年")


def carried_periods(document: Document, sentences: pd.DataFrame) -> list[str]:
    """
    The period that each sentence stands under: set by the heading, or by how a sentence opens (过去五年).

    An opening holds for its paragraph; beyond that, up to the next one, where no heading names a period and
    it is this year, the last, or more than one that open a paragraph.

    Examples
    --------
    >>> from analysis.reading import read_text, sentences
    >>> review = "过去一年，就业稳定。\\n增长5%。\\n过去五年，新增80万人。\\n改善民生。"
    >>> text = f"2026年甲省政府工作报告\\n一、回顾\\n{review}"
    >>> document = read_text(text, id="x")
    >>> carried_periods(document, sentences(document))
    ['2025', '2025', 'several', 'several']
    """
    above, year = headings_above(document), document.year
    recent = ("several", str(year), str(year - 1)) if year else ("several",)
    lasting, here, top, paragraph = "", "", "", ""
    periods = []
    rows = zip(paragraph_of(sentences["sentence_id"]), sentences["start"], sentences["text"], strict=True)
    for within, start, text in rows:
        titles = above(int(start))
        headed, opened = _of_headings(titles), _opened(text[:_OPENING], year)
        if titles and titles[0] != top:
            lasting, top = "", titles[0]
        begins = within != paragraph
        if opened in recent and (begins or opened != "several"):
            lasting = opened
        if begins:
            paragraph, here = within, headed or lasting
        here = opened or here
        periods.append(here)
    return periods


def _of_headings(titles: Sequence[str]) -> str:
    """The period that the nearest heading with one and no other names."""
    for title in map(_with_digits, reversed(titles)):
        several, year = _HEADS_SEVERAL.search(title), YEAR.search(title)
        if several and (year or _ONE_YEAR.search(title)):
            return ""
        if several or year:
            return "several" if several else str(year[1])  # type: ignore[index]
    return ""


def _opened(opening: str, written: int) -> str:
    opening = _with_digits(opening)
    if _OPENS_SEVERAL.search(opening):
        return "several"
    found = _OPENS_YEAR.search(opening)
    if found is None or _COMPARED.search(opening[: found.start()]):
        return ""
    if found["year"]:
        return found["year"]
    return str(written - bool(found["last"])) if written else ""


def period_of(before: str, carried: str, deadline: str, status: str, written: int) -> str:
    """
    Which year a figure is of: by the deadline, by the words before it, by what it stands under, else by the
    status.

    In a report of the year `written` what is achieved is of the year before, what is promised of that year.

    Examples
    --------
    >>> period_of("全年城镇新增就业", "", "", "achieved", 2026)
    '2025'
    >>> period_of("五年来新增就业", "2025", "", "achieved", 2026)
    'several'
    >>> period_of("一九六五年，工业总产值", "", "", "", 0), period_of("减税", "", "今年", "promised", 2026)
    ('1965', '2026')
    """
    before, deadline = _with_digits(before[-_FAR:]), _with_digits(deadline)
    if due := YEAR.search(deadline):
        return due[1]
    if written and deadline in _OF_THIS_YEAR + _OF_THE_NEXT:
        return str(written + (deadline in _OF_THE_NEXT))
    if written and _THIS_YEAR_LAST.search(before):
        return str(written)
    since = _SINCE.findall(before)
    if _SEVERAL.search(before) or (since and written and int(since[-1]) < written - 2):
        return "several"
    years = [
        one
        for one in YEAR.finditer(before)
        if not _COMPARED.search(before[max(0, one.start() - 1) : one.start()])
    ]
    if years:
        return str(years[-1][1])
    if carried or not written or status not in ("achieved", "promised"):
        return carried
    return str(written - (status == "achieved"))


def _with_digits(text: str) -> str:
    """The text with its years in digits, character by character (一九六五年 to 1965年)."""
    return _IN_CHARACTERS.sub(lambda year: year[0].translate(_DIGITS), text)
