"""Markdown, by markdown-it-py: headings and emphasis are read as marks; numbers and indents stay text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.reading.decoding import Errors, decode
from analysis.reading.formats.extracted import Extract

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:(.*)$", re.MULTILINE)


def load(data: bytes, name: str, errors: Errors) -> Extract:
    """
    Read Markdown; the lines keep their numbers.

    ``1.`` is an ordered list to Markdown and the number of an article here, and a paragraph indented by four
    spaces is code there and a paragraph here: those rules are switched off.
    """
    from markdown_it import MarkdownIt

    decoded = decode(data, name=name, errors=errors)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    title = _TITLE.search(front[1]) if front else None
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["code", "list", "blockquote", "html_block", "html_inline", "entity", "escape"])
    lines, markup = _lines(parser.parse(text), text.count("\n") + 1)
    return Extract(
        "\n".join(lines),
        markup=markup,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
        titles=(("front matter", _unquoted(title[1].strip())),) if title else (),
        loader="markdown",
    )


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _lines(tokens: Sequence[Token], count: int) -> tuple[list[str], dict[int, int]]:
    lines = [""] * count
    markup: dict[int, int] = {}
    level = row = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "tr_open" and token.map:
            row = token.map[0] + 1
        elif token.type == "table_close":
            row = 0
        elif token.type == "fence" and token.map:
            for offset, line in enumerate(token.content.splitlines()):
                lines[token.map[0] + 1 + offset] = line
        elif token.type == "inline":
            first = row - 1 if row else token.map[0] if token.map else 0
            for offset, line in enumerate(_plain(token).split("\n")):
                lines[first + offset] = f"{lines[first + offset]} | {line}".strip(" |") if row else line
            if level:
                markup[first + 1] = level
                level = 0
    return lines, markup


def _plain(token: Token) -> str:
    """An inline token's text, without emphasis and links."""
    pieces = [
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    ]
    return re.sub(r"(?m)^[ \t]*(?:>[ \t]?)+", "", "".join(pieces))
