"""From a file's path or a text to a Document: the only code that opens documents."""

from __future__ import annotations

import re
from pathlib import Path

from analysis.reading.decoding import decode
from analysis.reading.document import Document
from analysis.reading.structure import Layout, layout, parts
from analysis.tables import InputProblem

_LINE_END = re.compile(r"\r\n|\r|\n")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_ISSUER = re.compile(r"(.{2,40}?)关于")


def read(path: str | Path) -> Document:
    """
    Read a document from a text file in UTF-8 or GB18030.

    Raises
    ------
    InputProblem
        When the file is missing, is a folder, is empty, is not text, or holds no sentence; one line that
        says what came, what would be right and what to do.
    """
    path = Path(path)
    if path.is_dir():
        raise InputProblem(f"{path}: this is a folder. Name a text file (.txt, .md).")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputProblem(f"{path}: no such file. Check the name and the folder.") from None
    except OSError as error:
        raise InputProblem(f"{path}: cannot be read ({error.strerror}).") from None
    text, encoding = decode(data, name=str(path))
    return read_text(text, id=path.stem.removesuffix(".raw"), source=path.name, encoding=encoding)


def read_text(text: str, *, id: str, source: str = "", encoding: str = "utf-8") -> Document:
    """
    Read a document from a text that is already decoded, one paragraph or heading a line.

    Examples
    --------
    >>> document = read_text("一、总体要求\\n1.目标。\\n到2025年,城区更美。\\n二、保障\\n2.组织。\\n加强领导。", id="toy")
    >>> [part.id for part in document.parts]
    ['c1', '1', '1.1', 'c2', '2', '2.1']
    """
    stripped = ((number, line.strip()) for number, line in enumerate(_LINE_END.split(text), start=1))
    found = layout([(number, line) for number, line in stripped if line])
    if not found.body:
        raise InputProblem(
            f"{source or id}: no sentence found. A document with at least one paragraph is needed."
        )
    title = "".join(line for _, line in found.title) or id
    kept = "\n".join(line for _, line in (*found.title, *found.adoption, *found.body))
    issuer = _ISSUER.match(title)
    return Document(
        id=id,
        title=title,
        source=source or id,
        text=kept,
        parts=tuple(parts(found)),
        dropped=found.dropped,
        encoding=encoding,
        issuer=issuer[1] if issuer else "",
        adopted=_adopted(found),
    )


def _adopted(found: Layout) -> str:
    for _, line in found.adoption:
        if match := _DATE.search(line):
            year, month, day = map(int, match.groups())
            return f"{year:04}-{month:02}-{day:02}"
    return ""
