"""The values of a theme file, each checked: keys, texts, rules and weights."""

from __future__ import annotations

import reprlib
from typing import Any

from analysis.judgements.theme_rules import Rule
from analysis.tables import InputProblem, shown
from analysis.words.entries import holds_word, meant, unmatchable


def check_texts(where: str, table: Any, *keys: str) -> None:
    """Refuse a table whose `keys` are not all texts."""
    for key in keys:
        if not isinstance(table[key], str) or not table[key].strip():
            raise InputProblem(f"{where}: {key} must be a text; found: {reprlib.repr(table[key])}")


def check_keys(where: str, table: Any, needed: set[str], allowed: set[str]) -> None:
    """Refuse a table that lacks one of `needed`, or has a key that is neither needed nor allowed."""
    if not isinstance(table, dict):
        raise InputProblem(f"{where}: must be a table with {', '.join(sorted(needed))}")
    if missing := needed - table.keys():
        raise InputProblem(f"{where}: lacks {', '.join(sorted(missing))}")
    if unknown := table.keys() - needed - allowed:
        raise InputProblem(
            f"{where}: unknown key {shown(', '.join(sorted(unknown)))}; known: "
            f"{', '.join(sorted(needed | allowed))}"
        )


def texts_of(where: str, value: Any) -> tuple[str, ...]:
    """Expressions as they are meant; refused where one could never match."""
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise InputProblem(f"{where}: expressions must be a list of texts; found: {reprlib.repr(value)}")
    value = [meant(text) for text in value]
    for text in value:
        problem = unmatchable(text) or ("" if holds_word(text) else f"{text} holds no word; write one.")
        if problem:
            raise InputProblem(f"{where}: {problem}")
    return tuple(value)


def rules_of(where: str, value: Any) -> tuple[Rule, ...]:
    """The rules of a theme, each checked."""
    if not isinstance(value, list):
        raise InputProblem(f"{where}: rules must be a list of tables; found: {reprlib.repr(value)}")
    found = []
    for rule in value:
        check_keys(f"{where}, a rule", rule, {"all"}, {"near", "none"})
        near = rule.get("near", 0)
        if not isinstance(near, int) or isinstance(near, bool) or near < 0:
            raise InputProblem(
                f"{where}: near must be a whole number of characters; {reprlib.repr(near)} came"
            )
        every = texts_of(where, rule["all"])
        if not every:
            raise InputProblem(f"{where}: all of a rule holds no expression; add one or remove the rule.")
        found.append(Rule(every, near, texts_of(where, rule.get("none", []))))
    return tuple(found)


def weights_of(where: str, table: dict[str, Any]) -> tuple[tuple[tuple[str, float], ...], float]:
    """Weights of a learned theme of one's own, and its bias."""
    weights, bias = table.get("weights", {}), table.get("bias", 0.0)
    numbers = [bias, *(weights.values() if isinstance(weights, dict) else ["no table"])]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in numbers):
        raise InputProblem(f"{where}: weights must be a table of numbers by expression, bias a number")
    return tuple((text, float(weight)) for text, weight in weights.items()), float(bias)
