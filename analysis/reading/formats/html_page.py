"""A web page's elements and strings in order, and its text a block a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import NavigableString, PageElement

    Event = tuple[Tag | NavigableString, bool]

_NO_TEXT = {
    "script", "style", "noscript", "template", "head", "iframe", "svg", "button", "select", "input",
    "textarea", "object", "rt", "rp",
}  # fmt: skip
_ASIDE = {"mw-editsection", "toc", "navbox", "noprint", "reference", "licenseContainer"}  # classes in wikis
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "caption",
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav", "aside", "form", "center",
    "figure", "figcaption", "pre",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
CELL = "\x1c"  # between the cells of a row; does not occur in text: the source's own are removed first


def walk(root: Tag) -> Iterator[Event]:
    """
    What a reader sees of an element, in order: strings, elements when they begin (True) and end (False).

    It walks without recursion: a page may nest as deep as it likes.
    """
    import bs4
    from bs4.element import NavigableString, PreformattedString

    stack: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.contents))]
    yield root, True
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield tag, False
        elif isinstance(child, bs4.Tag):
            if not _is_unwanted(child):
                yield child, True
                stack.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield child, True  # the others are comments and the like


def _is_unwanted(tag: Tag) -> bool:
    """Whether an element is no text to a reader: a script, something hidden, a wiki's apparatus."""
    if tag.name in _NO_TEXT or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    return bool(_ASIDE.intersection(tag.get("class") or ()) or _HIDDEN.search(str(tag.get("style") or "")))


@dataclass(slots=True)
class Block:
    """
    A line of a page.

    Its text, the level of the heading that it is, whether it is main text and set as typed (`pre`), and the
    elements in which it begins and ends.
    """

    text: str
    level: int
    main: bool
    pre: bool
    first: Tag
    last: Tag


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    pieces: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    level: int = 0

    def put(self, text: str, tag: Tag) -> None:
        self.pieces.append(text)
        if not text.isspace():
            self.tags.append(tag)

    def closed(self, main: bool, pre: bool) -> Iterator[Block]:
        """The block, unless it is empty; what comes next begins anew."""
        text = _collapsed("".join(self.pieces)) if self.tags else ""
        if text:
            yield Block(text, self.level, main, pre, self.tags[0], self.tags[-1])
        self.pieces, self.tags, self.level = [], [], 0


def blocks(root: Tag, main: Collection[int], around: Collection[int]) -> Iterator[Block]:
    """
    The page's text, a block a line; `main` and `around` are ids of elements that hold main text, or none.

    What is in neither is main text as far as what stands around it is.
    """
    from bs4 import Tag

    block, inside, preformatted = _Open(), [False], 0
    for node, begins in walk(root):
        if not isinstance(node, Tag):
            pieces = _LINE_BREAK.split(node) if preformatted else [str(node)]
            for at, piece in enumerate(pieces):
                if at:
                    yield from block.closed(inside[-1], preformatted > 0)
                if piece and node.parent:
                    block.put(piece, node.parent)
            continue
        marked = id(node) in main or id(node) in around
        if marked or node.name in _BLOCKS or (begins and node.name == "br"):
            yield from block.closed(inside[-1], preformatted > 0)
        elif not begins and node.name in ("td", "th"):
            block.pieces.append(CELL)
        if node.name in _HEADINGS and begins:
            block.level = int(node.name[1])
        preformatted += (node.name == "pre") * (1 if begins else -1)
        if marked and begins:
            inside.append(id(node) in main)
        elif marked:
            inside.pop()
    yield from block.closed(inside[-1], preformatted > 0)


_BETWEEN_CHINESE = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def _collapsed(text: str) -> str:
    """White space as a browser shows it; a line break between Chinese characters is none."""
    cells = _BETWEEN_CHINESE.sub("", text).strip(CELL + " \t\r\n").split(CELL)
    text = " | ".join(cell.strip() for cell in cells) if len(cells) > 1 else cells[0]
    return _SPACES.sub(" ", text).strip(" \u00a0")
