"""What a file's format holds as text, and what it says of its headings; one adapter for each library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from analysis.reading.decoding import Errors, decode, refuse_empty
from analysis.reading.formats.docx_archive import UNREADABLE
from analysis.reading.formats.extracted import Extract
from analysis.reading.kinds import refuse_beside
from analysis.tables import InputProblem

Loader = Callable[[bytes, str, Errors], Extract]

# Suffix → module of this package that reads it, the library it needs, and the extra that brings it.
_MODULES = {
    ".md": ("markdown", "markdown_it", "md"),
    ".markdown": ("markdown", "markdown_it", "md"),
    ".html": ("html", "bs4", "html"),
    ".htm": ("html", "bs4", "html"),
    ".docx": ("docx", "docx", "docx"),
    ".pdf": ("pdf", "pypdfium2", "pdf"),
}
_PACKAGES = {
    "markdown_it": "markdown-it-py",
    "bs4": "beautifulsoup4 trafilatura",
    "docx": "python-docx",
    "pypdfium2": "pypdfium2",
}
_NAMES = {"markdown": "Markdown text", "html": "web page", "docx": "Word document", "pdf": "PDF"}
SUFFIXES = (".txt", *_MODULES)
_ADDRESS = re.compile(r"'?<[^<>]* at 0x[0-9a-f]+>'?")
# How a saved web page begins, whatever its file is called; every part is taken whole, so that none is tried
# twice.
_PAGE = re.compile(
    r"(?>\s+|\ufeff|<!--(?>.*?-->)|<\?xml\b[^<>]*>)*+<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)

__all__ = ["SUFFIXES", "Extract", "extract"]


def extract(data: bytes, path: Path, *, errors: Errors = "strict") -> Extract:
    """
    Take the text out of a file's bytes, by the format that its name tells; a web page is one by any name of a
    text.

    Raises
    ------
    InputProblem
        When the file is empty, the format's library is not installed (the message says what to install), or
        the file is not what its name says.
    """
    name, suffix = str(path), path.suffix.lower()
    refuse_beside(data, path)
    refuse_empty(data, name)
    if suffix in (".docx", ".pdf", ".html", ".htm"):
        return _loaded(data, name, suffix, errors)
    decoded = decode(data, name=name, errors=errors)
    if _PAGE.match(decoded.text):
        return _loaded(data, name, ".html", errors)
    if suffix in _MODULES:
        return _loaded(data, name, suffix, errors)
    return Extract(decoded.text, encoding=decoded.encoding, replaced=decoded.replaced)


def _loaded(data: bytes, name: str, suffix: str, errors: Errors) -> Extract:
    """What the loader of the format with this suffix makes of the bytes."""
    module, library, extra = _MODULES[suffix]
    try:
        import_module(library)
    except ImportError:
        said = "" if name.lower().endswith(suffix) else "this is a web page; "
        raise InputProblem(
            f"{name}: {said}reading {suffix} needs {library}, which is not installed."
            f" Install it: python -m pip install {_PACKAGES[library]} (the extra [{extra}] of this project)."
        ) from None
    loader: Loader = import_module(f"analysis.reading.formats.{module}").load
    with _damage_told(name, _NAMES[module]):
        return loader(data, name, errors)


@contextmanager
def _damage_told(name: str, kind: str) -> Iterator[None]:
    """
    Turn whatever a library raises at a damaged file into one clear line: each has its own exceptions, and
    more.
    """
    try:
        yield
    except InputProblem:
        raise
    except Exception as error:
        reason = _reason(error)
        raise InputProblem(
            f"{name}: a damaged {kind} ({reason}). Open it in a program that shows it, and save it again."
        ) from error


def _reason(error: Exception) -> str:
    """
    What an archive's or a parser's exception says; what any other says is about the program, not the file.
    """
    said = _ADDRESS.sub("the file", str(error).strip("'\" \n")).splitlines()
    if said and isinstance(error, (SyntaxError, *UNREADABLE)):
        return said[0][:120]
    return f"its parts do not fit together: {type(error).__name__}"
