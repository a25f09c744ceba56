"""The command line: ``python -m analysis COMMAND [FILE…] [options]``. Without FILE, the proposal."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.tables import InputProblem

if TYPE_CHECKING:
    import pandas as pd

    from analysis.study import Study

DONE, WITH_FINDINGS, NOTHING = 0, 1, 2

Options = argparse.Namespace
Command = Callable[["Study", Options], "pd.DataFrame"]


def _sentences(study: Study, options: Options) -> pd.DataFrame:
    from analysis.reading import sentences

    return sentences(study.document, headings=options.headings)


def _tokens(study: Study, options: Options) -> pd.DataFrame:
    return study.whole_terms if options.granularity == "term" else study.tokens


def _terms(study: Study, options: Options) -> pd.DataFrame:
    return study.terms(options.by, granularity=options.granularity, stop_words=options.stop_words)


def _themes(study: Study, options: Options) -> pd.DataFrame:
    if options.theme is None:
        return study.themes
    return study.themes[study.themes["theme"] == options.theme]


def _clusters(study: Study, options: Options) -> pd.DataFrame:
    return study.clusters(options.k)


def _check(study: Study, _: Options) -> pd.DataFrame:
    return study.check


def _dropped(study: Study, _: Options) -> pd.DataFrame:
    return study.dropped


TABLE_COMMANDS: dict[str, Command] = {
    "sentences": _sentences,
    "tokens": _tokens,
    "terms": _terms,
    "themes": _themes,
    "clusters": _clusters,
    "check": _check,
    "dropped": _dropped,
}
_HELP = {
    "sentences": "every sentence with its id and place",
    "tokens": "every word, with the policy term around it",
    "terms": "how often each term stands, by document, chapter or article",
    "themes": "which sentence speaks of which theme, and by which words",
    "clusters": "paragraphs grouped by their words",
    "check": "what is wrong with the document (exit status 1 when something is)",
    "dropped": "every line that is no part of the document, with the reason",
    "report": "all notebooks executed and rendered as an offline HTML report",
}


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    main = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND")
    made = {}
    for name, text in _HELP.items():
        made[name] = command = commands.add_parser(
            name, help=text, description=f"{text[0].upper()}{text[1:]}."
        )
        command.add_argument(
            "files", nargs="*", metavar="FILE", help="documents or folders of them; default: the proposal"
        )
        command.add_argument(
            "--errors",
            choices=("strict", "replace"),
            default="strict",
            help="a damaged text is refused (strict) or read with its damaged places replaced and counted",
        )
        if name != "report":
            command.add_argument("--format", choices=("csv", "json", "parquet"), default="csv")
            command.add_argument(
                "-o", "--output", metavar="PATH", help="file, or an existing folder for one table each"
            )
    for name in ("tokens", "terms"):
        made[name].add_argument(
            "--granularity",
            choices=("word", "term"),
            default="word",
            help="count words or whole policy terms",
        )
    for name in ("themes", "report"):
        made[name].add_argument("--themes", metavar="FILE", help="a theme file instead of corpus/themes.toml")
    made["sentences"].add_argument("--headings", action="store_true", help="headings as rows too")
    made["terms"].add_argument("--by", choices=("document", "chapter", "article"), default="document")
    made["terms"].add_argument("--stop-words", action="store_true", help="list stop words too")
    made["themes"].add_argument("--theme", metavar="ID", help="this theme only")
    made["clusters"].add_argument(
        "--k", type=int, metavar="N", help="number of clusters; default: by stability"
    )
    made["report"].add_argument(
        "-o", "--output", metavar="DIR", default="report", help="folder of the report (default: report)"
    )
    return main


def documents(files: Sequence[str]) -> list[Path | None]:
    """
    The inputs named: files as they are, of a folder its documents in order; None for the proposal.

    Raises
    ------
    InputProblem
        When a folder holds no document.
    """
    from analysis.reading import SUFFIXES

    if not files:
        return [None]
    found: list[Path | None] = []
    for file in map(Path, files):
        if file.is_dir():
            inside = sorted(path for path in file.iterdir() if path.suffix.lower() in SUFFIXES)
            if not inside:
                raise InputProblem(f"{file}: no document ({', '.join(SUFFIXES)}) in this folder.")
            found += inside
        else:
            found.append(file)
    return found


def _studies(options: Options, failures: list[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Tables by document id; what cannot be read becomes a line in `failures`, never the end of the batch."""
    from analysis.study import Study

    seen: dict[str, int] = {}
    for source in documents(options.files):
        try:
            study = Study.open(source, themes=getattr(options, "themes", None), errors=options.errors)
        except InputProblem as problem:
            failures.append(str(problem))
            continue
        id_ = study.document.id
        seen[id_] = seen.get(id_, 0) + 1
        try:
            table = TABLE_COMMANDS[options.command](study, options)
        except InputProblem as problem:
            failures.append(f"{source or id_}: {problem}")
            continue
        yield id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}", table


def _write_tables(options: Options) -> int:
    from analysis import export
    from analysis.themes import choose, load_themes

    if getattr(options, "theme", None) is not None:
        choose(load_themes(options.themes), options.theme)
    failures: list[str] = []
    made = list(_studies(options, failures))
    for line in failures:
        print(f"error: {line}", file=sys.stderr)
    if not made:
        return NOTHING
    if options.output and Path(options.output).is_dir():
        for id_, table in made:
            export.write(
                export.encode(table, options.format),
                Path(options.output) / f"{id_}.{options.command}.{options.format}",
            )
    else:
        data = export.encode(_joined(made, single=len(made) + len(failures) == 1), options.format)
        _deliver(data, options)
    findings = options.command == "check" and any(len(table) for _, table in made)
    return WITH_FINDINGS if failures or findings else DONE


def _joined(made: list[tuple[str, pd.DataFrame]], *, single: bool) -> pd.DataFrame:
    import pandas as pd

    if single:
        return made[0][1]
    for id_, table in made:
        table.insert(0, "document_id", id_)
    return pd.concat([table for _, table in made], ignore_index=True)


def _deliver(data: bytes, options: Options) -> None:
    from analysis import export

    if options.output:
        export.write(data, options.output)
    elif options.format == "parquet" and sys.stdout.isatty():
        raise InputProblem("Parquet is not text: name a file with -o.")
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _report(options: Options) -> int:
    from analysis.report import build

    sources = documents(options.files)
    if len(sources) > 1:
        raise InputProblem(f"a report is about one document; {len(sources)} came. Name one file.")
    return build(sources[0], Path(options.output), themes=options.themes, errors=options.errors)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 done, 1 done with findings or failures, 2 nothing done."""
    options = parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, format="%(levelname)s: %(message)s", level=logging.WARNING)
    try:
        return _report(options) if options.command == "report" else _write_tables(options)
    except InputProblem as problem:
        print(f"error: {problem}", file=sys.stderr)
        return NOTHING
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("interrupted: nothing was written", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
