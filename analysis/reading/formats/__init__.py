"""What a file's format holds as text, and what it says of its headings; one adapter for each library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from analysis.reading.decoding import Errors, decode
from analysis.reading.formats.extract import Extract
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

__all__ = ["SUFFIXES", "Extract", "extract"]


def _text(data: bytes, name: str, errors: Errors) -> Extract:
    decoded = decode(data, name=name, errors=errors)
    return Extract(decoded.text, encoding=decoded.encoding, replaced=decoded.replaced)


def extract(data: bytes, path: Path, *, errors: Errors = "strict") -> Extract:
    """
    Take the text out of a file's bytes, by the format that its name tells.

    Raises
    ------
    InputProblem
        When the format's library is not installed (the message says what to install), or the file is not
        what its name says.
    """
    if path.suffix.lower() not in _MODULES:
        return _text(data, str(path), errors)
    module, library, extra = _MODULES[path.suffix.lower()]
    try:
        import_module(library)
    except ImportError:
        raise InputProblem(
            f"{path}: reading {path.suffix.lower()} needs {library}, which is not installed."
            f" Install it: python -m pip install {_PACKAGES[library]} (the extra [{extra}] of this project)."
        ) from None
    loader: Loader = import_module(f"analysis.reading.formats.{module}").load
    with _damage_told(str(path), _NAMES[module]):
        return loader(data, str(path), errors)


@contextmanager
def _damage_told(name: str, kind: str) -> Iterator[None]:
    """Turn whatever a library raises at a damaged file into one clear line: each has its own exceptions, and more."""
    try:
        yield
    except InputProblem:
        raise
    except Exception as error:
        said = _ADDRESS.sub("the file", str(error).strip("'\" \n")).splitlines()
        reason = said[0][:120] if said else type(error).__name__
        raise InputProblem(
            f"{name}: a damaged {kind} ({reason}). Open it in a program that shows it, and save it again."
        ) from error
