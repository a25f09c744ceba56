"""What a Word document says of its paragraphs and runs: themselves, or the styles that they are in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_STYLE = f"{_W}pPr/{_W}pStyle"
_HIDDEN = f"{_W}rPr/{_W}vanish"


class Styles:
    """The properties of a document's paragraphs and runs."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {style.style_id: style for style in document.styles}
        self._found: dict[tuple[str, str], Any | None] = {}

    def level(self, own: Any | None, style: str) -> int:
        """The outline level of a paragraph, 1 = highest, 0 = text; by its own properties and its style."""
        outline = self._property(own, style, "outlineLvl")
        if outline is not None and 0 <= (value := int(outline.get(f"{_W}val", "9"))) < 9:
            return value + 1
        found = self._styles.get(style)
        match = _HEADING.fullmatch(found.name or "") if found is not None else None
        return int(match[1]) if match else 0

    def list_of(self, own: Any | None, style: str) -> tuple[str, int | None]:
        """The list that numbers a paragraph, empty when none does, and its level there where that is said."""
        number = self._property(own, style, f"numPr/{_W}numId")
        if number is None:
            return "", None
        depth = None if own is None else own.find(f"{_W}numPr/{_W}ilvl")
        if depth is None and own is not None and own.find(f"{_W}numPr/{_W}numId") is not None:
            return _val(number), 0
        depth = self._property(own, style, f"numPr/{_W}ilvl")
        return _val(number), None if depth is None else int(_val(depth) or 0)

    def is_hidden(self, run: Any, style: str) -> bool:
        """Whether the text of a run, in a paragraph of this style, is set in hidden characters."""
        own, properties = None, run.find(f"{_W}rPr")
        if properties is not None:
            own = properties.find(f"{_W}vanish")
            character = properties.find(f"{_W}rStyle")
            if own is None and character is not None:
                own = self._inherited(_val(character), _HIDDEN)
        return _on(self._inherited(style, _HIDDEN) if own is None else own)

    def is_joined(self, own: Any | None, style: str) -> bool:
        """Whether a paragraph goes on in the next one: its mark is hidden, or is no more."""
        mark = None if own is None else own.find(f"{_W}rPr")
        if mark is not None and any(mark.find(f"{_W}{gone}") is not None for gone in ("del", "moveFrom")):
            return True
        hidden = None if mark is None else mark.find(f"{_W}vanish")
        return _on(self._inherited(style, _HIDDEN) if hidden is None else hidden)

    def _property(self, own: Any | None, style: str, name: str) -> Any | None:
        """A paragraph's property: its own, else its style's, else that of the style it is based on."""
        found = None if own is None else own.find(f"{_W}{name}")
        return found if found is not None else self._inherited(style, f"{_W}pPr/{_W}{name}")

    def _inherited(self, style: str, path: str) -> Any | None:
        if not style:
            return None
        seen: dict[tuple[str, str], None] = {}
        found = None
        while found is None and style in self._styles and (style, path) not in seen:
            if (style, path) in self._found:
                found = self._found[style, path]
                break
            seen[style, path] = None
            element = self._styles[style].element
            found = element.find(path)
            style = _val(element.find(f"{_W}basedOn"))
        self._found |= dict.fromkeys(seen, found)
        return found


def style_id(paragraph: Any) -> str:
    """The id of a paragraph's style; empty when it has none of its own."""
    return _val(paragraph.find(_STYLE))


def _val(found: Any | None) -> str:
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _on(switch: Any | None) -> bool:
    return switch is not None and switch.get(f"{_W}val", "1") not in _OFF
