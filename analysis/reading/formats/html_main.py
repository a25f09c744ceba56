"""
Which elements of a web page hold the document: known containers first, what trafilatura finds otherwise.
"""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.reading.formats.html_page import Block, blocks, walk

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# Where the content management systems of Chinese governments, their newspapers, wikis and WeChat
# put the text.
CONTAINERS = (
    "#UCAP-CONTENT", ".TRS_Editor", ".TRS_UEDITOR", ".pages_content", "#zoom", "#Zoom", "#js_content",
    ".rm_txt_con", "#vsb_content", ".v_news_content", ".wp_articlecontent", ".Article_content",
    ".article-content", ".article_content", ".article-con", ".article_con", ".detail-content",
    ".content_detail", ".news_content", ".xxgk_content", "#xxgk_content", "#zhengwen", ".zhengwen",
    "#ContentBox", "#artibody", "#content_area", "#detailContent", ".mw-parser-output", "article",
)  # fmt: skip
_ENOUGH = 0.3  # share of the page's Chinese characters that known containers of a kind must hold
_AROUND = ("nav", "header", "footer", "aside", "form")
# Words in the class or id of what stands around a text.
_AROUND_NAMES = frozenset((
    "nav", "navs", "navi", "navbar", "navigation", "mainnav", "topnav", "subnav", "topbar", "menu", "menus",
    "crumb", "crumbs", "breadcrumb", "breadcrumbs", "location", "position", "foot", "footer", "bottom",
    "copyright", "sidebar", "toolbar", "share", "pagination", "friendlink", "friendlinks",
))  # fmt: skip
_MOST_PROSE, _SHARE_OF_PROSE = (
    60,
    0.2,
)  # Chinese characters outside links, above which that is more than a frame
_LEAST_LINKS, _LONGEST_LINK, _LINKED = 4, 8, 0.9  # of an element that is navigation whatever its name
_HOLDERS = frozenset(("div", "section", "article", "main", "td", "center", "form", "body", "[document]"))
_WORDS = re.compile(r"[-_\s]+|(?<=[a-z])(?=[A-Z])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PROSE = re.compile(r"[。；：！？;:!?][”’」』）)]?\Z")
MOST_ATTRIBUTES = 1000  # of an element; a page that is none has more
MOST_CELLS = 1000  # of a table's row, likewise
_KEY, _LONG, _SHORTEST = 12, 30, 6  # characters


@dataclass(frozen=True, slots=True)
class Main:
    """
    The elements that hold the document, those around it, by id; how they were found, and whether surely.
    """

    tags: frozenset[int]
    around: frozenset[int]
    how: str
    known: bool


def main_text(soup: BeautifulSoup, source: str) -> Main:
    """
    The elements that hold the document: all known containers of one kind, nested ones once.

    In a page without any it is the smallest element around what trafilatura finds, every repetition of it
    included, without navigation and footers.
    """
    page = _Measured(soup)
    for selector in CONTAINERS:
        if page.held[selector] >= max(1, _ENOUGH * page.han):
            return Main(frozenset(map(id, page.containers[selector])), frozenset(), selector, known=True)
    around = frozenset(page.around())
    found = _by_trafilatura(soup, source, around)
    if found is not None and page.unlinked(found) < _ENOUGH * page.unlinked():
        found = None  # a title's cell of a page laid out in tables is not the text
    how = "main text found by trafilatura" if found is not None else "whole page"
    return Main(frozenset({id(found or soup.body or soup)}), around, how, known=False)


