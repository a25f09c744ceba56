"""Web pages, by Beautiful Soup: the document's text, and what stands around it as left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.reading.decoding import Errors, decode
from analysis.reading.formats.extracted import Extract
from analysis.reading.formats.html_main import main_text
from analysis.reading.formats.html_page import CELL, blocks
from analysis.tables import InputProblem

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

OUTSIDE = "outside the main text"
# A tag, a comment or a declaration; 5<6, a<b，c>d, <表1> and <https://…> are text.
_IS_HTML = re.compile(r"<(?:/?[a-z][-a-z0-9:_]*(?:\s[^<>]*|/)?>|!--|!doctype\b|\?xml\b)", re.IGNORECASE)
# What Python's parser refuses and a browser shows: marked sections other than CDATA (Word writes
# <![if …]>), and references to characters that do not exist, of more digits than Python makes a number of.
_MARKED_SECTION = re.compile(r"<!\[(?!CDATA\[)(?:[^<>]{0,200}>)?")
_NO_CHARACTER = re.compile(
    r"&#(?:0*[1-9][0-9]{7}[0-9]*|[0-9]{99}[0-9]*|[xX]0*[1-9a-fA-F][0-9a-fA-F]{6}[0-9a-fA-F]*);?"
)
_SITE = re.compile(r"[-_|—–][^-_|—–]{2,32}\Z")
_MOST_HEADINGS = 3  # of the highest level that are asked for a title
_LONGEST_SITE = 33  # characters, with the mark before it


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read a web page: one block a line, headings (h1–h6) with their level; what is no main text is to be
    dropped.

    The encoding is judged by the text; what the page declares is not believed. Scripts and hidden elements
    are no text. Paragraphs that repeat are kept. A text without any tag is read as text.

    Raises
    ------
    InputProblem
        When the page holds no text.
    """
    from bs4 import BeautifulSoup

    decoded = decode(data, name=name, errors=errors)
    if not _IS_HTML.search(decoded.text):
        return Extract(decoded.text, encoding=decoded.encoding, replaced=decoded.replaced)
    source = _readable(decoded.text)
    soup = BeautifulSoup(source, "html.parser")
    main = main_text(soup, source)
    lines = list(blocks(soup, main.tags, main.around))
    if not any(line.main for line in lines):
        raise InputProblem(f"{name}: no text in this web page. Save the page that shows the document itself.")
    return Extract(
        "\n".join(line.text for line in lines),
        markup={at: line.level for at, line in enumerate(lines, start=1) if line.level},
        drop={at: OUTSIDE for at, line in enumerate(lines, start=1) if not line.main},
        encoding=decoded.encoding,
        replaced=decoded.replaced,
        setting=None if any(line.main and line.pre for line in lines) else "lines",
        titles=tuple(_titles(soup)),
        loader=f"html: {main.how}",
        known=main.known,
    )


def _readable(text: str) -> str:
    """The source without what the parser stumbles over."""
    text = _MARKED_SECTION.sub(lambda match: "" if match[0][-1] == ">" else "&lt;![", text)
    return _NO_CHARACTER.sub("\ufffd", text).replace(CELL, "")


def _titles(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The page's own titles: of the article, its first headings, that of the page without the site's name."""
    for named in soup.find_all("meta", attrs={"name": re.compile("^ArticleTitle$", re.IGNORECASE)}):
        if content := str(named.get("content") or "").strip():
            yield "page's article title", content
    for heading in soup.find_all("h1", limit=_MOST_HEADINGS):
        if text := " ".join(heading.get_text().split()):
            yield "heading of the page", text
    if soup.title and (text := _without_site(" ".join(soup.title.get_text().split()))):
        yield "page's title", text


def _without_site(title: str) -> str:
    """
    A page's title without the name of the site behind it.

    Examples
    --------
    >>> _without_site("关于放假的通知 - 某市人民政府"), _without_site("甲区规划_规划_某市人民政府网")
    ('关于放假的通知', '甲区规划_规划')
    """
    end = title[-_LONGEST_SITE:]
    site = _SITE.search(end)
    return title[: len(title) - len(end) + site.start()].rstrip(" -_|—–") if site else title
