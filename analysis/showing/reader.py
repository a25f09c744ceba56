"""
What makes a notebook read well in JupyterLab: one language at a time, and numbers that show their sentences.

A notebook carries it in the output of the cell that opens its study: the document's sentences, a style sheet
and a script, all of class ``lab``, of which a report takes none.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from analysis import prose
from analysis.prose import LANGUAGES
from analysis.reading import reach
from analysis.showing.html import rendered
from analysis.translations import translation

if TYPE_CHECKING:
    from analysis.study import Study

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of a study's document; where a sentence has a working translation, it stands below."""

    study: Study

    def data(self) -> dict[str, Any]:
        """
        What the script knows of the document.

        ``sentences`` are [id, chapter, text, translation], the last empty where there is none; ``chapters``
        are headings, the first of them empty: of what stands outside; ``below`` says of headings whose ids
        no sentence has from which to before which sentence their text goes.
        """
        document, outline = self.study.document, self.study.outline
        chapters = [document.text[part.start : part.end].strip() for part in document.chapters]
        return {
            "title": document.title or document.source,
            "chapters": ["", *chapters],
            "headings": dict(zip(outline["heading_id"], outline["title"], strict=True)),
            "sentences": self._sentences(),
            "below": self._below(),
            "words": {language: _words(language) for language in LANGUAGES},
            "style": _template("lab.css"),
        }

    def _sentences(self) -> list[list[Any]]:
        table = self.study.sentences
        rows = zip(table["sentence_id"], table["chapter"], table["text"], strict=True)
        return [[id_, int(at), text, translation(text)] for id_, at, text in rows]

    def _below(self) -> dict[str, list[int]]:
        starts = self.study.sentences["start"].to_numpy()
        return {
            part.id: starts.searchsorted([part.end, end]).tolist()
            for part, end in reach(self.study.document)
            if part.kind not in ("chapter", "article")
        }

    def _repr_html_(self) -> str:
        return rendered("reader", data=as_json(self.data()), script=Markup(_template("lab.js")))


def as_json(value: Any) -> Markup:
    """
    A value as JSON that may stand in a ``script`` element, whatever is in it.

    Examples
    --------
    >>> as_json(["</script>"])
    Markup('["\\\\u003c/script>"]')
    """
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def _words(language: prose.Language) -> dict[str, str]:
    """What the script says, which the catalogue calls."""
    values = prose.catalogue(language)["values"]
    return {**values["find"], **values["lab"]}


@cache
def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
