"""
The definitions of themes: groups of expressions with their conditions, read from a TOML file and checked.

The format is told at the head of ``corpus/themes.toml``. What cannot work is refused with file and line:
unknown keys, empty groups, an expression in two places of a theme, a condition or an exclusion that can
never apply.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from analysis.resources import folder
from analysis.tables import InputProblem

NAMES = "names"  # the table of proper names; no theme can be called so

_ID = re.compile(r"[a-z][a-z0-9_]*")
_LISTS = ("expressions", "weak", "names")
_UNMATCHABLE = re.compile(r"[\s。！？；，：!?;,:]")  # edges of clauses, at which no expression crosses


@dataclass(frozen=True, slots=True)
class Condition:
    """`expressions` that count only where one of `words` stands in the same paragraph or a heading above."""

    expressions: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """
    A sub-theme and its expressions; `names` are proper names, of `weak` ones it takes three in a clause.

    A group that `gathers` takes what a sentence about it merely enumerates: 就医、就餐、健身 in a life circle.
    """

    id: str
    name: str
    name_en: str
    expressions: tuple[str, ...]
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    only_with: tuple[Condition, ...] = ()
    gathers: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        """Every expression of the group in the order of the file, names after the others."""
        return (*self.expressions, *self.names, *self.weak)


@dataclass(frozen=True, slots=True)
class Theme:
    """
    A theme: id, names, definition, and its groups of expressions.

    `not_within`: longer wordings inside which none of the theme's own counts (虹桥文化之秋 is no hub).
    `unless`: a clause with one of these words does not speak of the theme. `only_in`: the theme is looked
    for only in documents that hold one of these. A `frame` (goals, principles) is a kind of text more than a
    subject: its headings weigh little in finding what a paragraph is about.
    """

    id: str
    name: str
    name_en: str
    definition: str
    groups: tuple[Group, ...]
    not_within: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    frame: bool = False
    expressions: dict[str, Group] = field(init=False, repr=False, compare=False)
    weak: frozenset[str] = field(init=False, repr=False, compare=False)
    companions: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Set the group of each expression, the weak ones, and the words that an expression needs beside it."""
        found = {text: group for group in self.groups for text in group.all}
        needed = {
            text: condition.words
            for group in self.groups
            for condition in group.only_with
            for text in condition.expressions
        }
        object.__setattr__(self, "expressions", found)
        object.__setattr__(self, "weak", frozenset(text for group in self.groups for text in group.weak))
        object.__setattr__(self, "companions", needed)


