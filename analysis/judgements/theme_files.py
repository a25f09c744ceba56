"""Themes as their file writes them: groups of expressions, read and checked."""

from __future__ import annotations

import logging
import re
import reprlib
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analysis.judgements.theme_entries import check_keys, check_texts, rules_of, texts_of, weights_of
from analysis.judgements.theme_rules import Rule
from analysis.resources import folder
from analysis.tables import (
    SEPARATOR,
    InputProblem,
    shown,
)
from analysis.words.lexicon_tables import text_of

log = logging.getLogger(__name__)


_MORE = {
    "name_en",
    "definition",
    "word",
    "groups",
    "expressions",
    "weak",
    "excludes",
    "places",
    "home",
    "names_of",
    "shown",
    "unless",
    "rules",
    "weights",
    "bias",
}
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-theme and its expressions; `names` are proper names, `weak` ones count only three together."""

    id: str
    name: str
    name_en: str
    expressions: tuple[str, ...]
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every expression of the group in the order of the file."""
        return (*self.expressions, *self.names, *self.weak)


@dataclass(frozen=True, slots=True)
class Theme:
    """
    A theme: id, names, definition, and its groups of expressions.

    One that is `shown` has a lane, a colour and its badge without being asked for; one that is `learned` is
    found by weights (``theme_weights``), every other by its expressions and `rules`; a sentence with one of
    `unless` does not have it. A theme of your own that was learned (``theme_own``) carries its `weights`.

    `excludes` are longer expressions inside which none of the theme's own counts (虹桥文化之秋 is no hub). A
    theme with `places` is looked for only in documents of one of them, and its groups' `names` only in those
    of `names_of`. Its `word` is what people look for who have the theme in mind: its name, unless said. In a
    document that is not of its `home` it is `near_word`: a list made for one place (航运, 枢纽) counts there
    only in sentences that have the word, or stand under a heading that does.
    """

    id: str
    name: str
    name_en: str
    definition: str
    groups: tuple[Group, ...]
    excludes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names_of: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    shown: bool = True
    learned: bool = False
    unless: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    weights: tuple[tuple[str, float], ...] = ()
    bias: float = 0.0
    word: str = ""
    near_word: bool = False

    @property
    def expressions(self) -> dict[str, Group]:
        """Group by expression, names and weak ones included."""
        return {text: group for group in self.groups for text in group.all}

    @property
    def weak(self) -> frozenset[str]:
        """The expressions that stand as often for something else."""
        return frozenset(text for group in self.groups for text in group.weak)


def load_themes(path: str | Path | None = None) -> tuple[Theme, ...]:
    """
    Themes from a TOML file; without `path`, those in ``corpus/themes.toml``, three of them shown.

    Only a name and expressions are needed: ``[mine]``, ``name = "…"``, ``expressions = ["…"]``; in groups
    (``[mine.groups.part]``) they make sub-themes. With ``extends = true`` above its tables a file adds to the
    themes that come with the software, and replaces those whose id it has; without, it stands for all.

    Raises
    ------
    InputProblem
        When the file is missing or no TOML (with line), a key is unknown or missing, a group is empty, an
        expression stands twice in one theme or in its excludes, or could never match.

    Examples
    --------
    >>> {"digitalization", "hongqiao_hub", "livelihood"} <= {theme.id for theme in load_themes()}
    True
    """
    own, path = path is not None, Path(path or folder("corpus") / "themes.toml")
    tables = _toml(path)
    if not tables:
        raise InputProblem(f"{path}: no theme in this file; add one as a table, such as [livelihood].")
    extends = tables.pop("extends", False)
    if not isinstance(extends, bool):
        raise InputProblem(
            f"{shown(path.name)}: extends must be true or false; found: {reprlib.repr(extends)}"
        )
    themes = tuple(_theme(path.name, id_, table) for id_, table in tables.items())
    if not own:
        return tuple(replace(theme, learned=not theme.places) for theme in themes)
    ours = load_themes() if extends else ()
    ids = {theme.id for theme in themes}
    return (*(theme for theme in ours if theme.id not in ids), *themes)


