"""Web pages, by Beautiful Soup: known containers of government sites first, trafilatura's main text otherwise."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.reading.decoding import Errors, decode
from analysis.reading.formats.extract import Extract
from analysis.tables import InputProblem

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement

# Where the content management systems of Chinese governments, their newspapers, wikis and WeChat put the text.
CONTAINERS = (
    "#UCAP-CONTENT", ".TRS_Editor", ".TRS_UEDITOR", ".pages_content", "#zoom", "#Zoom", "#js_content", ".rm_txt_con",
    "#vsb_content", ".v_news_content", ".wp_articlecontent", ".Article_content", ".article-content", ".article_content",
    ".article-con", ".article_con", ".detail-content", ".content_detail", ".news_content", ".xxgk_content", "#xxgk_content",
    "#zhengwen", ".zhengwen", "#ContentBox", "#artibody", "#content_area", "#detailContent", ".mw-parser-output", "article",
)  # fmt: skip
_NO_TEXT = {
    "script", "style", "noscript", "template", "head", "iframe", "svg", "button", "select", "input", "textarea", "object",
}  # fmt: skip
_ASIDE = {"mw-editsection", "toc", "navbox", "noprint", "reference", "licenseContainer"}  # classes in wikis
_AROUND = ("nav", "header", "footer", "aside", "form")
_BLOCKS = (
    "p", "div", "section", "article", "main", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "caption", "blockquote",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav", "aside", "form", "center", "figure", "figcaption", "pre",
)  # fmt: skip
_IS_HTML = re.compile(
    r"<\s*(!doctype|html|head|body|meta|p|div|br|table|span|h[1-6]|font|article|section|a)\b", re.IGNORECASE
)
_BREAK, _LEVEL = "\x1e", "\x1d"  # do not occur in text: the source's own are removed first
_CELL = "\x1c"  # between the cells of a row
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SITE = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{2,30}$")
_ENOUGH = 0.3  # share of the page's Chinese characters that a known container must hold
_HAN = re.compile(r"[\u4e00-\u9fff]")


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read a web page: the text of its main part, one block a line, headings (h1–h6) with their level.

    The encoding is judged by the text; what the page declares is not believed. Scripts, hidden elements and
    navigation are left out. Paragraphs that repeat are kept. A text without any tag is read as text.

    Raises
    ------
    InputProblem
        When the page holds no text.
    """
    from bs4 import BeautifulSoup

    decoded = decode(data, name=name, errors=errors)
    if not _IS_HTML.search(decoded.text):
        return Extract(decoded.text, encoding=decoded.encoding, replaced=decoded.replaced)
    soup = BeautifulSoup(re.sub(r"[\x1c-\x1e]", "", decoded.text), "html.parser")
    title = _title(soup)
    for unwanted in [tag for tag in soup.find_all(True) if _is_unwanted(tag)]:
        unwanted.extract()
    main, loader = _main(soup, decoded.text)
    lines, markup = _lines(main)
    if not any(lines):
        raise InputProblem(f"{name}: no text in this web page. Save the page that shows the document itself.")
    return Extract(
        "\n".join(lines),
        markup=markup,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
        setting=None if main.find("pre") else "lines",
        title=title,
        loader=loader,
    )


def _is_unwanted(tag: Tag) -> bool:
    """Whether an element is no text to a reader: a script, something hidden, a wiki's apparatus."""
    if tag.name in _NO_TEXT or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    return bool(_ASIDE.intersection(tag.get("class") or ()) or _HIDDEN.search(str(tag.get("style") or "")))


def _title(soup: BeautifulSoup) -> str:
    """The page's own title: of the article if it is named, else of the page without the site's name."""
    for named in soup.find_all("meta", attrs={"name": re.compile("^ArticleTitle$", re.IGNORECASE)}):
        if content := str(named.get("content") or "").strip():
            return content
    first = soup.find("h1")
    if first and (text := " ".join(first.get_text().split())):
        return text
    return _SITE.sub("", " ".join(soup.title.get_text().split())) if soup.title else ""


def _han(tag: Tag) -> int:
    return len(_HAN.findall("".join(tag.strings)))


