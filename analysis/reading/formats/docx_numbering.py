"""
Automatic numbers of Word documents: what Word prints in front of a paragraph.

Paragraphs name a list (``w:num``), which is one use of an abstract list. Uses of the same abstract list count
on from one another, unless one of them says where it starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analysis.reading.formats.docx_numerals import printed

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

DEEPEST = 8  # Word has nine levels, from 0
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class _Level:
    """
    A level of a list: the kind of number, its text with %1, %2 …, where it starts, below which level it
    begins anew (None: below any, 0: never), whether all numbers in it are digits, and the style that it is
    bound to.
    """

    kind: str
    text: str
    start: int
    restart: int | None
    legal: bool
    style: str


@dataclass(slots=True)
class _List:
    """One use of an abstract list: its levels, the counters, which are shared, the starts that it sets."""

    levels: Mapping[int, _Level]
    counters: dict[int, int]
    starts: dict[int, int] = field(default_factory=dict)  # each is used once


class Numbering:
    """The counters of a document's lists."""

    def __init__(self, document: WordDocument) -> None:
        self.lists: dict[str, _List] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # how python-docx says that there is no such part
            return
        abstract = _abstract(root)
        counters: dict[str, dict[int, int]] = {}
        for number in root.iterchildren(f"{_W}num"):
            id_ = _value(number, "abstractNumId")
            if levels := abstract.get(id_):
                made = _List(levels, counters.setdefault(id_, {}))
                for override in number.iterchildren(f"{_W}lvlOverride"):
                    _change(made, override)
                self.lists[number.get(f"{_W}numId", "")] = made

    def label(self, id_: str, depth: int | None, style: str = "") -> str:
        """
        The label of a paragraph in this list; counting goes on with every call.

        Without a depth it is the level to which the list has bound the paragraph's style.
        """
        used = self.lists.get(id_)
        if used is None:
            return ""
        if depth is None:
            depth = next((at for at, level in used.levels.items() if style and level.style == style), 0)
        if depth not in used.levels or used.levels[depth].kind == "bullet":
            return ""
        _count(used, depth)
        text = _text(used, depth)
        return text if not text or text[-1] in "、.．）)：:" else text + " "


def _count(used: _List, depth: int) -> None:
    counters = used.counters
    before = counters.get(depth, used.levels[depth].start - 1)
    counters[depth] = used.starts.pop(depth, before + 1)
    for deeper in [at for at in counters if at > depth]:
        restart = used.levels[deeper].restart if deeper in used.levels else None
        if restart is None or depth < restart:
            del counters[deeper]


def _text(used: _List, depth: int) -> str:
    own = used.levels[depth]
    text = own.text
    for at in range(depth + 1):
        level = used.levels.get(at)
        kind = "decimal" if level is None or own.legal else level.kind
        value = used.counters.get(at, 1 if level is None else level.start)
        text = text.replace(f"%{at + 1}", "" if kind == "none" else printed(value, kind))
    return text


def _abstract(root: Any) -> dict[str, dict[int, _Level]]:
    """The levels of every abstract list; one that is a style's has them from the list that defines it."""
    found, defined, linked = {}, {}, {}
    for node in root.iterchildren(f"{_W}abstractNum"):
        id_ = node.get(f"{_W}abstractNumId", "")
        found[id_] = _levels(node)
        if style := _value(node, "styleLink"):
            defined[style] = id_
        if style := _value(node, "numStyleLink"):
            linked[id_] = style
    return found | {id_: found[defined[style]] for id_, style in linked.items() if style in defined}


def _levels(node: Any) -> dict[int, _Level]:
    """The levels of a list that Word itself has; a file may name any."""
    return {
        at: _level(level) for level in node.iterchildren(f"{_W}lvl") if 0 <= (at := _at(level)) <= DEEPEST
    }


def _level(node: Any) -> _Level:
    restart = _value(node, "lvlRestart")
    return _Level(
        kind=_value(node, "numFmt", "decimal"),
        text=_value(node, "lvlText"),
        start=int(_value(node, "start", "1")),
        restart=int(restart) if restart else None,
        legal=node.find(f"{_W}isLgl") is not None and _value(node, "isLgl", "1") not in _OFF,
        style=_value(node, "pStyle"),
    )


def _change(used: _List, override: Any) -> None:
    """A use of a list may have levels and starts of its own."""
    used.levels = {**used.levels, **_levels(override)}
    if (start := _value(override, "startOverride")) and 0 <= (at := _at(override)) <= DEEPEST:
        used.starts[at] = int(start)


def _at(node: Any) -> int:
    return int(node.get(f"{_W}ilvl", "0"))


def _value(node: Any, name: str, default: str = "") -> str:
    child = node.find(f"{_W}{name}")
    return default if child is None else str(child.get(f"{_W}val", default))
