"""What may go wrong with what a person brought, and how it is told: one line, in which nothing can do harm."""

from __future__ import annotations

import unicodedata


class InputProblem(ValueError):
    """Something a person brought cannot be used; the message says what came, what is right, what to do."""


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
