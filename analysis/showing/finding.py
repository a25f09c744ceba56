"""
What a table shows, as values: which sentence says it, with which numbers, and which sentences stand behind
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis import prose
from analysis.showing.exhibits import links
from analysis.showing.html import rendered


@dataclass(frozen=True, slots=True, init=False)
class Finding:
    """
    What a table shows: the key of its sentence and plain values, with the ids of the sentences behind it.

    The words stand in the catalogue of each language. Shown as text in a notebook; ``str()`` gives the
    English.

    Examples
    --------
    >>> found = Finding("years_ahead", ["6.1.1"], years=[("2025", 1)], beside=[], due=0, promised=0)
    >>> found.values["years"], found.zh.partition("。")[0]
    ((('2025', 1),), '向前看的句子写到的年份（已往的、作比较的和名称里的不计；句数）：2025年（1句）')
    """

    id: str
    sentence_ids: tuple[str, ...]
    items: tuple[tuple[str, Any], ...]

    def __init__(self, id: str, sentence_ids: Iterable[str] = (), /, **values: Any) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "sentence_ids", tuple(sentence_ids))
        object.__setattr__(self, "items", tuple((name, _plain(values[name])) for name in sorted(values)))

    @property
    def values(self) -> dict[str, Any]:
        """What was found, by name: numbers, texts and tuples of them."""
        return dict(self.items)

    @property
    def en(self) -> str:
        """The sentence in English."""
        return prose.render("en", self.id, self.values)

    @property
    def zh(self) -> str:
        """The sentence in Chinese."""
        return prose.render("zh", self.id, self.values)

    def __str__(self) -> str:
        return self.en

    def _repr_html_(self) -> str:
        if not self.en:  # nothing of the kind was found, and nothing has to be said of it
            return ""
        evidence = links(self.sentence_ids) if self.sentence_ids else ""
        return rendered("finding", en=self.en, zh=self.zh, evidence=evidence)


@dataclass(frozen=True, slots=True)
class Findings:
    """Several findings, shown one below the other."""

    all: tuple[Finding, ...]

    def _repr_html_(self) -> str:
        return "".join(finding._repr_html_() for finding in self.all)


def _plain(value: Any) -> Any:
    """A value without its library: a number of a table becomes one of Python, a list a tuple."""
    if isinstance(value, prose.Bilingual):
        return value
    if isinstance(value, list | tuple):
        return tuple(_plain(part) for part in value)
    return value.item() if hasattr(value, "item") else value
