"""The arguments of every command."""

from __future__ import annotations

import argparse
from typing import NoReturn

from analysis.problems import harmless

DESCRIPTION = "The command line: python -m analysis COMMAND [FILE…] [options]. Without FILE, the proposal."

_HELP = {
    "documents": "the inputs themselves: what each is, or why it cannot be read",
    "sentences": "every sentence with its id and place",
    "tokens": "every word, with the policy term around it",
    "terms": "how often each term stands, by document, chapter or article",
    "themes": "which sentence speaks of which theme, and by which words",
    "clusters": "paragraphs grouped by their words",
    "spread": "in how many sentences, paragraphs, articles and chapters each term stands",
    "ngrams": "sequences of words that recur",
    "richness": "how varied the words are, by measures that do not depend on length",
    "keyness": "which words set a chapter (or article, or the document) apart",
    "dispersion": "how evenly each word is spread over chapters or articles",
    "concordance": "every place where words stand, in context",
    "collocations": "words that stand together more than chance",
    "network": "the strongest collocations as edges of a network, with communities",
    "correspondence": "chapters and terms on one map, with contributions",
    "discover": "terms that the lexicon lacks, to be weeded and used with --lexicon",
    "check": "what is wrong with the document (exit status 1 when something is)",
    "dropped": "every line that is no part of the document, with the reason",
    "evaluate": "how well the text is cut: segmenters against sentences cut by hand",
    "report": "all notebooks executed and rendered as an offline HTML report",
}


class _Parser(argparse.ArgumentParser):
    """A parser that repeats what came without letting it do harm in a terminal."""

    def error(self, message: str) -> NoReturn:
        super().error(harmless(message))


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    main = _Parser(prog="python -m analysis", description=DESCRIPTION)
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND")
    made: dict[str, argparse.ArgumentParser] = {}
    for name, text in _HELP.items():
        made[name] = command = commands.add_parser(
            name, help=text, description=f"{text[0].upper()}{text[1:]}."
        )
        if name == "evaluate":
            files = "tables of sentences cut by hand; default: those in corpus/gold"
        else:
            files = "documents or folders of them; default: the proposal"
            command.add_argument(
                "--errors",
                choices=("strict", "replace"),
                default="strict",
                help="a damaged text is refused (strict) or read with its damaged places replaced and counted",
            )
        command.add_argument("--debug", action="store_true", help="show where an unexpected error came from")
        command.add_argument("files", nargs="*", metavar="FILE", help=files)
        command.add_argument(
            "--lexicon",
            action="append",
            default=[],
            metavar="FILE",
            help="a table of your own words, terms or stop words, merged into the lexicon; may be given again",
        )
        if name != "report":
            command.add_argument("--format", choices=("csv", "json", "parquet"), default="csv")
            command.add_argument(
                "-o", "--output", metavar="PATH", help="file, or an existing folder for one table each"
            )
    for name in ("tokens", "terms", "spread", "keyness", "dispersion", "collocations"):
        made[name].add_argument(
            "--granularity",
            choices=("word", "term"),
            default="term" if name == "collocations" else "word",
            help="count words or whole policy terms",
        )
    for name in ("themes", "report"):
        made[name].add_argument("--themes", metavar="FILE", help="a theme file instead of corpus/themes.toml")
    made["sentences"].add_argument("--headings", action="store_true", help="headings as rows too")
    made["terms"].add_argument("--by", choices=("document", "chapter", "article", "kind"), default="document")
    made["terms"].add_argument("--stop-words", action="store_true", help="list stop words too")
    made["terms"].add_argument(
        "--sensitivity",
        action="store_true",
        help="beside each count those by other segmenters and lexicons, and the range",
    )
    _add_statistics(made)
    made["discover"].add_argument(
        "--minimum",
        type=int,
        metavar="N",
        help="how often a word sequence must stand (default: 2 or 3 by length)",
    )
    made["themes"].add_argument("--theme", metavar="ID", help="this theme only")
    made["clusters"].add_argument(
        "--k", type=int, metavar="N", help="number of clusters; default: by stability"
    )
    made["report"].add_argument(
        "-o", "--output", metavar="DIR", default="report", help="folder of the report (default: report)"
    )
    return main


def _add_statistics(made: dict[str, argparse.ArgumentParser]) -> None:
    """The options of keyness, dispersion, concordance, collocations and network."""
    for name in ("keyness", "dispersion"):
        made[name].add_argument(
            "--by",
            choices=("chapter", "article"),
            help="groups to compare (default: chapters, else articles)",
        )
    made["keyness"].add_argument("--group", metavar="N", help="this chapter or article only")
    made["keyness"].add_argument("--against", metavar="FILE", help="compare with this document instead")
    made["dispersion"].add_argument("--stop-words", action="store_true", help="list stop words too")
    for name in ("ngrams", "keyness", "collocations", "network"):
        made[name].add_argument("--minimum", type=int, metavar="N", help="least number of occurrences")
    for name in ("collocations", "network"):
        made[name].add_argument(
            "--window", type=int, metavar="N", help="words apart at most (default: in one sentence)"
        )
    made["ngrams"].add_argument(
        "--size", type=int, default=2, metavar="N", help="words in a sequence (default 2)"
    )
    made["richness"].add_argument("--by", choices=("document", "chapter", "article"), default="document")
    made["richness"].add_argument("--window", type=int, metavar="N", help="words in a window of MATTR")
    made["correspondence"].add_argument(
        "--top", type=int, default=60, metavar="N", help="the most frequent terms (default 60)"
    )
    made["collocations"].add_argument("--word", metavar="WORD", help="pairs with this word only")
    made["network"].add_argument(
        "--nodes", type=int, default=40, metavar="N", help="words at most (default 40)"
    )
    made["concordance"].add_argument(
        "--pattern", required=True, metavar="WORDS", help="the words, parted by spaces"
    )
    made["concordance"].add_argument(
        "--regular",
        action="store_true",
        help="each word of the pattern is a regular expression over one word",
    )
    made["concordance"].add_argument(
        "--context", type=int, default=10, metavar="N", help="words on each side"
    )
    made["concordance"].add_argument(
        "--sort",
        choices=("position", "left", "right", "match"),
        default="position",
        help="order of the lines",
    )
