"""Drawings in a page: ids of their own, no way by keys that has no name, and the letters they hold."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Callable

from analysis.showing.html import changed, stretches

SVG = ("<svg", "</svg>")  # how a drawing begins and ends
_ID = re.compile(r' id="([^"]+)"')
_NAMED = re.compile(r'( id="|href="#|url\(#)([^")]+)')
_SHAPES = re.compile(r'<a class="sids?" (?=href="[^"]*">(?:(?!</a>|<text\b).)*</a>)', re.DOTALL)
_NEIGHBOURS = re.compile(
    r'(<a class="sids?" href="[^"]*">)((?:(?!</?a\b|<text\b).)*)</a>\1(?=(?:(?!</?a\b|<text\b).)*</a>)',
    re.DOTALL,
)
_NEEDLESS = re.compile(r' (?:version|xmlns|xmlns:xlink)="[^"]*"')  # within a page of HTML
_EMPTY = re.compile(r"<(circle|line|path|rect|use)\b([^<>]*)></\1>")
_STYLED = re.compile(r' style="([^"]*)"')
_CLIPPED = re.compile(r' clip-path="url\((#[^)"]+)\)" style="([^"]*)"')  # what many marks say alike
_MANY = 3  # marks of one look, from which a class is shorter than they are
_TAG = re.compile(r"<[^<>]*>")


def told_apart(html: str) -> str:
    """
    A page whose drawings share no id, and in which keys lead only to what has a name.

    The same picture in two languages has the same ids, and what an undisplayed one clips is not clipped in
    the other. Bars and cells lead to sentences by hand; by keys the number beside them does, or the data
    below the drawing.

    Examples
    --------
    >>> drawing = '<svg><path id="p"/><use href="#p"/><a class="sids" href="text.html#9"><path/></a></svg>'
    >>> print(told_apart(drawing + drawing).replace("</svg>", "</svg>\\n"), end="")
    <svg><path id="d1-1"/><use href="#d1-1"/><a class="sids" tabindex="-1" aria-hidden="true" href="text.html#9"><path/></a></svg>
    <svg><path id="d2-1"/><use href="#d2-1"/><a class="sids" tabindex="-1" aria-hidden="true" href="text.html#9"><path/></a></svg>
    """  # noqa: E501
    numbers = itertools.count(1)
    return changed(html, *SVG, lambda drawing: _told(drawing, f"d{next(numbers)}"))


def _told(drawing: str, name: str) -> str:
    closed = _EMPTY.sub(r"<\1\2/>", _in_tags(_NEEDLESS, "", _joined(drawing)))
    own = _with_own_ids(_by_hand(closed), name)
    return _with_shared_styles(_in_tags(_CLIPPED, r' style="\2; clip-path: url(\1)"', own))


def _joined(drawing: str) -> str:
    """A drawing in which marks side by side that lead to the same place are one link."""
    while (fewer := _NEIGHBOURS.sub(r"\1\2", drawing)) != drawing:
        drawing = fewer
    return drawing


def _with_own_ids(drawing: str, name: str) -> str:
    own = {id_: f"{name}-{at}" for at, id_ in enumerate(dict.fromkeys(_ID.findall(drawing)), start=1)}
    return _NAMED.sub(lambda ref: f"{ref[1]}{own.get(ref[2], ref[2])}", drawing)


def _by_hand(drawing: str) -> str:
    return _SHAPES.sub(lambda link: f'{link[0]}tabindex="-1" aria-hidden="true" ', drawing)


def _with_shared_styles(drawing: str) -> str:
    """
    A drawing whose many marks that look alike share a class, which says so once.

    A class is called by what it says, so that drawings of several pages can stand in one.
    """
    looks = Counter(css for tag in _TAG.findall(drawing) for css in _STYLED.findall(tag))
    shared = {css: _class(css) for css, n in sorted(looks.items()) if n >= _MANY}
    if not shared:
        return drawing

    def classed(match: re.Match[str]) -> str:
        return f' class="{shared[match[1]]}"' if match[1] in shared else match[0]

    head, end, marks = drawing.partition(">")
    rules = "".join(f".{name}{{{css}}}" for css, name in shared.items())
    return f"{head}{end}<style>{rules}</style>{_in_tags(_STYLED, classed, marks)}"


def _in_tags(pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], drawing: str) -> str:
    """A drawing whose tags, and not the text between them, are changed."""
    return _TAG.sub(lambda tag: pattern.sub(new, tag[0]), drawing)


def _class(css: str) -> str:
    return f"c{hashlib.sha256(css.encode()).hexdigest()[:8]}"


def letters(html: str) -> set[str]:
    """
    The characters in a page's drawings, which are laid out for one font.

    Examples
    --------
    >>> sorted(letters('<p>x</p><svg><text y="2">31<title>no</title></text></svg>'))
    ['1', '3']
    """
    drawings = (html[at:to] for at, to in stretches(html, *SVG))
    texts = (drawing[at:to] for drawing in drawings for at, to in stretches(drawing, "<text", "</text>"))
    bare = (changed(text, "<title>", "</title>", lambda _: "") for text in texts)
    return {letter for text in bare for letter in _TAG.sub("", text)}
