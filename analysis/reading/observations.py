"""What `check` says: a row of its table before it is one."""

from __future__ import annotations

# finding, line, heading id, text, what is wrong in English and in Chinese, severity
Observation = tuple[str, int, str, str, str, str, str]


def problem(finding: str, line: int, id_: str, text: str, en: str, zh: str) -> Observation:
    """A problem, which makes figures suspect."""
    return finding, line, id_, text, en, zh, "problem"


def note(finding: str, line: int, text: str, en: str, zh: str) -> Observation:
    """A note, which says what was done."""
    return finding, line, "", text, en, zh, "note"
