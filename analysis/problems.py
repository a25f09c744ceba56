"""
What may go wrong with what a person brought, and how it is told: one line, in which nothing can do harm.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


class InputProblem(ValueError):
    """Something a person brought cannot be used; the message says what came, what is right, what to do."""


class Refusal(InputProblem):
    """A method that the text cannot carry; the message says what it needs, what came, what to do instead."""


def at_least(least: int, **values: int | None) -> None:
    """
    Check options that are numbers; None is an option not given.

    Raises
    ------
    InputProblem
        Names the option that is smaller than `least`.

    Examples
    --------
    >>> at_least(1, window=5, minimum=None)
    """
    for name, value in values.items():
        if value is not None and value < least:
            raise InputProblem(f"{name} must be {least} or more; {value} came.")


def harmless(text: str) -> str:
    """
    A message as one line that a terminal only shows: control, direction and undecodable characters escaped.

    File names, keys and cells come from strangers; a line end in one would forge a second message, an escape
    sequence would be obeyed, a change of direction would turn the rest around.

    Examples
    --------
    >>> harmless("规划\\nerror: all is lost\\x1b[2J.txt")
    '规划\\\\nerror: all is lost\\\\x1b[2J.txt'
    """
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character


def shown(text: str, *, most: int = 80) -> str:
    """
    What a person wrote, fit for one line of a message: harmless, and the end of a long text left off.

    Examples
    --------
    >>> shown("a\\x1b[31m\\nb"), shown("甲" * 100, most=3)
    ('a\\\\x1b[31m\\\\nb', '甲甲甲…')
    """
    return harmless(text if len(text) <= most else f"{text[:most]}…")


def either(choices: Sequence[str]) -> str:
    """
    What may be chosen, in words.

    Examples
    --------
    >>> either(["word", "term"]), either(["word"])
    ('word or term', 'word')
    """
    *others, last = choices
    return f"{', '.join(others)} or {last}" if others else last
