"""What is wrong with a document, and what was done to read it, before anything is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.columns import LINE
from analysis.prose import Case
from analysis.reading.document import FILE_NAME, PASSAGES, Document, Fact, Part
from analysis.reading.front_lines import doubt
from analysis.reading.heading_checks import long_headings, missing_annexes
from analysis.reading.how_read import how_read
from analysis.reading.language import not_chinese, traditional
from analysis.reading.left_out import dropped_notes
from analysis.reading.numbering import label_of, numbers
from analysis.reading.observations import Observation, note, problem
from analysis.reading.sections import reach
from analysis.reading.splitting import lost_characters, spans
from analysis.tables import Column, build, table

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

LONGEST_SENTENCE = 800  # characters; the longest of twelve documents, a plan's guiding ideology, has 607
SHORTEST_PASSAGE = 4  # characters of a passage without a stop, which is rather a stray line than prose
_NUMBERED = {"note": "number", "date": "number", "head": "body", "annex": "number"}  # doubts told alike
PROSE = 20  # characters of a paragraph that should end in a stop
FEWEST_PARAGRAPHS = 8  # below which their ends tell nothing
LONG_ENOUGH = 2000  # characters of a document from which a title is missed

# Replacement characters, private use, and what a wrong decoding of Chinese typically leaves.
_GARBLED = re.compile(
    r"[\ufffd\ue000-\uf8ff]|\(cid:\d{1,5}\)|锟斤拷|烫烫烫|屯屯屯|[ÃÂåæçèé][\x80-\xbf¡-¿]|[\u00c0-\u00ff]{3,}"
)
_LONGEST_NUMBER = 12
_STOP = re.compile(r".*[。！？!?；;：:，,、…）)”’》|]", re.DOTALL)


def check(document: Document) -> pd.DataFrame:
    """
    Findings about the document's integrity, one a row, in the order of the file's lines.

    Problems, which make figures suspect:

    - ``empty_article``, ``empty_chapter``, ``empty_subheading``: a heading without body;
    - ``numbering``: a gap or a repeat in the printed numbers;
    - ``number_mark``: a heading's number without the mark behind it (6科技教育 between 5． and 7．);
    - ``heading_stop``: an article's heading that differs in its closing stop from those beside it;
    - ``long_heading``: a heading several times as long as those of its kind (has its text run into it?);
    - ``annexes``: fewer annexes in the file than the document announces;
    - ``no_title``: nothing above a text of 2,000 characters or more names it, nor does its file;
    - ``doubtful_title``: what stands in the title's place is a name, a number, a sentence, or very long;
    - ``long_sentence``, ``short_passage``: a sentence beyond 800 characters (a lost stop?), a paragraph of a
      few characters without a stop (a stray line?);
    - ``open_paragraphs``: most paragraphs end without a stop (torn lines? lost stops?);
    - ``garbled``: replacement characters, private characters, codes of glyphs, traces of a wrong decoding;
    - ``not_chinese``: less than half of the letters or a fifth of the characters are Chinese, the text is
      Japanese or Korean, or most of its Chinese characters are rare ones, as a wrong decoding leaves them;
    - ``traditional``: the text is in traditional script, in which words and themes are not found;
    - ``lost_character``: a ? in a character's place, as a code page leaves it that lacks the character;
    - ``damaged``: characters that could not be decoded and were replaced on request.

    Notes, which say what was done: ``encoding`` (not UTF-8, or misread before), ``web_page`` (a file that is
    one though its name does not say so), ``main_text`` (a web page without a known container), ``converted``
    (traditional script made simplified on request), ``picture_pages`` (pages of a PDF that are pictures),
    ``repair`` (characters mapped or removed, by kind, at the first place), ``cells`` (a table, whose words
    are not counted), ``dropped_line`` and ``dropped_block`` (lines left out as no part of the document, one
    by one or as a block).
    """
    findings = [
        *how_read(document),
        *_language(document),
        *_title(document),
        *_empty(document),
        *_numbering(document),
        *_marks(document),
        *_stops(document),
        *long_headings(document),
        *missing_annexes(document),
        *_open_paragraphs(document),
        *_sentences(document),
        *_cells(document),
        *_garbled(document),
        *_lost(document),
        *dropped_notes(document.dropped),
    ]
    return build("check", _by_line(findings))


def _by_line(findings: list[Observation]) -> list[Observation]:
    return sorted(findings, key=lambda finding: finding[1])


def _line(document: Document, part: Part) -> tuple[int, str, str]:
    return part.line, part.id, document.text[part.start : part.end].strip()


# --- headings ----------------------------------------------------------------------------------------------


def _title(document: Document) -> Iterator[Observation]:
    title = next((fact for fact in document.facts if fact.field == "title"), Fact("title", document.title))
    if title.source != FILE_NAME and (why := doubt(title.value)):
        where = max(1, title.line), "", title.value[:40]
        kind, n = Case(_NUMBERED.get(why, why)), len(title.value)
        yield problem("doubtful_title", *where, "check_doubtful_title", why=kind, n=n)
    elif title.source == FILE_NAME and len(document.text) >= LONG_ENOUGH:
        first = document.parts[0]
        text = document.text[first.start : first.end][:40]
        yield problem("no_title", first.line, "", text, "check_no_title")


def _empty(document: Document) -> Iterator[Observation]:
    filled = [part.start for part in document.passages]
    headings = {part.start for part in document.headings.values()}
    used = sorted([*filled, *headings])
    for part, end in reach(document):
        if not any(part.end <= start < end for start in _between(used, part.end, end)):
            yield problem(f"empty_{part.kind}", *_line(document, part), "check_empty")


def _between(starts: Sequence[int], first: int, last: int) -> Sequence[int]:
    return starts[bisect_left(starts, first) : bisect_left(starts, last)]


def _numbering(document: Document) -> Iterator[Observation]:
    """Gaps and repeats within each level; a return to 1 begins anew, and numbered paragraphs fill gaps."""
    last: dict[tuple[str, int], tuple[int, ...]] = {}
    between: dict[str, set[tuple[int, ...]]] = {}  # by which numbers paragraphs begin, since the last heading
    for part in document.parts:
        if not part.label:
            if part.kind in PASSAGES and (label := label_of(document.text[part.start : part.end])):
                between.setdefault(label.style.name, set()).add(label.values)
            continue
        found = numbers(part.label)
        before = last.get((part.style, part.level))
        last[part.style, part.level] = found
        counted = between.pop(part.style, set())
        if before is None or "条之" in document.text[part.start : part.start + _LONGEST_NUMBER]:
            continue  # 第十一条之一 stands below 第十一条
        if not any(_goes_on(one, found) for one in (before, *counted)):
            new, old, where = _dotted(found), _dotted(before), _line(document, part)
            yield problem("numbering", *where, "check_numbering", found=new, before=old)


def _marks(document: Document) -> Iterator[Observation]:
    """Numbers that have lost the mark behind them."""
    for part in document.headings.values():
        if part.label and label_of(document.text[part.start : part.end]) is None:
            yield problem("number_mark", *_line(document, part), "check_number_mark")


def _goes_on(before: tuple[int, ...], found: tuple[int, ...]) -> bool:
    return found[-1] == 1 or (found[:-1] == before[:-1] and found[-1] == before[-1] + 1)


def _dotted(values: tuple[int, ...]) -> str:
    return ".".join(map(str, values))


def _stops(document: Document) -> Iterator[Observation]:
    alone = [
        part
        for part in document.articles
        if part.title and document.text[part.end : part.end + 1] in ("\n", "")
    ]
    ends = {part.id: document.text[part.end - 1] == "。" for part in alone}
    usual = 2 * sum(ends.values()) > len(ends)
    if len(ends) <= 2:
        return
    for _, beside in groupby(alone, lambda part: (part.chapter, part.style)):
        same = list(beside)
        with_stop = sum(ends[part.id] for part in same)
        # A chapter whose headings are all alike has its own style.
        own = usual if 2 * with_stop == len(same) or len(same) == 1 else 2 * with_stop > len(same)
        for part in same:
            if ends[part.id] != own:
                yield problem("heading_stop", *_line(document, part), "check_heading_stop", usual=own)


# --- the text ----------------------------------------------------------------------------------------------


def _sentences(document: Document) -> Iterator[Observation]:
    for part in document.paragraphs:
        text = document.text[part.start : part.end]
        if len(text) > LONGEST_SENTENCE:
            for start, end in spans(text):
                if end - start > LONGEST_SENTENCE:
                    line = document.origin(part.start + start)[1]
                    begun, n = text[start : start + 40], end - start
                    yield problem("long_sentence", line, part.id, begun, "check_long_sentence", n=n)
        elif len(text) < SHORTEST_PASSAGE and not _STOP.fullmatch(text):
            yield problem("short_passage", part.line, part.id, text, "check_short_passage")


def _open_paragraphs(document: Document) -> Iterator[Observation]:
    """Prose that mostly ends without a stop: told once, in the first line that does."""
    prose = [part for part in document.paragraphs if part.end - part.start >= PROSE]
    open_ = [part for part in prose if not _STOP.fullmatch(document.text[part.start : part.end])]
    if len(prose) >= FEWEST_PARAGRAPHS and len(open_) > 0.5 * len(prose):
        first, share = open_[0], len(open_) / len(prose)
        text = document.text[first.start : first.end][:40]
        yield problem("open_paragraphs", first.line, first.id, text, "check_open_paragraphs", share=share)


def _cells(document: Document) -> Iterator[Observation]:
    """Tables: one row for each block of cells."""
    for is_cell, block in groupby(document.parts, lambda part: part.kind == "cell"):
        if is_cell:
            parts = list(block)
            first = document.text[parts[0].start : parts[0].end]
            yield note("cells", parts[0].line, first[:40], "check_cells", last=parts[-1].line)


def _garbled(document: Document) -> Iterator[Observation]:
    seen: set[int] = set()
    for match in _GARBLED.finditer(document.text):
        line = document.origin(match.start())[1]
        if line not in seen:
            seen.add(line)
            around = document.text[max(0, match.start() - 10) : match.end() + 10].replace("\n", " ")
            yield problem("garbled", line, "", around, "check_garbled")


def _lost(document: Document) -> Iterator[Observation]:
    """Each ? in a character's place: one row with how many, at the first."""
    if places := lost_characters(document.text):
        first = places[0]
        around = document.text[max(0, first - 10) : first + 10].replace("\n", " ")
        line = document.origin(first)[1]
        yield problem("lost_character", line, "", around, "check_lost_character", times=len(places))


