"""The tables of a report's pages as files beside them: in one file they stay within it."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator

_DOWNLOAD = re.compile(r'download="([^"]+)\.csv" href="data:text/csv;charset=utf-8;base64,([^"]+)"')


def with_data_files(pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """
    The pages (name, HTML), their tables taken out to files that are called by page and table.

    Examples
    --------
    >>> link = '<a download="terms.csv" href="data:text/csv;charset=utf-8;base64,bixtCg==">'
    >>> for name, content in with_data_files([("03-words.html", link)]):
    ...     print(name, content)
    03-words.html <a download="03-words-terms.csv" href="03-words-terms.csv">
    03-words-terms.csv n,m
    <BLANKLINE>
    """
    for name, html in pages:
        held: dict[str, str] = {}  # content by file name
        page = _DOWNLOAD.sub(lambda match: _file(name.removesuffix(".html"), match, held), html)  # noqa: B023
        yield name, page
        yield from held.items()


def _file(page: str, match: re.Match[str], held: dict[str, str]) -> str:
    """The link to a file, and the file among those of its page; the same table twice is one."""
    content = base64.b64decode(match[2]).decode("utf-8")
    at, name = 1, f"{page}-{match[1]}.csv"
    while held.get(name, content) != content:
        at += 1
        name = f"{page}-{match[1]}-{at}.csv"
    held[name] = content
    return f'download="{name}" href="{name}"'