class _Measured:
    """
    A page measured in one walk: its known containers, its Chinese characters, and what may be navigation.
    """

    def __init__(self, soup: BeautifulSoup) -> None:
        from bs4 import Tag

        self.han = self.links = self.linked = 0
        self.containers: defaultdict[str, list[Tag]] = defaultdict(list)
        self.held: Counter[str] = Counter()
        self.sizes: list[tuple[Tag, int, int, int]] = []  # Chinese characters, those in links, links
        open_: Counter[str] = Counter()
        started: list[tuple[int, int, int]] = []
        in_link = 0
        for node, begins in walk(soup):
            if not isinstance(node, Tag):
                n = len(_HAN.findall(node))
                self.han += n
                self.linked += n if in_link else 0
                continue
            if node.name == "a":
                in_link += 1 if begins else -1
                self.links += begins
            if begins:
                started.append((self.han, self.linked, self.links))
            else:
                size = started.pop()
                self.sizes.append((node, self.han - size[0], self.linked - size[1], self.links - size[2]))
            for selector in _selectors(node):
                open_[selector] += 1 if begins else -1
                if open_[selector] == 1 and begins:
                    self.containers[selector].append(node)
                elif open_[selector] == 0:
                    self.held[selector] += self.sizes[-1][1]

    def unlinked(self, tag: Tag | None = None) -> int:
        """Chinese characters outside links, of an element or of the page."""
        if tag is None:
            return self.han - self.linked
        return next((han - linked for one, han, linked, _ in self.sizes if one is tag), 0)

    def around(self) -> Iterator[int]:
        """The ids of elements that stand around a text: navigation, copyright."""
        for tag, han, linked, links in self.sizes:
            prose = han - linked
            small = prose <= max(_MOST_PROSE, _SHARE_OF_PROSE * self.han)
            is_menu = links >= _LEAST_LINKS and linked >= _LINKED * han and linked <= _LONGEST_LINK * links
            if (
                (tag.name in _AROUND and han <= 0.5 * self.han)
                or (small and _AROUND_NAMES.intersection(_words(tag)))
                or (is_menu and tag.name not in ("body", "html", "[document]"))
            ):
                yield id(tag)


def _selectors(tag: Tag) -> set[str]:
    names = {f"#{tag.get('id')}", tag.name, *(f".{name}" for name in tag.get("class") or ())}
    return names.intersection(CONTAINERS)


def _words(tag: Tag) -> set[str]:
    """The words that an element's classes and id are made of."""
    names = [str(tag.get("id") or ""), *(tag.get("class") or ())]
    return {word.lower() for name in names for word in _WORDS.split(name)}


def _by_trafilatura(soup: BeautifulSoup, source: str, around: frozenset[int]) -> Tag | None:
    """
    The smallest element around what trafilatura takes for the main text.

    Its own text is not used: it drops paragraphs that repeat.
    """
    try:
        from trafilatura import extract
    except ImportError:
        return None
    if _takes_too_long(soup):
        return None
    with _quiet("trafilatura"):
        text = extract(source, favor_recall=True, include_comments=False) or ""
    lines = {_key(line) for line in text.splitlines()}
    page = blocks(soup, {id(soup)}, around)
    found = [block for block in page if block.main and _key(block.text) in lines]
    prose = [block for block in found if _is_prose(block.text)] or found
    return _holder(prose) if prose else None


def _takes_too_long(soup: BeautifulSoup) -> bool:
    """
    Whether trafilatura would compare every attribute with every other, or count a row's cells at every cell.
    """
    rows: dict[int, int] = {}  # the row, or the table, in which an element stands
    cells: Counter[int] = Counter()
    for tag in soup.find_all(True):
        if len(tag.attrs) > MOST_ATTRIBUTES:
            return True
        rows[id(tag)] = row = id(tag) if tag.name in ("tr", "table") else rows.get(id(tag.parent), 0)
        cells[row] += _columns(tag) if tag.name in ("td", "th") else 0
    return max(cells.values(), default=0) > MOST_CELLS


def _columns(cell: Tag) -> int:
    span = re.match(r"[0-9]{1,4}", str(cell.get("colspan") or ""))
    return max(1, int(span[0])) if span else 1


def _key(line: str) -> str:
    """How the beginning of a line is recognised; a line too short to tell has none of its own."""
    squeezed = re.sub(r"[\s|]+", "", line.removeprefix("- "))[:_KEY]
    return squeezed if len(squeezed) >= _SHORTEST else f" {squeezed} "


def _is_prose(text: str) -> bool:
    """Whether a line is a text's own: titles come again in navigation."""
    return len(text) > _LONG or _PROSE.search(text) is not None


def _holder(found: Sequence[Block]) -> Tag:
    """The smallest element that holds all of these blocks and could hold more than one."""
    first, last = found[0].first, found[-1].last
    above = {id(tag) for tag in (first, *first.parents)}
    tag = next(tag for tag in (last, *last.parents) if id(tag) in above)
    return next(tag for tag in (tag, *tag.parents) if tag.name in _HOLDERS)


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