def _language(document: Document) -> Iterator[Observation]:
    if told := not_chinese(document.text, pdf=document.loader == "pdf"):
        first = document.parts[0]
        text = document.text[first.start : first.end][:40]
        yield problem("not_chinese", first.line, "", text, "check_not_chinese", **told)
    elif share := traditional(document.text):
        first = document.parts[0]
        text = document.text[first.start : first.end][:40]
        yield problem("traditional", first.line, "", text, "check_traditional", share=share)


@table(
    "check",
    row="a finding about the document's integrity",
    key=("finding", "line"),
    help="what is wrong with the document (exit status 1 for a problem, not for a note)",
    attribute=True,
    columns=(
        Column(
            "finding",
            "str",
            "what kind of finding; the docstring of reading.check lists them",
            ("finding", "问题"),
        ),
        LINE,
        Column("heading_id", "str", "the heading concerned: c3, 11; empty when none", ("heading", "标题")),
        Column("text", "str", "the line as found", ("text", "原文")),
        Column("detail", "str", "what is wrong, in English", ("what is wrong", "说明(英)")),
        Column("detail_zh", "str", "the same in Chinese", ("in Chinese", "说明")),
        Column(
            "severity",
            "str",
            "problem: the document is suspect; note: what was done to read it",
            ("severity", "性质"),
        ),
    ),
)
def check_of(study: Study) -> pd.DataFrame:
    """Findings about the document's integrity."""
    return check(study.document)