def load_themes(path: str | Path | None = None, *, title: str = "", names: bool = True) -> tuple[Theme, ...]:
    """
    Themes from a TOML file; without `path`, the fourteen in ``corpus/themes.toml``.

    Parameters
    ----------
    path
        A theme file in UTF-8.
    title
        Title of the document that will be read: parts of the proper names that are meant for certain documents
        join only when the title holds one of their ``titles``.
    names
        False leaves all proper names out.

    Raises
    ------
    InputProblem
        With file and line, when the file is no TOML, a key is unknown or missing, a group is empty, an
        expression stands twice in one theme, or an exclusion or condition can never apply.

    Examples
    --------
    >>> [theme.id for theme in load_themes()][:5]
    ['overall_goals', 'party', 'hongqiao_hub', 'yangtze_delta', 'digitalization']
    """
    path = Path(path) if path is not None else folder("corpus") / "themes.toml"
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        raise InputProblem(f"{path}: cannot be read ({error.strerror}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputProblem(f"{path}: not a theme file in TOML and UTF-8: {error}") from None
    source = _Source(path.name, text)
    parts = tables.pop(NAMES, {})
    if not tables:
        raise InputProblem(f"{path}: no theme in this file; add one as a table, such as [livelihood].")
    themes = {id_: _theme(source, id_, table) for id_, table in tables.items()}
    for part, theme_id, group_id, written in _names(source, parts, title, names):
        themes[theme_id] = _named(source, part, themes.get(theme_id), group_id, written)
    return tuple(themes.values())


@dataclass(frozen=True, slots=True)
class _Source:
    """A theme file, so that problems can be told with their line."""

    name: str
    text: str

    def problem(self, header: str, message: str, needle: str = "") -> InputProblem:
        """A problem below `header`, at the line of `needle` if it stands there."""
        lines = self.text.splitlines()
        top = next((n for n, line in enumerate(lines) if line.strip().startswith(f"[{header}")), 0)
        below = range(top, len(lines))
        line = next((n for n in below if needle and needle in lines[n]), top)
        return InputProblem(f"{self.name}, line {line + 1}: {message}")

    def keys(self, header: str, table: Any, needed: set[str], allowed: Collection[str]) -> None:
        """Refuse what is no table, lacks a key or has an unknown one."""
        if not isinstance(table, dict):
            message = f"{header} must be a table with {', '.join(sorted(needed))}"
            raise self.problem(header, message, header)
        if missing := needed - table.keys():
            raise self.problem(header, f"[{header}] lacks {', '.join(sorted(missing))}")
        if unknown := sorted(table.keys() - needed - set(allowed)):
            hint = " (excludes is called not_within now)" if "excludes" in unknown else ""
            known = ", ".join(sorted(needed | set(allowed)))
            raise self.problem(
                header,
                f"[{header}] has an unknown key {', '.join(unknown)}{hint}; known: {known}",
                unknown[0],
            )

    def flag(self, header: str, table: dict[str, Any], key: str) -> bool:
        """True or false, by default false."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self.problem(header, f"[{header}] {key} is true or false, not {value!r}", key)
        return value

    def texts(self, header: str, key: str, value: Any) -> tuple[str, ...]:
        """A list of texts that can match."""
        if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
            raise self.problem(header, f"[{header}] {key} must be a list of texts; found: {value!r}", key)
        for text in value:
            if _UNMATCHABLE.search(text):
                message = f"[{header}] {text!r} can never match: spaces and the marks that end a clause"
                raise self.problem(header, f"{message} stand in no expression.", text)
        return tuple(value)


def _theme(source: _Source, id_: str, table: Any) -> Theme:
    source.keys(
        id_, table, {"name", "name_en", "definition", "groups"}, ("not_within", "unless", "only_in", "frame")
    )
    if not _ID.fullmatch(id_):
        raise source.problem(id_, f"[{id_}] an id is small Latin letters, digits and _")
    if not isinstance(table["groups"], dict) or not table["groups"]:
        message = f"[{id_}] groups must be tables, at least one, such as [{id_}.groups.general]"
        raise source.problem(id_, message)
    groups = tuple(_group(source, f"{id_}.groups.{name}", name, one) for name, one in table["groups"].items())
    _once(source, id_, groups)
    listed = {key: source.texts(id_, key, table.get(key, [])) for key in ("not_within", "unless", "only_in")}
    frame = source.flag(id_, table, "frame")
    names = (str(table["name"]), str(table["name_en"]), str(table["definition"]))
    theme = Theme(id_, *names, groups, listed["not_within"], listed["unless"], listed["only_in"], frame=frame)
    _applies(source, theme)
    return theme


def _once(source: _Source, id_: str, groups: Sequence[Group]) -> None:
    """Refuse an expression in two places of one theme."""
    seen: dict[str, str] = {}
    for group in groups:
        for text in group.all:
            if text in seen:
                where = seen[text] if seen[text] != group.id else f"{group.id}, twice"
                message = f"theme {id_}: {text!r} stands in group {where} and in {group.id}; keep one."
                raise source.problem(f"{id_}.groups.{group.id}", message, f'"{text}"')
            seen[text] = group.id


def _applies(source: _Source, theme: Theme) -> None:
    """Refuse exclusions that can never matter, and those that leave nothing of an expression."""
    for text in theme.not_within:
        inside = [expression for expression in theme.expressions if expression in text]
        if text in theme.expressions:
            message = f"theme {theme.id}: {text!r} is an expression and excluded (not_within); keep one."
            raise source.problem(theme.id, message, f'"{text}"')
        if not inside:
            message = f"theme {theme.id}: not_within {text!r} holds none of the theme's expressions"
            raise source.problem(theme.id, f"{message} and excludes nothing; remove it.", f'"{text}"')
    for text in theme.unless:
        if caught := [expression for expression in theme.expressions if text in expression]:
            message = (
                f"theme {theme.id}: unless {text!r} excludes its own expression {caught[0]!r}; keep one."
            )
            raise source.problem(theme.id, message, f'"{text}"')


def _group(source: _Source, header: str, id_: str, table: Any) -> Group:
    source.keys(header, table, {"name", "name_en", "expressions"}, ("names", "weak", "only_with", "gathers"))
    lists = {key: source.texts(header, key, table.get(key, [])) for key in _LISTS}
    if not lists["expressions"]:
        raise source.problem(header, f"[{header}] has no expression; add one or remove the group.")
    conditions = table.get("only_with", [])
    if not isinstance(conditions, list):
        message = f"[{header}] only_with must be a list of {{ expressions = […], words = […] }}"
        raise source.problem(header, message, "only_with")
    read = tuple(
        _condition(source, header, one, {text for key in _LISTS for text in lists[key]}) for one in conditions
    )
    gathers = source.flag(header, table, "gathers")
    return Group(id_, str(table["name"]), str(table["name_en"]), **lists, only_with=read, gathers=gathers)


def _condition(source: _Source, header: str, table: Any, known: Collection[str]) -> Condition:
    source.keys(header, table, {"expressions", "words"}, ())
    both = [source.texts(header, key, table[key]) for key in ("expressions", "words")]
    if unknown := [text for text in both[0] if text not in known]:
        message = f"[{header}] only_with names {unknown[0]!r}, which is no expression of the group"
        raise source.problem(header, message, f'"{unknown[0]}"')
    if not all(both):
        raise source.problem(header, f"[{header}] only_with has an empty list", "only_with")
    return Condition(*both)


Named = tuple[str, str, str, tuple[str, ...]]


def _names(source: _Source, parts: Any, title: str, wanted: bool) -> Iterator[Named]:
    """Part, theme, group and names of every part that this document takes; all parts are checked."""
    source.keys(NAMES, parts, set(), parts if isinstance(parts, dict) else ())
    for part, table in parts.items():
        header = f"{NAMES}.{part}"
        source.keys(header, table, set(), table if isinstance(table, dict) else ())
        titles = source.texts(header, "titles", table.get("titles", []))
        takes = wanted and (not titles or any(one in title for one in titles))
        for theme_id, groups in table.items():
            if theme_id == "titles":
                continue
            source.keys(header, groups, set(), groups if isinstance(groups, dict) else ())
            for group_id, value in groups.items():
                written = source.texts(header, f"{theme_id}.{group_id}", value)
                yield part, theme_id, group_id, written if takes else ()


def _named(source: _Source, part: str, theme: Theme | None, group_id: str, written: tuple[str, ...]) -> Theme:
    """The theme with names added to one of its groups; a name takes the place of the same expression elsewhere."""
    header = f"{NAMES}.{part}"
    if theme is None or group_id not in {group.id for group in theme.groups}:
        raise source.problem(header, f"[{header}] names a theme or group that is not in this file", group_id)
    groups = [_without(group, written) for group in theme.groups]
    at = [group.id for group in groups].index(group_id)
    groups[at] = replace(groups[at], names=(*groups[at].names, *written))
    return replace(theme, groups=tuple(groups))


def _without(group: Group, written: Collection[str]) -> Group:
    """A group without those expressions: as a name they need no companion and are not weak."""

    def kept(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if text not in written)

    conditions = (Condition(kept(one.expressions), one.words) for one in group.only_with)
    return replace(
        group,
        expressions=kept(group.expressions),
        names=kept(group.names),
        weak=kept(group.weak),
        only_with=tuple(one for one in conditions if one.expressions),
    )


def choose(themes: Sequence[Theme], theme_id: str) -> Theme:
    """
    The theme of that id.

    Raises
    ------
    InputProblem
        Names the ids that there are.

    Examples
    --------
    >>> choose(load_themes(), "livelihood").name
    '民生'
    """
    for theme in themes:
        if theme.id == theme_id:
            return theme
    raise InputProblem(f"no theme {theme_id!r}; there are: {', '.join(theme.id for theme in themes)}")
