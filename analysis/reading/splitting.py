"""The sentence table: every sentence of the body, with its place and its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.columns import OFFSETS, PLACE, SENTENCE_ID, TEXT
from analysis.reading.document import HEADINGS, PASSAGES, Document
from analysis.tables import Column, Option, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

# A sentence ends at a stop and the quotes or brackets closed behind it; what follows the last stop is one
# too. So does the line of a document that is set one sentence a line. The ? and ! of ASCII are none behind a
# letter or digit where text follows (Yahoo!公司, page?id=1), nor where a ? stands for a lost character.
_PLAIN = r"(?<=[A-Za-z0-9/])[!?](?=[^\s”’」』）)】》!?！？。])"
_STOP = rf"(?:[。！？]|(?!{_PLAIN})[!?])"
_SENTENCE = re.compile(rf"(?:(?!{_STOP})[^\n])*{_STOP}+[”’」』）)】》]*|(?:(?!{_STOP})[^\n])+")
# Who answers for a measure stands in a bracket behind its stop: 巩固出口优势。（海关负责）支持农业企业。
_INNER = r"[^（）()\n]"
_DUTY = re.compile(
    rf"[（(](?:{_INNER}|[（(]{_INNER}{{0,40}}[）)]){{2,200}}?"
    r"(?:负责|牵头|配合|承办|主办|协办|会同|责任(?:单位|部门|领导|主体|人)|职责分工|完成时限|[底末]前?完成)"
    rf"(?:{_INNER}|[（(]{_INNER}{{0,40}}[）)]){{0,200}}[）)][。；;]?"
)
# A question says so; a ? right between two Chinese characters that no question precedes was a character.
_BETWEEN = re.compile(
    r"(?:(?<=[\u3400-\u9fff])|(?P<behind_mark>(?<=[，、：；“《（\n])|^))\?(?=[\u3400-\u9fff])"
    r"|(?P<unit>(?<=[0-9])\?(?=[，。、；）]))"  # 进入前1?。, which was a ‱
)
_ASKING = re.compile(
    r"什么|怎么|怎样|如何|吗|呢|谁|哪|为何|何(?:时|地|种|以|在)|是否|能否|可否|有没有|是不是|多少|几|吧|难道|啥|孰"
)
_NAME = 16  # characters of a name in quotes, with a ! in it: 开展“你好！某市”行动
_CLAUSE = 60  # characters before a ? in which a question is looked for


def spans(text: str) -> list[tuple[int, int]]:
    """
    Offsets of the sentences of a paragraph; joined, they are the paragraph.

    A bracket that says who answers for a measure belongs to the sentence whose stop it stands behind.

    Examples
    --------
    >>> spans("真抓实干!他说:“好。”再接再厉")
    [(0, 5), (5, 12), (12, 16)]
    >>> spans("巩固优势。（海关负责）支持企业。")
    [(0, 11), (11, 16)]
    >>> len(spans("新增绿地。（牵头单位：绿化局。配合单位：水务局）支持企业。"))
    2
    >>> len(spans("开展“你好！某市”行动。他说“好！”"))
    2
    """
    lost = set(lost_characters(text))
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        start = max(start, found[-1][1] if found else 0)  # a bracket taken in may hold stops of its own
        if start < end and found and (found[-1][1] - 1 in lost or _is_in_name(text, found[-1][1])):
            start = found.pop()[0]
        elif start < end and found and found[-1][1] == start and (duty := _DUTY.match(text, start)):
            found[-1] = (found[-1][0], duty.end())
            start = duty.end()
        if start < end:
            found.append((start, end))
    return found


def _is_in_name(text: str, at: int) -> bool:
    """Whether a stop before a place stands in a short name in quotes that goes on and ends behind it."""
    opened, closed = text.rfind("“", max(0, at - _NAME), at), text.find("”", at, at + _NAME)
    if opened < 0 or closed <= at or "”" in text[opened:at]:
        return False
    return re.search("[。！？；“]", text[at:closed]) is None


def lost_characters(text: str) -> list[int]:
    """
    Offsets of each ? that stands for a character which a code page did not have.

    Examples
    --------
    >>> [lost_characters(text) for text in ("建设?梨科创谷。", "怎么办?我们要干。", "进入前1?。")]
    [[2], [], [4]]
    """
    return [
        match.start()
        for match in _BETWEEN.finditer(text)
        if match["behind_mark"] is not None
        or match["unit"]
        or not _ASKING.search(text, max(0, match.start() - _CLAUSE), match.start())
    ]


def sentences(document: Document, *, headings: bool = False) -> pd.DataFrame:
    """
    The document's sentences in reading order, one a row.

    With `headings`, each heading is a row too, of kind ``heading``, under the heading's id. Columns as in
    ``tables.TABLES["sentences"]``; ``text == document.text[start:end]`` always holds, and the sentences of
    a passage joined are the passage.
    """
    return build("sentences", _rows(document, headings))


def counted(sentences: pd.DataFrame) -> pd.DataFrame:
    """
    The rows that are counted in: of a table with ``kind``, all but the cells of tables.

    What counts words, sentences or characters takes these; a search takes them all.
    """
    return sentences[sentences["kind"] != "cell"] if "kind" in sentences else sentences


def _rows(document: Document, headings: bool) -> Iterator[tuple[object, ...]]:
    for part in document.parts:
        place = (part.chapter, part.article, part.paragraph)
        if part.kind in HEADINGS and headings:
            yield (part.id, "heading", *place, part.start, part.end, document.text[part.start : part.end])
        elif part.kind in PASSAGES:
            for ordinal, (start, end) in enumerate(spans(document.text[part.start : part.end]), start=1):
                text = document.text[part.start + start : part.start + end]
                yield (f"{part.id}.{ordinal}", part.kind, *place, part.start + start, part.start + end, text)


@table(
    "sentences",
    row="a sentence of the body (and, on request, a heading)",
    key=("sentence_id",),
    help="every sentence with its id and place",
    attribute=True,
    options=(Option("headings", "headings as rows too", kind=bool, default=False),),
    columns=(
        SENTENCE_ID,
        Column(
            "kind",
            "str",
            "opening, lead (of a chapter, or its close), body, bullet (——), cell (of a table), or heading",
            ("kind", "类别"),
        ),
        *PLACE,
        *OFFSETS,
        TEXT,
    ),
)
def sentences_of(study: Study, *, headings: bool = False) -> pd.DataFrame:
    """Sentences of the body, with their ids and places."""
    return sentences(study.document, headings=headings)
