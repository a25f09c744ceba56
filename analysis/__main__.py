"""The command line: ``python -m analysis COMMAND [FILE…] [options]``. Without FILE, the proposal."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.arguments import parser
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
    counted = study.sensitivity if options.sensitivity else study.terms
    return counted(options.by, granularity=options.granularity, stop_words=options.stop_words)


def _keyness(study: Study, options: Options) -> pd.DataFrame:
    settings = {"granularity": options.granularity, "minimum": _positive(options.minimum, "--minimum", 3)}
    if options.against is None:
        return study.keyness(options.by, group=options.group, **settings)
    if options.by is not None or options.group is not None:
        raise InputProblem("--against compares whole documents; leave --by and --group out.")
    from analysis.study import Study

    other = Study.open(options.against, lexicon=options.lexicon, errors=options.errors)
    return study.keyness_against(other, **settings)


def _spread(study: Study, options: Options) -> pd.DataFrame:
    return study.spread(granularity=options.granularity)


def _ngrams(study: Study, options: Options) -> pd.DataFrame:
    return study.n_grams(size=options.size, minimum=_positive(options.minimum, "--minimum", 3))


def _richness(study: Study, options: Options) -> pd.DataFrame:
    return study.richness(options.by, window=options.window)


def _correspondence(study: Study, options: Options) -> pd.DataFrame:
    from analysis.correspondence import as_table

    return as_table(study.correspondence(top=options.top))


def _dispersion(study: Study, options: Options) -> pd.DataFrame:
    return study.dispersion(options.by, granularity=options.granularity, stop_words=options.stop_words)


def _concordance(study: Study, options: Options) -> pd.DataFrame:
    return study.concordance(
        options.pattern, regular=options.regular, context=options.context, order=options.sort
    )


def _collocations(study: Study, options: Options) -> pd.DataFrame:
    return study.collocations(
        window=options.window,
        minimum=_positive(options.minimum, "--minimum", 5),
        word=options.word,
        granularity=options.granularity,
    )


def _network(study: Study, options: Options) -> pd.DataFrame:
    return study.network(
        nodes=options.nodes, minimum=_positive(options.minimum, "--minimum", 5), window=options.window
    )


def _positive(value: int | None, name: str, otherwise: int) -> int:
    if value is not None and value < 1:
        raise InputProblem(f"{name} must be 1 or more; came: {value}")
    return otherwise if value is None else value


def _discover(study: Study, options: Options) -> pd.DataFrame:
    _positive(options.minimum, "--minimum", 1)
    return study.discover(minimum=options.minimum)


def _themes(study: Study, options: Options) -> pd.DataFrame:
    table = _theme_view(study, options)
    if options.theme is None:
        return table
    columns = [name for name in ("theme", "theme1", "theme2") if name in table]
    return table[(table[columns] == options.theme).any(axis=1)].reset_index(drop=True)


def _theme_view(study: Study, options: Options) -> pd.DataFrame:
    import pandas as pd

    if options.view in ("paragraph", "article", "chapter"):
        return study.theme_units(options.view)
    if options.view == "expressions":
        wanted = [one.id for one in study.theme_definitions if options.theme in (None, one.id)]
        return pd.concat([study.expressions(id_) for id_ in wanted], ignore_index=True)
    if options.view == "clause":
        return study.theme_clauses
    if options.view == "sentence":
        return study.themes
    views = {"document": study.theme_sizes, "coverage": study.coverage, "pairs": study.theme_pairs}
    return views[options.view]


def _clusters(study: Study, options: Options) -> pd.DataFrame:
    k, unit = options.k, options.units
    if options.view == "unit":
        return study.clusters(k, unit=unit, method=options.method)
    if options.method != "consensus":
        raise InputProblem(
            f"--view {options.view} goes with the consensus; leave out --method {options.method}."
        )
    if options.view == "curve":
        return study.cluster_curve(unit)
    views = {
        "cluster": study.cluster_profiles,
        "methods": study.cluster_methods,
        "partings": study.cluster_partings,
    }
    return views[options.view](k, unit=unit)


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
    "spread": _spread,
    "ngrams": _ngrams,
    "richness": _richness,
    "keyness": _keyness,
    "dispersion": _dispersion,
    "concordance": _concordance,
    "collocations": _collocations,
    "network": _network,
    "correspondence": _correspondence,
    "discover": _discover,
    "check": _check,
    "dropped": _dropped,
}


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
            study = Study.open(
                source,
                themes=getattr(options, "themes", None),
                names=not getattr(options, "no_names", False),
                lexicon=options.lexicon,
                errors=options.errors,
            )
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


def _evaluate(options: Options) -> int:
    from analysis import evaluation, export
    from analysis.lexicon import all_local_lists, load_lexicon

    gold = evaluation.load_gold(*options.files)
    own = load_lexicon(*options.lexicon, local=all_local_lists()) if options.lexicon else None
    table = evaluation.evaluate(gold, evaluation.peers(own))
    _deliver(export.encode(table, options.format), options)
    return DONE


def _write_tables(options: Options) -> int:
    from analysis import export
    from analysis.codebook import choose, load_themes
    from analysis.lexicon import load_lexicon

    load_lexicon(*options.lexicon)  # told once, not for each document
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
    return build(
        sources[0],
        Path(options.output),
        themes=options.themes,
        lexicon=options.lexicon,
        errors=options.errors,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status: 0 done, 1 done with findings or failures, 2 nothing done."""
    options = parser().parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, format="%(levelname)s: %(message)s", level=logging.WARNING)
    try:
        return {"report": _report, "evaluate": _evaluate}.get(options.command, _write_tables)(options)
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
