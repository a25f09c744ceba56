"""HTML from templates: what is put into them is escaped, unless it was made as HTML here (`Markup`)."""

from __future__ import annotations

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
