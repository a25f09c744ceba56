"""The front of a document and what is signed below it: where title, notes and text begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.cleaning import debris
from analysis.reading.document import DroppedLine
from analysis.reading.lines import Line
from analysis.reading.numbering import label_of
from analysis.reading.unnumbered import UNNUMBERED

_ADOPTION = re.compile(r"[（(].*(通过|批准|印发|发布|公布|施行|修正|修订).*[）)]", re.DOTALL)
_YEAR = r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年"
_BYLINE = re.compile(
    rf"[—―–-]{{2}}.{{1,80}}|[（(]?{_YEAR}[\d一二三四五六七八九十]{{1,3}}月.{{0,80}}|[（(].{{1,120}}[）)]|"
    rf".{{1,20}}[〔\[（(]\d{{4}}[〕\]）)]\d{{1,5}}号"
    r"|(?:代|副|(?:市|县|区|省|州|国务院|[市县区省州]委|[市县区省州]?人民政府)(?:代|副)?)?(?:书记|省长|"
    r"市长|区长|县长|州长|主席|主任|总理|部长|局长|委员长)[ \u3000]*\S[ \u3000]*\S(?:[ \u3000]*\S){0,2}"
)
_PROSE = re.compile(
    r".*。[”’」』）)]*|.{20,}[！？!?；;]|.{8,}[：:]", re.DOTALL
)  # titles hardly end in a stop
_SALUTATION = re.compile(r"(各位|同志|女士|先生).{0,20}[：:]")
_SIGNATURE_DATE = re.compile(
    r"[（(]?(\d{4}|[一二][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_PAGE_TITLE = re.compile(r"[^\s|｜，。>]{6,60}")
ANNEX_NUMBER = re.compile(r"附[ \u3000]*[件录表][ \u3000]*[\d一二三四五六七八九十]{0,3}[ \u3000]*[：:]?")
LONGEST_TITLE_LINE = 60


def body_start(lines: Sequence[Line]) -> int:
    """Index of the opening's first line, or of the first heading."""
    title = _marked_title(lines)
    for index, line in enumerate(lines):
        text = line.text
        if line.markup and index != title:
            return index
        if (
            debris(text)
            or _ADOPTION.fullmatch(text)
            or (_BYLINE.fullmatch(text) and not _PROSE.fullmatch(text))
        ):
            continue
        begins = (_PROSE, _SALUTATION, UNNUMBERED)
        if len(text) > LONGEST_TITLE_LINE or label_of(text) or any(p.fullmatch(text) for p in begins):
            return index
    return min(1, len(lines) - 1) if lines else 0  # no prose at all: one line may be the title


def _marked_title(lines: Sequence[Line]) -> int:
    """
    The first heading that the format marks, when it is the only one of its level and the highest; else -1.
    """
    marked = [(line.markup, index) for index, line in enumerate(lines) if line.markup]
    if not marked or [level for level, _ in marked].count(marked[0][0]) > 1 or min(marked)[1] != marked[0][1]:
        return -1
    return marked[0][1] if len(marked) > 1 or marked[0] == (1, 0) else -1


def _title_start(texts: Sequence[str]) -> int:
    start = len(texts)
    while (
        start
        and not debris(texts[start - 1])
        and not ANNEX_NUMBER.fullmatch(texts[start - 1])
        and (len(texts[start - 1]) <= LONGEST_TITLE_LINE or _ADOPTION.fullmatch(texts[start - 1]))
    ):
        start -= 1
    return start


def front(head: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...], list[DroppedLine]]:
    """Title lines, what stands between them and the text, and what stands above."""
    cut = _title_start([line.text for line in head])
    first = next((at for at in range(cut, len(head)) if _is_note(head[at].text)), len(head))
    title, adoption, above = list(head[cut:first]), tuple(head[first:]), list(head[:cut])
    if not title and (at := _title_above(above)) >= 0:
        title = [above.pop(at)]
    dropped = [DroppedLine(line.number, debris(line.text) or "above the title", line.text) for line in above]
    return tuple(title), adoption, dropped


def _is_note(text: str) -> bool:
    """Whether a line of the front says when, where or by whom, and is no title."""
    return _BYLINE.fullmatch(text) is not None or _ADOPTION.fullmatch(text) is not None


def _title_above(head: Sequence[Line]) -> int:
    """Index of the page's own title when buttons and dates stand between it and the text; -1 without one."""
    for at in range(len(head) - 1, -1, -1):
        text = head[at].text
        if not debris(text) and not _is_note(text) and _PAGE_TITLE.fullmatch(text):
            return at
    return -1


def signature_start(body: Sequence[Line]) -> int:
    """Where issuer and date stand below the text; the number of lines when they do not."""
    if not body or not _SIGNATURE_DATE.fullmatch(body[-1].text):
        return len(body)
    end = len(body) - 1
    while (
        end > 1
        and len(body) - end < 4
        and len(body[end - 1].text) <= 30
        and not _PROSE.fullmatch(body[end - 1].text)
        and not label_of(body[end - 1].text)
    ):
        end -= 1
    return end
