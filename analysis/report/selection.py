"""Which notebooks a report runs: those that suit the document's themes, and one for each theme shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.messages import tell
from analysis.prose import LANGUAGES
from analysis.resources import folder

if TYPE_CHECKING:
    from analysis.judgements.theme_files import Theme
    from analysis.study import Study

THEME_NOTEBOOK = "theme.ipynb"
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|&$~^])")
_TITLE = re.compile(r"\A# .*$", re.MULTILINE)


def collection() -> Path:
    """The folder of the notebooks."""
    return folder("notebooks")


def size() -> int:
    """How many notebooks there are, before it is known which suit a document."""
    return len(list(collection().glob("*.ipynb")))


def selected(study: Study, given: Mapping[str, object]) -> dict[str, Any]:
    """The notebooks by name, in order, with the parameters that are given; those left out are told."""
    from analysis.report.execution import load

    notebooks = load(_numbered(study), given)
    any_theme = collection() / THEME_NOTEBOOK
    spoken = set(study.themes["theme"])
    for theme in study.theme_definitions if any_theme.is_file() else ():
        if theme.id not in spoken and not given.get("themes"):  # of one's own themes the nought is shown
            tell(f"theme-{theme.id}: left out, no sentence speaks of it")
            continue
        page = load([any_theme], {**given, "theme": theme.id})
        notebooks[f"theme-{theme.id}"] = _called(page.popitem()[1], theme)
    return notebooks


def _numbered(study: Study) -> list[Path]:
    """The collection in order, without the pages of themes that are not defined or never spoken of."""
    import json

    known = {theme.id for theme in study.theme_definitions}
    spoken = set(study.themes["theme"])
    chosen = []
    for path in sorted(collection().glob("[0-9]*.ipynb")):
        theme = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("theme")
        if theme is None or theme in spoken & known:
            chosen.append(path)
        elif theme in known:
            tell(f"{path.stem}: left out, no sentence speaks of its theme")
        else:
            elsewhere = theme in {one.id for one in study.setup.themes}
            why = "its theme is of another place" if elsewhere else f"the theme file has no theme {theme}"
            tell(f"{path.stem}: left out, {why}")
    return chosen


def _called(notebook: Any, theme: Theme) -> Any:
    """The notebook of any theme, called by its theme's name, in which nothing is Markdown or HTML."""
    names = {"en": f"{theme.name_en or theme.name}: the theme in full", "zh": f"{theme.name}：主题详页"}
    for language in LANGUAGES:
        cell = next(cell for cell in notebook.cells if language in cell.metadata.get("tags", []))
        name = _MARKS.sub(r"\\\1", " ".join(names[language].split()))
        cell.source = _TITLE.sub(lambda _, name=name: f"# {name}", cell.source, count=1)  # type: ignore[misc]
    notebook.metadata.update(theme=theme.id, names=names)
    return notebook
