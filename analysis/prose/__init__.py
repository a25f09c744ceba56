"""
Sentences from a catalogue: one file per language, with the same keys and fields, and no arithmetic.

An entry is a template (``str.format``), or a table of a ``text`` and of how some of its fields read:

- ``field = "{0} ({1})"``: a list of such parts, joined as the language joins them;
- ``field = {none = "", one = "{} chapter has none.", other = "{} chapters have none."}``: by its number, with
  the plural forms of the language; ``true`` and ``false``; or one of several words. ``each`` and ``join`` say
  how the parts of a list read, and what stands between them where it is no "and".

``{n:sentence}`` counts something that ``[words]`` names, ``{text!q}`` is quoted, and whole numbers have their
thousands parted unless asked for as ``{line:d}``. What a language leaves out it lists as ``unsaid``.
``[values]`` says what the codes in a table's columns are called; a field with ``codes = "reason"`` reads as
they do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from babel import Locale

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")

_LOCALES = {"en": "en_GB", "zh": "zh_Hans"}
_WORDS, _VALUES = "words", "values"  # entries that are no sentences
_SETTINGS = ("each", "join")  # of a field; everything else in its table is a case


class Case(str):
    """A word of ours, not of a document: it chooses the case of its name, else ``other``."""

    __slots__ = ()


class Bilingual(NamedTuple):
    """A value that is a text in each language: a sentence shows its own, unless it asks for ``{name.zh}``."""

    en: str
    zh: str


def render(language: Language, key: str, values: Mapping[str, Any]) -> str:
    """
    The sentence of a key with its values.

    Examples
    --------
    >>> said = render("en", "years_ahead", {"years": (("2025", 1),), "beside": (), "due": 0, "promised": 0})
    >>> said.partition(". ")[0].partition(", by ")[2]
    'sentences: 2025 (1)'
    """
    wanted = fields(language, key)
    for problem, names in (("lacks", wanted - values.keys()), ("has no place for", values.keys() - wanted)):
        if names:
            raise ValueError(f"{key} ({language}) {problem} {', '.join(sorted(names))}")
    return _Sentence(language, key, values).said()


def keys(language: Language) -> frozenset[str]:
    """What can be said."""
    return frozenset(catalogue(language)) - {_WORDS, _VALUES}


def fields(language: Language, key: str) -> frozenset[str]:
    """The values that a sentence takes, with those that the language leaves unsaid."""
    parts = entry(language, key)
    named = {name for template in templates(parts) for name in _names(template)}
    return frozenset(named.union(parts.get("unsaid", ())))


def called(language: Language, column: str, code: object) -> str:
    """
    What people call a code that stands in a column; the code itself where it has no name.

    Examples
    --------
    >>> called("zh", "verdict", "stable"), called("en", "survives", "no"), called("zh", "term", "民生")
    ('● 稳定', 'no', '民生')
    """
    names = catalogue(language).get(_VALUES, {})
    truth = str(code) in ("True", "False")  # Python's or NumPy's
    known = names.get(column, names.get("bool", {}) if truth else {})
    return str(known.get(str(code).lower() if truth else str(code), code))


def entry(language: Language, key: str) -> Mapping[str, Any]:
    """What the catalogue holds for a key, as a table."""
    if key not in keys(language):
        raise ValueError(f"no sentence is called {key} ({language})")
    found = catalogue(language)[key]
    return {"text": found} if isinstance(found, str) else found


@cache
def catalogue(language: Language) -> Mapping[str, Any]:
    """All sentences of a language, as they stand in its file."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def _locale(language: Language) -> Locale:
    """The plural forms and lists of a language, read when first asked for."""
    from babel import Locale

    return Locale.parse(_LOCALES[language])


def templates(parts: Mapping[str, Any]) -> Iterator[str]:
    """The templates in a table of the catalogue."""
    for name, part in parts.items():
        if isinstance(part, str) and name != "join":
            yield part
        elif isinstance(part, Mapping):
            yield from templates(part)


def _names(template: str) -> Iterator[str]:
    """Names in a template; ``{}`` and ``{0}`` are parts of a value and have none."""
    for _, field, spec, _ in Formatter().parse(template):
        name = (field or "").partition(".")[0]
        if name and not name.isdigit():
            yield name
        if spec:
            yield from _names(spec)


def quoted(text: str) -> str:
    """
    Text in Chinese quotes; quotes inside become single ones.

    Examples
    --------
    >>> quoted("“十四五”时期")
    '“‘十四五’时期”'
    """
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


class _Sentence(Formatter):
    """One sentence while it is put together."""

    def __init__(self, language: Language, key: str, values: Mapping[str, Any]) -> None:
        self.language, self.key, self.values = language, key, values
        self.parts = entry(language, key)
        self.words = catalogue(language).get(_WORDS, {})

    def said(self) -> str:
        return self._filled(self.parts["text"])

    def _filled(self, template: str, *arguments: Any) -> str:
        return self.vformat(template, arguments, self.values)

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if field_name in self.parts:
            return self._by_case(self.parts[field_name], self.values[field_name]), field_name
        return super().get_field(field_name, args, kwargs)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        return quoted(value) if conversion == "q" else super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in self.words:
            return self._by_case(self.words[format_spec], value)
        if isinstance(value, Bilingual):
            return str(getattr(value, self.language))
        if isinstance(value, tuple):
            return self._joined(value, {})
        if isinstance(value, int) and not format_spec:
            return f"{value:,}"
        return format(value, format_spec)

    def _by_case(self, part: str | Mapping[str, str], value: Any) -> str:
        """How a value reads: its parts joined, then the first case that fits it."""
        cases = {"each": part} if isinstance(part, str) else part
        if "codes" in cases:
            return called(self.language, cases["codes"], value)
        many = isinstance(value, tuple) and not isinstance(value, Bilingual)
        shown = self._joined(value, cases) if many else value
        for case in self._cases(value, cases):
            if case in cases and case not in _SETTINGS:
                return self._filled(cases[case], shown)
        if many:
            return str(shown)
        raise ValueError(
            f"{self.key} ({self.language}) has no words for {value!r}; it has: {', '.join(cases)}"
        )

    def _cases(self, value: Any, cases: Mapping[str, str]) -> Iterator[str]:
        """
        Names of the cases that a value is, the narrowest first; text of a document is never one by itself.
        """
        if isinstance(value, bool):
            yield str(value).lower()
            return
        if not value:
            yield "none"
        if isinstance(value, str | Bilingual):
            if isinstance(value, Case) or "other" not in cases:
                yield str(value)
            yield "other"
            return
        number = len(value) if isinstance(value, tuple) else value
        yield from (_locale(self.language).plural_form(number), "other")

    def _joined(self, items: Sequence[Any], settings: Mapping[str, str]) -> str:
        each = settings.get("each", "{}")
        said = [self._filled(each, *(item if type(item) is tuple else (item,))) for item in items]
        if "join" in settings:
            return settings["join"].join(said)
        from babel.lists import format_list

        return format_list(said, locale=_locale(self.language))
