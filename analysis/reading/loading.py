"""From a file's path or a text to a Document: the only code that opens documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from analysis.names import readable
from analysis.reading import formats
from analysis.reading.decoding import Errors
from analysis.reading.document import Document, DroppedLine
from analysis.reading.formats import Extract
from analysis.reading.identity import facts
from analysis.reading.lines import Line, Run, lines_of
from analysis.reading.mapping import Repair
from analysis.reading.pieces import Pieces
from analysis.reading.script import Script, checked, simplified
from analysis.reading.source import content
from analysis.reading.structure import layout, parts
from analysis.tables import InputProblem


def read(path: str | Path, *, errors: Errors = "strict", script: Script = "kept") -> Document:
    """
    Read a document from a file.

    Text (.txt and whatever else holds text), Markdown (.md), web pages (.html, .htm), Word (.docx) and PDF;
    the last three need optional libraries and say which. Encodings are found by `decoding.decode`.

    Parameters
    ----------
    path
        The file; a pipe (``<(command)``, ``/dev/stdin``) is read too, by the suffix that its name has.
    errors
        ``strict`` refuses a damaged text, ``replace`` reads it with U+FFFD in the damaged places, counted
        in the document's ``repairs``.
    script
        ``simplified`` makes characters of traditional script simplified ones, one for one (by OpenCC, an
        optional library), counted in ``repairs``; ``kept`` leaves them.

    Raises
    ------
    InputProblem
        When the file is missing, is a folder, is empty, is damaged, is no document, needs a library that is
        not installed, or holds no sentence; one line that says what came, what would be right and what to do.
    """
    path = Path(path)
    return read_bytes(content(path), path, errors=errors, script=script)


def read_bytes(
    data: bytes, name: str | Path, *, errors: Errors = "strict", script: Script = "kept"
) -> Document:
    """
    Read a document from a file's bytes, as `read` does once it has them.

    Parameters
    ----------
    data
        The whole file.
    name
        The file's name or path: its suffix tells the format, its stem becomes the document's id; nothing is
        opened.
    errors, script
        As in `read`.

    Raises
    ------
    InputProblem
        As in `read`, the missing file aside.

    Examples
    --------
    >>> document = read_bytes("一、总体要求\\n城区更美。".encode("gbk"), "plans/toy.txt")
    >>> document.id, document.source, document.encoding
    ('toy', 'toy.txt', 'gb18030')
    """
    path, script = Path(name), checked(script)
    extract = formats.extract(data, path, errors=errors)
    id = readable(path.stem.removesuffix(".raw"))
    return _document(extract, id=id, source=readable(path.name), name=readable(path), script=script)


def read_text(text: str, *, id: str, source: str = "", script: Script = "kept") -> Document:
    """
    Read a document from a text that is already decoded.

    Examples
    --------
    >>> text = "一、总体要求\\n1.目标。\\n到2025年,城区更美。\\n二、保障\\n2.组织。\\n加强领导。"
    >>> document = read_text(text, id="toy")
    >>> [part.id for part in document.parts]
    ['c1', '1', '1.1', 'c2', '2', '2.1']
    """
    return _document(Extract(text), id=id, source=source or id, name=source or id, script=checked(script))


def _document(extract: Extract, *, id: str, source: str, name: str, script: Script) -> Document:
    lines, repairs = lines_of(extract.text, markup=extract.markup, begins=extract.begins, script=script)
    titles = extract.titles
    if script == "simplified":
        titles = tuple((where, simplified(title)) for where, title in titles)
    dropped = [
        DroppedLine(line.number, extract.drop[line.number], line.text)
        for line in lines
        if line.number in extract.drop
    ]
    found = layout(
        [line for line in lines if line.number not in extract.drop],
        how=extract.setting,
        named=[name for _, name in titles],
    )
    if not found.body:
        raise InputProblem(f"{name}: no sentence found. A document with at least one paragraph is needed.")
    everything = tuple(sorted((*dropped, *found.dropped), key=lambda drop: drop.line))
    told = facts(Pieces(found.front, found.body, found.signature, everything, titles, id))
    kept = (*(one.line for one in found.front), *found.body, *found.signature)
    return Document(
        id=id,
        title=told[0].value,
        source=source,
        text="\n".join(line.text for line in kept),
        parts=tuple(parts(found)),
        dropped=everything,
        encoding=extract.encoding,
        facts=told,
        repairs=(*_damage(extract), *repairs, *found.repairs),
        runs=_runs(kept),
        setting=found.setting,
        loader=extract.loader,
        known=extract.known,
    )


def _damage(extract: Extract) -> tuple[Repair, ...]:
    """What could not be read: damaged characters, pages that are pictures."""
    found: list[Repair] = []
    if extract.replaced:
        line = extract.text.count("\n", 0, extract.text.find("\ufffd")) + 1
        found.append(Repair("damaged character", extract.replaced, line))
    if extract.pictures:
        found.append(Repair("page that is a picture", len(extract.pictures), extract.pictures[0]))
    return tuple(found)


def _runs(kept: Sequence[Line]) -> tuple[Run, ...]:
    runs: list[Run] = []
    offset = 0
    for line in kept:
        runs += [(offset + at, source, number) for at, source, number in line.runs]
        offset += len(line.text) + 1
    return tuple(runs)
