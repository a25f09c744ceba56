"""HTML from templates: what is put into them is escaped, unless it was made as HTML here (`Markup`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment(*folders: Path) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(template: str, /, folder: Path = _TEMPLATES, **values: Any) -> Markup:
    """
    The template of that name with `values` in it; `folder` is where it lies, beside those that all may use.

    Examples
    --------
    >>> rendered("ids", shown=["<b>"], every=[])
    Markup('<span class="sid" data-sid="&lt;b&gt;">&lt;b&gt;</span>')
    """
    return Markup(
        _environment(folder, _TEMPLATES).get_template(f"{template}.html.j2").render(**values).strip("\n")
    )


def stretches(html: str, begin: str, end: str) -> Iterator[tuple[int, int]]:
    """
    From where to where each stretch goes that starts with `begin` and ends with the next `end`.

    A regular expression tries every begin against the whole rest where an end is missing; this reads once.

    Examples
    --------
    >>> list(stretches("<b>1</b>, <b>2</b>, <b>", "<b>", "</b>"))
    [(0, 8), (10, 18)]
    """
    behind = 0
    while (at := html.find(begin, behind)) >= 0 and (found := html.find(end, at + len(begin))) >= 0:
        behind = found + len(end)
        yield at, behind


def changed(html: str, begin: str, end: str, change: Callable[[str], str]) -> str:
    """
    HTML with each of its `stretches` as `change` makes it.

    Examples
    --------
    >>> changed("<b>1</b>, <b>2</b>", "<b>", "</b>", lambda stretch: stretch[3:-4])
    '1, 2'
    """
    parts, behind = [], 0
    for at, to in stretches(html, begin, end):
        parts += [html[behind:at], change(html[at:to])]
        behind = to
    return "".join([*parts, html[behind:]])
