"""Drawings in a page: ids of their own, no way by keys that has no name, and the letters they hold."""

from __future__ import annotations

import itertools
import re

from analysis.showing.html import changed, stretches

SVG = ("<svg", "</svg>")  # how a drawing begins and ends
_ID = re.compile(r' id="([^"]+)"')
_NAMED = re.compile(r'( id="|href="#|url\(#)([^")]+)')
_SHAPES = re.compile(r'<a class="sids?" (?=href="[^"]*">(?:(?!</a>|<text\b).)*</a>)', re.DOTALL)
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
    <svg><path id="d1-p"/><use href="#d1-p"/><a class="sids" tabindex="-1" aria-hidden="true" href="text.html#9"><path/></a></svg>
    <svg><path id="d2-p"/><use href="#d2-p"/><a class="sids" tabindex="-1" aria-hidden="true" href="text.html#9"><path/></a></svg>
    """  # noqa: E501
    numbers = itertools.count(1)
    return changed(html, *SVG, lambda drawing: _with_own_ids(_by_hand(drawing), f"d{next(numbers)}"))


def _with_own_ids(drawing: str, name: str) -> str:
    own = set(_ID.findall(drawing))
    return _NAMED.sub(lambda ref: f"{ref[1]}{name}-{ref[2]}" if ref[2] in own else ref[0], drawing)


def _by_hand(drawing: str) -> str:
    return _SHAPES.sub(lambda link: f'{link[0]}tabindex="-1" aria-hidden="true" ', drawing)


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
