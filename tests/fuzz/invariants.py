"""What holds of every document however it was set: nothing is lost or doubled, and everything leads back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.problems import InputProblem
from analysis.reading import Document, lines_of, mapped, read_text, sentences
from analysis.reading.document import HEADINGS, PASSAGES


def broken(text: str) -> Iterator[str]:
    """What does not hold of the document that is read from a text."""
    try:
        document = read_text(text, id="x")
    except InputProblem:
        return
    yield from _lost_or_doubled(document, text)
    yield from _misled(document, text)
    yield from _uncovered(document)
    yield from _without_place(document)


def _lost_or_doubled(document: Document, text: str) -> Iterator[str]:
    """Every character is kept or left out, and none is both: so often as it stands in the file."""
    stands = _characters(line.text for line in lines_of(text)[0])
    told = _characters((document.text, *(drop.text for drop in document.dropped)))
    if lost := stands - told:
        yield f"lost: {dict(lost.most_common(9))}"
    if doubled := told - stands:
        yield f"doubled: {dict(doubled.most_common(9))}"


def _characters(texts: Iterable[str]) -> Counter[str]:
    return Counter(character for text in texts for character in text if not character.isspace())


def _misled(document: Document, text: str) -> Iterator[str]:
    """Every character leads back to itself in the file, and no two to one."""
    source = mapped(text)[0]
    places = [document.origin(at) for at, one in enumerate(document.text) if not one.isspace()]
    kept = [one for one in document.text if not one.isspace()]
    wrong = [
        (one, source[at]) for one, (at, _) in zip(kept, places, strict=True) if source[at : at + 1] != one
    ]
    if wrong:
        yield f"leads elsewhere: {wrong[:5]}"
    if len({at for at, _ in places}) < len(places):
        yield "two characters lead to one"
    if any(text.count("\n", 0, at) + 1 != line for at, line in places):
        yield "leads to another line"


def _uncovered(document: Document) -> Iterator[str]:
    """Front, headings, passages and signature cover the text, in order and once."""
    end = 0
    for part in document.parts:
        if part.start < end or document.text[end : part.start].strip():
            yield f"between parts at {end}: {document.text[end : part.start]!r}"
        end = part.end
    if document.text[end:].strip():
        yield f"behind the last part: {document.text[end:]!r}"


def _unbroken(texts: Iterable[str]) -> str:
    return "".join(texts).replace("\n", "")


def _without_place(document: Document) -> Iterator[str]:
    """Every sentence and heading has an id of its own, and the sentences of a passage are the passage."""
    table = sentences(document, headings=True)
    if not table["sentence_id"].is_unique:
        yield f"ids twice: {table.loc[table['sentence_id'].duplicated(), 'sentence_id'].tolist()[:5]}"
    cut = [document.text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]
    whole = [
        document.text[part.start : part.end] for part in document.parts if part.kind in PASSAGES + HEADINGS
    ]
    if table["text"].tolist() != cut or _unbroken(cut) != _unbroken(whole):
        yield "sentences are not the text of the passages"
