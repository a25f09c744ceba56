"""The arguments of every command: those of a table follow from the register."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NoReturn

from analysis.problems import shown
from analysis.reference import flag
from analysis.tables import Option, Table

DESCRIPTION = "The command line: python -m analysis COMMAND [FILE…] [options]. Without FILE, the proposal."
_LONGEST = 1000  # characters of a message
OTHERS = {
    "report": "all notebooks executed and rendered as an offline HTML report, of several documents one each",
    "learn": "a theme of your own from sentences that you have coded (also: themes learn)",
    "tables": "the reference of all tables, as Markdown",
}


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, and lets nothing that came do harm in a terminal."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {shown(message, most=_LONGEST)} (see {self.prog} --help)\n")


class _Command(_Parser):
    """A command's parser, made when something is first asked of it: a run needs one of all."""

    def __init__(self, **given: Any) -> None:
        self._given = given

    def fill_with(self, arguments: Callable[[argparse.ArgumentParser], None]) -> None:
        """Say what adds the command's arguments."""
        self._arguments = arguments

    def __getattr__(self, name: str) -> Any:
        """What every parser has and this one does not have yet."""
        if (given := self.__dict__.pop("_given", None)) is None:
            raise AttributeError(name)
        super().__init__(**given)
        self.add_argument("--debug", action="store_true", help="show where an unexpected error came from")
        self._arguments(self)
        return getattr(self, name)


def parser(tables: Iterable[Table]) -> argparse.ArgumentParser:
    """The arguments of every command; a command for each of `tables`."""
    main = _Parser(prog="python -m analysis", description=DESCRIPTION)
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Command)
    for table in tables:
        _command(commands, table.command, table.help, partial(_add_table, table=table))
    _command(commands, "report", OTHERS["report"], _add_report)
    _command(commands, "learn", OTHERS["learn"], _add_learn)
    _command(commands, "tables", OTHERS["tables"], lambda _: None)
    return main


def named(words: Sequence[str] | None) -> list[str]:
    """
    The words of a command line, those of a command in two words put to one.

    Examples
    --------
    >>> named(["themes", "learn", "coded.csv"])
    ['learn', 'coded.csv']
    """
    given = list(sys.argv[1:] if words is None else words)
    return ["learn", *given[2:]] if given[:2] == ["themes", "learn"] else given


def _command(
    commands: argparse._SubParsersAction[_Command],
    name: str,
    text: str,
    arguments: Callable[[argparse.ArgumentParser], None],
) -> None:
    description = f"{text[0].upper()}{text[1:]}."
    commands.add_parser(name, help=text.replace("%", "%%"), description=description).fill_with(arguments)


def _add_table(command: argparse.ArgumentParser, table: Table) -> None:
    _add_inputs(command, gold=table.name == "evaluate")
    _add_output(command)
    for option in table.options:
        _add(command, option)
    if table.name == "themes" or any(option.name == "theme" for option in table.options):
        _add_themes(command)


def _add_report(command: argparse.ArgumentParser) -> None:
    _add_inputs(command, gold=False)
    _add_themes(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="folder of the report (default: report), or its file with --single-file (default: report.html)",
    )
    command.add_argument(
        "--single-file", action="store_true", help="one HTML file that holds all pages, to be sent or kept"
    )
    command.add_argument(
        "--lang", choices=("en", "zh"), help="language shown first (default: that of the reader's browser)"
    )
    command.add_argument(
        "--fresh", action="store_true", help="compute everything anew, whatever was kept of earlier runs"
    )


def _add_learn(command: argparse.ArgumentParser) -> None:
    command.add_argument("codes", metavar="CODED.csv", help="a table with the columns text and code (1 or 0)")
    command.add_argument("--id", default="mine", metavar="ID", help="the theme's id (default: mine)")
    command.add_argument("--name", default="", metavar="NAME", help="its name (default: the id)")
    command.add_argument("-o", "--output", metavar="FILE", help="theme file (default: standard output)")


def _add_inputs(command: argparse.ArgumentParser, *, gold: bool) -> None:
    files = "documents or folders of them; default: the proposal"
    if gold:
        files = "tables of sentences cut by hand; default: those in corpus/gold"
    else:
        command.add_argument(
            "--errors",
            choices=("strict", "replace"),
            default="strict",
            help="a damaged text is refused (strict) or read with its damaged places replaced and counted",
        )
        command.add_argument(
            "--script",
            choices=("kept", "simplified"),
            default="kept",
            help="traditional script is left as it is (kept) or made simplified, character for character",
        )
        command.add_argument(
            "--subfolders", action="store_true", help="read the folders in a folder too, at any depth"
        )
    command.add_argument("files", nargs="*", metavar="FILE", help=files)
    command.add_argument(
        "--lexicon",
        action="append",
        default=[],
        metavar="FILE",
        help="a table of your own words, terms or stop words, merged into the lexicon; may be given again",
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("csv", "json", "parquet"), default="csv")
    command.add_argument(
        "-o", "--output", metavar="PATH", help="file, or an existing folder for one table each"
    )


def _add_themes(command: argparse.ArgumentParser) -> None:
    command.add_argument("--themes", metavar="FILE", help="a theme file instead of corpus/themes.toml")


def _add(command: argparse.ArgumentParser, option: Option) -> None:
    name, text = f"--{flag(option)}", option.help.replace("%", "%%")
    if option.kind is bool:
        command.add_argument(name, dest=option.name, action="store_true", default=option.default, help=text)
        return
    kinds: dict[type, Any] = {int: int, float: float, tuple: _words}
    command.add_argument(
        name,
        dest=option.name,
        type=kinds.get(option.kind, str),
        choices=option.choices or None,
        default=option.default,
        required=option.required,
        metavar=option.metavar or None,
        help=text,
    )


def _words(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.replace("，", ",").split(",") if word.strip())


def given(table: Table, options: argparse.Namespace) -> dict[str, Any]:
    """The options of a table as they came."""
    return {option.name: getattr(options, option.name) for option in table.options}
