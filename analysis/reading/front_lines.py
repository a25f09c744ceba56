"""What a single line above the text is: title, note, debris, or already text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from analysis.reading.dates import date_alone
from analysis.reading.debris import debris
from analysis.reading.lines import Line
from analysis.reading.numbering import label_of
from analysis.reading.people import is_person, speaker
from analysis.reading.titles import GENRE_END, is_authority, is_red_head
from analysis.reading.unnumbered import UNNUMBERED

# `note` says when, where or by what number; `body` names an authority alone; `head` is a red head.
Role = Literal[
    "debris", "column", "caption", "page", "annex", "note", "date", "speaker", "body", "head", "title", "text"
]
_BAR = " | "  # between cells
_RECORDED = ("record line", "date line", "page views or date")
_NAMED = re.compile(r".*(?:名[ \u3000]*称|标[ \u3000]*题)[：:]?")  # heads of tables, too
_BESIDE = ("debris", "page", "date")  # what stands in a row with the title
LONGEST = 120  # characters; a longer line is text
LONGEST_TITLE_LINE = 60  # unless it ends in what a document is called
_LONGEST_NOTE = 600  # characters of who adopted and amended a regulation, in brackets
_SHORTEST_CLAUSE = 16  # characters of a line with a comma, from which it may be a torn sentence

YEAR = r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})[ \u3000]?年"
ADOPTION = re.compile(r"[（(].*(?:通过|批准|印发|发布|公布|施行|修正|修订).*[）)]", re.DOTALL)
_ADOPTED = re.compile(r"(?=.{0,100}(?:月|会))[^《》]{4,110}(?:通过|批准|修正|修订|印发|发布|公布|施行)")
NUMBER = re.compile(
    r"[（(]?(?P<number>[^\s，。；：:（(]{0,20}"
    r"[〔\[（(【﹝][ ]?\d{4}[ ]?[〕\]）)】﹞][ ]?第?[ ]?\d{1,5}[ ]?号)[）)]?"
    r"(?:[ \u3000]+签[ \u3000]*发[ \u3000]*人[：:].{2,20})?"
)
_SIGNED_BY = re.compile(r"签[ \u3000]*发[ \u3000]*人[：:][ \u3000]*[\u4e00-\u9fff ]{2,20}")
ORDER = re.compile(
    r"[（(]?(?P<number>[^，。；：:]{0,40}(?:令|公告|通告)?[ \u3000（(]{0,2}(?:\d{4}年)?第[ \u3000]?"
    r"[\d一二三四五六七八九十百〇○零]{1,6}[ \u3000]?号)[）)]{0,2}"
)
_SUBTITLE = re.compile(r"[—―–-]{2}.{1,80}")
_DATED = re.compile(
    rf"[（(]?{YEAR}[ \u3000]?[\d一二三四五六七八九十]{{1,3}}[ \u3000]?月"
    r"(?:[ \u3000]?[\d一二三四五六七八九十]{1,3}[ \u3000]?日.{0,80}|"
    r".{0,80}(?:会|会上|通过|批准|公布|编制?)[）)]?)?"
)
_IN_BRACKETS = re.compile(r"[（(].{1,120}[）)]")
MEETING = re.compile(
    r"在.{2,70}(?:会议|大会|全会|座谈会|会|论坛|仪式|开幕式|活动|典礼)上(?P<what>的?(?:报告|讲话|发言|致辞|说明|演讲))?"
)
_IN_MEETING = re.compile(
    r"(?:.{0,20}月.{1,6}日)?在.{2,70}(?:会议|大会|全会|座谈会|会|论坛|仪式|开幕式|活动|典礼)上"
)

_CAPTION = re.compile(
    r"(?:图为|图[①②③④⑤]|[▲△▼↑↓]).{1,110}|"
    r".{1,112}(?:[ \u3000/／：:（(、。，]|[\u4e00-\u9fff]{2,4})(?:摄|供图|摄影)[）)]?。?"
)
_REPORTER = re.compile(
    r"[（(]?.{0,12}(?:记者|通讯员)[ \u3000：:]{0,2}(?P<names>[^，。；：]{2,24}?)[）)]?|.{2,12}评论员"
)
_COLUMN = re.compile(
    r".{0,10}(?:要闻|动态|信息公开|政务公开|频道|专题|资讯|门户|网站|专栏|之窗|信息网|政务网|政府网|官网|公开栏|文库)"
)
_PAGE = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–·\s]*")
ANNEX_NUMBER = re.compile(r"附[ \u3000]*[件录表][ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000]*[：:]?")
_ADDRESSEE = re.compile(r".{2,}[：:]")
SALUTATION = re.compile(r"(?:各位|同志|女士|先生|朋友|代表|委员|乡亲).{0,20}[：:！!，,]?")
_PROSE = re.compile(r".{20,}[！？!?；;，,]|.*(?:。|；).*", re.DOTALL)
_UNFINISHED = re.compile(r".*[的了和与及对在把为将是并或从向于以由被让使、，]")


def role_of(text: str) -> Role:
    """
    What a line above the text is.

    Examples
    --------
    >>> [role_of(text) for text in ("某市人民政府", "某发〔2021〕3号", "市长　李某", "各区政府：", "某规划")]
    ['body', 'note', 'speaker', 'text', 'title']
    """
    if len(text) > LONGEST:
        return "note" if len(text) <= _LONGEST_NOTE and ADOPTION.fullmatch(text) else "text"
    return _frame(text) or _note(text) or _beginning(text) or _authority(text) or "title"


def _frame(text: str) -> Role | None:
    """What stands around a document and is no part of it."""
    if debris(text) or _is_record_row(text):
        return "debris"
    if _CAPTION.fullmatch(text) or _is_reporter(text):
        return "caption"
    if _COLUMN.fullmatch(text):
        return "column"
    if _PAGE.fullmatch(text):
        return "page"
    return "annex" if ANNEX_NUMBER.fullmatch(text) else None


def _is_record_row(text: str) -> bool:
    """Whether cells are names and values of a page's record: 文号 | 某发〔2006〕12号."""
    cells = text.split(_BAR)
    pairs = zip(cells[::2], cells[1::2], strict=False)
    return len(cells) % 2 == 0 and all(
        debris(f"{name.rstrip('：:')}：{value}") in _RECORDED
        and (GENRE_END.fullmatch(value) or not _NAMED.fullmatch(name))
        for name, value in pairs
    )


