"""What a paragraph of a Word document says: its text as shown, and what stands in it but is not shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
HIDDEN, READING = "hidden text", "reading of characters"
_LEFT_OUT = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr")
)
_TEXT = (f"{_W}t", f"{_M}t")
_RUN, _BOX, _READING = (f"{_W}{name}" for name in ("r", "txbxContent", "rt"))
_SIGNS = {
    f"{_W}tab": " ",
    f"{_W}ptab": " ",
    f"{_W}noBreakHyphen": "-",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
}
# What an equation shows by the place of its parts is written as in Word's own linear format.
_BEFORE = {f"{_M}den": "/", f"{_M}sup": "^", f"{_M}rad": "√"}


@dataclass(slots=True)
class Said:
    """
    A paragraph's text; its text boxes, which are blocks of their own; what is not shown, with the reason.
    """

    text: str = ""
    boxes: list[Any] = field(default_factory=list)
    aside: dict[str, str] = field(default_factory=dict)


def said(paragraph: Any, is_hidden: Callable[[Any], bool] = lambda run: False) -> Said:
    """What a paragraph says, in reading order; `is_hidden` judges its runs."""
    found = Said()
    shown: list[str] = []
    stack: list[tuple[Any, str]] = [(node, "") for node in reversed(paragraph)]
    while stack:
        node, aside = stack.pop()
        if isinstance(node, str):
            _put(node, aside, shown, found)
        elif node.tag == _BOX:
            found.boxes.append(node)
        elif node.tag not in _LEFT_OUT:
            if node.tag == _READING:
                aside = READING
            elif node.tag == _RUN and is_hidden(node):
                aside = HIDDEN
            stack += [(part, aside) for part in _parts(node)[::-1]]
    found.text = "".join(shown)
    return found


def _put(text: str, aside: str, shown: list[str], found: Said) -> None:
    if aside:
        found.aside[aside] = found.aside.get(aside, "") + text
    else:
        shown.append(text)


def _parts(node: Any) -> list[Any]:
    """What an element is made of: pieces of text, and elements."""
    if node.tag in _TEXT:
        # Behind a comment or an instruction the text goes on as that node's tail.
        return [(node.text or "") + "".join(child.tail or "" for child in node)]
    if node.tag in _SIGNS:
        return [_SIGNS[node.tag]]
    if node.tag == f"{_M}d":
        return [_sign(node, "begChr", "("), *node, _sign(node, "endChr", ")")]
    if node.tag == f"{_M}nary":
        return [_sign(node, "chr", "∫"), *node]
    before = _BEFORE.get(node.tag) if len(node) else None
    return [before, *node] if before else list(node)


def _sign(node: Any, name: str, usual: str) -> str:
    """A sign of an equation that its properties name: a bracket, a sum."""
    sign = node.find(f"{node.tag}Pr/{_M}{name}")
    return usual if sign is None else str(sign.get(f"{_M}val", ""))