def _toml(path: Path) -> dict[str, Any]:
    file, text = shown(path.name), text_of(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = shown(str(error), most=200)
    except RecursionError:
        problem = "lists or tables are nested too deeply"
    except ValueError:  # beside what is no TOML: Python refuses to read a number of so many digits
        problem = "a number has thousands of digits"
    raise InputProblem(f"{file}: not a theme file in TOML: {problem}. See corpus/themes.toml for one.")


def _theme(file: str, id_: str, table: Any) -> Theme:
    where = f"{shown(file)}: theme {shown(id_)}"
    check_keys(where, table, {"name"}, _MORE)
    check_id(id_, f"{where}: ")
    table = _completed(where, table)
    if not isinstance(table["groups"], dict) or not table["groups"]:
        raise InputProblem(f"{where}: groups must be tables, at least one, such as [{id_}.groups.general]")
    groups = tuple(_group(where, name, group) for name, group in table["groups"].items())
    written = [text for group in groups for text in group.all]
    repeated = sorted({text for text in written if written.count(text) > 1})
    if repeated:
        log.warning("%s: stands twice: %s. The first counts.", where, ", ".join(repeated))
        groups = _once(where, groups)
    check_texts(where, table, "name", "name_en", "definition", "word")
    excludes = texts_of(where, table.get("excludes", []))
    if lost := [text for text in written if text in excludes]:
        raise InputProblem(f"{where}: stands in its own excludes and could never count: {', '.join(lost)}.")
    places, names_of, home = (texts_of(where, table.get(key, [])) for key in ("places", "names_of", "home"))
    seen = table.get("shown", True)
    if not isinstance(seen, bool):
        raise InputProblem(f"{where}: shown must be true or false; found: {reprlib.repr(seen)}")
    words = (table["name"], table["name_en"], table["definition"])
    weights, bias = weights_of(where, table)
    more = (texts_of(where, table.get("unless", [])), rules_of(where, table.get("rules", [])))
    return Theme(
        id_,
        *words,
        groups,
        excludes,
        places,
        names_of,
        home,
        seen,
        bool(weights),
        *more,
        weights,
        bias,
        table["word"],
    )


def _completed(where: str, table: dict[str, Any]) -> dict[str, Any]:
    """The table with what may be left out: expressions without groups are one group of the theme's name."""
    named: dict[str, Any] = dict.fromkeys(("name_en", "definition", "word"), table["name"])
    table = named | table
    if "groups" not in table:
        lists: dict[str, Any] = {key: table[key] for key in ("expressions", "weak") if key in table}
        if "expressions" not in lists and "rules" not in table:
            raise InputProblem(f"{where}: lacks expressions, or groups of them")
        group = {"name": table["name"], "name_en": table["name_en"], **lists}
        if "expressions" not in lists:  # a rule's own expressions are then what is counted and shown
            rules = rules_of(where, table["rules"])
            group["expressions"] = list(dict.fromkeys(text for rule in rules for text in rule.all))
        return {**table, "groups": {"general": group}}
    if both := {"expressions", "weak"} & table.keys():
        raise InputProblem(f"{where}: has groups and {', '.join(sorted(both))}; move these into a group")
    return table


def _once(where: str, groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups with each expression where it stands first."""
    seen: set[str] = set()
    kept = []
    for group in groups:
        lists: dict[str, Any] = {}
        for key in ("expressions", "names", "weak"):
            texts: tuple[str, ...] = getattr(group, key)
            lists[key] = tuple(text for text in dict.fromkeys(texts) if text not in seen)
            seen.update(texts)
        if not lists["expressions"]:
            raise InputProblem(
                f"{where}, group {group.id}: its expressions stand in other groups. Remove one."
            )
        kept.append(replace(group, **lists))
    return tuple(kept)


def _group(where: str, id_: str, table: Any) -> Group:
    where = f"{where}, group {shown(id_)}"
    check_keys(where, table, {"name", "name_en", "expressions"}, {"names", "weak"})
    lists = {key: texts_of(where, table.get(key, [])) for key in ("expressions", "names", "weak")}
    if not lists["expressions"]:
        raise InputProblem(f"{where}: has no expression; add one or remove the group.")
    if not id_.strip() or not id_.isprintable() or SEPARATOR.strip() in id_:
        raise InputProblem(f"{where}: an id of a group is a plain word without {SEPARATOR.strip()}")
    check_texts(where, table, "name", "name_en")
    return Group(id_, table["name"], table["name_en"], **lists)


def at_place(themes: Sequence[Theme], here: Callable[[Sequence[str]], bool]) -> tuple[Theme, ...]:
    """
    The themes as a document is searched for them: those of a place, and proper names of one, only there; one
    that has a home, in other documents only near its word.

    Examples
    --------
    >>> [theme.id for theme in at_place(load_themes(), lambda names: False)][:4]
    ['digitalization', 'livelihood', 'overall_goals', 'macro_economy']
    """
    return tuple(
        replace(
            theme,
            groups=theme.groups if not theme.names_of or here(theme.names_of) else _nameless(theme.groups),
            near_word=bool(theme.home) and not here(theme.home),
        )
        for theme in themes
        if not theme.places or here(theme.places)
    )


def _nameless(groups: Sequence[Group]) -> tuple[Group, ...]:
    return tuple(replace(group, names=()) for group in groups)


def check_id(id_: str, where: str = "") -> None:
    """Refuse what is no id of a theme."""
    if not _ID.fullmatch(id_):
        raise InputProblem(f"{where}an id is small Latin letters, digits and _")


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
    raise InputProblem(
        f"no theme {theme_id!r}; there are: {', '.join(dict.fromkeys(theme.id for theme in themes))}"
    )
