"""What `check` says: a row of its table before it is one; the words stand in the catalogue."""

from __future__ import annotations

from typing import Any

from analysis.prose import render

# finding, line, heading id, text, what is wrong in English and in Chinese, severity
Observation = tuple[str, int, str, str, str, str, str]


def problem(finding: str, line: int, id_: str, text: str, key: str, **values: Any) -> Observation:
    """A problem, which makes figures suspect; `key` names the sentence that says it."""
    return finding, line, id_, text, render("en", key, values), render("zh", key, values), "problem"


def note(finding: str, line: int, text: str, key: str, **values: Any) -> Observation:
    """A note, which says what was done; `key` names the sentence that says it."""
    return finding, line, "", text, render("en", key, values), render("zh", key, values), "note"
