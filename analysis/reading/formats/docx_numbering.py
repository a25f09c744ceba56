"""Automatic numbers of Word documents: what Word prints in front of a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

DEEPEST = 8  # Word has nine levels, from 0
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
)
_Level = tuple[str, str, int]  # the kind of number, its text with %1, %2 …, where it starts


class Numbering:
    """The counters of a document's lists."""

    def __init__(self, document: WordDocument) -> None:
        self.levels: dict[str, dict[int, _Level]] = {}
        self.counters: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {
            node.get(f"{_W}abstractNumId"): _levels(node) for node in root.iterchildren(f"{_W}abstractNum")
        }
        for number in root.iterchildren(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            if link is not None and (levels := abstract.get(link.get(f"{_W}val"))):
                self.levels[number.get(f"{_W}numId")] = levels

    def label(self, properties: Any | None) -> str:
        """The label of a paragraph with these properties (w:numPr); counting goes on with every call."""
        if properties is None:
            return ""
        number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
        id_ = "" if number is None else number.get(f"{_W}val", "")
        at = 0 if level is None else int(level.get(f"{_W}val", "0"))
        levels = self.levels.get(id_, {})
        if at not in levels or levels[at][0] in ("bullet", "none"):
            return ""
        counters = self.counters.setdefault(id_, {})
        counters[at] = counters.get(at, levels[at][2] - 1) + 1
        for deeper in [other for other in counters if other > at]:
            del counters[deeper]
        text = levels[at][1]
        for depth in range(at + 1):
            kind, _, start = levels.get(depth, ("decimal", "", 1))
            text = text.replace(f"%{depth + 1}", _printed(counters.get(depth, start), kind))
        return text if not text or text[-1] in "、.．）)" else text + " "


def _levels(abstract: Any) -> dict[int, _Level]:
    """The levels of a list that Word itself has; a file may name any."""
    levels: dict[int, _Level] = {}
    for level in abstract.iterchildren(f"{_W}lvl"):
        values = [level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start")]
        kind, text, start = (
            default if node is None else node.get(f"{_W}val", default)
            for node, default in zip(values, ("decimal", "", "1"), strict=True)
        )
        if 0 <= (at := int(level.get(f"{_W}ilvl", "0"))) <= DEEPEST:
            levels[at] = (kind, text, int(start))
    return levels


def _printed(value: int, kind: str) -> str:
    """
    A counter as Word prints it.

    Examples
    --------
    >>> _printed(12, "chineseCounting"), _printed(3, "decimalEnclosedCircle"), _printed(7, "decimal")
    ('十二', '③', '7')
    """
    if kind in _CHINESE and 0 < value < 100:
        tens, ones = divmod(value, 10)
        digits = "零一二三四五六七八九"
        return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    if kind.startswith("decimalEnclosedCircle") and 0 < value <= 20:
        return chr(0x2460 + value - 1)
    if kind in ("lowerLetter", "upperLetter") and 0 < value <= 26:
        return chr((97 if kind == "lowerLetter" else 65) + value - 1)
    return str(value)
