"""The command line: ``python -m analysis COMMAND [FILE…] [options]``. Without FILE, the proposal."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    del sys.path[0]  # the working folder, in which a file called pandas.py would be run

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import arguments, messages, outputs
from analysis.batch import fault
from analysis.interruption import Interruption
from analysis.problems import InputProblem

if TYPE_CHECKING:
    import pandas as pd

    from analysis.batch import Outcome, Source
    from analysis.setup import Setup
    from analysis.study import Study
    from analysis.tables import Table

DONE, WITH_FINDINGS, NOTHING = 0, 1, 2

Options = argparse.Namespace


def registered() -> list[Table]:
    """The tables that have a command, by their names; whoever makes a study has declared them all."""
    import analysis.study  # noqa: F401
    from analysis.tables import TABLES

    return [TABLES[name] for name in sorted(TABLES)]


def made(study: Study, options: Options) -> pd.DataFrame:
    """
    The table that a command asks for, of one document.

    Raises
    ------
    InputProblem
        When the document cannot carry it, or another document that is named cannot be read.
    """
    from analysis.tables import declared

    table = declared(options.command.replace("-", "_"))
    given = arguments.given(table, options)
    for option in table.options:
        if option.kind is object and given[option.name] is not None:
            given[option.name] = _other(given[option.name], options)
    found = study.table(table.name, **given)
    remarks = (table.when_empty if found.empty else None, table.left_out)
    for told in filter(None, (remark(study, **given) for remark in remarks if remark is not None)):
        messages.tell(f"note: {study.document.id}: {told}")
    return found


def _other(path: str, options: Options) -> Study:
    from analysis.study import Study

    return Study.open(path, setup=_setup(options), errors=options.errors)


def _setup(options: Options) -> Setup:
    """Lexicon and themes, made once for all documents of a run."""
    from analysis.setup import Setup

    if "setup" not in options:
        themes = getattr(options, "themes", None)
        options.setup = Setup.open(lexicon=options.lexicon, themes=themes, script=options.script)
    setup: Setup = options.setup
    return setup


def _study(options: Options) -> Callable[[Source], Study]:
    """How an input becomes a study."""
    from analysis.study import Study

    def study(source: Source) -> Study:
        return Study.open(
            source.path,
            id=source.document_id,
            setup=_setup(options),
            errors=options.errors,
        )

    return study


def _sources(options: Options) -> list[Source]:
    """The inputs of a run; what stands beside them and is not read is told."""
    from analysis import batch

    found = batch.sources(options.files, subfolders=options.subfolders)
    for line in batch.unread(options.files, subfolders=options.subfolders):
        messages.tell(f"note: {line}")
    return found


def _inputs(options: Options) -> list[str | Path]:
    """Every file that is read, and so must not be written."""
    named = [getattr(options, "themes", None), getattr(options, "against", None), *options.lexicon]
    return [*options.files, *(one for one in named if one is not None)]


def _evaluate(options: Options) -> int:
    from analysis.words import evaluation
    from analysis.words.gold import load_gold
    from analysis.words.lexicon import all_local_lists, load_lexicon

    gold = load_gold(*options.files)
    own = load_lexicon(*options.lexicon, local=all_local_lists()) if options.lexicon else None
    table = evaluation.evaluate(gold, evaluation.peers(own))
    _deliver(_encoded(table, options), options, _inputs(options))
    return DONE


def _documents(options: Options) -> int:
    """The inputs themselves, one a row, also those that cannot be read."""
    from analysis import batch

    inputs = _sources(options)
    found = list(batch.outcomes(inputs, _study(options)))
    failures = _tell_failures(found)
    paths = [one.path for one in inputs if one.path is not None]
    _deliver(_encoded(batch.documents(found), options), options, [*paths, *_inputs(options)])
    return WITH_FINDINGS if failures else DONE


def _tell_failures(found: Sequence[Outcome]) -> int:
    reasons = [outcome.reason for outcome in found if outcome.reason]
    for reason in reasons:
        messages.tell(f"error: {reason}")
    return len(reasons)


def _write_tables(options: Options) -> int:
    from analysis import batch
    from analysis.judgements.theme_files import choose

    setup = _setup(options)  # what is wrong with it is told once, not for each document
    if getattr(options, "theme", None) is not None:
        choose(setup.themes, options.theme)
    inputs = _sources(options)
    read = [*(one.path for one in inputs if one.path is not None), *_inputs(options)]
    folder = _folder(options)
    if options.output and folder is None:
        outputs.destination(options.output, inputs=read)  # told before the work, not after it
    found = list(batch.outcomes(inputs, _study(options), lambda study: made(study, options)))
    failures = _tell_failures(found)
    done = [(one.source.document_id, one.table) for one in found if one.table is not None]
    if folder is not None:
        _write_folder(found, folder, options, read)
    elif done:
        _deliver(_encoded(_joined(done, single=len(found) == 1), options), options, read)
    if not done:
        return NOTHING
    findings = options.command == "check" and any((table["severity"] == "problem").any() for _, table in done)
    return WITH_FINDINGS if failures or findings else DONE


def _folder(options: Options) -> Path | None:
    """The folder that tables are asked for in; None when they go to a file or to standard output."""
    try:
        return Path(options.output) if options.output and Path(options.output).is_dir() else None
    except OSError:  # no name that a file could have: told when it is to be written
        return None


def _write_folder(
    found: Sequence[Outcome], folder: Path, options: Options, read: Sequence[str | Path]
) -> None:
    """A table for each document, and one of all inputs."""
    from analysis import batch
    from analysis.names import file_name, folded

    files = [(f"documents.{options.format}", _encoded(batch.documents(found), options))]
    for outcome in found:
        if outcome.table is not None:
            taken = {folded(name) for name, _ in files}
            suffix = f".{options.command}.{options.format}"
            name = file_name(outcome.source.document_id, suffix, taken=taken)
            files.append((name, _encoded(outcome.table, options)))
    outputs.write_tables(files, folder, inputs=read)


def _encoded(table: pd.DataFrame, options: Options) -> bytes:
    from analysis import export

    return export.encode(table, options.format, mark=bool(options.output))


def _joined(done: Sequence[tuple[str, pd.DataFrame]], *, single: bool) -> pd.DataFrame:
    import pandas as pd

    if single:
        return done[0][1]
    tables = []
    for id_, table in done:
        named = table.copy()
        named.insert(0, "document_id", pd.Series([id_] * len(table), index=table.index, dtype="str"))
        tables.append(named)
    return pd.concat(tables, ignore_index=True)


def _deliver(data: bytes, options: Options, inputs: Sequence[str | Path]) -> None:
    if options.output:
        if folder := _folder(options):
            outputs.write_tables([(f"{options.command}.{options.format}", data)], folder, inputs=inputs)
        else:
            outputs.write(data, options.output, inputs=inputs)
    elif options.format == "parquet" and sys.stdout is not None and sys.stdout.isatty():
        raise InputProblem("Parquet is not text: name a file with -o.")
    else:
        outputs.write_standard(data)


def _report(options: Options, interruption: Interruption) -> int:
    from analysis.report import Asked, build

    inputs, single = _sources(options), options.single_file
    asked = Asked(
        themes=options.themes,
        lexicon=options.lexicon,
        errors=options.errors,
        script=options.script,
        language=options.lang or "",
        fresh=options.fresh,
    )
    if len(inputs) > 1 or any(Path(file).is_dir() for file in options.files):
        from analysis.report.collection import build_all

        folder = Path(options.output or "report")
        return build_all(inputs, folder, asked=asked, single=single, checkpoint=interruption.check)
    output = Path(options.output or ("report.html" if single else "report"))
    return build(inputs[0].path, output, asked=asked, single=single, checkpoint=interruption.check)


def _reference(_: Options) -> int:
    from analysis.reference import markdown

    outputs.write_standard(markdown(registered()).encode())
    return DONE


def _run(options: Options, interruption: Interruption) -> int:
    named = [*_inputs(options), getattr(options, "output", None)] if "files" in options else []
    if "" in named:
        raise InputProblem("an empty file name came: is a variable unset? Name a file, or leave it out.")
    if options.command == "report":
        return _report(options, interruption)
    if options.command == "learn":
        from analysis.learning import learned

        return learned(options.codes, options.id, options.name or options.id, options.output)
    others = {"evaluate": _evaluate, "documents": _documents, "tables": _reference}
    return others.get(options.command, _write_tables)(options)


def main(words: Sequence[str] | None = None) -> int:
    """
    Run the command that `words` ask for (those of the command line); return its exit status.

    0 done, 1 done with findings or failures, 2 nothing done, 130 or 143 when interrupted.
    """
    with Interruption() as interruption:
        options = None
        try:
            given = arguments.named(words)
            tables = [] if given[:1] == ["report"] else registered()  # a report that was kept needs none
            options = arguments.parser(tables).parse_args(given)
            messages.log(debug=options.debug)
            return _run(options, interruption)
        except InputProblem as problem:
            messages.tell(f"error: {problem}")
            return NOTHING
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            outputs.close_standard()
            return DONE
        except KeyboardInterrupt:
            messages.tell("interrupted: nothing was finished, and what stood there before is as it was")
            return interruption.status
        except Exception as error:  # the last line of defence
            files = (
                ", ".join(options.files)
                if options is not None and getattr(options, "files", None)
                else "the proposal"
            )
            messages.tell(f"error: {files}: {fault(error)}")
            return NOTHING


if __name__ == "__main__":
    sys.exit(main())
