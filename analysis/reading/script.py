"""Traditional script made simplified on request, by OpenCC: character for character, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from analysis.tables import InputProblem

if TYPE_CHECKING:
    from opencc import OpenCC

Script = Literal["kept", "simplified"]
SCRIPTS: tuple[Script, ...] = ("kept", "simplified")

_LINE = re.compile(r"[^\n]*\n?")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def checked(script: str) -> Script:
    """
    A name of a script, when it is one.

    Raises
    ------
    InputProblem
        When it is none, or the library that converts is not installed.
    """
    found = next((one for one in SCRIPTS if one == script), None)
    if found is None:
        raise InputProblem(f"script must be one of {', '.join(SCRIPTS)}; {script!r} came.")
    if found == "simplified":
        _converter()
    return found


def simplified(text: str) -> str:
    """
    A text in simplified characters, as long as the text; words stay (數位 becomes 数位, not 数字).

    Characters are judged within the words that OpenCC knows: 乾淨 becomes 干净, 乾隆 stays.

    Raises
    ------
    InputProblem
        When OpenCC is not installed.
    """
    return _as_long(_LONE_SURROGATE.sub("\ufffd", text))


def _as_long(text: str) -> str:
    """What OpenCC makes of a text; of a line that would grow or shrink, of its characters one by one."""
    convert = _converter().convert
    made: str = convert(text)
    if len(made) == len(text):
        return made
    lines = _LINE.findall(text)
    return "".join(_line(line, convert(line)) for line in lines)


def _line(line: str, made: str) -> str:
    if len(made) == len(line):
        return made
    characters = ((own, _converter().convert(own)) for own in line)
    return "".join(one if len(one) == 1 else own for own, one in characters)


@cache
def _converter() -> OpenCC:
    try:
        from opencc import OpenCC
    except ImportError:
        raise InputProblem(
            "making traditional script simplified needs opencc, which is not installed. Install it:"
            " python -m pip install opencc (the extra [script] of this project)."
        ) from None
    return OpenCC("t2s")
