"""The tables of a report's pages as files beside them: in one file they stay within it."""

from __future__ import annotations

import base64
import itertools
import re
from collections.abc import Iterable, Iterator

_DOWNLOAD = re.compile(r'download="([^"]+)\.csv" href="data:text/csv;charset=utf-8;base64,([^"]+)"')


def with_data_files(pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """
    The pages (name, HTML), their tables taken out to files that are called by page and table.

    What an earlier page has brought already is not there twice: both lead to one file.

    Examples
    --------
    >>> link = '<a download="terms.csv" href="data:text/csv;charset=utf-8;base64,bixtCg==">'
    >>> for name, content in with_data_files([("03-words.html", link)]):
    ...     print(name, content)
    03-words.html <a download="03-words-terms.csv" href="03-words-terms.csv">
    03-words-terms.csv n,m
    <BLANKLINE>
    """
    files: dict[tuple[str, str], str] = {}  # by table and content
    for name, html in pages:
        before = len(files)
        page = _DOWNLOAD.sub(lambda match: _file(name.removesuffix(".html"), match, files), html)  # noqa: B023
        yield name, page
        yield from ((file, content) for (_, content), file in [*files.items()][before:])


def _file(page: str, match: re.Match[str], files: dict[tuple[str, str], str]) -> str:
    """The link to a file, which is put among the `files` where it is new."""
    table, content = match[1], base64.b64decode(match[2]).decode("utf-8")
    if (table, content) not in files:
        names = (
            f"{page}-{table}{at}.csv" for at in itertools.chain([""], (f"-{n}" for n in itertools.count(2)))
        )
        files[table, content] = next(name for name in names if name not in files.values())
    name = files[table, content]
    return f'download="{name}" href="{name}"'