def _is_reporter(text: str) -> bool:
    """Whether a line says who reported or commented, and nothing else."""
    found = _REPORTER.fullmatch(text)
    names = re.split(r"[ \u3000、]|记者|通讯员|摄影|报道", (found and found["names"]) or "")
    return found is not None and all(len(name) <= 1 or is_person(name) for name in names)


def _note(text: str) -> Role | None:
    """What says when, where, by whom or under which number."""
    if date_alone(text):
        return "date"
    if any(pattern.fullmatch(text) for pattern in (ADOPTION, NUMBER, ORDER, _SIGNED_BY)):
        return "note"
    if "。" in text[:-1] or label_of(text):
        return None
    if _SUBTITLE.fullmatch(text) or _IN_BRACKETS.fullmatch(text):
        return "note"
    if speaker(text):
        return "speaker"
    told = (_DATED.fullmatch(text) and not _PROSE.fullmatch(text)) or _IN_MEETING.fullmatch(text)
    return "note" if (told or _ADOPTED.fullmatch(text)) and not GENRE_END.fullmatch(text) else None


def _beginning(text: str) -> Role | None:
    """Whether the text begins here: prose, an addressee, a heading."""
    begins = (_PROSE, SALUTATION, _ADDRESSEE, UNNUMBERED)
    if label_of(text) or any(pattern.fullmatch(text) for pattern in begins):
        return "text"
    return "text" if len(text) > LONGEST_TITLE_LINE and not GENRE_END.fullmatch(text) else None


def _authority(text: str) -> Role | None:
    if is_red_head(text):
        return "head"
    return "body" if is_authority(text) else None


def is_unfinished(text: str) -> bool:
    """
    Whether a line that prose follows is the beginning of its sentence rather than a title.

    Examples
    --------
    >>> is_unfinished("代表们审议了市长所作的"), is_unfinished("甲区规划"), is_unfinished("团结，奋斗")
    (True, False, False)
    """
    clause = len(text) >= _SHORTEST_CLAUSE and re.search("[，,]", text) is not None
    return _UNFINISHED.fullmatch(text) is not None or (clause and not GENRE_END.fullmatch(text))


def is_titled_row(line: Line) -> bool:
    """
    Whether a row holds the title beside what a page says of itself.

    Examples
    --------
    >>> [is_titled_row(Line(text, ())) for text in ("某市规划 | 2006-05-10", "某市规划 | 发展改革委")]
    [True, False]
    """
    cells = line.text.split(_BAR) if _BAR in line.text and len(line.text) <= LONGEST else []
    titles = [cell for cell in cells if role_of(cell) == "title" and GENRE_END.fullmatch(cell)]
    return len(titles) == 1 and all(role_of(cell) in _BESIDE for cell in cells if cell not in titles)


def cells_of(line: Line) -> Iterator[Line]:
    """The cells of such a row and the bars between them, each as a line; any other line as it is."""
    at = 0
    for match in re.finditer(re.escape(_BAR), line.text) if is_titled_row(line) else ():
        yield line.cut(at, match.start())
        yield line.cut(*match.span())
        at = match.end()
    yield line.cut(at) if at else line


def doubt(title: str) -> str:
    """
    Why a title looks like none: what it is instead, ``long`` or ``sentence``; empty for a good one.

    Examples
    --------
    >>> doubt("甲区“十四五”规划"), doubt("市长　李某某"), doubt("各有关单位："), doubt("甲" * 80)
    ('', 'speaker', 'text', 'long')
    """
    named = GENRE_END.fullmatch(title) is not None
    if len(title) > LONGEST_TITLE_LINE and not named:
        return "long"
    role = role_of(title)
    return "" if role == "title" or (named and role == "text" and "。" not in title) else role