def _main(soup: BeautifulSoup, source: str) -> tuple[Tag, str]:
    """The element that holds the document, and how it was found."""
    whole = _han(soup)
    for selector, found in sorted(_containers(soup), key=lambda pair: CONTAINERS.index(pair[0])):
        if _han(found) >= max(1, _ENOUGH * whole):
            return found, f"html: {selector}"
    main = _by_trafilatura(soup, source)
    how = "main text found by trafilatura" if main is not None else "whole page"
    main = main or soup.body or soup
    for unwanted in main.find_all(_AROUND):
        unwanted.extract()
    return main, f"html: {how}"


def _containers(soup: BeautifulSoup) -> Iterator[tuple[str, Tag]]:
    """The known containers of a page, in one pass over its elements."""
    for tag in soup.find_all(True):
        names = {f"#{tag.get('id')}", tag.name, *(f".{name}" for name in tag.get("class") or ())}
        yield from ((selector, tag) for selector in names.intersection(CONTAINERS))


def _by_trafilatura(soup: BeautifulSoup, source: str) -> Tag | None:
    """
    The smallest element around what trafilatura takes for the main text.

    Its own text is not used: it drops paragraphs that repeat.
    """
    try:
        from trafilatura import extract
    except ImportError:
        return None
    with _quiet("trafilatura"):
        text = extract(source, favor_recall=True, include_comments=False) or ""
    lines = [line for line in map(_squeezed, text.splitlines()) if len(line) > 5]
    longest = max(lines, key=len, default="")
    node = (
        soup.find(string=lambda string: string and longest[:12] in _squeezed(str(string)))
        if longest
        else None
    )
    tag = node.parent if node else None
    while tag is not None and tag.name != "[document]":
        inside = _squeezed("".join(tag.strings))
        if sum(len(line) for line in lines if line[:20] in inside) >= 0.9 * sum(map(len, lines)):
            return tag
        tag = tag.parent
    return None


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a library's warnings about foreign pages to itself; what they come to is told by `check`."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _lines(main: Tag) -> tuple[list[str], dict[int, int]]:
    """The text of an element, a block a line, and the levels of its headings by line number."""
    lines: list[str] = []
    markup: dict[int, int] = {}
    for block in "".join(_pieces(main)).split(_BREAK):
        level, text = 0, block
        if match := re.match(rf"\s*{_LEVEL}(\d){_LEVEL}", block):
            level, text = int(match[1]), block[match.end() :]
        text = _collapsed(text)
        if text:
            lines.append(text)
            if level:
                markup[len(lines)] = level
    return lines, markup


def _pieces(main: Tag) -> Iterator[str]:
    """
    The strings of an element in order, with marks where blocks begin and end, cells end and headings begin.

    It walks without recursion: a page may nest as deep as it likes.
    """
    import bs4
    from bs4.element import NavigableString, PreformattedString

    stack: list[tuple[Iterator[PageElement], str, bool]] = [(iter(main.contents), "", main.name == "pre")]
    while stack:
        children, ending, preformatted = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield ending
        elif isinstance(child, NavigableString):
            if not isinstance(child, PreformattedString):  # comments and the like
                yield re.sub(r"\r\n|\r|\n", _BREAK, child) if preformatted else str(child)
        elif isinstance(child, bs4.Tag):
            yield _opening(child.name)
            ending = _CELL if child.name in ("td", "th") else _BREAK if child.name in _BLOCKS else ""
            stack.append((iter(child.contents), ending, preformatted or child.name == "pre"))


def _opening(name: str) -> str:
    if name == "br":
        return _BREAK
    if re.fullmatch("h[1-6]", name):
        return f"{_BREAK}{_LEVEL}{name[1]}{_LEVEL}"
    return _BREAK if name in _BLOCKS else ""


def _collapsed(text: str) -> str:
    """White space as a browser shows it; a line break between Chinese characters is none."""
    text = re.sub(
        r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])", "", text
    )
    text = re.sub(rf"\s*{_CELL}\s*", " | ", text.strip(_CELL + " \t\r\n"))
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" \u00a0")
